//! The reports to be read, and the form in which their facts are shown.

use clap::ValueEnum;
use std::path::PathBuf;

/// The arguments of `facts`.
#[derive(Debug, clap::Args)]
pub(crate) struct FactsArgs {
    /// The reports, in Markdown, and folders of them; - reads standard input
    #[arg(value_name = "REPORT|FOLDER")]
    pub(crate) reports: Vec<PathBuf>,
    /// How to show what was read
    #[arg(long, default_value = "human", ignore_case = true)]
    pub(crate) format: FactsFormat,
    /// Short for --format json
    #[arg(long, conflicts_with = "format")]
    pub(crate) json: bool,
    /// Write the pictures in words instead: alt text and long description of each
    #[arg(long, conflicts_with_all = ["json", "format"])]
    pub(crate) alt: bool,
    /// When to use colours
    #[arg(long, value_name = "WHEN", default_value = "auto", ignore_case = true)]
    pub(crate) color: When,
}

/// The formats in which facts are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FactsFormat {
    /// A table
    Human,
    /// One object for one report, one line each for several
    Json,
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
