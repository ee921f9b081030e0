//! The finding above it all: title, cause and impact; and the words for day and figures.

use super::aside::Aside;
use super::clock::HeadFigure;
use super::groups::PhaseGroup;
use super::words::{fitted, unstopped};
use crate::draw::font::Letter;
use crate::draw::incident::figures::AS_STATED;
use crate::draw::incident::headline::{FindingTitle, about, capital, same};
use crate::draw::incident::outage::{tells_only_share, tells_share};
use crate::draw::incident::plan::{IncidentPlan, UNZONED};
use crate::draw::incident::sentence::{bare_cause, bare_impact};
use crate::draw::sheet::{GAP, MARGIN, Sheet, leading, settle};
use crate::time::format::{self, spoken};
use crate::words::beginning;
use chrono::Datelike;

/// Draws title, cause and impact; gives where the rest begins.
pub(super) fn draw(sheet: &mut Sheet<'_>, plan: &IncidentPlan<'_>) -> f64 {
    let y = title(sheet, &plan.headline) + 4.0;
    sentences(sheet, plan, y) + 9.0
}

/// Between the subject and its length.
const TO_LENGTH: f64 = 12.0;
/// A subject is written by so much smaller, up to so often, rather than in two lines.
const SMALLER: f64 = 2.0;
const TIMES_SMALLER: usize = 3;

/// The subject, and in another voice behind it how long it took.
fn title(sheet: &mut Sheet<'_>, headline: &FindingTitle) -> f64 {
    sheet.next(None);
    let room = sheet.scene.width - 2.0 * MARGIN;
    let subject = sheet.legible(&headline.subject, None);
    let length = headline.length.clone().unwrap_or_default();
    let wide = |letter: Letter| match length.is_empty() {
        true => 0.0,
        false => TO_LENGTH + sheet.fonts.width(&length, regular(letter)),
    };
    let largest = sheet.title();
    let one_line = (0..=TIMES_SMALLER)
        .map(|times| Letter { size: largest.size - SMALLER * times as f64, ..largest })
        .find(|letter| sheet.fonts.width(&subject, *letter) + wide(*letter) <= room);
    let letter = one_line.unwrap_or(largest);
    let block = fitted(sheet, &subject, letter, room, 2);
    let bottom = sheet.block(MARGIN, 20.0, &block, sheet.theme.ink);
    let end = block.lines.last().map_or(0.0, |line| line.width);
    let fits = end + wide(letter) <= room;
    let (x, bottom) = match fits {
        true => (MARGIN + end + TO_LENGTH, bottom),
        false => (MARGIN, bottom + leading(letter.size)),
    };
    let y = bottom - leading(letter.size) / 2.0 + settle(letter);
    sheet.text(x, y, &length, regular(letter), sheet.theme.cross);
    bottom
}

fn regular(letter: Letter) -> Letter {
    Letter { bold: false, ..letter }
}

/// Cause and impact, each in a line or, rather than cut, in two.
fn sentences(sheet: &mut Sheet<'_>, plan: &IncidentPlan<'_>, top: f64) -> f64 {
    let told = [("Cause", cause(plan)), ("Impact", impact(plan))];
    let (bold, body) = (sheet.body(true), sheet.body(false));
    let column =
        told.iter().map(|(name, _)| sheet.fonts.width(name, bold)).fold(0.0, f64::max) + GAP;
    let room = sheet.scene.width - 2.0 * MARGIN - column;
    let mut y = top;
    for (name, text) in told {
        let text = text.unwrap_or_default();
        let text = sheet.legible(unstopped(&text), None);
        if text.is_empty() {
            continue;
        }
        sheet.next(None);
        let middle = y + leading(body.size) / 2.0;
        sheet.text(MARGIN, middle + settle(bold), name, bold, sheet.theme.quiet);
        // Rather a third line than half a sentence.
        let most = sheet.words(&text, body).count(room).clamp(2, 3);
        let block = fitted(sheet, &text, body, room, most);
        y = sheet.block(MARGIN + column, y, &block, sheet.theme.ink) + 3.0;
    }
    y
}

/// The cause, unless the title says it.
fn cause(plan: &IncidentPlan<'_>) -> Option<String> {
    let cause = plan.incident.root_cause.as_deref()?;
    Some(bare_cause(beginning(cause))).filter(|cause| !plan.headline.says(cause))
}

/// The impact, unless the title, the cause or the label of the outage says it: some reports state
/// cause and impact in one sentence.
fn impact(plan: &IncidentPlan<'_>) -> Option<String> {
    let cause = plan.incident.root_cause.as_deref();
    let cause = cause.map(|cause| bare_cause(beginning(cause)));
    let impact = plan.incident.impact.as_deref()?;
    let impact = bare_impact(beginning(impact), cause.as_deref());
    let told = plan.headline.says(&impact)
        || cause.is_some_and(|cause| same(&cause, &impact))
        || plan.outage.is_some() && tells_only_share(plan.incident, &impact);
    (!told).then_some(impact)
}

/// True if the lines above the picture say how large a share was affected.
pub(super) fn tells_share_above(plan: &IncidentPlan<'_>) -> bool {
    let above = [Some(plan.headline.subject.clone()), cause(plan), impact(plan)];
    above.iter().flatten().any(|text| tells_share(plan.incident, text))
}

/// The days that the axis shows, and the zone of its clock.
pub(super) fn dates(plan: &IncidentPlan<'_>, groups: &[PhaseGroup]) -> String {
    let rows = groups.iter().flat_map(|group| &group.rows);
    let near = rows.filter(|row| !matches!(row.aside, Some(Aside::Before(_) | Aside::After(_))));
    let minutes: Vec<f64> = near
        .flat_map(|row| [row.row.from, row.row.until.unwrap_or(row.row.from)])
        .chain(plan.outage.iter().flat_map(|outage| [outage.from, outage.to]))
        .collect();
    let first = minutes.iter().copied().fold(f64::INFINITY, f64::min);
    let last = minutes.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let days =
        plan.reckoning.day_at(first).zip(plan.reckoning.day_at(last)).map(|(first, last)| {
            match first.date == last.date {
                true => first.full(),
                false => format::days(first, last),
            }
        });
    let titled = |day: &crate::incident::Day| tells_day(&plan.headline.line(), day.date);
    let days = days.filter(|_| !plan.reckoning.day_at(first).as_ref().is_some_and(titled));
    let zone = match (&plan.incident.zone, plan.reckoning.clock, &days) {
        (_, None, _) => None,
        (Some(zone), _, Some(_)) => Some(zone.label.clone()),
        (Some(zone), _, None) => Some(format!("times in {}", zone.label)),
        (None, _, _) => Some(UNZONED.to_string()),
    };
    let note = (plan.contradicted && plan.incident.end.is_some())
        .then(|| "its start and end do not fit its entries, so no length is told".to_string());
    let told: Vec<String> = [days, zone, note].into_iter().flatten().collect();
    capital(&told.join(", "))
}

/// True if a title already states a day and its year, in any order.
pub(in crate::draw) fn tells_day(title: &str, day: chrono::NaiveDate) -> bool {
    let title = title.to_lowercase();
    let words: Vec<&str> = title.split(|c: char| !c.is_alphanumeric()).collect();
    let month = day.format("%B").to_string().to_lowercase();
    let number = day.day().to_string();
    let ordinal = ["", "st", "nd", "rd", "th"].map(|end| format!("{number}{end}"));
    words.contains(&month.as_str())
        && words.contains(&day.year().to_string().as_str())
        && ordinal.iter().any(|day| words.contains(&day.as_str()))
}

/// The length in all, then what of that went into what; the time in which nobody knew, unless the
/// rows tell it.
pub(super) fn figures(plan: &IncidentPlan<'_>, unnoticed: Option<f64>) -> Vec<HeadFigure> {
    let outage = plan.outage.as_ref();
    let minutes = outage.and_then(|outage| outage.minutes);
    let minutes = minutes.filter(|minutes| *minutes > 0.0);
    let rough = outage.is_some_and(|outage| outage.rough);
    // A title that states the length needs no line to repeat it.
    let again = |length: &String| {
        let title = &plan.headline;
        title.length.as_ref() != Some(length) && !title.subject.ends_with(length.as_str())
    };
    let length = minutes.map(|minutes| about(&spoken(minutes), rough));
    let figure = |value: String, name: &str, unnoticed: bool| HeadFigure {
        value,
        name: name.to_string(),
        unnoticed,
    };
    let told = |name: &str| match name {
        // The length in all is the one that the bar shows.
        "to resolve" | AS_STATED => minutes.is_none(),
        "to detect" => outage.is_none_or(|outage| outage.noticed.is_none()),
        _ => true,
    };
    let rest = plan.figures.iter().filter(|figure| told(&figure.name));
    let unnoticed = unnoticed.map(|minutes| figure(spoken(minutes), "until it was noticed", true));
    let length = length.filter(again);
    let length = length.map(|length| figure(length, "in all", false));
    let rest = rest.map(|told| figure(told.value.clone(), &told.name, false));
    length.into_iter().chain(unnoticed).chain(rest).collect()
}
