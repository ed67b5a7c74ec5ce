//! Memoised views. Everything else is rendered on every message; views that occur many times, or are long and rarely
//! change, are memoised: they are rendered again only when their props or the [`Cx`] differ.
//!
//! One Yew component serves all of them, because a component of its own for each is a kilobyte each. May not know: any view.

use std::any::Any;
use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{Key, VComp};

use crate::app::ui::cx::Cx;
use crate::app::ui::markup::el;

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
    now: bool,
}

impl PartialEq for MemoProps {
    fn eq(&self, other: &Self) -> bool {
        self.cx == other.cx && self.now == other.now && self.is(other)
    }
}

impl MemoProps {
    fn is(&self, other: &Self) -> bool {
        self.memo.is(&*other.memo)
    }
}

/// A view with what it was last made from; nothing, while it is still to be made.
struct Memoised {
    made_from: Option<MemoProps>,
    waits: bool,
}

impl Component for Memoised {
    type Message = ();
    type Properties = MemoProps;

    fn create(ctx: &Context<Self>) -> Self {
        let mut view = Self { made_from: None, waits: false };
        view.follow(ctx);
        view
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &MemoProps) -> bool {
        self.follow(ctx)
    }

    /// The screen shows the rest of the page.
    fn update(&mut self, ctx: &Context<Self>, (): ()) -> bool {
        self.waits = false;
        let props = ctx.props();
        let same = self.made_from.as_ref().is_some_and(|made_from| made_from.cx == props.cx && made_from.is(props));
        self.made_from = Some(props.clone());
        !same
    }

    fn view(&self, _: &Context<Self>) -> Html {
        // Never nothing at all: Yew would put what stands beside it in the wrong place.
        self.made_from.as_ref().map_or_else(|| el!("div").done(), |props| props.memo.view(&props.cx))
    }
}

impl Memoised {
    /// Makes the view from new props, at once or when the screen shows the rest; returns whether it is made at once.
    fn follow(&mut self, ctx: &Context<Self>) -> bool {
        let props = ctx.props();
        if props.now {
            self.made_from = Some(props.clone());
        } else if !self.waits {
            self.waits = true;
            let link = ctx.link().clone();
            props.cx.host.after_paint(Box::new(move || link.send_message(())));
        }
        props.now
    }
}

/// A memoised view, with its key among its siblings if it has one.
pub fn memo(cx: &Cx, key: Option<&'static str>, memo: impl Memo) -> Html {
    made(cx, key, true, Rc::new(memo))
}

/// A memoised view that nobody sees yet, unless `now`: it is made, and follows what changes, after the screen shows the
/// rest, so that no touch waits for it. Where there is no screen nothing waits.
pub fn memo_later(cx: &Cx, key: Option<&'static str>, now: bool, memo: impl Memo) -> Html {
    made(cx, key, now || !cx.host.has_screen(), Rc::new(memo))
}

#[inline(never)]
fn made(cx: &Cx, key: Option<&'static str>, now: bool, memo: Rc<dyn AnyMemo>) -> Html {
    VComp::new::<Memoised>(Rc::new(MemoProps { cx: cx.clone(), memo, now }), key.map(Key::from)).into()
}

/// A memoised view as HTML, for tests.
#[cfg(test)]
pub fn markup(cx: &Cx, memo: impl Memo) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime on this thread");
    let props = MemoProps { cx: cx.clone(), memo: Rc::new(memo), now: true };
    let renderer = yew::LocalServerRenderer::<Memoised>::with_props(props).hydratable(false);
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}
