//! `summary-timezone`: the times in the summary need a time zone.

use crate::check::context::Context;
use crate::check::{Finding, Profile, Rule, RuleArea, sound};
use crate::diagnostic::{Code, Severity};
use crate::document::SectionRole;

pub(super) const RULE: Rule = Rule {
    code: "summary-timezone",
    severity: Severity::Warning,
    part: RuleArea::Summary,
    asks: "the time zone",
    why: "A time without its zone means a different moment to each reader, and people in two \
        offices will compare the report with the wrong minutes of their logs.",
    fails: sound::SUMMARY.with(&[(" UTC", "")]),
    passes: sound::SUMMARY,
    profiles: &[Profile::Brief, Profile::Team],
    takes: &[Code::ZoneUnknown],
    look,
};

fn look(context: &Context) -> Vec<Finding> {
    // A date alone does not need a zone.
    let clocks = context.incident.events.iter().map(|event| event.at).chain(context.incident.start);
    let unknown = context.doubted(Code::ZoneUnknown).next().is_some()
        && clocks.into_iter().any(|at| at.clock.is_some());
    let finding = || {
        let hint =
            "name it once beside start and end, as in \"09:30 UTC\", or write \"All times in UTC\"";
        Finding::new(
            context.spot(SectionRole::Summary),
            "expected the time zone of these times, found none in the whole report",
            hint,
        )
    };
    unknown.then(finding).into_iter().collect()
}
