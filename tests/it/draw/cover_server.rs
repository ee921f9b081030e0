//! The server on the cover: a face for each mood, none where none is in place.

use super::cover::{WHOLE, feeling, incident, ink, made, paint, server, within};
use crate::support::drawing::{style, texts};
use postmirth::assets::STYLES;
use postmirth::draw::colour::Colour;
use postmirth::draw::scene::Scene;
use postmirth::draw::style::Ground;
use postmirth::draw::{CoverOptions, Mood, drawn};

#[test]
fn each_mood_has_a_face_of_its_own_and_no_letters() {
    let scenes: Vec<Scene> = Mood::ALL.iter().map(|mood| feeling(*mood, Ground::Light)).collect();
    for (at, one) in scenes.iter().enumerate() {
        assert!(
            scenes[at + 1..].iter().all(|two| server(one) != server(two)),
            "{:?}",
            Mood::ALL[at]
        );
        assert!(
            scenes[at + 1..].iter().all(|two| one.description != two.description),
            "{:?}",
            Mood::ALL[at]
        );
    }
}

#[test]
fn a_straight_face_has_no_ornament() {
    let top = |scene: &Scene| {
        server(scene).into_iter().map(ink).fold(f64::INFINITY, |top: f64, area| top.min(area.y))
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
            let options = CoverOptions { ground, ..CoverOptions::default() };
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
            &CoverOptions { mood: Some(mood), ..CoverOptions::default() },
        );
        let hand = drawn(clean.clone(), &sketch);
        assert_eq!(texts(&clean), texts(&hand));
        assert!(clean.shapes != hand.shapes, "nothing trembles");
        for area in server(&hand).into_iter().map(ink) {
            assert!(within(&hand, &area, 0.02), "{mood:?}: {area:?}");
        }
    }
}
