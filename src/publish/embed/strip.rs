//! The report without its pictures, and where they stood.

use crate::document::ReportFile;
use crate::document::blocks::Blocks;
use crate::document::events::{Event, Tag, TagEnd, events};
use crate::document::marks::{marked_options, markers};
use crate::draw::Chart;
use crate::edit::pairs::{Marked, Pair, pairs};
use crate::edit::{Edit, apply};
use crate::publish::embed::written::replaced;
use crate::publish::embed::{Anchor, Broken, PictureForm, StrippedReport};
use std::ops::Range;

/// Takes the pictures out of a report. What was replaced by one is put back; everything else is
/// left as it is, byte for byte.
pub fn strip(bytes: &[u8]) -> Result<StrippedReport, Broken> {
    let file = ReportFile::open(bytes)?;
    let blocks = pictures(&file)?;
    let (body, sites) = cut(&file, &blocks);
    let plain = file.with(body);
    let outside = |range: &Range<usize>| plain.outside(range.start)..plain.outside(range.end);
    let anchor = |(site, block): (&PictureSite, &Pair<Chart>)| Anchor {
        chart: site.chart,
        place: outside(&site.range),
        form: site.form,
        caption: caption(&file.text[block.inside.clone()]),
        options: marked_options(&file.text[block.whole.start..block.inside.start]).to_string(),
    };
    let anchors = sites.iter().zip(&blocks).map(anchor).collect();
    Ok(StrippedReport { bytes: plain.bytes(), anchors })
}

/// Where a picture stands in the plain body, and what it replaces there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PictureSite {
    pub(super) chart: Chart,
    pub(super) range: Range<usize>,
    pub(super) form: PictureForm,
}

/// The plain body and the places of the blocks in it.
pub(super) fn cut(file: &ReportFile, blocks: &[Pair<Chart>]) -> (Vec<u8>, Vec<PictureSite>) {
    let edit = |block: &Pair<Chart>| {
        let inside = &file.body[block.inside.clone()];
        Edit::new(block.whole.clone(), replaced(inside))
    };
    let plain = apply(&file.body, &blocks.iter().map(edit).collect::<Vec<_>>());
    let (mut sites, mut unsure) = (Vec::new(), Vec::new());
    for (block, range) in blocks.iter().zip(plain.places) {
        let spread =
            file.text[block.inside.clone()].lines().skip(1).any(|line| line.trim().is_empty());
        let alone = !spread && stands_alone(&file.text, &block.whole);
        unsure.extend(alone.then_some(sites.len()));
        let form = if spread || alone { PictureForm::Block } else { PictureForm::Inline };
        sites.push(PictureSite { chart: block.what, range, form });
    }
    let body = plain.bytes;
    // One that stands alone without blank lines was made by hand, or stands among HTML.
    if !unsure.is_empty() {
        let plain = file.with(body.clone());
        for index in unsure {
            if among_html(&plain.text, &sites[index].range, "x") {
                sites[index].form = PictureForm::Inline;
            }
        }
    }
    (body, sites)
}

/// True when a range begins its line, and nothing but blanks follows it there.
pub(super) fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let begins = range.start == 0 || text[..range.start].ends_with('\n');
    begins
        && text[range.end..]
            .trim_start_matches([' ', '\t'])
            .chars()
            .next()
            .is_none_or(|c| matches!(c, '\n' | '\r'))
}

/// True when a text would end as a part of a block of HTML if it stood in place of a range.
pub(super) fn among_html(text: &str, range: &Range<usize>, instead: &str) -> bool {
    let (before, after) =
        (text.get(..range.start).unwrap_or_default(), text.get(range.end..).unwrap_or_default());
    let blocks = Blocks::of(&format!("{before}{instead}{after}"));
    blocks.html.iter().any(|html| html.contains(&(before.len() + instead.len() - 1)))
}

/// The pictures of a file, in its order.
pub(super) fn pictures(file: &ReportFile) -> Result<Vec<Pair<Chart>>, Broken> {
    let markers = markers(&file.text).into_iter();
    pairs(file, markers.map(|marker| (marker.range, marker.opens)))
}

impl Marked for Chart {
    const NOUN: &'static str = "picture";
    const CLOSING: &'static str = "<!-- /postmirth -->";

    fn opening(self) -> String {
        format!("<!-- postmirth:{} -->", self.name())
    }

    fn unbegun() -> (String, String) {
        let openings = Chart::ALL.map(Chart::opening);
        (
            "expected a marker that begins a picture, found one that only ends it".into(),
            format!("put one of {} before it, or delete it", openings.join(", ")),
        )
    }

    fn refused(self, known: &[Pair<Chart>]) -> Option<(String, String)> {
        let twice = known.iter().any(|pair| pair.what == self);
        let name = self.name();
        twice.then(|| {
            (
                format!("expected one picture of the name {name}, found a second"),
                "delete one of the two, with both of its markers".into(),
            )
        })
    }
}

/// The line below the picture, by what stands between its markers: a paragraph that is in italics
/// from end to end.
fn caption(inside: &str) -> Option<String> {
    let (mut told, mut italic) = (String::new(), false);
    for (event, _) in events(inside) {
        match event {
            Event::Start(Tag::Paragraph) => told.clear(),
            Event::Start(Tag::Emphasis) if told.is_empty() => italic = true,
            Event::Text(text) if italic => told.push_str(&text),
            Event::End(TagEnd::Emphasis) if italic => {}
            Event::End(TagEnd::Paragraph) if italic => {
                return Some(told).filter(|told| !told.is_empty());
            }
            _ => italic = false,
        }
    }
    None
}
