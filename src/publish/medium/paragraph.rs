//! Lines to paragraphs: which belong to one sentence, which stand for themselves, and which were
//! meant as headings or items.

use super::inline::Line;
use crate::document::paragraph::goes_on;
use crate::time::scan::BULLETS;

/// A part of a paragraph as its author wrote it.
pub(super) enum Part {
    Heading(u8, Line),
    /// Its text and its HTML.
    Paragraph(String, String),
    Items(Vec<String>),
}

/// All lines as one.
pub(super) fn one(lines: &[Line]) -> Line {
    let mut out = Line::default();
    for line in lines {
        out.join(" ", line);
    }
    out.trimmed()
}

/// Lines as the HTML of one paragraph: a break where a line stands for itself, otherwise a blank.
pub(super) fn html(lines: &[Line], entries: &[usize]) -> String {
    let texts: Vec<String> = lines.iter().map(Line::text).collect();
    let entry: Vec<bool> = (0..lines.len())
        .map(|index| begins(lines, index, entries))
        .collect();
    let apart = |index: usize| !goes_on(&texts[index - 1], &texts[index]);
    let timed = entry.iter().any(|entry| *entry);
    // Wrapped text ends a sentence at a line's end now and then; only where every line does is it a
    // list.
    let bare = timed || (1..lines.len()).all(apart);
    let mut out = String::new();
    let mut joined = Line::default();
    for (index, line) in lines.iter().enumerate() {
        if index > 0 && (line.hard || entry[index] || bare && apart(index)) {
            out.push_str(&std::mem::take(&mut joined).html());
            out.push_str("<br/>");
        }
        joined.join(" ", line);
    }
    out + &joined.html()
}

/// Whether a timeline entry begins on a line.
fn begins(lines: &[Line], index: usize, entries: &[usize]) -> bool {
    let from = lines[index].at;
    let to = lines
        .get(index + 1)
        .map_or(from + lines[index].text().len(), |next| next.at);
    let first = entries.partition_point(|entry| *entry < from);
    entries
        .get(first)
        .is_some_and(|entry| *entry < to.max(from + 1))
}

/// The parts of a paragraph with the places where they end; the last one ends there.
pub(super) fn parts(lines: Vec<Line>, entries: &[usize], end: usize) -> Vec<(Part, usize)> {
    let dashes = lines
        .iter()
        .filter(|line| glued_dash(&line.text()).is_some())
        .count()
        > 1;
    let marked = |line: &Line| kind(&line.text(), dashes);
    let mut out = Vec::new();
    let mut rest = lines.into_iter().peekable();
    while let Some(line) = rest.next() {
        let part = match marked(&line) {
            Kind::Heading(level, cut) => Part::Heading(level, line.without(cut)),
            Kind::Item(cut) => {
                let mut items = vec![vec![line.without(cut)]];
                while let Some(next) =
                    rest.next_if(|next| !matches!(marked(next), Kind::Heading(..)))
                {
                    match (marked(&next), items.last_mut()) {
                        (Kind::Text, Some(item)) => item.push(next),
                        (Kind::Item(cut), _) => items.push(vec![next.without(cut)]),
                        _ => {}
                    }
                }
                Part::Items(items.iter().map(|item| html(item, entries)).collect())
            }
            Kind::Text => {
                let mut lines = vec![line];
                while let Some(next) = rest.next_if(|next| matches!(marked(next), Kind::Text)) {
                    lines.push(next);
                }
                Part::Paragraph(one(&lines).text(), html(&lines, entries))
            }
        };
        out.push((part, rest.peek().map_or(end, |next| next.at)));
    }
    out
}

/// What a line was meant as, and how many bytes say so.
enum Kind {
    Heading(u8, usize),
    Item(usize),
    Text,
}

/// `##Heading`, `• item` and `-item`, which Markdown takes for text.
fn kind(text: &str, dashes: bool) -> Kind {
    let hashes = text.len() - text.trim_start_matches('#').len();
    let name = text[hashes..].trim();
    // "#incidents is the channel" is a sentence.
    let short = name.split_whitespace().count() <= 8
        && !name.ends_with(['.', ','])
        && name.contains(char::is_alphabetic);
    if (2..=6).contains(&hashes) && short {
        return Kind::Heading(hashes as u8, hashes);
    }
    let bullet = text.chars().next().filter(|c| BULLETS.contains(c));
    match bullet
        .map(char::len_utf8)
        .or(glued_dash(text).filter(|_| dashes))
    {
        Some(cut) if !text[cut..].trim().is_empty() => Kind::Item(cut),
        _ => Kind::Text,
    }
}

/// A dash that is glued to its word.
fn glued_dash(text: &str) -> Option<usize> {
    text.strip_prefix('-')
        .filter(|rest| rest.starts_with(char::is_alphanumeric))
        .map(|_| 1)
}
