//! The layout for the head of a README: title, clock, ribbon and marks, on as little height as can
//! be.

use super::foot;
use super::head::{self, column};
use super::plan::IncidentPlan;
use crate::draw::axis::Axis;
use crate::draw::font::Letter;
use crate::draw::marks::Mark;
use crate::draw::scene::{Paint, Point};
use crate::draw::sheet::{MARGIN, Sheet, leading};

const RIBBON: f64 = 30.0;
/// The row of marks below the ribbon.
const MARKS: f64 = 26.0;
/// Marks nearer than this would touch.
const APART: f64 = 16.0;

pub(super) fn draw(sheet: &mut Sheet<'_>, plan: &IncidentPlan<'_>) {
    sheet.next(None);
    let (room, ink, quiet) = (sheet.scene.width - 2.0 * MARGIN, sheet.theme.ink, sheet.theme.quiet);
    let title = sheet.legible(&plan.headline.line(), None);
    let block =
        sheet.words(&title, Letter { size: sheet.style.font.figure, bold: true }).block(room, 2);
    let mut y = sheet.block(MARGIN, 16.0, &block, ink);
    sheet.next(None);
    let subtitle = sheet.legible(&plan.subtitle, None);
    let block = sheet.words(&subtitle, sheet.label(false)).block(room, 2);
    y = sheet.block(MARGIN, y + 2.0, &block, quiet) + 10.0;

    let left = column(sheet, plan);
    let axis = head::axis(sheet, plan, left);
    let marks = marks(plan, &axis, left);
    let bands = if marks.is_empty() { RIBBON } else { RIBBON + MARKS };
    head::clock(sheet, plan, &axis, left, y, bands);
    y += head::clock_height(sheet, &axis);
    let named = head::ribbon(sheet, plan, &axis, left, y, RIBBON);
    for (mark, x) in marks {
        sheet.next(None);
        let colour = if mark == Mark::Cross { sheet.theme.cross } else { sheet.theme.ink };
        sheet.path(mark.lines(Point::new(x, y + RIBBON + MARKS / 2.0)), Paint::line(colour, 1.8));
    }
    y = foot::key(sheet, plan, left, y + bands + 6.0, &named) + 4.0;
    let told: Vec<String> =
        plan.figures.iter().map(|figure| format!("{} {}", figure.value, figure.name)).collect();
    let words = told.join(" · ");
    let block = sheet.words(&words, sheet.label(false)).block(sheet.scene.width - MARGIN - left, 2);
    sheet.next(None);
    if !block.lines.is_empty() {
        head::label(sheet, y + leading(sheet.style.font.label) / 2.0, "Time");
        sheet.next(None);
        y = sheet.block(left, y, &block, quiet);
    }
    sheet.scene.height = (y + 16.0).ceil();
}

/// The marks that have room, those that matter most first.
fn marks(plan: &IncidentPlan<'_>, axis: &Axis, left: f64) -> Vec<(Mark, f64)> {
    let mut kept: Vec<(Mark, f64)> = Vec::new();
    for wanted in [Mark::Tick, Mark::Lens, Mark::Up, Mark::Cross, Mark::Question] {
        for row in plan.rows.iter().filter(|row| row.mark == Some(wanted)) {
            let x = left + axis.x(row.from);
            if kept.iter().all(|(_, other)| (other - x).abs() >= APART) {
                kept.push((wanted, x));
            }
        }
    }
    kept.sort_by(|one, two| one.1.total_cmp(&two.1));
    kept
}
