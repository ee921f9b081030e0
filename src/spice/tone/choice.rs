//! What one word of a phrase may be.

use super::sentence::GuardWord;
use crate::dice;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The words behind `$name`, as marks in order.
pub(super) type Lists = BTreeMap<String, Arc<[u64]>>;

/// The lists of the data: names, and words with blanks between them.
pub(super) fn lists(data: BTreeMap<String, String>) -> Lists {
    let marks = |words: &str| {
        let mut marks: Vec<u64> = words.split_whitespace().map(|word| mark([word])).collect();
        marks.sort_unstable();
        marks.into()
    };
    data.iter()
        .map(|(name, words)| (name.clone(), marks(words)))
        .collect()
}

/// A word, in parts, as a number by which it is compared: a sentence's words are compared
/// with thousands.
pub(super) fn mark<const N: usize>(parts: [&str; N]) -> u64 {
    dice::hash(parts.into_iter().flat_map(str::bytes))
}

/// A word, or several words of which any will do.
#[derive(Debug, Default)]
pub(super) struct Alternatives {
    pub(super) exact: Vec<u64>,
    /// Beginnings of words.
    pub(super) stems: Vec<String>,
    pub(super) lists: Vec<Arc<[u64]>>,
    pub(super) number: bool,
    name: bool,
    any: bool,
}

impl Alternatives {
    /// Reads `a|b*|$list`; a list that there is none of stands for no word at all.
    pub(super) fn new(step: &str, known: &Lists) -> Alternatives {
        let mut out = Alternatives::default();
        for one in step.split('|') {
            match one.strip_prefix('$') {
                Some(list) => out.lists.extend(known.get(list).cloned()),
                None => out.add(one),
            }
        }
        out.exact.sort_unstable();
        out
    }

    fn add(&mut self, word: &str) {
        match (
            word,
            word.strip_suffix('*'),
            word.strip_suffix('+'),
            word.strip_suffix('~'),
        ) {
            ("#", ..) => self.number = true,
            ("^", ..) => self.name = true,
            ("*", ..) => self.any = true,
            (_, Some(stem), ..) => self.stems.push(stem.to_string()),
            (_, _, Some(stem), _) => self.exact.extend([mark([stem]), with_s(stem)]),
            (.., Some(stem)) => self.exact.extend(verb(stem)),
            _ => self.exact.push(mark([word])),
        }
    }

    /// Whether a word is meant; `inside` says that it does not begin the sentence.
    pub(super) fn fits(&self, word: &GuardWord, inside: bool) -> bool {
        let holds = |marks: &[u64]| marks.binary_search(&word.mark).is_ok();
        self.any
            || holds(&self.exact)
            || self.lists.iter().any(|list| holds(list))
            || self
                .stems
                .iter()
                .any(|stem| word.text.starts_with(stem.as_str()))
            || (self.number && is_number(&word.text))
            || (self.name && word.capital && inside)
    }
}

fn ends_in_vowel(stem: &str) -> bool {
    stem.ends_with(['a', 'e', 'i', 'o', 'u'])
}

/// "leaks", "charges", "injuries", "crashes".
fn with_s(stem: &str) -> u64 {
    match stem.strip_suffix('y') {
        Some(short) if !ends_in_vowel(short) => mark([short, "ies"]),
        _ if stem.ends_with(['s', 'x', 'z']) || stem.ends_with("ch") || stem.ends_with("sh") => {
            mark([stem, "es"])
        }
        _ => mark([stem, "s"]),
    }
}

/// "leak", "leaks", "leaked", "leaking"; "charge", "charges", "charged", "charging".
fn verb(stem: &str) -> [u64; 4] {
    let (past, ing) = match (stem.strip_suffix('e'), stem.strip_suffix('y')) {
        (Some(short), _) => (mark([stem, "d"]), mark([short, "ing"])),
        (_, Some(short)) if !ends_in_vowel(short) => (mark([short, "ied"]), mark([stem, "ing"])),
        _ => (mark([stem, "ed"]), mark([stem, "ing"])),
    };
    [mark([stem]), with_s(stem), past, ing]
}

/// "41", "3,412", "two", "several".
pub(super) fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) || NUMBERS.contains(&word)
}

const NUMBERS: &[&str] = &[
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "several",
    "dozens",
    "hundreds",
    "thousands",
    "many",
    "both",
    "few",
];
