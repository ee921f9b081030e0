//! The rules of the guard, from `quips/guard.toml`, and the phrases in the order in which they are looked up.

use super::Tone;
use super::phrase::{Choice, Lists, Phrase, is_number, lists};
use super::sentence::Word;
use crate::assets;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The file as it stands.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    words: BTreeMap<String, String>,
    context: Context,
    rule: Vec<RuleFile>,
}

/// Phrases that say how what stands beside them is meant.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Context {
    denies: Vec<String>,
    spares: Vec<String>,
    touched: Vec<String>,
    denied: Vec<String>,
    answers: Vec<String>,
    doubts: Vec<String>,
    suspects: Vec<String>,
    refutes: Vec<String>,
    turns: Vec<String>,
    plans: Vec<String>,
    makes_good: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleFile {
    name: String,
    tone: Tone,
    why: String,
    #[serde(default)]
    holds: Holds,
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
pub(super) struct Rule {
    pub(super) name: String,
    pub(super) tone: Tone,
    pub(super) holds: Holds,
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
    pub(super) rules: Vec<Rule>,
    phrases: Vec<(Use, Phrase)>,
    /// By the first two bytes of the words that a phrase may begin with.
    openings: Vec<([u8; 2], usize)>,
}

/// The built-in rules.
pub(super) static RULES: LazyLock<Rules> =
    LazyLock::new(|| Rules::new(toml::from_str(assets::GUARD).expect("the built-in rules can be read")));

impl Rules {
    fn new(file: File) -> Rules {
        let mut out = Rules { rules: Vec::new(), phrases: Vec::new(), openings: Vec::new() };
        let lists = lists(file.words);
        let Context { denies, spares, touched, denied, answers, doubts, suspects, refutes, turns, plans, makes_good } =
            file.context;
        for (what, phrases) in [
            (Use::Denies, denies),
            (Use::Spares, spares),
            (Use::Touched, touched),
            (Use::Denied, denied),
            (Use::Answers, answers),
            (Use::Doubts, doubts),
            (Use::Suspects, suspects),
            (Use::Refutes, refutes),
            (Use::Turns, turns),
            (Use::Plans, plans),
            (Use::MakesGood, makes_good),
        ] {
            out.add(what, &phrases, &lists);
        }
        for (index, rule) in file.rule.into_iter().enumerate() {
            debug_assert!(!rule.why.is_empty() && !rule.phrases.is_empty(), "{} says nothing", rule.name);
            out.add(Use::Hit(index), &rule.phrases, &lists);
            out.add(Use::Unless(index), &rule.unless, &lists);
            out.rules.push(Rule { name: rule.name, tone: rule.tone, holds: rule.holds });
        }
        out.openings.sort_unstable();
        out
    }

    fn add(&mut self, what: Use, phrases: &[String], lists: &Lists) {
        for text in phrases {
            let phrase = Phrase::new(text, lists);
            let mut keys: Vec<[u8; 2]> = phrase.openings().iter().flat_map(keys).collect();
            keys.sort_unstable();
            keys.dedup();
            self.openings.extend(keys.into_iter().map(|key| (key, self.phrases.len())));
            self.phrases.push((what, phrase));
        }
    }

    /// Every phrase in a sentence, by the word that it begins with.
    pub(super) fn find(&self, words: &[Word]) -> Vec<Find> {
        let mut out = Vec::new();
        for (start, word) in words.iter().enumerate() {
            let number = is_number(&word.text).then_some(NUMBER);
            let own = Some(key(&word.text)).filter(|key| number != Some(*key));
            for index in own.into_iter().chain(number).flat_map(|key| self.beginning(key)) {
                let (what, phrase) = &self.phrases[index];
                if let Some(end) = phrase.end(words, start) {
                    out.push(Find { what: *what, start, end, denies: phrase.denies });
                }
            }
        }
        out
    }

    fn beginning(&self, key: [u8; 2]) -> impl Iterator<Item = usize> {
        let from = self.openings.partition_point(|(own, _)| *own < key);
        self.openings[from..].iter().take_while(move |(own, _)| *own == key).map(|(_, index)| *index)
    }
}

/// Where phrases are kept that begin with any number.
const NUMBER: [u8; 2] = [b'#', 0];

/// Where a phrase is kept that begins with such a word.
fn keys(choice: &Choice) -> Vec<[u8; 2]> {
    match choice {
        Choice::Exactly(word) | Choice::BeginsWith(word) => vec![key(word)],
        Choice::OneOf(list) => list.iter().map(|word| key(word)).collect(),
        Choice::Number => vec![NUMBER],
        Choice::Name => Vec::new(),
    }
}

/// The first two bytes of a word; zero where it has none.
fn key(word: &str) -> [u8; 2] {
    let mut bytes = word.bytes();
    [bytes.next().unwrap_or(0), bytes.next().unwrap_or(0)]
}
