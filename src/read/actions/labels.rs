//! A task without what stands before it: its number, its mark, its time, its label.

use super::remarks::{DONE, OTHERS, STATES};

/// A pictogram beside a task; the box says the same.
pub(super) fn is_mark(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{2300}'..='\u{27bf}' | '\u{fe0f}' | '\u{1f300}'..='\u{1faff}')
}

/// Words before a task that say no more than that it is one, also with a number: "Task 2".
const LABELS: [&str; 18] = [
    "action", "action item", "actions", "corrective action", "description", "fix", "fixes",
    "improvement", "improvements", "improvements/fixes", "item", "measure", "measures",
    "preventive action", "recommendation", "task", "tasks", "todo",
];

/// A task without the number, the clock time, the mark or the label before it.
pub(super) fn without_label(text: &str) -> &str {
    let text = text.trim_start_matches(is_mark).trim_end();
    let bare = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let bare = (bare.len() < text.len()).then(|| bare.strip_prefix(", ")).flatten();
    let rest = bare
        .or_else(|| text.strip_prefix(": "))
        .or_else(|| without_number(text))
        .or_else(|| without_pictogram(text))
        .or_else(|| without_state(text))
        .or_else(|| without_clock(text))
        .or_else(|| behind_label(text));
    rest.filter(|rest| rest.contains(char::is_alphanumeric)).map_or(text, without_label)
}

/// The task of "(2) Wax the ropes".
fn without_number(text: &str) -> Option<&str> {
    let (number, rest) = text.strip_prefix('(')?.split_once(')')?;
    let counted = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    counted.then(|| rest.trim_start())
}

/// The task of ":wrench: Wax the ropes".
fn without_pictogram(text: &str) -> Option<&str> {
    let (name, rest) = text.strip_prefix(':')?.split_once(':')?;
    let named = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '+');
    (!name.is_empty() && name.chars().all(named)).then_some(rest)
}

/// The task of "[DONE] Wax the ropes" and of "Done: wax the ropes".
fn without_state(text: &str) -> Option<&str> {
    let (state, rest) = match text.strip_prefix('[') {
        Some(inner) => inner.split_once(']')?,
        None => text.split_once(':').filter(|(_, rest)| rest.starts_with(' '))?,
    };
    let state = state.to_lowercase();
    let known = DONE.iter().chain(&STATES).any(|known| *known == state);
    known.then(|| rest.trim_start_matches([':', ' ']))
}

/// The task of "3:30 PM: Wax the ropes".
fn without_clock(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || c == ':');
    let clock = text[..text.len() - rest.len()].trim_end_matches(':');
    let (hour, minute) = clock.split_once(':')?;
    let short = (1..=2).contains(&hour.len()) && minute.len() == 2;
    let behind = text[clock.len()..].trim_start();
    let half = |half: &&str| half.eq_ignore_ascii_case("am") || half.eq_ignore_ascii_case("pm");
    let rest = behind.get(..2).filter(half).map_or(behind, |_| &behind[2..]);
    let rest = rest.trim_start();
    (short && rest.starts_with([':', '-', '–', '—']))
        .then(|| rest.trim_start_matches([':', '-', '–', '—', ' ']))
}

/// The task of "Task 2: Wax the ropes" and of "Category: process. Wax the ropes".
fn behind_label(text: &str) -> Option<&str> {
    let (label, rest) = text.split_once(':')?;
    let label = label.trim_matches(['*', '_', ' ']).to_lowercase();
    let name = label.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '#'));
    let rest = rest.trim_start_matches(['*', '_', ' ']);
    if LABELS.contains(&name) {
        return Some(rest);
    }
    let (value, task) = rest.split_once(". ")?;
    (OTHERS.contains(&name) && value.split(' ').count() <= 4).then_some(task)
}

/// True if a line is labelled as a task: "Action: wax the ropes".
pub(super) fn is_labelled_task(text: &str) -> bool {
    let label = text.split_once(':').map(|(label, _)| label.trim());
    label.is_some_and(|label| {
        let names = ["task", "action", "action item"];
        names.iter().any(|name| label.eq_ignore_ascii_case(name))
    })
}
