//! This incident's own spans: how long to detect, acknowledge, escalate, mitigate, resolve.

use super::Number;
use crate::incident::{Event, Incident, Kind, Moment, Phase};
use serde::Serialize;

/// A span with the two moments that it runs between.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Metric {
    /// Its length.
    pub minutes: Number,
    /// Where it begins.
    pub from: Option<String>,
    /// Where it ends.
    pub to: Option<String>,
}

/// The spans that a report tells; `null` where it does not.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Metrics {
    /// From the beginning to the first notice.
    pub detect: Option<Metric>,
    /// From the first notice to the first person's answer.
    pub acknowledge: Option<Metric>,
    /// From the first notice to the first handing over.
    pub escalate: Option<Metric>,
    /// From the beginning to the first relief.
    pub mitigate: Option<Metric>,
    /// From the beginning to the end.
    pub resolve: Option<Metric>,
}

/// A run of events of one phase.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stretch {
    phase: Phase,
    from: Option<String>,
    to: Option<String>,
    minutes: Number,
}

/// A moment with its place on the events' axis.
#[derive(Clone, Copy)]
struct Mark {
    at: Moment,
    minute: f64,
}

fn mark(event: &Event) -> Mark {
    Mark {
        at: event.at,
        minute: event.minute,
    }
}

/// The spans of an incident.
pub fn metrics(incident: &Incident) -> Metrics {
    let events = &incident.events;
    let first =
        |wanted: &dyn Fn(&Event) -> bool| events.iter().find(|event| wanted(event)).map(mark);
    let detected = first(&|event| matches!(event.kind, Kind::Detected | Kind::Confirmed));
    let last = events
        .iter()
        .rev()
        .find(|event| event.kind == Kind::Resolved)
        .map(mark);
    let begun = beginning(incident);
    let after = |from: Option<Mark>, wanted: &dyn Fn(&Event) -> bool| {
        let from = from?;
        let to = events
            .iter()
            .skip_while(|event| event.minute < from.minute)
            .find(|event| event.minute >= from.minute && wanted(event))
            .map(mark);
        span(Some(from), to)
    };
    Metrics {
        detect: span(begun, detected),
        acknowledge: after(detected, &|event| {
            matches!(
                event.kind,
                Kind::Confirmed | Kind::Investigating | Kind::Hypothesis | Kind::DeadEnd
            ) && Some(event.minute) >= detected.map(|mark| mark.minute)
        }),
        escalate: after(detected, &|event| event.kind == Kind::Escalated),
        mitigate: span(
            begun.or(detected),
            first(&|event| matches!(event.kind, Kind::Mitigated)),
        ),
        resolve: span(begun.or(detected), last),
    }
}

/// Where the incident begins: the last trigger before it was noticed, else the stated start.
fn beginning(incident: &Incident) -> Option<Mark> {
    let noticed = incident
        .events
        .iter()
        .position(|event| event.kind != Kind::Trigger)?;
    // Of several triggers the last is the fault itself; what came before only led to it.
    if let Some(trigger) = noticed.checked_sub(1).map(|index| &incident.events[index]) {
        return Some(mark(trigger));
    }
    let anchor = incident
        .events
        .iter()
        .find(|event| event.at.clock.is_some())?;
    let start = incident.start?;
    let minute = start.minutes_since(&anchor.at)? + anchor.minute;
    Some(Mark { at: start, minute })
}

fn span(from: Option<Mark>, to: Option<Mark>) -> Option<Metric> {
    let (from, to) = (from?, to?);
    // A date without a time is no moment to measure from.
    let timed = (from.at.clock.is_some() || from.at.day.is_none())
        && (to.at.clock.is_some() || to.at.day.is_none());
    (timed && to.minute >= from.minute).then(|| Metric {
        minutes: (to.minute - from.minute).into(),
        from: from.at.written(),
        to: to.at.written(),
    })
}

/// The runs of one phase, each from its first event to the first of the next run.
pub fn stretches(events: &[Event]) -> Vec<Stretch> {
    let mut out = Vec::new();
    let mut start = 0;
    for index in 1..=events.len() {
        if events
            .get(index)
            .is_some_and(|event| event.phase == events[start].phase)
        {
            continue;
        }
        let Some(first) = events.get(start) else {
            break;
        };
        let end = events.get(index).unwrap_or(&events[index - 1]);
        out.push(Stretch {
            phase: first.phase,
            from: first.at.written(),
            to: end.at.written(),
            minutes: (end.minute - first.minute).max(0.0).into(),
        });
        start = index;
    }
    out
}
