//! A report cut into its Markdown blocks: the siblings, and the blocks nested in them.

use crate::document::events::{Event, Tag, TagEnd, events};
use crate::document::html::{attribute, tag_length};
use crate::document::html_tag;
use std::collections::BTreeMap;
use std::ops::Range;

/// One block at the top level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TopBlock {
    pub(crate) kind: BlockKind,
    /// From its first byte to the end of its last non-empty line, without the line break.
    pub(crate) range: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BlockKind {
    Heading,
    Paragraph,
    List,
    Quote,
    Code,
    Table,
    Html,
    Rule,
}

/// A link or an image, in Markdown or an `<img>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) range: Range<usize>,
    pub(crate) target: String,
}

/// The blocks of a report and the results of a single walk over them, each in document order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Blocks {
    pub(crate) top: Vec<TopBlock>,
    /// For each list, the positions of its items' markers.
    pub(crate) lists: Vec<Vec<usize>>,
    /// Links and images; an outer one comes before its contents.
    pub(crate) links: Vec<Link>,
    /// Blocks of HTML, at any depth.
    pub(crate) html: Vec<Range<usize>>,
    /// HTML elements with contents, each from its opening to its closing tag.
    pub(crate) elements: Vec<Range<usize>>,
    /// True if such an element is still open at the end.
    pub(crate) unclosed: bool,
    /// Runs of text outside code, tags and comments.
    pub(crate) runs: Vec<Range<usize>>,
}

impl Blocks {
    /// Walks over a report, below its front matter. Lone carriage returns must already be line
    /// feeds.
    pub(crate) fn of(text: &str) -> Blocks {
        let mut walk = BlockWalk {
            text,
            found: Blocks::default(),
            depth: 0,
            code: false,
            lists: Vec::new(),
            open: BTreeMap::new(),
        };
        for (event, range) in events(text) {
            walk.event(event, range);
        }
        let mut found = walk.found;
        found.elements.sort_by_key(|range| range.start);
        found.unclosed = walk.open.values().any(|starts| !starts.is_empty());
        found
    }

    /// True if a byte is between the tags of an element.
    pub(crate) fn is_in_element(&self, at: usize) -> bool {
        self.elements.iter().any(|element| element.start < at && at < element.end)
    }

    /// True if a byte is in a paragraph that is not nested in another block.
    pub(crate) fn is_in_paragraph(&self, at: usize) -> bool {
        let paragraph = |block: &TopBlock| block.kind == BlockKind::Paragraph;
        self.top.iter().any(|block| paragraph(block) && block.range.contains(&at))
    }
}

/// Elements that people leave open across several blocks, with Markdown in between.
const HOLDERS: &[&str] = &[
    "div", "details", "section", "article", "center", "blockquote", "table", "ul", "ol", "dl",
    "pre", "figure", "aside",
];

struct BlockWalk<'a> {
    text: &'a str,
    found: Blocks,
    depth: usize,
    code: bool,
    /// The lists still open, by index.
    lists: Vec<usize>,
    /// The start of each element still open, by name.
    open: BTreeMap<String, Vec<usize>>,
}

impl BlockWalk<'_> {
    fn event(&mut self, event: Event, range: Range<usize>) {
        if self.depth == 0
            && let Some(kind) = kind(&event)
        {
            self.found.top.push(TopBlock { kind, range: range.start..range.start });
        }
        self.reach(&event, &range);
        match event {
            Event::Start(tag) => {
                self.depth += 1;
                self.start(tag, range);
            }
            Event::End(tag) => {
                self.depth = self.depth.saturating_sub(1);
                self.code &= tag != TagEnd::CodeBlock;
                if let TagEnd::List(_) = tag {
                    self.lists.pop();
                }
            }
            Event::InlineHtml(_) => self.html(range),
            Event::Text(_) if !self.code => self.run(range),
            _ => {}
        }
    }

    /// Extends the block to the end of its contents: a list's own range may run on over link
    /// definitions below it.
    fn reach(&mut self, event: &Event, range: &Range<usize>) {
        let end = match event {
            Event::Start(Tag::List(_) | Tag::BlockQuote(_)) => return,
            Event::End(TagEnd::List(_) | TagEnd::Item | TagEnd::BlockQuote(_)) => return,
            Event::Start(Tag::Item) => range.start + 1,
            _ => range.start + self.text[range.clone()].trim_end().len(),
        };
        if let Some(block) = self.found.top.last_mut() {
            block.range.end = block.range.end.max(end);
        }
    }

    fn start(&mut self, tag: Tag, range: Range<usize>) {
        match tag {
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                self.found.links.push(Link { range, target: dest_url.into_string() });
            }
            Tag::CodeBlock(_) => self.code = true,
            Tag::List(_) => {
                self.lists.push(self.found.lists.len());
                self.found.lists.push(Vec::new());
            }
            Tag::Item => {
                let item = self.text[range.clone()].trim_start_matches([' ', '\t']);
                if let Some(list) = self.lists.last() {
                    self.found.lists[*list].push(range.end - item.len());
                }
            }
            Tag::HtmlBlock => {
                self.html(range.clone());
                self.found.html.push(range);
            }
            _ => {}
        }
    }

    /// The brackets of "[a note]" and escaped characters arrive as separate pieces.
    fn run(&mut self, range: Range<usize>) {
        match self.found.runs.last_mut() {
            Some(last)
                if last.end <= range.start
                    && matches!(&self.text[last.end..range.start], "" | "\\") =>
            {
                last.end = range.end;
            }
            _ => self.found.runs.push(range),
        }
    }

    /// A tag, or a block with tags, comments and text.
    fn html(&mut self, range: Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            let rest = &self.text[at..range.end];
            let length = if rest.starts_with("<!--") {
                rest.find("-->").map_or(rest.len(), |end| end + "-->".len())
            } else if let Some((name, opens)) = html_tag(rest) {
                let length = tag_length(rest);
                self.tag(name, opens, at..at + length);
                length
            } else {
                let first = rest.chars().next().map_or(1, char::len_utf8);
                let length = rest[first..].find('<').map_or(rest.len(), |end| end + first);
                self.found.runs.push(at..at + length);
                length
            };
            at += length;
        }
    }

    fn tag(&mut self, name: String, opens: bool, range: Range<usize>) {
        if name == "img" {
            let target =
                attribute(&self.text[range.clone()], "src").unwrap_or_default().to_string();
            self.found.links.push(Link { range, target });
        } else if HOLDERS.contains(&name.as_str()) {
            if opens {
                self.open.entry(name).or_default().push(range.start);
            } else if let Some(start) = self.open.get_mut(&name).and_then(Vec::pop) {
                self.found.elements.push(start..range.end);
            }
        }
    }
}

fn kind(event: &Event) -> Option<BlockKind> {
    match event {
        Event::Start(Tag::Heading { .. }) => Some(BlockKind::Heading),
        Event::Start(Tag::List(_)) => Some(BlockKind::List),
        Event::Start(Tag::BlockQuote(_)) => Some(BlockKind::Quote),
        Event::Start(Tag::CodeBlock(_)) => Some(BlockKind::Code),
        Event::Start(Tag::Table(_)) => Some(BlockKind::Table),
        Event::Start(Tag::HtmlBlock) => Some(BlockKind::Html),
        Event::Start(_) => Some(BlockKind::Paragraph),
        Event::Rule => Some(BlockKind::Rule),
        _ => None,
    }
}
