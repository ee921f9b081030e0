//! Incidents of more than a day: whoever lost a weekend to one has laughed enough.

use super::{Because, Tone, short};
use crate::document::{LineKind, Passage, SectionRole};
use crate::incident::{Event, Incident, Kind};
use crate::source::{Source, Span};
use crate::time::format::DAY;
use crate::time::length;
use crate::words::{sentences, words};

/// The rule's name.
const LONG: &str = "long";

/// The limit on the tone of a long incident, with its reason: the words that tell its length, or
/// the entry in which it ends.
pub(super) fn long(
    source: &Source,
    passages: &[Passage],
    incident: &Incident,
) -> Option<(Tone, Because)> {
    let stated = incident.minutes.into_iter().chain(window(incident));
    let stated = stated.reduce(f64::max);
    let span = match stated {
        Some(minutes) if minutes > DAY => {
            let last = incident.events.last().map(|event| event.span);
            let first = passages.first().map(|passage| passage.span);
            place(source, passages).or(last).or(first)
        }
        _ => told(passages).map(|passage| bounded(source, passage)).or_else(|| {
            let (first, last) = ends(incident).filter(|_| stated.is_none())?;
            (last.minute - first.minute > DAY).then_some(last.span)
        }),
    };
    let span = span?;
    Some((Tone::Dry, Because { span, text: short(source.slice(span)), rule: LONG.to_string() }))
}

/// From the stated start to the stated end, in minutes; by their days alone where no clock is told.
fn window(incident: &Incident) -> Option<f64> {
    let (start, end) = (incident.start?, incident.end?);
    end.minutes_since(&start).or_else(|| {
        let days = end.day?.date - start.day?.date;
        // "From Monday to Tuesday" need not be more than a day.
        (days.num_days() > 1).then(|| days.num_days() as f64 * DAY)
    })
}

/// The passage in which prose tells of an outage of more than a day.
fn told(passages: &[Passage]) -> Option<&Passage> {
    passages.iter().find(|passage| {
        let told = !matches!(passage.form, LineKind::Heading(_) | LineKind::HeaderRow)
            && !matches!(passage.role, SectionRole::Measures | SectionRole::Lessons);
        told && sentences(&passage.text).into_iter().any(|unit| tells_days(&passage.text[unit]))
    })
}

/// True if a sentence says that something was out of order for more than a day.
fn tells_days(sentence: &str) -> bool {
    const HARM: &[&str] = &[
        "down", "unavailable", "outage", "offline", "unreachable", "unable", "could", "couldn't",
        "cannot", "broken", "degraded", "lasted", "lasting", "duration", "disruption", "incident",
        "interrupted", "unresponsive", "inaccessible", "dark", "nobody", "without",
    ];
    const BEFORE: &[&str] = &[
        "for", "lasted", "lasting", "duration", "about", "approximately", "almost", "nearly",
        "over", "than", "around", "roughly", "total", "of", "took", "full", "whole", "was", "is",
    ];
    const AFTER: &[&str] =
        &["before", "ago", "earlier", "prior", "later", "old", "of", "after", "in", "worth"];
    let holds =
        |text: &str, list: &[&str]| words(text).any(|(word, _)| list.contains(&word.as_str()));
    length::all(sentence).iter().any(|length| {
        let before = &sentence[..length.range.start];
        let after = &sentence[length.range.end..];
        let last = words(before).last();
        let next = words(after).next();
        // "For two days nobody could pay", but not "kept for 30 days, which this outage showed".
        let leads = words(before).count() < 3 && holds(after, HARM);
        length.minutes > DAY
            && (holds(before, HARM) || leads)
            && last.is_some_and(|(word, _)| BEFORE.contains(&word.as_str()))
            && next.is_none_or(|(word, _)| !AFTER.contains(&word.as_str()))
    })
}

/// The first and the last event of the incident itself: what set it off may lie weeks before, what
/// followed, weeks after.
fn ends(incident: &Incident) -> Option<(&Event, &Event)> {
    let over = |event: &&Event| matches!(event.kind, Kind::Resolved | Kind::Mitigated);
    let own = |event: &&Event| event.kind != Kind::FollowUp;
    let events = || incident.events.iter().rev();
    let last = events().find(over).or_else(|| events().find(own))?;
    let noticed = incident
        .events
        .iter()
        .find(|event| event.certain_kind() != Kind::Trigger && event.minute < last.minute);
    // Where nothing else lies between, what set it off is where it began.
    Some((noticed.or(incident.events.first())?, last))
}

/// Where the report says how long it was, else when it ended.
fn place(source: &Source, passages: &[Passage]) -> Option<Span> {
    const NAMES: &[&str] = &["duration", "length", "downtime", "lasted"];
    const LENGTHS: &[&str] =
        &["duration", "lasted", "length", "downtime", "long", "outage", "from", "for", "until"];
    const UNITS: &[&str] = &["day", "days", "hours", "hrs", "weeks", "week", "months"];
    const ENDS: &[&str] = &["end", "ended", "resolved", "restored"];
    let told = || passages.iter().filter(|passage| !matches!(passage.form, LineKind::Heading(_)));
    // "Duration: 12 May, 09:00 to 14 May, 10:00" has a figure on the same line.
    let figure = |passage: &&Passage| passage.text.contains(|c: char| c.is_ascii_digit());
    let begins = |passage: &&Passage, known: &[&str]| {
        words(&passage.text).take(4).any(|(word, _)| known.contains(&word.as_str()))
    };
    let has = |passage: &&Passage, known: &[&str]| {
        words(&passage.text).any(|(word, _)| known.contains(&word.as_str()))
    };
    let found = told()
        .find(|passage| figure(passage) && begins(passage, NAMES))
        .or_else(|| told().find(|passage| has(passage, LENGTHS) && has(passage, UNITS)))
        .or_else(|| told().find(|passage| figure(passage) && begins(passage, ENDS)))?;
    Some(bounded(source, found))
}

fn bounded(source: &Source, passage: &Passage) -> Span {
    Span::new(source.boundary(passage.span.start), source.boundary(passage.span.end))
}
