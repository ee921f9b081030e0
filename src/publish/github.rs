//! Pictures in a README on GitHub.

use super::chart_files::{ChartFiles, address};
use crate::edit::escape::xml;
use std::fmt::Write;

/// The next step, with the lines to paste into a README.
pub fn github(shown: &[ChartFiles]) -> String {
    let mut out = String::from(
        "next: commit the pictures and paste these lines where they belong; `postmirth embed` \
            does it for you\n",
    );
    for shown in shown {
        let _ = writeln!(out, "\n{}", picture(shown));
    }
    out
}

/// Only those lines.
pub fn snippet(shown: &[ChartFiles]) -> String {
    let pictures: Vec<String> = shown.iter().map(picture).collect();
    pictures.join("\n\n") + "\n"
}

/// A `<picture>` element for one chart.
fn picture(shown: &ChartFiles) -> String {
    let dark = shown.dark.as_ref().map_or_else(String::new, |dark| {
        format!("  <source media=\"(prefers-color-scheme: dark)\" srcset=\"{}\">\n", address(dark))
    });
    format!(
        "<picture>\n{dark}  <img src=\"{}\" alt=\"{}\">\n</picture>",
        address(&shown.file),
        xml(&shown.alt)
    )
}
