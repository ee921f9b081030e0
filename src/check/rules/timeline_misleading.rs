//! `timeline-misleading`: the timeline must mention wrong assumptions and false leads.

use crate::check::context::Context;
use crate::check::{Finding, Profile, Rule, RuleArea, sound};
use crate::diagnostic::Severity;
use crate::document::SectionRole;
use crate::incident::Kind;

pub(super) const RULE: Rule = Rule {
    code: "timeline-misleading",
    severity: Severity::Warning,
    part: RuleArea::Timeline,
    asks: "assumptions and false leads",
    why: "False leads cost the most time and teach the most: the next team can be spared them. If \
        there were none, that is also worth a sentence.",
    fails: sound::TIMELINE.without(&["09:40", "09:52", "10:05"]),
    passes: sound::TIMELINE,
    profiles: &[Profile::Brief],
    takes: &[],
    look,
};

/// Words for a false lead.
const WRONG_PATHS: &[&str] = &[
    "several attempts", "attempts to", "attempted", "tried to", "assum*", "suspect*", "suspicion*",
    "believ*", "thought", "hypothes*", "theory", "misle*", "false lead*", "false trail*",
    "false path*", "false alarm*", "false positive*", "false start*", "wrong path*",
    "wrong direction*", "wrong track*", "wrong lead*", "red herring*", "ruled out", "rule out",
    "ruling out", "turned out", "did not help", "didn't help", "no effect", "no change",
    "nothing changed", "without success", "to no avail", "in vain", "unsuccessful*", "dead end*",
    "unrelated", "not the cause", "not the problem", "not the issue", "initially", "at first",
    "first look*", "incorrect*", "mistaken*", "guess*", "speculat*", "still the same", "persisted",
    "the errors stayed", "did not fix", "didn't fix", "did not solve", "didn't solve",
    "did not work", "didn't work", "not resolve*", "appeared to", "seemed", "considered",
    "possible cause*", "potential cause*", "wasn't the", "was not the", "were normal",
    "was normal", "was fine", "were fine", "was healthy", "were healthy", "looked healthy",
    "looked normal", "no issue*", "no problem*", "nothing unusual", "came up empty",
];

fn look(context: &Context) -> Vec<Finding> {
    let kinds = [Kind::Hypothesis, Kind::DeadEnd];
    let listed = context.incident.events.iter().any(|event| kinds.contains(&event.certain_kind()));
    let elsewhere = || {
        context
            .sentences
            .iter()
            .filter(|sentence| sentence.role != SectionRole::Measures)
            .any(|sentence| sentence.says(WRONG_PATHS))
    };
    if listed || elsewhere() {
        return Vec::new();
    }
    let hint =
        "write what was suspected first and what did not help, or that there were no false leads";
    vec![Finding::new(
        context.spot(SectionRole::Timeline),
        "expected assumptions and misleading paths, found none",
        hint,
    )]
}
