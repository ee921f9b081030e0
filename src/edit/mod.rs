//! Changing a report, and proving that nothing else of it changed.
//!
//! Whoever puts something into a report, or mends it, says so in [`Edit`]s. [`batch`] makes those
//! that are sound, [`proof`] compares the report before and after, [`pairs`] finds again what lies
//! between marks, and [`escape`] writes any text so that it shows to the letter.

pub(crate) mod batch;
pub(crate) mod escape;
pub(crate) mod pairs;
pub(crate) mod proof;

use std::ops::Range;

/// A change: bytes of a body, and those that stand there instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edit {
    pub(crate) range: Range<usize>,
    pub(crate) text: Vec<u8>,
}

impl Edit {
    pub(crate) fn new(range: Range<usize>, text: impl Into<Vec<u8>>) -> Edit {
        Edit {
            range,
            text: text.into(),
        }
    }

    /// Text between two bytes.
    pub(crate) fn insert(at: usize, text: impl Into<Vec<u8>>) -> Edit {
        Edit::new(at..at, text)
    }
}

/// A body after its edits.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Edited {
    pub(crate) bytes: Vec<u8>,
    /// Where the text of each edit stands now.
    pub(crate) places: Vec<Range<usize>>,
}

/// Makes edits that are in the order of the body and apart from each other.
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

/// Takes stretches out of a body that are in its order and apart from each other.
pub(crate) fn without(body: &[u8], stretches: impl IntoIterator<Item = Range<usize>>) -> Vec<u8> {
    let edits: Vec<Edit> = stretches
        .into_iter()
        .map(|stretch| Edit::new(stretch, ""))
        .collect();
    apply(body, &edits).bytes
}
