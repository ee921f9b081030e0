//! The corrective and preventative measures: what is one thing to do, and what only names or
//! explains it.

mod action;
mod changing;
pub(crate) mod details;
mod done;
mod explained;
mod labels;
mod links;
mod order;
mod owner;
mod people;
mod prose;
mod purpose;
mod reader;
mod remarks;
mod repeats;
mod roles;
mod struck;
pub(crate) mod task;

use crate::document::line::{DocumentLine, LineKind};
use crate::document::section_roles;
use crate::document::sections::{Section, SectionRole};
use crate::incident::{Action, Status};
use crate::read::timeline::calendar::Calendar;
use crate::words::{self, begins_with_any, holds_any};
use details::{due_in, task_columns};
use reader::ActionReader;

/// Finds the measures of a report.
pub(crate) fn measures(
    lines: &[DocumentLine],
    sections: &[Section],
    calendar: &Calendar,
) -> Vec<Action> {
    let sections = &roles::told(lines, sections)[..];
    let is_first = |head: usize| {
        let titled = section_roles::role_of_label(&lines[head].text).is_none();
        titled && !lines[..head].iter().any(DocumentLine::is_heading)
    };
    let (mut back, mut ahead): (Vec<Section>, Vec<Section>) = (Vec::new(), Vec::new());
    let titled = |section: &Section| section.head.is_some_and(is_first);
    let named = |section: &Section| section.role == SectionRole::Measures && !titled(section);
    let any_named = sections.iter().any(named);
    for (at, section) in sections.iter().enumerate() {
        // "Rule preventing some traffic" is the title of a report, not the name of its measures.
        if roles::is_advice(lines, section) || any_named && titled(section) {
            continue;
        }
        let beside = is_broad(lines, section) && went_well_before(lines, &sections[..at])
            || looks_back(lines, section);
        match (section.role == SectionRole::Measures, beside) {
            (false, _) => {}
            (true, false) => ahead.push(section.clone()),
            (true, true) => {
                let (looks_back, rest) = parted(lines, section);
                back.push(looks_back);
                ahead.extend(rest);
            }
        }
    }
    let read = |section: Section| ActionReader::new(lines, &section, calendar).run();
    let mut out: Vec<Action> = Vec::new();
    for section in ahead {
        let is_state = section.head.is_some_and(|head| names_state(&lines[head].text));
        let told = read(section);
        if is_state && told.len() == out.len() {
            tell_state(&mut out, &told);
        } else {
            out.extend(told);
        }
    }
    out.extend(tables(lines, sections, calendar));
    out.extend(announced(lines, sections, calendar));
    let both = sections.iter().filter(|section| roles::holds_both(lines, section));
    let told = both.flat_map(|section| ActionReader::new(lines, section, calendar).run());
    out.extend(told.filter(|action| order::wants(&action.text)));
    // What could have gone better, beside what went well, are measures where no others are told.
    if out.is_empty() {
        let told = back.into_iter().flat_map(read);
        out.extend(told.filter(|action| order::wants(&action.text)));
    }
    if out.is_empty() {
        out = in_prose(lines, sections, calendar);
    }
    if out.is_empty() {
        for section in sections
            .iter()
            .filter(|section| section.role == SectionRole::Lessons && looks_ahead(lines, section))
        {
            let told = ActionReader::new(lines, section, calendar).run();
            out.extend(told.into_iter().filter(|action| order::wants(&action.text)));
        }
    }
    out.retain_mut(struck::leaves);
    let is_row = |action: &Action| {
        let own = lines.iter().find(|line| line.span.start == action.span.start);
        own.is_some_and(|line| line.form == LineKind::Row)
    };
    let mut out = repeats::joined(out, is_row);
    // A report that sets improvements apart begins with them; elsewhere the word is only a group's
    // name.
    let apart =
        out.first().is_some_and(|first| first.broad) && out.iter().any(|action| !action.broad);
    out.iter_mut().for_each(|action| action.broad &= apart);
    out.iter_mut().for_each(|action| action.status_told |= tells_status(action));
    out
}

/// True if a measure says how far it is: by its tick, its state or the day by which it is due.
fn tells_status(action: &Action) -> bool {
    let open = |state: &String| remarks::says_open(state);
    action.status == Status::Done
        || action.ticked.is_some()
        || action.due.is_some()
        || action.due_words.is_some()
        || action.state.as_ref().is_some_and(open)
        || action.parts.iter().any(|part| part.done == Some(false))
}

/// "Action items status", below the items themselves.
fn names_state(heading: &str) -> bool {
    heading.trim().to_lowercase().ends_with("status")
}

/// A list that names the same measures once more tells which of them are done.
fn tell_state(measures: &mut [Action], again: &[Action]) {
    for (measure, again) in measures.iter_mut().zip(again) {
        if again.status == Status::Done {
            measure.status = Status::Done;
        }
    }
}

/// True if a section, or a part of it, is about what went well.
fn went_well(lines: &[DocumentLine], section: &Section) -> bool {
    let well = |line: &DocumentLine| section_roles::tells_success(&line.text);
    let lessons = section.role == SectionRole::Lessons;
    let names = |line: &&DocumentLine| {
        line.is_heading() || lessons && (line.all_emphasised() || line.begins)
    };
    let head = section.head.map(|head| &lines[head]);
    let mut told = head.into_iter().chain(&lines[section.lines.clone()]).filter(names);
    told.any(well)
}

/// True if the section before, or the one whose bullets the sections before are, went well.
fn went_well_before(lines: &[DocumentLine], before: &[Section]) -> bool {
    let headed = |section: &Section| section.head.is_some_and(|head| lines[head].is_heading());
    let above = before.iter().rposition(headed).unwrap_or(0);
    before[above..].iter().any(|section| went_well(lines, section))
}

/// True for a part that is no heading of its own, "1. **Prevention**", below "What went wrong" or
/// "What needs improvement".
fn looks_back(lines: &[DocumentLine], section: &Section) -> bool {
    let part = section.head.filter(|head| !lines[*head].is_heading());
    let above = part.and_then(|head| lines[..head].iter().rfind(|line| line.is_heading()));
    above.is_some_and(|line| {
        let words = section_roles::words_of(&line.text);
        let names = ["went wrong", "poorly", "badly", "needs improvement", "need improvement"];
        holds_any(&words, &names)
    })
}

/// "What could be improved".
fn is_broad(lines: &[DocumentLine], section: &Section) -> bool {
    section.head.is_some_and(|head| {
        let words = section_roles::words_of(&lines[head].text);
        words.contains("improve") || words.contains("better")
    })
}

/// "What could be improved" and, below a name of their own, the action items in the same section.
fn parted(lines: &[DocumentLine], section: &Section) -> (Section, Option<Section>) {
    let named = section.lines.clone().find(|index| {
        let text = &lines[*index].text;
        // "1. **Prevention**" is a part of what could be improved.
        let part = matches!(lines[*index].form, LineKind::Item { ordered: true, .. });
        let role = section_roles::role_of_label(text).filter(|_| !part);
        role == Some(SectionRole::Measures) && !section_roles::words_of(text).contains("improve")
    });
    let part = |head, lines| Section { head, lines, ..section.clone() };
    let (start, end) = (section.lines.start, section.lines.end);
    match named {
        Some(at) => (part(section.head, start..at), Some(part(Some(at), at + 1..end))),
        None => (section.clone(), None),
    }
}

/// Beginnings of sentences that lead to measures.
const LEADS: [&str; 11] = [
    "to prevent", "to avoid", "to execute these", "to implement these", "to make sure",
    "in the future", "in future", "going forward", "moving forward", "next time",
    "so that this does not",
];

fn leads(text: &str) -> bool {
    let lower = text.trim_start().to_lowercase();
    begins_with_any(&lower, &LEADS)
}

/// Without a section of their own, measures stand in a paragraph in which a sentence begins by
/// saying so: "To prevent this I will …".
fn in_prose(lines: &[DocumentLine], sections: &[Section], calendar: &Calendar) -> Vec<Action> {
    let mut out = Vec::new();
    for (section, index) in paragraphs(lines, sections) {
        let text = &lines[index].text;
        let mut sentences = words::sentences(text).into_iter();
        let Some(first) = sentences.find(|sentence| {
            let told = &text[sentence.clone()];
            leads(told) && (sentence.start == 0 || !told.trim_start().starts_with("To "))
        }) else {
            continue;
        };
        let rest = lines[index + 1..section.lines.end]
            .iter()
            .take_while(|line| !line.begins && line.form == LineKind::Text)
            .count();
        let paragraph =
            Section { lines: index..index + 1 + rest, from: first.start, ..section.clone() };
        out.extend(ActionReader::new(lines, &paragraph, calendar).run());
    }
    out
}

/// The first lines of the paragraphs outside the sections of measures.
fn paragraphs<'a>(
    lines: &'a [DocumentLine],
    sections: &'a [Section],
) -> impl Iterator<Item = (&'a Section, usize)> {
    let begins = |line: &DocumentLine| line.form == LineKind::Text && line.begins;
    sections.iter().filter(|section| section.role != SectionRole::Measures).flat_map(
        move |section| {
            let own = section.lines.clone();
            own.filter(move |index| begins(&lines[*index])).map(move |index| (section, index))
        },
    )
}

/// The list below "To prevent this, the following has been done:", wherever it stands.
fn announced(lines: &[DocumentLine], sections: &[Section], calendar: &Calendar) -> Vec<Action> {
    let mut out = Vec::new();
    for (section, index) in paragraphs(lines, sections) {
        let text = lines[index].text.trim_end();
        let items = lines[index + 1..section.lines.end]
            .iter()
            .take_while(|line| line.is_item() || !line.begins && line.form == LineKind::Text)
            .count();
        let told = !matches!(section.role, SectionRole::Timeline | SectionRole::Lessons);
        if told && items > 1 && text.ends_with(':') && leads(text) {
            let list = Section { lines: index..index + 1 + items, from: 0, ..section.clone() };
            out.extend(ActionReader::new(lines, &list, calendar).run());
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
        let table = Section { lines: header..header + 1 + rows, ..section.clone() };
        out.extend(ActionReader::new(lines, &table, calendar).run());
    }
    out
}

/// Lessons stand in for measures when they say what will be done: "What we will do about it:".
fn looks_ahead(lines: &[DocumentLine], section: &Section) -> bool {
    section.lines.clone().map(|index| &lines[index]).any(|line| {
        let lower = line.text.to_lowercase();
        line.text.trim_end().ends_with(':')
            && holds_any(
                &lower,
                &[
                    "prevent", "going to", "we will", "we're doing", "we are doing", "improve",
                    "future", "steps", "measures",
                ],
            )
    })
}
