//! Looks for a pattern's words in a text: whole words, small letters, `*` for any ending, several
//! words in a row.
//!
//! Blanks, hyphens and slashes part words; other marks end a row. A "%" is a word of its own, and
//! "customer's" is found as "customer", too.

use super::beginning;
use std::ops::Range;

/// The words of a text, in which patterns are looked for.
#[derive(Debug, Clone, Default)]
pub struct Words {
    small: String,
    /// An empty one stands where a row of words ends.
    words: Vec<Range<usize>>,
    /// Which beginnings there are at all: most patterns end here.
    openings: [u64; 4],
}

impl Words {
    /// The words of a text.
    pub fn of(text: &str) -> Words {
        let small = small(text);
        let words = split(&small, false);
        let mut openings = [0; 4];
        for word in words.iter().filter(|word| !word.is_empty()) {
            let (slot, bit) = opening(&small[word.clone()]);
            openings[slot] |= bit;
        }
        Words {
            small,
            words,
            openings,
        }
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
        self.words
            .get(at)
            .map_or("", |word| &self.small[word.clone()])
    }

    /// From which to which word the pattern stands, each time.
    pub(crate) fn found(&self, pattern: &str) -> Vec<Range<usize>> {
        if !self.may_hold(pattern) {
            return Vec::new();
        }
        let pattern = small(pattern);
        let row = split(&pattern, true);
        let steps: Vec<&str> = row
            .iter()
            .filter(|step| !step.is_empty())
            .map(|step| &pattern[step.clone()])
            .collect();
        if steps.is_empty() {
            return Vec::new();
        }
        let rows = self.words.windows(steps.len()).enumerate();
        rows.filter(|(_, words)| self.fit(words, &steps))
            .map(|(at, _)| at..at + steps.len())
            .collect()
    }

    /// Whether a pattern can be there, by its first word: for most it is not, and nothing has to be
    /// taken apart.
    fn may_hold(&self, pattern: &str) -> bool {
        let end = pattern
            .bytes()
            .position(|b| !b.is_ascii_lowercase())
            .unwrap_or(pattern.len());
        if end < 2 {
            return true;
        }
        let (slot, bit) = opening(pattern);
        let begins = |word: &Range<usize>| {
            self.small.as_bytes()[word.clone()].starts_with(&pattern.as_bytes()[..end])
        };
        self.openings[slot] & bit != 0 && self.words.iter().any(begins)
    }

    fn fit(&self, words: &[Range<usize>], steps: &[&str]) -> bool {
        words
            .iter()
            .zip(steps)
            .all(|(word, step)| !word.is_empty() && fits(&self.small[word.clone()], step))
    }
}

/// Whether a pattern stands in a text.
pub fn holds(text: &str, pattern: &str) -> bool {
    Words::of(beginning(text)).hold(pattern)
}

fn fits(word: &str, step: &str) -> bool {
    match step.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => word == step || word.strip_suffix("'s") == Some(step),
    }
}

/// One of 256 bits for the first two bytes.
fn opening(word: &str) -> (usize, u64) {
    let mut bytes = word.bytes().map(usize::from);
    let at = (bytes.next().unwrap_or(0) * 31 + bytes.next().unwrap_or(0)) % 256;
    (at / 64, 1 << (at % 64))
}

fn small(text: &str) -> String {
    if text.is_ascii() {
        text.to_ascii_lowercase()
    } else {
        text.to_lowercase()
            .replace('’', "'")
            .replace(['‐', '‑'], "-")
    }
}

/// The words; an empty one where a row of words ends. In a pattern a star belongs to its word.
fn split(text: &str, pattern: bool) -> Vec<Range<usize>> {
    let letter = |c: char| c.is_alphanumeric() || c == '_' || pattern && c == '*';
    let mut out: Vec<Range<usize>> = Vec::new();
    let (mut start, mut last) = (None, ' ');
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, next)| *next);
        // "resolv.conf", "3,412" and "don't" are one word.
        let within = match c {
            '.' | '\'' => letter(last) && letter(next),
            ',' => last.is_ascii_digit() && next.is_ascii_digit(),
            _ => false,
        };
        if letter(c) || within {
            start.get_or_insert(at);
        } else {
            out.extend(start.take().map(|start| start..at));
            match c {
                '%' => out.push(at..at + 1),
                '-' | '/' | '"' | '\'' | '“' | '”' | '‘' | '`' | '*' => {}
                _ if c.is_whitespace() => {}
                _ => out.push(at..at),
            }
        }
        last = c;
    }
    out.extend(start.map(|start| start..text.len()));
    out
}
