//! Memoised views. Everything else is rendered on every message; views that occur many times, or are long and rarely
//! change, are memoised: they are rendered again only when their props or the [`Cx`] differ.
//!
//! One Yew component serves all of them, because a component of its own for each is a kilobyte each. May not know: any view.

use std::any::Any;
use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{Key, VComp};

use crate::app::ui::cx::Cx;

/// The props of a memoised view: all that decides how it looks, but for what every view knows.
pub trait Memo: PartialEq + 'static {
    /// The view.
    fn view(&self, cx: &Cx) -> Html;
}

/// A memoised view whose kind is not known here.
trait AnyMemo {
    fn view(&self, cx: &Cx) -> Html;
    fn is(&self, other: &dyn AnyMemo) -> bool;
    fn as_any(&self) -> &dyn Any;
}

impl<M: Memo> AnyMemo for M {
    fn view(&self, cx: &Cx) -> Html {
        Memo::view(self, cx)
    }

    fn is(&self, other: &dyn AnyMemo) -> bool {
        other.as_any().downcast_ref::<M>() == Some(self)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

#[derive(Clone, Properties)]
struct MemoProps {
    cx: Cx,
    memo: Rc<dyn AnyMemo>,
}

impl PartialEq for MemoProps {
    fn eq(&self, other: &Self) -> bool {
        self.cx == other.cx && self.memo.is(&*other.memo)
    }
}

#[component]
fn Memoised(props: &MemoProps) -> Html {
    props.memo.view(&props.cx)
}

/// A memoised view, with its key among its siblings if it has one.
pub fn memo(cx: &Cx, key: Option<&'static str>, memo: impl Memo) -> Html {
    VComp::new::<Memoised>(Rc::new(MemoProps { cx: cx.clone(), memo: Rc::new(memo) }), key.map(Key::from)).into()
}

/// A memoised view as HTML, for tests.
#[cfg(test)]
pub fn markup(cx: &Cx, memo: impl Memo) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime on this thread");
    let props = MemoProps { cx: cx.clone(), memo: Rc::new(memo) };
    let renderer = yew::LocalServerRenderer::<Memoised>::with_props(props).hydratable(false);
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}
