//! A counter, and nothing else: what Yew itself costs when it is carried and started as this page is.

fn main() {
    #[cfg(target_arch = "wasm32")]
    counter::start();
}

/// The counter, in the browser.
#[cfg(target_arch = "wasm32")]
mod counter {
    use yew::prelude::*;

    #[component]
    fn Counter() -> Html {
        let count = use_state(|| 0u32);
        let more = {
            let count = count.clone();
            Callback::from(move |_: MouseEvent| count.set(*count + 1))
        };
        use_effect_with((), |()| {
            let root = web_sys::window().and_then(|window| window.document()).and_then(|document| document.document_element());
            if let Some(root) = root {
                let _ = root.class_list().add_1("live");
            }
        });
        html! { <main><h1>{ "Counter" }</h1><p id="count">{ *count }</p><button id="more" onclick={more}>{ "One more" }</button></main> }
    }

    /// Puts the counter in the place of what stood there before the program ran.
    pub fn start() {
        let root = web_sys::window().and_then(|window| window.document()).and_then(|document| document.get_element_by_id("page"));
        if let Some(root) = root {
            yew::Renderer::<Counter>::with_root(root).render();
        }
    }
}
