//! Finding again what was put into a report, by the marks around it.

use crate::document::{Broken, ReportFile};
use std::ops::Range;

/// A kind of thing that marks begin and end in a report.
pub(crate) trait Marked: Copy {
    /// As messages call it.
    const NOUN: &'static str;
    /// The mark that ends it.
    const CLOSING: &'static str;

    /// The mark that begins it.
    fn opening(self) -> String;

    /// Its opening mark, where it stands in place of a closing one.
    fn another(self) -> String {
        self.opening()
    }

    /// The message and the hint for a closing mark that nothing opens.
    fn unbegun() -> (String, String);

    /// The message and the hint for one that must not stand beside these.
    fn refused(self, _: &[Pair<Self>]) -> Option<(String, String)> {
        None
    }
}

/// A stretch of a report with its marks, and what lies between them.
#[derive(Debug, Clone)]
pub(crate) struct Pair<T> {
    pub(crate) what: T,
    pub(crate) whole: Range<usize>,
    pub(crate) inside: Range<usize>,
}

/// The stretches between marks, which come in the order of the report; `None` ends one.
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
            (Some((what, from)), None) => out.push(Pair {
                what,
                whole: from.start..range.end,
                inside: from.end..range.start,
            }),
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
