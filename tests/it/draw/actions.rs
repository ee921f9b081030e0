//! The picture of the measures: everything that the report tells of them, and nothing over anything
//! else.

use crate::support::drawing::{style, texts, wording};
use crate::support::golden;
use chrono::NaiveDate;
use postmirth::assets::STYLES;
use postmirth::draw::font::Fonts;
use postmirth::draw::scene::{Form, Role, Scene};
use postmirth::draw::style::Ground;
use postmirth::draw::{ActionsOptions, actions};
use postmirth::read::read;
use postmirth::source::Source;

fn with(report: &str, name: &str, options: &ActionsOptions) -> Option<Scene> {
    let style = style(name);
    let told = read(&Source::new("report.md", report)).value;
    Some(actions(&told, &style, &Fonts::new(style.font.face), options)?.value)
}

#[track_caller]
fn drawn(report: &str, today: Option<&str>) -> Scene {
    let today = today.map(|day| day.parse::<NaiveDate>().expect("a day"));
    with(
        report,
        "paper",
        &ActionsOptions {
            today,
            ..ActionsOptions::default()
        },
    )
    .expect("a picture")
}

fn example(name: &str) -> String {
    std::fs::read_to_string(golden::project(&format!("examples/{name}.md"))).expect("an example")
}

/// A report of 4 March 2026 with these measures.
fn report(measures: &str) -> String {
    format!(
        "# Lights out\n\nOn 2026-03-04 from 09:00 to 10:00 UTC it was dark.\n\n## Timeline\n\n- \
            09:00 - Dark.\n- 10:00 - Light.\n\n## Action items\n\n{measures}"
    )
}

/// Bars, boxes and marks of the measure that a text belongs to, from left to right: x, width,
/// filled or not.
fn solids(scene: &Scene, text: &str) -> Vec<(f64, f64, bool)> {
    let holds = |form: &Form| matches!(form, Form::Text { run, .. } if run.text.starts_with(text));
    let place = scene
        .shapes
        .iter()
        .find(|shape| holds(&shape.form))
        .expect("the text")
        .area();
    let row = |y: f64| (y - place.centre().y).abs() < 14.0;
    let mut out: Vec<(f64, f64, bool)> = scene
        .shapes
        .iter()
        .filter(|shape| shape.role == Role::Solid && row(shape.area().centre().y))
        .filter_map(|shape| match &shape.form {
            Form::Rect { area, paint, .. } => Some((area.x, area.w, paint.stroke.is_none())),
            _ => None,
        })
        .collect();
    out.sort_by(|one, two| one.0.total_cmp(&two.0));
    out
}

#[test]
fn no_text_touches_anything_in_any_style_and_width() {
    let words =
        "Write down for every service who answers for it at night and what it cannot live without ";
    let many: String = (0..40)
        .map(|n| {
            format!(
                "- [{}] Test the failover of cluster {n}. @team-{}, due 2026-{:02}-{:02}\n",
                if n % 3 == 0 { 'x' } else { ' ' },
                n % 5,
                4 + n % 6,
                1 + n % 28
            )
        })
        .collect();
    let mut reports: Vec<String> = [
        "- Add an alert.\n- Train the crew.\n".to_string(),
        many,
        format!(
            "- [ ] {}\n- [x] Short. @mo, due 2027-02-01\n  - [x] one part\n  - [ ] {words}\n  \
            - a note\n",
            words.repeat(6)
        ),
        format!(
            "- {}. Owner: {}, due 2026-04-01\n",
            words.replace(' ', "-"),
            "nobody".repeat(20)
        ),
        "- Add an alert, due 2026-03-05\n- Buy a bell, due 2036-03-05\n- Paint it, due \
            1990-01-01\n"
            .to_string(),
        "Improvements:\n\n- Heat less.\n\nTasks:\n\n- [ ] Buy a timer, due 2026-04-01\n- [ ] Wire \
            it, due 2026-04-02\n"
            .to_string(),
        "- ⛔ 中文\n".to_string(),
    ]
    .iter()
    .map(|measures| report(measures))
    .collect();
    reports.extend(
        golden::reports("examples")
            .iter()
            .map(|path| std::fs::read_to_string(path).expect("an example")),
    );
    let mut pictures = 0;
    for text in &reports {
        for file in STYLES {
            for (width, ground) in [
                (480.0, Ground::Light),
                (700.0, Ground::Dark),
                (840.0, Ground::Light),
                (1400.0, Ground::Light),
            ] {
                for today in [
                    None,
                    Some("2026-04-20"),
                    Some("1999-01-01"),
                    Some("2050-01-01"),
                ] {
                    let today = today.map(|day| day.parse().expect("a day"));
                    let Some(scene) = with(
                        text,
                        file.name,
                        &ActionsOptions {
                            ground,
                            width,
                            today,
                            ..ActionsOptions::default()
                        },
                    ) else {
                        continue;
                    };
                    let found: Vec<String> = scene
                        .collisions()
                        .into_iter()
                        .map(|collision| collision.what)
                        .collect();
                    assert!(
                        found.is_empty(),
                        "{}, {width}, {today:?}: {found:#?}\n{text}",
                        file.name
                    );
                    pictures += 1;
                }
            }
        }
    }
    assert!(pictures >= 1500, "{pictures}");
}

#[test]
fn a_table_appears_with_owner_day_and_status_as_written() {
    let scene = drawn(&example("table"), None);
    let told = texts(&scene);
    for line in [
        "Tile Delivery · due 10 Oct · Done",
        "SRE · due 14 Oct · Done",
        "Quality · due 31 Oct · In progress",
        "SRE · due 14 Nov · Open",
        "Mobile · due 28 Nov · Open",
    ] {
        assert!(
            told.iter().any(|text| text == line),
            "no \"{line}\" among {told:#?}"
        );
    }
    for task in [
        "Build the cache key from an allow-list of parameters",
        "Replay recorded app traffic in load tests, including _ts",
    ] {
        assert!(
            told.iter().any(|text| text == task),
            "no \"{task}\" among {told:#?}"
        );
    }
    assert!(
        wording(&scene).contains("5 actions · 2 done"),
        "{}",
        wording(&scene)
    );
}

#[test]
fn tick_boxes_appear_with_their_ticks() {
    let scene = drawn(&example("checkboxes"), None);
    let told = texts(&scene);
    for line in [
        "@edge-platform · due 13 Mar",
        "@edge-platform · due 18 Mar",
        "@observability · due 20 Mar",
        "@edge-platform · due 10 Apr",
        "@kiosk-devices · due 30 Apr · in review",
        "@observability · due 17 Apr",
        "@kiosk-devices · due 30 Sep · blocked: waits for a site visit plan",
    ] {
        assert!(
            told.iter().any(|text| text == line),
            "no \"{line}\" among {told:#?}"
        );
    }
    // The box is filled when it is ticked, and so is the bar.
    let filled = |text: &str| {
        solids(&scene, text)
            .iter()
            .map(|(.., filled)| *filled)
            .collect::<Vec<_>>()
    };
    assert_eq!(filled("Add a probe that verifies"), [true, true]);
    assert_eq!(filled("Renew the staging certificate"), [false, false]);
    assert!(
        !wording(&scene).contains("overdue"),
        "without a day nothing is overdue"
    );
}

#[test]
fn bars_run_from_the_incident_to_the_day_on_one_scale() {
    let scene = drawn(
        &report(
            "- [ ] One thing, due 2026-03-24\n- [ ] Two things, due 2026-04-13\n- [x] Three \
                things, done 2026-03-14\n",
        ),
        None,
    );
    let bar = |text: &str| solids(&scene, text)[1];
    let (one, two, three) = (bar("One thing"), bar("Two things"), bar("Three things"));
    assert!(
        (one.0 - two.0).abs() < 0.1 && (two.0 - three.0).abs() < 1.0,
        "{one:?} {two:?} {three:?}"
    );
    // A bar is drawn with its outline inside, which takes a pixel and a half.
    assert!(
        ((two.1 + 1.5) / (one.1 + 1.5) - 2.0).abs() < 0.01,
        "{one:?} {two:?}"
    );
    assert!(
        (three.1 / (two.1 + 1.5) - 0.25).abs() < 0.01,
        "{two:?} {three:?}"
    );
    assert!(
        wording(&scene).contains("4 Mar"),
        "the calendar begins with the incident"
    );
}

#[test]
fn today_is_a_line_and_what_is_late_says_so() {
    let text = report(
        "- [ ] One thing, due 2026-03-24\n- [ ] Two things, due 2026-04-13\n- [x] Three things, \
            due 2026-03-14\n",
    );
    let plain = drawn(&text, None);
    assert!(!wording(&plain).contains("today") && !wording(&plain).contains("overdue"));
    let scene = drawn(&text, Some("2026-04-01"));
    let told = texts(&scene);
    assert!(
        told.iter().any(|text| text == "due 24 Mar · overdue"),
        "{told:?}"
    );
    assert!(
        told.iter().any(|text| text == "due 13 Apr")
            && told.iter().any(|text| text == "due 14 Mar"),
        "{told:?}"
    );
    assert!(
        wording(&scene).contains("1 done, 1 overdue")
            && told.last().is_some_and(|last| last == "today"),
        "{told:?}"
    );
    // On the day itself nothing is late.
    assert!(!wording(&drawn(&text, Some("2026-03-24"))).contains("overdue"));
    // Far ahead the line would leave no room for the bars.
    assert!(wording(&drawn(&text, Some("2031-01-01"))).contains("today ›"));
}

#[test]
fn without_days_the_text_has_the_whole_width() {
    let long = "- Write down for every service who answers for it at night and what else it \
        needs.\n- Buy a bell.\n";
    let scene = drawn(&report(long), None);
    let told = texts(&scene);
    assert!(
        told.iter().any(|text| text
            == "Write down for every service who answers for it at night and what else it needs."),
        "{told:?}"
    );
    // Nothing says how far they have come, so there is no box to tick.
    assert!(
        solids(&scene, "Buy a bell")
            .iter()
            .all(|(_, wide, _)| *wide < 10.0)
    );
    assert_eq!(
        solids(
            &drawn(&report("- [ ] Buy a bell.\n- [ ] Ring it.\n"), None),
            "Buy a bell"
        )
        .len(),
        1
    );
}

#[test]
fn every_measure_has_a_place_in_its_group_and_every_part_below_it() {
    let scene = drawn(
        &report(
            "- Add an alert on the lamp\n- Write a guide for the lamp\n- Buy a lamp\n  - [x] Ask \
                for prices\n  - [ ] Choose one\n- Test the failover to candles\n",
        ),
        None,
    );
    let told = texts(&scene);
    let at = |text: &str| {
        told.iter()
            .position(|found| found == text)
            .unwrap_or_else(|| panic!("no \"{text}\" in {told:?}"))
    };
    for (group, measure) in [
        ("Prevent", "Buy a lamp"),
        ("Detect", "Add an alert on the lamp"),
        ("Respond", "Test the failover to candles"),
        ("Learn", "Write a guide for the lamp"),
    ] {
        assert_eq!(at(group) + 1, at(measure), "{told:?}");
    }
    assert_eq!(
        [at("Ask for prices"), at("Choose one")],
        [at("Buy a lamp") + 1, at("Buy a lamp") + 2]
    );
    assert!(
        ["Prevent · 1", "Detect · 1", "Respond · 1", "Learn · 1"]
            .iter()
            .all(|share| told.contains(&share.to_string())),
        "{told:?}"
    );
}

#[test]
fn the_words_tell_all_of_it() {
    let text = report(
        "- [x] Buy a lamp. @mo, due 2026-04-01\n- Add an alert on the lamp (in review)\n  - Ask \
            the neighbours\n",
    );
    let scene = with(
        &text,
        "paper",
        &ActionsOptions {
            title: Some("The Night of the Candles".into()),
            ..ActionsOptions::default()
        },
    );
    let scene = scene.expect("a picture");
    assert_eq!(scene.title, "Action items of The Night of the Candles");
    assert_eq!(
        scene.description,
        "Prevent: Buy a lamp (@mo, due 2026-04-01, done). Detect: Add an alert on the lamp (in \
            review): Ask the neighbours."
    );
    assert!(
        wording(&scene).contains("The Night of the Candles")
            && !wording(&scene).contains("Lights out")
    );
    assert_eq!(drawn(&text, None).title, "Action items of Lights out");
}

#[test]
fn a_report_without_measures_has_no_such_picture() {
    assert!(
        with(
            "# Lights out\n\n## Timeline\n\n- 09:00 - Dark.\n",
            "paper",
            &ActionsOptions::default()
        )
        .is_none()
    );
}
