// Goes through a visit as a person would, and keeps for each touch how long it took from the press until the next frame was
// painted. What is put off until then is done before the next touch begins. A step that a page has not is an error, so that
// two pages are held against each other by the same steps.
async (seen, { live, one, changed }) => {
  seen.live = await live();
  await changed(() => document.documentElement.classList.contains("whole"));
  const painted = () =>
    new Promise((done) =>
      requestAnimationFrame(() => {
        const after = new MessageChannel();
        after.port1.onmessage = () => done(performance.now());
        after.port2.postMessage(null);
      }),
    );
  const calm = async () => {
    await painted();
    await new Promise((done) => setTimeout(done, 200));
    await painted();
  };
  const place = (name) => `nav.places a[href="#${name}"]`;
  const steps = [
    ["not safe", "#start-question-safe-now-no"],
    ["to the wishes", place("goals")],
    ...["it-stops", "feel-safe", "be-heard", "taken-seriously", "few-people-know", "decide-myself"].map((wish) => ["wish " + wish, "#goal-" + wish]),
    ["weight", "#weight-feel-safe-3"],
    ["to the questions", '#goals a[href="#questions"]'],
    ["first answer", "#question-what-happens-bullying"],
    ["next question", "#walk-on"],
    ["all questions", "#other-way"],
    ["answer who", "#question-who-does-it-my-manager"],
    ["answer how often", "#question-how-often-often"],
    ["answer what work has", "#question-what-work-has-internal-adviser"],
    ["to the ladder", place("ladder")],
    ...["talk-to-adviser", "mediation", "internal-complaint"].map((rung) => ["open " + rung, `#rung-${rung} summary`]),
    ["unfold for and against", "#rung-mediation [data-fold=arguments] > summary"],
    ["lay beside", "#rung-mediation [data-act=beside]"],
    ["close", "#rung-mediation summary"],
    ["to the sheet", place("sheet")],
    ["back to the ladder", place("ladder")],
    ["back to the wishes", place("goals")],
    ["to the ladder again", place("ladder")],
  ];
  seen.visit = [];
  for (const [name, selector] of steps) {
    const found = one(selector);
    if (!found) throw new Error(`${name}: there is no ${selector}`);
    found.scrollIntoView({ block: "center" });
    await calm();
    const pressed = performance.now();
    found.click();
    seen.visit.push([name, (await painted()) - pressed]);
  }
}
