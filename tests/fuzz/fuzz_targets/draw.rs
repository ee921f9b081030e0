//! Whatever the bytes: draws every layout of whatever is read.

#![no_main]

use libfuzzer_sys::fuzz_target;
use postmirth::read::Report;
use postmirth::render::{Format, Order, pictures};
use postmirth::source::Source;

fuzz_target!(|data: &[u8]| {
    let source = Source::from_bytes("report.md", data).value;
    let order = Order {
        formats: vec![Format::Svg],
        ..Order::default()
    };
    let _ = pictures(&Report::of(&source), &[], &order);
});
