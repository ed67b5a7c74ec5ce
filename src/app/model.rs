//! What the page knows while it is open. Nothing here is stored, sent, or derived: what follows from the answers is
//! computed by `domain::overview` each time.

use std::sync::Arc;

use crate::content::Language;
use crate::domain::{Answers, QuestionId, RungId, Sheet};
use crate::keep::{CodeError, FileError, Opened, Parts};

/// The most rungs that fit side by side.
pub const MOST_BESIDE: usize = 4;

/// A place of the page. All can be reached from all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Place {
    /// For whom it is, what it promises, am I safe.
    #[default]
    Start,
    /// What I want, and what happens.
    Goals,
    /// The ladder.
    Ladder,
    /// Two to four rungs side by side.
    Beside,
    /// My sheet.
    Sheet,
    /// What the page does and cannot do.
    Honest,
}

impl Place {
    /// The four places of the navigation, in order. Side by side belongs to the ladder; what the page cannot do is linked from the start, the sheet and the foot.
    pub const MAIN: [Self; 4] = [Self::Start, Self::Goals, Self::Ladder, Self::Sheet];

    /// The id of the place in the page. A link to it works before the app has started.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Goals => "goals",
            Self::Ladder => "ladder",
            Self::Beside => "beside",
            Self::Sheet => "sheet",
            Self::Honest => "honest",
        }
    }

    /// The place with an id.
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Start, Self::Goals, Self::Ladder, Self::Beside, Self::Sheet, Self::Honest].into_iter().find(|place| place.id() == id)
    }
}

/// The places that were visited, one for each entry in the browser's history, and which of them is on screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trail {
    places: Vec<Place>,
    at: usize,
}

impl Default for Trail {
    fn default() -> Self {
        Self::starting_at(Place::Start, 0)
    }
}

impl Trail {
    /// A trail that starts at a place with so many entries behind it, as after a reload: those lead to the start.
    pub fn starting_at(place: Place, depth: usize) -> Self {
        let mut places = vec![Place::Start; depth];
        places.push(place);
        Self { places, at: depth }
    }

    /// The place on screen.
    pub fn place(&self) -> Place {
        self.places.get(self.at).copied().unwrap_or_default()
    }

    /// How many entries lie behind it.
    pub const fn depth(&self) -> usize {
        self.at
    }

    /// Goes to another place. What lay ahead is gone, as in the browser.
    pub fn go_to(&mut self, place: Place) {
        if place != self.place() {
            self.places.truncate(self.at + 1);
            self.places.push(place);
            self.at += 1;
        }
    }

    /// Goes where the browser's Back or Forward went. A depth that was never visited changes nothing.
    pub fn travel_to(&mut self, depth: usize) {
        if depth < self.places.len() {
            self.at = depth;
        }
    }
}

/// A set of rungs, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RungSet(u64);

impl RungSet {
    /// Whether the rung is in the set.
    pub const fn contains(self, rung: RungId) -> bool {
        self.0 & (1 << rung.0) != 0
    }

    /// Puts a rung in.
    pub const fn insert(&mut self, rung: RungId) {
        self.0 |= 1 << rung.0;
    }

    /// Takes a rung out.
    pub const fn remove(&mut self, rung: RungId) {
        self.0 &= !(1 << rung.0);
    }
}

/// A question that is being changed on the spot, from a line that it is the reason for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Changing {
    /// The question.
    pub question: QuestionId,
    /// The rung on which the line stands, where focus goes back to; none outside the ladder.
    pub from: Option<RungId>,
}

/// Where emptying everything is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Emptying {
    /// Nobody asked for it.
    #[default]
    No,
    /// It was asked for; the page asks once whether it is meant.
    Asked,
    /// It was done, and nothing was said since.
    Done,
}

/// A way to take the sheet along, or to bring it back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// On paper.
    Paper,
    /// As text: a file, or copied.
    Text,
    /// As a file that only a passphrase opens.
    Sealed,
    /// As a code to write down.
    Code,
    /// Bringing back what was taken along earlier.
    Back,
}

impl Way {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::Paper, Self::Text, Self::Sealed, Self::Code, Self::Back];
}

/// A part of the sheet that may be left out on paper and in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetPart {
    /// What I want.
    Goals,
    /// My own words.
    Own,
    /// The kept choices.
    Kept,
    /// How I weigh.
    Weighing,
    /// How I prepare.
    Prepare,
    /// What I do not know yet, and questions.
    Questions,
    /// What is going on, and my limits.
    Situation,
    /// How I leave it for now.
    Ending,
    /// Who is there.
    Numbers,
}

impl SheetPart {
    /// All, in the order of the sheet.
    pub const ALL: [Self; 9] =
        [Self::Goals, Self::Own, Self::Kept, Self::Weighing, Self::Prepare, Self::Questions, Self::Situation, Self::Ending, Self::Numbers];
}

/// A set of parts of the sheet, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SheetParts(u16);

impl SheetParts {
    /// Whether a part is in the set.
    pub const fn has(self, part: SheetPart) -> bool {
        self.0 & 1 << part as u16 != 0
    }

    /// Puts a part in, or takes it out.
    pub const fn put(&mut self, part: SheetPart, there: bool) {
        let bit = 1 << part as u16;
        self.0 = if there { self.0 | bit } else { self.0 & !bit };
    }
}

/// What is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// The sheet as it is.
    Filled,
    /// The same sheet, to be filled in by hand.
    Blank,
}

/// Where printing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Printing {
    /// Nobody asked for it.
    #[default]
    No,
    /// It was asked for the first time; the page says what a printer may keep.
    Asked(Paper),
    /// It goes to the printer.
    Now(Paper),
}

/// Work that takes the device a moment, so that the page says so first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// Making a sealed file.
    Seal,
    /// Opening one.
    Open,
}

/// What the page says about the last thing that was tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// A file was offered to the browser, sealed or not. Nobody tells the page what became of it.
    Offered(bool),
    /// It could not even be offered.
    NotOffered,
    /// The browser was asked to print, and did not say that it begins.
    NoPrinter,
    /// The browser says that the text was copied, or that it does not allow it.
    Copied(bool),
    /// The code is wrong.
    WrongCode(CodeError),
    /// The file cannot be opened.
    WrongFile(FileError),
    /// The file cannot be made.
    NotSealed(FileError),
    /// There is no passphrase.
    NoPhrase,
    /// There is no file, or no passphrase.
    NoFile,
    /// What was read is on the page; so many things were left out because this page does not know them.
    BroughtBack(usize),
}

/// Taking along and bringing back.
#[derive(Debug, Clone, PartialEq)]
pub struct Taking {
    /// The way that is open.
    pub way: Option<Way>,
    /// The parts of the sheet that are left out.
    pub left_out: SheetParts,
    /// What goes into the code.
    pub code: Parts,
    /// Where printing is.
    pub printing: Printing,
    /// The person has read what a printer may keep.
    pub knows_printers: bool,
    /// The passphrase for a new file.
    pub phrase: String,
    /// The code as it was typed.
    pub typed_code: String,
    /// The chosen file.
    pub file: Option<Arc<[u8]>>,
    /// Its passphrase.
    pub file_phrase: String,
    /// Work that is under way.
    pub work: Option<Work>,
    /// What the page says about the last thing that was tried.
    pub said: Option<Said>,
    /// What was read and is not on the page yet.
    pub found: Option<Arc<Opened>>,
}

impl Default for Taking {
    fn default() -> Self {
        Self {
            way: None,
            left_out: SheetParts::default(),
            code: Parts::ALL,
            printing: Printing::No,
            knows_printers: false,
            phrase: String::new(),
            typed_code: String::new(),
            file: None,
            file_phrase: String::new(),
            work: None,
            said: None,
            found: None,
        }
    }
}

impl Taking {
    /// Whether a part of the sheet goes along.
    pub const fn takes(&self, part: SheetPart) -> bool {
        !self.left_out.has(part)
    }

    /// Takes a part along, or leaves it out.
    pub const fn take(&mut self, part: SheetPart, along: bool) {
        self.left_out.put(part, !along);
    }
}

/// How much of the file has arrived. The app starts before the rest of it does; see `assets/loader.js`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Arrived {
    /// What start, goals and the ladder need, in the language that the file opens in.
    Start,
    /// Everything but the words of the other language.
    Rest,
    /// The whole file.
    #[default]
    All,
}

/// The whole state of the page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Model {
    /// How much of the file has arrived.
    pub arrived: Arrived,
    /// The language on screen. Everything else is the same in both.
    pub language: Language,
    /// Where the person has been.
    pub trail: Trail,
    /// What the person said.
    pub answers: Answers,
    /// What the person keeps in view.
    pub sheet: Sheet,
    /// The rungs that are open.
    pub open: RungSet,
    /// The rungs that lie side by side, in the order in which they were laid down.
    pub beside: Vec<RungId>,
    /// The question that is being changed on the spot.
    pub changing: Option<Changing>,
    /// Where in the pack of conversation questions two people are; none when the card is put away.
    pub card: Option<usize>,
    /// The signs on the ladder are put away, for a quiet look.
    pub signs_away: bool,
    /// The curtain is closed over the page.
    pub curtain: bool,
    /// Where emptying everything is.
    pub emptying: Emptying,
    /// Taking along and bringing back.
    pub taking: Taking,
}
