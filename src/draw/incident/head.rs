//! The head of every layout: title, figures, the ribbon of phases and the clock.

use super::figures::Figure;
use super::gantt::lengths::lengths;
use super::plan::{IncidentPlan, PhaseStretch};
use crate::draw::axis::Axis;
use crate::draw::chart::{ChartShape, Rulers, TimeChart};
use crate::draw::font::Letter;
use crate::draw::scene::{Area, Paint, Point, Role, Step};
use crate::draw::sheet::{GAP, MARGIN, Sheet, leading, settle};
use crate::draw::style::Theme;
use crate::incident::Phase;
use crate::time::format::spoken;

/// The axis ends this far before the margin, so that a mark at its end has room.
pub(super) const END: f64 = 10.0;

/// Title, subtitle and figures; gives where the layout itself begins.
pub(super) fn head(sheet: &mut Sheet<'_>, plan: &IncidentPlan<'_>) -> f64 {
    let bottom = title(sheet, plan, 22.0);
    figures(sheet, plan, bottom + 20.0) + 22.0
}

/// Title, subtitle; gives the lower end.
fn title(sheet: &mut Sheet<'_>, plan: &IncidentPlan<'_>, top: f64) -> f64 {
    sheet.next(None);
    let room = sheet.scene.width - 2.0 * MARGIN;
    let (ink, quiet) = (sheet.theme.ink, sheet.theme.quiet);
    let title = sheet.legible(&plan.title, None);
    let block = sheet.words(&title, sheet.title()).block(room, 3);
    let mut y = sheet.block(MARGIN, top, &block, ink);
    sheet.next(None);
    let subtitle = sheet.legible(&plan.subtitle, None);
    let block = sheet.words(&subtitle, sheet.body(false)).block(room, 2);
    if !block.lines.is_empty() {
        y = sheet.block(MARGIN, y + 4.0, &block, quiet);
    }
    y
}

/// The cards with the figures, in two rows where one is too narrow; gives the lower end.
fn figures(sheet: &mut Sheet<'_>, plan: &IncidentPlan<'_>, top: f64) -> f64 {
    let (big, small) = (Letter { size: sheet.style.font.figure, bold: true }, sheet.label(false));
    let wider = |figure: &Figure| {
        let small =
            sheet.fonts.width(&figure.name, small).max(sheet.fonts.width(&figure.moments, small));
        sheet.fonts.width(&figure.value, big).max(small)
    };
    let widest = plan.figures.iter().map(wider).fold(0.0, f64::max) + 2.0 * INSET;
    let room = sheet.scene.width - 2.0 * MARGIN;
    let wide = |columns: usize| (room - GAP * (columns as f64 - 1.0)) / columns as f64;
    let count = plan.figures.len();
    let columns = if wide(count.max(1)) >= widest { count } else { count.div_ceil(2) };
    let lines =
        if plan.figures.iter().any(|figure| !figure.moments.is_empty()) { 2.0 } else { 1.0 };
    let high = 12.0 + leading(big.size) + lines * leading(small.size);
    let mut y = top - GAP - high;
    for (index, figure) in plan.figures.iter().enumerate() {
        if index % columns == 0 {
            y += high + GAP;
        }
        sheet.next(None);
        let area = Area::new(
            MARGIN + (index % columns) as f64 * (wide(columns) + GAP),
            y,
            wide(columns),
            high,
        );
        let colours = sheet.theme.of(figure.phase).clone();
        sheet.ground(area, sheet.style.shape.card, colours.card);
        let (value, name) = (
            y + 5.0 + leading(big.size) / 2.0,
            y + 5.0 + leading(big.size) + leading(small.size) / 2.0,
        );
        sheet.text(area.x + INSET, value + settle(big), &figure.value, big, colours.figure);
        sheet.text(area.x + INSET, name + settle(small), &figure.name, small, sheet.theme.quiet);
        sheet.text(
            area.x + INSET,
            name + leading(small.size) + settle(small),
            &figure.moments,
            small,
            sheet.theme.quiet,
        );
    }
    y + high
}

/// The left end of the axis: beyond the widest clock and label.
pub(super) fn column(sheet: &Sheet<'_>, plan: &IncidentPlan<'_>) -> f64 {
    let (clock, small, label) = (sheet.body(true), sheet.label(false), sheet.label(true));
    let clocks = plan.rows.iter().map(|row| sheet.fonts.width(&row.clock, clock));
    let captions = plan
        .rows
        .iter()
        .flat_map(|row| &row.caption)
        .map(|caption| sheet.fonts.width(caption, small));
    let labels =
        ["Phase", "Impact", "Cause"].into_iter().map(|text| sheet.fonts.width(text, label));
    let widest = clocks.chain(captions).chain(labels).fold(0.0, f64::max) + 22.0;
    // The label of a tick at the very beginning reaches out to the left, towards the zone.
    let zone = sheet.fonts.width(&plan.zone, label)
        + 8.0
        + sheet.fonts.width("00:00:00", sheet.label(false)) / 2.0;
    (MARGIN + widest.max(zone)).max(96.0)
}

/// From a card's edge to its text.
const INSET: f64 = 14.0;

/// The name of a row of the head, in the column at the left.
pub(super) fn label(sheet: &mut Sheet<'_>, middle: f64, text: &str) {
    sheet.next(None);
    let (letter, quiet) = (sheet.label(true), sheet.theme.quiet);
    sheet.text(MARGIN, middle + settle(letter), text, letter, quiet);
}

/// The phases as one ribbon. Gives the phases whose names had room.
pub(super) fn ribbon(
    sheet: &mut Sheet<'_>,
    plan: &IncidentPlan<'_>,
    axis: &Axis,
    left: f64,
    top: f64,
    high: f64,
) -> Vec<Phase> {
    let letter = sheet.label(true);
    let known = lengths(plan);
    let mut named = Vec::new();
    for (index, stretch) in plan.stretches.iter().enumerate() {
        sheet.next(None);
        let Some(area) = segment(axis, plan, index, left, top, high) else {
            continue;
        };
        let colours = sheet.theme.of(stretch.phase).clone();
        sheet.bar(area, sheet.style.shape.ribbon, Paint::fill(colours.bar));
        let room = area.w - 12.0;
        let told = told(stretch, &known);
        let Some(text) = told.iter().find(|text| sheet.fonts.width(text, letter) <= room) else {
            continue;
        };
        sheet.centred(area.centre(), text, letter, colours.on_bar);
        if text.starts_with(name(stretch.phase)) {
            named.push(stretch.phase);
        }
    }
    named
}

/// The place of a stretch in the ribbon; one without length gets a sliver.
fn segment(
    axis: &Axis,
    plan: &IncidentPlan<'_>,
    index: usize,
    left: f64,
    top: f64,
    high: f64,
) -> Option<Area> {
    let stretch = plan.stretches[index];
    let from = left + axis.x(stretch.from);
    let to = left + axis.x(stretch.to);
    let last = index + 1 == plan.stretches.len();
    if last {
        return Some(Area::new(from, top, (to - from).max(END), high));
    }
    // A hair of ground parts it from the next.
    let wide = to - from - 1.5;
    (wide > 0.5).then(|| Area::new(from, top, wide, high))
}

/// The labels that a stretch may have, the longest first: its length only where its end is known.
fn told(stretch: &PhaseStretch, known: &[(Phase, f64)]) -> [String; 3] {
    let minutes = stretch.to - stretch.from;
    let length = spoken(minutes);
    let name = name(stretch.phase);
    let is_it =
        |(phase, length): &(Phase, f64)| *phase == stretch.phase && (length - minutes).abs() < 0.5;
    if stretch.to <= stretch.from || !known.iter().any(is_it) {
        return [name.to_string(), String::new(), String::new()];
    }
    [format!("{name} · {length}"), name.to_string(), length]
}

/// A phase's name as pictures write it.
pub(in crate::draw) fn name(phase: Phase) -> &'static str {
    match phase {
        Phase::Detection => "Detection",
        Phase::Investigation => "Investigation",
        Phase::Escalation => "Escalation",
        Phase::Resolution => "Resolution",
    }
}

/// The clock axis of a layout, from its left end to the margin.
pub(super) fn axis(sheet: &Sheet<'_>, plan: &IncidentPlan<'_>, left: f64) -> Axis {
    let (label, wide) = (sheet.label(false), sheet.scene.width - MARGIN - END - left);
    Axis::new(plan.points(), wide, &plan.reckoning, &|text: &str| sheet.fonts.width(text, label))
}

/// The height of the clock axis.
pub(super) fn clock_height(sheet: &Sheet<'_>, axis: &Axis) -> f64 {
    let line = leading(sheet.style.font.label);
    12.0 + line + if axis.days.is_empty() { 0.0 } else { line }
}

/// The clock with its ticks, the breaks where a silence is folded, and the days; below it the
/// phases as quiet bands.
pub(super) fn clock(
    sheet: &mut Sheet<'_>,
    plan: &IncidentPlan<'_>,
    axis: &Axis,
    left: f64,
    top: f64,
    bands: f64,
) {
    let high = clock_height(sheet, axis);
    let wide = sheet.scene.width - MARGIN - END - left;
    let theme = sheet.theme;
    let size = sheet.style.font.label;
    let line = leading(size);
    // The room of the days stays free above the labels.
    let labels = 12.0 + line;
    let area = Area::new(left, top + high - labels, wide, labels + bands);
    let chart = TimeChart {
        axis,
        lengths: None,
        rulers: Rulers { line: theme.line, label: theme.quiet, size, tick: 6.0 },
        above: labels,
        left: 0.0,
        below: 0.0,
    };
    let shapes = self::bands(plan, theme).chain([ChartShape::Rulers]);
    chart.draw(sheet, area, Role::Ground, shapes);
    label(sheet, top + high - labels + line / 2.0, &plan.zone);
    days(sheet, axis, left, top + line / 2.0);
    breaks(sheet, axis, left, top + high - labels + line / 2.0, top + high);
}

/// Each phase as a band, and the time in which nobody knew as a shade.
fn bands<'a>(plan: &'a IncidentPlan<'_>, theme: &'a Theme) -> impl Iterator<Item = ChartShape> {
    let band = |from, to, colour| ChartShape::Rect([(from, 0.0), (to, 1.0)], colour);
    let phases = plan
        .stretches
        .iter()
        .filter(|stretch| stretch.to > stretch.from)
        .map(move |stretch| band(stretch.from, stretch.to, theme.of(stretch.phase).band));
    let outage = plan.outage.as_ref();
    let unnoticed = outage.and_then(|outage| Some((outage.from, outage.noticed?)));
    phases.chain(unnoticed.map(move |(from, to)| band(from, to, theme.shade)))
}

/// The date where each day begins.
fn days(sheet: &mut Sheet<'_>, axis: &Axis, left: f64, middle: f64) {
    let (letter, quiet) = (sheet.label(true), sheet.theme.quiet);
    for day in &axis.days {
        sheet.next(None);
        sheet.text(left + day.x, middle + settle(letter), &day.label, letter, quiet);
    }
}

/// Where a silence is folded: its length, and the axis broken.
fn breaks(sheet: &mut Sheet<'_>, axis: &Axis, left: f64, middle: f64, bottom: f64) {
    let letter = sheet.label(false);
    for fold in &axis.folds {
        sheet.next(None);
        let x = left + (fold.left + fold.right) / 2.0;
        sheet.centred(Point::new(x, middle), &fold.label, letter, sheet.theme.quiet);
        sheet.bar(
            Area::new(x - 4.0, bottom - 3.0, 8.0, 6.0),
            0.0,
            Paint::fill(sheet.theme.background),
        );
        for side in [-4.0, 4.0] {
            let slash = vec![
                Step::Move(Point::new(x + side - 3.0, bottom + 5.0)),
                Step::Line(Point::new(x + side + 3.0, bottom - 5.0)),
            ];
            sheet.path(slash, Paint::line(sheet.theme.line, 1.2));
        }
    }
}
