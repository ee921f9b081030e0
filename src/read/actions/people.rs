//! The people whom a report names as such, so that a bare "Ada: wax the ropes" has its owner.

use crate::document::line::{DocumentLine, LineKind};
use crate::document::section_roles::{label_end, words_of};

/// Names of the lines and headings that list people.
const ROLES: [&str; 25] = [
    "attendees", "author", "authors", "comms", "communications", "coordinator", "coordinators",
    "engineer on call", "facilitator", "incident commander", "incident lead", "incident manager",
    "lead", "on call", "oncall", "oncall engineer", "owner", "owners", "participants",
    "people involved", "prepared by", "responder", "responders", "scribe", "written by",
];

/// The people named beside or below such a name, in full and by their first names.
pub(super) fn people(lines: &[DocumentLine]) -> Vec<String> {
    let mut out = Vec::new();
    let mut below = false;
    for line in lines.iter().filter(|line| line.form != LineKind::Code) {
        let text = line.text.trim();
        let row = text.find(" | ").filter(|_| line.cells.len() == 2);
        let end = row.map(|end| end + 1).or_else(|| label_end(text));
        let end = end.filter(|end| is_role(&text[..*end]));
        let alone = line.is_heading() || line.all_emphasised() || text.ends_with(':');
        match end {
            Some(end) => names(&text[end + 1..], &mut out),
            None if below && !alone => names(text, &mut out),
            None => {}
        }
        below = alone && is_role(text) || below && !alone && line.is_item();
    }
    out
}

fn is_role(name: &str) -> bool {
    ROLES.contains(&words_of(name).as_str())
}

/// "Ada Okafor, Per (storage) and Tove".
fn names(text: &str, out: &mut Vec<String>) {
    let text = text.replace(" and ", ",");
    for piece in text.split([',', ';', '/', '&']) {
        let name = piece.split('(').next().unwrap_or_default();
        let name = name.trim_matches(|c: char| !c.is_alphanumeric());
        let words: Vec<&str> = name.split_whitespace().collect();
        let named = |word: &&str| word.starts_with(char::is_uppercase);
        if (1..4).contains(&words.len()) && words.iter().all(named) {
            out.extend([name.to_string(), words[0].to_string()]);
        }
    }
}

/// A measure's text without the person whom it names first or last, and that person.
pub(super) fn apart<'a>(text: &'a str, people: &[String]) -> Option<(&'a str, &'a str)> {
    let known = |name: &str| people.iter().any(|person| person == name.trim());
    let first = [": ", " - ", " – ", " — "]
        .iter()
        .filter_map(|cut| text.split_once(cut))
        .find(|(name, _)| known(name));
    let last = || {
        let (task, name) = text.trim_end_matches('.').rsplit_once([' ', '('])?;
        let name = name.trim_end_matches(')');
        let task = task.trim_end();
        let bare = task.trim_end_matches(['(', '-', '–', '—', ' ']);
        (known(name) && bare.len() < task.len() || known(name) && text.ends_with(')'))
            .then_some((name, bare))
    };
    let (name, task) = first.or_else(last)?;
    (task.split_whitespace().count() > 1).then(|| (task.trim(), name.trim()))
}
