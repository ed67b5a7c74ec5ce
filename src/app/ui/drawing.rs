//! The drawing: a ladder between two rails, *with you* and *your work*. Everything is drawn from the content.
//!
//! A rung that ends free: work does not know. An open ring on work's rail: it depends. A peg on work's rail: work
//! knows. Signs carry a shape each and about the same ink, and never a colour; their shapes stand in `index.html`, once.
//! Hidden from assistive technology; screen readers get text instead.

use crate::app::ui::cx::Cx;
use crate::app::ui::markup::{El, Selector, el, element, sel};
use crate::content::{LADDER, text};
use crate::domain::{Effect, GoalWeight, WorkKnows};

/// The sign of an effect. Its shape stands in it: a ladder has hundreds, and a browser copies what is only referred to.
pub fn sign(effect: Effect) -> El {
    no_sign().add(element(match effect {
        Effect::Serves => sel!("circle[cx=10][cy=10][r=6.3][fill=currentColor]"),
        Effect::Helps => sel!("circle[cx=10][cy=10][r=5.4][fill=none][stroke=currentColor][stroke-width=1.9]"),
        Effect::Little => sel!("circle[cx=10][cy=10][r=2][fill=currentColor]"),
        Effect::Against => sel!("path[d=M3 10h14][stroke=currentColor][stroke-width=3.2]"),
        Effect::StronglyAgainst => sel!("path[d=M3 6.6h14M3 13.4h14][stroke=currentColor][stroke-width=3.4]"),
        Effect::Depends => sel!(
            "path[d=M2.8 11.6c1.6-4.6 4.9-4.8 7.2-1.6s5.6 3 7.2-1.6][fill=none][stroke=currentColor][stroke-width=2.2][stroke-linecap=round]"
        ),
    }))
}

/// The threads of a weight, or the dot of a goal that was not chosen.
pub fn threads(weight: Option<GoalWeight>) -> El {
    glyph(match weight {
        None => "#w-0",
        Some(GoalWeight::ALittle) => "#w-1",
        Some(GoalWeight::Important) => "#w-2",
        Some(GoalWeight::VeryImportant) => "#w-3",
    })
}

fn glyph(id: &'static str) -> El {
    el!("svg[aria-hidden=true][focusable=false]").add(el!("use").attr_static("href", id))
}

/// A place without a sign, as wide as one.
pub fn no_sign() -> El {
    el!("svg[aria-hidden=true][focusable=false][viewBox=0 0 20 20]")
}

fn drawing(selector: Selector, view_box: &'static str) -> El {
    element(selector).attr_static("viewBox", view_box).attr_static("aria-hidden", "true").attr_static("focusable", "false")
}

fn stretched(selector: Selector, view_box: &'static str) -> El {
    drawing(selector, view_box).attr_static("preserveAspectRatio", "none")
}

fn line(selector: Selector, path: &'static str) -> El {
    element(selector).attr_static("d", path)
}

/// How a beam bends: drawn by hand, four ways in turn.
const BOWS: [&str; 4] =
    ["M0 6C150 5.2 380 6.7 600 6", "M0 5.7C200 6.6 420 5.3 600 6", "M0 6.3C170 5.6 430 6.5 600 6", "M0 6C220 6.7 390 5.4 600 6"];

/// One rung of the big ladder: the beam in ink, the bridge in blue, the joints with the two rails. Drawn hollow when
/// it may not apply.
pub fn beam(place: u8, knows: WorkKnows, hollow: bool) -> El {
    let bow = BOWS[usize::from(place) % BOWS.len()];
    let core = |path| hollow.then(|| line(sel!("path.line.line--core"), path));
    let bridge =
        |path, core: Option<El>| stretched(sel!("svg.beam__bridge"), "0 0 100 12").add(line(sel!("path.line.line--work"), path)).add(core);
    let joint = |shape| drawing(sel!("svg.beam__peg.beam__peg--work"), "0 0 20 20").add(element(shape));
    let beam = el!("span.beam[aria-hidden=true]")
        .add(stretched(sel!("svg.beam__you"), "0 0 600 12").add(line(sel!("path.line"), bow)).add(core(bow)))
        .add(drawing(sel!("svg.beam__peg.beam__peg--you"), "0 0 20 20").add(el!("circle.peg[cx=10][cy=10][r=8]")));
    match knows {
        WorkKnows::No => beam,
        WorkKnows::Depends => beam.add(bridge("M9 6H100", None)).add(joint(sel!("circle.ring[cx=10][cy=10][r=6.5]"))),
        WorkKnows::Yes => beam.add(bridge("M0 6H100", core("M0 6H100"))).add(joint(sel!("circle.peg.peg--work[cx=10][cy=10][r=8]"))),
    }
}

/// The two rails of the big ladder.
pub fn rails() -> [El; 2] {
    [
        stretched(sel!("svg.rail.rail--you"), "0 0 10 1000").add(line(sel!("path.line"), "M5 0C4.5 260 5.5 620 5 1000")),
        stretched(sel!("svg.rail.rail--work"), "0 0 10 1000").add(line(sel!("path.line.line--work"), "M1.8 0V1000M8.2 0V1000")),
    ]
}

/// A single rung between both rails, for the key, the sheet and side by side.
pub fn small_rung(knows: WorkKnows) -> El {
    let rung = drawing(sel!("svg.small-rung"), "0 0 106 28")
        .add(line(sel!("path.line.line--rail"), "M7 0V28"))
        .add(line(sel!("path.line.line--work.line--post"), "M95 0V28M100 0V28"))
        .add(line(sel!("path.line"), "M3 14H66"))
        .add(el!("circle.peg[cx=7][cy=14][r=5.2]"));
    match knows {
        WorkKnows::No => rung,
        WorkKnows::Depends => {
            rung.add(line(sel!("path.line.line--work.line--dashed"), "M74 14H92")).add(el!("circle.ring[cx=97.5][cy=14][r=4.2]"))
        }
        WorkKnows::Yes => rung.add(line(sel!("path.line.line--work"), "M66 14H96")).add(el!("circle.peg.peg--work[cx=97.5][cy=14][r=5.2]")),
    }
}

/// The whole ladder, small: every rung, every group, two rails.
pub fn picture(cx: &Cx) -> El {
    const STEP: u16 = 14;
    const GAP: u16 = 9;
    let mut picture = el!("svg.picture[role=img][aria-labelledby=picture-title]")
        .add(cx.text_el(sel!("title#picture-title"), text::PICTURE_ALT))
        .add(" ");
    let mut below = 42;
    let mut group = None;
    for (_, rung) in LADDER.rungs() {
        if group != Some(rung.group) {
            if group.is_some() {
                below += GAP;
            }
            group = Some(rung.group);
            let name = LADDER.groups[usize::from(rung.group)].name;
            picture =
                picture.add(cx.text_el(sel!("text.picture__group[x=157]"), name).attr_concat("y", &[&(below + 4).to_string()])).add(" ");
        }
        let height = below.to_string();
        let path = |selector, before: &str, after: &str| element(selector).attr_concat("d", &[before, &height, after]);
        let joint = |selector| element(selector).attr_concat("cy", &[&height]);
        picture = picture.add(path(sel!("path.line"), "M5 ", "H92")).add(joint(sel!("circle.peg[cx=10][r=4.2]")));
        picture = match rung.knows {
            WorkKnows::No => picture,
            WorkKnows::Depends => picture
                .add(path(sel!("path.line.line--work.line--dashed"), "M101 ", "H133"))
                .add(joint(sel!("circle.ring[cx=137.7][r=3.6]"))),
            WorkKnows::Yes => {
                picture.add(path(sel!("path.line.line--work"), "M92 ", "H137")).add(joint(sel!("circle.peg.peg--work[cx=137.7][r=4.2]")))
            }
        };
        below += STEP;
    }
    let bottom = (below + 10).to_string();
    picture
        .attr_concat("viewBox", &["0 0 336 ", &bottom])
        .add(cx.text_el(sel!("text.picture__rail[x=4][y=16]"), text::RAIL_YOU))
        .add(" ")
        .add(cx.text_el(sel!("text.picture__rail.picture__rail--work[x=146][y=16][text-anchor=end]"), text::RAIL_WORK))
        .add(el!("path.line.line--rail").attr_concat("d", &["M10 26V", &bottom]))
        .add(el!("path.line.line--work.line--post").attr_concat("d", &["M135 26V", &bottom, "M140.5 26V", &bottom]))
}
