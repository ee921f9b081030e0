//! The cover, as somebody sees it in the preview of a link.
use crate::support::drawing::{style, texts, timeline, wording};
use crate::support::golden;
use postmirth::assets::STYLES;
use postmirth::draw::font::{Fonts, Letter};
use postmirth::draw::scene::{Area, Form, Paint, Role, Scene, Shape};
use postmirth::draw::style::{Ground, Style};
use postmirth::draw::{CoverOptions, MEDIUM, Mood, PREVIEW, TextMode, cover, png, svg};
use postmirth::incident::Incident;
use postmirth::read::read;
use postmirth::source::Source;

pub(super) const WHOLE: &str = "# Mail down\n\n## Summary\n\nOn 2024-04-18 from 09:20 to 11:00 SAST mail was \
    down: 90% of staff could neither send nor receive.\nThe root cause was an update that was cut \
    off half way.\n\n## Timeline\n\n- 09:20 - A faulty update is rolled out.\n- 09:30 - The \
    monitoring alert fired.\n- 09:35 - An engineer confirmed the outage.\n- 09:50 - The network \
    was suspected first.\n- 10:00 - The network was restarted, but the problem persisted.\n- \
    10:20 - Escalated to the system team.\n- 10:30 - The root cause was found: the package was \
    incomplete.\n- 10:40 - The update was rolled back.\n- 11:00 - Service restored.\n";

pub(super) fn incident(report: &str) -> Incident {
    read(&Source::new("report.md", report)).value
}

#[track_caller]
pub(super) fn made(told: &Incident, style: &Style, options: &CoverOptions) -> Scene {
    cover(told, style, &Fonts::new(style.font.face), options).expect("a cover").value
}

/// A report's cover in the default style.
#[track_caller]
pub(super) fn of(report: &str) -> Scene {
    made(&incident(report), &style("paper"), &CoverOptions::default())
}

#[track_caller]
pub(super) fn titled(report: &str, title: &str) -> Scene {
    made(
        &incident(report),
        &style("paper"),
        &CoverOptions { title: Some(title.into()), ..CoverOptions::default() },
    )
}

#[track_caller]
pub(super) fn feeling(mood: Mood, ground: Ground) -> Scene {
    made(
        &incident(WHOLE),
        &style("paper"),
        &CoverOptions { mood: Some(mood), ground, ..CoverOptions::default() },
    )
}

/// The shapes of the server, which alone are paths.
pub(super) fn server(scene: &Scene) -> Vec<&Shape> {
    scene.shapes.iter().filter(|shape| matches!(shape.form, Form::Path { .. })).collect()
}

pub(super) fn paint(shape: &Shape) -> Paint {
    match &shape.form {
        Form::Rect { paint, .. } | Form::Path { paint, .. } => *paint,
        Form::Text { .. } => Paint::default(),
    }
}

/// What a shape's ink covers.
pub(super) fn ink(shape: &Shape) -> Area {
    let (area, half) = (shape.area(), paint(shape).stroke.map_or(0.0, |stroke| stroke.width / 2.0));
    Area::new(area.x - half, area.y - half, area.w + 2.0 * half, area.h + 2.0 * half)
}

/// Whether a shape keeps that share of the picture free at each edge.
pub(super) fn within(scene: &Scene, area: &Area, share: f64) -> bool {
    let (x, y) = (scene.width * share, scene.height * share);
    area.x >= x
        && area.y >= y
        && area.right() <= scene.width - x
        && area.bottom() <= scene.height - y
}

/// Nothing overlaps, every text is where every site shows it, and the server keeps off the texts
/// and the edges.
#[track_caller]
pub(super) fn in_order(scene: &Scene, what: &str) {
    let found: Vec<String> =
        scene.collisions().into_iter().map(|collision| collision.what).collect();
    assert!(found.is_empty(), "{what}: {found:#?}");
    let server: Vec<Area> = server(scene).into_iter().map(ink).collect();
    for area in &server {
        assert!(
            within(scene, area, 0.025),
            "{what}: the server at {area:?} is too near to an edge"
        );
    }
    for shape in scene.shapes.iter().filter(|shape| shape.role == Role::Text) {
        let area = shape.area();
        assert!(within(scene, &area, 0.05), "{what}: {shape:?} is outside the middle nine tenths");
        let meets = server.iter().any(|other| other.meets(&area, -0.01 * scene.width));
        assert!(!meets, "{what}: the server is too near to {shape:?}");
    }
}

pub(super) fn titles() -> Vec<String> {
    let words = "one report tells of many things that went wrong before anybody had the time to \
        look into any of them";
    let long: Vec<&str> = words.split(' ').cycle().take(60).collect();
    let mut out: Vec<String> =
        [1, 3, 5, 8, 12, 20, 30, 40, 60].iter().map(|count| long[..*count].join(" ")).collect();
    out.extend([
        "m".repeat(60),
        format!("The {} incident", "x".repeat(60)),
        "日本語 🔥 Łódź".into(),
        "- - -".into(),
    ]);
    out
}

#[test]
fn nothing_overlaps_in_any_example_style_ground_size_and_title() {
    let mut covers = 0;
    for path in golden::reports("examples") {
        let told =
            read(&Source::from_bytes("report.md", &std::fs::read(&path).expect("a report")).value)
                .value;
        for (at, file) in STYLES.iter().enumerate() {
            let style = style(file.name);
            for (ground, size) in [
                (Ground::Light, PREVIEW),
                (Ground::Dark, PREVIEW),
                (Ground::Light, MEDIUM),
                (Ground::Dark, MEDIUM),
            ] {
                for title in [None, titles().get(covers % titles().len()).cloned()] {
                    let mood = Some(Mood::ALL[(covers + at) % Mood::ALL.len()]);
                    let scene = made(&told, &style, &CoverOptions { ground, size, title, mood });
                    in_order(
                        &scene,
                        &format!("{}, {}, {size:?}, {mood:?}", path.display(), file.name),
                    );
                    assert_eq!((scene.width, scene.height), size);
                    covers += 1;
                }
            }
        }
    }
    assert!(covers >= 400, "{covers}");
}

/// The title's lines and the size of its letters.
pub(super) fn title(scene: &Scene) -> (Vec<String>, f64) {
    let runs: Vec<_> = scene
        .shapes
        .iter()
        .filter_map(|shape| match &shape.form {
            Form::Text { run, .. } => Some(run),
            _ => None,
        })
        .collect();
    let largest = runs.iter().fold(0.0, |largest: f64, run| largest.max(run.size));
    (runs.iter().filter(|run| run.size == largest).map(|run| run.text.clone()).collect(), largest)
}

/// How many lines the words need in a room, if none is wider.
pub(super) fn lines(title: &str, size: f64, room: f64) -> Option<usize> {
    let fonts = Fonts::new(style("paper").font.face);
    let letter = Letter { size, bold: true };
    let (mut lines, mut used) = (1, 0.0);
    for word in title.split(' ') {
        let wide = fonts.width(word, letter);
        if wide > room {
            return None;
        }
        if used > 0.0 && used + wide > room {
            (lines, used) = (lines + 1, 0.0);
        }
        used += wide + fonts.width(" ", letter);
    }
    Some(lines)
}

#[test]
fn nothing_stands_there_twice() {
    let told = wording(&of(WHOLE)).replace('\u{a0}', " ");
    for text in ["1 h 40 min", "2024", "April"] {
        assert_eq!(told.matches(text).count(), 1, "{told}");
    }
    for empty in ["ostmortem", "event", "timestamp", "Date"] {
        assert!(!told.contains(empty), "{told}");
    }
    // Nor does a title that tells the day.
    let dated = titled(WHOLE, "No mail on 18 April 2024");
    assert_eq!(wording(&dated).matches("2024").count(), 1);
}

#[test]
fn the_cover_tells_the_facts() {
    let scene = of(WHOLE);
    let told = texts(&scene);
    for text in [
        "Mail down",
        "1\u{a0}h\u{a0}40\u{a0}min",
        "An update that was cut off half way.",
        "Thursday 18 April 2024",
        "09:20",
        "90% of staff affected",
        "11:00 SAST",
        "Detection",
        "Investigation",
        "Resolution",
    ] {
        assert!(told.iter().any(|shown| shown == text), "no \"{text}\" in {told:?}");
    }
}

#[test]
fn the_description_tells_what_when_for_whom_and_what_is_drawn() {
    let told = feeling(Mood::Asleep, Ground::Light).description;
    assert_eq!(
        told,
        "Mail down: Thursday 18 April 2024, 09:20 to 11:00 SAST, 1 h 40 min, 90% of staff \
            affected. A drawing of a sleeping server."
    );
}

#[test]
fn what_the_report_does_not_tell_is_left_out() {
    let told = texts(&of(&timeline(&["09:30 - The alert fired.", "10:10 - Service restored."])));
    assert_eq!(told[..4], ["Lights out", "Times as written", "09:30", "10:10"]);
    let counted = texts(&of(&timeline(&["T+0 - Started.", "T+5 - Seen.", "T+600 - Done."])));
    assert!(counted.contains(&"T+0".into()) && counted.contains(&"T+600".into()), "{counted:?}");
    let untitled = of(&timeline(&["09:30 - The alert fired.", "10:10 - Service restored."])
        .replace("# Lights out", ""));
    assert_eq!(untitled.title, "Cover picture of a postmortem");
}

#[test]
fn a_single_event_and_none() {
    let scene = of(&timeline(&["2024-04-18 09:30 UTC - The alert fired."]));
    in_order(&scene, "a single event");
    let told = wording(&scene);
    assert!(
        told.contains("Lights out") && told.contains("09:30 UTC") && !told.contains(" min"),
        "{told}"
    );
    let none = incident("# Lights out\n\nThe service failed.\n");
    let paper = style("paper");
    assert!(cover(&none, &paper, &Fonts::new(paper.font.face), &CoverOptions::default()).is_none());
}

#[test]
fn what_no_font_has_is_named_in_a_warning() {
    let paper = style("paper");
    let told = incident(&WHOLE.replace("Mail down", "Mail 日 down"));
    let made = cover(&told, &paper, &Fonts::new(paper.font.face), &CoverOptions::default())
        .expect("a cover");
    assert_eq!(texts(&made.value)[0], "Mail down");
    let [warning] = &made.warnings[..] else { panic!("{:?}", made.warnings) };
    assert!(warning.message.contains("U+65E5"), "{warning:?}");
    assert!(made.value.title.contains('日') && made.value.description.contains('日'));
}

#[test]
fn a_links_preview_is_a_png_of_its_size_under_a_megabyte() {
    let (paper, scene) = (style("paper"), of(WHOLE));
    let written = svg(&scene, &Fonts::new(paper.font.face), TextMode::Outlines);
    let file = png(&written, &scene, 1.0, 1).expect("a PNG");
    let number =
        |at: usize| u32::from_be_bytes([file[at], file[at + 1], file[at + 2], file[at + 3]]);
    assert_eq!((number(16), number(20)), (1200, 630));
    assert!(file.len() < 200_000, "{} bytes", file.len());
}
