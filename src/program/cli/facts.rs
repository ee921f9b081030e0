//! How what was read is to be shown.

use clap::ValueEnum;
use std::path::PathBuf;

/// The arguments of `facts`.
#[derive(Debug, clap::Args)]
pub(crate) struct FactsArgs {
    /// The reports, in Markdown; - reads standard input
    #[arg(required = true, value_name = "REPORT")]
    pub(crate) reports: Vec<PathBuf>,
    /// Write JSON: one object for one report, one line each for several
    #[arg(long)]
    pub(crate) json: bool,
    /// Write the pictures in words instead: alt text and long description of each
    #[arg(long, conflicts_with = "json")]
    pub(crate) alt: bool,
    /// When to use colours
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: When,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}
