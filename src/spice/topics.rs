//! The topics of an incident: those whose signs stand where a report names its cause.

use super::library::Library;
use super::quip::Topic;
use crate::incident::{Incident, Kind};
use crate::words::matching::Words;
use crate::words::sentences;

/// A topic that is named only in passing is not what the report is about.
const LEAST: f64 = 2.0;

/// The second must weigh so much of the first, unless it is what most causes are a part of.
const SHARE: f64 = 0.75;
const UMBRELLA: &str = "configuration";

/// Something at fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Culprit {
    /// The topic's name: "load-balancer".
    pub id: String,
    /// Its name in a line: "the load balancer"; `None` for what is better not called anything.
    pub noun: Option<String>,
}

/// The topics that an incident is about, best first. Empty when nothing fits.
pub fn topics(library: &Library, incident: &Incident) -> Vec<String> {
    let culprits = culprits(library, incident).into_iter();
    culprits.map(|culprit| culprit.id).collect()
}

/// The culprits, the surest first: what the cause says outweighs every other word of the report,
/// and what its sentence says failed outweighs what that brought down.
pub fn culprits(library: &Library, incident: &Incident) -> Vec<Culprit> {
    let told_cause = incident.root_cause.as_deref().map(accusing);
    let whole = Words::of(told_cause.as_deref().unwrap_or_default());
    let failed = Words::of(&told_cause.as_deref().map_or_else(String::new, without_effects));
    let says_it = library.topics.iter().any(|topic| told(topic, &failed) > 0.0);
    let cause = if says_it { failed } else { whole };
    let places = places(incident, &cause);
    let in_cause = |topic: &Topic| told(topic, &cause) > 0.0;
    let named = library.topics.iter().any(in_cause);
    let mut found: Vec<(f64, &Topic)> = library
        .topics
        .iter()
        .filter(|topic| !named || in_cause(topic))
        .map(|topic| (weight(topic, &places) * topic.weight, topic))
        .filter(|(weight, _)| named || *weight >= LEAST)
        .collect();
    // Sorting keeps the order of the library where two weigh the same.
    found.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let best = found.first().map_or(0.0, |(weight, _)| *weight);
    let all = Words::of(&all_of(incident));
    let second = |(weight, topic): &&(f64, &Topic)| {
        *weight >= SHARE * best || topic.id == UMBRELLA && told(topic, &cause) > 0.0
    };
    let (first, others) = found.split_at(found.len().min(1));
    first
        .iter()
        .chain(others.iter().find(second))
        .map(|(_, topic)| Culprit {
            id: topic.id.clone(),
            noun: topic.noun(&cause).or_else(|| topic.noun(&all)),
        })
        .collect()
}

/// Title and cause.
fn all_of(incident: &Incident) -> String {
    let told = [incident.title.as_deref(), incident.root_cause.as_deref()];
    told.into_iter().flatten().collect::<Vec<_>>().join(". ")
}

/// Texts that weigh the same: a topic counts once in them, where it is told best.
struct WeighedTexts {
    weight: f64,
    texts: Vec<Words>,
}

/// Where a report says what it is about. A suspicion that proved wrong is not among them.
fn places(incident: &Incident, cause: &Words) -> Vec<WeighedTexts> {
    let told = |kind: Kind| {
        let events = incident.events.iter().filter(move |event| event.kind == kind);
        events.map(|event| Words::of(&event.text)).collect::<Vec<_>>()
    };
    let prose = |text: &Option<String>| {
        text.iter().map(|text| Words::of(&accusing(text))).collect::<Vec<_>>()
    };
    [
        (8.0, vec![cause.clone()]),
        (3.0, prose(&incident.title)),
        (3.0, told(Kind::CauseFound)),
        (2.0, told(Kind::Trigger)),
        (1.0, told(Kind::Fixing)),
    ]
    .into_iter()
    .map(|(weight, texts)| WeighedTexts { weight, texts })
    .collect()
}

/// Sentences with these clear somebody.
const CLEARS: &[&str] = &[
    "ruled out", "not the cause", "not the root cause", "not at fault", "not to blame", "innocent",
    "unrelated", "was healthy", "verified to be working", "assumption", "assumptions", "assumed",
    "suspected", "working as expected", "were healthy",
];

/// A text without the sentences that only say what it was not.
fn accusing(text: &str) -> String {
    let clears = |sentence: &str| Words::of(sentence).hold_one(CLEARS);
    let kept: Vec<&str> = sentences(text)
        .into_iter()
        .map(|range| &text[range])
        .filter(|sentence| !clears(sentence))
        .collect();
    kept.join(" ")
}

/// Before these a sentence says what failed, behind them what came of it.
const EFFECTS: &[&str] = &[
    " causing ", " caused ", " leading to ", " led to ", " resulting in ", " resulted in ",
    " triggering ", " triggered ", " preventing ", " prevented ", " blocking ", " overwhelming ",
    " overwhelmed ", " overloading ", " exceeded ", " playing ", " making ", " bringing ",
    " rendering ", " inadvertently ",
];

/// A text without what its sentences say came of the fault.
fn without_effects(text: &str) -> String {
    let failed = |range: std::ops::Range<usize>| {
        let sentence = &text[range];
        let ends = EFFECTS.iter().filter_map(|sign| {
            let at = sentence.find(sign)?;
            let is_passive = sentence[at + sign.len()..].starts_with("by ");
            (!is_passive).then_some(at)
        });
        sentence[..ends.min().unwrap_or(sentence.len())].to_string()
    };
    let kept: Vec<String> = sentences(text).into_iter().map(failed).collect();
    kept.join(". ")
}

fn weight(topic: &Topic, places: &[WeighedTexts]) -> f64 {
    let best =
        |place: &WeighedTexts| place.texts.iter().map(|text| told(topic, text)).fold(0.0, f64::max);
    places.iter().map(|place| place.weight * best(place)).sum()
}

/// A score for how plainly a text tells of a topic: 0 for not at all, else from 1 by the words of
/// its signs and how early they come.
fn told(topic: &Topic, text: &Words) -> f64 {
    if text.hold_one(&topic.unless) {
        return 0.0;
    }
    let mut words: Vec<usize> =
        topic.signs.iter().flat_map(|sign| text.found(sign)).flatten().collect();
    words.sort_unstable();
    words.dedup();
    let Some(first) = words.first() else {
        return 0.0;
    };
    let early = 1.0 - *first as f64 / text.len() as f64;
    1.0 + 0.4 * (words.len().min(4) - 1) as f64 + 0.8 * early
}
