//! The reports to be counted, and the figures that are asked for.

use super::{ThemeName, day, one_of};
use chrono::NaiveDate;
use clap::ValueEnum;
use postmirth::draw::TextMode;
use postmirth::stats::GroupBy;
use std::path::PathBuf;

/// The arguments of `stats`.
#[derive(Debug, clap::Args)]
pub(crate) struct StatsArgs {
    /// Folders, of which every .md and .markdown file is read, and reports
    #[arg(value_name = "FOLDER|REPORT")]
    pub(crate) paths: Vec<PathBuf>,
    /// How to write the figures
    #[arg(long, default_value = "human", ignore_case = true)]
    pub(crate) format: StatsFormat,
    /// Short for --format json: one object
    #[arg(long, conflicts_with_all = ["csv", "format"])]
    pub(crate) json: bool,
    /// Short for --format csv: a row an incident
    #[arg(long, conflicts_with = "format")]
    pub(crate) csv: bool,
    /// Count only incidents from this day on, as 2026-01-01; those without a date are left out
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) since: Option<NaiveDate>,
    /// The figures of each severity, service, cause or month, too
    #[arg(long, value_parser = one_of::<GroupBy>(), ignore_case = true)]
    pub(crate) by: Option<GroupBy>,
    /// Draw the trend, too: into a file (.svg or .png), a folder, or instead of all else to - for
    /// standard output
    #[arg(short, long, value_name = "FILE|FOLDER|-")]
    pub(crate) output: Option<PathBuf>,
    /// The look of the trend: a built-in style (`postmirth styles` lists them) or the path of a
    /// style file
    #[arg(long, default_value = "paper", value_name = "NAME|FILE", requires = "output")]
    pub(crate) style: String,
    /// On light, on dark, or one picture of each
    #[arg(long, default_value = "light", ignore_case = true, requires = "output")]
    pub(crate) theme: ThemeName,
    /// Width of the trend in pixels [default: 840]
    #[arg(long, value_name = "PIXELS", requires = "output", value_parser = clap::value_parser!(u32).range(480..=10_000))]
    pub(crate) width: Option<u32>,
    /// Texts of an SVG as outlines, which look the same everywhere, or live, which can be selected
    #[arg(long, default_value = "outlines", value_parser = one_of::<TextMode>(), ignore_case = true, requires = "output")]
    pub(crate) text: TextMode,
    /// A title for the trend
    #[arg(long, requires = "output")]
    pub(crate) title: Option<String>,
    /// How many reports are read at a time [default: as many as there are cores]
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..=1024))]
    pub(crate) cores: Option<u32>,
}

impl StatsArgs {
    /// The format to write the figures in.
    pub(crate) fn written(&self) -> StatsFormat {
        match (self.json, self.csv) {
            (true, _) => StatsFormat::Json,
            (_, true) => StatsFormat::Csv,
            _ => self.format,
        }
    }
}

/// The formats in which figures are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum StatsFormat {
    /// A table
    Human,
    /// One object
    Json,
    /// A row an incident
    Csv,
}
