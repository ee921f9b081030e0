//! Log lines with something before their time:
//! `10.0.0.7 - - [04/Mar/2025:14:02:11 +0000] "GET …`, `ERROR 2025-03-04 14:02:11 …`,
//! `{"ts":"2025-03-04T14:02:11Z",…`.

use super::Head;
use super::leading::{after, plain};
use crate::time::clock::Stamp;

/// The maximum offset of a time in its line.
const FARTHEST: usize = 100;

/// Reads a line that has its time after an address, a level, or a key.
pub(super) fn inside(line: &str) -> Option<Head> {
    let begins = |at: &usize| {
        line[..*at].ends_with(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | ':' | '/' | '-'))
    };
    let starts = line.char_indices().map(|(at, _)| at).skip(1).take_while(|at| *at < FARTHEST);
    let stamp = starts.filter(begins).find_map(|at| plain(line, at))?;
    let before = line[..stamp.start].trim();
    if line[..stamp.start].ends_with(['"', '\'', '=']) {
        // Without its time, the key would have an empty value.
        let keyed = stamp.day.is_some() && !before.contains(char::is_whitespace);
        return keyed.then(|| Head { said: line.trim().to_string(), who: None, stamp });
    }
    belongs(line, before, &stamp).then(|| parted(line, before, stamp))
}

/// True if the text before a time marks the line as one of a log.
fn belongs(line: &str, before: &str, stamp: &Stamp) -> bool {
    let words = before.split_whitespace().count();
    let full = stamp.day.is_some();
    if before.ends_with('[') && line[stamp.end..].starts_with(']') {
        return full && words <= 5;
    }
    let single = words == 1 || (words == 2 && before.ends_with('|'));
    // "ERROR 14:02:11 …", but not "at 14:02:11 it …".
    let level = !before.contains(char::is_lowercase)
        && line[stamp.start..stamp.end].matches(':').count() == 2;
    single && (full || level)
}

fn parted(line: &str, before: &str, stamp: Stamp) -> Head {
    let before = before.trim_end_matches(['[', '|', '(']).trim();
    let said = line[after(line, stamp.end)..].trim();
    let closed = line[stamp.end..].trim_start_matches([']', ')']);
    // "ana 2025-03-04 14:02: rolling back", or a name and a time above the message.
    if said.is_empty() || closed.starts_with(':') {
        let who = before.trim_end_matches([',', '-', '–', '—']).trim();
        return Head { stamp, who: Some(who.to_string()), said: said.to_string() };
    }
    Head { said: format!("{before} {said}"), who: None, stamp }
}
