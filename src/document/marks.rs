//! Text that this program has inserted into a report: the blocks kept by `embed`, between
//! `<!-- postmirth:NAME -->` and `<!-- /postmirth -->`, and the quips, between `<!--fun-->` and
//! `<!--/fun-->`. Finds them, and reads the report without them.

use crate::document::front_matter::front_matter;
use crate::document::line::DocumentLine;
use crate::document::markdown::options;
use crate::named::named;
use crate::source::Span;
use pulldown_cmark::{Event, Parser, Tag};
use std::borrow::Cow;
use std::ops::Range;

named! {
    /// The pictures that there are.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    #[non_exhaustive]
    pub enum Chart {
        /// The timeline.
        Incident = "incident",
        /// The action items, with owners, days and ticks.
        Actions = "actions",
        /// A cover for an article or the preview of a link.
        Cover = "cover",
    }
}

/// A marker at one end of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Marker {
    pub(crate) range: Range<usize>,
    /// The picture whose block begins here; `None` if a block ends here.
    pub(crate) opens: Option<Chart>,
}

/// The block markers of a report, in order; markers in code, in other comments and in front matter
/// do not count.
pub(crate) fn markers(text: &str) -> Vec<Marker> {
    let mut found: Vec<Marker> =
        text.match_indices("<!--").filter_map(|(at, _)| marker(text, at)).collect();
    if !found.is_empty() {
        let meant = meant(text);
        found.retain(|marker| meant(marker.range.start));
    }
    found
}

/// The marker before a quip.
pub(crate) const FUN: &str = "<!--fun-->";
/// The marker after a quip.
pub(crate) const NO_FUN: &str = "<!--/fun-->";

/// A marker at one end of a quip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct QuipMarker {
    pub(crate) range: Range<usize>,
    pub(crate) opens: bool,
}

/// The quip markers of a report, in order; markers in code, in other comments and in front matter
/// do not count.
pub(crate) fn marks(text: &str) -> Vec<QuipMarker> {
    let mut found: Vec<QuipMarker> =
        text.match_indices("<!--").filter_map(|(at, _)| mark(text, at)).collect();
    if !found.is_empty() {
        let meant = meant(text);
        found.retain(|mark| meant(mark.range.start));
    }
    found
}

/// The quip marker at a byte.
fn mark(text: &str, at: usize) -> Option<QuipMarker> {
    let opens = text[at..].starts_with(FUN);
    let found = if opens { FUN } else { NO_FUN };
    text[at..].starts_with(found).then(|| QuipMarker { range: at..at + found.len(), opens })
}

/// Returns a predicate for the markers that count, by their offset: not in code, in a comment or
/// in front matter.
fn meant(text: &str) -> impl Fn(usize) -> bool {
    let body = body(text);
    let hidden = hidden(text, body);
    move |at| {
        let next = hidden.partition_point(|range| range.start <= at);
        at >= body && hidden[..next].last().is_none_or(|range| range.end <= at)
    }
}

/// The block marker at a byte.
fn marker(text: &str, at: usize) -> Option<Marker> {
    let blank = [' ', '\t'];
    let inner = text[at..].strip_prefix("<!--")?.trim_start_matches(blank);
    let (opens, rest) = match inner.strip_prefix("/postmirth") {
        Some(rest) => (None, rest),
        None => {
            let told = inner.strip_prefix("postmirth:")?;
            let chart = named_first(told)?;
            (Some(chart), &told[chart.name().len()..])
        }
    };
    let rest = match opens {
        Some(_) => rest.trim_start_matches(is_option),
        None => rest.trim_start_matches(blank),
    };
    let rest = rest.trim_start_matches('-').strip_prefix('>')?;
    if !text[..text.len() - rest.len()].ends_with("-->") {
        return None;
    }
    Some(Marker { range: at..text.len() - rest.len(), opens })
}

/// The picture whose name begins a text.
fn named_first(told: &str) -> Option<Chart> {
    let mut all = Chart::ALL.into_iter();
    all.find(|chart| told.starts_with(chart.name()))
}

/// The letters of which the options of a picture are made, and what stands between them.
fn is_option(c: char) -> bool {
    c.is_ascii_alphanumeric() || " \t=._,:/+%-".contains(c)
}

/// The options that a picture's opening marker holds, as they are written.
pub(crate) fn marked_options(marker: &str) -> &str {
    let inner = marker.strip_prefix("<!--").unwrap_or_default().trim_start();
    let told = inner.strip_prefix("postmirth:").unwrap_or_default();
    let end = told.find("-->").unwrap_or(told.len());
    let from = named_first(told).map_or(end, |chart| chart.name().len());
    told.get(from..end).unwrap_or_default().trim()
}

/// Where the report proper begins, below its front matter.
pub(crate) fn body(text: &str) -> usize {
    front_matter(text, &mut Vec::new())
}

/// The ranges of code and of other comments, sorted and disjoint.
fn hidden(text: &str, body: usize) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for (event, range) in Parser::new_ext(&text[body..], options()).into_offset_iter() {
        let range = range.start + body..range.end + body;
        match event {
            Event::Code(_) | Event::Start(Tag::CodeBlock(_)) => out.push(range),
            Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => comments(text, range, &mut out),
            _ => {}
        }
    }
    out.sort_by_key(|range| range.start);
    out.dedup_by(|next, last| {
        let joined = next.start < last.end;
        if joined {
            last.end = last.end.max(next.end);
        }
        joined
    });
    out
}

/// The comments in a range of HTML that are not markers of either kind.
fn comments(text: &str, html: Range<usize>, out: &mut Vec<Range<usize>>) {
    let mut at = html.start;
    while let Some(found) = text[at..html.end].find("<!--") {
        let start = at + found;
        let known = marker(text, start)
            .map(|marker| marker.range.end)
            .or(mark(text, start).map(|mark| mark.range.end));
        at = match known {
            Some(end) => end.min(html.end),
            None => {
                let end = text[start..html.end]
                    .find("-->")
                    .map_or(html.end, |end| start + end + "-->".len());
                out.push(start..end);
                end
            }
        };
    }
}

/// A report without insertions, and the mapping back to the original.
pub(crate) struct Without<'a> {
    pub(crate) text: Cow<'a, str>,
    /// The places of removed text, each with the total number of bytes removed up to there.
    gaps: Vec<(usize, usize)>,
}

/// Removes complete blocks and quips from a report; broken ones stay.
pub(crate) fn without(text: &str) -> Without<'_> {
    let (mut kept, mut gaps, mut from, mut taken) = (String::new(), Vec::new(), 0, 0);
    for range in added(text) {
        kept.push_str(&text[from..range.start]);
        taken += range.len();
        gaps.push((kept.len(), taken));
        from = range.end;
    }
    if gaps.is_empty() {
        return Without { text: Cow::Borrowed(text), gaps };
    }
    kept.push_str(&text[from..]);
    Without { text: Cow::Owned(kept), gaps }
}

/// The complete blocks of a report, including their markers.
pub(crate) fn pictures(text: &str) -> Vec<Range<usize>> {
    let markers = markers(text);
    let whole =
        markers.windows(2).filter(|pair| pair[0].opens.is_some() && pair[1].opens.is_none());
    whole.map(|pair| pair[0].range.start..pair[1].range.end).collect()
}

/// All insertions in a report, sorted and disjoint: a quip may be in a block, and a block in a
/// quip.
fn added(text: &str) -> Vec<Range<usize>> {
    let marks = marks(text);
    let whole = marks.windows(2).filter(|pair| pair[0].opens && !pair[1].opens);
    let mut all = pictures(text);
    all.extend(whole.map(|pair| pair[0].range.start..pair[1].range.end));
    all.sort_by_key(|range| range.start);
    all.dedup_by(|next, last| {
        let joined = next.start < last.end;
        if joined {
            last.end = last.end.max(next.end);
        }
        joined
    });
    all
}

impl Without<'_> {
    /// Maps lines read from the shorter text to their places in the original.
    pub(crate) fn place(&self, lines: &mut [DocumentLine]) {
        if self.gaps.is_empty() {
            return;
        }
        for line in lines {
            line.origin = self.pieces(line);
            line.span = self.span(line.span);
            line.directives.iter_mut().for_each(|span| *span = self.span(*span));
        }
    }

    fn home(&self, at: usize) -> usize {
        let before = self.gaps.partition_point(|(place, _)| *place <= at);
        at.saturating_add(self.gaps[..before].last().map_or(0, |(_, taken)| *taken))
    }

    /// Keeps the end of a span before a block that follows it.
    fn span(&self, span: Span) -> Span {
        let start = self.home(span.start);
        Span::new(start, if span.end > span.start { self.home(span.end - 1) + 1 } else { start })
    }

    /// Splits a piece of text in two where a removed block interrupts it.
    fn pieces(&self, line: &DocumentLine) -> Vec<(usize, usize)> {
        let mut out = Vec::new();
        for (index, (text, source)) in line.origin.iter().enumerate() {
            out.push((*text, self.home(*source)));
            let next = line.origin.get(index + 1).map_or(line.text.len(), |(next, _)| *next);
            let end = source + next.saturating_sub(*text);
            let from = self.gaps.partition_point(|(place, _)| place <= source);
            let inside = self.gaps[from..].iter().take_while(|(place, _)| *place < end);
            out.extend(inside.map(|(place, _)| (text + place - source, self.home(*place))));
        }
        out
    }
}
