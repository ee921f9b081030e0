//! The layout with a lane a phase: spans along the clock, a numbered pin an event, and a key.

use super::foot;
use super::head::{self, column, name};
use super::plan::{IncidentPlan, PlanRow};
use crate::draw::axis::Axis;
use crate::draw::marks::Mark;
use crate::draw::scene::{Area, Paint, Point, Stroke};
use crate::draw::sheet::{GAP, MARGIN, Sheet, leading, settle};
use crate::incident::Phase;

/// A pin's height; its width follows the number in it.
const PIN: f64 = 22.0;
/// Between pins.
const APART: f64 = 3.0;
/// The bar of a phase's span.
const SPAN: f64 = 10.0;
/// Above the foot.
const ABOVE_FOOT: f64 = GAP + 6.0;
/// The height of a bar that the styles' roundness is meant for.
const BAR: f64 = 18.0;
/// The most lines for an entry of the key.
const MOST_LINES: usize = 4;

/// A pin in its lane.
struct Pin {
    /// The number of its row, from 0.
    row: usize,
    middle: f64,
    level: usize,
}

pub(super) fn draw(sheet: &mut Sheet<'_>, plan: &IncidentPlan<'_>) {
    let mut y = head::head(sheet, plan);
    let names = Phase::ALL.iter().map(|phase| sheet.fonts.width(name(*phase), sheet.label(true)));
    let left = column(sheet, plan).max(MARGIN + names.fold(0.0, f64::max) + 16.0);
    let axis = head::axis(sheet, plan, left);

    let phases = Phase::ALL.iter().filter(|phase| plan.rows.iter().any(|row| row.phase == **phase));
    let lanes: Vec<(Phase, Vec<Pin>)> =
        phases.map(|phase| (*phase, pins(sheet, plan, *phase, &axis, left))).collect();
    let high: f64 = lanes.iter().map(|(_, pins)| height(pins)).sum();
    head::clock(sheet, plan, &axis, left, y, high);
    y += head::clock_height(sheet, &axis);
    for (phase, pins) in &lanes {
        lane(sheet, plan, *phase, pins, &axis, left, y);
        y += height(pins);
    }
    y = key(sheet, plan, y + GAP);
    let bottom = foot::foot(sheet, plan, &axis, left, y + ABOVE_FOOT, &Phase::ALL);
    sheet.scene.height = (bottom + MARGIN - 8.0).ceil();
}

/// The pins of a phase; those that would touch are stacked.
fn pins(
    sheet: &Sheet<'_>,
    plan: &IncidentPlan<'_>,
    phase: Phase,
    axis: &Axis,
    left: f64,
) -> Vec<Pin> {
    let mut ends: Vec<f64> = Vec::new();
    let rows = plan.rows.iter().enumerate().filter(|(_, row)| row.phase == phase);
    rows.map(|(index, row)| {
        let half = pin_width(sheet, index) / 2.0;
        let middle = (left + axis.x(row.from)).min(sheet.scene.width - MARGIN - half);
        let free = ends.iter().position(|end| end + APART <= middle - half);
        let level = free.unwrap_or(ends.len());
        if free.is_none() {
            ends.push(0.0);
        }
        ends[level] = middle + half;
        Pin { row: index, middle, level }
    })
    .collect()
}

fn pin_width(sheet: &Sheet<'_>, row: usize) -> f64 {
    (sheet.fonts.width(&(row + 1).to_string(), sheet.label(true)) + 10.0).max(PIN)
}

fn height(pins: &[Pin]) -> f64 {
    let levels = pins.iter().map(|pin| pin.level + 1).max().unwrap_or(1);
    16.0 + SPAN + 6.0 + levels as f64 * (PIN + APART)
}

fn lane(
    sheet: &mut Sheet<'_>,
    plan: &IncidentPlan<'_>,
    phase: Phase,
    pins: &[Pin],
    axis: &Axis,
    left: f64,
    top: f64,
) {
    let bottom = top + height(pins);
    let span = bottom - 8.0 - SPAN;
    head::label(sheet, span - PIN / 2.0 - 6.0, name(phase));
    for stretch in plan.stretches.iter().filter(|stretch| stretch.phase == phase) {
        sheet.next(None);
        let (from, to) = (left + axis.x(stretch.from), left + axis.x(stretch.to));
        let area = Area::new(from, span, (to - from - 1.5).max(4.0), SPAN);
        let colour = sheet.theme.of(phase).bar;
        sheet.bar(area, sheet.style.shape.bar, Paint::fill(colour));
    }
    for pin in pins {
        let middle =
            Point::new(pin.middle, span - 6.0 - PIN / 2.0 - pin.level as f64 * (PIN + APART));
        pin_at(sheet, &plan.rows[pin.row], pin.row, middle);
    }
}

/// A number in a small round bar; a false lead's is pale and dashed.
fn pin_at(sheet: &mut Sheet<'_>, row: &PlanRow, index: usize, middle: Point) {
    sheet.next(Some(row.span));
    let wide = pin_width(sheet, index);
    let colours = match row.certain {
        true => sheet.theme.of(row.phase).clone(),
        false => sheet.theme.neutral(),
    };
    let false_lead = row.mark == Some(Mark::Cross);
    let stroke = Stroke { colour: colours.bar, width: 1.5, dash: Some(3.0) };
    let (paint, ink) = match false_lead {
        true => (Paint { fill: Some(colours.pale), stroke: Some(stroke) }, sheet.theme.ink),
        false => (Paint::fill(colours.bar), colours.on_bar),
    };
    let area = Area::new(middle.x - wide / 2.0, middle.y - PIN / 2.0, wide, PIN);
    sheet.bar(area, sheet.style.shape.bar * PIN / 18.0, paint);
    sheet.centred(middle, &(index + 1).to_string(), sheet.label(true), ink);
}

/// Number, clock, mark and text of each pin.
fn key(sheet: &mut Sheet<'_>, plan: &IncidentPlan<'_>, top: f64) -> f64 {
    let (bold, body) = (sheet.body(true), sheet.body(false));
    let numbers = (0..plan.rows.len()).map(|row| pin_width(sheet, row)).fold(0.0, f64::max);
    let clocks: Vec<String> = plan.rows.iter().map(told).collect();
    let clock = clocks.iter().map(|clock| sheet.fonts.width(clock, bold)).fold(0.0, f64::max);
    let from = MARGIN + numbers + GAP;
    let text = from + clock + GAP + 24.0;
    let line = leading(body.size);
    let mut y = top;
    for (index, (row, clock)) in plan.rows.iter().zip(&clocks).enumerate() {
        let words = sheet.legible(&row.text, Some(row.span));
        let block = sheet.words(&words, body).block(sheet.scene.width - MARGIN - text, MOST_LINES);
        let middle = y + 4.0 + PIN / 2.0;
        pin_at(sheet, row, index, Point::new(MARGIN + numbers / 2.0, middle));
        sheet.next(Some(row.span));
        let ink = sheet.theme.ink;
        sheet.text(from, middle + settle(bold), clock, bold, ink);
        if row.mark.is_some() {
            let size = 18.0;
            bar_with_mark(
                sheet,
                row,
                Area::new(text - 24.0 - 2.0, middle - size / 2.0, size, size),
            );
        }
        let end = sheet.block(text, middle - line / 2.0, &block, ink);
        y = (end + 4.0).max(middle + PIN / 2.0 + 4.0);
    }
    y
}

fn told(row: &PlanRow) -> String {
    row.caption.as_ref().map_or_else(
        || row.clock.clone(),
        |caption| {
            if caption.starts_with("to ") {
                format!("{} {caption}", row.clock)
            } else {
                format!("{caption} {}", row.clock)
            }
        },
    )
}

/// A bar in its phase's colour, its mark in the middle; a false lead's is pale and dashed.
fn bar_with_mark(sheet: &mut Sheet<'_>, row: &PlanRow, area: Area) {
    let colours = match row.certain {
        true => sheet.theme.of(row.phase).clone(),
        false => sheet.theme.neutral(),
    };
    let radius = if area.w <= area.h {
        sheet.style.shape.bar.min(area.h / 2.0) * area.h / BAR
    } else {
        sheet.style.shape.bar
    };
    if row.mark == Some(Mark::Cross) {
        let stroke = Stroke { colour: colours.bar, width: 1.5, dash: Some(4.0) };
        let inside = Area::new(area.x + 0.75, area.y + 0.75, area.w - 1.5, area.h - 1.5);
        sheet.bar(inside, radius, Paint { fill: Some(colours.pale), stroke: Some(stroke) });
    } else {
        sheet.bar(area, radius, Paint::fill(colours.bar));
    }
    if let Some(mark) = row.mark {
        let colour = if mark == Mark::Cross { sheet.theme.cross } else { colours.on_bar };
        sheet.path(
            mark.lines(area.centre()),
            Paint::line(colour, if mark == Mark::Cross { 2.6 } else { 2.0 }),
        );
    }
}
