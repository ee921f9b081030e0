//! The language in which the data says what to look for, and how it is found in a sentence.
//!
//! A phrase is a run of steps with blanks between them:
//! - `lost` that word, `lost|gone` either, `$lost` any word of that list;
//! - `patient+` also in the plural, `leak~` in every form of the verb, `genocid*` with any ending;
//! - `?the` a word that may be missing, `?*` any word that may be missing; `..` up to four words, `...` up to twelve;
//! - `#` a number, `^` a word with a capital letter inside a sentence;
//! - `!room` not before that word, or, at the beginning of a phrase, not after it.
//!
//! Gaps stay inside one thought: they do not run over a semicolon, a colon or a dash.

use super::sentence::{Gap, Word};
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

/// The words behind `$name`.
pub(super) type Lists = BTreeMap<String, Arc<HashSet<String>>>;

/// The lists of the data: names, and words with blanks between them.
pub(super) fn lists(data: BTreeMap<String, String>) -> Lists {
    data.into_iter().map(|(name, words)| (name, Arc::new(words.split_whitespace().map(str::to_string).collect()))).collect()
}

/// A phrase taken apart.
#[derive(Debug)]
pub(super) struct Phrase {
    /// What must not stand before it.
    unlike: Vec<Choice>,
    steps: Vec<Step>,
    /// Whether it says "not" itself.
    pub(super) denies: bool,
}

/// One step of a phrase.
#[derive(Debug)]
enum Step {
    /// One of these.
    Word(Vec<Choice>),
    /// One of these, or nothing.
    Maybe(Vec<Choice>),
    /// Any words, up to so many.
    Gap(usize),
    /// None of these comes next.
    Not(Vec<Choice>),
}

/// What a word may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Choice {
    Exactly(String),
    BeginsWith(String),
    OneOf(Arc<HashSet<String>>),
    Number,
    Name,
}

/// The words that deny inside a phrase of their own.
const DENIALS: &[&str] = &["no", "not", "never", "nobody", "none", "nothing", "without", "neither", "nor", "zero"];

impl Phrase {
    /// Takes a phrase apart; a list that there is none of stands for no word at all.
    pub(super) fn new(text: &str, lists: &Lists) -> Phrase {
        let mut steps: Vec<Step> = text.split_whitespace().map(|step| Step::new(step, lists)).collect();
        let unlike = match steps.first_mut() {
            Some(Step::Not(choices)) => std::mem::take(choices),
            _ => Vec::new(),
        };
        if !unlike.is_empty() {
            steps.remove(0);
        }
        let says = |step: &Step, word: &str| matches!(step, Step::Word(all) if all.iter().any(|one| one.is(word)));
        let denies = steps.iter().any(|step| DENIALS.iter().any(|word| says(step, word)));
        Phrase { unlike, steps, denies }
    }

    /// The words that it may begin with.
    pub(super) fn openings(&self) -> &[Choice] {
        match self.steps.first() {
            Some(Step::Word(choices)) => choices,
            _ => &[],
        }
    }

    /// Where it ends, when it begins with this word.
    pub(super) fn end(&self, words: &[Word], start: usize) -> Option<usize> {
        let before = start.checked_sub(1).map(|at| &words[at]);
        let other = before.is_some_and(|word| self.unlike.iter().any(|one| one.fits(word, start > 1)));
        if other { None } else { walk(&self.steps, words, start) }
    }
}

impl Step {
    fn new(step: &str, lists: &Lists) -> Step {
        match step {
            ".." => Step::Gap(4),
            "..." => Step::Gap(12),
            _ => match (step.strip_prefix('?'), step.strip_prefix('!')) {
                (Some(rest), _) => Step::Maybe(choices(rest, lists)),
                (_, Some(rest)) => Step::Not(choices(rest, lists)),
                _ => Step::Word(choices(step, lists)),
            },
        }
    }
}

fn choices(step: &str, lists: &Lists) -> Vec<Choice> {
    let mut out = Vec::new();
    for one in step.split('|') {
        match one.strip_prefix('$') {
            Some(list) => out.push(Choice::OneOf(lists.get(list).cloned().unwrap_or_default())),
            None => out.extend(forms(one)),
        }
    }
    out
}

/// The forms that a word of the data stands for.
fn forms(word: &str) -> Vec<Choice> {
    let exactly = |all: Vec<String>| all.into_iter().map(Choice::Exactly).collect();
    match word {
        "#" => vec![Choice::Number],
        "^" => vec![Choice::Name],
        _ => match (word.strip_suffix('*'), word.strip_suffix('+'), word.strip_suffix('~')) {
            (Some(stem), ..) => vec![Choice::BeginsWith(stem.to_string())],
            (_, Some(stem), _) => exactly(vec![stem.to_string(), with_s(stem)]),
            (.., Some(stem)) => exactly(verb(stem)),
            _ => exactly(vec![word.to_string()]),
        },
    }
}

fn with_s(stem: &str) -> String {
    match stem.strip_suffix('y') {
        Some(short) if !short.ends_with(['a', 'e', 'i', 'o', 'u']) => format!("{short}ies"),
        _ if stem.ends_with(['s', 'x', 'z']) || stem.ends_with("ch") || stem.ends_with("sh") => format!("{stem}es"),
        _ => format!("{stem}s"),
    }
}

/// "leak", "leaks", "leaked", "leaking"; "charge", "charges", "charged", "charging".
fn verb(stem: &str) -> Vec<String> {
    let (past, ing) = match (stem.strip_suffix('e'), stem.strip_suffix('y')) {
        (Some(short), _) => (format!("{stem}d"), format!("{short}ing")),
        (_, Some(short)) if !short.ends_with(['a', 'e', 'i', 'o', 'u']) => (format!("{short}ied"), format!("{stem}ing")),
        _ => (format!("{stem}ed"), format!("{stem}ing")),
    };
    vec![stem.to_string(), with_s(stem), past, ing]
}

impl Choice {
    fn is(&self, word: &str) -> bool {
        matches!(self, Choice::Exactly(own) if own == word)
    }

    /// Whether a word is meant; `inside` says that it does not begin the sentence.
    pub(super) fn fits(&self, word: &Word, inside: bool) -> bool {
        match self {
            Choice::Exactly(own) => *own == word.text,
            Choice::BeginsWith(stem) => word.text.starts_with(stem.as_str()),
            Choice::OneOf(list) => list.contains(&word.text),
            Choice::Number => is_number(&word.text),
            Choice::Name => word.capital && inside,
        }
    }
}

/// "41", "3,412", "two", "several".
pub(super) fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) || NUMBERS.contains(&word)
}

const NUMBERS: &[&str] = &[
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "thirty",
    "forty", "fifty", "several", "dozens", "hundreds", "thousands", "many", "both", "few",
];

fn walk(steps: &[Step], words: &[Word], at: usize) -> Option<usize> {
    let fits = |choices: &[Choice]| words.get(at).is_some_and(|word| choices.iter().any(|one| one.fits(word, at > 0)));
    match steps.split_first() {
        None => Some(at),
        Some((Step::Word(choices), rest)) => fits(choices).then(|| walk(rest, words, at + 1)).flatten(),
        Some((Step::Not(choices), rest)) => (!fits(choices)).then(|| walk(rest, words, at)).flatten(),
        Some((Step::Maybe(choices), rest)) => {
            let with = fits(choices).then(|| walk(rest, words, at + 1)).flatten();
            with.or_else(|| walk(rest, words, at))
        }
        Some((Step::Gap(most), rest)) => (at..=at + most)
            .take_while(|to| words.get(*to).is_some_and(|word| *to == at && rest.is_empty() || word.gap < Gap::Break))
            .find_map(|to| walk(rest, words, to)),
    }
}
