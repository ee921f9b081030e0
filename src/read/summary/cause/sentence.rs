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
    pub(super) follows: bool,
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

/// The cause that a sentence tells: the sentence itself, or the one before it that "this caused"
/// points to; `None` if it points to something else.
pub(super) fn standing<'a>(told: &[Told<'a>], at: usize) -> Option<&'a str> {
    let this = &told[at];
    match pointing(this.text) {
        Pointing::Nowhere => return Some(this.text),
        Pointing::Away => return None,
        Pointing::Named if !this.follows => return Some(this.text),
        Pointing::Back | Pointing::Named => {}
    }
    let before = leading_to(told, at)?;
    let whole = before.text.split_whitespace().count() > 4
        && !before.text.ends_with([':', '?'])
        && !super::naming::is_search(before.text)
        && (before.account || super::holds(before.text, &[super::LEADS, super::FAULTS]));
    whole.then_some(without_clock(before.text))
}

/// A cause is never further back than this from the sentence that points to it.
const MOST_BACK: usize = 3;

/// The sentence that the ones up to this one point back to.
pub(super) fn leading_to<'t, 'a>(told: &'t [Told<'a>], at: usize) -> Option<&'t Told<'a>> {
    let nearest = (at.saturating_sub(MOST_BACK)..at).rev();
    let mut joined = nearest.take_while(|before| told[before + 1].follows);
    let found = joined.find(|before| pointing(told[*before].text) == Pointing::Nowhere)?;
    Some(&told[found])
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
