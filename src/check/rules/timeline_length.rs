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
    fails: "\
- 09:30 UTC - The tracking page began to answer with error 500.
- 09:34 UTC - The issue was detected by a monitoring alert for the error rate of the tracking page.
- 09:40 UTC - The on-call engineer restarted the web servers, but the errors stayed.
- 09:52 UTC - We assumed that the network between the web servers and the search cluster was slow \
and looked at its graphs.
- 10:05 UTC - The network was ruled out. Every graph was flat. It had been a false lead.
- 10:15 UTC - The incident was escalated to the search team.
- 10:35 UTC - The search team found that the disk of the second index node was full.
- 10:50 UTC - Old log files were deleted and the index node was started again.
- 11:00 UTC - All requests were answered again and the incident was resolved.",
    passes: sound::TIMELINE,
    profiles: &[Profile::Brief],
    takes: &[],
    look,
};

/// The brief's limit.
const MOST: usize = 2;

fn look(context: &Context) -> Vec<Finding> {
    context
        .entries()
        .filter_map(|(span, text)| long(span, text))
        .collect()
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
