//! The definition of a rule.

use super::choice::Profile;
use super::context::Context;
use super::finding::Finding;
use crate::diagnostic::{Code, Severity};

/// A requirement or a prohibition for reports.
#[derive(Debug)]
pub struct Rule {
    /// The name for findings, `--allow`, `--deny` and `postmirth explain`.
    pub code: &'static str,
    /// The severity of a violation.
    pub severity: Severity,
    /// The part of the report it is about.
    pub part: RuleArea,
    /// The requirement in a few words, for the score card.
    pub asks: &'static str,
    /// The reason for the rule.
    pub why: &'static str,
    /// An excerpt that violates the rule; empty if only a whole report could.
    pub fails: &'static str,
    /// The same excerpt, corrected.
    pub passes: &'static str,
    /// The kinds of report that the rule applies to.
    pub profiles: &'static [Profile],
    /// The reader's diagnostics that say the same and are not repeated beside it.
    pub takes: &'static [Code],
    pub(crate) look: fn(&Context) -> Vec<Finding>,
}

/// A part of a report, in the usual order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuleArea {
    /// The incident, its impact, its duration and its cause.
    Summary,
    /// The events and their times.
    Timeline,
    /// Why it happened, and how it was fixed.
    Cause,
    /// The action items.
    Measures,
    /// The report as a whole.
    Report,
}

impl RuleArea {
    /// The name on the score card.
    pub fn name(self) -> &'static str {
        match self {
            RuleArea::Summary => "Summary",
            RuleArea::Timeline => "Timeline",
            RuleArea::Cause => "Root cause and resolution",
            RuleArea::Measures => "Measures",
            RuleArea::Report => "The report as a whole",
        }
    }
}
