//! Phrases found by the words that they begin with: a sentence is compared with thousands.

use super::phrase::{Matcher, WordLists};
use super::token::{Gap, Word};

/// Phrases, each with its meaning.
pub(crate) struct PhraseTable<T> {
    phrases: Vec<(T, String)>,
    lists: WordLists,
    /// By their first two letters, so that a word is compared with few.
    openings: Vec<PhraseOpening>,
    /// The words of the lists that phrases begin with, each with the number of its list.
    listed: Vec<(String, usize)>,
    /// The phrases that begin with each of these lists.
    of_lists: Vec<Vec<usize>>,
    /// Those that may begin with any letters.
    anywhere: Vec<usize>,
    step: Gap,
    gap: Gap,
}

/// A word that a phrase may begin with, and its place in the phrase.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct PhraseOpening {
    letters: [u8; 2],
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
            openings: Vec::new(),
            listed: Vec::new(),
            of_lists: Vec::new(),
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
        let mut used: Vec<&str> = Vec::new();
        for (phrase, (_, text)) in self.phrases.iter().enumerate() {
            let first = text.split(' ').find(|step| !step.starts_with('!'));
            let first = first.unwrap_or_default();
            let mut at = text.find(first).unwrap_or_default();
            for one in first.split('|') {
                let from = at;
                at += one.len() + 1;
                if let Some(list) = one.strip_prefix('$') {
                    let known = used.iter().position(|known| *known == list);
                    let list = known.unwrap_or_else(|| {
                        used.push(list);
                        self.of_lists.push(Vec::new());
                        used.len() - 1
                    });
                    self.of_lists[list].push(phrase);
                } else if matches!(one, "#" | "^" | "*") {
                    self.anywhere.push(phrase);
                } else {
                    self.openings.push(PhraseOpening {
                        letters: letters(one),
                        phrase,
                        from,
                        to: from + one.len(),
                    });
                }
            }
        }
        for (at, list) in used.into_iter().enumerate() {
            let words = self.lists.get(list).into_iter().flatten();
            self.listed.extend(words.map(|word| (word.clone(), at)));
        }
        self.openings.sort_unstable();
        self.listed.sort_unstable();
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
        let letters = letters(&word.text);
        let from = self
            .openings
            .partition_point(|opening| opening.letters < letters);
        let near = self.openings[from..]
            .iter()
            .take_while(|opening| opening.letters == letters);
        out.extend(
            near.filter(|opening| {
                let one = &self.phrases[opening.phrase].1[opening.from..opening.to];
                // With an ending it stands for more than one word.
                one.ends_with(['*', '+', '~']) || one == word.text
            })
            .map(|opening| opening.phrase),
        );
        let from = self.listed.partition_point(|(known, _)| *known < word.text);
        let lists = self.listed[from..]
            .iter()
            .take_while(|(known, _)| *known == word.text);
        out.extend(lists.flat_map(|(_, list)| &self.of_lists[*list]));
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
