//! From when to when the incident was, told only where the report says so: the first and the last
//! entry may be of something else.

use super::headline::about;
use super::outage::{Outage, agrees, minute_of, outage_end};
use super::plan::IncidentPlan;
use crate::draw::wall_clock::Reckoning;
use crate::facts::noticing;
use crate::incident::{Event, Incident, Kind, Moment};
use crate::time::format::{self, DAY, spoken};

/// The first and the last moment of an incident, or only of its entries.
pub(super) struct IncidentWindow {
    first: Moment,
    last: Moment,
    /// None where these are the ends of the entries.
    of_incident: Option<WindowLength>,
}

/// The length of a window, unless the report states another, and whether it is only rough.
#[derive(Clone, Copy)]
struct WindowLength {
    minutes: Option<f64>,
    rough: bool,
}

impl IncidentWindow {
    /// The window of an incident with these events in their order.
    pub(super) fn of(
        incident: &Incident,
        events: &[&Event],
        outage: Option<&Outage>,
        reckoning: &Reckoning,
    ) -> Option<IncidentWindow> {
        if let Some((from, to, length)) = told(incident, events, outage) {
            return Some(IncidentWindow {
                first: reckoning.moment(from),
                last: reckoning.moment(to),
                of_incident: Some(length),
            });
        }
        let last = events.last()?;
        // Minutes since the start are no moments.
        if last.at.day.or(events.first()?.at.day).is_none() && last.at.clock.is_none() {
            return None;
        }
        Some(IncidentWindow {
            first: events.first()?.at,
            last: last.until.unwrap_or(last.at),
            of_incident: None,
        })
    }

    /// "Thursday 18 April 2024 · 09:30–11:00 SAST"; of entries alone only the days.
    pub(super) fn subtitle(&self, zone: Option<&str>) -> String {
        let day = |at: Moment| Moment { clock: None, ..at };
        match self.of_incident {
            Some(_) => format::window(self.first, self.last, zone),
            None => format::window(day(self.first), day(self.last), None),
        }
    }

    /// "From 18 April 2024 09:30 to 18 April 2024 11:00 SAST, 1 h 30 min."
    pub(super) fn sentence(&self, zone: &str) -> String {
        let (from, to) = (format::moment(self.first, " "), format::moment(self.last, " "));
        match self.of_incident {
            Some(length) => format!("From {from} to {to}{zone}{}.", length.told()),
            None if from == to => format!("Entries of {from}{zone}."),
            None => format!("Entries from {from} to {to}{zone}."),
        }
    }

    /// ", 18 April 2024, 09:30 to 11:00 SAST, 1 h 30 min": a day that both ends share is told
    /// once, and of entries alone nothing but the days.
    pub(super) fn brief(&self, zone: &str) -> String {
        let days = self.first.day.zip(self.last.day);
        let Some(length) = self.of_incident else {
            let told = days.map(|(first, last)| match first.date < last.date {
                true => format!(", {}", format::days(first, last)),
                false => format!(", {}", first.long()),
            });
            return told.unwrap_or_default();
        };
        let day = days.filter(|(first, last)| first.date == last.date);
        match (day, self.first.clock.zip(self.last.clock)) {
            (Some((day, _)), Some((from, to))) => format!(
                ", {}, {} to {}{zone}{}",
                day.long(),
                format::clock(from),
                format::clock(to),
                length.told()
            ),
            _ => {
                let told = self.sentence(zone).replacen("From", "from", 1);
                format!(", {}", told.trim_end_matches('.'))
            }
        }
    }
}

impl WindowLength {
    fn told(self) -> String {
        let told = self.minutes.map(spoken).map(|told| about(&told, self.rough));
        let told = told.map(|told| format!(", {told}"));
        told.unwrap_or_default()
    }
}

/// Start, end and length as the picture's bar has them, else from the entry that noticed it first
/// to the one that says it was over.
fn told(
    incident: &Incident,
    events: &[&Event],
    outage: Option<&Outage>,
) -> Option<(f64, f64, WindowLength)> {
    if let Some(outage) = outage {
        let length = WindowLength { minutes: outage.minutes, rough: outage.rough };
        let ends = outage.over && is_told(incident, outage.to);
        return ends.then_some((outage.from, outage.to, length));
    }
    let stated = minute_of(incident, incident.start).or(outage_end(incident));
    if stated.is_some() || incident.times_disagree {
        return None;
    }
    // Of what went on before it was noticed nobody says how long.
    let at_once = incident.stated.detect.is_none_or(|minutes| minutes <= 0.0);
    let noticed = noticing(events.iter().copied()).filter(|_| at_once)?;
    let is = |kind: Kind| move |event: &&&Event| event.certain_kind() == kind;
    let mut resolved = events.iter().rev().filter(is(Kind::Resolved));
    let over = resolved.next()?;
    // A straggler, or another one of its kind, would not be the end of this.
    let once = resolved.all(|event| over.minute - event.minute <= DAY / 2.0);
    let begun = |event: &&Event| event.minute > noticed.minute;
    let first = noticed.minute <= events.first()?.minute
        && !events.iter().filter(is(Kind::Trigger)).any(begun);
    let timed = noticed.at.clock.is_some() && is_told(incident, over.minute);
    let length = over.minute - noticed.minute;
    let sound = timed && first && once && length > 0.0 && agrees(incident, length);
    let minutes = Some(length);
    let rough = false;
    sound.then_some((noticed.minute, over.minute, WindowLength { minutes, rough }))
}

/// True for an end that has a clock in the report, not only a length that leads to it.
fn is_told(incident: &Incident, end: f64) -> bool {
    let near = |minute: f64| (minute - end).abs() <= 0.5;
    let ends = |event: &Event| {
        let until = event.until.and_then(|until| incident.minute_of(until));
        event.at.clock.is_some() && (near(event.minute) || until.is_some_and(near))
    };
    outage_end(incident).is_some_and(near) || incident.events.iter().any(ends)
}

impl IncidentPlan<'_> {
    /// " SAST", where a zone is known.
    pub(in crate::draw) fn zone_behind(&self) -> String {
        let zone = self.incident.zone.as_ref();
        zone.map(|zone| format!(" {}", zone.label)).unwrap_or_default()
    }
}
