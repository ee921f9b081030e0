//! The pictures that are asked for.

use super::{among, day, help, one_of};
use crate::program::config::Given;
use chrono::NaiveDate;
use clap::ValueEnum;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use postmirth::draw::style::Ground;
use postmirth::draw::{Chart, Layout, TextMode};
use postmirth::publish::Wording;
use postmirth::render::Format;
use std::path::PathBuf;

/// The arguments of `draw`.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct DrawArgs {
    /// The reports, in Markdown, and folders of them; - reads standard input
    #[arg(value_name = "REPORT|FOLDER")]
    pub(crate) reports: Vec<PathBuf>,
    /// For a place where pictures are read: sizes and files as it wants them, and what to do with
    /// them
    #[arg(long = "for", value_name = "PLACE", ignore_case = true)]
    pub(crate) place: Option<PlaceName>,
    /// As SVG, PNG or a Mermaid diagram [default: svg,png; with -o, what its name says]
    #[arg(long, value_delimiter = ',', value_parser = one_of::<Format>(), ignore_case = true)]
    pub(crate) format: Vec<Format>,
    /// Where to: a file (.svg, .png, .mmd, or .html for a page), a folder, or - for standard output
    #[arg(short, long, value_name = "FILE|FOLDER|-")]
    pub(crate) output: Option<PathBuf>,
    /// Pixels of a PNG for each of the picture's [default: 2, for a cover 1]
    #[arg(long, value_name = "FACTOR", value_parser = factor)]
    pub(crate) scale: Option<f64>,
    #[command(flatten)]
    pub(crate) look: LookArgs,
}

/// The content of pictures, and their look.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct LookArgs {
    /// Which pictures [default: incident,actions; into one file or to standard output, incident]
    #[arg(long, value_delimiter = ',', value_parser = charts(), ignore_case = true)]
    pub(crate) chart: Vec<Charts>,
    /// How the events are laid out
    #[arg(long, default_value = "gantt", value_parser = one_of::<Layout>(), ignore_case = true)]
    pub(crate) layout: Layout,
    /// The look: a built-in style (`postmirth styles` lists them) or the path of a style file
    #[arg(long, default_value = "paper", value_name = "NAME|FILE")]
    pub(crate) style: String,
    /// On light, on dark, or one picture of each
    #[arg(long, default_value = "light", ignore_case = true)]
    pub(crate) theme: ThemeName,
    /// Width of the pictures in pixels [default: 840]; a cover has a size of its own
    #[arg(long, value_name = "PIXELS", value_parser = clap::value_parser!(u32).range(480..=10_000))]
    pub(crate) width: Option<u32>,
    /// Convert the clock to another zone of the IANA database, such as Africa/Lagos
    #[arg(long, value_name = "NAME")]
    pub(crate) zone: Option<String>,
    /// Texts of an SVG as outlines, which look the same everywhere, or live, which can be selected
    #[arg(long, default_value = "outlines", value_parser = one_of::<TextMode>(), ignore_case = true)]
    pub(crate) text: TextMode,
    /// A title in place of the report's
    #[arg(long)]
    pub(crate) title: Option<String>,
    /// Show at most so many rows, those that tell most [default: 14; 60 in lanes]
    #[arg(long, value_name = "ROWS", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) max_rows: Option<u32>,
    /// Draw each event in a row of its own with all of its text, and each task, however many there
    /// are
    #[arg(long, conflicts_with = "max_rows")]
    pub(crate) all: bool,
    /// The day, as 2026-05-04, from which to tell what is overdue; without it nothing depends on
    /// the day
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) today: Option<NaiveDate>,
}

/// The arguments of `embed`.
#[derive(Debug, clap::Args)]
pub(crate) struct EmbedArgs {
    /// The reports, in Markdown, and folders of them
    #[arg(value_name = "REPORT|FOLDER")]
    pub(crate) reports: Vec<PathBuf>,
    /// Change nothing, but say what is not current; exit status 1 when something is
    #[arg(long)]
    pub(crate) check: bool,
    /// Take the pictures out again: the bytes of the report as they were
    #[arg(long, conflicts_with = "check")]
    pub(crate) remove: bool,
    /// Only the reports that hold pictures already
    #[arg(long)]
    pub(crate) again: bool,
    /// The folder of the pictures, seen from the report
    #[arg(long, default_value = "images", value_name = "FOLDER")]
    pub(crate) images: String,
    /// As SVG or as PNG
    #[arg(long, default_value = "svg", value_parser = among(&[Format::Svg, Format::Png]), ignore_case = true)]
    pub(crate) format: Format,
    /// How much of the pictures to tell in words below them, folded away
    #[arg(long, default_value = "short", value_parser = one_of::<Wording>(), ignore_case = true)]
    pub(crate) words: Wording,
    #[command(flatten)]
    pub(crate) look: LookArgs,
    /// Where these came from.
    #[arg(skip)]
    pub(crate) given: Given,
}

fn factor(text: &str) -> Result<f64, String> {
    let value: f64 = text.parse().map_err(|_| "expected a number such as 2 or 1.5".to_string())?;
    if (0.1..=16.0).contains(&value) {
        Ok(value)
    } else {
        Err("expected a number from 0.1 to 16".into())
    }
}

/// A picture, or all of them.
#[derive(Debug, Clone)]
pub(crate) struct Charts(pub(crate) Vec<Chart>);

fn charts() -> impl TypedValueParser<Value = Charts> {
    let all = PossibleValue::new("all").help("Every picture that there is");
    let names = help(&Chart::ALL).chain([all]);
    PossibleValuesParser::new(names).map(|name| {
        Charts(Chart::named(&name.to_lowercase()).map_or(Chart::ALL.to_vec(), |chart| vec![chart]))
    })
}

/// Where pictures are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PlaceName {
    /// SVG for a README, with the lines to paste
    Github,
    /// PNG for an article with cover, alt texts, and the report as a page to paste
    Medium,
    /// The cover for the preview of a link
    Social,
    /// One file of HTML that holds the report and its pictures, for Confluence, Notion, mail, print
    #[value(alias = "html")]
    Page,
}

/// Light, dark or both.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ThemeName {
    /// For light pages
    #[default]
    #[value(alias = "day")]
    Light,
    /// For dark pages
    #[value(alias = "night")]
    Dark,
    /// One picture of each
    Both,
}

impl ThemeName {
    /// The grounds that pictures are drawn on.
    pub(crate) fn grounds(self) -> Vec<Ground> {
        match self {
            ThemeName::Light => vec![Ground::Light],
            ThemeName::Dark => vec![Ground::Dark],
            ThemeName::Both => Ground::ALL.to_vec(),
        }
    }
}
