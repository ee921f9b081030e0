//! A report cut into its Markdown blocks: what stands side by side, and what lies inside of it.

use crate::document::markdown::options;
use crate::document::{html_tag, marks};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::collections::BTreeMap;
use std::ops::Range;

/// One block at the top level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) kind: Kind,
    /// From its first byte to the end of its last line that holds anything, without the line break.
    pub(crate) range: Range<usize>,
}

/// What kind of block it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
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
    /// Where it points.
    pub(crate) target: String,
}

/// What one walk over a report finds, each in the order of the text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Page {
    pub(crate) blocks: Vec<Block>,
    /// Links and images; an outer one comes before what it holds.
    pub(crate) links: Vec<Link>,
    /// Blocks of HTML, at any depth.
    pub(crate) html: Vec<Range<usize>>,
    /// Elements of HTML that hold others, each from its opening to its closing tag.
    pub(crate) elements: Vec<Range<usize>>,
    /// Runs of text that is neither code nor a tag nor a comment.
    pub(crate) runs: Vec<Range<usize>>,
}

/// The top-level blocks of a report, below its front matter. A lone carriage return must have
/// become a line feed.
pub(crate) fn blocks(text: &str) -> Vec<Block> {
    page(text).blocks
}

/// Walks over a report, below its front matter.
pub(crate) fn page(text: &str) -> Page {
    let body = marks::body(text);
    let mut walk = Walk {
        text,
        page: Page::default(),
        depth: 0,
        code: false,
        open: BTreeMap::new(),
    };
    for (event, range) in Parser::new_ext(&text[body..], options()).into_offset_iter() {
        walk.event(event, range.start + body..range.end + body);
    }
    walk.page.elements.sort_by_key(|range| range.start);
    walk.page
}

/// Elements that people leave open over several blocks, with Markdown in between.
const HOLDERS: &[&str] = &[
    "div",
    "details",
    "section",
    "article",
    "center",
    "blockquote",
    "table",
    "ul",
    "ol",
    "dl",
    "pre",
    "figure",
    "aside",
];

struct Walk<'a> {
    text: &'a str,
    page: Page,
    depth: usize,
    code: bool,
    /// Where the elements that are still open began, by name.
    open: BTreeMap<String, Vec<usize>>,
}

impl Walk<'_> {
    fn event(&mut self, event: Event, range: Range<usize>) {
        if self.depth == 0
            && let Some(kind) = kind(&event)
        {
            self.page.blocks.push(Block {
                kind,
                range: range.start..range.start,
            });
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
            }
            Event::InlineHtml(_) => self.html(range),
            Event::Text(_) if !self.code => self.run(range),
            _ => {}
        }
    }

    /// The block goes as far as what it holds: a list's own range may run on over link definitions
    /// below it.
    fn reach(&mut self, event: &Event, range: &Range<usize>) {
        let end = match event {
            Event::Start(Tag::List(_) | Tag::BlockQuote(_)) => return,
            Event::End(TagEnd::List(_) | TagEnd::Item | TagEnd::BlockQuote(_)) => return,
            Event::Start(Tag::Item) => range.start + 1,
            _ => range.start + self.text[range.clone()].trim_end().len(),
        };
        if let Some(block) = self.page.blocks.last_mut() {
            block.range.end = block.range.end.max(end);
        }
    }

    fn start(&mut self, tag: Tag, range: Range<usize>) {
        match tag {
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                self.page.links.push(Link {
                    range,
                    target: dest_url.into_string(),
                });
            }
            Tag::CodeBlock(_) => self.code = true,
            Tag::HtmlBlock => {
                self.html(range.clone());
                self.page.html.push(range);
            }
            _ => {}
        }
    }

    /// The brackets of "[a note]" and what is escaped come as pieces of their own.
    fn run(&mut self, range: Range<usize>) {
        match self.page.runs.last_mut() {
            Some(last)
                if last.end <= range.start
                    && matches!(&self.text[last.end..range.start], "" | "\\") =>
            {
                last.end = range.end;
            }
            _ => self.page.runs.push(range),
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
                let length = rest[first..]
                    .find('<')
                    .map_or(rest.len(), |end| end + first);
                self.page.runs.push(at..at + length);
                length
            };
            at += length;
        }
    }

    fn tag(&mut self, name: String, opens: bool, range: Range<usize>) {
        if name == "img" {
            let target = attribute(&self.text[range.clone()], "src")
                .unwrap_or_default()
                .to_string();
            self.page.links.push(Link { range, target });
        } else if HOLDERS.contains(&name.as_str()) {
            if opens {
                self.open.entry(name).or_default().push(range.start);
            } else if let Some(start) = self.open.get_mut(&name).and_then(Vec::pop) {
                self.page.elements.push(start..range.end);
            }
        }
    }
}

fn kind(event: &Event) -> Option<Kind> {
    match event {
        Event::Start(Tag::Heading { .. }) => Some(Kind::Heading),
        Event::Start(Tag::List(_)) => Some(Kind::List),
        Event::Start(Tag::BlockQuote(_)) => Some(Kind::Quote),
        Event::Start(Tag::CodeBlock(_)) => Some(Kind::Code),
        Event::Start(Tag::Table(_)) => Some(Kind::Table),
        Event::Start(Tag::HtmlBlock) => Some(Kind::Html),
        Event::Start(_) => Some(Kind::Paragraph),
        Event::Rule => Some(Kind::Rule),
        _ => None,
    }
}

/// How long a tag is; a `>` between quotes does not end it.
fn tag_length(tag: &str) -> usize {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match quote {
            Some(open) if byte == open => quote = None,
            None if byte == b'>' => return at + 1,
            None if matches!(byte, b'"' | b'\'') => quote = Some(byte),
            _ => {}
        }
    }
    // A quote that is never closed was none.
    tag.find('>').map_or(tag.len(), |end| end + 1)
}

/// The value of an attribute of a tag.
pub(crate) fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let lower = tag.to_ascii_lowercase();
    let (at, _) = lower.match_indices(name).find(|(at, _)| {
        lower[..*at].ends_with(|c: char| c.is_ascii_whitespace())
            && lower[at + name.len()..].trim_start().starts_with('=')
    })?;
    let value = tag[at + name.len()..]
        .trim_start()
        .strip_prefix('=')?
        .trim_start();
    match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next(),
        _ => value
            .split(|c: char| c.is_ascii_whitespace() || c == '>')
            .next(),
    }
}
