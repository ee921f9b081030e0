//! Lists of words in a row, written with commas between them.

use crate::words::matching::Words;

/// True if one of the phrases stands in a text.
pub(crate) fn one_of(words: &Words, phrases: &str) -> bool {
    phrases.split(',').map(str::trim).any(|phrase| !phrase.is_empty() && words.hold(phrase))
}

/// Words that an entry must hold, and words that forbid it.
#[derive(Debug, Clone, Copy)]
pub(super) struct NeededWords {
    /// One of these; empty when none is needed.
    pub(super) one: &'static str,
    /// And one of these.
    pub(super) and: &'static str,
    /// None of these.
    pub(super) not: &'static str,
}

impl NeededWords {
    pub(super) fn fits(&self, words: &Words) -> bool {
        let held = |phrases: &str| phrases.is_empty() || one_of(words, phrases);
        held(self.one) && held(self.and) && !one_of(words, self.not)
    }
}
