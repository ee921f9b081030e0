//! The arguments of the program; no logic.

mod actions;
mod check;
mod draw;
mod facts;
mod new;
mod preview;
mod spice;
mod stats;

pub(crate) use actions::{ActionsArgs, ActionsFormat};
pub(crate) use check::{CheckArgs, CheckFormat};
pub(crate) use draw::{DrawArgs, EmbedArgs, LookArgs, PlaceName, ThemeName};
pub(crate) use facts::{FactsArgs, FactsFormat, When};
pub(crate) use new::NewArgs;
pub(crate) use preview::PreviewArgs;
pub(crate) use spice::{PlainArgs, SpiceArgs, SpicePlace};
pub(crate) use stats::{StatsArgs, StatsFormat};

use super::config::SCHEMAS;
use chrono::NaiveDate;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand};
use postmirth::named::Named;
use std::path::PathBuf;

/// Reads a day.
fn day(text: &str) -> Result<NaiveDate, String> {
    text.parse().map_err(|_| "expected a day such as 2026-05-04".to_string())
}

/// Reads the name of a value.
fn one_of<T: Named>() -> impl TypedValueParser<Value = T> {
    among(T::VALUES)
}

/// Reads the name of one of these values.
fn among<T: Named>(values: &'static [T]) -> impl TypedValueParser<Value = T> {
    let named = |name: String| {
        let mut values = values.iter().copied();
        values.find(|one| one.name().eq_ignore_ascii_case(&name))
    };
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
/// its action items as REPORT-actions.svg and .png into the current folder, and says what it read.
/// It takes every option of `postmirth draw`.
#[derive(Debug, Parser)]
#[command(
    version,
    long_version = concat!(env!("CARGO_PKG_VERSION"), " (", env!("POSTMIRTH_BUILD"), ")"),
    arg_required_else_help = true,
    override_usage = "postmirth REPORT|FOLDER... [OPTIONS OF DRAW]\n       postmirth COMMAND ...",
    after_help = "Exit status: 0 done, 1 check, --check, lint or --overdue found something, 2 wrong \
        command line, 3 not a postmortem or nothing in it can be drawn, 4 a file could not be \
        read or written, a new one already exists, or a writer failed.\n\nSet NO_COLOR to do without colours."
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Draw reports; `postmirth REPORT.md` is short for it
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
    /// List the action items of many reports: whose they are, when they are due, which are overdue
    Actions(ActionsArgs),
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
    /// Print what a shell needs to complete commands and options
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page of the program or of a command, for `man`
    Man {
        /// The command
        #[arg(value_name = "COMMAND")]
        name: Option<String>,
    },
    /// Print the licence of the program, and those of the fonts and libraries in it
    Licenses,
    /// Print a JSON schema: of postmirth.toml, of a style file, or of what --json writes
    Schema {
        /// Of what
        #[arg(value_parser = SCHEMAS.to_vec(), ignore_case = true)]
        name: String,
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
