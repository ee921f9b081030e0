//! The rules of the guard, from `quips/guard.toml`, with their phrases.
//!
//! Every report needs them, so nothing of the file is copied: the phrases are where it lies.

use super::Tone;
use crate::assets;
use crate::words::table::PhraseTable;
use crate::words::token::{Gap, Word};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The file as it stands.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GuardFile<'a> {
    #[serde(borrow)]
    words: BTreeMap<&'a str, &'a str>,
    /// Phrases that say how what stands beside them is meant, by their use.
    #[serde(borrow)]
    context: BTreeMap<&'a str, Vec<&'a str>>,
    #[serde(borrow)]
    rule: Vec<RuleFile<'a>>,
}

/// The names of the context's uses in the file.
const CONTEXT: [(&str, Use); 12] = [
    ("denies", Use::Denies),
    ("spares", Use::Spares),
    ("touched", Use::Touched),
    ("denied", Use::Denied),
    ("answers", Use::Answers),
    ("doubts", Use::Doubts),
    ("suspects", Use::Suspects),
    ("compares", Use::Compares),
    ("refutes", Use::Refutes),
    ("turns", Use::Turns),
    ("plans", Use::Plans),
    ("makes_good", Use::MakesGood),
];

/// One rule, as the file has it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleFile<'a> {
    name: &'a str,
    tone: Tone,
    why: &'a str,
    #[serde(default)]
    holds: Holds,
    #[serde(default)]
    figurative: bool,
    #[serde(borrow)]
    phrases: Vec<&'a str>,
    #[serde(borrow, default)]
    unless: Vec<&'a str>,
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
    pub(super) name: &'static str,
    pub(super) tone: Tone,
    pub(super) holds: Holds,
    /// A word of it that alone stands in quotation marks is a figure of speech.
    pub(super) figurative: bool,
}

/// The purpose for which a phrase is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// It brings a rule down on the report.
    Hit(usize),
    /// With it the rule's words mean something else.
    Unless(usize),
    /// It denies what follows: "no", "ruled out".
    Denies,
    /// It says that what follows was not touched: "did not affect".
    Spares,
    /// It says that what came before was touched, or with a "no" was not.
    Touched,
    /// It denies what came before: "was ruled out".
    Denied,
    /// It denies what came right before: "none".
    Answers,
    /// A denial in it is none: "cannot rule out".
    Doubts,
    /// It makes what follows a mere supposition.
    Suspects,
    /// It puts what follows into a comparison.
    Compares,
    /// It says that what was supposed was wrong.
    Refutes,
    /// It says that what was supposed in the same sentence was wrong: "but".
    Turns,
    /// It says that what follows is to be done.
    Plans,
    /// It says that what follows is to be made good, so it happened.
    MakesGood,
}

/// A phrase found in a sentence, from word to word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Find {
    pub(super) what: Use,
    pub(super) start: usize,
    pub(super) end: usize,
    /// True if the phrase says "not" itself.
    pub(super) denies: bool,
}

/// The rules and their phrases.
pub(super) struct Rules {
    pub(super) rules: Vec<GuardRule>,
    phrases: PhraseTable<Use>,
}

/// The built-in rules.
pub(super) static RULES: LazyLock<Rules> = LazyLock::new(|| {
    Rules::new(serde_json::from_str(assets::GUARD).expect("the built-in rules can be read"))
});

/// The words that deny inside a phrase of their own.
const DENIALS: &[&str] =
    &["no", "not", "never", "nobody", "none", "nothing", "without", "neither", "nor", "zero"];

impl Rules {
    fn new(mut file: GuardFile<'static>) -> Rules {
        let (mut rules, mut phrases) = (Vec::new(), Vec::new());
        let mut add = |what: Use, texts: Vec<&'static str>| {
            phrases.extend(texts.into_iter().map(|text| (what, text)));
        };
        for (name, what) in CONTEXT {
            add(what, file.context.remove(name).unwrap_or_default());
        }
        debug_assert!(file.context.is_empty(), "{:?}", file.context);
        for (index, rule) in file.rule.into_iter().enumerate() {
            debug_assert!(
                !rule.why.is_empty() && !rule.phrases.is_empty(),
                "{} says nothing",
                rule.name
            );
            add(Use::Hit(index), rule.phrases);
            add(Use::Unless(index), rule.unless);
            rules.push(GuardRule {
                name: rule.name,
                tone: rule.tone,
                holds: rule.holds,
                figurative: rule.figurative,
            });
        }
        let sorted = |words: &'static str| {
            let mut words: Vec<&str> = words.split_whitespace().collect();
            words.sort_unstable();
            words
        };
        let lists = file.words.into_iter();
        let lists = lists.map(|(name, words)| (name, sorted(words))).collect();
        Rules { rules, phrases: PhraseTable::new(phrases, lists, Gap::Break, Gap::Comma) }
    }

    /// Every phrase in a sentence, by the word that it begins with.
    pub(super) fn find(&self, words: &[Word]) -> Vec<Find> {
        let found = self.phrases.find(words).into_iter();
        found
            .map(|found| Find {
                what: found.what,
                start: found.start,
                end: found.end,
                denies: found.phrase.split([' ', '|']).any(|word| DENIALS.contains(&word)),
            })
            .collect()
    }
}
