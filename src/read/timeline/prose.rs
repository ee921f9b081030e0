//! A timeline in prose: each sentence with a time of day is an event.

use crate::document::directive::{EntrySettings, NamedZone};
use crate::document::line::{DocumentLine, LineKind};
use crate::document::paragraph::{self, Paragraph};
use crate::document::section_roles;
use crate::document::sections::{Section, SectionRole};
use crate::read::timeline::entries::{self, Reach, read_code};
use crate::read::timeline::{Entry, TimedList};
use crate::source::{Source, Span};
use crate::time::clock::{self, Stamp};
use crate::time::leading;
use crate::words;
use std::collections::HashSet;
use std::ops::Range;

/// The minimum number of lines for a log to count as a timeline.
const LOG: usize = 4;

/// The minimum number of moments for prose to count as one.
const STORY: usize = 2;

/// The events in the prose of the sections named as a timeline.
pub(crate) fn named(lines: &[DocumentLine], named: &[&Section]) -> Vec<Entry> {
    let told = named.iter().flat_map(|section| told(lines, section, true));
    once(told.collect())
}

/// The events of a report without a named timeline or a list of times: its sentences, or a log
/// among them. If the story has sections of its own, the summary's times are the outage's start
/// and end.
pub(crate) fn unnamed(source: &Source, lines: &[DocumentLine], sections: &[Section]) -> TimedList {
    let story = |summary: bool| -> Vec<Entry> {
        sections
            .iter()
            .filter(|section| match section.role {
                SectionRole::Measures | SectionRole::Lessons => false,
                SectionRole::Summary => summary,
                _ => true,
            })
            .flat_map(|section| told(lines, section, section.role != SectionRole::Summary))
            .collect()
    };
    let mut entries = story(false);
    if entries.is_empty() {
        entries = story(true);
    }
    entries = once(entries);
    if let Some(end) = labelled_end(source, lines, sections, &entries) {
        entries.push(end);
    }
    if entries.len() < STORY {
        entries.clear();
    }
    if entries.is_empty()
        && let Some(log) = sections
            .iter()
            .map(|section| read_code(source, lines, section, Reach::Leading))
            .max_by_key(|list| list.entries.len())
            .filter(|list| list.entries.len() >= LOG)
    {
        return log;
    }
    TimedList { entries, ..TimedList::default() }
}

/// A field that says when and how it ended, "Resolved at: 18:23 (the service was restarted)", if
/// it is later than all that the sentences tell.
fn labelled_end(
    source: &Source,
    lines: &[DocumentLine],
    sections: &[Section],
    told: &[Entry],
) -> Option<Entry> {
    const ENDS: [&str; 5] = ["resolved", "restored", "recovered", "fixed", "ended"];
    let clock = |stamp: &Stamp| stamp.clock.and_then(|clock| clock.time());
    let latest = told.iter().filter_map(|entry| clock(&entry.stamp)).max()?;
    let mut summary = sections
        .iter()
        .filter(|section| section.role == SectionRole::Summary)
        .flat_map(|section| section.lines.clone());
    summary.find_map(|index| {
        let line = &lines[index];
        let end = section_roles::label_end(&line.text)?;
        let name = section_roles::words_of(&line.text[..end]);
        let stamp = clock::find(&line.text, end)?;
        let said = line.text[stamp.end..].trim();
        let said = said.strip_prefix('(')?.strip_suffix(')')?;
        let ends = name.split(' ').next().is_some_and(|word| ENDS.contains(&word));
        let blank = line.text[end + 1..stamp.start].trim_matches([' ', '~', '*', '≈']);
        if !ends || !blank.is_empty() || stamp.day.is_some() || clock(&stamp)? <= latest {
            return None;
        }
        let from = line.text.find(said)?;
        let mut entry = entries::entry_of(source, line, index, stamp, None, from);
        entry.text = said.to_string();
        Some(entry)
    })
}

/// The few events of a named timeline with those that the sections below it tell, if together they
/// are in order: a form whose fields hold the times.
pub(crate) fn beyond(lines: &[DocumentLine], sections: &[Section], few: &[Entry]) -> Vec<Entry> {
    let story = sections
        .iter()
        .skip_while(|section| section.role != SectionRole::Timeline)
        .filter(|section| matches!(section.role, SectionRole::Resolution | SectionRole::Other));
    let more: Vec<Entry> = story.flat_map(|section| told(lines, section, true)).collect();
    if more.is_empty() {
        return few.to_vec();
    }
    let all = once(few.iter().cloned().chain(more).collect());
    let moments = |entry: &Entry| entry.stamp.clock.and_then(|clock| clock.time());
    let same_day = |entry: &Entry| {
        entry.days_on + entry.stamp.days_on == 0
            && entry.stamp.day.is_none_or(|day| {
                all.first()
                    .and_then(|first| first.stamp.day.or(first.under))
                    .is_none_or(|first| (first.month, first.day) == (day.month, day.day))
            })
    };
    let ordered = all.is_sorted_by(|one, next| moments(one) < moments(next));
    match ordered && all.len() >= few.len() && all.iter().all(same_day) {
        true => all,
        false => few.to_vec(),
    }
}

/// The events of one section; with `ranges`, also sentences that give a start and an end.
fn told(lines: &[DocumentLine], section: &Section, ranges: bool) -> Vec<Entry> {
    paragraph::of(lines, section)
        .iter()
        .filter(|paragraph| is_prose(&lines[paragraph.first()], paragraph))
        .flat_map(|paragraph| {
            words::sentences(&paragraph.text)
                .into_iter()
                .flat_map(move |sentence| of_sentence(lines, paragraph, sentence, ranges))
        })
        .collect()
}

/// True if a paragraph is prose: not a table, a heading, a labelled figure or a lone date.
fn is_prose(first: &DocumentLine, paragraph: &Paragraph) -> bool {
    if !matches!(first.form, LineKind::Text | LineKind::Item { .. }) {
        return false;
    }
    let Some(stamp) = clock::find(&paragraph.text, 0) else {
        return false;
    };
    let labelled = section_roles::label_end(&paragraph.text).is_some_and(|end| {
        paragraph.text[end..stamp.start.max(end)].split_whitespace().count() < 3
    });
    let besides = [&paragraph.text[..stamp.start], &paragraph.text[stamp.end..]];
    let words = besides.iter().flat_map(|part| part.split_whitespace());
    !(labelled && stamp.start > 0) && words.count() > 3
}

/// Each moment once: the same time of day is the same moment, unless the days differ.
fn once(entries: Vec<Entry>) -> Vec<Entry> {
    let mut out: Vec<Entry> = Vec::new();
    let mut known: HashSet<_> = HashSet::new();
    for entry in entries {
        let day = entry.stamp.day.map(|day| (day.month, day.day));
        let clock = entry.stamp.clock.and_then(|clock| clock.time());
        if known.insert((clock, day)) && (day.is_none() || known.insert((clock, None))) {
            out.push(entry);
        }
    }
    out
}

/// One event for each time of day in a sentence; each has the words around its time.
fn of_sentence(
    lines: &[DocumentLine],
    paragraph: &Paragraph,
    sentence: Range<usize>,
    ranges: bool,
) -> Vec<Entry> {
    let text = &paragraph.text[sentence.clone()];
    if is_ahead(text) {
        return Vec::new();
    }
    let stamps: Vec<Stamp> = clock::all(text)
        .into_iter()
        .filter(|stamp| is_moment(text, stamp) && (ranges || stamp.until.is_none()))
        .collect();
    let mut from = 0;
    let mut out = Vec::new();
    for (at, stamp) in stamps.iter().enumerate() {
        let to = stamps.get(at + 1).map_or(text.len(), |next| border(text, stamp.end..next.start));
        let part = sentence.start + from..sentence.start + to;
        from = to;
        let mut stamp = stamp.clone().moved(sentence.start);
        let behind = paragraph.text[stamp.end..].trim_start();
        if leading::turns_day(&paragraph.text[part.start..stamp.start])
            || NEXT_DAY.iter().any(|words| behind.starts_with(words))
        {
            stamp.days_on = 1;
        }
        out.push(entry_of(lines, paragraph, part, stamp));
    }
    out
}

/// Words behind a clock that put it on the next day.
const NEXT_DAY: [&str; 4] =
    ["on the following day", "on the next day", "the following day", "the next day"];

/// True if a sentence is about the future or an obligation, such as a deadline: not an event.
fn is_ahead(text: &str) -> bool {
    words::words(text).any(|(word, _)| matches!(word.as_str(), "will" | "must" | "shall"))
}

/// True if a time says when something happened: "at 10:30", "10:30 UTC", "3 May 10:30", not "the
/// 10:30 job".
fn is_moment(text: &str, stamp: &Stamp) -> bool {
    let Some(clock) = stamp.clock else {
        return false;
    };
    let word = text[..stamp.start]
        .trim_end_matches(|c: char| !c.is_alphanumeric())
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let announced = leading::announces(&word) || word.is_empty();
    clock.plain && (announced || clock.has_half() || stamp.zone.is_some()) || stamp.day.is_some()
}

/// The offset between two times at which to divide a sentence: its last comma, or before the
/// second's "at".
fn border(text: &str, between: Range<usize>) -> usize {
    let part = &text[between.clone()];
    let mark = part
        .rfind([',', ';', '—', '–', ':'])
        .max(part.rfind(" - ").map(|at| at + 1))
        .and_then(|at| Some(at + part[at..].chars().next()?.len_utf8()));
    let word = || {
        [" and ", " but ", " before ", " until ", " then "]
            .iter()
            .filter_map(|word| part.rfind(word))
            .max()
    };
    let at = mark.or_else(word).unwrap_or(part.len());
    between.start + at + part[at..].len() - part[at..].trim_start().len()
}

/// The text after a time that only labels it: "10:05: …", "10:05 - …".
fn without_time(text: &str) -> &str {
    let text = text.trim();
    leading::leading(text)
        .filter(|(stamp, rest)| {
            stamp.clock.is_some()
                && text[stamp.end..*rest].contains([':', '-', '–', '—'])
                && *rest < text.len()
        })
        .map_or(text, |(_, rest)| &text[rest..])
}

fn entry_of(
    lines: &[DocumentLine],
    paragraph: &Paragraph,
    part: Range<usize>,
    stamp: Stamp,
) -> Entry {
    // "At 10:30 …" begins at its time, though the line may break after the "At".
    let before = paragraph.text[part.start..stamp.start].trim();
    let start = if before.is_empty() || leading::announces(&before.to_lowercase()) {
        stamp.start
    } else {
        part.start
    };
    let place = |range: Range<usize>| paragraph.place(lines, range);
    let last = paragraph.text[part.clone()].trim_end().len() + part.start;
    let end = place(last.saturating_sub(1).max(start)..last);
    let begins = place(start..stamp.end);
    let stamp_span = place(stamp.start..stamp.end);
    let zone = stamp.zone.as_ref().map(|zone| NamedZone {
        label: paragraph.text[zone.start..zone.end].to_string(),
        span: place(zone.start..zone.end),
        zone: zone.clone(),
    });
    Entry {
        span: Span::new(begins.start, end.end.max(stamp_span.end)),
        stamp_span,
        under: None,
        days_on: 0,
        zone,
        text: without_time(&paragraph.text[part]).to_string(),
        // The words come from a paragraph of several lines; only the entry's place is known.
        pieces: Vec::new(),
        settings: EntrySettings::default(),
        stamp,
    }
}
