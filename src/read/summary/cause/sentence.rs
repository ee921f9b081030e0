//! The sentences of some paragraphs, and the way back from one that only points to the cause.

use super::pointing::{Pointing, pointing};
use crate::document::line::{DocumentLine, LineKind};
use crate::document::paragraph::Paragraph;
use crate::words;

/// A sentence in the order of its report.
pub(super) struct Told<'a> {
    pub(super) text: &'a str,
    /// True if the sentence before it leads up to it: in the same paragraph, or at the end of the
    /// one right above.
    follows: bool,
    /// True if it stands in the account of the cause, where every sentence is about it.
    account: bool,
}

/// All sentences of these paragraphs.
pub(super) fn sentences<'a>(
    lines: &[DocumentLine],
    paragraphs: &[&'a Paragraph],
    account: bool,
) -> Vec<Told<'a>> {
    let mut out = Vec::new();
    let mut above: Option<usize> = None;
    for paragraph in paragraphs {
        let first = paragraph.first();
        let plain = |line: usize| lines[line].form == LineKind::Text;
        let adjoins = above.is_some_and(|above| above + 1 == first && plain(above) && plain(first));
        let units = words::sentences(&paragraph.text).into_iter().enumerate();
        out.extend(units.map(|(at, unit)| Told {
            text: paragraph.text[unit].trim(),
            follows: at > 0 || adjoins,
            account,
        }));
        above = paragraph.lines.last().map(|(_, line)| *line);
    }
    out
}

/// A cause is never further back than this from the sentence that points to it.
const MOST_BACK: usize = 3;

/// The cause that a sentence tells: the sentence itself, or the one before it that "this caused"
/// points to; `None` if it points to something else.
pub(super) fn standing<'a>(told: &[Told<'a>], at: usize) -> Option<&'a str> {
    let this = &told[at];
    let back = match pointing(this.text) {
        Pointing::Nowhere => return Some(this.text),
        Pointing::Away => return None,
        Pointing::Named if !this.follows => return Some(this.text),
        Pointing::Back | Pointing::Named => this,
    };
    let mut follows = back.follows;
    for before in told[..at].iter().rev().take(MOST_BACK) {
        if !follows {
            return None;
        }
        follows = before.follows;
        if pointing(before.text) == Pointing::Nowhere {
            let whole = before.text.split_whitespace().count() > 4
                && !before.text.ends_with([':', '?'])
                && !super::naming::is_search(before.text)
                && (before.account || super::holds(before.text, &[super::LEADS, super::FAULTS]));
            return whole.then_some(without_clock(before.text));
        }
    }
    None
}

/// Without the end of a time that a line break parted from its sentence: "15:57 UTC, a test …".
fn without_clock(text: &str) -> &str {
    match text.split_once(", ") {
        Some((clock, rest))
            if clock.starts_with(|c: char| c.is_ascii_digit()) && clock.len() < 20 =>
        {
            rest
        }
        _ => text,
    }
}
