//! Markdown in, [`Incident`] out.
//!
//! The walk of one line of a report:
//! - [`markdown`] makes it a `Line`: what a reader sees, with its place;
//! - [`outline`] puts it into a `Section`, by the many names that people use;
//! - [`timeline`] makes it an `Entry`, when it begins with a time ([`clock`], [`date`], [`zone`]) or
//!   is a [`row`] of a table;
//! - [`axis`] puts the entry on the one axis of the incident: day, half of the day, midnight;
//! - [`phase`] says what kind of thing happened, by its words ([`cues`]) and its place in the story;
//! - [`summary`] reads start, end, share and cause from the prose, [`measures`] what is to be done;
//! - [`nature`] says whether all this is a postmortem at all.

mod axis;
mod clock;
mod cues;
mod date;
mod directive;
mod entries;
mod html;
mod length;
mod markdown;
mod measures;
mod mend;
mod names;
mod nature;
mod outline;
mod paragraph;
mod phase;
mod relative;
mod row;
mod scan;
mod share;
mod signs;
mod spelling;
mod summary;
mod task;
mod timeline;
mod title;
mod window;
mod words;
mod zone;
mod zones;

use crate::diagnostic::{Code, Diagnostic, Warned};
use crate::incident::{Day, Event, Incident, Moment, Nature};
use crate::source::{Source, Span};
use axis::Calendar;
use markdown::{Form, Line};
use outline::{Role, Section};
use paragraph::Paragraph;
use std::collections::HashSet;
use timeline::List;
use window::Window;

/// Reads a report. Never fails and never panics: what cannot be read is said in the warnings.
pub fn read(source: &Source) -> Warned<Incident> {
    let mut doubts = Vec::new();
    let lines = markdown::lines(source);
    let settings = directive::settings(source, &lines, &mut doubts);
    let sections = outline::sections(&lines);
    let mut list = timeline::timeline(source, &lines, &sections);
    doubts.append(&mut list.doubts);
    let prose = summary::prose(&lines, &sections);
    let labelled = outside(&lines, &sections, &list);
    let window = window::window(&lines, &prose, &labelled);
    let chosen = zones::choose(&lines, &sections, &list, &settings);
    let calendar = calendar(&lines, &list, &window, settings.date, chosen.as_ref());
    let offset = |day: Option<Day>| chosen.as_ref().and_then(|zone| zone.offset(known_date(day)));
    let (start, end) = window::settle(&window, &calendar, calendar.first, offset);
    let base = relative_base(&list, start.as_ref());
    if let Some((span, day)) = axis::guessed(&list.entries) {
        let order = if calendar.day_first { "day first" } else { "month first" };
        doubts.push(
            Diagnostic::new(
                Code::DateAmbiguous,
                span,
                format!("{:02}/{:02} can be read day first or month first; it was read {order}", day.month, day.day),
            )
            .hint("write dates as 2024-04-03"),
        );
    }
    let entries = std::mem::take(&mut list.entries);
    let placed = axis::place(entries, &calendar, chosen.as_ref(), base.as_ref(), &mut doubts);
    list.entries = placed.iter().map(|placed| placed.entry.clone()).collect();
    let verdicts = phase::verdicts(&placed, &lines);
    let first_day = placed.first().and_then(|placed| placed.at.day).or(start.and_then(|start| start.day));
    zones::doubts(chosen.as_ref(), &list, known_date(first_day), &mut doubts);
    let stated = summary::duration(&lines, &prose, &labelled);
    let mut incident = Incident {
        nature: Nature::Postmortem,
        title: title::title(&lines, &sections),
        zone: chosen.as_ref().map(|zone| zone.told(known_date(first_day))),
        start,
        end,
        minutes: None,
        affected_percent: share::percent(&prose, &labelled),
        root_cause: summary::root_cause(&lines, &sections, &prose),
        notes: list.notes,
        actions: measures::measures(&lines, &sections, &calendar),
        events: placed
            .into_iter()
            .zip(verdicts)
            .map(|(placed, verdict)| Event {
                span: placed.entry.span,
                at: placed.at,
                until: placed.until,
                minute: placed.minute,
                text: placed.entry.text.trim().to_string(),
                phase: verdict.phase,
                kind: verdict.kind,
                because: verdict.because,
            })
            .collect(),
    };
    lengths(&mut incident, stated, &window, &mut doubts);
    incident.nature = nature::nature(&lines, &sections, &incident);
    if incident.nature == Nature::Postmortem {
        missing(&incident, &sections, &lines, first_day, &mut doubts);
    } else {
        doubts = nature::message(incident.nature, lines.first().map(|line| line.span)).into_iter().collect();
    }
    doubts.sort_by_key(|doubt| (doubt.span.map(|span| span.start), doubt.code));
    Warned { value: incident, warnings: doubts }
}

fn known_date(day: Option<Day>) -> Option<chrono::NaiveDate> {
    day.filter(|day| day.year_known).map(|day| day.date)
}

/// Labelled lines in lists that are not the timeline, such as "Key events" beside a full story.
fn outside(lines: &[Line], sections: &[Section], list: &List) -> Vec<Paragraph> {
    let timed: HashSet<usize> = list.entries.iter().map(|entry| entry.span.start).collect();
    let mut out = Vec::new();
    let mut own = Vec::new();
    for section in sections.iter().filter(|section| section.role != Role::Measures) {
        for paragraph in paragraph::of(lines, section) {
            if timed.contains(&lines[paragraph.first()].span.start) { own.push(paragraph) } else { out.push(paragraph) }
        }
    }
    // "Fault occurs …" and "Resolved …" tell start and end even where they are the timeline itself.
    out.extend(own);
    out
}

/// What the report tells about days, for entries that do not.
fn calendar(
    lines: &[Line],
    list: &List,
    window: &Window,
    set: Option<chrono::NaiveDate>,
    zone: Option<&zones::Chosen>,
) -> Calendar {
    let stated = [&window.start, &window.end].into_iter().flatten().map(|stated| &stated.stamp);
    let entries = list.entries.iter().map(|entry| &entry.stamp);
    let halves = stated
        .clone()
        .chain(entries.clone())
        .filter_map(|stamp| stamp.clock)
        .any(|clock| matches!(clock.half, spelling::Half::Am | spelling::Half::Pm));
    let american = zone.map_or(halves, zones::Chosen::is_american);
    let under = list.entries.iter().filter_map(|entry| entry.under);
    let written: Vec<date::WrittenDay> =
        stated.filter_map(|stamp| stamp.day).chain(entries.filter_map(|stamp| stamp.day)).chain(under).collect();
    let heads: Vec<date::WrittenDay> = lines
        .iter()
        .filter(|line| line.is_heading() || line.form == Form::FrontMatter)
        .take(40)
        .flat_map(|line| clock::all(&line.text))
        .filter_map(|stamp| stamp.day)
        .collect();
    let prose = || {
        lines
            .iter()
            .filter(|line| !matches!(line.form, Form::Code | Form::Quote))
            .take(60)
            .flat_map(|line| clock::all(&line.text))
            .filter_map(|stamp| stamp.day)
    };
    let year = set
        .map(|date| chrono::Datelike::year(&date))
        .or(list.year)
        .or_else(|| written.iter().chain(&heads).find_map(|day| day.year))
        .or_else(|| prose().find_map(|day| day.year));
    let mut calendar =
        Calendar { year, first: set.map(axis::known), day_first: axis::day_first(&written, american), over_days: false, halves };
    let day_of = |day: Option<date::WrittenDay>| day.and_then(|day| calendar.day(day));
    let start = day_of(window.start.as_ref().and_then(|stated| stated.stamp.day));
    let end = day_of(window.end.as_ref().and_then(|stated| stated.stamp.day));
    let over_days = matches!((start, end), (Some(start), Some(end)) if start.date != end.date);
    let first = calendar
        .first
        .or(start)
        .or(end)
        .or_else(|| heads.iter().find_map(|day| calendar.day(*day)))
        .or_else(|| prose().find_map(|day| calendar.day(day)));
    calendar.first = first;
    calendar.over_days = over_days;
    calendar
}

/// What `T+5` counts from: the stated start, or the first entry with a clock.
fn relative_base(list: &List, start: Option<&Moment>) -> Option<Moment> {
    let _ = list;
    start.copied()
}

/// The length: as stated, else from start to end; and whether the two agree.
fn lengths(incident: &mut Incident, stated: Option<(length::Length, Span)>, window: &Window, doubts: &mut Vec<Diagnostic>) {
    let between = match (&incident.start, &incident.end) {
        (Some(start), Some(end)) => end.minutes_since(start),
        _ => None,
    };
    if let (Some(minutes), Some(end)) = (between, &window.end)
        && minutes < 0.0
    {
        doubts.push(
            Diagnostic::new(Code::EndBeforeStart, end.span, "expected an end after the start, found one before it")
                .hint("check the dates, and AM and PM"),
        );
    } else if let (Some(minutes), Some((length, span))) = (between, &stated) {
        // A rough length may be off by a quarter, an exact one by a minute or by its rounding.
        let allowed = if length.rough { length.minutes * 0.25 } else { (length.minutes * 0.02).max(1.0) };
        if (minutes - length.minutes).abs() > allowed {
            let what =
                format!("the stated length is {}, but from start to end it is {}", spoken(length.minutes), spoken(minutes));
            doubts.push(Diagnostic::new(Code::DurationMismatch, *span, what).hint("correct the length or the times"));
        }
    }
    incident.minutes = stated
        .map(|(length, _)| length.minutes)
        .or(between.filter(|minutes| *minutes >= 0.0))
        .map(|minutes| (minutes * 100.0).round() / 100.0);
}

/// `1 h 14 min` for 74.
pub(crate) fn spoken(minutes: f64) -> String {
    let total = minutes.round() as i64;
    let (days, hours, left) = (total / 1440, total % 1440 / 60, total % 60);
    let parts: Vec<String> = [(days, "d"), (hours, "h"), (left, "min")]
        .iter()
        .filter(|(value, _)| *value > 0)
        .map(|(value, unit)| format!("{value} {unit}"))
        .collect();
    match parts.is_empty() {
        true if minutes > 0.0 => format!("{} s", (minutes * 60.0).round()),
        true => "0 min".into(),
        false => parts.join(" "),
    }
}

/// What a reader would look for and not find.
fn missing(incident: &Incident, sections: &[Section], lines: &[Line], first: Option<Day>, doubts: &mut Vec<Diagnostic>) {
    let head = sections.iter().find(|section| section.role == Role::Timeline).and_then(|section| section.head);
    if incident.events.is_empty() {
        doubts.push(match head {
            Some(head) => Diagnostic::new(Code::NoTimes, lines[head].span, "expected times in this timeline, found none")
                .hint("begin each entry with its time: \"- 09:30 - The alert fired\""),
            None => {
                Diagnostic::about_all(Code::NoTimeline, "expected a timeline, found no section of that kind and no list of times")
                    .hint("put the events under \"## Timeline\", one a line, each beginning with its time")
            }
        });
        return;
    }
    match first {
        None if incident.events.iter().all(|event| event.at.day.is_none()) => {
            doubts.push(
                Diagnostic::about_all(Code::DateUnknown, "expected a date, found none in the whole report")
                    .hint("write it in the summary, or add <!-- postmirth: date=2024-05-31 -->"),
            );
        }
        Some(day) if !day.year_known => {
            let what = format!("expected a year beside {}, found none in the whole report", day.date.format("%-d %B"));
            doubts.push(
                Diagnostic::about_all(Code::YearUnknown, what).hint("write the year, or add <!-- postmirth: date=2024-05-31 -->"),
            );
        }
        _ => {}
    }
}
