// Uses the living page as a person would, one change at a time. A change begins with a frame and is over when the frames
// that it leads to have been laid out and painted and nothing it put off is left to be done.
(() => {
  const one = (selector) => {
    const found = document.querySelector(selector);
    if (!found) throw new Error("there is no " + selector);
    return found;
  };
  const frames = (count) => new Promise((done) => (count === 0 ? done() : requestAnimationFrame(() => done(frames(count - 1)))));
  const go = async (place) => {
    one(`nav.places a[href='#${place}']`).click();
    await frames(3);
    one(`#${place}`);
  };

  // The app's framework puts work off with a timer without a wait when a change takes long. It belongs to that change.
  let putOff = 0;
  const ownTimeout = globalThis.setTimeout;
  globalThis.setTimeout = (run, wait, ...given) => {
    if (wait) return ownTimeout(run, wait, ...given);
    putOff++;
    return ownTimeout(() => {
      putOff--;
      run(...given);
    }, 0);
  };

  const weighed = () => one("[data-goal]").dataset.goal;
  const changes = {
    // What the measuring itself takes.
    nothing() {},
    // The weight of a goal is changed.
    weights: (turn) => one(`#weight-${weighed()}-${2 + (turn % 2)}`).click(),
    // A letter is typed.
    letters(turn) {
      const field = one("#own-goal");
      field.value += "abcdefgh "[turn % 9];
      field.dispatchEvent(new InputEvent("input", { bubbles: true, data: "a", inputType: "insertText" }));
    },
    // A rung is opened, and closed.
    rungs(turn) {
      const sums = document.querySelectorAll("#ladder summary.rung__sum");
      sums[(turn >> 1) % sums.length].click();
    },
    // To the ladder and back.
    places: () => one(`nav.places a[href='#${document.querySelector("#ladder") ? "goals" : "ladder"}']`).click(),
    // An answer on the ladder is changed, in the dialog that lies over it.
    answers: (turn) => document.querySelectorAll("#changing fieldset.question input")[turn % 2].click(),
  };

  // How often the page was changed since the last time this was asked.
  let seen = 0;
  const watcher = new MutationObserver((list) => (seen += list.length));

  globalThis.bench = {
    // A rather full situation: so many goals, the first answer to each question but "I am not safe".
    async fill(goals) {
      await go("goals");
      const rows = [...document.querySelectorAll("[data-goal]:not([data-goal=own])")].slice(0, goals);
      for (const row of rows) {
        one(`#goal-${row.dataset.goal}`).click();
        await frames(1);
      }
      one("#goals a[href='#questions']").click();
      await frames(3);
      one("#other-way").click();
      await frames(2);
      for (const question of [...document.querySelectorAll("fieldset.question")]) {
        document.querySelector(`#${question.id} input`)?.click();
        await frames(1);
      }
      await go("ladder");
      const count = (selector) => document.querySelectorAll(selector).length;
      return { goals: rows.length, rungs: count("#ladder li.rung"), signs: count("#ladder li.sign"), elements: count("*") };
    },
    // Goes to where changes of a kind are made, and looks on while the first are.
    async begin(kind) {
      await go({ weights: "goals", letters: "goals" }[kind] ?? "ladder");
      if (kind === "answers") await this.dialog();
      seen = 0;
      watcher.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    },
    // Goes to where a question can be changed on the ladder: opens rungs until a line gives its reason.
    async dialog() {
      for (const sum of [...document.querySelectorAll("#ladder summary.rung__sum")]) {
        sum.click();
        await frames(2);
        const found = document.querySelector("#ladder .rung [data-changes]");
        if (found) {
          found.click();
          await frames(3);
          one("#changing fieldset.question");
          return;
        }
        sum.click();
        await frames(1);
      }
      throw new Error("no line on the ladder gives its reason");
    },
    // The first changes are made; from now on nobody looks on, as that would be paid for. Tells whether they were seen. The
    // weight of a goal shows on the ladder only.
    async begun(kind) {
      seen += watcher.takeRecords().length;
      watcher.disconnect();
      if (kind === "weights") {
        const goal = weighed();
        const wanted = one(`[data-goal='${goal}'] .segments input:checked`).id.slice(-1);
        await go("ladder");
        const same = one(`.sign[data-goal='${goal}']`).dataset.threads === wanted;
        await go("goals");
        return same;
      }
      return kind === "nothing" || seen > 0;
    },
    // Makes a change. Tells how many milliseconds went by until all of it was on screen.
    change: (kind, turn) =>
      new Promise((done, failed) =>
        requestAnimationFrame(() => {
          const from = performance.now();
          // This message is taken up after the frame has been laid out and painted.
          const after = new MessageChannel();
          after.port1.onmessage = async () => {
            if (putOff > 0) {
              await frames(1);
              after.port2.postMessage(0);
              return;
            }
            done(performance.now() - from);
            // An open channel would count among what is left behind.
            after.port1.onmessage = null;
            after.port1.close();
          };
          try {
            changes[kind](turn);
            after.port2.postMessage(0);
          } catch (error) {
            failed(error);
          }
        })
      ),
    async end(kind) {
      if (kind === "answers") one("#changing-done").click();
      await frames(2);
    },
    memory: () => wasmMemory.buffer.byteLength,
  };
})();
