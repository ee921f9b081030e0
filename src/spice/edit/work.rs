//! A report while its humour is put in: only that which leaves the report what it is.

use crate::document::File;
use crate::document::marks::{FUN, NO_FUN, marks};
use crate::spice::edit::Spot;
use crate::spice::edit::shape::{Subtitle, found, wanted};
use std::ops::Range;

/// A way to put one line of humour in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Candidate {
    /// What goes where, in the order of the report: bytes of the plain body, and the text between
    /// the marks.
    pub(super) inserts: Vec<(usize, String)>,
    /// What a reader must see, of all of them together.
    pub(super) shown: String,
    /// How many letters of that, from its end, must be in italics.
    pub(super) italic: usize,
    /// Whether it stands among HTML, whose text a Markdown parser does not tell apart.
    pub(super) html: bool,
    /// What becomes of the title.
    pub(super) subtitle: Option<Subtitle>,
}

/// A report while its humour is put in.
pub(super) struct Work<'a> {
    file: &'a File,
    done: Vec<(Spot, Candidate)>,
    /// How many bytes may still be parsed before what is unsound is given up.
    effort: usize,
}

/// Some seconds at the most.
const EFFORT: usize = 64 << 20;

impl<'a> Work<'a> {
    pub(super) fn new(file: &'a File) -> Work<'a> {
        Work {
            file,
            done: Vec::new(),
            effort: EFFORT,
        }
    }

    pub(super) fn holds(&self, spot: Spot) -> bool {
        self.done.iter().any(|(known, _)| *known == spot)
    }

    /// Puts in what is sound and gives back what is not: all at once when all is, otherwise by
    /// halves.
    pub(super) fn put(&mut self, batch: Vec<(Spot, Candidate)>) -> Vec<Spot> {
        let known = self.done.len();
        let count = batch.len();
        self.done.extend(batch);
        let exhausted = self.effort == 0;
        self.effort = self.effort.saturating_sub(self.file.text.len());
        if count == 0 || !exhausted && self.is_sound() {
            return Vec::new();
        }
        let mut first = self.done.split_off(known);
        if count == 1 || exhausted {
            return first.into_iter().map(|(spot, _)| spot).collect();
        }
        let second = first.split_off(count / 2);
        let mut failed = self.put(first);
        failed.extend(self.put(second));
        failed
    }

    /// The body with all that is put in.
    pub(super) fn body(&self) -> Vec<u8> {
        let (mut out, mut from) = (Vec::new(), 0);
        for (at, text, _) in self.sorted() {
            out.extend(&self.file.body[from..at]);
            [FUN, text, NO_FUN]
                .iter()
                .for_each(|part| out.extend(part.bytes()));
            from = at;
        }
        out.extend(&self.file.body[from..]);
        out
    }

    /// Every insertion with the candidate that it belongs to; at one place the sign-off comes last.
    fn sorted(&self) -> Vec<(usize, &str, usize)> {
        let numbered = self.done.iter().enumerate();
        let mut all: Vec<_> = numbered
            .flat_map(|(index, (_, candidate))| {
                candidate
                    .inserts
                    .iter()
                    .map(move |(at, text)| (*at, text.as_str(), index))
            })
            .collect();
        all.sort_by_key(|(at, _, index)| (*at, self.done[*index].0));
        all
    }

    /// Whether a reader sees the same report as without it all, and each line as it is meant.
    fn is_sound(&self) -> bool {
        let spiced = self.file.with(self.body());
        let sorted = self.sorted();
        let (mut ranges, mut more) = (Vec::new(), 0);
        for (at, text, _) in &sorted {
            let length = FUN.len() + text.len() + NO_FUN.len();
            ranges.push(at + more..at + more + length);
            more += length;
        }
        if !self.comes_back(&spiced, &ranges) {
            return false;
        }
        let subtitle = self
            .done
            .iter()
            .find_map(|(_, candidate)| candidate.subtitle.as_ref());
        let (parts, own) = found(&spiced.text, &ranges);
        let seen = |index: usize| {
            let mine = own
                .iter()
                .zip(&sorted)
                .filter(|(_, (_, _, of))| *of == index);
            mine.fold(
                (String::new(), String::new()),
                |(shown, italic), (own, _)| (shown + &own.shown, italic + &own.italic),
            )
        };
        let as_meant = self
            .done
            .iter()
            .enumerate()
            .all(|(index, (_, candidate))| candidate.html || candidate.is_seen(seen(index)));
        as_meant && parts == wanted(&self.file.text, subtitle)
    }

    /// Whether the marks are marks, and none other.
    fn comes_back(&self, spiced: &File, ranges: &[Range<usize>]) -> bool {
        let known = marks(&self.file.text).len();
        let marks = marks(&spiced.text);
        let own = marks.chunks(2).map(|pair| (pair.first(), pair.last()));
        known == 0
            && marks.len() == 2 * ranges.len()
            && own.zip(ranges).all(|((open, close), range)| {
                open.is_some_and(|open| open.opens && open.range.start == range.start)
                    && close.is_some_and(|close| !close.opens && close.range.end == range.end)
            })
    }
}

impl Candidate {
    fn is_seen(&self, (shown, italic): (String, String)) -> bool {
        let letters = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let all = letters(&self.shown);
        let meant: String = all
            .chars()
            .skip(all.chars().count().saturating_sub(self.italic))
            .collect();
        letters(&shown) == all && letters(&italic) == meant
    }
}
