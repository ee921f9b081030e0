//! The picture of the measures: everything that the report tells of them, and nothing over anything
//! else.
use crate::support::drawing::{place, style, texts, wording};
use crate::support::golden;
use chrono::NaiveDate;
use postmirth::assets::STYLES;
use postmirth::draw::font::Fonts;
use postmirth::draw::scene::{Form, Role, Scene};
use postmirth::draw::style::Ground;
use postmirth::draw::{ActionsOptions, actions};
use postmirth::read::read;
use postmirth::source::Source;

pub(super) fn with(report: &str, name: &str, options: &ActionsOptions) -> Option<Scene> {
    let style = style(name);
    let told = read(&Source::new("report.md", report)).value;
    Some(actions(&told, &style, &Fonts::new(style.font.face), options)?.value)
}

#[track_caller]
pub(super) fn drawn(report: &str, today: Option<&str>) -> Scene {
    let today = today.map(|day| day.parse::<NaiveDate>().expect("a day"));
    with(report, "paper", &ActionsOptions { today, ..ActionsOptions::default() })
        .expect("a picture")
}

pub(super) fn example(name: &str) -> String {
    std::fs::read_to_string(golden::project(&format!("examples/{name}.md"))).expect("an example")
}

/// A report of 4 March 2026 with these measures.
pub(super) fn report(measures: &str) -> String {
    format!(
        "# Lights out\n\nOn 2026-03-04 from 09:00 to 10:00 UTC it was dark.\n\n## Timeline\n\n- \
            09:00 - Dark.\n- 10:00 - Light.\n\n## Action items\n\n{measures}"
    )
}

/// Bars and marks in the row of a text that begins so, from left to right: x, width, full or not.
pub(super) fn solids(scene: &Scene, text: &str) -> Vec<(f64, f64, bool)> {
    let begins = |told: &&String| told.starts_with(text);
    let whole = texts(scene).iter().find(begins).cloned();
    let place = place(scene, &whole.expect("the text"));
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
        format!("- {}. Owner: {}, due 2026-04-01\n", words.replace(' ', "-"), "nobody".repeat(20)),
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
                let days = [None, Some("2026-04-20"), Some("1999-01-01"), Some("2050-01-01")];
                let shown = if width == 840.0 { 4 } else { 2 };
                for today in days.into_iter().take(shown) {
                    let today = today.map(|day| day.parse().expect("a day"));
                    let Some(scene) = with(
                        text,
                        file.name,
                        &ActionsOptions { ground, width, today, ..ActionsOptions::default() },
                    ) else {
                        continue;
                    };
                    let found: Vec<String> =
                        scene.collisions().into_iter().map(|collision| collision.what).collect();
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
    assert!(pictures >= 900, "{pictures}");
}

/// The bar in the row of a text: x, width, full or not.
#[track_caller]
pub(super) fn bar(scene: &Scene, text: &str) -> (f64, f64, bool) {
    let right = place(scene, text).right();
    let y = place(scene, text).centre().y;
    let found = scene.shapes.iter().find_map(|shape| match &shape.form {
        Form::Rect { area, paint, .. } => {
            let beside = shape.role == Role::Solid
                && area.x > right
                && area.h < 20.0
                && (area.centre().y - y).abs() < 6.0;
            beside.then_some((area.x, area.w, paint.stroke.is_none()))
        }
        _ => None,
    });
    found.unwrap_or_else(|| panic!("no bar beside \"{text}\""))
}

#[track_caller]
pub(super) fn shows(scene: &Scene, text: &str) {
    let told = texts(scene);
    assert!(told.iter().any(|shown| shown == text), "no \"{text}\" among {told:#?}");
}

/// An incident from 09:00 to 10:00, noticed at 09:20, with these measures.
pub(super) fn late(measures: &str) -> String {
    format!(
        "# Lights out\n\nOn 2026-03-04 from 09:00 to 10:00 UTC it was dark.\n\n## Timeline\n\n- \
            09:20 - The monitoring alert fired.\n- 09:40 - The root cause was found: a fuse.\n- \
            10:00 - Service restored.\n\n## Action items\n\n{measures}"
    )
}

#[test]
fn each_kind_lies_under_the_part_of_the_incident_that_it_aims_at() {
    let scene = drawn(
        &late(
            "- Replace the fuse\n- Add an alert on the lamp\n- Rehearse the failover to candles\n- \
                Write a guide for the lamp\n",
        ),
        None,
    );
    let bar = |text: &str| bar(&scene, text);
    let (all, before, after, learned) =
        (bar("Prevent"), bar("Detect"), bar("Respond"), bar("Learn"));
    assert!((before.1 / all.1 - 1.0 / 3.0).abs() < 0.01, "{before:?} {all:?}");
    // Their outlines, half a pixel inside, touch.
    assert!((before.0 - all.0).abs() < 0.1 && (before.0 + before.1 - after.0).abs() < 1.1);
    assert!((after.0 + after.1 - all.0 - all.1).abs() < 0.1);
    assert!(learned.0 > all.0 + all.1, "{learned:?} {all:?}");
    for text in ["all 1 h", "20 min", "40 min", "after it", "Began 09:00", "Over 10:00"] {
        shows(&scene, text);
    }
    assert!(!wording(&scene).contains("no task"));
}

#[test]
fn a_kind_without_a_task_is_a_hole() {
    let scene = drawn(&late("- Replace the fuse\n- Repair the wiring\n"), None);
    for text in ["20 min", "40 min", "2 tasks to prevent it"] {
        shows(&scene, text);
    }
    assert_eq!(wording(&scene).matches("no task").count(), 2);
    let dashed = |form: &Form| match form {
        Form::Path { paint, .. } => paint.stroke.is_some_and(|stroke| stroke.dash.is_some()),
        _ => false,
    };
    let holes = scene.shapes.iter().filter(|shape| dashed(&shape.form));
    assert_eq!(holes.count(), 2);
    // One task alone is no plan that could have holes.
    assert!(!wording(&drawn(&late("- Replace the fuse\n"), None)).contains("no task"));
    // Where nobody tells when it began, there is nothing before the alarm to miss.
    let seen =
        late("- Replace the fuse\n- Repair the wiring\n").replace("from 09:00 to 10:00 UTC ", "");
    assert!(!wording(&drawn(&seen, None)).contains("20 min"));
}

#[test]
fn no_hole_rests_on_a_kind_that_is_guessed() {
    for guessed in [
        // No word tells what it is for, or words tell several things.
        "Buy candles",
        "Replace the bulb and write a runbook for the dark",
        "Repair the wiring\n  - Tell the neighbours",
    ] {
        let told = wording(&drawn(&late(&format!("- Replace the fuse\n- {guessed}\n")), None));
        assert!(!told.contains("no task") && !told.contains("none to"), "{told}");
    }
}

#[test]
fn no_kind_has_the_colour_of_a_phase() {
    let theme = style("paper").light;
    let scene = drawn(&late("- Replace the fuse\n- Write a guide\n"), None);
    let strip = place(&scene, "The incident as it went");
    for phase in postmirth::incident::Phase::ALL {
        let colours = theme.of(phase);
        let below = scene.shapes.iter().filter(|shape| {
            let fill = match &shape.form {
                Form::Rect { paint, .. } | Form::Path { paint, .. } => paint.fill,
                Form::Text { colour, .. } => Some(*colour),
            };
            shape.area().y > strip.bottom() + 8.0
                && [colours.bar, colours.figure].map(Some).contains(&fill)
        });
        assert_eq!(below.count(), 0, "{phase:?}");
    }
}

#[test]
fn the_authors_own_groups_are_kept() {
    let scene = drawn(
        &late(
            "### Right away\n\n- Replace the fuse\n- Add an alert on the lamp\n\n### Long \
                term\n\n- Repair the wiring\n- Write a guide for the lamp\n",
        ),
        None,
    );
    let told = texts(&scene);
    let at = |text: &str| told.iter().position(|shown| shown == text).expect(text);
    assert!(
        at("Right away") < at("Replace the fuse")
            && at("Add an alert on the lamp") < at("Long term")
    );
    assert!(at("Long term") < at("Repair the wiring"));
    // The bar of each row names its kind, and lies under what that aims at.
    assert!(told.iter().filter(|text| *text == "Prevent").count() == 2, "{told:?}");
    let bar = |text: &str| bar(&scene, text);
    assert!(
        (bar("Add an alert on the lamp").1 / bar("Replace the fuse").1 - 1.0 / 3.0).abs() < 0.05
    );
    // The author may call some of them tasks, and others not.
    assert!(told[0].starts_with("4 action items"), "{told:?}");
    // What nothing is for stands below them.
    for text in ["Respond", "no task", "40 min"] {
        shows(&scene, text);
    }
}

#[test]
fn bold_words_stand_bold_above_the_rest() {
    let scene = drawn(
        &late("- **Fuse check:** look at every fuse once a month.\n- **Lamp guide:** write one.\n"),
        None,
    );
    let bold = |text: &str| {
        scene.shapes.iter().any(
            |shape| matches!(&shape.form, Form::Text { run, .. } if run.text == text && run.bold),
        )
    };
    assert!(bold("Fuse check") && bold("Lamp guide"));
    shows(&scene, "look at every fuse once a month");
    assert!(place(&scene, "look at every fuse once a month").y > place(&scene, "Fuse check").y);
}
