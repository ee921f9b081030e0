//! `timeline-resolved`: the timeline must say when the incident was over.

use crate::check::context::Context;
use crate::check::{Finding, Profile, Rule, RuleArea, sound};
use crate::diagnostic::Severity;
use crate::incident::Kind;
use crate::words::matching::holds_one;

pub(super) const RULE: Rule = Rule {
    code: "timeline-resolved",
    severity: Severity::Warning,
    part: RuleArea::Timeline,
    asks: "how and when it was resolved",
    why: "The last entry closes the account: from then on users had their service back. Without \
        it nobody can tell \
          how long it really lasted.",
    fails: sound::TIMELINE.without(&["10:50", "11:00"]),
    passes: sound::TIMELINE,
    profiles: &[Profile::Brief, Profile::Team],
    takes: &[],
    look,
};

/// Words for a resolution.
const ENDS: &[&str] = &[
    "properly", "respond properly", "responding", "errors ceased", "ceased", "up and running",
    "works", "worked", "reachable", "available", "resolv*", "restor*", "fixed", "recovered",
    "recovers", "back to normal", "back online", "back up", "closed", "normal again",
    "works again", "worked again", "solved", "healthy again", "up again", "stable", "stabiliz*",
    "stabilis*", "all clear", "no more errors", "operational", "over", "ended", "running again",
    "returned to normal", "answered again", "came back", "was back", "were back", "is back",
    "live again", "resolution", "back at", "normally", "100%", "fully functional",
    "usually running", "fixes",
];

/// Words for a resolution still to come.
const TO_COME: &[&str] = &[
    "still", "will", "wants", "want", "plan", "plans", "planned", "being", "to be", "tomorrow",
    "not yet", "waiting", "until",
];

/// The end must be among this many last entries.
const LAST: usize = 5;

fn look(context: &Context) -> Vec<Finding> {
    let kinds = [Kind::Resolved, Kind::Mitigated];
    let is_end = |text: &str| holds_one(text, ENDS) && !holds_one(text, TO_COME);
    let over = context.incident.events.iter().any(|event| {
        kinds.contains(&event.kind) && event.because.is_some() && !holds_one(&event.text, TO_COME)
    });
    let entries: Vec<_> = context.entries().collect();
    if over
        || entries.iter().rev().take(LAST).any(|(_, text)| is_end(text))
        || context.asides().any(|sentence| is_end(&sentence.text))
    {
        return Vec::new();
    }
    let hint = "end with the moment when users had their service back: \"- 11:00 - All requests \
        were answered again\"";
    let last = entries.iter().map(|(span, _)| *span).max();
    vec![Finding::new(
        last,
        "expected an entry in which the incident is resolved, found none",
        hint,
    )]
}
