//! Fills the placeholders of a quip from what the report tells; what it does not tell is not made
//! up.

mod found;

use crate::incident::{Event, Incident, Kind};
use crate::time::spoken;
use chrono::Timelike;

/// The placeholders that a quip may hold.
pub(super) const PLACEHOLDERS: &[&str] = &[
    "duration",
    "events",
    "false_leads",
    "clock",
    "n",
    "unit",
    "suspect",
    "team",
    "percent",
];

/// What the report as a whole gives to fill in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    duration: Option<String>,
    events: usize,
    false_leads: usize,
}

impl Facts {
    /// What an incident gives.
    pub fn of(incident: &Incident) -> Facts {
        Facts {
            duration: incident
                .minutes
                .filter(|minutes| *minutes > 0.0)
                .map(spoken),
            events: incident.events.len(),
            false_leads: incident
                .events
                .iter()
                .filter(|event| event.certain_kind() == Kind::DeadEnd)
                .count(),
        }
    }
}

/// A quip with its placeholders filled, of the report and of the entry behind which it stands;
/// `None` when one cannot be.
pub fn filled(text: &str, facts: &Facts, event: Option<&Event>) -> Option<String> {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, behind) = after.split_once('}')?;
        out.push_str(before);
        let value = value(name, facts, event)?;
        let begins = out.trim_end().is_empty() || out.trim_end().ends_with(['.', '?']);
        out.push_str(&if begins && is_capital(text, behind) {
            capital(&value)
        } else {
            value
        });
        rest = behind;
    }
    out.push_str(rest);
    Some(out)
}

/// Whether what begins is a sentence, or a title whose words are capital; a heading goes on behind
/// a colon.
fn is_capital(text: &str, behind: &str) -> bool {
    text.ends_with(['.', '?', '…']) || behind.trim_start().starts_with(char::is_uppercase)
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

fn value(name: &str, facts: &Facts, event: Option<&Event>) -> Option<String> {
    match name {
        "duration" => facts.duration.clone(),
        "events" => several(facts.events),
        "false_leads" => several(facts.false_leads),
        "clock" => event?
            .at
            .clock
            .map(|clock| format!("{:02}:{:02}", clock.hour(), clock.minute())),
        "n" => found::amount(&event?.text).map(|(number, _)| number),
        "unit" => found::amount(&event?.text).map(|(_, unit)| unit),
        "percent" => found::percent(&event?.text),
        "suspect" => found::suspect(&event?.text),
        "team" => event
            .filter(|event| event.certain_kind() == Kind::Escalated)
            .and_then(|event| found::team(&event.text)),
        _ => None,
    }
}

/// "eleven"; from thirteen on in figures. Lines that hold it speak of more than one.
fn several(count: usize) -> Option<String> {
    const WORDS: [&str; 11] = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ];
    let word = WORDS
        .get(count.checked_sub(2)?)
        .map(|word| word.to_string());
    Some(word.unwrap_or_else(|| count.to_string()))
}
