//! The rules of the guard, from `quips/guard.toml`, and the phrases in the order in which they are
//! looked up.

use super::Tone;
use super::choice::{Lists, is_number, lists};
use super::phrase::{GuardPattern, opening};
use super::sentence::GuardWord;
use crate::assets;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, OnceLock};

/// The file as it stands.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GuardFile {
    words: BTreeMap<String, String>,
    context: GuardContext,
    rule: Vec<RuleFile>,
}

/// Phrases that say how what stands beside them is meant.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GuardContext {
    denies: Vec<String>,
    spares: Vec<String>,
    touched: Vec<String>,
    denied: Vec<String>,
    answers: Vec<String>,
    doubts: Vec<String>,
    suspects: Vec<String>,
    compares: Vec<String>,
    refutes: Vec<String>,
    turns: Vec<String>,
    plans: Vec<String>,
    makes_good: Vec<String>,
}

impl GuardContext {
    fn by_use(self) -> [(Use, Vec<String>); 12] {
        [
            (Use::Denies, self.denies),
            (Use::Spares, self.spares),
            (Use::Touched, self.touched),
            (Use::Denied, self.denied),
            (Use::Answers, self.answers),
            (Use::Doubts, self.doubts),
            (Use::Suspects, self.suspects),
            (Use::Compares, self.compares),
            (Use::Refutes, self.refutes),
            (Use::Turns, self.turns),
            (Use::Plans, self.plans),
            (Use::MakesGood, self.makes_good),
        ]
    }
}

/// One rule, as the file has it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleFile {
    name: String,
    tone: Tone,
    why: String,
    #[serde(default)]
    holds: Holds,
    #[serde(default)]
    figurative: bool,
    phrases: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
}

/// Where a rule holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Holds {
    /// Where something is told that happened.
    #[default]
    Told,
    /// Where the subject is touched: "could not hand in the exam" denies no exam.
    Subject,
    /// Wherever the subject comes up, denied and planned as well.
    Named,
    /// In the account of the cause.
    Cause,
    /// As told; also in the front matter.
    Metadata,
}

/// A rule without its phrases.
#[derive(Debug)]
pub(super) struct GuardRule {
    pub(super) name: String,
    pub(super) tone: Tone,
    pub(super) holds: Holds,
    /// A word of it that alone stands in quotation marks is a figure of speech.
    pub(super) figurative: bool,
}

/// What a phrase is looked for for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// It brings a rule down on the report.
    Hit(usize),
    /// With it the rule's words mean something else.
    Unless(usize),
    /// What follows is not so: "no", "ruled out".
    Denies,
    /// What follows was not touched: "did not affect".
    Spares,
    /// What came before was touched, or with a "no" was not.
    Touched,
    /// What came before was not so: "was ruled out".
    Denied,
    /// What came right before was not so: "none".
    Answers,
    /// A denial in it is none: "cannot rule out".
    Doubts,
    /// What follows is only supposed.
    Suspects,
    /// What follows stands in a comparison.
    Compares,
    /// What was supposed was wrong.
    Refutes,
    /// What was supposed in the same sentence was wrong: "but".
    Turns,
    /// What follows is to be done.
    Plans,
    /// What follows is to be made good, so it happened.
    MakesGood,
}

/// A phrase found in a sentence, from word to word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Find {
    pub(super) what: Use,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether the phrase says "not" itself.
    pub(super) denies: bool,
}

/// The rules and their phrases.
pub(super) struct Rules {
    pub(super) rules: Vec<GuardRule>,
    entries: Vec<GuardPhrase>,
    lists: Lists,
    /// Where the entries are that begin with a word of that mark, a word so begun, a word of that
    /// list, a number.
    exact: Vec<(u64, usize)>,
    stems: Vec<(String, usize)>,
    listed: Vec<(Arc<[u64]>, usize)>,
    numbers: Vec<usize>,
}

/// A phrase of the data. Most are never met in a report, so each is taken apart when it is.
struct GuardPhrase {
    what: Use,
    text: String,
    phrase: OnceLock<GuardPattern>,
}

/// The built-in rules.
pub(super) static RULES: LazyLock<Rules> = LazyLock::new(|| {
    Rules::new(toml::from_str(assets::GUARD).expect("the built-in rules can be read"))
});

impl Rules {
    fn new(file: GuardFile) -> Rules {
        let mut out = Rules {
            rules: Vec::new(),
            entries: Vec::new(),
            lists: lists(file.words),
            exact: Vec::new(),
            stems: Vec::new(),
            listed: Vec::new(),
            numbers: Vec::new(),
        };
        for (what, phrases) in file.context.by_use() {
            out.add(what, phrases);
        }
        for (index, rule) in file.rule.into_iter().enumerate() {
            debug_assert!(
                !rule.why.is_empty() && !rule.phrases.is_empty(),
                "{} says nothing",
                rule.name
            );
            out.add(Use::Hit(index), rule.phrases);
            out.add(Use::Unless(index), rule.unless);
            out.rules.push(GuardRule {
                name: rule.name,
                tone: rule.tone,
                holds: rule.holds,
                figurative: rule.figurative,
            });
        }
        out.exact.sort_unstable();
        out.stems.sort_unstable();
        out
    }

    fn add(&mut self, what: Use, phrases: Vec<String>) {
        for text in phrases {
            let at = self.entries.len();
            let first = opening(&text, &self.lists);
            self.exact
                .extend(first.exact.into_iter().map(|mark| (mark, at)));
            self.stems
                .extend(first.stems.into_iter().map(|stem| (stem, at)));
            self.listed
                .extend(first.lists.into_iter().map(|list| (list, at)));
            self.numbers.extend(first.number.then_some(at));
            self.entries.push(GuardPhrase {
                what,
                text,
                phrase: OnceLock::new(),
            });
        }
    }

    /// Every phrase in a sentence, by the word that it begins with.
    pub(super) fn find(&self, words: &[GuardWord]) -> Vec<Find> {
        let (mut out, mut begun) = (Vec::new(), Vec::new());
        for (start, word) in words.iter().enumerate() {
            begun.clear();
            self.beginning_with(word, &mut begun);
            for entry in begun.iter().map(|at| &self.entries[*at]) {
                let phrase = entry
                    .phrase
                    .get_or_init(|| GuardPattern::new(&entry.text, &self.lists));
                if let Some(end) = phrase.end(words, start) {
                    out.push(Find {
                        what: entry.what,
                        start,
                        end,
                        denies: phrase.denies,
                    });
                }
            }
        }
        out
    }

    /// The entries whose first word this is, each once.
    fn beginning_with(&self, word: &GuardWord, out: &mut Vec<usize>) {
        let from = self.exact.partition_point(|(mark, _)| *mark < word.mark);
        out.extend(
            self.exact[from..]
                .iter()
                .take_while(|(mark, _)| *mark == word.mark)
                .map(|(_, at)| *at),
        );
        // A word's own beginnings stand before it in the alphabet, with the same first letter.
        let letter = word.text.get(..1).unwrap_or_default();
        let from = self
            .stems
            .partition_point(|(stem, _)| stem.as_str() < letter);
        let before = self.stems[from..]
            .iter()
            .take_while(|(stem, _)| stem.as_str() <= word.text.as_str());
        out.extend(
            before
                .filter(|(stem, _)| word.text.starts_with(stem.as_str()))
                .map(|(_, at)| *at),
        );
        out.extend(self.in_lists(word));
        if is_number(&word.text) {
            out.extend(&self.numbers);
        }
        out.sort_unstable();
        out.dedup();
    }

    fn in_lists(&self, word: &GuardWord) -> impl Iterator<Item = usize> {
        let mut last: Option<(&Arc<[u64]>, bool)> = None;
        self.listed.iter().filter_map(move |(list, at)| {
            // Entries of one list mostly stand side by side.
            let known = last
                .filter(|(known, _)| Arc::ptr_eq(known, list))
                .map(|(_, holds)| holds);
            let holds = known.unwrap_or_else(|| list.binary_search(&word.mark).is_ok());
            last = Some((list, holds));
            holds.then_some(*at)
        })
    }
}
