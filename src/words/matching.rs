//! Looks for patterns in whole texts: phrases whose words stand in a row, none of them parted by
//! more than a blank, a hyphen or a slash.

use super::phrase::{Matcher, WordLists};
use super::token::{Gap, Word, words_of};
use std::ops::Range;

/// The words of a text, in which patterns are looked for.
#[derive(Debug, Clone, Default)]
pub struct Words {
    /// An empty one stands where a row of words ends.
    words: Vec<Word>,
    /// Which beginnings there are at all: most patterns end here.
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
            out.words.push(Word {
                gap: Gap::Blank,
                ..word
            });
        }
        out
    }

    /// Whether the pattern stands in the text.
    pub fn hold(&self, pattern: &str) -> bool {
        !self.found(pattern).is_empty()
    }

    /// Whether one of the patterns stands in the text.
    pub fn hold_one(&self, patterns: &[String]) -> bool {
        patterns.iter().any(|pattern| self.hold(pattern))
    }

    /// How many words there are, ends of rows counted in.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// The word at a place; empty where there is none.
    pub(crate) fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| &word.text)
    }

    /// From which to which word the pattern stands, each time.
    pub(crate) fn found(&self, pattern: &str) -> Vec<Range<usize>> {
        if !self.may_hold(pattern) {
            return Vec::new();
        }
        let steps = steps(pattern);
        let matcher = Matcher {
            words: &self.words,
            lists: &WordLists::new(),
            step: Gap::Blank,
            gap: Gap::Blank,
            code: true,
            bars: &|_| false,
        };
        (0..self.words.len())
            .filter(|_| !steps.is_empty())
            .filter_map(|at| Some(at..matcher.end(&steps, at)?))
            .collect()
    }

    /// Whether a pattern can be there, by its first letters: for most it is not, and nothing has to
    /// be taken apart.
    fn may_hold(&self, pattern: &str) -> bool {
        let first = pattern.as_bytes().get(..2).unwrap_or_default();
        let (slot, bit) = opening(pattern);
        first.len() < 2
            || !first.iter().all(u8::is_ascii_lowercase)
            || self.openings[slot] & bit != 0
    }
}

/// Whether a pattern stands in a text.
pub fn holds(text: &str, pattern: &str) -> bool {
    let end = (0..=text.len().min(MOST))
        .rev()
        .find(|at| text.is_char_boundary(*at));
    Words::of(&text[..end.unwrap_or(0)]).hold(pattern)
}

/// No sentence that means anything is longer: a line of megabytes must not cost a minute.
const MOST: usize = 16 << 10;

/// A pattern as people write it ("read-only", "didn't") in the words of a phrase.
fn steps(pattern: &str) -> String {
    let mut out = Vec::new();
    for part in pattern.split_whitespace() {
        let stem = part.strip_suffix('*');
        let bare = stem.unwrap_or(part);
        out.extend(
            words_of(bare, 0..bare.len(), usize::MAX)
                .into_iter()
                .map(|word| word.text),
        );
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

/// One of 256 bits for the first two bytes.
fn opening(word: &str) -> (usize, u64) {
    let mut bytes = word.bytes().map(usize::from);
    let at = (bytes.next().unwrap_or(0) * 31 + bytes.next().unwrap_or(0)) % 256;
    (at / 64, 1 << (at % 64))
}
