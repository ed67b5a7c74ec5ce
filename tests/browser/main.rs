//! The packed page in a real Chromium, a real Firefox and, for some tests or when asked for all, a real WebKit, each through its own
//! driver, from the disk and from a host.
//! `cargo xtask test` packs the page and runs this.

/// A browser for each test, and what a test can ask of it.
mod browser;
/// The engines and what drives them.
mod driver;
/// The letters that browsers of tests have.
mod letters;
/// The page as a person meets it: verbs to go, choose, type and look.
mod page;
/// How long is waited.
#[path = "../patience/mod.rs"]
mod patience;
/// Saying something of every kind, and seeing whether it shows again.
mod said;
/// What an engine that needs a screen shows itself on.
mod screen;
/// A host of the test's own, and listeners.
mod site;
/// What the third engine takes part in, what it is left out of, and why.
mod third;
/// What the accessibility tree of an engine tells.
mod tree;
/// A walk that uses everything once.
mod walk;

/// No rule of axe-core is broken, in any place, language, colour scheme or width; nothing scrolls sideways.
mod accessibility;
/// What can be done while the file arrives, and that nothing is lost or breaks when more of it does.
mod arriving;
/// What is there before the app, without it, and when it breaks.
mod before_script;
/// The situations by keys alone, and what a reader of the accessibility tree alone is told of each key.
mod by_keys;
/// What a host or an editor may do to the bytes.
mod bytes;
/// A second checker of accessibility, and the checker of HTML, in every state.
mod checkers;
/// What leaves by the person's own hand is what was marked.
mod copied;
/// What a browser saves of the running page, opened again.
mod copies;
/// What is typed and chosen is not on the disk.
mod disk;
/// The way out, and that nothing leads back.
mod exit;
/// The way out: every way in, every way out, every engine, from everywhere.
mod exit_table;
/// Whatever is pressed, in every state, the focus is somewhere afterwards.
mod focus;
/// The layout holds in letters of every kind.
mod fonts;
/// What a browser fills in again by itself is no answer; the form that choices belong to sends nothing.
mod form_data;
/// The browser's own search finds what stands in closed rungs.
mod found;
/// Inside a page of others.
mod framed;
/// The ladder whole, answers changed on the spot, Back and Forward, language, side by side, emptying.
mod journey;
/// The whole journey without a mouse.
mod keyboard;
/// Who comes back meets the page as if for the first time.
mod leaving;
/// In every state, size, width and colour: what can be seen can be pressed, and the way out is in reach.
mod matrix;
/// Own words: however long, to whichever side they run, on paper and nowhere hidden.
mod own_words;
/// What comes out of the printer.
mod paper;
/// The page as a reader without styles and scripts gets it.
mod plain;
/// What the browser is told to refuse, it refuses.
mod policy;
/// Nothing leaves and nothing stays.
mod quiet;
/// Where saving, printing or copying is refused.
mod refused;
/// How much fits the screen of a phone, and how few taps lead to anything.
mod screens;
/// The places for who comes from another side, and the forms of an adviser.
mod sides;
/// The situations that the page is made for, walked from the first view to the sheet.
mod situations;
/// What editors leave of what is put on other pages.
mod snippets;
/// The sheet taken along and brought back: on paper, as text, as a sealed file, as a code.
mod take;
/// Two people at one screen, own words covered, and practice.
mod together;
/// What lies over the page, and what covers, leaves, empties and prints it.
mod top_layer;
mod touches;
/// Weighing for oneself, limits, readiness, preparing.
mod weigh;
/// Other programs change the document while it is used.
mod wrapped;
