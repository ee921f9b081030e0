//! The whole report as running text, for code that looks for words anywhere.

use crate::document::line::{DocumentLine, LineKind, source_of};
use crate::document::paragraph::goes_on;
use crate::document::sections::{Section, SectionRole};
use crate::source::{Source, Span};
use std::ops::Range;

/// A paragraph, an item, a heading or a table row: wrapped lines are joined, and code is blanked
/// out.
#[derive(Debug, Clone)]
pub(crate) struct Passage {
    pub(crate) text: String,
    /// From its first byte to its last.
    pub(crate) span: Span,
    pub(crate) form: LineKind,
    /// The role of the section it is in.
    pub(crate) role: SectionRole,
    /// The origin of each piece of the text: its offset in the text, and its byte in the source.
    origin: Vec<(usize, usize)>,
}

/// All visible text, from the first line to the last.
pub(super) fn passages(
    source: &Source,
    lines: &[DocumentLine],
    sections: &[Section],
) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    let roles = roles(lines, sections);
    for (line, role) in lines.iter().zip(roles) {
        if line.form == LineKind::Code || line.text.trim().is_empty() {
            continue;
        }
        match passages.last_mut() {
            Some(last) if joins(last, line) => last.join(line, source),
            _ => {
                let mut passage = Passage {
                    text: String::new(),
                    span: line.span,
                    form: line.form,
                    role,
                    origin: Vec::new(),
                };
                passage.join(line, source);
                passages.push(passage);
            }
        }
    }
    passages
}

/// The role of each line's section.
fn roles(lines: &[DocumentLine], sections: &[Section]) -> Vec<SectionRole> {
    let mut roles = vec![SectionRole::Other; lines.len()];
    for section in sections {
        for index in section.head.into_iter().chain(section.lines.clone()) {
            roles[index] = section.role;
        }
    }
    roles
}

fn joins(last: &Passage, line: &DocumentLine) -> bool {
    let runs =
        |form: LineKind| matches!(form, LineKind::Text | LineKind::Quote | LineKind::Item { .. });
    !line.begins && runs(line.form) && runs(last.form) && goes_on(&last.text, &line.text)
}

impl Passage {
    fn join(&mut self, line: &DocumentLine, source: &Source) {
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        let base = self.text.len();
        self.origin.push((base, line.source_of(0)));
        self.origin.extend(line.origin.iter().map(|(at, source)| (base + at, *source)));
        self.text.push_str(&without_code(line, source));
        self.span = self.span.to(line.span);
    }

    /// The place in the source of a range of the text.
    pub(crate) fn place(&self, range: Range<usize>, source: &Source) -> Span {
        let last = self.text[range.clone()]
            .char_indices()
            .next_back()
            .map_or(range.start, |(at, _)| range.start + at);
        let width = self.text[last..].chars().next().map_or(0, char::len_utf8);
        Span::new(
            source.boundary(self.source_of(range.start)),
            source.boundary(self.source_of(last) + width),
        )
    }

    fn source_of(&self, at: usize) -> usize {
        source_of(&self.origin, self.span, at)
    }
}

/// A line's text with all letters of its code spans blanked out, since code is not the report's
/// own wording.
fn without_code(line: &DocumentLine, source: &Source) -> String {
    let mut out = String::with_capacity(line.text.len());
    let mut at = 0;
    let mut pieces = line.origin.iter().peekable();
    while let Some((start, from)) = pieces.next() {
        let end = pieces.peek().map_or(line.text.len(), |(next, _)| *next);
        let (Some(before), Some(piece)) = (line.text.get(at..*start), line.text.get(*start..end))
        else {
            continue;
        };
        out.push_str(before);
        // A code span's place begins at its backtick, which is not part of its text.
        let is_code =
            source.text()[source.boundary(*from)..].starts_with('`') && !piece.starts_with('`');
        match is_code {
            true => out.extend(piece.chars().flat_map(|c| std::iter::repeat_n('_', c.len_utf8()))),
            false => out.push_str(piece),
        }
        at = end;
    }
    out.push_str(&line.text[at..]);
    out
}
