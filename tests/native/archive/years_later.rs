//! The ladder in a few years, with things taken out and new ones in front: codes and files of today open there.

use std::collections::BTreeSet;

use content_check::shapes::{AnswerEntry, CodeFile, IdEntry, LineEntry, QuestionEntry, RungFile};
use content_check::{Content, code_versions};
use keuzeladder::archive::{CodeError, Parts, Snapshot, SnapshotRung, code, payload};
use keuzeladder::content::{CODE_TABLES, CodeTables, LADDER};
use keuzeladder::domain::{
    Answer, Argument, ArgumentWeight, Goal, GoalId, GoalWeight, Ladder, Question, Rung, RungId, Side, Text, When, WorkKnows,
};

use crate::archive::in_code;
use crate::people::all_goals;
use crate::people::snapshots::{anyone, some};
use crate::sources::content;

/// A ladder as it would be built from a content, as far as what is kept goes.
pub struct World {
    /// What it is built from.
    pub content: Content,
    numbers: CodeTables,
}

fn leaked<T>(list: impl IntoIterator<Item = T>) -> &'static [T] {
    list.into_iter().collect::<Vec<_>>().leak()
}

impl World {
    fn of(content: Content) -> Self {
        let mut problems = Vec::new();
        code_versions::check(&content, &mut problems);
        assert_eq!(problems, []);
        let id = |id: &str| -> &'static str { id.to_owned().leak() };
        let when = When(0);
        let lines = |lines: &[LineEntry]| leaked(lines.iter().map(|_| Argument { when, unless: when }));
        let goals = content.ladder.goals.iter().map(|goal| Goal { id: id(&goal.id), text: Text::NONE, short: Text::NONE });
        let answer = |answer: &AnswerEntry| Answer {
            id: id(&answer.id),
            text: Text::NONE,
            examples: Text::NONE,
            sets: when,
            alone: answer.alone,
            unknown: answer.unknown,
            touches: Text::NONE,
            may_touch: Text::NONE,
        };
        let questions = content.questions.questions.iter().map(|question| Question {
            id: id(&question.id),
            text: Text::NONE,
            why: Text::NONE,
            first: question.first,
            many: question.many,
            limit: question.limit,
            asked_when: when,
            walk_unless: when,
            answers: leaked(question.answers.iter().map(answer)),
        });
        let rungs = content.ladder.groups.iter().flat_map(|group| &group.rungs).map(|rung| Rung {
            id: id(rung),
            anchor: "",
            group: 0,
            knows: WorkKnows::No,
            first: Text::NONE,
            effects: &[],
            bears_on: &[],
            pros: lines(&content.rungs[rung].pros),
            cons: lines(&content.rungs[rung].cons),
            cautions: &[],
            may_not_apply: &[],
            done_when: when,
            sources: &[],
            certainty: Text::NONE,
            touches: 0,
            may_touch: 0,
        });
        let ladder = Ladder {
            groups: &[],
            rungs: leaked(rungs),
            goals: leaked(goals),
            questions: leaked(questions),
            derived: &[],
            tensions: &[],
            notices: &[],
            deadlines: &[],
            signposts: &[],
            sets: &[],
            signposts_first_when: when,
            conversation_when: when,
        };
        let numbers = CodeTables {
            ladder: Box::leak(Box::new(ladder)),
            marks: leaked(code_versions::marks(&content)),
            versions: leaked(code_versions::tables(&content).into_iter().map(|table| leaked(table))),
        };
        Self { content, numbers }
    }

    /// The ladder as it is.
    pub fn today() -> Self {
        Self::of(content_check::load(&content()).expect("the content passes its check"))
    }

    /// Everything that was chosen, by its names.
    fn names(&self, kept: &Snapshot) -> BTreeSet<String> {
        let ladder = self.numbers.ladder;
        let goal = |goal: GoalId| ladder.goal(goal).id;
        let mut names: BTreeSet<String> = kept.goals.iter().map(|(id, weight)| format!("goal {} {weight:?}", goal(*id))).collect();
        names.extend(
            kept.answers.iter().map(|answer| format!("answer {} {}", ladder.question(answer.question).id, ladder.answer(*answer).id)),
        );
        names.extend(kept.skipped.iter().map(|question| format!("skipped {}", ladder.question(*question).id)));
        for rung in &kept.rungs {
            let id = ladder.rung(rung.rung).id;
            let facts = &self.content.rungs[id];
            names.insert(format!("rung {id} {}", rung.kept));
            names.extend(rung.weights.iter().map(|(side, place, weight)| {
                let lines = if *side == Side::For { &facts.pros } else { &facts.cons };
                format!("rung {id} {side:?} {} {weight:?}", lines[usize::from(*place)].id)
            }));
            names.extend(rung.own_effects.iter().map(|(id_of, effect)| format!("rung {id} effect {} {effect:?}", goal(*id_of))));
        }
        names.extend(kept.compared.iter().enumerate().map(|(place, rung)| format!("beside {place} {}", ladder.rung(*rung).id)));
        names
    }
}

fn line(id: &str) -> LineEntry {
    LineEntry { id: id.into(), ..LineEntry::default() }
}

/// What was taken out of the ladder in the years between, as parts of names.
const TAKEN_OUT: [&str; 6] =
    ["goal calm", "effect calm", "rung mediation", "answer afraid-of payback", " size", "rung court For outsider-decides"];

/// The ladder in a few years: turned round, with things taken out and new ones in front, and a second version of codes.
fn years_later() -> World {
    let mut content = World::today().content;
    let first_pro = content.rungs["court"].pros[0].id.clone();
    content.ladder.goals.reverse();
    content.ladder.goals.retain(|goal| goal.id != "calm");
    content.ladder.goals.insert(0, IdEntry { id: "new-goal".into() });
    content.ladder.groups.reverse();
    for group in &mut content.ladder.groups {
        group.rungs.reverse();
        group.rungs.retain(|rung| rung != "mediation");
    }
    content.ladder.groups[2].rungs.insert(1, "new-rung".into());
    content.rungs.remove("mediation");
    let new_rung = RungFile { pros: vec![line("new-pro")], cons: vec![line("new-con")], ..RungFile::default() };
    content.rungs.insert("new-rung".into(), new_rung);
    for rung in content.rungs.values_mut() {
        rung.pros.reverse();
        rung.cons.insert(1.min(rung.cons.len()), line("another-con"));
    }
    content.rungs.get_mut("court").expect("it is there").pros.retain(|pro| pro.id != first_pro);
    let questions = &mut content.questions.questions;
    questions.reverse();
    questions.retain(|question| question.id != "size");
    questions.insert(
        3,
        QuestionEntry {
            id: "new-question".into(),
            answers: vec![AnswerEntry { id: "yes".into(), ..AnswerEntry::default() }],
            ..QuestionEntry::default()
        },
    );
    for question in questions.iter_mut() {
        question.answers.reverse();
        question.answers.retain(|answer| (question.id.as_str(), answer.id.as_str()) != ("afraid-of", "payback"));
    }
    with_next_version(content)
}

fn with_next_version(mut content: Content) -> World {
    let next = code_versions::next_version(&content).expect("there is something new");
    let next: CodeFile = toml::from_str(&next).expect("it is TOML");
    content.code.versions.extend(next.versions);
    World::of(content)
}

#[test]
fn codes_and_files_outlive_changes_of_the_ladder() {
    let (today, later) = (World::today(), years_later());
    assert_eq!((today.numbers.versions.len(), later.numbers.versions.len()), (2, 3));
    let first_pro = format!("rung court For {}", today.content.rungs["court"].pros[0].id);
    let taken_out =
        |name: &str| TAKEN_OUT.iter().any(|part| name.contains(part)) || name.contains(&first_pro) || name.starts_with("beside");
    for kept in some(&anyone(), 200) {
        let before: BTreeSet<String> = today.names(&in_code(&kept, Parts::ALL));
        let expected: BTreeSet<_> = before.iter().filter(|name| !taken_out(name)).cloned().collect();
        let code = code::read(&code::write(&kept, Parts::ALL, &today.numbers), &later.numbers).expect("an old code opens");
        let (file, left_out) = payload::read(&payload::write(&kept, &today.numbers), &later.numbers).expect("an old file opens");
        for (kind, back, left_out) in [("code", &code.snapshot, code.left_out), ("file", &file, left_out)] {
            let back_names = later.names(back);
            let back_names: BTreeSet<_> = back_names.into_iter().filter(|name| !name.starts_with("beside")).collect();
            // In a file there are rungs that only own words were written about.
            let back_names: BTreeSet<_> =
                back_names.into_iter().filter(|name| !name.ends_with(" false") || before.contains(name)).collect();
            // A rung that was put back and of which nothing is left is not there any more.
            let gone: Vec<_> = expected.difference(&back_names).filter(|name| !name.ends_with(" false")).collect();
            assert!(gone.is_empty(), "{kind}: {gone:?} of {expected:?}");
            let extra: Vec<_> = back_names.difference(&expected).collect();
            assert!(extra.is_empty(), "{kind}: {extra:?}");
            assert_eq!(
                left_out > 0,
                before.iter().any(|name| taken_out(name) && (!name.starts_with("beside") || name.ends_with(" mediation"))),
                "{kind}: {before:?}"
            );
        }
        let compared: Vec<_> = kept.compared.iter().map(|rung| LADDER.rung(*rung).id).filter(|id| *id != "mediation").collect();
        assert_eq!(code.snapshot.compared.iter().map(|rung| later.numbers.ladder.rung(*rung).id).collect::<Vec<_>>(), compared);
        assert_eq!((code.snapshot.ending, code.snapshot.readiness, code.snapshot.language), (kept.ending, kept.readiness, kept.language));
    }
}

#[test]
fn a_newer_page_writes_codes_that_an_older_one_knows_to_be_newer() {
    let (today, later) = (World::today(), years_later());
    let kept = Snapshot {
        goals: all_goals()
            .into_iter()
            .skip(1)
            .map(|goal| (goal, GoalWeight::Important))
            .chain([(GoalId(0), GoalWeight::ALittle)])
            .collect(),
        rungs: vec![SnapshotRung {
            kept: true,
            weights: vec![(Side::Against, 1, ArgumentWeight::Heavily)],
            ..SnapshotRung::new(RungId(4))
        }],
        compared: vec![RungId(3), RungId(1)],
        ..Snapshot::default()
    }
    .settled(later.numbers.ladder);
    let code = code::write(&kept, Parts::ALL, &later.numbers);
    assert_eq!(code::read(&code, &later.numbers).map(|opened| (opened.snapshot, opened.left_out)), Ok((kept.clone(), 0)));
    assert_eq!(code::read(&code, &today.numbers), Err(CodeError::Newer));
    // A file is opened all the same, without what is new: a goal and a con.
    let (file, left_out) = payload::read(&payload::write(&kept, &later.numbers), &today.numbers).expect("it opens");
    assert_eq!((file.goals.len(), file.rungs[0].weights.len(), left_out), (kept.goals.len() - 1, 0, 2));
}

#[test]
fn today_is_counted_as_the_build_counts_it() {
    assert_eq!(CODE_TABLES.versions.len(), World::today().numbers.versions.len());
    let today = World::today();
    assert_eq!(today.numbers.marks, CODE_TABLES.marks);
    for kept in some(&anyone(), 20) {
        assert_eq!(code::write(&kept, Parts::ALL, &today.numbers), code::write(&kept, Parts::ALL, &CODE_TABLES));
    }
}
