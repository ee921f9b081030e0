//! The commands. What they do with a report is the library's; files, streams and the environment
//! are met here.

pub(crate) mod actions;
mod bar;
pub(crate) mod check;
pub(crate) mod cli;
mod command;
pub(crate) mod completions;
pub(crate) mod config;
pub(crate) mod draw;
pub(crate) mod embed;
pub(crate) mod explain;
pub(crate) mod facts;
mod files;
pub(crate) mod help;
pub(crate) mod inputs;
mod kind;
pub(crate) mod licenses;
pub(crate) mod man;
pub(crate) mod new;
mod order;
pub(crate) mod preview;
pub(crate) mod quips;
pub(crate) mod spice;
pub(crate) mod stats;
mod suggest;
mod target;
mod terminal;
mod trend;

use postmirth::assets;
use postmirth::draw::style::Style;
use std::io::{self, Write};
use std::path::Path;

/// Exit statuses, as `--help` tells them.
pub(crate) const FOUND: u8 = 1;
pub(crate) const WRONG_USE: u8 = 2;
pub(crate) const NOT_A_POSTMORTEM: u8 = 3;
pub(crate) const NO_FILE: u8 = 4;

/// Says something on the stream for messages.
pub(crate) fn complain(text: &str) -> io::Result<()> {
    io::stderr().write_all(text.as_bytes())
}

/// Writes to standard output for a command whose exit status is a verdict: when whoever reads it
/// has
/// seen enough, the verdict still counts.
fn tell(text: &[u8]) -> io::Result<()> {
    match io::stdout().write_all(text) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        done => done,
    }
}

/// An exit status and what to say with it.
type Refused = (u8, String);

/// The outcome for one report.
#[derive(Default)]
struct ReportDone {
    status: u8,
    /// For the stream for messages.
    errors: String,
    /// For standard output.
    out: Vec<u8>,
    /// True for a text of a folder that is no report.
    left_out: bool,
}

impl ReportDone {
    fn refused((status, errors): Refused) -> ReportDone {
        ReportDone { status, errors, ..ReportDone::default() }
    }
}

fn wrong(message: String) -> Refused {
    (WRONG_USE, format!("error: {message}\n"))
}

/// Puts a zone's name as the database writes it.
fn zone(name: &mut Option<String>) -> Result<(), Refused> {
    if let Some(word) = name {
        *name = Some(suggest::zone(word).map_err(wrong)?.to_string());
    }
    Ok(())
}

/// A built-in style by its name, or one's own by its path.
fn style(name: &str) -> Result<Style, Refused> {
    let lower = name.to_lowercase();
    if let Some(style) = Style::built_in(match name.is_empty() {
        true => assets::STYLES[0].name,
        false => &lower,
    }) {
        return Ok(style);
    }
    let path = Path::new(name);
    if !path.exists() && !name.contains(['/', '\\', '.']) {
        let known: Vec<&str> = assets::STYLES.iter().map(|style| style.name).collect();
        let message = format!(
            "expected a style among {}, or the path of a style file, found \"{name}\"{}",
            known.join(", "),
            suggest::did_you_mean(name, known.iter().copied())
        );
        return Err(wrong(message));
    }
    let decoded = files::load(path).map_err(|error| {
        (
            NO_FILE,
            format!("error: cannot read {name}: {error}\n  = expected a style file in TOML\n"),
        )
    })?;
    Style::from_file(&decoded.value)
        .map_err(|error| (WRONG_USE, error.frame(&decoded.value).to_string()))
}
