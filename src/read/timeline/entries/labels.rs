//! Entries whose time comes after a label: "Detected at: 10:20".

use super::{EntryReader, Reach, entry_of};
use crate::document::line::{DocumentLine, LineKind};
use crate::document::section_roles;
use crate::document::sections::SectionRole;
use crate::incident::Note;
use crate::read::timeline::heads::{asks, is_below_sentence};
use crate::read::timeline::{Entry, EntryPiece};
use crate::time::clock::{self, Stamp};
use crate::time::leading;
use crate::words::{self, capital, holds_any};
use std::ops::Range;

impl EntryReader<'_> {
    /// Names a time that is alone on its line after the label above it: "Detected:" over "10:05".
    pub(super) fn name(&mut self, index: usize, entry: &mut Entry) {
        let above = index.checked_sub(1).filter(|above| self.section.lines.contains(above));
        let Some((above, label)) = above.map(|above| (above, &self.lines[above])) else {
            return;
        };
        let Some(name) = label.text.trim_end().strip_suffix(':') else {
            return;
        };
        let line = &self.lines[index];
        let below = label.depth < line.depth || (label.depth == line.depth && !line.is_item());
        if !label.is_item() || !below || section_roles::label_end(&label.text) != Some(name.len()) {
            return;
        }
        let lower = name.to_ascii_lowercase();
        let bare = [" time", " at"].iter().find(|word| lower.ends_with(**word));
        let from = asked_for(name);
        if from == 0 && asks(name) {
            return;
        }
        let name = &name[from..name.len() - bare.map_or(0, |word| word.len())];
        entry.text = match from {
            0 => name.to_string(),
            _ => capital(name),
        };
        entry.span = label.span.to(entry.span);
        entry.pieces = vec![EntryPiece { start: 0, line: above, from }];
        self.list.notes.pop_if(|note| note.span == label.span);
    }

    /// Names what is still only a time after the heading directly above it: an update's state.
    pub(super) fn name_by_headings(&mut self) {
        for entry in &mut self.list.entries {
            let Some(piece) = entry.pieces.first_mut() else {
                continue;
            };
            let above = piece.line.checked_sub(1).map(|above| &self.lines[above]);
            let named = above.filter(|above| {
                let role = section_roles::role_of_label(&above.text);
                above.is_heading() && role != Some(SectionRole::Timeline)
            });
            if let Some(named) = named.filter(|_| entry.text.trim().is_empty()) {
                entry.text = named.text.trim().to_string();
                (piece.line, piece.from) = (piece.line - 1, 0);
            }
        }
    }

    /// True for a paragraph with a time of its own below a heading and the time when it was
    /// posted: the paragraph says when it happened.
    pub(super) fn is_posted_above(&self, index: usize, entry: &Entry) -> bool {
        let posted = self.list.entries.last().and_then(|last| {
            let line = last.pieces.first()?.line;
            last.text.trim().is_empty().then_some(line)
        });
        let Some(posted) = posted.filter(|posted| posted + 1 == index) else {
            return false;
        };
        let plain = |index: usize| {
            let line = &self.lines[index];
            line.form == LineKind::Text && line.begins
        };
        let headed = posted.checked_sub(1);
        headed.is_some_and(|above| self.lines[above].is_heading())
            && plain(posted)
            && plain(index)
            && !entry.text.trim().is_empty()
            && entry.stamp.day.is_none()
    }

    /// An item of which a later sentence is the first to begin with a time, "We rolled back. By
    /// 16:30 …": where that sentence begins, its time, and where its text begins.
    pub(super) fn later_sentence(&self, index: usize, text: &str) -> Option<(usize, Stamp, usize)> {
        let line = &self.lines[index];
        if !line.is_item() || self.list.items == 0 || self.is_below_entry(line) {
            return None;
        }
        let first = clock::find(text, 0)?;
        let mut later = words::sentences(text).into_iter().skip(1);
        let sentence = later.find(|sentence| sentence.contains(&first.start))?;
        let (stamp, rest) = leading::leading(&text[sentence.clone()])?;
        let told = stamp.clock.is_some() && stamp.start + sentence.start == first.start;
        told.then(|| {
            let start = sentence.start;
            (start, stamp.moved(start), start + rest)
        })
    }

    /// A line among entries that names what happened before its time, "The crew met at 14:05 UTC:
    /// …": where the name ends, and the time.
    pub(super) fn told_at(&self, index: usize, text: &str) -> Option<(usize, Stamp)> {
        let line = &self.lines[index];
        if line.form != LineKind::Text {
            return None;
        }
        let last = self.list.entries.last()?.stamp.clock?.time()?;
        let stamp = clock::find(text, 0)?;
        let name = text[..stamp.start].trim_end().strip_suffix(" at")?;
        let words = name.split_whitespace().count();
        let later = stamp.clock?.time()? >= last;
        let marked = text[stamp.end..].trim_start().starts_with([':', ',']);
        let stamped = |index: usize| {
            let stamped = self.lines.get(index).and_then(|line| leading::leading(&line.text));
            stamped.is_some_and(|(stamp, _)| stamp.clock.is_some())
        };
        let among = is_below_sentence(self.lines, index)
            && (stamped(index - 1) || stamped(index + 1))
            && stamp.until.is_none();
        let few = (1..=4).contains(&words) && !name.contains(['.', ',', ':', ';']);
        (few && later && marked && among).then_some((name.len(), stamp))
    }

    /// Keeps such a line without its time: "The crew met: …".
    pub(super) fn told_entry(&mut self, index: usize, name: usize, stamp: Stamp, from: usize) {
        let line = &self.lines[index];
        let rest = stamp.end + from;
        let mut entry = entry_of(self.source, line, index, stamp.moved(from), self.day, from);
        let name = &line.text[from..from + name];
        let told = line.text[rest..].trim_end();
        let blank = told.len() - told.trim_start().len();
        entry.text = format!("{}{}", capital(name), &told[blank..]);
        entry.pieces.push(EntryPiece { start: name.len(), line: index, from: rest + blank });
        self.keep(index, entry);
    }

    /// Keeps that sentence and those below it as an entry, and those above it as a note.
    pub(super) fn later(&mut self, index: usize, start: usize, stamp: Stamp, rest: usize) {
        let line = &self.lines[index];
        if self.reach == Reach::Labelled {
            self.list.notes.push(Note {
                span: line.place(0..start),
                text: line.text[..start].trim().to_string(),
            });
        }
        self.push(index, stamp, rest);
    }

    /// Keeps a labelled entry without the brackets around its time: "Detected (10:20): …".
    pub(super) fn labelled(&mut self, index: usize, stamp: Stamp, from: usize) {
        let line = &self.lines[index];
        let Some(bracket) =
            brackets(&line.text, stamp.start..stamp.end).filter(|bracket| bracket.start > from)
        else {
            return match behind_label(&line.text, from, &stamp) {
                Some((name, rest)) => self.told_after(index, stamp, from..name, rest),
                None => self.push(index, stamp, from),
            };
        };
        let mut entry = entry_of(self.source, line, index, stamp, self.day, from);
        let name = line.text[from..bracket.start].trim_end();
        let rest = line.text[bracket.end..].trim_end();
        entry.text = name.to_string();
        if !matches!(rest, "" | ":") {
            entry.text.push_str(rest);
            entry.pieces.push(EntryPiece { start: name.len(), line: index, from: bracket.end });
        }
        self.keep(index, entry);
    }

    /// Keeps a labelled entry without the time between its label and its text.
    fn told_after(&mut self, index: usize, stamp: Stamp, name: Range<usize>, rest: usize) {
        let line = &self.lines[index];
        let mut entry = entry_of(self.source, line, index, stamp, self.day, name.start);
        entry.text = line.text[name].trim_end().to_string();
        if rest < line.text.trim_end().len() {
            entry.text.push_str(": ");
            entry.pieces.push(EntryPiece { start: entry.text.len(), line: index, from: rest });
            entry.text.push_str(line.text[rest..].trim_end());
        }
        self.keep(index, entry);
    }

    /// "**Detected:** the alert fired at 10:05", "Declared 2031-05-06 07:08", "… (10:06 am)".
    pub(super) fn label_led(&self, index: usize, text: &str) -> Option<Stamp> {
        let line = &self.lines[index];
        let label = section_roles::label_end(text)
            .filter(|end| !text[..*end].contains(|c: char| c.is_ascii_digit()));
        let head = line.is_heading() || line.all_emphasised();
        if !(line.is_item() || ((label.is_some() || head) && line.begins))
            || self.is_below_entry(line)
        {
            return None;
        }
        // "Total duration: 07:08 - 09:10" is about the whole incident.
        let about = ["zone", "duration", "total", "time to", "downtime", "delay"];
        // "Note: times that nobody wrote down are given as 09:00".
        let remarks = ["note", "notes", "nb", "disclaimer", "remark"];
        let name = label.map(|end| section_roles::words_of(&text[..end])).unwrap_or_default();
        if holds_any(&name, &about) || remarks.contains(&name.as_str()) {
            return None;
        }
        let stamp = clock::find(text, 0).filter(|stamp| !self.looks_back(line, stamp))?;
        let before = &text[..stamp.start];
        let after = text[stamp.end..].trim_matches(|c: char| !c.is_alphanumeric());
        let words = before.split_whitespace().count();
        let full = stamp.day.is_some() && stamp.clock.is_some();
        // Among items that begin with a time, one that has its time later in its first sentence is
        // an event as well.
        let first = crate::words::sentences(before).len() <= 1;
        let early = words <= 8 || (first && line.is_item() && self.list.items > 0);
        let told = stamp.clock.is_some()
            || stamp.day.is_some_and(|day| day.year.is_some() || line.is_item());
        let last = after.is_empty();
        // A length or a name ("the 10:30 job", "took 0:45") has no word of time before it.
        let word = before
            .split_whitespace()
            .next_back()
            .unwrap_or_default()
            .trim_matches(|c: char| !c.is_alphanumeric())
            .to_ascii_lowercase();
        let announced =
            leading::announces(&word) || label.is_some_and(|end| stamp.start <= end + 3) || full;
        (told && (last || (announced && (early || full || stamp.day.is_some())))).then_some(stamp)
    }

    /// True for a paragraph below a list that tells of a span of time before its last entry.
    fn looks_back(&self, line: &DocumentLine, stamp: &Stamp) -> bool {
        let last = self.list.entries.last();
        let last = last.and_then(|last| last.stamp.clock?.time());
        let from = stamp.clock.and_then(|clock| clock.time());
        let bare = line.form == LineKind::Text && line.depth == 0 && self.list.items > 0;
        bare && stamp.until.is_some() && last.zip(from).is_some_and(|(last, from)| from < last)
    }
}

/// Puts a clock of which a digit is unknown before an entry's text, as it is written: "06:2x".
pub(super) fn keep_unsure(line: &DocumentLine, entry: &mut Entry) {
    let Some(spelled) = entry.stamp.spelled.clone() else {
        return;
    };
    let Some(written) = line.text.get(spelled.clone()) else {
        return;
    };
    if !written.contains(['x', 'X']) || entry.text.is_empty() {
        return;
    }
    let before = format!("({written}) ");
    for piece in &mut entry.pieces {
        piece.start += before.len();
    }
    let from = spelled.start;
    entry.pieces.insert(0, EntryPiece { start: 0, from, ..entry.pieces[0] });
    entry.text.insert_str(0, &before);
}

/// The end of the label directly before a time, and where the text behind it begins, "Detected:
/// 6 May, 10:05 - The alert fired".
fn behind_label(text: &str, from: usize, stamp: &Stamp) -> Option<(usize, usize)> {
    let end = from + section_roles::label_end(&text[from..])?;
    let bare = |c: char| c.is_whitespace() || matches!(c, ':' | '*' | '_' | '~' | '≈');
    let between = text.get(end..stamp.start)?;
    let behind = &text[stamp.end..];
    let rest = behind.trim_start_matches(|c: char| {
        bare(c) || matches!(c, '-' | '–' | '—' | '.' | ',' | ';' | ')' | ']')
    });
    let parted = rest.is_empty() || rest.len() < behind.len();
    let told = stamp.until.is_none() && parted && !rest.starts_with(char::is_lowercase);
    (between.chars().all(bare) && told).then(|| (end, text.len() - rest.len()))
}

/// The brackets that hold a time and nothing else.
fn brackets(text: &str, time: Range<usize>) -> Option<Range<usize>> {
    let bare = |c: char| c == ' ' || matches!(c, '~' | '≈' | '*' | '_');
    let mut before = text[..time.start].trim_end_matches(bare);
    for word in ["at", "on", "around", "about", "approx.", "by"] {
        before = before.strip_suffix(word).unwrap_or(before);
    }
    let before = before.trim_end_matches(bare);
    let after = text[time.end..].trim_start_matches(bare);
    let close = match before.chars().next_back()? {
        '(' => ')',
        '[' => ']',
        _ => return None,
    };
    let end = text.len() - after.len() + 1;
    after.starts_with(close).then(|| before.len() - 1..end)
}

/// Where the answer's name begins in a template's question for a time, "When was the fault
/// noticed"; 0 for any other text.
fn asked_for(name: &str) -> usize {
    let mut words = words::words(name);
    if words.next().is_none_or(|(word, _)| word != "when") {
        return 0;
    }
    let small = ["was", "were", "is", "did", "has", "have", "had", "the", "this", "it", "a", "an"];
    words.find(|(word, _)| !small.contains(&word.as_str())).map_or(0, |(_, range)| range.start)
}
