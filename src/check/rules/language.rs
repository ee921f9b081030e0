//! `language`: the report must be in English throughout.

use crate::check::context::Context;
use crate::check::{Finding, Profile, Rule, RuleArea, sound};
use crate::diagnostic::Severity;
use crate::document::{LineKind, Passage};
use crate::words::words;

pub(super) const RULE: Rule = Rule {
    code: "language",
    severity: Severity::Warning,
    part: RuleArea::Report,
    asks: "English all through",
    why: "The report is for everybody who may meet the same fault. A section in another language \
        is read by some of them only.",
    fails: "Von 09:30 bis 11:00 Uhr UTC am 4. März 2025 war die Seite nicht erreichbar. Die \
        Besucher sahen nur eine \
            Fehlermeldung, und 40 % aller Anfragen schlugen fehl. Die Ursache war ein voller \
            Datenträger, weil eine \
            nächtliche Aufgabe für eine Migration abgeschaltet und danach von niemandem wieder \
            eingeschaltet worden \
            war.",
    passes: sound::SUMMARY,
    profiles: &[Profile::Brief],
    takes: &[],
    look,
};

/// Small words that every English text contains.
const SMALL: &[&str] = &[
    "the", "of", "to", "and", "an", "was", "were", "in", "is", "for", "with", "that", "at", "by",
    "we", "it", "as", "from", "this", "be", "had", "not", "which", "or", "are", "has", "have",
    "our", "its", "all", "but", "after", "when", "they", "their", "into", "will", "should", "been",
];

/// A shorter text may be a list of names.
const LEAST: usize = 25;

/// About 30 % of the words in an English text are small ones; in a terse one, 7 %.
const SHARE: f64 = 0.04;

fn look(context: &Context) -> Vec<Finding> {
    let foreign = |passage: &&Passage| {
        let words: Vec<String> = words(&passage.text)
            .map(|(word, _)| word)
            .filter(|word| word.chars().all(char::is_alphabetic))
            .collect();
        let small = words
            .iter()
            .filter(|word| SMALL.contains(&word.as_str()))
            .count();
        words.len() >= LEAST && (small as f64) < SHARE * words.len() as f64
    };
    let finding = |passage: &Passage| {
        Finding::new(
            Some(passage.span),
            "expected English, found another language",
            "write it in English, or keep the other language in a file of its own",
        )
    };
    context
        .passages()
        .iter()
        .filter(|passage| passage.form != LineKind::FrontMatter)
        .find(foreign)
        .map(finding)
        .into_iter()
        .collect()
}
