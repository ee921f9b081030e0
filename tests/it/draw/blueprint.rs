//! The blueprint: a sheet with a grid, lengths on dimension lines, a title block.

use crate::support::drawing::{style, texts, timeline, with};
use crate::support::golden;
use postmirth::draw::font::Fonts;
use postmirth::draw::scene::{Area, Form, Role, Scene};
use postmirth::draw::{Layout, Options, drawn, incident};
use postmirth::read::read;
use postmirth::source::Source;

/// Two phases that are certain, and half an hour in which nobody knew.
const REPORT: [&str; 4] = [
    "09:00 UTC - A bad release was deployed to all nodes.",
    "09:30 UTC - An alert paged the on-call engineer.",
    "10:40 UTC - The release was rolled back.",
    "11:00 UTC - Service was fully restored and the incident resolved.",
];

fn sheet(name: &str) -> Scene {
    let scene = with(&timeline(&REPORT), name, &Options::default());
    drawn(scene, &style(name))
}

/// The areas of the bars along the track, dots and spines not counted.
fn bars(scene: &Scene) -> Vec<Area> {
    scene
        .shapes
        .iter()
        .filter(|shape| shape.role == Role::Solid && matches!(shape.form, Form::Rect { .. }))
        .map(|shape| shape.area())
        .filter(|area| area.w > area.h + 1.0)
        .collect()
}

#[test]
fn a_grid_and_a_frame_lie_under_the_blueprint_alone() {
    let lines = |name: &str| {
        let scene = sheet(name);
        let under = scene.shapes.iter().take_while(|shape| shape.role == Role::Ground);
        under.filter(|shape| matches!(shape.form, Form::Path { .. })).count()
    };
    assert_eq!((lines("blueprint"), lines("paper")), (2, 0));
}

#[test]
fn lengths_stand_on_dimension_lines() {
    let scene = sheet("blueprint");
    assert!(!bars(&sheet("paper")).is_empty());
    assert!(bars(&scene).is_empty(), "{:?}", bars(&scene));
    let length = scene.shapes.iter().find(|shape| match &shape.form {
        Form::Text { run, at, .. } => run.text == "2 h" && at.x > scene.width / 2.0,
        _ => false,
    });
    let length = length.expect("the length of the outage").area();
    let beside = |area: &Area| {
        let high = area.y < length.centre().y && length.centre().y < area.bottom();
        let near = |gap: f64| (0.0..12.0).contains(&gap);
        high && (near(length.x - area.right()) || near(area.x - length.right()))
    };
    let lines = scene.shapes.iter().filter(|shape| matches!(shape.form, Form::Path { .. }));
    assert_eq!(lines.filter(|shape| beside(&shape.area())).count(), 2);
}

#[test]
fn a_title_block_says_what_is_drawn() {
    let told = texts(&sheet("blueprint"));
    for text in ["Lights out", "Times", "UTC", "Length", "2 h"] {
        assert!(told.iter().any(|known| known == text), "{text}: {told:?}");
    }
    assert!(!texts(&sheet("paper")).iter().any(|text| text == "Length"));
}

#[test]
fn nothing_collides_on_the_blueprint() {
    let style = style("blueprint");
    for path in golden::reports("examples") {
        let text = std::fs::read_to_string(&path).expect("a report");
        let told = read(&Source::new("report.md", text)).value;
        for (layout, width) in [
            (Layout::Gantt, 480.0),
            (Layout::Gantt, 840.0),
            (Layout::Gantt, 1400.0),
            (Layout::Lanes, 840.0),
            (Layout::Strip, 840.0),
        ] {
            let options = Options { layout, width, ..Options::default() };
            let scene = incident(&told, &style, &Fonts::new(style.font.face), &options);
            let Some(scene) = scene else { continue };
            let met = drawn(scene.value, &style).collisions();
            assert!(met.is_empty(), "{} {layout:?} {width}: {met:#?}", path.display());
        }
    }
}
