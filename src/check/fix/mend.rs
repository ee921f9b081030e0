//! Changes to a timeline, restricted to those that leave the facts of the report unchanged.

use super::snapshot::Snapshot;
use super::timeline::{items, own};
use crate::document::ReportFile;
use crate::edit::{Edit, apply};
use std::collections::BTreeSet;

/// Changes that are applied together or not at all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Mend {
    pub(super) edits: Vec<Edit>,
    /// Lines that must be list items afterwards.
    pub(super) items: Vec<usize>,
    /// Lines below which a blank one is put, so that what follows does not join the list.
    pub(super) parted: Vec<usize>,
}

/// Applies changes to the body.
pub(super) fn with(file: &ReportFile, mends: &[Mend]) -> Vec<u8> {
    apply(&file.body, &sorted(mends)).bytes
}

/// The edits in document order; an insertion before an entry's time precedes the time.
fn sorted(mends: &[Mend]) -> Vec<Edit> {
    let edits = mends.iter().flat_map(|mend| &mend.edits);
    let mut all: Vec<Edit> = edits.cloned().collect();
    all.sort_by_key(|edit| (edit.range.start, edit.range.end));
    all
}

/// The number that a line had before blank ones were put below these lines.
pub(super) fn unparted(line: usize, parted: &[usize]) -> usize {
    let above = |(index, own): (usize, &usize)| own + index + 1 < line;
    line - parted.iter().enumerate().filter(|one| above(*one)).count()
}

/// True when the report has the same facts as before, and shows the same on all lines but those
/// that are mended.
pub(super) fn is_sound(file: &ReportFile, before: &Snapshot, mends: &[Mend]) -> bool {
    let edits = sorted(mends);
    let apart = edits.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start);
    if !apart {
        return false;
    }
    let after = file.with(apply(&file.body, &edits).bytes);
    let (source, mended) = (own(file), own(&after));
    let touched: BTreeSet<usize> =
        edits.iter().map(|edit| source.line_of(edit.range.start)).collect();
    let mut parted: Vec<usize> = mends.iter().flat_map(|mend| mend.parted.clone()).collect();
    parted.sort_unstable();
    let items: BTreeSet<usize> =
        items(&mended).into_iter().map(|line| unparted(line, &parted)).collect();
    mends.iter().flat_map(|mend| &mend.items).all(|line| items.contains(line))
        && before.is_same(&Snapshot::new(&after.bytes(), &mended, &parted), &touched)
}
