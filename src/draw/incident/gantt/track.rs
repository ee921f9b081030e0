//! The track of time at the right: its clock, the bar of the outage, and the lines behind the rows.

use super::GanttColumns;
use crate::draw::axis::{Axis, Tick};
use crate::draw::incident::outage::Outage;
use crate::draw::incident::plan::IncidentPlan;
use crate::draw::scene::{Area, Paint, Point, Role, Step, Stroke};
use crate::draw::sheet::{MARGIN, Sheet, leading, settle};
use crate::time::format::spoken;

/// A bar's height.
pub(super) const BAR: f64 = 8.0;
/// How far a hairline keeps from a text.
const CLEAR: f64 = 2.0;

/// The axis of the track, its ends among its ticks.
pub(super) struct Track {
    pub(super) axis: Axis,
    pub(super) ticks: Vec<Tick>,
    pub(super) left: f64,
}

impl Track {
    pub(super) fn new(
        sheet: &Sheet<'_>,
        plan: &IncidentPlan<'_>,
        points: Vec<f64>,
        columns: &GanttColumns,
    ) -> Track {
        let letter = sheet.label(false);
        let measure = |text: &str| sheet.fonts.width(text, letter);
        let ends = points
            .iter()
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), point| {
                (low.min(*point), high.max(*point))
            });
        let axis = Axis::new(
            points,
            columns.right - columns.left,
            &plan.reckoning,
            &measure,
        );
        let ticks = with_ends(&axis, plan, ends, &measure);
        Track {
            axis,
            ticks,
            left: columns.left,
        }
    }

    pub(super) fn x(&self, minute: f64) -> f64 {
        self.left + self.axis.x(minute)
    }

    /// The clock's labels around a middle.
    pub(super) fn labels(&self, sheet: &mut Sheet<'_>, middle: f64) {
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
    pub(super) fn bar(
        &self,
        sheet: &mut Sheet<'_>,
        (from, to): (f64, f64),
        middle: f64,
        paint: Paint,
    ) -> Area {
        let (from, to) = (self.x(from), self.x(to));
        let whole = Area::new(from, middle - BAR / 2.0, (to - from).max(2.0), BAR);
        let radius = sheet.style.shape.ribbon;
        let mut start = from;
        let colour = paint.fill.unwrap_or(sheet.theme.line);
        for fold in &self.axis.folds {
            let (left, right) = (self.left + fold.left, self.left + fold.right);
            if from >= right - 0.5 || to <= left + 0.5 {
                continue;
            }
            if left - start > 1.0 {
                let piece = Area {
                    x: start,
                    w: left - start,
                    ..whole
                };
                sheet.bar(piece, radius, paint);
            }
            dashes(sheet, colour, (left.max(from), right.min(to)), middle);
            start = right.min(to);
        }
        let rest = Area {
            x: start,
            w: whole.right() - start,
            ..whole
        };
        if rest.w > 0.5 {
            sheet.bar(rest, radius, paint);
        }
        whole
    }
}

/// A dashed line.
pub(super) fn dashes(
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
pub(super) fn head(
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
    let bar = track.bar(sheet, (outage.from, outage.to), middle, red);
    let letter = sheet.label(true);
    let mut told = vec![outage.whom.clone().unwrap_or_else(|| outage.name.into())];
    if outage.minutes.is_none() {
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
    let paint = Paint::fill(sheet.theme.unnoticed);
    let unknown = track.bar(sheet, (outage.from, noticed), middle, paint);
    sheet.next(None);
    let text = format!("nobody knew for {}", spoken(noticed - outage.from));
    let wide = sheet.fonts.width(&text, sheet.label(false));
    let right = sheet.scene.width - MARGIN - 4.0;
    let x = (unknown.x.max(bar.x)).min(right - wide);
    let below = top + line + line / 2.0;
    let letter = sheet.label(false);
    sheet.text(x, below + settle(letter), &text, letter, sheet.theme.quiet);
    top + 2.0 * line
}

/// The hairlines of the ticks from `top` to `bottom`, broken where a text stands.
pub(super) fn hairlines(
    sheet: &mut Sheet<'_>,
    track: &Track,
    texts: &[Area],
    (top, bottom): (f64, f64),
) {
    let colour = sheet.theme.background.towards(sheet.theme.line, 0.35);
    for tick in &track.ticks {
        sheet.next(None);
        let x = ((track.left + tick.x) * 2.0).round() / 2.0;
        let mut met: Vec<&Area> = texts
            .iter()
            .filter(|area| area.x - CLEAR < x && x < area.right() + CLEAR)
            .collect();
        met.sort_by(|one, two| one.y.total_cmp(&two.y));
        let mut steps = Vec::new();
        let mut from = top;
        let mut piece = |from: f64, to: f64| {
            if to - from > 3.0 {
                steps.push(Step::Move(Point::new(x, from)));
                steps.push(Step::Line(Point::new(x, to)));
            }
        };
        for area in met {
            piece(from, (area.y - CLEAR).min(bottom));
            from = from.max(area.bottom() + CLEAR);
        }
        piece(from, bottom);
        for line in steps.chunks(2) {
            sheet.path(line.to_vec(), Paint::line(colour, 1.0));
        }
    }
}

/// The areas of all texts that have been placed since `since`.
pub(super) fn texts(sheet: &Sheet<'_>, since: usize) -> Vec<Area> {
    sheet.scene.shapes[since..]
        .iter()
        .filter(|shape| shape.role == Role::Text)
        .map(crate::draw::scene::Shape::area)
        .collect()
}
