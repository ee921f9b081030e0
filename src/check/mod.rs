//! Does a report hold what a postmortem must hold?
//!
//! A [`Context`] is the report as the rules see it: what it tells, and its running text by section.
//! Each [`Rule`] has a file of its own with its reason, a text that fails it and one that passes; a
//! [`Choice`] says which of them count; what they find are [`Finding`]s, and the [`Card`] tells
//! which of the required points hold. The [`Settings`] are what a `postmirth.toml` or the arguments
//! choose, and [`report`] tells others what was found.

mod card;
mod choice;
pub(crate) mod context;
mod deeds;
mod finding;
pub mod fix;
pub mod names;

pub mod report;
mod rule;
mod rules;
mod settings;
mod sound;
mod tasks;

pub use card::{ScoreCard, ScorePoint};
pub use choice::{Choice, Profile};
pub use finding::Finding;
pub use rule::{Rule, RuleArea};
pub use rules::RULES;
pub use settings::CheckSettings;

use crate::diagnostic::Diagnostic;
use crate::incident::Nature;
use crate::read::Report;
use context::Context;

/// What a check found.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// What is wrong, in the order of the report; what is missing altogether comes first.
    pub findings: Vec<Finding>,
    /// Which of the required points hold; `None` where the text is no postmortem.
    pub card: Option<ScoreCard>,
}

/// Checks a report that was read, with what its decoding had to say.
pub fn check(report: &Report, decoding: &[Diagnostic], choice: &Choice) -> Checked {
    let doubts = || {
        decoding
            .iter()
            .chain(&report.diagnostics)
            .map(Finding::of_reader)
    };
    if report.incident.nature != Nature::Postmortem {
        return Checked {
            findings: doubts().collect(),
            card: None,
        };
    }
    let context = Context::new(report);
    let rules = || RULES.iter().filter(|rule| choice.counts(rule));
    // A part that is not there is said to be missing, once; what it should hold is not asked for.
    let looked = rules().filter(|rule| context.has(rule.part));
    let mut findings: Vec<Finding> = looked
        .flat_map(|rule| {
            (rule.look)(&context)
                .into_iter()
                .map(|found| found.under(rule))
        })
        .collect();
    let card = ScoreCard::new(rules(), &findings, &context);
    // What a rule says in its own words is not said twice.
    let taken = |finding: &Finding| {
        RULES
            .iter()
            .any(|rule| rule.takes.iter().any(|code| code.name() == finding.code))
    };
    findings.extend(doubts().filter(|finding| !taken(finding)));
    let mut findings = choice.weighed(findings);
    findings.sort_by_key(|finding| finding.span.map(|span| span.start));
    Checked {
        findings,
        card: Some(card),
    }
}
