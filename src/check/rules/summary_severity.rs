//! `summary-severity`: the summary must give the severity.

use crate::check::context::{Context, Sentence};
use crate::check::{Finding, Profile, Rule, RuleArea, sound};
use crate::diagnostic::Severity;
use crate::document::{LineKind, SectionRole};
use crate::words::matching::holds_one;

pub(super) const RULE: Rule = Rule {
    code: "summary-severity",
    severity: Severity::Warning,
    part: RuleArea::Summary,
    asks: "the severity",
    why: "The severity says how many people had to be woken, and lets the incidents of a quarter \
        be compared.",
    fails: sound::SUMMARY,
    passes: sound::SUMMARY.with(&[("From 09:30", "Severity: SEV-2. From 09:30")]),
    profiles: &[Profile::Team],
    takes: &[],
    look,
};

/// Names of severity levels.
const RANKS: &[&str] = &[
    "severity", "sev", "sev0", "sev1", "sev2", "sev3", "sev4", "sev5", "sev 0", "sev 1", "sev 2",
    "sev 3", "sev 4", "sev 5", "p0", "p1", "p2", "p3", "p4", "p5", "priority", "s1", "s2", "s3",
    "s4", "critical incident", "major incident", "minor incident", "impact level", "high impact",
    "medium impact", "low impact", "criticality",
];

fn look(context: &Context) -> Vec<Finding> {
    let front = context
        .passages()
        .iter()
        .filter(|passage| passage.form == LineKind::FrontMatter)
        .any(|passage| holds_one(&passage.text, RANKS));
    let rated = |sentence: &&Sentence| {
        sentence.says(RANKS)
            && !sentence.says(&["not rated", "none", "unknown", "n a", "not set", "not assessed"])
    };
    let told = context
        .sentences
        .iter()
        .filter(|sentence| sentence.role != SectionRole::Measures)
        .any(|sentence| rated(&sentence));
    if front || told {
        return Vec::new();
    }
    vec![Finding::new(
        context.spot(SectionRole::Summary),
        "expected the severity, found none",
        "write it in the summary: \"Severity: SEV-2\"",
    )]
}
