//! Whether a picture may stand at a place: whether the report around it is still what it was.

use crate::publish::blocks::options;
use crate::read::embedded::body;
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
}

/// The shape of a report without what lies in a stretch. An empty stretch at the end of a line divides the paragraph
/// that goes on below it, as a picture will.
pub(super) fn shape<'a>(text: &'a str, apart: &Range<usize>) -> Shape<'a> {
    let body = body(text);
    let mut shape = Shape::default();
    let mut depth = 0usize;
    for (event, range) in Parser::new_ext(&text[body..], options()).into_offset_iter() {
        let range = range.start + body..range.end + body;
        // The line break below the closing marker is the report's own, but its parser counts it in.
        let own = apart.start <= range.start && text[..range.end].trim_end_matches(['\n', '\r']).len() <= apart.end;
        let own = own && !apart.is_empty() && range.start < apart.end;
        if own && matches!(event, Event::Start(Tag::Paragraph)) && shape.depth.is_none() {
            shape.depth = Some(depth);
        }
        let breaks = matches!(event, Event::SoftBreak | Event::HardBreak) && (range.start..range.end).contains(&apart.start);
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
        if !own {
            shape.add(event, &text[range.start..apart.start.clamp(range.start, range.end)], {
                let rest = apart.end.clamp(range.start, range.end);
                &text[rest..range.end]
            });
        }
    }
    shape.pieces.iter_mut().for_each(|piece| {
        if let Piece::Html(html) = piece {
            html.truncate(html.trim_end().len());
        }
    });
    shape
}

impl<'a> Shape<'a> {
    /// Text and HTML come in pieces of any length; of HTML only what stands before and after the stretch counts.
    fn add(&mut self, event: Event<'a>, before: &str, after: &str) {
        match (event, self.pieces.last_mut()) {
            (Event::Text(more), Some(Piece::Text(text))) => text.push_str(&more),
            (Event::Text(text), _) => self.pieces.push(Piece::Text(text.into_string())),
            (Event::Html(_), Some(Piece::Html(html))) => html.extend([before, after]),
            (Event::Html(_), _) => self.pieces.push(Piece::Html(format!("{before}{after}"))),
            (event, _) => self.pieces.push(Piece::Event(event)),
        }
    }
}
