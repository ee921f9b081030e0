//! The letters: every emoji that a phone offers, one sign for what a phone shows as one, and a hand
//! for the style that is drawn by hand.

use crate::support::drawing::{texts, timeline, with};
use postmirth::draw::font::{Fonts, Letter};
use postmirth::draw::scene::{Form, Scene};
use postmirth::draw::style::FaceName;
use postmirth::draw::{Options, TextMode, svg};
use std::collections::BTreeMap;

const FACES: [FaceName; 3] = [FaceName::Sans, FaceName::Mono, FaceName::Hand];

const LETTER: Letter = Letter { size: 15.0, bold: false };

/// A text as it is drawn, and how many of its characters are missing.
fn legible(text: &str) -> (String, usize) {
    let mut missing = BTreeMap::new();
    let drawn = Fonts::new(FaceName::Sans).legible(text, &mut missing);
    (drawn, missing.len())
}

#[test]
fn emoji_of_every_year_are_drawn() {
    // From Unicode 1 to 16, the last six of 2024.
    for c in "☎⚠❤✅❌⏰🔥🚨🎉👀📸🤔🤦🙃🧪🕵🧯🥲🫠🩷🫨🫩🫆🪾🫜🪉🪏".chars()
    {
        assert_eq!(legible(&c.to_string()), (c.to_string(), 0));
        for face in FACES {
            let fonts = Fonts::new(face);
            let run = fonts.run(&c.to_string(), LETTER);
            let mut outline = String::new();
            fonts.outline(run.glyphs[0].face, run.glyphs[0].id, &mut outline);
            assert!(run.glyphs[0].id != 0 && outline.len() > 20, "{c} {face:?}");
            assert!((5.0..25.0).contains(&run.width), "{c} {}", run.width);
        }
    }
}

#[test]
fn emoji_in_one_piece_are_drawn_as_one() {
    for (written, drawn) in [
        ("👩🏽\u{200D}💻 paged", "👩 paged"),
        ("🤦🏻\u{200D}♂\u{FE0F}", "🤦"),
        ("❤\u{FE0F}\u{200D}🔥", "❤"),
        ("👨\u{200D}👩\u{200D}👧\u{200D}👦 all", "👨 all"),
        ("👍🏿", "👍"),
        ("⚠\u{FE0F} disk", "⚠ disk"),
        ("1\u{FE0F}\u{20E3} first", "1 first"),
        ("🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}", "🏴"),
        ("🇩🇪", "DE"),
        ("in 🇩🇪🇫🇷 and🇵🇱only", "in DE FR and PL only"),
    ] {
        assert_eq!(legible(written), (drawn.to_string(), 0));
    }
}

#[test]
fn the_sketch_is_lettered_by_hand() {
    let faces = |scene: &Scene| -> Vec<FaceName> {
        let face = |form: &Form| match form {
            Form::Text { run, .. } => Some(run.face),
            _ => None,
        };
        scene.shapes.iter().filter_map(|shape| face(&shape.form)).collect()
    };
    let report = timeline(&["09:00 - Żółw alert → Ελλάδα 🔥", "10:00 - Restored."]);
    let scene = with(&report, "sketch", &Options::default());
    assert!(faces(&scene).iter().all(|face| *face == FaceName::Hand));
    // What the hand cannot write, print does.
    assert!(texts(&scene).iter().any(|text| text.contains("Żółw alert → Ελλάδα 🔥")));
    let live = svg(&scene, &Fonts::new(FaceName::Hand), TextMode::Live);
    assert!(live.contains("font-family=\"Kalam, "));
    let plain = with(&report, "paper", &Options::default());
    assert!(faces(&plain).iter().all(|face| *face == FaceName::Sans));
}

#[test]
fn the_hand_has_its_own_widths() {
    let width = |face: FaceName, bold: bool| {
        Fonts::new(face).width("nnnnnnnnnn", Letter { size: 100.0, bold })
    };
    // Kalam: an "n" takes 546 of 1024 units, in bold 567.
    assert!((width(FaceName::Hand, false) - 533.2).abs() < 1.0, "{}", width(FaceName::Hand, false));
    assert!((width(FaceName::Hand, true) - 553.7).abs() < 1.0, "{}", width(FaceName::Hand, true));
}
