//! Parts of the page that are made anew only when what they show has changed. The rest of the page is made anew with
//! every message, which is plain and quick as long as it is little: what there is many times over, or is long and hardly
//! ever changes, is a part.
//!
//! A part gets a page that knows no answers. All that it shows is in [`Seen`], so what was forgotten there is missing from
//! the start and not only stale later; and no part holds on to what a person said before.

use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{Key, VComp};

use crate::app::goals::{self, GoalShown};
use crate::app::ladder::{self, Shown, SignsShown};
use crate::app::markup::El;
use crate::app::page::Page;
use crate::app::questions::{self, QuestionShown};
use crate::app::rung::{self, Fixed, ForGoals};
use crate::app::signposts;
use crate::domain::{RungId, SignpostView};

/// All that decides how a part looks, but for the language and how much of the file has arrived.
#[derive(Debug, Clone, PartialEq)]
pub enum Seen {
    /// A rung of the ladder.
    Rung(Shown),
    /// The signs that hang from it.
    Signs(SignsShown),
    /// What is in an opened rung and never changes.
    Fixed(RungId, Fixed),
    /// What it does for each goal, and why.
    ForGoals(ForGoals),
    /// A goal with the choice how much it matters.
    Goal(GoalShown),
    /// A question.
    Question(QuestionShown),
    /// The panel with all signposts, and those that belong to this situation.
    Signposts(Vec<SignpostView>),
    /// The panel that explains the drawing; with its signs, once there are goals.
    KeyPanel(bool),
}

#[derive(Clone, Properties)]
struct PartProps {
    page: Page,
    seen: Seen,
}

impl PartialEq for PartProps {
    fn eq(&self, other: &Self) -> bool {
        let around = |props: &Self| (props.page.model.language, props.page.model.arrived);
        around(self) == around(other) && self.seen == other.seen
    }
}

#[component]
fn Part(props: &PartProps) -> Html {
    made(&props.page, &props.seen)
}

fn made(page: &Page, seen: &Seen) -> Html {
    let made = match seen {
        Seen::Rung(shown) => ladder::one_rung(page, shown),
        Seen::Signs(shown) => ladder::sign_list(page, shown),
        Seen::Goal(shown) => goals::goal_row(page, *shown),
        Seen::Question(shown) => questions::one_question(page, shown),
        Seen::Signposts(here) => signposts::all(page, here),
        Seen::KeyPanel(signs) => ladder::all_keys(page, *signs),
        Seen::Fixed(rung, fixed) => rung::made_fixed(page, *rung, *fixed),
        Seen::ForGoals(shown) => return rung::for_goals(page, shown).map_or_else(Html::default, El::done),
    };
    made.done()
}

/// A part, with its key among its siblings if it has one.
pub fn part(page: &Page, key: Option<&'static str>, seen: Seen) -> Html {
    VComp::new::<Part>(Rc::new(PartProps { page: page.without_answers(), seen }), key.map(Key::from)).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::model::Model;
    use crate::content::{LADDER, Words};
    use crate::domain::{AnswerRef, Weight, overview};

    /// The page of someone who answered every question and chose every goal.
    fn page() -> Page {
        let mut model = Model::default();
        for (goal, _) in LADDER.goals() {
            model.answers.weigh(goal, Some(Weight::Important));
        }
        for (question, _) in LADDER.questions() {
            model.answers.toggle(&LADDER, AnswerRef { question, answer: 1 });
        }
        Page {
            overview: Rc::new(overview(&LADDER, &model.answers)),
            model: Rc::new(model),
            nothing: Rc::default(),
            words: Words::built_in(),
            on: Callback::noop(),
            way_out: "",
            prerendered: false,
        }
    }

    fn markup(page: &Page, seen: Seen) -> String {
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime on this thread");
        let renderer = yew::LocalServerRenderer::<Part>::with_props(PartProps { page: page.without_answers(), seen }).hydratable(false);
        tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
    }

    #[test]
    fn a_closed_rung_shows_all_that_it_shows() {
        let page = page();
        let mut lines = 0;
        for whole in &page.overview.rungs {
            let closed = ladder::shown(&page, whole, true);
            assert_ne!(closed.view, *whole, "what only an opened rung shows is left out");
            let kept = Shown { view: whole.clone(), ..closed.clone() };
            let (closed_markup, kept_markup) = (markup(&page, Seen::Rung(closed.clone())), markup(&page, Seen::Rung(kept.clone())));
            assert_eq!(closed_markup, kept_markup);
            lines += closed_markup.matches("data-because").count();
            let opened = |shown: Shown| markup(&page, Seen::Rung(Shown { open: true, ..shown }));
            assert_ne!(opened(closed), opened(kept), "an opened rung shows more");
        }
        assert!(lines > 0, "some rungs say why");
    }

    #[test]
    fn a_part_knows_no_answers() {
        let page = page().without_answers();
        assert_eq!(page.model.answers.goal_count(), 0);
        assert!(page.overview.rungs.is_empty());
    }
}
