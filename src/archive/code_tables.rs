//! What a version of codes counts, as lists of places on the ladder as it is now.

use crate::content::CodeTables;

/// A place that the ladder no longer has.
pub const GONE: u8 = 255;

/// What a version counts. Each list holds, for each number, the place on the ladder, or [`GONE`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CodeTable {
    /// The goals.
    pub goals: Vec<u8>,
    /// The questions, each with its answers.
    pub questions: Vec<(u8, Vec<u8>)>,
    /// The rungs, each with its pros and its cons.
    pub rungs: Vec<(u8, [Vec<u8>; 2])>,
}

impl CodeTable {
    /// What a version counts; the first is 1. None when the page does not know the version.
    pub fn of(version: usize, tables: &CodeTables) -> Option<Self> {
        let table = tables.versions.get(version.checked_sub(1)?)?;
        if table.is_empty() { Some(Self::of_ladder(tables)) } else { Some(Self::of_table(&mut table.iter().copied())) }
    }

    fn of_ladder(tables: &CodeTables) -> Self {
        let ladder = tables.ladder;
        let list = |length: usize| (0..GONE).take(length).collect();
        let questions = ladder.questions.iter().map(|question| list(question.answers.len()));
        let rungs = ladder.rungs.iter().map(|rung| [list(rung.pros.len()), list(rung.cons.len())]);
        Self { goals: list(ladder.goals.len()), questions: (0..).zip(questions).collect(), rungs: (0..).zip(rungs).collect() }
    }

    fn of_table(bytes: &mut impl Iterator<Item = u8>) -> Self {
        let goals = list(bytes);
        let questions = (0..next(bytes)).map(|_| (next(bytes), list(bytes))).collect();
        let rungs = (0..next(bytes)).map(|_| (next(bytes), [list(bytes), list(bytes)])).collect();
        Self { goals, questions, rungs }
    }
}

fn next(bytes: &mut impl Iterator<Item = u8>) -> u8 {
    bytes.next().unwrap_or(0)
}

fn list(bytes: &mut impl Iterator<Item = u8>) -> Vec<u8> {
    (0..next(bytes)).map(|_| next(bytes)).collect()
}
