//! The props that tell the mood from afar: flames, steam, stars, a padlock, a tick. A straight face
//! has none of them.

use super::Easel;
use super::body::HALF;
use super::shapes::{DROP, FLAME, STAR, ZED, curve, ellipse, go, p, put, rounded, to, wisp};
use crate::draw::cover::Mood;
use crate::draw::scene::{Area, Step};

/// The props partly hidden by the box.
pub(super) fn behind(easel: &mut Easel<'_, '_>, mood: Mood) {
    if mood == Mood::OnFire {
        let (inks, base) = (easel.inks, p(0.0, -HALF.1));
        easel.fill(&put(FLAME, base, 0.96), inks.hot);
        easel.fill(&put(FLAME, p(2.0, base.y), 0.66), inks.warm);
        easel.fill(&put(FLAME, p(3.0, base.y), 0.38), inks.glow);
    }
}

/// The props in front of the box or beside it.
pub(super) fn before(easel: &mut Easel<'_, '_>, mood: Mood) {
    match mood {
        Mood::Asleep => zeds(easel),
        Mood::Dizzy => orbit(easel),
        Mood::OnFire => sparks(easel),
        Mood::Overheated => steam(easel),
        Mood::LockedOut => padlock(easel),
        Mood::Relieved => tick(easel),
        Mood::StraightFaced => {}
    }
}

/// Three letters that rise and grow.
fn zeds(easel: &mut Easel<'_, '_>) {
    let line = easel.inks.line;
    for (x, y, size, width) in
        [(106.0, -152.0, 9.0, 7.0), (120.0, -187.0, 11.5, 8.0), (134.0, -227.0, 14.5, 9.0)]
    {
        easel.line(&put(ZED, p(x, y), size), width, line);
    }
}

/// Stars that go round above the head.
fn orbit(easel: &mut Easel<'_, '_>) {
    let inks = easel.inks;
    easel.line(&ellipse(p(0.0, -174.0), 96.0, 23.0), 5.0, inks.faint);
    for (x, y, size) in [(-82.0, -162.0, 18.0), (10.0, -151.5, 21.0), (70.0, -191.0, 16.0)] {
        easel.both(&put(STAR, p(x, y), size), inks.warm, 4.0, inks.warm);
    }
}

fn sparks(easel: &mut Easel<'_, '_>) {
    let inks = easel.inks;
    for (x, y, r, colour) in [
        (-46.0, -218.0, 6.0, inks.warm),
        (27.0, -226.0, 5.0, inks.hot),
        (84.0, -204.0, 6.5, inks.warm),
    ] {
        easel.fill(&ellipse(p(x, y), r, r), colour);
    }
}

/// Wisps of steam, and sweat.
fn steam(easel: &mut Easel<'_, '_>) {
    let inks = easel.inks;
    for (x, y, high) in [(-52.0, -154.0, 24.0), (0.0, -154.0, 36.0), (52.0, -154.0, 24.0)] {
        easel.line(&wisp(p(x, y), 2, high, 8.0), 9.5, inks.hot);
    }
    for (x, y, size) in [(-128.0, -84.0, 1.15), (130.0, -100.0, 1.15), (138.0, -48.0, 0.85)] {
        easel.both(&put(DROP, p(x, y), size), inks.wet, 5.5, inks.line);
    }
}

/// A padlock before the bays.
fn padlock(easel: &mut Easel<'_, '_>) {
    let (inks, middle) = (easel.inks, p(72.0, 92.0));
    let shackle = [
        go(-25.0, -22.0),
        to(-25.0, -42.0),
        curve((-25.0, -76.0), (25.0, -76.0), (25.0, -42.0)),
        to(25.0, -22.0),
    ];
    let (shackle, case) = (
        put(&shackle, middle, 1.0),
        rounded(Area::new(middle.x - 46.0, middle.y - 26.0, 92.0, 74.0), 13.0),
    );
    // A rim of the inside's colour parts the lock from the lines behind.
    easel.both(&shackle, inks.inside, 27.0, inks.inside);
    easel.both(&case, inks.inside, 14.0, inks.inside);
    easel.line(&shackle, 13.0, inks.warm);
    easel.fill(&case, inks.warm);
    easel.fill(&ellipse(p(middle.x, middle.y + 5.0), 9.5, 9.5), inks.on_warm);
    easel.line(&[go(middle.x, middle.y + 5.0), to(middle.x, middle.y + 24.0)], 8.0, inks.on_warm);
}

/// A badge with a tick at the corner, and the last drop on the forehead.
fn tick(easel: &mut Easel<'_, '_>) {
    let (inks, middle) = (easel.inks, p(99.0, 115.0));
    easel.fill(&ellipse(middle, 50.0, 50.0), inks.inside);
    easel.fill(&ellipse(middle, 42.0, 42.0), inks.good);
    let tick: [Step; 3] = [go(-19.0, 1.0), to(-6.0, 15.0), to(20.0, -14.0)];
    easel.line(&put(&tick, middle, 1.0), 11.0, inks.on_good);
    easel.both(&put(DROP, p(-74.0, -88.0), 1.0), inks.wet, 5.0, inks.line);
}
