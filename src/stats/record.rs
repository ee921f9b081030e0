//! One report, as far as it counts among many.

use super::{LeftOut, labels};
use crate::dice;
use crate::facts::{JsonNumber, Metric, Metrics, metrics};
use crate::incident::{Day, Incident, Nature, Status};
use crate::read::{By, Report, noticed};
use crate::source::Source;
use crate::spice::library::Library;
use crate::spice::place;
use crate::spice::topics;
use serde::{Serialize, Serializer};
use std::borrow::Cow;
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
    /// The durations.
    pub minutes: Metrics<Option<JsonNumber>>,
    /// The topic that it was about, as the quips name it.
    pub cause: Option<String>,
    /// Who or what noticed it.
    pub noticed: Option<By>,
    /// Its severity, as "SEV-2".
    pub severity: Option<String>,
    /// The service that it hit, as the report names it.
    pub service: Option<String>,
    /// Its action items.
    pub actions: ActionCount,
    #[serde(skip)]
    mark: TextMark,
}

/// The mark by which the copies of a report are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextMark {
    /// The plain text as a number.
    text: u64,
    /// True when humour was added to it.
    told: bool,
}

/// The number of measures, and of those that are done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct ActionCount {
    /// All of them.
    pub count: usize,
    /// Those that are done.
    pub done: usize,
}

/// Reads a report for what counts, without the humour that `spice` put into it; else what its text
/// is instead.
pub fn record(file: &str, bytes: &[u8], library: &Library) -> Result<Record, Nature> {
    let PlainBytes { bytes, mark } = plain(bytes);
    let report = Report::of(&Source::from_bytes(file, &bytes).value);
    let incident = &report.incident;
    if incident.nature != Nature::Postmortem {
        return Err(incident.nature);
    }
    let minutes = |metric: Option<Metric>| metric.map(|metric| metric.minutes);
    Ok(Record {
        file: file.to_string(),
        day: began(incident),
        minutes: metrics(incident).map(minutes),
        cause: topics(library, incident).into_iter().next(),
        noticed: noticed(&report).map(|noticed| noticed.by),
        actions: ActionCount {
            count: incident.actions.len(),
            done: incident.actions.iter().filter(|action| action.status == Status::Done).count(),
        },
        severity: labels::severity(&report),
        service: labels::service(&report),
        title: incident.title.clone(),
        mark,
    })
}

/// A report without the humour that `spice` put into it.
pub(super) struct PlainBytes<'a> {
    pub(super) bytes: Cow<'a, [u8]>,
    pub(super) mark: TextMark,
}

/// Takes the humour out of a report, if there is any.
pub(super) fn plain(bytes: &[u8]) -> PlainBytes<'_> {
    let plain = place::plain(bytes).ok().filter(|plain| plain != bytes);
    let told = plain.is_some();
    let bytes = plain.map_or(Cow::Borrowed(bytes), Cow::Owned);
    let text = dice::hash(bytes.iter().copied());
    let mark = TextMark { text, told };
    PlainBytes { bytes, mark }
}

/// A report, or a part of what it tells, that may be a copy of another.
pub trait Twin {
    /// The file and the mark.
    fn twin(&self) -> (&str, TextMark);
}

impl Twin for Record {
    fn twin(&self) -> (&str, TextMark) {
        (&self.file, self.mark)
    }
}

/// Counts each report once. Of those that tell the same, word for word, it is the first without
/// added humour that counts, so that a retelling never stands for its original; the others are left
/// out, and so it is told.
pub fn once<T: Twin>(reports: Vec<T>) -> (Vec<T>, Vec<LeftOut>) {
    let mut best: HashMap<u64, (bool, usize, String)> = HashMap::new();
    for (at, report) in reports.iter().enumerate() {
        let (file, TextMark { text, told }) = report.twin();
        let own = (told, at, file.to_string());
        let known = best.entry(text).or_insert_with(|| own.clone());
        if (own.0, own.1) < (known.0, known.1) {
            *known = own;
        }
    }
    let (mut kept, mut copies) = (Vec::new(), Vec::new());
    for (at, report) in reports.into_iter().enumerate() {
        let (own, mark) = report.twin();
        match best.get(&mark.text) {
            Some((_, first, file)) if *first != at => copies.push(LeftOut {
                reason: format!("the same report as {file}"),
                file: own.to_string(),
            }),
            _ => kept.push(report),
        }
    }
    (kept, copies)
}

/// The day on which it began: that of the stated start, else that of the first entry that has one.
pub(super) fn began(incident: &Incident) -> Option<Day> {
    let stated = incident.start.and_then(|start| start.day);
    let told = || incident.events.iter().find_map(|event| event.at.day);
    stated.filter(|day| day.year_known).or_else(told).or(stated)
}

/// A date as far as JSON can tell it: a day without its year is none.
fn dated<S: Serializer>(day: &Option<Day>, serializer: S) -> Result<S::Ok, S::Error> {
    day.filter(|day| day.year_known).map(|day| day.date.to_string()).serialize(serializer)
}
