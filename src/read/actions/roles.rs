//! Sections that are named like measures and are none, or that hold them beside something else.

use crate::document::line::{DocumentLine, LineKind};
use crate::document::section_roles::{role_of_label, words_of};
use crate::document::sections::{Section, SectionRole};

/// The sections, those apart that only look like measures by a word of their name.
pub(super) fn told(lines: &[DocumentLine], sections: &[Section]) -> Vec<Section> {
    let role = |section: &Section| match section.role {
        SectionRole::Measures if is_response(lines, section) => SectionRole::Resolution,
        SectionRole::Measures if is_numbered_lesson(lines, section) => SectionRole::Lessons,
        role => role,
    };
    sections.iter().map(|section| Section { role: role(section), ..section.clone() }).collect()
}

/// The words of the heading above a section.
fn heading(lines: &[DocumentLine], section: &Section) -> Vec<String> {
    let head = section.head.filter(|head| lines[*head].is_heading());
    let words = head.map(|head| words_of(&lines[head].text)).unwrap_or_default();
    words.split_whitespace().map(str::to_string).collect()
}

fn has(words: &[String], wanted: &[&str]) -> bool {
    words.iter().any(|word| wanted.contains(&word.as_str()))
}

/// "Incident response and fixes": what was done to end it.
fn is_response(lines: &[DocumentLine], section: &Section) -> bool {
    let words = heading(lines, section);
    let ahead = ["action", "actions", "future", "improve", "improvements", "next", "prevent"];
    has(&words, &["response"]) && !has(&words, &ahead)
}

/// "6. Improve the forecast" among other numbered headings below "Lessons learned".
fn is_numbered_lesson(lines: &[DocumentLine], section: &Section) -> bool {
    let Some((head, LineKind::Heading(depth))) = section.head.map(|head| (head, lines[head].form))
    else {
        return false;
    };
    let rest = lines[head].text.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = rest.len() < lines[head].text.len() && rest.starts_with(['.', ')']);
    let above = lines[..head]
        .iter()
        .rfind(|line| matches!(line.form, LineKind::Heading(above) if above < depth));
    numbered && above.is_some_and(|line| role_of_label(&line.text) == Some(SectionRole::Lessons))
}

/// "Lessons learned and future hardening": its tasks stand among the lessons.
pub(super) fn holds_both(lines: &[DocumentLine], section: &Section) -> bool {
    let ahead = ["actions", "future", "hardening", "improvements", "next", "prevention"];
    section.role == SectionRole::Lessons && has(&heading(lines, section), &ahead)
}

/// True below "What should you do?" and "Recommendations for users": it is for the readers.
pub(super) fn is_advice(lines: &[DocumentLine], section: &Section) -> bool {
    let above = section.head.map_or(&[][..], |head| &lines[..=head]);
    above.iter().rfind(|line| line.is_heading()).is_some_and(|line| addresses(&line.text))
}

/// True for a name that speaks to those who read the report.
pub(super) fn addresses(name: &str) -> bool {
    let words = words_of(name);
    let words: Vec<&str> = words.split(' ').collect();
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(word));
    let readers = ["customers", "consumers", "developers", "everyone", "operators", "users", "you"];
    let to = words.windows(2).any(|two| {
        matches!(two[0], "for" | "to") && readers.contains(&two[1])
            || two[0] == "our" && matches!(two[1], "customers" | "users")
    });
    let do_it = has(&["you", "users", "customers"]) && has(&["do", "should", "need", "must"]);
    words.len() < 10 && (to || do_it)
}
