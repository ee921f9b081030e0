//! Reads Markdown into [`DocumentLine`]s: the visible lines, each with its place in the source.
//!
//! Soft breaks end a line, since a timeline is often one paragraph of bare lines. Constructs that
//! CommonMark does not recognise (`##Heading`, `•` bullets, a report inside a code fence, HTML
//! lists) are read as they were meant.

mod raw;

use crate::document::extent::{self, Extent};
use crate::document::fence::{MOST_FENCES, report_inside};
use crate::document::footnotes;
use crate::document::front_matter::front_matter;
use crate::document::lenient::{self, line_feeds};
use crate::document::line::{DocumentLine, LineKind};
use crate::document::marks;
use crate::document::run_on;
use crate::source::{Source, Span};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use std::cell::Cell;
use std::ops::Range;

thread_local! {
    static READ: Cell<usize> = const { Cell::new(0) };
}

/// The number of documents that this thread has read so far. Tests use it to make sure that every
/// document is read only once.
pub fn documents_read() -> usize {
    READ.get()
}

/// All non-empty lines of a report, and its extent in the file if the file contains more.
pub(crate) fn read(source: &Source) -> (Vec<DocumentLine>, Option<Extent>) {
    READ.set(READ.get() + 1);
    let whole = line_feeds(source.text());
    // Embedded pictures are not part of the report's text.
    let report = marks::without(&whole);
    let text = &*report.text;
    let mut lines = Vec::new();
    let body = front_matter(text, &mut lines);
    MarkdownWalk::new(text, body, &mut lines).run(0);
    let mut lines = run_on::divided(lenient::tidy(text, lines));
    lines.iter_mut().for_each(footnotes::without_marks);
    report.place(&mut lines);
    extent::narrowed(source, lines)
}

/// The Markdown extensions in use. Code that edits a report must parse it the same way.
pub(crate) fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS
}

/// A walk over one stretch of Markdown.
struct MarkdownWalk<'a, 'o> {
    text: &'a str,
    base: usize,
    out: &'o mut Vec<DocumentLine>,
    line: Option<DocumentLine>,
    lists: Vec<bool>,
    quotes: usize,
    form: LineKind,
    /// The emphasis depth that began at the start of the line.
    leading: usize,
    emphasis: usize,
    image: usize,
    /// Where the text of a link to the report itself begins.
    mark: Option<usize>,
    html: Option<Range<usize>>,
    /// True inside a code block.
    coding: bool,
    /// True inside a paragraph whose lines are broken by `<br>` wherever the author wrapped them.
    wrapped: bool,
}

impl<'a, 'o> MarkdownWalk<'a, 'o> {
    fn new(text: &'a str, base: usize, out: &'o mut Vec<DocumentLine>) -> MarkdownWalk<'a, 'o> {
        MarkdownWalk {
            text,
            base,
            out,
            line: None,
            lists: Vec::new(),
            quotes: 0,
            form: LineKind::Text,
            leading: 0,
            emphasis: 0,
            image: 0,
            mark: None,
            html: None,
            coding: false,
            wrapped: false,
        }
    }

    fn run(mut self, fences: usize) {
        let stretch = &self.text[self.base..];
        let options = options();
        let mut skip_to = 0;
        for (event, range) in Parser::new_ext(stretch, options).into_offset_iter() {
            let range = range.start + self.base..range.end + self.base;
            if range.start < skip_to {
                continue;
            }
            if let Event::Start(Tag::CodeBlock(kind)) = &event {
                self.flush();
                let fenced = fences < MOST_FENCES && matches!(kind, CodeBlockKind::Fenced(_));
                if let Some(inner) = report_inside(self.text, &range).filter(|_| fenced) {
                    skip_to = range.end;
                    MarkdownWalk::new(&self.text[..inner.end], inner.start, self.out)
                        .run(fences + 1);
                    continue;
                }
            }
            self.event(event, range);
        }
        self.flush();
    }

    fn event(&mut self, event: Event, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                match self.form {
                    _ if self.coding => self.code(&text, range),
                    _ => self.put(&text, range),
                }
            }
            Event::Code(code) => {
                let before = self.line.as_ref().map_or(0, |line| line.text.len());
                self.put(&code, range);
                self.lead_ends(before);
            }
            Event::SoftBreak if self.wrapped => self.go_on(range),
            Event::SoftBreak | Event::HardBreak => self.break_line(),
            Event::InlineHtml(tag) => self.inline_html(&tag, range),
            Event::Html(_) => {
                let block = self.html.get_or_insert(range.clone());
                block.end = range.end;
            }
            Event::TaskListMarker(done) => {
                if let Some(DocumentLine { form: LineKind::Item { check, .. }, .. }) =
                    &mut self.line
                {
                    *check = Some(done);
                }
            }
            Event::Rule => self.flush(),
            Event::FootnoteReference(_) => {}
        }
    }

    fn start(&mut self, tag: Tag, range: Range<usize>) {
        match tag {
            Tag::Paragraph => {
                self.wrapped = raw::breaks_inside_lines(&self.text[range]);
                // The paragraph of a loose item is the item's own first line.
                if self.line.as_ref().is_none_or(|line| !line.text.is_empty()) {
                    self.flush();
                }
            }
            Tag::Heading { level, .. } => {
                self.flush();
                self.form = LineKind::Heading(level as u8);
                self.open(range.start);
            }
            Tag::BlockQuote(_) => {
                self.flush();
                self.quotes += 1;
            }
            // An indented timeline arrives as code, but is text.
            Tag::CodeBlock(kind) => {
                self.coding = true;
                self.form =
                    if kind == CodeBlockKind::Indented { LineKind::Text } else { LineKind::Code };
            }
            Tag::List(first) => {
                self.flush();
                self.lists.push(first.is_some());
            }
            Tag::Item => {
                self.flush();
                self.form = LineKind::Item {
                    ordered: self.lists.last().copied().unwrap_or(false),
                    check: None,
                };
                self.open(range.start);
                self.form = LineKind::Text;
            }
            Tag::TableHead => {
                self.flush();
                self.form = LineKind::HeaderRow;
                self.open(range.start);
            }
            Tag::TableRow => {
                self.flush();
                self.form = LineKind::Row;
                self.open(range.start);
            }
            Tag::TableCell => {
                if let Some(line) = &mut self.line {
                    if !line.cells.is_empty() {
                        line.text.push_str(" | ");
                    }
                    line.cells.push(line.text.len()..line.text.len());
                }
            }
            Tag::Emphasis | Tag::Strong => {
                self.emphasis += 1;
                if self.leading == 0 && self.at_beginning() {
                    self.leading = self.emphasis;
                }
                if self.line.is_none() {
                    self.open(range.start);
                }
            }
            // A link to a place in the report itself may be the mark of a footnote.
            Tag::Link { dest_url, .. } if dest_url.starts_with('#') => {
                self.mark = Some(self.line.as_ref().map_or(0, |line| line.text.len()));
            }
            Tag::Image { .. } => self.image += 1,
            Tag::HtmlBlock => {
                self.flush();
                self.html = None;
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::Paragraph | TagEnd::Item | TagEnd::TableHead | TagEnd::TableRow => {
                self.flush();
                self.wrapped = false;
                self.form = LineKind::Text;
            }
            TagEnd::CodeBlock => {
                self.flush();
                self.coding = false;
                self.form = LineKind::Text;
            }
            TagEnd::BlockQuote(_) => {
                self.flush();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
            }
            TagEnd::TableCell => {
                if let Some(line) = &mut self.line
                    && let Some(cell) = line.cells.last_mut()
                {
                    cell.end = line.text.len();
                }
            }
            TagEnd::Emphasis | TagEnd::Strong => {
                if self.leading == self.emphasis && self.leading > 0 {
                    self.leading = 0;
                    if let Some(line) = &mut self.line {
                        line.lead = line.text.len();
                    }
                }
                self.emphasis = self.emphasis.saturating_sub(1);
            }
            TagEnd::Link => {
                if let (Some(from), Some(line)) = (self.mark.take(), &mut self.line)
                    && line.text.get(from..).is_some_and(footnotes::is_number)
                {
                    line.cut(from..line.text.len());
                }
            }
            TagEnd::Image => self.image = self.image.saturating_sub(1),
            TagEnd::HtmlBlock => self.end_html(),
            _ => {}
        }
    }

    /// A Setext underline below several lines or a long one was meant as a rule.
    fn end_heading(&mut self) {
        if let Some(line) = &mut self.line
            && matches!(line.form, LineKind::Heading(_))
        {
            let hashes = self.text[line.span.start..].trim_start().starts_with('#');
            if !hashes && line.text.chars().count() > 80 {
                line.form = LineKind::Text;
            }
        }
        self.flush();
        self.form = LineKind::Text;
    }

    /// True if the line contains nothing but ornament so far.
    fn at_beginning(&self) -> bool {
        self.line.as_ref().is_none_or(|line| !line.text.contains(char::is_alphanumeric))
    }

    fn lead_ends(&mut self, before: usize) {
        if let Some(line) = &mut self.line
            // Text after a whole screen width of ornament is not a lead.
            && before < 200
            && !line.text[..before.min(line.text.len())].contains(char::is_alphanumeric)
        {
            line.lead = line.text.len();
        }
    }

    fn open(&mut self, start: usize) {
        let form = if self.quotes > 0 && self.form == LineKind::Text {
            LineKind::Quote
        } else {
            self.form
        };
        self.line = Some(DocumentLine {
            span: Span::new(start, start),
            form,
            depth: self.lists.len(),
            begins: true,
            ..DocumentLine::default()
        });
    }

    fn put(&mut self, text: &str, range: Range<usize>) {
        if self.image > 0 {
            return;
        }
        if self.line.is_none() {
            self.open(range.start);
        }
        if let Some(line) = &mut self.line {
            if line.text.is_empty() {
                line.span.start = line.span.start.min(range.start);
            }
            line.origin.push((line.text.len(), range.start));
            line.text.push_str(text);
            line.span.end = line.span.end.max(range.end);
        }
    }

    /// Goes on with a line that is only wrapped in the source.
    fn go_on(&mut self, range: Range<usize>) {
        if self.line.as_ref().is_some_and(|line| !line.text.is_empty()) {
            self.put(" ", range);
        }
    }

    /// Ends the line, but not the paragraph.
    fn break_line(&mut self) {
        if matches!(self.form, LineKind::HeaderRow | LineKind::Row) {
            return;
        }
        let Some(line) = self.line.take() else { return };
        let next = match line.form {
            // Several lines above a Setext underline: all of them are text.
            LineKind::Heading(_) => LineKind::Text,
            LineKind::Item { .. } => LineKind::Text,
            other => other,
        };
        let open_lead = self.leading > 0;
        let depth = line.depth;
        let form =
            if matches!(line.form, LineKind::Heading(_)) { LineKind::Text } else { line.form };
        let empty_item = line.text.trim().is_empty() && matches!(form, LineKind::Item { .. });
        if empty_item {
            self.line = Some(line);
            return;
        }
        self.out.push(DocumentLine {
            form,
            lead: if open_lead { line.text.len() } else { line.lead },
            ..line
        });
        self.form =
            if matches!(self.form, LineKind::Heading(_)) { LineKind::Text } else { self.form };
        // The first piece of text sets the place.
        self.line = Some(DocumentLine {
            span: Span { start: usize::MAX, end: 0 },
            form: next,
            depth,
            begins: false,
            ..DocumentLine::default()
        });
    }

    fn flush(&mut self) {
        self.leading = 0;
        if let Some(line) = self.line.take()
            && (!line.text.trim().is_empty() || !line.directives.is_empty())
        {
            self.out.push(line);
        }
    }
}
