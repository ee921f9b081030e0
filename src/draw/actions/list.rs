//! The measures one below the other: box, text, who and when, and what each consists of.

use super::above_group;
use super::calendar::{Columns, Row};
use super::plan::{Group, Item, Plan, colours, name};
use crate::draw::font::Letter;
use crate::draw::marks::Mark;
use crate::draw::scene::{Area, Paint, Point};
use crate::draw::sheet::{GAP, MARGIN, Sheet, leading};
use crate::draw::style::PhaseColours;
use crate::draw::wrap::WrappedText;
use crate::incident::{Action, Subtask};

/// A tick box, and the smaller one of a part.
const BOX: f64 = 18.0;
const SMALL_BOX: f64 = 13.0;
/// From a box to its text.
const ASIDE: f64 = 12.0;
/// The dot before what has no box.
const DOT: f64 = 7.0;
/// A measure of a hundred words still has room; the whole of a longer one is in the description.
const MOST_LINES: usize = 14;
const MOST_PART_LINES: usize = 4;
const MOST_PARTS: usize = 12;

/// What was told of a measure, in lines that fit.
struct Laid<'a> {
    item: &'a Item<'a>,
    text: WrappedText,
    facts: WrappedText,
    parts: Vec<(Option<bool>, WrappedText)>,
    height: f64,
}

/// All groups from `top`; gives the lower end.
pub(super) fn list(sheet: &mut Sheet<'_>, plan: &Plan<'_>, top: f64) -> f64 {
    let columns = Columns::new(sheet, plan);
    let top = improvements(sheet, plan, top + GAP);
    let count: usize = plan.groups.iter().map(|group| group.items.len()).sum();
    let gap = if count > 16 { 10.0 } else { 15.0 };
    let laid: Vec<(&Group<'_>, Vec<Laid<'_>>)> = plan
        .groups
        .iter()
        .map(|group| {
            (
                group,
                group
                    .items
                    .iter()
                    .map(|item| lay(sheet, item, columns.text, lead(plan)))
                    .collect(),
            )
        })
        .collect();
    let head = leading(sheet.style.font.text) + 10.0;
    let group_height = |items: &[Laid<'_>]| {
        head + items.iter().map(|laid| laid.height).sum::<f64>() + gap * (items.len() as f64 - 1.0)
    };
    let high: f64 = laid
        .iter()
        .map(|(_, items)| group_height(items) + above_group(sheet))
        .sum::<f64>()
        - above_group(sheet);
    let mut y = columns.draw(sheet, plan, top, high);
    let mut rows = Vec::new();
    for (group, items) in &laid {
        sheet.next(None);
        let (letter, colours) = (
            sheet.body(true),
            sheet.theme.of(colours(group.category)).clone(),
        );
        let words = sheet
            .words(name(group.category), letter)
            .block(columns.text, 1);
        sheet.block(MARGIN, y, &words, colours.figure);
        y += head;
        for laid in items {
            rows.push(Row {
                item: laid.item,
                middle: y + leading(sheet.style.font.text) / 2.0,
                phase: super::colours(group.category),
            });
            place(sheet, plan, laid, &colours, y);
            y += laid.height + gap;
        }
        y += above_group(sheet) - gap;
    }
    columns.bars(sheet, plan, &rows, y - above_group(sheet))
}

/// What can be improved in general, on a card of its own; gives where the tasks begin.
fn improvements(sheet: &mut Sheet<'_>, plan: &Plan<'_>, top: f64) -> f64 {
    if plan.broad.is_empty() {
        return top + 4.0;
    }
    const PAD: f64 = 14.0;
    let (left, top) = (MARGIN + PAD, top + 4.0);
    let room = sheet.scene.width - MARGIN - PAD - left - DOT - ASIDE;
    let lines: Vec<(&Action, WrappedText)> = plan
        .broad
        .iter()
        .map(|action| (*action, wrapped(sheet, &action.task, action, room)))
        .collect();
    let line = leading(sheet.style.font.text);
    let high = PAD * 2.0 - 2.0
        + line
        + lines
            .iter()
            .map(|(_, block)| 6.0 + line * block.lines.len() as f64)
            .sum::<f64>();
    sheet.next(None);
    let shade = sheet.theme.of(crate::incident::Phase::Investigation).band;
    sheet.ground(
        Area::new(MARGIN, top, sheet.scene.width - 2.0 * MARGIN, high),
        sheet.style.shape.card,
        shade,
    );
    let words = sheet
        .words("To improve in general", sheet.body(true))
        .block(room, 1);
    let mut y = sheet.block(left, top + PAD - 1.0, &words, sheet.theme.ink);
    for (action, block) in lines {
        sheet.next(Some(action.span));
        y += 6.0;
        let colour = sheet.theme.of(colours(action.category)).bar;
        dot(sheet, Point::new(left + DOT / 2.0, y + line / 2.0), colour);
        y = sheet.block(left + DOT + ASIDE, y, &block, sheet.theme.ink);
    }
    top + high + GAP + 6.0
}

fn wrapped<'a>(sheet: &mut Sheet<'a>, text: &str, action: &Action, room: f64) -> WrappedText {
    let text = sheet.legible(text, Some(action.span));
    sheet
        .words(&text, sheet.body(false))
        .block(room, MOST_LINES)
}

fn dot(sheet: &mut Sheet<'_>, middle: Point, colour: crate::draw::colour::Colour) {
    let area = Area::new(middle.x - DOT / 2.0, middle.y - DOT / 2.0, DOT, DOT);
    sheet.bar(area, DOT / 2.0, Paint::fill(colour));
}

/// What stands before a text, with the gap between.
fn lead(plan: &Plan<'_>) -> f64 {
    ASIDE + if plan.boxes { BOX } else { DOT }
}

fn lay<'a>(sheet: &mut Sheet<'_>, item: &'a Item<'a>, room: f64, lead: f64) -> Laid<'a> {
    let room = room - lead;
    let text = sheet.legible(item.task, Some(item.span));
    let text = if text.trim().is_empty() {
        "(no letters that the fonts have)"
    } else {
        &text
    };
    let text = sheet.words(text, sheet.body(false)).block(room, MOST_LINES);
    let facts = sheet.legible(&item.facts, Some(item.span));
    let facts = sheet.words(&facts, sheet.label(false)).block(room, 3);
    let parts: Vec<(Option<bool>, WrappedText)> =
        parts(sheet, item, room - SMALL_BOX - ASIDE + 2.0);
    let (line, small) = (
        leading(sheet.style.font.text),
        leading(sheet.style.font.label),
    );
    let of_parts: f64 = parts
        .iter()
        .map(|(_, block)| 4.0 + small * block.lines.len() as f64)
        .sum();
    let height = line * text.lines.len() as f64 + small * facts.lines.len() as f64 + of_parts;
    Laid {
        item,
        text,
        facts,
        parts,
        height,
    }
}

/// What a measure consists of; of very many the first ones, and how many more there are.
fn parts(sheet: &mut Sheet<'_>, item: &Item<'_>, room: f64) -> Vec<(Option<bool>, WrappedText)> {
    let letter = sheet.label(false);
    let most = if item.parts.len() > MOST_PARTS {
        MOST_PARTS - 1
    } else {
        MOST_PARTS
    };
    let mut out: Vec<(Option<bool>, WrappedText)> = Vec::new();
    for Subtask { text, done } in item.parts.iter().take(most) {
        let text = sheet.legible(text, Some(item.span));
        out.push((
            *done,
            sheet.words(&text, letter).block(room, MOST_PART_LINES),
        ));
    }
    if item.parts.len() > most {
        out.push((
            None,
            sheet
                .words(&format!("and {} more", item.parts.len() - most), letter)
                .block(room, 1),
        ));
    }
    out.retain(|(_, block)| !block.lines.is_empty());
    out
}

fn place(
    sheet: &mut Sheet<'_>,
    plan: &Plan<'_>,
    laid: &Laid<'_>,
    colours: &PhaseColours,
    top: f64,
) {
    sheet.next(Some(laid.item.span));
    let (line, small) = (
        leading(sheet.style.font.text),
        leading(sheet.style.font.label),
    );
    let middle = Point::new(MARGIN + (lead(plan) - ASIDE) / 2.0, top + line / 2.0);
    match plan.boxes {
        true => tick_box(sheet, middle, BOX, laid.item.done, colours),
        false => dot(sheet, middle, colours.bar),
    }
    let left = MARGIN + lead(plan);
    let y = sheet.block(left, top, &laid.text, sheet.theme.ink);
    let colour = if laid.item.overdue {
        sheet.theme.cross
    } else {
        sheet.theme.quiet
    };
    let mut y = sheet.block(left, y, &laid.facts, colour);
    for (done, block) in &laid.parts {
        y += 4.0;
        let middle = Point::new(left + SMALL_BOX / 2.0, y + small / 2.0);
        match done {
            Some(done) => tick_box(sheet, middle, SMALL_BOX, *done, colours),
            None => dot(sheet, middle, colours.bar),
        }
        y = sheet.block(left + SMALL_BOX + ASIDE - 2.0, y, block, sheet.theme.ink);
    }
}

/// A box, filled and with its tick when it is done.
fn tick_box(sheet: &mut Sheet<'_>, middle: Point, size: f64, done: bool, colours: &PhaseColours) {
    const LINE: f64 = 2.0;
    let radius = sheet.style.shape.ribbon.min(size / 4.0);
    if done {
        let area = Area::new(middle.x - size / 2.0, middle.y - size / 2.0, size, size);
        sheet.bar(area, radius, Paint::fill(colours.bar));
        let scale = size / BOX;
        let steps = Mark::Tick
            .lines(Point::default())
            .iter()
            .map(|step| step.scaled(scale, middle))
            .collect();
        sheet.path(steps, Paint::line(colours.on_bar, LINE * scale.max(0.8)));
        return;
    }
    let inner = size - LINE;
    let area = Area::new(middle.x - inner / 2.0, middle.y - inner / 2.0, inner, inner);
    sheet.bar(area, radius, Paint::line(colours.bar, LINE));
}

/// The letters of the word below the line of today.
pub(super) fn today_letter(sheet: &Sheet<'_>) -> Letter {
    sheet.label(true)
}
