// What comes to the page, and goes from it, past the app: what a browser fills in by itself, what other programs do to the
// document, what is copied. It runs before the app and does not need it. Nothing here knows an answer.
(() => {
  // A tick is the person's own when it came with a click, as it does by key too. What a browser ticks by itself, when it
  // opens the tabs of another day again, is no answer. The app asks for this mark when it takes over (browser/takeover.rs).
  addEventListener("click", (event) => {
    const tick = event.target.closest?.("#page input");
    if (tick) tick.dataset.own = "";
  }, true);

  // What is copied or dragged away is what is marked, as plain words. A browser writes on past the end of what is marked
  // when that is at a fold: the rest of the place, with answers and own words. So the words are read here, one text after
  // the other; fields hand over what is marked in them.
  const LINES = "p, li, dt, dd, h1, h2, h3, h4, summary, legend, label, th, td, button";
  const read = (range) => {
    const { commonAncestorContainer: all, startContainer: first, endContainer: last } = range;
    const texts = document.createTreeWalker(all.closest ? all : all.parentNode, NodeFilter.SHOW_TEXT);
    let words = "";
    let line;
    while (texts.nextNode()) {
      const text = texts.currentNode;
      const around = text.parentElement;
      if (!range.intersectsNode(text) || around.checkVisibility?.() === false) continue;
      const next = around.closest(LINES);
      if (words && next !== line) words += "\n";
      line = next;
      words += text.data.slice(text === first ? range.startOffset : 0, text === last ? range.endOffset : undefined);
    }
    return words;
  };
  for (const kind of "copy dragstart".split(" "))
    addEventListener(kind, (event) => {
      const marked = getSelection();
      if (marked.isCollapsed || event.target.closest?.("textarea, input") || !marked.containsNode(event.target, true)) return;
      const carrier = event.clipboardData ?? event.dataTransfer;
      carrier.clearData();
      carrier.setData("text/plain", read(marked.getRangeAt(0)));
      if (event.clipboardData) event.preventDefault();
    });

  // Translators, and readers that mark words, move and replace texts. The app puts things before nodes that it made. Where
  // such a node lies deeper now, what it lies in stands for it; where it is gone, the end does. Without this the app ends.
  const { insertBefore } = Node.prototype;
  Node.prototype.insertBefore = function (node, next) {
    while (next && next.parentNode !== this) next = next.parentNode;
    return insertBefore.call(this, node, next);
  };
})();
