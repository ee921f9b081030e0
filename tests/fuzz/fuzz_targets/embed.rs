//! Whatever the bytes: puts pictures in and takes them out again, byte for byte.

#![no_main]

use libfuzzer_sys::fuzz_target;
use postmirth::publish::embed::{Image, Insert, Name, embed, places, strip};
use postmirth::read::Report;
use postmirth::source::Source;

fuzz_target!(|data: &[u8]| {
    let Ok(plain) = strip(data) else { return };
    let source = Source::from_bytes("report.md", &plain.bytes).value;
    let found = places(&Report::of(&source));
    let insert = Insert {
        name: Name::Incident,
        image: Image::One("incident.svg".into()),
        alt: "Timeline".into(),
        details: None,
        caption: None,
        options: String::new(),
    };
    let embedded = embed(&plain, &[insert], &found);
    if let Ok(back) = strip(&embedded.bytes) {
        assert_eq!(back.bytes, plain.bytes);
    }
});
