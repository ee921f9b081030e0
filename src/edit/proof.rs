//! Proves that a report reads as before, apart from insertions, by comparing its Markdown events
//! before and after one by one.

use crate::document::events::{Event, Tag, TagEnd, events};
use std::ops::Range;

/// A change allowed along with the insertions; ranges are those before the change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Allowed {
    Nothing,
    /// A heading that becomes an italic paragraph below another heading.
    Subtitle(Range<usize>),
    /// Text that becomes italic in place.
    Italics(Range<usize>),
    /// The same, and the paragraph ends with that text.
    ItalicsApart(Range<usize>),
    /// A heading above which another of its level is inserted.
    HeadingAbove(Range<usize>),
    /// A top-level paragraph that is split at a line end.
    Division(usize),
    /// Words that are removed: paragraphs and lines may then end elsewhere.
    Removal(Range<usize>),
}

/// An insertion as rendered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct SeenInsertion {
    pub(crate) shown: String,
    /// The part of its text that is italic.
    pub(crate) italic: String,
    /// The nesting depth of its first paragraph, if it has one.
    pub(crate) depth: Option<usize>,
}

/// Each insertion as rendered if all else reads as before, else `None`. The insertions are ranges
/// after the change, sorted and disjoint.
pub(crate) fn same_but(
    before: &str,
    after: &str,
    insertions: &[Range<usize>],
    allowed: &Allowed,
) -> Option<Vec<SeenInsertion>> {
    let (found, seen) = around(after, insertions, false);
    let same = match allowed {
        Allowed::Removal(removed) => {
            let (left, _) = around(before, std::slice::from_ref(removed), true);
            words(found) == words(left)
        }
        _ => found == expected(before, allowed),
    };
    same.then_some(seen)
}

/// An event of the report itself. Text and HTML, which come in pieces of any length, are joined.
#[derive(Debug, Clone, PartialEq)]
enum Parsed<'a> {
    Event(Event<'a>),
    Text(String),
    Html(String),
}

/// The events expected after the allowed changes.
fn expected<'a>(text: &'a str, allowed: &Allowed) -> Vec<Parsed<'a>> {
    let mut out = Vec::new();
    let (mut depth, mut italic) = (0usize, Italic::Before);
    for (event, range) in events(text) {
        let now = match (allowed, &event) {
            (Allowed::Subtitle(heading), Event::Start(tag)) if *heading == range => {
                let end = Event::End(tag.to_end());
                let below = [Tag::Paragraph, Tag::Emphasis].map(Event::Start);
                [event.clone(), end].into_iter().chain(below).collect()
            }
            (Allowed::Subtitle(heading), Event::End(_)) if *heading == range => {
                [TagEnd::Emphasis, TagEnd::Paragraph].map(Event::End).into()
            }
            (Allowed::HeadingAbove(heading), Event::Start(tag)) if *heading == range => {
                let end = Event::End(tag.to_end());
                vec![event.clone(), end, event.clone()]
            }
            (Allowed::Italics(title) | Allowed::ItalicsApart(title), _) => {
                let inside = title.start <= range.start && range.end <= title.end;
                let mark = italic.step(inside);
                let apart = matches!(allowed, Allowed::ItalicsApart(_)) && depth == 1;
                let ends = mark == Some(Event::End(TagEnd::Emphasis));
                let next = match event {
                    Event::SoftBreak | Event::HardBreak if apart && ends => divided(),
                    _ => vec![event.clone()],
                };
                mark.into_iter().chain(next).collect()
            }
            (Allowed::Division(at), Event::SoftBreak | Event::HardBreak)
                if depth == 1 && range.contains(at) =>
            {
                divided()
            }
            _ => vec![event.clone()],
        };
        step(&mut depth, &event);
        let rest = [range];
        now.into_iter().for_each(|event| push(&mut out, event, text, &rest));
    }
    trimmed(out)
}

/// The events between two paragraphs.
fn divided() -> Vec<Event<'static>> {
    let begin = Event::Start(Tag::Paragraph);
    vec![Event::End(TagEnd::Paragraph), begin]
}

/// The state of text that is made italic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Italic {
    Before,
    Within,
    Behind,
}

impl Italic {
    /// The event at an edge of the text.
    fn step(&mut self, inside: bool) -> Option<Event<'static>> {
        match (*self, inside) {
            (Italic::Before, true) => {
                *self = Italic::Within;
                Some(Event::Start(Tag::Emphasis))
            }
            (Italic::Within, false) => {
                *self = Italic::Behind;
                Some(Event::End(TagEnd::Emphasis))
            }
            _ => None,
        }
    }
}

/// The events of a report without those of some sorted, disjoint ranges, and each range as
/// rendered. With `cut`, a range may be part of running text.
fn around<'a>(
    text: &'a str,
    stretches: &[Range<usize>],
    cut: bool,
) -> (Vec<Parsed<'a>>, Vec<SeenInsertion>) {
    let (mut out, mut seen) = (Vec::new(), vec![SeenInsertion::default(); stretches.len()]);
    let (mut depth, mut italics) = (0, 0usize);
    for (event, range) in events(text) {
        let next = stretches.partition_point(|stretch| stretch.start <= range.start);
        let within = next.checked_sub(1).filter(|index| range.start < stretches[*index].end);
        let rest = rest(&range, stretches);
        let whole = rest.iter().all(|rest| text[rest.clone()].trim().is_empty());
        let here = depth;
        step(&mut depth, &event);
        match (within.filter(|_| whole), event) {
            (Some(index), event) => {
                let own = &mut seen[index];
                match event {
                    Event::Start(Tag::Paragraph) => own.depth = own.depth.or(Some(here)),
                    Event::Start(Tag::Emphasis) => italics += 1,
                    Event::End(TagEnd::Emphasis) => italics = italics.saturating_sub(1),
                    Event::Text(text) => {
                        own.shown.push_str(&text);
                        if italics > 0 {
                            own.italic.push_str(&text);
                        }
                    }
                    _ => {}
                }
            }
            (None, Event::Text(_)) if cut && rest.len() > 1 => {
                let left: String = rest.iter().map(|rest| &text[rest.clone()]).collect();
                push(&mut out, Event::Text(left.into()), text, &rest);
            }
            (None, event) => push(&mut out, event, text, &rest),
        }
    }
    (trimmed(out), seen)
}

fn step(depth: &mut usize, event: &Event) {
    match event {
        Event::Start(_) => *depth += 1,
        Event::End(_) => *depth = depth.saturating_sub(1),
        _ => {}
    }
}

/// The parts of a range outside these ranges.
fn rest(range: &Range<usize>, stretches: &[Range<usize>]) -> Vec<Range<usize>> {
    let (mut out, mut from) = (Vec::new(), range.start);
    let first = stretches.partition_point(|stretch| stretch.end <= range.start);
    for stretch in stretches[first..].iter().take_while(|stretch| stretch.start < range.end) {
        out.push(from..stretch.start.max(from));
        from = stretch.end.min(range.end);
    }
    out.push(from..range.end);
    out
}

fn push<'a>(out: &mut Vec<Parsed<'a>>, event: Event<'a>, text: &str, rest: &[Range<usize>]) {
    let html = || rest.iter().map(|rest| &text[rest.clone()]);
    match (event, out.last_mut()) {
        (Event::Text(text), Some(Parsed::Text(last))) => last.push_str(&text),
        (Event::Text(text), _) => out.push(Parsed::Text(text.into_string())),
        (Event::Html(_), Some(Parsed::Html(last))) => last.extend(html()),
        (Event::Html(_), _) => out.push(Parsed::Html(html().collect())),
        (event, _) => out.push(Parsed::Event(event)),
    }
}

fn trimmed(mut parsed: Vec<Parsed>) -> Vec<Parsed> {
    parsed.retain_mut(|one| match one {
        Parsed::Html(html) => {
            html.truncate(html.trim_end().len());
            !html.is_empty()
        }
        _ => true,
    });
    parsed
}

/// The words of a report and their inline markup, regardless of where paragraphs and lines end.
fn words(parsed: Vec<Parsed>) -> Vec<Parsed> {
    let mut out: Vec<Parsed> = Vec::new();
    for one in parsed {
        match (one, out.last_mut()) {
            (
                Parsed::Event(
                    Event::Start(Tag::Paragraph)
                    | Event::End(TagEnd::Paragraph)
                    | Event::SoftBreak
                    | Event::HardBreak,
                ),
                _,
            ) => {}
            (Parsed::Text(text), Some(Parsed::Text(last))) => last.push_str(text.trim()),
            (Parsed::Text(text), _) => out.push(Parsed::Text(text.trim().into())),
            (Parsed::Html(html), _) => out.push(Parsed::Html(html.trim().into())),
            (one, _) => out.push(one),
        }
    }
    out
}
