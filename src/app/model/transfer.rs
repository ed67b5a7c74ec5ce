//! Taking along and bringing back: what can be chosen, and where it is.

use std::sync::Arc;

use crate::archive::{CodeError, FileError, Parts, Restored};

/// A way to take the sheet along, or to bring it back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
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

impl Method {
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
    PhoneNumbers,
}

impl SheetPart {
    /// All, in the order of the sheet.
    pub const ALL: [Self; 9] = [
        Self::Goals,
        Self::Own,
        Self::Kept,
        Self::Weighing,
        Self::Prepare,
        Self::Questions,
        Self::Situation,
        Self::Ending,
        Self::PhoneNumbers,
    ];
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
    /// The ladder, with what was chosen.
    Ladder,
    /// A sheet for a talk, to be filled in by hand.
    Talk,
    /// A form for counting without names, to be filled in by hand.
    Registration,
}

impl Paper {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Filled, Self::Blank, Self::Ladder, Self::Talk, Self::Registration];

    /// Those that an adviser fills in by hand, in the order of the content.
    pub const FORMS: [Self; 2] = [Self::Talk, Self::Registration];
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
pub enum Outcome {
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
    /// What was read is on the page. The number counts entries that this version does not know and skipped.
    BroughtBack(usize),
}

/// Taking along and bringing back.
#[derive(Debug, Clone, PartialEq)]
pub struct Transfer {
    /// The way that is open.
    pub method: Option<Method>,
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
    pub outcome: Option<Outcome>,
    /// What was read and is not on the page yet.
    pub found: Option<Arc<Restored>>,
}

impl Default for Transfer {
    fn default() -> Self {
        Self {
            method: None,
            left_out: SheetParts::default(),
            code: Parts::ALL,
            printing: Printing::No,
            knows_printers: false,
            phrase: String::new(),
            typed_code: String::new(),
            file: None,
            file_phrase: String::new(),
            work: None,
            outcome: None,
            found: None,
        }
    }
}

impl Transfer {
    /// Whether a part of the sheet goes along.
    pub const fn takes(&self, part: SheetPart) -> bool {
        !self.left_out.has(part)
    }

    /// Takes a part along, or leaves it out.
    pub const fn take(&mut self, part: SheetPart, along: bool) {
        self.left_out.put(part, !along);
    }
}
