//! A report as runs of text: paragraphs, items, headings, cells, each with its pieces line by
//! line.

use crate::document::events::{Event, Tag, TagEnd, events};
use crate::document::{html_tag, marks};
use std::ops::Range;

/// The text of a leaf block.
#[derive(Debug, Clone)]
pub(crate) struct TextRun {
    pub(crate) kind: RunKind,
    pub(crate) range: Range<usize>,
    /// Its parts, in order.
    pub(crate) pieces: Vec<RunPiece>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RunKind {
    Heading,
    /// A paragraph, possibly in an item.
    Text,
    Cell,
    Html,
    Code,
}

/// A piece of a run: text, code, emphasis, a link, or a line break.
#[derive(Debug, Clone)]
pub(crate) struct RunPiece {
    pub(crate) range: Range<usize>,
    /// The visible letters.
    pub(crate) shown: String,
    /// True if a line ends here.
    pub(crate) breaks: bool,
    /// True if all of it is bold or italic.
    pub(crate) emphasised: bool,
}

/// The runs of a report, in order, below its front matter.
pub(crate) fn runs(text: &str) -> Vec<TextRun> {
    let mut walk =
        RunWalk { runs: Vec::new(), open: false, depth: 0, pictures: marks::pictures(text) };
    for (event, range) in events(text) {
        walk.event(event, range);
    }
    walk.runs
}

impl TextRun {
    /// The visible text.
    pub(crate) fn shown(&self) -> String {
        shown(&self.pieces)
    }

    /// The pieces of each line.
    pub(crate) fn lines(&self) -> Vec<&[RunPiece]> {
        self.pieces.split(|piece| piece.breaks).filter(|line| !line.is_empty()).collect()
    }
}

/// The visible text of some pieces.
pub(crate) fn shown(pieces: &[RunPiece]) -> String {
    pieces.iter().map(|piece| piece.shown.as_str()).collect()
}

struct RunWalk {
    runs: Vec<TextRun>,
    /// True while the last run continues.
    open: bool,
    /// The nesting depth in emphasis, links and images.
    depth: usize,
    pictures: Vec<Range<usize>>,
}

impl RunWalk {
    fn event(&mut self, event: Event, range: Range<usize>) {
        match event {
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough) => {
                self.enter(range, true)
            }
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => self.enter(range, false),
            Event::End(
                TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough
                | TagEnd::Link
                | TagEnd::Image,
            ) => {
                self.depth = self.depth.saturating_sub(1);
            }
            Event::Start(tag) => {
                self.open = false;
                let kind = match tag {
                    Tag::Heading { .. } => RunKind::Heading,
                    Tag::Paragraph => RunKind::Text,
                    Tag::TableCell => RunKind::Cell,
                    Tag::HtmlBlock => RunKind::Html,
                    Tag::CodeBlock(_) => RunKind::Code,
                    _ => return,
                };
                self.begin(kind, range);
            }
            Event::End(_) | Event::Rule => self.open = false,
            // A checkbox at the start of a line is not part of its text.
            Event::TaskListMarker(_) => {}
            Event::Html(_) => {}
            event => self.inline(event, range),
        }
    }

    fn begin(&mut self, kind: RunKind, range: Range<usize>) {
        self.runs.push(TextRun { kind, range, pieces: Vec::new() });
        (self.open, self.depth) = (true, 0);
    }

    /// The current run; the text of a tight item has no paragraph to begin it.
    fn run(&mut self, range: &Range<usize>) -> Option<&mut TextRun> {
        if !self.open {
            self.begin(RunKind::Text, range.clone());
        }
        let run = self.runs.last_mut()?;
        run.range.end = run.range.end.max(range.end);
        Some(run)
    }

    fn enter(&mut self, range: Range<usize>, emphasised: bool) {
        let outermost = self.depth == 0;
        if let Some(run) = self.run(&range)
            && outermost
        {
            run.pieces.push(RunPiece { range, shown: String::new(), breaks: false, emphasised });
        }
        self.depth += 1;
    }

    fn inline(&mut self, event: Event, range: Range<usize>) {
        // A picture inserted at the end of a line is not part of it.
        let picture = self
            .pictures
            .iter()
            .any(|picture| picture.start <= range.start && range.start < picture.end);
        let (shown, breaks) = match event {
            Event::SoftBreak | Event::HardBreak => (" ", true),
            Event::InlineHtml(ref tag) => ("", ends_line(tag)),
            Event::Text(ref text) | Event::Code(ref text) => (&**text, false),
            _ => ("", false),
        };
        let depth = self.depth;
        let Some(run) = self.run(&range).filter(|run| run.kind != RunKind::Code) else {
            return;
        };
        match run.pieces.last_mut() {
            Some(last) if depth > 0 => last.shown.push_str(shown),
            _ => run.pieces.push(RunPiece {
                range,
                shown: shown.into(),
                breaks: breaks || picture,
                emphasised: false,
            }),
        }
    }
}

/// True if a tag ends the line or the item it is in.
fn ends_line(tag: &str) -> bool {
    html_tag(tag).is_some_and(|(name, _)| ENDS.contains(&name.as_str()))
}

/// The HTML elements that begin and end lines.
const ENDS: &[&str] = &[
    "br", "li", "ul", "ol", "p", "div", "tr", "table", "section", "details", "summary",
    "blockquote", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "dt", "dd", "td", "th", "pre",
];

/// The end of the text at a byte of HTML: before the next tag that ends a line.
pub(crate) fn html_text_end(text: &str, from: usize, block_end: usize) -> usize {
    let mut at = from;
    while at < block_end {
        let Some(found) = text[at..block_end].find('<') else {
            return block_end;
        };
        let start = at + found;
        if text[start..].starts_with("<!--") {
            at = text[start..block_end]
                .find("-->")
                .map_or(block_end, |end| start + end + "-->".len());
            continue;
        }
        if ends_line(&text[start..block_end]) {
            return start;
        }
        at = start + 1;
    }
    block_end
}
