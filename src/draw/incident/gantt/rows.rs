//! A row: the clock, the text, and its dot or bar in the track with the word beside it.

use super::aside::Aside;
use super::columns::GanttColumns;
use super::detours::Detour;
use super::groups::{GroupRow, PhaseGroup};
use super::headings;
use super::signs::MarkLabel;
use super::track::{self, Track};
use super::words::{fitted, rowed};
use crate::draw::marks::Mark;
use crate::draw::scene::{Area, Paint, Point, Step};
use crate::draw::sheet::{MARGIN, Sheet, leading, settle};
use crate::draw::style::PhaseColours;
use crate::draw::wrap::WrappedText;
use crate::incident::Phase;

/// A track so wide has room for a word at one side of any dot.
const TWO_WORDS: f64 = 230.0;
/// Between two rows, and below a line that says how many were left out.
const BETWEEN: f64 = 6.0;
const NOTE: f64 = 3.0;
const DOT: f64 = 5.0;
const WEIGHTY_DOT: f64 = 7.0;

fn block(sheet: &Sheet<'_>, row: &GroupRow, text: &str, columns: &GanttColumns) -> WrappedText {
    let text = match (text.is_empty(), row.row.text.is_empty()) {
        (true, true) => "(nothing but a time)",
        (true, false) => "(no letters that the fonts have)",
        _ => text,
    };
    let text = (text, row.mark_words());
    rowed(sheet, text, sheet.body(false), columns.room, row.lines)
}

/// True if a row does not show all of its text.
pub(super) fn is_cut(sheet: &Sheet<'_>, row: &GroupRow, columns: &GanttColumns) -> bool {
    let lines = sheet.words(&row.text, sheet.body(false)).count(columns.room);
    lines > row.lines + 1
}

/// The height of a row, its detour counted in.
pub(super) fn height(sheet: &Sheet<'_>, row: &GroupRow, columns: &GanttColumns) -> f64 {
    let count = block(sheet, row, &row.text, columns).lines.len();
    let detour = row.detour.as_ref().map_or(0.0, |_| leading(sheet.style.font.label) + 4.0);
    let notes = [row.left_out.before, row.left_out.after];
    let notes = notes.into_iter().filter(|count| *count > 0).count();
    let notes = notes as f64 * (leading(sheet.style.font.label) + NOTE);
    tall(sheet, row, columns, count) + detour + notes
}

/// "3 more entries".
pub(super) fn more(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some("1 more entry".to_string()),
        count => Some(format!("{count} more entries")),
    }
}

/// Says how many entries were left out here; gives its lower end.
fn left_out(sheet: &mut Sheet<'_>, count: usize, columns: &GanttColumns, top: f64) -> f64 {
    let Some(told) = more(count) else {
        return top;
    };
    sheet.next(None);
    let (letter, quiet) = (sheet.label(false), sheet.theme.quiet);
    let line = leading(letter.size);
    let baseline = top + line / 2.0 - 1.0 + settle(letter);
    sheet.text(columns.text, baseline, &told, letter, quiet);
    top + line + NOTE
}

fn tall(sheet: &Sheet<'_>, row: &GroupRow, columns: &GanttColumns, lines: usize) -> f64 {
    let line = leading(sheet.style.font.text);
    let text = line * lines as f64;
    let two = line + leading(sheet.style.font.label);
    // In a narrow track a word may find room below its dot only.
    let below =
        row.sign.is_some() && (row.row.until.is_some() || columns.right - columns.left < TWO_WORDS);
    let needs_two = row.row.caption.is_some() || below;
    text.max(if needs_two { two } else { line }) + BETWEEN
}

/// Draws a row from `top`; gives its lower end.
pub(super) fn draw(
    sheet: &mut Sheet<'_>,
    (row, group): (&GroupRow, &PhaseGroup),
    track: &Track,
    columns: &GanttColumns,
    top: f64,
) -> f64 {
    let top = left_out(sheet, row.left_out.before, columns, top);
    sheet.next(Some(row.row.span));
    let text = sheet.legible(&row.text, Some(row.row.span));
    let block = block(sheet, row, &text, columns);
    let line = leading(sheet.style.font.text);
    let middle = top + line / 2.0;
    let (bold, small, ink) = (sheet.body(true), sheet.label(false), sheet.theme.ink);
    sheet.text(columns.clock, middle + settle(bold), &row.row.clock, bold, ink);
    sheet.block(columns.text, top, &block, ink);
    if let Some(caption) = &row.row.caption {
        let below = top + line + leading(small.size) / 2.0 - 1.0;
        sheet.text(columns.clock, below + settle(small), caption, small, sheet.theme.quiet);
    }
    match &row.aside {
        Some(aside) => beyond(sheet, aside, track, columns, middle),
        None => points(sheet, row, group, track, middle),
    }
    let bottom = top + tall(sheet, row, columns, block.lines.len());
    let bottom = match &row.detour {
        Some(detour) => draw_detour(sheet, detour, track, columns, bottom - 2.0),
        None => bottom,
    };
    left_out(sheet, row.left_out.after, columns, bottom)
}

/// Rows beyond the axis are described in words at its end.
fn beyond(
    sheet: &mut Sheet<'_>,
    aside: &Aside,
    track: &Track,
    columns: &GanttColumns,
    middle: f64,
) {
    let (letter, quiet) = (sheet.label(false), sheet.theme.quiet);
    let (text, x) = match aside {
        Aside::Before(text) => (text, track.left - 4.0),
        Aside::After(text) => (text, columns.right + 4.0 - sheet.fonts.width(text, letter)),
    };
    sheet.text(x, middle + settle(letter), text, letter, quiet);
}

/// The dots of a row, or the bar of its own range, and its word.
fn points(sheet: &mut Sheet<'_>, row: &GroupRow, group: &PhaseGroup, track: &Track, middle: f64) {
    // The name of the group says what the colour means: a row that only stands among its rows has
    // none.
    let own = row.phase == group.phase && row.row.certain;
    let colours = match own || group.phase.is_none() {
        true => headings::colours(sheet, group),
        false => sheet.theme.neutral(),
    };
    let radius = match row.sign {
        Some(sign) if sign.weighty() => WEIGHTY_DOT,
        _ => DOT,
    };
    let long = row.row.until.filter(|until| track.x(*until) - track.x(row.row.from) > 2.0 * DOT);
    let covered = match long {
        Some(until) => {
            let paint = Paint::fill(colours.bar);
            track.bar(sheet, (row.row.from, until), middle, paint)
        }
        None => dots(sheet, row, track, &colours, (middle, radius)),
    };
    if let Some(sign) = row.sign.filter(|sign| !says_again(*sign, group)) {
        word(sheet, sign, &colours, covered, track);
    }
}

fn dots(
    sheet: &mut Sheet<'_>,
    row: &GroupRow,
    track: &Track,
    colours: &PhaseColours,
    (middle, radius): (f64, f64),
) -> Area {
    let mut xs: Vec<f64> = row.dots.iter().map(|minute| track.x(*minute)).collect();
    xs.dedup_by(|one, two| (*one - *two).abs() < 1.0);
    for x in &xs {
        dot(sheet, row.sign, Point::new(*x, middle), radius, colours);
    }
    let (first, last) = (xs.first().copied().unwrap_or(0.0), xs.last().copied().unwrap_or(0.0));
    Area::new(first - radius, middle - radius, last - first + 2.0 * radius, 2.0 * radius)
}

/// True for the word beside the only row of a group whose name says the same.
fn says_again(sign: MarkLabel, group: &PhaseGroup) -> bool {
    let named = match sign {
        MarkLabel::Detected => Phase::Detection,
        MarkLabel::Escalated => Phase::Escalation,
        _ => return false,
    };
    group.rows.len() == 1 && group.more == 0 && group.phase == Some(named)
}

/// A dot; hollow for a guess, crossed for what led nowhere.
fn dot(
    sheet: &mut Sheet<'_>,
    sign: Option<MarkLabel>,
    middle: Point,
    radius: f64,
    colours: &PhaseColours,
) {
    let failed = sign.is_some_and(MarkLabel::failed);
    let hollow = failed || sign == Some(MarkLabel::Guess);
    let colour = if failed { sheet.theme.cross } else { colours.bar };
    let inset = if hollow { 0.75 } else { 0.0 };
    let size = 2.0 * (radius - inset);
    let area = Area::new(middle.x - size / 2.0, middle.y - size / 2.0, size, size);
    let paint = match hollow {
        true => Paint { fill: Some(sheet.theme.background), ..Paint::line(colour, 1.5) },
        false => Paint::fill(colour),
    };
    sheet.bar(area, rounded(sheet, size / 2.0), paint);
    if failed {
        let cross = Mark::Cross.lines(Point::new(0.0, 0.0));
        let cross = cross.iter().map(|step| step.scaled(0.45, middle)).collect();
        sheet.path(cross, Paint::line(colour, 1.5));
    }
}

/// The roundness of a dot: a style with corners has square ones.
fn rounded(sheet: &Sheet<'_>, radius: f64) -> f64 {
    match sheet.style.shape.bar < 3.0 {
        true => 0.0,
        false => radius,
    }
}

/// The word beside a dot or a bar: at its right, else at its left, else below it.
fn word(sheet: &mut Sheet<'_>, sign: MarkLabel, colours: &PhaseColours, by: Area, track: &Track) {
    let letter = sheet.label(true);
    let colour = if sign.failed() { sheet.theme.cross } else { colours.figure };
    let wide = sheet.fonts.width(sign.word(), letter);
    let middle = by.centre().y;
    let right = sheet.scene.width - MARGIN - 4.0;
    let (x, y) = if by.right() + 6.0 + wide <= right {
        (by.right() + 6.0, middle)
    } else if by.x - 6.0 - wide >= track.left - 8.0 {
        (by.x - 6.0 - wide, middle)
    } else {
        let below = leading(sheet.style.font.text);
        (by.x.min(right - wide), middle + below - 1.0)
    };
    sheet.text(x, y + settle(letter), sign.word(), letter, colour);
}

/// The way from a guess to its refutation, dashed, and how long it was.
fn draw_detour(
    sheet: &mut Sheet<'_>,
    detour: &Detour,
    track: &Track,
    columns: &GanttColumns,
    top: f64,
) -> f64 {
    sheet.next(None);
    let letter = sheet.label(false);
    let line = leading(letter.size);
    let (middle, colour) = (top + line / 2.0, sheet.theme.cross);
    let block = fitted(sheet, &detour.words, letter, columns.room, 1);
    sheet.block(columns.text, top, &block, colour);
    let (from, to) = (track.x(detour.from), track.x(detour.to));
    track::dashes(sheet, colour, (from, to), middle);
    let ends = [from, to].into_iter().flat_map(|x| {
        [Step::Move(Point::new(x, middle - 4.0)), Step::Line(Point::new(x, middle + 4.0))]
    });
    sheet.path(ends.collect(), Paint::line(colour, 1.5));
    top + line + 6.0
}
