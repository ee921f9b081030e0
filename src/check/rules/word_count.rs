//! `word-count`: the report must have 400 to 600 words.

use crate::check::context::Context;
use crate::check::{Excerpt, Finding, Profile, Rule, RuleArea, sound};
use crate::diagnostic::Severity;

/// The brief's limits.
const WORDS: std::ops::RangeInclusive<usize> = 400..=600;

pub(super) const RULE: Rule = Rule {
    code: "word-count",
    severity: Severity::Warning,
    part: RuleArea::Report,
    asks: "400 to 600 words",
    why: "Below 400 words something that others could learn from is usually left out; above 600 \
        few read to the \
          end. Words are counted as a reader reads them: no code, no markup, no comments, no alt \
          text.",
    // The rest of the report has 400 words.
    fails: Excerpt::new(
        "On the morning of 4 March 2025 the tracking page of the parcel service was down. It \
        began at 09:30 UTC, when the page started to answer with error 500, and it ended at 11:00 \
        UTC, so that it lasted for 1 hour 30 minutes. Four minutes after the beginning an alert for \
        the error rate of the page was sent. The on-call engineer read it and restarted the web \
        servers, which did not help at all, since there was nothing wrong with them. Then it was \
        thought that the network between the web servers and the search cluster might be slow, and \
        the graphs of the network were looked at for some time, but every one of them was flat. At \
        10:15 UTC the incident was escalated to the search team, and twenty minutes later they \
        found that the disk of the second index node was full. They deleted old log files and \
        started the node again, and at 11:00 UTC everything was as it should be. In all this time \
        visitors saw an error page instead of the place of their parcel, and 40 % of all requests \
        failed. The root cause was a search index that had run out of disk space after the nightly \
        cleanup job had been switched off.",
    ),
    passes: sound::SUMMARY,
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
    let title = context.headings().iter().find(|head| head.role.is_none()).map(|head| head.span);
    vec![Finding::new(title, format!("expected {few} to {many} words, found {count}"), hint)]
}
