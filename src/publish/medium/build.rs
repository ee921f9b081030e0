//! Puts blocks together from what is met in Markdown and in HTML alike, and flattens what Medium
//! cannot nest.

use super::block::{Ended, PageBlock};
use super::inline::{RichLine, RichLook};
use super::nested::is_safe;
use super::paragraph::{self, ParagraphPart};
use super::table::PageTable;
use crate::edit::escape::xml;
use std::rc::Rc;

/// The blocks so far, and what is still open.
pub(super) struct Builder<'a> {
    pub(super) source: &'a str,
    /// Where the timeline's entries begin, in order.
    pub(super) entries: Vec<usize>,
    pub(super) blocks: Vec<Ended>,
    pub(super) lines: Vec<RichLine>,
    /// The number of times that each kind of emphasis has begun and not ended.
    pub(super) strong: usize,
    pub(super) em: usize,
    pub(super) code: usize,
    pub(super) link: Option<Rc<str>>,
    pub(super) heading: Option<u8>,
    pub(super) lists: Vec<OpenList>,
    pub(super) open: Open,
    pub(super) quotes: usize,
    pub(super) quote: Vec<String>,
    pub(super) table: Option<PageTable>,
    /// True for a page that shows tables and holds its pictures; Medium does neither.
    pub(super) whole: bool,
    /// The last place that was read.
    pub(super) end: usize,
}

/// A list that has begun.
pub(super) struct OpenList {
    pub(super) ordered: bool,
    pub(super) number: u64,
}

/// The flat list that is being made of one and all in it.
#[derive(Default)]
pub(super) struct Open {
    pub(super) ordered: bool,
    pub(super) first: u64,
    pub(super) items: Vec<Vec<String>>,
    /// The text before the next one: a dash for an inner list, a check box.
    pub(super) lead: String,
}

/// Kinds of emphasis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Emphasis {
    Strong,
    Em,
    Code,
}

impl<'a> Builder<'a> {
    pub(super) fn new(source: &'a str, mut entries: Vec<usize>, whole: bool) -> Builder<'a> {
        entries.sort_unstable();
        Builder {
            source,
            entries,
            blocks: Vec::new(),
            lines: Vec::new(),
            strong: 0,
            em: 0,
            code: 0,
            link: None,
            heading: None,
            lists: Vec::new(),
            open: Open::default(),
            quotes: 0,
            quote: Vec::new(),
            table: None,
            whole,
            end: 0,
        }
    }

    /// Moves on to a place in the report.
    pub(super) fn reach(&mut self, end: usize) {
        self.end = self.end.max(end);
    }

    /// Adds letters to the running text.
    pub(super) fn put(&mut self, text: &str, at: usize) {
        let look = RichLook {
            link: self.link.clone(),
            strong: self.strong > 0,
            em: self.em > 0,
            code: self.code > 0,
        };
        self.put_as(text, at, &look);
    }

    pub(super) fn put_as(&mut self, text: &str, at: usize, look: &RichLook) {
        if self.lines.is_empty() {
            self.lines.push(RichLine::new(at, false));
        }
        if let Some(line) = self.lines.last_mut() {
            if line.is_blank() {
                line.at = at;
            }
            line.put(text, look);
        }
    }

    /// Ends the line; a hard break is one that its author wanted, and two of them end the
    /// paragraph.
    pub(super) fn break_line(&mut self, hard: bool) {
        let flat = self.lists.is_empty() && self.quotes == 0 && self.heading.is_none();
        match self.lines.last_mut() {
            Some(line) if line.is_blank() && line.hard && hard && flat => self.flush(),
            Some(line) if line.is_blank() => line.hard |= hard,
            Some(_) => self.lines.push(RichLine::new(self.end, hard)),
            None => {}
        }
    }

    pub(super) fn emphasise(&mut self, kind: Emphasis, opens: bool) {
        let count = match kind {
            Emphasis::Strong => &mut self.strong,
            Emphasis::Em => &mut self.em,
            Emphasis::Code => &mut self.code,
        };
        *count = if opens { *count + 1 } else { count.saturating_sub(1) };
    }

    pub(super) fn start_link(&mut self, to: &str) {
        self.link = is_safe(to).then(|| Rc::from(to.trim()));
    }

    pub(super) fn end_link(&mut self) {
        self.link = None;
    }

    /// Ends a paragraph, with all emphasis that was left open in it.
    pub(super) fn end_paragraph(&mut self) {
        self.flush();
        (self.strong, self.em, self.code) = (0, 0, 0);
        self.link = None;
    }

    /// Writes the running text so far as what it belongs to.
    pub(super) fn flush(&mut self) {
        if self.table.is_some() {
            return;
        }
        let lines: Vec<RichLine> = std::mem::take(&mut self.lines)
            .into_iter()
            .map(RichLine::trimmed)
            .filter(|line| !line.is_blank())
            .collect();
        if lines.is_empty() {
            return;
        }
        if let Some(level) = self.heading {
            let line = paragraph::one(&lines).looking(|look| look.strong = false);
            self.push(PageBlock::Heading(level, line));
        } else if !self.lists.is_empty() || self.quotes > 0 {
            self.part(paragraph::html(&lines, &self.entries));
        } else {
            for (part, end) in paragraph::parts(lines, &self.entries, self.end) {
                self.push_at(part_block(part), end);
            }
        }
    }

    /// Adds a part to the item or the quotation that is open.
    pub(super) fn part(&mut self, html: String) {
        if self.lists.is_empty() {
            return self.quote.push(html);
        }
        let html = format!("{}{html}", std::mem::take(&mut self.open.lead));
        match self.open.items.last_mut() {
            Some(item) => item.push(html),
            None => self.open.items.push(vec![html]),
        }
    }

    pub(super) fn push(&mut self, block: PageBlock) {
        self.push_at(block, self.end);
    }

    fn push_at(&mut self, block: PageBlock, end: usize) {
        let end = self.source.get(..end).map_or(end, |before| before.trim_end().len());
        self.blocks.push(Ended { block, end });
    }

    pub(super) fn start_heading(&mut self, level: u8) {
        self.end_paragraph();
        self.heading = Some(level);
    }

    /// Ends a heading; one that was none is a paragraph.
    pub(super) fn end_heading(&mut self, meant: bool) {
        if !meant || !self.lists.is_empty() || self.quotes > 0 {
            self.heading = None;
        }
        self.end_paragraph();
        self.heading = None;
    }

    /// The length of the heading's text so far, and the number of its lines.
    pub(super) fn running(&self) -> (usize, usize) {
        (self.lines.iter().map(|line| line.text().chars().count()).sum(), self.lines.len())
    }

    /// Ends whatever is open, since what comes stands for itself.
    pub(super) fn end_all(&mut self) {
        self.end_table();
        while !self.lists.is_empty() {
            self.end_list();
        }
        self.quotes = self.quotes.min(1);
        self.end_quote();
    }

    pub(super) fn code_block(&mut self, text: &str) {
        self.flush();
        let text = text.trim_end();
        if self.lists.is_empty() && self.quotes == 0 && self.table.is_none() {
            if !text.is_empty() {
                self.push(PageBlock::Code(text.to_string()));
            }
            return;
        }
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        let lines: Vec<String> = lines.map(|line| format!("<code>{}</code>", xml(line))).collect();
        if !lines.is_empty() && self.table.is_none() {
            self.part(lines.join("<br/>"));
        }
    }

    pub(super) fn rule(&mut self) {
        self.end_paragraph();
        if self.lists.is_empty() && self.quotes == 0 {
            self.push(PageBlock::Rule);
        }
    }
}

fn part_block(part: ParagraphPart) -> PageBlock {
    match part {
        ParagraphPart::Heading(level, line) => {
            PageBlock::Heading(level, line.looking(|look| look.strong = false))
        }
        ParagraphPart::Paragraph(text, html) => PageBlock::Paragraph(text, html),
        ParagraphPart::Items(items) => PageBlock::List { ordered: false, items },
    }
}
