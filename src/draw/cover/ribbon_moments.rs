//! The entries on the ribbon of a cover: dots where no phase is told, ticks below an outage.

use super::page::CoverPage;
use super::ribbon::{middle_line, untold};
use super::scale::RibbonScale;
use crate::draw::incident::plan::IncidentPlan;
use crate::draw::scene::{Area, Paint};
use crate::draw::sheet::Sheet;

/// Without an outage: the line, and the radius of a moment on it, in units.
const LINE: f64 = 6.0;
const MOMENT: f64 = 9.0;
/// Moments nearer than that are one, in units.
const APART: f64 = 1.0;
/// From the ribbon to a tick, its height and its width, in units.
const TO_TICK: f64 = 5.0;
pub(super) const TICK: f64 = 9.0;
const TICK_WIDE: f64 = 3.0;

/// The places of the entries along the ribbon, in their order.
fn places(plan: &IncidentPlan<'_>, page: &CoverPage, scale: &RibbonScale) -> Vec<f64> {
    let within = |minute: &f64| (scale.from..=scale.to).contains(minute);
    let events = plan.incident.events.iter().map(|event| event.minute);
    let mut places: Vec<f64> = events.filter(within).map(|minute| scale.x(minute)).collect();
    places.sort_by(f64::total_cmp);
    places.dedup_by(|next, last| *next - *last < page.px(APART));
    places
}

/// Without an outage, a dot for each moment of the incident on a thin line.
pub(super) fn moments(
    sheet: &mut Sheet<'_>,
    plan: &IncidentPlan<'_>,
    page: &CoverPage,
    room: &Area,
    scale: &RibbonScale,
) {
    let line = middle_line(room, page.px(LINE));
    let whole = scale
        .silence
        .map_or(vec![(0.0, room.w)], |silence| vec![(0.0, silence.left), (silence.right, room.w)]);
    for (from, to) in whole {
        sheet.next(None);
        let x = room.x + from;
        let piece = Area { x, w: to - from, ..line };
        sheet.bar(piece, line.h / 2.0, Paint::fill(untold(sheet)));
    }
    let radius = page.px(MOMENT);
    let paint = Paint::fill(sheet.theme.cover.figure);
    for x in places(plan, page, scale) {
        let x = x.clamp(radius, (room.w - radius).max(radius));
        dot(sheet, room, (x, radius), paint);
    }
}

fn dot(sheet: &mut Sheet<'_>, room: &Area, (x, radius): (f64, f64), paint: Paint) {
    let high = 2.0 * radius;
    let dot = Area::new(room.x + x - radius, room.centre().y - radius, high, high);
    sheet.next(None);
    sheet.bar(dot, radius, paint);
}

/// The entries in a part of the ribbon, from one place to another, of which no phase is told.
pub(super) fn dots(
    sheet: &mut Sheet<'_>,
    plan: &IncidentPlan<'_>,
    page: &CoverPage,
    (room, scale): (&Area, &RibbonScale),
    (from, to): (f64, f64),
) {
    let radius = page.px(MOMENT);
    let paint = Paint::fill(sheet.theme.quiet);
    for x in places(plan, page, scale) {
        if x - radius > from && x + radius < to {
            dot(sheet, room, (x, radius), paint);
        }
    }
}

/// A tick below the ribbon for each entry.
pub(super) fn ticks(
    sheet: &mut Sheet<'_>,
    plan: &IncidentPlan<'_>,
    page: &CoverPage,
    (room, scale): (&Area, &RibbonScale),
) {
    let wide = page.px(TICK_WIDE);
    let paint = Paint::fill(sheet.theme.quiet);
    for x in places(plan, page, scale) {
        let x = room.x + (x - wide / 2.0).clamp(0.0, (room.w - wide).max(0.0));
        let tick = Area::new(x, room.bottom() + page.px(TO_TICK), wide, page.px(TICK));
        sheet.next(None);
        sheet.bar(tick, 0.0, paint);
    }
}
