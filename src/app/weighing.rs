//! Weighing for oneself: how much each pro and con of a kept rung counts, pros and cons of one's own, and effects that
//! one sees differently. Nothing is added up, and what counts heavily is only shown first.

use crate::app::drawing;
use crate::app::fields::{Field, own_words, said, written_out};
use crate::app::ladder::{effect_id, effect_words};
use crate::app::markup::{El, el, hidden};
use crate::app::message::Message;
use crate::app::page::Page;
use crate::app::rung::argument;
use crate::content::{LADDER, page};
use crate::domain::{Counts, Effect, MOST_OWN_ARGUMENTS, OwnArgument, RungId, Side, Sign, Text};

/// The words for how much something counts.
pub const fn counts_words(counts: Counts) -> Text {
    match counts {
        Counts::Not => page::COUNTS_NOT,
        Counts::Yes => page::COUNTS_YES,
        Counts::Heavily => page::COUNTS_HEAVILY,
    }
}

/// The heading of a side.
const fn side_words(side: Side) -> Text {
    match side {
        Side::For => page::PROS,
        Side::Against => page::CONS,
    }
}

const fn side_id(side: Side) -> &'static str {
    match side {
        Side::For => "pro",
        Side::Against => "con",
    }
}

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
                Some(condition) => [page.say(*text), ", ", condition, "."].concat(),
                None => page.say(*text).to_owned(),
            },
            Self::Own(_, own) => own.words.trim().to_owned(),
        }
    }

    /// Its words, put into an element.
    pub fn show(&self, page: &Page, element: El) -> El {
        match self {
            Self::Said(text, condition) => argument(page, element, *text, *condition),
            Self::Own(_, own) => element.set("data-part", "own").add(said(&own.words)),
        }
    }

    /// The same for paper: one's own words are filled in by the browser when it prints.
    fn show_on_paper(&self, page: &Page, element: El) -> El {
        match self {
            Self::Said(..) => self.show(page, element),
            Self::Own(place, own) => {
                element.set("data-part", "own").add(written_out("bdi[lang]", &[&own_id(own.rung, own.side, *place), "-words"].concat()))
            }
        }
    }
}

/// What counts so much on one side of a rung, in the content's order, then one's own. Of what was not weighed only one's
/// own, which is not lost for that.
pub fn weighed(page: &Page, rung: RungId, side: Side, counts: Option<Counts>) -> Vec<Weighed<'_>> {
    let (sheet, facts) = (&page.model.sheet, LADDER.rung(rung));
    let is_so = |place: u8| counts.is_some() && sheet.counts(rung, side, place) == counts;
    let said = (0u8..).zip(facts.arguments(side)).filter(|(place, _)| is_so(*place));
    let own = sheet.own_arguments(rung);
    let own = own.filter(|(_, own)| own.side == side && own.counts == counts && !own.words.trim().is_empty());
    said.map(|(place, _)| facts.argument(side, place))
        .map(|(text, condition)| Weighed::Said(text, condition))
        .chain(own.map(|(place, own)| Weighed::Own(place, own)))
        .collect()
}

/// What counts heavily on the kept rungs: the first thing on the sheet, when there is any.
pub fn heavy(page: &Page) -> Option<El> {
    let rungs: Vec<El> = page.model.sheet.kept().filter_map(|rung| heavy_of(page, rung)).collect();
    (!rungs.is_empty()).then(|| {
        el("section.section.section--flow[data-part=weighing]").add(page.line("h2", page::HEAVY_TITLE)).add(el("ul.kept-list").all(rungs))
    })
}

fn heavy_of(page: &Page, rung: RungId) -> Option<El> {
    let sides: Vec<El> = Side::BOTH.into_iter().filter_map(|side| side_list(page, rung, side)).collect();
    (!sides.is_empty())
        .then(|| el("li").key(LADDER.rung(rung).id).add(page.line("h3.h3", LADDER.rung(rung).name())).add(el("div.facing").all(sides)))
}

fn side_list(page: &Page, rung: RungId, side: Side) -> Option<El> {
    let lines = weighed(page, rung, side, Some(Counts::Heavily));
    (!lines.is_empty()).then(|| {
        el("div")
            .put("data-heavy", &[side_id(side)])
            .add(page.line("h4.sub", side_words(side)))
            .add(el("ul.points").at_once(lines.iter().map(|line| line.show(page, el("li")))))
    })
}

/// Everything that was weighed on a rung, for paper: what counts, what does not, and one's own that was not weighed. What
/// counts heavily stands on top.
pub fn on_paper(page: &Page, rung: RungId) -> El {
    let of = |words: Text, counts: Option<Counts>| {
        let lines = Side::BOTH.into_iter().flat_map(|side| weighed(page, rung, side, counts).into_iter().map(move |line| (side, line)));
        let lines: Vec<El> = lines
            .map(|(side, line)| {
                line.show_on_paper(
                    page,
                    el("li").add(page.line("b", if side == Side::For { page::SIDE_FOR } else { page::SIDE_AGAINST })).add(" "),
                )
            })
            .collect();
        (!lines.is_empty()).then(|| el("div").add(page.line("h4.sub", words)).add(el("ul.plain").all(lines)))
    };
    el("div.on-paper[data-part=weighing]")
        .all([Counts::Yes, Counts::Not].map(|counts| of(counts_words(counts), Some(counts))))
        .add(of(page::COUNTS_OPEN, None))
}

/// The pros and cons of a kept rung, each with how much it counts, and room for one's own.
pub fn weighing(page: &Page, rung: RungId) -> El {
    let name = page.name(rung);
    el("details.fold.no-print")
        .put("id", &["weigh-", LADDER.rung(rung).anchor])
        .add(page.line("summary", page::WEIGH).add(hidden(": ").add(name)))
        .add(page.line("p.note", page::WEIGH_HINT))
        .all(Side::BOTH.map(|side| one_side(page, rung, side)))
}

fn one_side(page: &Page, rung: RungId, side: Side) -> El {
    let (sheet, facts) = (&page.model.sheet, LADDER.rung(rung));
    let said = (0u8..).zip(facts.arguments(side)).map(|(place, _)| {
        let (text, condition) = facts.argument(side, place);
        let id = ["counts-", facts.anchor, "-", side_id(side), "-", &place.to_string()].concat();
        let words = argument(page, el("span").put("id", &[&id]), text, condition);
        choice(page, &id, words, sheet.counts(rung, side, place), |counts| Message::CountedArgument(rung, side, place, counts))
    });
    let own = sheet.own_arguments(rung).filter(|(_, own)| own.side == side).map(|(place, own)| {
        let id = own_id(rung, side, place);
        let field_id = [&id, "-words"].concat();
        let label = page.say(if side == Side::For { page::OWN_PRO_LABEL } else { page::OWN_CON_LABEL });
        let field = Field { id: &field_id, label, hint: Text::NONE, value: &own.words, rows: "2" };
        let words = el("div.weigh__own")
            .put("id", &[&id])
            .add(own_words(page, &field, move |text| Message::TypedOwnArgument(place, text)))
            .add(page.button("button.textlink", page::OWN_ARGUMENT_AWAY, Message::DroppedOwnArgument(place)));
        choice(page, &id, words, own.counts, move |counts| Message::CountedOwnArgument(place, counts))
    });
    let add = if side == Side::For { page::OWN_PRO_ADD } else { page::OWN_CON_ADD };
    let full = !sheet.has_room(rung);
    el("div.weigh")
        .set("data-side", side_id(side))
        .add(page.line("h4.sub", side_words(side)))
        .at_once(said)
        .at_once(own)
        .add(
            page.button("button.textlink[data-act=own]", add, Message::AddedOwnArgument(rung, side))
                .state("aria-disabled", full)
                .add(hidden(": ").add(page.name(rung))),
        )
        .add(
            el("div[role=status]")
                .add(full.then(|| el("p.note").add(page.fill(page::OWN_ARGUMENTS_FULL, &[("most", &MOST_OWN_ARGUMENTS.to_string())])))),
        )
}

/// The id of a pro or con in own words.
fn own_id(rung: RungId, side: Side, place: usize) -> String {
    ["counts-", LADDER.rung(rung).anchor, "-", side_id(side), "-own-", &place.to_string()].concat()
}

/// How much one line counts, with the line itself.
fn choice(page: &Page, id: &str, words: El, current: Option<Counts>, said: impl Fn(Option<Counts>) -> Message) -> El {
    let options = [(page::COUNTS_OPEN, None, "open")]
        .into_iter()
        .chain(Counts::ALL.into_iter().zip(["not", "yes", "heavily"]).map(|(counts, word)| (counts_words(counts), Some(counts), word)));
    el("div.weigh__line[role=radiogroup]").put("aria-labelledby", &[id]).add(words).add(el("div.segments").at_once(options.map(
        |(words, counts, word)| {
            el("label.segment")
                .add(
                    el("input[type=radio][autocomplete=off]")
                        .put("name", &[id, "-counts"])
                        .put("id", &[id, "-", word])
                        .checked(current == counts)
                        .on_change(page.send(said(counts))),
                )
                .add(page.line("span", words))
        },
    )))
}

/// The way to see an effect on a goal differently from the page, and back.
pub fn see_differently(page: &Page, rung: RungId, sign: &Sign) -> El {
    let goal = sign.goal;
    let name = ["seen-", LADDER.rung(rung).anchor, "-", LADDER.goal(goal).id].concat();
    let said = sign.instead_of.unwrap_or(sign.effect);
    let options = Effect::ALL.into_iter().map(|effect| {
        let seen = if effect == said { None } else { Some(effect) };
        el("label.answer")
            .add(
                el("input[type=radio][autocomplete=off]")
                    .put("name", &[&name])
                    .put("id", &[&name, "-", effect_id(effect)])
                    .checked(sign.effect == effect)
                    .on_change(page.send(Message::SawEffect(rung, goal, seen))),
            )
            .add(
                el("span")
                    .add(drawing::sign(effect))
                    .add(page.line("span", effect_words(effect)))
                    .add((effect == said).then(|| page.line("small", page::SEEN_BY_PAGE))),
            )
    });
    el("details.why.no-print")
        .put("data-sees", &[LADDER.goal(goal).id])
        .add(page.line("summary", page::SEE_DIFFERENTLY))
        .add(el("fieldset.seen").add(page.line("legend.note", page::SEE_HINT)).add(el("div.answers").at_once(options)))
}

/// Says that the person sees it differently, in place of the page's reason.
pub fn seen_line(page: &Page, instead_of: Effect) -> El {
    el("p.because").add(page.fill(page::SEEN_LINE, &[("effect", page.say(effect_words(instead_of)))]))
}
