//! `timeline-length`: an entry must be no longer than two sentences.

use crate::check::context::Context;
use crate::check::{Finding, Profile, Rule, RuleArea, sound};
use crate::diagnostic::Severity;
use crate::source::Span;
use crate::words::sentences;

pub(super) const RULE: Rule = Rule {
    code: "timeline-length",
    severity: Severity::Warning,
    part: RuleArea::Timeline,
    asks: "one or two sentences an entry",
    why: "A timeline is scanned. What needs a third sentence is an explanation, and explanations \
        belong to the root \
          cause and its resolution.",
    fails: sound::TIMELINE.with(&[("out: every", "out. Every")]),
    passes: sound::TIMELINE,
    profiles: &[Profile::Brief],
    takes: &[],
    look,
};

/// The brief's limit.
const MOST: usize = 2;

fn look(context: &Context) -> Vec<Finding> {
    context.entries().filter_map(|(span, text)| long(span, text)).collect()
}

fn long(span: Span, text: &str) -> Option<Finding> {
    let count = sentences(text).len();
    let hint = "keep what happened; why it happened belongs under the root cause";
    if count == 0 {
        return Some(Finding::new(
            Some(span),
            "expected a sentence after the time, found nothing",
            "say what happened then",
        ));
    }
    (count > MOST).then(|| {
        Finding::new(
            Some(span),
            format!("expected one or two sentences in an entry, found {count}"),
            hint,
        )
    })
}
