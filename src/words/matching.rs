//! Finds patterns in whole texts: phrases of consecutive words, with at most a blank, a hyphen or
//! a slash between two.

use super::beginning;
use super::phrase::{Matcher, WordLists};
use super::token::{Gap, Word, words_of};
use std::ops::Range;

/// The words of a text, for matching patterns.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// An empty word ends a run of words.
    words: Vec<Word>,
    /// A bit set of the words' beginnings, which rules out most patterns at once.
    openings: [u64; 4],
}

impl Words {
    /// The words of a text.
    pub fn of(text: &str) -> Words {
        let mut out = Words::default();
        for word in words_of(text, 0..text.len(), usize::MAX) {
            if word.gap > Gap::Blank {
                out.words.push(end_of_row(&word));
            }
            for part in word.text.split('/').filter(|part| !part.is_empty()) {
                let (slot, bit) = opening(part);
                out.openings[slot] |= bit;
            }
            out.words.push(Word { gap: Gap::Blank, ..word });
        }
        out
    }

    /// True if the pattern occurs in the text.
    pub fn hold(&self, pattern: &str) -> bool {
        !self.found(pattern).is_empty()
    }

    /// True if one of the patterns occurs in the text.
    pub fn hold_one(&self, patterns: &[impl AsRef<str>]) -> bool {
        patterns.iter().any(|pattern| self.hold(pattern.as_ref()))
    }

    /// The number of words, including the ends of runs.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// The word at an index; empty if out of range.
    pub(crate) fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| &word.text)
    }

    /// The word range of each match of the pattern.
    pub(crate) fn found(&self, pattern: &str) -> Vec<Range<usize>> {
        if !self.may_hold(pattern) {
            return Vec::new();
        }
        match steps(pattern) {
            steps if steps.is_empty() => Vec::new(),
            steps => self.places(&steps, &|_| false),
        }
    }

    /// The word range of each match of a phrase as [`phrase`](super::phrase) writes them, whose
    /// gaps cross no comma.
    pub(crate) fn told(&self, phrase: &str) -> Vec<Range<usize>> {
        self.places(phrase, &|word| word.text.is_empty())
    }

    /// The word range of each match of a phrase, whose gaps cross no such word.
    fn places(&self, phrase: &str, bars: &dyn Fn(&Word) -> bool) -> Vec<Range<usize>> {
        let matcher = Matcher {
            words: &self.words,
            lists: &WordLists::new(),
            step: Gap::Blank,
            gap: Gap::Blank,
            code: true,
            bars,
        };
        (0..self.words.len()).filter_map(|at| Some(at..matcher.end(phrase, at)?)).collect()
    }

    /// Quick check by the pattern's first letters: it rules out most patterns without parsing
    /// them.
    fn may_hold(&self, pattern: &str) -> bool {
        let first = pattern.as_bytes().get(..2).unwrap_or_default();
        let (slot, bit) = opening(pattern);
        first.len() < 2
            || !first.iter().all(u8::is_ascii_lowercase)
            || self.openings[slot] & bit != 0
    }
}

/// True if one of the patterns occurs in a text.
pub fn holds_one(text: &str, patterns: &[&str]) -> bool {
    Words::of(beginning(text)).hold_one(patterns)
}

/// Converts a pattern as people write it ("read-only", "didn't") to the words of a phrase.
fn steps(pattern: &str) -> String {
    let mut out = Vec::new();
    for part in pattern.split_whitespace() {
        let stem = part.strip_suffix('*');
        let bare = stem.unwrap_or(part);
        out.extend(words_of(bare, 0..bare.len(), usize::MAX).into_iter().map(|word| word.text));
        if let (Some(_), Some(last)) = (stem, out.last_mut()) {
            last.push('*');
        }
    }
    out.join(" ")
}

fn end_of_row(before: &Word) -> Word {
    Word {
        text: String::new(),
        code: true,
        range: before.range.start..before.range.start,
        gap: Gap::Blank,
        capital: false,
    }
}

/// Maps the first two bytes to one of 256 bits.
fn opening(word: &str) -> (usize, u64) {
    let mut bytes = word.bytes().map(usize::from);
    let at = (bytes.next().unwrap_or(0) * 31 + bytes.next().unwrap_or(0)) % 256;
    (at / 64, 1 << (at % 64))
}
