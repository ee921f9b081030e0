//! The arguments of the program; no logic.

use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Reads an incident postmortem that somebody has already written.
#[derive(Debug, Parser)]
#[command(version, about, long_about = None, after_help = "Exit status: 0 done, 2 wrong command line, 3 not a postmortem, 4 a file could not be read or written.\n\nSet NO_COLOR to do without colours.")]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Show what was read from a report: timeline, phases, metrics, actions, doubts
    Facts(FactsArgs),
    /// Explain a code that a message carries, such as clock-backwards; without a code, list them
    Explain {
        /// The code
        code: Option<String>,
    },
}

/// The arguments of `facts`.
#[derive(Debug, clap::Args)]
pub(crate) struct FactsArgs {
    /// The reports, in Markdown; - reads standard input
    #[arg(required = true, value_name = "REPORT")]
    pub(crate) reports: Vec<PathBuf>,
    /// Write JSON: one object for one report, one line each for several
    #[arg(long)]
    pub(crate) json: bool,
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
