//! What the tests of pictures share: a report drawn, and what stands on the picture.

#![allow(
    dead_code,
    clippy::panic,
    reason = "each test uses its part of this, and fails by panicking"
)]

use postmirth::draw::font::Fonts;
use postmirth::draw::scene::{Area, Form, Point, Role, Scene, Shape};
use postmirth::draw::style::Style;
use postmirth::draw::{Options, incident};
use postmirth::read::read;
use postmirth::source::Source;

/// A built-in style.
#[track_caller]
pub(crate) fn style(name: &str) -> Style {
    Style::built_in(name).unwrap_or_else(|| panic!("no style {name}"))
}

/// A report's picture as the default style draws it.
#[track_caller]
pub(crate) fn drawn(report: &str) -> Scene {
    with(report, "paper", &Options::default())
}

/// A report's picture in a style and with options.
#[track_caller]
pub(crate) fn with(report: &str, name: &str, options: &Options) -> Scene {
    let style = style(name);
    let told = read(&Source::new("report.md", report)).value;
    incident(&told, &style, &Fonts::new(style.font.face), options).expect("a picture").value
}

/// A report with these timeline entries.
pub(crate) fn timeline(entries: &[&str]) -> String {
    let list: String = entries.iter().map(|entry| format!("- {entry}\n")).collect();
    format!("# Lights out\n\n## Timeline\n\n{list}")
}

/// The texts of a picture, line by line and from left to right.
pub(crate) fn texts(scene: &Scene) -> Vec<String> {
    let mut placed = placed(scene);
    placed.sort_by(|one, two| one.0.y.total_cmp(&two.0.y));
    // Larger letters of a line may stand a hair lower.
    for line in placed.chunk_by_mut(|one, two| two.0.y - one.0.y < 2.0) {
        line.sort_by(|one, two| one.0.x.total_cmp(&two.0.x));
    }
    placed.into_iter().map(|(_, text)| text).collect()
}

/// Each text with where it begins on its line.
fn placed(scene: &Scene) -> Vec<(Point, String)> {
    let text = |shape: &Shape| match &shape.form {
        Form::Text { run, at, .. } => Some((*at, run.text.clone())),
        _ => None,
    };
    scene.shapes.iter().filter_map(text).collect()
}

/// The first line of a picture: subject and length.
pub(crate) fn headline(scene: &Scene) -> String {
    let placed = placed(scene);
    let top = placed.iter().map(|(at, _)| at.y).fold(f64::MAX, f64::min);
    let mut line: Vec<&(Point, String)> = placed.iter().filter(|(at, _)| at.y == top).collect();
    line.sort_by(|one, two| one.0.x.total_cmp(&two.0.x));
    let texts: Vec<&str> = line.iter().map(|(_, text)| text.as_str()).collect();
    texts.join(" ")
}

/// All texts as one, for looking words up that may be broken over lines.
pub(crate) fn wording(scene: &Scene) -> String {
    texts(scene).join(" ")
}

/// Where a text stands; a row loses the full stop of a single sentence.
#[track_caller]
pub(crate) fn place(scene: &Scene, text: &str) -> Area {
    let found = scene
        .shapes
        .iter()
        .find(|shape| matches!(&shape.form, Form::Text { run, .. } if is(&run.text, text)));
    found.unwrap_or_else(|| panic!("no text \"{text}\" among {:?}", texts(scene))).area()
}

fn is(shown: &str, text: &str) -> bool {
    shown == text || Some(shown) == text.strip_suffix('.')
}

/// The bar, and the other solid shapes, of the entry that a text belongs to.
#[track_caller]
pub(crate) fn solids<'a>(scene: &'a Scene, text: &str) -> Vec<&'a Shape> {
    let found = scene
        .shapes
        .iter()
        .find(|shape| matches!(&shape.form, Form::Text { run, .. } if is(&run.text, text)));
    let owner =
        found.unwrap_or_else(|| panic!("no text \"{text}\" among {:?}", texts(scene))).owner;
    scene.shapes.iter().filter(|shape| shape.owner == owner && shape.role == Role::Solid).collect()
}

/// The bar of the entry that a text belongs to.
#[track_caller]
pub(crate) fn bar(scene: &Scene, text: &str) -> Area {
    let found = solids(scene, text);
    found.first().unwrap_or_else(|| panic!("\"{text}\" has no bar")).area()
}
