//! The walk over a report's Markdown.

use super::block::Ended;
use super::build::{Builder, Emphasis};
use super::raw::Raw;
use crate::document::events::{CodeBlockKind, Event, LinkType, Tag, TagEnd, rich_events};
use crate::document::fence::{MOST_FENCES, report_inside};
use std::ops::Range;

/// The blocks of a report from `body` on; `entries` are where its timeline's entries begin,
/// and `whole` keeps what Medium has not.
pub(super) fn blocks(text: &str, body: usize, entries: Vec<usize>, whole: bool) -> Vec<Ended> {
    let mut builder = Builder::new(text, entries, whole);
    PageWalk::new(text, body, &mut builder).run(0);
    builder.blocks
}

struct PageWalk<'a, 'o, 'b> {
    text: &'a str,
    base: usize,
    out: &'o mut Builder<'b>,
    raw: Raw,
    /// The HTML block that is open: where it begins, and what it holds.
    html: Option<(usize, String)>,
    /// The code block that is open: whether it is one, and its text.
    code: Option<(bool, String)>,
    image: Option<(String, String)>,
    /// The depth in Markdown's own lists and quotations.
    depth: usize,
}

impl<'a, 'o, 'b> PageWalk<'a, 'o, 'b> {
    fn new(text: &'a str, base: usize, out: &'o mut Builder<'b>) -> PageWalk<'a, 'o, 'b> {
        PageWalk { text, base, out, raw: Raw::new(), html: None, code: None, image: None, depth: 0 }
    }

    fn run(mut self, fences: usize) {
        let mut skip_to = 0;
        for (event, range) in rich_events(self.text, self.base) {
            if range.start < skip_to || self.raw.skips(range.start) {
                continue;
            }
            if let Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) = &event
                && let Some(inner) =
                    report_inside(self.text, &range).filter(|_| fences < MOST_FENCES)
            {
                skip_to = range.end;
                self.out.end_paragraph();
                PageWalk::new(&self.text[..inner.end], inner.start, self.out).run(fences + 1);
                continue;
            }
            self.event(event, range);
        }
        self.raw.end(self.out);
        self.out.end_all();
    }

    fn event(&mut self, event: Event, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.put(&text, range)
            }
            Event::Code(code) => {
                self.out.emphasise(Emphasis::Code, true);
                self.put(&code, range);
                self.out.emphasise(Emphasis::Code, false);
            }
            Event::SoftBreak => self.break_line(false),
            Event::HardBreak => self.break_line(true),
            Event::InlineHtml(tag) => self.raw.read(&tag, range.start, self.text, self.out),
            Event::Html(part) => match &mut self.html {
                Some((_, html)) => html.push_str(&part),
                None => self.html = Some((range.start, part.to_string())),
            },
            Event::TaskListMarker(done) => self.out.check(done),
            Event::Rule => {
                self.out.reach(range.end);
                self.out.rule();
            }
            Event::FootnoteReference(name) => self.put(&format!("[{name}]"), range),
        }
    }

    fn put(&mut self, text: &str, range: Range<usize>) {
        if let Some((_, code)) = &mut self.code {
            code.push_str(text);
        } else if let Some((_, alt)) = &mut self.image {
            alt.push_str(text);
        } else if !self.raw.takes(text) {
            self.out.put(text, range.start);
        }
        self.out.reach(range.end);
    }

    fn break_line(&mut self, hard: bool) {
        if let Some((_, alt)) = &mut self.image {
            alt.push(' ');
        } else if !self.raw.takes("\n") {
            self.out.break_line(hard);
        }
    }

    fn start(&mut self, tag: Tag, range: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => {
                // No heading stands in a list or a quotation that somebody began in HTML and never
                // ended.
                if self.depth == 0 {
                    self.out.end_all();
                }
                self.out.start_heading(level as u8);
            }
            Tag::BlockQuote(_) => {
                self.depth += 1;
                self.out.start_quote();
            }
            Tag::CodeBlock(kind) => {
                self.code = Some((kind != CodeBlockKind::Indented, String::new()))
            }
            Tag::List(first) => {
                self.depth += 1;
                self.out.start_list(first);
            }
            Tag::Item => self.out.start_item(),
            Tag::Table(_) => self.out.start_table(),
            Tag::TableHead => self.out.start_row(range, true),
            Tag::TableRow => self.out.start_row(range, false),
            Tag::TableCell => self.out.start_cell(false),
            Tag::Emphasis => self.out.emphasise(Emphasis::Em, true),
            Tag::Strong => self.out.emphasise(Emphasis::Strong, true),
            Tag::Strikethrough => self.single_tilde(&range),
            Tag::Link { link_type: LinkType::Email, dest_url, .. } => {
                self.out.start_link(&format!("mailto:{dest_url}"))
            }
            Tag::Link { dest_url, .. } => self.out.start_link(&dest_url),
            Tag::Image { dest_url, .. } => self.image = Some((dest_url.to_string(), String::new())),
            Tag::FootnoteDefinition(name) => {
                self.out.end_paragraph();
                self.out.put(&format!("[{name}] "), range.start);
            }
            // A footnote's name stands before its first paragraph.
            Tag::Paragraph => {}
            _ => self.out.flush(),
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        self.out.reach(range.end);
        match tag {
            TagEnd::Heading(_) => self.end_heading(range),
            TagEnd::BlockQuote(_) => {
                self.depth = self.depth.saturating_sub(1);
                self.out.end_quote();
            }
            TagEnd::CodeBlock => self.end_code(range),
            TagEnd::List(_) => {
                self.depth = self.depth.saturating_sub(1);
                self.out.end_list();
            }
            TagEnd::Table => self.out.end_table(),
            TagEnd::TableHead | TagEnd::TableRow | TagEnd::TableCell => self.out.end_cell(),
            TagEnd::Emphasis => self.out.emphasise(Emphasis::Em, false),
            TagEnd::Strong => self.out.emphasise(Emphasis::Strong, false),
            TagEnd::Strikethrough => self.single_tilde(&range),
            TagEnd::Link => self.out.end_link(),
            TagEnd::Image => {
                if let Some((from, alt)) = self.image.take() {
                    self.out.picture(&from, &alt, range.start);
                }
            }
            TagEnd::HtmlBlock => {
                if let Some((start, html)) = self.html.take() {
                    self.raw.read(&html, start, self.text, self.out);
                }
                self.out.flush();
                self.raw.end(self.out);
            }
            TagEnd::Paragraph | TagEnd::Item => {
                self.raw.hidden = None;
                self.out.end_paragraph();
            }
            _ => self.out.flush(),
        }
    }

    /// A Setext underline below several lines, a long one or a picture was meant as a rule.
    fn end_heading(&mut self, range: Range<usize>) {
        let text = self.text[range].trim_start();
        let (length, lines) = self.out.running();
        let named =
            length <= 80 && lines <= 1 && !text.starts_with("![") && !text.starts_with("[![");
        let meant = text.starts_with('#') || named;
        self.out.end_heading(meant);
        if !meant {
            self.out.rule();
        }
    }

    /// An indented timeline arrives as code; what it says is text.
    fn end_code(&mut self, range: Range<usize>) {
        let Some((fenced, code)) = self.code.take() else {
            return;
        };
        if fenced || !self.out.tells(&range) {
            return self.out.code_block(&code);
        }
        self.out.flush();
        let mut at = range.start;
        for line in self.text[range].split_inclusive('\n') {
            self.out.put(line.trim_end(), at);
            self.out.break_line(true);
            at += line.len();
        }
        self.out.flush();
    }

    /// Writes a single tilde, which means "about"; the strike-out of `~~two tildes~~` cannot be
    /// shown.
    fn single_tilde(&mut self, range: &Range<usize>) {
        if !self.text[range.clone()].starts_with("~~") {
            self.out.put("~", range.start);
        }
    }
}
