//! What is done after a change: the host is kept in step, and work that takes a moment is done once the screen says so.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use crate::app::host::{Host, InStep, random};
use crate::app::model::{Model, Printing, Transfer, Work};
use crate::app::update::{Message, snapshot};
use crate::archive::sealed;
use crate::content::{CODE_TABLES, LADDER, Words, text};

/// Keeps the host in step: the history with the trail, the document's language, the dialog, the curtain, the printer.
#[hook]
pub fn use_host(host: &Rc<dyn Host>, model: &Rc<Model>, on: &Callback<Rc<Message>>, words: Words) {
    // One effect that looks for itself what is new: each more of them is a kilobyte of program.
    let before = use_mut_ref(|| None::<Rc<Model>>);
    let (host, model, on) = (Rc::clone(host), Rc::clone(model), on.clone());
    use_effect(move || {
        let before = before.replace(Some(Rc::clone(&model)));
        if before.is_none() {
            Rc::clone(&host).listen(on.clone());
        }
        let asked = |transfer: &Transfer| matches!(transfer.printing, Printing::Now(_)) && transfer.outcome.is_none();
        if asked(&model.transfer) && before.as_ref().is_none_or(|before| !asked(&before.transfer)) {
            let on = on.clone();
            Rc::clone(&host).print(Callback::from(move |()| on.emit(Rc::new(Message::NotPrinted))));
        }
        let is_new = |work: &Work| before.as_ref().is_none_or(|before| before.transfer.work != Some(*work));
        if let Some(work) = model.transfer.work.filter(is_new) {
            let name = words.get(model.language, text::SEALED_FILE);
            let (run_in, model) = (Rc::clone(&host), Rc::clone(&model));
            host.after_paint(Box::new(move || on.emit(Rc::new(done(work, &model, &*run_in, name)))));
        }
        let followed = |model: &Model| (model.language, model.trail.depth(), model.editing, model.curtain);
        if before.as_ref().is_none_or(|before| followed(before) != followed(&model)) {
            let was = before.map_or(0, |before| before.trail.depth());
            host.keep_in_step(&in_step(&model, was));
        }
        host.keep_focus();
    });
}

/// What the host has to agree with, after an entry of depth `was`.
fn in_step(model: &Model, was: usize) -> InStep {
    let dialog = model.editing.map(|editing| match editing.from {
        Some(rung) => ["#rung-", LADDER.rung(rung).anchor, " summary"].concat(),
        None => "main h1".to_owned(),
    });
    let depth = model.trail.depth();
    let seen_as = if depth > was { model.trail.same_before() } else { Some(depth).filter(|_| model.trail.is_of_now()) };
    InStep { language: model.language, depth, seen_as, dialog, curtain: model.curtain }
}

/// Does the work that takes a moment, and says how it went.
#[inline(never)] // A split point: see `xtask/split-points.toml`.
fn done(work: Work, model: &Model, host: &dyn Host, name: &'static str) -> Message {
    let transfer = &model.transfer;
    match work {
        Work::Seal => {
            let (salt, nonce) = (random(host), random(host));
            let made = sealed::seal(&snapshot::take(model), &CODE_TABLES, &host.composed(&transfer.phrase), salt, nonce);
            Message::Sealed(made.map(|file| host.save(name, "application/octet-stream", &file)))
        }
        Work::Open => {
            let file = transfer.file.as_deref().unwrap_or_default();
            let opened = sealed::open(file, &CODE_TABLES, &transfer.file_phrase, |typed| host.composed(typed));
            Message::Opened(opened.map(Arc::new))
        }
    }
}
