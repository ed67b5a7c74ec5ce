//! Taking the sheet along and bringing it back: on paper, as text, as a sealed file, as a code. Each way says who may
//! find what later.

use yew::prelude::*;

use crate::app::as_text;
use crate::app::fields::{Field, read_only, typed_words};
use crate::app::kept;
use crate::app::markup::{El, el};
use crate::app::message::Message;
use crate::app::model::{Model, Paper, Place, Printing, Said, SheetPart, Way, Work};
use crate::app::page::Page;
use crate::content::{LADDER, NUMBERS, PASSPHRASE, page};
use crate::domain::Text;
use crate::keep::{CodeError, FileError, Kept, Part, code, passphrase, picture, sealed};

/// Fewer letters than this in a passphrase is called short.
const SHORT_PHRASE: usize = 20;

/// The section on the sheet.
pub fn taking(page: &Page) -> El {
    let taking = &page.model.taking;
    let ways = Way::ALL.map(|way| {
        let (id, words) = way_words(way);
        let open = taking.way == Some(way);
        page.line("button.btn[type=button][aria-controls=take-panel]", words)
            .on_click(choose(page, way, open))
            .put("id", &["take-", id])
            .state("aria-expanded", open)
    });
    el("section.section.section--flow.no-print#take[aria-labelledby=take-title]")
        .add(page.line("h2#take-title[tabindex=-1]", page::TAKE_TITLE))
        .add(page.line("p.measure", page::TAKE_LEAD).add(" ").add(page.link("a", Place::Honest).add(page.say(page::HONEST_TITLE))))
        .add(el("div.btn-row.take__ways").all(ways))
        .add(el("div.take__panel#take-panel").add(taking.way.map(|way| panel(page, way))).add(el("div[role=status]").add(said(page))))
}

/// Opens a way, or closes it. A passphrase is offered before one is asked for.
fn choose(page: &Page, way: Way, open: bool) -> Callback<MouseEvent> {
    let (on, words) = (page.on.clone(), page.say(PASSPHRASE));
    Callback::from(move |_| {
        on.emit(Message::ChoseWay(way));
        if way == Way::Sealed && !open {
            on.emit(Message::TypedPhrase(six_words(words)));
        }
    })
}

const fn way_words(way: Way) -> (&'static str, Text) {
    match way {
        Way::Paper => ("paper", page::TAKE_PAPER),
        Way::Text => ("text", page::TAKE_TEXT),
        Way::Sealed => ("sealed", page::TAKE_SEALED),
        Way::Code => ("code", page::TAKE_CODE),
        Way::Back => ("back", page::TAKE_BACK),
    }
}

fn panel(page: &Page, way: Way) -> El {
    let (id, words) = way_words(way);
    let panel = el("div.stack[role=group]").key(id).set("aria-label", page.say(words));
    match way {
        Way::Paper => paper(page, panel),
        Way::Text => text(page, panel),
        Way::Sealed => sealed_file(page, panel),
        Way::Code => code_on_paper(page, panel),
        Way::Back => back(page, panel),
    }
}

/// The id and words of a part of the sheet.
pub const fn part_words(part: SheetPart) -> (&'static str, Text) {
    match part {
        SheetPart::Goals => ("goals", page::PART_GOALS),
        SheetPart::Own => ("own", page::PART_OWN),
        SheetPart::Kept => ("kept", page::PART_KEPT),
        SheetPart::Weighing => ("weighing", page::PART_WEIGHING),
        SheetPart::Prepare => ("prepare", page::PART_PREPARE),
        SheetPart::Questions => ("questions", page::PART_QUESTIONS),
        SheetPart::Situation => ("situation", page::PART_SITUATION),
        SheetPart::Ending => ("ending", page::PART_ENDING),
        SheetPart::Numbers => ("numbers", page::PART_NUMBERS),
    }
}

/// A box to tick.
fn tick(page: &Page, id: &[&str], words: Text, ticked: bool, message: Message) -> El {
    el("label.answer")
        .add(el("input[type=checkbox][autocomplete=off]").put("id", id).checked(ticked).on_change(page.send(message)))
        .add(page.line("span", words))
}

/// What of the sheet may go along on paper and in the text.
fn parts(page: &Page) -> El {
    el("fieldset").add(page.line("legend", page::TAKE_PARTS)).add(el("div.answers").all(SheetPart::ALL.map(|part| {
        let (id, words) = part_words(part);
        let along = page.model.taking.takes(part);
        tick(page, &["part-", id], words, along, Message::TickedPart(part, !along))
    })))
}

fn paper(page: &Page, panel: El) -> El {
    let panel = panel.add(page.line("p", page::PAPER_TEXT)).add(parts(page));
    if let Printing::Asked(_) = page.model.taking.printing {
        return panel.add(el("div[role=alert]").add(page.line("p", page::PRINT_ASK)).add(
            el("div.btn-row").add(page.button("button.btn#print-yes", page::PRINT_YES, Message::AgreedToPrint(true))).add(page.button(
                "button.btn#print-no",
                page::PRINT_NO,
                Message::AgreedToPrint(false),
            )),
        ));
    }
    panel
        .add(el("div.btn-row").add(page.button("button.btn#print", page::PRINT, Message::AskedToPrint(Paper::Filled))).add(page.button(
            "button.btn#print-blank",
            page::PRINT_BLANK,
            Message::AskedToPrint(Paper::Blank),
        )))
        .add(page.line("p.note", page::PAPER_WARNING))
}

fn text(page: &Page, panel: El) -> El {
    let text = as_text::sheet(page);
    let (save, copy) = (text.clone(), text.clone());
    let (saved, copied) = (page.on.clone(), page.on.clone());
    let name = page.say(page::TEXT_FILE);
    panel
        .add(page.line("p", page::TEXT_NOTE))
        .add(parts(page))
        .add(page.line("label[for=as-text]", page::TEXT_LABEL))
        .add(read_only("as-text", &text, "12"))
        .add(
            el("div.btn-row")
                .add(page.line("button.btn#save-text[type=button]", page::TEXT_SAVE).on_click(Callback::from(move |_| {
                    saved.emit(Message::SavedText(crate::browser::save(name, "text/plain;charset=utf-8", save.as_bytes())));
                })))
                .add(page.line("button.btn#copy-text[type=button]", page::TEXT_COPY).on_click(Callback::from(move |_| {
                    crate::browser::copy(&copy, "as-text", &copied);
                }))),
        )
}

fn sealed_file(page: &Page, panel: El) -> El {
    let taking = &page.model.taking;
    let field =
        Field { id: "phrase", label: page.say(page::SEALED_PHRASE), hint: page::SEALED_PHRASE_HINT, value: &taking.phrase, rows: "1" };
    let words = page.say(PASSPHRASE);
    let on = page.on.clone();
    let draw = Callback::from(move |_| on.emit(Message::TypedPhrase(six_words(words))));
    let length = passphrase::levelled(&taking.phrase).chars().count();
    // Six words are copied by hand: each stands by itself, with its number, so that none is missed.
    let words: Vec<&str> = taking.phrase.split_whitespace().collect();
    let numbered = (words.len() == passphrase::DRAWN).then(|| {
        let words = words.iter().map(|word| el("li").add((*word).to_owned())).collect::<Vec<_>>();
        el("ol.code.words#words-drawn[translate=no]").set("aria-label", page.say(page::SEALED_PHRASE)).all(words)
    });
    panel
        .add(page.line("p", page::SEALED_NOTE))
        .add(el("div.btn-row").add(page.line("button.btn#draw-words[type=button]", page::SEALED_OTHER_WORDS).on_click(draw)))
        .add(numbered)
        .add(typed_words(page, &field, Message::TypedPhrase))
        .add((1..SHORT_PHRASE).contains(&length).then(|| page.line("p.note", page::SEALED_SHORT)))
        .add(
            el("div.btn-row")
                .add(page.button("button.btn#seal", page::SEALED_MAKE, Message::AskedToSeal).flag("disabled", taking.work.is_some())),
        )
}

/// Six words by chance.
#[inline(never)] // A door: see `xtask/late.toml`.
fn six_words(words: &str) -> String {
    let words: Vec<&str> = words.split(' ').collect();
    passphrase::draw(&words, crate::browser::random()).to_string()
}

fn code_on_paper(page: &Page, panel: El) -> El {
    const PARTS: [(Part, &str, Text); 4] = [
        (Part::Goals, "goals", page::CODE_PART_GOALS),
        (Part::Situation, "situation", page::CODE_PART_SITUATION),
        (Part::Rungs, "rungs", page::CODE_PART_KEPT),
        (Part::Rest, "rest", page::CODE_PART_REST),
    ];
    let parts = page.model.taking.code;
    let written = code::write(&kept::kept(&page.model), parts, &NUMBERS);
    let count = written.chars().filter(|character| *character != '-').count().to_string();
    let groups = written.split('-').map(|group| el("li").add(group.to_owned())).collect::<Vec<_>>();
    panel
        .add(page.line("p", page::CODE_NOTE))
        .add(el("fieldset").add(page.line("legend", page::CODE_LEFT_OUT)).add(el("div.answers").all(PARTS.map(|(part, id, words)| {
            tick(page, &["code-part-", id], words, parts.has(part), Message::TickedCodePart(part, !parts.has(part)))
        }))))
        .add(page.line("p", page::CODE_LABEL))
        .add(el("ol.code#code[translate=no]").set("aria-label", page.say(page::TAKE_CODE)).all(groups))
        .add(el("p.note").add(page.fill(page::CODE_LENGTH, &[("count", &count)])))
        .add(drawn(page, &written))
}

/// The code as a picture, to be read by a camera.
fn drawn(page: &Page, written: &str) -> Option<El> {
    let drawn = picture::draw(written)?;
    let mut path = String::new();
    for (place, dark) in drawn.dark.iter().enumerate() {
        if *dark {
            let (x, y) = (place % drawn.side + picture::QUIET, place / drawn.side + picture::QUIET);
            path.push_str(&["M", &x.to_string(), " ", &y.to_string(), "h1v1h-1z"].concat());
        }
    }
    let side = (drawn.side + 2 * picture::QUIET).to_string();
    Some(
        el("figure.qr")
            .add(
                el("svg[role=img][shape-rendering=crispEdges]")
                    .put("viewBox", &["0 0 ", &side, " ", &side])
                    .set("aria-label", page.say(page::CODE_PICTURE_ALT))
                    .add(el("path").put("d", &[&path])),
            )
            .add(page.line("figcaption.note", page::CODE_PICTURE)),
    )
}

fn back(page: &Page, panel: El) -> El {
    let taking = &page.model.taking;
    if let Some(opened) = &taking.found {
        return panel.add(
            el("div[role=alert]").add(el("p").add(what_is_in(page, &opened.kept))).add(page.line("p", page::BACK_REPLACE)).add(
                el("div.btn-row")
                    .add(page.button("button.btn#back-yes", page::BACK_YES, Message::AgreedToBringBack(true)))
                    .add(page.button("button.btn#back-no", page::BACK_NO, Message::AgreedToBringBack(false))),
            ),
        );
    }
    let code = Field { id: "typed-code", label: page.say(page::BACK_CODE), hint: Text::NONE, value: &taking.typed_code, rows: "3" };
    let file_phrase =
        Field { id: "file-phrase", label: page.say(page::SEALED_PHRASE), hint: Text::NONE, value: &taking.file_phrase, rows: "1" };
    let on = page.on.clone();
    let chosen = Callback::from(move |event: Event| crate::browser::read_file(&event, sealed::LARGEST, &on));
    panel
        .add(page.line("p", page::BACK_NOTE))
        .add(typed_words(page, &code, Message::TypedCode))
        .add(el("div.btn-row").add(page.button("button.btn#read-code", page::BACK_CODE_OPEN, Message::AskedToReadCode)))
        .add(
            el("div.field")
                .add(page.line("label[for=sealed-file]", page::BACK_FILE))
                .add(el("input#sealed-file[type=file][autocomplete=off]").on_change(chosen)),
        )
        .add(typed_words(page, &file_phrase, Message::TypedFilePhrase))
        .add(
            el("div.btn-row").add(
                page.button("button.btn#open-file", page::BACK_FILE_OPEN, Message::AskedToOpen).flag("disabled", taking.work.is_some()),
            ),
        )
}

/// How much was read, so that the person sees whether it is theirs.
fn what_is_in(page: &Page, kept: &Kept) -> String {
    let goals = (kept.goals.len() + usize::from(!kept.own_goal.trim().is_empty())).to_string();
    let rungs = kept.rungs.iter().filter(|rung| rung.kept).count().to_string();
    page.fill(page::BACK_FOUND, &[("goals", &goals), ("answers", &kept.answers.len().to_string()), ("kept", &rungs)])
}

/// What the page says about the last thing that was tried.
fn said(page: &Page) -> Option<El> {
    let taking = &page.model.taking;
    if taking.work.is_some() {
        return Some(page.line("p.notice#working", page::SEALED_BUSY));
    }
    let said = taking.said?;
    let words = match said {
        Said::Offered(sealed) => {
            let check = || page.fill(page::SAVED_CHECK, &[("back", page.say(page::TAKE_BACK)), ("no", page.say(page::BACK_NO))]);
            let notice = page.line("p.notice#take-said[data-said=offered]", page::SAVED).add(" ");
            return Some(notice.add(sealed.then(|| check() + " ")).add(not_here(page, page::NOTHING_CAME)));
        }
        Said::NotOffered => return Some(el("p.notice#take-said").add(not_here(page, page::NOTHING_CAME))),
        Said::NoPrinter => return no_printer(page),
        Said::Copied(true) => page::TEXT_COPIED,
        Said::Copied(false) => page::TEXT_NOT_COPIED,
        Said::WrongCode(error) => return Some(wrong_code(page, error)),
        Said::WrongFile(error) | Said::NotSealed(error) => wrong_file(error, matches!(said, Said::NotSealed(_))),
        Said::NoPhrase => page::WRONG_NO_PHRASE,
        Said::NoFile => page::WRONG_NO_FILE,
        Said::BroughtBack(left_out) => {
            let lost = (left_out > 0).then(|| page.fill(page::BACK_LOST, &[("count", &left_out.to_string())]));
            let found = what_is_in(page, &kept::kept(&page.model));
            return Some(page.line("p.notice#brought-back", page::BACK_DONE).add(" ").add(found).add(" ").add(lost));
        }
    };
    Some(page.line("p.notice#take-said", words))
}

/// Says what can be done where printing did not begin, if it did not.
pub fn no_printer(page: &Page) -> Option<El> {
    (page.model.taking.said == Some(Said::NoPrinter)).then(|| el("p.notice#take-said").add(not_here(page, page::NO_PRINT_WINDOW)))
}

/// What somebody can do who sees that something did not come. The page itself is not told.
fn not_here(page: &Page, what: Text) -> String {
    let ways = [("text", page.say(page::TAKE_TEXT)), ("code", page.say(page::TAKE_CODE))];
    [page.say(what), " ", &page.fill(page::NOT_HERE, &ways)].concat()
}

fn wrong_code(page: &Page, error: CodeError) -> El {
    let notice = el("p.notice#take-said");
    match error.group() {
        Some(group) => notice.add(page.fill(page::WRONG_GROUP, &[("group", &group.to_string())])),
        None => notice.add(page.say(match error {
            CodeError::Newer => page::WRONG_VERSION,
            CodeError::TooLong => page::WRONG_CODE_LONG,
            _ => page::WRONG_CODE,
        })),
    }
}

const fn wrong_file(error: FileError, sealing: bool) -> Text {
    match error {
        FileError::TooLarge if sealing => page::WRONG_TOO_MUCH,
        FileError::TooLarge => page::WRONG_SIZE,
        FileError::Newer => page::WRONG_VERSION,
        FileError::WrongPassphrase => page::WRONG_PHRASE,
        FileError::NoMemory => page::WRONG_SEAL,
        FileError::Foreign | FileError::Damaged => page::WRONG_FILE,
    }
}

/// Does the work that takes a moment, and says how it went.
#[inline(never)] // A door: see `xtask/late.toml`.
pub fn done(work: Work, model: &Model, name: &'static str) -> Message {
    let taking = &model.taking;
    match work {
        Work::Seal => {
            let (salt, nonce) = (crate::browser::random(), crate::browser::random());
            let made = sealed::seal(&kept::kept(model), &NUMBERS, &crate::browser::composed(&taking.phrase), salt, nonce);
            Message::Sealed(made.map(|file| crate::browser::save(name, "application/octet-stream", &file)))
        }
        Work::Open => {
            let file = taking.file.as_deref().unwrap_or_default();
            Message::Opened(sealed::open(file, &NUMBERS, &taking.file_phrase, crate::browser::composed).map(std::sync::Arc::new))
        }
    }
}

/// The same sheet, empty, to be filled in by hand. Only on paper.
pub fn blank(page: &Page) -> El {
    let lines = |count: usize| el("div[aria-hidden=true]").at_once((0..count).map(|_| el("p.blank-line")));
    let boxed = |text: Text| el("li").add(el("span.box[aria-hidden=true]")).add(page.say(text));
    let section = |title: Text| el("section.section.section--flow").add(page.line("h2", title));
    let limits = LADDER.questions().filter(|(_, question)| question.limit).flat_map(|(_, question)| question.answers);
    let endings = [page::END_SMALL, page::END_WAIT, page::END_NOT_NOW, page::END_NOT_SURE, page::END_LEAVE];
    el("div.blank.on-paper")
        .add(page.line("h1", page::BLANK_TITLE))
        .add(section(page::GOALS_TITLE).add(el("ul.boxes").at_once(LADDER.goals.iter().map(|goal| boxed(goal.text)))).add(lines(1)))
        .add(section(page::MUST_NOT).add(el("ul.boxes").at_once(limits.map(|limit| boxed(limit.text)))).add(lines(1)))
        .add(section(page::KEPT_TITLE).add(el("ul.boxes").at_once(LADDER.rungs.iter().map(|rung| boxed(rung.name())))))
        .add(section(page::PROS).add(lines(3)).add(page.line("h2", page::CONS)).add(lines(3)))
        .add(section(page::ASK_ADVISER_TITLE).add(lines(4)))
        .add(section(page::NOW_TITLE).add(el("ul.boxes").all(endings.map(boxed))).add(lines(2)))
}
