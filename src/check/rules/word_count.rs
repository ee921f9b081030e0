//! `word-count`: the report must have 400 to 600 words.

use crate::check::context::Context;
use crate::check::{Finding, Profile, Rule, RuleArea};
use crate::diagnostic::Severity;

/// The brief's limits.
const WORDS: std::ops::RangeInclusive<usize> = 400..=600;

pub(super) const RULE: Rule = Rule {
    code: "word-count",
    severity: Severity::Warning,
    part: RuleArea::Report,
    asks: "400 to 600 words",
    why: "Below 400 words something that others could learn from is usually left out; above 600 \
        few read to the end. Words are counted as a reader reads them: no code, no markup, no \
        comments, no alt text.",
    fails: "",
    passes: "",
    profiles: &[Profile::Brief],
    takes: &[],
    look,
};

fn look(context: &Context) -> Vec<Finding> {
    let count = context.report.document.word_count();
    if WORDS.contains(&count) {
        return Vec::new();
    }
    let (few, many) = (WORDS.start(), WORDS.end());
    let hint = match count < *few {
        true => format!(
            "{} more words would do: how it was noticed, what was tried in vain, why the fix holds",
            few - count
        ),
        false => format!(
            "leave out {} words: what the timeline says need not be repeated elsewhere",
            count - many
        ),
    };
    let title = context
        .headings()
        .iter()
        .find(|head| head.role.is_none())
        .map(|head| head.span);
    vec![Finding::new(
        title,
        format!("expected {few} to {many} words, found {count}"),
        hint,
    )]
}
