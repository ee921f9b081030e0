//! Any bytes: decoding and reading must not panic, and every place must lie in the text.
//! `cargo fuzz run --fuzz-dir tests/fuzz read examples` starts from the examples.

#![no_main]

use libfuzzer_sys::fuzz_target;
use postmirth::read::read;
use postmirth::source::Source;

fuzz_target!(|bytes: &[u8]| {
    let source = Source::from_bytes("fuzz.md", bytes).value;
    let told = read(&source);
    for event in &told.value.events {
        assert!(event.span.end <= source.text().len() && source.text().is_char_boundary(event.span.start));
    }
    for doubt in &told.warnings {
        let _ = doubt.frame(&source).to_string();
    }
});
