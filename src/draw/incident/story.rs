//! The whole story in words, for those who cannot see the picture. From the facts, never a joke.

use crate::facts::{clock_written, metrics};
use crate::incident::{Event, Incident, Kind, Moment, Phase};
use crate::read::spoken;
use std::fmt::Write;

/// Start, end, each phase's length, and every event in its order.
pub fn description(incident: &Incident) -> String {
    let mut out = String::new();
    let zone = incident.zone.as_ref().map(|zone| format!(" {}", zone.label)).unwrap_or_default();
    let mut events: Vec<&Event> = incident.events.iter().collect();
    events.sort_by(|one, two| one.minute.total_cmp(&two.minute));
    let first = incident.start.or(events.first().map(|event| event.at));
    let last = incident.end.or(events.last().map(|event| event.until.unwrap_or(event.at)));
    if let (Some(first), Some(last)) = (first, last) {
        let _ = write!(out, "From {} to {}{zone}", moment(first), moment(last));
        // Where the stated length differs, the times count, as in the picture.
        let length = last.minutes_since(&first).filter(|minutes| *minutes >= 0.0).or(incident.minutes);
        let _ = match length {
            Some(minutes) => write!(out, ", {}. ", spoken(minutes)),
            None => write!(out, ". "),
        };
    }
    if let Some(impact) = &incident.impact {
        let _ = write!(out, "Impact: {} ", ended(impact));
    }
    let told = metrics(incident);
    for (name, metric) in [
        ("detect", &told.detect),
        ("acknowledge", &told.acknowledge),
        ("escalate", &told.escalate),
        ("mitigate", &told.mitigate),
        ("resolve", &told.resolve),
    ] {
        if let Some(metric) = metric {
            let _ = write!(out, "Time to {name}: {}. ", spoken(metric.minutes.value()));
        }
    }
    phases(&events, &mut out);
    let mut day = None;
    for event in events {
        let _ = write!(out, "{} ", entry(event, &mut day));
    }
    if let Some(cause) = &incident.root_cause {
        let _ = write!(out, "Cause: {}", ended(cause));
    }
    out.truncate(out.trim_end().len());
    out
}

fn phases(events: &[&Event], out: &mut String) {
    let mut told = Vec::new();
    for run in events.chunk_by(|one, two| one.phase == two.phase) {
        told.push((run[0].phase, run[0].minute));
    }
    let end = events.last().map_or(0.0, |event| event.minute);
    for phase in Phase::ALL {
        let length: f64 = told
            .iter()
            .enumerate()
            .filter(|(_, (run, _))| run == phase)
            .map(|(index, (_, from))| told.get(index + 1).map_or(end, |(_, next)| *next) - from)
            .sum();
        if told.iter().any(|(run, _)| run == phase) {
            let _ = write!(out, "{}: {}. ", super::head::name(*phase), spoken(length));
        }
    }
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

/// With a full stop at the end.
fn ended(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?', ':', '…']) { text.to_string() } else { format!("{text}.") }
}

fn moment(at: Moment) -> String {
    let day = at.day.map(|day| day.date.format(if day.year_known { "%-d %B %Y" } else { "%-d %B" }).to_string());
    [day, at.clock.map(clock_written)].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
