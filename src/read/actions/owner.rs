//! Who does a measure.

use crate::time::scan::Scan;
use crate::words::begins_with_any;

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
            let name = before_label(name);
            if !name.is_empty() && name.chars().count() <= 60 {
                return Some(name.to_string()).filter(|name| !is_nobody(name));
            }
        }
    }
    if let Some(name) = in_brackets(text) {
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

/// "(Platform, due 2025-10-31)" at the end of a task.
fn in_brackets(text: &str) -> Option<String> {
    let inner = text.trim_end().trim_end_matches('.').strip_suffix(')')?.rsplit_once('(')?.1;
    let (name, rest) = inner.split_once(',')?;
    let rest = rest.trim().to_lowercase();
    let dated = begins_with_any(&rest, &["due", "done", "by ", "deadline", "eta"]);
    let plain = name.split_whitespace().count() <= 4 && name.starts_with(char::is_uppercase);
    (dated && plain).then(|| name.trim().to_string())
}
