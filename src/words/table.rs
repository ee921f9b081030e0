//! Phrases indexed by their first letters, since each sentence is matched against thousands.

use super::phrase::{Matcher, WordLists};
use super::token::{Gap, Word};

/// Phrases, each with an associated value.
pub(crate) struct PhraseTable<T> {
    phrases: Vec<(T, String)>,
    lists: WordLists,
    /// The first two letters of a phrase, and its index.
    openings: Vec<([u8; 2], usize)>,
    /// Phrases that may begin with any letters.
    anywhere: Vec<usize>,
    step: Gap,
    gap: Gap,
}

/// A phrase found in a sentence, with its range of words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PhraseFound<'a, T> {
    pub(crate) what: T,
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The phrase itself.
    pub(crate) phrase: &'a str,
}

impl<T: Copy> PhraseTable<T> {
    /// Phrases with the words for each `$name`, and the widest separators that a step and a gap
    /// may cross.
    pub(crate) fn new(
        phrases: Vec<(T, String)>,
        lists: WordLists,
        step: Gap,
        gap: Gap,
    ) -> PhraseTable<T> {
        let mut table = PhraseTable {
            openings: Vec::new(),
            anywhere: Vec::new(),
            phrases,
            lists,
            step,
            gap,
        };
        for at in 0..table.phrases.len() {
            table.open(at);
        }
        table.openings.sort_unstable();
        table.openings.dedup();
        table
    }

    fn open(&mut self, at: usize) {
        let (_, phrase) = &self.phrases[at];
        let first = phrase.split(' ').find(|step| !step.starts_with('!'));
        for one in first.unwrap_or_default().split('|') {
            let listed = one.strip_prefix('$').and_then(|list| self.lists.get(list));
            match (one, listed) {
                (_, Some(words)) => self
                    .openings
                    .extend(words.iter().map(|word| (letters(word), at))),
                ("#" | "^" | "*", _) => self.anywhere.push(at),
                _ => self.openings.push((letters(one), at)),
            }
        }
    }

    /// All matches in a sentence, in the order of their first words.
    pub(crate) fn find(&self, words: &[Word]) -> Vec<PhraseFound<'_, T>> {
        let matcher = Matcher {
            words,
            lists: &self.lists,
            step: self.step,
            gap: self.gap,
            code: false,
            bars: &|_| false,
        };
        let mut out = Vec::new();
        for (start, word) in words.iter().enumerate() {
            let letters = letters(&word.text);
            let from = self.openings.partition_point(|(known, _)| *known < letters);
            let same = self.openings[from..]
                .iter()
                .take_while(|(known, _)| *known == letters)
                .map(|(_, at)| *at);
            let mut begun: Vec<usize> = same.chain(self.anywhere.iter().copied()).collect();
            begun.sort_unstable();
            begun.dedup();
            out.extend(begun.into_iter().filter_map(|at| {
                let (what, phrase) = &self.phrases[at];
                Some(PhraseFound {
                    what: *what,
                    start,
                    end: matcher.end(phrase, start)?,
                    phrase,
                })
            }));
        }
        out
    }
}

/// The first two letters of a word, if it begins with letters rather than an operator.
fn letters(word: &str) -> [u8; 2] {
    let mut bytes = word.bytes().filter(|b| !matches!(b, b'*' | b'+' | b'~'));
    [bytes.next().unwrap_or(0), bytes.next().unwrap_or(0)]
}
