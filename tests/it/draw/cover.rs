//! The cover, as somebody sees it in the preview of a link.

use crate::support::drawing::{style, texts, timeline, wording};
use crate::support::golden;
use postmirth::assets::STYLES;
use postmirth::draw::colour::Colour;
use postmirth::draw::font::{Fonts, Letter};
use postmirth::draw::scene::{Area, Form, Paint, Role, Scene, Shape};
use postmirth::draw::style::{Ground, Style};
use postmirth::draw::{CoverOptions, MEDIUM, Mood, PREVIEW, TextMode, cover, drawn, png, svg};
use postmirth::incident::Incident;
use postmirth::read::read;
use postmirth::source::Source;

const WHOLE: &str = "# Mail down\n\n## Summary\n\nOn 2024-04-18 from 09:20 to 11:00 SAST mail was \
    down: 90% of staff could neither send nor receive.\nThe root cause was an update that was cut \
    off half way.\n\n## Timeline\n\n- 09:20 - A faulty update is rolled out.\n- 09:30 - The \
    monitoring alert fired.\n- 09:35 - An engineer confirmed the outage.\n- 09:50 - The network \
    was suspected first.\n- 10:00 - The network was restarted, but the problem persisted.\n- \
    10:20 - Escalated to the system team.\n- 10:30 - The root cause was found: the package was \
    incomplete.\n- 10:40 - The update was rolled back.\n- 11:00 - Service restored.\n";

fn incident(report: &str) -> Incident {
    read(&Source::new("report.md", report)).value
}

#[track_caller]
fn made(told: &Incident, style: &Style, options: &CoverOptions) -> Scene {
    cover(told, style, &Fonts::new(style.font.face), options)
        .expect("a cover")
        .value
}

/// A report's cover in the default style.
#[track_caller]
fn of(report: &str) -> Scene {
    made(&incident(report), &style("paper"), &CoverOptions::default())
}

#[track_caller]
fn titled(report: &str, title: &str) -> Scene {
    made(
        &incident(report),
        &style("paper"),
        &CoverOptions {
            title: Some(title.into()),
            ..CoverOptions::default()
        },
    )
}

#[track_caller]
fn feeling(mood: Mood, ground: Ground) -> Scene {
    made(
        &incident(WHOLE),
        &style("paper"),
        &CoverOptions {
            mood: Some(mood),
            ground,
            ..CoverOptions::default()
        },
    )
}

/// The shapes of the server, which alone are paths.
fn server(scene: &Scene) -> Vec<&Shape> {
    scene
        .shapes
        .iter()
        .filter(|shape| matches!(shape.form, Form::Path { .. }))
        .collect()
}

fn paint(shape: &Shape) -> Paint {
    match &shape.form {
        Form::Rect { paint, .. } | Form::Path { paint, .. } => *paint,
        Form::Text { .. } => Paint::default(),
    }
}

/// What a shape's ink covers.
fn ink(shape: &Shape) -> Area {
    let (area, half) = (
        shape.area(),
        paint(shape).stroke.map_or(0.0, |stroke| stroke.width / 2.0),
    );
    Area::new(
        area.x - half,
        area.y - half,
        area.w + 2.0 * half,
        area.h + 2.0 * half,
    )
}

/// Whether a shape keeps that share of the picture free at each edge.
fn within(scene: &Scene, area: &Area, share: f64) -> bool {
    let (x, y) = (scene.width * share, scene.height * share);
    area.x >= x
        && area.y >= y
        && area.right() <= scene.width - x
        && area.bottom() <= scene.height - y
}

/// Nothing overlaps, every text is where every site shows it, and the server keeps off the texts
/// and the edges.
#[track_caller]
fn in_order(scene: &Scene, what: &str) {
    let found: Vec<String> = scene
        .collisions()
        .into_iter()
        .map(|collision| collision.what)
        .collect();
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
        assert!(
            within(scene, &area, 0.05),
            "{what}: {shape:?} is outside the middle nine tenths"
        );
        let meets = server
            .iter()
            .any(|other| other.meets(&area, -0.01 * scene.width));
        assert!(!meets, "{what}: the server is too near to {shape:?}");
    }
}

fn titles() -> Vec<String> {
    let words = "one report tells of many things that went wrong before anybody had the time to \
        look into any of them";
    let long: Vec<&str> = words.split(' ').cycle().take(60).collect();
    let mut out: Vec<String> = [1, 3, 5, 8, 12, 20, 30, 40, 60]
        .iter()
        .map(|count| long[..*count].join(" "))
        .collect();
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
                    let scene = made(
                        &told,
                        &style,
                        &CoverOptions {
                            ground,
                            size,
                            title,
                            mood,
                        },
                    );
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

#[test]
fn awkward_titles_and_sizes() {
    for title in titles() {
        for name in ["paper", "terminal", "contrast"] {
            let scene = made(
                &incident(WHOLE),
                &style(name),
                &CoverOptions {
                    title: Some(title.clone()),
                    ..CoverOptions::default()
                },
            );
            in_order(&scene, &title);
        }
    }
    for size in [
        (600.0, 315.0),
        (1080.0, 1080.0),
        (2400.0, 640.0),
        (500.0, 900.0),
    ] {
        let scene = made(
            &incident(WHOLE),
            &style("paper"),
            &CoverOptions {
                size,
                ..CoverOptions::default()
            },
        );
        in_order(&scene, &format!("{size:?}"));
    }
    for size in [(f64::NAN, f64::INFINITY), (0.0, -5.0)] {
        let scene = made(
            &incident(WHOLE),
            &style("paper"),
            &CoverOptions {
                size,
                ..CoverOptions::default()
            },
        );
        assert!(
            scene.width.is_finite() && scene.height.is_finite() && scene.width > 0.0,
            "{size:?}"
        );
        assert_eq!(scene.collisions(), []);
    }
}

/// The title's lines and the size of its letters.
fn title(scene: &Scene) -> (Vec<String>, f64) {
    let runs: Vec<_> = scene
        .shapes
        .iter()
        .filter_map(|shape| match &shape.form {
            Form::Text { run, .. } => Some(run),
            _ => None,
        })
        .collect();
    let largest = runs
        .iter()
        .fold(0.0, |largest: f64, run| largest.max(run.size));
    (
        runs.iter()
            .filter(|run| run.size == largest)
            .map(|run| run.text.clone())
            .collect(),
        largest,
    )
}

/// How many lines the words need in a room, if none is wider.
fn lines(title: &str, size: f64, room: f64) -> Option<usize> {
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
fn the_title_is_as_large_as_three_lines_allow() {
    // Between the left margin and the server.
    const ROOM: f64 = 744.0;
    let (largest, smallest, step) = (78.0, 40.0, 2.0);
    let mut sizes = Vec::new();
    for count in [2, 4, 6, 8, 10, 12, 14] {
        let text = titles()[7]
            .split(' ')
            .take(count)
            .collect::<Vec<_>>()
            .join(" ");
        let (shown, size) = title(&titled(WHOLE, &text));
        assert_eq!(shown.join(" "), text);
        assert!(
            shown.len() <= 3 && size <= largest && size >= smallest,
            "{size} px: {shown:?}"
        );
        let larger = lines(&text, size + step, ROOM);
        assert!(
            size == largest || larger.is_none_or(|lines| lines > 3),
            "{size} px, but {larger:?} lines at {} px: {text}",
            size + step
        );
        sizes.push(size);
    }
    assert!(
        sizes.is_sorted_by(|one, two| one >= two) && sizes.first() > sizes.last(),
        "{sizes:?}"
    );
}

#[test]
fn no_line_begins_with_a_dash() {
    for length in 1..12 {
        let text = format!(
            "Feature flags {}out of service - September 2025",
            "and more ".repeat(length)
        );
        let (shown, _) = title(&titled(WHOLE, &text));
        assert!(!shown.iter().any(|line| line.starts_with('-')), "{shown:?}");
    }
}

#[test]
fn no_line_ends_in_a_dash() {
    for length in 1..12 {
        let text = format!(
            "{}out of service - for the second time",
            "and more ".repeat(length)
        );
        let (shown, _) = title(&titled(WHOLE, &text));
        let dash = |line: &String| line.ends_with('-') || line.starts_with('-');
        assert!(!shown.iter().any(dash), "{shown:?}");
    }
}

#[test]
fn the_ribbon_is_the_outage_alone() {
    let report = timeline(&[
        "08:00 UTC - A release goes out.",
        "09:00 UTC - The new index is dropped by mistake.",
        "09:10 UTC - The alert fired.",
        "09:40 UTC - Service restored.",
        "10:30 UTC - The team met to talk about it.",
    ]);
    let report = report.replace(
        "## Timeline",
        "## Summary\n\nFrom 09:00 to 09:40 UTC the shop was down.\n\n## Timeline",
    );
    let told = texts(&of(&report));
    for text in ["Lights out: 40\u{a0}min", "09:00", "09:40 UTC"] {
        assert!(told.iter().any(|shown| shown == text), "{told:?}");
    }
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
fn the_ribbon_has_no_crumbs() {
    let entries: Vec<String> = (0..30)
        .flat_map(|n| {
            [
                format!("09:{n:02} UTC - Engineers investigate the logs of server {n}."),
                format!("09:{n:02} UTC - Escalated to team {n}."),
            ]
        })
        .chain(["12:00 UTC - Service restored.".to_string()])
        .collect();
    let entries: Vec<&str> = entries.iter().map(String::as_str).collect();
    let scene = of(&timeline(&entries));
    let narrow = scene
        .shapes
        .iter()
        .filter(|shape| matches!(shape.form, Form::Rect { .. }))
        .map(Shape::area)
        .filter(|area| area.w < 0.02 * scene.width);
    assert_eq!(narrow.count(), 0);
}

#[test]
fn a_word_is_torn_and_a_title_cut_only_when_nothing_else_helps() {
    let whole = "Telecommunicationsinfrastructure unavailable";
    assert_eq!(title(&titled(WHOLE, whole)).0.join(" "), whole);
    // Twenty-five words still stand there in full, in small letters and more lines.
    let many = titles()[7]
        .split(' ')
        .take(25)
        .collect::<Vec<_>>()
        .join(" ");
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
        titles()[8]
            .split(' ')
            .any(|word| cut.ends_with(&format!(" {word}…"))),
        "cut within a word: {cut}"
    );
}

#[test]
fn the_cover_tells_the_facts() {
    let scene = of(WHOLE);
    let told = texts(&scene);
    for text in [
        "Mail down",
        "for 1\u{a0}h\u{a0}40\u{a0}min",
        "An update that was cut off half way.",
        "Thursday 18 April 2024",
        "09:20",
        "90% of staff affected",
        "11:00 SAST",
        "Detection",
        "Investigation",
        "Resolution",
    ] {
        assert!(
            told.iter().any(|shown| shown == text),
            "no \"{text}\" in {told:?}"
        );
    }
}

#[test]
fn the_ribbon_is_to_scale_and_runs_from_margin_to_margin() {
    let scene = of(WHOLE);
    let bars: Vec<Area> = scene
        .shapes
        .iter()
        .filter(|shape| matches!(shape.form, Form::Rect { .. }))
        .map(Shape::area)
        .collect();
    let (first, last) = (bars[0], bars[bars.len() - 1]);
    assert!(
        (first.x - (scene.width - last.right())).abs() < 0.01,
        "{bars:?}"
    );
    // Detection takes 30 of 100 minutes.
    assert!(
        (first.w / (last.right() - first.x) - 0.3).abs() < 0.01,
        "{first:?}"
    );
    assert!(
        bars.windows(2).all(|pair| pair[0].right() < pair[1].x),
        "{bars:?}"
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
    let told = texts(&of(&timeline(&[
        "09:30 - The alert fired.",
        "10:10 - Service restored.",
    ])));
    assert_eq!(told[..3], ["Lights out", "09:30", "10:10 local time"]);
    let counted = texts(&of(&timeline(&[
        "T+0 - Started.",
        "T+5 - Seen.",
        "T+600 - Done.",
    ])));
    assert!(
        counted.contains(&"T+0".into()) && counted.contains(&"T+600".into()),
        "{counted:?}"
    );
    let untitled = of(
        &timeline(&["09:30 - The alert fired.", "10:10 - Service restored."])
            .replace("# Lights out", ""),
    );
    assert_eq!(untitled.title, "Cover picture of a postmortem");
}

#[test]
fn several_days_stand_at_the_ends_and_a_silence_has_its_length() {
    let report = timeline(&[
        "2024-04-18 22:10 UTC - The alert fired.",
        "2024-04-18 22:30 UTC - Engineers investigate the logs.",
        "2024-04-18 22:50 UTC - A guess was wrong.",
        "2024-04-19 09:00 UTC - Engineers investigate the network.",
        "2024-04-19 09:20 UTC - The root cause was found.",
        "2024-04-19 09:40 UTC - Service restored.",
    ]);
    let scene = of(&report);
    let told = texts(&scene);
    for text in ["18 Apr, 22:10", "19 Apr 2024, 09:40 UTC", "+10 h 10 min"] {
        assert!(
            told.iter().any(|shown| shown == text),
            "no \"{text}\" in {told:?}"
        );
    }
    in_order(&scene, "several days");
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
    assert!(
        cover(
            &none,
            &paper,
            &Fonts::new(paper.font.face),
            &CoverOptions::default()
        )
        .is_none()
    );
}

#[test]
fn what_no_font_has_is_named_in_a_warning() {
    let paper = style("paper");
    let told = incident(&WHOLE.replace("Mail down", "Mail 日 down"));
    let made = cover(
        &told,
        &paper,
        &Fonts::new(paper.font.face),
        &CoverOptions::default(),
    )
    .expect("a cover");
    assert_eq!(texts(&made.value)[0], "Mail down");
    let [warning] = &made.warnings[..] else {
        panic!("{:?}", made.warnings)
    };
    assert!(warning.message.contains("U+65E5"), "{warning:?}");
    assert!(made.value.title.contains('日') && made.value.description.contains('日'));
}

#[test]
fn each_mood_has_a_face_of_its_own_and_no_letters() {
    let scenes: Vec<Scene> = Mood::ALL
        .iter()
        .map(|mood| feeling(*mood, Ground::Light))
        .collect();
    for (at, one) in scenes.iter().enumerate() {
        assert!(
            scenes[at + 1..]
                .iter()
                .all(|two| server(one) != server(two)),
            "{:?}",
            Mood::ALL[at]
        );
        assert!(
            scenes[at + 1..]
                .iter()
                .all(|two| one.description != two.description),
            "{:?}",
            Mood::ALL[at]
        );
    }
}

#[test]
fn a_straight_face_has_no_ornament() {
    let top = |scene: &Scene| {
        server(scene)
            .into_iter()
            .map(ink)
            .fold(f64::INFINITY, |top: f64, area| top.min(area.y))
    };
    for ground in [Ground::Light, Ground::Dark] {
        let straight = feeling(Mood::StraightFaced, ground);
        let mut colours: Vec<Colour> = server(&straight)
            .into_iter()
            .map(paint)
            .flat_map(|paint| [paint.fill, paint.stroke.map(|stroke| stroke.colour)])
            .flatten()
            .collect();
        colours.sort();
        colours.dedup();
        assert_eq!(colours.len(), 3, "lines, inside and shadow: {colours:?}");
        for mood in [Mood::Asleep, Mood::Dizzy, Mood::OnFire, Mood::Overheated] {
            assert!(
                top(&feeling(mood, ground)) < top(&straight) - 40.0,
                "{mood:?} has nothing above the head"
            );
        }
        assert!(
            Mood::ALL
                .iter()
                .all(|mood| server(&feeling(*mood, ground)).len() >= server(&straight).len())
        );
    }
}

#[test]
fn the_cover_lies_on_its_own_tint_and_is_the_same_every_time() {
    for file in STYLES {
        let style = style(file.name);
        for (ground, theme) in [(Ground::Light, &style.light), (Ground::Dark, &style.dark)] {
            let options = CoverOptions {
                ground,
                ..CoverOptions::default()
            };
            let scene = made(&incident(WHOLE), &style, &options);
            assert_eq!(scene.background, theme.cover.ground);
            assert_ne!(scene.background, theme.background, "{}", file.name);
            assert_eq!(scene, made(&incident(WHOLE), &style, &options));
        }
    }
}

#[test]
fn a_hand_draws_it_within_the_page_and_leaves_the_texts() {
    let sketch = style("sketch");
    for mood in Mood::ALL {
        let clean = made(
            &incident(WHOLE),
            &sketch,
            &CoverOptions {
                mood: Some(mood),
                ..CoverOptions::default()
            },
        );
        let hand = drawn(clean.clone(), &sketch);
        assert_eq!(texts(&clean), texts(&hand));
        assert!(clean.shapes != hand.shapes, "nothing trembles");
        for area in server(&hand).into_iter().map(ink) {
            assert!(within(&hand, &area, 0.02), "{mood:?}: {area:?}");
        }
    }
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
