//! The time in which something was down, as far as start and end fit the entries.

use super::headline::about;
use crate::facts::{JsonNumber, began, noticing};
use crate::incident::{Event, Incident, Kind, Moment};
use crate::time::format::DAY;

/// The time in which something was down.
pub(crate) struct Outage {
    pub(crate) from: f64,
    /// The last minute that the picture shows of it.
    pub(crate) to: f64,
    /// When it was noticed.
    pub(crate) noticed: Option<f64>,
    /// "Outage", where the report speaks of one.
    pub(crate) name: &'static str,
    /// How long it took from start to end; where the report states another length, the times count.
    pub(crate) minutes: Option<f64>,
    /// Whether that length is stated, and only roughly.
    pub(crate) rough: bool,
    /// For whom.
    pub(crate) whom: Option<String>,
}

/// The minute of a moment that is told outside the timeline, if it lies near the timeline.
pub(super) fn minute_of(incident: &Incident, moment: Option<Moment>) -> Option<f64> {
    let minute = incident.minute_of(moment?)?;
    // A slip in the date must not stretch the axis over a year.
    let last = incident
        .events
        .iter()
        .fold(0.0, |last: f64, event| last.max(event.minute));
    let slack = (last * 3.0).max(3.0 * DAY);
    (-slack..=last + slack).contains(&minute).then_some(minute)
}

pub(super) fn outage_end(incident: &Incident) -> Option<f64> {
    let start = minute_of(incident, incident.start);
    minute_of(incident, incident.end).filter(|end| start.is_none_or(|start| start <= *end))
}

/// Whether what is stated of start and end does not fit the entries: most of them lie outside, or
/// it was over only after its end. An alert or a change before the start is nothing unusual.
fn contradicted(
    incident: &Incident,
    events: &[&Event],
    stated: Option<f64>,
    resolved: Option<f64>,
) -> bool {
    let apart = |early: Option<f64>, late: Option<f64>| {
        early
            .zip(late)
            .is_some_and(|(early, late)| late - early > 1.0)
    };
    let end = outage_end(incident);
    // A window that is as long as the report says it was is no typo, whatever an entry seems to
    // say.
    if let Some((stated, end)) = stated.zip(end)
        && incident
            .stated
            .resolve
            .is_some_and(|minutes| is_near(minutes, end - stated))
    {
        return false;
    }
    let over = incident.events.iter().any(|event| {
        event.certain_kind() == Kind::Resolved && end.is_none_or(|end| event.minute <= end + 1.0)
    });
    let early = |event: &&&Event| stated.is_some_and(|from| event.minute < from - 1.0);
    let late = |event: &&&Event| end.is_some_and(|end| event.minute > end + 1.0);
    let outside = events.iter().filter(|event| early(event) || late(event));
    outside.count() * 2 > events.len() || !over && apart(end, resolved)
}

/// Less than a second is no time in which nobody knew.
const SECOND: f64 = 1.0 / 60.0;

pub(super) fn outage(incident: &Incident, events: &[&Event], title: &str) -> Option<Outage> {
    let resolved = events
        .iter()
        .rev()
        .find(|event| event.certain_kind() == Kind::Resolved)
        .map(|event| event.minute);
    let stated = minute_of(incident, incident.start);
    // A length that is as long as the entries took tells which of its ends is a typo, or untold.
    let took = |from: f64| {
        let length = incident.minutes.or(incident.stated.resolve)?;
        resolved.filter(|resolved| length > 0.0 && is_near(length, resolved - from))
    };
    let first = events.first().map(|event| event.minute);
    let from = stated
        .or_else(|| began(incident))
        .or_else(|| first.filter(|first| took(*first).is_some()))?;
    let told_end = outage_end(incident);
    let entries_end = took(from).filter(|end| told_end.is_none_or(|told| told < end - 1.0));
    let noticed = noticing(events.iter().copied()).map(|event| event.minute);
    if entries_end.is_none() && contradicted(incident, events, stated, resolved) {
        return None;
    }
    let stated = incident.stated;
    let end = entries_end
        .or(told_end)
        .or(stated.resolve.map(|minutes| from + minutes))
        .or(resolved)
        .filter(|end| *end >= from);
    // Nobody mends what is over: then the stated length is of something else.
    let mends = |event: &&&Event| {
        matches!(
            event.certain_kind(),
            Kind::Fixing | Kind::Mitigated | Kind::Resolved
        )
    };
    let mended = events.iter().rfind(mends).map(|event| event.minute);
    let late = |end: f64| mended.is_some_and(|at| at > end + (end - from) * 0.05 + 1.0);
    if told_end.is_none() && end.is_some_and(late) {
        return None;
    }
    let last = events.last().map_or(from, |event| event.minute);
    let to = end.unwrap_or(last.max(from));
    let told = [
        Some(title),
        incident.impact.as_deref(),
        incident.root_cause.as_deref(),
    ];
    let down = [
        "outage",
        " down",
        "unavailable",
        "offline",
        "unreachable",
        "downtime",
        "inaccessible",
    ];
    let is_down = told
        .into_iter()
        .flatten()
        .any(|text| down.iter().any(|word| text.to_lowercase().contains(word)));
    Some(Outage {
        from,
        to,
        noticed: noticed.filter(|noticed| {
            let told = |minutes: f64| is_near(minutes, noticed - from);
            from + SECOND <= *noticed && *noticed <= to && stated.detect.is_none_or(told)
        }),
        name: if is_down { "Outage" } else { "Incident" },
        minutes: end.map(|end| end - from),
        rough: incident.rough && outage_end(incident).is_none() && stated.resolve.is_some(),
        whom: incident
            .affected_percent
            .map(|share| affected(share, incident)),
    })
}

/// True if a stated length is the measured one, as people round.
fn is_near(stated: f64, measured: f64) -> bool {
    (stated - measured).abs() <= (measured * 0.05).max(1.0)
}

/// "90 % of staff affected".
pub(super) fn affected(share: f64, incident: &Incident) -> String {
    let whom = incident.affected_whom.as_deref();
    let share = match JsonNumber::from(share) {
        JsonNumber::Whole(share) => share.to_string(),
        JsonNumber::Part(share) => share.to_string(),
    };
    let told = whom.map_or_else(
        || format!("{share}% affected"),
        |whom| format!("{share}% {whom} affected"),
    );
    about(&told, incident.affected_roughly)
}
