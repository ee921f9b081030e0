//! The content of an incident's picture, before it is known where it stands.

use super::failed_fix::is_failed_fix;
use super::figures::{Figure, figures};
use super::headline::{FindingTitle, capital, headline};
use super::outage::{Outage, affected, minute_of, outage, outage_end};
use super::window::IncidentWindow;
use crate::draw::marks::Mark;
use crate::draw::sheet::clipped;
use crate::draw::wall_clock::Reckoning;
use crate::facts::runs;
use crate::incident::{Day, Event, Incident, Kind, Phase};
use crate::source::Span;
use crate::time::format;
use crate::words::beginning;

/// The content of the picture.
pub(crate) struct IncidentPlan<'a> {
    pub(crate) incident: &'a Incident,
    pub(crate) title: String,
    /// The title as the finding states it: the subject, and how long it took.
    pub(crate) headline: FindingTitle,
    pub(crate) subtitle: String,
    pub(super) window: Option<IncidentWindow>,
    pub(crate) figures: Vec<Figure>,
    pub(crate) rows: Vec<PlanRow>,
    pub(crate) stretches: Vec<PhaseStretch>,
    pub(crate) outage: Option<Outage>,
    /// Start and end are stated, but do not fit the entries.
    pub(crate) contradicted: bool,
    /// The zone as the axis names it.
    pub(crate) zone: String,
    pub(crate) reckoning: Reckoning,
}

/// An event, or neighbouring events of one phase that share a row.
#[derive(Debug, Clone)]
pub(crate) struct PlanRow {
    pub(crate) clock: String,
    /// The day, when it is another than the row's above; or where a shared row ends.
    pub(crate) caption: Option<String>,
    pub(crate) day: Option<Day>,
    /// True if more than its day is known.
    pub(crate) timed: bool,
    pub(crate) from: f64,
    pub(crate) to: f64,
    pub(crate) phase: Phase,
    /// The phase that it was guessed to belong to.
    pub(crate) guess: Phase,
    /// True if the report says that it belongs to this phase; a neutral bar otherwise.
    pub(crate) certain: bool,
    /// The kind of event, as far as it is certain.
    pub(crate) kind: Kind,
    /// True if it tells for certain that somebody or something noticed.
    pub(crate) notices: bool,
    /// Where the entry's own range ends.
    pub(crate) until: Option<f64>,
    pub(crate) mark: Option<Mark>,
    /// True for a dead end that was a fix, not a lead.
    pub(crate) failed_fix: bool,
    pub(crate) text: String,
    /// The byte of the text at which the word stands that its mark rests on.
    pub(crate) decisive: Option<usize>,
    pub(crate) span: Span,
}

/// A run of one phase.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PhaseStretch {
    pub(crate) phase: Phase,
    pub(crate) from: f64,
    pub(crate) to: f64,
}

impl<'a> IncidentPlan<'a> {
    /// The plan for showing an incident, in at most so many rows.
    pub(crate) fn new(
        incident: &'a Incident,
        title: Option<&str>,
        most: Option<usize>,
    ) -> IncidentPlan<'a> {
        let mut events: Vec<&Event> = incident.events.iter().collect();
        events.sort_by(|one, two| one.minute.total_cmp(&two.minute));
        let reckoning = Reckoning::of(incident);
        let end = outage_end(incident);
        let mut rows = rows(&events, end, &reckoning);
        only_one(&mut rows, end);
        let outage =
            outage(incident, &events, title.or(incident.title.as_deref()).unwrap_or_default());
        let window = IncidentWindow::of(incident, &events, outage.as_ref(), &reckoning);
        let contradicted = outage.is_none() && minute_of(incident, incident.start).is_some();
        let headline = match title {
            Some(title) => FindingTitle { subject: title.to_string(), length: None },
            None => headline(incident, outage.as_ref()),
        };
        let title = title
            .map(str::to_string)
            .or_else(|| incident.title.as_deref().map(capital))
            .unwrap_or_else(|| "Incident timeline".into());
        IncidentPlan {
            incident,
            subtitle: subtitle(incident, window.as_ref()),
            window,
            figures: match contradicted {
                true => Vec::new(),
                false => figures(incident, outage.as_ref()),
            },
            stretches: ribbon(&rows),
            headline,
            contradicted,
            outage,
            rows: shared(rows, most),
            title,
            zone: zone(incident),
            reckoning,
        }
    }

    /// Every minute that the axis must hold.
    pub(crate) fn points(&self) -> Vec<f64> {
        let rows = self.rows.iter().flat_map(|row| [row.from, row.to]);
        rows.chain(self.outage.iter().flat_map(|outage| [outage.from, outage.to])).collect()
    }
}

/// A row for each event.
fn rows(events: &[&Event], end: Option<f64>, reckoning: &Reckoning) -> Vec<PlanRow> {
    let days = events
        .iter()
        .filter_map(|event| event.at.day.map(|day| day.date))
        .collect::<std::collections::BTreeSet<_>>();
    let mut shown = None;
    let before = |index: usize| {
        let before = events.get(index.checked_sub(1)?)?;
        Some((before.marked_kind(), beginning(&before.text)))
    };
    let row = |(index, event): (usize, &&Event)| {
        let next =
            events[index..].iter().map(|later| later.minute).find(|minute| *minute > event.minute);
        let until = event
            .until
            .and_then(|until| until.minutes_since(&event.at))
            .filter(|length| *length >= 0.0);
        let to = match (until, next) {
            (Some(length), _) => event.minute + length,
            (None, Some(next)) => next,
            // The last event lasts until the end that is told elsewhere, unless it is the end.
            (None, None) => end
                .filter(|end| event.certain_kind() != Kind::Resolved && *end > event.minute)
                .unwrap_or(event.minute),
        };
        let caption = event
            .at
            .day
            .filter(|day| days.len() > 1 && shown != Some(day.date) && event.at.clock.is_some());
        shown = event.at.day.map(|day| day.date).or(shown);
        PlanRow {
            clock: clock(event, reckoning),
            caption: caption.map(Day::short),
            day: event.at.day,
            timed: event.at.clock.is_some() || event.at.day.is_none(),
            from: event.minute,
            to,
            phase: shown_phase(events, index),
            guess: event.phase,
            certain: event.is_shown(),
            kind: event.marked_kind(),
            notices: event.surely_notices(),
            // Telling somebody takes no time, whatever the entry's range.
            until: until
                .filter(|length| *length > 0.0 && event.kind != Kind::Communicated)
                .map(|length| event.minute + length),
            mark: Mark::of(event.marked_kind()),
            failed_fix: event.marked_kind() == Kind::DeadEnd
                && is_failed_fix(beginning(&event.text), before(index)),
            text: beginning(&event.text).to_string(),
            decisive: event.decisive,
            span: event.span,
        }
    };
    events.iter().enumerate().map(row).collect()
}

/// Leaves at most one end, the last at or before the stated one, and at most one cause, the last
/// that was found: what came before only looked like them.
fn only_one(rows: &mut [PlanRow], end: Option<f64>) {
    let in_time = |row: &PlanRow| end.is_none_or(|end| row.from <= end + 1.0);
    for mark in [Mark::Tick, Mark::Lens] {
        let last = rows
            .iter()
            .rposition(|row| row.mark == Some(mark) && (mark == Mark::Lens || in_time(row)));
        for (at, row) in rows.iter_mut().enumerate() {
            if row.mark == Some(mark) && last != Some(at) {
                row.mark = None;
            }
        }
    }
}

/// The phase of an event where it is certain, else that of the certain event nearest before it, or
/// after it.
fn shown_phase(events: &[&Event], index: usize) -> Phase {
    let certain = |event: &&&Event| event.is_shown();
    let before = events[..=index].iter().rev().find(certain);
    let known = before.or_else(|| events[index..].iter().find(certain));
    known.map_or(events[index].phase, |event| event.phase)
}

fn clock(event: &Event, reckoning: &Reckoning) -> String {
    match (event.at.clock, event.at.day) {
        (Some(clock), _) => format::clock(clock),
        (None, Some(day)) => format::short(day.date),
        (None, None) if event.minute == 0.0 => format::relative(0.0),
        (None, None) => reckoning.clock(event.minute),
    }
}

/// The runs of one phase, each up to the next one: what runs on while the next phase begins gives
/// way to it.
fn stretches(rows: &[PlanRow]) -> Vec<PhaseStretch> {
    let last = |run: &[PlanRow]| run.iter().map(|row| row.to).fold(f64::NEG_INFINITY, f64::max);
    runs(rows, |row| row.phase)
        .into_iter()
        .map(|(phase, run, next)| PhaseStretch {
            phase,
            from: run[0].from,
            to: next.map_or_else(|| last(run), |next| next.from),
        })
        .collect()
}

/// More runs than this could not be distinguished in a ribbon.
const MOST_STRETCHES: usize = 120;

/// The runs of one phase; of very many only as many as can be seen.
fn ribbon(rows: &[PlanRow]) -> Vec<PhaseStretch> {
    let all = stretches(rows);
    if all.len() <= MOST_STRETCHES {
        all
    } else {
        stretches(&shared(rows.to_vec(), Some(MOST_STRETCHES)))
    }
}

/// Past so many rows, neighbours of one phase share one. Where the phases change more often than
/// that, neighbours share one whatever their phase, and the most frequent counts.
fn shared(rows: Vec<PlanRow>, most: Option<usize>) -> Vec<PlanRow> {
    let Some(most) = most.filter(|most| rows.len() > *most) else {
        return rows;
    };
    let runs: Vec<&[PlanRow]> = rows.chunk_by(|one, two| one.phase == two.phase).collect();
    if runs.len() > most {
        return evenly(&rows, rows.len().div_ceil(most)).into_iter().map(one_of).collect();
    }
    let needed = |size: usize| runs.iter().map(|run| run.len().div_ceil(size)).sum::<usize>();
    let longest = runs.iter().map(|run| run.len()).max().unwrap_or(1);
    // The smallest number a row that is enough, found by halving.
    let (mut low, mut high) = (1, longest);
    while low < high {
        let middle = (low + high) / 2;
        if needed(middle) <= most { high = middle } else { low = middle + 1 }
    }
    runs.iter().flat_map(|run| evenly(run, low)).map(one_of).collect()
}

/// A run in parts of at most that size, as even as can be.
fn evenly(run: &[PlanRow], size: usize) -> Vec<&[PlanRow]> {
    let parts = run.len().div_ceil(size);
    (0..parts).map(|part| &run[run.len() * part / parts..run.len() * (part + 1) / parts]).collect()
}

/// Many rows as one: their count, their first and their last words.
fn one_of(rows: &[PlanRow]) -> PlanRow {
    let (first, last) = (&rows[0], &rows[rows.len() - 1]);
    if rows.len() == 1 {
        return first.clone();
    }
    let count = |phase: Phase| rows.iter().filter(|row| row.phase == phase).count();
    let phase = Phase::ALL
        .iter()
        .copied()
        .fold(first.phase, |most, phase| if count(phase) > count(most) { phase } else { most });
    let caption = if first.clock == last.clock {
        first.caption.clone()
    } else {
        Some(format!("to {}", last.clock))
    };
    PlanRow {
        caption,
        phase,
        certain: rows.iter().all(|row| row.certain),
        to: rows.iter().fold(first.to, |to, row| to.max(row.to)),
        mark: rows.iter().all(|row| row.mark == first.mark).then_some(first.mark).flatten(),
        text: format!(
            "{} events: {} … {}",
            rows.len(),
            clipped(&first.text, 6),
            clipped(&last.text, 6)
        ),
        span: Span::new(first.span.start.min(last.span.start), first.span.end.max(last.span.end)),
        ..first.clone()
    }
}

/// In place of the zone where the report names none.
pub(crate) const UNZONED: &str = "times as written";

/// "SAST"; an offset for a name that is too long for the axis.
fn zone(incident: &Incident) -> String {
    match &incident.zone {
        None => UNZONED.into(),
        Some(zone) if zone.label.chars().count() <= 9 => zone.label.clone(),
        Some(zone) => zone.offset.map_or_else(|| zone.label.clone(), format::utc),
    }
}

/// Date, start and end with the zone, and who was affected.
fn subtitle(incident: &Incident, window: Option<&IncidentWindow>) -> String {
    let zone = incident.zone.as_ref().map(|zone| zone.label.as_str());
    let mut told: Vec<String> = window.map(|window| window.subtitle(zone)).into_iter().collect();
    told.extend(incident.affected_percent.map(|share| affected(share, incident)));
    told.retain(|part| !part.is_empty());
    told.join(" · ")
}
