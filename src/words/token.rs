//! Splits a sentence into words in the form needed for matching.

use std::ops::Range;

/// A word: in lower case, without "'s"; "didn't" and "SEV-1" are two words each.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    pub(crate) text: String,
    /// True for addresses, file names and identifiers, which are not words of the language.
    pub(crate) code: bool,
    /// Its range in the passage.
    pub(crate) range: Range<usize>,
    /// The separator between it and the word before.
    pub(crate) gap: Gap,
    /// True if it begins with a capital letter, as names do.
    pub(crate) capital: bool,
}

/// A separator between two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    /// A blank, a hyphen.
    Blank,
    /// A comma, a bracket.
    Comma,
    /// A break inside a sentence: a semicolon, a colon, a dash, a cell border.
    Break,
}

/// The words of a sentence, which is a range of the passage; at most `most`.
pub(crate) fn words_of(text: &str, sentence: Range<usize>, most: usize) -> Vec<Word> {
    let mut out = Tokeniser { out: Vec::new(), gap: Gap::Blank };
    let mut at = sentence.start;
    for chunk in text[sentence].split_inclusive(char::is_whitespace) {
        let bare = chunk.trim_end();
        match bare {
            "" => {}
            "-" | "--" | "---" | "->" | "=>" => out.gap = Gap::Break,
            _ if is_code(bare) => out.code(bare, at),
            _ => out.chunk(bare, at),
        }
        at += chunk.len();
        if out.out.len() >= most {
            break;
        }
    }
    out.out
}

/// True for an address, a path or an identifier.
fn is_code(chunk: &str) -> bool {
    let inner = chunk.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '/' | '_'));
    if inner.contains("://")
        || inner.contains(['_', '@', '='])
        || inner.starts_with('/')
        || inner.matches('/').count() > 2
    {
        return true;
    }
    // "tenants.csv" and "shop.example" have a lower-case letter after the full stop, "lost.We" a
    // capital.
    inner.match_indices('.').any(|(at, _)| {
        let after = &inner[at + 1..];
        inner[..at].chars().count() > 1 && after.len() > 1 && after.starts_with(char::is_lowercase)
    })
}

struct Tokeniser {
    out: Vec<Word>,
    gap: Gap,
}

impl Tokeniser {
    fn code(&mut self, chunk: &str, at: usize) {
        let bare = chunk.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '/' | '_'));
        self.out.push(Word {
            text: bare.to_lowercase(),
            code: true,
            range: at..at + chunk.len(),
            gap: self.gap,
            capital: false,
        });
        self.gap = Gap::Blank;
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
                    if c == '%' {
                        self.add(c.to_string(), at + index..at + index + 1, false);
                    } else {
                        self.mark(c);
                    }
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
        self.out.push(Word { text, code: false, range, gap: self.gap, capital });
        self.gap = Gap::Blank;
    }
}

/// The verb in a negated word: "didn't", "didnt" or "cannot" without its "not".
fn denied(word: &str) -> Option<&str> {
    match word {
        "cannot" | "can't" | "cant" => Some("can"),
        "won't" => Some("will"),
        _ => word
            .strip_suffix("n't")
            .or_else(|| word.strip_suffix("nt").filter(|verb| AUXILIARIES.contains(verb))),
    }
}

/// Verbs that take a contracted "not".
const AUXILIARIES: &[&str] = &[
    "did", "does", "do", "was", "were", "is", "are", "has", "have", "had", "could", "would",
    "should", "must", "need",
];
