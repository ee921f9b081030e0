//! The commands. What they do with a report is the library's; files, streams and the environment
//! are met here.

mod bar;
pub(crate) mod check;
pub(crate) mod cli;
mod command;
pub(crate) mod draw;
pub(crate) mod embed;
pub(crate) mod explain;
pub(crate) mod facts;
mod files;
pub(crate) mod help;
pub(crate) mod new;
mod order;
pub(crate) mod preview;
pub(crate) mod quips;
pub(crate) mod spice;
pub(crate) mod stats;
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
fn complain(text: &str) -> io::Result<()> {
    io::stderr().write_all(text.as_bytes())
}

/// An exit status and what to say with it.
type Refused = (u8, String);

fn wrong(message: String) -> Refused {
    (WRONG_USE, format!("error: {message}\n"))
}

/// A built-in style by its name, or one's own by its path.
fn style(name: &str) -> Result<Style, Refused> {
    if let Some(style) = Style::built_in(if name.is_empty() {
        assets::STYLES[0].name
    } else {
        name
    }) {
        return Ok(style);
    }
    let path = Path::new(name);
    if !path.exists() && !name.contains(['/', '\\', '.']) {
        let known: Vec<&str> = assets::STYLES.iter().map(|style| style.name).collect();
        let message = format!(
            "expected a style among {}, or the path of a style file, found \"{name}\"",
            known.join(", ")
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
