//! The picture of an incident, as somebody sees it who has read the report.

use crate::support::drawing::{bar, drawn, place, solids, style, texts, timeline, with, wording};
use crate::support::golden;
use postmirth::draw::scene::{Area, Form, Role, Scene, Shape};
use postmirth::draw::{Layout, Options, RowLimit};

const WHOLE: &str = "# Mail down\n\n## Summary\n\nOn 2024-04-18 from 09:20 to 11:00 SAST mail was \
    down: 90% of staff could neither send nor receive.\nThe root cause was an update that was cut \
    off half way.\n\n## Timeline\n\n- 09:20 - A faulty update is rolled out.\n- 09:30 - The \
    monitoring alert fired.\n- 09:35 - An engineer confirmed the outage.\n- 09:50 - The network \
    was suspected first.\n- 10:00 - The network was restarted, but the problem persisted.\n- \
    10:20 - Escalated to the system team.\n- 10:30 - The root cause was found: the package was \
    incomplete.\n- 10:40 - The update was rolled back.\n- 11:00 - Service restored.\n";

#[test]
fn the_finding_stands_on_top() {
    let told = texts(&drawn(WHOLE));
    assert_eq!(told[0], "Mail down for 1 h 40 min");
    let whole = told.join(" ");
    for part in [
        "Cause An update that was cut off half way.",
        "90% of staff could neither send nor receive.",
        "Thursday 18 April 2024, times in SAST",
        "1 h 40 min in all · 10 min to detect · 5 min to acknowledge · 50 min to escalate",
    ] {
        assert!(whole.contains(part), "no \"{part}\" in {whole}");
    }
}

#[test]
fn a_title_that_says_nothing_gives_way_to_what_happened() {
    for empty in ["Postmortem", "Incident report 0x19"] {
        let told = texts(&drawn(&WHOLE.replace("# Mail down", &format!("# {empty}"))));
        assert!(told[0].contains("mail was down"), "{empty}: {told:?}");
    }
    let dated = texts(&drawn(
        &WHOLE.replace("# Mail down", "# Mail down - April 18, 2024"),
    ));
    assert_eq!(dated[0], "Mail down for 1 h 40 min");
    let long = texts(&drawn(
        &WHOLE.replace("# Mail down", "# 100 minute mail outage"),
    ));
    assert_eq!(long[0], "100 minute mail outage");
}

#[test]
fn no_figure_is_zero_or_stands_on_a_guess() {
    let at_once = wording(&drawn(&timeline(&[
        "09:30 - The alert fired.",
        "09:30 - An engineer acknowledged the alert.",
        "10:10 - Service restored.",
    ])));
    assert!(
        !at_once.contains("0 min to") || at_once.contains("40 min to"),
        "{at_once}"
    );
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
    let detection = bar(&scene, "Detection");
    let resolution = bar(&scene, "Resolution");
    assert!(
        (detection.w / resolution.w - 0.5).abs() < 0.05,
        "10 and 20 minutes: {detection:?} {resolution:?}"
    );
    let wording = wording(&scene);
    assert!(wording.contains("Resolution 20 min"), "{told:?}");
    // One entry says when, and not for how long.
    assert!(!wording.contains("Escalation 10 min"), "{told:?}");
}

#[test]
fn the_clock_has_round_ticks_its_ends_and_a_zone() {
    let told = texts(&drawn(WHOLE));
    for tick in ["09:20", "10:00", "10:30", "11:00"] {
        assert!(told.iter().any(|text| text == tick), "{tick} in {told:?}");
    }
    assert!(told.iter().any(|text| text == "SAST"), "{told:?}");
    let zoneless = wording(&drawn(&timeline(&[
        "09:30 - The alert fired.",
        "10:10 - Service restored.",
    ])));
    assert!(
        zoneless.contains("Times as written (no zone given)"),
        "{zoneless}"
    );
    // A name too long for the axis gives way to its offset.
    let long = drawn(
        "# Down\n\nAll times in West African Time.\n\n## Timeline\n\n- 09:30 - The alert \
            fired.\n- 10:00 - Restored.\n",
    );
    assert!(
        texts(&long).iter().any(|text| text == "UTC+1"),
        "{:?}",
        texts(&long)
    );
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
    assert!(
        places.iter().all(|area| area.x == places[0].x),
        "{places:?}"
    );
    assert!(
        places.windows(2).all(|pair| pair[0].bottom() <= pair[1].y),
        "{places:?}"
    );
    let dots: Vec<Area> = rows.iter().map(|row| bar(&scene, row)).collect();
    assert!(
        dots.windows(2)
            .all(|pair| pair[0].centre().x < pair[1].centre().x),
        "{dots:?}"
    );
    // Ten minutes are twice as far as five.
    let apart = |at: usize| dots[at + 1].centre().x - dots[at].centre().x;
    assert!((apart(0) / apart(1) - 2.0).abs() < 0.05, "{dots:?}");
    let text_ends = places
        .iter()
        .fold(0.0, |end: f64, area| end.max(area.right()));
    let (first, last) = (dots[0].centre().x, dots[4].centre().x);
    assert!(text_ends < first, "{text_ends} {first}");
    assert!(
        (0.33..0.45).contains(&((last - first) / scene.width)),
        "{first} to {last}"
    );
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
    assert_eq!(
        beside("A faulty update is rolled out.").as_deref(),
        Some("Trigger")
    );
    assert_eq!(
        beside("The monitoring alert fired.").as_deref(),
        Some("Detected")
    );
    assert_eq!(
        beside("Escalated to the system team.").as_deref(),
        Some("Escalated")
    );
    assert_eq!(beside("Service restored.").as_deref(), Some("Resolved"));
    assert_eq!(beside("An engineer confirmed the outage."), None);
    let told = texts(&scene);
    for word in ["False lead", "Cause", "Resolved"] {
        let count = told.iter().filter(|text| *text == word).count();
        // The cause stands in the finding, too.
        assert_eq!(
            count,
            if word == "Cause" { 2 } else { 1 },
            "{word}: {told:?}"
        );
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
fn the_outage_is_one_bar_with_the_time_in_which_nobody_knew() {
    let scene = drawn(WHOLE);
    let [whole, unnoticed] = solids(&scene, "90% of staff affected")[..] else {
        panic!("{:?}", solids(&scene, "90% of staff affected"))
    };
    let (whole, unnoticed) = (whole.area(), unnoticed.area());
    assert_eq!((whole.x, whole.y), (unnoticed.x, unnoticed.y));
    assert!(
        (unnoticed.w / whole.w - 0.1).abs() < 0.01,
        "ten of a hundred minutes: {unnoticed:?} {whole:?}"
    );
    assert!(wording(&scene).contains("nobody knew for 10 min"));
    // Through the rows that it covers the same time is shaded.
    let trigger = place(&scene, "A faulty update is rolled out.");
    let shaded = |shape: &&postmirth::draw::scene::Shape| {
        let area = shape.area();
        shape.role == Role::Ground
            && (area.w - unnoticed.w).abs() < 1.0
            && area.y < trigger.y
            && trigger.bottom() <= area.bottom() + 6.0
    };
    assert!(scene.shapes.iter().any(|shape| shaded(&shape)));
}

#[test]
fn where_the_stated_length_is_another_the_times_count() {
    let scene = drawn(&WHOLE.replace("mail was down:", "mail was down for 3 hours:"));
    let told = texts(&scene);
    assert_eq!(told[0], "Mail down for 1 h 40 min");
    assert!(
        scene
            .description
            .starts_with("From 18 April 2024 09:20 to 18 April 2024 11:00 SAST, 1 h 40 min."),
        "{}",
        scene.description
    );
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
    assert!(
        (drained.w / hour - 1.0 / 6.0).abs() < 0.01,
        "{drained:?} of {hour}"
    );
    assert!(
        (alert.w - alert.h).abs() < 0.1,
        "an event is a dot: {alert:?}"
    );
}

#[test]
fn two_events_in_one_minute_have_a_row_each() {
    let scene = drawn(&timeline(&[
        "09:00 - The alert fired.",
        "09:00 - A customer calls.",
        "10:00 - Service restored.",
    ]));
    let (one, two) = (
        bar(&scene, "The alert fired."),
        bar(&scene, "A customer calls."),
    );
    assert!(
        one.bottom() < two.y && one.centre().x == two.centre().x,
        "{one:?} {two:?}"
    );
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
fn few_rows_are_no_tower() {
    let words = "Somebody looked at one more graph, and then at the next one, and found that \
        neither of them had anything to say about what the users saw, which was a blank page.";
    let entries: Vec<String> = (0..14)
        .map(|at| {
            let what = [
                "The alert fired.",
                "Escalated to the vendor.",
                "We roll back.",
            ][at % 3];
            format!(
                "2024-04-18 {:02}:{:02} UTC - {what} {words}",
                9 + at / 6,
                at % 6 * 10
            )
        })
        .collect();
    let crowded = timeline(&entries.iter().map(String::as_str).collect::<Vec<_>>());
    let mut reports = vec![("crowded".to_string(), crowded)];
    for path in golden::reports("examples") {
        let report = String::from_utf8_lossy(&std::fs::read(&path).expect("a report")).into_owned();
        reports.push((path.display().to_string(), report));
    }
    for (name, report) in reports {
        let scene = drawn(&report);
        assert!(
            scene.height <= scene.width * 1.4,
            "{name}: {} on {}",
            scene.height,
            scene.width
        );
    }
}

#[test]
fn a_start_after_the_alert_is_no_start() {
    let scene = drawn(&WHOLE.replace("from 09:20 to 11:00 SAST", "from 10:05 to 10:15 SAST"));
    let told = wording(&scene);
    assert!(
        told.contains("its start and end do not fit its entries"),
        "{told}"
    );
    assert!(
        !told.contains("in all") && !told.contains("to detect"),
        "{told}"
    );
    assert_eq!(texts(&scene)[0], "Mail down");
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
    let scene = incident(&told, &style, &fonts, &Options::default())
        .expect("a picture")
        .value;
    let shown = texts(&scene);
    for word in [
        "Trigger",
        "False lead",
        "Resolved",
        "Escalated",
        "Detection",
        "Resolution",
    ] {
        assert!(
            !shown.iter().any(|text| text == word),
            "{word} in {shown:?}"
        );
    }
    let colours = [style.light.detection.bar, style.light.resolution.bar];
    let coloured = scene.shapes.iter().any(|shape| match &shape.form {
        Form::Rect { paint, .. } => paint.fill.is_some_and(|fill| colours.contains(&fill)),
        _ => false,
    });
    assert!(!coloured, "a phase's colour on a guess");
}

#[test]
fn what_lies_far_away_is_a_note_at_the_edge() {
    let scene = drawn(&timeline(&[
        "2024-03-01 12:00 UTC - The faulty release is deployed.",
        "2024-04-18 09:30 UTC - The monitoring alert fired.",
        "2024-04-18 09:40 UTC - Engineers investigate the logs.",
        "2024-04-18 09:50 UTC - The release was rolled back.",
        "2024-04-18 10:00 UTC - Service restored.",
    ]));
    let told = texts(&scene);
    let noted = told.iter().any(|text| text == "48 days before");
    // Where the outage itself is told to begin there, the axis begins there.
    assert!(
        noted || told.iter().any(|text| text.starts_with('+')),
        "{told:?}"
    );
}

#[test]
fn addresses_and_hashes_are_no_words() {
    let told = wording(&drawn(&timeline(&[
        "09:00 - The alert fired, see https://status.example.org/incidents/4711?tab=all now.",
        "10:00 - Commit 4f9c2e7ab1 was rolled back and service restored.",
    ])));
    assert!(
        !told.contains("http") && !told.contains("4f9c2e7ab1"),
        "{told}"
    );
    assert!(told.contains("The alert fired, see now."), "{told}");
}

#[test]
fn an_end_that_is_not_told_is_not_invented() {
    let open = drawn(&timeline(&[
        "09:20 - A bad release was deployed to all nodes.",
        "09:30 - An alert paged the on-call engineer.",
        "09:40 - Engineers look into the logs.",
        "10:10 - Rolling back.",
    ]));
    let told = wording(&open);
    assert!(told.contains("end not told"), "{told}");
    assert!(!told.contains("to resolve"), "{told}");
}

#[test]
fn one_event_only() {
    let scene = drawn(&timeline(&["09:00 - The alert fired."]));
    assert_eq!(scene.collisions(), []);
    assert!(wording(&scene).contains("The alert fired."));
}

#[test]
fn midnight_shows_the_date() {
    let scene = drawn(
        "# Down\n\n## Timeline\n\n- 2024-04-18 23:30 UTC - The alert fired.\n- 2024-04-19 00:45 \
            UTC - Service restored.\n",
    );
    let days: Vec<String> = texts(&scene)
        .into_iter()
        .filter(|text| text == "Thu 18 Apr" || text == "Fri 19 Apr")
        .collect();
    // Once on the axis and once beside the row, each.
    assert_eq!(days.len(), 4, "{:?}", texts(&scene));
    let undated = drawn(&timeline(&[
        "23:30 - The alert fired.",
        "00:45 - Service restored.",
    ]));
    assert!(
        wording(&undated).contains("next day"),
        "{:?}",
        texts(&undated)
    );
}

/// Two working sessions with a night in between.
fn a_night() -> Scene {
    drawn(
        "# Slow search\n\nAll times in UTC.\n\n## Timeline\n\n- 2024-04-18 17:00 - The alert \
            fired.\n- 2024-04-18 17:10 - Engineers look into the logs.\n- 2024-04-18 17:30 - \
            Nothing was found, we go home.\n- 2024-04-19 07:30 - The index is rebuilt.\n- \
            2024-04-19 07:50 - Half is done.\n- 2024-04-19 08:10 - Service restored.\n",
    )
}

#[test]
fn a_night_is_folded_and_says_how_long_it_was() {
    let scene = a_night();
    assert!(
        texts(&scene).iter().any(|text| text == "+14 h"),
        "{:?}",
        texts(&scene)
    );
    // The first session gets its share of the room.
    let (first, third) = (
        bar(&scene, "The alert fired."),
        bar(&scene, "The index is rebuilt."),
    );
    assert!(third.x - first.x > 90.0, "{first:?} {third:?}");
    // Without a night nothing is folded.
    let even = drawn(&timeline(&[
        "09:00 - The alert fired.",
        "10:00 - We look.",
        "11:00 - We look on.",
        "13:00 - Service restored.",
    ]));
    let told = texts(&even);
    assert!(
        told.iter().any(|text| text == "12:00") && !told.iter().any(|text| text.starts_with('+')),
        "{told:?}"
    );
}

fn long(events: usize) -> String {
    let entry = |at: usize| {
        let what = [
            "The alert fired again",
            "Engineers look into the logs",
            "A fix is deployed",
        ][at * 3 / events];
        format!(
            "2024-04-18 {:02}:{:02} - {what}, number {at}.",
            8 + at / 60,
            at % 60
        )
    };
    let entries: Vec<String> = (0..events).map(entry).collect();
    timeline(&entries.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn a_long_report_is_cut_and_all_draws_each() {
    let shown = drawn(&long(200));
    let edge = place(&shown, "08:00").right();
    let rows = texts(&shown)
        .into_iter()
        .filter(|text| text.contains("number") || text.contains("times: "))
        .count();
    assert!((3..=14).contains(&rows), "{rows} rows beside {edge}");
    let all = with(
        &long(200),
        "paper",
        &Options {
            rows: RowLimit::All,
            ..Options::default()
        },
    );
    let rows = texts(&all)
        .into_iter()
        .filter(|text| text.contains("number "))
        .count();
    assert_eq!(rows, 200);
    assert_eq!(all.collisions(), []);
}

#[test]
fn what_was_left_out_is_counted() {
    let entry = |at: usize| {
        let what = [
            "Somebody rereads the dashboards of zone",
            "A colleague brings coffee to table",
            "The logs of one more host are read, number",
        ][at % 3];
        format!("2024-04-18 10:{at:02} UTC - {what} {at}.")
    };
    let mut entries = vec!["2024-04-18 09:30 UTC - The monitoring alert fired.".to_string()];
    entries.extend((0..30).map(entry));
    entries.push("2024-04-18 11:00 UTC - The root cause was found: a full disk.".into());
    entries.push("2024-04-18 11:10 UTC - Service restored.".into());
    let scene = drawn(&timeline(
        &entries.iter().map(String::as_str).collect::<Vec<_>>(),
    ));
    let told = texts(&scene);
    for kept in ["The monitoring alert fired.", "Service restored."] {
        assert!(told.iter().any(|text| text == kept), "{kept} in {told:?}");
    }
    let left_out: usize = told
        .iter()
        .filter_map(|text| text.split(" more entr").next().filter(|lead| *lead != text))
        .filter_map(|lead| lead.rsplit(' ').next()?.parse::<usize>().ok())
        .sum();
    assert_eq!(left_out, 33 - 14, "{told:?}");
}

#[test]
fn thousands_of_events_that_go_to_and_fro_stay_one_picture() {
    let entry = |at: usize| {
        let what = [
            "The alert fired again",
            "Engineers look into the logs",
            "Escalated to the vendor",
            "A fix is deployed",
        ][at % 4];
        format!(
            "2024-04-{:02} {:02}:{:02} - {what}, number {at}.",
            1 + at / 1440,
            at / 60 % 24,
            at % 60
        )
    };
    let entries: Vec<String> = (0..4000).map(entry).collect();
    let report = timeline(&entries.iter().map(String::as_str).collect::<Vec<_>>());
    for layout in [Layout::Gantt, Layout::Lanes, Layout::Strip] {
        let scene = with(
            &report,
            "paper",
            &Options {
                layout,
                ..Options::default()
            },
        );
        assert!(
            scene.height < 6000.0 && scene.shapes.len() < 1500,
            "{layout:?}: {} px, {} shapes",
            scene.height,
            scene.shapes.len()
        );
        assert_eq!(scene.collisions(), []);
    }
}

#[test]
fn a_long_entry_ends_in_an_ellipsis_and_the_description_has_the_whole() {
    let long = "The pool was empty because every worker waited for every other worker, ".repeat(12);
    let scene = drawn(&timeline(&[
        "09:00 - The alert fired.",
        &format!("09:10 - {long}so nothing moved."),
    ]));
    let told = wording(&scene);
    assert!(
        told.contains('…') && !told.contains("so nothing moved."),
        "{told}"
    );
    assert!(
        scene.description.contains("so nothing moved."),
        "{}",
        scene.description
    );
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
        wording(&scene).contains("The alert for mail-01 fired & paged us."),
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
    let drawn = incident(
        &told,
        &style,
        &Fonts::new(style.font.face),
        &Options::default(),
    )
    .expect("a picture");
    let shown = wording(&drawn.value);
    for text in [
        "Łódź, Malmö, Đà Nẵng: école → café ≥ 3",
        "Сервер упал, ο διακομιστής έπεσε 🔥",
    ] {
        assert!(shown.contains(text), "{shown}");
    }
    assert!(
        !shown.contains('服') && !shown.contains('خ'),
        "a box would be drawn: {shown}"
    );
    let [warning] = &drawn.warnings[..] else {
        panic!("{:?}", drawn.warnings)
    };
    assert!(
        warning.message.contains("(U+") && warning.span.is_some(),
        "{warning:?}"
    );
    assert!(
        drawn.value.description.contains("服务器"),
        "the description keeps them"
    );
}

#[test]
fn the_description_tells_the_whole_story_in_words() {
    let scene = drawn(WHOLE);
    assert_eq!(scene.title, "Incident timeline of Mail down");
    for part in [
        "From 18 April 2024 09:20 to 18 April 2024 11:00 SAST, 1 h 40 min.",
        "Time to detect: 10 min.",
        "Investigation: 30 min.",
        "Thursday 18 April 2024: 09:20, detection: A faulty update is rolled out.",
        "10:00, investigation, false lead: The network was restarted, but the problem persisted.",
        "Cause: ",
    ] {
        assert!(
            scene.description.contains(part),
            "no \"{part}\" in: {}",
            scene.description
        );
    }
}

#[test]
fn lanes_have_a_numbered_pin_an_event_and_a_key() {
    let scene = with(
        WHOLE,
        "paper",
        &Options {
            layout: Layout::Lanes,
            ..Options::default()
        },
    );
    let told = texts(&scene);
    for lane in ["Detection", "Investigation", "Escalation", "Resolution"] {
        assert!(told.iter().any(|text| text == lane), "{lane} in {told:?}");
    }
    for number in 1..=9 {
        let count = told
            .iter()
            .filter(|text| **text == number.to_string())
            .count();
        assert_eq!(count, 2, "pin and key for {number}: {told:?}");
    }
}

#[test]
fn the_strip_is_low() {
    let scene = with(
        WHOLE,
        "paper",
        &Options {
            layout: Layout::Strip,
            ..Options::default()
        },
    );
    assert!(scene.height < 220.0, "{} px", scene.height);
    assert!(wording(&scene).contains("Mail down"));
    assert!(wording(&scene).contains("10 min to detect"));
}

#[test]
fn a_title_of_ones_own_is_taken_and_the_reports_stays_in_no_text() {
    let scene = with(
        WHOLE,
        "paper",
        &Options {
            title: Some("Post takes a nap".into()),
            ..Options::default()
        },
    );
    assert_eq!(texts(&scene)[0], "Post takes a nap");
}

#[test]
fn every_shape_of_an_event_points_home() {
    let scene = drawn(WHOLE);
    let alert = scene.shapes.iter().find(|shape| {
        matches!(&shape.form, Form::Text { run, .. } if run.text == "The monitoring \
            alert fired.")
    });
    let span = alert.and_then(|shape| shape.span).expect("a span");
    assert!(WHOLE[span.start..span.end].contains("The monitoring alert fired."));
    assert!(
        solids(&scene, "The monitoring alert fired.")
            .iter()
            .all(|shape| shape.span == Some(span))
    );
}
