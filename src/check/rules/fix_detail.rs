//! `fix-detail`: the fix must be detailed enough for others to repeat it.

use crate::check::context::Context;
use crate::check::deeds::{is_deed, parted, spot, substance, tells};
use crate::check::{Finding, Profile, Rule, RuleArea, sound};
use crate::diagnostic::Severity;
use crate::document::SectionRole;
use crate::incident::Kind;
use crate::words::matching::holds_one;

pub(super) const RULE: Rule = Rule {
    code: "fix-detail",
    severity: Severity::Warning,
    part: RuleArea::Cause,
    asks: "the fix in detail",
    why: "Whoever faces the same fault at night wants to repeat what helped. \"It was fixed\" \
        does not say what that was.",
    fails: sound::CAUSE
        .without(&["The search team deleted"])
        .with(&[("never came.\n", "never came.\n\nThen the issue was fixed.")]),
    passes: sound::CAUSE,
    profiles: &[Profile::Brief, Profile::Team],
    takes: &[],
    look,
};

/// The minimum number of meaningful words to say what was done.
const LEAST: usize = 4;

fn look(context: &Context) -> Vec<Finding> {
    if !tells(context) {
        return Vec::new();
    }
    let told: usize = parted(context)
        .into_iter()
        .filter(|(sentence, of_fix)| *of_fix || is_deed(sentence))
        .map(|(one, _)| substance(one))
        .sum();
    // "The issue was fixed by these commands:", followed by code.
    let shown = parted(context)
        .iter()
        .any(|(sentence, _)| is_deed(sentence) && sentence.text.trim_end().ends_with(':'));
    if told >= LEAST || shown || !is_promised(context) && is_in_the_timeline(context) {
        return Vec::new();
    }
    let hint = "write what was changed, where and how, and how you know that it holds";
    vec![Finding::new(
        spot(context),
        "expected the fix in detail, found only that there was one",
        hint,
    )]
}

/// True if a section's heading mentions the fix; others promise only the cause.
fn is_promised(context: &Context) -> bool {
    let names = ["resol*", "fix*", "recover*", "solution*", "repair*"];
    context
        .headings()
        .iter()
        .filter(|head| matches!(head.role, Some(SectionRole::Cause | SectionRole::Resolution)))
        .any(|head| {
            let text = context.source.slice(head.span);
            holds_one(text, &names)
        })
}

/// True if the entries say what was done.
fn is_in_the_timeline(context: &Context) -> bool {
    let kinds = [Kind::Fixing, Kind::Mitigated, Kind::Resolved];
    context.sentences.iter().filter(|sentence| sentence.in_list && is_deed(sentence)).any(
        |sentence| {
            let at = sentence.span.start;
            let mut events = context.incident.events.iter();
            let event = events.find(|event| event.span.start <= at && at < event.span.end);
            event.is_some_and(|event| kinds.contains(&event.kind)) && substance(sentence) >= LEAST
        },
    )
}
