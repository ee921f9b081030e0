//! Entries cut into stems. Not by `words`, which cuts "on-call", "node_2" and "97.5%" otherwise: the
//! weights were learned from these stems.

use super::lexicon::classes;
use std::ops::Range;

/// A word of an entry: its stem, the classes of that, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) stem: String,
    classes: &'static str,
    pub(super) range: Range<usize>,
}

impl Token {
    /// The classes that its stem belongs to.
    pub(super) fn classes(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.classes.split(' ').filter(|class| !class.is_empty())
    }

    /// True if it belongs to any.
    pub(super) fn is_classed(&self) -> bool {
        !self.classes.is_empty()
    }
}

/// The sentences of a text as stems. Every full stop ends one, also that of a version number: the
/// trainer and the reader only have to agree.
pub(super) fn sentences(text: &str) -> Vec<Vec<Token>> {
    let mut out: Vec<Vec<Token>> = vec![Vec::new()];
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let end = match first {
            _ if rest.starts_with("http://") || rest.starts_with("https://") => {
                rest.find(char::is_whitespace).unwrap_or(rest.len())
            }
            'a'..='z' | 'A'..='Z' => word_end(rest),
            '0'..='9' => number_end(rest),
            _ => {
                if matches!(first, '.' | ';' | '!' | '?' | '\n') {
                    out.push(Vec::new());
                }
                at += first.len_utf8();
                continue;
            }
        };
        let word = &rest[..end];
        let stem = if end > 4 && word.contains("://") {
            "URL".to_string()
        } else {
            stem(&word.to_ascii_lowercase().replace('’', "'"))
        };
        if let Some(sentence) = out.last_mut() {
            sentence.push(Token { classes: classes(&stem), stem, range: at..at + end });
        }
        at += end;
    }
    out.retain(|sentence| !sentence.is_empty());
    out
}

/// The end of a word, with one apostrophe inside it: "didn't".
fn word_end(text: &str) -> usize {
    let letters = |text: &str| text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len());
    let end = letters(text);
    let behind = text[end..].strip_prefix(['\'', '’']).map_or(0, letters);
    if behind == 0 {
        end
    } else {
        text.len() - text[end..].trim_start_matches(['\'', '’']).len() + behind
    }
}

/// The end of a number, its percent sign included.
fn number_end(text: &str) -> usize {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    end + usize::from(text[end..].starts_with('%'))
}

/// A word without its ending, so that "restarted", "restarting" and "restarts" are one.
pub(super) fn stem(word: &str) -> String {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return if word.ends_with('%') { "%" } else { "#" }.to_string();
    }
    if word.contains('\'') {
        return word.to_string();
    }
    let mut stem = ["ing", "ed", "es", "s", "ly", "ion"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|stem| stem.len() > 3))
        .unwrap_or(word);
    let bytes = stem.as_bytes();
    if let [.., before, last] = bytes
        && stem.len() > 4
        && before == last
        && !matches!(last, b'l' | b's')
    {
        stem = &stem[..stem.len() - 1];
    }
    if stem.len() > 4 && stem.ends_with(['e', 'y', 'i']) {
        stem = &stem[..stem.len() - 1];
    }
    stem.to_string()
}

/// Words that say no, by their stems.
pub(super) fn denies(stem: &str) -> bool {
    matches!(
        stem,
        "no" | "not"
            | "never"
            | "without"
            | "nothing"
            | "none"
            | "cannot"
            | "unable"
            | "neither"
            | "nor"
    ) || stem.ends_with("n't")
}

/// Words too common to connect two entries.
pub(super) fn is_common(word: &str) -> bool {
    matches!(word, "that" | "this" | "with" | "from" | "they" | "their" | "were" | "been" | "have")
}
