//! The columns of the picture, and a measure in them: its mark, its text, who and by when.

use super::matrix::Matrix;
use super::plan::{ActionPlan, ActionRow, Beside, name};
use crate::draw::colour::Colour;
use crate::draw::font::Letter;
use crate::draw::incident::gantt::words::{fitted, unstopped};
use crate::draw::marks::Mark;
use crate::draw::scene::{Area, Form, Paint, Point, Role, Step};
use crate::draw::sheet::{MARGIN, Sheet, leading, settle};
use crate::draw::wrap::WrappedText;
use crate::incident::Subtask;

/// The radius of the mark before a measure, and of the smaller one before a part of it.
pub(super) const MARK: f64 = 6.5;
const PART_MARK: f64 = 4.5;
/// From a mark to its text.
const ASIDE: f64 = 12.0;
/// Between two columns.
const BETWEEN: f64 = 16.0;
/// Below a row.
const BELOW: f64 = 8.0;
/// The incident beside the texts takes this share of the width, a calendar that one,
const BESIDE: f64 = 0.31;
const DAYS_BESIDE: f64 = 0.34;
/// on a picture of at least this width; on a narrower one the texts need all of it.
const NARROWEST: f64 = 620.0;
/// Owner and day get columns of their own if that leaves a text this much room.
const TEXT: f64 = 240.0;
/// The widest column of owners.
const WIDEST: f64 = 124.0;
/// The lines of a measure with and without a name in bold; the whole of it is in the description.
const MOST_LINES: usize = 3;
const MOST_BELOW_LEAD: usize = 2;
const MOST_PARTS: usize = 4;

/// Where the columns stand.
pub(super) struct ActionColumns {
    pub(super) text: f64,
    room: f64,
    /// The right end of the texts and the short columns.
    pub(super) end: f64,
    pub(super) columns: Vec<Column>,
    /// The ends of the columns beside the texts.
    pub(super) beside: Option<(f64, f64)>,
    /// True if owner and day are below the text instead.
    stacked: bool,
    /// True if the days are in the calendar.
    dated: bool,
}

/// A column of short texts.
pub(super) struct Column {
    pub(super) name: &'static str,
    pub(super) x: f64,
    room: f64,
    tells: Tells,
}

type Tells = for<'r> fn(&'r ActionRow<'_>) -> Option<&'r str>;

fn owner<'r>(row: &'r ActionRow<'_>) -> Option<&'r str> {
    row.owner
}

fn due<'r>(row: &'r ActionRow<'_>) -> Option<&'r str> {
    row.due.as_deref()
}

fn kind<'r>(row: &'r ActionRow<'_>) -> Option<&'r str> {
    row.category.map(name)
}

impl ActionColumns {
    pub(super) fn new(sheet: &Sheet<'_>, plan: &ActionPlan<'_>) -> ActionColumns {
        let marks = if plan.boxes { 2.0 * MARK + ASIDE } else { 0.0 };
        let text = MARGIN + marks;
        let right = sheet.scene.width - MARGIN;
        let wide = match plan.beside {
            Beside::Incident(_) => Some(sheet.scene.width * BESIDE),
            Beside::Days(_) => Some(sheet.scene.width * DAYS_BESIDE),
            Beside::Nothing => Matrix::width(plan),
        };
        let wide = wide.filter(|_| sheet.scene.width >= NARROWEST);
        let beside = wide.map(|wide| ((right - wide).round(), right));
        let end = beside.map_or(right, |(left, _)| left - BETWEEN);
        // On a calendar the day is at the end of its bar.
        let dated = !matches!(plan.beside, Beside::Days(_)) || beside.is_none();
        // Beside the incident a kind stands in its bar.
        let told = beside.is_some() && matches!(plan.beside, Beside::Incident(_));
        // A column that says nothing of most measures takes more room than it is worth.
        let told_of = plan.rows().filter(|row| row.category.is_some()).count();
        let worth = told_of * 2 >= plan.rows().count() && plan.mostly.is_none();
        let tagged = plan.tagged && !told && worth;
        let tells: [(bool, &'static str, Tells); 3] =
            [(true, "Owner", owner), (dated, "Due", due), (tagged, "For", kind)];
        let columns = |with: &[usize]| {
            let mut x = end;
            let mut columns: Vec<Column> = Vec::new();
            for (shown, name, tells) in with.iter().rev().map(|at| tells[*at]) {
                let room = widest(sheet, plan, name, tells).min(WIDEST);
                if shown && plan.rows().any(|row| tells(row).is_some()) {
                    x -= room;
                    columns.push(Column { name, x, room, tells });
                    x -= BETWEEN;
                }
            }
            columns.reverse();
            (columns, x)
        };
        let (all, left) = columns(&[0, 1, 2]);
        let stacked = left - text < TEXT;
        let (columns, left) = match stacked {
            true => columns(&[2]),
            false => (all, left),
        };
        ActionColumns { text, room: left - text, end, columns, beside, stacked, dated: !dated }
    }

    /// The names of the columns around a middle.
    pub(super) fn captions(&self, sheet: &mut Sheet<'_>, middle: f64) {
        let (letter, quiet) = (sheet.label(true), sheet.theme.quiet);
        for column in &self.columns {
            sheet.next(None);
            sheet.text(column.x, middle + settle(letter), column.name, letter, quiet);
        }
    }
}

fn widest(sheet: &Sheet<'_>, plan: &ActionPlan<'_>, name: &str, tells: Tells) -> f64 {
    let letter = sheet.label(false);
    let head = sheet.fonts.width(name, sheet.label(true));
    let told = plan.rows().filter_map(tells);
    told.map(|text| sheet.fonts.width(text, letter).ceil()).fold(head.ceil(), f64::max)
}

/// Draws a measure from `top`; gives its lower end.
pub(super) fn draw(
    sheet: &mut Sheet<'_>,
    plan: &ActionPlan<'_>,
    row: &ActionRow<'_>,
    columns: &ActionColumns,
    top: f64,
) -> f64 {
    sheet.next(Some(row.span));
    let line = leading(sheet.style.font.text);
    let middle = top + line / 2.0;
    if plan.boxes {
        mark(sheet, Point::new(MARGIN + MARK, middle), MARK, row.done);
    }
    let mut y = text(sheet, row, columns, top);
    let facts = columns.stacked.then(|| facts(row, columns.dated));
    for words in [facts, row.state.map(str::to_string)] {
        let words = sheet.legible(&words.unwrap_or_default(), Some(row.span));
        let block = fitted(sheet, &words, sheet.label(false), columns.room, 2);
        y = sheet.block(columns.text, y, &block, sheet.theme.quiet);
    }
    y = parts(sheet, row, columns, y);
    let mut bottom = y;
    for column in &columns.columns {
        bottom = bottom.max(cell(sheet, row, column, top));
    }
    bottom + BELOW
}

/// A hairline above a row, which parts it from the one before.
pub(super) fn parted(sheet: &mut Sheet<'_>, (left, right): (f64, f64), top: f64) {
    let owner = sheet.next(None);
    let y = (top - BELOW / 2.0).round() + 0.5;
    let steps = [Step::Move(Point::new(left, y)), Step::Line(Point::new(right, y))];
    let form = Form::Path { steps: steps.to_vec(), paint: Paint::line(sheet.theme.shade, 1.0) };
    sheet.scene.put(Role::Ground, owner, None, form);
}

/// The task itself, its bold words above the rest; gives its lower end.
fn text(sheet: &mut Sheet<'_>, row: &ActionRow<'_>, columns: &ActionColumns, top: f64) -> f64 {
    let span = Some(row.span);
    let (lead, rest) =
        (sheet.legible(row.lead.unwrap_or_default(), span), sheet.legible(&row.text, span));
    let (ink, quiet) = (sheet.theme.ink, sheet.theme.quiet);
    if lead.trim().is_empty() {
        let rest = match rest.trim() {
            "" => "(no letters that the fonts have)",
            rest => rest,
        };
        let block = fitted(sheet, rest, sheet.body(false), columns.room, MOST_LINES);
        return sheet.block(columns.text, top, &block, ink);
    }
    let block = fitted(sheet, &lead, sheet.body(true), columns.room, 2);
    let y = sheet.block(columns.text, top, &block, ink);
    let block = fitted(sheet, &rest, sheet.label(false), columns.room, MOST_BELOW_LEAD);
    sheet.block(columns.text, y, &block, quiet)
}

/// "SRE · due 14 Nov", without the day if that is shown elsewhere.
fn facts(row: &ActionRow<'_>, dated: bool) -> String {
    if dated {
        return row.owner.unwrap_or_default().to_string();
    }
    let due = row.due.as_ref().map(|due| match due.starts_with("done") {
        true => due.clone(),
        false => format!("due {due}"),
    });
    let late = row.overdue.then(|| "overdue".to_string());
    let told = [row.owner.map(str::to_string), due, late];
    told.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// One cell of a row; gives its lower end.
fn cell(sheet: &mut Sheet<'_>, row: &ActionRow<'_>, column: &Column, top: f64) -> f64 {
    let told = (column.tells)(row).unwrap_or_default().to_string();
    let late = column.name == "Due" && row.overdue;
    let told = if late { format!("{told} overdue") } else { told };
    let told = sheet.legible(&told, Some(row.span));
    let (letter, line) = (sheet.label(false), leading(sheet.style.font.text));
    let colour = if late { sheet.theme.cross } else { sheet.theme.quiet };
    let block: WrappedText = fitted(sheet, &told, letter, column.room, 2);
    // On the baseline of the text beside it.
    let down = line / 2.0 + settle(sheet.body(false)) - leading(letter.size) / 2.0 - settle(letter);
    sheet.block(column.x, top + down, &block, colour)
}

/// Draws the parts that a measure consists of, the first of many; gives the lower end.
fn parts(sheet: &mut Sheet<'_>, row: &ActionRow<'_>, columns: &ActionColumns, top: f64) -> f64 {
    let most = match row.parts.len() > MOST_PARTS {
        true => MOST_PARTS - 1,
        false => MOST_PARTS,
    };
    let letter = sheet.label(false);
    let left = columns.text + 2.0 * PART_MARK + 8.0;
    let room = columns.room - (left - columns.text);
    let mut y = top;
    for Subtask { text, done } in row.parts.iter().take(most) {
        let text = sheet.legible(unstopped(text), Some(row.span));
        let block = fitted(sheet, &text, letter, room, 2);
        let place = Point::new(columns.text + PART_MARK, y + leading(letter.size) / 2.0);
        if !block.lines.is_empty() {
            mark(sheet, place, PART_MARK, *done);
        }
        y = sheet.block(left, y, &block, sheet.theme.quiet);
    }
    let more = row.parts.len().saturating_sub(most);
    if more > 0 {
        let words = format!("and {more} more");
        more_below(sheet, &words, letter, left, y)
    } else {
        y
    }
}

/// Writes how many more measures there are; gives the lower end.
pub(super) fn more(sheet: &mut Sheet<'_>, columns: &ActionColumns, more: usize, top: f64) -> f64 {
    if more == 0 {
        return top;
    }
    sheet.next(None);
    let letter = sheet.label(false);
    more_below(sheet, &format!("and {more} more"), letter, columns.text, top) + BELOW
}

fn more_below(sheet: &mut Sheet<'_>, words: &str, letter: Letter, x: f64, top: f64) -> f64 {
    let line = leading(letter.size);
    sheet.text(x, top + line / 2.0 + settle(letter), words, letter, sheet.theme.quiet);
    top + line
}

/// Full with a tick for what is done, a ring for what is open, a dot where nobody tells.
pub(super) fn mark(sheet: &mut Sheet<'_>, middle: Point, radius: f64, done: Option<bool>) {
    let colour = sheet.theme.quiet;
    match done {
        Some(true) => {
            disc(sheet, middle, radius, Paint::fill(colour));
            let scale = radius / 9.0;
            let tick = Mark::Tick.lines(Point::default());
            let tick = tick.iter().map(|step| step.scaled(scale, middle)).collect();
            let line = Paint::line(sheet.theme.background, 1.6);
            sheet.path(tick, line);
        }
        Some(false) => disc(sheet, middle, radius - 0.75, Paint::line(colour, 1.5)),
        None => disc(sheet, middle, radius * 0.5, Paint::fill(colour)),
    }
}

/// A round mark, square in a style with corners.
pub(super) fn disc(sheet: &mut Sheet<'_>, middle: Point, radius: f64, paint: Paint) {
    let area = Area::new(middle.x - radius, middle.y - radius, 2.0 * radius, 2.0 * radius);
    let round = if sheet.style.shape.bar < 3.0 { 0.0 } else { radius };
    sheet.bar(area, round, paint);
}

/// The colour of what no measure is for, and of what is late.
pub(super) fn alarming(sheet: &Sheet<'_>) -> Colour {
    sheet.theme.cross
}
