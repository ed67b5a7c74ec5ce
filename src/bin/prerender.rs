//! The entry on the build machine: writes, as JSON, the HTML that is read before any script runs, in each language,
//! with the words and the figures that the packer needs.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    use keuzeladder::app::model::Model;
    use keuzeladder::app::{App, AppProps};
    use keuzeladder::content::{FIGURES, Language, Words};
    use prerendered::{Page, Prerendered};

    let words = Words::built_in();
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime on this thread");
    let render = |language: Language| {
        // The neutral page stands in `index.html`; the packer puts it in the place of this mark.
        let start = Model { language, ..Model::default() };
        let renderer = yew::LocalServerRenderer::<App>::with_props(AppProps { words, start, way_out: "{{way-out}}", prerendered: true })
            .hydratable(false);
        tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
    };
    let page =
        |language: Language| Page { language: language.tag().to_owned(), html: render(language), words: Words::block(language).to_owned() };
    let prerendered = Prerendered {
        pages: Language::ALL.map(page).into(),
        first: keuzeladder::app::first::texts().into_iter().map(|text| usize::from(text.0)).collect(),
        figures: serde_json::from_str(FIGURES).expect("the build writes JSON"),
    };
    println!("{}", serde_json::to_string(&prerendered).expect("it is plain data"));
}
