//! The comparison of pictures sees what it is there for.

use super::browser::{small, written};
use crate::support::pixels::Difference;
use postmirth::draw::Layout;
use postmirth::draw::scene::Form;
use postmirth::draw::style::Ground;

#[test]
fn a_missing_word_or_bar_is_seen() {
    std::thread::scope(|scope| {
        for (named, layout, ground) in [
            // Where letters are smallest, where bands are palest, and where all is small.
            ("terminal", Layout::Lanes, Ground::Dark),
            ("paper", Layout::Gantt, Ground::Light),
            ("terminal", Layout::Strip, Ground::Light),
            ("contrast", Layout::Strip, Ground::Dark),
        ] {
            scope.spawn(move || each_is_missed(named, layout, ground));
        }
    });
}

/// Takes one text or bar after another out of a picture at its smallest, and looks whether that is
/// seen.
#[track_caller]
fn each_is_missed(named: &str, layout: Layout, ground: Ground) {
    let (scene, style) = small(named, layout, ground);
    let (_, whole) = written(&scene, &style, 1);
    for (at, shape) in scene.shapes.iter().enumerate() {
        let what = match &shape.form {
            Form::Text { run, .. } => format!("\"{}\"", run.text),
            Form::Rect { area, .. } => format!("the bar at {:.0}, {:.0}", area.x, area.y),
            Form::Path { .. } => continue,
        };
        let mut without = scene.clone();
        without.shapes.remove(at);
        let difference = Difference::between(&whole, &written(&without, &style, 1).1);
        assert!(difference.seen(), "{named}, {layout:?}: nobody misses {what}: {difference}");
    }
}

#[test]
fn a_picture_beside_its_place_is_seen_and_the_same_one_is_not() {
    let (scene, style) = small("paper", Layout::Gantt, Ground::Light);
    for scale in [1, 2] {
        let (_, whole) = written(&scene, &style, scale);
        let same = Difference::between(&whole, &whole);
        assert!(!same.seen() && same.stray.is_empty(), "{same}");
        let (_, mut beside) = written(&scene, &style, scale);
        beside.points.rotate_right(1);
        let difference = Difference::between(&whole, &beside);
        assert!(difference.seen(), "nobody sees that it lies a pixel too far right: {difference}");
    }
}
