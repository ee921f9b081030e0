//! The capabilities of the terminal.

use super::cli::When;
use anstream::ColorChoice;
use postmirth::facts::TableStyle;
use std::io;

/// The look of texts for people on standard output.
pub(super) fn look(when: When) -> TableStyle {
    let choice = match when {
        When::Always => ColorChoice::Always,
        When::Never => ColorChoice::Never,
        When::Auto => anstream::AutoStream::choice(&io::stdout()),
    };
    TableStyle { colour: choice != ColorChoice::Never, width: columns() }
}

/// The number of columns that a table may take.
pub(super) fn columns() -> usize {
    let told = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let width = told
        .or_else(|| terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)))
        .unwrap_or(100);
    width.clamp(40, 400)
}
