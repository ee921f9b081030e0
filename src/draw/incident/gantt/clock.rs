//! The head of the track: days, clock and the outage, with the date and the figures beside them.

use super::finding::{dates, figures, tells_share_above};
use super::groups::PhaseGroup;
use super::parts::StoryPart;
use super::track::{self, Track};
use crate::draw::incident::outage::Outage;
use crate::draw::incident::plan::{IncidentPlan, PlanRow};
use crate::draw::marks::Mark;
use crate::draw::scene::Paint;
use crate::draw::sheet::{MARGIN, Sheet, leading, settle};
use crate::draw::style::PenKind;
use crate::time::format::spoken;

/// Between a text at the left and the first one at the right of it.
const BESIDE: f64 = 16.0;
/// Between two figures, and between a figure and its name.
const FIGURES_APART: f64 = 18.0;
const TO_NAME: f64 = 5.0;
/// A narrower part of the outage's bar is not seen.
const NARROWEST_PART: f64 = 8.0;

/// A length in the line of figures.
pub(super) struct HeadFigure {
    pub(super) value: String,
    pub(super) name: String,
    /// True for the time in which nobody knew.
    pub(super) unnoticed: bool,
}

impl HeadFigure {
    fn width(&self, sheet: &Sheet<'_>) -> f64 {
        let value = sheet.fonts.width(&self.value, sheet.body(true));
        value + TO_NAME + sheet.fonts.width(&self.name, sheet.label(false))
    }
}

/// Draws it from `top`; gives the lower ends of the clock and of it all. Date and figures share
/// the lines of the track where they have room, and stand above it otherwise.
pub(super) fn head(
    sheet: &mut Sheet<'_>,
    plan: &IncidentPlan<'_>,
    groups: &[PhaseGroup],
    track: &Track,
    top: f64,
) -> (f64, f64) {
    let (small, large) = (leading(sheet.style.font.label), leading(sheet.style.font.text));
    let outage = plan.outage.as_ref();
    let told = |group: &PhaseGroup| group.phase.is_none() && group.part == StoryPart::Unnoticed;
    let unnoticed = outage.and_then(|outage| Some((outage.from, outage.noticed?)));
    let unnoticed = unnoticed.filter(|_| !groups.iter().any(told));
    let date = sheet.legible(&dates(plan, groups), None);
    let mut figures = figures(plan, unnoticed.map(|(from, to)| to - from));
    let all = |sheet: &Sheet<'_>, figures: &[HeadFigure]| {
        let gaps = figures.len().saturating_sub(1) as f64 * FIGURES_APART;
        figures.iter().map(|figure| figure.width(sheet)).sum::<f64>() + gaps
    };
    while figures.len() > 1 && all(sheet, &figures) > sheet.scene.width - 2.0 * MARGIN {
        figures.pop();
    }
    let ends = track_ends(sheet, plan, track);
    let free = |line: Option<f64>, wide: f64| line.is_some_and(|end| MARGIN + wide <= end - BESIDE);
    let wide = sheet.fonts.width(&date, sheet.label(false));
    let date_line = (0..2).find(|at| free(ends[*at], wide));
    let wide = all(sheet, &figures);
    // The figures come after the date.
    let crowded = ends[0].is_none() && !free(ends[2], wide) && free(ends[1], wide);
    let date_line = date_line.filter(|_| !crowded || figures.is_empty());
    let figures_line =
        [2, 1].into_iter().find(|at| Some(*at) != date_line && free(ends[*at], wide));
    let mut y = top;
    if date_line.is_none() && !date.is_empty() {
        write_date(sheet, &date, y + small / 2.0);
        y += small;
    }
    if figures_line.is_none() && !figures.is_empty() {
        write_figures(sheet, &figures, y + large / 2.0);
        y += large + 2.0;
    }
    if ends[0].is_some() {
        days(sheet, track, y + small / 2.0);
    }
    let clock = y + ends[0].map_or(0.0, |_| small);
    track.labels(sheet, clock + small / 2.0);
    let bar = clock + small + 4.0;
    let line = |at: usize| [y, clock, bar][at] + small / 2.0;
    if let Some(at) = date_line {
        write_date(sheet, &date, line(at));
    }
    if let Some(at) = figures_line {
        write_figures(sheet, &figures, line(at));
    }
    let Some(outage) = outage else {
        return (bar - 4.0, bar);
    };
    draw_outage(sheet, (plan, outage), unnoticed, track, bar + small / 2.0);
    (bar - 4.0, bar + small)
}

/// Where the texts of the days, of the clock and of the outage begin; none for a line that is not
/// there.
fn track_ends(sheet: &Sheet<'_>, plan: &IncidentPlan<'_>, track: &Track) -> [Option<f64>; 3] {
    let outage = plan.outage.as_ref();
    let letter = sheet.label(false);
    let days = track.axis.days.first();
    let first = track.ticks.first();
    let half = first.map_or(0.0, |tick| sheet.fonts.width(&tick.label, letter) / 2.0);
    [
        days.map(|day| track.left + day.x - ASIDE),
        Some(track.left - half),
        outage.map(|outage| whom(sheet, plan, outage, track).1),
    ]
}

/// The name of a day begins so far before its midnight.
const ASIDE: f64 = 14.0;

fn days(sheet: &mut Sheet<'_>, track: &Track, middle: f64) {
    let (letter, quiet) = (sheet.label(true), sheet.theme.quiet);
    for day in &track.axis.days {
        sheet.next(None);
        let wide = sheet.fonts.width(&day.label, letter);
        let x = (track.left + day.x - ASIDE).min(sheet.scene.width - MARGIN - wide);
        sheet.text(x, middle + settle(letter), &day.label, letter, quiet);
    }
}

fn write_date(sheet: &mut Sheet<'_>, date: &str, middle: f64) {
    sheet.next(None);
    let letter = sheet.label(false);
    let room = sheet.scene.width - 2.0 * MARGIN;
    let block = super::words::fitted(sheet, date, letter, room, 1);
    sheet.block(MARGIN, middle - leading(letter.size) / 2.0, &block, sheet.theme.quiet);
}

fn write_figures(sheet: &mut Sheet<'_>, figures: &[HeadFigure], middle: f64) {
    let (bold, small) = (sheet.body(true), sheet.label(false));
    let y = middle + settle(bold);
    let mut x = MARGIN;
    for figure in figures {
        sheet.next(None);
        let colour = match figure.unnoticed {
            true => sheet.theme.before_noticed().figure,
            false => sheet.theme.ink,
        };
        x += sheet.text(x, y, &figure.value, bold, colour) + TO_NAME;
        x += sheet.text(x, y, &figure.name, small, sheet.theme.quiet) + FIGURES_APART;
    }
}

/// For whom it was, unless a line above says so, and where that begins, left of the bar.
fn whom(
    sheet: &Sheet<'_>,
    plan: &IncidentPlan<'_>,
    outage: &Outage,
    track: &Track,
) -> (String, f64) {
    let letter = sheet.label(true);
    let whom = outage.whom.clone().filter(|_| !tells_share_above(plan));
    let mut told = vec![whom.unwrap_or_else(|| outage.name.into())];
    if !outage.over {
        told.push("end not told".into());
    } else if goes_beyond(plan, outage) {
        told.push(format!("until {} as stated", plan.reckoning.clock(outage.to)));
    }
    let room = track.left - 20.0 - MARGIN;
    let told = [told.join(", "), outage.name.to_string()]
        .into_iter()
        .find(|text| sheet.fonts.width(text, letter) <= room)
        .unwrap_or_default();
    let x = track.left - 14.0 - sheet.fonts.width(&told, letter);
    (told, x)
}

/// True for a bar that goes on after the entry which says that it was over.
fn goes_beyond(plan: &IncidentPlan<'_>, outage: &Outage) -> bool {
    let over = |row: &&PlanRow| row.mark == Some(Mark::Tick);
    let resolved = plan.rows.iter().rfind(over);
    resolved.is_some_and(|row| outage.to > row.until.unwrap_or(row.from) + 1.0)
}

/// The red bar and for whom it was, with the part in which nobody knew; without an end that is
/// told, it goes on dashed.
fn draw_outage(
    sheet: &mut Sheet<'_>,
    (plan, outage): (&IncidentPlan<'_>, &Outage),
    unnoticed: Option<(f64, f64)>,
    track: &Track,
    middle: f64,
) {
    sheet.next(None);
    let colour = sheet.theme.outage;
    let length = outage.minutes.filter(|minutes| *minutes > 0.0);
    let length = length.map(spoken).unwrap_or_default();
    let span = (outage.from, outage.to);
    track.measured(sheet, span, middle, Paint::fill(colour), &length);
    if !outage.over {
        let edge = sheet.scene.width - MARGIN;
        track::dashes(sheet, colour, (track.x(outage.to), edge), middle);
    }
    let (told, x) = whom(sheet, plan, outage, track);
    let told = sheet.legible(&told, None);
    let letter = sheet.label(true);
    sheet.text(x, middle + settle(letter), &told, letter, sheet.theme.cross);
    // One dimension line on another would not be read.
    let drafted = sheet.style.pen.kind == PenKind::Draft;
    let wide = |(from, to): &(f64, f64)| track.x(*to) - track.x(*from) >= NARROWEST_PART;
    if let Some(span) = unnoticed.filter(wide).filter(|_| !drafted) {
        sheet.next(None);
        track.bar(sheet, span, middle, Paint::fill(sheet.theme.unnoticed));
    }
}
