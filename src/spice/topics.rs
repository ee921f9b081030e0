//! What an incident is about: the topics whose signs stand where a report names its cause.

use super::library::{Library, Topic};
use crate::incident::{Incident, Kind};
use crate::words::matching::Words;
use crate::words::sentences;

/// So many at most: a report about three things is about none of them.
const MOST: usize = 2;

/// A topic that is named only in passing is not what the report is about.
const LEAST: f64 = 2.0;

/// The second must weigh so much of the first.
const SHARE: f64 = 0.5;

/// The topics that an incident is about, best first. Empty when nothing fits.
pub fn topics(library: &Library, incident: &Incident) -> Vec<String> {
    let places = places(incident);
    let mut found: Vec<(f64, &str)> = library
        .topics
        .iter()
        .map(|topic| (weight(topic, &places), topic.id.as_str()))
        .filter(|(weight, _)| *weight >= LEAST)
        .collect();
    // Sorting keeps the order of the library where two weigh the same.
    found.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let best = found.first().map_or(0.0, |(weight, _)| *weight);
    found
        .iter()
        .take(MOST)
        .filter(|(weight, _)| *weight >= SHARE * best)
        .map(|(_, id)| id.to_string())
        .collect()
}

/// Texts that weigh the same: a topic counts once in them, where it is told best.
struct WeighedTexts {
    weight: f64,
    texts: Vec<Words>,
}

/// Where a report says what it is about. A suspicion that proved wrong is not among them.
fn places(incident: &Incident) -> Vec<WeighedTexts> {
    let told = |kind: Kind| {
        let events = incident
            .events
            .iter()
            .filter(move |event| event.kind == kind);
        events
            .map(|event| Words::of(&event.text))
            .collect::<Vec<_>>()
    };
    let prose = |text: &Option<String>| {
        text.iter()
            .map(|text| Words::of(&accusing(text)))
            .collect::<Vec<_>>()
    };
    [
        (6.0, prose(&incident.root_cause)),
        (4.0, prose(&incident.title)),
        (3.0, told(Kind::CauseFound)),
        (2.0, told(Kind::Trigger)),
        (1.0, told(Kind::Fixing)),
        (0.5, prose(&incident.impact)),
    ]
    .into_iter()
    .map(|(weight, texts)| WeighedTexts { weight, texts })
    .collect()
}

/// Sentences with these clear somebody.
const CLEARS: &[&str] = &[
    "ruled out",
    "not the cause",
    "not the root cause",
    "not at fault",
    "not to blame",
    "innocent",
    "unrelated",
    "was healthy",
    "verified to be working",
    "working as expected",
    "were healthy",
];

/// A text without the sentences that only say what it was not.
fn accusing(text: &str) -> String {
    let clears = |sentence: &str| {
        let words = Words::of(sentence);
        CLEARS.iter().any(|phrase| words.hold(phrase))
    };
    let kept: Vec<&str> = sentences(text)
        .into_iter()
        .map(|range| &text[range])
        .filter(|sentence| !clears(sentence))
        .collect();
    kept.join(" ")
}

fn weight(topic: &Topic, places: &[WeighedTexts]) -> f64 {
    let best = |place: &WeighedTexts| {
        place
            .texts
            .iter()
            .map(|text| told(topic, text))
            .fold(0.0, f64::max)
    };
    places.iter().map(|place| place.weight * best(place)).sum()
}

/// How plainly a text tells of a topic: nothing, or from 1 by the words of its signs and how early
/// they come.
fn told(topic: &Topic, text: &Words) -> f64 {
    let mut words: Vec<usize> = topic
        .signs
        .iter()
        .flat_map(|sign| text.found(sign))
        .flatten()
        .collect();
    words.sort_unstable();
    words.dedup();
    let Some(first) = words.first() else {
        return 0.0;
    };
    let early = 1.0 - *first as f64 / text.len() as f64;
    1.0 + 0.4 * (words.len().min(4) - 1) as f64 + 0.8 * early
}
