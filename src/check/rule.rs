//! The definition of a rule.

use super::choice::Profile;
use super::context::Context;
use super::finding::Finding;
use crate::diagnostic::{Code, Severity};
use crate::words::holds_any;

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
    /// An excerpt of a report that breaks it.
    pub fails: Excerpt,
    /// The same excerpt, corrected.
    pub passes: Excerpt,
    /// The kinds of report that the rule applies to.
    pub profiles: &'static [Profile],
    /// The reader's diagnostics that say the same and are not repeated beside it.
    pub takes: &'static [Code],
    pub(crate) look: fn(&Context) -> Vec<Finding>,
}

/// An excerpt of a report: one of the model's parts as it is, or changed.
#[derive(Debug, Clone, Copy)]
pub struct Excerpt {
    text: &'static str,
    /// The lines that hold one of these are left out.
    without: &'static [&'static str],
    /// Each text is replaced by the one beside it.
    with: &'static [(&'static str, &'static str)],
}

impl Excerpt {
    pub(super) const fn new(text: &'static str) -> Excerpt {
        Excerpt { text, without: &[], with: &[] }
    }

    pub(super) const fn without(self, without: &'static [&'static str]) -> Excerpt {
        Excerpt { without, ..self }
    }

    pub(super) const fn with(self, with: &'static [(&'static str, &'static str)]) -> Excerpt {
        Excerpt { with, ..self }
    }

    /// The text.
    pub fn text(&self) -> String {
        let kept = |line: &&str| !holds_any(line, self.without);
        let lines: Vec<&str> = self.text.split('\n').filter(kept).collect();
        let text = lines.join("\n");
        self.with.iter().fold(text, |text, (old, new)| text.replace(old, new))
    }
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
