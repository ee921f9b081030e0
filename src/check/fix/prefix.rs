//! The part of an entry before its text: clock, blank, hyphen, blank.

use super::separator;
use super::timeline::{Site, Timeline};
use crate::edit::Edit;
use std::ops::Range;

/// An entry's line from its marker on, with the position in the report of each visible byte of its
/// time.
pub(super) struct Prefix {
    /// The start of its own text in the report.
    content: usize,
    places: Vec<usize>,
}

impl Prefix {
    /// `None` if the source contains more than emphasis beyond the visible text.
    pub(super) fn new(text: &str, site: &Site) -> Option<Prefix> {
        let content = site.lead.end;
        let mut raw = text.get(content..site.end)?.char_indices().peekable();
        let mut places = Vec::new();
        for wanted in site.entry.text.get(..site.entry.rest)?.chars() {
            let at = loop {
                match raw.next()? {
                    (at, c) if c == wanted => break at,
                    (_, c) if is_emphasis(c) => {}
                    _ => return None,
                }
            };
            places.extend((0..wanted.len_utf8()).map(|byte| content + at + byte));
        }
        Some(Prefix { content, places })
    }

    /// The place of a range of the visible text, including emphasis within it.
    pub(super) fn place(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let end = self.places.get(range.end.checked_sub(1)?)? + 1;
        Some(*self.places.get(range.start)?..end)
    }
}

pub(super) fn is_emphasis(c: char) -> bool {
    matches!(c, '*' | '_' | '`')
}

/// The edits to an entry's time and its surroundings.
pub(super) fn edits(timeline: &Timeline, site: &Site) -> Vec<Edit> {
    let text = timeline.source.text();
    let Some(prefix) = Prefix::new(text, site) else {
        return Vec::new();
    };
    let mut clocks = Vec::new();
    for (range, better) in site.clocks() {
        let Some(place) = prefix.place(&range) else {
            return Vec::new();
        };
        clocks.push(Edit::new(place, better));
    }
    around(timeline, site, &prefix, &clocks).unwrap_or_else(|| {
        let whole = |edit: &Edit| !text[edit.range.clone()].contains(is_emphasis);
        if clocks.iter().all(whole) { clocks } else { Vec::new() }
    })
}

/// Rewrites everything around the time to `- 09:30 - `; `None` if there is more than markup.
fn around(timeline: &Timeline, site: &Site, prefix: &Prefix, clocks: &[Edit]) -> Option<Vec<Edit>> {
    let text = timeline.source.text();
    site.entry.clock.as_ref()?;
    let stamp = prefix.place(site.entry.stamp.as_ref()?)?;
    let said = prefix.places.last()? + 1;
    if site.entry.rest >= site.entry.text.trim_end().len() {
        return None;
    }
    let mut open = opened(&text[prefix.content..stamp.start])?;
    let mut edits = clocks.to_vec();
    for gap in gaps(prefix, site.entry.stamp.as_ref()?) {
        toggle(&mut open, &text[gap.clone()]);
        if !clocks.iter().any(|clock| clock.range.start <= gap.start && gap.end <= clock.range.end)
        {
            edits.push(Edit::new(gap, ""));
        }
    }
    let plain = open.is_empty() && stamp.start == prefix.content && edits.len() == clocks.len();
    if plain && timeline.body[stamp.end..site.end].starts_with(b" - ") {
        return Some(edits);
    }
    let (end, open) = separator::end(text, stamp.end..site.end, said, open)?;
    if prefix.content < stamp.start {
        edits.push(Edit::new(prefix.content..stamp.start, ""));
    }
    edits.push(Edit::new(stamp.end..end, format!(" - {}", open.concat())));
    Some(edits)
}

/// The emphasis and brackets opened before a time; `None` if there is anything else.
fn opened(text: &str) -> Option<Vec<String>> {
    let mut open = Vec::new();
    for run in runs(text) {
        match run.chars().next()? {
            ' ' | '\t' => {}
            '[' | '(' if run.len() == 1 => open.push(run.to_string()),
            c if is_emphasis(c) => open.push(run.to_string()),
            _ => return None,
        }
    }
    Some(open)
}

/// The ranges of emphasis within a time.
fn gaps(prefix: &Prefix, stamp: &Range<usize>) -> Vec<Range<usize>> {
    let inside = prefix.places.get(stamp.clone()).unwrap_or_default();
    inside
        .windows(2)
        .filter(|pair| pair[1] > pair[0] + 1)
        .map(|pair| pair[0] + 1..pair[1])
        .collect()
}

fn toggle(open: &mut Vec<String>, marks: &str) {
    for run in runs(marks) {
        match open.last() {
            Some(last) if last == run => {
                open.pop();
            }
            _ => open.push(run.to_string()),
        }
    }
}

/// Runs of the same character.
fn runs(text: &str) -> Vec<&str> {
    let (mut out, mut from) = (Vec::new(), 0);
    for (at, c) in text.char_indices().skip(1) {
        if !text[from..at].ends_with(c) {
            out.push(&text[from..at]);
            from = at;
        }
    }
    if from < text.len() {
        out.push(&text[from..]);
    }
    out
}
