//! The telling that is asked for.

use super::{LookArgs, help};
use clap::ValueEnum;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use postmirth::spice::tone::Tone;
use std::path::PathBuf;

/// The arguments of `spice`.
#[derive(Debug, clap::Args)]
pub(crate) struct SpiceArgs {
    /// The reports, in Markdown, and folders of them; - reads standard input
    #[arg(value_name = "REPORT|FOLDER")]
    pub(crate) reports: Vec<PathBuf>,
    /// How much humour; never more than the report bears
    #[arg(long, default_value = "auto", value_parser = tone(), ignore_case = true)]
    pub(crate) tone: ToneChoice,
    /// Roll the dice again, from this number
    #[arg(long, value_name = "NUMBER")]
    pub(crate) seed: Option<u64>,
    /// Keep the report within so many words, as 400..600; the humour gives way
    #[arg(long, value_name = "FROM..TO", value_parser = words)]
    pub(crate) words: Option<(usize, usize)>,
    /// Say how much humour there may be and why, and what was chosen, instead of telling it
    #[arg(long)]
    pub(crate) explain: bool,
    /// Print a brief for a writer of your own instead: what makes a good line, the report, and the
    /// numbered places that may get one. Paste it into any chatbot
    #[arg(long, conflicts_with_all = ["in_place", "explain", "lines", "writer", "fill", "place"])]
    pub(crate) brief: bool,
    /// Put in the lines of your writer's reply: `7: The line.` or JSON; - reads standard input
    #[arg(long, value_name = "REPLY|-", conflicts_with = "writer")]
    pub(crate) lines: Option<PathBuf>,
    /// Let a command write the lines: it gets the brief on its standard input, and its standard
    /// output is the reply. It is run by `sh -c`, or on Windows by `cmd /C`
    #[arg(long, value_name = "COMMAND")]
    pub(crate) writer: Option<String>,
    /// So many seconds the writer may take
    #[arg(long, value_name = "SECONDS", default_value_t = 120, requires = "writer")]
    #[arg(value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub(crate) writer_timeout: u64,
    /// Where a writer's line is left out, or there is none at all, take the built-in one
    #[arg(long)]
    pub(crate) fill: bool,
    /// The brief as JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// Where to: a file, a folder, or - for standard output, which has no pictures [default:
    /// standard output]
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
    #[arg(long = "for", value_name = "PLACE", ignore_case = true)]
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
    #[arg(value_name = "REPORT", default_value = "-")]
    pub(crate) report: PathBuf,
    /// Where to: a file, or - for standard output [default: standard output]
    #[arg(short, long, value_name = "FILE|-", conflicts_with = "in_place")]
    pub(crate) output: Option<PathBuf>,
    /// Change the report itself
    #[arg(long)]
    pub(crate) in_place: bool,
}

/// The amount of humour that is asked for; `None` for what the report bears.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ToneChoice(pub(crate) Option<Tone>);

fn tone() -> impl TypedValueParser<Value = ToneChoice> {
    let auto = PossibleValue::new("auto").help("What the report bears, up to wry");
    let names = [auto].into_iter().chain(help(&Tone::ALL));
    PossibleValuesParser::new(names).map(|name| ToneChoice(Tone::named(&name.to_lowercase())))
}

/// Where a told report is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SpicePlace {
    /// An article
    Medium,
}

fn words(text: &str) -> Result<(usize, usize), String> {
    let parted =
        text.split_once("..").and_then(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?)));
    parted
        .filter(|(from, to)| from <= to)
        .ok_or_else(|| "expected two numbers such as 400..600".to_string())
}
