//! The letters that a browser of a test has. Each set is one that people have, and a browser gets one of them and no
//! other: what a machine happens to have changes no test.
//!
//! May not know: anything that stands on a page.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// A set of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letters {
    /// Those of a phone with Android: Roboto and Noto Serif. Most people who open the page see it in these.
    Phone,
    /// Narrow ones, as wide as Arial and Times.
    Narrow,
    /// Wide ones.
    Wide,
    /// Made for who reads with difficulty: wide, and high for their size.
    Dyslexic,
}

impl Letters {
    /// Every set.
    pub const ALL: [Self; 4] = [Self::Phone, Self::Narrow, Self::Wide, Self::Dyslexic];

    /// The families that stand for letters with and without feet and for those of one width, and the files of all three.
    const fn families(self) -> ([&'static str; 3], &'static [&'static str]) {
        match self {
            Self::Phone => (
                ["Noto Serif", "Roboto", "Liberation Mono"],
                &[
                    "NotoSerif-Regular.ttf",
                    "NotoSerif-Italic.ttf",
                    "NotoSerif-Bold.ttf",
                    "Roboto-Regular.ttf",
                    "Roboto-Italic.ttf",
                    "Roboto-Bold.ttf",
                    "LiberationMono-Regular.ttf",
                    "NotoSansSymbols2-Regular.ttf",
                ],
            ),
            Self::Narrow => (
                ["Liberation Serif", "Liberation Sans", "Liberation Mono"],
                &[
                    "LiberationSerif-Regular.ttf",
                    "LiberationSerif-Italic.ttf",
                    "LiberationSerif-Bold.ttf",
                    "LiberationSans-Regular.ttf",
                    "LiberationSans-Italic.ttf",
                    "LiberationSans-Bold.ttf",
                    "LiberationMono-Regular.ttf",
                    "NotoSansSymbols2-Regular.ttf",
                ],
            ),
            Self::Wide => (
                ["DejaVu Serif", "DejaVu Sans", "DejaVu Sans Mono"],
                &["DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf", "DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSansMono.ttf"],
            ),
            Self::Dyslexic => (
                ["OpenDyslexic", "OpenDyslexic", "OpenDyslexicMono"],
                &[
                    "OpenDyslexic-Regular.otf",
                    "OpenDyslexic-Italic.otf",
                    "OpenDyslexic-Bold.otf",
                    "OpenDyslexicMono-Regular.otf",
                    // Signs and arrows, which it has none of.
                    "LiberationSans-Regular.ttf",
                    "NotoSansSymbols2-Regular.ttf",
                ],
            ),
        }
    }

    /// Lays the set in a folder, with a file that tells fontconfig, which both engines ask, of this set only. Hands back
    /// that file.
    pub fn lay_in(self, folder: &Path) -> PathBuf {
        let (letters, store) = (folder.join("letters"), folder.join("letters-store"));
        let ([serif, sans, mono], files) = self.families();
        if !letters.is_dir() {
            fs::create_dir_all(&letters).expect("a folder for letters can be made");
            for name in files {
                let file = INSTALLED.get(*name).unwrap_or_else(|| panic!("{name} is not there; `cargo xtask setup` installs it"));
                std::os::unix::fs::symlink(file, letters.join(name)).expect("a link to a file of letters can be made");
            }
        }
        let stands_for = |kind: &str, family: &str| {
            format!("<alias binding=\"same\"><family>{kind}</family><prefer><family>{family}</family></prefer></alias>")
        };
        let told = folder.join("letters.conf");
        let rules = [
            "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>".to_owned(),
            format!("<dir>{}</dir><cachedir>{}</cachedir>", letters.display(), store.display()),
            stands_for("serif", serif),
            stands_for("sans-serif", sans),
            stands_for("system-ui", sans),
            stands_for("monospace", mono),
            // What has no name is written in the letters of the system.
            format!(
                "<match target=\"pattern\"><edit name=\"family\" mode=\"append_last\" binding=\"weak\"><string>{sans}</string></edit></match></fontconfig>"
            ),
        ];
        fs::write(&told, rules.concat()).expect("fontconfig can be told");
        told
    }
}

/// Every file of letters on this machine, by name.
static INSTALLED: LazyLock<BTreeMap<String, PathBuf>> = LazyLock::new(|| {
    let mut found = BTreeMap::new();
    let mut folders = vec![PathBuf::from("/usr/share/fonts")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(entry.file_name().to_string_lossy().into_owned(), path);
            }
        }
    }
    found
});
