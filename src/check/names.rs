//! What a code stands for, and which code was meant by a word that is none.

use super::{RULES, Rule};
use crate::diagnostic::{Code, Severity};

/// What a code stands for.
#[derive(Debug, Clone, Copy)]
pub enum Meaning {
    /// A rule.
    Rule(&'static Rule),
    /// Something that the reader says.
    Reader(Code),
}

/// What a code stands for; of a rule and a diagnostic of one name it is the rule, which asks for
/// more.
pub fn meaning(code: &str) -> Option<Meaning> {
    let rule = RULES
        .iter()
        .find(|rule| rule.code == code)
        .map(Meaning::Rule);
    rule.or_else(|| Code::named(code).map(Meaning::Reader))
}

impl Meaning {
    /// How grave it is.
    pub fn severity(self) -> Severity {
        match self {
            Meaning::Rule(rule) => rule.severity,
            Meaning::Reader(code) => code.severity(),
        }
    }

    /// What it is about, in a few words or a sentence.
    pub fn short(self) -> &'static str {
        match self {
            Meaning::Rule(rule) => rule.asks,
            Meaning::Reader(code) => code
                .about()
                .split_inclusive(". ")
                .next()
                .unwrap_or_default()
                .trim_end(),
        }
    }

    /// Why that is asked for, or what it means.
    pub fn long(self) -> &'static str {
        match self {
            Meaning::Rule(rule) => rule.why,
            Meaning::Reader(code) => code.about(),
        }
    }
}

/// What to say of a word that is no code, with the codes that were perhaps meant.
pub fn unknown(word: &str) -> String {
    let near: Vec<String> = near(word)
        .into_iter()
        .map(|code| format!("`{code}`"))
        .collect();
    let meant = if near.is_empty() {
        String::new()
    } else {
        format!("; did you mean {}?", near.join(" or "))
    };
    format!("expected a code, found \"{word}\"{meant}")
}

/// The codes that begin with a word or differ from it by a slip of the fingers, the nearest first,
/// three at most.
fn near(word: &str) -> Vec<&'static str> {
    let word = word.to_lowercase().replace(['_', ' '], "-");
    let names = RULES
        .iter()
        .map(|rule| rule.code)
        .chain(Code::ALL.iter().map(|code| code.name()));
    let begun = |name: &str| word.len() > 2 && name.starts_with(&word);
    let slips = 1.max(word.len() / 4);
    let mut near: Vec<(usize, &str)> = names
        .map(|name| (strsim::damerau_levenshtein(&word, name), name))
        .filter(|(distance, name)| *distance <= slips || begun(name))
        .collect();
    near.sort_unstable();
    near.dedup();
    near.into_iter().take(3).map(|(_, name)| name).collect()
}
