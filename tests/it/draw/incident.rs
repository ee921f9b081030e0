//! The picture of an incident, as somebody sees it who has read the report.

use crate::support::drawing::{bar, drawn, place, solids, style, texts, timeline, with, wording};
use postmirth::draw::scene::{Area, Form, Role, Scene};
use postmirth::draw::{Layout, Options};

const WHOLE: &str = "# Mail down\n\n## Summary\n\nOn 2024-04-18 from 09:20 to 11:00 SAST mail was \
    down: 90% of staff could neither send nor receive.\nThe root cause was an update that was cut \
    off half way.\n\n## Timeline\n\n- 09:20 - A faulty update is rolled out.\n- 09:30 - The \
    monitoring alert fired.\n- 09:35 - An engineer confirmed the outage.\n- 09:50 - The network \
    was suspected first.\n- 10:00 - The network was restarted, but the problem persisted.\n- \
    10:20 - Escalated to the system team.\n- 10:30 - The root cause was found: the package was \
    incomplete.\n- 10:40 - The update was rolled back.\n- 11:00 - Service restored.\n";

#[test]
fn the_header_tells_what_when_and_for_whom() {
    let told = texts(&drawn(WHOLE));
    assert_eq!(told[0], "Mail down");
    assert_eq!(
        told[1],
        "Thursday 18 April 2024 · 09:20–11:00 SAST · 90% of staff affected"
    );
}

#[test]
fn four_figures_and_what_is_not_told_is_left_out() {
    let whole = wording(&drawn(WHOLE));
    for figure in [
        "10 min",
        "to detect",
        "5 min",
        "to acknowledge",
        "50 min",
        "to escalate",
        "1 h 40 min",
        "to resolve",
    ] {
        assert!(whole.contains(figure), "{figure} in {whole}");
    }
    let part = drawn(&timeline(&[
        "09:30 - The alert fired.",
        "10:10 - Service restored.",
    ]));
    let told = wording(&part);
    assert!(
        told.contains("to resolve") && !told.contains("to escalate"),
        "{told}"
    );
    // The one that is left takes the room of the others.
    let card = part
        .shapes
        .iter()
        .find(|shape| shape.role == Role::Ground)
        .expect("a card")
        .area();
    assert!(card.w > 700.0, "{card:?}");
}

#[test]
fn the_ribbon_names_each_phase_with_its_length_as_far_as_there_is_room() {
    let told = wording(&drawn(WHOLE));
    assert!(told.contains("Investigation · 30 min"), "{told}");
    assert!(
        told.contains("Escalation · 10 min") || told.contains("Escalation"),
        "{told}"
    );
    // A phase without room for its name is named in the key.
    let tight = drawn(&timeline(&[
        "09:00 - The alert fired.",
        "09:01 - Engineers investigate the logs.",
        "09:02 - The cause was found in the logs.",
        "12:00 - Service restored.",
    ]));
    let told = texts(&tight);
    let key = place(&tight, "Key");
    for name in ["Detection", "Resolution"] {
        let named = place(&tight, name);
        assert!(
            (named.y - key.y).abs() < 4.0,
            "{name} is not in the key: {told:?}"
        );
    }
}

#[test]
fn the_clock_has_round_ticks_and_always_a_zone() {
    let told = texts(&drawn(WHOLE));
    for tick in ["09:30", "09:45", "10:00", "11:00"] {
        assert!(told.iter().any(|text| text == tick), "{tick} in {told:?}");
    }
    assert!(told.iter().any(|text| text == "SAST"), "{told:?}");
    let zoneless = texts(&drawn(&timeline(&[
        "09:30 - The alert fired.",
        "10:10 - Service restored.",
    ])));
    assert!(
        zoneless.iter().any(|text| text == "local time"),
        "{zoneless:?}"
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
fn a_row_an_event_in_the_order_of_time_with_a_bar_to_the_next() {
    let scene = drawn(WHOLE);
    let rows = [
        "A faulty update is rolled out.",
        "The monitoring alert fired.",
        "An engineer confirmed the outage.",
    ];
    let bars: Vec<Area> = rows.iter().map(|row| bar(&scene, row)).collect();
    assert!(
        bars.windows(2)
            .all(|pair| pair[0].y < pair[1].y && pair[0].right() <= pair[1].x),
        "{bars:?}"
    );
    // Ten minutes are twice as long as five, but for the hair of ground between bars.
    assert!(
        ((bars[0].w + 2.0) / (bars[1].w + 2.0) - 2.0).abs() < 0.05,
        "{bars:?}"
    );
}

#[test]
fn the_text_stands_where_there_is_more_room() {
    let scene = drawn(WHOLE);
    let early = ("The monitoring alert fired.", true);
    let late = ("Service restored.", false);
    for (text, on_right) in [early, late] {
        assert_eq!(
            place(&scene, text).x > bar(&scene, text).x,
            on_right,
            "{text}"
        );
    }
}

#[test]
fn marks_say_what_colour_cannot() {
    let scene = drawn(WHOLE);
    let marked = |text: &str| {
        solids(&scene, text)
            .iter()
            .any(|shape| matches!(shape.form, Form::Path { .. }))
    };
    assert!(marked("Escalated to the system team."));
    assert!(marked("Service restored."));
    assert!(!marked("The monitoring alert fired."));
    let lead = solids(&scene, "The network was restarted,");
    let dashed = |shape: &&postmirth::draw::scene::Shape| matches!(&shape.form, Form::Rect { paint, .. } if paint.stroke.is_some_and(|stroke| stroke.dash.is_some()));
    assert!(
        lead.iter().any(dashed),
        "the false lead is not dashed: {lead:?}"
    );
    let told = wording(&scene);
    for meaning in [
        "guess",
        "false lead",
        "escalated",
        "cause found",
        "resolved",
    ] {
        assert!(
            told.contains(meaning),
            "the key does not explain \"{meaning}\": {told}"
        );
    }
}

#[test]
fn the_outage_is_one_bar_with_the_time_in_which_nobody_knew() {
    let scene = drawn(WHOLE);
    let said = "Outage · 1 h 40 min · 90% of staff affected";
    let [whole, unnoticed] = solids(&scene, said)[..] else {
        panic!("{:?}", solids(&scene, said))
    };
    let (whole, unnoticed) = (whole.area(), unnoticed.area());
    assert_eq!((whole.x, whole.y), (unnoticed.x, unnoticed.y));
    assert!(
        (unnoticed.w / whole.w - 0.1).abs() < 0.01,
        "ten of a hundred minutes: {unnoticed:?} {whole:?}"
    );
    let shade = style("paper").light.shade;
    let shaded = |shape: &&postmirth::draw::scene::Shape| matches!(&shape.form, Form::Rect { paint, .. } if paint.fill == Some(shade));
    let band = scene
        .shapes
        .iter()
        .find(shaded)
        .expect("the unknown time is shaded")
        .area();
    assert!((band.w - unnoticed.w).abs() < 1.0, "{band:?} {unnoticed:?}");
    assert!(wording(&scene).contains("90% of staff could neither send nor receive."));
    assert!(wording(&scene).contains("an update that was cut off half way."));
}

#[test]
fn where_the_stated_length_is_another_the_times_count() {
    let scene = drawn(&WHOLE.replace("mail was down:", "mail was down for 3 hours:"));
    let told = wording(&scene);
    assert!(
        told.contains("Outage · 1 h 40 min") && !told.contains("3 h ·"),
        "{told}"
    );
    assert!(
        scene
            .description
            .starts_with("From 18 April 2024 09:20 to 18 April 2024 11:00 SAST, 1 h 40 min."),
        "{}",
        scene.description
    );
}

#[test]
fn an_end_that_is_not_told_is_not_invented() {
    let open = drawn(&timeline(&[
        "09:30 - The alert fired.",
        "09:40 - Engineers look into the logs.",
        "10:10 - Rolling back.",
    ]));
    let told = wording(&open);
    assert!(told.contains("end not told"), "{told}");
    assert!(!told.contains("to resolve"), "{told}");
}

#[test]
fn a_range_has_its_own_length() {
    let scene = drawn(&timeline(&[
        "09:00 - The alert fired.",
        "09:10 - 09:20 - The cache was drained.",
        "10:00 - Service restored.",
    ]));
    let (drained, alert) = (
        bar(&scene, "The cache was drained."),
        bar(&scene, "The alert fired."),
    );
    assert!(
        (drained.w - alert.w).abs() < 1.0,
        "ten minutes each: {drained:?} {alert:?}"
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
    assert!(one.bottom() < two.y && one.x == two.x, "{one:?} {two:?}");
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
        texts(&scene).iter().any(|text| text == "14 h"),
        "{:?}",
        texts(&scene)
    );
    // The first session gets its share of the room.
    let (first, third) = (
        bar(&scene, "The alert fired."),
        bar(&scene, "The index is rebuilt."),
    );
    assert!(third.x - first.x > 200.0, "{first:?} {third:?}");
    // Without a night nothing is folded.
    let even = drawn(&timeline(&[
        "09:00 - The alert fired.",
        "10:00 - We look.",
        "11:00 - We look on.",
        "13:00 - Service restored.",
    ]));
    let told = texts(&even);
    assert!(
        told.iter().any(|text| text == "12:00") && !told.iter().any(|text| text == "2 h"),
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
fn many_events_share_rows_and_all_draws_each() {
    let shared = drawn(&long(200));
    let rows = texts(&shared)
        .into_iter()
        .filter(|text| text.contains("events:"))
        .count();
    assert!((20..=60).contains(&rows), "{rows} shared rows");
    let told = wording(&shared);
    assert!(
        told.contains("number 0") && told.contains("number 199."),
        "first and last words: {told}"
    );
    let all = with(
        &long(200),
        "paper",
        &Options {
            max_rows: None,
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
        "09:10 - The on-call engineer restarts the payment-gateway-europe-west service by hand.",
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
        "Investigation: 40 min.",
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
