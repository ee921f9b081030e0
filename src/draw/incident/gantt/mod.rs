//! The layout that one look understands: the finding on top, the story in groups at the left, and
//! beside it one track of time.

mod aside;
pub(in crate::draw) mod course;
mod detours;
mod fewer;
mod finding;
pub(super) mod groups;
pub(super) mod lengths;
mod rows;
mod signs;
pub(in crate::draw) mod track;
pub(in crate::draw) mod words;

use super::head::name;
use super::plan::IncidentPlan;
use crate::draw::scene::{Area, Form, Paint, Role};
use crate::draw::sheet::{MARGIN, Sheet, leading, settle};
use crate::draw::style::{PenKind, PhaseColours};
use crate::incident::Phase;
use crate::time::format::spoken;
use groups::{GroupRow, PhaseGroup};
use track::Track;

/// More rows than this are not read.
pub(super) const MOST_ROWS: usize = 14;

/// Where the columns stand.
pub(super) struct GanttColumns {
    pub(super) clock: f64,
    pub(super) text: f64,
    /// The greatest width of the texts.
    pub(super) room: f64,
    /// The ends of the track.
    pub(super) left: f64,
    pub(super) right: f64,
}

/// The track takes this share of the width, its edges not counted.
const TRACK: f64 = 0.37;
/// A narrow picture leaves more room for the texts, and may be as tall as they need.
const NARROW: f64 = 640.0;
const NARROW_TRACK: f64 = 0.26;
/// Between the track's ends and its edges: room for a dot.
const EDGE: f64 = 14.0;
/// The spine of a group.
const SPINE: f64 = 4.0;
/// Above and below the rows of a group, and between groups.
const INSET: f64 = 6.0;
const BETWEEN: f64 = 9.0;
/// The height of a picture of few rows, in parts of its width.
const TALLEST: f64 = 1.4;
/// From this height on the clock is repeated below the rows.
const TALL: f64 = 620.0;

pub(super) fn draw(sheet: &mut Sheet<'_>, plan: &IncidentPlan<'_>, most: Option<usize>) {
    let outage = plan.outage.as_ref();
    let mut groups = groups::groups(plan, most);
    let columns = columns(sheet, &groups);
    let top = finding::draw(sheet, plan, &groups) + 14.0;
    let ends = (columns.left, columns.right);
    let track = Track::new(sheet, plan, points(plan, &groups), ends);
    let begun = sheet.scene.shapes.len();
    let (clock, body) = track::head(sheet, plan, &track, top);
    let body = body + 6.0;
    allot_lines(sheet, &mut groups, &columns, body, most.is_none());
    let unknown = outage.and_then(|outage| Some((outage.from, outage.noticed?)));
    let mut y = body;
    let mut blocks = Vec::new();
    let mut unnoticed_to = body;
    for group in &groups {
        let from = y;
        y = heading(sheet, group, &track, &columns, y + INSET);
        for row in &group.rows {
            y = rows::draw(sheet, (row, group.phase), &track, &columns, y);
            if unknown.is_some_and(|(start, end)| start <= row.row.from && row.row.from < end) {
                unnoticed_to = y;
            }
        }
        y += INSET - 3.0;
        blocks.push((group.phase, from, y));
        y += BETWEEN;
    }
    let bottom = y - BETWEEN;
    y = bottom;
    if bottom - body > TALL {
        let line = leading(sheet.style.font.label);
        track.labels(sheet, bottom + 4.0 + line / 2.0);
        y += 4.0 + line;
    }
    let unknown = unknown.map(|(from, to)| {
        let (from, to) = (track.x(from), track.x(to));
        Area::new(from, body - 2.0, (to - from).max(1.0), unnoticed_to - body)
    });
    behind(sheet, begun, |sheet, texts| {
        grounds(sheet, &blocks, &track, (body, bottom));
        if let Some(area) = unknown.filter(|area| area.h > 0.0) {
            let colour = sheet.theme.background.towards(sheet.theme.unnoticed, 0.2);
            sheet.next(None);
            sheet.ground(area, 0.0, colour);
        }
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

/// The pale tint and the spine of each group, and the columns of time that the axis leaves out.
fn grounds(
    sheet: &mut Sheet<'_>,
    blocks: &[(Option<Phase>, f64, f64)],
    track: &Track,
    (top, bottom): (f64, f64),
) {
    let wide = sheet.scene.width - 2.0 * MARGIN;
    for (phase, from, to) in blocks {
        sheet.next(None);
        let colours = colours(sheet, *phase);
        if phase.is_some() {
            let area = Area::new(MARGIN, *from, wide, to - from);
            band(sheet, area, &colours);
        }
    }
    for fold in &track.axis.folds {
        sheet.next(None);
        let area = Area::new(
            track.left + fold.left,
            top,
            fold.right - fold.left,
            bottom - top,
        );
        let colour = sheet.theme.background.towards(sheet.theme.line, 0.18);
        sheet.ground(area, 0.0, colour);
    }
    for (phase, from, to) in blocks {
        sheet.next(None);
        let colours = colours(sheet, *phase);
        let spine = Area::new(MARGIN, *from, SPINE, to - from);
        sheet.bar(spine, 2.0, Paint::fill(colours.bar));
    }
}

/// The tint of a group; in a technical drawing a thin line around it, so that the grid shows.
fn band(sheet: &mut Sheet<'_>, area: Area, colours: &PhaseColours) {
    if sheet.style.pen.kind != PenKind::Draft {
        sheet.ground(area, 3.0, colours.band);
        return;
    }
    let owner = sheet.next(None);
    let colour = sheet.theme.background.towards(colours.bar, 0.45);
    let form = Form::Rect {
        area,
        radius: 0.0,
        paint: Paint::line(colour, 1.0),
    };
    sheet.scene.put(Role::Ground, owner, None, form);
}

/// The colours of a phase; neutral where the report does not say which it is.
fn colours(sheet: &Sheet<'_>, phase: Option<Phase>) -> PhaseColours {
    phase.map_or_else(
        || sheet.theme.neutral(),
        |phase| sheet.theme.of(phase).clone(),
    )
}

/// Name and length of a group with a bar over it; gives where its rows begin.
fn heading(
    sheet: &mut Sheet<'_>,
    group: &PhaseGroup,
    track: &Track,
    columns: &GanttColumns,
    top: f64,
) -> f64 {
    let more = match group.more {
        0 => None,
        1 => Some("1 more entry".to_string()),
        more => Some(format!("{more} more entries")),
    };
    let line = leading(sheet.style.font.text);
    let middle = top + line / 2.0;
    sheet.next(None);
    let mut x = columns.clock;
    let colours = colours(sheet, group.phase);
    if let Some(phase) = group.phase {
        let letter = sheet.body(true);
        x += sheet.text(
            x,
            middle + settle(letter),
            name(phase),
            letter,
            colours.figure,
        ) + 9.0;
    }
    let to = group.told;
    let measure = group.length.map(spoken);
    // A length is on its dimension line or beside the name.
    let on_line = measure
        .as_ref()
        .is_some_and(|measure| track.roomy(sheet, (group.from, to), measure).is_some());
    let parts = [measure.clone().filter(|_| !on_line), more];
    let told: Vec<String> = parts.into_iter().flatten().collect();
    if group.phase.is_none() && told.is_empty() {
        return top;
    }
    let (letter, quiet) = (sheet.label(false), sheet.theme.quiet);
    let room = columns.left - EDGE - x;
    let told = [told.join(" · "), told.first().cloned().unwrap_or_default()]
        .into_iter()
        .find(|text| sheet.fonts.width(text, letter) <= room)
        .unwrap_or_default();
    sheet.text(x, middle + settle(letter), &told, letter, quiet);
    if group.phase.is_some() && to > group.from {
        let paint = Paint::fill(colours.bar);
        let measure = measure.unwrap_or_default();
        track.measured(sheet, (group.from, to), middle, paint, &measure);
    }
    top + line + 4.0
}

fn columns(sheet: &Sheet<'_>, groups: &[PhaseGroup]) -> GanttColumns {
    let rows = || groups.iter().flat_map(|group| &group.rows);
    let (bold, small) = (sheet.body(true), sheet.label(false));
    let clocks = rows().map(|row| sheet.fonts.width(&row.row.clock, bold));
    let captions = rows()
        .filter_map(|row| row.row.caption.as_ref())
        .map(|caption| sheet.fonts.width(caption, small));
    let clock = MARGIN + SPINE + 10.0;
    let text = (clock + clocks.chain(captions).fold(0.0, f64::max) + 14.0).round();
    let right = sheet.scene.width - MARGIN - EDGE;
    let share = if sheet.scene.width < NARROW {
        NARROW_TRACK
    } else {
        TRACK
    };
    let left = (right - sheet.scene.width * share).round();
    GanttColumns {
        clock,
        text,
        room: left - EDGE - 4.0 - text,
        left,
        right,
    }
}

/// Every minute that the axis must hold.
fn points(plan: &IncidentPlan<'_>, groups: &[PhaseGroup]) -> Vec<f64> {
    let rows = groups.iter().flat_map(|group| &group.rows);
    let near = rows.filter(|row| row.aside.is_none());
    let mut points: Vec<f64> = near
        .flat_map(|row| {
            row.dots
                .iter()
                .copied()
                .chain(row.row.until)
                .collect::<Vec<f64>>()
        })
        .chain(
            plan.outage
                .iter()
                .flat_map(|outage| [outage.from, outage.to]),
        )
        .collect();
    // The outage may have been cut to the end of a group.
    points.extend(
        groups
            .iter()
            .filter(|group| group.to > group.from)
            .map(|group| group.to),
    );
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
    let (line, small) = (
        leading(sheet.style.font.text),
        leading(sheet.style.font.label),
    );
    let frames: f64 = groups
        .iter()
        .map(|group| match group.phase.is_none() && group.more == 0 {
            true => 2.0 * INSET - 3.0 + BETWEEN,
            false => line + 1.0 + 2.0 * INSET + BETWEEN,
        })
        .sum();
    let room = sheet.scene.width * TALLEST - body - frames - small - MARGIN;
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
        if !limited || (spare >= 0.0 && plain > 1) {
            return;
        }
    }
    // What room is left goes to the first rows that need another line.
    for row in rows {
        let short = tall(row);
        row.lines += 1;
        let taller = tall(row) - short;
        if taller <= spare {
            spare -= taller;
        } else {
            row.lines -= 1;
        }
    }
}
