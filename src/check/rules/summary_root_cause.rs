//! `summary-root-cause`: the summary must name the root cause.

use crate::check::context::Context;
use crate::check::{Finding, Profile, Rule, RuleArea, sound};
use crate::diagnostic::Severity;
use crate::document::{Passage, SectionRole};

pub(super) const RULE: Rule = Rule {
    code: "summary-root-cause",
    severity: Severity::Warning,
    part: RuleArea::Summary,
    asks: "the root cause in a sentence",
    why: "Most people read the summary and nothing else. Without the cause they know that \
        something was broken, but \
          not whether it can happen to them.",
    fails: sound::SUMMARY.with(&[("a search index that had run out of disk space after the nightly cleanup job had been switched off", "described below"), ("was described", "is described")]),
    passes: sound::SUMMARY,
    profiles: &[Profile::Brief, Profile::Team],
    takes: &[],
    look,
};

/// Words that introduce a cause.
const CAUSES: &[&str] = &[
    "due a", "due an", "meant that", "which meant", "and so", "would not", "did not match",
    "accidental*", "unintention*", "mistaken*", "by mistake", "issue was", "problem was",
    "turns out", "turned out", "found that", "bug", "misconfig*", "malicious", "brute*",
    "overload*", "exhaust*", "ran out", "run out", "expired", "typo*", "incorrect*", "corrupt*",
    "overheat*", "memory leak", "banned", "gained access", "root cause", "cause", "causes",
    "caused", "causing", "due to", "because", "triggered by", "trigger was", "result of",
    "resulted from", "resulting from", "stemm*", "led to", "as a result", "originat*", "culprit",
    "reason*", "owing to", "thanks to", "attributed to", "brought down by", "traced to",
    "traced back", "after a", "after an", "after the", "following a", "following the", "when a",
    "when an", "when the", "since the", "responsible for", "blame*", "so that", "which made",
    "came from",
];

/// References to a cause stated elsewhere.
const ELSEWHERE: &[&str] = &[
    "see root",
    "see section",
    "see the",
    "cause see",
    "identified the root cause",
    "found the root cause",
    "identified the cause",
    "found the cause",
    "root cause was found",
    "root cause was identified",
    "described below",
    "explained below",
    "see below",
    "below",
    "later in this",
    "in the next section",
    "in the section",
    "unknown",
    "still being investigated",
    "under investigation",
    "not yet known",
    "not known yet",
    "is not known",
];

fn look(context: &Context) -> Vec<Finding> {
    let first = context.entries().map(|(span, _)| span.start).min().unwrap_or(usize::MAX);
    // A section of its own before the timeline is enough.
    let named =
        |passage: &&Passage| passage.role == SectionRole::Cause && passage.span.start < first;
    let early = context.passages().iter().filter(named).count() > 1;
    let cause = context.incident.root_cause.as_deref().map(str::trim);
    let told = context.summary().any(|sentence| {
        // The reader looks for the cause in the summary first.
        cause.is_some_and(|cause| sentence.text.contains(cause)) && !sentence.says(ELSEWHERE)
            || sentence.says(CAUSES) && !sentence.says(ELSEWHERE) && sentence.length() > 4
    });
    if early || told {
        return Vec::new();
    }
    let hint = "end the summary with it: \"The root cause was …\", in a sentence; the section on \
        the root cause tells the rest";
    let put_off = context
        .summary()
        .find(|sentence| sentence.says(ELSEWHERE) && sentence.says(CAUSES))
        .map(|sentence| sentence.span);
    let span = put_off.or_else(|| context.spot(SectionRole::Summary));
    vec![Finding::new(span, "expected the root cause in the summary, found none", hint)]
}
