//! What a Markdown parser makes of a report, apart from what was put into it.

use crate::document::markdown::options;
use crate::document::marks::body;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use std::ops::Range;

/// What a report says, and in which order of blocks.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Part<'a> {
    Event(Event<'a>),
    /// Text and HTML come in pieces of any length.
    Text(String),
    Html(String),
}

/// A title that is to become a subtitle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Subtitle {
    /// A heading, of which a paragraph in italics is made.
    Heading(Range<usize>),
    /// Text that will be in italics where it stands.
    Text(Range<usize>),
    /// No title but a heading, above which another of its kind will stand.
    Below(Range<usize>),
}

/// What a reader sees of one insertion.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Own {
    pub(super) shown: String,
    /// That which is in italics of it.
    pub(super) italic: String,
}

/// The events of a plain report, as they will be once its title is a subtitle.
pub(super) fn wanted<'a>(text: &'a str, subtitle: Option<&Subtitle>) -> Vec<Part<'a>> {
    let (mut out, mut begun, mut ended) = (Vec::new(), false, false);
    let start = body(text);
    for (event, range) in Parser::new_ext(&text[start..], options()).into_offset_iter() {
        let range = range.start + start..range.end + start;
        match subtitle {
            Some(Subtitle::Heading(heading)) if *heading == range => {
                if let Event::End(_) = event {
                    out.extend(
                        [TagEnd::Emphasis, TagEnd::Paragraph]
                            .map(|tag| Part::Event(Event::End(tag))),
                    );
                    continue;
                }
                let end = event.clone();
                push(&mut out, event, text, &[range]);
                if let Event::Start(tag) = end {
                    out.push(Part::Event(Event::End(tag.to_end())));
                    out.extend(
                        [Tag::Paragraph, Tag::Emphasis].map(|tag| Part::Event(Event::Start(tag))),
                    );
                }
                continue;
            }
            Some(Subtitle::Below(heading)) if *heading == range => {
                if let Event::Start(tag) = &event {
                    out.extend([event.clone(), Event::End(tag.to_end())].map(Part::Event));
                }
            }
            Some(Subtitle::Text(title)) => {
                let inside = title.start <= range.start && range.end <= title.end;
                if inside && !begun {
                    out.push(Part::Event(Event::Start(Tag::Emphasis)));
                    begun = true;
                } else if !inside && begun && !ended {
                    out.push(Part::Event(Event::End(TagEnd::Emphasis)));
                    ended = true;
                }
            }
            _ => {}
        }
        push(&mut out, event, text, &[range]);
    }
    trimmed(out)
}

/// The events of a report without those of the insertions, which are sorted and apart; and what is
/// seen of each of these.
pub(super) fn found<'a>(text: &'a str, insertions: &[Range<usize>]) -> (Vec<Part<'a>>, Vec<Own>) {
    let (mut out, mut own, mut italics) =
        (Vec::new(), vec![Own::default(); insertions.len()], 0usize);
    let start = body(text);
    for (event, range) in Parser::new_ext(&text[start..], options()).into_offset_iter() {
        let range = range.start + start..range.end + start;
        let next = insertions.partition_point(|insertion| insertion.start <= range.start);
        let index = next
            .checked_sub(1)
            .filter(|index| range.start < insertions[*index].end);
        let rest = rest(&range, insertions);
        let all = rest.iter().all(|rest| text[rest.clone()].trim().is_empty());
        match index {
            Some(index) if all => match event {
                Event::Start(Tag::Emphasis) => italics += 1,
                Event::End(TagEnd::Emphasis) => italics = italics.saturating_sub(1),
                Event::Text(text) => {
                    own[index].shown.push_str(&text);
                    if italics > 0 {
                        own[index].italic.push_str(&text);
                    }
                }
                _ => {}
            },
            _ => push(&mut out, event, text, &rest),
        }
    }
    (trimmed(out), own)
}

/// What is left of a range when the insertions are cut out.
fn rest(range: &Range<usize>, insertions: &[Range<usize>]) -> Vec<Range<usize>> {
    let (mut out, mut from) = (Vec::new(), range.start);
    let first = insertions.partition_point(|insertion| insertion.end <= range.start);
    for insertion in insertions[first..]
        .iter()
        .take_while(|insertion| insertion.start < range.end)
    {
        out.push(from..insertion.start.max(from));
        from = insertion.end.min(range.end);
    }
    out.push(from..range.end);
    out
}

fn push<'a>(out: &mut Vec<Part<'a>>, event: Event<'a>, text: &str, rest: &[Range<usize>]) {
    let more = |told: &mut String| {
        rest.iter()
            .for_each(|rest| told.push_str(&text[rest.clone()]))
    };
    match (event, out.last_mut()) {
        (Event::Text(text), Some(Part::Text(last))) => last.push_str(&text),
        (Event::Text(text), _) => out.push(Part::Text(text.into_string())),
        (Event::Html(_), Some(Part::Html(last))) => more(last),
        (Event::Html(_), _) => {
            let mut html = String::new();
            more(&mut html);
            out.push(Part::Html(html));
        }
        (event, _) => out.push(Part::Event(event)),
    }
}

fn trimmed(mut parts: Vec<Part>) -> Vec<Part> {
    parts.retain_mut(|part| match part {
        Part::Html(html) => {
            html.truncate(html.trim_end().len());
            !html.is_empty()
        }
        _ => true,
    });
    parts
}
