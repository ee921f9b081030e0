//! The reports to be checked, and the form in which findings are told.

use super::{When, one_of};
use clap::ValueEnum;
use postmirth::check::Profile;
use postmirth::diagnostic::Severity;
use std::path::PathBuf;

/// The arguments of `check`.
#[derive(Debug, clap::Args)]
pub(crate) struct CheckArgs {
    /// The reports, in Markdown, and folders of them; - reads standard input
    #[arg(value_name = "REPORT|FOLDER")]
    pub(crate) reports: Vec<PathBuf>,
    /// The kind of report [default: brief]
    #[arg(long, value_parser = one_of::<Profile>(), ignore_case = true)]
    pub(crate) profile: Option<Profile>,
    /// Say nothing of this code
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub(crate) allow: Vec<String>,
    /// Count this code as an error, also when the profile leaves it out
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub(crate) deny: Vec<String>,
    /// How to tell what was found
    #[arg(long, default_value = "human", ignore_case = true)]
    pub(crate) format: CheckFormat,
    /// Short for --format json
    #[arg(long, conflicts_with = "format")]
    pub(crate) json: bool,
    /// From which severity on a finding makes the exit status 1 [default: warning]
    #[arg(long, value_name = "SEVERITY", value_parser = one_of::<Severity>(), ignore_case = true)]
    pub(crate) fail_on: Option<Severity>,
    /// First mend the timelines in the reports, where nothing needs to be invented: bullets and
    /// bare
    /// lines become `- 09:30 - text`, times 24-hour ones, and the zone that the report names is
    /// written beside them
    #[arg(long)]
    pub(crate) fix: bool,
    /// Change nothing, but show what --fix would change, as a diff
    #[arg(long, requires = "fix")]
    pub(crate) dry_run: bool,
    /// When to use colours
    #[arg(long, value_name = "WHEN", default_value = "auto", ignore_case = true)]
    pub(crate) color: When,
}

impl CheckArgs {
    /// The format in which to tell what was found.
    pub(crate) fn told(&self) -> CheckFormat {
        match self.json {
            true => CheckFormat::Json,
            false => self.format,
        }
    }
}

/// The formats in which findings are told.
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
