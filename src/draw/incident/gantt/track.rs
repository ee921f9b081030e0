//! The track of time at the right: its clock, the bar of the outage, and the lines behind the rows.

use crate::draw::axis::{Axis, Tick};
use crate::draw::drafting;
use crate::draw::incident::outage::Outage;
use crate::draw::incident::plan::IncidentPlan;
use crate::draw::scene::{Area, Paint, Point, Role, Step, Stroke};
use crate::draw::sheet::{GAP, MARGIN, Sheet, leading, settle};
use crate::draw::style::PenKind;
use crate::time::format::spoken;

/// A bar's height.
pub(in crate::draw) const BAR: f64 = 8.0;
/// The room on either side of a dimension line's length, and the least that is left of the line.
const BESIDE_LENGTH: f64 = 6.0;
const LEAST_LINE: f64 = 44.0;
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
        let ends = points
            .iter()
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), point| {
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
        let folds = self
            .axis
            .folds
            .iter()
            .map(|fold| ((fold.left + fold.right) / 2.0, &fold.label));
        let ticks = self.ticks.iter().map(|tick| (tick.x, &tick.label));
        for (x, label) in ticks.chain(folds) {
            sheet.next(None);
            sheet.centred(Point::new(self.left + x, middle), label, letter, quiet);
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
                let area = Area {
                    x: from,
                    w: to - from,
                    ..whole
                };
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
                out.push(TrackPiece {
                    from: start,
                    to: left,
                    folded: false,
                });
            }
            start = right.min(to);
            out.push(TrackPiece {
                from: left.max(from),
                to: start,
                folded: true,
            });
        }
        if right_end - start > 0.5 {
            out.push(TrackPiece {
                from: start,
                to: right_end,
                folded: false,
            });
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
    colour: crate::draw::colour::Colour,
    (from, to): (f64, f64),
    middle: f64,
) {
    let stroke = Stroke {
        colour,
        width: 1.5,
        dash: Some(3.0),
    };
    let line = vec![
        Step::Move(Point::new(from, middle)),
        Step::Line(Point::new(to, middle)),
    ];
    let paint = Paint {
        fill: None,
        stroke: Some(stroke),
    };
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
    let end = |minute: f64| Tick {
        minute,
        x: axis.x(minute),
        label: label(minute),
    };
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
    let mut ticks: Vec<Tick> = axis
        .ticks
        .iter()
        .filter(|tick| apart(tick, &first) && apart(tick, &last) && !folds(tick))
        .cloned()
        .collect();
    ticks.insert(0, first.clone());
    if apart(&first, &last) {
        ticks.push(last);
    }
    ticks
}

/// Days, clock and outage from `top`; gives the lower ends of the clock and of it all.
pub(in crate::draw) fn head(
    sheet: &mut Sheet<'_>,
    plan: &IncidentPlan<'_>,
    track: &Track,
    top: f64,
) -> (f64, f64) {
    let line = leading(sheet.style.font.label);
    let quiet = sheet.theme.quiet;
    let mut y = top;
    if !track.axis.days.is_empty() {
        let letter = sheet.label(true);
        for day in &track.axis.days {
            sheet.next(None);
            let wide = sheet.fonts.width(&day.label, letter);
            let x = (track.left + day.x - 14.0).min(sheet.scene.width - MARGIN / 2.0 - wide);
            sheet.text(
                x,
                y + line / 2.0 + settle(letter),
                &day.label,
                letter,
                quiet,
            );
        }
        y += line;
    }
    let middle = y + line / 2.0;
    track.labels(sheet, middle);
    if plan.reckoning.clock.is_some() {
        let letter = sheet.label(true);
        let first = track.ticks.first().map_or("", |tick| tick.label.as_str());
        let half = sheet.fonts.width(first, sheet.label(false)) / 2.0;
        sheet.next(None);
        let x = track.left - half - 10.0 - sheet.fonts.width(&plan.zone, letter);
        if x >= MARGIN {
            sheet.text(x, middle + settle(letter), &plan.zone, letter, quiet);
        }
    }
    y += line + 4.0;
    let bottom = plan
        .outage
        .as_ref()
        .map_or(y, |told| outage(sheet, told, track, y));
    (y - 4.0, bottom)
}

/// The red bar, for whom it was, and the time in which nobody knew.
fn outage(sheet: &mut Sheet<'_>, outage: &Outage, track: &Track, top: f64) -> f64 {
    let line = leading(sheet.style.font.label);
    let middle = top + line / 2.0;
    sheet.next(None);
    let red = Paint::fill(sheet.theme.outage);
    let length = outage.minutes.filter(|minutes| *minutes > 0.0);
    let length = length.map(spoken).unwrap_or_default();
    let (bar, _) = track.measured(sheet, (outage.from, outage.to), middle, red, &length);
    let letter = sheet.label(true);
    let mut told = vec![outage.whom.clone().unwrap_or_else(|| outage.name.into())];
    if !outage.over {
        told.push("end not told".into());
    }
    let room = track.left - 20.0 - MARGIN;
    let told = [told.join(", "), outage.name.to_string()]
        .into_iter()
        .find(|text| sheet.fonts.width(text, letter) <= room)
        .unwrap_or_default();
    let told = sheet.legible(&told, None);
    let x = track.left - 14.0 - sheet.fonts.width(&told, letter);
    sheet.text(x, middle + settle(letter), &told, letter, sheet.theme.cross);
    let Some(noticed) = outage.noticed else {
        return top + line;
    };
    let text = format!("nobody knew for {}", spoken(noticed - outage.from));
    let letter = sheet.label(false);
    let wide = sheet.fonts.width(&text, letter);
    let right = sheet.scene.width - MARGIN - 4.0;
    let below = top + line + line / 2.0;
    let paint = Paint::fill(sheet.theme.unnoticed);
    let drafted = sheet.style.pen.kind == PenKind::Draft;
    // Dimension lines are below each other, bars on top of each other.
    let at = if drafted { below } else { middle };
    let unnoticed = (outage.from, noticed);
    let (unknown, told) = track.measured(sheet, unnoticed, at, paint, &text);
    if told {
        return top + 2.0 * line;
    }
    sheet.next(None);
    let x = if !drafted {
        unknown.x.max(bar.x).min(right - wide)
    } else if unknown.right() + GAP + wide <= right {
        unknown.right() + GAP
    } else {
        unknown.x - GAP - wide
    };
    sheet.text(x, below + settle(letter), &text, letter, sheet.theme.quiet);
    top + 2.0 * line
}

/// The hairlines of the ticks from `top` to `bottom`, broken where a text stands.
pub(in crate::draw) fn hairlines(
    sheet: &mut Sheet<'_>,
    track: &Track,
    texts: &[Area],
    ends: (f64, f64),
) {
    let colour = sheet.theme.background.towards(sheet.theme.line, 0.35);
    for tick in &track.ticks {
        sheet.next(None);
        let x = ((track.left + tick.x) * 2.0).round() / 2.0;
        for line in upright(x, texts, ends) {
            sheet.path(line, Paint::line(colour, 1.0));
        }
    }
}

/// The pieces of an upright line that touch no text.
pub(in crate::draw) fn upright(
    x: f64,
    texts: &[Area],
    (top, bottom): (f64, f64),
) -> Vec<Vec<Step>> {
    let mut met: Vec<&Area> = texts
        .iter()
        .filter(|area| area.x - CLEAR < x && x < area.right() + CLEAR)
        .collect();
    met.sort_by(|one, two| one.y.total_cmp(&two.y));
    let mut pieces = Vec::new();
    let mut from = top;
    for area in met {
        pieces.push((from, (area.y - CLEAR).min(bottom)));
        from = from.max(area.bottom() + CLEAR);
    }
    pieces.push((from, bottom));
    let line = |(from, to): (f64, f64)| {
        vec![
            Step::Move(Point::new(x, from)),
            Step::Line(Point::new(x, to)),
        ]
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
