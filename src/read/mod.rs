//! Markdown in, [`Incident`] out.
//!
//! The walk of one line of a report:
//! - [`document`](crate::document) makes it a `Line`: what a reader sees, with its place;
//! - [`sections`] puts it into a `Section`, by the many names that people use;
//! - [`timeline`] makes it an `Entry` when it begins with a [`time`](crate::time), and puts the
//!   entries on one axis: day, half of the day, midnight, zone;
//! - [`phase`] says what kind of thing happened, by its words and its place in the story;
//! - [`summary`] reads start, end, share and cause from the prose, [`actions`] what is to be done;
//! - [`classify`] says whether all this is a postmortem at all.
//!
//! Along the way an author's own word counts most ([`directive`]). Who looks for words wherever
//! they stand gets the whole text as a `Passage` after the other.

mod actions;
mod classify;
mod convert;
mod detection;
mod notation;
mod phase;
mod summary;
mod timeline;

pub use convert::{NoConversion, in_zone};
pub use detection::{By, Noticed, noticed};
pub(crate) use notation::{Clock, Written, WrittenEntry, written};
pub(crate) use timeline::loose::on_axis;

use crate::diagnostic::{Code, Diagnostic, Warned};
use crate::document::markdown::{self, Line};
use crate::document::paragraph::{self, Paragraph};
use crate::document::sections::{self, Section};
use crate::document::{Role, directive, title};
use crate::incident::{Day, Event, Incident, Nature};
use crate::source::Source;
use summary::{share, window};
use timeline::{List, calendar, days, zones};

/// Reads a report. Never fails and never panics: what cannot be read is said in the warnings.
pub fn read(source: &Source) -> Warned<Incident> {
    let mut doubts = Vec::new();
    let lines = markdown::lines(source);
    let settings = directive::settings(source, &lines, &mut doubts);
    let sections = sections::sections(&lines);
    let mut list = timeline::timeline(source, &lines, &sections);
    doubts.append(&mut list.doubts);

    let prose = summary::prose(&lines, &sections);
    let outside = outside(&lines, &sections, &list);
    let window = window::window(&lines, &prose, &outside);
    let zone = zones::choose(&lines, &sections, &list, &settings);
    let calendar = calendar::calendar(&lines, &list, &window, settings.date, zone.as_ref());
    let offset = |day: Option<Day>| zone.as_ref().and_then(|zone| zone.offset(known_date(day)));
    let (start, end) = window::settle(&window, &calendar, calendar.first, offset);

    doubts.extend(calendar::doubt_order(&list.entries, &calendar));
    let placed = days::place(
        std::mem::take(&mut list.entries),
        &calendar,
        zone.as_ref(),
        start.as_ref(),
        &mut doubts,
    );
    let verdicts = phase::verdicts(&placed, &lines);
    let first_day = placed
        .first()
        .and_then(|placed| placed.at.day)
        .or(start.and_then(|start| start.day));
    zones::doubts(zone.as_ref(), &placed, known_date(first_day), &mut doubts);

    let events = placed
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
            certain: true,
            because: verdict.because,
        });
    let share = share::share(&prose, &outside);
    let mut incident = Incident {
        nature: Nature::Postmortem,
        title: title::title(&lines, &sections),
        zone: zone.as_ref().map(|zone| zone.told(known_date(first_day))),
        start,
        end,
        minutes: None,
        stated: summary::stated::stated(&outside),
        times_disagree: false,
        affected_percent: share.as_ref().map(|share| share.percent),
        affected_whom: share.as_ref().and_then(|share| share.whom.clone()),
        impact: share::impact(&prose, share.as_ref()),
        root_cause: summary::root_cause(&lines, &sections, &prose),
        notes: list.notes,
        actions: actions::measures(&lines, first_telling(&sections, list.retold), &calendar),
        events: events.collect(),
    };
    let stated = summary::duration(&lines, &prose, &outside);
    summary::lengths(&mut incident, stated, &window, &mut doubts);
    let disagreement = summary::agreement::disagreement(&incident, &doubts);
    incident.times_disagree = disagreement.is_some();
    doubts.extend(disagreement);
    incident.nature = classify::nature(source, &lines, &sections, &incident);
    match classify::message(incident.nature, lines.first().map(|line| line.span)) {
        Some(message) => doubts = vec![message],
        None => missing(&incident, &sections, &lines, first_day, &mut doubts),
    }
    doubts.sort_by_key(|doubt| (doubt.span.map(|span| span.start), doubt.code));
    Warned {
        value: incident,
        warnings: doubts,
    }
}

fn known_date(day: Option<Day>) -> Option<chrono::NaiveDate> {
    day.filter(|day| day.year_known).map(|day| day.date)
}

/// The sections before the timeline that tells all a second time, when they hold measures of their
/// own.
fn first_telling(sections: &[Section], retold: Option<usize>) -> &[Section] {
    let end = sections
        .iter()
        .position(|section| retold.is_some() && section.head == retold)
        .unwrap_or(sections.len());
    let told = sections[..end]
        .iter()
        .any(|section| section.role == Role::Measures);
    if told { &sections[..end] } else { sections }
}

/// Labelled lines in lists that are not the timeline, such as "Key events" beside a full story.
fn outside(lines: &[Line], sections: &[Section], list: &List) -> Vec<Paragraph> {
    let mut timed: Vec<usize> = list.entries.iter().map(|entry| entry.span.start).collect();
    timed.sort_unstable();
    let mut out = Vec::new();
    let mut own = Vec::new();
    for section in sections
        .iter()
        .filter(|section| section.role != Role::Measures)
    {
        for paragraph in paragraph::of(lines, section) {
            if timed
                .binary_search(&lines[paragraph.first()].span.start)
                .is_ok()
            {
                own.push(paragraph)
            } else {
                out.push(paragraph)
            }
        }
    }
    // "Fault occurs …" and "Resolved …" tell start and end even where they are the timeline itself.
    out.extend(own);
    out
}

/// What a reader would look for and not find.
fn missing(
    incident: &Incident,
    sections: &[Section],
    lines: &[Line],
    first: Option<Day>,
    doubts: &mut Vec<Diagnostic>,
) {
    let head = sections
        .iter()
        .find(|section| section.role == Role::Timeline)
        .and_then(|section| section.head);
    if incident.events.is_empty() {
        doubts.push(match head {
            Some(head) => Diagnostic::new(
                Code::NoTimes,
                lines[head].span,
                "expected times in this timeline, found none",
            )
            .hint("begin each entry with its time: \"- 09:30 - The alert fired\""),
            None => Diagnostic::about_all(
                Code::NoTimeline,
                "expected a timeline, found no section of that kind and no list of times",
            )
            .hint("put the events under \"## Timeline\", one a line, each beginning with its time"),
        });
        return;
    }
    match first {
        None if incident.events.iter().all(|event| event.at.day.is_none()) => {
            doubts.push(
                Diagnostic::about_all(
                    Code::DateUnknown,
                    "expected a date, found none in the whole report",
                )
                .hint("write it in the summary, or add <!-- postmirth: date=2024-05-31 -->"),
            );
        }
        Some(day) if !day.year_known => {
            let what = format!(
                "expected a year beside {}, found none in the whole report",
                day.date.format("%-d %B")
            );
            doubts.push(
                Diagnostic::about_all(Code::YearUnknown, what)
                    .hint("write the year, or add <!-- postmirth: date=2024-05-31 -->"),
            );
        }
        _ => {}
    }
}
