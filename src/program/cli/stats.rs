//! What many reports are counted for.

use super::{ThemeName, one_of};
use postmirth::draw::TextMode;
use std::path::PathBuf;

/// The arguments of `stats`.
#[derive(Debug, clap::Args)]
pub(crate) struct StatsArgs {
    /// Folders, of which every .md and .markdown file is read, and reports
    #[arg(required = true, value_name = "FOLDER|REPORT")]
    pub(crate) paths: Vec<PathBuf>,
    /// Write JSON: one object
    #[arg(long, conflicts_with = "csv")]
    pub(crate) json: bool,
    /// Write CSV: a row an incident
    #[arg(long)]
    pub(crate) csv: bool,
    /// Draw the trend, too: into a file (.svg or .png), a folder, or instead of all else to - for
    /// standard output
    #[arg(short, long, value_name = "FILE|FOLDER|-")]
    pub(crate) output: Option<PathBuf>,
    /// The look of the trend: a built-in style (`postmirth styles` lists them) or the path of a
    /// style file
    #[arg(
        long,
        default_value = "paper",
        value_name = "NAME|FILE",
        requires = "output"
    )]
    pub(crate) style: String,
    /// On light, on dark, or one picture of each
    #[arg(long, default_value = "light", requires = "output")]
    pub(crate) theme: ThemeName,
    /// Width of the trend in pixels [default: 840]
    #[arg(long, value_name = "PIXELS", requires = "output", value_parser = clap::value_parser!(u32).range(480..=10_000))]
    pub(crate) width: Option<u32>,
    /// Texts of an SVG as outlines, which look the same everywhere, or live, which can be selected
    #[arg(long, default_value = "outlines", requires = "output", value_parser = one_of::<TextMode>())]
    pub(crate) text: TextMode,
    /// A title for the trend
    #[arg(long, requires = "output")]
    pub(crate) title: Option<String>,
    /// How many reports are read at a time [default: as many as there are cores]
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..=1024))]
    pub(crate) cores: Option<u32>,
}
