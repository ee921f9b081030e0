//! The hand-drawn pen: it trembles, but it neither rewrites a text nor leaves the page.

use crate::support::drawing::{style, with};
use crate::support::golden;
use postmirth::draw::scene::{Area, Form, Paint, Role, Scene, Shape};
use postmirth::draw::style::Style;
use postmirth::draw::{Layout, Options, drawn};

/// Every example as the sketch lays it out, clean and drawn by hand.
fn pictures() -> Vec<(Scene, Scene, Style)> {
    let style = style("sketch");
    let mut out = Vec::new();
    for path in golden::reports("examples") {
        let report = String::from_utf8_lossy(&std::fs::read(path).expect("a report")).into_owned();
        for layout in [Layout::Gantt, Layout::Lanes, Layout::Strip] {
            let clean = with(&report, "sketch", &Options { layout, ..Options::default() });
            out.push((clean.clone(), drawn(clean, &style), style.clone()));
        }
    }
    out
}

fn texts(scene: &Scene) -> Vec<&Shape> {
    scene.shapes.iter().filter(|shape| shape.role == Role::Text).collect()
}

/// What a shape's ink covers: its area and half of the line around it.
fn ink(shape: &Shape) -> Area {
    let paint = match &shape.form {
        Form::Rect { paint, .. } | Form::Path { paint, .. } => *paint,
        Form::Text { .. } => Paint::default(),
    };
    grown(shape.area(), paint.stroke.map_or(0.0, |stroke| stroke.width / 2.0))
}

fn grown(area: Area, by: f64) -> Area {
    Area::new(area.x - by, area.y - by, area.w + 2.0 * by, area.h + 2.0 * by)
}

fn holds(outer: &Area, inner: &Area) -> bool {
    outer.x <= inner.x + 1e-6
        && outer.y <= inner.y + 1e-6
        && inner.right() <= outer.right() + 1e-6
        && inner.bottom() <= outer.bottom() + 1e-6
}

#[test]
fn texts_stay_as_they_are() {
    for (clean, hand, _) in pictures() {
        assert_eq!(texts(&clean), texts(&hand));
        assert_eq!(
            (clean.title, clean.description, clean.background),
            (hand.title, hand.description, hand.background)
        );
        assert!(hand.shapes != clean.shapes, "nothing trembles");
    }
}

#[test]
fn no_stroke_strays_from_its_shape_or_leaves_the_page() {
    for (clean, hand, style) in pictures() {
        let page = Area::new(0.0, 0.0, clean.width, clean.height);
        for shape in hand.shapes.iter().filter(|shape| shape.role != Role::Text) {
            assert!(holds(&page, &ink(shape)), "{shape:?} leaves the page");
            // Curves reach less far than their handles, which the area counts in.
            let near = |one: &&Shape| {
                one.owner == shape.owner
                    && holds(&grown(ink(one), style.pen.wobble + 2.0), &ink(shape))
            };
            assert!(clean.shapes.iter().any(|one| near(&one)), "{shape:?} strays");
        }
    }
}

#[test]
fn the_same_seed_draws_the_same_and_another_another() {
    let report = std::fs::read_to_string(golden::project("examples/table.md")).expect("a report");
    let sketch = style("sketch");
    let scene = with(&report, "sketch", &Options::default());
    let once = drawn(scene.clone(), &sketch);
    assert_eq!(once, drawn(scene.clone(), &sketch));
    let mut other = sketch.clone();
    other.pen.seed += 1;
    assert_ne!(once, drawn(scene.clone(), &other));
    // A clean pen draws what was laid out.
    assert_eq!(drawn(scene.clone(), &style("paper")), scene);
}
