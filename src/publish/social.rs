//! The cover as the preview of a link.

use super::chart_files::{ChartFiles, address};
use crate::edit::escape::xml;
use std::fmt::Write;

/// The next step, with the lines to put into the head of a page.
pub fn social(shown: &[ChartFiles]) -> String {
    let mut out = String::from(
        "next: upload it under Settings, Social preview of a repository, or put these lines into \
            the head of a page\n",
    );
    for shown in shown {
        let _ =
            writeln!(out, "\n<meta property=\"og:image\" content=\"{}\">", address(&shown.file));
        let _ = writeln!(out, "<meta property=\"og:image:alt\" content=\"{}\">", xml(&shown.alt));
    }
    out
}
