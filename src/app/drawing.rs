//! The drawing: a ladder between two rails, *with you* and *your work*. Everything is drawn from the content.
//!
//! A rung that ends free: work does not know. An open ring on work's rail: it depends. A peg on work's rail: work
//! knows. Signs carry a shape each and about the same ink, and never a colour. All of it is hidden from readers who
//! listen; they get words.

use yew::prelude::*;

use crate::app::page::Page;
use crate::content::{LADDER, page};
use crate::domain::{Effect, Weight, WorkKnows};

/// The shapes of signs and threads, once, for `use` elsewhere.
pub fn glyphs() -> Html {
    html! {
        <svg class="glyphs" aria-hidden="true" focusable="false"><defs>
            <symbol id="s-serves" viewBox="0 0 20 20"><circle cx="10" cy="10" r="6.3" fill="currentColor" /></symbol>
            <symbol id="s-helps" viewBox="0 0 20 20"><circle cx="10" cy="10" r="5.4" fill="none" stroke="currentColor" stroke-width="1.9" /></symbol>
            <symbol id="s-little" viewBox="0 0 20 20"><circle cx="10" cy="10" r="2" fill="currentColor" /></symbol>
            <symbol id="s-against" viewBox="0 0 20 20"><path d="M3 10h14" stroke="currentColor" stroke-width="3.2" /></symbol>
            <symbol id="s-strong" viewBox="0 0 20 20"><path d="M3 6.6h14M3 13.4h14" stroke="currentColor" stroke-width="3.4" /></symbol>
            <symbol id="s-depends" viewBox="0 0 20 20"><path d="M2.8 11.6c1.6-4.6 4.9-4.8 7.2-1.6s5.6 3 7.2-1.6" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" /></symbol>
            <symbol id="w-0" viewBox="0 0 40 28"><circle cx="20" cy="14" r="1.6" fill="currentColor" /></symbol>
            <symbol id="w-1" viewBox="0 0 40 28"><path d="M20 0v19" stroke="currentColor" stroke-width="1.6" /></symbol>
            <symbol id="w-2" viewBox="0 0 40 28"><path d="M17.5 0v19M22.5 0v19" stroke="currentColor" stroke-width="1.6" /></symbol>
            <symbol id="w-3" viewBox="0 0 40 28"><path d="M15 0v19M20 0v19M25 0v19" stroke="currentColor" stroke-width="1.6" /></symbol>
        </defs></svg>
    }
}

/// The sign of an effect.
pub fn sign(effect: Effect) -> Html {
    glyph(match effect {
        Effect::Serves => "#s-serves",
        Effect::Helps => "#s-helps",
        Effect::Little => "#s-little",
        Effect::Against => "#s-against",
        Effect::StronglyAgainst => "#s-strong",
        Effect::Depends => "#s-depends",
    })
}

/// The threads of a weight, or the dot of a goal that was not chosen.
pub fn threads(weight: Option<Weight>) -> Html {
    glyph(match weight {
        None => "#w-0",
        Some(Weight::ALittle) => "#w-1",
        Some(Weight::Important) => "#w-2",
        Some(Weight::VeryImportant) => "#w-3",
    })
}

fn glyph(id: &'static str) -> Html {
    html! { <svg aria-hidden="true" focusable="false"><use href={id} /></svg> }
}

/// How a beam bends: drawn by hand, four ways in turn.
const BOWS: [&str; 4] = [
    "M0 6C150 5.2 380 6.7 600 6",
    "M0 5.7C200 6.6 420 5.3 600 6",
    "M0 6.3C170 5.6 430 6.5 600 6",
    "M0 6C220 6.7 390 5.4 600 6",
];

/// One rung of the big ladder: the beam in ink, the bridge in blue, the joints with the two rails. Drawn hollow when
/// it may not apply.
pub fn beam(place: u8, knows: WorkKnows, hollow: bool) -> Html {
    let bow = BOWS[usize::from(place) % BOWS.len()];
    let bridge = match knows {
        WorkKnows::No => None,
        WorkKnows::Depends => Some("M9 6H100"),
        WorkKnows::Yes => Some("M0 6H100"),
    };
    html! {
        <span class="beam" aria-hidden="true">
            <svg class="beam__you" viewBox="0 0 600 12" preserveAspectRatio="none" focusable="false">
                <path class="line" d={bow} />
                if hollow { <path class="line line--core" d={bow} /> }
            </svg>
            if let Some(line) = bridge {
                <svg class="beam__bridge" viewBox="0 0 100 12" preserveAspectRatio="none" focusable="false">
                    <path class="line line--work" d={line} />
                    if hollow && knows == WorkKnows::Yes { <path class="line line--core" d={line} /> }
                </svg>
            }
            <svg class="beam__peg beam__peg--you" viewBox="0 0 20 20" focusable="false"><circle class="peg" cx="10" cy="10" r="8" /></svg>
            if knows == WorkKnows::Yes {
                <svg class="beam__peg beam__peg--work" viewBox="0 0 20 20" focusable="false"><circle class="peg peg--work" cx="10" cy="10" r="8" /></svg>
            }
            if knows == WorkKnows::Depends {
                <svg class="beam__peg beam__peg--work" viewBox="0 0 20 20" focusable="false"><circle class="ring" cx="10" cy="10" r="6.5" /></svg>
            }
        </span>
    }
}

/// The two rails of the big ladder.
pub fn rails() -> Html {
    html! {
        <>
            <svg class="rail rail--you" viewBox="0 0 10 1000" preserveAspectRatio="none" aria-hidden="true" focusable="false"><path class="line" d="M5 0C4.5 260 5.5 620 5 1000" /></svg>
            <svg class="rail rail--work" viewBox="0 0 10 1000" preserveAspectRatio="none" aria-hidden="true" focusable="false"><path class="line line--work" d="M1.8 0V1000M8.2 0V1000" /></svg>
        </>
    }
}

/// A single rung between both rails, for the key, the sheet and side by side.
pub fn small_rung(knows: WorkKnows) -> Html {
    html! {
        <svg class="small-rung" viewBox="0 0 106 28" aria-hidden="true" focusable="false">
            <path class="line line--rail" d="M7 0V28" /><path class="line line--work line--post" d="M95 0V28M100 0V28" /><path class="line" d="M3 14H66" />
            if knows == WorkKnows::Depends { <path class="line line--work" stroke-dasharray="5 6" d="M74 14H92" /> }
            if knows == WorkKnows::Yes { <path class="line line--work" d="M66 14H96" /> }
            <circle class="peg" cx="7" cy="14" r="5.2" />
            if knows == WorkKnows::Depends { <circle class="ring" cx="97.5" cy="14" r="4.2" /> }
            if knows == WorkKnows::Yes { <circle class="peg peg--work" cx="97.5" cy="14" r="5.2" /> }
        </svg>
    }
}

/// The whole ladder, small: every rung, every group, two rails.
pub fn picture(page: &Page) -> Html {
    const WIDTH: u16 = 336;
    const STEP: u16 = 14;
    const GAP: u16 = 9;
    let mut below = 42;
    let mut heights = Vec::new();
    let mut names = Vec::new();
    let mut group = None;
    for (_, rung) in LADDER.rungs() {
        if group != Some(rung.group) {
            if group.is_some() {
                below += GAP;
            }
            group = Some(rung.group);
            names.push((rung.group, below));
        }
        heights.push((below, rung.knows));
        below += STEP;
    }
    let bottom = below + 10;
    html! {
        <svg class="picture" viewBox={format!("0 0 {WIDTH} {bottom}")} role="img" aria-labelledby="picture-title">
            <title id="picture-title">{ page.say(page::PICTURE_ALT) }</title>
            <text class="picture__rail" x="4" y="16">{ page.say(page::RAIL_YOU) }</text>
            <text class="picture__rail picture__rail--work" x="146" y="16" text-anchor="end">{ page.say(page::RAIL_WORK) }</text>
            <path class="line line--rail" d={format!("M10 26V{bottom}")} />
            <path class="line line--work line--post" d={format!("M135 26V{bottom}M140.5 26V{bottom}")} />
            { for heights.into_iter().map(|(y, knows)| html! {
                <>
                    <path class="line" d={format!("M5 {y}H92")} /><circle class="peg" cx="10" cy={y.to_string()} r="4.2" />
                    if knows == WorkKnows::Yes {
                        <path class="line line--work" d={format!("M92 {y}H137")} /><circle class="peg peg--work" cx="137.7" cy={y.to_string()} r="4.2" />
                    }
                    if knows == WorkKnows::Depends {
                        <path class="line line--work" stroke-dasharray="4.5 5.5" d={format!("M101 {y}H133")} /><circle class="ring" cx="137.7" cy={y.to_string()} r="3.6" />
                    }
                </>
            }) }
            { for names.into_iter().map(|(group, y)| html! {
                <text class="picture__group" x="157" y={(y + 4).to_string()}>{ page.say(LADDER.groups[usize::from(group)].name) }</text>
            }) }
        </svg>
    }
}
