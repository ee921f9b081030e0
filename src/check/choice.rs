//! The choice of rules for a report, and their severity.

use super::finding::Finding;
use super::rule::Rule;
use crate::diagnostic::Severity;
use crate::diagnostic::code::Code;
use crate::named::named;
use std::collections::BTreeSet;

named! {
    /// The kind of report to check.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Profile by default Brief {
        /// Follows the brief: four sections, a timeline of bullets, 400 to 600 words.
        Brief = "brief",
        /// A team's own report: any length, with owners and due dates.
        Team = "team",
    }
}

/// The choice of rules.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// The base set of rules.
    pub profile: Profile,
    /// Codes to ignore.
    pub allow: BTreeSet<String>,
    /// Codes to treat as errors, even those that the profile omits.
    pub deny: BTreeSet<String>,
}

impl Choice {
    /// True if a rule applies.
    pub fn counts(&self, rule: &Rule) -> bool {
        let denied = self.deny.contains(rule.code);
        denied || (rule.profiles.contains(&self.profile) && !self.allow.contains(rule.code))
    }

    /// The findings to report, each with its chosen severity.
    pub(crate) fn weighed(&self, findings: Vec<Finding>) -> Vec<Finding> {
        let denied = |finding: &Finding| self.deny.contains(finding.code);
        let told = findings
            .into_iter()
            .filter(|finding| denied(finding) || !self.allow.contains(finding.code));
        told.map(|finding| match denied(&finding) {
            true => Finding { severity: Severity::Error, ..finding },
            false => finding,
        })
        .collect()
    }

    /// True if a rule or a reader's diagnostic has that code.
    pub fn knows(code: &str) -> bool {
        Code::named(code).is_some() || super::RULES.iter().any(|rule| rule.code == code)
    }
}
