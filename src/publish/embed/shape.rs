//! Whether a picture may stand at a place: whether the report around it is still what it was; and
//! the line below one.

use crate::document::markdown::options;
use crate::document::marks::body;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::ops::Range;

/// What a Markdown parser makes of a report, apart from one stretch of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Shape<'a> {
    pieces: Vec<Piece<'a>>,
    /// How deep in other blocks the stretch's first paragraph lies, if it has one.
    pub(super) depth: Option<usize>,
}

#[derive(Debug, Clone, PartialEq)]
enum Piece<'a> {
    Event(Event<'a>),
    Text(String),
    Html(String),
}

impl Shape<'_> {
    /// Whether everything but the stretch is the same.
    pub(super) fn same(&self, other: &Shape) -> bool {
        self.pieces == other.pieces
    }

    /// Its words and what they stand in, wherever paragraphs and lines end.
    pub(super) fn says(&self) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        let mut running = false;
        for piece in &self.pieces {
            let (text, told) = match piece {
                Piece::Event(
                    Event::Start(Tag::Paragraph)
                    | Event::End(TagEnd::Paragraph)
                    | Event::SoftBreak
                    | Event::HardBreak,
                ) => continue,
                Piece::Text(text) => (true, text.trim().to_string()),
                Piece::Html(html) => (false, html.trim().to_string()),
                Piece::Event(event) => (false, format!("{event:?}")),
            };
            match out.last_mut() {
                Some(last) if running && text => last.push_str(&told),
                _ => out.push(told),
            }
            running = text;
        }
        out
    }
}

/// The shape of a report without what lies in a stretch. An empty stretch at the end of a line
/// divides the paragraph that goes on below it, as a picture will. With `words` the stretch may be
/// a part of running text.
pub(super) fn shape<'a>(text: &'a str, apart: &Range<usize>, words: bool) -> Shape<'a> {
    let body = body(text);
    let mut shape = Shape::default();
    let mut depth = 0usize;
    for (event, range) in Parser::new_ext(&text[body..], options()).into_offset_iter() {
        let range = range.start + body..range.end + body;
        // The line break below the closing marker is the report's own, but its parser counts it in.
        let own = apart.start <= range.start
            && text[..range.end].trim_end_matches(['\n', '\r']).len() <= apart.end;
        let own = own && !apart.is_empty() && range.start < apart.end;
        if own && matches!(event, Event::Start(Tag::Paragraph)) && shape.depth.is_none() {
            shape.depth = Some(depth);
        }
        let breaks = matches!(event, Event::SoftBreak | Event::HardBreak)
            && (range.start..range.end).contains(&apart.start);
        if breaks && apart.is_empty() && depth == 1 {
            let paragraph = [Event::End(TagEnd::Paragraph), Event::Start(Tag::Paragraph)];
            shape.pieces.extend(paragraph.map(Piece::Event));
            continue;
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        let cut = |at: usize| at.clamp(range.start, range.end);
        let rest = || {
            format!(
                "{}{}",
                &text[range.start..cut(apart.start)],
                &text[cut(apart.end)..range.end]
            )
        };
        let parted = words && range.start < apart.end && apart.start < range.end;
        match event {
            _ if own => {}
            Event::Html(_) => shape.html(&rest()),
            Event::Text(_) if parted => shape.text(&rest()),
            Event::Text(text) => shape.text(&text),
            event => shape.pieces.push(Piece::Event(event)),
        }
    }
    shape.pieces.retain_mut(|piece| match piece {
        Piece::Html(html) => {
            html.truncate(html.trim_end().len());
            !html.is_empty()
        }
        _ => true,
    });
    shape
}

/// Text and HTML come in pieces of any length.
impl Shape<'_> {
    fn text(&mut self, more: &str) {
        match self.pieces.last_mut() {
            Some(Piece::Text(text)) => text.push_str(more),
            _ => self.pieces.push(Piece::Text(more.to_string())),
        }
    }

    fn html(&mut self, more: &str) {
        match self.pieces.last_mut() {
            Some(Piece::Html(html)) => html.push_str(more),
            _ => self.pieces.push(Piece::Html(more.to_string())),
        }
    }
}

/// The line below the picture, by what stands between its markers: a paragraph that is in italics
/// from end to end.
pub(super) fn caption(inside: &str) -> Option<String> {
    let (mut told, mut italic) = (String::new(), false);
    for event in Parser::new_ext(inside, options()) {
        match event {
            Event::Start(Tag::Paragraph) => told.clear(),
            Event::Start(Tag::Emphasis) if told.is_empty() => italic = true,
            Event::Text(text) if italic => told.push_str(&text),
            Event::End(TagEnd::Emphasis) if italic => {}
            Event::End(TagEnd::Paragraph) if italic => {
                return Some(told).filter(|told| !told.is_empty());
            }
            _ => italic = false,
        }
    }
    None
}
