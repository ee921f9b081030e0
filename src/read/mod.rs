//! Reads a [`Document`] into an [`Incident`]; a [`Report`] holds both.
//!
//! A line of a report goes through these steps:
//! - the [`Document`] turns it into a `Line`, the visible text with its place, and assigns it to a
//!   `Section`, recognised by any of the many names people use;
//! - [`timeline`] makes it an `Entry` if it begins with a [`time`](crate::time), and puts the
//!   entries on one axis, settling day, AM or PM, midnight and zone;
//! - [`phase`] classifies the event by its words and its place in the story;
//! - [`summary`] reads start, end, share and cause from the prose, [`actions`] the action items;
//! - [`classify`] decides whether all this is a postmortem at all.
//!
//! The author's own settings take precedence throughout (`directive`). Code that looks for words
//! anywhere gets the whole text from the document, one `Passage` at a time.

mod actions;
mod chronology;
mod classify;
mod convert;
mod detection;
mod missing;
mod notation;
pub mod phase;
mod stated;
mod summary;
mod timeline;

pub use convert::{NoConversion, in_zone};
pub use detection::{By, Noticed, noticed};
pub(crate) use notation::{Clock, TimelineNotation, WrittenEntry, written};
pub(crate) use timeline::loose::on_axis;

use crate::diagnostic::{Code, Diagnostic, Warned};
use crate::document::sections::Section;
use crate::document::{Document, SectionRole, incidents, title};
use crate::incident::{Event, Incident, Moment, Nature, TitleFrom};
use crate::source::Source;
use chronology::Chronology;
use stated::Stated;
use summary::share;
use timeline::TimedList;
use timeline::days::PlacedEntry;

/// A report, read once and shared by everything that needs it.
#[derive(Debug, Clone)]
pub struct Report {
    /// Its text, as lines and sections.
    pub document: Document,
    /// The incident that it describes.
    pub incident: Incident,
    /// Warnings, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// The timeline as written, one entry per event, with the way back to its lines.
    pub(crate) timeline: TimedList,
}

/// Reads a report and returns only its incident.
pub fn read(source: &Source) -> Warned<Incident> {
    let report = Report::of(source);
    Warned { value: report.incident, warnings: report.diagnostics }
}

impl Report {
    /// Reads a report. Never fails and never panics: unreadable parts are reported in the
    /// diagnostics.
    pub fn of(source: &Source) -> Report {
        let document = Document::of(source);
        let mut doubts = document.diagnostics.clone();
        let mut list = timeline::timeline(source, &document.lines, &document.sections);
        doubts.append(&mut list.doubts);
        let stated = Stated::of(&document, &list);
        let chronology = Chronology::of(&document, &mut list, &stated, &mut doubts);
        let first_day = chronology.first_day;
        let own = title::titled(&document.lines, &document.sections);
        let title = own.as_ref().map(|(_, title)| title.as_str());
        let mut incident = incident(&document, &mut list, &stated, chronology, title);
        summary::settle::forget_refuted(&mut incident, stated.window.loose);
        let duration = summary::duration(&document.lines, &stated.prose, &stated.labelled);
        let resolved = summary::stated::resolved_in(&stated.labelled);
        summary::lengths(&mut incident, duration, resolved, &stated.window, &mut doubts);
        let disagreement = summary::agreement::disagreement(&incident, &doubts);
        incident.times_disagree = disagreement.is_some();
        summary::agreement::forget_doubled_end(&mut incident);
        doubts.extend(disagreement);
        let own = incidents::title_of_first(own, document.first_of_several, &document.lines);
        let own = own.map(|own| title::without_other_day(own, &days_of(&incident)));
        // A length that the times refute is no part of a name.
        let refuted = doubts.iter().any(|doubt| doubt.code == Code::DurationMismatch);
        name(&mut incident, own, &stated.prose, refuted);
        incident.nature = classify::nature(source, &document.lines, &document.sections, &incident);
        let first = document.lines.first().map(|line| line.span);
        match classify::message(incident.nature, first) {
            Some(message) => {
                // An assignment that asks for the root cause has none.
                incident.root_cause = None;
                incident.impact = None;
                if incident.nature != Nature::Other {
                    incident.affected_percent = None;
                    (incident.start, incident.end, incident.minutes) = (None, None, None);
                }
                doubts = vec![message];
            }
            None => missing::missing(&incident, &document, first_day, &mut doubts),
        }
        doubts.sort_by_key(|doubt| (doubt.span.map(|span| span.start), doubt.code));
        Report { document, incident, diagnostics: doubts, timeline: list }
    }

    /// The source text.
    pub fn source(&self) -> &Source {
        self.document.source()
    }

    /// The byte at which a passage begins, by its number.
    pub fn passage_start(&self, index: usize) -> Option<usize> {
        let passage = self.document.passages().get(index)?;
        Some(passage.span.start)
    }
}

/// The parts of the incident that do not depend on its duration.
fn incident(
    document: &Document,
    list: &mut TimedList,
    stated: &Stated,
    chronology: Chronology,
    title: Option<&str>,
) -> Incident {
    let (lines, sections, prose) = (&document.lines, &document.sections, &stated.prose);
    let share = share::share(prose, &stated.labelled);
    let tasks = first_telling(sections, list.retold);
    let edges = [chronology.start, chronology.end];
    let root_cause = summary::root_cause(lines, sections, prose, title).map(in_one_line);
    let cause = root_cause.as_deref();
    let lengths = summary::stated::stated(&stated.labelled);
    let mut incident = Incident {
        nature: Nature::Postmortem,
        title: None,
        title_from: None,
        zone: chronology.zone(),
        start: chronology.start,
        start_noticed: stated.window.detected && chronology.start.is_some(),
        end: chronology.end,
        minutes: None,
        rough: false,
        stated: lengths,
        times_disagree: false,
        affected_percent: share.as_ref().map(|share| share.percent),
        affected_roughly: share.as_ref().is_some_and(|share| share.rough),
        affected_whom: share.as_ref().and_then(|share| share.whom.clone()),
        noticing_told: summary::noticing_told(prose),
        impact: summary::impact::impact(prose, share.as_ref(), title).map(in_one_line),
        notes: std::mem::take(&mut list.notes),
        actions: actions::measures(lines, tasks, &chronology.calendar),
        events: events(document, list, chronology.placed, edges, (lengths.detect, cause)),
        root_cause,
    };
    summary::settle::begin_with_outage(&mut incident);
    if share.is_some_and(|share| share.is_of_part(incident.start, incident.end)) {
        incident.affected_percent = None;
        incident.affected_whom = None;
    }
    incident
}

/// With single blanks, which joined lines of an indented text have not.
fn in_one_line(text: String) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

/// The events, each with its kind and phase; the entries as written go back to the list.
fn events(
    document: &Document,
    list: &mut TimedList,
    placed: Vec<PlacedEntry>,
    edges: [Option<Moment>; 2],
    (detect, cause): (Option<f64>, Option<&str>),
) -> Vec<Event> {
    let [start, end] = edges.each_ref().map(Option::as_ref);
    let verdicts = phase::verdicts(&placed, &document.lines, (start, end), detect, cause);
    let event = |(placed, verdict): (&PlacedEntry, phase::PhaseDecision)| Event {
        span: placed.entry.span,
        at: placed.at,
        until: placed.until,
        minute: placed.minute,
        text: placed.entry.text.trim().to_string(),
        phase: verdict.phase,
        kind: verdict.kind,
        because: verdict.because,
        decisive: verdict.decisive,
        certain: verdict.certain,
        in_words: verdict.in_words,
        notices: verdict.notices,
        heading: verdict.heading,
    };
    let events = placed.iter().zip(verdicts).map(event).collect();
    list.entries = placed.into_iter().map(|placed| placed.entry).collect();
    events
}

/// The days of the entries and of the stated start and end, as far as their year is known. A start
/// without a clock may come from the title itself.
fn days_of(incident: &Incident) -> Vec<chrono::NaiveDate> {
    let ends = incident.start.into_iter().chain(incident.end);
    let clocked = ends.filter(|at| at.clock.is_some());
    let entries = incident.events.iter().map(|event| event.at);
    let days = entries.chain(clocked).filter_map(|at| at.day);
    let known = days.filter(|day| day.year_known);
    known.map(|day| day.date).collect()
}

/// Sets the incident's title: the report's own, else one made from its summary.
fn name(incident: &mut Incident, own: Option<String>, prose: &summary::Prose, refuted: bool) {
    let minutes = incident.minutes.filter(|_| !refuted);
    let made = || summary::headline::headline(prose, minutes, incident.rough);
    (incident.title, incident.title_from) = match own {
        Some(own) => (Some(own), Some(TitleFrom::Heading)),
        None => match made() {
            Some(made) => (Some(made), Some(TitleFrom::Summary)),
            None => (None, None),
        },
    };
}

/// The sections before the timeline that repeats everything, if they contain action items of their
/// own.
fn first_telling(sections: &[Section], retold: Option<usize>) -> &[Section] {
    let end = sections
        .iter()
        .position(|section| retold.is_some() && section.head == retold)
        .unwrap_or(sections.len());
    let told = sections[..end].iter().any(|section| section.role == SectionRole::Measures);
    if told { &sections[..end] } else { sections }
}
