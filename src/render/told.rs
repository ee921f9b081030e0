//! A summary of the facts for the terminal.

use crate::facts::{began, metrics};
use crate::incident::{Day, Event, Incident};
use crate::source::Source;
use crate::time::format::{self, spoken};

/// A summary of the facts, in a few lines.
pub(super) fn told(incident: &Incident, source: &Source) -> String {
    let mut lines = vec![incident.title.clone().unwrap_or_else(|| source.name().to_string())];
    let mut facts = vec![match incident.events.len() {
        1 => "1 event".to_string(),
        many => format!("{many} events"),
    }];
    let (first, last) = (first(incident), incident.events.last());
    if let (Some(first), Some(last)) = (first, last) {
        let zone = incident.zone.as_ref().map(|zone| zone.label.clone());
        let parts = match (first.at.day, last.at.day) {
            (Some(from), Some(to)) if from.date != to.date => {
                let ends = [first.at, last.at].map(|at| format::moment(at, " "));
                [Some(ends.join(" – ")), None, zone]
            }
            (day, _) => {
                let clocks = format::clocks(first.at.clock, last.at.clock);
                [day.map(Day::long), clocks, zone]
            }
        };
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        facts.push(parts.join(" "));
    }
    facts.extend(incident.affected_percent.map(|share| format!("{share} % affected")));
    facts.push(match incident.actions.len() {
        0 => "no actions, so no picture of them".to_string(),
        1 => "1 action".to_string(),
        many => format!("{many} actions"),
    });
    lines.push(facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · "));
    let spans: Vec<String> = metrics(incident)
        .shown()
        .map(|(name, metric)| format!("{} to {name}", spoken(metric.minutes.value())))
        .collect();
    if !spans.is_empty() {
        lines.push(spans.join(" · "));
    }
    let printable = |line: &String| {
        line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>()
    };
    lines.iter().map(printable).collect::<Vec<_>>().join("\n  ")
}

/// The first entry on the day of the start: what is told of earlier days only led to it.
fn first(incident: &Incident) -> Option<&Event> {
    let events = &incident.events;
    let began = began(incident);
    let since = |event: &&Event| began.is_some_and(|minute| event.minute >= minute);
    let day = incident.start.and_then(|start| start.day);
    let day = day.or_else(|| events.iter().find(since)?.at.day);
    let days = |event: &Event| event.at.day.zip(day);
    let early = |event: &&Event| days(event).is_some_and(|(own, start)| own.date < start.date);
    events.iter().find(|event| !early(event)).or(events.first())
}
