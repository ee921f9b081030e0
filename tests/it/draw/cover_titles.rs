//! The title of a cover: as large as three lines allow, broken where a reader would.

use super::cover::{WHOLE, in_order, incident, lines, made, of, title, titled, titles};
use super::outage::ROUGHLY;
use crate::support::drawing::{style, texts, timeline, wording};
use postmirth::draw::CoverOptions;
use postmirth::draw::scene::{Form, Scene};

#[test]
fn awkward_titles_and_sizes() {
    for title in titles() {
        for name in ["paper", "terminal", "contrast"] {
            let scene = made(
                &incident(WHOLE),
                &style(name),
                &CoverOptions { title: Some(title.clone()), ..CoverOptions::default() },
            );
            in_order(&scene, &title);
        }
    }
    for size in [(600.0, 315.0), (1080.0, 1080.0), (2400.0, 640.0), (500.0, 900.0)] {
        let scene = made(
            &incident(WHOLE),
            &style("paper"),
            &CoverOptions { size, ..CoverOptions::default() },
        );
        in_order(&scene, &format!("{size:?}"));
    }
    for size in [(f64::NAN, f64::INFINITY), (0.0, -5.0)] {
        let scene = made(
            &incident(WHOLE),
            &style("paper"),
            &CoverOptions { size, ..CoverOptions::default() },
        );
        assert!(
            scene.width.is_finite() && scene.height.is_finite() && scene.width > 0.0,
            "{size:?}"
        );
        assert_eq!(scene.collisions(), []);
    }
}

#[test]
fn the_title_is_as_large_as_three_lines_allow() {
    // Between the left margin and the server.
    const ROOM: f64 = 744.0;
    let (largest, smallest, step) = (78.0, 40.0, 2.0);
    let mut sizes = Vec::new();
    for count in [2, 4, 6, 8, 10, 12, 14] {
        let text = titles()[7].split(' ').take(count).collect::<Vec<_>>().join(" ");
        let (shown, size) = title(&titled(WHOLE, &text));
        assert_eq!(shown.join(" "), text);
        assert!(shown.len() <= 3 && size <= largest && size >= smallest, "{size} px: {shown:?}");
        let larger = lines(&text, size + step, ROOM);
        assert!(
            size == largest || larger.is_none_or(|lines| lines > 3),
            "{size} px, but {larger:?} lines at {} px: {text}",
            size + step
        );
        sizes.push(size);
    }
    assert!(sizes.is_sorted_by(|one, two| one >= two) && sizes.first() > sizes.last(), "{sizes:?}");
}

#[test]
fn no_line_begins_or_ends_with_a_dash() {
    for length in 1..12 {
        let more = "and more ".repeat(length);
        for text in [
            format!("Feature flags {more}out of service - September 2025"),
            format!("{more}out of service - for the second time"),
        ] {
            let (shown, _) = title(&titled(WHOLE, &text));
            let dash = |line: &String| line.ends_with('-') || line.starts_with('-');
            assert!(!shown.iter().any(dash), "{shown:?}");
        }
    }
}

#[test]
fn a_word_is_torn_and_a_title_cut_only_when_nothing_else_helps() {
    let whole = "Telecommunicationsinfrastructure unavailable";
    assert_eq!(title(&titled(WHOLE, whole)).0.join(" "), whole);
    // Twenty-five words still stand there in full, in small letters and more lines.
    let many = titles()[7].split(' ').take(25).collect::<Vec<_>>().join(" ");
    let (shown, size) = title(&titled(WHOLE, &many));
    assert_eq!((shown.join(" "), shown.len() > 3), (many, true));
    let (cut, smallest) = title(&titled(WHOLE, &titles()[8]));
    let cut = cut.join(" ");
    assert!(
        size == smallest
            && cut.ends_with('…')
            && titles()[8].starts_with(cut.trim_end_matches('…')),
        "{cut}"
    );
    assert!(
        titles()[8].split(' ').any(|word| cut.ends_with(&format!(" {word}…"))),
        "cut within a word: {cut}"
    );
}

#[test]
fn another_title_is_shown_and_never_told_as_the_name() {
    let joke = "Post takes a nap";
    let scene = titled(WHOLE, joke);
    let told = texts(&scene);
    assert_eq!(told[0], joke);
    assert_eq!(
        told[1].replace('\u{a0}', " "),
        "Mail down for 1 h 40 min. An update that was cut off half way."
    );
    assert_eq!(scene.title, "Cover picture of the postmortem “Mail down”");
    assert!(!scene.description.contains("nap"), "{}", scene.description);
    let untitled = titled(&WHOLE.replace("# Mail down\n", ""), joke);
    assert!(
        !untitled.title.contains("nap") && !untitled.description.contains("nap"),
        "{}",
        untitled.title
    );
    // The same title again is no other one.
    assert_eq!(titled(WHOLE, "Mail down"), of(WHOLE));
    assert_eq!(titled(WHOLE, " "), of(WHOLE));
}

#[test]
fn a_path_stays_in_one_piece() {
    let text = timeline(&["09:00 UTC - Dark.", "10:00 UTC - Light."]).replace(
        "## Timeline",
        "## Root cause\n\nA missing semicolon in the file /etc/tower/bells/default stopped all of \
            the bells.\n\n## Timeline",
    );
    let told = texts(&of(&text));
    assert!(told.iter().any(|line| line.contains("/etc/tower/bells/default")), "{told:?}");
}

#[test]
fn an_impact_keeps_its_name() {
    let text = timeline(&["09:00 UTC - Dark.", "10:00 UTC - Light."]);
    let mut told = incident(&text);
    for (impact, wanted) in [
        ("Medium (no bells during the repair)", "Impact: Medium (no bells during the repair)."),
        ("12% of all ringing", "Impact: 12% of all ringing."),
        ("Nobody in town knew the hour.", "Impact: Nobody in town knew the hour."),
    ] {
        told.impact = Some(impact.to_string());
        let words = wording(&made(&told, &style("paper"), &CoverOptions::default()));
        assert!(words.contains(wanted), "{words}");
    }
}

#[test]
fn a_note_ends_with_a_clause_or_is_left_out() {
    let text = timeline(&["09:00 UTC - Dark.", "10:00 UTC - Light."]);
    let mut told = incident(&text);
    let of_bells = "with a rope that had been worn thin by all of the winter's storms";
    for (cause, wanted) in [
        (
            format!(
                "The old bell fell from its beam {of_bells}, and nobody was told of it in \
                time to keep the children away \
                from the tower"
            ),
            Some(format!("The old bell fell from its beam {of_bells}.")),
        ),
        (format!("The bell {of_bells} {of_bells} fell down"), None),
        (format!("The bell, which was hung {of_bells}, cracked {of_bells}"), None),
        (format!("When the storm came, the bell {of_bells} {of_bells} fell"), None),
    ] {
        told.root_cause = Some(cause);
        let words = wording(&made(&told, &style("paper"), &CoverOptions::default()));
        assert!(!words.contains('…') && !words.contains("storm came"), "{words}");
        let shown = wanted.as_ref().is_none_or(|wanted| words.contains(wanted.as_str()));
        assert!(shown && words.contains("The") == wanted.is_some(), "{words}");
    }
}

#[test]
fn the_length_stands_behind_the_subject_in_a_voice_of_its_own() {
    let voice = |scene: &Scene| {
        let length = scene.shapes.iter().find_map(|shape| match &shape.form {
            Form::Text { run, colour, .. } if run.text == "1\u{a0}h\u{a0}40\u{a0}min" => {
                Some((run.bold, *colour))
            }
            _ => None,
        });
        length.expect("the length")
    };
    for subject in ["Mail down", "The mail of all of the northern offices down"] {
        let scene = of(&WHOLE.replace("# Mail down", &format!("# {subject}")));
        assert_eq!(voice(&scene), (false, style("paper").light.cross), "{subject}");
        in_order(&scene, subject);
    }
}

#[test]
fn a_cause_that_goes_on_about_something_else_ends_before_that() {
    let text = timeline(&["09:00 UTC - Dark.", "10:00 UTC - Light."]);
    let cause = "While the root cause was a torn rope, we should have kept a spare.";
    let told = incident(&format!("{text}\n## Root cause\n\n{cause}\n"));
    let words = wording(&made(&told, &style("paper"), &CoverOptions::default()));
    assert!(words.contains("A torn rope.") && !words.contains("spare"), "{words}");
}

#[test]
fn a_cause_is_not_cut_before_because() {
    let text = timeline(&["09:00 UTC - Dark.", "10:00 UTC - Light."]);
    let mut told = incident(&text);
    let end = "of a worn rope that nobody had looked at since the old sexton left the town and took \
        the only key of the tower with him to his daughter by the sea";
    told.root_cause = Some(format!("The silence came up in the tower because {end}."));
    let words = wording(&made(&told, &style("paper"), &CoverOptions::default()));
    assert!(!words.contains("in the tower."), "{words}");
}

#[test]
fn an_impact_that_is_the_title_is_not_told_again() {
    let scene = made(&incident(ROUGHLY), &style("paper"), &CoverOptions::default());
    let told = wording(&scene);
    assert_eq!(told.matches("nodes were").count(), 1, "{told}");
}
