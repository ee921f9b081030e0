//! A visible line of a report, with its place in the source.

use crate::source::Span;
use crate::time::scan::is_blank;
use std::ops::Range;

/// A visible line of the report.
#[derive(Debug, Clone, Default)]
pub(crate) struct DocumentLine {
    /// From its first byte to its last, markers included.
    pub(crate) span: Span,
    /// The text without its markup.
    pub(crate) text: String,
    /// The origin of each piece of the text: its offset in the text, and its byte in the source.
    pub(crate) origin: Vec<(usize, usize)>,
    pub(crate) form: LineKind,
    /// List nesting depth.
    pub(crate) depth: usize,
    /// True if it begins a paragraph, an item or a heading; false for the following lines of the
    /// same one.
    pub(crate) begins: bool,
    /// The length of the emphasised beginning of the text: `**Impact:** …`.
    pub(crate) lead: usize,
    /// The cells of a table row, as ranges of the text.
    pub(crate) cells: Vec<Range<usize>>,
    /// The contents of the `<!-- postmirth: … -->` comments on it.
    pub(crate) directives: Vec<Span>,
}
/// The kind of a line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum LineKind {
    /// A line of a paragraph.
    #[default]
    Text,
    Heading(u8),
    /// The first line of a list item, with its checkbox.
    Item {
        ordered: bool,
        check: Option<bool>,
    },
    HeaderRow,
    Row,
    /// A line of a code block.
    Code,
    /// A line of a block quote.
    Quote,
    /// A line of YAML or TOML before the report.
    FrontMatter,
}

/// The byte of the source behind a byte of a text, whose pieces begin at these places of the text
/// and of the source.
pub(super) fn source_of(origin: &[(usize, usize)], span: Span, at: usize) -> usize {
    let piece = origin.partition_point(|(text, _)| *text <= at).saturating_sub(1);
    origin
        .get(piece)
        .map_or(span.start, |(text, source)| (source + at.saturating_sub(*text)).min(span.end))
}

impl DocumentLine {
    /// The place in the source of a range of the text.
    pub(crate) fn place(&self, range: Range<usize>) -> Span {
        let end = if range.end > range.start {
            self.source_of(range.end - 1) + 1
        } else {
            self.source_of(range.start)
        };
        Span::new(self.source_of(range.start), end)
    }

    pub(crate) fn source_of(&self, at: usize) -> usize {
        source_of(&self.origin, self.span, at)
    }

    /// Takes a range out of the text.
    pub(crate) fn cut(&mut self, range: Range<usize>) {
        let after = self.source_of(range.end);
        let by = range.len();
        let moved = |at: usize| match at {
            at if at >= range.end => at - by,
            at => at.min(range.start),
        };
        let origin = std::mem::take(&mut self.origin);
        let (before, behind): (Vec<_>, Vec<_>) =
            origin.into_iter().partition(|(at, _)| *at < range.start);
        self.origin = before;
        if range.end < self.text.len() {
            self.origin.push((range.start, after));
        }
        let behind = behind.into_iter().filter(|(at, _)| *at > range.end);
        self.origin.extend(behind.map(|(at, source)| (at - by, source)));
        self.lead = moved(self.lead);
        for cell in &mut self.cells {
            *cell = moved(cell.start)..moved(cell.end);
        }
        self.text.replace_range(range, "");
    }

    pub(crate) fn is_item(&self) -> bool {
        matches!(self.form, LineKind::Item { .. })
    }

    pub(crate) fn is_heading(&self) -> bool {
        matches!(self.form, LineKind::Heading(_))
    }

    /// True if all of it is emphasised, apart from a closing colon.
    pub(crate) fn all_emphasised(&self) -> bool {
        self.lead > 0
            && self.text[self.lead.min(self.text.len())..]
                .trim_matches(|c: char| is_blank(c) || matches!(c, ':' | '.'))
                .is_empty()
    }

    /// Part of the line as a line of its own.
    pub(crate) fn part(&self, range: Range<usize>) -> DocumentLine {
        let from = self.origin.partition_point(|(at, _)| *at <= range.start);
        let inside = self.origin[from..].iter().take_while(|(at, _)| *at < range.end);
        let first = (0, self.source_of(range.start));
        let origin = std::iter::once(first)
            .chain(inside.map(|(at, source)| (at - range.start, *source)))
            .collect();
        let span = self.place(range.clone());
        let text = self.text[range].to_string();
        let DocumentLine { form, depth, begins, .. } = *self;
        DocumentLine { span, text, origin, form, depth, begins, ..DocumentLine::default() }
    }
}
