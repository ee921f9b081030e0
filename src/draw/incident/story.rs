//! The whole story in words, for those who cannot see the picture. From the facts, never a joke.

use super::plan::affected;
use crate::draw::story::{Story, counted, ended, shortened};
use crate::facts::{clock_written, metrics};
use crate::incident::{Event, Incident, Kind, Moment, Phase};
use crate::read::spoken;
use std::fmt::Write;

/// Start, end, each phase's length, and every event in its order.
pub fn description(incident: &Incident) -> String {
    story(incident).description()
}

/// The timeline in words.
pub(crate) fn story(incident: &Incident) -> Story {
    let mut events: Vec<&Event> = incident.events.iter().collect();
    events.sort_by(|one, two| one.minute.total_cmp(&two.minute));
    let mut day = None;
    let cause = incident.root_cause.as_ref().map(|cause| format!("Cause: {}", ended(cause)));
    Story {
        alt: alt(incident, &events),
        lead: lead(incident, &events),
        entries: events.iter().map(|event| entry(event, &mut day)).collect(),
        close: cause.unwrap_or_default(),
    }
}

/// How many words of the cause a short text tells.
const CAUSE_WORDS: usize = 30;

/// What the picture shows, and what it was about.
fn alt(incident: &Incident, events: &[&Event]) -> String {
    let mut out = String::from("Timeline chart");
    if let Some(title) = &incident.title {
        let _ = write!(out, " of “{title}”");
    }
    if let Some(window) = window(incident, events) {
        let _ = write!(out, ", {}", window.trim_end_matches('.').replacen("From", "from", 1));
    }
    let lengths = lengths(events);
    let told: Vec<String> = lengths.iter().map(|(phase, length)| format!("{} {}", phase.name(), spoken(*length))).collect();
    let _ = write!(out, ": {}, {}.", counted(events.len(), "event"), told.join(", "));
    if let Some(share) = incident.affected_percent {
        let _ = write!(out, " {}.", affected(share, incident.affected_whom.as_deref()));
    }
    if let Some(cause) = &incident.root_cause {
        let _ = write!(out, " Cause: {}", shortened(cause, CAUSE_WORDS));
    }
    out
}

/// "From 18 April 2024 09:30 to 18 April 2024 11:00 SAST, 1 h 30 min."
fn window(incident: &Incident, events: &[&Event]) -> Option<String> {
    let zone = incident.zone.as_ref().map(|zone| format!(" {}", zone.label)).unwrap_or_default();
    let first = incident.start.or(events.first().map(|event| event.at))?;
    let last = incident.end.or(events.last().map(|event| event.until.unwrap_or(event.at)))?;
    // Where the stated length differs, the times count, as in the picture.
    let length = last.minutes_since(&first).filter(|minutes| *minutes >= 0.0).or(incident.minutes);
    let length = length.map(|minutes| format!(", {}", spoken(minutes))).unwrap_or_default();
    Some(format!("From {} to {}{zone}{length}.", moment(first), moment(last)))
}

/// Window, impact, the times that it took, and the phases.
fn lead(incident: &Incident, events: &[&Event]) -> String {
    let mut told: Vec<String> = window(incident, events).into_iter().collect();
    told.extend(incident.impact.as_ref().map(|impact| format!("Impact: {}", ended(impact))));
    let metrics = metrics(incident);
    for (name, metric) in [
        ("detect", &metrics.detect),
        ("acknowledge", &metrics.acknowledge),
        ("escalate", &metrics.escalate),
        ("mitigate", &metrics.mitigate),
        ("resolve", &metrics.resolve),
    ] {
        told.extend(metric.as_ref().map(|metric| format!("Time to {name}: {}.", spoken(metric.minutes.value()))));
    }
    told.extend(lengths(events).iter().map(|(phase, length)| format!("{}: {}.", super::head::name(*phase), spoken(*length))));
    told.join(" ")
}

/// How long each phase that there is took in all.
fn lengths(events: &[&Event]) -> Vec<(Phase, f64)> {
    let runs: Vec<(Phase, f64)> =
        events.chunk_by(|one, two| one.phase == two.phase).map(|run| (run[0].phase, run[0].minute)).collect();
    let end = events.last().map_or(0.0, |event| event.minute);
    let length = |phase: Phase| -> f64 {
        let own = runs.iter().enumerate().filter(|(_, (run, _))| *run == phase);
        own.map(|(index, (_, from))| runs.get(index + 1).map_or(end, |(_, next)| *next) - from).sum()
    };
    let told = Phase::ALL.iter().copied().filter(|phase| runs.iter().any(|(run, _)| run == phase));
    told.map(|phase| (phase, length(phase))).collect()
}

/// "09:50, investigation, false lead: Restarted the network."
fn entry(event: &Event, day: &mut Option<chrono::NaiveDate>) -> String {
    let mut out = String::new();
    let date = event.at.day.map(|day| day.date);
    if let Some(at) = event.at.day.filter(|_| date != *day) {
        let _ = write!(out, "{}: ", at.date.format(if at.year_known { "%A %-d %B %Y" } else { "%-d %B" }));
    }
    *day = date.or(*day);
    match event.at.clock {
        Some(clock) => out.push_str(&clock_written(clock)),
        None if date.is_none() => out.push_str(&crate::draw::reckoning::relative(event.minute)),
        None => {}
    }
    if let Some(until) = event.until.and_then(|until| until.clock) {
        let _ = write!(out, " to {}", clock_written(until));
    }
    let kind = match event.kind {
        Kind::DeadEnd => ", false lead",
        Kind::Hypothesis => ", guess",
        Kind::CauseFound => ", cause found",
        _ => "",
    };
    let lead = format!("{}, {}{kind}", out, event.phase.name());
    format!("{}: {}", lead.trim_start_matches(", "), ended(&event.text))
}

fn moment(at: Moment) -> String {
    let day = at.day.map(|day| day.date.format(if day.year_known { "%-d %B %Y" } else { "%-d %B" }).to_string());
    [day, at.clock.map(clock_written)].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
