//! The timeline: finds the lines that are entries, and reads them.

pub(crate) mod calendar;
mod clocks;
pub(crate) mod days;
pub(crate) mod entries;
pub(crate) mod heads;
pub(crate) mod loose;
pub(crate) mod prose;
pub(crate) mod table;
pub(crate) mod told_day;
pub(crate) mod zones;

use crate::diagnostic::{Code, Diagnostic};
use crate::document::directive::{EntrySettings, NamedZone};
use crate::document::line::DocumentLine;
use crate::document::sections::{Section, SectionRole};
use crate::incident::Note;
use crate::read::timeline::entries::{Reach, read, read_code};
use crate::source::{Source, Span};
use crate::time::clock::Stamp;
use crate::time::date::WrittenDay;
use std::ops::Range;

/// A timeline entry that has a time, as written.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) span: Span,
    /// The place of its time.
    pub(crate) stamp_span: Span,
    pub(crate) stamp: Stamp,
    /// The day given by the line or heading above it.
    pub(crate) under: Option<WrittenDay>,
    /// Days after the entry above it, from a line between them: "The next day".
    pub(crate) days_on: u32,
    /// The zone that its own line names.
    pub(crate) zone: Option<NamedZone>,
    pub(crate) text: String,
    /// The origin of each piece of the text, for the spans of the deciding words.
    pub(crate) pieces: Vec<EntryPiece>,
    pub(crate) settings: EntrySettings,
}

/// A piece of an entry's text: its start in it, and the range of the source line it comes from.
#[derive(Debug, Clone)]
pub(crate) struct EntryPiece {
    pub(crate) start: usize,
    pub(crate) line: usize,
    pub(crate) from: usize,
}

impl Entry {
    /// The start of each line of the text in the source, as far as known.
    pub(crate) fn starts(&self, lines: &[DocumentLine]) -> Vec<usize> {
        let ends = self.pieces.iter().skip(1).map(|next| next.start);
        let pieces = self.pieces.iter().zip(ends.chain([self.text.len()]));
        let holds = |piece: &EntryPiece, end| {
            let text = self.text.get(piece.start..end);
            text.is_some_and(|text| !text.trim().is_empty())
        };
        pieces
            .filter(|(piece, end)| holds(piece, *end))
            .map(|(piece, _)| lines[piece.line].source_of(piece.from))
            .collect()
    }

    /// The place in the source of a range of the text.
    pub(crate) fn place(&self, lines: &[DocumentLine], range: Range<usize>) -> Span {
        let piece = self.pieces.iter().rev().find(|piece| piece.start <= range.start);
        piece.map_or(self.span, |piece| {
            let start = range.start - piece.start + piece.from;
            let line = &lines[piece.line];
            line.place(start.min(line.text.len())..(start + range.len()).min(line.text.len()))
        })
    }
}

/// The parts of a timeline found in a run of lines.
#[derive(Debug, Clone, Default)]
pub(crate) struct TimedList {
    pub(crate) entries: Vec<Entry>,
    pub(crate) notes: Vec<Note>,
    pub(crate) year: Option<i32>,
    pub(crate) zone: Option<NamedZone>,
    /// The day that its heading or a sentence gives for all entries that name none.
    pub(crate) day: Option<WrittenDay>,
    pub(crate) doubts: Vec<Diagnostic>,
    /// The line with the heading of a timeline that repeats this one.
    pub(crate) retold: Option<usize>,
    /// The number of entries that are list items.
    pub(crate) items: usize,
}

/// Finds the timeline of a report.
pub(crate) fn timeline(source: &Source, lines: &[DocumentLine], sections: &[Section]) -> TimedList {
    let named: Vec<&Section> =
        sections.iter().filter(|section| section.role == SectionRole::Timeline).collect();
    let mut found = TimedList::default();
    let mut lists: Vec<TimedList> =
        named.iter().map(|section| read(source, lines, section, Reach::Labelled)).collect();
    // A log counts only if no section has a list: otherwise it is evidence for one.
    if lists.iter().all(|list| list.entries.is_empty()) {
        for (list, section) in lists.iter_mut().zip(&named) {
            let hidden = read_code(source, lines, section, Reach::Labelled);
            if !hidden.entries.is_empty() {
                *list = hidden;
            }
        }
    }
    for (section, list) in named.iter().zip(lists) {
        if found.entries.is_empty() {
            let notes = std::mem::take(&mut found.notes);
            found = list;
            found.notes.splice(0..0, notes);
        } else if !list.entries.is_empty() {
            if !tells_again(&found, &list) {
                append(&mut found, list);
            } else if is_fuller(&list, &found) {
                found = list;
            } else {
                found.retold = found.retold.or(section.head);
            }
        }
    }
    if let Some(fuller) = elsewhere(source, lines, sections, &found, named.is_empty()) {
        found = fuller;
    } else if named.is_empty() {
        found = prose::unnamed(source, lines, sections);
    } else if found.entries.len() <= FEW && found.items == 0 {
        let sentences = prose::named(lines, &named);
        if sentences.len() > found.entries.len() {
            // What the sentences tell is no note as well.
            let told = |note: &Note| {
                let mut entries = sentences.iter();
                entries.any(|entry| (note.span.start..note.span.end).contains(&entry.span.start))
            };
            found.notes.retain(|note| !told(note));
            found.entries = sentences;
        }
    }
    if !named.is_empty() && found.entries.len() <= FEW {
        found.entries = prose::beyond(lines, sections, &found.entries);
    }
    // A name over the entries below it is none of them.
    found.notes.retain(|note| !is_bare_label(&note.text));
    found.day = found.day.or_else(|| told_day::of_all(lines, sections));
    if let Some(span) = found.retold.map(|head| lines[head].span) {
        found.doubts.push(
            Diagnostic::new(Code::SecondTelling, span, "the same times are repeated from here on")
                .hint("the first version counts; nothing below is read as further events"),
        );
    }
    found
}

/// True for a label over nothing: "Escalation:".
fn is_bare_label(text: &str) -> bool {
    text.trim_end().ends_with(':') && text.split_whitespace().count() <= LABEL
}

/// The maximum number of words of one.
const LABEL: usize = 5;

/// Up to this many paragraphs that begin with a time may be prose that goes on with further times.
const FEW: usize = 2;

/// True if one version is the full story beside a short one: detected, declared, repaired.
fn is_fuller(list: &TimedList, short: &TimedList) -> bool {
    list.entries.len() * 2 >= short.entries.len() * 3
}

fn append(list: &mut TimedList, more: TimedList) {
    list.entries.extend(more.entries);
    list.notes.extend(more.notes);
    list.doubts.extend(more.doubts);
}

/// True if most times of a list are also in the other.
fn tells_again(first: &TimedList, other: &TimedList) -> bool {
    let key = |entry: &Entry| {
        (
            entry.stamp.clock.and_then(|clock| clock.time()),
            entry.stamp.day.filter(|_| entry.stamp.clock.is_none()).map(|day| (day.month, day.day)),
        )
    };
    let mut known: Vec<_> =
        first.entries.iter().map(key).filter(|key| *key != (None, None)).collect();
    known.sort_unstable();
    let shared =
        other.entries.iter().filter(|entry| known.binary_search(&key(entry)).is_ok()).count();
    shared * 2 >= other.entries.len().min(first.entries.len()).max(1)
}

/// A timed list in another section: the timeline if there is no other, or a fuller version of it.
fn elsewhere(
    source: &Source,
    lines: &[DocumentLine],
    sections: &[Section],
    found: &TimedList,
    unnamed: bool,
) -> Option<TimedList> {
    let mut best: Option<TimedList> = None;
    for section in sections
        .iter()
        .filter(|section| !matches!(section.role, SectionRole::Timeline | SectionRole::Measures))
    {
        let list = read(source, lines, section, Reach::Leading);
        // Paragraphs of a summary that begin with a date are not a timeline if there is a named
        // one; several that begin with a time of day are.
        let clocked = list.entries.iter().filter(|entry| entry.stamp.clock.is_some());
        let told = list.items.max(clocked.count());
        if section.role == SectionRole::Summary && !unnamed && told * 2 < list.entries.len() {
            continue;
        }
        let enough = if found.entries.is_empty() {
            if unnamed { 2 } else { 3 }
        } else {
            found.entries.len() + 1
        };
        if list.entries.len() < enough || (!found.entries.is_empty() && !tells_again(found, &list))
        {
            continue;
        }
        if best.as_ref().is_none_or(|best| list.entries.len() > best.entries.len()) {
            best = Some(list);
        }
    }
    best
}
