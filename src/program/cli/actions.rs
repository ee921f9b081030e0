//! Which action items are listed, and how.

use super::day;
use chrono::NaiveDate;
use clap::ValueEnum;
use std::path::PathBuf;

/// The arguments of `actions`.
#[derive(Debug, clap::Args)]
pub(crate) struct ActionsArgs {
    /// Folders, of which every .md and .markdown file is read, and reports
    #[arg(value_name = "FOLDER|REPORT")]
    pub(crate) paths: Vec<PathBuf>,
    /// Only those that are not done
    #[arg(long)]
    pub(crate) open: bool,
    /// Only those that are not done though their day is past; exit status 1 when there are any
    #[arg(long, requires = "today", conflicts_with = "open")]
    pub(crate) overdue: bool,
    /// The day, as 2026-05-04, from which to tell what is overdue
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) today: Option<NaiveDate>,
    /// Only those of owners whose name holds this, in any case
    #[arg(long, value_name = "NAME")]
    pub(crate) owner: Option<String>,
    /// How to write them
    #[arg(long, default_value = "human", ignore_case = true)]
    pub(crate) format: ActionsFormat,
    /// Short for --format json
    #[arg(long, conflicts_with_all = ["format", "csv"])]
    pub(crate) json: bool,
    /// Short for --format csv
    #[arg(long, conflicts_with = "format")]
    pub(crate) csv: bool,
}

impl ActionsArgs {
    /// The format to write them in.
    pub(crate) fn written(&self) -> ActionsFormat {
        match (self.json, self.csv) {
            (true, _) => ActionsFormat::Json,
            (_, true) => ActionsFormat::Csv,
            _ => self.format,
        }
    }
}

/// The formats in which action items are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ActionsFormat {
    /// A table
    Human,
    /// One object
    Json,
    /// A row each
    Csv,
    /// A list to paste into an issue, by report
    #[value(alias = "md")]
    Markdown,
}
