//! Writes the result of a check for people, programs, GitHub and SARIF viewers.

mod github;
mod human;
mod json;
mod sarif;

pub use github::{github, unshown};
pub use human::{human, sum};
pub use json::json;
pub use sarif::sarif;

use super::{Checked, Finding};
use crate::diagnostic::Severity;
use crate::source::Source;
use std::path::PathBuf;

/// A report that was checked.
#[derive(Debug, Clone)]
pub struct CheckedReport {
    /// Its text, with its name for messages.
    pub source: Source,
    /// Its path, relative to the current directory; `None` for standard input.
    pub path: Option<PathBuf>,
    /// The result of the check.
    pub checked: Checked,
}

/// Every finding with its report.
fn findings(reports: &[CheckedReport]) -> impl Iterator<Item = (&CheckedReport, &Finding)> {
    reports
        .iter()
        .flat_map(|report| report.checked.findings.iter().map(move |finding| (report, finding)))
}

/// The number of findings with a severity.
fn count<'a>(findings: impl Iterator<Item = &'a Finding>, severity: Severity) -> usize {
    findings.filter(|finding| finding.severity == severity).count()
}
