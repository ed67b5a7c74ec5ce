//! The code on paper: everything that was chosen, without own words, as few characters as can be copied by hand.
//!
//! A number holds the choices (see `number`); it is written in 32 characters that do not look alike, in groups of six.
//! The last character of a group is its check. It catches every single wrong character, every two that changed places,
//! and a group that is missing, extra or out of place, and so can say where to look. docs/formats.md lays it all down.

use crate::content::{CodeTables, Language};
use crate::domain::{AnswerRef, ArgumentWeight, Effect, Ending, GoalId, GoalWeight, MOST_COMPARED, QuestionId, RungId, Side};

use super::big_uint::{BigUint, Coder};
use super::code_tables::{CodeTable, GONE};
use super::parts::{Part, Parts};
use super::restored::Restored;
use super::snapshot::{Settled, Snapshot, SnapshotRung};

/// The characters, by their value. I, L, O and U are not among them.
const CHARACTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// The characters of a group, its check included.
pub const GROUP: usize = 6;
/// The longest text that is looked at. The longest code is far shorter.
pub const LONGEST: usize = 4096;
/// How many versions a code can tell apart.
const VERSIONS: usize = 32;

/// Why a code cannot be read. Groups are counted from one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeError {
    /// There is nothing.
    Empty,
    /// It is longer than any code.
    TooLong,
    /// A character that no code has.
    Foreign {
        /// The group it is in.
        group: usize,
        /// The character.
        character: char,
    },
    /// A group has too few or too many characters.
    Length {
        /// The group.
        group: usize,
    },
    /// A character of a group is wrong, or two changed places; or the group is not in its place.
    Wrong {
        /// The group.
        group: usize,
    },
    /// The same for the last group; or groups are missing after it.
    WrongOrUnfinished {
        /// The group.
        group: usize,
    },
    /// It was made by a newer page.
    Newer,
    /// Every check is right and yet it is no code.
    Unreadable,
}

impl CodeError {
    /// The group to look at, counted from one.
    pub const fn group(self) -> Option<usize> {
        match self {
            Self::Foreign { group, .. } | Self::Length { group } | Self::Wrong { group } | Self::WrongOrUnfinished { group } => Some(group),
            Self::Empty | Self::TooLong | Self::Newer | Self::Unreadable => None,
        }
    }
}

/// Writes a code, in groups with a dash between them.
pub fn write(kept: &Settled, parts: Parts, tables: &CodeTables) -> String {
    let version = tables.versions.len();
    let mut coder = Coder::Writes(Vec::new());
    coder.one_of(VERSIONS, version);
    walk_parts(&mut coder, parts);
    walk(&mut coder, parts, &CodeTable::of(version, tables).unwrap_or_default(), kept);
    characters(coder.number())
}

/// Reads a code as a person typed it: in any case, with or without separators, with letters that look like digits.
///
/// # Errors
/// What is wrong, and in which group.
#[inline(never)] // A split point: see `xtask/split-points.toml`.
pub fn read(text: &str, tables: &CodeTables) -> Result<Restored, CodeError> {
    let mut coder = Coder::Reads(number(text)?);
    let version = coder.one_of(VERSIONS, 0);
    let Some(code_table) = CodeTable::of(version, tables) else {
        return Err(if version == 0 { CodeError::Unreadable } else { CodeError::Newer });
    };
    let parts = walk_parts(&mut coder, Parts::ALL);
    let (kept, left_out) = walk(&mut coder, parts, &code_table, &Snapshot::default());
    if coder.number().is_zero() {
        Ok(Restored { snapshot: kept.settled(tables.ladder), parts, left_out })
    } else {
        Err(CodeError::Unreadable)
    }
}

// -- the choices

/// All parts are likelier than any others.
fn walk_parts(coder: &mut Coder, parts: Parts) -> Parts {
    let mut shares = [1; 16];
    shares[usize::from(Parts::ALL.0)] = 15;
    Parts(byte(coder.choice(&shares, parts.0.into())))
}

/// Walks through everything that can be kept. Writes what is given, or reads; returns what was written or read, with
/// the number of things that are gone from the ladder.
fn walk(coder: &mut Coder, parts: Parts, code_table: &CodeTable, given: &Snapshot) -> (Snapshot, usize) {
    let mut walk = Walk { coder, code_table, given, found: Snapshot::default(), left_out: 0 };
    if parts.has(Part::Goals) {
        walk.goals();
    }
    if parts.has(Part::Situation) {
        walk.situation();
    }
    if parts.has(Part::Rungs) {
        walk.rungs();
    }
    if parts.has(Part::Rest) {
        walk.rest();
    }
    (walk.found, walk.left_out)
}

struct Walk<'a> {
    coder: &'a mut Coder,
    code_table: &'a CodeTable,
    given: &'a Snapshot,
    found: Snapshot,
    left_out: usize,
}

impl Walk<'_> {
    /// Notes something that was read, unless it is gone.
    fn note<T>(left_out: &mut usize, gone: bool, list: &mut Vec<T>, found: T) {
        if gone {
            *left_out += 1;
        } else {
            list.push(found);
        }
    }

    fn goals(&mut self) {
        for &place in &self.code_table.goals {
            let given = self.given.goals.iter().find(|(goal, _)| goal.0 == place);
            let given = given.and_then(|(_, weight)| GoalWeight::ALL.iter().position(|known| known == weight));
            if let Some(weight) = self.coder.choice(&[3, 1, 1, 1], given.map_or(0, |weight| weight + 1)).checked_sub(1) {
                let found = (GoalId(place), GoalWeight::ALL[weight]);
                Self::note(&mut self.left_out, place == GONE, &mut self.found.goals, found);
            }
        }
    }

    /// A question is open, skipped, or has answers: how many, and which.
    fn situation(&mut self) {
        for (place, answers) in &self.code_table.questions {
            let question = QuestionId(*place);
            let is_given = |answer: &u8| self.given.answers.contains(&AnswerRef { question, answer: *answer });
            let given = answers.iter().filter(|answer| is_given(answer)).count();
            let state = if given > 0 { 2 } else { usize::from(self.given.skipped.contains(&question)) };
            match self.coder.choice(&[7, 1, 8], state) {
                0 => {}
                1 => Self::note(&mut self.left_out, *place == GONE, &mut self.found.skipped, question),
                _ => {
                    let mut left = 1;
                    while left < answers.len() && self.coder.yes(1, 3, given > left) {
                        left += 1;
                    }
                    let mut rest = answers.len();
                    for answer in answers {
                        if left > 0 && self.coder.yes(share(left), share(rest), is_given(answer)) {
                            left -= 1;
                            let found = AnswerRef { question, answer: *answer };
                            Self::note(&mut self.left_out, *place == GONE || *answer == GONE, &mut self.found.answers, found);
                        }
                        rest -= 1;
                    }
                }
            }
        }
    }

    fn rungs(&mut self) {
        for (place, lists) in &self.code_table.rungs {
            let nothing = SnapshotRung::new(RungId(*place));
            let given = self.given.rung(RungId(*place)).unwrap_or(&nothing);
            // Own words are not in a code, so a rung that has nothing else is not in it either.
            let state = match (given.kept, given.weights.is_empty() && given.own_effects.is_empty()) {
                (true, _) => 1,
                (false, false) => 2,
                (false, true) => 0,
            };
            let state = self.coder.choice(&[28, 3, 1], state);
            if state > 0 {
                let mut found = SnapshotRung { kept: state == 1, ..SnapshotRung::new(RungId(*place)) };
                let gone = usize::from(*place == GONE);
                self.left_out += gone;
                let gone_inside = self.weights(given, lists, &mut found) + self.own_effects(given, &mut found);
                if gone == 0 {
                    self.left_out += gone_inside;
                    self.found.rungs.push(found);
                }
            }
        }
    }

    /// No pro or con has a weight, or all have, or some. Returns how many are gone.
    fn weights(&mut self, given: &SnapshotRung, lists: &[Vec<u8>; 2], found: &mut SnapshotRung) -> usize {
        let all = || Side::BOTH.into_iter().zip(lists).flat_map(|(side, list)| list.iter().map(move |argument| (side, *argument)));
        let weighed = all().filter(|(side, argument)| given.weight(*side, *argument).is_some()).count();
        let state = if weighed == 0 { 0 } else { 1 + usize::from(weighed < all().count()) };
        let state = self.coder.choice(&[3, 4, 1], state);
        let mut gone = 0;
        for (side, argument) in all().filter(|_| state > 0) {
            let given = given.weight(side, argument).map_or(0, |weight| weight as usize + 1);
            let weight = if state == 1 {
                Some(self.coder.one_of(3, given.saturating_sub(1)))
            } else {
                self.coder.choice(&[3, 1, 1, 1], given).checked_sub(1)
            };
            if let Some(weight) = weight {
                Self::note(&mut gone, argument == GONE, &mut found.weights, (side, argument, ArgumentWeight::ALL[weight]));
            }
        }
        gone
    }

    fn own_effects(&mut self, given: &SnapshotRung, found: &mut SnapshotRung) -> usize {
        let mut gone = 0;
        if self.coder.yes(1, 16, !given.own_effects.is_empty()) {
            for &place in &self.code_table.goals {
                let effect = given.own_effects(GoalId(place)).and_then(|effect| Effect::ALL.iter().position(|known| *known == effect));
                let effect = self.coder.choice(&[6, 1, 1, 1, 1, 1, 1], effect.map_or(0, |effect| effect + 1)).checked_sub(1);
                if let Some(effect) = effect {
                    Self::note(&mut gone, place == GONE, &mut found.own_effects, (GoalId(place), Effect::ALL[effect]));
                }
            }
        }
        gone
    }

    fn rest(&mut self) {
        let language = self.given.language.and_then(|language| Language::ALL.iter().position(|known| *known == language));
        let language = self.coder.choice(&[1, 7, 7], language.map_or(0, |language| language + 1)).checked_sub(1);
        self.found.language = language.map(|language| Language::ALL[language]);
        let ending = self.coder.choice(&[5, 1, 1, 1, 1, 1], self.given.ending.map_or(0, |ending| ending as usize + 1)).checked_sub(1);
        self.found.ending = ending.map(|ending| Ending::ALL[ending]);
        if self.coder.yes(1, 4, self.given.readiness.iter().any(Option::is_some)) {
            for (given, found) in self.given.readiness.iter().zip(&mut self.found.readiness) {
                let said = [None, Some(false), Some(true)];
                *found = said[self.coder.one_of(3, said.iter().position(|known| known == given).unwrap_or(0))];
            }
        }
        let rungs = &self.code_table.rungs;
        let mut shares = [1; MOST_COMPARED + 1];
        shares[0] = 12;
        for number in 0..self.coder.choice(&shares, self.given.compared.len()) {
            let given = self.given.compared.get(number).and_then(|rung| rungs.iter().position(|(place, _)| *place == rung.0));
            let place = rungs.get(self.coder.one_of(rungs.len(), given.unwrap_or(0))).map_or(GONE, |(place, _)| *place);
            Self::note(&mut self.left_out, place == GONE, &mut self.found.compared, RungId(place));
        }
    }
}

/// A number of answers, or a weight: all small.
fn share(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn byte(number: usize) -> u8 {
    u8::try_from(number).unwrap_or(GONE)
}

// -- the characters

/// Twice a value, in the field of 32 elements with x⁵ = x² + 1.
const fn twice(value: u8) -> u8 {
    value << 1 & 31 ^ if value & 16 == 0 { 0 } else { 0b0_0101 }
}

/// Where the check of a group starts, so that it holds in its place only, and only there as the last or not.
fn start(group: usize, is_last: bool) -> u8 {
    byte((group + if is_last { 16 } else { 0 }) % 32)
}

/// The check of a group, counted from zero: zero when its own check is among the values.
fn check(group: usize, is_last: bool, values: &[u8]) -> u8 {
    values.iter().fold(start(group, is_last), |sum, value| twice(sum) ^ value)
}

fn characters(mut number: BigUint) -> String {
    let mut digits = Vec::new();
    while !number.is_zero() || digits.is_empty() || digits.len() % (GROUP - 1) != 0 {
        digits.push(byte(number.shrink(32) as usize));
    }
    digits.reverse();
    let groups = digits.len() / (GROUP - 1);
    let mut text = String::new();
    for (group, digits) in digits.chunks(GROUP - 1).enumerate() {
        if group > 0 {
            text.push('-');
        }
        let check = twice(check(group, group + 1 == groups, digits));
        text.extend(digits.iter().chain([&check]).map(|digit| char::from(CHARACTERS[usize::from(*digit)])));
    }
    text
}

/// The value of a character, also of one that looks like it.
fn value(character: char) -> Option<u8> {
    let character = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        'U' => 'V',
        other => other,
    };
    CHARACTERS.iter().position(|known| char::from(*known) == character).map(byte)
}

fn separates(character: char) -> bool {
    character.is_whitespace() || matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '_' | '.' | ',' | ';' | ':' | '/' | '|')
}

fn number(text: &str) -> Result<BigUint, CodeError> {
    if text.len() > LONGEST {
        return Err(CodeError::TooLong);
    }
    let mut values = Vec::new();
    for character in text.chars().filter(|character| !separates(*character)) {
        values.push(value(character).ok_or(CodeError::Foreign { group: values.len() / GROUP + 1, character })?);
    }
    let groups = values.chunks(GROUP);
    let last = groups.len().checked_sub(1).ok_or(CodeError::Empty)?;
    let wrong = groups.clone().enumerate().find(|(group, values)| values.len() < GROUP || check(*group, *group == last, values) != 0);
    if values.len() % GROUP != 0 {
        // Somebody who keeps to the groups sees at once which one is too short or too long.
        let written: Vec<usize> = text.split(separates).map(|group| group.chars().count()).filter(|length| *length > 0).collect();
        let whole = written.iter().filter(|length| **length == GROUP).count();
        let odd = written.iter().position(|length| *length != GROUP).filter(|_| whole * 2 > written.len());
        return Err(CodeError::Length { group: odd.unwrap_or_else(|| wrong.map_or(last, |(group, _)| group)) + 1 });
    }
    if let Some((group, _)) = wrong {
        let group = group + 1;
        return Err(if group == last + 1 { CodeError::WrongOrUnfinished { group } } else { CodeError::Wrong { group } });
    }
    let mut number = BigUint::default();
    groups.flat_map(|group| &group[..GROUP - 1]).for_each(|value| number.grow(32, u32::from(*value)));
    // A code is never longer than it needs to be.
    if last > 0 && values[..GROUP - 1] == [0; GROUP - 1] { Err(CodeError::Unreadable) } else { Ok(number) }
}
