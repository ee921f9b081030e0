//! The text of a report, and places in it.
//!
//! Everything that is read carries a [`Span`] of the [`Source`], so that any message and any shape
//! of a later picture can point home.

mod encoding;
mod single_byte;

pub(crate) use encoding::{Utf16, utf16};

use crate::diagnostic::{Code, Diagnostic, Warned};
use encoding::decode;

/// A half-open range of bytes of a [`Source`]'s text, always on character boundaries.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The range from `start` to `end`; an end before the start gives an empty span.
    pub fn new(start: usize, end: usize) -> Span {
        Span { start, end: end.max(start) }
    }

    /// The smallest span that holds both.
    pub fn to(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }
}

/// A line and a column, both counted from 1; the column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// A report: its name, as messages show it, and its text.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    text: String,
    line_starts: Vec<usize>,
}

impl Source {
    /// A report whose text is already at hand.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Source {
        let text = text.into();
        let mut line_starts = vec![0];
        let bytes = text.as_bytes();
        for (at, byte) in bytes.iter().enumerate() {
            // A lone carriage return ends a line in Markdown, too.
            if *byte == b'\n' || (*byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
                line_starts.push(at + 1);
            }
        }
        Source { name: name.into(), text, line_starts }
    }

    /// A report from the bytes of a file, in whatever encoding they turn out to be.
    pub fn from_bytes(name: impl Into<String>, bytes: &[u8]) -> Warned<Source> {
        let (text, doubts) = decode(bytes);
        let source = Source::new(name, text);
        let first_line = source.line(1);
        // Damage is shown where it first stands, an encoding at the beginning.
        let place =
            |code| match source.text.find('\u{FFFD}').filter(|_| code == Code::EncodingBroken) {
                Some(at) => Span::new(at, at + '\u{FFFD}'.len_utf8()),
                None => first_line,
            };
        let warnings = doubts
            .into_iter()
            .map(|(code, message)| Diagnostic::new(code, place(code), message))
            .collect();
        Warned { value: source, warnings }
    }

    /// The name, as messages show it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text of a span; what lies outside the text is left out.
    pub fn slice(&self, span: Span) -> &str {
        let start = self.boundary(span.start);
        &self.text[start..self.boundary(span.end).max(start)]
    }

    /// The nearest character boundary at or before a byte.
    pub fn boundary(&self, byte: usize) -> usize {
        let mut at = byte.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    /// The number of lines.
    pub fn line_count(&self) -> usize {
        self.line_starts.len()
    }

    /// The line on which a byte stands, counted from 1.
    pub fn line_of(&self, byte: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= byte)
    }

    /// Line and column of a byte.
    pub fn place(&self, byte: usize) -> Place {
        let line = self.line_of(byte);
        let start = self.line_starts[line - 1];
        Place { line, column: self.slice(Span::new(start, byte)).chars().count() + 1 }
    }

    /// The span of a line, counted from 1, without its line break.
    pub fn line(&self, line: usize) -> Span {
        let start = self.line_starts.get(line.wrapping_sub(1)).copied().unwrap_or(self.text.len());
        let end = self.line_starts.get(line).copied().unwrap_or(self.text.len());
        let kept = self.text[start..end].trim_end_matches(['\n', '\r']).len();
        Span::new(start, start + kept)
    }
}
