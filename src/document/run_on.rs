//! Timeline entries that run on: several of "10:05: text" in one paragraph or item.

use crate::document::line::{DocumentLine, LineKind};
use crate::time::scan::is_blank;
use crate::time::{clock, leading};

/// The minimum number of times in a paragraph for it to be a list of entries.
const LEAST: usize = 2;

/// Gives each entry of a paragraph that holds several a line of its own.
pub(super) fn divided(lines: Vec<DocumentLine>) -> Vec<DocumentLine> {
    let mut out = Vec::with_capacity(lines.len());
    let mut lines = lines.into_iter().peekable();
    while let Some(first) = lines.next() {
        let mut paragraph = vec![first];
        while let Some(next) = lines.next_if(|next| !next.begins && is_running(next)) {
            paragraph.push(next);
        }
        let cuts: Vec<Vec<usize>> = paragraph.iter().map(cuts).collect();
        let inside = cuts.iter().map(Vec::len).sum::<usize>();
        let listed = paragraph.iter().filter(|line| is_led(line)).count();
        if inside == 0 || inside + listed < LEAST {
            out.extend(paragraph);
            continue;
        }
        for (line, cuts) in paragraph.into_iter().zip(cuts) {
            divide(line, &cuts, &mut out);
        }
    }
    out
}

/// True for a line of running text: neither a heading, nor a table, nor code.
fn is_running(line: &DocumentLine) -> bool {
    matches!(line.form, LineKind::Text | LineKind::Item { .. })
}

/// True for a line that begins with a time, a colon or a dash, and its text.
fn is_led(line: &DocumentLine) -> bool {
    let lead = line.text.find(|c: char| c.is_alphanumeric());
    lead.is_some_and(|start| {
        clock::at(&line.text, start).is_some_and(|stamp| {
            stamp.clock.is_some() && mark_after(&line.text, stamp.end).is_some()
        })
    }) && leading::leading(&line.text).is_some()
}

/// The offsets inside a line at which a further entry begins.
fn cuts(line: &DocumentLine) -> Vec<usize> {
    if !is_running(line) {
        return Vec::new();
    }
    let stamps = clock::all(&line.text).into_iter();
    stamps
        .filter(|stamp| stamp.clock.is_some_and(|clock| clock.plain))
        .filter(|stamp| begins_entry(&line.text, stamp.start, stamp.end))
        .map(|stamp| stamp.start)
        .collect()
}

/// True if the time at a place begins an entry: with a colon, and not part of the sentence before
/// it ("since 10:00: …"), or with a dash below the end of a sentence.
fn begins_entry(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].trim_end_matches(|c| is_blank(c) || matches!(c, '*' | '_' | '['));
    if before.len() == start || !before.contains(char::is_alphanumeric) {
        return false;
    }
    let Some((mark, rest)) = mark_after(text, end) else {
        return false;
    };
    let dashed = before.ends_with(['-', '–', '—', '•', '|', ';']);
    let ended = dashed || before.ends_with(['.', '!', '?', ')', ':', '"', '”']);
    let word = before.rsplit(is_blank).next().unwrap_or_default();
    let linked = leading::announces(word) || matches!(word, "to" | "and" | "the" | "than");
    // "Update 10:05: …" begins one word earlier.
    let mid =
        !linked && word.starts_with(char::is_lowercase) && before.ends_with(char::is_alphanumeric);
    rest.starts_with(|c: char| c.is_uppercase() || c == '`') && (ended || (mark == ':' && mid))
}

/// The colon or dash after a time, and the text after it.
fn mark_after(text: &str, end: usize) -> Option<(char, &str)> {
    let after = text[end..].trim_start_matches(|c| is_blank(c) || matches!(c, '*' | '_' | ']'));
    let mark = after.chars().next()?;
    let rest = &after[mark.len_utf8()..];
    let spaced = rest.starts_with(|c| is_blank(c) || matches!(c, '*' | '_'));
    let rest = rest.trim_start_matches(|c| is_blank(c) || matches!(c, '*' | '_'));
    (matches!(mark, ':' | '-' | '–' | '—') && spaced).then_some((mark, rest))
}

/// Divides a line at the cuts; a dash before a cut is the bullet of the entry after it.
fn divide(line: DocumentLine, cuts: &[usize], out: &mut Vec<DocumentLine>) {
    if cuts.is_empty() {
        out.push(line);
        return;
    }
    let ends = cuts.iter().copied().chain([line.text.len()]);
    let mut start = 0;
    for end in ends {
        let text = line.text[start..end].trim_end_matches(|c| is_blank(c) || is_bullet(c));
        let range = start..start + text.len();
        let mut part = line.part(range);
        part.begins = start > 0 || line.begins;
        if start == 0 {
            part.lead = line.lead.min(part.text.len());
            part.span.start = line.span.start;
        }
        if end == line.text.len() {
            part.span.end = line.span.end;
            part.directives.clone_from(&line.directives);
        }
        out.push(part);
        start = end;
    }
}

fn is_bullet(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '•' | '|' | '*')
}
