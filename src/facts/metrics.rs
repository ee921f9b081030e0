//! The metrics of an incident: time to detect, acknowledge, escalate, mitigate, resolve.

use super::JsonNumber;
use crate::incident::{Event, Incident, Kind, Moment, Phase};
use crate::time::format::DAY;
use crate::words::{self, beginning as beginning_of, holds_any};
use serde::{Serialize, Serializer};

/// A metric with the two moments it was measured between.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Metric {
    /// The duration.
    pub minutes: JsonNumber,
    /// The start; `None` if only the duration is stated.
    #[serde(serialize_with = "written_if_known")]
    pub from: Option<Moment>,
    /// The end.
    #[serde(serialize_with = "written_if_known")]
    pub to: Option<Moment>,
}

/// The five metrics of an incident, or a value for each over many incidents.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Metrics<T = Option<Metric>> {
    /// From the start to detection.
    pub detect: T,
    /// From detection to the entry by which somebody acknowledged or confirmed it.
    pub acknowledge: T,
    /// From detection to the first escalation.
    pub escalate: T,
    /// From the start to the first mitigation.
    pub mitigate: T,
    /// From the start to the end.
    pub resolve: T,
}

impl<T> Metrics<T> {
    /// The five with their names.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &T)> {
        let Metrics { detect, acknowledge, escalate, mitigate, resolve } = self;
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
    /// Maps each of the five.
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
        self.iter().filter_map(|(name, metric)| Some((name, metric.as_ref()?)))
    }
}

impl Metrics {
    /// Those to show in a picture, which leaves out zero.
    pub fn shown(&self) -> impl Iterator<Item = (&'static str, &Metric)> {
        self.known().filter(|(_, metric)| metric.minutes.value() > 0.0)
    }
}

/// A run of events of one phase.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PhaseRun {
    /// The phase of all its events.
    pub phase: Phase,
    /// The moment of the first event.
    #[serde(serialize_with = "written")]
    pub from: Moment,
    /// The moment of the next run's first event, or of the last event of all; of a search that
    /// ends with the cause, the moment at which it was found.
    #[serde(serialize_with = "written")]
    pub to: Moment,
    /// The time between the two.
    #[serde(serialize_with = "rounded")]
    pub minutes: f64,
}

/// A moment as JSON, as far as it is known.
fn written<S: Serializer>(at: &Moment, serializer: S) -> Result<S::Ok, S::Error> {
    at.written().serialize(serializer)
}

fn written_if_known<S: Serializer>(at: &Option<Moment>, serializer: S) -> Result<S::Ok, S::Error> {
    at.and_then(|at| at.written()).serialize(serializer)
}

fn rounded<S: Serializer>(minutes: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    JsonNumber::from(*minutes).serialize(serializer)
}

/// A moment with its position on the events' axis.
#[derive(Clone, Copy)]
struct MomentOnAxis {
    at: Moment,
    minute: f64,
}

fn mark(event: &Event) -> MomentOnAxis {
    MomentOnAxis { at: event.at, minute: event.minute }
}

/// The metrics of an incident: as its author states them, else between two certain moments.
pub fn metrics(incident: &Incident) -> Metrics {
    let stated = &incident.stated;
    let found = if incident.times_disagree { Metrics::default() } else { between(incident) };
    let either = |stated: Option<f64>, found: Option<Metric>| match stated {
        Some(minutes) => Some(told(minutes, found)),
        None => found,
    };
    let resolve = either(stated.resolve, found.resolve);
    Metrics {
        detect: either(stated.detect, found.detect),
        acknowledge: either(stated.acknowledge, found.acknowledge),
        escalate: found.escalate,
        // What was over has nothing left to mitigate.
        mitigate: either(stated.mitigate, found.mitigate).filter(|mitigate| {
            let over = resolve.as_ref().map(|resolve| resolve.minutes.value());
            over.is_none_or(|over| mitigate.minutes.value() <= over)
        }),
        resolve,
    }
}

/// A stated duration, with its two moments if they are that far apart.
fn told(minutes: f64, found: Option<Metric>) -> Metric {
    let minutes = JsonNumber::from(minutes);
    let same = found.filter(|found| found.minutes == minutes);
    same.unwrap_or(Metric { minutes, from: None, to: None })
}

/// The times between moments that the reader is certain of and that nothing contradicts.
fn between(incident: &Incident) -> Metrics {
    let events = &incident.events;
    let begun = beginning(incident);
    let (resolved, limit) = (resolved(incident), limit(incident, begun));
    let cause = events.iter().find(|event| event.kind == Kind::CauseFound);
    let inside = |event: &Event| limit.is_none_or(|limit| event.minute <= limit);
    // Detection, response and escalation only count before the cause is known.
    let timely =
        |event: &Event| inside(event) && cause.is_none_or(|cause| event.minute <= cause.minute);
    // An entry of a later line and an earlier time was not the second to notice.
    let earliest = |at: &usize| {
        let mut later = events[*at..].iter();
        let before = |event: &Event| {
            let after = event.at.minutes_since(&events[*at].at);
            after.unwrap_or(event.minute - events[*at].minute) < 0.0
        };
        !later.any(|event| before(event) && event.kind != Kind::Trigger)
    };
    let noticed = events
        .iter()
        .position(Event::may_notice)
        .filter(|at| events[*at].surely_notices() && timely(&events[*at]))
        .filter(earliest)
        .filter(|at| !declares(&events[*at]));
    let detected = noticed.map(|at| mark(&events[at]));
    // Two things in the same entry have no time between them.
    let later = || {
        let at = noticed.map_or(events.len(), |at| at + 1);
        events[at..]
            .iter()
            .filter(move |event| noticed.is_some_and(|at| event.minute >= events[at].minute))
    };
    let certain = |event: Option<&Event>| {
        event
            // "Acknowledged" says it as plainly as can be.
            .filter(|event| (event.certain || acknowledges(event)) && timely(event))
            .map(mark)
    };
    // An entry that looks into something need not be the first that anybody did, and whoever
    // confirms after others have acted confirms what they found.
    let answered = match noticed.map(|at| acknowledges(&events[at])) {
        Some(false) => later()
            .find(|event| acknowledges(event))
            .or_else(|| later().next().filter(|event| confirms(event))),
        _ => None,
    };
    let mitigated = events
        .iter()
        .find(|event| event.kind == Kind::Mitigated)
        .filter(|event| event.certain && inside(event))
        .map(mark);
    Metrics {
        // From the moment at which it was noticed nothing is left to measure.
        detect: span(begun.filter(|_| !begins_noticed(incident)), detected),
        acknowledge: span(detected, certain(answered)),
        escalate: span(detected, certain(later().find(|event| event.kind == Kind::Escalated))),
        mitigate: span(begun, mitigated),
        resolve: span(begun, resolved),
    }
}

/// The entry at which it was noticed, where the first that may tell so does for certain.
pub(crate) fn noticing<'a>(events: impl IntoIterator<Item = &'a Event>) -> Option<&'a Event> {
    let first = events.into_iter().find(|event| event.may_notice());
    first.filter(|event| event.surely_notices())
}

/// True for "Incident declared …": whoever declares it has known of it for a while.
fn declares(event: &Event) -> bool {
    event.text.to_lowercase().starts_with("incident declared")
}

/// True if somebody confirmed what had been noticed; being paged is not answering.
fn confirms(event: &Event) -> bool {
    let text = event.text.to_lowercase();
    let said = ["confirm", "verif", "reproduc", "validat"];
    // "Confirmed that there was no login" and "… that it was not him" are about what was not.
    let told = text.find("confirm").map_or("", |at| &text[at..]);
    let denied = holds_any(told, &[" no ", " not him", " not her"]);
    event.kind == Kind::Confirmed && holds_any(&text, &said) && !denied
}

/// True if an entry says that somebody acknowledged the alert.
fn acknowledges(event: &Event) -> bool {
    let text = event.text.to_lowercase();
    let denied = ["not acknowledg", "unacknowledg", "nobody acknowledg", "no one acknowledg"];
    // An answer to whoever reported it is no sign that work began only then.
    let answers = ["repl", "respond"];
    text.contains("acknowledg")
        && !holds_any(&text, &denied)
        && !words::words(&text).take(2).any(|(word, _)| words::begins_with_any(&word, &answers))
        && !is_of_others(&text)
}

/// True if an acknowledgement is a supplier's: "The vendor acknowledged the outage", "… on their
/// status page".
fn is_of_others(text: &str) -> bool {
    const OTHERS: &[&str] = &["provider", "supplier", "third party", "third-party", "vendor"];
    const THEIRS: &[&str] =
        &["their status", "its status", "their own status", "its own status", "their side"];
    let (before, after) = text.split_once("acknowledg").unwrap_or((text, ""));
    let clause = before.rsplit(['.', ';', ',']).next().unwrap_or(before);
    let by = after.split_once(" by ").map_or("", |(_, by)| by);
    holds_any(clause, OTHERS) || holds_any(by, OTHERS) || holds_any(after, THEIRS)
}

/// The start of the incident: the stated one, else the trigger right before detection, which also
/// counts where the stated one is only the moment at which it was noticed.
fn beginning(incident: &Incident) -> Option<MomentOnAxis> {
    let stated = incident.start.and_then(|start| placed(incident, start));
    let begins = || incident.events.iter().find(|event| begins(event)).map(mark);
    let Some(stated) = stated else {
        return begins().or_else(|| set_off(incident));
    };
    let earlier = |at: &MomentOnAxis| incident.start_noticed && at.minute < stated.minute;
    Some(set_off(incident).filter(earlier).unwrap_or(stated))
}

/// The trigger right before detection. A change made hours before, with other entries in between,
/// is no start, nor is one before the day that the report says, or of more than a day before.
fn set_off(incident: &Incident) -> Option<MomentOnAxis> {
    let after = incident.events.iter().position(|event| event.kind != Kind::Trigger)?;
    // Of several triggers the last is the fault itself; the earlier ones only led to it.
    let trigger = &incident.events[after.checked_sub(1)?];
    let next = &incident.events[after];
    let day = incident.start.and_then(|start| start.day);
    let days = day.zip(trigger.at.day);
    let near =
        days.is_none_or(|(told, day)| told.date <= day.date) && next.minute - trigger.minute <= DAY;
    (trigger.certain && next.surely_notices() && near).then(|| mark(trigger))
}

/// True if the start is known only as the moment at which it was noticed.
pub(crate) fn begins_noticed(incident: &Incident) -> bool {
    incident.start_noticed && beginning(incident).map(|begun| begun.at) == incident.start
}

/// True if an entry says that it all began with it: "Impact begins", "when the outage began".
fn begins(event: &Event) -> bool {
    let words: Vec<String> =
        words::words(beginning_of(&event.text)).map(|(word, _)| word).collect();
    words.windows(2).any(|pair| {
        matches!(pair[0].as_str(), "impact" | "outage" | "incident" | "downtime")
            && matches!(pair[1].as_str(), "begins" | "began" | "starts" | "started")
    })
}

/// The minute at which the incident began, on the axis of its events.
pub(crate) fn began(incident: &Incident) -> Option<f64> {
    beginning(incident).map(|start| start.minute)
}

/// The end of the incident: the stated one, else the last entry that says so.
fn resolved(incident: &Incident) -> Option<MomentOnAxis> {
    if let Some(end) = incident.end {
        return placed(incident, end);
    }
    let mut events = incident.events.iter().rev();
    let last = events.find(|event| event.kind == Kind::Resolved)?;
    last.certain.then(|| mark(last))
}

/// The minute by which the outage itself must be over, with a margin for imprecise wording.
fn limit(incident: &Incident, begun: Option<MomentOnAxis>) -> Option<f64> {
    let end = incident.end.and_then(|end| placed(incident, end));
    let length = incident.stated.resolve.map(|minutes| minutes * 1.25);
    let noticed = || noticing(&incident.events).map(|event| event.minute);
    let from = begun.map(|begun| begun.minute).or_else(noticed);
    let by_length = from.zip(length).map(|(from, length)| from + length);
    end.map(|end| end.minute).or(by_length).map(|minute| minute + 1.0)
}

/// A moment from outside the timeline, placed on the axis of its events.
fn placed(incident: &Incident, at: Moment) -> Option<MomentOnAxis> {
    let minute = incident.minute_of(at)?;
    Some(MomentOnAxis { at, minute })
}

fn span(from: Option<MomentOnAxis>, to: Option<MomentOnAxis>) -> Option<Metric> {
    let (from, to) = (from?, to?);
    // A date without a time is not precise enough to measure from.
    let timed = (from.at.clock.is_some() || from.at.day.is_none())
        && (to.at.clock.is_some() || to.at.day.is_none());
    (timed && to.minute >= from.minute).then(|| Metric {
        minutes: (to.minute - from.minute).into(),
        from: Some(from.at),
        to: Some(to.at),
    })
}

/// The runs of consecutive items of one phase, each with the first item of the next run.
pub fn runs<T>(all: &[T], phase: impl Fn(&T) -> Phase) -> Vec<(Phase, &[T], Option<&T>)> {
    let mut end = 0;
    all.chunk_by(|one, two| phase(one) == phase(two))
        .map(|run| {
            end += run.len();
            (phase(&run[0]), run, all.get(end))
        })
        .collect()
}

/// The event with which a run ends: the first of the next one, or its own last one. A search is
/// over when the cause is found, however long the fix waits.
pub(crate) fn run_end<'a>(run: &[&'a Event], next: Option<&&'a Event>) -> Option<&'a Event> {
    let found = run.iter().rfind(|event| event.certain);
    let found = found.filter(|event| event.marked_kind() == Kind::CauseFound);
    found.or(next).or(run.last()).copied()
}

/// The runs of events of one phase, each from its first event to the first of the next run.
pub fn stretches<'a>(events: impl IntoIterator<Item = &'a Event>) -> Vec<PhaseRun> {
    let events: Vec<&Event> = events.into_iter().collect();
    let stretch = |(phase, run, next): (Phase, &[&Event], Option<&&Event>)| {
        let (first, last) = (run.first()?, run_end(run, next)?);
        Some(PhaseRun {
            phase,
            from: first.at,
            to: last.at,
            minutes: (last.minute - first.minute).max(0.0),
        })
    };
    runs(&events, |event| event.phase).into_iter().filter_map(stretch).collect()
}
