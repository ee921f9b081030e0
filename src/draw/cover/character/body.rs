//! The box itself: shadow, feet, door and drive bays. Only the lights of the bays know the mood.

use super::shapes::{ellipse, go, p, rounded, to};
use super::{Easel, GROUND};
use crate::draw::cover::Mood;
use crate::draw::cover::page::kept;
use crate::draw::scene::Area;

/// Half of the box's width and height, to the middle of its outline.
pub(super) const HALF: (f64, f64) = (102.0, 128.0);
/// The width of the outline, and of the lines within.
const OUTLINE: f64 = 13.0;
const SEAM: f64 = 10.0;
/// The upper edges of the two bays.
const BAYS: [f64; 2] = [38.0, 84.0];

/// The shadow of the server on the ground.
pub(super) fn shadow(easel: &mut Easel<'_, '_>) {
    let colour = easel.inks.shadow;
    let lean = std::mem::take(&mut easel.lean);
    easel.fill(&ellipse(p(0.0, GROUND + 3.0), 118.0, 8.0), colour);
    easel.lean = lean;
}

/// Feet, box and bays.
pub(super) fn body(easel: &mut Easel<'_, '_>, mood: Mood) {
    let inks = easel.inks;
    for x in [-74.0, 34.0] {
        easel.fill(
            &rounded(Area::new(x, HALF.1 - 6.0, 40.0, GROUND - HALF.1 + 6.0), 7.0),
            inks.line,
        );
    }
    let door = Area::new(-HALF.0, -HALF.1, 2.0 * HALF.0, 2.0 * HALF.1);
    easel.both(&rounded(door, corner(easel)), inks.inside, OUTLINE, inks.line);
    for (at, top) in BAYS.into_iter().enumerate() {
        easel.line(&[go(-HALF.0, top), to(HALF.0, top)], SEAM, inks.line);
        let middle = (top + BAYS.get(at + 1).copied().unwrap_or(HALF.1)) / 2.0
            - if at == 1 { 0.5 } else { 0.0 };
        slot(easel, mood, at, middle);
    }
}

/// The radius of the box's corners: round as the style's cards are, and never quite sharp.
fn corner(easel: &Easel<'_, '_>) -> f64 {
    14.0 + 2.75 * kept(easel.sheet.style.shape.card, 0.0, 10.0)
}

/// The slot of a bay and its light.
fn slot(easel: &mut Easel<'_, '_>, mood: Mood, at: usize, y: f64) {
    let inks = easel.inks;
    easel.line(&[go(-66.0, y), to(2.0, y)], 9.5, inks.line);
    let light = ellipse(p(60.0, y), 9.0, 9.0);
    match (mood, at) {
        // Off: only the rim of the lamp.
        (Mood::Asleep, _) => easel.line(&ellipse(p(60.0, y), 7.0, 7.0), 4.5, inks.line),
        (Mood::OnFire | Mood::Overheated, _) => easel.fill(&light, inks.hot),
        (Mood::Dizzy, 0) => easel.fill(&light, inks.warm),
        (Mood::Relieved, _) => easel.fill(&light, inks.good),
        _ => easel.fill(&light, inks.line),
    }
}
