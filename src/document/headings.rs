//! The headings of a report: its title and those of its sections, for code that inserts text
//! beside them.

use crate::document::line::{DocumentLine, LineKind};
use crate::document::sections::{Section, SectionRole};
use crate::document::{section_roles, title};
use crate::source::Span;
use crate::words::begins_with_any;
use std::collections::BTreeMap;

/// A line that names the report or a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Heading {
    /// The role of the section that begins here; `None` for the title of the report.
    pub(crate) role: Option<SectionRole>,
    /// From its first byte to its last.
    pub(crate) span: Span,
    pub(crate) form: LineKind,
    /// True if all of it is emphasised.
    pub(crate) bold: bool,
    /// True if text of the section is on the same line.
    pub(crate) told: bool,
}

/// The title, if the report has one, and the section headings, in the order of the report.
pub(super) fn headings(lines: &[DocumentLine], sections: &[Section]) -> Vec<Heading> {
    let heading = |line: &DocumentLine, role, told| Heading {
        role,
        span: line.span,
        form: line.form,
        bold: line.all_emphasised(),
        told,
    };
    let named: Vec<_> =
        sections.iter().filter_map(|section| Some((section.head?, section))).collect();
    // A heading at the very beginning is the title, even if it says no more than "Postmortem" or
    // contains a word that names a section elsewhere.
    let first = lines
        .iter()
        .position(|line| line.form != LineKind::FrontMatter && !line.text.trim().is_empty());
    let first = first.filter(|index| lines[*index].is_heading() || lines[*index].all_emphasised());
    let section =
        |index: &usize| named.iter().find(|(head, _)| head == index).map(|(_, section)| *section);
    let is_label = |index: &usize| section_roles::role_of_label(&lines[*index].text).is_some();
    // "Incident report: the day the disk filled" is the title, though elsewhere "incident" may
    // name a section.
    let is_titled = |index: &usize| {
        let told = lines[*index].text.to_lowercase();
        begins_with_any(&told, &["incident", "post", "report"])
            && section(index).is_some_and(|section| {
                matches!(section.role, SectionRole::Summary | SectionRole::Other)
            })
    };
    let first = first.filter(|index| {
        !is_label(index)
            && (section(index).is_none_or(|section| section.from == 0) || is_titled(index))
    });
    let general = |section: &Section| {
        matches!(section.role, SectionRole::Summary | SectionRole::Other) && section.from == 0
    };
    let titled = title::titled(lines, sections).map(|(index, _)| index);
    let title =
        first.or(titled.filter(|index| !is_label(index) && section(index).is_none_or(general)));
    // "Summary" below the title names the section that began with the title.
    let begun = sections
        .iter()
        .filter(|section| section.role == SectionRole::Summary)
        .flat_map(|section| section.lines.clone());
    let below = begun.filter(|index| {
        let line = &lines[*index];
        (line.is_heading() || line.all_emphasised())
            && section_roles::role_of_label(&line.text) == Some(SectionRole::Summary)
    });
    let mut all: BTreeMap<usize, (Option<SectionRole>, bool)> =
        below.map(|index| (index, (Some(SectionRole::Summary), false))).collect();
    // A custom heading belongs to the summary, but does not name it.
    let is_name = |index: usize, role| {
        role != SectionRole::Summary || section_roles::role_of_heading(&lines[index].text).is_some()
    };
    let named = named.iter().filter(|(index, section)| is_name(*index, section.role));
    all.extend(named.map(|(index, section)| (*index, (Some(section.role), section.from > 0))));
    all.extend(title.map(|index| (index, (None, false))));
    all.into_iter().map(|(index, (role, told))| heading(&lines[index], role, told)).collect()
}
