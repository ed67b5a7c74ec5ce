//! How many there are of what has an id, as counted in the content. Numbers only: what they count is not known here.

include!(concat!(env!("OUT_DIR"), "/widths.rs"));
