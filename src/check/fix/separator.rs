//! The separator between the time of an entry and its text.

use super::prefix::is_emphasis;
use std::ops::Range;

/// Dashes and arrows, the longest first.
const DASHES: &[&str] =
    &["-->", "--", "->", "=>", "-", "–", "—", "−", "‐", "‑", "→", "➡", "⇒", "|"];

/// The start of an entry's text, and the emphasis still open there. `None` if there is more than
/// one separator and blanks before the text as read, which begins at `said`: it would be lost.
pub(super) fn end(
    text: &str,
    line: Range<usize>,
    said: usize,
    mut open: Vec<String>,
) -> Option<(usize, Vec<String>)> {
    let mut at = line.start;
    let mut marked = false;
    loop {
        let rest = &text[at..line.end];
        let c = rest.chars().next()?;
        let width = c.len_utf8();
        if c == ' ' || c == '\t' || c == '\u{A0}' {
            at += width;
        } else if let Some(closed) = closing(rest, &open) {
            open.pop();
            at += closed;
        } else if at >= said || is_emphasis(c) {
            break;
        } else if !marked {
            at += mark(text, at, line.end)?;
            marked = true;
        } else {
            return None;
        }
    }
    // The reader takes a doubly encoded dash for a dash, but here it is indistinguishable from
    // text.
    if text[at..].starts_with("â€") {
        return None;
    }
    let left = open.iter().all(|mark| mark.starts_with(is_emphasis));
    (at >= said && left).then_some((at, open))
}

/// The width of the delimiter that closes the one opened last.
fn closing(rest: &str, open: &[String]) -> Option<usize> {
    let last = open.last()?;
    let close = match last.as_str() {
        "[" => "]",
        "(" => ")",
        marks => marks,
    };
    let run = |c: char| rest.len() - rest.trim_start_matches(c).len();
    let same = close.chars().next().is_some_and(|c| !is_emphasis(c) || run(c) == close.len());
    (rest.starts_with(close) && same).then_some(close.len())
}

/// The width of the single separator between time and text; `None` if it may be part of the text.
fn mark(text: &str, at: usize, end: usize) -> Option<usize> {
    let rest = &text[at..end];
    let free = |before: &str| before.ends_with([' ', '\t']);
    let before = free(&text[..at]);
    let after = |width: usize| rest[width..].chars().next();
    let apart = |width: usize| {
        after(width)
            .is_none_or(|c| c == ' ' || c == '\t' || is_emphasis(c) || matches!(c, ']' | ')'))
    };
    if let Some(c) = rest.chars().next().filter(|c| matches!(c, ':' | '：' | ',' | ';' | '.')) {
        let width = c.len_utf8();
        // ":fire:" and ".NET" are text; "10:30:text" is a time with its colon.
        let glued =
            !before && matches!(c, ':' | '：') && after(width).is_some_and(char::is_alphabetic);
        if !(apart(width) || glued || (!before && after(width) == Some('-'))) {
            return None;
        }
        // "09:30: - text".
        let blanks = rest[width..].len() - rest[width..].trim_start_matches([' ', '\t']).len();
        let dash = dash(&rest[width + blanks..]).filter(|dash| apart(width + blanks + dash));
        return Some(dash.map_or(width, |dash| width + blanks + dash));
    }
    let width = dash(rest)?;
    // "-5 degrees" and "--force" are text, "-The alert" has a hyphen with a missing blank.
    let drawn = !rest[..width].is_ascii();
    let fits = drawn
        || apart(width)
        || !before
        || (width == 1 && after(width).is_some_and(char::is_uppercase));
    fits.then_some(width)
}

fn dash(rest: &str) -> Option<usize> {
    DASHES.iter().find(|dash| rest.starts_with(**dash)).map(|dash| dash.len())
}
