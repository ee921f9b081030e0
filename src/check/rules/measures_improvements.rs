//! `measures-improvements`: besides single tasks, the report must say what to improve in general.

use crate::check::context::{Context, Sentence};
use crate::check::{Finding, Profile, Rule, RuleArea, sound};
use crate::diagnostic::Severity;
use crate::document::{LineKind, SectionRole};

pub(super) const RULE: Rule = Rule {
    code: "measures-improvements",
    severity: Severity::Warning,
    part: RuleArea::Measures,
    asks: "what can be improved, broadly",
    why: "Tasks say what will be done next week; their goals outlive them, and show which tasks \
        are still missing.",
    fails: sound::MEASURES.without(&["What can be", "Tasks"]).with(&[("\n\n- Add", "- Add")]),
    passes: sound::MEASURES,
    profiles: &[Profile::Brief],
    takes: &[],
    look,
};

/// Words about the bigger picture.
const BROADLY: &[&str] = &[
    "improv*", "enhanc*", "strengthen*", "better", "prevent*", "avoid*", "in general", "broadly",
    "lesson*", "learn*", "reduce the risk", "should have", "must be", "could be", "needs to be",
    "need to be", "to make sure", "ensure*", "so that", "going forward", "in future",
    "in the future", "more robust", "resilien*", "reliab*",
];

fn look(context: &Context) -> Vec<Finding> {
    let parted = context.incident.actions.iter().any(|action| action.broad);
    let prose = context
        .told(SectionRole::Measures)
        .any(|sentence| is_prose(sentence) && sentence.length() > 4);
    let listed = context
        .told(SectionRole::Measures)
        .any(|sentence| !is_prose(sentence) && sentence.says(BROADLY));
    let below = context
        .sentences
        .iter()
        .any(|sentence| sentence.role == SectionRole::Lessons && sentence.length() > 4);
    let grouped = context
        .sentences
        .iter()
        .any(|sentence| sentence.role == SectionRole::Measures && is_group(sentence));
    if parted || prose || listed || below || grouped {
        return Vec::new();
    }
    let hint =
        "begin the section with it: \"What can be improved in general: …\"; the tasks then say how";
    vec![Finding::new(
        context.spot(SectionRole::Measures),
        "expected what can be improved in general, found tasks only",
        hint,
    )]
}

fn is_prose(sentence: &Sentence) -> bool {
    matches!(sentence.form, LineKind::Text | LineKind::Quote)
}

/// True for a heading among the action items that names a group of them.
fn is_group(sentence: &Sentence) -> bool {
    matches!(sentence.form, LineKind::Heading(_))
        && sentence.says(&["improvement*", "lesson*", "prevention"])
        && !sentence.names
}
