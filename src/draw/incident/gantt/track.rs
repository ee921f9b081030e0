//! The track of time at the right: its clock, its bars, and the lines behind the rows.

use super::EDGE;
use crate::draw::axis::{Axis, Tick};
use crate::draw::colour::Colour;
use crate::draw::drafting;
use crate::draw::incident::plan::IncidentPlan;
use crate::draw::scene::{Area, Paint, Point, Role, Step, Stroke};
use crate::draw::sheet::{MARGIN, Sheet};
use crate::draw::style::PenKind;

/// A bar's height.
pub(in crate::draw) const BAR: f64 = 8.0;
/// The room beside a length on a dimension line or in a break, and the least that is left of the
/// line.
const BESIDE_LENGTH: f64 = 6.0;
const LEAST_LINE: f64 = 44.0;
/// The bands on a background that stands out from white so far are brighter than it: hairlines
/// must be so, too.
const DARK: f64 = 4.5;
/// Nearer hairlines look like a double one.
const LINES_APART: f64 = 6.0;
/// The distance that a hairline keeps from a text.
const CLEAR: f64 = 2.0;

/// The axis of the track, its ends among its ticks.
pub(in crate::draw) struct Track {
    pub(in crate::draw) axis: Axis,
    pub(in crate::draw) ticks: Vec<Tick>,
    pub(in crate::draw) left: f64,
}

impl Track {
    pub(in crate::draw) fn new(
        sheet: &Sheet<'_>,
        plan: &IncidentPlan<'_>,
        points: Vec<f64>,
        (left, right): (f64, f64),
    ) -> Track {
        let letter = sheet.label(false);
        let measure = |text: &str| sheet.fonts.width(text, letter);
        let ends = points.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), point| {
            (low.min(*point), high.max(*point))
        });
        let axis = Axis::new(points, right - left, &plan.reckoning, &measure);
        let ticks = with_ends(&axis, plan, ends, &measure);
        Track { axis, ticks, left }
    }

    pub(in crate::draw) fn x(&self, minute: f64) -> f64 {
        self.left + self.axis.x(minute)
    }

    /// The clock's labels around a middle.
    pub(in crate::draw) fn labels(&self, sheet: &mut Sheet<'_>, middle: f64) {
        let (letter, quiet) = (sheet.label(false), sheet.theme.quiet);
        let folds =
            self.axis.folds.iter().map(|fold| ((fold.left + fold.right) / 2.0, &fold.label));
        let ticks = self.ticks.iter().map(|tick| (tick.x, &tick.label));
        let edge = sheet.scene.width - MARGIN;
        for (x, label) in ticks.chain(folds) {
            sheet.next(None);
            let half = sheet.fonts.width(label, letter) / 2.0;
            let before = self.axis.folds.iter().filter(|fold| fold.right <= x);
            let taken = before.map(|fold| {
                let wide = sheet.fonts.width(&fold.label, letter);
                self.left + (fold.left + fold.right + wide) / 2.0
            });
            let free = taken.fold(0.0, f64::max) + BESIDE_LENGTH + half;
            let x = (self.left + x).min(free.max(edge - half));
            sheet.centred(Point::new(x, middle), label, letter, quiet);
        }
    }

    /// A bar over a span of time; dashed where the axis leaves time out.
    pub(in crate::draw) fn bar(
        &self,
        sheet: &mut Sheet<'_>,
        span: (f64, f64),
        middle: f64,
        paint: Paint,
    ) -> Area {
        self.measured(sheet, span, middle, paint, "").0
    }

    /// A bar, in a technical drawing a dimension line on which its length stands if there is room;
    /// whether it does.
    pub(super) fn measured(
        &self,
        sheet: &mut Sheet<'_>,
        (from, to): (f64, f64),
        middle: f64,
        paint: Paint,
        length: &str,
    ) -> (Area, bool) {
        let measured = self.roomy(sheet, (from, to), length);
        let (from, to) = (self.x(from), self.x(to));
        let whole = Area::new(from, middle - BAR / 2.0, (to - from).max(2.0), BAR);
        let colour = paint.fill.unwrap_or(sheet.theme.line);
        let radius = sheet.style.shape.ribbon;
        let letter = sheet.label(false);
        let wide = sheet.fonts.width(length, letter) + 2.0 * BESIDE_LENGTH;
        let drafted = sheet.style.pen.kind == PenKind::Draft;
        let pieces = self.pieces(from, to);
        for piece in &pieces {
            let (from, to) = (piece.from, piece.to);
            if piece.folded {
                dashes(sheet, colour, (from, to), middle);
            } else if drafted {
                let centre = (from + to) / 2.0;
                let gap = (measured == Some(from)).then_some(centre);
                let open = gap.map(|x| (x - wide / 2.0, x + wide / 2.0));
                let ends = [from <= whole.x, to >= whole.right()];
                for line in drafting::dimension((from, to), ends, middle, open) {
                    sheet.path(line, drafting::pen(colour));
                }
                if let Some(x) = gap {
                    sheet.centred(Point::new(x, middle), length, letter, sheet.theme.ink);
                }
            } else {
                let area = Area { x: from, w: to - from, ..whole };
                sheet.bar(area, radius, paint);
            }
        }
        (whole, measured.is_some())
    }

    /// Where the piece of a span begins on whose dimension line its length has room.
    pub(super) fn roomy(
        &self,
        sheet: &Sheet<'_>,
        (from, to): (f64, f64),
        length: &str,
    ) -> Option<f64> {
        if sheet.style.pen.kind != PenKind::Draft || length.is_empty() {
            return None;
        }
        let least = sheet.fonts.width(length, sheet.label(false)) + LEAST_LINE;
        self.pieces(self.x(from), self.x(to))
            .into_iter()
            .filter(|piece| !piece.folded && piece.to - piece.from >= least)
            .max_by(|one, two| (one.to - one.from).total_cmp(&(two.to - two.from)))
            .map(|piece| piece.from)
    }

    /// A span from left to right in the pieces that the axis shows of it and those that it folds.
    fn pieces(&self, from: f64, to: f64) -> Vec<TrackPiece> {
        let right_end = to.max(from + 2.0);
        let mut out = Vec::new();
        let mut start = from;
        for fold in &self.axis.folds {
            let (left, right) = (self.left + fold.left, self.left + fold.right);
            if from >= right - 0.5 || to <= left + 0.5 {
                continue;
            }
            if left - start > 1.0 {
                out.push(TrackPiece { from: start, to: left, folded: false });
            }
            start = right.min(to);
            out.push(TrackPiece { from: left.max(from), to: start, folded: true });
        }
        if right_end - start > 0.5 {
            out.push(TrackPiece { from: start, to: right_end, folded: false });
        }
        out
    }
}

/// A piece of a bar.
struct TrackPiece {
    from: f64,
    to: f64,
    /// The axis leaves its time out.
    folded: bool,
}

/// A dashed line.
pub(in crate::draw) fn dashes(
    sheet: &mut Sheet<'_>,
    colour: Colour,
    (from, to): (f64, f64),
    middle: f64,
) {
    let stroke = Stroke { colour, width: 1.5, dash: Some(3.0) };
    let line = vec![Step::Move(Point::new(from, middle)), Step::Line(Point::new(to, middle))];
    let paint = Paint { fill: None, stroke: Some(stroke) };
    sheet.path(line, paint);
}

/// The round ticks with the first and the last time, which come before any of them.
fn with_ends(
    axis: &Axis,
    plan: &IncidentPlan<'_>,
    (first, last): (f64, f64),
    measure: &dyn Fn(&str) -> f64,
) -> Vec<Tick> {
    let dated = axis.dated(&plan.reckoning);
    let label = |minute: f64| {
        let date = plan.reckoning.date(minute).filter(|_| dated);
        date.unwrap_or_else(|| plan.reckoning.clock(minute))
    };
    let end = |minute: f64| Tick { minute, x: axis.x(minute), label: label(minute) };
    let half = |text: &str| measure(text) / 2.0 + 5.0;
    let apart =
        |one: &Tick, two: &Tick| (one.x - two.x).abs() >= half(&one.label) + half(&two.label);
    let (first, last) = (end(first), end(last));
    let folds = |tick: &Tick| {
        axis.folds.iter().any(|fold| {
            let middle = (fold.left + fold.right) / 2.0;
            (tick.x - middle).abs() < half(&tick.label) + half(&fold.label)
        })
    };
    // The last label does not reach beyond the bands.
    let shown = Tick {
        x: last.x.min(axis.x(last.minute) + EDGE - measure(&last.label) / 2.0),
        ..last.clone()
    };
    // A round time whose label gives way keeps its line, unless that would double another.
    let near = |tick: &Tick, end: &Tick| (tick.x - end.x).abs() < LINES_APART;
    let mut ticks: Vec<Tick> = axis
        .ticks
        .iter()
        .filter(|tick| !near(tick, &first) && !near(tick, &last))
        .cloned()
        .collect();
    for tick in &mut ticks {
        let told = [&first, &shown].iter().all(|end| apart(tick, end) && tick.label != end.label);
        if !told || folds(tick) {
            tick.label.clear();
        }
    }
    ticks.insert(0, first.clone());
    if apart(&first, &last) && first.label != last.label {
        ticks.push(last);
    }
    ticks
}

/// The hairlines of the ticks from `top` to `bottom`, and dotted ones where time is left out,
/// broken where a text stands.
pub(in crate::draw) fn hairlines(
    sheet: &mut Sheet<'_>,
    track: &Track,
    texts: &[Area],
    ends: (f64, f64),
) {
    let colour = |share: f64| sheet.theme.background.towards(sheet.theme.line, share);
    let white = Colour { rgb: [255; 3] };
    let dark = sheet.theme.background.contrast(white) > DARK;
    let hair = Paint::line(colour(if dark { 0.35 } else { 0.22 }), 1.0);
    let dotted = Paint {
        fill: None,
        stroke: Some(Stroke { colour: colour(0.6), width: 1.0, dash: Some(2.0) }),
    };
    let ticks = track.ticks.iter().map(|tick| (tick.x, hair));
    let folds = track.axis.folds.iter();
    let breaks = folds.flat_map(|fold| [(fold.left, dotted), (fold.right, dotted)]);
    for (x, paint) in ticks.chain(breaks) {
        sheet.next(None);
        // In the middle of a pixel, or it would be drawn over two in half its colour.
        let x = (track.left + x - 0.5).round() + 0.5;
        for line in upright(x, texts, ends) {
            sheet.path(line, paint);
        }
    }
}

/// The pieces of an upright line that touch no text.
pub(in crate::draw) fn upright(
    x: f64,
    texts: &[Area],
    (top, bottom): (f64, f64),
) -> Vec<Vec<Step>> {
    let mut met: Vec<&Area> =
        texts.iter().filter(|area| area.x - CLEAR < x && x < area.right() + CLEAR).collect();
    met.sort_by(|one, two| one.y.total_cmp(&two.y));
    let mut pieces = Vec::new();
    let mut from = top;
    for area in met {
        pieces.push((from, (area.y - CLEAR).min(bottom)));
        from = from.max(area.bottom() + CLEAR);
    }
    pieces.push((from, bottom));
    let line = |(from, to): (f64, f64)| {
        vec![Step::Move(Point::new(x, from)), Step::Line(Point::new(x, to))]
    };
    let long = |(from, to): &(f64, f64)| to - from > 3.0;
    pieces.into_iter().filter(long).map(line).collect()
}

/// The areas of all texts that have been placed since `since`.
pub(in crate::draw) fn texts(sheet: &Sheet<'_>, since: usize) -> Vec<Area> {
    sheet.scene.shapes[since..]
        .iter()
        .filter(|shape| shape.role == Role::Text)
        .map(crate::draw::scene::Shape::area)
        .collect()
}
