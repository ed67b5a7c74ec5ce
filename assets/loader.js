// Starts the app from the text it travels in, and says so on screen when that fails or when the app breaks later.
// Nothing here knows an answer, and nothing is written to the console. The carrier is xtask/src/carrier.rs.
(() => {
  const root = document.documentElement;
  // Someone came back to a page that was left by the way out: nothing is shown, and nothing starts.
  if (root.hidden) return;
  const prerendered = document.getElementById("page");
  const fail = () => {
    if (root.classList.contains("failed")) return;
    root.classList.add("failed");
    document.getElementById("failure").hidden = false;
    // The app's own screen stays, with what was typed; the readable ladder comes back below it.
    if (!prerendered.isConnected) document.body.append(prerendered);
  };
  const broke = (event) => {
    event.preventDefault();
    fail();
  };
  addEventListener("error", broke);
  addEventListener("unhandledrejection", broke);
  // Firefox opens a connection to the host when a link is pressed, even to a place within the page. Pressing is not needed
  // for the click that follows, so it is taken away.
  addEventListener("mousedown", (event) => {
    if (event.target.closest?.("a[href^='#']")) event.preventDefault();
  });

  const decode = (text) => {
    const alphabet = "!#$%()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~";
    const singles = 85;
    const place = new Int16Array(65536).fill(-1);
    for (let i = 0; i < alphabet.length; i++) place[alphabet.charCodeAt(i)] = i;
    const table = [];
    for (let i = 0; i < singles; i++) table.push(parseInt(text.substr(2 * i, 2), 16));
    for (let value = 0; value < 256; value++) if (!table.includes(value)) table.push(value);
    const bytes = new Uint8Array(text.length);
    let length = 0;
    let prefix = -1;
    for (let i = 2 * singles; i < text.length; i++) {
      const code = place[text.charCodeAt(i)];
      if (code < 0) continue;
      if (prefix >= 0) {
        bytes[length++] = table[singles + prefix * alphabet.length + code];
        prefix = -1;
      } else if (code < singles) bytes[length++] = table[code];
      else prefix = code - singles;
    }
    return bytes.subarray(0, length);
  };

  const start = () => {
    try {
      const module = document.getElementById("module");
      const bytes = decode(module.textContent);
      module.remove();
      wasm_bindgen(bytes).then((exports) => {
        const memory = Object.values(exports).find((value) => value instanceof WebAssembly.Memory);
        addEventListener("left", () => new Uint8Array(memory.buffer).fill(0));
      }, fail);
    } catch {
      fail();
    }
  };
  // The first view is painted before the work begins. A page that nobody sees yet has nothing to paint.
  if (document.hidden) start();
  else requestAnimationFrame(() => setTimeout(start));
})();
