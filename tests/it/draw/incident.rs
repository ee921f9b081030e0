//! The picture of an incident, as somebody sees it who has read the report.
use crate::support::drawing::{
    bar, drawn, headline, place, solids, style, texts, timeline, wording,
};
use crate::support::golden;
use postmirth::draw::Options;
use postmirth::draw::scene::{Area, Form, Role, Scene, Shape};

pub(super) const WHOLE: &str = "# Mail down\n\n## Summary\n\nOn 2024-04-18 from 09:20 to 11:00 SAST mail was \
    down: 90% of staff could neither send nor receive.\nThe root cause was an update that was cut \
    off half way.\n\n## Timeline\n\n- 09:20 - A faulty update is rolled out.\n- 09:30 - The \
    monitoring alert fired.\n- 09:35 - An engineer confirmed the outage.\n- 09:50 - The network \
    was suspected first.\n- 10:00 - The network was restarted, but the problem persisted.\n- \
    10:20 - Escalated to the system team.\n- 10:30 - The root cause was found: the package was \
    incomplete.\n- 10:40 - The update was rolled back.\n- 11:00 - Service restored.\n";

#[test]
fn the_finding_stands_on_top() {
    let scene = drawn(WHOLE);
    assert_eq!(headline(&scene), "Mail down 1 h 40 min");
    let whole = wording(&scene);
    for part in [
        "Cause An update that was cut off half way",
        "90% of staff could neither send nor receive",
        "Thursday 18 April 2024, SAST",
        "5 min to acknowledge once noticed 50 min to escalate once noticed",
    ] {
        assert!(whole.contains(part), "no \"{part}\" in {whole}");
    }
    // The title tells the length already.
    assert!(!whole.contains("in all"), "{whole}");
}

#[test]
fn a_title_that_says_nothing_gives_way_to_what_happened() {
    for empty in ["Postmortem", "Incident report 0x19"] {
        let told = texts(&drawn(&WHOLE.replace("# Mail down", &format!("# {empty}"))));
        assert!(told[0].contains("mail was down"), "{empty}: {told:?}");
    }
    let dated = drawn(&WHOLE.replace("# Mail down", "# Mail down - April 18, 2024"));
    assert_eq!(headline(&dated), "Mail down 1 h 40 min");
    let long = texts(&drawn(&WHOLE.replace("# Mail down", "# 100 minute mail outage")));
    assert_eq!(long[0], "100 minute mail outage");
}

#[test]
fn no_figure_is_zero_or_stands_on_a_guess() {
    let at_once = wording(&drawn(&timeline(&[
        "09:30 - The alert fired.",
        "09:30 - An engineer acknowledged the alert.",
        "10:10 - Service restored.",
    ])));
    assert!(!at_once.contains("0 min to") || at_once.contains("40 min to"), "{at_once}");
    assert!(!at_once.contains("to detect"), "{at_once}");
}

#[test]
fn each_phase_is_a_group_with_its_name_its_length_and_a_bar() {
    let scene = drawn(WHOLE);
    let told = texts(&scene);
    let named = |name: &str| told.iter().filter(|text| *text == name).count();
    assert_eq!(
        ["Detection", "Investigation", "Escalation", "Resolution"].map(named),
        [1, 2, 1, 1],
        "{told:?}"
    );
    let search = bar(&scene, "Investigation");
    let resolution = bar(&scene, "Resolution");
    assert!(
        (search.w / resolution.w - 1.5).abs() < 0.05,
        "30 and 20 minutes: {search:?} {resolution:?}"
    );
    let wording = wording(&scene);
    for length in ["Investigation 30 min", "Resolution 20 min"] {
        assert!(wording.contains(length), "no {length} in {told:?}");
    }
}

#[test]
fn a_new_day_is_named_where_it_begins() {
    let scene = drawn(&timeline(&[
        "2026-05-10 22:30 UTC - The alert fired.",
        "2026-05-11 00:30 UTC - Engineers look into the logs.",
        "2026-05-11 02:30 UTC - The disks were counted.",
        "2026-05-11 04:30 UTC - The cables were counted.",
        "2026-05-11 06:30 UTC - The fans were counted.",
        "2026-05-11 08:30 UTC - Service restored.",
    ]));
    let (first, midnight) = (place(&scene, "10 May"), place(&scene, "11 May"));
    assert!(first.right() < midnight.x, "{first:?} {midnight:?}");
    let clock = place(&scene, "00:00");
    assert!((midnight.x..=midnight.right()).contains(&clock.centre().x), "{clock:?}");
}

#[test]
fn the_clock_has_even_ticks_its_ends_and_a_zone() {
    let told = texts(&drawn(WHOLE));
    for tick in ["09:20", "10:00", "10:20", "10:40", "11:00"] {
        assert!(told.iter().any(|text| text == tick), "{tick} in {told:?}");
    }
    let zoneless =
        wording(&drawn(&timeline(&["09:30 - The alert fired.", "10:10 - Service restored."])));
    assert!(zoneless.contains("Times as written"), "{zoneless}");
}

#[test]
fn every_row_text_has_the_same_left_edge_and_its_dot_lies_in_the_track() {
    let scene = drawn(WHOLE);
    let rows = [
        "A faulty update is rolled out.",
        "The monitoring alert fired.",
        "An engineer confirmed the outage.",
        "Escalated to the system team.",
        "Service restored.",
    ];
    let places: Vec<Area> = rows.iter().map(|row| place(&scene, row)).collect();
    assert!(places.iter().all(|area| area.x == places[0].x), "{places:?}");
    assert!(places.windows(2).all(|pair| pair[0].bottom() <= pair[1].y), "{places:?}");
    let dots: Vec<Area> = rows.iter().map(|row| bar(&scene, row)).collect();
    assert!(dots.windows(2).all(|pair| pair[0].centre().x < pair[1].centre().x), "{dots:?}");
    // Ten minutes are twice as far as five.
    let apart = |at: usize| dots[at + 1].centre().x - dots[at].centre().x;
    assert!((apart(0) / apart(1) - 2.0).abs() < 0.05, "{dots:?}");
    let text_ends = places.iter().fold(0.0, |end: f64, area| end.max(area.right()));
    let (first, last) = (dots[0].centre().x, dots[4].centre().x);
    assert!(text_ends < first, "{text_ends} {first}");
    assert!((0.33..0.45).contains(&((last - first) / scene.width)), "{first} to {last}");
}

/// The text at the right of or at the left of a dot.
fn word_beside(scene: &Scene, row: &str) -> Option<String> {
    let dot = bar(scene, row);
    scene.shapes.iter().find_map(|shape| match &shape.form {
        Form::Text { run, .. } => {
            let area = shape.area();
            let level = (area.centre().y - dot.centre().y).abs() < 6.0;
            let beside = (0.0..12.0).contains(&(area.x - dot.right()))
                || (0.0..12.0).contains(&(dot.x - area.right()));
            (level && beside).then(|| run.text.clone())
        }
        _ => None,
    })
}

#[test]
fn the_name_of_a_mark_stands_beside_it_and_there_is_no_key() {
    let scene = drawn(WHOLE);
    let beside = |row: &str| word_beside(&scene, row);
    assert_eq!(beside("A faulty update is rolled out.").as_deref(), Some("Trigger"));
    assert_eq!(beside("The monitoring alert fired.").as_deref(), Some("Detected"));
    // The name of the group says it of its only row.
    assert_eq!(beside("Escalated to the system team."), None);
    assert_eq!(beside("Service restored.").as_deref(), Some("Resolved"));
    assert_eq!(beside("An engineer confirmed the outage."), None);
    let told = texts(&scene);
    for word in ["False lead", "Cause", "Resolved"] {
        let count = told.iter().filter(|text| *text == word).count();
        // The cause stands in the finding, too.
        assert_eq!(count, if word == "Cause" { 2 } else { 1 }, "{word}: {told:?}");
    }
    assert!(!told.iter().any(|text| text == "Key"), "{told:?}");
}

#[test]
fn there_is_one_end_and_one_cause() {
    let report = timeline(&[
        "2024-04-18 09:30 UTC - The monitoring alert fired.",
        "2024-04-18 09:50 UTC - The root cause was found: the pool was empty.",
        "2024-04-18 10:00 UTC - Service restored.",
        "2024-04-18 10:20 UTC - The root cause was found: a leak in the client.",
        "2024-04-18 10:40 UTC - Service restored, the incident is resolved.",
    ]);
    let told = texts(&drawn(&report));
    for word in ["Cause", "Resolved"] {
        let count = told.iter().filter(|text| *text == word).count();
        assert!(count <= 1, "{count} times {word}: {told:?}");
    }
}

#[test]
fn what_leads_nowhere_right_after_a_fix_is_the_fix() {
    let told = wording(&drawn(&timeline(&[
        "09:00 - The alert fired.",
        "09:20 - The corrected zone was published. <!-- postmirth: kind=fixing -->",
        "09:40 - Most networks still saw nothing. <!-- postmirth: kind=dead_end -->",
        "10:10 - Service restored.",
    ])));
    assert!(told.contains("Fix failed"), "{told}");
    assert!(!told.contains("False lead"), "{told}");
}

#[test]
fn the_way_of_a_false_lead_is_dashed_and_says_how_long_it_was() {
    let report = WHOLE.replace(
        "The network was suspected first.",
        "The initial assumption was a network problem.",
    );
    let scene = drawn(&report);
    let guessed = texts(&scene).iter().any(|text| text == "Guess");
    let said = "10 min of 1 h 40 min on a false lead";
    assert_eq!(texts(&scene).iter().any(|text| text == said), guessed);
    if guessed {
        let dashed = |shape: &&Shape| match &shape.form {
            Form::Path { paint, .. } => paint.stroke.is_some_and(|stroke| stroke.dash.is_some()),
            _ => false,
        };
        assert!(solids(&scene, said).iter().any(dashed));
    }
}

#[test]
fn a_range_is_a_bar_of_its_own_length() {
    let scene = drawn(&timeline(&[
        "09:00 - The alert fired.",
        "09:10 - 09:20 - The cache was drained.",
        "10:00 - Service restored.",
    ]));
    let (drained, alert, end) = (
        bar(&scene, "The cache was drained."),
        bar(&scene, "The alert fired."),
        bar(&scene, "Service restored."),
    );
    let hour = end.centre().x - alert.centre().x;
    assert!((drained.w / hour - 1.0 / 6.0).abs() < 0.01, "{drained:?} of {hour}");
    assert!((alert.w - alert.h).abs() < 0.1, "an event is a dot: {alert:?}");
}

#[test]
fn two_events_in_one_minute_have_a_row_each() {
    let scene = drawn(&timeline(&[
        "09:00 - The alert fired.",
        "09:00 - A customer calls.",
        "10:00 - Service restored.",
    ]));
    let (one, two) = (bar(&scene, "The alert fired."), bar(&scene, "A customer calls."));
    assert!(one.bottom() < two.y && one.centre().x == two.centre().x, "{one:?} {two:?}");
}

#[test]
fn no_line_crosses_a_text() {
    for path in golden::reports("examples") {
        let report = String::from_utf8_lossy(&std::fs::read(path).expect("a report")).into_owned();
        let scene = drawn(&report);
        let lines = scene
            .shapes
            .iter()
            .filter(|shape| matches!(shape.form, Form::Path { .. }))
            .map(postmirth::draw::scene::Shape::area);
        let lines: Vec<Area> = lines.collect();
        assert!(lines.len() > 3, "no hairlines");
        for shape in scene.shapes.iter().filter(|shape| shape.role == Role::Text) {
            let text = shape.area();
            assert!(
                !lines.iter().any(|line| line.meets(&text, 0.0)),
                "{:?} is crossed",
                shape.form
            );
        }
    }
}

#[test]
fn an_uncertain_row_has_no_word_and_no_colour() {
    use postmirth::draw::font::Fonts;
    use postmirth::draw::incident;
    let mut told = postmirth::read::read(&postmirth::source::Source::new("report.md", WHOLE)).value;
    for event in &mut told.events {
        event.certain = false;
    }
    let style = style("paper");
    let fonts = Fonts::new(style.font.face);
    let scene = incident(&told, &style, &fonts, &Options::default()).expect("a picture").value;
    let shown = texts(&scene);
    for word in ["Trigger", "False lead", "Resolved", "Escalated", "Detection", "Resolution"] {
        assert!(!shown.iter().any(|text| text == word), "{word} in {shown:?}");
    }
    let colours = [style.light.detection.bar, style.light.resolution.bar];
    let coloured = scene.shapes.iter().any(|shape| match &shape.form {
        Form::Rect { paint, .. } => paint.fill.is_some_and(|fill| colours.contains(&fill)),
        _ => false,
    });
    assert!(!coloured, "a phase's colour on a guess");
}

#[test]
fn one_event_only() {
    let scene = drawn(&timeline(&["09:00 - The alert fired."]));
    assert_eq!(scene.collisions(), []);
    assert!(wording(&scene).contains("The alert fired"));
}

pub(super) fn long(events: usize) -> String {
    let entry = |at: usize| {
        let what = ["The alert fired again", "Engineers look into the logs", "A fix is deployed"]
            [at * 3 / events];
        format!("2024-04-18 {:02}:{:02} - {what}, number {at}.", 8 + at / 60, at % 60)
    };
    let entries: Vec<String> = (0..events).map(entry).collect();
    timeline(&entries.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn every_shape_of_an_event_points_home() {
    let scene = drawn(WHOLE);
    let alert = scene.shapes.iter().find(|shape| {
        matches!(&shape.form, Form::Text { run, .. } if run.text == "The monitoring \
            alert fired")
    });
    let span = alert.and_then(|shape| shape.span).expect("a span");
    assert!(WHOLE[span.start..span.end].contains("The monitoring alert fired."));
    assert!(
        solids(&scene, "The monitoring alert fired.").iter().all(|shape| shape.span == Some(span))
    );
}
