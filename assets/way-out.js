// The way out: empties the screen in the same moment, wipes the program's memory, and takes the tab to a neutral page.
// It runs before anything else on the page and needs neither the app nor WebAssembly. Without script the link is a link.
//
// Afterwards neither Back nor Forward leads to this page. With no other entry of ours about, the page is replaced. Otherwise
// it goes back to the first entry that it can be sure of, marks that one as left, and goes on from there, which drops what
// lay ahead; who comes back to a marked entry is shown nothing and sent on, and that replaces the entry. An entry holds a
// number and nothing else: how many places lie behind it, or the mark. See docs/decisions.
(() => {
  const LEFT = -1;
  const root = document.documentElement;
  const neutral = document.querySelector("meta[name=way-out]").content;
  // Another page is around this one, or several: that is said, and also where the browser lets one of them read along.
  for (let around = self; around !== top; ) {
    root.classList.add("in-frame");
    around = around.parent;
    try {
      if (around.document) root.classList.add("is-read");
    } catch {}
  }
  let gone = false;

  const mark = (number, fragment) => {
    // A frame may have no history of its own.
    try {
      history.replaceState(number, "", fragment);
    } catch {}
  };
  const away = () => location.replace(neutral);
  const came = performance.getEntriesByType("navigation")[0]?.type;
  // A host's headers give each load an origin of its own: what an earlier load left in the history is another document's,
  // and can neither be gone back to in one step nor be marked.
  const apart = origin === "null" && location.protocol !== "file:";
  // Nothing of ours lies ahead, as far as is known.
  let lone = came === "navigate" && history.state === null;
  let depth = typeof history.state === "number" ? history.state : 0;
  const first = apart ? depth : 0;
  if (depth === LEFT) {
    gone = root.hidden = true;
    away();
  } else if (apart && (came === "back_forward" || location.hash === "#-")) {
    // Nobody can tell whether this page was left by the way out. So it shows nothing, and is called nothing, until someone
    // asks for it (assets/loader.js). The fragment holds that over a reload, which takes the number away.
    const { title } = document;
    mark(depth, "#-");
    root.classList.add("is-back");
    document.title = "\u2026";
    addEventListener("further", () => {
      root.classList.remove("is-back");
      document.title = title;
    });
  } else mark(depth);

  // Before the app runs, places are links, and each that is followed adds an entry without a number.
  addEventListener("hashchange", () => {
    depth = typeof history.state === "number" ? history.state : depth + 1;
    if (!gone) mark(depth);
  });

  // Back or Forward: from now on, places may lie ahead.
  addEventListener("popstate", () => (lone = false), true);

  const onward = () => {
    mark(LEFT);
    location.href = neutral;
  };
  const leave = () => {
    if (gone) return;
    gone = true;
    const framed = document.getElementById("framed-exit");
    root.replaceChildren();
    // First the app empties what it holds outside the document, then the loader wipes its memory.
    for (const told of ["leaving", "left"]) dispatchEvent(new Event(told));
    if (self !== top) return leaveFrame(framed);
    // Browsers keep some fifty entries, and drop the oldest.
    const behind = Math.min(history.state - first, history.length - 1);
    if (!(behind > 0)) return lone ? away() : onward();
    // Where that entry cannot be reached all the same, the tab goes on from here. Nothing is seen meanwhile.
    const anyway = setTimeout(onward, 2000);
    addEventListener("popstate", (event) => {
      event.stopImmediatePropagation();
      clearTimeout(anyway);
      // Not at once: Firefox is still on its way here, and would put the neutral page in the place of this entry and keep
      // what lies ahead.
      setTimeout(onward);
    }, { capture: true, once: true });
    history.go(-behind);
  };

  // What is said in some states only stands in an attribute of its element, in each language, until it is so.
  const words = (element) => element.dataset[root.lang] || "";

  // From a frame the page around it can be left only if that page allows it. What cannot be done is said.
  const leaveFrame = (said) => {
    try {
      top.location.replace(neutral);
    } catch {}
    if (!said) return;
    const [before, leads] = words(said).split("|");
    const link = document.createElement("a");
    link.href = neutral;
    link.target = "_top";
    link.rel = "noreferrer";
    link.append(leads);
    said.append(before, link, ".");
    said.hidden = false;
    const body = document.createElement("body");
    body.append(said);
    root.append(body);
  };

  addEventListener("click", (event) => {
    if (!event.target.closest?.("[data-way-out]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // The second press of a double one was meant for what stood there before.
    if (event.detail < 2) leave();
  }, true);

  // Nothing of the program may run on wiped memory, and the page cache keeps no way back.
  for (const kind of ["pagehide", "keydown", "error", "unhandledrejection"])
    addEventListener(kind, (event) => {
      if (!gone) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    }, true);
  // A frame that was emptied stays so.
  addEventListener("pageshow", (event) => gone && event.persisted && self === top && away());

  // Three times Shift, or three times Escape, which browsers that hide Shift from pages do hand on. Each is pressed alone
  // and let go at once, with nothing between, all within a moment: typing capitals, scrolling sideways, and what a screen
  // reader does with these keys, do not add up. Each Escape also does what it always does. Only the second is spoken of.
  const WITHIN = 1500;
  const TAP = 300;
  let held = "";
  let last = "";
  let since = 0;
  let taps = [];
  let forget = 0;
  const say = (soon) => {
    const said = document.getElementById("shifts");
    if (said) said.textContent = soon ? words(said) : "";
  };
  const restart = () => {
    held = "";
    if (taps.length) say(taps.length = 0);
  };
  addEventListener("keydown", (event) => {
    if (event.repeat) return;
    const { key } = event;
    const counts = key === "Shift" || (key === "Escape" && !event.shiftKey);
    const alone = counts && !(held || event.ctrlKey || event.altKey || event.metaKey);
    if (!alone || key !== last) restart();
    last = key;
    since = event.timeStamp;
    if (alone) held = key;
  }, true);
  addEventListener("keyup", (event) => {
    if (event.key !== held) return;
    held = "";
    const now = event.timeStamp;
    if (now - since > TAP) return restart();
    taps = taps.filter((tap) => now - tap < WITHIN);
    if (taps.push(since) > 2) return leave();
    say(taps.length > 1);
    clearTimeout(forget);
    forget = setTimeout(say, taps[0] + WITHIN - now);
  }, true);
  for (const kind of ["pointerdown", "wheel", "input"]) addEventListener(kind, restart, true);
  // What Escape opens and closes may scroll the page by itself.
  addEventListener("scroll", () => last === "Shift" && restart(), true);
  addEventListener("blur", restart);
})();
