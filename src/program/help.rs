//! What is built in: `styles`, and a word that is no command.

use super::{WRONG_USE, complain};
use postmirth::assets;
use postmirth::draw::style::Style;
use std::io::{self, Write};
use std::path::Path;

/// A bare word that names no file was meant as a command.
pub(crate) fn is_no_command(report: &Path) -> bool {
    let bare = report.extension().is_none()
        && report.components().count() == 1
        && report.as_os_str() != "-";
    bare && !report.exists()
}

/// Says that a word is neither file nor command.
pub(crate) fn unknown(word: &Path) -> io::Result<u8> {
    complain(&format!(
        "error: expected a report or a command, found \"{}\", which is neither a file nor a \
            command\n  = `postmirth --help` lists the commands\n",
        word.display()
    ))?;
    Ok(WRONG_USE)
}

/// `postmirth styles`
pub(crate) fn styles() -> io::Result<u8> {
    let mut out = io::stdout().lock();
    for file in assets::STYLES {
        let about = Style::built_in(file.name)
            .map(|style| style.about)
            .unwrap_or_default();
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
