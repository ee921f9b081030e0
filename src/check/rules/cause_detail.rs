//! `cause-detail`: the cause must be detailed enough for others to learn from.

use crate::check::context::Context;
use crate::check::deeds::{amount, is_shown_as_code, parted, spot, tells};
use crate::check::{Finding, Profile, Rule, RuleArea, sound};
use crate::diagnostic::Severity;
use crate::document::SectionRole;

pub(super) const RULE: Rule = Rule {
    code: "cause-detail",
    severity: Severity::Warning,
    part: RuleArea::Cause,
    asks: "the cause in detail",
    why: "The one sentence of the summary says what broke. Why it could break, and why it was not \
        noticed before, \
          is what others learn from.",
    fails: sound::CAUSE
        .without(&["The search index writes"])
        .with(&[("\nThe search team", "The disk was full.\n\nThe search team")]),
    passes: sound::CAUSE,
    profiles: &[Profile::Brief, Profile::Team],
    takes: &[],
    look,
};

/// The minimum number of words for an explanation.
const LEAST: usize = 15;

fn look(context: &Context) -> Vec<Finding> {
    if !tells(context)
        || context.told(SectionRole::Cause).next().is_none()
            && (context.explains() || context.told(SectionRole::Lessons).next().is_some())
    {
        return Vec::new();
    }
    let told: usize = parted(context)
        .into_iter()
        .filter(|(_, of_fix)| !of_fix)
        .map(|(sentence, _)| sentence.length())
        .sum();
    // Text indented so far that it is code is skipped by the reader, but was meant as text.
    if told >= LEAST || told == 0 && is_shown_as_code(context) {
        return Vec::new();
    }
    let hint = "write what was wrong, how it came to be so, and why it was not noticed before";
    vec![Finding::new(
        spot(context),
        format!("expected the root cause in detail, found {}", amount(told)),
        hint,
    )]
}
