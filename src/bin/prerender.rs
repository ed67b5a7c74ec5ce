//! The entry on the build machine: writes, as JSON, the HTML that is read before any script runs, in each language,
//! with the words and the figures that the packer needs.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    use keuzeladder::app::model::Model;
    use keuzeladder::content::{FIGURES, Language, Words};
    use keuzeladder::prerender::{first_words, html};
    use prerendered::{Page, Prerendered};

    let page = |language: Language| Page {
        language: language.tag().to_owned(),
        // The neutral page stands in `index.html`; the packer puts it in the place of this mark.
        html: html(Model { language, ..Model::default() }, "{{way-out}}", true),
        words: Words::block(language).to_owned(),
    };
    let prerendered = Prerendered {
        pages: Language::ALL.map(page).into(),
        first: first_words::texts().into_iter().map(|text| usize::from(text.0)).collect(),
        figures: serde_json::from_str(FIGURES).expect("the build writes JSON"),
    };
    println!("{}", serde_json::to_string(&prerendered).expect("it is plain data"));
}
