//! Changes a report, and proves that nothing else in it changed.
//!
//! Insertions and fixes are [`Edit`]s. [`batch`] applies those that are sound, [`proof`] compares
//! the report before and after, [`pairs`] finds earlier insertions by their markers, and
//! [`escape`] escapes text so that it shows literally.

pub(crate) mod batch;
pub(crate) mod escape;
pub(crate) mod pairs;
pub(crate) mod proof;

use std::ops::Range;

/// A change: a range of the body, and its replacement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edit {
    pub(crate) range: Range<usize>,
    pub(crate) text: Vec<u8>,
}

impl Edit {
    pub(crate) fn new(range: Range<usize>, text: impl Into<Vec<u8>>) -> Edit {
        Edit { range, text: text.into() }
    }

    /// Inserts text at an offset.
    pub(crate) fn insert(at: usize, text: impl Into<Vec<u8>>) -> Edit {
        Edit::new(at..at, text)
    }
}

/// A body after its edits.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Edited {
    pub(crate) bytes: Vec<u8>,
    /// The range of each edit's text in the result.
    pub(crate) places: Vec<Range<usize>>,
}

/// Applies edits, which must be sorted and disjoint.
pub(crate) fn apply(body: &[u8], edits: &[Edit]) -> Edited {
    let (mut out, mut from) = (Edited::default(), 0);
    for edit in edits {
        out.bytes.extend(&body[from..edit.range.start]);
        let start = out.bytes.len();
        out.bytes.extend(&edit.text);
        out.places.push(start..out.bytes.len());
        from = edit.range.end;
    }
    out.bytes.extend(&body[from..]);
    out
}

/// Removes ranges, which must be sorted and disjoint.
pub(crate) fn without(body: &[u8], stretches: impl IntoIterator<Item = Range<usize>>) -> Vec<u8> {
    let edits: Vec<Edit> = stretches.into_iter().map(|stretch| Edit::new(stretch, "")).collect();
    apply(body, &edits).bytes
}
