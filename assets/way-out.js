// The way out: empties the screen in the same moment, wipes the program's memory, and takes the tab to a neutral page.
// It runs before anything else on the page and needs neither the app nor WebAssembly. Without script the link is a link.
//
// Afterwards neither Back nor Forward leads to this page. With nothing behind it, the page is replaced. Otherwise it goes
// back to the first entry, marks that one as left, and goes on from there, which drops what lay ahead; who comes back to
// a marked entry is shown nothing and sent on, and that replaces the entry. An entry holds a number and nothing else: how
// many places lie behind it, or the mark. See docs/decisions.
(() => {
  const LEFT = -1;
  const root = document.documentElement;
  const neutral = document.querySelector("meta[name=way-out]").content;
  let gone = false;

  const mark = (number) => {
    // A frame may have no history of its own.
    try {
      history.replaceState(number, "");
    } catch {}
  };
  const away = () => location.replace(neutral);
  let depth = typeof history.state === "number" ? history.state : 0;
  if (depth === LEFT) {
    gone = root.hidden = true;
    away();
  } else mark(depth);

  // Before the app runs, places are links, and each that is followed adds an entry without a number.
  addEventListener("hashchange", () => {
    depth = typeof history.state === "number" ? history.state : depth + 1;
    if (!gone) mark(depth);
  });

  const leave = () => {
    if (gone) return;
    gone = true;
    const framed = document.getElementById("framed-exit");
    const language = root.lang;
    root.replaceChildren();
    dispatchEvent(new Event("left"));
    if (self !== top) return leaveFrame(framed, language);
    const behind = history.state;
    if (!(behind > 0)) return away();
    // Where the first entry cannot be reached any more, the tab goes on from here.
    const anyway = setTimeout(away, 400);
    addEventListener("popstate", (event) => {
      event.stopImmediatePropagation();
      clearTimeout(anyway);
      mark(LEFT);
      location.href = neutral;
    }, { capture: true, once: true });
    history.go(-behind);
  };

  // From a frame the page around it can be left only if that page allows it. What cannot be done is said.
  const leaveFrame = (words, language) => {
    try {
      top.location.replace(neutral);
    } catch {}
    if (!words) return;
    const body = document.createElement("body");
    root.append(body);
    for (const line of words.children) line.hidden = line.lang !== language;
    words.hidden = false;
    body.append(words);
  };

  addEventListener("click", (event) => {
    if (!event.target.closest?.("[data-way-out]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    leave();
  }, true);

  // Nothing of the program may run on wiped memory, and the page cache keeps no way back.
  for (const kind of ["pagehide", "keydown", "error", "unhandledrejection"])
    addEventListener(kind, (event) => {
      if (!gone) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    }, true);
  addEventListener("pageshow", (event) => gone && event.persisted && away());

  // Three times Shift, pressed and let go with nothing else, within five seconds. Typing capitals never counts.
  const WITHIN = 5000;
  let alone = false;
  let count = 0;
  let since = 0;
  let forget = 0;
  const say = (left) => {
    const said = document.getElementById("shifts");
    if (said) said.textContent = left ? (said.dataset[root.lang] || "").split("|")[left - 1] : "";
  };
  const restart = () => {
    alone = false;
    if (count) say(count = 0);
  };
  addEventListener("keydown", (event) => {
    if (event.key !== "Shift" || event.ctrlKey || event.altKey || event.metaKey) restart();
    else if (!event.repeat) alone = true;
  }, true);
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    if (!count || event.timeStamp - since > WITHIN) {
      count = 0;
      since = event.timeStamp;
    }
    clearTimeout(forget);
    if (++count > 2) return leave();
    say(3 - count);
    forget = setTimeout(restart, WITHIN);
  }, true);
  addEventListener("pointerdown", restart, true);
  addEventListener("blur", restart);
})();
