//! One kind of length: its figures, and below them each incident on a scale of its own.

use super::plan::{FOR_NINTH, Panel, TrendPlan};
use super::plot::Plot;
use crate::draw::axis::Axis;
use crate::draw::chart::{Lengths, Rulers, TimeChart};
use crate::draw::scene::{Area, Role};
use crate::draw::sheet::{MARGIN, Sheet, leading, settle};
use crate::facts::JsonNumber;
use crate::time::spoken;
use crate::words::counted;

/// The height of the scale.
const HIGH: f64 = 150.0;
/// The room of its labels.
const LABELS: f64 = 62.0;
/// The room of the names of the lines at their right end.
const NAMES: f64 = 56.0;
/// The room beside and above the dots at the ends.
const AIR: f64 = 8.0;
/// With fewer lengths than this their median is one of the dots.
const FEWEST: usize = 4;

impl Panel {
    /// True if the medians say more than the dots.
    pub(super) fn has_median(&self) -> bool {
        self.dots.len() >= FEWEST && !self.groups.is_empty()
    }
}

/// Name, figures and scale; below the last one the days. Gives the lower end.
pub(super) fn panel(
    sheet: &mut Sheet<'_>,
    plan: &TrendPlan,
    panel: &Panel,
    top: f64,
    last: bool,
) -> f64 {
    let (name, small) = (sheet.body(true), sheet.label(false));
    let colours = sheet.theme.of(panel.phase).clone();
    sheet.next(None);
    let middle = top + leading(name.size) / 2.0;
    sheet.text(MARGIN, middle + settle(name), panel.name, name, colours.figure);
    sheet.next(None);
    let y = top + leading(name.size);
    let room = sheet.scene.width - 2.0 * MARGIN;
    let block = sheet.words(&figures(panel), small).block(room, 2);
    let y = sheet.block(MARGIN, y, &block, sheet.theme.quiet) + 6.0;
    let days = if last && plan.time.is_some() { leading(small.size) + 4.0 } else { 0.0 };
    let names = names(plan);
    let beside = match names {
        true => NAMES,
        false => 0.0,
    };
    let wide = sheet.scene.width - 2.0 * MARGIN - LABELS - AIR - beside;
    let axis = axis(sheet, plan, panel, wide);
    let area = Area::new(MARGIN, y + AIR, LABELS + wide, HIGH + days);
    let theme = sheet.theme;
    let plot = Plot { plan, panel, axis: &axis, theme };
    // Rust 1.88 keeps a closure only as long as the expression it stands in.
    let label = |tick: &f64| panel.scale.label(*tick);
    let chart = TimeChart {
        axis: &axis,
        lengths: Some(Lengths {
            range: panel.scale.low..panel.scale.high,
            ticks: &panel.scale.ticks,
            label: &label,
            grid: plot.faint(),
        }),
        rulers: Rulers { line: theme.line, label: theme.quiet, size: small.size, tick: 4.0 },
        above: 0.0,
        left: LABELS,
        below: days,
    };
    chart.draw(sheet, area, Role::Ground, plot.behind());
    chart.draw(sheet, area, Role::Solid, plot.before());
    if names {
        name_lines(sheet, panel, area.right() + AIR, y + AIR);
    }
    y + AIR + HIGH + days
}

/// True if the lines of the panels are named beside them, where each reaches the end.
fn names(plan: &TrendPlan) -> bool {
    let one = |panel: &Panel| panel.groups.len() == 1;
    plan.period().is_none() && !plan.has_undated() && plan.panels.iter().any(one)
}

/// The names of the lines, at their right ends.
fn name_lines(sheet: &mut Sheet<'_>, panel: &Panel, x: f64, top: f64) {
    let [group] = panel.groups.as_slice() else {
        return;
    };
    let (letter, high) = (sheet.label(false), leading(sheet.style.font.label));
    let (ink, quiet) = (sheet.theme.ink, sheet.theme.quiet);
    let median = Some(group.median).filter(|_| panel.has_median());
    let median = median.map(|median| top + panel.scale.down(median) * HIGH);
    let ninth = group.ninth.map(|ninth| {
        let y = top + panel.scale.down(ninth) * HIGH;
        median.map_or(y, |median| y.min(median - high))
    });
    for (y, name, colour) in [(ninth, "9 in 10", quiet), (median, "median", ink)] {
        if let Some(y) = y {
            sheet.next(None);
            sheet.text(x, y + settle(letter), name, letter, colour);
        }
    }
}

/// The caption below the scale if there are no days.
pub(super) fn caption(sheet: &mut Sheet<'_>, plan: &TrendPlan, top: f64) -> f64 {
    if plan.time.is_some() {
        return top;
    }
    sheet.next(None);
    let (letter, room) = (sheet.label(false), sheet.scene.width - 2.0 * MARGIN);
    let block = sheet
        .words("From the shortest to the longest: no report tells its date.", letter)
        .block(room, 2);
    sheet.block(MARGIN, top + 8.0, &block, sheet.theme.quiet)
}

/// The figures of all incidents.
fn figures(panel: &Panel) -> String {
    // A number stays with its unit where the line is broken.
    let whole = |minutes: JsonNumber| spoken(minutes.value()).replace(' ', "\u{a0}");
    let told = |name: &str, minutes: Option<JsonNumber>| {
        minutes.map(|minutes| format!("{name} {}", whole(minutes)))
    };
    let spread = &panel.spread;
    // Of one there is no more to say than how long it took.
    if spread.count == 1 {
        return spread
            .mean
            .map(|minutes| format!("1 incident · {}", spoken(minutes.value())))
            .unwrap_or_default();
    }
    let figures = [
        told("median", spread.median),
        told("mean", spread.mean),
        told("nine in ten within", spread.p90.filter(|_| spread.count >= FOR_NINTH)),
    ];
    std::iter::once(counted(spread.count, "incident"))
        .chain(figures.into_iter().flatten())
        .collect::<Vec<_>>()
        .join(" · ")
}

/// The days with their ticks, and a place for what has none.
fn axis(sheet: &Sheet<'_>, plan: &TrendPlan, panel: &Panel, wide: f64) -> Axis {
    let axis = Axis::even(0.0, panel.to, wide);
    let Some(time) = &plan.time else { return axis };
    let letter = sheet.label(false);
    let measure = |text: &str| sheet.fonts.width(text, letter);
    let mut ticks = time.days.ticks(axis.x(time.days.to), &measure);
    // Among years a day says nothing.
    if ticks.get(1).is_some_and(|(_, label)| label.chars().all(|c| c.is_ascii_digit())) {
        ticks.remove(0);
    }
    ticks.retain(|(minute, label)| axis.x(*minute) + measure(label) / 2.0 <= wide + AIR);
    if let Some((from, to)) = time.apart() {
        let middle = (from + to) / 2.0;
        let edge = axis.x(middle) - measure(UNDATED) / 2.0 - AIR;
        ticks.retain(|(minute, label)| axis.x(*minute) + measure(label) / 2.0 <= edge);
        ticks.push((middle, UNDATED.to_string()));
    }
    axis.ticked(ticks)
}

/// The caption below the incidents without a day.
pub(super) const UNDATED: &str = "no date";
