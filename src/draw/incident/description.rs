//! The whole story in words, for those who cannot see the picture. From the facts, never a joke.

use super::failed_fix::is_failed_fix;
use super::figures::{AS_STATED, Figure};
use super::gantt::lengths::lengths as lengths_of_groups;
use super::headline::capital;
use super::outage::affected;
use super::plan::IncidentPlan;
use crate::draw::description::{Story, ended, shortened};
use crate::incident::{Event, Incident, Kind, Phase};
use crate::time::format::{self, spoken};
use crate::words::counted;
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
    let plan = IncidentPlan::new(incident, None, None);
    Story {
        alt: alt(&plan, events.len()),
        lead: lead(&plan),
        entries: (0..events.len()).map(|at| entry(&events, at, &mut day)).collect(),
        close: cause.unwrap_or_default(),
    }
}

/// The most words of the cause that a short text tells.
const CAUSE_WORDS: usize = 30;

/// The short text: what the picture shows, and what it was about.
fn alt(plan: &IncidentPlan<'_>, events: usize) -> String {
    let incident = plan.incident;
    let mut out = String::from("Timeline chart");
    if let Some(title) = &incident.title {
        let _ = write!(out, " of “{title}”");
    }
    if let Some(window) = &plan.window {
        out.push_str(&window.brief(&plan.zone_behind()));
    }
    let lengths = lengths(plan);
    let phases =
        lengths.iter().map(|(phase, length)| format!("{} {}", phase.name(), spoken(*length)));
    let told: Vec<String> = std::iter::once(counted(events, "event")).chain(phases).collect();
    let _ = write!(out, ": {}.", told.join(", "));
    let share = incident.affected_percent.map(|share| capital(&affected(share, incident)));
    let cause = incident.root_cause.as_ref().map(|cause| shortened(cause, CAUSE_WORDS));
    match (share, cause) {
        (Some(share), Some(cause)) => out.push_str(&format!(" {share}; cause: {cause}")),
        (Some(share), None) => out.push_str(&format!(" {share}.")),
        (None, Some(cause)) => out.push_str(&format!(" Cause: {cause}")),
        (None, None) => {}
    }
    out
}

/// Window, impact, the times that it took, and the phases.
fn lead(plan: &IncidentPlan<'_>) -> String {
    let incident = plan.incident;
    let window = plan.window.as_ref();
    let window = window.map(|window| window.sentence(&plan.zone_behind()));
    let mut told: Vec<String> = window.into_iter().collect();
    told.extend(incident.impact.as_ref().map(|impact| format!("Impact: {}", ended(impact))));
    let figure = |figure: &Figure| match figure.name.as_str() {
        AS_STATED => format!("Time to resolve, as stated: {}.", figure.value),
        name => format!("Time {name}: {}.", figure.value),
    };
    told.extend(plan.figures.iter().map(figure));
    told.extend(
        lengths(plan)
            .iter()
            .map(|(phase, length)| format!("{}: {}.", super::head::name(*phase), spoken(*length))),
    );
    told.join(" ")
}

/// The duration of each phase in all, as the picture has it.
fn lengths(plan: &IncidentPlan<'_>) -> Vec<(Phase, f64)> {
    let groups = lengths_of_groups(plan);
    let length = |phase: &Phase| {
        let own = groups.iter().filter(|(known, _)| known == phase);
        let all: f64 = own.map(|(_, minutes)| minutes).sum();
        (all > 0.0).then_some((*phase, all))
    };
    Phase::ALL.iter().filter_map(length).collect()
}

/// "09:50, investigation, false lead: Restarted the network."
fn entry(events: &[&Event], at: usize, day: &mut Option<chrono::NaiveDate>) -> String {
    let event = events[at];
    let before = at.checked_sub(1).map(|at| (events[at].marked_kind(), events[at].text.as_str()));
    let mut out = String::new();
    let date = event.at.day.map(|day| day.date);
    if let Some(at) = event.at.day.filter(|_| date != *day) {
        let _ = write!(out, "{}: ", at.full());
    }
    *day = date.or(*day);
    match event.at.clock {
        Some(clock) => out.push_str(&format::clock(clock)),
        None if date.is_none() => out.push_str(&format::relative(event.minute)),
        None => {}
    }
    if let Some(until) = event.until.and_then(|until| until.clock) {
        let _ = write!(out, " to {}", format::clock(until));
    }
    let kind = match event.marked_kind() {
        Kind::DeadEnd if is_failed_fix(&event.text, before) => ", fix failed",
        Kind::DeadEnd => ", false lead",
        Kind::Hypothesis => ", guess",
        Kind::CauseFound => ", cause found",
        _ => "",
    };
    let lead = format!("{}, {}{kind}", out, event.phase.name());
    format!("{}: {}", lead.trim_start_matches(", "), ended(&event.text))
}
