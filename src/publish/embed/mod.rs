//! Pictures in the report itself, between markers, and the report without them.
//!
//! ```text
//! <!-- postmirth:incident -->
//!
//! ![Alt text.](images/report-incident.svg)
//!
//! <details>
//! <summary>The timeline in words</summary>
//! …
//! </details>
//!
//! <!-- /postmirth -->
//! ```
//!
//! Behind its name a marker keeps the options with which the picture was drawn, such as
//! `theme=both`.
//!
//! All that is added lies between the first byte of an opening marker and the last byte of its
//! closing one: whoever cuts these stretches out has the report again, byte for byte. Only a
//! placeholder that a picture replaces is not there any more; [`strip()`] puts it back from a
//! comment in the block.
//!
//! A picture needs a place where it breaks nothing: on the blank line below the timeline or, where
//! the next text follows at once, at the end of its last line, where a comment does not show. Where
//! neither will do (a fence of code that ends the file), it moves on to the next block, or back to
//! the last one. A report that is one open fence from its first byte to its last has no such place.

mod embedding;
mod options;
mod placeholders;
mod places;
mod strip;
mod written;

pub use crate::document::Broken;
pub use options::{from_options, options};
pub(crate) use places::block_end;
pub use places::{PicturePlaces, places};
pub use strip::strip;

use crate::document::ReportFile;
use crate::document::blocks::Blocks;
use crate::document::marks::{FUN, NO_FUN, markers};
use crate::draw::Chart;
use crate::edit::{Edit, apply};
use embedding::Embedding;
use placeholders::placeholders;
use std::ops::Range;

/// A picture to put into a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Insert {
    /// Which one.
    pub chart: Chart,
    /// A description in a sentence or two.
    pub alt: String,
    /// The same at length, folded away below it; not where the picture stands within a line.
    pub details: Option<Details>,
    /// A line below it; not where the picture stands within a line.
    pub caption: Option<String>,
    /// The options with which it was drawn, for the next time: see [`options()`].
    pub options: String,
    /// Where it lies.
    pub image: Image,
}

/// Paths of a picture, from the report's folder, with `/` between folders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Image {
    /// One file.
    One(String),
    /// A file for each ground.
    LightAndDark {
        /// On light ground, and where grounds are not known.
        light: String,
        /// On dark ground.
        dark: String,
    },
}

/// Text that a reader can unfold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Details {
    /// The line that shows while it is folded.
    pub summary: String,
    /// The text that shows when it is unfolded.
    pub parts: Vec<DetailsPart>,
}

/// A part of [`Details`], as plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DetailsPart {
    /// Running text.
    Paragraph(String),
    /// A list.
    List(Vec<String>),
}

/// The form of a picture in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureForm {
    /// On lines of its own.
    Block,
    /// Within a line.
    Inline,
}

/// Where a picture stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// Which one.
    pub chart: Chart,
    /// The bytes of the plain report that it replaces; empty where it only stands between two.
    pub place: Range<usize>,
    /// In which form.
    pub form: PictureForm,
    /// The line that stood below it.
    pub caption: Option<String>,
    /// The options with which it was drawn, as its marker tells them.
    pub options: String,
}

/// A report without its pictures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StrippedReport {
    /// The report's own bytes.
    pub bytes: Vec<u8>,
    /// Where the pictures stood, in the order of the report.
    pub anchors: Vec<Anchor>,
}

/// A report with its pictures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Embedded {
    /// The file.
    pub bytes: Vec<u8>,
    /// Placeholders that were left, in bytes of the plain report.
    pub placeholders: Vec<Range<usize>>,
    /// Pictures for which the report has no place.
    pub unplaced: Vec<Chart>,
}

/// Puts pictures into a plain report: each where it stood before, else in place of a placeholder,
/// else at its default place.
pub fn embed(plain: &StrippedReport, inserts: &[Insert], places: &PicturePlaces) -> Embedded {
    let Ok(file) = ReportFile::open(&plain.bytes) else {
        let unplaced = inserts.iter().map(|insert| insert.chart).collect();
        return Embedded { bytes: plain.bytes.clone(), placeholders: Vec::new(), unplaced };
    };
    let mut embedding = Embedding::new(&file, inserts);
    embedding.old(&plain.anchors);
    let blocks = Blocks::of(&file.text);
    let mut left =
        if places.keep_placeholders { Vec::new() } else { placeholders(&file.text, &blocks) };
    let line = |at: usize| file.text[..at].matches('\n').count() + 1;
    left.retain(|one| places.report.is_empty() || places.report.contains(&line(one.range.start)));
    left.retain(|one| {
        embedding
            .sites
            .iter()
            .all(|site| one.range.end <= site.range.start || site.range.end <= one.range.start)
    });
    for insert in inserts {
        if embedding.is_placed(insert.chart) {
            continue;
        }
        let meant = left.iter().position(|one| one.chart == insert.chart);
        if let Some(at) = meant.filter(|at| embedding.replace(insert.chart, &left[*at].range)) {
            left.remove(at);
        }
    }
    for insert in inserts {
        if let Some(line) = places.of(insert.chart).filter(|_| !embedding.is_placed(insert.chart)) {
            places::candidates(&file.text, &blocks, line)
                .into_iter()
                .any(|at| embedding.put(insert.chart, at));
        }
    }
    Embedded {
        bytes: file.with(embedding.edited()).bytes(),
        placeholders: left
            .iter()
            .map(|one| file.outside(one.range.start)..file.outside(one.range.end))
            .collect(),
        unplaced: inserts
            .iter()
            .map(|insert| insert.chart)
            .filter(|chart| !embedding.is_placed(*chart))
            .collect(),
    }
}

/// Puts the blocks of these pictures between the marks of the fun, so that they go with it.
pub fn framed(bytes: &[u8], charts: &[Chart]) -> Vec<u8> {
    let Ok(file) = ReportFile::open(bytes) else {
        return bytes.to_vec();
    };
    let (mut edits, mut inside) = (Vec::new(), false);
    for marker in markers(&file.text) {
        match marker.opens {
            Some(chart) if charts.contains(&chart) => {
                edits.push(Edit::insert(marker.range.start, FUN));
                inside = true;
            }
            None if inside => {
                edits.push(Edit::insert(marker.range.end, NO_FUN));
                inside = false;
            }
            _ => {}
        }
    }
    file.with(apply(&file.body, &edits).bytes).bytes()
}
