//! The facts as JSON with a stable schema.

use super::{Metrics, PhaseRun, metrics, stretches};
use crate::diagnostic::Diagnostic;
use crate::incident::{Category, Kind, Phase, Status, TitleFrom, offset_written};
use crate::read::Report;
use crate::read::phase::told_kind;
use crate::time::format;
use serde::Serialize;

/// The version of the JSON schema.
pub const SCHEMA: u32 = 1;

/// The facts of one report. A fact that the report does not state is `null`, never a guess.
#[derive(Debug, Clone, Serialize)]
pub struct Facts<'a> {
    schema: u32,
    file: &'a str,
    title: Option<&'a str>,
    title_from: Option<TitleFrom>,
    zone: Option<ZoneFact<'a>>,
    start: Option<String>,
    end: Option<String>,
    duration_minutes: Option<JsonNumber>,
    affected_percent: Option<JsonNumber>,
    root_cause: Option<&'a str>,
    events: Vec<EventFact<'a>>,
    notes: Vec<NoteFact<'a>>,
    phases: Vec<PhaseRun>,
    metrics: Metrics,
    actions: Vec<ActionFact<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tone: Option<ToneFact>,
    diagnostics: Vec<DiagnosticFact<'a>>,
}

/// The amount of humour that a report allows, and the reasons.
#[derive(Debug, Clone, Serialize)]
pub struct ToneFact {
    /// off, dry, wry or playful.
    pub allowed: &'static str,
    /// The words that rule out more.
    pub because: Vec<BecauseFact>,
}

/// Words that limit the tone.
#[derive(Debug, Clone, Serialize)]
pub struct BecauseFact {
    /// Their line.
    pub line: usize,
    /// The words.
    pub text: String,
    /// The rule that they matched.
    pub rule: String,
}

impl Facts<'_> {
    /// The same facts with the tone that the report allows.
    pub fn toned(mut self, tone: ToneFact) -> Self {
        self.tone = Some(tone);
        self
    }
}

#[derive(Debug, Clone, Serialize)]
struct ZoneFact<'a> {
    label: &'a str,
    offset: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct EventFact<'a> {
    line: usize,
    clock: Option<String>,
    at: Option<String>,
    until: Option<String>,
    minute: JsonNumber,
    phase: Phase,
    kind: Kind,
    certain: bool,
    because: Option<&'a str>,
    text: &'a str,
}

#[derive(Debug, Clone, Serialize)]
struct NoteFact<'a> {
    line: usize,
    text: &'a str,
}

#[derive(Debug, Clone, Serialize)]
struct ActionFact<'a> {
    line: usize,
    text: &'a str,
    parts: Vec<&'a str>,
    category: Category,
    certain: bool,
    status: Status,
    status_told: bool,
    state: Option<&'a str>,
    owner: Option<&'a str>,
    due: Option<String>,
    due_words: Option<&'a str>,
    done_on: Option<String>,
}

#[derive(Debug, Clone, Serialize)]
struct DiagnosticFact<'a> {
    code: &'a str,
    severity: String,
    line: Option<usize>,
    message: &'a str,
}

/// A number that is written without a fraction if it is whole.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(untagged)]
pub enum JsonNumber {
    /// A whole number.
    Whole(i64),
    /// A number with up to two decimal places.
    Part(f64),
}

impl JsonNumber {
    /// The number.
    pub fn value(self) -> f64 {
        match self {
            JsonNumber::Whole(value) => value as f64,
            JsonNumber::Part(value) => value,
        }
    }
}

impl From<f64> for JsonNumber {
    fn from(value: f64) -> JsonNumber {
        let rounded = (value * 100.0).round() / 100.0;
        if rounded.fract() == 0.0 {
            JsonNumber::Whole(rounded as i64)
        } else {
            JsonNumber::Part(rounded)
        }
    }
}

/// The facts of a report, with every diagnostic.
pub fn facts<'a>(report: &'a Report, decoding: &'a [Diagnostic]) -> Facts<'a> {
    let (source, incident) = (report.source(), &report.incident);
    let line = |span: crate::source::Span| source.line_of(span.start);
    Facts {
        schema: SCHEMA,
        file: source.name(),
        title: incident.title.as_deref(),
        title_from: incident.title_from,
        zone: incident
            .zone
            .as_ref()
            .map(|zone| ZoneFact { label: &zone.label, offset: zone.offset.map(offset_written) }),
        start: incident.start.and_then(|start| start.written()),
        end: incident.end.and_then(|end| end.written()),
        duration_minutes: incident.minutes.map(JsonNumber::from),
        affected_percent: incident.affected_percent.map(JsonNumber::from),
        root_cause: incident.root_cause.as_deref(),
        events: incident
            .events
            .iter()
            .map(|event| EventFact {
                line: line(event.span),
                clock: event.at.clock.map(format::clock),
                at: event.at.written(),
                until: event.until.and_then(|until| until.written()),
                minute: event.minute.into(),
                phase: event.phase,
                kind: told_kind(event),
                certain: event.certain,
                because: event.because.map(|span| source.slice(span)),
                text: &event.text,
            })
            .collect(),
        notes: incident
            .notes
            .iter()
            .map(|note| NoteFact { line: line(note.span), text: &note.text })
            .collect(),
        phases: if incident.times_disagree { Vec::new() } else { stretches(&incident.events) },
        metrics: metrics(incident),
        actions: incident
            .actions
            .iter()
            .map(|action| ActionFact {
                line: line(action.span),
                text: action.task.trim(),
                parts: action.parts.iter().map(|part| part.text.trim()).collect(),
                category: action.category.unwrap_or(action.leaning),
                certain: action.category.is_some(),
                status: action.status,
                status_told: action.status_told,
                owner: action.owner.as_deref(),
                state: action.state.as_deref(),
                due: action.due.map(|due| due.to_string()),
                due_words: action.due_words.as_deref(),
                done_on: action.done_on.map(|day| day.to_string()),
            })
            .collect(),
        tone: None,
        diagnostics: decoding
            .iter()
            .chain(&report.diagnostics)
            .map(|doubt| DiagnosticFact {
                code: doubt.code.name(),
                severity: doubt.severity().to_string(),
                line: doubt.span.map(line),
                message: &doubt.message,
            })
            .collect(),
    }
}
