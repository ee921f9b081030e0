//! Places of a report as the page counts them: in the units of its text field.

use crate::source::{Source, Span};

/// Finds the places of what was read in the text that the page sent.
///
/// A browser counts UTF-16 units, and its text field ends every line with one of them, however the
/// report ends it.
pub(super) struct Spots<'a> {
    read: &'a Source,
    /// The text as it was sent, when the reader had to put letters right: then only lines agree.
    sent: Option<Source>,
    /// The unit at which each line begins.
    starts: Vec<usize>,
}

fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

impl<'a> Spots<'a> {
    pub(super) fn new(read: &'a Source, sent: &str) -> Spots<'a> {
        let sent = (sent != read.text()).then(|| Source::new("", sent));
        let shown = sent.as_ref().unwrap_or(read);
        let mut starts = vec![0];
        for line in 1..=shown.line_count() {
            starts.push(starts[line - 1] + units(shown.slice(shown.line(line))) + 1);
        }
        Spots { read, sent, starts }
    }

    /// From which unit to which a span goes.
    pub(super) fn of(&self, span: Span) -> [usize; 2] {
        match self.sent {
            Some(_) => {
                let first = self.read.line_of(span.start);
                let last = self.read.line_of(span.end.saturating_sub(1).max(span.start));
                [self.start(first), self.start(last + 1).saturating_sub(1)]
            }
            None => [self.unit(span.start), self.unit(span.end)],
        }
    }

    fn unit(&self, byte: usize) -> usize {
        let line = self.read.line_of(byte);
        let begin = self.read.line(line).start;
        let inside = Span::new(begin, byte.min(self.read.line(line).end).max(begin));
        self.start(line) + units(self.read.slice(inside))
    }

    fn start(&self, line: usize) -> usize {
        let last = self.starts.len() - 1;
        self.starts[(line - 1).min(last)]
    }
}
