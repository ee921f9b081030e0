//! Finds the start of a second report on the same incident: a plain one and a funny one in one
//! file.

use crate::document::assignment::{Furniture, announces, furniture};
use crate::document::extent::{is_stamped, named};
use crate::document::line::{DocumentLine, LineKind};
use crate::document::sections::SectionRole;
use crate::time::leading;
use std::collections::BTreeSet;
use std::ops::Range;

/// The maximum number of lines between the title of the second report and its first section.
const INTRODUCTION: usize = 6;

/// The line on which the second report begins. The first must be complete, and the second must not
/// have a section that the first lacks.
pub(super) fn begins(lines: &[DocumentLine], stretch: Range<usize>) -> Option<usize> {
    let names: Vec<(usize, SectionRole)> = stretch
        .clone()
        .filter_map(|index| Some((index, named(&lines[index])?)))
        .filter(|(_, role)| !matches!(role, SectionRole::Other | SectionRole::Lessons))
        .collect();
    let timed = names.iter().find(|(_, role)| *role == SectionRole::Timeline)?.0;
    let ended = names
        .iter()
        .find(|(index, role)| {
            *index > timed && matches!(role, SectionRole::Cause | SectionRole::Measures)
        })?
        .0;
    let roles = |range: Range<usize>| -> BTreeSet<SectionRole> {
        let own = names.iter().filter(|(index, _)| range.contains(index));
        own.map(|(_, role)| *role).collect()
    };
    let repeats = |at: usize| {
        let (first, again) = (roles(stretch.start..at), roles(at..stretch.end));
        let opens = again.contains(&SectionRole::Summary) && again.contains(&SectionRole::Timeline);
        let same = match tells_again(lines, stretch.start..at, at..stretch.end) {
            Some(same) => same && (opens || again.len() >= 2),
            None => opens && again.len() >= 3,
        };
        same && again.is_subset(&first)
    };
    let named = names
        .iter()
        .filter(|(index, role)| {
            *index > ended && matches!(role, SectionRole::Summary | SectionRole::Timeline)
        })
        .map(|(index, _)| title_above(lines, stretch.start, *index))
        .filter(|at| *at > ended);
    named.clone().find(|at| repeats(*at)).or_else(|| {
        let titled = other_title(lines, stretch.clone(), ended)?;
        let again = roles(titled..stretch.end);
        let same = tells_again(lines, stretch.start..titled, titled..stretch.end)
            .unwrap_or_else(|| !again.is_empty() && is_postmortem(&lines[titled..stretch.end]));
        (same && again.is_subset(&roles(stretch.start..titled))).then_some(titled)
    })
}

/// True if the times of a part are mostly those of an earlier one; `None` if either has no times.
fn tells_again(lines: &[DocumentLine], first: Range<usize>, again: Range<usize>) -> Option<bool> {
    let times = |range: Range<usize>| -> Vec<_> {
        lines[range]
            .iter()
            .filter_map(|line| leading::leading(&line.text)?.0.clock?.time())
            .collect()
    };
    let (first, again) = (times(first), times(again));
    if first.is_empty() || again.is_empty() {
        return None;
    }
    let shared = again.iter().filter(|time| first.contains(time)).count();
    Some(shared * 2 >= again.len().min(first.len()))
}

/// The title above a section, or another line that announces a report.
fn title_above(lines: &[DocumentLine], least: usize, section: usize) -> usize {
    let above = (least..section).rev();
    let told = above
        .clone()
        .take_while(|index| {
            let line = &lines[*index];
            line.form == LineKind::Text
                && !is_title(lines, *index)
                && named(line).is_none()
                && !is_stamped(line)
        })
        .count();
    let titles = above.skip(told).take_while(|index| is_title(lines, *index)).count();
    match titles {
        0 => section,
        _ if told > INTRODUCTION => section,
        titles => section - told - titles,
    }
}

fn is_title(lines: &[DocumentLine], index: usize) -> bool {
    let line = &lines[index];
    let task = || furniture(line, lines.get(index + 1)) == Some(Furniture::Task);
    (named(line).is_none() && (line.is_heading() || line.all_emphasised()))
        || announces(line)
        || task()
}

/// A heading of the title's level that does not name a section, below a complete report.
fn other_title(lines: &[DocumentLine], stretch: Range<usize>, ended: usize) -> Option<usize> {
    let level = |index: usize| match lines[index].form {
        LineKind::Heading(level) => Some(level),
        _ => None,
    };
    let first = stretch.clone().find(|index| level(*index).is_some())?;
    let rank = level(first).filter(|_| named(&lines[first]).is_none())?;
    (ended + 1..stretch.end).find(|index| {
        level(*index).is_some_and(|level| level <= rank) && named(&lines[*index]).is_none()
    })
}

/// True if the headings at the start of a part call it a postmortem.
fn is_postmortem(part: &[DocumentLine]) -> bool {
    part.iter().take_while(|line| line.is_heading()).any(|line| {
        let said = line.text.to_lowercase().replace(['-', ' '], "");
        said.contains("postmortem") || said.contains("incidentreport")
    })
}
