//! The notation of a timeline's entries, for the code that rewrites them.

use crate::document::directive;
use crate::document::line::{DocumentLine, LineKind};
use crate::document::sections::{Section, SectionRole};
use crate::read::Report;
use crate::read::timeline::{Entry, TimedList, zones};
use crate::source::Span;
use crate::time::clock::{self, Stamp};
use crate::time::spelling::WrittenClock;
use std::ops::Range;

/// A timeline as written.
#[derive(Debug, Clone, Default)]
pub(crate) struct TimelineNotation {
    /// As many entries as the incident has events, in the same order.
    pub(crate) entries: Vec<WrittenEntry>,
    /// The zone of an entry that names none, taken from the other entries or the summary, if
    /// nothing else says so.
    pub(crate) zone: Option<String>,
    /// The offsets of the report's headings.
    pub(crate) headings: Vec<usize>,
}

/// One entry.
#[derive(Debug, Clone)]
pub(crate) struct WrittenEntry {
    /// The line on which it begins.
    pub(crate) span: Span,
    pub(crate) form: LineKind,
    /// List nesting depth.
    pub(crate) depth: usize,
    /// The visible text of that line, after its marker.
    pub(crate) text: String,
    /// The range of its time in that text; `None` if the line does not begin with one.
    pub(crate) stamp: Option<Range<usize>>,
    /// The offset in that text at which the description begins.
    pub(crate) rest: usize,
    /// Known only if the line begins with it.
    pub(crate) clock: Option<Clock>,
    /// The end of a range.
    pub(crate) until: Option<Clock>,
    /// True if it names a zone.
    pub(crate) zoned: bool,
}

/// A time of day as written.
#[derive(Debug, Clone)]
pub(crate) struct Clock {
    /// Its range in the text.
    pub(crate) place: Range<usize>,
    /// The minute and second, and the hour as far as AM and PM share it.
    pub(crate) minute: u32,
    pub(crate) second: u32,
    pub(crate) hour: u32,
}

/// Reads the notation of a report's timeline.
pub(crate) fn written(report: &Report) -> TimelineNotation {
    let (lines, sections) = (&report.document.lines, &report.document.sections);
    let settings = &report.document.settings;
    let list = &report.timeline;
    let by_author = settings.zone.is_some() || list.zone.is_some();
    let zone = || by_entries(list).or_else(|| by_summary(lines, sections, list, settings));
    TimelineNotation {
        zone: if by_author { None } else { zone() },
        entries: list.entries.iter().map(|entry| entry_of(lines, sections, entry)).collect(),
        headings: lines
            .iter()
            .filter(|line| line.is_heading())
            .map(|line| line.span.start)
            .collect(),
    }
}

fn entry_of(lines: &[DocumentLine], sections: &[Section], entry: &Entry) -> WrittenEntry {
    let first = entry.pieces.first();
    let line = first.and_then(|piece| lines.get(piece.line));
    let Stamp { start, end, ref until, .. } = entry.stamp;
    // A line that starts with the name of the section before it does not begin with its time.
    let below = first.is_some_and(|piece| {
        !sections.iter().any(|section| section.from > 0 && section.lines.start == piece.line)
    });
    let rest = first.map_or(0, |piece| piece.from);
    // Nor does one whose time stands in a later sentence.
    let opens = line.is_none_or(|line| {
        let before = line.text.get(..start).unwrap_or_default();
        crate::words::sentences(before).len() <= 1
    });
    let leads = below && opens && rest >= end;
    WrittenEntry {
        span: line.map_or(entry.span, |line| line.span),
        form: line.map_or(LineKind::Text, |line| line.form),
        depth: line.map_or(0, |line| line.depth),
        text: line.map(|line| line.text.clone()).unwrap_or_default(),
        stamp: leads.then_some(start..end),
        rest,
        clock: clock_of(&entry.stamp).filter(|_| leads),
        until: until.as_ref().and_then(|until| clock_of(until)).filter(|_| leads),
        zoned: entry.zone.is_some(),
    }
}

fn clock_of(stamp: &Stamp) -> Option<Clock> {
    let WrittenClock { hour, minute, second, .. } = stamp.clock?;
    Some(Clock { place: stamp.spelled.clone()?, minute, second, hour: hour % 12 })
}

/// The zone that the entries name, if all that name one agree.
fn by_entries(list: &TimedList) -> Option<String> {
    let mut labels =
        list.entries.iter().filter_map(|entry| entry.zone.as_ref()).map(|zone| zone.label.as_str());
    let first = labels.next()?;
    labels.all(|label| label == first).then(|| first.to_string())
}

/// The only zone of the report, if its summary names it and no entry does.
fn by_summary(
    lines: &[DocumentLine],
    sections: &[Section],
    list: &TimedList,
    settings: &directive::ReportDirectives,
) -> Option<String> {
    if list.entries.iter().any(|entry| entry.zone.is_some())
        || lines.iter().any(|line| zones::noted(line).is_some())
    {
        return None;
    }
    let chosen = zones::choose(lines, sections, list, settings)?.zone;
    let mut summary = sections
        .iter()
        .filter(|section| section.role == SectionRole::Summary)
        .flat_map(|section| &lines[section.lines.clone()]);
    let inside = |line: &DocumentLine| {
        line.span.start <= chosen.span.start && chosen.span.end <= line.span.end
    };
    let named = |line: &DocumentLine| -> Vec<String> {
        let zones = clock::all(&line.text).into_iter().filter_map(|stamp| stamp.zone);
        zones.map(|zone| line.text[zone.start..zone.end].to_string()).collect()
    };
    let alone = lines.iter().flat_map(named).all(|label| label == chosen.label);
    (alone && summary.any(inside)).then_some(chosen.label)
}
