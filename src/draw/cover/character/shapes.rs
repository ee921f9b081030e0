//! The shapes that the server is made of, in its own units.

use crate::draw::scene::{Area, Point, Step};

/// The reach of the handles of a quarter of a circle, in radii.
const ROUND: f64 = 0.5523;

pub(super) const fn p(x: f64, y: f64) -> Point {
    Point::new(x, y)
}

/// A step to a place without a line.
pub(super) const fn go(x: f64, y: f64) -> Step {
    Step::Move(p(x, y))
}

/// A straight line to a place.
pub(super) const fn to(x: f64, y: f64) -> Step {
    Step::Line(p(x, y))
}

/// A curve: two handles and the end.
pub(super) const fn curve(one: (f64, f64), two: (f64, f64), end: (f64, f64)) -> Step {
    Step::Curve(p(one.0, one.1), p(two.0, two.1), p(end.0, end.1))
}

/// An ellipse.
pub(super) fn ellipse(middle: Point, rx: f64, ry: f64) -> Vec<Step> {
    let (hx, hy) = (rx * ROUND, ry * ROUND);
    let at = |x: f64, y: f64| (middle.x + x, middle.y + y);
    vec![
        Step::Move(p(middle.x + rx, middle.y)),
        curve(at(rx, hy), at(hx, ry), at(0.0, ry)),
        curve(at(-hx, ry), at(-rx, hy), at(-rx, 0.0)),
        curve(at(-rx, -hy), at(-hx, -ry), at(0.0, -ry)),
        curve(at(hx, -ry), at(rx, -hy), at(rx, 0.0)),
        Step::Close,
    ]
}

/// A rectangle with round corners.
pub(super) fn rounded(area: Area, r: f64) -> Vec<Step> {
    let (left, top, right, bottom, h) =
        (area.x, area.y, area.right(), area.bottom(), r * (1.0 - ROUND));
    vec![
        go(left + r, top),
        to(right - r, top),
        curve((right - h, top), (right, top + h), (right, top + r)),
        to(right, bottom - r),
        curve((right, bottom - h), (right - h, bottom), (right - r, bottom)),
        to(left + r, bottom),
        curve((left + h, bottom), (left, bottom - h), (left, bottom - r)),
        to(left, top + r),
        curve((left, top + h), (left + h, top), (left + r, top)),
        Step::Close,
    ]
}

/// Steps seen in a mirror that stands upright at 0.
pub(super) fn mirrored(steps: &[Step]) -> Vec<Step> {
    let mirror = |step: &Step| step.map(|at| p(-at.x, at.y));
    steps.iter().map(mirror).collect()
}

/// Steps moved, and made so many times as large around 0.
pub(super) fn put(steps: &[Step], at: Point, size: f64) -> Vec<Step> {
    steps.iter().map(|step| step.scaled(size, at)).collect()
}

/// An arc between two places on one height; `sag` is how far it hangs down in its middle, or rises
/// when below 0.
pub(super) fn arc(left: f64, right: f64, y: f64, sag: f64) -> Vec<Step> {
    // A cubic curve reaches three quarters as far as its handles.
    let (reach, third) = (y + sag / 0.75, (right - left) * 0.2);
    vec![go(left, y), curve((left + third, reach), (right - third, reach), (right, y))]
}

/// A spiral from its middle outwards, of half circles, each wider than the last; so far from turn
/// to turn.
pub(super) fn spiral(middle: Point, halves: usize, apart: f64) -> Vec<Step> {
    let end = |half: usize| {
        middle.x + if half.is_multiple_of(2) { -1.0 } else { 1.0 } * half as f64 * apart / 2.0
    };
    let mut steps = vec![Step::Move(middle)];
    for half in 0..halves {
        let (from, next) = (end(half), end(half + 1));
        let (centre, r) = ((from + next) / 2.0, (next - from) / 2.0);
        // One half runs above, the next below.
        let (y, side) = (middle.y, r.abs() * if half.is_multiple_of(2) { -1.0 } else { 1.0 });
        steps.push(curve(
            (from, y + side * ROUND),
            (centre - r * ROUND, y + side),
            (centre, y + side),
        ));
        steps.push(curve((centre + r * ROUND, y + side), (next, y + side * ROUND), (next, y)));
    }
    steps
}

/// A wave of half waves, so wide each and so high to either side.
pub(super) fn wave(from: Point, count: usize, wide: f64, high: f64) -> Vec<Step> {
    let mut steps = vec![Step::Move(from)];
    for half in 0..count {
        let x = from.x + half as f64 * wide;
        let reach = from.y + high / 0.75 * if half.is_multiple_of(2) { -1.0 } else { 1.0 };
        steps.push(curve((x + wide * 0.36, reach), (x + wide * 0.64, reach), (x + wide, from.y)));
    }
    steps
}

/// A wisp that rises, swinging to the right and to the left.
pub(super) fn wisp(from: Point, count: usize, high: f64, wide: f64) -> Vec<Step> {
    let mut steps = vec![Step::Move(from)];
    for half in 0..count {
        let y = from.y - half as f64 * high;
        let reach = from.x + wide / 0.75 * if half % 2 == 0 { 1.0 } else { -1.0 };
        steps.push(curve((reach, y - high * 0.36), (reach, y - high * 0.64), (from.x, y - high)));
    }
    steps
}

/// A drop around 0, 26 high, its tip above.
pub(super) const DROP: &[Step] = &[
    go(0.0, -15.0),
    curve((3.0, -8.0), (9.0, -2.0), (9.0, 3.5)),
    curve((9.0, 8.5), (5.0, 12.0), (0.0, 12.0)),
    curve((-5.0, 12.0), (-9.0, 8.5), (-9.0, 3.5)),
    curve((-9.0, -2.0), (-3.0, -8.0), (0.0, -15.0)),
    Step::Close,
];

/// A star with five points around 0, each 1 away.
pub(super) const STAR: &[Step] = &[
    go(0.0, -1.0),
    to(0.282, -0.388),
    to(0.951, -0.309),
    to(0.456, 0.148),
    to(0.588, 0.809),
    to(0.0, 0.48),
    to(-0.588, 0.809),
    to(-0.456, 0.148),
    to(-0.951, -0.309),
    to(-0.282, -0.388),
    Step::Close,
];

/// The letter of sleep around 0, 2 wide and 2 high.
pub(super) const ZED: &[Step] = &[go(-0.9, -1.0), to(0.9, -1.0), to(-0.9, 1.0), to(0.9, 1.0)];

/// A fire of three tongues on the height 0, 172 wide, its highest tip at -118.
pub(super) const FLAME: &[Step] = &[
    go(-84.0, 8.0),
    curve((-104.0, -24.0), (-92.0, -52.0), (-74.0, -78.0)),
    curve((-74.0, -62.0), (-66.0, -50.0), (-52.0, -46.0)),
    curve((-46.0, -76.0), (-36.0, -98.0), (-8.0, -118.0)),
    curve((-10.0, -92.0), (14.0, -80.0), (28.0, -50.0)),
    curve((40.0, -58.0), (48.0, -72.0), (48.0, -92.0)),
    curve((80.0, -66.0), (104.0, -28.0), (84.0, 8.0)),
    Step::Close,
];
