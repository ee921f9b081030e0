//! What no measure of the report names, said only where nothing hints at it.

use crate::incident::Action;
use crate::words::{self, holds_any};

/// "No owner named", unless a measure may well name one in words that are not read as an owner.
pub(super) fn untold(all: &[&Action]) -> Option<&'static str> {
    let owner = all.iter().any(|action| action.owner.is_some() || hints_owner(&action.text));
    let day = all.iter().any(|action| {
        let dated = action.due.is_some() || action.due_words.is_some();
        dated || action.done_on.is_some() || hints_day(&action.text)
    });
    match (owner, day) {
        (false, false) => Some("no owner and no day named"),
        (false, true) => Some("no owner named"),
        (true, false) => Some("no day named"),
        (true, true) => None,
    }
}

/// "Ada – wax the ropes", "Ada to wax …", "I will …", "… (Ada)", "… by the crew".
fn hints_owner(text: &str) -> bool {
    let all: Vec<String> = words::words(text).map(|(word, _)| word).collect();
    let people = [
        "team", "teams", "squad", "crew", "owner", "owners", "assigned", "assignee", "responsible",
        "engineer", "engineers", "manager", "lead", "i",
    ];
    let head = all.iter().take(5).any(|word| matches!(word.as_str(), "to" | "will"));
    let named = text.trim_start().starts_with(char::is_uppercase) && head && !begins_we(&all);
    let verb = all.first().is_some_and(|first| words::verbs::is_verb(first));
    let label = [": ", " - ", " – ", " — "].iter().any(|cut| {
        text.split_once(cut).is_some_and(|(name, _)| name.split_whitespace().count() <= 3)
    });
    let bracket = text.rsplit_once('(').is_some_and(|(_, name)| {
        name.starts_with(char::is_uppercase) && name.split_whitespace().count() <= 4
    });
    text.contains('@')
        || all.iter().any(|word| people.contains(&word.as_str()))
        || label
        || bracket
        || named && !verb
}

fn begins_we(all: &[String]) -> bool {
    all.first().is_some_and(|first| matches!(first.as_str(), "we" | "to" | "this" | "the"))
}

/// "By the end of the quarter", "in May", "2025-10-01".
fn hints_day(text: &str) -> bool {
    let lower = format!(" {} ", text.to_lowercase());
    let spans = [
        " today", " tomorrow", " week", " month", " quarter", " year", " sprint", " soon", " asap",
        " immediately", " monday", " tuesday", " wednesday", " thursday", " friday", " january",
        " february", " march", " april", " may ", " june", " july", " august", " september",
        " october", " november", " december", " q1", " q2", " q3", " q4", "202",
    ];
    holds_any(&lower, &spans)
}
