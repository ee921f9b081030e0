//! `timeline-zone`: the timeline must name a time zone, which a copied line then carries along.

use crate::check::context::Context;
use crate::check::{Finding, Profile, Rule, RuleArea, sound};
use crate::diagnostic::Severity;
use crate::document::SectionRole;
use crate::source::Span;

pub(super) const RULE: Rule = Rule {
    code: "timeline-zone",
    severity: Severity::Note,
    part: RuleArea::Timeline,
    asks: "a time zone beside the times",
    why: "Single lines of a timeline are copied into chats and tickets, without the summary and \
        its zone.",
    fails: sound::TIMELINE.with(&[(" UTC", "")]),
    passes: sound::TIMELINE,
    profiles: &[Profile::Brief, Profile::Team],
    takes: &[],
    look,
};

fn look(context: &Context) -> Vec<Finding> {
    let Some(zone) = &context.incident.zone else {
        return Vec::new();
    };
    let timed: Vec<_> =
        context.incident.events.iter().filter(|event| event.at.clock.is_some()).collect();
    let (Some(first), Some(last)) =
        (timed.iter().map(|event| event.span).min(), timed.iter().map(|event| event.span).max())
    else {
        return Vec::new();
    };
    // A heading, a table header, or a line above the entries with the zone is enough.
    let head =
        context.head(SectionRole::Timeline).map_or(first.start, |head| head.start.min(first.start));
    let told = Span::new(head, last.end);
    if (told.start..told.end).contains(&zone.span.start) || named(context, told, &zone.label) {
        return Vec::new();
    }
    let hint = format!(
        "write \"- 09:30 {} - text\", as `postmirth check --fix` does with bullets, or name it in \
            the heading",
        zone.label
    );
    vec![Finding::new(
        Some(first),
        format!("expected the zone {} beside the times, found it elsewhere only", zone.label),
        hint,
    )]
}

/// True if the timeline contains the zone's name.
fn named(context: &Context, told: Span, label: &str) -> bool {
    context.source.slice(told).to_lowercase().contains(&label.to_lowercase())
}
