//! The picture of the cause, and the end that comes back to it.

use super::choose::{LIBRARY, LOST};
use postmirth::read::Report;
use postmirth::source::Source;
use postmirth::spice::moment::MomentKind;
use postmirth::spice::place::Spot;
use postmirth::spice::tell::{Asked, choose, put};

/// A report that names its cause in the title and explains it nowhere.
fn unexplained() -> String {
    LOST.replace("was unreachable", "was unreachable: the certificate expired")
        .replace("Root cause: the TLS certificate of the shop had expired.\n\n", "")
}

#[test]
fn the_end_comes_back_to_the_picture_of_the_cause() {
    let quips = LIBRARY.lines(None).quips();
    // Without an explanation the entry that found the cause has the picture.
    let bare = unexplained();
    for (text, at_entry) in [(LOST.to_string(), false), (bare, true)] {
        let source = Source::new("report.md", text);
        let report = Report::of(&source);
        for seed in 0..20 {
            let asked = Asked { seed: Some(seed), ..Asked::default() };
            let told = choose(&report, &LIBRARY, &asked);
            let picture = told.hand.picks.iter().find_map(|pick| {
                let quip = quips.iter().find(|quip| quip.id == pick.id)?;
                (quip.at == [MomentKind::CauseTold]).then_some((pick.place, quip))
            });
            let (place, quip) = picture.expect("a picture");
            match at_entry {
                true => assert_eq!(place, Spot::Entry(5)),
                false => assert!(matches!(place, Spot::Prose(_)), "{place:?}"),
            }
            let end = told.at(Spot::SignOff).map(|end| &end.text);
            assert_eq!(end, quip.sign_off.as_ref(), "{}", quip.text);
        }
    }
}

#[test]
fn an_end_goes_with_the_picture_that_finds_no_place() {
    // In a block of HTML only the last entry has an end.
    let html = unexplained().replace("## Timeline\n\n", "## Timeline\n\n<img src=\"a.png\">\n");
    let source = Source::new("report.md", html.as_str());
    let report = Report::of(&source);
    let mut told = choose(&report, &LIBRARY, &Asked::default());
    let end = told.at(Spot::SignOff).expect("an end").text.clone();
    let told = String::from_utf8(put(html.as_bytes(), &report, &mut told)).expect("UTF-8");
    assert!(told.contains("<!--fun-->") && !told.contains(&end), "{told}");
}

#[test]
fn a_picture_stands_where_its_own_words_are_told() {
    let cause = "The TLS certificate of the shop had expired during the night before.";
    let before = "The shop is served by a proxy, which stands in front of three other servers.";
    let stated = "Root cause: the TLS certificate of the shop had expired.\n\n";
    let text = LOST.replace(stated, "") + &format!("\n\n## Root cause\n\n{before}\n\n{cause}\n");
    let source = Source::new("report.md", text.as_str());
    let report = Report::of(&source);
    let mut told = choose(&report, &LIBRARY, &Asked::default());
    let told = String::from_utf8(put(text.as_bytes(), &report, &mut told)).expect("UTF-8");
    assert!(told.contains(&format!("{cause}<!--fun--> *")), "{told}");
    assert!(told.contains(&format!("{before}\n")), "{told}");
}
