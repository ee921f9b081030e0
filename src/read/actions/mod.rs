//! The corrective and preventative measures: what is one thing to do, and what only names or
//! explains it.

mod action;
pub(crate) mod details;
mod owner;
mod purpose;
mod reader;
mod remarks;
pub(crate) mod task;

use crate::document::line::{DocumentLine, LineKind};
use crate::document::sections::{Section, SectionRole};
use crate::incident::Action;
use crate::read::timeline::calendar::Calendar;
use details::{due_in, task_columns};
use reader::ActionReader;

/// Finds the measures of a report.
pub(crate) fn measures(
    lines: &[DocumentLine],
    sections: &[Section],
    calendar: &Calendar,
) -> Vec<Action> {
    let mut out = Vec::new();
    for section in sections
        .iter()
        .filter(|section| section.role == SectionRole::Measures)
    {
        out.extend(ActionReader::new(lines, section, calendar).run());
    }
    out.extend(tables(lines, sections, calendar));
    if out.is_empty() {
        out = in_prose(lines, sections, calendar);
    }
    if out.is_empty() {
        for section in sections
            .iter()
            .filter(|section| section.role == SectionRole::Lessons && looks_ahead(lines, section))
        {
            out.extend(ActionReader::new(lines, section, calendar).run());
        }
    }
    // A report that sets improvements apart begins with them; elsewhere the word is only a group's
    // name.
    let apart =
        out.first().is_some_and(|first| first.broad) && out.iter().any(|action| !action.broad);
    out.iter_mut().for_each(|action| action.broad &= apart);
    out
}

/// Without a section of their own, measures stand in a paragraph that begins by saying so: "To
/// prevent this I will …".
fn in_prose(lines: &[DocumentLine], sections: &[Section], calendar: &Calendar) -> Vec<Action> {
    let begins = |line: &DocumentLine| {
        let lower = line.text.to_lowercase();
        [
            "to prevent",
            "to avoid",
            "to make sure",
            "in the future",
            "in future",
            "going forward",
            "moving forward",
            "next time",
            "so that this does not",
        ]
        .iter()
        .any(|start| lower.starts_with(start))
    };
    let mut out = Vec::new();
    for section in sections
        .iter()
        .filter(|section| section.role != SectionRole::Measures)
    {
        for index in section.lines.clone().filter(|index| {
            lines[*index].form == LineKind::Text && lines[*index].begins && begins(&lines[*index])
        }) {
            let rest = lines[index + 1..section.lines.end]
                .iter()
                .take_while(|line| !line.begins && line.form == LineKind::Text)
                .count();
            let paragraph = Section {
                lines: index..index + 1 + rest,
                from: 0,
                ..section.clone()
            };
            out.extend(ActionReader::new(lines, &paragraph, calendar).run());
        }
    }
    out
}

/// A table of action items is what it says, wherever it stands.
fn tables(lines: &[DocumentLine], sections: &[Section], calendar: &Calendar) -> Vec<Action> {
    let mut out = Vec::new();
    for section in sections
        .iter()
        .filter(|section| !matches!(section.role, SectionRole::Measures | SectionRole::Timeline))
    {
        let named = |index: &usize| {
            let line = &lines[*index];
            line.form == LineKind::HeaderRow
                && line.text.to_lowercase().contains("action")
                && task_columns(line)
                    .owner
                    .or(task_columns(line).due)
                    .or(task_columns(line).status)
                    .is_some()
        };
        let Some(header) = section.lines.clone().find(named) else {
            continue;
        };
        let rows = lines[header + 1..section.lines.end]
            .iter()
            .take_while(|line| line.form == LineKind::Row)
            .count();
        let table = Section {
            lines: header..header + 1 + rows,
            ..section.clone()
        };
        out.extend(ActionReader::new(lines, &table, calendar).run());
    }
    out
}

/// Lessons stand in for measures when they say what will be done: "What we will do about it:".
fn looks_ahead(lines: &[DocumentLine], section: &Section) -> bool {
    section
        .lines
        .clone()
        .map(|index| &lines[index])
        .any(|line| {
            let lower = line.text.to_lowercase();
            line.text.trim_end().ends_with(':')
                && [
                    "prevent",
                    "going to",
                    "we will",
                    "we're doing",
                    "we are doing",
                    "improve",
                    "future",
                    "steps",
                    "measures",
                ]
                .iter()
                .any(|words| lower.contains(words))
        })
}
