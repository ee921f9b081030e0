//! Puts blocks together from what is met in Markdown and in HTML alike, and flattens what Medium
//! cannot nest.

use super::block::{Block, Ended};
use super::inline::{Line, Look};
use super::paragraph::{self, Part};
use super::table::Table;
use crate::edit::escape::xml;
use std::ops::Range;
use std::rc::Rc;

/// The blocks so far, and what is still open.
pub(super) struct Builder<'a> {
    source: &'a str,
    /// Where the timeline's entries begin, in order.
    entries: Vec<usize>,
    pub(super) blocks: Vec<Ended>,
    lines: Vec<Line>,
    /// How often each kind of emphasis has begun and not ended.
    strong: usize,
    em: usize,
    code: usize,
    link: Option<Rc<str>>,
    heading: Option<u8>,
    lists: Vec<List>,
    open: Open,
    quotes: usize,
    quote: Vec<String>,
    table: Option<Table>,
    /// The last place that was read.
    end: usize,
}

/// A list that has begun.
struct List {
    ordered: bool,
    number: u64,
}

/// The flat list that is being made of one and all in it.
#[derive(Default)]
struct Open {
    ordered: bool,
    first: u64,
    items: Vec<Vec<String>>,
    /// What comes before the next text: a dash for an inner list, a check box.
    lead: String,
}

/// Kinds of emphasis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Emphasis {
    Strong,
    Em,
    Code,
}

impl<'a> Builder<'a> {
    pub(super) fn new(source: &'a str, mut entries: Vec<usize>) -> Builder<'a> {
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
            end: 0,
        }
    }

    /// Moves on to a place in the report.
    pub(super) fn reach(&mut self, end: usize) {
        self.end = self.end.max(end);
    }

    /// Adds letters to the running text.
    pub(super) fn put(&mut self, text: &str, at: usize) {
        let look = Look {
            link: self.link.clone(),
            strong: self.strong > 0,
            em: self.em > 0,
            code: self.code > 0,
        };
        self.put_as(text, at, &look);
    }

    fn put_as(&mut self, text: &str, at: usize, look: &Look) {
        if self.lines.is_empty() {
            self.lines.push(Line::new(at, false));
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
            Some(_) => self.lines.push(Line::new(self.end, hard)),
            None => {}
        }
    }

    pub(super) fn emphasise(&mut self, kind: Emphasis, opens: bool) {
        let count = match kind {
            Emphasis::Strong => &mut self.strong,
            Emphasis::Em => &mut self.em,
            Emphasis::Code => &mut self.code,
        };
        *count = if opens {
            *count + 1
        } else {
            count.saturating_sub(1)
        };
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
        let lines: Vec<Line> = std::mem::take(&mut self.lines)
            .into_iter()
            .map(Line::trimmed)
            .filter(|line| !line.is_blank())
            .collect();
        if lines.is_empty() {
            return;
        }
        if let Some(level) = self.heading {
            let line = paragraph::one(&lines).looking(|look| look.strong = false);
            self.push(Block::Heading(level, line));
        } else if !self.lists.is_empty() || self.quotes > 0 {
            self.part(paragraph::html(&lines, &self.entries));
        } else {
            for (part, end) in paragraph::parts(lines, &self.entries, self.end) {
                self.push_at(part_block(part), end);
            }
        }
    }

    /// Adds a part to the item or the quotation that is open.
    fn part(&mut self, html: String) {
        if self.lists.is_empty() {
            return self.quote.push(html);
        }
        let html = format!("{}{html}", std::mem::take(&mut self.open.lead));
        match self.open.items.last_mut() {
            Some(item) => item.push(html),
            None => self.open.items.push(vec![html]),
        }
    }

    fn push(&mut self, block: Block) {
        self.push_at(block, self.end);
    }

    fn push_at(&mut self, block: Block, end: usize) {
        let end = self
            .source
            .get(..end)
            .map_or(end, |before| before.trim_end().len());
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

    /// How much text the heading has so far, and in how many lines.
    pub(super) fn running(&self) -> (usize, usize) {
        (
            self.lines
                .iter()
                .map(|line| line.text().chars().count())
                .sum(),
            self.lines.len(),
        )
    }

    pub(super) fn start_list(&mut self, first: Option<u64>) {
        self.flush();
        if self.lists.is_empty() {
            self.open = Open {
                ordered: first.is_some(),
                first: first.unwrap_or(1),
                ..Open::default()
            };
        }
        self.lists.push(List {
            ordered: first.is_some(),
            number: first.unwrap_or(1),
        });
    }

    pub(super) fn end_list(&mut self) {
        self.end_paragraph();
        if self.lists.pop().is_none() || !self.lists.is_empty() {
            return;
        }
        let open = std::mem::take(&mut self.open);
        let items: Vec<String> = open
            .items
            .iter()
            .filter(|item| !item.is_empty())
            .map(|item| item.join("<br/>"))
            .collect();
        // Medium counts every list from one, and a quotation holds none.
        let led = |(index, item): (usize, String)| {
            if open.ordered {
                format!("{}. {item}", open.first + index as u64)
            } else {
                format!("• {item}")
            }
        };
        if self.quotes > 0 {
            self.quote.extend(items.into_iter().enumerate().map(led));
        } else if open.ordered && open.first != 1 {
            for html in items.into_iter().enumerate().map(led) {
                self.push(Block::Paragraph(String::new(), html));
            }
        } else if !items.is_empty() {
            self.push(Block::List {
                ordered: open.ordered,
                items,
            });
        }
    }

    /// Begins an item. Items of inner lists follow their parents with a dash; within a numbered
    /// list they stay in their parent's item, or the numbers would be wrong.
    pub(super) fn start_item(&mut self) {
        self.flush();
        if self.lists.is_empty() {
            self.start_list(None);
        }
        let inner = self.lists.len() > 1;
        let Some(list) = self.lists.last_mut() else {
            return;
        };
        let lead = if list.ordered {
            format!("{}. ", list.number)
        } else {
            "– ".to_string()
        };
        list.number += 1;
        self.open.lead = if inner { lead } else { String::new() };
        if !(inner && self.open.ordered) {
            self.open.items.push(Vec::new());
        }
    }

    pub(super) fn check(&mut self, done: bool) {
        self.open.lead.push_str(if done { "☑ " } else { "☐ " });
    }

    pub(super) fn start_quote(&mut self) {
        self.end_paragraph();
        self.quotes += 1;
    }

    pub(super) fn end_quote(&mut self) {
        self.end_paragraph();
        self.quotes = self.quotes.saturating_sub(1);
        if self.quotes == 0 && !self.quote.is_empty() {
            let parts = std::mem::take(&mut self.quote);
            self.push(Block::Quote(parts));
        }
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
                self.push(Block::Code(text.to_string()));
            }
            return;
        }
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        let lines: Vec<String> = lines
            .map(|line| format!("<code>{}</code>", xml(line)))
            .collect();
        if !lines.is_empty() && self.table.is_none() {
            self.part(lines.join("<br/>"));
        }
    }

    pub(super) fn rule(&mut self) {
        self.end_paragraph();
        if self.lists.is_empty() && self.quotes == 0 {
            self.push(Block::Rule);
        }
    }

    /// A picture of the report: on the web it stays, elsewhere it is to be uploaded. Linked ones
    /// are badges.
    pub(super) fn picture(&mut self, from: &str, alt: &str, at: usize) {
        let from = from.trim();
        let web = is_safe(from) && !from.to_ascii_lowercase().starts_with("mailto:");
        let flat = self.lists.is_empty()
            && self.quotes == 0
            && self.table.is_none()
            && self.heading.is_none();
        let named = if alt.trim().is_empty() {
            "picture"
        } else {
            alt.trim()
        };
        let file = if from.to_ascii_lowercase().starts_with("data:") {
            named
        } else {
            from
        };
        if self.link.is_some() {
            self.put(named, at);
        } else if flat {
            self.flush();
            let alt = alt.trim().to_string();
            self.push(match web {
                true => Block::Figure {
                    from: from.to_string(),
                    alt,
                },
                false => Block::Upload {
                    file: file.to_string(),
                    alt,
                    number: None,
                },
            });
        } else if web {
            self.put_as(
                named,
                at,
                &Look {
                    link: Some(Rc::from(from)),
                    ..Look::default()
                },
            );
        } else {
            self.put(&format!("[ Upload here: {file} ]"), at);
        }
    }

    pub(super) fn start_table(&mut self) {
        self.end_paragraph();
        self.table.get_or_insert_default();
    }

    pub(super) fn start_row(&mut self, place: Range<usize>, head: bool) {
        self.end_cell();
        if let Some(table) = &mut self.table {
            table.row(place, head);
        }
    }

    /// Ends the cell that is open, if any.
    pub(super) fn end_cell(&mut self) {
        if let Some(table) = &mut self.table
            && !self.lines.is_empty()
        {
            table.cell(paragraph::one(&std::mem::take(&mut self.lines)));
        }
        (self.strong, self.em, self.code, self.link) = (0, 0, 0, None);
    }

    /// Begins a cell; an empty one counts, too.
    pub(super) fn start_cell(&mut self, head: bool) {
        self.end_cell();
        if let Some(table) = &mut self.table {
            self.lines.push(Line::new(self.end, false));
            if head {
                table.names();
            }
        }
    }

    pub(super) fn end_table(&mut self) {
        self.end_cell();
        let Some(table) = self.table.take() else {
            return;
        };
        let (before, lines) = table.list(self.end, &self.entries);
        if !self.lists.is_empty() || self.quotes > 0 {
            return before
                .iter()
                .chain(&lines)
                .for_each(|line| self.part(line.html()));
        }
        if let Some(before) = before {
            self.push(Block::Paragraph(before.text(), before.html()));
        }
        if !lines.is_empty() {
            self.push(Block::List {
                ordered: false,
                items: lines.iter().map(Line::html).collect(),
            });
        }
    }

    /// Whether a timeline entry begins in a stretch of the report.
    pub(super) fn tells(&self, place: &Range<usize>) -> bool {
        self.entries.iter().any(|entry| place.contains(entry))
    }
}

fn part_block(part: Part) -> Block {
    match part {
        Part::Heading(level, line) => {
            Block::Heading(level, line.looking(|look| look.strong = false))
        }
        Part::Paragraph(text, html) => Block::Paragraph(text, html),
        Part::Items(items) => Block::List {
            ordered: false,
            items,
        },
    }
}

/// The links that are kept: of these no browser runs anything.
fn is_safe(to: &str) -> bool {
    let to = to.trim().to_ascii_lowercase();
    ["http://", "https://", "mailto:"]
        .iter()
        .any(|scheme| to.starts_with(scheme) && to.len() > scheme.len())
}
