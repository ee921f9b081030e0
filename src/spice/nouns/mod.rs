//! A report's own nouns, to be filled into lines of humour; what it does not tell is not made up.

mod cause;
mod fill;
mod found;
mod subject;

pub(crate) use fill::with_samples;
pub use fill::{Blank, blanks, filled};
pub(super) use found::team;

use crate::incident::{Event, Incident, Kind};
use crate::words::numbers;
use chrono::Timelike;
use std::collections::BTreeMap;

/// The nouns that can be filled in, by the names of their blanks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Nouns(BTreeMap<&'static str, String>);

impl Nouns {
    pub(super) fn put(&mut self, name: &'static str, value: impl Into<String>) {
        self.0.insert(name, value.into());
    }

    pub(super) fn put_some(&mut self, name: &'static str, value: Option<String>) {
        if let Some(value) = value {
            self.put(name, value);
        }
    }

    /// The noun for a blank.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// These, and those of the whole report that they do not hold themselves.
    pub fn with(&self, whole: &Nouns) -> Nouns {
        let mut out = whole.clone();
        out.0.extend(self.0.iter().map(|(name, value)| (*name, value.clone())));
        out
    }

    /// The nouns that an entry gives by itself.
    pub(super) fn of_event(event: &Event) -> Nouns {
        let mut nouns = Nouns::default();
        nouns.put_some("clock", clock(event));
        if let Some((number, unit)) = found::amount(&event.text) {
            nouns.put("n", number);
            nouns.put("unit", unit);
        }
        nouns.put_some("percent", found::percent(&event.text));
        if event.certain_kind() == Kind::Escalated {
            nouns.put_some("team", team(&event.text));
        }
        nouns
    }

    /// The nouns that a report gives as a whole.
    pub(super) fn of_incident(incident: &Incident) -> Nouns {
        let mut nouns = Nouns::default();
        nouns.put_some("service", cause::service(incident));
        nouns.put_some("subject", subject::subject(incident));
        nouns.put_some("fix", cause::fix(incident));
        nouns.put_some("entries", counted(incident.events.len()));
        nouns.put_some("measures", counted(incident.actions.len()));
        if let Some(cause) = &incident.root_cause {
            nouns.put_some("file", cause::file(cause));
            nouns.put_some("software", cause::software(cause));
            nouns.put_some("port", cause::port(cause));
            if let Some((wrong, right)) = cause::instead_of(cause) {
                nouns.put("wrong", wrong);
                nouns.put("right", right);
            }
        }
        let lasted = incident.minutes.filter(|minutes| *minutes >= 1.0);
        nouns.put_some("duration", lasted.map(in_words));
        let called = incident.events.iter().filter(|event| event.certain_kind() == Kind::Escalated);
        let teams: Vec<String> = called.filter_map(|event| team(&event.text)).collect();
        if let [team] = &teams[..] {
            nouns.put("team", team);
        }
        nouns
    }
}

/// The clock of an entry: "14:05".
pub(super) fn clock(event: &Event) -> Option<String> {
    let clock = event.at.clock?;
    Some(format!("{:02}:{:02}", clock.hour(), clock.minute()))
}

/// "1 hour 15 minutes".
pub(super) fn in_words(minutes: f64) -> String {
    let total = minutes.round() as i64;
    let parts = [(total / 1440, "day"), (total % 1440 / 60, "hour"), (total % 60, "minute")];
    let parts: Vec<String> = parts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, unit)| format!("{count} {unit}{}", if *count == 1 { "" } else { "s" }))
        .collect();
    parts.join(" ")
}

/// "the database and the network".
pub(super) fn joined(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => one.to_string(),
        [all @ .., last] => format!("{} and {last}", all.join(", ")),
    }
}

/// "two" to "twenty"; lines speak of more than one.
pub(super) fn counted(count: usize) -> Option<String> {
    let word = numbers::spelled(count).filter(|_| count > 1);
    word.map(str::to_string)
}
