//! Checks that a report contains what a postmortem must contain.
//!
//! A [`Context`] is the report, prepared for the rules: its facts, and its running text by
//! section. Each [`Rule`] has a file of its own with its reason, a text that fails it and one that
//! passes. A [`Choice`] selects the rules that apply. The result is a list of [`Finding`]s, and a
//! [`ScoreCard`] that shows which of the required points are met. The [`CheckSettings`] come from
//! a `postmirth.toml` or the arguments, and [`report`] writes the result.

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
pub use rule::{Excerpt, Rule, RuleArea};
pub use rules::RULES;
pub use settings::CheckSettings;

use crate::diagnostic::Diagnostic;
use crate::incident::Nature;
use crate::read::Report;
use crate::source::Source;
use context::Context;

/// The result of a check.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    /// The findings in the order of the report; missing parts come first.
    pub findings: Vec<Finding>,
    /// The score card; `None` if the text is not a postmortem.
    pub card: Option<ScoreCard>,
}

/// The words by which hints promise `--fix`.
const PROMISES: [&str; 2] =
    ["; `postmirth check --fix` does it", ", as `postmirth check --fix` does with bullets"];

/// The findings, with no promise of `--fix` where that would leave the thing as it is.
fn honest(mut findings: Vec<Finding>, report: &Report) -> Vec<Finding> {
    let promised = |finding: &Finding| {
        let hint = finding.hint.as_deref().unwrap_or_default();
        PROMISES.into_iter().find(|promise| hint.contains(promise))
    };
    if findings.iter().all(|finding| promised(finding).is_none()) {
        return findings;
    }
    let mended = fix::fixed(report.source().text().as_bytes()).unwrap_or_default();
    let mended = Report::of(&Source::from_bytes(report.source().name(), &mended).value);
    let context = Context::new(&mended);
    let stays = |code: &str| {
        let rule = RULES.iter().find(|rule| rule.code == code);
        rule.is_some_and(|rule| !(rule.look)(&context).is_empty())
    };
    for finding in &mut findings {
        if let Some(promise) = promised(finding).filter(|_| stays(finding.code)) {
            finding.hint = finding.hint.take().map(|hint| hint.replace(promise, ""));
        }
    }
    findings
}

/// Checks a report that was read, with what its decoding had to say.
pub fn check(report: &Report, decoding: &[Diagnostic], choice: &Choice) -> Checked {
    let doubts = || decoding.iter().chain(&report.diagnostics).map(Finding::of_reader);
    if report.incident.nature != Nature::Postmortem {
        return Checked { findings: doubts().collect(), card: None };
    }
    let context = Context::new(report);
    let rules = || RULES.iter().filter(|rule| choice.counts(rule));
    // A missing part is reported once; the rules about its contents are skipped.
    let looked = rules().filter(|rule| context.has(rule.part));
    let mut findings: Vec<Finding> = looked
        .flat_map(|rule| (rule.look)(&context).into_iter().map(|found| found.under(rule)))
        .collect();
    let card = ScoreCard::new(rules(), &findings, &context);
    // A diagnostic that a rule reports in its own words is not repeated.
    let taken = |finding: &Finding| {
        RULES.iter().any(|rule| rule.takes.iter().any(|code| code.name() == finding.code))
    };
    findings.extend(doubts().filter(|finding| !taken(finding)));
    let mut findings = honest(choice.weighed(findings), report);
    findings.sort_by_key(|finding| finding.span.map(|span| span.start));
    Checked { findings, card: Some(card) }
}
