//! `timeline-detected`: the timeline must say when the incident was detected.

use crate::check::context::Context;
use crate::check::{Excerpt, Finding, Profile, Rule, RuleArea, sound};
use crate::diagnostic::Severity;
use crate::document::SectionRole;
use crate::incident::{Event, Kind};
use crate::words::matching::holds_one;

pub(super) const RULE: Rule = Rule {
    code: "timeline-detected",
    severity: Severity::Warning,
    part: RuleArea::Timeline,
    asks: "when it was detected",
    why: "The time from the fault to its detection is the time that a better alert can save. \
        Nobody can compute it unless the timeline says when the fault was noticed.",
    fails: Excerpt::new(
        "\
- 09:30 UTC - The disk of the second index node became full.
- 09:40 UTC - The on-call engineer restarted the web servers, but nothing changed.
- 10:05 UTC - The network was suspected in vain.
- 10:15 UTC - The incident was escalated to the search team.
- 10:50 UTC - Old log files were deleted and the index node was started again.
- 11:00 UTC - All requests were answered again and the incident was resolved.",
    ),
    passes: sound::TIMELINE,
    profiles: &[Profile::Brief, Profile::Team],
    takes: &[],
    look,
};

/// Words for detection.
const NOTICES: &[&str] = &[
    "encounter*",
    "noted",
    "found the issue",
    "found the problem",
    "found the error",
    "incident was identified",
    "issue was identified",
    "problem was identified",
    "outage was identified",
    "identified problem*",
    "identified issue*",
    "identified a problem",
    "identified an issue",
    "witness*",
    "notified",
    "informed",
    "detect*",
    "notic*",
    "alert*",
    "alarm*",
    "paged",
    "pages",
    "pager*",
    "report*",
    "complain*",
    "discovered",
    "observed",
    "came to know",
    "aware",
    "calls of",
    "calls from",
    "call from",
    "spotted",
    "realis*",
    "realiz*",
    "reached us",
    "ticket*",
    "notification*",
    "received",
    "flagged",
    "wrote to",
    "called us",
    "told us",
    "acknowledg*",
    "declared",
];

fn look(context: &Context) -> Vec<Finding> {
    if is_told(context) {
        return Vec::new();
    }
    let hint = "write the entry in which somebody or something noticed: \"- 09:34 - The issue was \
        detected by an alert for …\"";
    vec![Finding::new(
        context.spot(SectionRole::Timeline),
        "expected the moment when the issue was detected, found none",
        hint,
    )]
}

/// True if the timeline says when it was noticed.
pub(super) fn is_told(context: &Context) -> bool {
    let confirmed = context
        .incident
        .events
        .iter()
        .any(|event| event.kind == Kind::Confirmed && event.certain && event.because.is_some());
    // Somebody who calls back at the end noticed it at another time.
    let ends = [Kind::Resolved, Kind::FollowUp, Kind::Communicated];
    let over = |event: &&Event| ends.contains(&event.kind);
    let said = |text: &str| holds_one(text, NOTICES);
    let told =
        context.incident.events.iter().filter(|event| !over(event)).any(|event| said(&event.text));
    let noted = context.incident.notes.iter().any(|note| said(&note.text));
    confirmed || told || noted || context.asides().any(|sentence| said(&sentence.text))
}
