//! What is asked of any bytes. The fuzz targets ask it of bytes that a fuzzer finds, the tests of
//! damaged examples, so that the targets cannot fall behind the library.

use postmirth::check::fix::fixed;
use postmirth::check::{Choice, check as checked};
use postmirth::draw::Chart;
use postmirth::publish::embed::{Image, Insert, embed as embedded, places, strip};
use postmirth::read::{Report, read as told};
use postmirth::render::{Format, RenderOptions, pictures};
use postmirth::source::Source;
use postmirth::spice::place::{Addition, Spot, plain, spiced};

/// Decoding and reading do not panic, and every place lies in the text.
pub(super) fn read(bytes: &[u8]) {
    let source = Source::from_bytes("report.md", bytes).value;
    let told = told(&source);
    for event in &told.value.events {
        assert!(event.span.end <= source.text().len());
        assert!(source.text().is_char_boundary(event.span.start));
    }
    for doubt in &told.warnings {
        let _ = doubt.frame(&source).to_string();
    }
}

/// Whatever is read can be drawn.
pub(super) fn draw(bytes: &[u8]) {
    let source = Source::from_bytes("report.md", bytes).value;
    let order = RenderOptions { formats: vec![Format::Svg], ..RenderOptions::default() };
    let _ = pictures(&Report::of(&source), &[], &order);
}

/// Whatever is read can be checked and mended.
pub(super) fn check(bytes: &[u8]) {
    let source = Source::from_bytes("report.md", bytes).value;
    checked(&Report::of(&source), &[], &Choice::default());
    let _ = fixed(bytes);
}

/// Pictures go in and out again, byte for byte.
pub(super) fn embed(bytes: &[u8]) {
    let Ok(plain) = strip(bytes) else { return };
    let source = Source::from_bytes("report.md", &plain.bytes).value;
    let found = places(&Report::of(&source));
    let insert = Insert {
        chart: Chart::Incident,
        image: Image::One("incident.svg".into()),
        alt: "Timeline".into(),
        details: None,
        caption: None,
        options: String::new(),
    };
    let embedded = embedded(&plain, &[insert], &found);
    if let Ok(back) = strip(&embedded.bytes) {
        assert_eq!(back.bytes, plain.bytes);
    }
}

/// Lines of humour go in and out again, byte for byte.
pub(super) fn spice(bytes: &[u8]) {
    let Ok(before) = plain(bytes) else { return };
    let source = Source::from_bytes("report.md", &before).value;
    let spots = [Spot::Title, Spot::Entry(0), Spot::Action(0), Spot::Prose(2), Spot::SignOff];
    let additions =
        spots.map(|spot| Addition { spot, text: "A line of humour.".into(), emoji: None });
    let spiced = spiced(&before, &Report::of(&source), &additions);
    assert_eq!(plain(&spiced.bytes).ok(), Some(before.to_vec()));
}
