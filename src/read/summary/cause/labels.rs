//! The cause beside its name or below it: a label, a heading, a short section of its own.

use super::naming::is_search;
use super::pointing::{Pointing, pointing};
use super::sentence::sentences;
use super::{account, all, first_sentence};
use crate::document::line::{DocumentLine, LineKind};
use crate::document::paragraph::Paragraph;
use crate::document::section_roles;
use crate::document::sections::{Section, SectionRole};
use crate::read::summary::failing::is_supposed;

pub(super) fn labelled(paragraphs: &[&Paragraph]) -> Option<String> {
    paragraphs.iter().find_map(|paragraph| {
        let row = || paragraph.text.find(" | ").map(|end| end + 1);
        let end = section_roles::label_end(&paragraph.text).or_else(row)?;
        let label = &paragraph.text[..end];
        let told = is_main_cause(label)
            || section_roles::role_of_label(label) == Some(SectionRole::Cause)
                && !contributes(label);
        let text = paragraph.text[end + 1..].trim();
        let short = || {
            let words = text.split_whitespace().count();
            (words == 2 && section_roles::role_of_label(text).is_none()).then(|| text.to_string())
        };
        let found = told.then(|| first_sentence(text).or_else(short)).flatten();
        found.filter(|found| !is_search(found) && !found.to_lowercase().starts_with("see "))
    })
}

/// "Primary cause: a dead fan" in a heading.
pub(super) fn headed<'a>(
    lines: &[DocumentLine],
    mut sections: impl Iterator<Item = &'a Section>,
) -> Option<String> {
    sections.find_map(|section| named_beside(&lines[section.head?].text, is_main_cause))
}

/// "Primary issue: a dead fan" in a heading below the one for the cause.
pub(super) fn headed_below<'a>(
    lines: &[DocumentLine],
    sections: impl Iterator<Item = &'a Section>,
) -> Option<String> {
    let names = |label: &str| {
        let name = section_roles::words_of(label);
        let words: Vec<&str> = name.split(' ').collect();
        is_main_cause(label)
            || matches!(words[..], [main, "issue" | "problem" | "fault" | "failure"]
                if MAIN.contains(&main))
    };
    let mut heads = sections.filter_map(|section| section.head).flat_map(|head| {
        let level = level_of(&lines[head]);
        let below = (head + 1..lines.len()).filter(|at| lines[*at].is_heading());
        below.take_while(move |at| level_of(&lines[*at]) > level)
    });
    heads.find_map(|at| named_beside(&lines[at].text, names))
}

/// The level of a heading; no heading stands below a name in plain text.
fn level_of(line: &DocumentLine) -> u8 {
    match line.form {
        LineKind::Heading(level) => level,
        _ => u8::MAX,
    }
}

/// The text behind such a label in a heading.
fn named_beside(heading: &str, names: impl Fn(&str) -> bool) -> Option<String> {
    let text = heading.trim();
    let end = section_roles::label_end(text)?;
    let told = text[end + 1..].trim();
    let tells = names(&text[..end])
        && told.split_whitespace().count() >= 2
        && !told.ends_with('?')
        && section_roles::role_of_heading(told).is_none();
    tells.then(|| told.to_string())
}

/// "What happened: …" in the account of the cause.
pub(super) fn happened(causes: &[Paragraph]) -> Option<String> {
    causes.iter().find_map(|paragraph| {
        let end = section_roles::label_end(&paragraph.text)?;
        let named = section_roles::words_of(&paragraph.text[..end]) == "what happened";
        named.then(|| first_sentence(paragraph.text[end + 1..].trim())).flatten()
    })
}

/// The most sentences of an account that begins with the cause, whatever its words.
const BRIEF: usize = 2;

/// The first of the few sentences that are all that a report tells below "Root cause:", where that
/// is no heading but one of several fields.
pub(super) fn brief<'a>(
    lines: &[DocumentLine],
    mut sections: impl Iterator<Item = &'a Section>,
) -> Option<String> {
    sections.find_map(|section| {
        let told = account::told(lines, section);
        let plain = |paragraph: &Paragraph| lines[paragraph.first()].form == LineKind::Text;
        let whole = sentences(lines, &all(&told), true);
        let head = &lines[section.head?];
        let named = !head.is_heading() && is_main_cause(&head.text);
        let short = named && whole.len() <= BRIEF && told.iter().all(plain);
        let first = whole.first().filter(|_| short)?.text;
        let tells = first.split_whitespace().count() > 4
            && !is_search(first)
            && !is_supposed(first)
            && !first.ends_with([':', '?'])
            && pointing(first) == Pointing::Nowhere;
        tells.then(|| first.to_string())
    })
}

/// True for "Root cause", "Primary cause", "Incident cause", not for "Contributing cause".
pub(super) fn is_main_cause(label: &str) -> bool {
    let name = section_roles::words_of(label);
    let mut words = name.split(' ').rev();
    words.next().is_some_and(|word| matches!(word, "cause" | "causes" | "rootcause"))
        && words.all(|word| MAIN.contains(&word))
}

/// Words before "cause" for the one that counts.
const MAIN: &[&str] = &[
    "root", "primary", "main", "immediate", "direct", "underlying", "actual", "the", "technical",
    "incident", "outage",
];

/// True for a name such as "Contributing factors": none of them is the cause unless a sentence
/// names its effect.
pub(super) fn contributes(name: &str) -> bool {
    let name = name.to_lowercase();
    name.contains("factor") || name.contains("contribut")
}
