//! The guard: reads a whole report and says how much humour it bears at most, and because of which
//! words.
//!
//! - [`rules`] finds in a sentence what the data knows, in the one phrase language;
//! - [`bearing`] weighs each find by the words around it: denied, suspected, planned, or told;
//! - [`evidence`] weighs it by what the rest of the report says;
//! - [`length`] sees to incidents of more than a day.
//!
//! Where it is unsure, the lower tone wins: a joke in the wrong place is never forgiven.

mod bearing;
mod evidence;
mod length;
mod rules;

use crate::facts::{BecauseFact, ToneFact};
use crate::named::named;
use crate::read::Report;
use crate::source::{Source, Span};
use evidence::Evidence;
use rules::RULES;
use serde::Deserialize;

named! {
    /// The amounts of humour that there may be, the least first.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Tone {
        /// None.
        Off = "off",
        /// The title, and a line a section at most.
        Dry = "dry",
        /// A line in three entries at most.
        Wry = "wry",
        /// A line in two entries, and a sign for each.
        Playful = "playful",
    }
}

/// Words of the report that keep the tone down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Because {
    /// Where they stand.
    pub span: Span,
    /// The words, as the report has them.
    pub text: String,
    /// The rule that they fell under; "author" for the author's own word.
    pub rule: String,
}

/// The verdict on how much humour a report bears, and what decided it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuardVerdict {
    /// The highest tone.
    pub allowed: Tone,
    /// The words that allow no more, in the order of the report; empty when nothing was found.
    pub because: Vec<Because>,
}

impl GuardVerdict {
    /// The words as JSON tells them.
    pub(super) fn facts(&self, source: &Source) -> Vec<BecauseFact> {
        let fact = |because: &Because| BecauseFact {
            line: source.line_of(because.span.start),
            text: because.text.clone(),
            rule: because.rule.clone(),
        };
        self.because.iter().map(fact).collect()
    }
}

/// The rule of an author's own word.
const AUTHOR: &str = "author";

/// Of one rule so many places are told; more would prove nothing more.
const MOST_PLACES: usize = 3;

/// The verdict as the JSON of the facts tells it.
pub fn fact(report: &Report) -> ToneFact {
    let verdict = guard(report);
    ToneFact { allowed: verdict.allowed.name(), because: verdict.facts(report.source()) }
}

/// Says how much humour a report bears. What its author asks for there counts alone.
pub fn guard(report: &Report) -> GuardVerdict {
    let (source, incident) = (report.source(), &report.incident);
    if let Some((name, span)) = report.document.tone {
        let because =
            Because { span, text: source.slice(span).to_string(), rule: AUTHOR.to_string() };
        return GuardVerdict {
            allowed: Tone::named(name).unwrap_or(Tone::Off),
            because: vec![because],
        };
    }
    let passages = report.document.passages();
    let mut found: Vec<(Tone, Because)> = Vec::new();
    for (rule, passage, range) in Evidence::of(passages, incident).standing() {
        let text = short(&passage.text[range.clone()]);
        let because = Because {
            span: passage.place(range, source),
            text,
            rule: RULES.rules[rule].name.to_string(),
        };
        found.push((RULES.rules[rule].tone, because));
    }
    found.extend(length::long(source, passages, incident));
    decide(found)
}

/// The lowest tone wins, and only what it rests on is told.
fn decide(mut found: Vec<(Tone, Because)>) -> GuardVerdict {
    let allowed = found.iter().map(|(tone, _)| *tone).min().unwrap_or(Tone::Playful);
    found.retain(|(tone, _)| *tone == allowed);
    found.sort_by_key(|(_, because)| because.span);
    let mut because: Vec<Because> = Vec::new();
    for (_, next) in found {
        let same = || because.iter().filter(|known| known.rule == next.rule);
        // "charged twice" within "customers were charged twice" is no second place.
        let told = same().any(|known| next.span.start < known.span.end);
        if !told && same().count() < MOST_PLACES {
            because.push(next);
        }
    }
    GuardVerdict { allowed, because }
}

/// The words on one line, and not too many of them.
fn short(words: &str) -> String {
    const MOST: usize = 80;
    let plain = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match plain.char_indices().nth(MOST) {
        Some((cut, _)) => format!("{}…", plain[..cut].trim_end()),
        None => plain,
    }
}
