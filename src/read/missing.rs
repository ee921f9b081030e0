//! Warns about things a report lacks: a timeline, its times, a date, a year.

use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Document, SectionRole};
use crate::incident::{Day, Incident};

/// Warnings about things that a reader would look for and not find.
pub(super) fn missing(
    incident: &Incident,
    document: &Document,
    first: Option<Day>,
    doubts: &mut Vec<Diagnostic>,
) {
    let head = document
        .sections
        .iter()
        .find(|section| section.role == SectionRole::Timeline)
        .and_then(|section| section.head);
    if incident.events.is_empty() {
        doubts.push(match head {
            Some(head) => Diagnostic::new(
                Code::NoTimes,
                document.lines[head].span,
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
