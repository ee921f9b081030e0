//! What is to be checked, and how it is to be told.

use super::{When, one_of};
use clap::ValueEnum;
use postmirth::check::Profile;
use postmirth::diagnostic::Severity;
use std::path::PathBuf;

/// The arguments of `check`.
#[derive(Debug, clap::Args)]
pub(crate) struct CheckArgs {
    /// The reports, in Markdown; - reads standard input
    #[arg(required = true, value_name = "REPORT")]
    pub(crate) reports: Vec<PathBuf>,
    /// The kind of report [default: brief]
    #[arg(long, value_parser = one_of::<Profile>())]
    pub(crate) profile: Option<Profile>,
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
    #[arg(long, value_name = "SEVERITY", value_parser = one_of::<Severity>())]
    pub(crate) fail_on: Option<Severity>,
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
