//! The events of the Markdown parser, for code that needs the blocks of a report.

use crate::document::markdown::options;
use crate::document::marks::body;
pub(crate) use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};
use pulldown_cmark::{Options, Parser};
use std::borrow::Cow;
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

/// HTML text with its entities decoded.
pub(crate) fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest
            .bytes()
            .take(40)
            .position(|b| b == b';')
            .map_or(1, |end| end + 1);
        let name = &rest[1..end];
        let is = end > 2
            && name
                .trim_end_matches(';')
                .trim_start_matches('#')
                .bytes()
                .all(|b| b.is_ascii_alphanumeric());
        // The Markdown parser knows all entities.
        let known = Parser::new(&rest[..end]).find_map(|event| match event {
            Event::Text(text) => Some(text.to_string()),
            _ => None,
        });
        out.push_str(
            &known
                .filter(|_| is)
                .unwrap_or_else(|| rest[..end].to_string()),
        );
        rest = &rest[end..];
    }
    out.push_str(rest);
    Cow::Owned(out)
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
