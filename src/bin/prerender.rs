//! The entry on the build machine: writes, as JSON, the HTML that is read before any script runs, in each language,
//! with the words and the figures that the packer needs.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    use keuzeladder::app::model::Model;
    use keuzeladder::content::{FIGURES, Language, Words};
    use keuzeladder::domain::Text;
    use keuzeladder::prerender::{first_words, html};

    // The neutral page stands in `index.html`; the packer puts it in the place of this mark.
    let render = |language: Language| html(Model { language, ..Model::default() }, "{{way-out}}", true);
    let first = first_words::texts();
    let page = |language: Language| {
        let block = Words::block(language);
        // Every block has a line for every text, and those of other blocks are empty.
        let lines = |wanted: bool| {
            let lines = block.split('\n').zip(0u16..).map(|(line, place)| if first.contains(&Text(place)) == wanted { line } else { "" });
            lines.collect::<Vec<_>>().join("\n")
        };
        serde_json::json!({
            "language": language.tag(),
            "html": render(language),
            "words": { "all": block, "first": lines(true), "later": lines(false) },
        })
    };
    let out = serde_json::json!({
        "pages": Language::ALL.map(page),
        "figures": serde_json::from_str::<serde_json::Value>(FIGURES).expect("the build writes JSON"),
    });
    println!("{out}");
}
