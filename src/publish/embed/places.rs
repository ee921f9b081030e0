//! Where a picture goes when nobody has said so: below the timeline, below the measures, below the
//! title.

use crate::document::blocks::{BlockKind, Blocks, TopBlock};
use crate::document::line_feeds;
use crate::draw::Chart;
use crate::incident::Incident;
use crate::read::Report;
use crate::source::{Source, Span};
use std::ops::Range;

/// The lines, counted from 1, below which the pictures belong, as far as the report has such a
/// place. A picture comes below the whole block of which its line is a part.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PicturePlaces {
    /// The last line of the timeline.
    pub incident: Option<usize>,
    /// The last line of the measures.
    pub actions: Option<usize>,
    /// The last line of the title.
    pub cover: Option<usize>,
    /// True when placeholders stay as they are.
    pub keep_placeholders: bool,
    /// The lines of the report: no placeholder outside them is taken. Empty for the whole file.
    pub report: Range<usize>,
}

impl PicturePlaces {
    /// The line for a picture.
    pub fn of(&self, chart: Chart) -> Option<usize> {
        match chart {
            Chart::Incident => self.incident,
            Chart::Actions => self.actions,
            Chart::Cover => self.cover,
        }
    }
}

/// Where the pictures of a plain report go.
pub fn places(report: &Report) -> PicturePlaces {
    let (source, incident) = (report.source(), &report.incident);
    let text = line_feeds(source.text());
    let report = report.document.extent;
    let mut blocks = Blocks::of(&text).top;
    blocks.retain(|block| report.start <= block.range.start && block.range.start < report.end);
    let last_line = |span: Span| source.line_of(span.end.saturating_sub(1).max(span.start));
    let told = incident
        .events
        .iter()
        .map(|event| event.span)
        .chain(incident.notes.iter().map(|note| note.span));
    let below_heading = incident.events.last().and_then(|event| below(&blocks, event.span.start));
    PicturePlaces {
        incident: told.map(last_line).chain(below_heading.map(|end| source.line_of(end))).max(),
        actions: incident.actions.iter().map(|action| last_line(action.span)).max(),
        cover: title(source, incident, &blocks),
        keep_placeholders: false,
        report: source.line_of(report.start)..source.line_of(report.end) + 1,
    }
}

/// Where the text below a heading ends, when one stands at this place: an entry of its own with all
/// that belongs to it.
fn below(blocks: &[TopBlock], at: usize) -> Option<usize> {
    let index = around(blocks, at)?;
    let heading = blocks[index].kind == BlockKind::Heading && blocks[index].range.contains(&at);
    let rest = blocks[index + 1..].iter().take_while(|block| block.kind != BlockKind::Heading);
    rest.last().filter(|_| heading).map(|block| block.range.end.saturating_sub(1))
}

/// The last block that begins at or before a place, or the first of all.
fn around(blocks: &[TopBlock], at: usize) -> Option<usize> {
    let next = blocks.partition_point(|block| block.range.start <= at);
    (!blocks.is_empty()).then(|| next.saturating_sub(1))
}

/// The last line of the title: of a heading at the beginning, below a logo and badges at most, else
/// of the first block, or its first line when that is the title by itself.
fn title(source: &Source, incident: &Incident, blocks: &[TopBlock]) -> Option<usize> {
    let last_line = |block: &TopBlock| source.line_of(block.range.end.saturating_sub(1));
    if let Some(heading) = blocks.iter().take(3).find(|block| block.kind == BlockKind::Heading) {
        return Some(last_line(heading));
    }
    let first = blocks.first()?;
    let line = source.line_of(first.range.start);
    let words = source.slice(source.line(line)).trim_end_matches(['*', '_', ' ']);
    let alone = incident.title.as_deref().is_some_and(|title| words.ends_with(title));
    Some(if alone { line } else { last_line(first) })
}

/// So many blocks are tried in either direction.
const TRIES: usize = 30;

/// The places at which a picture that belongs below a line may stand, the best first: at the end of
/// the block with that line or of one that follows, and where none will do, of one that precedes
/// it.
pub(super) fn candidates(text: &str, blocks: &Blocks, line: usize) -> Vec<usize> {
    let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1));
    let at = starts.take(line + 1).skip(line.saturating_sub(1)).collect::<Vec<_>>();
    let (start, end) =
        (at.first().copied().unwrap_or(text.len()), at.get(1).copied().unwrap_or(text.len()));
    let last = start + text.get(start..end).unwrap_or_default().trim_end().len().saturating_sub(1);
    let Some(index) = around(&blocks.top, last) else {
        return Vec::new();
    };
    let after = blocks.top[index..].iter();
    let before = blocks.top[..index].iter().rev();
    let free = |block: &&TopBlock| !blocks.is_in_element(block.range.end);
    let tried = after.filter(free).take(TRIES).chain(before.filter(free).take(TRIES));
    // A whole report may be one paragraph of bare lines: there the line itself is the best place.
    let bare =
        blocks.top[index].kind == BlockKind::Paragraph && last + 1 < blocks.top[index].range.end;
    let here = bare.then_some(last + 1).filter(|at| text.is_char_boundary(*at));
    here.into_iter().chain(tried.flat_map(|block| below_line(text, block.range.end))).collect()
}

/// Where the block with a line ends, or the first one after it that lies in no element still open.
pub(crate) fn block_end(source: &Source, blocks: &Blocks, line: usize) -> usize {
    let line = source.line(line);
    let index =
        around(&blocks.top, line.end.saturating_sub(1).max(line.start)).unwrap_or(blocks.top.len());
    let free = |block: &&TopBlock| !blocks.is_in_element(block.range.end);
    blocks.top[index..].iter().find(free).map_or(source.text().len(), |block| block.range.end)
}

/// Below a line on which a block ends: on the blank line that follows, otherwise at the end of the
/// line itself.
fn below_line(text: &str, block_end: usize) -> Vec<usize> {
    let line = &text[..block_end + line_end(&text[block_end..])];
    let (end, told) = (line.len(), line.trim_end().len());
    let rest = &text[end..];
    let next = end + if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) };
    let blank = next > end && text[next..next + line_end(&text[next..])].trim().is_empty();
    if blank { vec![next, told] } else { vec![told] }
}

fn line_end(text: &str) -> usize {
    text.find(['\n', '\r']).unwrap_or(text.len())
}
