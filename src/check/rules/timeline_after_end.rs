//! `timeline-after-end`: after the end, the timeline may only contain follow-ups.

use crate::check::context::Context;
use crate::check::{Finding, Profile, Rule, RuleArea, sound};
use crate::diagnostic::Severity;
use crate::incident::{Event, Kind};
use crate::words::matching::holds_one;

pub(super) const RULE: Rule = Rule {
    code: "timeline-after-end",
    severity: Severity::Warning,
    part: RuleArea::Timeline,
    asks: "nothing after the end but follow-ups",
    why: "When a fault comes back after \"resolved\", either the end was not the end or it is \
        another incident. Either way the stated end misleads.",
    fails: sound::TIMELINE.with(&[(
        "was resolved.",
        "was resolved.\n- 11:20 UTC - The errors came back on the tracking page.",
    )]),
    passes: sound::TIMELINE.with(&[(
        "was resolved.",
        "was resolved.\n- 11:20 UTC - A note for the customers was published.",
    )]),
    profiles: &[Profile::Brief, Profile::Team],
    takes: &[],
    look,
};

/// Kinds of events that belong to an ongoing incident.
const OPEN: &[Kind] = &[
    Kind::Trigger,
    Kind::Detected,
    Kind::Investigating,
    Kind::Hypothesis,
    Kind::DeadEnd,
    Kind::Escalated,
];

fn look(context: &Context) -> Vec<Finding> {
    let events = &context.incident.events;
    let Some(end) = events.iter().rposition(|event| event.kind == Kind::Resolved) else {
        return Vec::new();
    };
    // An end in the first half of the timeline is the end of something smaller.
    let late = end * 2 >= events.len();
    let Some(event) = events[end + 1..].iter().find(|event| is_open(event)).filter(|_| late) else {
        return Vec::new();
    };
    let hint = "move the end below it, or describe it as an incident of its own";
    vec![Finding::new(
        Some(event.span),
        "expected only follow-ups after the incident was resolved, found more of it",
        hint,
    )]
}

/// Words for a fault that has come back, and for work on it.
const BACK: &[&str] = &[
    "came back", "comes back", "come back", "returned", "reappear*", "error again", "errors again",
    "again fail*", "fails again", "failed again", "crash* again", "out again", "same symptoms",
    "debug*", "new error*", "new timeout*", "down again", "slow again", "rises again",
    "rose again", "unavailable again",
];

/// True if an event's own words, and not its position, make it part of the incident.
fn is_open(event: &Event) -> bool {
    let after = [Kind::Communicated, Kind::Resolved];
    let none = holds_one(&event.text, &["no new", "no further", "no more", "without", "not"]);
    let back = !none && holds_one(&event.text, BACK) && !after.contains(&event.kind);
    back || OPEN.contains(&event.certain_kind())
}
