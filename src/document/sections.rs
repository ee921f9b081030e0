//! The sections of a report, by the many names and the many forms that people give them.

use crate::document::line::{DocumentLine, LineKind};
use crate::document::section_roles::{label_end, role_of_heading, role_of_label, words_of};
use crate::time::{clock, leading};
use std::ops::Range;

/// What a section is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum SectionRole {
    Summary,
    Timeline,
    Cause,
    Resolution,
    Measures,
    Lessons,
    Other,
}

/// A run of lines under one name.
#[derive(Debug, Clone)]
pub(crate) struct Section {
    pub(crate) role: SectionRole,
    /// The line that names it; `None` for what stands before the first name.
    pub(crate) head: Option<usize>,
    /// The lines below the name; with a name and text on one line, that line comes first.
    pub(crate) lines: Range<usize>,
    /// Where the text begins on the first line, when the name stands on it, too.
    pub(crate) from: usize,
    pub(crate) level: u8,
}

/// The levels of names that are no headings: they are below every heading, items below lines.
const BOLD: u8 = 7;
const PLAIN: u8 = 8;
const ITEM: u8 = 10;

/// Divides a report into sections.
pub(crate) fn sections(lines: &[DocumentLine]) -> Vec<Section> {
    let mut sections = divide(lines, false);
    // Labels with their text on the same line ("**Timeline:** …") count where nothing else does.
    let has = |sections: &[Section], role| sections.iter().any(|section| section.role == role);
    if !has(&sections, SectionRole::Timeline) || !has(&sections, SectionRole::Measures) {
        let labelled = divide(lines, true);
        if [SectionRole::Timeline, SectionRole::Measures]
            .iter()
            .any(|role| has(&labelled, *role) && !has(&sections, *role))
        {
            sections = labelled;
        }
    }
    sections
}

fn divide(lines: &[DocumentLine], labels: bool) -> Vec<Section> {
    let mut out = vec![Section {
        role: SectionRole::Summary,
        head: None,
        lines: 0..0,
        from: 0,
        level: 0,
    }];
    // Whether a paragraph outside its list stands below the name of a section that a bullet began,
    // and whether the bullets beside that bullet are what it names.
    let (mut left, mut beside) = (false, false);
    for (index, line) in lines.iter().enumerate() {
        let (role, level) = out.last().map_or((SectionRole::Other, 0), |section| {
            (section.role, section.level)
        });
        left |= line.depth == 0 && line.begins && line.form == LineKind::Text;
        let bare = out
            .last()
            .is_some_and(|last| last.head == index.checked_sub(1) && last.from == 0);
        beside |= bare && line.is_item() && index > 0 && lines[index - 1].depth == line.depth;
        let next = begins(lines, index, role, level).or_else(|| {
            if labels {
                begins_with_text(line, role)
            } else {
                None
            }
        });
        if let Some(last) = out.last_mut() {
            last.lines.end = index;
        }
        // A list among such paragraphs is another list; only a name ends the section.
        let next = next.filter(|(role, ..)| {
            let goes_on = left && is_plain_item(line) || beside && *role == SectionRole::Other;
            !(goes_on && level >= ITEM && line.is_item())
        });
        if let Some((role, level, from)) = next {
            (left, beside) = (false, false);
            let start = if from > 0 { index } else { index + 1 };
            out.push(Section {
                role,
                head: Some(index),
                lines: start..start,
                from,
                level,
            });
        }
        if let Some(last) = out.last_mut() {
            last.lines.end = last.lines.end.max(index + 1).max(last.lines.start);
        }
    }
    out
}

/// Whether a section begins with this line: its role, its level, and where its text begins if it
/// has any.
fn begins(
    lines: &[DocumentLine],
    index: usize,
    current: SectionRole,
    level: u8,
) -> Option<(SectionRole, u8, usize)> {
    let line = &lines[index];
    match line.form {
        LineKind::Heading(depth) => heading(lines, index, depth, current, level),
        LineKind::Text if line.begins || line.depth == 0 || line.all_emphasised() => {
            let role = role_of_label(&line.text)?;
            // "Resolution:" among the entries of a timeline, with times below, is a part of it.
            if role == current
                || (current == SectionRole::Timeline
                    && stays(role)
                    && (is_timed(line) || stamped_soon(lines, index)))
            {
                return None;
            }
            Some((role, if line.all_emphasised() { BOLD } else { PLAIN }, 0))
        }
        LineKind::Item { ordered, .. } => {
            // Bullets below "5. Corrective measures" are under it, though both lists are of one
            // depth.
            let depth = ITEM.saturating_add(2 * line.depth.min(100) as u8 + u8::from(!ordered));
            if let Some(role) = role_of_label(&line.text)
                && role != current
            {
                // "Actions taken:" among the items of a timeline is one more of them.
                if current == SectionRole::Timeline
                    && level < ITEM
                    && stays(role)
                    && timed_beside(lines, index)
                {
                    return None;
                }
                let below = lines
                    .get(index + 1)
                    .is_some_and(|next| next.depth > line.depth);
                return (below || ordered || line.text.trim_end().ends_with(':'))
                    .then_some((role, depth, 0));
            }
            // A label of the same rank ends what a bullet began; one more entry does not.
            // Numbers below a bullet that names a section are under it, too: another list.
            let same_list = depth == level || depth / 2 != level / 2;
            let ends = level >= ITEM
                && depth <= level
                && same_list
                && current != SectionRole::Other
                && leading::leading(&line.text).is_none();
            ends.then_some((
                item_role(line).unwrap_or(SectionRole::Other),
                depth,
                label_end(&line.text).unwrap_or(0),
            ))
        }
        _ => None,
    }
}

/// An item that is no name: it does not end with a colon, and no bold label leads it.
fn is_plain_item(line: &DocumentLine) -> bool {
    line.is_item() && line.lead == 0 && label_end(&line.text).is_none()
}

fn item_role(line: &DocumentLine) -> Option<SectionRole> {
    let end = label_end(&line.text)?;
    role_of_label(&line.text[..end])
}

fn heading(
    lines: &[DocumentLine],
    index: usize,
    depth: u8,
    current: SectionRole,
    level: u8,
) -> Option<(SectionRole, u8, usize)> {
    let line = &lines[index];
    if current == SectionRole::Timeline && leading::leading(&line.text).is_some() {
        return None;
    }
    let role = role_of_heading(&line.text);
    let deeper = level > 0 && depth > level && level < BOLD;
    match role {
        Some(role)
            if current == SectionRole::Timeline
                && deeper
                && stays(role)
                && (is_timed(line) || stamped_soon(lines, index)) =>
        {
            None
        }
        Some(role) if role == current && deeper => None,
        // Under "Action items" a heading such as "Process" or "Detection" names a group.
        Some(SectionRole::Summary | SectionRole::Resolution | SectionRole::Other)
            if current == SectionRole::Measures && deeper =>
        {
            None
        }
        Some(role) => Some((role, depth, text_after_label(&line.text))),
        None if deeper && !(current == SectionRole::Measures && leaves_measures(&line.text)) => {
            None
        }
        // Before the first known name stands the title, or a heading of the author's own: still the
        // summary.
        None => Some((
            if current == SectionRole::Summary {
                SectionRole::Summary
            } else {
                SectionRole::Other
            },
            depth,
            0,
        )),
    }
}

/// A sub-heading below the measures that is about something else.
pub(crate) fn leaves_measures(name: &str) -> bool {
    words_of(name).split_whitespace().any(|word| {
        word == "investigated"
            || word == "information"
            || word == "notes"
            || word.starts_with("reference")
            || word.starts_with("appendi")
            || word == "logs"
            || word == "links"
            || word == "author"
            || word == "authors"
    })
}

/// Where text begins after "Issue Summary:" on the same line; 0 when there is none.
fn text_after_label(text: &str) -> usize {
    label_end(text)
        .filter(|end| role_of_label(&text[..*end]).is_some())
        .map_or(0, |end| {
            let after = text[end..].trim_start_matches([':', ' ', '*']);
            if after.is_empty() {
                0
            } else {
                text.len() - after.len()
            }
        })
}

/// What may name a part of a timeline: "Detection", "Actions taken", "Resolution".
fn stays(role: SectionRole) -> bool {
    matches!(
        role,
        SectionRole::Summary | SectionRole::Resolution | SectionRole::Other
    )
}

/// Whether one of the next few lines begins with a time, before anything that is no part of a
/// timeline.
fn stamped_soon(lines: &[DocumentLine], index: usize) -> bool {
    let below = lines[index + 1..].iter().take(10);
    below
        .take_while(|line| role_of_label(&line.text).is_none_or(stays))
        .any(|line| leading::leading(&line.text).is_some_and(|(stamp, _)| stamp.clock.is_some()))
}

/// Whether a line tells a time of day, as "Detection (10:30)" does.
fn is_timed(line: &DocumentLine) -> bool {
    clock::find(&line.text, 0).is_some_and(|stamp| stamp.clock.is_some())
}

/// Whether one of the next few items of the same list tells a time.
fn timed_beside(lines: &[DocumentLine], index: usize) -> bool {
    lines[index + 1..]
        .iter()
        .take(10)
        .take_while(|line| line.is_item() || !line.begins)
        .filter(|line| line.depth == lines[index].depth)
        .any(is_timed)
}

/// "**Corrective measures:** Add an alert …": a name and its text on one line.
fn begins_with_text(line: &DocumentLine, current: SectionRole) -> Option<(SectionRole, u8, usize)> {
    if !line.begins
        || line.depth > 1
        || line.is_heading()
        || !matches!(line.form, LineKind::Text | LineKind::Item { .. })
    {
        return None;
    }
    let end = label_end(&line.text)?;
    let role = role_of_label(&line.text[..end])?;
    let from = text_after_label(&line.text);
    (role != current && from > 0 && role != SectionRole::Other).then_some((role, PLAIN, from))
}
