//! The finding above it all: title, cause, impact, day, and one line of figures.

use super::aside::Aside;
use super::groups::PhaseGroup;
use super::words::fitted;
use crate::draw::incident::figures::{AS_STATED, Figure};
use crate::draw::incident::headline::{about, capital, same};
use crate::draw::incident::plan::IncidentPlan;
use crate::draw::incident::sentence::{bare_cause, bare_impact};
use crate::draw::sheet::{GAP, MARGIN, Sheet, leading, settle};
use crate::time::format::{self, spoken};
use crate::words::beginning;
use chrono::Datelike;

/// Draws it; gives its lower end.
pub(super) fn draw(sheet: &mut Sheet<'_>, plan: &IncidentPlan<'_>, groups: &[PhaseGroup]) -> f64 {
    sheet.next(None);
    let room = sheet.scene.width - 2.0 * MARGIN;
    let title = sheet.legible(&plan.headline.line(), None);
    let block = fitted(sheet, &title, sheet.title(), room, 2);
    let mut y = sheet.block(MARGIN, 20.0, &block, sheet.theme.ink) + 4.0;
    y = sentences(sheet, plan, y);
    for text in [dates(plan, groups), figures(sheet, plan, room)] {
        sheet.next(None);
        let text = sheet.legible(&text, None);
        let block = fitted(sheet, &text, sheet.label(false), room, 1);
        y = sheet.block(MARGIN, y, &block, sheet.theme.quiet);
    }
    y
}

/// Cause and impact, each in a line or, rather than cut, in two.
fn sentences(sheet: &mut Sheet<'_>, plan: &IncidentPlan<'_>, top: f64) -> f64 {
    let cause = plan.incident.root_cause.as_deref();
    let cause = cause.map(|cause| bare_cause(beginning(cause)));
    let impact = plan
        .incident
        .impact
        .as_deref()
        .map(|impact| bare_impact(beginning(impact), cause.is_some()));
    // Some reports state both in one sentence, and a title may have taken either.
    let said = |text: &str| plan.headline.says(text);
    let impact = impact
        .filter(|impact| !said(impact) && !cause.as_ref().is_some_and(|cause| same(cause, impact)));
    let told = [
        ("Cause", cause.filter(|cause| !said(cause))),
        ("Impact", impact),
    ];
    let (bold, body) = (sheet.body(true), sheet.body(false));
    let column = told
        .iter()
        .map(|(name, _)| sheet.fonts.width(name, bold))
        .fold(0.0, f64::max)
        + GAP;
    let room = sheet.scene.width - 2.0 * MARGIN - column;
    let mut y = top;
    for (name, text) in told {
        let text = sheet.legible(&text.unwrap_or_default(), None);
        if text.is_empty() {
            continue;
        }
        sheet.next(None);
        let middle = y + leading(body.size) / 2.0;
        sheet.text(MARGIN, middle + settle(bold), name, bold, sheet.theme.quiet);
        let block = fitted(sheet, &text, body, room, 2);
        y = sheet.block(MARGIN + column, y, &block, sheet.theme.ink);
    }
    y + 2.0
}

/// The days that the axis shows, and the zone of its clock.
fn dates(plan: &IncidentPlan<'_>, groups: &[PhaseGroup]) -> String {
    let rows = groups.iter().flat_map(|group| &group.rows);
    let near = rows.filter(|row| !matches!(row.aside, Some(Aside::Before(_) | Aside::After(_))));
    let minutes: Vec<f64> = near
        .flat_map(|row| [row.row.from, row.row.until.unwrap_or(row.row.from)])
        .chain(
            plan.outage
                .iter()
                .flat_map(|outage| [outage.from, outage.to]),
        )
        .collect();
    let first = minutes.iter().copied().fold(f64::INFINITY, f64::min);
    let last = minutes.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let zone = match (&plan.incident.zone, plan.reckoning.clock) {
        (_, None) => None,
        (Some(zone), _) => Some(format!("times in {}", zone.label)),
        (None, _) => Some("times as written (no zone given)".to_string()),
    };
    let days = plan
        .reckoning
        .day_at(first)
        .zip(plan.reckoning.day_at(last))
        .map(|(first, last)| match first.date == last.date {
            true => first.full(),
            false => format::days(first, last),
        });
    let titled = |day: &crate::incident::Day| dated(&plan.headline.line(), day.date);
    let days = days.filter(|_| !plan.reckoning.day_at(first).as_ref().is_some_and(titled));
    let note = (plan.contradicted && plan.incident.end.is_some())
        .then(|| "its start and end do not fit its entries, so no length is told".to_string());
    let told: Vec<String> = [days, zone, note].into_iter().flatten().collect();
    capital(&told.join(", "))
}

/// True if a title already states a day and its year, in any order.
fn dated(title: &str, day: chrono::NaiveDate) -> bool {
    let title = title.to_lowercase();
    let words: Vec<&str> = title.split(|c: char| !c.is_alphanumeric()).collect();
    let month = day.format("%B").to_string().to_lowercase();
    let number = day.day().to_string();
    let ordinal = ["", "st", "nd", "rd", "th"].map(|end| format!("{number}{end}"));
    words.contains(&month.as_str())
        && words.contains(&day.year().to_string().as_str())
        && ordinal.iter().any(|day| words.contains(&day.as_str()))
}

/// The length in all, then what of that went into what, as far as one line has room.
fn figures(sheet: &Sheet<'_>, plan: &IncidentPlan<'_>, room: f64) -> String {
    let length = plan.outage.as_ref().and_then(|outage| outage.minutes);
    let rough = plan.outage.as_ref().is_some_and(|outage| outage.rough);
    let length = length
        .filter(|minutes| *minutes > 0.0)
        .map(|minutes| about(&spoken(minutes), rough));
    // The length in all is the one that the bar shows.
    let resolved = |figure: &&Figure| {
        length.is_none() || !matches!(figure.name.as_str(), "to resolve" | AS_STATED)
    };
    let rest = plan
        .figures
        .iter()
        .filter(resolved)
        .map(|figure| format!("{} {}", figure.value, figure.name));
    // A title that states the length needs no line to repeat it.
    let again = |length: &&String| !plan.headline.line().ends_with(length.as_str());
    let mut parts: Vec<String> = length
        .iter()
        .filter(again)
        .map(|length| format!("{length} in all"))
        .chain(rest)
        .collect();
    while parts.len() > 1 && sheet.fonts.width(&parts.join(" · "), sheet.label(false)) > room {
        parts.pop();
    }
    parts.join(" · ")
}
