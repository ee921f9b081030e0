//! The report without its humour, and the humour without its marks.

use crate::document::marks::{FUN, NO_FUN, marks};
use crate::document::{Broken, ReportFile};
use crate::edit::pairs::{Marked, pairs};
use crate::edit::without;

/// Takes the humour out of a report; everything else is left as it is, byte for byte.
pub fn plain(bytes: &[u8]) -> Result<Vec<u8>, Broken> {
    let file = ReportFile::open(bytes)?;
    let marks = marks(&file.text).into_iter();
    let pairs = pairs(
        &file,
        marks.map(|mark| (mark.range, mark.opens.then_some(Fun))),
    )?;
    let stretches = pairs.into_iter().map(|pair| pair.whole);
    Ok(file.with(without(&file.body, stretches)).bytes())
}

/// Takes only the marks out, for a text that goes elsewhere.
pub fn unmarked(bytes: &[u8]) -> Vec<u8> {
    let Ok(file) = ReportFile::open(bytes) else {
        return bytes.to_vec();
    };
    let marks = marks(&file.text).into_iter().map(|mark| mark.range);
    file.with(without(&file.body, marks)).bytes()
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
