//! Links and code among the measures.

use crate::document::line::DocumentLine;
use crate::words::{begins_with_any, holds_any};

/// A task without the words of a link behind it: "Wax the ropes. Issue", "… (link to issue)".
pub(super) fn without_link(text: &str) -> &str {
    const LINKS: [&str; 13] = [
        "link to github issue", "see here for an issue", "see issue here", "issue here",
        "link to issue", "link to pr", "github issue", "gitlab issue", "pull request", "issue",
        "link", "ticket", "pr",
    ];
    let text = text.trim_end();
    let bare = text.trim_end_matches(['.', ')', ']', ' ']);
    // "PR #105" may stand close to the word before it.
    let digits = bare.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = digits.len() < bare.len() && digits.ends_with('#');
    let named = if number { digits.trim_end_matches(['#', ' ']) } else { bare };
    for link in LINKS.iter().filter(|link| !number || **link == "pr") {
        let at = named.len().saturating_sub(link.len());
        let said = named.get(at..).filter(|said| said.eq_ignore_ascii_case(link));
        let Some(before) = said.and_then(|_| named.get(..at)) else {
            continue;
        };
        let left = before.trim_end();
        let apart = left.ends_with(['.', '!', '?', '(', '[', ':', '-', '–', '—', ',', ';']);
        let named = link.contains("issue") && link.len() > 5 && left.len() < before.len();
        let capital = named && text[at..].starts_with(char::is_uppercase);
        if apart && (left.len() < before.len() || left.ends_with(['(', '['])) {
            return left.trim_end_matches(['(', '[', ':', '-', '–', '—', ',', ';', ' ']);
        }
        let bare = if number { left.len() == before.len() } else { capital };
        if bare || named && (link.contains("here") || link.starts_with("link to")) {
            return left;
        }
    }
    text
}

/// The start of a link at the end of a line that only leads to the ticket: "Wax the ropes [PR](…)".
/// A line that continues another may be nothing else.
pub(super) fn link_tail(line: &DocumentLine, continues: bool) -> Option<usize> {
    const NAMES: [&str; 10] = [
        "issue", "issues", "pr", "prs", "pull request", "pull requests", "merge request", "ticket",
        "link", "links",
    ];
    let names = |at: &usize| {
        let named = line.text.get(*at..).unwrap_or_default();
        let named = named.trim_matches(['.', '(', ')', '[', ']', ' ']);
        NAMES.iter().any(|name| named.eq_ignore_ascii_case(name))
    };
    let mut marked = line.origin.iter().map(|(at, _)| *at);
    marked.find(|at| (*at > 0 || continues) && names(at))
}

/// True if a line leads to lines of code: "Here is the script that does it:".
pub(super) fn shows_code(text: &str) -> bool {
    let lower = text.to_lowercase();
    let shows = ["here is", "here's", "here are", "below is", "below are"];
    let code = ["script", "snippet", "code", "command", "example"];
    begins_with_any(&lower, &shows) && holds_any(&lower, &code)
}

/// A line that is a link and nothing else, or only says what is behind one.
pub(crate) fn is_bare_link(text: &str) -> bool {
    let text = text.trim().trim_matches(['<', '>']);
    let named = text.to_lowercase().starts_with("link to ");
    if named && text.split(' ').count() <= 4 {
        return true;
    }
    (text.starts_with("http://") || text.starts_with("https://"))
        && !text.contains(char::is_whitespace)
}

/// A link to the ticket that holds the task.
pub(super) fn is_ticket_link(text: &str) -> bool {
    let text = text.trim().trim_matches(['<', '>', '/']);
    let names = ["/issues/", "/issue/", "/browse/", "/merge_requests/", "/pull/"];
    holds_any(text, &names) && text.ends_with(|c: char| c.is_ascii_digit())
}
