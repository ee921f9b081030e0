//! The built-in things: `styles`, and a word that is not a command.

use super::cli::Cli;
use super::config;
use super::suggest::near;
use super::{WRONG_USE, complain, files};
use clap::CommandFactory;
use postmirth::assets;
use postmirth::draw::style::Style;
use std::ffi::{OsStr, OsString};
use std::io::{self, IsTerminal, Write};
use std::path::Path;

/// The command line with `draw` before a report or an option of it; else the word that is neither
/// command nor file.
pub(crate) fn line(mut line: Vec<OsString>) -> Result<Vec<OsString>, OsString> {
    const WHOLE: [&str; 5] = ["help", "-h", "--help", "-V", "--version"];
    let Some(first) = line.get(1).map(|first| first.to_string_lossy().into_owned()) else {
        // A report on standard input needs no word.
        let fed = !io::stdin().is_terminal() && files::stdin().is_ok_and(|text| !text.is_empty());
        if fed {
            line.extend([OsString::from("draw"), OsString::from("-")]);
        }
        return Ok(line);
    };
    let program = Cli::command();
    let is_command = program.find_subcommand(&first).is_some() || WHOLE.contains(&first.as_str());
    if !is_command && !first.starts_with('-') && is_bare(Path::new(&first)) {
        return Err(line.swap_remove(1));
    }
    if !is_command {
        line.insert(1, "draw".into());
    }
    Ok(line)
}

/// A bare word that names no file was meant as a command.
fn is_bare(word: &Path) -> bool {
    let pattern = word.to_string_lossy().contains(['*', '?', '[', '{']);
    word.extension().is_none() && word.components().count() == 1 && !word.exists() && !pattern
}

/// Says that a word is neither file nor command, and which command was perhaps meant.
pub(crate) fn unknown(word: &OsStr) -> io::Result<u8> {
    let word = word.to_string_lossy();
    let program = Cli::command();
    let commands = program.get_subcommands().map(|command| command.get_name());
    let meant: Vec<String> =
        near(&word, commands).into_iter().map(|name| format!("`postmirth {name}`")).collect();
    let hint = match meant.is_empty() {
        true => "`postmirth --help` lists the commands".to_string(),
        false => format!("did you mean {}?", meant.join(" or ")),
    };
    complain(&format!(
        "error: expected a report or a command, found \"{word}\", which is neither a file nor a \
            command\n  = {hint}\n"
    ))?;
    Ok(WRONG_USE)
}

/// `postmirth schema NAME`
pub(crate) fn schema(name: &str) -> io::Result<u8> {
    let text = config::schema(&name.to_lowercase()).unwrap_or_default();
    io::stdout().write_all(text.as_bytes())?;
    Ok(0)
}

/// `postmirth styles`
pub(crate) fn styles() -> io::Result<u8> {
    let mut out = io::stdout().lock();
    for file in assets::STYLES {
        let about = Style::built_in(file.name).map(|style| style.about).unwrap_or_default();
        writeln!(out, "{:10} {about}", file.name)?;
    }
    writeln!(
        out,
        "\n`postmirth styles show paper` prints one as a file to begin from; `--style FILE` draws \
            with it."
    )?;
    Ok(0)
}

/// `postmirth styles show NAME`
pub(crate) fn show_style(name: &str) -> io::Result<u8> {
    let Some(file) = assets::STYLES.iter().find(|style| style.name == name) else {
        complain(&format!(
            "error: expected the name of a built-in style, found \"{name}\"\n  = `postmirth \
                styles` lists them\n"
        ))?;
        return Ok(WRONG_USE);
    };
    io::stdout().write_all(file.text.as_bytes())?;
    Ok(0)
}
