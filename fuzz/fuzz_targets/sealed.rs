//! Any bytes as a sealed file, and as what is inside one: read or refused, and what was read can be written and read
//! again. The cipher lies between the two, so each is fed by itself.
#![no_main]

use keuzeladder::content::CODE_TABLES;
use keuzeladder::archive::payload;
use keuzeladder::archive::sealed::Sealed;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = Sealed::read(bytes);
    if let Ok((kept, _)) = payload::read(bytes, &CODE_TABLES) {
        assert_eq!(payload::read(&payload::write(&kept, &CODE_TABLES), &CODE_TABLES), Ok((kept, 0)));
    }
});
