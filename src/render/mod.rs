//! From one report to its pictures: converting, drawing and writing, in memory.

mod artist;
mod told;
mod trend;

pub use trend::{TrendFile, trend};

use crate::diagnostic::code::Severity;
use crate::diagnostic::{Code, Diagnostic};
use crate::draw::style::{Ground, Style};
use crate::draw::{self, Chart, Layout, TextMode};
use crate::incident::{Incident, Nature};
use crate::named::named;
use crate::read::{Report, in_zone};
use artist::Artist;
use chrono::NaiveDate;
use std::collections::BTreeSet;
use told::told;

/// What is to be drawn of a report.
#[derive(Debug, Clone)]
pub struct RenderOptions {
    /// Which pictures.
    pub charts: Vec<Chart>,
    /// How the events are laid out.
    pub layout: Layout,
    /// The look.
    pub style: Style,
    /// On which grounds.
    pub grounds: Vec<Ground>,
    /// As which kinds of file.
    pub formats: Vec<Format>,
    /// How wide, in pixels; a cover has a size of its own.
    pub width: f64,
    /// Width and height of a cover.
    pub cover: (f64, f64),
    /// How many pixels of a PNG for each of the SVG's; without it two, and one of a cover.
    pub scale: Option<f64>,
    /// The zone to convert the clock to.
    pub zone: Option<String>,
    /// How an SVG holds its texts.
    pub text: TextMode,
    /// A title in place of the report's.
    pub title: Option<String>,
    /// Whether that title is a joke, which is shown but not read out.
    pub joke: bool,
    /// How many rows the timeline may have.
    pub rows: draw::RowLimit,
    /// The day from which to tell which measures are overdue.
    pub today: Option<NaiveDate>,
    /// How many cores may work on one report. The pictures are the same whatever their number.
    pub cores: usize,
}

impl Default for RenderOptions {
    fn default() -> RenderOptions {
        RenderOptions {
            charts: vec![Chart::Incident, Chart::Actions],
            layout: Layout::Gantt,
            style: Style::built_in(crate::assets::STYLES[0].name).unwrap_or_default(),
            grounds: vec![Ground::Light],
            formats: vec![Format::Svg, Format::Png],
            width: draw::WIDTH,
            cover: draw::PREVIEW,
            scale: None,
            zone: None,
            text: TextMode::Outlines,
            title: None,
            joke: false,
            rows: draw::RowLimit::Readable,
            today: None,
            cores: 1,
        }
    }
}

named! {
    /// The kinds of file.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Format {
        /// Lines and letters.
        Svg = "svg",
        /// Pixels.
        Png = "png",
        /// A diagram in Mermaid's language.
        Mermaid = "mermaid",
    }
}

impl Format {
    /// The end of such a file's name.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Svg => "svg",
            Format::Png => "png",
            Format::Mermaid => "mmd",
        }
    }
}

/// A picture as a file holds it.
#[derive(Debug, Clone)]
pub struct Picture {
    /// What it shows.
    pub chart: Chart,
    /// What it lies on.
    pub ground: Ground,
    /// The kind of file.
    pub format: Format,
    /// Width and height in pixels; nothing where whoever shows it decides.
    pub size: Option<(f64, f64)>,
    /// The file.
    pub bytes: Vec<u8>,
}

/// The pictures of a report.
#[derive(Debug, Clone)]
pub struct Pictures {
    /// The incident that they show.
    pub incident: Incident,
    /// What was read, in a few lines.
    pub told: String,
    /// The pictures.
    pub pictures: Vec<Picture>,
    /// What there is to say about the report.
    pub warnings: Vec<Diagnostic>,
}

/// Why there are no pictures.
#[derive(Debug, Clone)]
pub enum Undrawn {
    /// The text holds no incident, or none of what the pictures show.
    NothingToDraw(Vec<Diagnostic>),
    /// What is asked for cannot be had: why, and what to do about it.
    Impossible(String, Option<&'static str>),
}

/// Draws a report.
pub fn pictures(
    report: &Report,
    decoding: &[Diagnostic],
    order: &RenderOptions,
) -> Result<Pictures, Undrawn> {
    let incident = &report.incident;
    let mut warnings = [decoding, &report.diagnostics].concat();
    let timed = order.charts.iter().any(|chart| *chart != Chart::Actions);
    if incident.nature != Nature::Postmortem || (timed && incident.events.is_empty()) {
        return Err(Undrawn::NothingToDraw(nothing(incident, warnings)));
    }
    if order.charts == [Chart::Actions] && incident.actions.is_empty() {
        return Err(Undrawn::NothingToDraw(vec![no_measures()]));
    }
    let incident = match &order.zone {
        Some(zone) => in_zone(incident, zone)
            .map_err(|why| Undrawn::Impossible(why.to_string(), why.hint()))?,
        None => incident.clone(),
    };
    let artist = Artist::new(report, &incident, order);
    let mut pictures = Vec::new();
    for chart in &order.charts {
        for ground in &order.grounds {
            warnings.extend(artist.draw(*chart, *ground, &mut pictures)?);
        }
    }
    // The same letters are missing from every picture.
    let mut said = BTreeSet::new();
    warnings.retain(|doubt| doubt.code != Code::GlyphMissing || said.insert(doubt.message.clone()));
    Ok(Pictures {
        told: told(&incident, report.source()),
        incident,
        pictures,
        warnings,
    })
}

/// What to say when there is nothing to draw: the error, or why no entry has a time.
fn nothing(incident: &Incident, warnings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let reason = |doubt: &Diagnostic| {
        doubt.severity() == Severity::Error
            || matches!(doubt.code, Code::NoTimes | Code::NoTimeline)
    };
    let mut told: Vec<Diagnostic> = warnings.into_iter().filter(reason).collect();
    if told.is_empty() && incident.events.is_empty() {
        told.push(Diagnostic::about_all(
            Code::NoTimeline,
            "expected entries with a time, found none",
        ));
    }
    told
}

fn no_measures() -> Diagnostic {
    Diagnostic::about_all(
        Code::NoMeasures,
        "expected corrective measures, found none, so there is no picture of them",
    )
    .hint("put them under \"## Action items\", one a line")
}
