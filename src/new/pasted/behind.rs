//! Lines with a name before their time, with the message on the same line or the next:
//! `ana  2:02 PM`, `ana — Today at 14:02`, `Ana Silva, [04.03.2025 14:02]`, and
//! `ana (14:02): rolling back`.

use super::leading::{after, plain};
use super::{Around, Head};
use crate::time::clock::Stamp;
use crate::time::scan::is_blank;

/// Reads a line that has its time after a name.
pub(super) fn behind(line: &str, around: &Around) -> Option<Head> {
    let (stamp, before) = timed(line)?;
    let (name, join) = name(before)?;
    let closed = line[stamp.end..].trim_start_matches([']', ')']);
    let said = line[after(line, stamp.end)..].trim();
    let spoken = join == Join::Brackets && closed.starts_with(':') && !said.is_empty();
    let alone = closed.trim_matches(|c| is_blank(c) || c == ':').is_empty();
    let headed = alone && around.is_said() && (join == Join::Marked || around.opens);
    (spoken || headed).then(|| Head { stamp, who: Some(name), said: said.to_string() })
}

/// The first time of a line, and the text before it.
fn timed(line: &str) -> Option<(Stamp, &str)> {
    let starts = line.char_indices().map(|(at, _)| at).skip(1).take_while(|at| *at < 100);
    let begins =
        |at: &usize| line[..*at].ends_with(|c: char| is_blank(c) || matches!(c, '[' | '('));
    let stamp = starts.filter(begins).find_map(|at| plain(line, at))?;
    let before = &line[..stamp.start];
    Some((stamp, before))
}

/// The separator between a name and its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Join {
    /// Wide blanks, a long dash, "Today at": never found in a sentence.
    Marked,
    Brackets,
    /// A blank or a hyphen, which could be anywhere.
    Loose,
}

/// The name before a time, and the separator between the two.
fn name(before: &str) -> Option<(String, Join)> {
    let trimmed = before.trim();
    let day = DAYS.iter().find(|day| trimmed.to_lowercase().ends_with(&format!("{day} at")));
    let rest =
        day.map_or(trimmed, |day| &trimmed[..trimmed.len() - day.len() - " at".len()]).trim_end();
    let (name, join) = match rest.trim_end_matches(['[', '(', '-', '–', '—']) {
        name if rest.ends_with(['[', '(']) => (name, Join::Brackets),
        name if day.is_some() || rest.ends_with('—') => (name, Join::Marked),
        name if rest.len() > name.len() => (name, Join::Loose),
        name if before.ends_with("  ") || before.ends_with(['\t', '\u{A0}']) => {
            (name, Join::Marked)
        }
        name => (name, Join::Loose),
    };
    let name = name.trim().trim_end_matches(',');
    // The paste does not say which day "Today" was, only which message came before which.
    let told = day.map_or_else(|| name.to_string(), |day| format!("{name} ({day})"));
    is_name(name).then_some((told, join))
}

const DAYS: [&str; 2] = ["today", "yesterday"];

/// Words before a time that show that it is part of a sentence.
const SENTENCE: &[&str] = &[
    "at", "since", "until", "till", "from", "by", "around", "about", "before", "after", "to",
    "the", "is", "was", "for", "and", "between", "on", "in", "of", "reply", "replies",
];

/// A few words that could be somebody's name.
pub(super) fn is_name(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let ends = text.ends_with(['.', '!', '?', ':', ';', ',', '…', '`', '"']);
    let last = text.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    let letters = text.contains(char::is_alphabetic) && text.chars().count() <= 48;
    (1..=4).contains(&words) && letters && !ends && !SENTENCE.contains(&last.as_str())
}
