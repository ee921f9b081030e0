//! Lines to paragraphs: which belong to one sentence, which stand for themselves, and which were
//! meant as headings or items.

use super::inline::RichLine;
use crate::document::paragraph::goes_on;
use crate::time::scan::BULLETS;

/// A part of a paragraph as its author wrote it.
pub(super) enum ParagraphPart {
    Heading(u8, RichLine),
    /// Its text and its HTML.
    Paragraph(String, String),
    Items(Vec<String>),
}

/// All lines as one.
pub(super) fn one(lines: &[RichLine]) -> RichLine {
    let mut out = RichLine::default();
    for line in lines {
        out.join(" ", line);
    }
    out.trimmed()
}

/// Lines as the HTML of one paragraph: a break where a line stands for itself, otherwise a blank.
pub(super) fn html(lines: &[RichLine], entries: &[usize]) -> String {
    let texts: Vec<String> = lines.iter().map(RichLine::text).collect();
    let entry: Vec<bool> = (0..lines.len()).map(|index| begins(lines, index, entries)).collect();
    let apart = |index: usize| !goes_on(&texts[index - 1], &texts[index]);
    let timed = entry.iter().any(|entry| *entry);
    // Wrapped text ends a sentence at a line's end now and then; only where every line does is it a
    // list.
    let bare = timed || (1..lines.len()).all(apart);
    let mut out = String::new();
    let mut joined = RichLine::default();
    for (index, line) in lines.iter().enumerate() {
        if index > 0 && (line.hard || entry[index] || bare && apart(index)) {
            out.push_str(&std::mem::take(&mut joined).html());
            out.push_str("<br/>");
        }
        joined.join(" ", line);
    }
    out + &joined.html()
}

/// True if a timeline entry begins on a line.
fn begins(lines: &[RichLine], index: usize, entries: &[usize]) -> bool {
    let from = lines[index].at;
    let to = lines.get(index + 1).map_or(from + lines[index].text().len(), |next| next.at);
    let first = entries.partition_point(|entry| *entry < from);
    entries.get(first).is_some_and(|entry| *entry < to.max(from + 1))
}

/// The parts of a paragraph with the places where they end; the last one ends there.
pub(super) fn parts(
    lines: Vec<RichLine>,
    entries: &[usize],
    end: usize,
) -> Vec<(ParagraphPart, usize)> {
    let dashes = lines.iter().filter(|line| glued_dash(&line.text()).is_some()).count() > 1;
    let marked = |line: &RichLine| kind(&line.text(), dashes);
    let mut out = Vec::new();
    let mut rest = lines.into_iter().peekable();
    while let Some(line) = rest.next() {
        let part = match marked(&line) {
            ParagraphKind::Heading(level, cut) => ParagraphPart::Heading(level, line.without(cut)),
            ParagraphKind::Item(cut) => {
                let mut items = vec![vec![line.without(cut)]];
                while let Some(next) =
                    rest.next_if(|next| !matches!(marked(next), ParagraphKind::Heading(..)))
                {
                    match (marked(&next), items.last_mut()) {
                        (ParagraphKind::Text, Some(item)) => item.push(next),
                        (ParagraphKind::Item(cut), _) => items.push(vec![next.without(cut)]),
                        _ => {}
                    }
                }
                ParagraphPart::Items(items.iter().map(|item| html(item, entries)).collect())
            }
            ParagraphKind::Text => {
                let mut lines = vec![line];
                while let Some(next) =
                    rest.next_if(|next| matches!(marked(next), ParagraphKind::Text))
                {
                    lines.push(next);
                }
                ParagraphPart::Paragraph(one(&lines).text(), html(&lines, entries))
            }
        };
        out.push((part, rest.peek().map_or(end, |next| next.at)));
    }
    out
}

/// The kind of paragraph that a line was meant as, and the number of bytes that say so.
enum ParagraphKind {
    Heading(u8, usize),
    Item(usize),
    Text,
}

/// `##Heading`, `• item` and `-item`, which Markdown takes for text.
fn kind(text: &str, dashes: bool) -> ParagraphKind {
    let hashes = text.len() - text.trim_start_matches('#').len();
    let name = text[hashes..].trim();
    // "#incidents is the channel" is a sentence.
    let short = name.split_whitespace().count() <= 8
        && !name.ends_with(['.', ','])
        && name.contains(char::is_alphabetic);
    if (2..=6).contains(&hashes) && short {
        return ParagraphKind::Heading(hashes as u8, hashes);
    }
    let bullet = text.chars().next().filter(|c| BULLETS.contains(c));
    match bullet.map(char::len_utf8).or(glued_dash(text).filter(|_| dashes)) {
        Some(cut) if !text[cut..].trim().is_empty() => ParagraphKind::Item(cut),
        _ => ParagraphKind::Text,
    }
}

/// A dash that is glued to its word.
fn glued_dash(text: &str) -> Option<usize> {
    text.strip_prefix('-').filter(|rest| rest.starts_with(char::is_alphanumeric)).map(|_| 1)
}
