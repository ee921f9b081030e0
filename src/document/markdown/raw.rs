//! Reads the visible lines of code blocks and raw HTML.

use super::MarkdownWalk;
use crate::document::html;
use crate::document::line::{DocumentLine, LineKind};
use crate::source::Span;
use std::ops::Range;

impl MarkdownWalk<'_, '_> {
    /// The text of a code block arrives in pieces of one or more lines.
    pub(super) fn code(&mut self, text: &str, range: Range<usize>) {
        let mut at = range.start;
        for raw in text.split_inclusive('\n') {
            let line = raw.trim_end();
            if !line.trim().is_empty() {
                let end = (at + line.len()).min(range.end);
                self.out.push(DocumentLine {
                    span: Span::new(at, end),
                    text: line.to_string(),
                    origin: vec![(0, at)],
                    form: self.form,
                    depth: self.lists.len(),
                    begins: true,
                    ..DocumentLine::default()
                });
            }
            at += raw.len();
        }
    }

    pub(super) fn inline_html(&mut self, tag: &str, range: Range<usize>) {
        if let Some(directive) = html::directive(tag, range.start) {
            if self.line.is_none() {
                self.open(range.start);
            }
            if let Some(line) = &mut self.line {
                line.directives.push(directive);
                line.span.end = line.span.end.max(range.end);
                if line.span.start == usize::MAX {
                    line.span.start = range.start;
                }
            }
            return;
        }
        match html::tag(tag) {
            Some((name, _)) if name == "br" => self.break_line(),
            Some((name, true)) if name == "li" => {
                self.flush();
                self.form = LineKind::Item { ordered: false, check: None };
                self.open(range.start);
                self.form = LineKind::Text;
            }
            Some((name, opens))
                if matches!(name.as_str(), "b" | "strong" | "i" | "em" | "u" | "code") =>
            {
                if opens && self.leading == 0 && self.at_beginning() {
                    self.emphasis += 1;
                    self.leading = self.emphasis;
                } else if !opens && self.leading > 0 {
                    self.leading = 0;
                    self.emphasis = self.emphasis.saturating_sub(1);
                    if let Some(line) = &mut self.line {
                        line.lead = line.text.len();
                    }
                }
            }
            _ if html::is_placeholder(tag) => self.put(tag, range),
            _ => {}
        }
    }

    pub(super) fn end_html(&mut self) {
        let Some(block) = self.html.take() else {
            return;
        };
        for mut line in html::lines(&self.text[block.clone()], block.start, self.lists.len()) {
            if self.quotes > 0 && line.form == LineKind::Text {
                line.form = LineKind::Quote;
            }
            self.out.push(line);
        }
    }
}

/// True for a paragraph that is broken by `<br>` in the middle of its lines: where these lines end
/// in the source then means nothing.
pub(super) fn breaks_inside_lines(paragraph: &str) -> bool {
    let inside = |line: &str| {
        let pieces: Vec<&str> = line.split('<').collect();
        let breaks = pieces.iter().skip(1).filter_map(|piece| {
            let (name, behind) = piece.split_once('>')?;
            name.trim_end_matches(['/', ' ']).eq_ignore_ascii_case("br").then_some(behind)
        });
        breaks.filter(|behind| !behind.trim().is_empty()).count()
    };
    paragraph.lines().map(inside).sum::<usize>() >= 2
}
