//! Lists, quotations, tables and pictures: what Medium cannot nest is made flat.

use super::block::PageBlock;
use super::build::{Builder, Open, OpenList};
use super::inline::{RichLine, RichLook};
use super::paragraph;
use std::ops::Range;
use std::rc::Rc;

impl Builder<'_> {
    pub(super) fn start_list(&mut self, first: Option<u64>) {
        self.flush();
        if self.lists.is_empty() {
            self.open =
                Open { ordered: first.is_some(), first: first.unwrap_or(1), ..Open::default() };
        }
        self.lists.push(OpenList { ordered: first.is_some(), number: first.unwrap_or(1) });
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
                self.push(PageBlock::Paragraph(String::new(), html));
            }
        } else if !items.is_empty() {
            self.push(PageBlock::List { ordered: open.ordered, items });
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
        let lead = if list.ordered { format!("{}. ", list.number) } else { "– ".to_string() };
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
            self.push(PageBlock::Quote(parts));
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
        let named = if alt.trim().is_empty() { "picture" } else { alt.trim() };
        let file = if from.to_ascii_lowercase().starts_with("data:") { named } else { from };
        if self.link.is_some() {
            self.put(named, at);
        } else if flat {
            self.flush();
            let alt = alt.trim().to_string();
            self.push(match web {
                true => PageBlock::Figure { from: from.to_string(), alt },
                false => PageBlock::Upload { file: file.to_string(), alt, number: None },
            });
        } else if web {
            self.put_as(named, at, &RichLook { link: Some(Rc::from(from)), ..RichLook::default() });
        } else if self.whole {
            self.put(&format!("[ {named} ]"), at);
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
            self.lines.push(RichLine::new(self.end, false));
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
        let flat = self.lists.is_empty() && self.quotes == 0;
        if self.whole && flat {
            return self.push(table.block());
        }
        let (before, lines) = table.list(self.end, &self.entries);
        if !self.lists.is_empty() || self.quotes > 0 {
            return before.iter().chain(&lines).for_each(|line| self.part(line.html()));
        }
        if let Some(before) = before {
            self.push(PageBlock::Paragraph(before.text(), before.html()));
        }
        if !lines.is_empty() {
            self.push(PageBlock::List {
                ordered: false,
                items: lines.iter().map(RichLine::html).collect(),
            });
        }
    }

    /// True if a timeline entry begins in a stretch of the report.
    pub(super) fn tells(&self, place: &Range<usize>) -> bool {
        self.entries.iter().any(|entry| place.contains(entry))
    }
}

/// The links that are kept: of these no browser runs anything.
pub(super) fn is_safe(to: &str) -> bool {
    let to = to.trim().to_ascii_lowercase();
    ["http://", "https://", "mailto:"]
        .iter()
        .any(|scheme| to.starts_with(scheme) && to.len() > scheme.len())
}
