//! This incident's own spans: how long to detect, acknowledge, escalate, mitigate, resolve.

use super::Number;
use crate::incident::{Event, Incident, Kind, Moment, Phase};
use serde::{Serialize, Serializer};

/// A span with the two moments that it runs between.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Metric {
    /// Its length.
    pub minutes: Number,
    /// Where it begins.
    #[serde(serialize_with = "written")]
    pub from: Moment,
    /// Where it ends.
    #[serde(serialize_with = "written")]
    pub to: Moment,
}

/// The five spans of an incident, or what is known of each over many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Metrics<T = Option<Metric>> {
    /// From the beginning to the first notice.
    pub detect: T,
    /// From the first notice to the first person's answer.
    pub acknowledge: T,
    /// From the first notice to the first handing over.
    pub escalate: T,
    /// From the beginning to the first relief.
    pub mitigate: T,
    /// From the beginning to the end.
    pub resolve: T,
}

impl<T> Metrics<T> {
    /// The five with their names.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &T)> {
        let Metrics {
            detect,
            acknowledge,
            escalate,
            mitigate,
            resolve,
        } = self;
        [
            ("detect", detect),
            ("acknowledge", acknowledge),
            ("escalate", escalate),
            ("mitigate", mitigate),
            ("resolve", resolve),
        ]
        .into_iter()
    }
}

impl<T> Metrics<T> {
    /// The same of something else.
    pub fn map<U>(self, of: impl Fn(T) -> U) -> Metrics<U> {
        Metrics {
            detect: of(self.detect),
            acknowledge: of(self.acknowledge),
            escalate: of(self.escalate),
            mitigate: of(self.mitigate),
            resolve: of(self.resolve),
        }
    }
}

impl<T> Metrics<Option<T>> {
    /// Those that the report states, with their names.
    pub fn known(&self) -> impl Iterator<Item = (&'static str, &T)> {
        self.iter()
            .filter_map(|(name, metric)| Some((name, metric.as_ref()?)))
    }
}

/// A run of events of one phase.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stretch {
    /// The phase of all of them.
    pub phase: Phase,
    /// The moment of the first.
    #[serde(serialize_with = "written")]
    pub from: Moment,
    /// The moment of the first of the next run, or of the last of all events.
    #[serde(serialize_with = "written")]
    pub to: Moment,
    /// From the one to the other.
    #[serde(serialize_with = "rounded")]
    pub minutes: f64,
}

/// A moment as JSON holds it, as far as it is known.
fn written<S: Serializer>(at: &Moment, serializer: S) -> Result<S::Ok, S::Error> {
    at.written().serialize(serializer)
}

fn rounded<S: Serializer>(minutes: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    Number::from(*minutes).serialize(serializer)
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
    let at = incident.start?;
    let minute = incident.minute_of(at)?;
    Some(Mark { at, minute })
}

fn span(from: Option<Mark>, to: Option<Mark>) -> Option<Metric> {
    let (from, to) = (from?, to?);
    // A date without a time is no moment to measure from.
    let timed = (from.at.clock.is_some() || from.at.day.is_none())
        && (to.at.clock.is_some() || to.at.day.is_none());
    (timed && to.minute >= from.minute).then(|| Metric {
        minutes: (to.minute - from.minute).into(),
        from: from.at,
        to: to.at,
    })
}

/// The runs of one phase, each with the first of the next run.
pub fn runs<T>(all: &[T], phase: impl Fn(&T) -> Phase) -> Vec<(Phase, &[T], Option<&T>)> {
    let mut end = 0;
    all.chunk_by(|one, two| phase(one) == phase(two))
        .map(|run| {
            end += run.len();
            (phase(&run[0]), run, all.get(end))
        })
        .collect()
}

/// The runs of events of one phase, each from its first event to the first of the next run.
pub fn stretches<'a>(events: impl IntoIterator<Item = &'a Event>) -> Vec<Stretch> {
    let events: Vec<&Event> = events.into_iter().collect();
    let stretch = |(phase, run, next): (Phase, &[&Event], Option<&&Event>)| {
        let (first, last) = (run.first()?, *next.or(run.last())?);
        Some(Stretch {
            phase,
            from: first.at,
            to: last.at,
            minutes: (last.minute - first.minute).max(0.0),
        })
    };
    runs(&events, |event| event.phase)
        .into_iter()
        .filter_map(stretch)
        .collect()
}
