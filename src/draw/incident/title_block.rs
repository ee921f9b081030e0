//! The title block of a technical drawing, at its lower right: what is drawn, when it was, how
//! long.

use super::plan::IncidentPlan;
use crate::draw::drafting::FRAME;
use crate::draw::scene::{Area, Form, Paint, Point, Role, Step};
use crate::draw::sheet::{GAP, MARGIN, Sheet, settle};
use crate::time::format::spoken;

/// The height of a line of the block.
const LINE: f64 = 27.0;
/// Before and after what a cell says.
const INSET: f64 = 10.0;
/// Between a cell's name and what it says.
const NAME: f64 = 7.0;
/// A block narrower than this looks lost.
const LEAST: f64 = 300.0;

/// Adds the block below everything.
pub(super) fn draw(sheet: &mut Sheet<'_>, plan: &IncidentPlan<'_>) {
    let (small, bold) = (sheet.label(false), sheet.label(true));
    let most = sheet.scene.width - 2.0 * MARGIN;
    let mut cells: Vec<(&str, String, f64)> = told(plan)
        .into_iter()
        .map(|(name, text)| {
            let text = sheet.legible(&text, None);
            let wide = sheet.fonts.width(name, small) + NAME + sheet.fonts.width(&text, bold);
            (name, text, wide + 2.0 * INSET)
        })
        .collect();
    let sum = |cells: &[(&str, String, f64)]| cells.iter().map(|cell| cell.2).sum::<f64>();
    while sum(&cells) > most {
        cells.pop();
    }
    let title = sheet.legible(&plan.title, None);
    let title = sheet.words(&title, bold).block(most - 2.0 * INSET, 1);
    let title_wide = title.lines.first().map_or(0.0, |run| run.width) + 2.0 * INSET;
    let wide = sum(&cells).max(title_wide).max(LEAST).ceil();
    let lines = if cells.is_empty() { 1.0 } else { 2.0 };
    let bottom = sheet.scene.height - MARGIN + 6.0 + GAP + lines * LINE;
    let area =
        Area::new(sheet.scene.width - FRAME - wide, bottom - lines * LINE, wide, lines * LINE);
    frame(sheet, &area, &cells);
    sheet.next(None);
    let baseline = |line: f64| area.y + (line + 0.5) * LINE + settle(bold);
    if let Some(run) = title.lines.first() {
        let text = run.text.clone();
        sheet.text(area.x + INSET, baseline(0.0), &text, bold, sheet.theme.ink);
    }
    let mut x = area.x;
    for (name, text, cell) in &cells {
        let at = x + INSET;
        let after = at + sheet.text(at, baseline(1.0), name, small, sheet.theme.quiet);
        sheet.text(after + NAME, baseline(1.0), text, bold, sheet.theme.ink);
        x += cell;
    }
    sheet.scene.height = (bottom + FRAME).ceil();
}

/// The report's day, clock and length.
fn told(plan: &IncidentPlan<'_>) -> Vec<(&'static str, String)> {
    let first = plan.rows.first().and_then(|row| plan.reckoning.day_at(row.from));
    let length = plan.outage.as_ref().and_then(|outage| outage.minutes);
    let length = length.filter(|minutes| *minutes > 0.0);
    let zone = plan.incident.zone.as_ref().filter(|_| plan.reckoning.clock.is_some());
    [
        ("Date", first.map(|day| day.long())),
        ("Times", zone.map(|zone| zone.label.clone())),
        ("Length", length.map(spoken)),
    ]
    .into_iter()
    .filter_map(|(name, text)| Some((name, text?)))
    .collect()
}

/// The lines around the block and between its cells, on a ground that hides the grid.
fn frame(sheet: &mut Sheet<'_>, area: &Area, cells: &[(&str, String, f64)]) {
    let owner = sheet.next(None);
    let paint = Paint { fill: Some(sheet.theme.background), ..Paint::line(sheet.theme.line, 1.0) };
    let form = Form::Rect { area: *area, radius: 0.0, paint };
    sheet.scene.put(Role::Ground, owner, None, form);
    let mut steps = Vec::new();
    let mut line = |from: Point, to: Point| steps.extend([Step::Move(from), Step::Line(to)]);
    if !cells.is_empty() {
        let y = area.y + LINE;
        line(Point::new(area.x, y), Point::new(area.right(), y));
    }
    let mut x = area.x;
    for (_, _, wide) in &cells[..cells.len().saturating_sub(1)] {
        x += wide;
        line(Point::new(x, area.y + LINE), Point::new(x, area.bottom()));
    }
    if !steps.is_empty() {
        let paint = Paint::line(sheet.theme.line, 1.0);
        sheet.scene.put(Role::Ground, owner, None, Form::Path { steps, paint });
    }
}
