//! The words of the incident picture: cut well, read as a reader sees them, described in full.

use super::incident::WHOLE;
use crate::support::drawing::{drawn, style, texts, timeline, with, wording};
use postmirth::draw::{Layout, Options};

#[test]
fn addresses_and_hashes_are_no_words() {
    let told = wording(&drawn(&timeline(&[
        "09:00 - The alert fired, see https://status.example.org/incidents/4711?tab=all now.",
        "10:00 - Commit 4f9c2e7ab1 was rolled back and service restored.",
    ])));
    assert!(!told.contains("http") && !told.contains("4f9c2e7ab1"), "{told}");
    assert!(told.contains("status.example.org/incidents/4711 now"), "{told}");
}

#[test]
fn a_long_entry_ends_in_an_ellipsis_and_the_description_has_the_whole() {
    let long = "The pool was empty because every worker waited for every other worker, ".repeat(12);
    let scene = drawn(&timeline(&[
        "09:00 - The alert fired.",
        &format!("09:10 - {long}so nothing moved."),
    ]));
    let told = wording(&scene);
    assert!(told.contains('…') && !told.contains("so nothing moved."), "{told}");
    assert!(scene.description.contains("so nothing moved."), "{}", scene.description);
}

#[test]
fn words_are_not_torn_while_there_is_room() {
    let scene = drawn(&timeline(&[
        "09:00 - The alert fired.",
        "09:10 - The on-call engineer restarts the payment-gateway-west service by hand.",
        "11:00 - Service restored.",
    ]));
    let told = texts(&scene);
    assert!(!told.iter().any(|text| text.ends_with('-')), "{told:?}");
    // A word wider than the picture is torn rather than let out of it.
    let endless = drawn(&timeline(&[
        "09:00 - The alert fired.",
        &format!("09:10 - See {}", "x".repeat(300)),
    ]));
    assert_eq!(endless.collisions(), []);
}

#[test]
fn markdown_is_shown_as_a_reader_sees_it() {
    let scene = drawn(&timeline(&[
        "09:00 - The **alert** for `mail-01` [fired](https://example.org/a) &amp; _paged_ \
            <b>us</b>.",
        "10:00 - Service restored.",
    ]));
    assert!(
        wording(&scene).contains("The alert for mail-01 fired & paged us"),
        "{:?}",
        texts(&scene)
    );
}

#[test]
fn the_letters_of_the_world_are_drawn_or_named_in_a_warning() {
    use postmirth::draw::font::Fonts;
    use postmirth::draw::incident;
    let report = timeline(&[
        "09:00 - Łódź, Malmö, Đà Nẵng: e\u{301}cole → café ≥ 3",
        "09:10 - Сервер упал, ο διακομιστής έπεσε 🔥",
        "09:20 - الخادم معطل 服务器",
        "10:00 - Service restored.",
    ]);
    let told = postmirth::read::read(&postmirth::source::Source::new("report.md", report)).value;
    let style = style("paper");
    let drawn = incident(&told, &style, &Fonts::new(style.font.face), &Options::default())
        .expect("a picture");
    let shown = wording(&drawn.value);
    for text in ["Łódź, Malmö, Đà Nẵng: école → café ≥ 3", "Сервер упал, ο διακομιστής έπεσε 🔥"]
    {
        assert!(shown.contains(text), "{shown}");
    }
    assert!(!shown.contains('服') && !shown.contains('خ'), "a box would be drawn: {shown}");
    let [warning] = &drawn.warnings[..] else { panic!("{:?}", drawn.warnings) };
    assert!(warning.message.contains("(U+") && warning.span.is_some(), "{warning:?}");
    assert!(drawn.value.description.contains("服务器"), "the description keeps them");
}

#[test]
fn the_description_tells_the_whole_story_in_words() {
    let scene = drawn(WHOLE);
    assert_eq!(scene.title, "Incident timeline of Mail down");
    for part in [
        "From 18 April 2024 09:20 to 18 April 2024 11:00 SAST, 1 h 40 min.",
        "Time to detect: 10 min.",
        "Resolution: 20 min.",
        "Thursday 18 April 2024: 09:20, detection: A faulty update is rolled out.",
        "10:00, investigation, false lead: The network was restarted, but the problem persisted.",
        "Cause: ",
    ] {
        assert!(scene.description.contains(part), "no \"{part}\" in: {}", scene.description);
    }
}

#[test]
fn lanes_have_a_numbered_pin_an_event_and_a_key() {
    let scene = with(WHOLE, "paper", &Options { layout: Layout::Lanes, ..Options::default() });
    let told = texts(&scene);
    for lane in ["Detection", "Investigation", "Escalation", "Resolution"] {
        assert!(told.iter().any(|text| text == lane), "{lane} in {told:?}");
    }
    for number in 1..=9 {
        let count = told.iter().filter(|text| **text == number.to_string()).count();
        assert_eq!(count, 2, "pin and key for {number}: {told:?}");
    }
}

#[test]
fn the_strip_is_low() {
    let scene = with(WHOLE, "paper", &Options { layout: Layout::Strip, ..Options::default() });
    assert!(scene.height < 220.0, "{} px", scene.height);
    assert!(wording(&scene).contains("Mail down"));
    assert!(wording(&scene).contains("10 min to detect"));
}

#[test]
fn a_title_of_ones_own_is_taken_and_the_reports_stays_in_no_text() {
    let scene = with(
        WHOLE,
        "paper",
        &Options { title: Some("Post takes a nap".into()), ..Options::default() },
    );
    assert_eq!(texts(&scene)[0], "Post takes a nap");
}

#[test]
fn a_row_keeps_what_was_found() {
    let lead = "In the early hours of that day the people on call for the storage went through the \
        logs of every machine of the cluster one by one and the logs of every switch between them \
        from the evening before to the morning after and once more in the next night and";
    let told = wording(&drawn(&timeline(&[
        "09:00 - The alert fired.",
        &format!("09:10 - {lead} found that the lease table was locked by a backup."),
        &format!("09:30 - After {lead} all of it was put on one list, the backup was stopped."),
        "10:00 - Service restored.",
    ])));
    for kept in ["The lease table was locked by a backup", "The backup was stopped"] {
        assert!(told.contains(kept), "no \"{kept}\" in {told}");
    }
}

#[test]
fn a_narrow_picture_cuts_no_row_that_it_has_room_for() {
    let entries: Vec<String> = (0..14)
        .map(|at| {
            format!(
                "09:{:02} - Step {at} of the search for the lease that nobody had given back went \
                    through all of the queues.",
                at * 4
            )
        })
        .collect();
    let report = timeline(&entries.iter().map(String::as_str).collect::<Vec<_>>());
    let options = Options { width: 700.0, ..Options::default() };
    let scene = with(&report, "paper", &options);
    let told = wording(&scene);
    assert!(scene.height <= 840.0 * 1.4, "{}", scene.height);
    let whole = told.matches("through all of the queues").count();
    assert_eq!(whole, 14, "{told}");
}

#[test]
fn a_row_is_not_cut_in_the_words_of_its_mark() {
    let report = timeline(&[
        "09:00 - The alert fired.",
        "09:10 - After ruling out the cables and the old switches in the cellar of the bakery, \
            the team suspected that the new ovens had never been given their addresses and their \
            names, which was a false lead.",
        "09:40 - The ovens were updated to allow orders by telephone, by letter, by carrier \
            pigeon and by bell, and the shop was able to sell bread.",
        "11:00 - Service restored.",
    ]);
    let options = Options { width: 700.0, ..Options::default() };
    let told = wording(&with(&report, "paper", &options));
    assert!(told.contains("After ruling out the cables"), "{told}");
    assert!(!told.contains("to allow…"), "{told}");
}

#[test]
fn a_picture_with_a_key_tells_a_failed_fix_from_a_false_lead() {
    let report = timeline(&[
        "09:00 - The alert fired.",
        "09:20 - Rolled back the release, but the errors persisted.",
        "11:00 - Service restored.",
    ]);
    for layout in [Layout::Strip, Layout::Lanes] {
        let options = Options { layout, ..Options::default() };
        let told = wording(&with(&report, "paper", &options));
        assert!(told.contains("fix failed"), "{told}");
        assert!(!told.contains("false lead"), "{told}");
    }
}

#[test]
fn a_date_in_the_title_is_not_told_again() {
    let dated = |title: &str| {
        wording(&drawn(&format!(
            "# {title}\n\n## Timeline\n\n- 2024-03-05 09:00 UTC - The alert fired.\n- \
                2024-03-05 09:30 UTC - Engineers look into the logs.\n"
        )))
    };
    let once = dated("Night shift lost its badges on March 5, 2024");
    assert!(once.contains("Times in UTC"), "{once}");
    assert!(!once.contains("Tuesday"), "{once}");
    let told = dated("Night shift lost its badges");
    assert!(told.contains("Tuesday 5 March 2024, UTC"), "{told}");
}

#[test]
fn the_sentence_that_a_mark_rests_on_is_not_cut_off() {
    let looked = "Every till of the bakery was looked at, in the north, in the south and in the \
        western region, and all orders that had been printed twice were counted. ";
    let cause = "The root cause was identified as a worn cable.";
    let entries = timeline(&[
        "09:00 - The alert fired.",
        &format!("09:10 - {looked}{cause}"),
        "11:00 - Service restored.",
    ]);
    let told = wording(&drawn(&format!("{entries}\n## Root cause\n\nA worn cable in the hall.\n")));
    assert!(told.contains(cause.trim_end_matches('.')), "{told}");
}
