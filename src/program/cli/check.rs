//! What is to be checked, and how it is to be told.

use super::When;
use clap::ValueEnum;
use std::path::PathBuf;

/// The arguments of `check`.
#[derive(Debug, clap::Args)]
pub(crate) struct CheckArgs {
    /// The reports, in Markdown; - reads standard input
    #[arg(required = true, value_name = "REPORT")]
    pub(crate) reports: Vec<PathBuf>,
    /// The kind of report [default: brief]
    #[arg(long)]
    pub(crate) profile: Option<ProfileName>,
    /// Say nothing of this code
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub(crate) allow: Vec<String>,
    /// Count this code as an error, also when the profile leaves it out
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub(crate) deny: Vec<String>,
    /// How to tell what was found
    #[arg(long, default_value = "human")]
    pub(crate) format: CheckFormat,
    /// From which severity on a finding makes the exit status 1 [default: warning]
    #[arg(long, value_name = "SEVERITY")]
    pub(crate) fail_on: Option<SeverityName>,
    /// First mend in the reports what can be mended without inventing: bullets, 24-hour times, the
    /// zone in the timeline
    #[arg(long)]
    pub(crate) fix: bool,
    /// Change nothing, but show what --fix would change, as a diff
    #[arg(long, requires = "fix")]
    pub(crate) dry_run: bool,
    /// When to use colours
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: When,
}

/// The kinds of report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ProfileName {
    /// After the brief: four sections, a timeline of bullets, 400 to 600 words
    Brief,
    /// A team's own: as long as it needs to be, with owners and due dates
    Team,
}

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SeverityName {
    /// Everything
    Note,
    /// What is probably wrong, and what is certainly wrong
    Warning,
    /// What is certainly wrong
    Error,
}

/// How findings are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// With the line and a caret, and a score card
    Human,
    /// One JSON array
    Json,
    /// Annotations in a workflow of GitHub
    Github,
    /// SARIF 2.1.0
    Sarif,
}
