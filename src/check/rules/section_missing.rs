//! `section-missing`: the report must have all its parts.

use crate::check::context::Context;
use crate::check::{Excerpt, Finding, Profile, Rule, RuleArea, sound};
use crate::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: "section-missing",
    severity: Severity::Warning,
    part: RuleArea::Report,
    asks: "a summary, a timeline, a root cause with its resolution, and measures",
    why: "Each part answers a question of its own: what happened to whom, what happened when, \
        why, and what will \
          change. A reader who looks for one of them finds it by its heading.",
    fails: Excerpt::new("<!-- no summary -->"),
    passes: sound::SUMMARY,
    profiles: &[Profile::Brief, Profile::Team],
    takes: &[Code::NoTimeline],
    look,
};

/// The parts with their names and contents.
const PARTS: &[(RuleArea, &str, &str)] = &[
    (
        RuleArea::Summary,
        "Issue Summary",
        "what was down, from when to when, what users saw, how many, and why",
    ),
    (
        RuleArea::Timeline,
        "Timeline",
        "what happened when, one bullet an event: \"- 09:30 - The alert fired\"",
    ),
    (
        RuleArea::Cause,
        "Root cause and resolution",
        "what was wrong and how it was put right, in detail",
    ),
    (
        RuleArea::Measures,
        "Corrective and preventative measures",
        "what can be improved, and a list of tasks",
    ),
];

fn look(context: &Context) -> Vec<Finding> {
    let missing = PARTS.iter().filter(|(part, ..)| !context.has(*part));
    let finding = |(part, name, tells): &(RuleArea, &str, &str)| {
        let wanted = if *part == RuleArea::Summary { "a summary" } else { "a section" };
        let message = format!("expected {wanted} such as \"{name}\", found none");
        Finding::new(None, message, format!("add \"## {name}\": {tells}"))
    };
    missing.map(finding).collect()
}
