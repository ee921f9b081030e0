//! `cause-mismatch`: the report must not name two different causes.

use crate::check::context::{Context, Sentence};
use crate::check::{Finding, Profile, Rule, RuleArea, sound};
use crate::diagnostic::Severity;
use crate::document::SectionRole;
use crate::words::words;
use std::collections::HashSet;

pub(super) const RULE: Rule = Rule {
    code: "cause-mismatch",
    severity: Severity::Warning,
    part: RuleArea::Report,
    asks: "one root cause all through",
    why: "When the summary names one cause and the root cause section another, one of them is not \
        the cause.",
    fails: sound::SUMMARY.with(&[("a search index that had run out of disk space after the nightly cleanup job had been switched off", "an expired certificate of the payment gateway")]),
    passes: sound::SUMMARY,
    profiles: &[Profile::Brief, Profile::Team],
    takes: &[],
    look,
};

/// The minimum number of meaningful words for texts to be compared at all.
const LEAST: usize = 3;

fn look(context: &Context) -> Vec<Finding> {
    let told: HashSet<String> = [SectionRole::Cause, SectionRole::Resolution]
        .into_iter()
        .flat_map(|role| context.told(role))
        .flat_map(substance)
        .collect();
    let Some(summed) = context.summary().find(|sentence| leads(sentence) && !sentence.says(POINTS))
    else {
        return Vec::new();
    };
    let named: HashSet<String> = substance(summed).collect();
    if named.len() < LEAST || told.len() < 4 * LEAST || named.iter().any(|word| told.contains(word))
    {
        return Vec::new();
    }
    let hint = "name the same cause in both places, or say how one led to the other";
    vec![Finding::new(
        Some(summed.span),
        "expected the cause that the root cause section names, found another",
        hint,
    )]
}

/// True if a sentence names the cause, or follows the label.
fn leads(sentence: &Sentence) -> bool {
    sentence.says(NAMES)
        || sentence.text.to_lowercase().trim_start_matches(['*', ' ']).starts_with("root cause:")
}

/// Words of a sentence that only refers to the cause.
const POINTS: &[&str] = &[
    "by this", "by the outage", "by the incident", "below", "above", "see", "section",
    "identified", "found",
];

/// Words that introduce the cause itself.
const NAMES: &[&str] = &[
    "root cause was", "root cause is", "cause was", "caused by", "was due to", "were due to",
    "culprit was",
];

/// Long words and words with digits, cut to the part that their forms share, without those that
/// fit any cause.
fn substance(sentence: &Sentence) -> impl Iterator<Item = String> {
    let any = [
        "cause", "incid", "outag", "issue", "probl", "servi", "syste", "error", "faile", "fault",
        "which", "there", "after", "befor", "their", "where", "while", "about", "becau", "durin",
        "resul", "users", "could", "would", "shoul", "these", "those", "from", "that", "with",
        "this", "were", "have", "been", "they", "into", "when", "over", "also", "only", "then",
        "than", "will", "some", "root", "more", "time", "what", "most", "down", "many", "such",
        "each", "made", "does", "like", "both", "once", "page", "work", "user",
    ];
    let stems: Vec<String> = words(&sentence.text)
        .map(|(word, _)| word.chars().take(5).collect::<String>())
        .filter(|stem| {
            (stem.chars().count() >= 4 || stem.chars().any(|c| c.is_ascii_digit()))
                && !any.contains(&stem.as_str())
        })
        .collect();
    stems.into_iter()
}
