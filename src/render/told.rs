//! What was read, for somebody at a terminal.

use crate::facts::{clock_written, metrics};
use crate::incident::Incident;
use crate::source::Source;
use crate::time::spoken;

/// What was read, in a few lines.
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
        let day = first.at.day.map(|day| {
            day.date
                .format(if day.year_known {
                    "%-d %B %Y"
                } else {
                    "%-d %B"
                })
                .to_string()
        });
        let zone = incident.zone.as_ref().map(|zone| zone.label.clone());
        let clocks = match (first.at.clock, last.at.clock) {
            (Some(first), Some(last)) => {
                Some(format!("{}–{}", clock_written(first), clock_written(last)))
            }
            _ => None,
        };
        facts.push(
            [day, clocks, zone]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" "),
        );
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
    let metrics = metrics(incident);
    let spans = [
        ("to detect", &metrics.detect),
        ("to acknowledge", &metrics.acknowledge),
        ("to escalate", &metrics.escalate),
        ("to resolve", &metrics.resolve),
    ];
    let spans: Vec<String> = spans
        .iter()
        .filter_map(|(name, metric)| {
            let minutes = metric.as_ref()?.minutes.value();
            (minutes > 0.0).then(|| format!("{} {name}", spoken(minutes)))
        })
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
