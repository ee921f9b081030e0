//! Whatever the bytes: puts lines of humour in and takes them out again, byte for byte.

#![no_main]

use libfuzzer_sys::fuzz_target;
use postmirth::read::Report;
use postmirth::source::Source;
use postmirth::spice::place::{Addition, Spot, plain, spiced};

fuzz_target!(|data: &[u8]| {
    let Ok(plain) = plain(data) else { return };
    let source = Source::from_bytes("report.md", &plain).value;
    let report = Report::of(&source);
    let additions = [Spot::Title, Spot::Opening, Spot::Entry(0), Spot::Action(0), Spot::Prose(2), Spot::SignOff].map(|spot| Addition {
        spot,
        text: "A line of humour.".into(),
        emoji: None,
    });
    let spiced = spiced(&plain, &report, &additions);
    assert_eq!(postmirth::spice::place::plain(&spiced.bytes).ok(), Some(plain.to_vec()));
});
