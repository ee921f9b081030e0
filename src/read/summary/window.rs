//! Start and end as stated outside the timeline.

use crate::diagnostic::{Code, Diagnostic};
use crate::document::markdown::DocumentLine;
use crate::document::paragraph::Paragraph;
use crate::document::sections;
use crate::incident::{Day, Moment};
use crate::read::summary::Prose;
use crate::read::timeline::Entry;
use crate::read::timeline::calendar::{Calendar, known};
use crate::source::Span;
use crate::time::clock::{self, Stamp};
use crate::time::spelling::{Half, WrittenClock};
use crate::time::zone;
use crate::words;
use chrono::{Days, NaiveTime, TimeDelta};
use std::ops::Range;

/// A time found in prose, with its place.
#[derive(Debug, Clone)]
pub(crate) struct StatedTime {
    pub(crate) stamp: Stamp,
    pub(crate) span: Span,
}

/// Start and end as stated outside the timeline, before days and halves are settled.
#[derive(Debug, Clone, Default)]
pub(crate) struct Window {
    pub(crate) start: Option<StatedTime>,
    pub(crate) end: Option<StatedTime>,
}

/// Start and end: from labelled lines, else from the sentence that says it best.
pub(crate) fn window(lines: &[DocumentLine], prose: &Prose, labelled: &[Paragraph]) -> Window {
    let mut window = by_labels(lines, &prose.summary);
    if window.start.is_none() && window.end.is_none() {
        window = by_labels(lines, labelled);
    }
    let title = lines
        .iter()
        .find(|line| line.is_heading())
        .and_then(|line| Some((line, clock::find(&line.text, 0)?)));
    let title = title.map(|(line, stamp)| StatedTime {
        span: line.place(stamp.start..stamp.end),
        stamp,
    });
    if let Some(exact) = title.clone().filter(|title| {
        title.stamp.clock.is_some() && title.stamp.day.is_some() && title.stamp.until.is_none()
    }) {
        window.start.get_or_insert(exact);
    }
    let mut window = in_prose(lines, prose, window);
    window.start = window
        .start
        .or(title.filter(|title| title.stamp.day.is_some()));
    window
}

/// What the labels leave open: the sentence that says it best, else the first time that is told.
fn in_prose(lines: &[DocumentLine], prose: &Prose, mut window: Window) -> Window {
    if window.start.is_some() && window.end.is_some() {
        return window;
    }
    let silent = window.start.is_none()
        && first_stamp(lines, &prose.summary).is_none_or(|first| first.stamp.clock.is_none());
    let told = best_range(lines, &prose.summary)
        .or_else(|| best_range(lines, &prose.others).filter(|_| silent));
    if let Some((start, end)) = told {
        return Window {
            start: window.start.or(Some(start)),
            end: window.end.or(Some(end)),
        };
    }
    if window.start.is_none() {
        window.start = first_stamp(lines, &prose.summary);
    }
    if window.end.is_none() {
        let told = single(lines, &prose.summary, END_WORDS)
            .or_else(|| single(lines, &prose.resolution, END_WORDS))
            .or_else(|| lone(lines, &prose.resolution));
        window.end = told.filter(|end| {
            window
                .start
                .as_ref()
                .is_none_or(|start| start.span != end.span)
        });
    }
    window
}

const END_WORDS: &[&str] = &[
    "end",
    "ended",
    "ends",
    "ending",
    "resolved",
    "restored",
    "recovered",
    "concluded",
    "concluding",
    "finished",
    "fixed",
    "resolution",
    "back online",
    "resumed",
    "normal",
    "running",
    "until",
];

fn has_word(text: &str, wanted: &[&str]) -> bool {
    let line = format!(
        " {} ",
        words::words(text)
            .map(|(word, _)| word)
            .collect::<Vec<_>>()
            .join(" ")
    );
    wanted
        .iter()
        .any(|word| line.contains(&format!(" {word} ")))
}

/// "Start: …", "End of outage - …", "Fault occurs 2031-05-06 07:08", "Resolved 2031-05-06 09:10".
fn by_labels(lines: &[DocumentLine], paragraphs: &[Paragraph]) -> Window {
    let (mut window, mut noticed) = (Window::default(), None);
    for paragraph in paragraphs {
        let Some(stamp) = clock::find(&paragraph.text, 0) else {
            continue;
        };
        let label = &paragraph.text[..stamp.start];
        let count = label.split_whitespace().count();
        let after = paragraph.text[stamp.end..].trim_matches(|c: char| !c.is_alphanumeric());
        if count == 0
            || count > 5
            || stamp.until.is_some()
            || (stamp.clock.is_none() && stamp.day.is_none())
            || after.split_whitespace().count() > 4
        {
            continue;
        }
        let span = paragraph.place(lines, stamp.start..stamp.end);
        let starts = has_word(
            label,
            &[
                "start",
                "started",
                "starts",
                "begin",
                "began",
                "begins",
                "beginning",
                "fault occurs",
                "fault occurred",
                "onset",
                "start time",
            ],
        );
        let ends = has_word(
            label,
            &[
                "end",
                "ended",
                "ends",
                "resolved",
                "restored",
                "recovered",
                "resolution",
            ],
        );
        if starts && !ends && window.start.is_none() {
            window.start = Some(StatedTime { stamp, span });
        } else if ends && !starts && window.end.is_none() {
            window.end = Some(StatedTime { stamp, span });
        } else if !starts && !ends && noticed.is_none() && has_word(label, &["detected"]) {
            noticed = Some(StatedTime { stamp, span });
        }
    }
    // "First detected …" beside "Resolved …" is the start that they know of.
    if window.end.is_some() {
        window.start = window.start.or(noticed);
    }
    window
}

/// The sentence that gives the outage's range, by its words.
fn best_range(
    lines: &[DocumentLine],
    paragraphs: &[Paragraph],
) -> Option<(StatedTime, StatedTime)> {
    let mut best: Option<(i32, StatedTime, StatedTime)> = None;
    for paragraph in paragraphs {
        for unit in units(paragraph) {
            let text = &paragraph.text[unit.clone()];
            let Some((start, end)) = range_in(text) else {
                continue;
            };
            let label = format!(
                "{} {}",
                &paragraph.text[..sections::label_end(&paragraph.text).unwrap_or(0)],
                text
            )
            .to_lowercase();
            let mut score = 0;
            for (word, weight) in [
                ("duration", 6),
                ("outage", 3),
                ("downtime", 3),
                ("from", 1),
                ("between", 1),
                ("incident", 1),
                ("down", 1),
                ("unavailable", 2),
                ("experienced", 1),
                ("lasted", 2),
                ("window", 2),
                ("detected", -1),
                ("alert", -1),
            ] {
                if label.contains(word) {
                    score += weight;
                }
            }
            if score < 1 && best.is_some() {
                continue;
            }
            if best.as_ref().is_none_or(|(known, ..)| score > *known) {
                // Two times that no "from … to" joins: the paragraph's first time is where it
                // begins.
                let start = if score < 2 {
                    first_of(paragraph, unit.start).unwrap_or(start)
                } else {
                    start
                };
                let at = |stamp: &Stamp| {
                    paragraph.place(lines, unit.start + stamp.start..unit.start + stamp.end)
                };
                let (start_span, end_span) = (at(&start), at(&end));
                best = Some((
                    score,
                    StatedTime {
                        stamp: start,
                        span: start_span,
                    },
                    StatedTime {
                        stamp: end,
                        span: end_span,
                    },
                ));
            }
        }
    }
    best.map(|(_, start, end)| (start, end))
}

/// The first time of a paragraph, when it stands before a place; its offsets count from there.
fn first_of(paragraph: &Paragraph, before: usize) -> Option<Stamp> {
    clock::find(&paragraph.text, 0)
        .filter(|stamp| stamp.clock.is_some() && stamp.end <= before)
        .map(|stamp| Stamp {
            until: None,
            start: 0,
            end: 0,
            ..stamp
        })
}

/// Sentences, or two together when the second begins with the end ("It started at 5. It ended at
/// 8.").
fn units(paragraph: &Paragraph) -> Vec<Range<usize>> {
    let sentences = words::sentences(&paragraph.text);
    let pairs: Vec<Range<usize>> = sentences
        .windows(2)
        .filter(|pair| {
            let (first, second) = (
                &paragraph.text[pair[0].clone()],
                &paragraph.text[pair[1].clone()],
            );
            has_word(first, &["started", "began", "start", "begin"])
                && has_word(
                    second,
                    &[
                        "ended",
                        "resolved",
                        "restored",
                        "end",
                        "lasted",
                        "recovered",
                    ],
                )
        })
        .map(|pair| pair[0].start..pair[1].end)
        .collect();
    sentences.into_iter().chain(pairs).collect()
}

/// Two times in a sentence: a range, or a first and a last one.
fn range_in(text: &str) -> Option<(Stamp, Stamp)> {
    let stamps = clock::all(text);
    if let Some((start, end)) = stamps
        .iter()
        .find_map(|stamp| Some((stamp.clone(), (**stamp.until.as_ref()?).clone())))
    {
        // "On 6 May 2031, between 7:08 and 9:10": the day may stand before.
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
        let end_day = end
            .day
            .or_else(|| if start.day.is_none() { after } else { None });
        // "From 22:40 to 01:10 on 18 April": the day is that of the start, the end lies on the
        // next.
        let time = |stamp: &Stamp| stamp.clock.and_then(|clock| clock.time());
        let end_day = end_day.filter(|_| start.day.is_some() || time(&end) >= time(&start));
        return Some((
            Stamp {
                day,
                until: None,
                ..start
            },
            Stamp {
                day: end_day,
                ..end
            },
        ));
    }
    let clocked: Vec<&Stamp> = stamps
        .iter()
        .filter(|stamp| stamp.clock.is_some())
        .collect();
    let (first, last) = match clocked.as_slice() {
        [first, .., last] => (*first, *last),
        _ => {
            let dated: Vec<&Stamp> = stamps.iter().filter(|stamp| stamp.day.is_some()).collect();
            let [first, .., last] = dated.as_slice() else {
                return None;
            };
            let between = text[first.end..last.start].trim();
            if !matches!(
                between,
                "to" | "-" | "–" | "—" | "until" | "and" | "through" | "till"
            ) {
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
    let start = Stamp {
        day: first.day.or_else(|| day_before(first)),
        ..first.clone()
    };
    let end = Stamp {
        day: last
            .day
            .or_else(|| day_before(last).filter(|_| first.day.is_none())),
        ..last.clone()
    };
    Some((start, end))
}

fn single(lines: &[DocumentLine], paragraphs: &[Paragraph], wanted: &[&str]) -> Option<StatedTime> {
    paragraphs.iter().find_map(|paragraph| {
        words::sentences(&paragraph.text)
            .into_iter()
            .find_map(|unit| {
                let text = &paragraph.text[unit.clone()];
                let stamps = clock::all(text);
                let stamp = stamps.iter().find(|stamp| stamp.clock.is_some()).cloned()?;
                let near: String = text[..stamp.start]
                    .split_whitespace()
                    .rev()
                    .take(6)
                    .collect::<Vec<_>>()
                    .into_iter()
                    .rev()
                    .collect::<Vec<_>>()
                    .join(" ");
                if !has_word(&near, wanted) {
                    return None;
                }
                let day = stamp
                    .day
                    .or_else(|| stamps.iter().find_map(|stamp| stamp.day));
                let span = paragraph.place(lines, unit.start + stamp.start..unit.start + stamp.end);
                Some(StatedTime {
                    stamp: Stamp { day, ..stamp },
                    span,
                })
            })
    })
}

/// The only time that the account of the resolution tells is when it came.
fn lone(lines: &[DocumentLine], paragraphs: &[Paragraph]) -> Option<StatedTime> {
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

/// Without any word for it, the first time that the summary tells.
fn first_stamp(lines: &[DocumentLine], paragraphs: &[Paragraph]) -> Option<StatedTime> {
    let found = |clocked: bool| {
        paragraphs.iter().find_map(|paragraph| {
            let stamps = clock::all(&paragraph.text);
            let stamp = stamps
                .iter()
                .find(|stamp| stamp.clock.is_some() == clocked && (clocked || stamp.day.is_some()))
                .cloned()?;
            let day = stamp
                .day
                .or_else(|| stamps.iter().find_map(|stamp| stamp.day));
            let span = paragraph.place(lines, stamp.start..stamp.end);
            Some(StatedTime {
                stamp: Stamp { day, ..stamp },
                span,
            })
        })
    };
    found(true).or_else(|| found(false))
}

/// Stated times as moments: days from each other or the calendar, halves from each other. A zone of
/// their own counts for nothing where the entries show the very same clocks in another.
pub(crate) fn settle(
    window: &Window,
    calendar: &Calendar,
    entries: &[Entry],
    offset: impl Fn(Option<Day>) -> Option<i32>,
    doubts: &mut Vec<Diagnostic>,
) -> (Option<Moment>, Option<Moment>) {
    let day_of = |stated: &Option<StatedTime>| {
        stated
            .as_ref()
            .and_then(|stated| stated.stamp.day)
            .and_then(|day| calendar.day(day))
    };
    let (start_day, end_day) = (day_of(&window.start), day_of(&window.end));
    let same_year = |day: Option<Day>, other: Option<Day>| match (day, other) {
        (Some(day), Some(other)) if !day.year_known && other.year_known => {
            chrono::Datelike::with_year(&day.date, chrono::Datelike::year(&other.date)).map(known)
        }
        (day, _) => day,
    };
    let start_day = same_year(start_day, end_day).or(end_day).or(calendar.first);
    let end_day = same_year(end_day, start_day);
    let clock_of =
        |stated: &Option<StatedTime>| stated.as_ref().and_then(|stated| stated.stamp.clock);
    let (from, to) = halves(
        clock_of(&window.start),
        clock_of(&window.end),
        calendar.halves,
    );
    let moment = |day: Option<Day>, clock: Option<NaiveTime>, own: Option<i32>| Moment {
        day,
        clock,
        offset: clock.and_then(|_| own.or_else(|| offset(day))),
    };
    let own = |stated: &StatedTime, day: Option<Day>| {
        stated.stamp.zone.as_ref().and_then(|found| {
            zone::offset_on(found, day.filter(|day| day.year_known).map(|day| day.date))
        })
    };
    let slip = [
        (&window.start, start_day),
        (&window.end, end_day.or(start_day)),
    ]
    .into_iter()
    .find_map(|(stated, day)| {
        let stated = stated.as_ref()?;
        let own = own(stated, day)?;
        let main = offset(day).filter(|main| *main != own)?;
        told_alike(entries, (from, to), main - own).then_some(stated)
    });
    if let Some(stated) = slip {
        let what = "the same times of day are told in one zone here and in another in the timeline";
        doubts.push(
            Diagnostic::new(Code::ZoneMixed, stated.span, what)
                .hint("they were read in the timeline's zone; write one zone in both places"),
        );
    }
    let zone_of =
        |stated: &StatedTime, day: Option<Day>| own(stated, day).filter(|_| slip.is_none());
    let start = window
        .start
        .as_ref()
        .map(|stated| moment(start_day, from, zone_of(stated, start_day)));
    let end = window.end.as_ref().map(|stated| {
        let mut day = end_day.or(start_day);
        // An end before its start, with no day of its own, lies on the next day.
        if end_day.is_none()
            && let (Some(from), Some(to), Some(first)) = (from, to, day)
            && to < from
            && (from - to).num_minutes() > 6 * 60
        {
            day = first
                .date
                .checked_add_days(Days::new(1))
                .map(|date| Day { date, ..first });
        }
        moment(day, to, zone_of(stated, day))
    });
    (start, end)
}

/// Whether the entries show the stated clocks as they stand, and none of them where the zones would
/// put it.
fn told_alike(
    entries: &[Entry],
    stated: (Option<NaiveTime>, Option<NaiveTime>),
    shift: i32,
) -> bool {
    let clocks: Vec<NaiveTime> = entries
        .iter()
        .filter_map(|entry| entry.stamp.clock?.time())
        .collect();
    let moved = |time: NaiveTime| {
        time.overflowing_add_signed(TimeDelta::minutes(i64::from(shift)))
            .0
    };
    let stated: Vec<NaiveTime> = [stated.0, stated.1].into_iter().flatten().collect();
    let edge = |time: &NaiveTime| clocks.first() == Some(time) || clocks.last() == Some(time);
    let same = match stated.as_slice() {
        [] => false,
        [only] => edge(only),
        both => both.iter().all(|time| clocks.contains(time)),
    };
    same && !stated.iter().any(|time| clocks.contains(&moved(*time)))
}

/// "7:08 to 9:10 AM", "7:08pm until 9:10": a half said once holds for both, unless time ran
/// backwards.
fn halves(
    from: Option<WrittenClock>,
    to: Option<WrittenClock>,
    twelve: bool,
) -> (Option<NaiveTime>, Option<NaiveTime>) {
    let said = |clock: WrittenClock| matches!(clock.half, Half::Am | Half::Pm);
    let open = |clock: WrittenClock| {
        clock.half == Half::Unsaid
            || (clock.half == Half::Whole && (1..=12).contains(&clock.hour) && twelve)
    };
    match (from, to) {
        (Some(first), Some(last)) if open(first) && said(last) => {
            let same = WrittenClock {
                half: last.half,
                ..first
            }
            .time();
            let literal = first.time();
            (
                if same <= last.time() || literal > last.time() {
                    same
                } else {
                    literal
                },
                last.time(),
            )
        }
        (Some(first), Some(last)) if said(first) && open(last) => {
            let same = WrittenClock {
                half: first.half,
                ..last
            }
            .time();
            let later = WrittenClock {
                half: Half::Pm,
                ..last
            }
            .time();
            let chosen = if same >= first.time() {
                same
            } else if later >= first.time() {
                later
            } else {
                last.time()
            };
            (first.time(), chosen)
        }
        _ => (
            from.and_then(|clock| clock.time()),
            to.and_then(|clock| clock.time()),
        ),
    }
}
