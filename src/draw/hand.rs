//! The hand: a finished [`Scene`] drawn again as if with markers, its outlines gone over twice, its
//! bars hatched. Only lines and edges tremble; texts and meanings stay, and so do the colours that
//! texts lie on.
//!
//! Every tremble follows from the pen's seed and the shape's own place by additions,
//! multiplications and square roots, which come out the same on every machine.

mod rounded;

use super::colour::Colour;
use super::scene::{Area, Form, Paint, Point, Role, Scene, Shape, Step, Stroke};
use super::style::Pen;
use crate::dice::{self, Dice};
use rounded::Rounded;
use std::f64::consts::{FRAC_1_SQRT_2, SQRT_2};

/// The width of the marker that hatches, and of the pen that goes around.
const MARKER: f64 = 2.2;
const LINER: f64 = 1.5;
/// A shape shorter than this is a mark, which must stay readable: it trembles a third as much as
/// one thrice as long.
const MARK: f64 = 14.0;
/// A bar slimmer than this has no room for hatching.
const SLIM: f64 = 12.0;
/// The width of the solid colour on either side of a mark on a hatched bar.
const AROUND_MARK: f64 = 5.0;
/// Shapes that share no more than this only touch.
const SLACK: f64 = 0.5;
/// Half a step of the grid that points are rounded to, which may add as much to a tremble.
const HALF_STEP: f64 = 0.05;

/// Draws a picture again by hand.
pub(crate) fn by_hand(scene: Scene, pen: &Pen) -> Scene {
    let shapes = (0..scene.shapes.len()).flat_map(|at| redrawn(&scene, at, pen)).collect();
    Scene { shapes, ..scene }
}

/// A shape as the hand redraws it; each part keeps the shape's role, owner and span.
fn redrawn(scene: &Scene, at: usize, pen: &Pen) -> Vec<Shape> {
    let shape = &scene.shapes[at];
    let mut hand = Sketcher::new(scene, pen, &shape.area());
    match &shape.form {
        Form::Text { .. } => return vec![shape.clone()],
        Form::Path { steps, paint } => hand.path(steps, &shape.area(), paint),
        Form::Rect { area, radius, paint } => {
            let rect = Rounded::new(*area, *radius);
            match (paint.fill, shape.role) {
                (Some(colour), Role::Solid) => hand.bar(&rect, colour, solid(scene, at, paint)),
                // All of the tremble outwards, so that neighbouring bands overlap rather than gape.
                (Some(colour), _) => hand.flat(&rect, colour, 1.0),
                (None, _) => {}
            }
            // What has the colour of the background wipes something out, and must not be seen.
            let seen =
                paint.fill.filter(|fill| shape.role == Role::Solid && *fill != scene.background);
            match (paint.stroke, seen) {
                (Some(stroke), _) => hand.outline(&rect, stroke),
                (None, Some(fill)) if area.w.min(area.h) > 3.0 * LINER => {
                    let stroke =
                        Stroke { colour: deeper(fill, scene.background), width: LINER, dash: None };
                    hand.outline(&rect.grown(-LINER / 2.0), stroke);
                }
                _ => {}
            }
        }
    }
    hand.drawn.into_iter().map(|form| Shape { form, ..shape.clone() }).collect()
}

/// The colour a quarter of the way away from the background: what a marker leaves where it goes
/// twice.
fn deeper(colour: Colour, background: Colour) -> Colour {
    let light = background.rgb.map(u16::from).iter().sum::<u16>() > 3 * 127;
    Colour {
        rgb: colour.rgb.map(|part| ((u16::from(part) * 3 + if light { 0 } else { 255 }) / 4) as u8),
    }
}

/// From where to where a bar must be filled all over. What lies on it was chosen to stand out from
/// its colour; what it lies on itself must not shine through; and a dashed bar is pale in order to
/// be told from the others.
fn solid(scene: &Scene, at: usize, paint: &Paint) -> Option<(f64, f64)> {
    let (owner, area) = (scene.shapes[at].owner, scene.shapes[at].area());
    let whole = (area.x, area.right());
    if area.w.min(area.h) < SLIM || paint.stroke.is_some_and(|stroke| stroke.dash.is_some()) {
        return Some(whole);
    }
    // What belongs together was placed together.
    let first = scene.shapes[..at]
        .iter()
        .rposition(|shape| shape.owner != owner)
        .map_or(0, |before| before + 1);
    let company =
        scene.shapes.iter().enumerate().skip(first).take_while(|(_, shape)| shape.owner == owner);
    let met = company
        .map(|(other, shape)| (other, shape, shape.area()))
        .filter(|(other, _, its)| *other != at && area.meets(its, SLACK));
    met.filter_map(|(other, shape, its)| match (&shape.form, shape.role) {
        (Form::Text { .. }, _) => Some(whole),
        (_, Role::Solid) if other < at => Some(whole),
        (Form::Path { .. }, _) if other > at => {
            Some((its.x - AROUND_MARK, its.right() + AROUND_MARK))
        }
        _ => None,
    })
    .reduce(both)
}

/// The smallest stretch that holds two.
fn both(one: (f64, f64), two: (f64, f64)) -> (f64, f64) {
    (one.0.min(two.0), one.1.max(two.1))
}

/// A point, and how far off the hand has drawn it.
#[derive(Clone, Copy, Default)]
struct StrayedPoint {
    at: Point,
    off: Point,
}

impl StrayedPoint {
    fn shifted(&self, point: Point) -> Point {
        Point::new(point.x + self.off.x, point.y + self.off.y)
    }

    fn far(&self, to: Point) -> f64 {
        let (x, y) = (to.x - self.at.x, to.y - self.at.y);
        (x * x + y * y).sqrt()
    }
}

/// Redraws one shape by hand.
struct Sketcher {
    /// The lower right corner of the page.
    page: Point,
    /// The farthest that it strays, and the distance between lines of its hatching.
    reach: f64,
    hatch: f64,
    /// They say how the next stroke trembles.
    dice: Dice,
    drawn: Vec<Form>,
}

impl Sketcher {
    /// Trembles depend on the shape's place alone, so that a shape that is added leaves the others
    /// as they were.
    fn new(scene: &Scene, pen: &Pen, area: &Area) -> Sketcher {
        // A style's file may hold any number, and NaN fails every comparison.
        let wobble = if pen.wobble > 0.0 { pen.wobble.min(8.0) } else { 0.0 };
        let hatch = if pen.hatch > MARKER { pen.hatch.min(100.0) } else { MARKER };
        let calm = (area.w.max(area.h) / MARK).clamp(1.0, 3.0) / 3.0;
        let (page, reach) =
            (Point::new(scene.width, scene.height), (wobble * calm - HALF_STEP).max(0.0));
        let place =
            [area.x, area.y, area.w, area.h].map(|part| (part * 10.0).round() as i64 as u64);
        let seed = [pen.seed].into_iter().chain(place);
        Sketcher {
            page,
            reach,
            hatch,
            dice: Dice::new(dice::hash(seed.flat_map(u64::to_le_bytes))),
            drawn: Vec::new(),
        }
    }

    /// A point as it is drawn: no further off than `reach` in any direction.
    fn near(&mut self, at: Point, reach: f64) -> StrayedPoint {
        let part = reach * FRAC_1_SQRT_2;
        StrayedPoint { at, off: Point::new(self.dice.tremble() * part, self.dice.tremble() * part) }
    }

    /// A path as it is drawn. Handles stray with the points that they belong to, so that joints
    /// stay smooth and no curve strays further than its points. When `closed`, the end meets the
    /// beginning.
    fn strayed(&mut self, steps: &[Step], reach: f64, closed: bool) -> Vec<Step> {
        let mut out = Vec::new();
        let (mut start, mut here) = (StrayedPoint::default(), StrayedPoint::default());
        for step in steps {
            let (to, moves) = match *step {
                Step::Move(to) => (to, true),
                Step::Line(to) | Step::Curve(_, _, to) => (to, false),
                Step::Close => (start.at, false),
            };
            let meets = closed && !moves && start.far(to) < SLACK;
            let next = if meets { StrayedPoint { at: to, ..start } } else { self.near(to, reach) };
            match *step {
                Step::Move(to) => out.push(Step::Move(next.shifted(to))),
                Step::Curve(one, two, to) => {
                    out.push(Step::Curve(here.shifted(one), next.shifted(two), next.shifted(to)))
                }
                Step::Close if here.far(to) < SLACK => {}
                Step::Line(_) | Step::Close => self.line(here, next, reach, &mut out),
            }
            out.extend((closed && *step == Step::Close).then_some(Step::Close));
            (start, here) = (if moves { next } else { start }, next);
        }
        out
    }

    /// A line: sweeping rather than shivering, so long ones have long waves, and the less it
    /// strays, the fewer.
    fn line(&mut self, from: StrayedPoint, to: StrayedPoint, reach: f64, out: &mut Vec<Step>) {
        let long = from.far(to.at);
        let waves = 1 + (long.sqrt() * reach / 11.0) as usize;
        if long < MARK || (waves == 1 && reach < 0.5) {
            return out.push(Step::Line(to.shifted(to.at)));
        }
        let on = |wave: f64| {
            let part = wave / waves as f64;
            Point::new(
                from.at.x + (to.at.x - from.at.x) * part,
                from.at.y + (to.at.y - from.at.y) * part,
            )
        };
        let mut here = from;
        for wave in 1..=waves {
            let end = wave as f64;
            let next = if wave == waves { to } else { self.near(on(end), reach) };
            out.push(Step::Curve(
                here.shifted(on(end - 0.6)),
                next.shifted(on(end - 0.4)),
                next.shifted(next.at),
            ));
            here = next;
        }
    }

    /// Puts a path on the page: on the grid, and with all of its width within the edges.
    fn put(&mut self, steps: Vec<Step>, paint: Paint) {
        let half = paint.stroke.map_or(0.0, |stroke| stroke.width / 2.0);
        let kept = |at: f64, edge: f64| ((at * 10.0).round() / 10.0).min(edge - half).max(half);
        let on = |at: Point| Point::new(kept(at.x, self.page.x), kept(at.y, self.page.y));
        let steps = steps.iter().map(|step| step.map(on)).collect();
        self.drawn.push(Form::Path { steps, paint });
    }

    /// A flat fill that covers all of the clean one: outwards by half a part of the reach,
    /// trembling by as much.
    fn flat(&mut self, rect: &Rounded, colour: Colour, part: f64) {
        let reach = self.reach * part / 2.0;
        let mut steps = self.strayed(&rect.grown(reach).around(0), reach, true);
        steps.push(Step::Close);
        self.put(steps, Paint::fill(colour));
    }

    /// The inside of a bar: hatched, but all over where it must be. Its outline hides half of how a
    /// fill strays.
    fn bar(&mut self, bar: &Rounded, colour: Colour, solid: Option<(f64, f64)>) {
        let Area { x, y, w, h } = bar.area;
        // As wide as high at least: else the ends of the patch would be less round than the bar's.
        let wide = solid.map_or(0.0, |(left, right)| (right - left).max(h));
        if wide > w * 0.75 {
            return self.flat(bar, colour, 0.5);
        }
        self.hatching(&bar.grown(-MARKER / 2.0), colour);
        if let Some((left, right)) = solid {
            let left = ((left + right - wide) / 2.0).min(x + w - wide).max(x);
            self.flat(&Rounded::new(Area::new(left, y, wide, h), bar.radius), colour, 0.5);
        }
    }

    /// Strokes from the lower left to the upper right, clipped exactly, none quite as steep as the
    /// last.
    fn hatching(&mut self, bar: &Rounded, colour: Colour) {
        // Along the base the strokes are further apart than across.
        let gap = self.hatch * SQRT_2;
        let mut steps = Vec::new();
        for place in 0..=((bar.area.w + bar.area.h) / gap) as usize {
            let rise = 1.0 + 0.12 * self.dice.tremble();
            let x =
                bar.area.x - bar.area.h + gap * (place as f64 + 0.5 + 0.15 * self.dice.tremble());
            let long = (1.0 + rise * rise).sqrt();
            let (from, way) =
                (Point::new(x, bar.area.bottom()), Point::new(1.0 / long, -rise / long));
            let on = |by: f64| Point::new(from.x + way.x * by, from.y + way.y * by);
            let stroke =
                bar.crossing(from, way).filter(|(enters, leaves)| leaves - enters > MARKER);
            steps.extend(
                stroke
                    .into_iter()
                    .flat_map(|(enters, leaves)| [Step::Move(on(enters)), Step::Line(on(leaves))]),
            );
        }
        self.put(steps, Paint::line(colour, MARKER));
    }

    /// Around a rectangle: twice if there is room, from opposite corners on; no pass quite meets
    /// its beginning.
    fn outline(&mut self, rect: &Rounded, stroke: Stroke) {
        let passes =
            if stroke.dash.is_some() || rect.area.w.max(rect.area.h) < MARK { 1 } else { 2 };
        let line = [0, 2]
            .iter()
            .take(passes)
            .flat_map(|first| self.strayed(&rect.around(*first), self.reach, false))
            .collect();
        self.stroke(line, stroke);
    }

    /// A path: its inside once, its line twice, unless it is a mark, dashed or merely straight.
    fn path(&mut self, steps: &[Step], area: &Area, paint: &Paint) {
        if let Some(colour) = paint.fill {
            let inside = self.strayed(steps, self.reach, true);
            self.put(inside, Paint::fill(colour));
        }
        let Some(stroke) = paint.stroke else { return };
        let (small, straight) = (area.w.max(area.h) < MARK, steps.len() <= 2);
        let reach = if straight { self.reach / 2.0 } else { self.reach };
        let passes = if small || straight || stroke.dash.is_some() { 1 } else { 2 };
        let line = (0..passes).flat_map(|_| self.strayed(steps, reach, small)).collect();
        self.stroke(line, stroke);
    }

    fn stroke(&mut self, line: Vec<Step>, stroke: Stroke) {
        let paint = Paint { fill: None, stroke: Some(stroke) };
        self.put(line, paint);
    }
}
