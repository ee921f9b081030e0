//! The beginning of a new report.

use super::one_of;
use postmirth::check::Profile;
use std::path::PathBuf;

/// The arguments of `new`.
#[derive(Debug, clap::Args)]
pub(crate) struct NewArgs {
    /// Where to: a file that does not exist yet, or - for standard output [default: standard
    /// output]
    #[arg(value_name = "FILE|-")]
    pub(crate) file: Option<PathBuf>,
    /// Begin with the timeline of a pasted chat or log, sorted by time; - reads standard input
    #[arg(long, value_name = "FILE|-")]
    pub(crate) from: Option<PathBuf>,
    /// The kind of report
    #[arg(long, default_value = "brief", value_parser = one_of::<Profile>(), ignore_case = true)]
    pub(crate) profile: Profile,
    /// The title, after "Postmortem:"
    #[arg(long, value_name = "TEXT")]
    pub(crate) title: Option<String>,
}
