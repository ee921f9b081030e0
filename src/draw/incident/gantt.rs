//! The layout with a row an event: the clock at the left, a bar along the axis, the text beside it.

use super::foot;
use super::head;
use super::plan::{Plan, Row};
use crate::draw::axis::Axis;
use crate::draw::marks::Mark;
use crate::draw::scene::{Area, Paint, Point, Step, Stroke};
use crate::draw::sheet::{GAP, MARGIN, Sheet, leading, settle};
use crate::draw::wrap::Block;

/// A bar's height, and the diameter of what has no length.
const BAR: f64 = 18.0;
/// The end of it all is a little larger.
const END_DOT: f64 = 22.0;
/// Between a bar and its text.
const ASIDE: f64 = 10.0;
/// An entry takes at most so many lines; the whole of it is in the description.
const MOST_LINES: usize = 4;
/// The text beside a bar is never narrower than this.
const NARROW: f64 = 150.0;

/// Where a row's text stands.
enum Place {
    /// Beside the bar, its left end there.
    Beside(f64),
    /// Below the bar.
    Below(f64),
}

/// A row whose height is known.
struct Laid {
    bar: Area,
    text: Block,
    place: Place,
    height: f64,
}

pub(super) fn draw(sheet: &mut Sheet<'_>, plan: &Plan<'_>) {
    let mut y = head::head(sheet, plan);
    let left = column(sheet, plan);
    let axis = head::axis(sheet, plan, left);

    head::label(sheet, y + 15.0, "Phase");
    let named = head::ribbon(sheet, plan, &axis, left, y, 30.0);
    y += 30.0 + 4.0;

    let texts: Vec<String> = plan
        .rows
        .iter()
        .map(|row| sheet.legible(&row.text, Some(row.span)))
        .collect();
    let pitch = pitch(plan.rows.len());
    let laid: Vec<Laid> = plan
        .rows
        .iter()
        .zip(&texts)
        .map(|(row, text)| lay(sheet, row, text, &axis, left, pitch))
        .collect();
    let high: f64 = laid.iter().map(|laid| laid.height).sum::<f64>();
    head::clock(sheet, plan, &axis, left, y, high);
    y += head::clock_height(sheet, &axis);
    for (row, laid) in plan.rows.iter().zip(&laid) {
        place(sheet, row, laid, &axis, left, y);
        y += laid.height;
    }
    let bottom = foot::foot(sheet, plan, &axis, left, y + 18.0, &named);
    sheet.scene.height = (bottom + MARGIN - 8.0).ceil();
}

/// The left end of the axis: beyond the widest clock and label.
pub(super) fn column(sheet: &Sheet<'_>, plan: &Plan<'_>) -> f64 {
    let (clock, small, label) = (sheet.body(true), sheet.label(false), sheet.label(true));
    let clocks = plan
        .rows
        .iter()
        .map(|row| sheet.fonts.width(&row.clock, clock));
    let captions = plan
        .rows
        .iter()
        .flat_map(|row| &row.caption)
        .map(|caption| sheet.fonts.width(caption, small));
    let labels = ["Phase", "Impact", "Cause"]
        .into_iter()
        .map(|text| sheet.fonts.width(text, label));
    let widest = clocks.chain(captions).chain(labels).fold(0.0, f64::max) + 22.0;
    // The label of a tick at the very beginning reaches out to the left, towards the zone.
    let zone = sheet.fonts.width(&plan.zone, label)
        + 8.0
        + sheet.fonts.width("00:00:00", sheet.label(false)) / 2.0;
    (MARGIN + widest.max(zone)).max(96.0)
}

/// Few rows stand apart, many close up.
fn pitch(rows: usize) -> f64 {
    match rows {
        0..=14 => 46.0,
        15..=30 => 40.0,
        _ => 34.0,
    }
}

fn lay(sheet: &Sheet<'_>, row: &Row, text: &str, axis: &Axis, left: f64, pitch: f64) -> Laid {
    let bar = bar(row, axis, left);
    let words = sheet.words(
        if text.is_empty() {
            "(no letters that the fonts have)"
        } else {
            text
        },
        sheet.body(false),
    );
    let right_edge = sheet.scene.width - MARGIN;
    let after = right_edge - bar.right() - ASIDE;
    let before = bar.x - ASIDE - left - 6.0;
    let line = leading(sheet.style.font.text);
    let lines = |room: f64| {
        if room < NARROW && words.width() > room {
            usize::MAX
        } else {
            words.count(room)
        }
    };
    let (right, before_lines) = (lines(after), lines(before));
    let beside = right.min(before_lines);
    let below = words.count(right_edge - left - 6.0).min(MOST_LINES);
    // Beside keeps text and bar together; below is for what would be cut there.
    if beside > below.max(MOST_LINES) {
        let block = words.block(right_edge - left - 6.0, MOST_LINES);
        let x = (bar.x).min(right_edge - block.width).max(left + 6.0);
        let height = BAR + 6.0 + line * block.lines.len() as f64 + (pitch - 34.0).max(8.0);
        return Laid {
            bar,
            text: block,
            place: Place::Below(x),
            height,
        };
    }
    // Where one side needs fewer lines it wins; else the roomier one.
    let on_right =
        right < before_lines || (right == before_lines && (after >= before || right == 1));
    let block = words.block(if on_right { after } else { before }, MOST_LINES);
    let x = if on_right {
        bar.right() + ASIDE
    } else {
        bar.x - ASIDE - block.width
    };
    let least = if row.caption.is_some() {
        pitch.max(44.0)
    } else {
        pitch
    };
    let height = least.max(line * block.lines.len() as f64 + 10.0);
    Laid {
        bar,
        text: block,
        place: Place::Beside(x),
        height,
    }
}

/// Where a row's bar lies, still at height zero. What has no length, or next to none, is a dot.
fn bar(row: &Row, axis: &Axis, left: f64) -> Area {
    let (from, to) = (left + axis.x(row.from), left + axis.x(row.to));
    let ends = row.mark == Some(Mark::Tick) && row.to <= row.from;
    let size = if ends { END_DOT } else { BAR };
    // A hair of ground parts a bar from the next one.
    let wide = to - from - 2.0;
    if wide >= BAR {
        return Area::new(from, 0.0, wide, BAR);
    }
    let middle = if row.to <= row.from {
        from
    } else {
        (from + to) / 2.0
    };
    Area::new(middle - size / 2.0, 0.0, size, size)
}

fn place(sheet: &mut Sheet<'_>, row: &Row, laid: &Laid, axis: &Axis, left: f64, top: f64) {
    sheet.next(Some(row.span));
    let line = leading(sheet.style.font.text);
    let block = line * laid.text.lines.len() as f64;
    let middle = match laid.place {
        Place::Beside(_) => top + laid.height / 2.0,
        Place::Below(_) => top + (laid.height - block - 4.0) / 2.0,
    };
    let area = Area {
        y: middle - laid.bar.h / 2.0,
        ..laid.bar
    };
    bar_with_mark(sheet, row, area);
    let marked = row.mark.map(|_| area.centre().x);
    for fold in &axis.folds {
        broken(sheet, area, left + (fold.left + fold.right) / 2.0, marked);
    }
    let ink = sheet.theme.ink;
    match laid.place {
        Place::Beside(x) => sheet.block(x, middle - block / 2.0, &laid.text, ink),
        Place::Below(x) => sheet.block(x, middle + BAR / 2.0 + 3.0, &laid.text, ink),
    };
    let (letter, small, quiet) = (sheet.body(true), sheet.label(false), sheet.theme.quiet);
    let lift = if row.caption.is_some() {
        leading(small.size) / 2.0
    } else {
        0.0
    };
    sheet.text(
        MARGIN,
        middle - lift + settle(letter),
        &row.clock,
        letter,
        ink,
    );
    if let Some(caption) = &row.caption {
        sheet.text(
            MARGIN,
            middle + line / 2.0 + settle(small) + 1.0,
            caption,
            small,
            quiet,
        );
    }
}

/// A bar is broken where the axis is, as far as it has room beside its mark.
fn broken(sheet: &mut Sheet<'_>, bar: Area, x: f64, marked: Option<f64>) {
    let inside = bar.x + 12.0 <= x && x <= bar.right() - 12.0;
    if !inside || marked.is_some_and(|middle| (middle - x).abs() < 18.0) {
        return;
    }
    for side in [-3.0, 3.0] {
        let slash = vec![
            Step::Move(Point::new(x + side - 3.5, bar.bottom() + 0.5)),
            Step::Line(Point::new(x + side + 3.5, bar.y - 0.5)),
        ];
        sheet.path(slash, Paint::line(sheet.theme.background, 2.2));
    }
}

/// A bar in its phase's colour, its mark in the middle; a false lead's is pale and dashed.
pub(super) fn bar_with_mark(sheet: &mut Sheet<'_>, row: &Row, area: Area) {
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
        let stroke = Stroke {
            colour: colours.bar,
            width: 1.5,
            dash: Some(4.0),
        };
        let inside = Area::new(area.x + 0.75, area.y + 0.75, area.w - 1.5, area.h - 1.5);
        sheet.bar(
            inside,
            radius,
            Paint {
                fill: Some(colours.pale),
                stroke: Some(stroke),
            },
        );
    } else {
        sheet.bar(area, radius, Paint::fill(colours.bar));
    }
    if let Some(mark) = row.mark {
        let colour = if mark == Mark::Cross {
            sheet.theme.cross
        } else {
            colours.on_bar
        };
        sheet.path(
            mark.lines(area.centre()),
            Paint::line(colour, if mark == Mark::Cross { 2.6 } else { 2.0 }),
        );
    }
}

/// The gap that layouts leave above their foot.
pub(super) const ABOVE_FOOT: f64 = GAP + 6.0;

/// The middle of a mark in the key.
pub(super) fn key_mark(sheet: &mut Sheet<'_>, mark: Mark, middle: Point) {
    let colour = if mark == Mark::Cross {
        sheet.theme.cross
    } else {
        sheet.theme.quiet
    };
    sheet.path(mark.lines(middle), Paint::line(colour, 1.8));
}
