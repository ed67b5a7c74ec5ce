//! All that decides how a rung looks, closed and opened.

use crate::app::model::Folds;
use crate::app::ui::cx::Page;
use crate::domain::{Arguments, GoalWeight, MOST_COMPARED, RungView, Sign};

/// All that decides how a rung looks.
#[allow(clippy::struct_excessive_bools)] // Each is a fact of its own; together they are no state.
#[derive(Debug, Clone, PartialEq)]
pub struct RungProps {
    /// What follows from the answers, as far as it is on screen.
    pub view: RungView,
    /// It is open.
    pub open: bool,
    /// It is kept on the sheet.
    pub kept: bool,
    /// What is unfolded in it.
    pub folds: Folds,
    /// It lies beside others.
    pub beside: bool,
    /// No more fit beside each other.
    pub full: bool,
    /// It is open, and lies beside others that can be looked at.
    pub comparable: bool,
    /// Its signs are shown.
    pub signs: bool,
    /// The goal in own words, if there is one and the rung is open.
    pub own_goal: String,
    /// How much that matters.
    pub own_goal_weight: Option<GoalWeight>,
}

/// What decides how a rung looks now.
pub fn rung_props(page: &Page, view: &RungView, signs: bool) -> RungProps {
    let answers = &page.model.answers;
    let beside = page.model.compared.contains(&view.rung);
    let open = page.model.open.contains(view.rung);
    RungProps {
        view: if open || page.prerendered { view.clone() } else { closed(view) },
        open,
        folds: if open { page.model.folds } else { Folds::default() },
        kept: page.model.sheet.keeps(view.rung),
        beside,
        full: !beside && page.model.compared.len() >= MOST_COMPARED,
        comparable: open && beside && page.model.compared.len() > 1,
        signs,
        own_goal: if open && answers.has_own_goal() { answers.own_goal.clone() } else { String::new() },
        own_goal_weight: own_goal_weight(page),
    }
}

/// What a closed rung shows of what follows from the answers: an answer that bears on the rest of it changes nothing here.
fn closed(view: &RungView) -> RungView {
    RungView {
        rung: view.rung,
        signs: view.signs.iter().map(|sign| Sign { because: Vec::new(), ..*sign }).collect(),
        may_not_apply: view.may_not_apply.clone(),
        done: view.done.clone(),
        limits: view.limits.clone(),
        pros: Arguments::default(),
        cons: Arguments::default(),
        cautions: Vec::new(),
    }
}

/// How much the goal in own words matters, if there is one and it does.
pub fn own_goal_weight(page: &Page) -> Option<GoalWeight> {
    page.model.answers.has_own_goal().then_some(page.model.answers.own_goal_weight).flatten()
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::app::host::Nowhere;
    use crate::app::model::{LoadStage, Model};
    use crate::app::ui::cx::Cx;
    use crate::app::ui::memo::markup;
    use crate::content::{LADDER, Language, Words};
    use crate::domain::{AnswerRef, overview};

    /// The page of someone who answered every question and chose every goal.
    fn page() -> Page {
        let mut model = Model::default();
        for (goal, _) in LADDER.goals() {
            model.answers.weigh(goal, Some(GoalWeight::Important));
        }
        for (question, _) in LADDER.questions() {
            model.answers.toggle(&LADDER, AnswerRef { question, answer: 1 });
        }
        let cx = Cx {
            words: Words::built_in(),
            language: Language::Dutch,
            loaded: LoadStage::All,
            on: yew::Callback::noop(),
            host: Rc::new(Nowhere),
            way_out: "",
            covers: None,
            prerendered: false,
        };
        Page { cx, overview: Rc::new(overview(&LADDER, &model.answers)), model: Rc::new(model) }
    }

    #[test]
    fn a_closed_rung_shows_all_that_it_shows() {
        let page = page();
        let mut marks = 0;
        for whole in &page.overview.rungs {
            let closed = rung_props(&page, whole, true);
            assert_ne!(closed.view, *whole, "what only an opened rung shows is left out");
            let kept = RungProps { view: whole.clone(), ..closed.clone() };
            let (closed_markup, kept_markup) = (markup(&page, closed.clone()), markup(&page, kept.clone()));
            assert_eq!(closed_markup, kept_markup);
            marks += closed_markup.matches("data-mark").count();
            let opened = |props: RungProps| markup(&page, RungProps { open: true, ..props });
            assert_ne!(opened(closed), opened(kept), "an opened rung shows more");
        }
        assert!(marks > 0, "some rungs have a mark");
    }
}
