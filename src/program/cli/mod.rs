//! The arguments of the program; no logic.

mod check;
mod draw;
mod facts;
mod new;
mod preview;
mod spice;
mod stats;

pub(crate) use check::{CheckArgs, CheckFormat};
pub(crate) use draw::{DrawArgs, EmbedArgs, LookArgs, PlaceName, ThemeName};
pub(crate) use facts::{FactsArgs, When};
pub(crate) use new::NewArgs;
pub(crate) use preview::PreviewArgs;
pub(crate) use spice::{PlainArgs, SpiceArgs, SpicePlace};
pub(crate) use stats::StatsArgs;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand};
use postmirth::named::Named;
use std::path::PathBuf;

/// Reads the name of a value.
fn one_of<T: Named>() -> impl TypedValueParser<Value = T> {
    among(T::VALUES)
}

/// Reads the name of one of these values.
fn among<T: Named>(values: &'static [T]) -> impl TypedValueParser<Value = T> {
    let named = |name: String| values.iter().copied().find(|one| one.name() == name);
    PossibleValuesParser::new(help(values)).try_map(move |name| named(name).ok_or("no such value"))
}

/// Values by their names, each with a line of help.
fn help<T: Named>(values: &'static [T]) -> impl Iterator<Item = PossibleValue> {
    let value = |one: &T| PossibleValue::new(one.name()).help(one.about());
    values.iter().map(value)
}

/// Draws an incident postmortem that somebody has already written.
///
/// `postmirth REPORT.md` reads the report, draws its timeline as REPORT-incident.svg and .png and
/// its measures as REPORT-actions.svg and .png into the current folder, and says what it read.
#[derive(Debug, Parser)]
#[command(
    version,
    args_conflicts_with_subcommands = true,
    arg_required_else_help = true,
    subcommand_negates_reqs = true,
    after_help = "Exit status: 0 done, 1 check, --check or lint found something, 2 wrong command \
        line, 3 not a postmortem or nothing in it has a time, 4 a file could not be read or \
        written, a new one already exists, or a writer failed.\n\nSet NO_COLOR to do without colours."
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    /// The reports to draw, in Markdown; - reads standard input
    #[arg(required = true, value_name = "REPORT")]
    pub(crate) reports: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Draw reports, with every option
    Draw(Box<DrawArgs>),
    /// Tell a report again with humour where it helps; every fact stays
    Spice(Box<SpiceArgs>),
    /// Take the humour out again: the bytes that went in
    Plain(PlainArgs),
    /// Put the pictures into reports, between markers, and keep them current
    Embed(Box<EmbedArgs>),
    /// Say what a postmortem must hold and these do not; exit status 1 when something is found
    Check(CheckArgs),
    /// Show what was read from a report: timeline, phases, metrics, actions, doubts
    Facts(FactsArgs),
    /// Show a report in the browser while it is edited: pictures, facts, findings, and the told one
    Preview(PreviewArgs),
    /// Begin a report: a skeleton to fill in, with the timeline of a pasted chat or log
    New(NewArgs),
    /// Count many reports: how long things took, why it broke, who noticed, month by month; and
    /// draw the trend
    Stats(StatsArgs),
    /// List the built-in styles, or print one as a file to begin from
    Styles {
        #[command(subcommand)]
        command: Option<StylesCommand>,
    },
    /// List the built-in quips file by file, print a file of them, or check one of your own
    Quips {
        #[command(subcommand)]
        command: Option<QuipsCommand>,
    },
    /// Explain a code that a message carries, such as clock-backwards, or a rule of `check`;
    /// without a code, list them
    Explain {
        /// The code
        code: Option<String>,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum StylesCommand {
    /// Print a built-in style
    Show {
        /// Its name
        name: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum QuipsCommand {
    /// Print a built-in file of quips, such as certificate
    Show {
        /// Its name
        #[arg(value_name = "FILE")]
        name: String,
    },
    /// Check files of your own quips: what would not be used, and what would be unkind or stale;
    /// exit status 1 when something is found
    Lint {
        /// The files, in TOML
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
}
