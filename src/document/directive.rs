//! Settings made by an author in the report itself:
//! `<!-- postmirth: zone=Africa/Lagos date=2024-04-18 -->`.

use crate::diagnostic::{Code, Diagnostic};
use crate::document::line::DocumentLine;
use crate::incident::{Kind, Phase};
use crate::source::{Source, Span};
use crate::time::zone::{self, ZoneName};
use chrono::NaiveDate;

/// The settings that apply to the whole report.
#[derive(Debug, Clone, Default)]
pub(crate) struct ReportDirectives {
    pub(crate) zone: Option<NamedZone>,
    pub(crate) date: Option<NaiveDate>,
}

/// The settings that apply to one entry.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct EntrySettings {
    pub(crate) phase: Option<Phase>,
    pub(crate) kind: Option<Kind>,
    pub(crate) span: Option<Span>,
}

/// The tones that an author may ask for, the most serious first.
pub(crate) const TONES: [&str; 4] = ["off", "dry", "wry", "playful"];

/// The tone that the author asks for, with its place; the last one wins.
pub(crate) fn tone(source: &Source, lines: &[DocumentLine]) -> Option<(&'static str, Span)> {
    let mut told = None;
    for (key, value, place) in
        lines.iter().flat_map(|line| &line.directives).flat_map(|span| pairs(source, *span))
    {
        let tone = TONES.into_iter().find(|tone| key == "tone" && *tone == value);
        told = tone.map(|tone| (tone, place)).or(told);
    }
    told
}

/// Reads every directive of a report; those in entries are only validated here.
pub(crate) fn settings(
    source: &Source,
    lines: &[DocumentLine],
    doubts: &mut Vec<Diagnostic>,
) -> ReportDirectives {
    let mut settings = ReportDirectives::default();
    for span in lines.iter().flat_map(|line| &line.directives) {
        for (key, value, place) in pairs(source, *span) {
            match key {
                "zone" => match zone::whole(value) {
                    Some(zone) => {
                        settings.zone = Some(NamedZone { label: value.into(), span: place, zone })
                    }
                    None => doubts.push(unknown(
                        place,
                        format!("no zone is called \"{value}\""),
                        "use an IANA name such as zone=Africa/Lagos, or zone=UTC+2",
                    )),
                },
                "date" => match value.parse() {
                    Ok(date) => settings.date = Some(date),
                    Err(_) => doubts.push(unknown(
                        place,
                        format!("\"{value}\" is not a date"),
                        "write date=2024-05-31",
                    )),
                },
                "phase" if Phase::named(value).is_some() => {}
                "kind" if Kind::named(value).is_some() => {}
                "phase" => doubts.push(unknown(
                    place,
                    format!("no phase is called \"{value}\""),
                    &format!("one of {}", names(Phase::ALL.iter().map(|phase| phase.name()))),
                )),
                "kind" => doubts.push(unknown(
                    place,
                    format!("no kind is called \"{value}\""),
                    &format!("one of {}", names(Kind::ALL.iter().map(|kind| kind.name()))),
                )),
                "tone" if TONES.contains(&value) => {}
                "tone" => doubts.push(unknown(
                    place,
                    format!("no tone is called \"{value}\""),
                    &format!("one of {}", names(TONES.iter().copied())),
                )),
                _ => doubts.push(unknown(
                    place,
                    format!("\"{key}\" is not a setting"),
                    "the settings are zone, date, tone, phase and kind, as in zone=Africa/Lagos",
                )),
            }
        }
    }
    settings
}

/// The settings from the directives in an entry.
pub(crate) fn of_entry(source: &Source, spans: &[Span]) -> EntrySettings {
    let mut settings = EntrySettings::default();
    for (key, value, place) in spans.iter().flat_map(|span| pairs(source, *span)) {
        match key {
            "phase" => settings.phase = Phase::named(value).or(settings.phase),
            "kind" => settings.kind = Kind::named(value).or(settings.kind),
            _ => continue,
        }
        settings.span = Some(place);
    }
    settings
}

/// `key=value` pairs, separated by blanks, with their places.
fn pairs(source: &Source, span: Span) -> Vec<(&str, &str, Span)> {
    let text = source.slice(span);
    let mut out = Vec::new();
    for word in text.split_whitespace() {
        let start = span.start + (word.as_ptr() as usize - text.as_ptr() as usize);
        let (key, value) = word.split_once('=').unwrap_or((word, ""));
        out.push((key, value, Span::new(start, start + word.len())));
    }
    out
}

fn names(all: impl Iterator<Item = &'static str>) -> String {
    all.collect::<Vec<_>>().join(", ")
}

fn unknown(span: Span, found: String, hint: &str) -> Diagnostic {
    Diagnostic::new(Code::DirectiveUnknown, span, found).hint(hint)
}

/// A zone as a report names it, with its place.
#[derive(Debug, Clone)]
pub(crate) struct NamedZone {
    pub(crate) label: String,
    pub(crate) span: Span,
    pub(crate) zone: ZoneName,
}

impl NamedZone {
    pub(crate) fn on(line: &DocumentLine, zone: &ZoneName) -> NamedZone {
        NamedZone {
            label: match &line.text[zone.start..zone.end] {
                "Z" | "z" => "UTC".to_string(),
                label => label.to_string(),
            },
            span: line.place(zone.start..zone.end),
            zone: zone.clone(),
        }
    }
}
