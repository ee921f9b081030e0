//! `summary-duration`: the summary must give the duration with start and end.

use crate::check::context::Context;
use crate::check::{Finding, Profile, Rule, RuleArea, sound};
use crate::diagnostic::Severity;
use crate::document::SectionRole;
use crate::incident::{Incident, Moment};
use crate::time::format::DAY;
use crate::time::length_told;

pub(super) const RULE: Rule = Rule {
    code: "summary-duration",
    severity: Severity::Warning,
    part: RuleArea::Summary,
    asks: "how long it lasted, with start and end",
    why: "Start and end let everybody find the outage in their own logs and graphs; the length \
        alone does not, and \
          a start alone leaves the worst question open.",
    fails: sound::SUMMARY.with(&[
        (
            "From 09:30 to 11:00 UTC on 4 March 2025 (1 hour 30 minutes) the tracking",
            "The tracking",
        ),
        ("service was down", "service was down for 90 minutes"),
    ]),
    passes: sound::SUMMARY,
    profiles: &[Profile::Brief, Profile::Team],
    takes: &[],
    look,
};

fn look(context: &Context) -> Vec<Finding> {
    let Incident { start, end, minutes, .. } = context.incident;
    let length = minutes.or(context.incident.stated.resolve).or_else(|| {
        context
            .summary()
            .filter(|sentence| sentence.says(LASTS))
            .find_map(|one| length_told(&one.text))
    });
    // A date alone is too coarse as the start of an outage of minutes.
    let days = length.is_some_and(|minutes| minutes >= DAY);
    let moment = |at: &Option<Moment>| {
        at.is_some_and(|at| at.clock.is_some() || days || !has_clocks(context))
    };
    // A start and a duration imply the end.
    let found = match (moment(start), moment(end), length.is_some()) {
        (true, true, _) | (true, false, true) | (false, true, true) => return Vec::new(),
        (true, false, false) | (false, true, false) => "one moment alone",
        (false, false, true) => "a length alone",
        (false, false, false) => "none of them",
    };
    let hint = "write from when to when, and how long: \"from 09:30 to 11:00 UTC on 4 March 2025 \
        (1 hour 30 minutes)\"";
    vec![Finding::new(
        context.spot(SectionRole::Summary),
        format!("expected start, end and length of the outage, found {found}"),
        hint,
    )]
}

/// Words of a sentence about the duration.
const LASTS: &[&str] = &[
    "down", "outage", "lasted", "lasting", "duration", "unavailable", "offline", "downtime",
    "inaccessible", "out of service",
];

fn has_clocks(context: &Context) -> bool {
    context.incident.events.iter().any(|event| event.at.clock.is_some())
}
