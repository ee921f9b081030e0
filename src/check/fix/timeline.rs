//! The timeline of a report to be fixed: its entries, each with the place of its line.

use super::mend::Mend;
use super::snapshot::UNSURE;
use super::{clock, markers, prefix};
use crate::diagnostic::Code;
use crate::document::blocks::Blocks;
use crate::document::lenient::bullet_width;
use crate::document::{LineKind, ReportFile};
use crate::incident::{Event, Incident, Nature};
use crate::read::{Clock, Report, TimelineNotation, WrittenEntry, written};
use crate::source::Source;
use std::collections::BTreeSet;
use std::ops::Range;

/// The timeline of a report to be fixed.
pub(super) struct Timeline {
    pub(super) source: Source,
    /// The bytes of the file, some of which the source text replaces.
    pub(super) body: Vec<u8>,
    pub(super) written: TimelineNotation,
    pub(super) incident: Incident,
    pub(super) blocks: Blocks,
    /// Lines of entries that the reader was unsure of.
    unsure: BTreeSet<usize>,
    /// The line ending.
    pub(super) line_break: &'static str,
    /// True when any clock has four digits that are no year.
    digits: bool,
}

/// The place of an entry.
#[derive(Debug, Clone)]
pub(super) struct Site<'a> {
    pub(super) entry: &'a WrittenEntry,
    pub(super) event: &'a Event,
    /// Counted from 1.
    pub(super) line: usize,
    /// From the beginning of the line to its own text; `item` is true if that includes a list
    /// marker.
    pub(super) lead: Range<usize>,
    pub(super) item: bool,
    /// The end of the line.
    pub(super) end: usize,
}

impl Timeline {
    pub(super) fn new(file: &ReportFile) -> Timeline {
        let source = own(file);
        let report = Report::of(&source);
        let mut written = written(&report);
        let Report { incident, diagnostics, .. } = report;
        let first = incident.events.first().map(|event| source.line_of(event.span.start));
        let doubts = diagnostics.iter().filter(|doubt| UNSURE.contains(&doubt.code));
        let lines =
            doubts.filter_map(|doubt| Some((doubt.code, source.line_of(doubt.span?.start))));
        // A backward step at the first entry is about the list as a whole: nothing is above it.
        let unsure = lines
            .filter(|(code, line)| *code != Code::ClockBackwards || Some(*line) != first)
            .map(|(_, line)| line);
        let unsure = unsure.collect();
        if incident.nature != Nature::Postmortem {
            written.entries.clear();
        }
        let digits = written
            .entries
            .iter()
            .filter_map(|entry| entry.text.get(entry.clock.as_ref()?.place.clone()));
        let digits = digits.filter_map(four_digits).any(|value| !YEARS.contains(&value));
        Timeline {
            body: file.body.clone(),
            line_break: file.line_break(),
            unsure,
            digits,
            written,
            blocks: Blocks::of(source.text()),
            incident,
            source,
        }
    }

    /// The changes to markers, clocks and the separators after them.
    pub(super) fn mends(&self) -> Vec<Mend> {
        let sites = self.sites();
        // A lone line that begins with a time may be an ordinary sentence.
        let runs = markers::runs(self, &sites);
        let lone: BTreeSet<usize> = runs
            .iter()
            .filter(|run| run.len() == 1)
            .flatten()
            .flatten()
            .map(|site| site.line)
            .collect();
        let entries = sites.iter().flatten().filter(|site| !lone.contains(&site.line));
        let edits = entries.map(|site| prefix::edits(self, site)).filter(|edits| !edits.is_empty());
        let entries = edits.map(|edits| Mend { edits, ..Mend::default() });
        markers::mends(self).into_iter().chain(entries).collect()
    }

    /// The place of every entry; `None` for an entry left as it is.
    pub(super) fn sites(&self) -> Vec<Option<Site<'_>>> {
        let events = &self.incident.events;
        let entries = self.written.entries.iter().zip(events);
        entries.map(|(entry, event)| self.site(entry, event)).collect()
    }

    fn site<'a>(&'a self, entry: &'a WrittenEntry, event: &'a Event) -> Option<Site<'a>> {
        let line = self.source.line_of(entry.span.start);
        let place = self.source.line(line);
        let text = self.source.slice(place);
        let indent = text.len() - text.trim_start_matches([' ', '\t']).len();
        let marker = place.start + indent;
        let item = self.blocks.lists.iter().any(|list| list.contains(&marker));
        let stands = match entry.form {
            LineKind::Item { .. } if item => true,
            LineKind::Item { .. } | LineKind::Text => {
                !item && entry.depth <= 1 && self.blocks.is_in_paragraph(marker)
            }
            _ => false,
        };
        let alone = self
            .written
            .entries
            .iter()
            .filter(|other| self.source.line_of(other.span.start) == line)
            .count()
            == 1;
        let clock = entry
            .clock
            .as_ref()
            .and_then(|clock| four_digits(entry.text.get(clock.place.clone())?));
        // "2015 - 2016" is a range of times only if other clocks are written that way.
        let year = !self.digits && clock.is_some_and(|value| YEARS.contains(&value));
        if !stands || !alone || year || self.unsure.contains(&line) || entry.stamp.is_none() {
            return None;
        }
        let width =
            if item { markers::listed(&text[indent..])? } else { bullet_width(&text[indent..]) };
        let start = if item { marker } else { place.start };
        Some(Site { entry, event, line, lead: start..marker + width, item, end: place.end })
    }
}

/// Four-digit numbers that are more likely a year than a time.
const YEARS: std::ops::Range<u32> = 1900..2100;

fn four_digits(clock: &str) -> Option<u32> {
    clock.parse().ok().filter(|_| clock.len() == 4)
}

impl Site<'_> {
    /// Clocks with a better spelling: their place in the text of the entry, and that spelling.
    pub(super) fn clocks(&self) -> Vec<(Range<usize>, String)> {
        let WrittenEntry { clock, until, text, .. } = self.entry;
        let end = self.event.until.and_then(|until| until.clock);
        let pairs = [(clock, self.event.at.clock), (until, end)];
        let known = pairs.into_iter().filter_map(|(clock, time)| Some((clock.as_ref()?, time?)));
        let better =
            |clock: &Clock, time| clock::better(text.get(clock.place.clone())?, clock, time);
        known
            .filter_map(|(clock, time)| Some((clock.place.clone(), better(clock, time)?)))
            .collect()
    }
}

/// The report as a text that corresponds byte for byte to the file.
pub(super) fn own(file: &ReportFile) -> Source {
    if file.utf8 {
        return Source::new("", file.text.as_str());
    }
    // The dashes, the bullet and the no-break space of Windows-1252.
    let ascii = |at: usize| file.body.get(at).is_none_or(u8::is_ascii);
    let letter = |(at, c): (usize, char)| match file.body[at] {
        0x96 | 0x97 if at == 0 || ascii(at - 1) => '-',
        0x95 if at == 0 || ascii(at - 1) => '*',
        0xA0 if at == 0 || ascii(at - 1) => ' ',
        _ => c,
    };
    Source::new("", file.text.char_indices().map(letter).collect::<String>())
}

/// The lines that are list items.
pub(super) fn items(source: &Source) -> BTreeSet<usize> {
    Blocks::of(source.text()).lists.iter().flatten().map(|marker| source.line_of(*marker)).collect()
}
