//! What a new report begins with.

use clap::ValueEnum;
use std::path::PathBuf;

/// The arguments of `new`.
#[derive(Debug, clap::Args)]
pub(crate) struct NewArgs {
    /// Where to: a file that does not exist yet, or - for standard output [default: standard output]
    #[arg(value_name = "FILE|-")]
    pub(crate) file: Option<PathBuf>,
    /// Begin with the timeline of a pasted chat or log, sorted by time; - reads standard input
    #[arg(long, value_name = "FILE|-")]
    pub(crate) from: Option<PathBuf>,
    /// The kind of report
    #[arg(long, default_value = "brief")]
    pub(crate) profile: ProfileName,
    /// The title, after "Postmortem:"
    #[arg(long, value_name = "TEXT")]
    pub(crate) title: Option<String>,
}

/// The kind of report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ProfileName {
    /// Four sections, a timeline of bullets, 400 to 600 words
    Brief,
    /// A team's own: severity, source of detection, an owner and a due date for each action
    Team,
}
