//! The arguments of the program; no logic.

use chrono::NaiveDate;
use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Draws an incident postmortem that somebody has already written.
///
/// `postmirth REPORT.md` reads the report, draws its timeline as REPORT-incident.svg and .png and its
/// measures as REPORT-actions.svg and .png into the current folder, and says what it read.
#[derive(Debug, Parser)]
#[command(
    version,
    args_conflicts_with_subcommands = true,
    arg_required_else_help = true,
    subcommand_negates_reqs = true,
    after_help = "Exit status: 0 done, 1 --check or lint found something, 2 wrong command line, 3 not a postmortem or nothing in it has a time, 4 a file could not be read or written.\n\nSet NO_COLOR to do without colours."
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    /// The reports to draw, in Markdown; - reads standard input
    #[arg(required = true, value_name = "REPORT")]
    pub(crate) reports: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Draw reports, with every option
    Draw(Box<DrawArgs>),
    /// Tell a report again with humour where it helps; every fact stays
    Spice(Box<SpiceArgs>),
    /// Take the humour out again: the bytes that went in
    Plain(PlainArgs),
    /// Put the pictures into reports, between markers, and keep them current
    Embed(Box<EmbedArgs>),
    /// Show what was read from a report: timeline, phases, metrics, actions, doubts
    Facts(FactsArgs),
    /// List the built-in styles, or print one as a file to begin from
    Styles {
        #[command(subcommand)]
        command: Option<StylesCommand>,
    },
    /// List the built-in quips by topic and theme, print a file of them, or check one of your own
    Quips {
        #[command(subcommand)]
        command: Option<QuipsCommand>,
    },
    /// Explain a code that a message carries, such as clock-backwards; without a code, list them
    Explain {
        /// The code
        code: Option<String>,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum StylesCommand {
    /// Print a built-in style
    Show {
        /// Its name
        name: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum QuipsCommand {
    /// Print the built-in quips of a topic such as dns, or of a theme such as nap
    Show {
        /// The topic or the theme
        #[arg(value_name = "TOPIC|THEME")]
        name: String,
    },
    /// Check files of your own quips: what would not be used, and what would be unkind or stale; exit status 1 when
    /// something is found
    Lint {
        /// The files, in TOML
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
}

/// The arguments of `draw`.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct DrawArgs {
    /// The reports, in Markdown; - reads standard input
    #[arg(required = true, value_name = "REPORT")]
    pub(crate) reports: Vec<PathBuf>,
    /// For a place where pictures are read: sizes and files as it wants them, and what to do with them
    #[arg(long = "for", value_name = "PLACE")]
    pub(crate) place: Option<PlaceName>,
    /// As SVG, PNG or a Mermaid diagram [default: svg,png; with -o, what its name says]
    #[arg(long, value_delimiter = ',')]
    pub(crate) format: Vec<FormatName>,
    /// Where to: a file (.svg, .png or .mmd), a folder, or - for standard output
    #[arg(short, long, value_name = "FILE|FOLDER|-")]
    pub(crate) output: Option<PathBuf>,
    /// Pixels of a PNG for each of the picture's [default: 2, for a cover 1]
    #[arg(long, value_name = "FACTOR", value_parser = factor)]
    pub(crate) scale: Option<f64>,
    #[command(flatten)]
    pub(crate) look: LookArgs,
}

/// What pictures show, and how they look.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct LookArgs {
    /// Which pictures [default: incident,actions; into one file or to standard output, incident]
    #[arg(long, value_delimiter = ',')]
    pub(crate) chart: Vec<ChartName>,
    /// How the events are laid out
    #[arg(long, default_value = "gantt")]
    pub(crate) layout: LayoutName,
    /// The look: a built-in style (`postmirth styles` lists them) or the path of a style file
    #[arg(long, default_value = "paper", value_name = "NAME|FILE")]
    pub(crate) style: String,
    /// On light, on dark, or one picture of each
    #[arg(long, default_value = "light")]
    pub(crate) theme: ThemeName,
    /// Width of the pictures in pixels [default: 840]; a cover has a size of its own
    #[arg(long, value_name = "PIXELS", value_parser = clap::value_parser!(u32).range(480..=10_000))]
    pub(crate) width: Option<u32>,
    /// Convert the clock to another zone of the IANA database, such as Africa/Lagos
    #[arg(long, value_name = "NAME")]
    pub(crate) zone: Option<String>,
    /// Texts of an SVG as outlines, which look the same everywhere, or live, which can be selected
    #[arg(long, default_value = "outlines")]
    pub(crate) text: TextName,
    /// A title in place of the report's
    #[arg(long)]
    pub(crate) title: Option<String>,
    /// Past so many rows, neighbouring events of one phase share a row [default: 60]
    #[arg(long, value_name = "ROWS", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) max_rows: Option<u32>,
    /// Draw each event in a row of its own, however many there are
    #[arg(long, conflicts_with = "max_rows")]
    pub(crate) all: bool,
    /// The day, as 2026-05-04, from which to tell what is overdue; without it nothing depends on the day
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) today: Option<NaiveDate>,
}

/// The arguments of `embed`.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct EmbedArgs {
    /// The reports, in Markdown
    #[arg(required = true, value_name = "REPORT")]
    pub(crate) reports: Vec<PathBuf>,
    /// Change nothing, but say what is not current; exit status 1 when something is
    #[arg(long)]
    pub(crate) check: bool,
    /// Take the pictures out again: the bytes of the report as they were
    #[arg(long, conflicts_with = "check")]
    pub(crate) remove: bool,
    /// The folder of the pictures, seen from the report
    #[arg(long, default_value = "images", value_name = "FOLDER")]
    pub(crate) images: String,
    /// As SVG or as PNG
    #[arg(long, default_value = "svg")]
    pub(crate) format: EmbedFormat,
    #[command(flatten)]
    pub(crate) look: LookArgs,
}

/// The arguments of `spice`.
#[derive(Debug, clap::Args)]
pub(crate) struct SpiceArgs {
    /// The reports, in Markdown; - reads standard input
    #[arg(required = true, value_name = "REPORT")]
    pub(crate) reports: Vec<PathBuf>,
    /// How much humour; never more than the report bears
    #[arg(long, default_value = "auto")]
    pub(crate) tone: ToneName,
    /// Roll the dice again, from this number
    #[arg(long, value_name = "NUMBER")]
    pub(crate) seed: Option<u64>,
    /// Keep the report within so many words, as 400..600; the humour gives way
    #[arg(long, value_name = "FROM..TO", value_parser = words)]
    pub(crate) words: Option<(usize, usize)>,
    /// Say how much humour there may be and why, and what was chosen, instead of telling it
    #[arg(long)]
    pub(crate) explain: bool,
    /// Where to: a file, a folder, or - for standard output [default: standard output]
    #[arg(short, long, value_name = "FILE|FOLDER|-", conflicts_with = "in_place")]
    pub(crate) output: Option<PathBuf>,
    /// Change the report itself; `postmirth plain` takes it out again
    #[arg(long)]
    pub(crate) in_place: bool,
    /// Without the invisible marks by which `postmirth plain` finds the humour
    #[arg(long, conflicts_with = "in_place")]
    pub(crate) no_marks: bool,
    /// Without pictures
    #[arg(long)]
    pub(crate) no_pictures: bool,
    /// With a cover, too
    #[arg(long)]
    pub(crate) cover: bool,
    /// For Medium: PNG, and the told report as a page to copy
    #[arg(long = "for", value_name = "PLACE")]
    pub(crate) place: Option<SpicePlace>,
    /// Quips of your own, laid over the built-in ones
    #[arg(long, value_name = "FILE|FOLDER")]
    pub(crate) quips: Vec<PathBuf>,
    /// The folder of the pictures, seen from the told report
    #[arg(long, default_value = "images", value_name = "FOLDER")]
    pub(crate) images: String,
    #[command(flatten)]
    pub(crate) look: LookArgs,
}

/// The arguments of `plain`.
#[derive(Debug, clap::Args)]
pub(crate) struct PlainArgs {
    /// The told report; - reads standard input
    #[arg(value_name = "REPORT")]
    pub(crate) report: PathBuf,
    /// Where to: a file, or - for standard output [default: standard output]
    #[arg(short, long, value_name = "FILE|-", conflicts_with = "in_place")]
    pub(crate) output: Option<PathBuf>,
    /// Change the report itself
    #[arg(long)]
    pub(crate) in_place: bool,
}

/// How much humour is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ToneName {
    /// What the report bears, up to wry
    Auto,
    /// None
    Off,
    /// The title, and a line a section at most
    Dry,
    /// A line in three entries at most
    Wry,
    /// A line in two entries, and a sign for each
    Playful,
}

/// Where a told report is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SpicePlace {
    /// An article
    Medium,
}

fn words(text: &str) -> Result<(usize, usize), String> {
    let parted = text.split_once("..").and_then(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?)));
    parted.filter(|(from, to)| from <= to).ok_or_else(|| "expected two numbers such as 400..600".to_string())
}

fn day(text: &str) -> Result<NaiveDate, String> {
    text.parse().map_err(|_| "expected a day such as 2026-05-04".to_string())
}

fn factor(text: &str) -> Result<f64, String> {
    let value: f64 = text.parse().map_err(|_| "expected a number such as 2 or 1.5".to_string())?;
    if (0.1..=16.0).contains(&value) { Ok(value) } else { Err("expected a number from 0.1 to 16".into()) }
}

/// The pictures that there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ChartName {
    /// The timeline
    Incident,
    /// What will change: the measures with owners, days and ticks
    Actions,
    /// A cover for an article or the preview of a link
    Cover,
    /// Every picture that there is
    All,
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
}

/// The layouts of the timeline.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum LayoutName {
    /// A row an event, bars along the clock
    #[default]
    Gantt,
    /// A lane a phase, with numbered pins and a key
    Lanes,
    /// One compact ribbon
    Strip,
}

/// Light, dark or both.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ThemeName {
    /// For light pages
    #[default]
    Light,
    /// For dark pages
    Dark,
    /// One picture of each
    Both,
}

/// The kinds of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatName {
    /// Lines and letters
    Svg,
    /// Pixels
    Png,
    /// A diagram in Mermaid's language
    Mermaid,
}

/// The kinds of file that a report can show.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum EmbedFormat {
    /// Lines and letters
    #[default]
    Svg,
    /// Pixels
    Png,
}

/// How an SVG holds its texts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum TextName {
    /// As outlines, which look the same everywhere
    #[default]
    Outlines,
    /// As text, which can be selected
    Live,
}

/// The arguments of `facts`.
#[derive(Debug, clap::Args)]
pub(crate) struct FactsArgs {
    /// The reports, in Markdown; - reads standard input
    #[arg(required = true, value_name = "REPORT")]
    pub(crate) reports: Vec<PathBuf>,
    /// Write JSON: one object for one report, one line each for several
    #[arg(long)]
    pub(crate) json: bool,
    /// Write the pictures in words instead: alt text and long description of each
    #[arg(long, conflicts_with = "json")]
    pub(crate) alt: bool,
    /// When to use colours
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: When,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}
