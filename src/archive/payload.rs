//! What is inside a sealed file: everything that is kept, as records with ids, so that it can be read when the ladder
//! has changed, and in either language.
//!
//! A record is a kind (one byte), the length of what follows (two bytes, low byte first) and that. Names are the ids of
//! the content; pros and cons go by the mark of their id. docs/formats.md lists the records.

use zeroize::Zeroizing;

use crate::content::{CodeTables, Language};
use crate::domain::{
    AnswerRef, ArgumentWeight, Effect, Ending, GoalId, GoalWeight, MOST_OWN_ARGUMENTS, OwnArgument, QuestionId, Rung, RungId, Side,
};

use super::snapshot::{Settled, Snapshot, SnapshotRung};

/// Stands for a weight that was not given.
const NO_WEIGHT: u8 = 255;

/// The kinds of records.
mod kind {
    pub const LANGUAGE: u8 = 1;
    pub const GOAL: u8 = 2;
    pub const OWN_GOAL: u8 = 3;
    pub const MUST_NOT_HAPPEN: u8 = 4;
    pub const ANSWER: u8 = 5;
    pub const SKIPPED: u8 = 6;
    pub const RUNG: u8 = 7;
    pub const ARGUMENT: u8 = 8;
    pub const OWN_ARGUMENT: u8 = 9;
    pub const NOTE: u8 = 10;
    pub const OVERRULED: u8 = 11;
    pub const READINESS: u8 = 12;
    pub const ENDING: u8 = 13;
    pub const ENDING_WORDS: u8 = 14;
    pub const ENDING_DATE: u8 = 15;
    pub const OWN_WORDS: u8 = 16;
    pub const UNCLEAR: u8 = 17;
    pub const BESIDE: u8 = 18;
}

/// The records do not follow one another as they should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Broken;

/// Writes everything.
pub fn write(kept: &Settled, tables: &CodeTables) -> Zeroizing<Vec<u8>> {
    let ladder = tables.ladder;
    let mut out = Records(Zeroizing::new(Vec::new()));
    if let Some(language) = kept.language {
        out.record(kind::LANGUAGE, &[], language.tag());
    }
    for (goal, weight) in &kept.goals {
        out.record(kind::GOAL, &[weight_number(Some(*weight))], ladder.goal(*goal).id);
    }
    if !kept.own_goal.is_empty() || kept.own_goal_weight.is_some() {
        out.record(kind::OWN_GOAL, &[weight_number(kept.own_goal_weight)], &kept.own_goal);
    }
    for answer in &kept.answers {
        let question = ladder.question(answer.question).id;
        out.record(kind::ANSWER, &[length(question)], &[question, ladder.answer(*answer).id].concat());
    }
    for question in &kept.skipped {
        out.record(kind::SKIPPED, &[], ladder.question(*question).id);
    }
    for rung in &kept.rungs {
        out.rung(rung, tables);
    }
    for (place, ready) in (0..).zip(kept.readiness) {
        if let Some(ready) = ready {
            out.record(kind::READINESS, &[place, ready.into()], "");
        }
    }
    if let Some(ending) = kept.ending {
        out.record(kind::ENDING, &[ending as u8], "");
    }
    for rung in &kept.compared {
        out.record(kind::BESIDE, &[], ladder.rung(*rung).id);
    }
    for (kind, text) in texts(kept) {
        if !text.is_empty() {
            out.record(kind, &[], text);
        }
    }
    out.0
}

/// The texts that stand alone.
fn texts(kept: &Snapshot) -> [(u8, &str); 5] {
    [
        (kind::MUST_NOT_HAPPEN, &kept.must_not_happen),
        (kind::ENDING_WORDS, &kept.ending_words),
        (kind::ENDING_DATE, &kept.ending_date),
        (kind::OWN_WORDS, &kept.own_words),
        (kind::UNCLEAR, &kept.unclear),
    ]
}

struct Records(Zeroizing<Vec<u8>>);

impl Records {
    /// Numbers, and a text after them. A text is far shorter than a record can be.
    fn record(&mut self, kind: u8, numbers: &[u8], text: &str) {
        let length = u16::try_from(numbers.len() + text.len()).unwrap_or(u16::MAX);
        self.0.push(kind);
        self.0.extend(length.to_le_bytes());
        self.0.extend(numbers);
        self.0.extend(text.as_bytes());
    }

    fn rung(&mut self, kept: &SnapshotRung, tables: &CodeTables) {
        self.record(kind::RUNG, &[kept.kept.into()], tables.ladder.rung(kept.rung).id);
        for (side, place, weight) in &kept.weights {
            let [high, low] = marks(kept.rung, *side, tables).get(usize::from(*place)).copied().unwrap_or_default().to_be_bytes();
            self.record(kind::ARGUMENT, &[side_number(*side), *weight as u8, high, low], "");
        }
        for own in &kept.own {
            self.record(kind::OWN_ARGUMENT, &[side_number(own.side), own.weight.map_or(NO_WEIGHT, |weight| weight as u8)], &own.words);
        }
        if !kept.note.is_empty() {
            self.record(kind::NOTE, &[], &kept.note);
        }
        for (goal, effect) in &kept.own_effects {
            let effect = (0..).zip(Effect::ALL).find(|(_, known)| known == effect).map_or(NO_WEIGHT, |(number, _)| number);
            self.record(kind::OVERRULED, &[effect], tables.ladder.goal(*goal).id);
        }
    }
}

/// The marks of a rung's pros or cons.
fn marks(rung: RungId, side: Side, tables: &CodeTables) -> &'static [u16] {
    let both = |rung: &Rung| rung.pros.len() + rung.cons.len();
    let place = usize::from(rung.0);
    let before: usize = tables.ladder.rungs.iter().take(place).map(both).sum();
    let (pros, cons) = tables.ladder.rungs.get(place).map_or((0, 0), |rung| (rung.pros.len(), rung.cons.len()));
    let (from, length) = if side == Side::For { (before, pros) } else { (before + pros, cons) };
    tables.marks.get(from..from + length).unwrap_or_default()
}

fn side_number(side: Side) -> u8 {
    u8::from(side == Side::Against)
}

fn weight_number(weight: Option<GoalWeight>) -> u8 {
    (1..).zip(GoalWeight::ALL).find(|(_, known)| Some(*known) == weight).map_or(0, |(number, _)| number)
}

fn length(id: &str) -> u8 {
    u8::try_from(id.len()).unwrap_or(u8::MAX)
}

// -- reading

/// Reads everything, cleaned, with the number of things that the page does not know.
///
/// # Errors
/// When the records do not follow one another as they should.
pub fn read(bytes: &[u8], tables: &CodeTables) -> Result<(Settled, usize), Broken> {
    let mut reader = Reader { tables, kept: Snapshot::default(), in_rung: None, left_out: 0 };
    let mut rest = bytes;
    while let [kind, low, high, after @ ..] = rest {
        let length = usize::from(u16::from_le_bytes([*low, *high]));
        let (body, after) = after.split_at_checked(length).ok_or(Broken)?;
        if reader.record(*kind, body).is_none() {
            reader.left_out += 1;
        }
        rest = after;
    }
    if rest.is_empty() { Ok((reader.kept.settled(tables.ladder), reader.left_out)) } else { Err(Broken) }
}

struct Reader<'a> {
    tables: &'a CodeTables,
    kept: Snapshot,
    /// The rung that the records after it are about; none when the page does not know it.
    in_rung: Option<usize>,
    left_out: usize,
}

impl Reader<'_> {
    /// Takes up a record; none when the page does not know what it is about.
    fn record(&mut self, kind: u8, body: &[u8]) -> Option<()> {
        match kind {
            kind::LANGUAGE => {
                let tag = text(body)?;
                self.kept.language = Some(Language::ALL.into_iter().find(|language| language.tag() == tag)?);
            }
            kind::GOAL => {
                let ([weight], id) = split(body)?;
                let goal = self.goal(id)?;
                self.kept.goals.push((goal, weight_of(weight)?));
            }
            kind::OWN_GOAL => {
                let ([weight], words) = split(body)?;
                self.kept.own_goal_weight = weight_of(weight);
                words.clone_into(&mut self.kept.own_goal);
            }
            kind::ANSWER => {
                let ([length], ids) = split(body)?;
                let (question, id) = ids.split_at_checked(usize::from(length))?;
                let question = self.question(question)?;
                let answers = self.tables.ladder.question(question).answers;
                let answer = (0..).zip(answers).find(|(_, answer)| answer.id == id)?.0;
                self.kept.answers.push(AnswerRef { question, answer });
            }
            kind::SKIPPED => {
                let question = self.question(text(body)?)?;
                self.kept.skipped.push(question);
            }
            kind::RUNG => {
                self.in_rung = None;
                let ([kept], id) = split(body)?;
                let rung = self.rung(id)?;
                self.in_rung = Some(self.kept.rungs.len());
                self.kept.rungs.push(SnapshotRung { kept: kept != 0, ..SnapshotRung::new(rung) });
            }
            kind::READINESS => {
                let ([place, ready], _) = split(body)?;
                *self.kept.readiness.get_mut(usize::from(place))? = Some(ready != 0);
            }
            kind::ENDING => {
                let ([ending], _) = split(body)?;
                self.kept.ending = Some(*Ending::ALL.get(usize::from(ending))?);
            }
            kind::BESIDE => {
                let rung = self.rung(text(body)?)?;
                self.kept.compared.push(rung);
            }
            kind::ARGUMENT..=kind::OVERRULED => self.in_rung(kind, body)?,
            _ => {
                let words = text(body)?.to_owned();
                match kind {
                    kind::MUST_NOT_HAPPEN => self.kept.must_not_happen = words,
                    kind::ENDING_WORDS => self.kept.ending_words = words,
                    kind::ENDING_DATE => self.kept.ending_date = words,
                    kind::OWN_WORDS => self.kept.own_words = words,
                    kind::UNCLEAR => self.kept.unclear = words,
                    _ => return None,
                }
            }
        }
        Some(())
    }

    /// A record about the rung that came before it.
    fn in_rung(&mut self, kind: u8, body: &[u8]) -> Option<()> {
        let place = self.in_rung?;
        let rung = self.kept.rungs.get(place)?.rung;
        match kind {
            kind::ARGUMENT => {
                let ([side, weight, high, low], _) = split(body)?;
                let (side, mark) = (side_of(side)?, u16::from_be_bytes([high, low]));
                let argument = (0..).zip(marks(rung, side, self.tables)).find(|(_, known)| **known == mark)?.0;
                self.kept.rungs[place].weights.push((side, argument, *ArgumentWeight::ALL.get(usize::from(weight))?));
            }
            kind::OWN_ARGUMENT => {
                let ([side, weight], words) = split(body)?;
                let own = &mut self.kept.rungs[place].own;
                if own.len() >= MOST_OWN_ARGUMENTS {
                    return None;
                }
                let weight = ArgumentWeight::ALL.get(usize::from(weight)).copied();
                own.push(OwnArgument { rung, side: side_of(side)?, words: words.to_owned(), weight });
            }
            kind::NOTE => text(body)?.clone_into(&mut self.kept.rungs[place].note),
            _ => {
                let ([effect], id) = split(body)?;
                let own_effects = (self.goal(id)?, *Effect::ALL.get(usize::from(effect))?);
                self.kept.rungs[place].own_effects.push(own_effects);
            }
        }
        Some(())
    }

    fn goal(&self, id: &str) -> Option<GoalId> {
        self.tables.ladder.goals().find(|(_, goal)| goal.id == id).map(|(goal, _)| goal)
    }

    fn question(&self, id: &str) -> Option<QuestionId> {
        self.tables.ladder.questions().find(|(_, question)| question.id == id).map(|(question, _)| question)
    }

    fn rung(&self, id: &str) -> Option<RungId> {
        self.tables.ladder.rungs().find(|(_, rung)| rung.id == id).map(|(rung, _)| rung)
    }
}

fn text(body: &[u8]) -> Option<&str> {
    std::str::from_utf8(body).ok()
}

/// The numbers that a record starts with, and the text after them.
fn split<const N: usize>(body: &[u8]) -> Option<([u8; N], &str)> {
    let (numbers, rest) = body.split_first_chunk::<N>()?;
    Some((*numbers, text(rest)?))
}

fn weight_of(number: u8) -> Option<GoalWeight> {
    GoalWeight::ALL.get(usize::from(number).checked_sub(1)?).copied()
}

fn side_of(number: u8) -> Option<Side> {
    Side::BOTH.get(usize::from(number)).copied()
}
