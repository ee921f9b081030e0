//! Whatever the bytes: draws every layout of whatever is read.

#![no_main]

use libfuzzer_sys::fuzz_target;
use postmirth::read::Report;
use postmirth::render::{Format, RenderOptions, pictures};
use postmirth::source::Source;

fuzz_target!(|data: &[u8]| {
    let source = Source::from_bytes("report.md", data).value;
    let order = RenderOptions {
        formats: vec![Format::Svg],
        ..RenderOptions::default()
    };
    let _ = pictures(&Report::of(&source), &[], &order);
});
