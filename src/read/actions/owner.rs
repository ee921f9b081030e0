//! Who does a measure.

use crate::time::scan::Scan;
use crate::words::begins_with_any;
use crate::words::verbs::is_verb;

/// Who does it: "Owner: the storage team", "@team", "(assigned to …)".
pub(crate) fn owner(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    for word in [
        "owner:", "owners:", "responsible:", "assignee:", "assigned to:", "assigned to",
        "owned by", "responsibility:", "dri:", "responsible party:",
    ] {
        if let Some(at) = lower.find(word).filter(|at| text.is_char_boundary(at + word.len())) {
            let rest = text[at + word.len()..].trim_start_matches([' ', '*', '_', ':']);
            let end = rest.find([',', ';', ')', ']', '|', '\n', '(']).unwrap_or(rest.len());
            let name = rest[..end]
                .split(" - ")
                .next()
                .unwrap_or_default()
                .split(". ")
                .next()
                .unwrap_or_default()
                .trim()
                .trim_end_matches(['.', '*', '_']);
            let name = before_label(name).trim_end_matches('.');
            if !name.is_empty() && name.chars().count() <= 60 {
                return Some(name.to_string()).filter(|name| !is_nobody(name));
            }
        }
    }
    if let Some(name) = in_brackets(text).or_else(|| team_in_brackets(text)).or_else(|| team(text))
    {
        return Some(name);
    }
    let at = text
        .char_indices()
        .find(|(at, c)| {
            *c == '@'
                && !text[..*at]
                    .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '/' | '`'))
        })?
        .0;
    let mut scan = Scan::new(text, at + 1);
    scan.skip(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '/'));
    let name = text[at..scan.at()].trim_end_matches(['-', '/']);
    // "@lmc-eu/package@1.7" is a package.
    (name.len() > 1 && !name.contains('/') && scan.peek() != Some('@')).then(|| name.to_string())
}

/// "TBD", where nobody has been found yet.
pub(super) fn is_nobody(name: &str) -> bool {
    let lower = name.to_lowercase();
    matches!(
        &*lower,
        "tbd" | "tba" | "tbc" | "n/a" | "na" | "none" | "nobody" | "unassigned" | "unknown" | "?"
    )
}

/// "Mo" of "Mo Ticket: OPS-12".
fn before_label(name: &str) -> &str {
    let label = name.split_once(": ").map(|(before, _)| before);
    label.and_then(|before| before.rsplit_once(' ')).map_or(name, |(name, _)| name.trim_end())
}

/// "Storage team" of "The storage team will wax the ropes", of "Storage team to wax …" and of
/// "Storage team: wax …".
fn team(text: &str) -> Option<String> {
    const DOES: [&str; 8] =
        [" will ", " to ", " is going to ", " plans to ", ": ", " - ", " – ", " — "];
    let bare = text.trim_start_matches(['*', '_', ' ']);
    let at = bare.to_lowercase().find(" team").map(|at| at + " team".len())?;
    let (name, rest) = (bare.get(..at)?, bare.get(at..)?);
    let rest = rest.trim_start_matches(['*', '_']);
    let name = name.strip_prefix("The ").unwrap_or(name);
    let words: Vec<String> = name.split(' ').map(str::to_lowercase).collect();
    let plain = words.iter().all(|word| word.chars().all(|c| c.is_alphanumeric() || c == '-'));
    let other = ["a", "all", "each", "every", "our", "the", "this", "your"];
    let other = words.iter().any(|word| other.contains(&word.as_str()));
    let named = name.starts_with(char::is_uppercase) || bare.starts_with("The ");
    let is_name = named && plain && !other && (2..=4).contains(&words.len());
    (is_name && !is_verb(&words[0]) && begins_with_any(rest, &DOES)).then(|| name.to_string())
}

/// "(storage team)" at the end of a task.
fn team_in_brackets(text: &str) -> Option<String> {
    let inner = text.trim_end().trim_end_matches('.').strip_suffix(')')?.rsplit_once('(')?.1;
    let words: Vec<&str> = inner.split_whitespace().collect();
    let first = words.first()?.to_lowercase();
    let last = words.last()?.to_lowercase();
    let named = last == "team" && !matches!(&*first, "our" | "the" | "whole" | "entire");
    (named && (2..=4).contains(&words.len())).then(|| inner.to_string())
}

/// "(Platform, due 2025-10-31)" at the end of a task.
fn in_brackets(text: &str) -> Option<String> {
    let inner = text.trim_end().trim_end_matches('.').strip_suffix(')')?.rsplit_once('(')?.1;
    let (name, rest) = inner.split_once(',')?;
    let rest = rest.trim().to_lowercase();
    let dated = begins_with_any(&rest, &["due", "done", "by ", "deadline", "eta"]);
    let plain = name.split_whitespace().count() <= 4 && name.starts_with(char::is_uppercase);
    (dated && plain).then(|| name.trim().to_string())
}
