// Uses the living page as a person would, and times each change from its start to the end of the frame that shows it.
// Every change begins with a frame, so that what is measured is work and not the wait for the screen.
(() => {
  const one = (selector) => {
    const found = document.querySelector(selector);
    if (!found) throw new Error("there is no " + selector);
    return found;
  };
  const frames = (count) => new Promise((done) => (count === 0 ? done() : requestAnimationFrame(() => done(frames(count - 1)))));
  const timed = (change) =>
    new Promise((done) =>
      requestAnimationFrame(() => {
        const from = performance.now();
        change();
        // This message is taken up after the frame has been laid out and painted.
        const after = new MessageChannel();
        after.port1.onmessage = () => done(performance.now() - from);
        after.port2.postMessage(0);
      })
    );
  // The times of many changes, and how many of them changed nothing on the page.
  const many = async (count, change) => {
    const times = [];
    let silent = 0;
    for (let turn = 0; turn < count; turn++) {
      let changed = 0;
      const watcher = new MutationObserver((list) => (changed += list.length));
      watcher.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      times.push(await timed(() => change(turn)));
      changed += watcher.takeRecords().length;
      watcher.disconnect();
      if (changed === 0) silent++;
    }
    return { times, silent };
  };
  const go = async (place) => {
    one(`nav.places a[href='#${place}']`).click();
    await frames(3);
    one(`#${place}`);
  };

  globalThis.bench = {
    // A rather full situation: so many goals, the first answer to each question but "I am not safe".
    async fill(goals) {
      await go("goals");
      const rows = [...document.querySelectorAll("[data-goal]:not([data-goal=own])")].slice(0, goals);
      for (const row of rows) {
        one(`#weight-${row.dataset.goal}-2`).click();
        await frames(1);
      }
      for (const question of [...document.querySelectorAll("fieldset.question")]) {
        document.querySelector(`#${question.id} input`)?.click();
        await frames(1);
      }
      await go("ladder");
      return { goals: rows.length, rungs: document.querySelectorAll("#ladder li.rung").length };
    },
    // Goes to where a question can be changed on the ladder: opens rungs until a line gives its reason.
    async dialog() {
      await go("ladder");
      for (const sum of [...document.querySelectorAll("#ladder summary.rung__sum")]) {
        sum.click();
        await frames(2);
        const found = document.querySelector("#ladder .rung [data-changes]");
        if (found) {
          found.click();
          await frames(3);
          return one("#changing fieldset.question").id;
        }
        sum.click();
        await frames(1);
      }
      throw new Error("no line on the ladder gives its reason");
    },
    // An answer on the ladder is changed, in the dialog that lies over it.
    answers: (count) =>
      many(count, (turn) => {
        const inputs = [...document.querySelectorAll("#changing fieldset.question input")];
        inputs[turn % 2].click();
      }),
    async close() {
      one("#changing-done").click();
      await frames(2);
    },
    // The weight of a goal is changed.
    async weights(count) {
      await go("goals");
      const goal = one("[data-goal]").dataset.goal;
      return many(count, (turn) => one(`#weight-${goal}-${2 + (turn % 2)}`).click());
    },
    // A rung is opened, and closed.
    async rungs(count) {
      await go("ladder");
      const sums = [...document.querySelectorAll("#ladder summary.rung__sum")];
      return many(count, (turn) => sums[(turn >> 1) % sums.length].click());
    },
    // A letter is typed.
    async letters(count) {
      await go("goals");
      return many(count, (turn) => {
        const field = one("#must-not-happen");
        field.value += "abcdefgh "[turn % 9];
        field.dispatchEvent(new InputEvent("input", { bubbles: true, data: "a", inputType: "insertText" }));
      });
    },
    // To the ladder and back.
    places: (count) => many(count, (turn) => one(`nav.places a[href='#${turn % 2 ? "goals" : "ladder"}']`).click()),
    memory: () => wasmMemory.buffer.byteLength,
  };
})();
