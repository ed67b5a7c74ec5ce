//! The entry in the browser. On the build machine it does nothing; see `src/bin/prerender.rs`.

fn main() {
    #[cfg(target_arch = "wasm32")]
    keuzeladder::browser::start();
}
