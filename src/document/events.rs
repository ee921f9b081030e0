//! The events of the Markdown parser, for those who ask which blocks a report is made of.

use crate::document::markdown::options;
use crate::document::marks::body;
pub(crate) use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};
use pulldown_cmark::{Options, Parser};
use std::ops::Range;

/// The events of a report below its front matter, each with its place in the text.
pub(crate) fn events(text: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    parsed(text, body(text), options())
}

/// The events from a byte on, as the reader has them; what is struck through and footnotes, too,
/// which could not be shown otherwise.
pub(crate) fn rich_events(
    text: &str,
    from: usize,
) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let rich = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    parsed(text, from, options() | rich)
}

fn parsed(
    text: &str,
    from: usize,
    options: Options,
) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let events = Parser::new_ext(&text[from..], options).into_offset_iter();
    events.map(move |(event, range)| (event, range.start + from..range.end + from))
}
