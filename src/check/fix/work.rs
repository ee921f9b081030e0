//! A report while it is mended: only by what leaves its facts as they are.

use super::page::{items, own};
use super::told::Told;
use crate::document::File;
use std::collections::BTreeSet;
use std::ops::Range;

/// A change: bytes of the body, and what stands there instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    pub(super) range: Range<usize>,
    pub(super) text: String,
}

impl Edit {
    pub(super) fn new(range: Range<usize>, text: impl Into<String>) -> Edit {
        Edit {
            range,
            text: text.into(),
        }
    }
}

/// Changes that are made together or not at all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Group {
    pub(super) edits: Vec<Edit>,
    /// Lines that must be items of a list afterwards.
    pub(super) items: Vec<usize>,
}

/// How many bytes may be read again before what is unsound is given up: some seconds.
pub(super) const EFFORT: usize = 8 << 20;

/// A report while it is mended.
pub(super) struct Work<'a> {
    file: &'a File,
    before: Told,
    done: Vec<Group>,
    withheld: usize,
    exhausted: bool,
    effort: &'a mut usize,
}

impl<'a> Work<'a> {
    pub(super) fn new(file: &'a File, effort: &'a mut usize) -> Work<'a> {
        let before = Told::new(&file.bytes(), &own(file));
        Work {
            file,
            before,
            done: Vec::new(),
            withheld: 0,
            exhausted: false,
            effort,
        }
    }

    pub(super) fn has_done(&self) -> bool {
        !self.done.is_empty()
    }

    pub(super) fn withheld(&self) -> usize {
        self.withheld
    }

    /// Whether changes were given up untried.
    pub(super) fn is_exhausted(&self) -> bool {
        self.exhausted
    }

    /// Makes the changes that are sound: all at once when all are, otherwise by halves.
    pub(super) fn put(&mut self, batch: Vec<Group>) {
        let (known, count) = (self.done.len(), batch.len());
        self.done.extend(batch);
        let exhausted = *self.effort == 0;
        *self.effort = self.effort.saturating_sub(self.file.text.len());
        if count == 0 || !exhausted && self.is_sound() {
            return;
        }
        let mut first = self.done.split_off(known);
        self.exhausted |= exhausted;
        if count == 1 || exhausted {
            self.withheld += count;
            return;
        }
        let second = first.split_off(count / 2);
        self.put(first);
        self.put(second);
    }

    /// The body with all changes.
    pub(super) fn body(&self) -> Vec<u8> {
        let (mut out, mut from) = (Vec::with_capacity(self.file.body.len()), 0);
        for edit in self.sorted() {
            out.extend_from_slice(&self.file.body[from..edit.range.start]);
            out.extend_from_slice(edit.text.as_bytes());
            from = edit.range.end;
        }
        out.extend_from_slice(&self.file.body[from..]);
        out
    }

    /// The changes in the order of the report; what stands before an entry's time comes before the
    /// time.
    fn sorted(&self) -> Vec<&Edit> {
        let mut all: Vec<&Edit> = self.done.iter().flat_map(|group| &group.edits).collect();
        all.sort_by_key(|edit| (edit.range.start, edit.range.end));
        all
    }

    fn is_sound(&self) -> bool {
        let apart = self
            .sorted()
            .windows(2)
            .all(|pair| pair[0].range.end <= pair[1].range.start);
        if !apart {
            return false;
        }
        let after = self.file.with(self.body());
        let page = own(self.file);
        let touched: BTreeSet<usize> = self
            .sorted()
            .iter()
            .map(|edit| page.line_of(edit.range.start))
            .collect();
        let wanted = self.done.iter().flat_map(|group| &group.items);
        let source = own(&after);
        let items = items(&source);
        wanted.into_iter().all(|line| items.contains(line))
            && self
                .before
                .is_same(&Told::new(&after.bytes(), &source), &touched)
    }
}
