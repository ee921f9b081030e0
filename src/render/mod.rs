//! Turns a report into pictures, in memory: converts, draws and encodes them.

mod artist;
mod formats;
mod told;
mod trend;

pub use formats::Format;
pub use trend::{TrendFile, trend};

use crate::diagnostic::code::Severity;
use crate::diagnostic::{Code, Diagnostic};
use crate::draw::style::{Ground, Style};
use crate::draw::{self, Chart, Layout, TextMode};
use crate::incident::{Incident, Nature};
use crate::read::{Report, in_zone};
use artist::Artist;
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::fmt;
use told::told;

/// Options for the pictures of a report. More options may come, so end yours with
/// `..RenderOptions::default()`.
#[derive(Debug, Clone)]
pub struct RenderOptions {
    /// The charts to draw.
    pub charts: Vec<Chart>,
    /// The layout of the events.
    pub layout: Layout,
    /// The visual style.
    pub style: Style,
    /// The backgrounds.
    pub grounds: Vec<Ground>,
    /// The file formats.
    pub formats: Vec<Format>,
    /// The width in pixels; a cover has a size of its own.
    pub width: f64,
    /// The width and height of a cover.
    pub cover: (f64, f64),
    /// PNG pixels per SVG pixel; by default 2, and 1 for a cover.
    pub scale: Option<f64>,
    /// The zone to convert the clock to.
    pub zone: Option<String>,
    /// The representation of text in an SVG.
    pub text: TextMode,
    /// A title in place of the report's.
    pub title: Option<String>,
    /// True if that title is a joke, which is shown but not read out by screen readers.
    pub joke: bool,
    /// The maximum number of rows in the timeline.
    pub rows: draw::RowLimit,
    /// The day by which to decide which action items are overdue.
    pub today: Option<NaiveDate>,
    /// The number of cores to use for one report. It does not affect the pictures.
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

/// A picture, encoded as a file.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Picture {
    /// The chart.
    pub chart: Chart,
    /// The background.
    pub ground: Ground,
    /// The file format.
    pub format: Format,
    /// Width and height in pixels; `None` if the viewer decides.
    pub size: Option<(f64, f64)>,
    /// The contents of the file.
    pub bytes: Vec<u8>,
}

/// The pictures of a report.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Pictures {
    /// The incident that they show.
    pub incident: Incident,
    /// A summary of the facts, in a few lines.
    pub told: String,
    /// The pictures.
    pub pictures: Vec<Picture>,
    /// Warnings about the report.
    pub warnings: Vec<Diagnostic>,
}

/// The reason why there are no pictures.
#[derive(Debug, Clone)]
pub enum Undrawn {
    /// The text does not contain an incident, or nothing that the charts could show.
    NothingToDraw(Vec<Diagnostic>),
    /// The options cannot be satisfied: the reason, and a hint.
    Impossible(String, Option<&'static str>),
}

impl fmt::Display for Undrawn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Undrawn::NothingToDraw(doubts) => match doubts.first() {
                Some(doubt) => doubt.fmt(f),
                None => f.write_str("expected something to draw, found nothing"),
            },
            Undrawn::Impossible(why, _) => f.write_str(why),
        }
    }
}

impl std::error::Error for Undrawn {}

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
    // Every picture lacks the same characters, so warn about them once.
    let mut said = BTreeSet::new();
    warnings.retain(|doubt| doubt.code != Code::GlyphMissing || said.insert(doubt.message.clone()));
    Ok(Pictures { told: told(&incident, report.source()), incident, pictures, warnings })
}

/// The diagnostics if there is nothing to draw: the error, or the reason why no entry has a time.
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
