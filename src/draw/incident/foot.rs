//! The foot: the outage as one bar, its impact, the cause, and the key.

use super::head::{END, label, name};
use super::outage::Outage;
use super::plan::IncidentPlan;
use crate::draw::axis::Axis;
use crate::draw::marks::Mark;
use crate::draw::scene::{Area, Paint, Point};
use crate::draw::sheet::{GAP, MARGIN, Sheet, leading, settle};
use crate::incident::Phase;
use crate::time::format::spoken;

const BAR: f64 = 26.0;
/// The most lines for what is said in sentences.
const MOST_LINES: usize = 4;

/// Impact, cause and key from `top`; gives the lower end.
pub(super) fn foot(
    sheet: &mut Sheet<'_>,
    plan: &IncidentPlan<'_>,
    axis: &Axis,
    left: f64,
    top: f64,
    named: &[Phase],
) -> f64 {
    let mut y = top;
    if let Some(outage) = &plan.outage {
        label(sheet, y + BAR / 2.0, "Impact");
        outage_bar(sheet, outage, axis, left, y);
        y += BAR + 8.0;
        // Some reports state impact and cause in one sentence.
        let cause = plan.incident.root_cause.as_deref();
        let other = |impact: &&str| {
            cause.is_none_or(|cause| !cause.contains(*impact) && !impact.contains(cause))
        };
        let impact = plan.incident.impact.as_deref().filter(other);
        y = sentence(sheet, impact, None, left, y);
    }
    y = sentence(sheet, plan.incident.root_cause.as_deref(), Some("Cause"), left, y + 2.0);
    key(sheet, plan, left, y + 4.0, named)
}

/// The bar of the outage; the part in which nobody knew in another colour.
pub(super) fn outage_bar(sheet: &mut Sheet<'_>, outage: &Outage, axis: &Axis, left: f64, top: f64) {
    let (from, to) = (left + axis.x(outage.from), left + axis.x(outage.to));
    let (theme, radius, letter) = (sheet.theme, sheet.style.shape.ribbon, sheet.label(true));
    let whole = Area::new(from, top, (to - from).max(END), BAR);
    sheet.next(None);
    sheet.bar(whole, radius, Paint::fill(theme.outage));
    let mut known = whole;
    if let Some(noticed) = outage.noticed {
        let split = left + axis.x(noticed);
        let unknown = Area { w: (split - from).min(whole.w), ..whole };
        sheet.bar(unknown, radius, Paint::fill(theme.unnoticed));
        known = Area { x: unknown.right(), w: whole.right() - unknown.right(), ..whole };
        let text = ["nobody knew yet", "unnoticed"]
            .into_iter()
            .find(|text| sheet.fonts.width(text, letter) <= unknown.w - 12.0);
        sheet.centred(unknown.centre(), text.unwrap_or(""), letter, theme.on_unnoticed);
    }
    let told = told(outage);
    if let Some(text) = told.iter().find(|text| sheet.fonts.width(text, letter) <= known.w - 14.0) {
        sheet.centred(known.centre(), text, letter, theme.on_outage);
        return;
    }
    // No room on the bar: beside it, where there is more.
    let right = sheet.scene.width - MARGIN;
    let (after, before) = (right - whole.right() - GAP, whole.x - GAP - left);
    let room = after.max(before);
    if let Some(text) = told.iter().find(|text| sheet.fonts.width(text, letter) <= room) {
        let wide = sheet.fonts.width(text, letter);
        let x = if after >= before { whole.right() + GAP } else { whole.x - GAP - wide };
        sheet.text(x, top + BAR / 2.0 + settle(letter), text, letter, theme.ink);
    }
}

/// The texts that the bar may hold, the longest first.
fn told(outage: &Outage) -> Vec<String> {
    let length = match outage.minutes {
        Some(minutes) if minutes > 0.0 => spoken(minutes),
        None if !outage.over => "end not told".into(),
        _ => String::new(),
    };
    let parts = |parts: &[Option<&str>]| {
        parts
            .iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .copied()
            .collect::<Vec<_>>()
            .join(" · ")
    };
    let (name, length, whom) = (Some(outage.name), Some(length.as_str()), outage.whom.as_deref());
    vec![parts(&[name, length, whom]), parts(&[name, length]), parts(&[length])]
}

/// A sentence of the report at the foot, with its name in the column at the left.
fn sentence(
    sheet: &mut Sheet<'_>,
    text: Option<&str>,
    named: Option<&str>,
    left: f64,
    top: f64,
) -> f64 {
    let text = text.map(|text| sheet.legible(text, None)).unwrap_or_default();
    if text.is_empty() {
        return top;
    }
    let line = leading(sheet.style.font.text);
    if let Some(named) = named {
        label(sheet, top + line / 2.0, named);
    }
    sheet.next(None);
    let block =
        sheet.words(&text, sheet.body(false)).block(sheet.scene.width - MARGIN - left, MOST_LINES);
    sheet.block(left, top, &block, sheet.theme.ink) + 6.0
}

/// The marks that occur with their meanings, and the phases that the ribbon had no room to name.
pub(super) fn key(
    sheet: &mut Sheet<'_>,
    plan: &IncidentPlan<'_>,
    left: f64,
    top: f64,
    named: &[Phase],
) -> f64 {
    let marks = Mark::ALL
        .iter()
        .copied()
        .filter(|mark| plan.rows.iter().any(|row| row.mark == Some(*mark)));
    let phases = Phase::ALL.iter().copied().filter(|phase| {
        !named.contains(phase) && plan.stretches.iter().any(|stretch| stretch.phase == *phase)
    });
    let items: Vec<(Option<Phase>, Option<Mark>, &str)> = phases
        .map(|phase| (Some(phase), None, name(phase)))
        .chain(marks.map(|mark| (None, Some(mark), meaning(plan, mark))))
        .collect();
    if items.is_empty() {
        return top;
    }
    let letter = sheet.label(false);
    let line = leading(letter.size) + 2.0;
    let right = sheet.scene.width - MARGIN;
    let (mut x, mut y) = (left, top);
    label(sheet, y + line / 2.0, "Key");
    for (phase, mark, text) in items {
        let wide = 20.0 + sheet.fonts.width(text, letter);
        if x + wide > right && x > left {
            (x, y) = (left, y + line);
        }
        sheet.next(None);
        let middle = Point::new(x + 7.0, y + line / 2.0);
        if let Some(phase) = phase {
            let swatch = Area::new(middle.x - 6.0, middle.y - 5.0, 12.0, 10.0);
            sheet.bar(
                swatch,
                sheet.style.shape.ribbon.min(3.0),
                Paint::fill(sheet.theme.of(phase).bar),
            );
        }
        if let Some(mark) = mark {
            key_mark(sheet, mark, middle);
        }
        sheet.text(x + 20.0, y + line / 2.0 + settle(letter), text, letter, sheet.theme.quiet);
        x += wide + 18.0;
    }
    y + line
}

/// What a mark stands for in this picture: a cross for what led nowhere, be it a lead or a fix.
fn meaning(plan: &IncidentPlan<'_>, mark: Mark) -> &'static str {
    let mut crossed = plan.rows.iter().filter(|row| row.mark == Some(Mark::Cross));
    let failed = crossed.clone().any(|row| row.failed_fix);
    match (mark, failed, crossed.all(|row| row.failed_fix)) {
        (Mark::Cross, true, true) => "fix failed",
        (Mark::Cross, true, false) => "false lead or failed fix",
        _ => mark.meaning(),
    }
}

/// The middle of a mark in the key.
fn key_mark(sheet: &mut Sheet<'_>, mark: Mark, middle: Point) {
    let colour = if mark == Mark::Cross { sheet.theme.cross } else { sheet.theme.quiet };
    sheet.path(mark.lines(middle), Paint::line(colour, 1.8));
}
