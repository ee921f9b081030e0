//! Warns about things a report lacks: a timeline, its times, a date, a year.

use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Document, SectionRole};
use crate::incident::{Day, Incident};
use crate::time::clock;

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
                match times_below(document, head) {
                    0 => "expected times in this timeline, found none".into(),
                    1 => "expected entries that begin with their times, found one time in the \
                        sentences of this timeline"
                        .into(),
                    times => format!(
                        "expected entries that begin with their times, found {times} times in the \
                            sentences of this timeline"
                    ),
                },
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
    doubts.extend(untimed(incident, document));
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

/// The entries without a time, which no picture shows; one alone is a remark.
fn untimed(incident: &Incident, document: &Document) -> Option<Diagnostic> {
    let (first, source) = (incident.notes.first()?, document.source());
    let lines: Vec<String> =
        incident.notes.iter().map(|note| source.line_of(note.span.start).to_string()).collect();
    let what = format!(
        "expected a time at each entry, found {} entries without one, on lines {}",
        lines.len(),
        lines.join(", "),
    );
    let told = Diagnostic::new(Code::UntimedEntries, first.span, what)
        .hint("no picture shows them; begin each with its time");
    (lines.len() > 1).then_some(told)
}

/// The number of times in the sentences of a timeline and of the parts that follow it.
fn times_below(document: &Document, head: usize) -> usize {
    let ends = [SectionRole::Cause, SectionRole::Measures, SectionRole::Lessons];
    let sections = document
        .sections
        .iter()
        .skip_while(|section| section.head != Some(head))
        .take_while(|section| !ends.contains(&section.role));
    sections
        .flat_map(|section| &document.lines[section.lines.clone()])
        .flat_map(|line| clock::all(&line.text))
        .filter(|stamp| stamp.clock.is_some())
        .count()
}
