//! Whatever the bytes: checks and mends whatever is read.

#![no_main]

use libfuzzer_sys::fuzz_target;
use postmirth::check::fix::fixed;
use postmirth::check::{Choice, check};
use postmirth::read::Report;
use postmirth::source::Source;

fuzz_target!(|data: &[u8]| {
    let source = Source::from_bytes("report.md", data).value;
    let report = Report::of(&source);
    check(&report, &[], &Choice::default());
    let _ = fixed(data);
});
