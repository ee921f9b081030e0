//! A summary of the facts for the terminal.

use crate::facts::metrics;
use crate::incident::{Day, Incident};
use crate::source::Source;
use crate::time::format::{self, spoken};

/// A summary of the facts, in a few lines.
pub(super) fn told(incident: &Incident, source: &Source) -> String {
    let mut lines = vec![
        incident
            .title
            .clone()
            .unwrap_or_else(|| source.name().to_string()),
    ];
    let mut facts = vec![match incident.events.len() {
        1 => "1 event".to_string(),
        many => format!("{many} events"),
    }];
    let (first, last) = (incident.events.first(), incident.events.last());
    if let (Some(first), Some(last)) = (first, last) {
        let parts = [
            first.at.day.map(Day::long),
            format::clocks(first.at.clock, last.at.clock),
            incident.zone.as_ref().map(|zone| zone.label.clone()),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        facts.push(parts.join(" "));
    }
    facts.extend(
        incident
            .affected_percent
            .map(|share| format!("{share} % affected")),
    );
    facts.push(match incident.actions.len() {
        0 => "no actions, so no picture of them".to_string(),
        1 => "1 action".to_string(),
        many => format!("{many} actions"),
    });
    lines.push(
        facts
            .into_iter()
            .filter(|fact| !fact.is_empty())
            .collect::<Vec<_>>()
            .join(" · "),
    );
    let spans: Vec<String> = metrics(incident)
        .shown()
        .map(|(name, metric)| format!("{} to {name}", spoken(metric.minutes.value())))
        .collect();
    if !spans.is_empty() {
        lines.push(spans.join(" · "));
    }
    let printable = |line: &String| {
        line.chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect::<String>()
    };
    lines.iter().map(printable).collect::<Vec<_>>().join("\n  ")
}
