//! What a rule is.

use super::choice::Profile;
use super::context::Context;
use super::finding::Finding;
use crate::diagnostic::{Code, Severity};

/// One thing that a report must hold or must not hold.
#[derive(Debug)]
pub struct Rule {
    /// The name that findings, `--allow`, `--deny` and `postmirth explain` use.
    pub code: &'static str,
    /// How grave it is when it does not hold.
    pub severity: Severity,
    /// The part of the report that it is about.
    pub part: RuleArea,
    /// What the report must hold, in a few words, as the score card names it.
    pub asks: &'static str,
    /// Why that is asked for.
    pub why: &'static str,
    /// A part of a report that does not hold it; empty where only a whole report could.
    pub fails: &'static str,
    /// The same part, put right.
    pub passes: &'static str,
    /// The kinds of report that it is meant for.
    pub profiles: &'static [Profile],
    /// The reader's diagnostics that say the same: they are not repeated beside it.
    pub takes: &'static [Code],
    pub(crate) look: fn(&Context) -> Vec<Finding>,
}

/// A part of a report, in the order in which reports tell them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuleArea {
    /// What happened, to whom, for how long and why.
    Summary,
    /// What happened when.
    Timeline,
    /// Why it happened and how it was mended.
    Cause,
    /// What will change.
    Measures,
    /// The report as a whole.
    Report,
}

impl RuleArea {
    /// The name that the score card uses.
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
