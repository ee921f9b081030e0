//! The measures in words, for those who cannot see the picture. From the facts, never a joke.

use super::plan::{TaskCounts, is_overdue, name};
use crate::draw::description::{Story, ended};
use crate::incident::{Action, Category, Incident, Status};
use crate::time::format;
use crate::words::counted;
use chrono::NaiveDate;
use std::fmt::Write;

/// The measures in words.
pub(crate) fn story(incident: &Incident, today: Option<NaiveDate>) -> Story {
    let (broad, tasks): (Vec<&Action>, Vec<&Action>) =
        incident.actions.iter().partition(|action| action.broad);
    let mut entries: Vec<String> =
        broad.iter().map(|action| format!("To improve: {}", entry(action, today))).collect();
    for category in Category::ALL {
        let own = tasks.iter().filter(|action| action.category == Some(category));
        entries.extend(own.map(|action| format!("{}: {}", name(category), entry(action, today))));
    }
    let others = tasks.iter().filter(|action| action.category.is_none());
    entries.extend(others.map(|action| entry(action, today)));
    Story { alt: alt(incident, today), entries, ..Story::default() }
}

/// The picture in a sentence.
fn alt(incident: &Incident, today: Option<NaiveDate>) -> String {
    let all: Vec<&Action> = incident.actions.iter().collect();
    let of =
        incident.title.as_deref().map_or_else(String::new, |title| format!(" after “{title}”"));
    let count = |category: &Category| {
        all.iter().filter(|action| action.category == Some(*category)).count()
    };
    let kinds: Vec<String> = Category::ALL
        .iter()
        .filter(|category| count(category) > 0)
        .map(|category| format!("{} to {}", count(category), name(*category).to_lowercase()))
        .collect();
    let kinds = match kinds.is_empty() {
        true => String::new(),
        false => format!(": {}", kinds.join(", ")),
    };
    let last = all.iter().filter_map(|action| action.due).max();
    let last =
        last.map_or_else(String::new, |day| format!(", the last due on {}", format::long(day)));
    let far = far(&all, today);
    format!("Chart of {}{of}{kinds}{last}{far}.", counted(all.len(), "action item"))
}

/// "; 3 done, 1 overdue", when there is any of it.
fn far(all: &[&Action], today: Option<NaiveDate>) -> String {
    let counts = TaskCounts::of(all, today);
    let told: Vec<String> = [(counts.done, "done"), (counts.overdue, "overdue")]
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, name)| format!("{count} {name}"))
        .collect();
    match told.is_empty() {
        true => String::new(),
        false => format!("; {}", told.join(", ")),
    }
}

/// "Add an alert (SRE, due 2025-10-14, done)."
fn entry(action: &Action, today: Option<NaiveDate>) -> String {
    let task = action.task.trim().trim_end_matches('.');
    let due = action.due.map(|day| day.to_string()).or_else(|| action.due_words.clone());
    let done = match (action.done_on, action.status) {
        (Some(day), _) => Some(format!("done on {day}")),
        (None, Status::Done) => Some("done".to_string()),
        (None, Status::Open) => None,
    };
    // "Done" and "done" once are enough.
    let state =
        action.state.clone().filter(|state| !state.eq_ignore_ascii_case("done") || done.is_none());
    let late = is_overdue(action, today).then(|| "overdue".to_string());
    let facts: Vec<String> =
        [action.owner.clone(), due.map(|due| format!("due {due}")), state, done, late]
            .into_iter()
            .flatten()
            .collect();
    let mut out =
        if facts.is_empty() { task.to_string() } else { format!("{task} ({})", facts.join(", ")) };
    let parts: Vec<&str> =
        action.parts.iter().map(|part| part.text.trim().trim_end_matches('.')).collect();
    if !parts.is_empty() {
        let _ = write!(out, ": {}", parts.join("; "));
    }
    ended(&out)
}
