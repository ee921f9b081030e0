//! Finds earlier insertions in a report by the markers around them.

use crate::document::{Broken, ReportFile};
use std::ops::Range;

/// A kind of insertion with an opening and a closing marker.
pub(crate) trait Marked: Copy {
    /// Its name in messages.
    const NOUN: &'static str;
    /// The closing marker.
    const CLOSING: &'static str;

    /// The opening marker.
    fn opening(self) -> String;

    /// The opening marker, as shown when found in place of a closing one.
    fn another(self) -> String {
        self.opening()
    }

    /// The message and the hint for a closing marker without an opening one.
    fn unbegun() -> (String, String);

    /// The message and the hint for an insertion that may not come after these.
    fn refused(self, _: &[Pair<Self>]) -> Option<(String, String)> {
        None
    }
}

/// A range of a report with its markers, and the range between them.
#[derive(Debug, Clone)]
pub(crate) struct Pair<T> {
    pub(crate) what: T,
    pub(crate) whole: Range<usize>,
    pub(crate) inside: Range<usize>,
}

/// The pairs of markers, which come in document order; `None` is a closing marker.
pub(crate) fn pairs<T: Marked>(
    file: &ReportFile,
    marks: impl IntoIterator<Item = (Range<usize>, Option<T>)>,
) -> Result<Vec<Pair<T>>, Broken> {
    let mut out: Vec<Pair<T>> = Vec::new();
    let mut open: Option<(T, Range<usize>)> = None;
    for (range, opens) in marks {
        match (open.take(), opens) {
            (None, Some(what)) => {
                if let Some((message, hint)) = what.refused(&out) {
                    return Err(file.broken(range, message, hint));
                }
                open = Some((what, range));
            }
            (Some((what, from)), None) => {
                out.push(Pair { what, whole: from.start..range.end, inside: from.end..range.start })
            }
            (Some((what, from)), Some(next)) => {
                return Err(unended(file, what, from, &next.another()));
            }
            (None, None) => {
                let (message, hint) = T::unbegun();
                return Err(file.broken(range, message, hint));
            }
        }
    }
    match open {
        Some((what, from)) => Err(unended(file, what, from, "the end of the file")),
        None => Ok(out),
    }
}

fn unended<T: Marked>(file: &ReportFile, what: T, from: Range<usize>, found: &str) -> Broken {
    let (noun, closing, opening) = (T::NOUN, T::CLOSING, what.opening());
    file.broken(
        from,
        format!("expected {closing} to end the {noun} that begins here, found {found}"),
        format!("put {closing} where the {noun} ends, or delete {opening}"),
    )
}
