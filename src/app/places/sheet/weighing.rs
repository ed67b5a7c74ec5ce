//! Weighing for oneself: how much each pro and con of a kept rung counts, pros and cons of one's own, and effects that
//! one sees differently. Nothing is added up, and what counts heavily is only shown first.

use crate::app::parts::rung_lines::argument;
use crate::app::ui::cx::{Cx, Page};
use crate::app::ui::fields::{Field, option, own_words, said, written_out};
use crate::app::ui::labels::{argument_weight_words, side_id, side_words};
use crate::app::ui::markup::{El, el, hidden, sel};
use crate::app::update::Message;
use crate::content::{LADDER, text};
use crate::domain::{ArgumentWeight, MOST_OWN_ARGUMENTS, OwnArgument, RungId, Side, Text};

/// A pro or con of a kept rung with what was said about it: of the content, or the person's own.
pub enum Weighed<'a> {
    /// Of the content: its sentence and condition.
    Said(Text, Text),
    /// The person's own, with its place among all of them.
    Own(usize, &'a OwnArgument),
}

impl Weighed<'_> {
    /// Its words.
    pub fn words(&self, page: &Page) -> String {
        match self {
            Self::Said(text, condition) => match page.written(*condition) {
                Some(condition) => [page.text(*text), ", ", condition, "."].concat(),
                None => page.text(*text).to_owned(),
            },
            Self::Own(_, own) => own.words.trim().to_owned(),
        }
    }

    /// Its words, put into an element.
    pub fn show(&self, page: &Page, element: El) -> El {
        match self {
            Self::Said(text, condition) => argument(page, element, *text, *condition),
            Self::Own(place, own) => element.attr_static("data-part", "own").add(said(page, &own_field(own, *place), &own.words)),
        }
    }

    /// The same for paper: one's own words are filled in by the browser when it prints.
    fn show_on_paper(&self, page: &Page, element: El) -> El {
        match self {
            Self::Said(..) => self.show(page, element),
            Self::Own(place, own) => {
                let (element, field) = (element.attr_static("data-part", "own"), own_field(own, *place));
                if page.covered(&field) {
                    element.add(said(page, &field, &own.words))
                } else {
                    element.add(written_out(sel!("bdi[lang]"), &field))
                }
            }
        }
    }
}

/// What counts so much on one side of a rung, in the content's order, then one's own. Of what was not weighed only one's
/// own, which is not lost for that.
pub fn weighed(page: &Page, rung: RungId, side: Side, counts: Option<ArgumentWeight>) -> Vec<Weighed<'_>> {
    let (sheet, facts) = (&page.model.sheet, LADDER.rung(rung));
    let is_so = |place: u8| counts.is_some() && sheet.argument_weight(rung, side, place) == counts;
    let said = (0u8..).zip(facts.arguments(side)).filter(|(place, _)| is_so(*place));
    let own = sheet.own_arguments(rung);
    let own = own.filter(|(_, own)| own.side == side && own.weight == counts && !own.words.trim().is_empty());
    said.map(|(place, _)| facts.argument(side, place))
        .map(|(text, condition)| Weighed::Said(text, condition))
        .chain(own.map(|(place, own)| Weighed::Own(place, own)))
        .collect()
}

/// What counts heavily on the kept rungs: the first thing on the sheet, when there is any.
pub fn heavy(page: &Page) -> Option<El> {
    let rungs: Vec<El> = page.model.sheet.kept().filter_map(|rung| heavy_of(page, rung)).collect();
    (!rungs.is_empty()).then(|| {
        el!("section.section.section--flow[data-part=weighing]")
            .add(page.text_el(sel!("h2"), text::HEAVY_TITLE))
            .add(el!("ul.kept-list").children(rungs))
    })
}

fn heavy_of(page: &Page, rung: RungId) -> Option<El> {
    let sides: Vec<El> = Side::BOTH.into_iter().filter_map(|side| side_list(page, rung, side)).collect();
    (!sides.is_empty()).then(|| {
        el!("li")
            .key(LADDER.rung(rung).id)
            .add(page.text_el(sel!("h3.h3"), LADDER.rung(rung).name()))
            .add(el!("div.facing").children(sides))
    })
}

fn side_list(page: &Page, rung: RungId, side: Side) -> Option<El> {
    let lines = weighed(page, rung, side, Some(ArgumentWeight::Heavily));
    (!lines.is_empty()).then(|| {
        el!("div")
            .attr_concat("data-heavy", &[side_id(side)])
            .add(page.text_el(sel!("h4.sub"), side_words(side)))
            .add(el!("ul.points").children_now(lines.iter().map(|line| line.show(page, el!("li")))))
    })
}

/// Everything that was weighed on a rung, for paper: what counts, what does not, and one's own that was not weighed. What
/// counts heavily stands on top.
pub fn on_paper(page: &Page, rung: RungId) -> El {
    let of = |words: Text, counts: Option<ArgumentWeight>| {
        let lines = Side::BOTH.into_iter().flat_map(|side| weighed(page, rung, side, counts).into_iter().map(move |line| (side, line)));
        let lines: Vec<El> = lines
            .map(|(side, line)| {
                line.show_on_paper(
                    page,
                    el!("li").add(page.text_el(sel!("b"), if side == Side::For { text::SIDE_FOR } else { text::SIDE_AGAINST })).add(" "),
                )
            })
            .collect();
        (!lines.is_empty()).then(|| el!("div").add(page.text_el(sel!("h4.sub"), words)).add(el!("ul.plain").children(lines)))
    };
    el!("div.on-paper[data-part=weighing]")
        .children([ArgumentWeight::Yes, ArgumentWeight::Not].map(|counts| of(argument_weight_words(counts), Some(counts))))
        .add(of(text::COUNTS_OPEN, None))
}

/// The pros and cons of a kept rung, each with how much it counts, and room for one's own.
pub fn weighing(page: &Page, rung: RungId) -> El {
    let name = page.name(rung);
    el!("details.fold.no-print")
        .attr_concat("id", &["weigh-", LADDER.rung(rung).anchor])
        .add(page.text_el(sel!("summary"), text::WEIGH).add(hidden(": ").add(name)))
        .add(page.text_el(sel!("p.note"), text::WEIGH_HINT))
        .children(Side::BOTH.map(|side| one_side(page, rung, side)))
}

fn one_side(page: &Page, rung: RungId, side: Side) -> El {
    let (sheet, facts) = (&page.model.sheet, LADDER.rung(rung));
    let said = (0u8..).zip(facts.arguments(side)).map(|(place, _)| {
        let (text, condition) = facts.argument(side, place);
        let id = ["counts-", facts.anchor, "-", side_id(side), "-", &place.to_string()].concat();
        let words = argument(page, el!("span").attr_concat("id", &[&id]), text, condition);
        choice(page, rung, &id, words, sheet.argument_weight(rung, side, place), |counts| {
            Message::WeighedArgument(rung, side, place, counts)
        })
    });
    let add = ["#weigh-", facts.anchor, " [data-side=", side_id(side), "] [data-act=own]"].concat();
    let own = sheet.own_arguments(rung).filter(|(_, own)| own.side == side).zip(1usize..).map(|((place, own), number)| {
        let id = own_id(rung, side, place);
        let field_id = [&id, "-words"].concat();
        let label = page.text(if side == Side::For { text::OWN_PRO_LABEL } else { text::OWN_CON_LABEL });
        let label = [label, " (", page.name(rung), ", ", &number.to_string(), ")"].concat();
        let field = Field { id: &field_id, label: &label, hint: Text::NONE, value: &own.words, rows: "2" };
        let away = page
            .text_el(sel!("button.textlink[type=button]"), text::OWN_ARGUMENT_AWAY)
            .on_click(page.send_and_focus(Message::DroppedOwnArgument(place), add.clone()))
            .add(hidden(": ").add(el!("span").attr_concat("id", &[&id]).add(label.clone())));
        let words = el!("div.weigh__own").add(own_words(page, &field, move |text| Message::TypedOwnArgument(place, text))).add(away);
        choice(page, rung, &id, words, own.weight, move |counts| Message::WeighedOwnArgument(place, counts))
    });
    let full = !sheet.has_room(rung);
    let weigh = el!("div.weigh").attr_static("data-side", side_id(side)).add(page.text_el(sel!("h4.sub"), side_words(side)));
    // Two people begin with what the one thinks whose choice it is; what the page says follows on a tap.
    let (weigh, after) = if page.in_conversation() {
        let of_which = hidden(": ").add(page.text(side_words(side))).add(", ").add(page.name(rung));
        let page_says = el!("details.why").add(page.text_el(sel!("summary"), text::PAGE_SAYS).add(of_which));
        (weigh.children_now(own), Some(page_says.children_now(said)))
    } else {
        (weigh.children_now(said).children_now(own), None)
    };
    weigh
        .add(
            page.button(
                sel!("button.textlink[data-act=own]"),
                if side == Side::For { text::OWN_PRO_ADD } else { text::OWN_CON_ADD },
                Message::AddedOwnArgument(rung, side),
            )
            .state("aria-disabled", full)
            .add(hidden(": ").add(page.name(rung))),
        )
        .add(
            el!("div[role=status]")
                .add(full.then(|| el!("p.note").add(page.fill(text::OWN_ARGUMENTS_FULL, &[("most", &MOST_OWN_ARGUMENTS.to_string())])))),
        )
        .add(after)
}

/// The id of a pro or con in own words.
fn own_id(rung: RungId, side: Side, place: usize) -> String {
    ["counts-", LADDER.rung(rung).anchor, "-", side_id(side), "-own-", &place.to_string()].concat()
}

/// The field that a pro or con in own words is typed in.
fn own_field(own: &OwnArgument, place: usize) -> String {
    own_id(own.rung, own.side, place) + "-words"
}

/// How much one line counts, with the line itself. The row of choices has the name of the line and of its rung.
fn choice(
    cx: &Cx,
    rung: RungId,
    id: &str,
    words: El,
    current: Option<ArgumentWeight>,
    said: impl Fn(Option<ArgumentWeight>) -> Message,
) -> El {
    let options = [(text::COUNTS_OPEN, None, "open")].into_iter().chain(
        ArgumentWeight::ALL
            .into_iter()
            .zip(["not", "yes", "heavily"])
            .map(|(counts, word)| (argument_weight_words(counts), Some(counts), word)),
    );
    let row = el!("div.segments[role=radiogroup]").attr_concat("aria-labelledby", &[id, " kept-", LADDER.rung(rung).anchor]);
    el!("div.weigh__line").add(words).add(row.children_now(options.map(|(words, counts, word)| {
        option(cx, sel!("label.segment"), Some(&[id, "-counts"]), &[id, "-", word], current == counts, said(counts))
            .add(cx.text_el(sel!("span"), words))
    })))
}
