//! Words of a sentence in the form in which phrases are looked for.

use super::choice::mark;
use std::ops::Range;

/// A word: small letters, no "'s", "didn't" as two words, "SEV-1" as two.
#[derive(Debug, Clone)]
pub(super) struct GuardWord {
    /// Empty for what is no word of the language: an address, a file, a name in code.
    pub(super) text: String,
    /// The same as a number, by which it is compared.
    pub(super) mark: u64,
    /// Where it stands in the passage.
    pub(super) range: Range<usize>,
    /// What stands between it and the word before.
    pub(super) gap: Gap,
    /// Whether it begins with a capital letter, as names do.
    pub(super) capital: bool,
}

/// What parts two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// A blank, a hyphen.
    Blank,
    /// A comma, a bracket.
    Comma,
    /// What ends a thought inside a sentence: a semicolon, a colon, a dash, a cell's border.
    Break,
}

/// A sentence longer than this is no sentence.
const MOST_WORDS: usize = 400;

/// The words of a sentence, which stands at a range of the passage.
pub(super) fn words_of(text: &str, sentence: Range<usize>) -> Vec<GuardWord> {
    let mut out = GuardWords {
        out: Vec::new(),
        gap: Gap::Blank,
    };
    let mut at = sentence.start;
    for chunk in text[sentence].split_inclusive(char::is_whitespace) {
        let bare = chunk.trim_end();
        match bare {
            "" => {}
            "-" | "--" | "---" | "->" | "=>" => out.gap = Gap::Break,
            _ if is_opaque(bare) => out.opaque(bare, at),
            _ => out.chunk(bare, at),
        }
        at += chunk.len();
        if out.out.len() >= MOST_WORDS {
            break;
        }
    }
    out.out
}

/// What is written for machines: an address, a path, an identifier.
fn is_opaque(chunk: &str) -> bool {
    let inner = chunk.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '/' | '_'));
    if inner.contains("://")
        || inner.contains(['_', '@', '='])
        || inner.starts_with('/')
        || inner.matches('/').count() > 2
    {
        return true;
    }
    // "tenants.csv" and "shop.example" hold a full stop before a small letter, "lost.We" before a
    // capital.
    inner.match_indices('.').any(|(at, _)| {
        let after = &inner[at + 1..];
        inner[..at].chars().count() > 1 && after.len() > 1 && after.starts_with(char::is_lowercase)
    })
}

struct GuardWords {
    out: Vec<GuardWord>,
    gap: Gap,
}

impl GuardWords {
    fn opaque(&mut self, chunk: &str, at: usize) {
        self.add(String::new(), at..at + chunk.len(), false);
        if let Some(mark) = chunk.chars().next_back() {
            self.mark(mark);
        }
    }

    fn chunk(&mut self, chunk: &str, at: usize) {
        let mut start = None;
        let mut chars = chunk.char_indices().peekable();
        let mut last = ' ';
        while let Some((index, c)) = chars.next() {
            let next = chars.peek().map_or(' ', |(_, next)| *next);
            // "3,412" and "1.5" are one number, "customer's" is one word.
            let inside = (matches!(c, ',' | '.') && last.is_ascii_digit() && next.is_ascii_digit())
                || (matches!(c, '\'' | '’') && last.is_alphanumeric() && next.is_alphanumeric());
            match start {
                Some(_) if c.is_alphanumeric() || inside => {}
                None if c.is_alphanumeric() => start = Some(index),
                _ => {
                    if let Some(start) = start.take() {
                        self.word(&chunk[start..index], at + start);
                    }
                    self.mark(c);
                }
            }
            last = c;
        }
        if let Some(start) = start {
            self.word(&chunk[start..], at + start);
        }
    }

    fn mark(&mut self, mark: char) {
        let gap = match mark {
            ',' | '(' | ')' | '[' | ']' | '…' => Gap::Comma,
            ';' | ':' | '|' | '–' | '—' | '→' | '.' | '!' | '?' => Gap::Break,
            _ => Gap::Blank,
        };
        self.gap = self.gap.max(gap);
    }

    fn word(&mut self, raw: &str, at: usize) {
        let range = at..at + raw.len();
        let capital = raw.starts_with(char::is_uppercase);
        let small = raw.to_lowercase().replace('’', "'");
        let small = small.strip_suffix("'s").unwrap_or(&small);
        if let Some(verb) = denied(small) {
            self.add(verb.to_string(), range.clone(), capital);
            self.add("not".to_string(), range, false);
        } else {
            self.add(small.to_string(), range, capital);
        }
    }

    fn add(&mut self, text: String, range: Range<usize>, capital: bool) {
        self.out.push(GuardWord {
            mark: mark([&text]),
            text,
            range,
            gap: self.gap,
            capital,
        });
        self.gap = Gap::Blank;
    }
}

/// "didn't", "didnt" and "cannot" without their "not".
fn denied(word: &str) -> Option<&str> {
    match word {
        "cannot" | "can't" | "cant" => Some("can"),
        "won't" => Some("will"),
        _ => word.strip_suffix("n't").or_else(|| {
            word.strip_suffix("nt")
                .filter(|verb| AUXILIARIES.contains(verb))
        }),
    }
}

/// Verbs to which people glue a "not".
const AUXILIARIES: &[&str] = &[
    "did", "does", "do", "was", "were", "is", "are", "has", "have", "had", "could", "would",
    "should", "must", "need",
];
