//! `timeline-how-detected`: the timeline must say who or what detected the incident.

use super::timeline_detected::is_told;
use crate::check::context::Context;
use crate::check::{Finding, Profile, Rule, RuleArea, sound};
use crate::diagnostic::Severity;
use crate::document::SectionRole;
use crate::incident::Kind;
use crate::read::noticed;
use crate::source::Span;
use crate::words::matching::holds_one;
use crate::words::words;

pub(super) const RULE: Rule = Rule {
    code: "timeline-how-detected",
    severity: Severity::Warning,
    part: RuleArea::Timeline,
    asks: "how it was detected",
    why: "Whether an alert, an engineer or a customer noticed first decides what to improve: the \
        alerts, or what follows them.",
    fails: sound::TIMELINE
        .with(&[(" by a monitoring alert for the error rate of the tracking page", "")]),
    passes: sound::TIMELINE,
    profiles: &[Profile::Brief, Profile::Team],
    takes: &[],
    look,
};

fn look(context: &Context) -> Vec<Finding> {
    // If the moment itself is missing, that is the problem to report.
    if !is_told(context) {
        return Vec::new();
    }
    let entries = context
        .incident
        .events
        .iter()
        .enumerate()
        .filter(|(at, event)| *at < 2 || matches!(event.kind, Kind::Detected | Kind::Confirmed))
        .map(|(_, event)| event.text.as_str());
    if noticed(context.report).is_some_and(|noticed| tells(context, noticed.span))
        || entries.into_iter().any(has_witness)
    {
        return Vec::new();
    }
    let detected = context
        .incident
        .events
        .iter()
        .find(|event| matches!(event.kind, Kind::Detected | Kind::Confirmed));
    let span = detected.map(|event| event.span).or_else(|| context.spot(SectionRole::Timeline));
    let hint = "write who or what noticed first: \"a monitoring alert for …\", \"an engineer, who \
        …\", \"a customer, who …\"";
    vec![Finding::new(
        span,
        "expected how the issue was detected, found nobody who noticed it",
        hint,
    )]
}

/// True if the text at a place says that it was noticed, and not only what users saw.
fn tells(context: &Context, place: Span) -> bool {
    let text = context.source.slice(place);
    let entry = context
        .incident
        .events
        .iter()
        .take(EARLY)
        .any(|event| event.span.start <= place.start && place.start < event.span.end);
    entry || holds_one(text, TOLD)
}

/// Words for being informed, which make the observation itself irrelevant.
const TOLD: &[&str] = &[
    "detect*", "notic*", "alert*", "alarm*", "report*", "complain*", "monitor*", "inform*", "told",
    "called", "ticket*", "discover*", "paged", "pages", "pager*", "wrote", "contacted", "aware",
    "spotted", "raised", "notif*", "identified", "found", "realis*", "realiz*", "flagged",
    "message*", "mail*", "email*",
];

/// The number of entries after which somebody noticing has found the cause, not the fault.
const EARLY: usize = 3;

/// Words for somebody who notices, whatever their job.
const NOTICES: &[&str] = &[
    "witnessed", "posted", "wrote", "texted", "tweeted", "mailed", "told", "called", "noticed",
    "notices", "reported", "reports", "saw", "sees", "spotted", "spots", "discovered", "discovers",
    "observed", "observes", "complained", "realised", "realized", "detected", "detects",
];

/// "A librarian noticed it", but not "it was noticed".
fn has_witness(entry: &str) -> bool {
    let by = [
        "detected by", "detected after", "detected when", "detected via", "detected through",
        "detected from", "noticed when", "discovered by", "noticed by", "reported by",
        "spotted by", "noted by", "identified by", "alert*", "alarm*", "pager*", "monitoring",
        "a report", "reports of", "reports from", "report from", "report in", "reports in",
        "complain*", "ticket*",
    ];
    if holds_one(entry, &by) {
        return true;
    }
    let words: Vec<String> = words(entry).map(|(word, _)| word).collect();
    let passive = |word: &String| {
        ["is", "was", "were", "been", "are", "be", "being", "issue", "it", "first"]
            .contains(&word.as_str())
    };
    let active = |at: usize| at > 0 && !words[at.saturating_sub(2)..at].iter().any(passive);
    (0..words.len()).any(|at| NOTICES.contains(&words[at].as_str()) && active(at))
}
