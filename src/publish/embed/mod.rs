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
//! All that is added lies between the first byte of an opening marker and the last byte of its closing
//! one: whoever cuts these stretches out has the report again, byte for byte. Only a placeholder that a
//! picture replaces is not there any more; [`strip`] puts it back from a comment in the block.
//!
//! A picture needs a place where it breaks nothing: on the blank line below the timeline or, where the
//! next text follows at once, at the end of its last line, where a comment does not show. Where neither
//! will do (a fence of code that ends the file), it moves on to the next block, or back to the last
//! one. A report that is one open fence from its first byte to its last has no such place.

mod file;
mod placeholders;
mod places;
mod shape;
mod strip;
mod written;

pub use crate::read::embedded::Name;
pub use places::{Places, places};
pub use strip::strip;

use crate::publish::blocks::page;
use file::File;
use placeholders::placeholders;
use shape::shape;
use std::ops::Range;
use strip::{Site, among_html, cut, pairs, stands_alone};
use written::{Setting, written};

/// A picture to put into a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Insert {
    /// Which one.
    pub name: Name,
    /// What it shows, in a sentence or two.
    pub alt: String,
    /// The same at length, folded away below it; not where the picture stands within a line.
    pub details: Option<Details>,
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
    /// What it says while folded.
    pub summary: String,
    /// What it holds.
    pub parts: Vec<Part>,
}

/// A part of [`Details`], as plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Running text.
    Paragraph(String),
    /// A list.
    List(Vec<String>),
}

/// How a picture stands in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// On lines of its own.
    Block,
    /// Within a line.
    Inline,
}

/// Where a picture stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// Which one.
    pub name: Name,
    /// The bytes of the plain report that it replaces; empty where it only stands between two.
    pub place: Range<usize>,
    /// In which form.
    pub form: Form,
}

/// A report without its pictures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plain {
    /// The report's own bytes.
    pub bytes: Vec<u8>,
    /// Where the pictures stood, in the order of the report.
    pub anchors: Vec<Anchor>,
}

/// Markers that do not fit together, or bytes that are no text: nothing can be changed safely.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Where, in bytes of the file.
    pub span: Range<usize>,
    /// What was expected, and what was found.
    pub message: String,
    /// What to do about it.
    pub hint: String,
}

/// A report with its pictures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Embedded {
    /// The file.
    pub bytes: Vec<u8>,
    /// Placeholders that were left, in bytes of the plain report.
    pub placeholders: Vec<Range<usize>>,
    /// Pictures for which the report has no place.
    pub unplaced: Vec<Name>,
}

/// Puts pictures into a plain report: each where it stood before, else in place of a placeholder, else at
/// its default place.
pub fn embed(plain: &Plain, inserts: &[Insert], places: &Places) -> Embedded {
    let Ok(file) = File::open(&plain.bytes) else {
        let unplaced = inserts.iter().map(|insert| insert.name).collect();
        return Embedded { bytes: plain.bytes.clone(), placeholders: Vec::new(), unplaced };
    };
    let mut work = Work { file: &file, inserts, sites: Vec::new() };
    work.old(&plain.anchors);
    let page = page(&file.text);
    let mut left = placeholders(&file.text, &page);
    left.retain(|one| work.sites.iter().all(|site| one.range.end <= site.range.start || site.range.end <= one.range.start));
    for insert in inserts {
        if work.is_placed(insert.name) {
            continue;
        }
        let meant = left.iter().position(|one| one.name == insert.name);
        if let Some(at) = meant.filter(|at| work.replace(insert.name, &left[*at].range)) {
            left.remove(at);
        }
    }
    for insert in inserts {
        if let Some(line) = places.of(insert.name).filter(|_| !work.is_placed(insert.name)) {
            places::candidates(&file.text, &page, line).into_iter().any(|at| work.put(insert.name, at));
        }
    }
    Embedded {
        bytes: file.with(work.body(&work.sites).0).bytes(),
        placeholders: left.iter().map(|one| file.outside(one.range.start)..file.outside(one.range.end)).collect(),
        unplaced: inserts.iter().map(|insert| insert.name).filter(|name| !work.is_placed(*name)).collect(),
    }
}

/// A report while its pictures are put in.
struct Work<'a> {
    file: &'a File,
    inserts: &'a [Insert],
    /// Where the pictures stand so far, in the order of the report.
    sites: Vec<Site>,
}

impl Work<'_> {
    fn is_placed(&self, name: Name) -> bool {
        self.sites.iter().any(|site| site.name == name)
    }

    /// The places that the author knows.
    fn old(&mut self, anchors: &[Anchor]) {
        for anchor in anchors.iter().filter(|anchor| self.inserts.iter().any(|insert| insert.name == anchor.name)) {
            let start = self.file.inside(anchor.place.start);
            let range = start..self.file.inside(anchor.place.end).max(start);
            if !self.is_placed(anchor.name) {
                self.sites = self.and(Site { name: anchor.name, range, form: anchor.form });
            }
        }
    }

    /// Puts a picture in place of a placeholder, when the report can be had back from that.
    fn replace(&mut self, name: Name, range: &Range<usize>) -> bool {
        let text = &self.file.text;
        let block = stands_alone(text, range) && !among_html(text, range, "x");
        let form = if block { Form::Block } else { Form::Inline };
        let sites = self.and(Site { name, range: range.clone(), form });
        let sound = self.comes_back(&sites) && self.says_the_same(name, &sites, range);
        if sound {
            self.sites = sites;
        }
        sound
    }

    /// Puts a picture between two bytes, when the report around it stays what it is.
    fn put(&mut self, name: Name, at: usize) -> bool {
        let sites = self.and(Site { name, range: at..at, form: Form::Block });
        let sound = self.comes_back(&sites) && self.stays(name, &sites);
        if sound {
            self.sites = sites;
        }
        sound
    }

    /// The sites with one more, which comes last among those at one place.
    fn and(&self, site: Site) -> Vec<Site> {
        let mut sites = self.sites.clone();
        let at = sites.partition_point(|known| known.range.start <= site.range.start);
        sites.insert(at, site);
        sites
    }

    /// Whether stripping gives the plain report and the same places.
    fn comes_back(&self, sites: &[Site]) -> bool {
        let marked = self.file.with(self.body(sites).0);
        pairs(&marked).is_ok_and(|pairs| cut(&marked, &pairs) == (self.file.body.clone(), sites.to_vec()))
    }

    /// Whether the picture is a paragraph of the top level, and all else reads as it did without it.
    fn stays(&self, name: Name, sites: &[Site]) -> bool {
        let (before, after, own) = self.both(name, sites);
        let (before, after) = (shape(&before.text, &(own.start..own.start), false), shape(&after.text, &own, false));
        after.depth == Some(0) && before.same(&after)
    }

    /// Whether all but the placeholder still says what it said, though paragraphs may end elsewhere.
    fn says_the_same(&self, name: Name, sites: &[Site], placeholder: &Range<usize>) -> bool {
        let (before, after, own) = self.both(name, sites);
        let (before, after) =
            (shape(&before.text, &(own.start..own.start + placeholder.len()), true), shape(&after.text, &own, false));
        before.says() == after.says()
    }

    /// The file without and with one more picture, and where that is.
    fn both(&self, name: Name, sites: &[Site]) -> (File, File, Range<usize>) {
        let (body, ranges) = self.body(sites);
        let own = sites.iter().position(|site| site.name == name).and_then(|index| ranges.get(index)).cloned();
        (self.file.with(self.body(&self.sites).0), self.file.with(body), own.unwrap_or_default())
    }

    /// The body with its pictures, and where each of these is.
    fn body(&self, sites: &[Site]) -> (Vec<u8>, Vec<Range<usize>>) {
        let (mut out, mut ranges, mut from) = (Vec::new(), Vec::new(), 0);
        for site in sites {
            let Some(insert) = self.inserts.iter().find(|insert| insert.name == site.name) else { continue };
            let (start, end) = (site.range.start.max(from), site.range.end.max(from));
            out.extend(&self.file.body[from..start]);
            let setting = self.setting(site, &self.file.body[start..end]);
            let begun = out.len();
            out.extend(written(insert, &setting));
            ranges.push(begun..out.len());
            from = end;
        }
        out.extend(&self.file.body[from..]);
        (out, ranges)
    }
    /// What the place of a picture asks of it.
    fn setting<'s>(&self, site: &Site, replaced: &'s [u8]) -> Setting<'s> {
        let text = &self.file.text;
        let mut setting = Setting {
            form: site.form,
            html: site.form == Form::Inline && among_html(text, &site.range, "x"),
            lead: None,
            replaced,
            line_break: self.file.line_break(),
            utf8: self.file.utf8,
        };
        // At the beginning of a line, a comment makes HTML of all that follows it there.
        if site.form == Form::Inline && !setting.html && among_html(text, &site.range, "<!---->x") {
            let rest = text.get(site.range.end..).unwrap_or_default();
            setting.html = rest.lines().next().is_none_or(|rest| rest.trim().is_empty());
            setting.lead = (!setting.html).then(|| lead(text.get(..site.range.start).unwrap_or_default()));
        }
        setting
    }
}

/// What the next line of the same quote and item begins with.
fn lead(before: &str) -> String {
    let line = before.rsplit('\n').next().unwrap_or_default();
    line.chars().map(|c| if matches!(c, '>' | '\t') { c } else { ' ' }).collect()
}
