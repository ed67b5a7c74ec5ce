// Starts the app from the text it travels in while the file is still arriving, and says so on screen when that fails or
// when the app breaks later, or when this is a copy that a browser made of the running page. Nothing here knows an answer,
// and nothing is written to the console.
//
// The program comes in two halves, both after the page that is read and its first words: the core, in pieces that are
// decoded as they arrive, and last the rest, which joins it. `rest` and `whole` are classes of the document once that
// much is there, and `arrived` is the event that says so. The encoding is xtask/src/page/encoding.rs; the two modules are
// made by xtask/src/program/split.rs.
(() => {
  const root = document.documentElement;
  // Someone came back to a page that was left by the way out: nothing is shown, and nothing starts.
  if (root.hidden) return;
  const say = (id) => {
    const said = document.getElementById(id);
    said.textContent = said.dataset[root.lang];
    said.hidden = false;
    return said;
  };
  // What lies over the page goes, with the app that would take it away.
  const uncover = () => {
    for (const over of document.querySelectorAll("dialog, [popover]")) over.close ? over.close() : over.hidePopover?.();
    document.querySelector(".is-covered")?.classList.remove("is-covered");
  };
  // A browser saved the document while the app was in it: nothing can start from what is left, and what it says is another
  // matter than that something broke.
  if (root.matches(".live, .failed, .is-copy")) {
    root.className = "is-copy";
    uncover();
    document.getElementById("failure").hidden = true;
    return say("copy");
  }
  const prerendered = document.getElementById("page");
  const fail = () => {
    if (root.classList.contains("failed")) return;
    root.classList.add("failed");
    // A closed curtain stays closed until someone opens it.
    const curtain = document.getElementById("curtain");
    curtain?.addEventListener("click", (event) => event.target.id === "curtain-open" && curtain.close());
    curtain ? curtain.addEventListener("close", uncover) : uncover();
    const said = say("failure");
    if (prerendered.isConnected) return;
    // The app's own screen stays, with what was typed; the readable ladder comes back below it, and has the ids.
    for (const { id } of prerendered.querySelectorAll("[id]")) document.getElementById(id)?.removeAttribute("id");
    document.body.append(prerendered);
    // Someone further down would not see what is said.
    said.scrollIntoView();
  };
  // What ends the program is an error of WebAssembly. The window also hears of errors, and mere notices, of extensions and of
  // whatever else runs in the page: those are no end of anything, and are left to whom they concern.
  for (const kind of ["error", "unhandledrejection"])
    addEventListener(kind, (event) => {
      if (!((event.error || event.reason) instanceof WebAssembly.RuntimeError)) return;
      event.preventDefault();
      fail();
    });
  // Firefox opens a connection to the host when a link is pressed, even to a place within the page. Pressing is not needed
  // for the click that follows, so it is taken away.
  addEventListener("mousedown", (event) => {
    if (event.target.closest?.("a[href^='#']")) event.preventDefault();
  });

  const ALPHABET = "!#$%()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~";
  const SINGLES = 85;
  const NONE = 255;
  const places = new Uint8Array(128).fill(NONE);
  for (let i = 0; i < ALPHABET.length; i++) places[ALPHABET.charCodeAt(i)] = i;
  // What each code stands for. It is at the beginning of the first text, and holds for every one.
  let table;
  // Takes one text in pieces, and has its bytes at the end.
  const decoder = () => {
    const pieces = [];
    return {
      add(text) {
        let at = 0;
        if (!table) {
          table = [];
          for (; at < 2 * SINGLES; at += 2) table.push(parseInt(text.substr(at, 2), 16));
          for (let value = 0; value < 256; value++) if (!table.includes(value)) table.push(value);
        }
        const bytes = new Uint8Array(text.length);
        let length = 0;
        let prefix = -1;
        for (; at < text.length; at++) {
          const code = places[text.charCodeAt(at)];
          // A line break, which something put in on the way.
          if (!(code < NONE)) continue;
          if (prefix >= 0) {
            bytes[length++] = table[SINGLES + prefix * ALPHABET.length + code];
            prefix = -1;
          } else if (code < SINGLES) bytes[length++] = table[code];
          else prefix = code - SINGLES;
        }
        pieces.push(bytes.subarray(0, length));
      },
      bytes() {
        const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
        let at = 0;
        for (const piece of pieces) {
          all.set(piece, at);
          at += piece.length;
        }
        return all;
      },
    };
  };

  const arrived = (what) => {
    root.classList.add(what);
    dispatchEvent(new Event("arrived"));
  };
  const core = decoder();
  let exports;
  let joined;
  let ended = false;

  const start = async () => {
    const exports = await wasm_bindgen(core.bytes());
    const memory = Object.values(exports).find((value) => value instanceof WebAssembly.Memory);
    addEventListener("left", () => new Uint8Array(memory.buffer).fill(0));
    return exports;
  };
  // The rest reads and writes the core's memory, and fills the places in its table that the core calls it by.
  const join = async (block) => {
    const b = await exports;
    // The app is on screen before the next piece of work.
    await new Promise((done) => setTimeout(done));
    if (block.textContent) {
      const rest = decoder();
      rest.add(block.textContent);
      await WebAssembly.instantiate(rest.bytes(), { b });
    }
    block.remove();
    arrived("rest");
  };
  const end = async () => {
    await joined;
    arrived("whole");
  };

  // Looks at what has arrived. A block is there as a whole when something stands behind it, or when nothing more comes.
  const look = () => {
    const over = document.readyState !== "loading";
    const part = (id) => document.getElementById(id);
    for (const piece of document.querySelectorAll(".core")) {
      if (!over && !piece.nextSibling) return;
      core.add(piece.textContent);
      piece.remove();
    }
    if (!exports && part("more-words")) (exports = start()).catch(fail);
    if (!joined && part("rest") && (over || part("rest").nextSibling)) (joined = join(part("rest"))).catch(fail);
    if (!over || ended) return;
    // Nothing more comes. That is seen twice, as a change of the document and as its event.
    ended = true;
    arrivals.disconnect();
    // A file that was cut off on its way.
    if (joined && part("other-words")) end().catch(fail);
    else fail();
  };
  const arrivals = new MutationObserver(look);
  // The first view is painted before the work begins. A page that nobody sees yet has nothing to paint, and a browser that
  // does not tell of paints begins when the whole file is there.
  let begun = false;
  const begin = () => {
    if (begun) return;
    begun = true;
    arrivals.observe(document.body, { childList: true });
    document.addEventListener("DOMContentLoaded", look);
    look();
  };
  // Someone came back to the page, perhaps after it was left: nothing starts until it is asked for (assets/way-out.js).
  if (root.matches(".is-back")) {
    const further = say("further");
    further.addEventListener("click", () => {
      further.hidden = true;
      dispatchEvent(new Event("further"));
      begin();
    });
    return further.focus();
  }
  if (document.hidden) return begin();
  document.addEventListener("DOMContentLoaded", () => requestAnimationFrame(() => setTimeout(begin)));
  new PerformanceObserver((paints, observer) => {
    if (!paints.getEntriesByName("first-contentful-paint").length) return;
    observer.disconnect();
    begin();
  }).observe({ type: "paint", buffered: true });
})();
