//! The face: eyes, mouth and cheeks for each mood.

use super::Easel;
use super::shapes::{arc, curve, ellipse, go, mirrored, p, spiral, to, wave};
use crate::draw::cover::Mood;
use crate::draw::scene::Step;

/// The width of the lines of the face.
const LINE: f64 = 11.0;
/// The distance of the eyes from the middle, and their height.
const EYE: (f64, f64) = (46.0, -58.0);

/// Draws the face.
pub(super) fn face(easel: &mut Easel<'_, '_>, mood: Mood) {
    match mood {
        Mood::Asleep => asleep(easel),
        Mood::Dizzy => dizzy(easel),
        Mood::OnFire => on_fire(easel),
        Mood::Overheated => overheated(easel),
        Mood::LockedOut => locked_out(easel),
        Mood::Relieved => relieved(easel),
        Mood::StraightFaced => straight(easel),
    }
}

fn asleep(easel: &mut Easel<'_, '_>) {
    let line = easel.inks.line;
    blush(easel);
    pair(easel, &arc(EYE.0 - 21.0, EYE.0 + 21.0, EYE.1 - 2.0, 15.0), LINE);
    // A mouth that breathes out.
    easel.line(&ellipse(p(4.0, -9.0), 9.0, 10.0), 8.0, line);
}

fn dizzy(easel: &mut Easel<'_, '_>) {
    let line = easel.inks.line;
    for x in [-EYE.0, EYE.0] {
        easel.line(&spiral(p(x - 3.0, EYE.1), 5, 11.5), 6.5, line);
    }
    easel.line(&wave(p(-39.0, -4.0), 4, 19.5, 8.0), 10.0, line);
}

fn on_fire(easel: &mut Easel<'_, '_>) {
    let inks = easel.inks;
    pair(easel, &[go(24.0, -92.0), to(62.0, -80.0)], 10.0);
    for x in [-EYE.0, EYE.0] {
        easel.fill(&ellipse(p(x, EYE.1 + 10.0), 14.0, 16.0), inks.line);
        easel.fill(&ellipse(p(x + 5.0, EYE.1 + 4.0), 4.5, 4.5), inks.inside);
    }
    // Open, and the corners down.
    let mouth = [
        go(-27.0, 12.0),
        curve((-29.0, -25.0), (29.0, -25.0), (27.0, 12.0)),
        curve((10.0, 5.0), (-10.0, 5.0), (-27.0, 12.0)),
        Step::Close,
    ];
    easel.both(&mouth, inks.line, 7.0, inks.line);
}

fn overheated(easel: &mut Easel<'_, '_>) {
    let inks = easel.inks;
    for x in [-66.0, 66.0] {
        easel.fill(&ellipse(p(x, -20.0), 17.0, 11.0), inks.flush);
    }
    // Pressed shut.
    pair(easel, &[go(62.0, EYE.1 - 16.0), to(32.0, EYE.1), to(62.0, EYE.1 + 16.0)], LINE);
    let tongue = [
        go(-4.0, -12.0),
        to(-4.0, 7.0),
        curve((-4.0, 26.0), (24.0, 26.0), (24.0, 7.0)),
        to(24.0, -12.0),
    ];
    easel.both(&tongue, inks.flush, 8.0, inks.line);
    easel.line(&[go(-32.0, -13.0), to(34.0, -13.0)], LINE, inks.line);
}

fn locked_out(easel: &mut Easel<'_, '_>) {
    let inks = easel.inks;
    pair(easel, &arc(26.0, 68.0, -90.0, -7.0), 9.0);
    for x in [-EYE.0, EYE.0] {
        easel.both(&ellipse(p(x, EYE.1 + 4.0), 19.0, 19.0), inks.inside, 8.0, inks.line);
        // Aside and up, as one who waits and looks elsewhere.
        easel.fill(&ellipse(p(x - 6.5, EYE.1 - 2.5), 9.5, 9.5), inks.line);
    }
    easel.line(&[go(-16.0, 6.0), curve((-4.0, -6.0), (10.0, -4.0), (20.0, 2.0))], LINE, inks.line);
}

fn relieved(easel: &mut Easel<'_, '_>) {
    let line = easel.inks.line;
    blush(easel);
    pair(easel, &arc(EYE.0 - 20.0, EYE.0 + 20.0, EYE.1 + 8.0, -17.0), LINE);
    easel.line(&arc(-29.0, 29.0, -20.0, 22.0), LINE, line);
}

fn straight(easel: &mut Easel<'_, '_>) {
    let line = easel.inks.line;
    for x in [-EYE.0, EYE.0] {
        easel.fill(&ellipse(p(x, EYE.1), 11.0, 11.0), line);
    }
    easel.line(&[go(-24.0, -13.0), to(24.0, -13.0)], LINE, line);
}

fn blush(easel: &mut Easel<'_, '_>) {
    let colour = easel.inks.blush;
    for x in [-68.0, 68.0] {
        easel.fill(&ellipse(p(x, -22.0), 16.0, 10.0), colour);
    }
}

/// A line at the right and its mirror at the left.
fn pair(easel: &mut Easel<'_, '_>, right: &[Step], width: f64) {
    let line = easel.inks.line;
    easel.line(right, width, line);
    easel.line(&mirrored(right), width, line);
}
