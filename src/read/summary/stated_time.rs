//! The times stated in sentences outside the timeline: ranges, single times, the first of all.

use super::window::{END_WORDS, StatedTime, has_word};
use crate::document::line::DocumentLine;
use crate::document::paragraph::Paragraph;
use crate::read::summary::failing::failures;
use crate::read::timeline::calendar::is_due;
use crate::time::clock::{self, Stamp};
use crate::words::{self, holds_any};
use std::ops::Range;

/// The first time of a paragraph, if it comes before an offset; its own offsets count from there.
pub(super) fn first_of(paragraph: &Paragraph, before: usize) -> Option<Stamp> {
    clock::find(&paragraph.text, 0)
        .filter(|stamp| stamp.clock.is_some() && stamp.end <= before)
        .map(|stamp| Stamp { until: None, start: 0, end: 0, ..stamp })
}
/// Sentences, or two joined if the second begins with the end ("It started at 5. It ended at 8.").
pub(super) fn units(paragraph: &Paragraph) -> Vec<Range<usize>> {
    let sentences = words::sentences(&paragraph.text);
    let pairs: Vec<Range<usize>> = sentences
        .windows(2)
        .filter(|pair| {
            let (first, second) =
                (&paragraph.text[pair[0].clone()], &paragraph.text[pair[1].clone()]);
            has_word(first, &["started", "began", "start", "begin"])
                && has_word(
                    second,
                    &["ended", "resolved", "restored", "end", "lasted", "recovered"],
                )
        })
        .map(|pair| pair[0].start..pair[1].end)
        .collect();
    sentences.into_iter().chain(pairs).collect()
}
/// Two times in a sentence: a range, or a first and a last one.
pub(super) fn range_in(text: &str) -> Option<(Stamp, Stamp)> {
    let stamps = clock::all(text);
    let range = stamps
        .iter()
        .filter(|stamp| !is_moment(text, stamp))
        .find_map(|stamp| Some((stamp.clone(), (**stamp.until.as_ref()?).clone())));
    if let Some((start, end)) = range {
        // "On 6 May 2031, between 7:08 and 9:10": the day may come first.
        let before = stamps
            .iter()
            .take_while(|stamp| stamp.start < start.start)
            .filter_map(|stamp| stamp.day)
            .last();
        let after = stamps
            .iter()
            .find(|stamp| stamp.start >= end.end && stamp.clock.is_none())
            .and_then(|stamp| stamp.day);
        let day = start.day.or(before).or(end.day).or(after);
        let end_day = end.day.or_else(|| if start.day.is_none() { after } else { None });
        // "From 22:40 to 01:10 on 18 April": the day belongs to the start; the end is on the next
        // day.
        let time = |stamp: &Stamp| stamp.clock.and_then(|clock| clock.time());
        let end_day = end_day.filter(|_| start.day.is_some() || time(&end) >= time(&start));
        return Some((Stamp { day, until: None, ..start }, Stamp { day: end_day, ..end }));
    }
    let clocked: Vec<&Stamp> = stamps.iter().filter(|stamp| stamp.clock.is_some()).collect();
    let (first, last) = match clocked.as_slice() {
        [first, .., last] if leads_to_end(text, first, last) => (*first, *last),
        [_, .., _] => return None,
        _ => {
            let dated: Vec<&Stamp> = stamps.iter().filter(|stamp| stamp.day.is_some()).collect();
            let [first, .., last] = dated.as_slice() else {
                return None;
            };
            let between = text[first.end..last.start].trim();
            if !matches!(between, "to" | "-" | "–" | "—" | "until" | "and" | "through" | "till")
            {
                return None;
            }
            (*first, *last)
        }
    };
    let day_before = |stamp: &Stamp| {
        stamps
            .iter()
            .filter(|other| other.clock.is_none() && other.start < stamp.start)
            .filter_map(|other| other.day)
            .next_back()
    };
    let start = Stamp { day: first.day.or_else(|| day_before(first)), ..first.clone() };
    let end = Stamp {
        day: last.day.or_else(|| day_before(last).filter(|_| first.day.is_none())),
        ..last.clone()
    };
    Some((start, end))
}
/// True if the words between two times lead from a start to an end: not "it rose at 13:35 and was
/// critical at 13:55".
fn leads_to_end(text: &str, first: &Stamp, last: &Stamp) -> bool {
    const TO: &[&str] = &[
        "to", "till", "through", "back", "up", "lasted", "lasting", "healthy", "again", "over",
        "operational", "online", "available", "working",
    ];
    let joins = |c: char| matches!(c, '-' | '–' | '—' | '→');
    // "Two more attempts at 5:11 and 8:25" are two moments.
    let opened = has_word(&near(text, first), &["between", "from"]);
    let between = text[first.end..last.start].trim();
    let dashed = holds_any(between, &[" - ", " – ", " — "]);
    between == "and" && opened
        || dashed
        || between.starts_with(joins)
        || between.ends_with(joins)
        || has_word(between, TO)
        || has_word(between, END_WORDS)
}
/// True if a range is one moment, told vaguely, "it fired at about 18:10–18:11", or two: "attempts
/// at 5:11 and 8:25".
fn is_moment(text: &str, range: &Stamp) -> bool {
    let told = &text[range.start..range.end];
    let before = text[..range.start].trim_end_matches(|c: char| !c.is_alphanumeric());
    let mut words = before.rsplit(char::is_whitespace);
    let vague = |word: &&str| matches!(*word, "about" | "approximately" | "around" | "roughly");
    let near = format!("{} {told}", near(text, range));
    let two = told.contains(" and ") && !has_word(&near, &["between", "from"]);
    two || told.contains(['–', '—', '-'])
        && words.find(|word| !vague(word)).is_some_and(|word| word == "at")
}
/// The last words before a time.
pub(super) fn near(text: &str, stamp: &Stamp) -> String {
    let words: Vec<&str> = text[..stamp.start].split_whitespace().collect();
    words[words.len().saturating_sub(6)..].join(" ")
}

pub(super) fn single(
    lines: &[DocumentLine],
    paragraphs: &[Paragraph],
    wanted: &[&str],
) -> Option<StatedTime> {
    paragraphs.iter().find_map(|paragraph| {
        words::sentences(&paragraph.text).into_iter().find_map(|unit| {
            let text = &paragraph.text[unit.clone()];
            let stamps = clock::all(text);
            let stamp = stamps.iter().find(|stamp| stamp.clock.is_some()).cloned()?;
            if !has_word(&near(text, &stamp), wanted) {
                return None;
            }
            let day = stamp.day.or_else(|| stamps.iter().find_map(|stamp| stamp.day));
            let span = paragraph.place(lines, unit.start + stamp.start..unit.start + stamp.end);
            Some(StatedTime { stamp: Stamp { day, ..stamp }, span })
        })
    })
}
/// The only time in the account of the resolution, taken as the end.
pub(super) fn lone(lines: &[DocumentLine], paragraphs: &[Paragraph]) -> Option<StatedTime> {
    let mut found = paragraphs.iter().flat_map(|paragraph| {
        clock::all(&paragraph.text)
            .into_iter()
            .filter(|stamp| stamp.clock.is_some())
            .map(move |stamp| (paragraph, stamp))
    });
    let (paragraph, stamp) = found.next()?;
    let span = paragraph.place(lines, stamp.start..stamp.end);
    (found.next().is_none() && stamp.until.is_none()).then_some(StatedTime { stamp, span })
}
/// Words by which it was over.
const OVER: &[&str] = &["fixed", "recovered", "resolved", "restored"];

/// The bearing of the first time of a summary.
pub(super) struct FirstTime {
    /// True if it is only the moment at which somebody noticed.
    pub(super) noticed: bool,
    /// True if in its sentence nothing fails or begins.
    pub(super) loose: bool,
}

/// The first time in the summary, even without a word such as "began", but not one by which it
/// was over.
pub(super) fn first_stamp(
    lines: &[DocumentLine],
    paragraphs: &[Paragraph],
) -> Option<(StatedTime, FirstTime)> {
    let found = |clocked: bool| {
        let mut own = paragraphs.iter().filter(|own| !is_due(&own.text));
        own.find_map(|paragraph| {
            let stamps = clock::all(&paragraph.text);
            let fits = |stamp: &&Stamp| {
                let known = stamp.clock.is_some() == clocked && (clocked || stamp.day.is_some());
                let sentence = around(&paragraph.text, stamp);
                known
                    && !recurs(sentence)
                    && !is_plan(&near(&paragraph.text, stamp))
                    && !is_general(sentence)
                    && !is_bound(&paragraph.text, stamp)
            };
            let stamp = stamps.iter().find(fits).cloned()?;
            let day = stamp.day.or_else(|| stamps.iter().find_map(|stamp| stamp.day));
            let span = paragraph.place(lines, stamp.start..stamp.end);
            let noticed = clocked && is_notice(&paragraph.text, &stamp);
            let sentence = around(&paragraph.text, &stamp);
            let over = has_word(&near(&paragraph.text, &stamp), OVER);
            let loose = over || !has_word(sentence, BEGINS) && failures(sentence) == 0;
            let time = StatedTime { stamp: Stamp { day, ..stamp }, span };
            Some((time, FirstTime { noticed, loose }))
        })
    };
    found(true).or_else(|| found(false))
}

/// Words for somebody who notices, and words for the thing that begins. Of what "was reported" at
/// a time, authors say no other start.
const NOTICES: &[&str] = &[
    "report", "reports", "notified", "noticed", "notices", "alerted", "paged", "detected", "aware",
];
const BEGINS: &[&str] = &[
    "began", "begin", "beginning", "start", "started", "starting", "went", "stopped", "crashed",
    "occurred", "happened", "experienced", "suffered",
];

/// True for hours that come round again, such as those of maintenance: "Mondays, 6 to 8 AM".
pub(super) fn recurs(text: &str) -> bool {
    const DAYS: &[&str] = &[
        "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays",
        "weekdays", "every day", "every night", "support hours", "working hours", "business hours",
    ];
    has_word(text, DAYS)
}

/// True if the words before a time only plan for it: "The upgrade was scheduled for 01:49".
pub(super) fn is_plan(before: &str) -> bool {
    has_word(before, &["scheduled for", "planned for"])
}

/// True for what holds at any time, or will: "Support is over at about 17:00".
fn is_general(text: &str) -> bool {
    let past = |word: &str| {
        word.ends_with("ed") || matches!(word, "was" | "were" | "had" | "went" | "began" | "got")
    };
    has_word(text, &["is", "are"])
        && !has_word(text, &["down", "offline", "since", "unavailable", "unreachable"])
        && !words::words(text).any(|(word, _)| past(&word))
}

/// True for a time that only says how old something is: "all tokens issued before 12:30 UTC".
fn is_bound(text: &str, stamp: &Stamp) -> bool {
    let before = text[..stamp.start].trim_end().to_lowercase();
    ["before", "prior to", "older than"].iter().any(|word| before.ends_with(word))
}

/// True if the sentence around a time tells only that somebody noticed then.
fn is_notice(text: &str, stamp: &Stamp) -> bool {
    let sentence = around(text, stamp);
    has_word(sentence, NOTICES) && !has_word(sentence, BEGINS)
}

/// The sentence around a time.
fn around<'a>(text: &'a str, stamp: &Stamp) -> &'a str {
    let units = words::sentences(text);
    let unit = units.into_iter().find(|unit| unit.contains(&stamp.start));
    unit.map_or(text, |unit| &text[unit])
}
