//! Lines of humour on their way into a report: only those that leave the report what it is.

use crate::document::ReportFile;
use crate::document::marks::{FUN, NO_FUN, marks};
use crate::edit::proof::{Allowed, SeenInsertion, same_but};
use crate::edit::{Edit, apply};
use crate::spice::place::Spot;
use std::ops::Range;

/// A way to put one line of humour in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Candidate {
    /// Bytes of the plain body, in its order, each with the text between the marks there.
    pub(super) inserts: Vec<(usize, String)>,
    /// The letters that a reader must see, of all of them together.
    pub(super) shown: String,
    /// The number of those, from their end, that must be in italics.
    pub(super) italic: usize,
    /// True when it stands among HTML, whose text a Markdown parser does not tell apart.
    pub(super) html: bool,
    /// The change to the title that comes with it.
    pub(super) allowed: Allowed,
}

/// The body with these lines.
pub(super) fn with(file: &ReportFile, lines: &[(Spot, Candidate)]) -> Vec<u8> {
    apply(&file.body, &edits(lines).1).bytes
}

/// The edits of these lines, each with the number of its line; at one place in their
/// order, so that the sign-off comes last.
fn edits(lines: &[(Spot, Candidate)]) -> (Vec<usize>, Vec<Edit>) {
    let mut all = Vec::new();
    for (index, (spot, candidate)) in lines.iter().enumerate() {
        for (at, text) in &candidate.inserts {
            let edit = Edit::insert(*at, format!("{FUN}{text}{NO_FUN}"));
            all.push((*at, *spot, index, edit));
        }
    }
    all.sort_by_key(|(at, spot, ..)| (*at, *spot));
    all.into_iter().map(|(_, _, index, edit)| (index, edit)).unzip()
}

/// True when a reader sees the same report as without these lines, and each line as it is meant.
pub(super) fn is_sound(file: &ReportFile, lines: &[(Spot, Candidate)]) -> bool {
    let (owners, edits) = edits(lines);
    let edited = apply(&file.body, &edits);
    let spiced = file.with(edited.bytes);
    if !comes_back(file, &spiced, &edited.places) {
        return false;
    }
    let mut allowed = lines.iter().map(|(_, candidate)| &candidate.allowed);
    let allowed =
        allowed.find(|allowed| **allowed != Allowed::Nothing).unwrap_or(&Allowed::Nothing);
    let Some(seen) = same_but(&file.text, &spiced.text, &edited.places, allowed) else {
        return false;
    };
    lines.iter().enumerate().all(|(index, (_, candidate))| {
        let own = seen.iter().zip(&owners).filter(|(_, of)| **of == index);
        candidate.html || candidate.is_seen(own.map(|(own, _)| own))
    })
}

/// True when the marks are marks, and none other.
fn comes_back(file: &ReportFile, spiced: &ReportFile, ranges: &[Range<usize>]) -> bool {
    let known = marks(&file.text).len();
    let marks = marks(&spiced.text);
    let own = marks.chunks(2).map(|pair| (pair.first(), pair.last()));
    known == 0
        && marks.len() == 2 * ranges.len()
        && own.zip(ranges).all(|((open, close), range)| {
            open.is_some_and(|open| open.opens && open.range.start == range.start)
                && close.is_some_and(|close| !close.opens && close.range.end == range.end)
        })
}

impl Candidate {
    fn is_seen<'a>(&self, own: impl Iterator<Item = &'a SeenInsertion>) -> bool {
        let letters = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let (mut shown, mut italic) = (String::new(), String::new());
        for own in own {
            shown.push_str(&own.shown);
            italic.push_str(&own.italic);
        }
        let all = letters(&self.shown);
        let plain = all.chars().count().saturating_sub(self.italic);
        let meant: String = all.chars().skip(plain).collect();
        letters(&shown) == all && letters(&italic) == meant
    }
}
