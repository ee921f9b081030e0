//! The extent of the report in its file: people keep the assignment above it and a funny version
//! below it.
//!
//! An assignment shows several traits close together; one alone proves nothing. The report is the
//! first stretch between assignments that has a timeline and sections of its own. If there is
//! none, the whole file is read.

use crate::diagnostic::{Code, Diagnostic};
use crate::document::assignment::{Furniture, announces, furniture};
use crate::document::line::{DocumentLine, LineKind};
use crate::document::sections::SectionRole;
use crate::document::{retelling, section_roles};
use crate::source::{Source, Span};
use crate::time::leading;
use std::collections::BTreeSet;
use std::ops::Range;

/// The part of a file that is the report, if the file contains more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Extent {
    /// Whole lines, as a byte range of the file.
    pub(crate) span: Span,
    /// The report's first line among the lines that were read.
    first: Span,
    /// True if an assignment is above it, and if one is below it.
    assigned: (bool, bool),
    /// The place where a second version of the report begins.
    retold: Option<Span>,
}

/// The maximum number of lines between two traits of the same assignment.
const GAP: usize = 8;
/// The minimum total weight of an assignment's traits.
const HEAVY: usize = 4;

/// Keeps the lines of the report, and returns their place unless they are the whole file.
pub(super) fn narrowed(
    source: &Source,
    lines: Vec<DocumentLine>,
) -> (Vec<DocumentLine>, Option<Extent>) {
    let Some((kept, extent)) = extent(source, &lines) else {
        return (lines, None);
    };
    let numbered = lines.into_iter().enumerate();
    // The author's directives count wherever they are.
    let stays = |index: usize, line: &DocumentLine| {
        kept.contains(&index)
            || line.form == LineKind::FrontMatter
            || (line.text.trim().is_empty() && !line.directives.is_empty())
    };
    let own = numbered.filter(|(index, line)| stays(*index, line));
    (own.map(|(_, line)| line).collect(), Some(extent))
}

fn extent(source: &Source, lines: &[DocumentLine]) -> Option<(Range<usize>, Extent)> {
    let stamps: Vec<bool> = lines.iter().map(is_stamped).collect();
    let found = assignments(lines, &stamps);
    let stretch = stretches(lines.len(), &found)
        .into_iter()
        .find(|stretch| is_report(lines, &stamps, stretch))
        .unwrap_or(0..lines.len());
    let assigned = (stretch.start > 0, stretch.end < lines.len());
    let start = first(lines, stretch.clone());
    let retold = retelling::begins(lines, start..stretch.end);
    let end = last(lines, start..retold.unwrap_or(stretch.end));
    if !(assigned.0 || assigned.1 || retold.is_some()) || start >= end {
        return None;
    }
    let whole_line = |byte: usize| source.line(source.line_of(byte));
    let last_byte = lines[end - 1].span.end.saturating_sub(1);
    let span = Span::new(
        if assigned.0 { whole_line(lines[start].span.start).start } else { 0 },
        if end < lines.len() { whole_line(last_byte).end } else { source.text().len() },
    );
    let extent = Extent {
        span,
        first: lines[start].span,
        assigned,
        retold: retold.map(|index| lines[index].span),
    };
    Some((if assigned.0 { start } else { 0 }..end, extent))
}

/// True if a line begins with a time of day, as timeline entries do.
pub(super) fn is_stamped(line: &DocumentLine) -> bool {
    leading::leading(&line.text).is_some_and(|(stamp, _)| stamp.clock.is_some())
}

/// The role of a section named by a line, as a heading or a label.
pub(super) fn named(line: &DocumentLine) -> Option<SectionRole> {
    match line.form {
        LineKind::Heading(_) => section_roles::role_of_heading(&line.text),
        LineKind::Text | LineKind::Item { .. } => section_roles::role_of_label(&line.text),
        _ => None,
    }
}

/// The runs of lines that form an assignment, from its first trait to its last.
fn assignments(lines: &[DocumentLine], stamps: &[bool]) -> Vec<Range<usize>> {
    let traits = lines
        .iter()
        .enumerate()
        .filter_map(|(index, line)| Some((index, furniture(line, lines.get(index + 1))?)));
    let mut runs: Vec<(Range<usize>, BTreeSet<Furniture>)> = Vec::new();
    for (index, found) in traits {
        let near =
            |run: &Range<usize>| index - run.end <= GAP && !stamps[run.end..index].contains(&true);
        match runs.last_mut().filter(|(run, _)| near(run)) {
            Some((run, kinds)) => {
                kinds.insert(found);
                // A heading that may be the report's own does not end an assignment.
                if found != Furniture::Heading {
                    run.end = index + 1;
                }
            }
            None if found == Furniture::Heading => {}
            None => runs.push((index..index + 1, BTreeSet::from([found]))),
        }
    }
    let weight = |kinds: &BTreeSet<Furniture>| {
        let of = |kind: &Furniture| if *kind == Furniture::Heading { 1 } else { 2 };
        kinds.iter().map(of).sum::<usize>()
    };
    runs.retain(|(_, kinds)| weight(kinds) >= HEAVY);
    runs.into_iter().map(|(run, _)| run.start..listed(lines, stamps, run.end)).collect()
}

/// The end of the list that an assignment ends in, or that its last line announces.
fn listed(lines: &[DocumentLine], stamps: &[bool], end: usize) -> usize {
    let last = &lines[end - 1];
    let goes_on = |index: &usize| {
        let line = &lines[*index];
        !stamps[*index] && (line.is_item() || !line.begins)
    };
    match last.is_item() || last.text.trim_end().ends_with(':') {
        true => end + (end..lines.len()).take_while(goes_on).count(),
        false => end,
    }
}

/// The stretches between the assignments.
fn stretches(count: usize, assignments: &[Range<usize>]) -> Vec<Range<usize>> {
    let starts = std::iter::once(0).chain(assignments.iter().map(|run| run.end));
    let ends = assignments.iter().map(|run| run.start).chain([count]);
    starts.zip(ends).map(|(start, end)| start..end.max(start)).collect()
}

/// True if a stretch is a report by itself: sections and a list of times, or all the sections.
fn is_report(lines: &[DocumentLine], stamps: &[bool], stretch: &Range<usize>) -> bool {
    let roles: BTreeSet<SectionRole> = lines[stretch.clone()]
        .iter()
        .filter_map(named)
        .filter(|role| *role != SectionRole::Other)
        .collect();
    let times = stamps[stretch.clone()].iter().filter(|stamped| **stamped);
    (times.count() >= 2 && roles.len() >= 2)
        || (roles.len() >= 3 && roles.contains(&SectionRole::Timeline))
}

/// The first line of a stretch that belongs to the report.
fn first(lines: &[DocumentLine], stretch: Range<usize>) -> usize {
    let is_left = |index: &usize| {
        let line = &lines[*index];
        !line.text.contains(char::is_alphanumeric)
            || announces(line)
            || furniture(line, lines.get(index + 1)).is_some()
    };
    match stretch.start {
        0 => 0,
        start => start + (start..stretch.end).take_while(is_left).count(),
    }
}

/// One past the last line of a stretch that belongs to the report.
fn last(lines: &[DocumentLine], stretch: Range<usize>) -> usize {
    if stretch.end == lines.len() {
        return stretch.end;
    }
    let is_left = |index: &usize| {
        let line = &lines[*index];
        !line.text.contains(char::is_alphanumeric)
            || announces(line)
            || matches!(
                furniture(line, lines.get(index + 1)),
                Some(Furniture::Task | Furniture::Number)
            )
    };
    stretch.end - stretch.clone().rev().take_while(is_left).count()
}

impl Extent {
    /// A note for the author: which lines are read, and what the others are.
    pub(crate) fn note(&self, source: &Source) -> Diagnostic {
        let first = source.line_of(self.span.start);
        let last = source.line_of(self.span.end);
        let all = source.line_count() - usize::from(source.text().ends_with('\n'));
        if let (Some(place), (false, false)) = (self.retold, self.assigned) {
            let line = source.line_of(place.start);
            return Diagnostic::new(
                Code::SecondTelling,
                place,
                format!("read to line {last}; from line {line} on the report is repeated"),
            )
            .hint("the first version counts; keep the second in a file of its own");
        }
        let lines = |from: usize, to: usize| match from == to {
            true => format!("line {from} is"),
            false => format!("lines {from} to {to} are"),
        };
        let (mut read, mut rest) = (String::from("read"), Vec::new());
        if self.assigned.0 {
            read += &format!(" from line {first}");
            rest.push(format!("{} the assignment", lines(1, first - 1)));
        }
        if last < all {
            read += &format!(" to line {last}");
            let what = match (self.retold, self.assigned.0) {
                (Some(_), _) => "a second version",
                (None, true) => "the rest of it",
                (None, false) => "the assignment",
            };
            rest.push(format!("{} {what}", lines(last + 1, all)));
        }
        let rest = rest.join(", ");
        Diagnostic::new(Code::PartRead, self.first, format!("{read}; {rest}"))
            .hint("keep the report in a file of its own")
    }
}
