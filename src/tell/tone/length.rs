//! Incidents of more than a day: whoever lost a weekend to one has laughed enough.

use super::{Because, Tone, short};
use crate::incident::{Event, Incident, Kind};
use crate::read::{Passage, words};
use crate::source::{Source, Span};

/// The rule's name.
const LONG: &str = "long";
/// Minutes of a day.
const DAY: f64 = 1440.0;

/// What keeps the tone of a long incident down: the words that tell its length, or where its story ends.
pub(super) fn long(source: &Source, passages: &[Passage], incident: &Incident) -> Option<(Tone, Because)> {
    let told = incident.minutes.or_else(|| incident.end?.minutes_since(&incident.start?));
    let minutes = told.or_else(|| Some(last(incident)?.minute - incident.events.first()?.minute))?;
    if minutes <= DAY {
        return None;
    }
    let span = stated(source, passages).or_else(|| last(incident).map(|event| event.span)).unwrap_or_default();
    let text = short(source.slice(source.line(source.line_of(span.start))).trim());
    Some((Tone::Dry, Because { span, text, rule: LONG.to_string() }))
}

/// The last event that belongs to the incident itself: what follows it may be weeks later.
fn last(incident: &Incident) -> Option<&Event> {
    incident.events.iter().rev().find(|event| event.kind != Kind::FollowUp)
}

/// Where the report says how long it was.
fn stated(source: &Source, passages: &[Passage]) -> Option<Span> {
    const LENGTHS: &[&str] = &["duration", "lasted", "length", "downtime", "long"];
    const UNITS: &[&str] = &["day", "days", "hours", "hrs", "hr", "h", "week", "weeks", "month", "months"];
    let passage = passages.iter().find(|passage| {
        let has = |known: &[&str]| words(&passage.text).any(|(word, _)| known.contains(&word.as_str()));
        has(LENGTHS) && has(UNITS)
    })?;
    let first = passage.text.len() - passage.text.trim_start().len();
    Some(passage.place(first..passage.text.len(), source))
}
