//! The score of a title: the best says one incident, in the report's own nouns and in no other's.

use crate::spice::nouns::blanks;
use crate::spice::quip::Headline;
use crate::words::matching::Words;

/// A title is read at a glance.
pub(super) const LONGEST: usize = 80;

/// Titles that are less particular by so much are as good, for the sake of variety.
pub(super) const BAND: u32 = 1;

/// A title without a noun of the report is heard now and then, so that it is not heard everywhere.
pub(super) const ONE_IN: u64 = 4;

/// A score for how particular a title is; its own numbers are those of no other report.
pub(super) fn score(headline: &Headline, text: &str, about: &str) -> u32 {
    let needs = &headline.conditions;
    let nouns = blanks(&headline.text).len().min(2) as u32;
    let parts = [
        (!needs.culprit.is_empty(), 4),
        (!needs.suspect.is_empty(), 3),
        (!needs.words.is_empty(), 2),
        (!needs.when.is_empty(), 2),
        (shares_a_word(text, about), 3),
        (text.contains(|c: char| c.is_ascii_digit()), 1),
    ];
    let held = parts.iter().filter(|(holds, _)| *holds);
    held.map(|(_, worth)| worth).sum::<u32>() + 2 * nouns
}

/// True if a title holds a word of the report that says something.
pub fn shares_a_word(title: &str, about: &str) -> bool {
    let words = Words::of(about);
    let own = title.split(|c: char| !c.is_alphanumeric());
    own.filter(|word| word.len() > 3 && !COMMON.contains(&word.to_lowercase().as_str()))
        .any(|word| words.hold(word))
}

/// Words that any report holds.
const COMMON: &[&str] = &[
    "that", "this", "with", "from", "they", "them", "were", "have", "been", "what", "when", "then",
    "than", "into", "only", "also", "after", "before", "while", "which", "there", "their", "some",
    "more", "most", "other", "nothing", "everything", "issue", "outage", "incident", "postmortem",
    "report", "caused", "cause", "root", "minutes", "hours",
];
