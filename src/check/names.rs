//! The meaning of codes, and suggestions for unknown ones.

use super::{RULES, Rule};
use crate::diagnostic::{Code, Severity};

/// The meaning of a code.
#[derive(Debug, Clone, Copy)]
pub enum Meaning {
    /// A rule.
    Rule(&'static Rule),
    /// A diagnostic of the reader.
    Reader(Code),
}

/// The meaning of a code; if a rule and a diagnostic share it, the rule, which is stricter.
pub fn meaning(code: &str) -> Option<Meaning> {
    let rule = RULES.iter().find(|rule| rule.code == code).map(Meaning::Rule);
    rule.or_else(|| Code::named(code).map(Meaning::Reader))
}

impl Meaning {
    /// Its severity.
    pub fn severity(self) -> Severity {
        match self {
            Meaning::Rule(rule) => rule.severity,
            Meaning::Reader(code) => code.severity(),
        }
    }

    /// Its subject, in a few words or a sentence.
    pub fn short(self) -> &'static str {
        match self {
            Meaning::Rule(rule) => rule.asks,
            Meaning::Reader(code) => {
                code.about().split_inclusive(". ").next().unwrap_or_default().trim_end()
            }
        }
    }

    /// The reason for the rule, or the meaning of the diagnostic.
    pub fn long(self) -> &'static str {
        match self {
            Meaning::Rule(rule) => rule.why,
            Meaning::Reader(code) => code.about(),
        }
    }
}

/// The message for an unknown code, with suggestions.
pub fn unknown(word: &str) -> String {
    let near: Vec<String> = near(word).into_iter().map(|code| format!("`{code}`")).collect();
    let meant = if near.is_empty() {
        String::new()
    } else {
        format!("; did you mean {}?", near.join(" or "))
    };
    format!("expected a code, found \"{word}\"{meant}")
}

/// The codes that begin with a word or differ from it by a typo, closest first, at most three.
fn near(word: &str) -> Vec<&'static str> {
    let word = word.to_lowercase().replace(['_', ' '], "-");
    let names = RULES.iter().map(|rule| rule.code).chain(Code::ALL.iter().map(|code| code.name()));
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
