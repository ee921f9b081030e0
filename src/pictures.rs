//! From one report to its pictures: reading, converting, drawing and writing, in memory.

use crate::codes::Severity;
use crate::diagnostic::{Code, Diagnostic, Warned};
use crate::draw::font::Fonts;
use crate::draw::style::{Ground, Style};
use crate::draw::{self, Layout, Options, Text, drawn, png, svg};
use crate::facts::{clock_written, metrics};
use crate::incident::{Incident, Nature};
use crate::read::{in_zone, read, spoken};
use crate::source::Source;

/// What is to be drawn of a report.
#[derive(Debug, Clone)]
pub struct Order {
    /// How the events are laid out.
    pub layout: Layout,
    /// The look.
    pub style: Style,
    /// On which grounds.
    pub grounds: Vec<Ground>,
    /// As which kinds of file.
    pub formats: Vec<Format>,
    /// How wide, in pixels.
    pub width: f64,
    /// How many pixels of a PNG for each of the SVG's.
    pub scale: f64,
    /// The zone to convert the clock to.
    pub zone: Option<String>,
    /// How an SVG holds its texts.
    pub text: Text,
    /// A title in place of the report's.
    pub title: Option<String>,
    /// Past so many rows neighbours share one.
    pub max_rows: Option<usize>,
    /// How many cores may work on one report. The pictures are the same whatever their number.
    pub cores: usize,
}

impl Default for Order {
    fn default() -> Order {
        Order {
            layout: Layout::Gantt,
            style: Style::built_in(crate::assets::STYLES[0].name).unwrap_or_default(),
            grounds: vec![Ground::Light],
            formats: vec![Format::Svg, Format::Png],
            width: draw::WIDTH,
            scale: 2.0,
            zone: None,
            text: Text::Outlines,
            title: None,
            max_rows: Some(draw::MAX_ROWS),
            cores: 1,
        }
    }
}

/// The kinds of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Lines and letters, at any size.
    Svg,
    /// Pixels.
    Png,
}

impl Format {
    /// The end of such a file's name.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Svg => "svg",
            Format::Png => "png",
        }
    }
}

/// A picture as a file holds it.
#[derive(Debug, Clone)]
pub struct Picture {
    /// What it lies on.
    pub ground: Ground,
    /// The kind of file.
    pub format: Format,
    /// Width and height in pixels.
    pub size: (f64, f64),
    /// The file.
    pub bytes: Vec<u8>,
}

/// The pictures of a report.
#[derive(Debug, Clone)]
pub struct Pictures {
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
    /// The text holds no incident, or none with a time.
    NothingToDraw(Vec<Diagnostic>),
    /// What is asked for cannot be had: why, and what to do about it.
    Impossible(String, Option<&'static str>),
}

/// Draws a report.
pub fn pictures(source: &Source, decoding: &[Diagnostic], order: &Order) -> Result<Pictures, Undrawn> {
    let Warned { value: incident, warnings } = read(source);
    let mut warnings: Vec<Diagnostic> = decoding.iter().cloned().chain(warnings).collect();
    if incident.nature != Nature::Postmortem || incident.events.is_empty() {
        return Err(Undrawn::NothingToDraw(nothing(&incident, warnings)));
    }
    let incident = match &order.zone {
        Some(zone) => in_zone(&incident, zone).map_err(|why| Undrawn::Impossible(why.to_string(), why.hint()))?,
        None => incident,
    };
    let fonts = Fonts::new(order.style.font.face);
    let mut pictures = Vec::new();
    for ground in &order.grounds {
        let options = Options {
            layout: order.layout,
            ground: *ground,
            width: order.width,
            title: order.title.clone(),
            max_rows: order.max_rows,
        };
        let Some(scene) = draw::incident(&incident, &order.style, &fonts, &options) else { continue };
        if pictures.is_empty() {
            warnings.extend(scene.warnings);
        }
        let scene = drawn(scene.value, &order.style);
        let outlined = svg(&scene, &fonts, Text::Outlines);
        let mut put = |format, scale: f64, bytes| {
            let size = ((scene.width * scale).ceil(), (scene.height * scale).ceil());
            pictures.push(Picture { ground: *ground, format, size, bytes });
        };
        if order.formats.contains(&Format::Png) {
            let bytes = png(&outlined, &scene, order.scale, order.cores)
                .map_err(|why| Undrawn::Impossible(why.to_string(), why.hint()))?;
            put(Format::Png, order.scale, bytes);
        }
        if order.formats.contains(&Format::Svg) {
            let text = match order.text {
                Text::Outlines => outlined,
                Text::Live => svg(&scene, &fonts, Text::Live),
            };
            put(Format::Svg, 1.0, text.into_bytes());
        }
    }
    // The formats in the order in which they were asked for.
    pictures.sort_by_key(|picture| {
        (
            order.grounds.iter().position(|ground| *ground == picture.ground),
            order.formats.iter().position(|format| *format == picture.format),
        )
    });
    Ok(Pictures { told: told(&incident, source), pictures, warnings })
}

/// What to say when there is nothing to draw: the error, or why no entry has a time.
fn nothing(incident: &Incident, warnings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let reason =
        |doubt: &Diagnostic| doubt.severity() == Severity::Error || matches!(doubt.code, Code::NoTimes | Code::NoTimeline);
    let mut told: Vec<Diagnostic> = warnings.into_iter().filter(reason).collect();
    if told.is_empty() && incident.events.is_empty() {
        told.push(Diagnostic::about_all(Code::NoTimeline, "expected entries with a time, found none"));
    }
    told
}

/// What was read, in a few lines.
fn told(incident: &Incident, source: &Source) -> String {
    let mut lines = vec![incident.title.clone().unwrap_or_else(|| source.name().to_string())];
    let mut facts = vec![match incident.events.len() {
        1 => "1 event".to_string(),
        many => format!("{many} events"),
    }];
    let (first, last) = (incident.events.first(), incident.events.last());
    if let (Some(first), Some(last)) = (first, last) {
        let day = first.at.day.map(|day| day.date.format(if day.year_known { "%-d %B %Y" } else { "%-d %B" }).to_string());
        let zone = incident.zone.as_ref().map(|zone| zone.label.clone());
        let clocks = match (first.at.clock, last.at.clock) {
            (Some(first), Some(last)) => Some(format!("{}–{}", clock_written(first), clock_written(last))),
            _ => None,
        };
        facts.push([day, clocks, zone].into_iter().flatten().collect::<Vec<_>>().join(" "));
    }
    facts.extend(incident.affected_percent.map(|share| format!("{share} % affected")));
    facts.push(match incident.actions.len() {
        0 => "no actions".to_string(),
        1 => "1 action".to_string(),
        many => format!("{many} actions"),
    });
    lines.push(facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · "));
    let metrics = metrics(incident);
    let spans = [
        ("to detect", &metrics.detect),
        ("to acknowledge", &metrics.acknowledge),
        ("to escalate", &metrics.escalate),
        ("to resolve", &metrics.resolve),
    ];
    let spans: Vec<String> =
        spans.iter().filter_map(|(name, metric)| Some(format!("{} {name}", spoken(metric.as_ref()?.minutes.value())))).collect();
    if !spans.is_empty() {
        lines.push(spans.join(" · "));
    }
    let printable = |line: &String| line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>();
    lines.iter().map(printable).collect::<Vec<_>>().join("\n  ")
}
