//! Which rules count for a report, and how much.

use super::finding::Finding;
use super::rule::Rule;
use crate::diagnostic::Severity;
use crate::diagnostic::code::Code;
use crate::named::named;
use std::collections::BTreeSet;

named! {
    /// The kind of report that is checked.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Profile by default Brief {
        /// After the brief: four sections, a timeline of bullets, 400 to 600 words.
        Brief = "brief",
        /// A team's own: as long as it needs to be, with owners and due dates.
        Team = "team",
    }
}

/// Which rules count.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// The rules to begin from.
    pub profile: Profile,
    /// Codes of which nothing is said.
    pub allow: BTreeSet<String>,
    /// Codes that count as errors, also those that the profile leaves out.
    pub deny: BTreeSet<String>,
}

impl Choice {
    /// Whether a rule counts.
    pub fn counts(&self, rule: &Rule) -> bool {
        let denied = self.deny.contains(rule.code);
        denied || (rule.profiles.contains(&self.profile) && !self.allow.contains(rule.code))
    }

    /// The findings that are told, each as grave as it was chosen to be.
    pub(crate) fn weighed(&self, findings: Vec<Finding>) -> Vec<Finding> {
        let denied = |finding: &Finding| self.deny.contains(finding.code);
        let told = findings
            .into_iter()
            .filter(|finding| denied(finding) || !self.allow.contains(finding.code));
        told.map(|finding| match denied(&finding) {
            true => Finding {
                severity: Severity::Error,
                ..finding
            },
            false => finding,
        })
        .collect()
    }

    /// Whether there is a rule, or a diagnostic of the reader, of that name.
    pub fn knows(code: &str) -> bool {
        Code::named(code).is_some() || super::RULES.iter().any(|rule| rule.code == code)
    }
}
