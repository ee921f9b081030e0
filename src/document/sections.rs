//! The sections of a report, recognised by their many names and forms.

use crate::document::line::{DocumentLine, LineKind};
use crate::document::paragraph::goes_on;
use crate::document::section_roles::{label_end, role_of_heading, role_of_label, words_of};
use crate::time::{clock, leading};
use std::ops::Range;

/// The role of a section.
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

/// A run of lines under one heading.
#[derive(Debug, Clone)]
pub(crate) struct Section {
    pub(crate) role: SectionRole,
    /// The line that names it; `None` for the lines before the first name.
    pub(crate) head: Option<usize>,
    /// The lines below the name; if the name's line also has text, that line comes first.
    pub(crate) lines: Range<usize>,
    /// The start of the text on the first line, after a name on the same line.
    pub(crate) from: usize,
    pub(crate) level: u8,
}

/// The levels of names that are not headings: below every heading, and items below lines.
const BOLD: u8 = 7;
const PLAIN: u8 = 8;
const ITEM: u8 = 10;

/// Divides a report into sections.
pub(crate) fn sections(lines: &[DocumentLine]) -> Vec<Section> {
    let mut sections = divide(lines, false);
    // Labels with their text on the same line ("**Timeline:** …") count only if there is nothing
    // else.
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
    let mut out =
        vec![Section { role: SectionRole::Summary, head: None, lines: 0..0, from: 0, level: 0 }];
    // True if a paragraph outside its list is below a section's name that is a bullet; and true if
    // the bullets beside that bullet are its contents.
    let (mut left, mut beside) = (false, false);
    for (index, line) in lines.iter().enumerate() {
        let (role, level) =
            out.last().map_or((SectionRole::Other, 0), |section| (section.role, section.level));
        left |= line.depth == 0 && line.begins && line.form == LineKind::Text;
        let bare =
            out.last().is_some_and(|last| last.head == index.checked_sub(1) && last.from == 0);
        beside |= bare && line.is_item() && index > 0 && lines[index - 1].depth == line.depth;
        let next = begins(lines, index, role, level)
            .or_else(|| if labels { begins_with_text(line, role) } else { None });
        if let Some(last) = out.last_mut() {
            last.lines.end = index;
        }
        // A list among such paragraphs is a different list; only a name ends the section.
        let next = next.filter(|(role, ..)| {
            let goes_on = left && is_plain_item(line) || beside && *role == SectionRole::Other;
            !(goes_on && level >= ITEM && line.is_item())
        });
        if let Some((role, level, from)) = next {
            (left, beside) = (false, false);
            let start = if from > 0 { index } else { index + 1 };
            out.push(Section { role, head: Some(index), lines: start..start, from, level });
        }
        if let Some(last) = out.last_mut() {
            last.lines.end = last.lines.end.max(index + 1).max(last.lines.start);
        }
    }
    out
}

/// The section that begins on this line, if any: its role, its level, and the start of its text on
/// the line.
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
            // "… each of these should become one of our\naction items." is wrapped.
            let above = index.checked_sub(1).map(|above| &lines[above].text);
            let wrapped = !line.begins && line.text.trim_end().ends_with('.');
            if wrapped && above.is_some_and(|above| goes_on(above, &line.text)) {
                return None;
            }
            // "Resolution:" among timeline entries, with times below, is part of the timeline.
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
            // Bullets below "5. Corrective measures" belong to it, though both lists have the same
            // depth.
            let depth = ITEM.saturating_add(2 * line.depth.min(100) as u8 + u8::from(!ordered));
            if let Some(role) = role_of_label(&line.text)
                && role != current
            {
                // "Actions taken:" among timeline items is one of the entries.
                if current == SectionRole::Timeline
                    && level < ITEM
                    && stays(role)
                    && (begins_with_clock(line)
                        || timed_beside(lines, index)
                        || timed_above(lines, index))
                {
                    return None;
                }
                let below = lines.get(index + 1).is_some_and(|next| next.depth > line.depth);
                return (below || ordered || line.text.trim_end().ends_with(':'))
                    .then_some((role, depth, 0));
            }
            // A label of the same level ends a section that a bullet began; another entry does
            // not. Numbers below a bullet that names a section belong to it as well: they are
            // another list.
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

/// True for an item that is not a name: it does not end with a colon, and has no bold label.
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
    // "# A rule preventing all logins" is the report's title.
    let is_title = || {
        let before = lines[..index].iter().any(DocumentLine::is_heading);
        depth == 1 && !before && role_of_label(&line.text).is_none()
    };
    let role = role_of_heading(&line.text);
    let role = role.filter(|role| *role != SectionRole::Measures || !is_title());
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
        // Under "Action items", a heading such as "Process" or "Detection" names a group.
        Some(SectionRole::Summary | SectionRole::Resolution | SectionRole::Other)
            if current == SectionRole::Measures && deeper =>
        {
            None
        }
        Some(role) => Some((role, depth, text_after_label(&line.text))),
        None if deeper && !(current == SectionRole::Measures && leaves_measures(&line.text)) => {
            None
        }
        // Before the first known name there is the title, or a custom heading: still the summary.
        None => Some((
            if current == SectionRole::Summary { SectionRole::Summary } else { SectionRole::Other },
            depth,
            0,
        )),
    }
}

/// True for a sub-heading below the action items that is about something else.
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

/// The start of the text after "Issue Summary:" on the same line; 0 if there is none.
fn text_after_label(text: &str) -> usize {
    label_end(text).filter(|end| role_of_label(&text[..*end]).is_some()).map_or(0, |end| {
        let after = text[end..].trim_start_matches([':', ' ', '*']);
        if after.is_empty() { 0 } else { text.len() - after.len() }
    })
}

/// True for roles that may name a part of a timeline: "Detection", "Actions taken", "Resolution".
fn stays(role: SectionRole) -> bool {
    matches!(role, SectionRole::Summary | SectionRole::Resolution | SectionRole::Other)
}

/// True if one of the next few lines begins with a time, before anything that is not part of a
/// timeline.
fn stamped_soon(lines: &[DocumentLine], index: usize) -> bool {
    let below = lines[index + 1..].iter().take(10);
    below.take_while(|line| role_of_label(&line.text).is_none_or(stays)).any(begins_with_clock)
}

fn begins_with_clock(line: &DocumentLine) -> bool {
    leading::leading(&line.text).is_some_and(|(stamp, _)| stamp.clock.is_some())
}

/// True if a line contains a time of day, as "Detection (10:30)" does.
fn is_timed(line: &DocumentLine) -> bool {
    clock::find(&line.text, 0).is_some_and(|stamp| stamp.clock.is_some())
}

/// True if one of the next few items of the same list, or of a list below one of them, has a time.
fn timed_beside(lines: &[DocumentLine], index: usize) -> bool {
    lines[index + 1..]
        .iter()
        .take(10)
        .take_while(|line| line.is_item() || !line.begins)
        .filter(|line| line.depth >= lines[index].depth)
        .any(is_timed)
}

/// True if an item above it, of the same list or of a list below one of them, has a time.
fn timed_above(lines: &[DocumentLine], index: usize) -> bool {
    lines[..index]
        .iter()
        .rev()
        .take_while(|line| line.is_item() || !line.begins)
        .filter(|line| line.depth >= lines[index].depth)
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
    // A stray "To-do: ask Ana" in the prose was left there for the author.
    let todo = matches!(words_of(&line.text[..end]).as_str(), "todo" | "todos");
    if todo && line.lead == 0 && !line.is_item() {
        return None;
    }
    let from = text_after_label(&line.text);
    (role != current && from > 0 && role != SectionRole::Other).then_some((role, PLAIN, from))
}
