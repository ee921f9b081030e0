//! Phrases found by the words that they begin with: a sentence is compared with thousands.

use super::phrase::{Matcher, WordLists};
use super::token::{Gap, Word};
use std::collections::HashMap;

/// Phrases, each with its meaning.
pub(crate) struct PhraseTable<T> {
    phrases: Vec<(T, String)>,
    lists: WordLists,
    /// By their first two letters, so that a word is compared with few.
    openings: HashMap<[u8; 2], Vec<PhraseOpening>>,
    /// The lists that phrases begin with, each with these phrases.
    of_lists: Vec<(String, Vec<usize>)>,
    /// The words of these lists, each with the places of its lists.
    listed: HashMap<String, Vec<usize>>,
    /// Those that may begin with any letters.
    anywhere: Vec<usize>,
    step: Gap,
    gap: Gap,
}

/// A word that a phrase may begin with, and its place in the phrase.
struct PhraseOpening {
    phrase: usize,
    from: usize,
    to: usize,
}

/// A phrase found in a sentence, from word to word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PhraseFound<'a, T> {
    pub(crate) what: T,
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The phrase itself.
    pub(crate) phrase: &'a str,
}

impl<T: Copy> PhraseTable<T> {
    /// Phrases with the words behind each `$name`. A step and a gap run over no wider mark than
    /// these.
    pub(crate) fn new(
        phrases: Vec<(T, String)>,
        lists: WordLists,
        step: Gap,
        gap: Gap,
    ) -> PhraseTable<T> {
        let mut table = PhraseTable {
            openings: HashMap::new(),
            of_lists: Vec::new(),
            listed: HashMap::new(),
            anywhere: Vec::new(),
            phrases,
            lists,
            step,
            gap,
        };
        table.index();
        table
    }

    fn index(&mut self) {
        for (phrase, (_, text)) in self.phrases.iter().enumerate() {
            let mut at = 0;
            if let Some(unlike) = text.strip_prefix('!') {
                at = 1 + unlike.find(' ').map_or(unlike.len(), |blank| blank + 1);
            }
            let first = &text[at..];
            let first = &first[..first.find(' ').unwrap_or(first.len())];
            for one in first.split('|') {
                let from = at;
                at += one.len() + 1;
                if let Some(list) = one.strip_prefix('$') {
                    match self.of_lists.iter_mut().find(|(known, _)| known == list) {
                        Some((_, phrases)) => phrases.push(phrase),
                        None => self.of_lists.push((list.to_string(), vec![phrase])),
                    }
                } else if matches!(one, "#" | "^" | "*") {
                    self.anywhere.push(phrase);
                } else {
                    let openings = self.openings.entry(letters(one)).or_default();
                    openings.push(PhraseOpening {
                        phrase,
                        from,
                        to: from + one.len(),
                    });
                }
            }
        }
        for (at, (list, _)) in self.of_lists.iter().enumerate() {
            for word in self.lists.get(list).into_iter().flatten() {
                self.listed.entry(word.clone()).or_default().push(at);
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
        let (mut out, mut begun) = (Vec::new(), Vec::new());
        for (start, word) in words.iter().enumerate() {
            self.beginning_with(word, &mut begun);
            out.extend(begun.iter().filter_map(|at| {
                let (what, phrase) = &self.phrases[*at];
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

    /// The phrases that may begin with a word, in their own order.
    fn beginning_with(&self, word: &Word, out: &mut Vec<usize>) {
        out.clear();
        let near = self.openings.get(&letters(&word.text));
        out.extend(
            near.into_iter()
                .flatten()
                .filter(|opening| {
                    let one = &self.phrases[opening.phrase].1[opening.from..opening.to];
                    may_stand_for(one, &word.text)
                })
                .map(|opening| opening.phrase),
        );
        let lists = self.listed.get(&word.text).into_iter().flatten();
        out.extend(lists.flat_map(|list| &self.of_lists[*list].1));
        out.extend(&self.anywhere);
        out.sort_unstable();
        out.dedup();
    }
}

/// The first two letters of a word, if it begins with letters rather than an operator.
fn letters(word: &str) -> [u8; 2] {
    let mut bytes = word.bytes().filter(|b| !matches!(b, b'*' | b'+' | b'~'));
    [bytes.next().unwrap_or(0), bytes.next().unwrap_or(0)]
}

/// False if a word is certainly none of those that `leak`, `leak+`, `leak~` or `leak*` stand for.
fn may_stand_for(one: &str, word: &str) -> bool {
    match one.as_bytes().last() {
        Some(b'*') => word.starts_with(&one[..one.len() - 1]),
        // A plural and a form of a verb keep all of the stem but, at most, its last letter.
        Some(b'+' | b'~') => {
            let stem = &one.as_bytes()[..one.len() - 1];
            word.as_bytes()
                .starts_with(&stem[..stem.len().saturating_sub(1)])
        }
        _ => one == word,
    }
}
