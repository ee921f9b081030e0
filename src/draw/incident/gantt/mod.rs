//! The layout that one look understands: the finding on top, the story in groups at the left, and
//! beside it one track of time.

mod aside;
mod clock;
mod columns;
pub(in crate::draw) mod course;
mod detours;
mod fewer;
pub(in crate::draw) mod finding;
pub(super) mod groups;
mod headings;
mod leads;
pub(super) mod lengths;
mod parts;
mod rows;
mod signs;
pub(in crate::draw) mod track;
pub(in crate::draw) mod words;

use super::plan::IncidentPlan;
use crate::draw::WIDTH;
use crate::draw::scene::Area;
use crate::draw::sheet::{MARGIN, Sheet, leading};
use crate::incident::Incident;
use columns::{GanttColumns, columns};
use groups::{GroupRow, PhaseGroup};
use track::Track;

/// More rows than this are not read.
const MOST_ROWS: usize = 14;
/// So many more are shown where it is not certain what they are: any of them may be the one that a
/// reader looks for.
const MORE_UNSURE: usize = 10;

/// A narrow picture may be as tall as its texts need.
const NARROW: f64 = 640.0;
/// Between the track's ends and its edges: room for a dot.
const EDGE: f64 = 14.0;
/// The spine of a group.
const SPINE: f64 = 4.0;
/// Above and below the rows of a group, and between groups.
const INSET: f64 = 6.0;
const BETWEEN: f64 = 9.0;
/// The height of a picture of few rows, in parts of its width, or of the usual one if that is more.
const TALLEST: f64 = 1.4;
/// From this height on the clock is repeated below the rows.
const TALL: f64 = 620.0;

/// The number of rows in which a report is read.
pub(super) fn readable_rows(incident: &Incident) -> usize {
    let unsure = incident.events.iter().filter(|event| !event.is_shown()).count();
    MOST_ROWS + unsure.min(MORE_UNSURE)
}

pub(super) fn draw(sheet: &mut Sheet<'_>, plan: &IncidentPlan<'_>, most: Option<usize>) {
    let mut groups = groups::groups(plan, most);
    let columns = columns(sheet, &groups);
    let top = finding::draw(sheet, plan);
    let ends = (columns.left, columns.right);
    let track = Track::new(sheet, plan, points(plan, &groups), ends);
    let begun = sheet.scene.shapes.len();
    let (clock, body) = clock::head(sheet, plan, &groups, &track, top);
    let body = body + 6.0;
    allot_lines(sheet, &mut groups, &columns, body, most.is_none());
    let mut y = body;
    let mut blocks = Vec::new();
    for group in &groups {
        let from = y;
        y = headings::draw(sheet, group, &track, &columns, y + INSET);
        for row in &group.rows {
            y = rows::draw(sheet, (row, group), &track, &columns, y);
        }
        y += INSET - 3.0;
        blocks.push((group, from, y));
        y += BETWEEN;
    }
    let bottom = y - BETWEEN;
    y = bottom;
    if bottom - body > TALL {
        let line = leading(sheet.style.font.label);
        track.labels(sheet, bottom + 4.0 + line / 2.0);
        y += 4.0 + line;
    }
    behind(sheet, begun, |sheet, texts| {
        headings::grounds(sheet, &blocks);
        track::hairlines(sheet, &track, texts, (clock, bottom));
    });
    sheet.scene.height = (y + MARGIN - 6.0).ceil();
}

/// Draws below everything that was placed since `begun`, with the areas of its texts at hand.
pub(in crate::draw) fn behind(
    sheet: &mut Sheet<'_>,
    begun: usize,
    under: impl FnOnce(&mut Sheet<'_>, &[Area]),
) {
    let texts = track::texts(sheet, begun);
    let above = sheet.scene.shapes.split_off(begun);
    under(sheet, &texts);
    sheet.scene.shapes.extend(above);
}

/// Every minute that the axis must hold.
fn points(plan: &IncidentPlan<'_>, groups: &[PhaseGroup]) -> Vec<f64> {
    let rows = groups.iter().flat_map(|group| &group.rows);
    let near = rows.filter(|row| row.aside.is_none());
    let mut points: Vec<f64> = near
        .flat_map(|row| row.dots.iter().copied().chain(row.row.until).collect::<Vec<f64>>())
        .chain(plan.outage.iter().flat_map(|outage| [outage.from, outage.to]))
        .collect();
    // The outage may have been cut to the end of a group.
    points.extend(groups.iter().filter(|group| group.to > group.from).map(|group| group.to));
    points
}

/// Lines of a plain row, and of one with a word beside its dot, which stands on its text.
const LINES: [(usize, usize); 3] = [(2, 3), (2, 2), (1, 2)];
const ALL_LINES: usize = 8;

/// Gives every row as many lines as it may take, so that a picture of few rows is not too tall.
fn allot_lines(
    sheet: &Sheet<'_>,
    groups: &mut [PhaseGroup],
    columns: &GanttColumns,
    body: f64,
    full: bool,
) {
    let count: usize = groups.iter().map(|group| group.rows.len()).sum();
    let limited = !full && count <= MOST_ROWS && sheet.scene.width >= NARROW;
    let (line, small) = (leading(sheet.style.font.text), leading(sheet.style.font.label));
    let frames = groups.len() as f64 * (line + 1.0 + 2.0 * INSET + BETWEEN);
    let room = sheet.scene.width.max(WIDTH) * TALLEST - body - frames - small - MARGIN;
    let mut rows: Vec<&mut GroupRow> = groups.iter_mut().flat_map(|g| &mut g.rows).collect();
    let tall = |row: &GroupRow| rows::height(sheet, row, columns);
    let mut spare = f64::NEG_INFINITY;
    for (plain, marked) in LINES {
        for row in &mut rows {
            row.lines = match (full, row.sign.is_some()) {
                (true, _) => ALL_LINES,
                (false, true) => marked,
                (false, false) => plain,
            };
        }
        spare = room - rows.iter().map(|row| tall(row)).sum::<f64>();
        if !limited || spare >= 0.0 {
            break;
        }
    }
    if !limited {
        return;
    }
    // What room is left goes to the first rows that another line holds all of, then to those that
    // are cut soonest.
    for most in [0, 2, 3] {
        for row in &mut rows {
            let (short, cut) = (tall(row), rows::is_cut(sheet, row, columns));
            row.lines += 1;
            let taller = tall(row) - short;
            let whole = cut && !rows::is_cut(sheet, row, columns);
            if taller <= spare && (whole || cut && row.lines <= most) {
                spare -= taller;
            } else {
                row.lines -= 1;
            }
        }
    }
}
