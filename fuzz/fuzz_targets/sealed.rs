//! Any bytes as a sealed file, and as what is inside one: read or refused, and what was read can be written and read
//! again. The cipher lies between the two, so each is fed by itself.
#![no_main]

use keuzeladder::content::NUMBERS;
use keuzeladder::keep::payload;
use keuzeladder::keep::sealed::Sealed;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = Sealed::read(bytes);
    if let Ok((kept, _)) = payload::read(bytes, &NUMBERS) {
        assert_eq!(payload::read(&payload::write(&kept, &NUMBERS), &NUMBERS), Ok((kept, 0)));
    }
});
