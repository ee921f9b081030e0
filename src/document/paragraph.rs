//! Lines that belong together, joined into running text with the way back to each line.

use crate::document::assignment;
use crate::document::line::{DocumentLine, LineKind};
use crate::document::sections::Section;
use crate::source::Span;
use std::ops::Range;

/// A paragraph, an item or a heading with its wrapped lines joined.
#[derive(Debug, Clone)]
pub(crate) struct Paragraph {
    pub(crate) text: String,
    /// The start of each line in the text.
    pub(crate) lines: Vec<(usize, usize)>,
}

impl Paragraph {
    /// The place in the source of a range of the text.
    pub(crate) fn place(&self, lines: &[DocumentLine], range: Range<usize>) -> Span {
        let (start, index) = self.piece_at(range.start);
        let line = &lines[index];
        let from = (range.start - start).min(line.text.len());
        line.place(from..(from + range.len()).min(line.text.len()))
    }

    /// The index of the line at an offset of the text.
    pub(crate) fn line_at(&self, at: usize) -> usize {
        self.piece_at(at).1
    }

    /// The start of the line that contains an offset, and its index.
    fn piece_at(&self, at: usize) -> (usize, usize) {
        let after = self.lines.partition_point(|(start, _)| *start <= at);
        self.lines[after.saturating_sub(1)]
    }

    pub(crate) fn first(&self) -> usize {
        self.lines[0].1
    }
}

/// The paragraphs of a section, without code, quotes, tables, front matter and a template's prompts;
/// its heading comes first if it states anything.
pub(crate) fn of(lines: &[DocumentLine], section: &Section) -> Vec<Paragraph> {
    let mut out: Vec<Paragraph> = Vec::new();
    for index in section.lines.clone() {
        let line = &lines[index];
        // A table of two columns is a list of labels: "| Start | 2025-03-02 22:14 |".
        let pair =
            matches!(line.form, LineKind::Row | LineKind::HeaderRow) && line.cells.len() == 2;
        if !(pair
            || matches!(line.form, LineKind::Text | LineKind::Item { .. } | LineKind::Heading(_)))
            || line.text.trim().is_empty()
            || assignment::is_prompt(line)
        {
            continue;
        }
        let from = if index == section.lines.start { section.from } else { 0 };
        match out.last_mut() {
            // Bare lines that end a thought are separate; a wrapped line continues.
            Some(last) if !line.begins && goes_on(&last.text, &line.text) => {
                if !divided(&last.text, &line.text[from..]) {
                    last.text.push(' ');
                }
                last.lines.push((last.text.len(), index));
                last.text.push_str(line.text[from..].trim_end());
            }
            _ => out.push(Paragraph {
                text: line.text[from..].trim_end().to_string(),
                lines: vec![(0, index)],
            }),
        }
    }
    out
}

/// True if a word with a hyphen is broken over two lines: "read-" above "only".
pub(crate) fn divided(above: &str, below: &str) -> bool {
    let mut end = above.chars().rev();
    let hyphen = end.next() == Some('-') && end.next().is_some_and(char::is_alphabetic);
    let word = below.split_whitespace().next().unwrap_or_default();
    // "Pre- and post-flight" has its hyphen for another word.
    hyphen && word.starts_with(char::is_lowercase) && !matches!(word, "and" | "or" | "to")
}

/// True if a line continues the one above it in the same paragraph.
pub(crate) fn goes_on(above: &str, line: &str) -> bool {
    let ended = above.trim_end().ends_with(['.', '!', '?', ':', ';']);
    let label = crate::document::section_roles::label_end(line).is_some();
    let text = line.trim_start();
    // "(2) Wax the ropes" is another point.
    let number = text.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    let counted = number.is_some_and(|(number, _)| number.parse::<u8>().is_ok());
    let small =
        !counted && text.starts_with(|c: char| c.is_lowercase() || matches!(c, '(' | ',' | '`'));
    // Hard-wrapped text runs to about the same width and breaks anywhere; a list of bare lines has
    // one sentence per line, possibly without a full stop.
    let hangs = above.trim_end().ends_with(',')
        || HANGING.contains(&above.rsplit(char::is_whitespace).next().unwrap_or_default());
    small
        || (!ended
            && !label
            && (hangs
                || !crate::words::verbs::begins_with_verb(line)
                    && above.chars().count() >= 60
                    && !crate::words::verbs::begins_with_verb(above)))
}

/// Words that cannot end a sentence.
const HANGING: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "is", "of", "on", "or",
    "our", "that", "the", "their", "to", "was", "we", "were", "which", "with",
];
