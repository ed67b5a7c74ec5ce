// Runs before a page's own scripts while it is measured: keeps the times at which things happened, in milliseconds since
// the page was asked for, and tells them once. What is to be tried out on the page is put in.
(() => {
  if (location.protocol !== "http:") return;
  const seen = { shift: 0 };
  const now = () => performance.now();
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });

  // When the program is handed over to the browser, when it is ready to run, and how much memory it takes.
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const own = WebAssembly[name];
    WebAssembly[name] = (...given) => {
      // The first is the program's core; the rest, which comes later, changes nothing of when that began.
      const first = seen.handed === undefined;
      if (first) seen.handed = now();
      return own.apply(WebAssembly, given).then((made) => {
        if (!first) return made;
        seen.compiled = now();
        const exports = (made.instance ?? made).exports;
        globalThis.wasmMemory = Object.values(exports).find((value) => value instanceof WebAssembly.Memory);
        return made;
      });
    };
  }

  // Settles with the time at which something has become so, as soon as the document changes in one of these ways.
  const until = (is, ways) =>
    new Promise((done) => {
      const look = () => {
        if (!is()) return false;
        watcher.disconnect();
        done(now());
        return true;
      };
      const watcher = new MutationObserver(look);
      if (!look()) watcher.observe(document, ways);
    });
  const live = () => until(() => document.documentElement?.classList.contains("live"), { subtree: true, attributeFilter: ["class"] });
  const changed = (is) => until(is, { subtree: true, childList: true, characterData: true, attributes: true });
  const frames = (count) => new Promise((done) => (count === 0 ? done() : requestAnimationFrame(() => done(frames(count - 1)))));
  const loaded = () => new Promise((done) => (document.readyState === "complete" ? done() : addEventListener("load", () => done())));
  const one = (selector) => document.querySelector(selector);

  const probe = PROBE;
  probe(seen, { live, changed, frames, loaded, one, now })
    .then(loaded)
    .then(() => frames(4))
    .then(() => {
      for (const paint of performance.getEntriesByType("paint")) seen[paint.name] = paint.startTime;
      const [page] = performance.getEntriesByType("navigation");
      seen.parsed = page.domInteractive;
      seen.arrived = page.responseEnd;
      tell(JSON.stringify(seen));
    })
    .catch((error) => tell(JSON.stringify({ error: String(error) })));
})();
