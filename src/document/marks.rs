//! What this program has put into a report: the blocks that `embed` keeps there, between
//! `<!-- postmirth:NAME -->` and `<!-- /postmirth -->`, and the fun, between `<!--fun-->` and
//! `<!--/fun-->`: finding them, and the report without them.

use crate::document::front_matter::front_matter;
use crate::document::line::DocumentLine;
use crate::document::markdown::options;
use crate::source::Span;
use pulldown_cmark::{Event, Parser, Tag};
use std::borrow::Cow;
use std::ops::Range;

/// Which picture a block holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Name {
    /// What happened.
    Incident,
    /// What will change.
    Actions,
    /// The picture at the head of the report.
    Cover,
}

impl Name {
    /// All of them.
    pub const ALL: &[Name] = &[Name::Incident, Name::Actions, Name::Cover];

    /// As the marker writes it.
    pub fn name(self) -> &'static str {
        match self {
            Name::Incident => "incident",
            Name::Actions => "actions",
            Name::Cover => "cover",
        }
    }
}

/// One end of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Marker {
    pub(crate) range: Range<usize>,
    /// The picture that begins here; `None` where a block ends.
    pub(crate) opens: Option<Name>,
}

/// The markers of a report, in its order; those in code, in other comments and in front matter are
/// none.
pub(crate) fn markers(text: &str) -> Vec<Marker> {
    let mut found: Vec<Marker> = text
        .match_indices("<!--")
        .filter_map(|(at, _)| marker(text, at))
        .collect();
    if !found.is_empty() {
        let meant = meant(text);
        found.retain(|marker| meant(marker.range.start));
    }
    found
}

/// What stands before the fun.
pub(crate) const FUN: &str = "<!--fun-->";
/// What stands after it.
pub(crate) const NO_FUN: &str = "<!--/fun-->";

/// One end of the fun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct QuipMarker {
    pub(crate) range: Range<usize>,
    pub(crate) opens: bool,
}

/// The marks of the fun in a report, in its order; those in code, in other comments and in front
/// matter are none.
pub(crate) fn marks(text: &str) -> Vec<QuipMarker> {
    let mut found: Vec<QuipMarker> = text
        .match_indices("<!--")
        .filter_map(|(at, _)| mark(text, at))
        .collect();
    if !found.is_empty() {
        let meant = meant(text);
        found.retain(|mark| meant(mark.range.start));
    }
    found
}

/// The mark that stands at a byte.
fn mark(text: &str, at: usize) -> Option<QuipMarker> {
    let opens = text[at..].starts_with(FUN);
    let found = if opens { FUN } else { NO_FUN };
    text[at..].starts_with(found).then(|| QuipMarker {
        range: at..at + found.len(),
        opens,
    })
}

/// Tells whether what stands at a byte is meant: not in code, in a comment or in front matter.
fn meant(text: &str) -> impl Fn(usize) -> bool {
    let body = body(text);
    let hidden = hidden(text, body);
    move |at| {
        let next = hidden.partition_point(|range| range.start <= at);
        at >= body && hidden[..next].last().is_none_or(|range| range.end <= at)
    }
}

/// The marker that stands at a byte.
fn marker(text: &str, at: usize) -> Option<Marker> {
    let blank = [' ', '\t'];
    let inner = text[at..].strip_prefix("<!--")?.trim_start_matches(blank);
    let (opens, rest) = match inner.strip_prefix("/postmirth") {
        Some(rest) => (None, rest),
        None => {
            let told = inner.strip_prefix("postmirth:")?;
            let name = Name::ALL
                .iter()
                .copied()
                .find(|name| told.starts_with(name.name()))?;
            (Some(name), &told[name.name().len()..])
        }
    };
    let rest = rest.trim_start_matches(blank).strip_prefix("-->")?;
    Some(Marker {
        range: at..text.len() - rest.len(),
        opens,
    })
}

/// Where the report proper begins, below its front matter.
pub(crate) fn body(text: &str) -> usize {
    front_matter(text, &mut Vec::new())
}

/// The stretches of code and of comments that say something else, sorted and apart.
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

/// The comments in a stretch of HTML that are neither markers nor marks.
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

/// A report without its blocks, and the way back.
pub(crate) struct Without<'a> {
    pub(crate) text: Cow<'a, str>,
    /// Where something was taken out, and how many bytes up to there in all.
    gaps: Vec<(usize, usize)>,
}

/// Takes blocks and fun out of a report, as far as they are whole; what is broken stays.
pub(crate) fn without(text: &str) -> Without<'_> {
    let (mut kept, mut gaps, mut from, mut taken) = (String::new(), Vec::new(), 0, 0);
    for range in added(text) {
        kept.push_str(&text[from..range.start]);
        taken += range.len();
        gaps.push((kept.len(), taken));
        from = range.end;
    }
    if gaps.is_empty() {
        return Without {
            text: Cow::Borrowed(text),
            gaps,
        };
    }
    kept.push_str(&text[from..]);
    Without {
        text: Cow::Owned(kept),
        gaps,
    }
}

/// The whole blocks of a report, markers included.
pub(crate) fn pictures(text: &str) -> Vec<Range<usize>> {
    let markers = markers(text);
    let whole = markers
        .windows(2)
        .filter(|pair| pair[0].opens.is_some() && pair[1].opens.is_none());
    whole
        .map(|pair| pair[0].range.start..pair[1].range.end)
        .collect()
}

/// All that was put into a report, sorted and apart: fun may stand in a block, and a block in fun.
fn added(text: &str) -> Vec<Range<usize>> {
    let marks = marks(text);
    let whole = marks
        .windows(2)
        .filter(|pair| pair[0].opens && !pair[1].opens);
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
    /// Gives lines that were read of the shorter text their places in the whole one.
    pub(crate) fn place(&self, lines: &mut [DocumentLine]) {
        if self.gaps.is_empty() {
            return;
        }
        for line in lines {
            line.origin = self.pieces(line);
            line.span = self.span(line.span);
            line.directives
                .iter_mut()
                .for_each(|span| *span = self.span(*span));
        }
    }

    fn home(&self, at: usize) -> usize {
        let before = self.gaps.partition_point(|(place, _)| *place <= at);
        at.saturating_add(self.gaps[..before].last().map_or(0, |(_, taken)| *taken))
    }

    /// The end of a span stays before a block that follows it.
    fn span(&self, span: Span) -> Span {
        let start = self.home(span.start);
        Span::new(
            start,
            if span.end > span.start {
                self.home(span.end - 1) + 1
            } else {
                start
            },
        )
    }

    /// A piece of text that ran on over a block is two.
    fn pieces(&self, line: &DocumentLine) -> Vec<(usize, usize)> {
        let mut out = Vec::new();
        for (index, (text, source)) in line.origin.iter().enumerate() {
            out.push((*text, self.home(*source)));
            let next = line
                .origin
                .get(index + 1)
                .map_or(line.text.len(), |(next, _)| *next);
            let end = source + next.saturating_sub(*text);
            let from = self.gaps.partition_point(|(place, _)| place <= source);
            let inside = self.gaps[from..]
                .iter()
                .take_while(|(place, _)| *place < end);
            out.extend(inside.map(|(place, _)| (text + place - source, self.home(*place))));
        }
        out
    }
}
