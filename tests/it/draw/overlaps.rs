//! No text touches what it should not: in no example, layout, style or width; and the check can
//! fail.

use crate::support::drawing::{drawn, style, timeline};
use crate::support::golden;
use postmirth::assets::STYLES;
use postmirth::draw::font::{Fonts, Letter};
use postmirth::draw::scene::{Area, Form, Paint, Point, Role, Scene};
use postmirth::draw::style::FaceName;
use postmirth::draw::{Layout, Options, incident};
use postmirth::read::read;
use postmirth::source::Source;

#[test]
fn every_example_in_every_layout_style_and_width() {
    let mut pictures = 0;
    for path in golden::reports("examples") {
        let source =
            Source::from_bytes("report.md", &std::fs::read(&path).expect("a report")).value;
        let told = read(&source).value;
        for file in STYLES {
            let style = style(file.name);
            let fonts = Fonts::new(style.font.face);
            for layout in [Layout::Gantt, Layout::Lanes, Layout::Strip] {
                for width in [480.0, 700.0, 840.0, 1400.0] {
                    let options = Options { layout, width, ..Options::default() };
                    let scene = incident(&told, &style, &fonts, &options).expect("a picture").value;
                    let found: Vec<String> =
                        scene.collisions().into_iter().map(|collision| collision.what).collect();
                    assert!(
                        found.is_empty(),
                        "{}, {}, {layout:?}, {width}: {found:#?}",
                        path.display(),
                        file.name
                    );
                    pictures += 1;
                }
            }
        }
    }
    assert!(pictures >= 600, "{pictures}");
}

#[test]
fn awkward_reports() {
    let words = "Everything was slow and nobody could say why, so the team looked at every graph \
        there was. ";
    let long = words.repeat(9);
    let crowded: Vec<String> =
        (0..40).map(|second| format!("09:00:{second:02} - {words}")).collect();
    let crowded: Vec<&str> = crowded.iter().map(String::as_str).collect();
    for report in [
        timeline(&["09:00 - A."]),
        timeline(&[&format!("09:00 - {long}")]),
        timeline(&["09:00 - A.", &format!("09:10 - {long}"), "18:00 - B."]),
        timeline(&["09:00 - 17:00 - A bar over the whole width.", "17:00 - End."]),
        timeline(&crowded),
        timeline(&[
            "2024-01-01 - Only a day.",
            "2024-02-01 - Another.",
            "2024-12-24 - And one more.",
        ]),
        timeline(&["T+0 - Started.", "T+5 - Seen.", "T+600 - Done."]),
        format!(
            "# {long}\n\n{}",
            timeline(&["09:00 UTC - A.", "09:01 UTC - B."]).replace("# Lights out", "")
        ),
        format!(
            "# Down\n\nAll times are in Coordinated Universal Time.\n\n{}",
            timeline(&["09:00 - A.", "19:01 - B."])
        ),
    ] {
        let scene = drawn(&report);
        assert_eq!(scene.collisions(), [], "{report}");
    }
}

/// A scene with a bar and a text on it.
fn scene(bar_owner: u32, text_owner: u32, at: Point) -> Scene {
    let fonts = Fonts::new(FaceName::Sans);
    let theme = style("paper").light;
    let mut scene = Scene::new(300.0, theme.background);
    scene.height = 100.0;
    let paint = Paint::fill(theme.outage);
    scene.put(
        Role::Solid,
        bar_owner,
        None,
        Form::Rect { area: Area::new(50.0, 30.0, 150.0, 26.0), radius: 4.0, paint },
    );
    let run = fonts.run("Service restored", Letter { size: 15.0, bold: false });
    scene.put(Role::Text, text_owner, None, Form::Text { at, run, colour: theme.ink });
    scene
}

#[test]
fn the_check_finds_what_touches() {
    let on_the_bar = Point::new(60.0, 48.0);
    assert_eq!(scene(1, 1, on_the_bar).collisions(), [], "a text may lie on its own bar");
    let found = scene(1, 2, on_the_bar).collisions();
    assert!(
        found.len() == 1
            && found[0].what == "the text \"Service restored\" meets the bar at 50, 30",
        "{found:?}"
    );
    // Its own bar, but sticking out of it.
    assert_eq!(scene(1, 1, Point::new(130.0, 48.0)).collisions().len(), 1);
    // Nothing there.
    assert_eq!(scene(1, 2, Point::new(60.0, 85.0)).collisions(), []);
    for outside in [
        Point::new(-3.0, 85.0),
        Point::new(60.0, 99.0),
        Point::new(250.0, 85.0),
        Point::new(60.0, 8.0),
    ] {
        let found = scene(1, 2, outside).collisions();
        assert!(
            found.len() == 1
                && found[0].other.is_none()
                && found[0].what.ends_with("leaves the picture"),
            "{found:?}"
        );
    }
    let mut double = scene(1, 2, Point::new(60.0, 85.0));
    let again = double.shapes[1].clone();
    double.shapes.push(again);
    assert_eq!(double.collisions().len(), 1, "two texts, though of one thing");
}

#[test]
fn the_check_finds_it_in_a_real_picture() {
    let mut scene = drawn(&timeline(&[
        "09:00 - The alert fired.",
        "09:10 - We look.",
        "10:00 - Service restored.",
    ]));
    assert_eq!(scene.collisions(), []);
    let text = scene.shapes.iter_mut().find_map(|shape| match &mut shape.form {
        Form::Text { at, run, .. } if run.text == "The alert fired" => Some(at),
        _ => None,
    });
    // Onto its own dot, which is too small to hold it.
    text.expect("the text").x += 350.0;
    let found: Vec<String> =
        scene.collisions().into_iter().map(|collision| collision.what).collect();
    assert!(
        found.iter().any(|what| what.starts_with("the text \"The alert fired\" meets the bar")),
        "{found:?}"
    );
}
