//! A report while its pictures are put in, one by one: each only where the report stays what it is.

use crate::document::File;
use crate::publish::embed::shape::shape;
use crate::publish::embed::strip::{Site, among_html, cut, pairs, stands_alone};
use crate::publish::embed::written::{Setting, written};
use crate::publish::embed::{Anchor, Form, Insert, Name};
use std::ops::Range;

/// A report while its pictures are put in.
pub(super) struct Work<'a> {
    file: &'a File,
    inserts: &'a [Insert],
    /// Where the pictures stand so far, in the order of the report.
    pub(super) sites: Vec<Site>,
}

impl<'a> Work<'a> {
    pub(super) fn new(file: &'a File, inserts: &'a [Insert]) -> Work<'a> {
        Work {
            file,
            inserts,
            sites: Vec::new(),
        }
    }

    pub(super) fn is_placed(&self, name: Name) -> bool {
        self.sites.iter().any(|site| site.name == name)
    }

    /// The places that the author knows.
    pub(super) fn old(&mut self, anchors: &[Anchor]) {
        for anchor in anchors
            .iter()
            .filter(|anchor| self.inserts.iter().any(|insert| insert.name == anchor.name))
        {
            let start = self.file.inside(anchor.place.start);
            let range = start..self.file.inside(anchor.place.end).max(start);
            if !self.is_placed(anchor.name) {
                self.sites = self.and(Site {
                    name: anchor.name,
                    range,
                    form: anchor.form,
                });
            }
        }
    }

    /// Puts a picture in place of a placeholder, when the report can be had back from that.
    pub(super) fn replace(&mut self, name: Name, range: &Range<usize>) -> bool {
        let text = &self.file.text;
        let block = stands_alone(text, range) && !among_html(text, range, "x");
        let form = if block { Form::Block } else { Form::Inline };
        let sites = self.and(Site {
            name,
            range: range.clone(),
            form,
        });
        let sound = self.comes_back(&sites) && self.says_the_same(name, &sites, range);
        if sound {
            self.sites = sites;
        }
        sound
    }

    /// Puts a picture between two bytes, when the report around it stays what it is.
    pub(super) fn put(&mut self, name: Name, at: usize) -> bool {
        let sites = self.and(Site {
            name,
            range: at..at,
            form: Form::Block,
        });
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
        pairs(&marked)
            .is_ok_and(|pairs| cut(&marked, &pairs) == (self.file.body.clone(), sites.to_vec()))
    }

    /// Whether the picture is a paragraph of the top level, and all else reads as it did without
    /// it.
    fn stays(&self, name: Name, sites: &[Site]) -> bool {
        let (before, after, own) = self.both(name, sites);
        let (before, after) = (
            shape(&before.text, &(own.start..own.start), false),
            shape(&after.text, &own, false),
        );
        after.depth == Some(0) && before.same(&after)
    }

    /// Whether all but the placeholder still says what it said, though paragraphs may end
    /// elsewhere.
    fn says_the_same(&self, name: Name, sites: &[Site], placeholder: &Range<usize>) -> bool {
        let (before, after, own) = self.both(name, sites);
        let (before, after) = (
            shape(
                &before.text,
                &(own.start..own.start + placeholder.len()),
                true,
            ),
            shape(&after.text, &own, false),
        );
        before.says() == after.says()
    }

    /// The file without and with one more picture, and where that is.
    fn both(&self, name: Name, sites: &[Site]) -> (File, File, Range<usize>) {
        let (body, ranges) = self.body(sites);
        let own = sites
            .iter()
            .position(|site| site.name == name)
            .and_then(|index| ranges.get(index))
            .cloned();
        (
            self.file.with(self.body(&self.sites).0),
            self.file.with(body),
            own.unwrap_or_default(),
        )
    }

    /// The body with its pictures, and where each of these is.
    pub(super) fn body(&self, sites: &[Site]) -> (Vec<u8>, Vec<Range<usize>>) {
        let (mut out, mut ranges, mut from) = (Vec::new(), Vec::new(), 0);
        for site in sites {
            let Some(insert) = self.inserts.iter().find(|insert| insert.name == site.name) else {
                continue;
            };
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
            setting.html = rest
                .lines()
                .next()
                .is_none_or(|rest| rest.trim().is_empty());
            setting.lead =
                (!setting.html).then(|| lead(text.get(..site.range.start).unwrap_or_default()));
        }
        setting
    }
}

/// What the next line of the same quote and item begins with.
fn lead(before: &str) -> String {
    let line = before.rsplit('\n').next().unwrap_or_default();
    line.chars()
        .map(|c| if matches!(c, '>' | '\t') { c } else { ' ' })
        .collect()
}
