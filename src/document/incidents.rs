//! A file that tells of several incidents, each under a heading of its own and with a timeline of
//! its own. One picture cannot show them: the first counts.

use crate::diagnostic::{Code, Diagnostic};
use crate::document::LineKind;
use crate::document::line::DocumentLine;
use crate::document::section_roles::{role_of_heading, words_of};
use crate::document::sections::{Section, SectionRole};
use crate::time::{clock, leading};
use chrono::NaiveTime;
use std::ops::Range;

/// Fewer times than this make no timeline.
const FEWEST: usize = 2;

/// One incident of several: its heading, and the times of its timeline.
struct Part {
    head: usize,
    depth: u8,
    times: Vec<NaiveTime>,
}

/// The lines of every incident after the first.
pub(super) fn further(lines: &[DocumentLine], sections: &[Section]) -> Vec<Range<usize>> {
    let mut parts = sections
        .iter()
        .filter(|section| section.role == SectionRole::Timeline)
        .filter_map(|section| part(lines, section));
    let Some(first) = parts.next() else {
        return Vec::new();
    };
    let mut found: Vec<Range<usize>> = Vec::new();
    for other in parts {
        let known = found.iter().any(|range| range.contains(&other.head));
        if known || other.head == first.head {
            continue;
        }
        // Parts of one story, or the same one again, are read as one.
        if other.depth != first.depth || retells(&first, &other) {
            return Vec::new();
        }
        found.push(other.head..end(lines, &other));
    }
    found
}

/// The incident whose timeline a section is: the heading above names it, not a part of a report.
fn part(lines: &[DocumentLine], section: &Section) -> Option<Part> {
    let own = section.head?;
    let times: Vec<NaiveTime> = lines[section.lines.clone()]
        .iter()
        .filter_map(|line| leading::leading(&line.text)?.0.clock?.time())
        .collect();
    let (head, depth) = lines[..own]
        .iter()
        .enumerate()
        .rev()
        .find_map(|(at, line)| {
            let LineKind::Heading(depth) = line.form else {
                return None;
            };
            (depth < section.level).then_some((at, depth))
        })?;
    (times.len() >= FEWEST && names_incident(&lines[head].text)).then_some(Part {
        head,
        depth,
        times,
    })
}

/// True for a heading that could name an incident: not a day, a stage or a section of a report.
fn names_incident(text: &str) -> bool {
    let words = words_of(text);
    let has = |wanted: &[&str]| words.split(' ').any(|word| wanted.contains(&word));
    let staged = has(&[
        "day",
        "days",
        "week",
        "part",
        "phase",
        "stage",
        "continued",
        "night",
    ]);
    let dated = clock::find(text, 0).is_some();
    let named = match role_of_heading(text) {
        None => true,
        Some(SectionRole::Summary) => has(&["incident", "outage", "failure"]),
        Some(_) => false,
    };
    named && !staged && !dated
}

/// True if most times of two timelines are the same.
fn retells(first: &Part, other: &Part) -> bool {
    let shared = other.times.iter().filter(|time| first.times.contains(time));
    shared.count() * 2 >= first.times.len().min(other.times.len())
}

/// The line at which an incident's part of the file ends.
fn end(lines: &[DocumentLine], part: &Part) -> usize {
    let below = lines[part.head + 1..].iter();
    let own = |line: &&DocumentLine| match line.form {
        LineKind::Heading(depth) => depth > part.depth,
        _ => true,
    };
    part.head + 1 + below.take_while(own).count()
}

/// Tells the author that only the first incident is read.
pub(super) fn note(lines: &[DocumentLine], further: &[Range<usize>]) -> Option<Diagnostic> {
    let first = further.first()?;
    let what = format!(
        "expected one incident, found {}, each with a timeline of its own; the first was read",
        further.len() + 1
    );
    Some(
        Diagnostic::new(Code::SeveralIncidents, lines[first.start].span, what)
            .hint("split the file: each incident in a report of its own has a picture of its own"),
    )
}
