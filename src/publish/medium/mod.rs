//! A report as a page that can be copied into Medium's editor.
//!
//! Medium has no import for what a report is made of: it takes what is pasted, keeps headings in
//! two sizes, paragraphs, flat lists, quotations, code and links, and drops the rest; tables become
//! one long line, and pictures from the disk come out empty. So the page holds only what it keeps,
//! and says where a picture goes.

mod block;
mod build;
mod inline;
mod nested;
mod paragraph;
mod raw;
mod sheet;
mod table;
mod walk;
mod whole;

pub use whole::{Held, whole_page};

use super::{ChartFiles, embed};
use crate::document::blocks::Blocks;
use crate::document::front_matter::front_matter;
use crate::document::line_feeds;
use crate::draw::Chart;
use crate::incident::Incident;
use crate::read::Report;
use block::{Ended, PageBlock};
use inline::RichLine;

/// The next step, for an article whose page is in this file.
pub fn medium(page: &str) -> String {
    format!(
        "next: open {page} in a browser, copy the article into a new story, and upload each PNG \
            at its mark\n      the words for its alt text stand below the mark; Medium shows an \
            article's first picture in its lists\n"
    )
}

/// A picture with its place in the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedPicture {
    /// The byte of the report after which it stands.
    pub at: usize,
    /// The file, as seen from the page.
    pub file: String,
    /// A description of it for those who cannot see it.
    pub alt: String,
}

/// The page for a report with these charts: the cover at its head, each of the others below what it
/// shows.
pub fn page(report: &Report, shown: &[ChartFiles]) -> String {
    let place = picture_places(report);
    let placed = |shown: &ChartFiles| PlacedPicture {
        at: place(shown.chart),
        file: shown.file.clone(),
        alt: shown.alt.clone(),
    };
    let cover = shown.iter().find(|shown| shown.chart == Chart::Cover);
    let cover = cover.map(placed);
    let others = shown.iter().filter(|shown| shown.chart != Chart::Cover);
    let pictures: Vec<PlacedPicture> = others.map(placed).collect();
    article(report, cover.as_ref(), &pictures)
}

/// The bytes of a report after which its pictures stand, below what they show.
fn picture_places(report: &Report) -> impl Fn(Chart) -> usize {
    let source = report.source();
    let places = embed::places(report);
    let blocks = Blocks::of(&line_feeds(source.text()));
    let end = |line: Option<usize>| {
        line.map_or(source.text().len(), |line| embed::block_end(source, &blocks, line))
    };
    let (incident, actions) = (end(places.incident), end(places.actions));
    move |chart| match chart {
        Chart::Actions => actions,
        Chart::Incident | Chart::Cover => incident,
    }
}

/// The page for a report: its text with the pictures' places, the cover below the title.
pub fn article(
    report: &Report,
    cover: Option<&PlacedPicture>,
    pictures: &[PlacedPicture],
) -> String {
    let (title, blocks) = titled_blocks(report, false);
    let shown: Vec<&PlacedPicture> = cover.into_iter().chain(pictures).collect();
    let upload = |number: usize, placed: &PlacedPicture| PageBlock::Upload {
        file: placed.file.clone(),
        alt: placed.alt.trim().to_string(),
        number: Some(number),
    };
    let mut out: Vec<PageBlock> = cover.map(|cover| upload(1, cover)).into_iter().collect();
    let first = out.len() + 1;
    let places: Vec<usize> = pictures.iter().map(|picture| picture.at).collect();
    let uploads = |number: usize| upload(first + number, &pictures[number]);
    out.extend(with_pictures(&blocks, &places, uploads));
    sheet::page(&title, &out, &shown)
}

/// The title of a report and its blocks below it, with its own tables and pictures or as Medium has
/// them.
fn titled_blocks(report: &Report, whole: bool) -> (RichLine, Vec<Ended>) {
    let incident = &report.incident;
    let (text, extent) = (line_feeds(report.source().text()), report.document.extent);
    let text = &text[..extent.end];
    let (body, named) = head(text);
    let entries = incident.events.iter().map(|event| event.span.start).collect();
    let mut blocks = walk::blocks(text, body.max(extent.start), entries, whole);
    let title = title(&mut blocks, named, incident);
    (title, blocks)
}

/// The blocks with a picture after each of these bytes of the report.
fn with_pictures(
    blocks: &[Ended],
    places: &[usize],
    picture: impl Fn(usize) -> PageBlock,
) -> Vec<PageBlock> {
    let after = |at: &usize| {
        let last = blocks.iter().rposition(|block| block.end <= *at);
        last.map_or(0, |index| index + 1)
    };
    let after: Vec<usize> = places.iter().map(after).collect();
    let mut out = Vec::new();
    for index in 0..=blocks.len() {
        let here = after.iter().enumerate().filter(|(_, own)| **own == index);
        out.extend(here.map(|(number, _)| picture(number)));
        out.extend(blocks.get(index).map(|ended| ended.block.clone()));
    }
    out
}

/// Where the report begins after its front matter, and the title that this names.
fn head(text: &str) -> (usize, Option<String>) {
    let mut lines = Vec::new();
    let body = front_matter(text, &mut lines);
    let named = lines.iter().find_map(|line| named_title(&line.text));
    (body, named)
}

/// The title of front matter: `title: "Mail down"`.
fn named_title(line: &str) -> Option<String> {
    let value = line.strip_prefix("title:")?.trim();
    let bare = value.strip_prefix('"').and_then(|value| value.strip_suffix('"'));
    let bare = bare.or_else(|| value.strip_prefix('\'').and_then(|value| value.strip_suffix('\'')));
    let bare = bare.unwrap_or(value).trim();
    (!bare.is_empty()).then(|| bare.to_string())
}

/// Takes the title out of the blocks: the first heading when it is one of the first level, above
/// all others, or says what the reader took for the title; otherwise what front matter names, or
/// the line that the reader took.
fn title(blocks: &mut Vec<Ended>, named: Option<String>, incident: &Incident) -> RichLine {
    let told = incident.title.as_deref().unwrap_or_default().trim();
    let says = |text: &str| !told.is_empty() && text.contains(told);
    let heading =
        blocks.iter().take(NEAR).enumerate().find_map(|(index, block)| match &block.block {
            PageBlock::Heading(level, line) => Some((index, *level, line.clone())),
            _ => None,
        });
    if let Some((index, level, line)) = heading
        && (level == 1
            || named.is_none() && (says(&line.text()) || is_above(level, &blocks[index + 1..])))
    {
        blocks.remove(index);
        return line;
    }
    if let Some(named) = named {
        return RichLine::plain(&named);
    }
    // A bold line at the beginning.
    if let Some(PageBlock::Paragraph(text, _)) = blocks.first().map(|block| &block.block)
        && says(text)
        && text.len() <= told.len() + 24
    {
        let line = RichLine::plain(text);
        blocks.remove(0);
        return line;
    }
    RichLine::plain(if told.is_empty() { "Postmortem" } else { told })
}

/// True if there are headings, and all of them are of lower levels.
fn is_above(level: u8, blocks: &[Ended]) -> bool {
    let levels = blocks.iter().filter_map(|block| {
        if let PageBlock::Heading(level, _) = &block.block { Some(*level) } else { None }
    });
    levels.min().is_some_and(|highest| level < highest)
}

/// Badges, a picture or a note may stand above a title, but no chapter.
const NEAR: usize = 6;
