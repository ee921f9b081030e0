//! One report, as far as it counts among many.

use super::LeftOut;
use crate::dice;
use crate::facts::{JsonNumber, Metric, Metrics, metrics};
use crate::incident::{Day, Incident, Nature, Status};
use crate::read::{By, Report, noticed};
use crate::source::Source;
use crate::spice::library::Library;
use crate::spice::place::plain;
use crate::spice::topics;
use serde::{Serialize, Serializer};
use std::collections::HashMap;

/// The figures kept of a report: a few words and numbers, none of its text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Record {
    /// The file.
    pub file: String,
    /// Its title.
    pub title: Option<String>,
    /// The day of the incident.
    #[serde(rename = "date", serialize_with = "dated")]
    pub day: Option<Day>,
    /// How long things took.
    pub minutes: Metrics<Option<JsonNumber>>,
    /// What it was about, as the topics of the quips name it.
    pub cause: Option<String>,
    /// Who or what noticed it.
    pub noticed: Option<By>,
    /// Its measures.
    pub actions: Done,
    /// The plain text as a number, by which a copy of it is known.
    #[serde(skip)]
    mark: u64,
}

/// How many measures there are, and how many are done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Done {
    /// All of them.
    pub count: usize,
    /// Those that are done.
    pub done: usize,
}

/// Reads a report for what counts, without the humour that `spice` put into it; else what its text
/// is instead.
pub fn record(file: &str, bytes: &[u8], library: &Library) -> Result<Record, Nature> {
    let plain = plain(bytes).ok();
    let source = Source::from_bytes(file, plain.as_deref().unwrap_or(bytes)).value;
    let report = Report::of(&source);
    let incident = &report.incident;
    if incident.nature != Nature::Postmortem {
        return Err(incident.nature);
    }
    let minutes = |metric: Option<Metric>| metric.map(|metric| metric.minutes);
    Ok(Record {
        file: file.to_string(),
        day: day(incident),
        minutes: metrics(incident).map(minutes),
        cause: topics(library, incident).into_iter().next(),
        noticed: noticed(&report).map(|noticed| noticed.by),
        actions: Done {
            count: incident.actions.len(),
            done: incident
                .actions
                .iter()
                .filter(|action| action.status == Status::Done)
                .count(),
        },
        title: incident.title.clone(),
        mark: dice::hash(plain.as_deref().unwrap_or(bytes).iter().copied()),
    })
}

/// Counts each report once: what tells the same, word for word, as one before it (a told report
/// beside the plain one, say) is left out, and so it is told.
pub fn once(records: Vec<Record>) -> (Vec<Record>, Vec<LeftOut>) {
    let mut known: HashMap<u64, String> = HashMap::new();
    let (mut kept, mut copies) = (Vec::new(), Vec::new());
    for record in records {
        match known.get(&record.mark) {
            Some(first) => copies.push(LeftOut {
                reason: format!("the same report as {first}"),
                file: record.file,
            }),
            None => {
                known.insert(record.mark, record.file.clone());
                kept.push(record);
            }
        }
    }
    (kept, copies)
}

/// The day on which it began: that of the stated start, else that of the first entry that has one.
fn day(incident: &Incident) -> Option<Day> {
    let stated = incident.start.and_then(|start| start.day);
    let told = || incident.events.iter().find_map(|event| event.at.day);
    stated.filter(|day| day.year_known).or_else(told).or(stated)
}

/// A date as far as JSON can tell it: a day without its year is none.
fn dated<S: Serializer>(day: &Option<Day>, serializer: S) -> Result<S::Ok, S::Error> {
    day.filter(|day| day.year_known)
        .map(|day| day.date.to_string())
        .serialize(serializer)
}
