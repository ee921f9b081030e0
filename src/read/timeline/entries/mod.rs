//! The entries of one section: which lines begin one, and which lines belong to it.

mod below;
mod endings;
mod labels;
mod pointed;
mod rows;

use crate::diagnostic::{Code, Diagnostic};
use crate::document::directive::{self, NamedZone};
use crate::document::line::{DocumentLine, LineKind};
use crate::document::sections::{Section, SectionRole};
use crate::read::timeline::heads::{DayHead, day_head};
use crate::read::timeline::table::TableColumns;
use crate::read::timeline::zones::noted;
use crate::read::timeline::{Entry, EntryPiece, TimedList};
use crate::source::Source;
use crate::time::clock::{self, Stamp};
use crate::time::date::WrittenDay;
use crate::time::leading;
use chrono::Weekday;

/// The positions in a line where a time counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Only times at the beginning of a line.
    Leading,
    /// In a timeline, also the time of a labelled line: "Detected: 10:05".
    Labelled,
}

/// Reads one section, without its code blocks and quotes.
pub(crate) fn read(
    source: &Source,
    lines: &[DocumentLine],
    section: &Section,
    reach: Reach,
) -> TimedList {
    EntryReader::new(source, lines, section, reach, false).run()
}

/// Reads one section with its code blocks and quotes: a chat log, or the output of a monitor.
pub(crate) fn read_code(
    source: &Source,
    lines: &[DocumentLine],
    section: &Section,
    reach: Reach,
) -> TimedList {
    EntryReader::new(source, lines, section, reach, true).run()
}

struct EntryReader<'a> {
    source: &'a Source,
    lines: &'a [DocumentLine],
    section: &'a Section,
    reach: Reach,
    hidden: bool,
    list: TimedList,
    day: Option<WrittenDay>,
    /// The day number of the entries, if days are numbered.
    number: u32,
    /// The weekday of the entries, if only that is given.
    weekday: Option<Weekday>,
    /// Days to add for the next entry, from the line above it.
    days_on: u32,
    /// The line of the last entry or note, to which following lines may be joined.
    last: Option<usize>,
    /// True if the last thing was an entry rather than a note.
    last_is_entry: bool,
    /// True if the time of the last entry stands alone on its line, over paragraphs of text.
    heads: bool,
    /// True if the entries begin with clocks such as "10.04" and a blank.
    pointed: bool,
    columns: TableColumns,
}

impl<'a> EntryReader<'a> {
    fn new(
        source: &'a Source,
        lines: &'a [DocumentLine],
        section: &'a Section,
        reach: Reach,
        hidden: bool,
    ) -> EntryReader<'a> {
        EntryReader {
            source,
            lines,
            section,
            reach,
            hidden,
            list: TimedList::default(),
            day: None,
            number: 1,
            weekday: None,
            days_on: 0,
            last: None,
            last_is_entry: false,
            heads: false,
            pointed: pointed::are_pointed(&lines[section.lines.clone()]),
            columns: TableColumns::default(),
        }
    }

    fn run(mut self) -> TimedList {
        self.head();
        for index in self.section.lines.clone() {
            let line = &self.lines[index];
            match line.form {
                LineKind::HeaderRow => self.header_row(line),
                LineKind::Row => self.row(index),
                LineKind::Code if self.hidden && endings::is_process_log(&line.text) => {}
                LineKind::Code if self.list.items > 0 && self.fenced_entry(index) => {}
                LineKind::Code | LineKind::Quote if !self.hidden => self.join_span(index),
                LineKind::FrontMatter => {}
                _ => self.line(index),
            }
        }
        self.drop_prose_below();
        self.list.entries.iter_mut().for_each(endings::unannounce);
        self.name_by_headings();
        self.list
    }

    /// "## Timeline (all times UTC)": the heading may give zone and day.
    fn head(&mut self) {
        let Some(line) = self.section.head.map(|head| &self.lines[head]) else {
            return;
        };
        if self.section.role != SectionRole::Timeline {
            return;
        }
        self.list.zone =
            crate::time::zone::announced(&line.text).map(|zone| NamedZone::on(line, &zone));
        let mut stamps = clock::all(&line.text).into_iter();
        self.day = stamps.find_map(|stamp| stamp.day);
        self.list.day = self.day;
    }

    fn line(&mut self, index: usize) {
        let line = &self.lines[index];
        let from = if index == self.section.lines.start { self.section.from } else { 0 };
        let text = &line.text[from..];
        if let Some((stamp, rest)) = self.leading(text)
            && self.is_entry(index, &stamp, &text[rest..])
        {
            return self.stamped(index, stamp.moved(from), rest + from);
        }
        if from == 0
            && let Some(head) = day_head(self.lines, index, self.section.lines.end)
        {
            return self.day_begins(head);
        }
        if let Some((name, stamp)) = self.told_at(index, text) {
            return self.told_entry(index, name, stamp, from);
        }
        if let Some((start, stamp, rest)) = self.later_sentence(index, text) {
            return self.later(index, from + start, stamp.moved(from), rest + from);
        }
        if self.reach == Reach::Labelled {
            if let Some((start, end)) = clock::impossible(text) {
                let found = line.place(start + from..end + from);
                let what = format!("expected a time of day, found \"{}\"", &text[start..end]);
                self.list.doubts.push(
                    Diagnostic::new(Code::ClockUnreadable, found, what).hint(
                        "hours go from 00 to 23, minutes to 59; the entry was kept as a note",
                    ),
                );
            } else if let Some(stamp) = self.label_led(index, text) {
                let stamp = stamp.moved(from);
                return self.labelled(index, stamp, from);
            }
        }
        self.untimed(index, from);
    }

    /// Starts another day for the entries below.
    fn day_begins(&mut self, head: DayHead) {
        match head {
            DayHead::Date(day) => self.day = Some(day),
            DayHead::On(days) => {
                (self.day, self.days_on) = (None, days);
                self.number += days;
            }
            DayHead::Number(number) => {
                if number > self.number {
                    (self.day, self.days_on) = (None, number - self.number);
                }
                self.number = number;
            }
            DayHead::Weekday(weekday) => {
                let on = |known| weekday.days_since(known);
                if let Some(days) = self.weekday.map(on).filter(|days| *days > 0) {
                    (self.day, self.days_on) = (None, days);
                }
                self.weekday = Some(weekday);
            }
        }
        self.last = None;
    }

    /// True if a line that begins with a time begins an entry rather than continuing one.
    fn is_entry(&self, index: usize, stamp: &Stamp, rest: &str) -> bool {
        let line = &self.lines[index];
        if line.begins || line.is_heading() {
            return self.reach == Reach::Labelled
                || !matches!(line.form, LineKind::Text)
                || stamp.clock.is_some()
                || stamp.relative.is_some()
                || rest.is_empty();
        }
        let Some(last) = self.last else { return true };
        // Among lines that all begin with a time, this one is an entry as well.
        let begins = |index: Option<usize>| {
            index.and_then(|index| self.lines.get(index)).is_some_and(|line| {
                self.leading(&line.text).is_some_and(|(stamp, _)| stamp.clock.is_some())
            })
        };
        // A `<br>` at the end of a line leaves an empty one behind.
        let told = |at: &usize| self.lines[*at].begins || !self.lines[*at].text.is_empty();
        let above = (0..index).rev().find(told);
        let below = (index + 1..self.lines.len()).find(told);
        let ends = below.is_none_or(|at| self.lines[at].begins);
        if !self.lines[last].is_item()
            && stamp.clock.is_some()
            && begins(above)
            && (ends || begins(below))
        {
            return true;
        }
        // A wrapped line may begin with a time by accident; an entry has a separator after its
        // time, or the line above it ended its sentence.
        let marked = self.lines[index].text[..self.lines[index].text.len() - rest.len()]
            .trim_end()
            .ends_with([':', '-', '–', '—', '|', ']', ')', ',']);
        let above = index.checked_sub(1);
        let above = above.map_or("", |above| self.lines[above].text.trim_end());
        let ended = above.ends_with(['.', '!', '?', ':', ';', ')', '"', '”']) || rest.is_empty();
        // "At 7:08 PM nobody …" also begins a sentence.
        let capital = rest.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic())
            || line.text.starts_with(char::is_uppercase);
        let bare = !self.lines[last].is_item();
        (marked && (bare || ended || capital))
            || (ended && capital)
            || (bare && (capital || marked) && above.len() < 200 && stamp.clock.is_some())
    }

    fn stamped(&mut self, index: usize, stamp: Stamp, rest: usize) {
        let line = &self.lines[index];
        let dated = stamp.clock.is_none() && stamp.relative.is_none();
        let said = line.text[rest..].trim_matches(|c: char| !c.is_alphanumeric());
        if said.is_empty() && self.is_whole(index, &stamp) {
            self.day = stamp.day.or(self.day);
            let zone = || stamp.zone.as_ref().map(|zone| NamedZone::on(line, zone));
            self.list.zone = self.list.zone.take().or_else(zone);
            return;
        }
        // "2031-05-06 (all times in UTC)" heads the entries, whatever days they name.
        let short = said.split_whitespace().count() <= 6;
        if let Some(zone) = noted(line).filter(|_| dated && short) {
            self.day = stamp.day;
            self.list.zone.get_or_insert(zone);
            self.last = None;
            return;
        }
        if dated && self.is_day_line(index, said) {
            (self.day, self.last) = (stamp.day, None);
            if !self.is_beside(index, said) {
                return;
            }
        }
        self.push(index, stamp, rest);
    }

    /// True for a range above the first entry that gives the whole time span: "6 May 2031, 09:30
    /// to 11:00 (UTC)".
    fn is_whole(&self, index: usize, stamp: &Stamp) -> bool {
        let below = self.lines.get(index + 1);
        stamp.until.is_some()
            && self.list.entries.is_empty()
            && below.is_some_and(|line| {
                self.leading(&line.text).is_some_and(|(stamp, rest)| {
                    stamp.clock.is_some() && !line.text[rest..].trim().is_empty()
                })
            })
    }

    /// True for a day alone on its line, or with a few words, with times below it.
    fn is_day_line(&self, index: usize, said: &str) -> bool {
        let line = &self.lines[index];
        let next = self.lines[index + 1..self.section.lines.end]
            .iter()
            .take(40)
            .find(|next| !matches!(next.form, LineKind::Code | LineKind::HeaderRow));
        let clocked = next.is_some_and(|next| {
            let first =
                next.cells.first().map_or(next.text.as_str(), |cell| &next.text[cell.clone()]);
            self.leading(first).is_some_and(|(stamp, _)| {
                stamp.clock.is_some() && (stamp.day.is_none() || line.is_heading())
            })
        });
        // For a day heading, also two lines further down: a sentence may come in between.
        let soon = line.is_heading()
            && self.lines[index + 1..self.section.lines.end].iter().take(4).any(|next| {
                self.leading(&next.text)
                    .is_some_and(|(stamp, _)| stamp.clock.is_some() && stamp.day.is_none())
            });
        (clocked || soon) && said.split_whitespace().count() <= 8
    }

    /// An unclosed fence swallows the entries below it: a line in it that looks like an entry is
    /// one.
    fn fenced_entry(&mut self, index: usize) -> bool {
        let text = &self.lines[index].text;
        let Some(from) = ["- ", "* ", "+ "]
            .iter()
            .find_map(|marker| text.starts_with(marker).then_some(marker.len()))
        else {
            return false;
        };
        let Some((stamp, rest)) = leading::leading(&text[from..])
            .filter(|(stamp, _)| stamp.clock.is_some_and(|clock| clock.plain))
        else {
            return false;
        };
        self.push(index, stamp.moved(from), rest + from);
        true
    }

    fn push(&mut self, index: usize, stamp: Stamp, from: usize) {
        let line = &self.lines[index];
        let from = from + endings::seconds(&stamp, &line.text[from..]);
        let from = from + endings::onward(&line.text[from..]);
        let mut entry = entry_of(self.source, line, index, stamp, self.day, from);
        let alone = entry.text.is_empty();
        if alone {
            self.name(index, &mut entry);
        }
        labels::keep_unsure(line, &mut entry);
        self.keep(index, entry);
        self.heads = alone && line.form == LineKind::Text;
    }

    fn keep(&mut self, index: usize, entry: Entry) {
        let mut entry = entry;
        if self.is_posted_above(index, &entry) {
            self.list.entries.pop();
        }
        if let Some(day) = entry.stamp.day {
            self.day = Some(day);
        }
        if entry.stamp.days_on > 0 {
            self.day = None;
        }
        entry.days_on = std::mem::take(&mut self.days_on);
        self.list.items += usize::from(self.lines[index].is_item());
        self.list.entries.push(entry);
        (self.last, self.last_is_entry) = (Some(index), true);
        self.heads = false;
    }
}

pub(crate) fn entry_of(
    source: &Source,
    line: &DocumentLine,
    index: usize,
    stamp: Stamp,
    under: Option<WrittenDay>,
    from: usize,
) -> Entry {
    let zone = stamp.zone.as_ref().map(|zone| NamedZone::on(line, zone));
    Entry {
        span: line.span,
        stamp_span: line.place(stamp.start..stamp.end),
        under: if stamp.day.is_some() { None } else { under },
        days_on: 0,
        zone,
        stamp,
        text: line.text[from..]
            .trim_end_matches(|c: char| c == '|' || c.is_whitespace())
            .to_string(),
        pieces: vec![EntryPiece { start: 0, line: index, from }],
        settings: directive::of_entry(source, &line.directives),
    }
}
