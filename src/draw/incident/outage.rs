//! The time in which something was down, as far as start and end fit the entries.

use super::headline::about;
use crate::facts::{JsonNumber, began, begins_noticed, noticing};
use crate::incident::{Event, Incident, Kind, Moment};
use crate::time::format::DAY;

/// The time in which something was down.
pub(crate) struct Outage {
    pub(crate) from: f64,
    /// The last minute that the picture shows of it.
    pub(crate) to: f64,
    /// True if that is its end: told, or marked by an entry.
    pub(crate) over: bool,
    /// When it was noticed.
    pub(crate) noticed: Option<f64>,
    /// "Outage", where the report speaks of one.
    pub(crate) name: &'static str,
    /// Its length from start to end, unless the report states another.
    pub(crate) minutes: Option<f64>,
    /// True if that length is stated, and only roughly.
    pub(crate) rough: bool,
    /// For whom.
    pub(crate) whom: Option<String>,
}

/// The minute of a moment that is told outside the timeline, if it lies near the timeline.
pub(super) fn minute_of(incident: &Incident, moment: Option<Moment>) -> Option<f64> {
    let minute = incident.minute_of(moment?)?;
    // A slip in the date must not stretch the axis over a year.
    let last = incident.events.iter().fold(0.0, |last: f64, event| last.max(event.minute));
    let slack = (last * 3.0).max(3.0 * DAY);
    (-slack..=last + slack).contains(&minute).then_some(minute)
}

pub(super) fn outage_end(incident: &Incident) -> Option<f64> {
    let start = minute_of(incident, incident.start);
    minute_of(incident, incident.end).filter(|end| start.is_none_or(|start| start <= *end))
}

/// True if what is stated of start and end does not fit the entries: most of them lie outside, or
/// it was over only after its end. An alert or a change before the start is nothing unusual.
fn contradicted(
    incident: &Incident,
    events: &[&Event],
    stated: Option<f64>,
    resolved: Option<f64>,
) -> bool {
    let end = outage_end(incident);
    let later = end.zip(resolved).is_some_and(|(end, resolved)| {
        resolved > end && is_apart(stated.unwrap_or(0.0), end, resolved)
    });
    // A window that is as long as the report says it was is no typo, whatever an entry seems to
    // say.
    if let Some((stated, end)) = stated.zip(end)
        && incident.stated.resolve.is_some_and(|minutes| is_near(minutes, end - stated))
    {
        return false;
    }
    let over = incident.events.iter().any(|event| {
        event.certain_kind() == Kind::Resolved && end.is_none_or(|end| event.minute <= end + 1.0)
    });
    let early = |event: &&&Event| stated.is_some_and(|from| event.minute < from - 1.0);
    let late = |event: &&&Event| end.is_some_and(|end| event.minute > end + 1.0);
    let outside = events.iter().filter(|event| early(event) || late(event));
    outside.count() * 2 > events.len() || !over && later
}

/// Less than a second does not count as time in which nobody knew.
const SECOND: f64 = 1.0 / 60.0;

pub(super) fn outage(incident: &Incident, events: &[&Event], title: &str) -> Option<Outage> {
    let resolved = events
        .iter()
        .rev()
        .find(|event| event.certain_kind() == Kind::Resolved)
        .map(|event| event.minute);
    let stated = minute_of(incident, incident.start);
    let stated = stated.map(|start| began(incident).filter(|at| *at < start).unwrap_or(start));
    let told_end = outage_end(incident);
    let first = events.first().map(|event| event.minute);
    let took = |from: f64| took(incident, from, resolved);
    let from = stated
        .or_else(|| began(incident))
        .or_else(|| first.filter(|first| took(*first).is_some()))?;
    let length = told_length(incident);
    let entries_end = took(from)
        .filter(|end| told_end.is_none_or(|told| told < *end && is_apart(from, told, *end)));
    let noticed = noticing(events.iter().copied()).map(|event| event.minute);
    if entries_end.is_none() && contradicted(incident, events, stated, resolved) {
        return None;
    }
    let stated = incident.stated;
    // An entry that says that it was over earlier than that refutes a stated length.
    let sooner = |end: f64| {
        resolved.is_some_and(|over| over >= from && over < end && !agrees(incident, over - from))
    };
    let end = entries_end
        .or(told_end)
        .or(stated.resolve.map(|minutes| from + minutes))
        .filter(|end| told_end.is_some() || !sooner(*end))
        .or(resolved)
        .filter(|end| *end >= from);
    // Nobody mends what is over: then the stated length is of something else.
    let mended = events.iter().rfind(mends).map(|event| event.minute);
    let slack = if incident.rough { ROUGH } else { NEAR };
    let late = |end: f64| mended.is_some_and(|at| at > end + (end - from) * slack + 1.0);
    if told_end.is_none() && entries_end.is_none() && end.is_some_and(late) {
        return None;
    }
    // A rough length ends where the last entry that mends says so.
    let end = match told_end.or(entries_end) {
        None if incident.rough => end.map(|end| mended.unwrap_or(end).max(end)),
        _ => end,
    };
    // "For about two hours", and no entry says when it was over.
    let supposed = incident.rough && told_end.or(entries_end).or(resolved).is_none();
    let mitigated = events
        .iter()
        .find(|event| event.certain_kind() == Kind::Mitigated)
        .map(|event| event.minute);
    let last = mitigated.or_else(|| last_of_it(events)).unwrap_or(from);
    let to = end.unwrap_or_else(|| last.max(from));
    let measured = end.filter(|_| is_measured(incident, from));
    let about = end.and_then(|end| length.filter(|length| is_about(incident, *length, end - from)));
    // A bar would show the length that nobody can work out.
    if end.is_some() && measured.or(about).is_none() {
        return None;
    }
    let told = [Some(title), incident.impact.as_deref(), incident.root_cause.as_deref()];
    let down =
        ["outage", " down", "unavailable", "offline", "unreachable", "downtime", "inaccessible"];
    let is_down = told
        .into_iter()
        .flatten()
        .any(|text| down.iter().any(|word| text.to_lowercase().contains(word)));
    Some(Outage {
        from,
        to,
        noticed: noticed.filter(|noticed| {
            let told = |minutes: f64| is_near(minutes, noticed - from);
            let sound = !incident.times_disagree && measured.is_some() && !begins_noticed(incident);
            sound && from + SECOND <= *noticed && *noticed <= to && stated.detect.is_none_or(told)
        }),
        name: if is_down { "Outage" } else { "Incident" },
        over: end.is_some() && !supposed,
        minutes: about.or(measured.map(|end| end - from).filter(|told| agrees(incident, *told))),
        rough: incident.rough
            && (about.is_some() || told_end.is_none() && stated.resolve.is_some()),
        whom: incident.affected_percent.map(|share| affected(share, incident)),
    })
}

/// True if a length may be worked out from the start in the picture: not where the times of the
/// entries contradict each other, nor from an entry that has no clock.
fn is_measured(incident: &Incident, from: f64) -> bool {
    if minute_of(incident, incident.start).is_some() {
        return !incident.times_disagree || outage_end(incident).is_some();
    }
    let unclocked = |event: &Event| event.at.clock.is_none() && event.at.day.is_some();
    let begins = |event: &Event| event.minute == from && unclocked(event);
    !incident.times_disagree && !incident.events.iter().any(begins)
}

/// The greatest share by which a stated length may differ from the measured one: to be the same; as
/// people round; and of a rough one.
const EXACT: f64 = 0.02;
const NEAR: f64 = 0.05;
pub(super) const ROUGH: f64 = 0.2;

/// True if a stated length is the measured one, as people round.
fn is_near(stated: f64, measured: f64) -> bool {
    (stated - measured).abs() <= (measured * NEAR).max(1.0)
}

/// True if a stated length is that of the bar, which would tell it more exactly than its author:
/// a rough one, or one without the seconds.
fn is_about(incident: &Incident, stated: f64, measured: f64) -> bool {
    let slack = if incident.rough { stated * ROUGH } else { 1.0 };
    (stated - measured).abs() <= slack.min(stated * ROUGH)
}

/// True if two ends of what began at the same minute are not the same one.
fn is_apart(from: f64, one: f64, other: f64) -> bool {
    !is_near(one - from, other - from)
}

/// True if no length that the report states contradicts a measured one.
pub(super) fn agrees(incident: &Incident, measured: f64) -> bool {
    let stated = [incident.minutes, incident.stated.resolve];
    let mut told = stated.into_iter().flatten().filter(|told| *told > 0.0).peekable();
    let slack = |told: f64| match incident.rough {
        true => told * ROUGH,
        false => (told * EXACT).max(1.0).min(told * ROUGH),
    };
    told.peek().is_none() || told.any(|told| (told - measured).abs() <= slack(told))
}

fn mends(event: &&&Event) -> bool {
    matches!(event.certain_kind(), Kind::Fixing | Kind::Mitigated | Kind::Resolved)
}

/// The length that the report states.
fn told_length(incident: &Incident) -> Option<f64> {
    let length = incident.minutes.or(incident.stated.resolve);
    length.filter(|length| *length > 0.0)
}

/// The end by the entries, if from this start they took as long as the report says: that tells
/// which end is a typo, or untold.
fn took(incident: &Incident, from: f64, resolved: Option<f64>) -> Option<f64> {
    let length = told_length(incident)?;
    let repaired = |event: &&Event| {
        matches!(event.kind, Kind::Fixing | Kind::Mitigated | Kind::Resolved)
            && (event.minute - from - length).abs() <= 1.0
    };
    let by_entry = incident.events.iter().rfind(repaired).map(|event| event.minute);
    by_entry.or(resolved.filter(|resolved| is_near(length, resolved - from)))
}

/// Where an outage without an end ends in the picture: at the last entry that is not about what
/// came after it.
fn last_of_it(events: &[&Event]) -> Option<f64> {
    let after = |event: &&&Event| {
        // A day without a clock is no minute to which anything lasted.
        let untimed = event.at.clock.is_none() && event.at.day.is_some();
        untimed || matches!(event.kind, Kind::FollowUp | Kind::Communicated)
    };
    events.iter().rfind(|event| !after(event)).map(|event| event.minute)
}

/// True if a text states the share that was affected.
pub(in crate::draw) fn tells_share(incident: &Incident, text: &str) -> bool {
    let Some(share) = incident.affected_percent.map(number) else {
        return false;
    };
    text.match_indices(&share).any(|(at, _)| {
        let rest = text[at + share.len()..].trim_start();
        let part = text[..at].ends_with(|c: char| c.is_ascii_digit() || ".,".contains(c));
        !part && (rest.starts_with('%') || rest.starts_with("percent"))
    })
}

/// True if a text says nothing but for how large a share of whom it was.
pub(in crate::draw) fn tells_only_share(incident: &Incident, text: &str) -> bool {
    const EMPTY: &[&str] = &[
        "a", "about", "affected", "affecting", "an", "approximately", "are", "been", "by",
        "during", "had", "has", "have", "impact", "impacted", "impacting", "incident", "is",
        "issue", "it", "now", "of", "our", "outage", "over", "percent", "problem", "roughly",
        "some", "that", "the", "this", "total", "was", "were",
    ];
    let share = incident.affected_percent.map(number).unwrap_or_default();
    let whom = incident.affected_whom.as_deref().unwrap_or_default();
    let said = format!("{share} {}", whom.to_lowercase());
    let said: Vec<&str> = said.split(' ').collect();
    let text = text.to_lowercase();
    let new = |word: &str| !EMPTY.contains(&word) && !said.contains(&word);
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    tells_share(incident, &text) && !words.any(|word| !word.is_empty() && new(word))
}

fn number(share: f64) -> String {
    match JsonNumber::from(share) {
        JsonNumber::Whole(share) => share.to_string(),
        JsonNumber::Part(share) => share.to_string(),
    }
}

/// "90 % of staff affected".
pub(super) fn affected(share: f64, incident: &Incident) -> String {
    let whom = incident.affected_whom.as_deref();
    let share = number(share);
    let told = whom
        .map_or_else(|| format!("{share}% affected"), |whom| format!("{share}% {whom} affected"));
    about(&told, incident.affected_roughly)
}
