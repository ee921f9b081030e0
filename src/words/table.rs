//! Phrases from a file, found by the words that they begin with: a sentence is compared with
//! thousands.

use super::phrase::{Matcher, WordLists};
use super::token::{Gap, Word};

/// Phrases, each with its meaning.
pub(crate) struct PhraseTable<T> {
    phrases: Vec<(T, &'static str)>,
    lists: WordLists,
    /// By their first two letters, so that a word is compared with few.
    openings: Vec<PhraseOpening>,
    /// The lists that phrases begin with, each with these phrases.
    of_lists: Vec<(&'static str, Vec<usize>)>,
    /// The words of these lists, in order, each with the place of its list.
    listed: Vec<(&'static str, usize)>,
    /// Those that may begin with any letters.
    anywhere: Vec<usize>,
    step: Gap,
    gap: Gap,
}

/// A word that a phrase may begin with, and its place in the phrase.
struct PhraseOpening {
    letters: [u8; 2],
    word: &'static str,
    phrase: usize,
}

/// A phrase found in a sentence, from word to word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PhraseFound<T> {
    pub(crate) what: T,
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The phrase itself.
    pub(crate) phrase: &'static str,
}

impl<T: Copy> PhraseTable<T> {
    /// Phrases with the words behind each `$name`. A step and a gap run over no wider mark than
    /// these.
    pub(crate) fn new(
        phrases: Vec<(T, &'static str)>,
        lists: WordLists,
        step: Gap,
        gap: Gap,
    ) -> PhraseTable<T> {
        let mut table = PhraseTable {
            openings: Vec::new(),
            of_lists: Vec::new(),
            listed: Vec::new(),
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
            let first = match text.strip_prefix('!') {
                Some(rest) => rest.split(' ').nth(1),
                None => text.split(' ').next(),
            };
            for word in first.unwrap_or_default().split('|') {
                if let Some(list) = word.strip_prefix('$') {
                    match self.of_lists.iter_mut().find(|(known, _)| *known == list) {
                        Some((_, phrases)) => phrases.push(phrase),
                        None => self.of_lists.push((list, vec![phrase])),
                    }
                } else if matches!(word, "#" | "^" | "*") {
                    self.anywhere.push(phrase);
                } else {
                    self.openings.push(PhraseOpening { letters: letters(word), word, phrase });
                }
            }
        }
        for (at, (list, _)) in self.of_lists.iter().enumerate() {
            let words = self.lists.get(list).into_iter().flatten();
            self.listed.extend(words.map(|word| (*word, at)));
        }
        self.openings.sort_unstable_by_key(|opening| opening.letters);
        self.listed.sort_unstable();
    }

    /// All matches in a sentence, in the order of their first words.
    pub(crate) fn find(&self, words: &[Word]) -> Vec<PhraseFound<T>> {
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
                Some(PhraseFound { what: *what, start, end: matcher.end(phrase, start)?, phrase })
            }));
        }
        out
    }

    /// The phrases that may begin with a word, in their own order.
    fn beginning_with(&self, word: &Word, out: &mut Vec<usize>) {
        out.clear();
        let near = letters(&word.text);
        let first = self.openings.partition_point(|other| other.letters < near);
        let near = self.openings[first..].iter().take_while(|opening| opening.letters == near);
        let near = near.filter(|opening| may_stand_for(opening.word, &word.text));
        out.extend(near.map(|opening| opening.phrase));
        let word = word.text.as_str();
        let first = self.listed.partition_point(|(other, _)| *other < word);
        let lists = self.listed[first..].iter();
        let lists = lists.take_while(|(other, _)| *other == word);
        out.extend(lists.flat_map(|(_, list)| &self.of_lists[*list].1));
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
            word.as_bytes().starts_with(&stem[..stem.len().saturating_sub(1)])
        }
        _ => one == word,
    }
}
