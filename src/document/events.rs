//! The events of the Markdown parser, for code that needs the blocks of a report.

use crate::document::markdown::options;
use crate::document::marks::body;
pub(crate) use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};
use pulldown_cmark::{Options, Parser};
use std::ops::Range;

/// The events of a report below its front matter, each with its range in the text.
pub(crate) fn events(text: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    parsed(text, body(text), options())
}

/// The events from a byte on, as the reader parses them, plus strikethrough and footnotes, which
/// could not be rendered otherwise.
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

/// The characters that an entity stands for, `&eacute;` or `&#233;`.
pub(super) fn entity(entity: &str) -> Option<String> {
    if !entity.ends_with(';') {
        return None;
    }
    // Between two letters, since blanks at the ends of a paragraph are not part of its text.
    let mut out = String::new();
    for event in Parser::new(&format!("x{entity}x")) {
        if let Event::Text(text) = event {
            out.push_str(&text);
        }
    }
    let told = out.strip_prefix('x')?.strip_suffix('x')?;
    (told != entity).then(|| told.to_string())
}
