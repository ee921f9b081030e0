//! Incidents of more than a day: whoever lost a weekend to one has laughed enough.

use super::{Because, Tone, short};
use crate::document::{Form, Passage};
use crate::incident::{Event, Incident, Kind};
use crate::source::{Source, Span};
use crate::time::format::DAY;
use crate::words::words;

/// The rule's name.
const LONG: &str = "long";

/// What keeps the tone of a long incident down: the words that tell its length, or the entry in
/// which it ends.
pub(super) fn long(
    source: &Source,
    passages: &[Passage],
    incident: &Incident,
) -> Option<(Tone, Because)> {
    let stated = incident
        .minutes
        .or_else(|| incident.end?.minutes_since(&incident.start?));
    let span = match stated {
        Some(minutes) => (minutes > DAY)
            .then(|| place(source, passages).or(incident.events.last().map(|event| event.span)))?,
        None => {
            let (first, last) = ends(incident)?;
            (last.minute - first.minute > DAY).then_some(Some(last.span))?
        }
    };
    let span = span.or_else(|| passages.first().map(|passage| passage.span))?;
    Some((
        Tone::Dry,
        Because {
            span,
            text: short(source.slice(span)),
            rule: LONG.to_string(),
        },
    ))
}

/// The first and the last event of the incident itself: what set it off may lie weeks before, what
/// followed, weeks after.
fn ends(incident: &Incident) -> Option<(&Event, &Event)> {
    let first = incident
        .events
        .iter()
        .find(|event| event.kind != Kind::Trigger)?;
    let over = |event: &&Event| matches!(event.kind, Kind::Resolved | Kind::Mitigated);
    let own = |event: &&Event| event.kind != Kind::FollowUp;
    let events = || incident.events.iter().rev();
    events()
        .find(over)
        .or_else(|| events().find(own))
        .map(|last| (first, last))
}

/// Where the report says how long it was, else when it ended.
fn place(source: &Source, passages: &[Passage]) -> Option<Span> {
    const NAMES: &[&str] = &["duration", "length", "downtime", "lasted"];
    const LENGTHS: &[&str] = &[
        "duration", "lasted", "length", "downtime", "long", "outage", "from", "for", "until",
    ];
    const UNITS: &[&str] = &["day", "days", "hours", "hrs", "weeks", "week", "months"];
    const ENDS: &[&str] = &["end", "ended", "resolved", "restored"];
    let told = || {
        passages
            .iter()
            .filter(|passage| !matches!(passage.form, Form::Heading(_)))
    };
    // "Duration: 12 May, 09:00 to 14 May, 10:00" has a figure on the same line.
    let figure = |passage: &&Passage| passage.text.contains(|c: char| c.is_ascii_digit());
    let begins = |passage: &&Passage, known: &[&str]| {
        words(&passage.text)
            .take(4)
            .any(|(word, _)| known.contains(&word.as_str()))
    };
    let has = |passage: &&Passage, known: &[&str]| {
        words(&passage.text).any(|(word, _)| known.contains(&word.as_str()))
    };
    let found = told()
        .find(|passage| figure(passage) && begins(passage, NAMES))
        .or_else(|| told().find(|passage| has(passage, LENGTHS) && has(passage, UNITS)))
        .or_else(|| told().find(|passage| figure(passage) && begins(passage, ENDS)))?;
    Some(Span::new(
        source.boundary(found.span.start),
        source.boundary(found.span.end),
    ))
}
