//! The report without its humour, and the humour without its marks.

use crate::document::marks::{FUN, NO_FUN, marks};
use crate::document::{Broken, ReportFile};
use crate::edit::pairs::{Marked, pairs};
use crate::edit::without;
use std::ops::Range;

/// Takes the humour out of a report; everything else is left as it is, byte for byte.
pub fn plain(bytes: &[u8]) -> Result<Vec<u8>, Broken> {
    let file = ReportFile::open(bytes)?;
    let marks = marks(&file.text).into_iter();
    let pairs = pairs(&file, marks.map(|mark| (mark.range, mark.opens.then_some(Fun))))?;
    let stretches = pairs.into_iter().map(|pair| pair.whole);
    Ok(file.with(without(&file.body, stretches)).bytes())
}

/// Stands before a closing mark at the beginning of a line, which would else make all of the line
/// HTML: it holds nothing, and shows nothing.
pub(super) const EMPTY: &str = "<span></span>";

/// Takes only the marks out, with what stands there for their sake alone, for a text that goes
/// elsewhere.
pub fn unmarked(bytes: &[u8]) -> Vec<u8> {
    let Ok(file) = ReportFile::open(bytes) else {
        return bytes.to_vec();
    };
    let text = file.text.as_str();
    let mut gone: Vec<Range<usize>> = Vec::new();
    for mark in marks(text) {
        let Range { mut start, mut end } = mark.range;
        if mark.opens {
            end += spare(text[end..].chars(), breaks_before(text, start, &gone));
        } else {
            start -= if text[..start].ends_with(EMPTY) { EMPTY.len() } else { 0 };
            let behind = text[end..].chars().take_while(|c| c.is_whitespace());
            let known = behind.filter(|c| *c == '\n').count();
            let last = gone.last().map_or(0, |last| last.end);
            start -= spare(text[last..start].chars().rev(), known);
        }
        gone.push(start..end);
    }
    file.with(without(&file.body, gone)).bytes()
}

/// The number of line breaks that end what is left of a text up to a byte; at its beginning there
/// is a blank line too many already.
fn breaks_before(text: &str, at: usize, gone: &[Range<usize>]) -> usize {
    let (mut count, mut end) = (0, at);
    for gone in gone.iter().rev().map(Some).chain([None]) {
        let start = gone.map_or(0, |gone| gone.end);
        let piece = &text[start..end];
        let blank = piece.len() - piece.trim_end().len();
        count += piece[piece.len() - blank..].matches('\n').count();
        if blank < piece.len() {
            return count;
        }
        end = gone.map_or(0, |gone| gone.start);
    }
    BREAKS
}

/// So many line breaks make a paragraph; more are too many.
const BREAKS: usize = 2;

/// The number of bytes of line breaks that these letters begin with, and that are too many where
/// so many stand already.
fn spare(letters: impl Iterator<Item = char>, known: usize) -> usize {
    let breaks: Vec<char> = letters.take_while(|c| matches!(c, '\r' | '\n')).collect();
    let count = breaks.iter().filter(|c| **c == '\n').count();
    let many = (count + known).saturating_sub(BREAKS).min(count);
    many * breaks.len().checked_div(count).unwrap_or(0)
}

/// A stretch of humour.
#[derive(Debug, Clone, Copy)]
struct Fun;

impl Marked for Fun {
    const NOUN: &'static str = "humour";
    const CLOSING: &'static str = NO_FUN;

    fn opening(self) -> String {
        FUN.into()
    }

    fn another(self) -> String {
        format!("another {FUN}")
    }

    fn unbegun() -> (String, String) {
        (
            format!("expected {FUN} before this, which only ends humour, found none"),
            format!("put {FUN} where the humour begins, or delete {NO_FUN}"),
        )
    }
}
