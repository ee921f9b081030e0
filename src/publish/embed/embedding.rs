//! A report while its pictures are put in, one by one: each only where the report stays what it is.

use crate::document::ReportFile;
use crate::draw::Chart;
use crate::edit::proof::{Allowed, SeenInsertion, same_but};
use crate::edit::{Edit, Edited, apply};
use crate::publish::embed::strip::{PictureSite, among_html, cut, pictures, stands_alone};
use crate::publish::embed::written::{Setting, written};
use crate::publish::embed::{Anchor, Insert, PictureForm};
use std::ops::Range;

/// A report while its pictures are put in.
pub(super) struct Embedding<'a> {
    file: &'a ReportFile,
    inserts: &'a [Insert],
    /// Where the pictures stand so far, in the order of the report.
    pub(super) sites: Vec<PictureSite>,
}

impl<'a> Embedding<'a> {
    pub(super) fn new(file: &'a ReportFile, inserts: &'a [Insert]) -> Embedding<'a> {
        Embedding { file, inserts, sites: Vec::new() }
    }

    pub(super) fn is_placed(&self, chart: Chart) -> bool {
        self.sites.iter().any(|site| site.chart == chart)
    }

    /// The places that the author knows.
    pub(super) fn old(&mut self, anchors: &[Anchor]) {
        for anchor in anchors
            .iter()
            .filter(|anchor| self.inserts.iter().any(|insert| insert.chart == anchor.chart))
        {
            let start = self.file.inside(anchor.place.start);
            let range = start..self.file.inside(anchor.place.end).max(start);
            if !self.is_placed(anchor.chart) {
                self.sites =
                    self.and(PictureSite { chart: anchor.chart, range, form: anchor.form });
            }
        }
    }

    /// Puts a picture in place of a placeholder, when the report can be had back from that.
    pub(super) fn replace(&mut self, chart: Chart, range: &Range<usize>) -> bool {
        let text = &self.file.text;
        let block = stands_alone(text, range) && !among_html(text, range, "x");
        let form = if block { PictureForm::Block } else { PictureForm::Inline };
        let site = PictureSite { chart, range: range.clone(), form };
        // Paragraphs may end elsewhere than they did around it.
        let removed = |at| Allowed::Removal(at..at + range.len());
        self.try_site(site, removed, |_| true)
    }

    /// Puts a picture between two bytes, when it is a paragraph of the top level there and the
    /// report around it stays what it is.
    pub(super) fn put(&mut self, chart: Chart, at: usize) -> bool {
        let site = PictureSite { chart, range: at..at, form: PictureForm::Block };
        self.try_site(site, Allowed::Division, |seen| seen.depth == Some(0))
    }

    fn try_site(
        &mut self,
        site: PictureSite,
        allowed: impl Fn(usize) -> Allowed,
        is_meant: impl Fn(&SeenInsertion) -> bool,
    ) -> bool {
        let chart = site.chart;
        let sites = self.and(site);
        let seen = || self.seen(chart, &sites, allowed);
        let sound = self.comes_back(&sites) && seen().is_some_and(|seen| is_meant(&seen));
        if sound {
            self.sites = sites;
        }
        sound
    }

    /// The sites with one more, which comes last among those at one place.
    fn and(&self, site: PictureSite) -> Vec<PictureSite> {
        let mut sites = self.sites.clone();
        let at = sites.partition_point(|known| known.range.start <= site.range.start);
        sites.insert(at, site);
        sites
    }

    /// True when stripping gives the plain report and the same places.
    fn comes_back(&self, sites: &[PictureSite]) -> bool {
        let marked = self.file.with(self.body(sites).bytes);
        pictures(&marked)
            .is_ok_and(|pairs| cut(&marked, &pairs) == (self.file.body.clone(), sites.to_vec()))
    }

    /// One more picture as a reader sees it, when all else but this is the same.
    fn seen(
        &self,
        chart: Chart,
        sites: &[PictureSite],
        allowed: impl Fn(usize) -> Allowed,
    ) -> Option<SeenInsertion> {
        let index = sites.iter().position(|site| site.chart == chart)?;
        let Edited { bytes, places } = self.body(sites);
        let own = places.get(index)?.clone();
        let (before, after) = (self.file.with(self.edited()), self.file.with(bytes));
        let allowed = allowed(own.start);
        same_but(&before.text, &after.text, &[own], &allowed)?.pop()
    }

    /// The body with the pictures that are placed.
    pub(super) fn edited(&self) -> Vec<u8> {
        self.body(&self.sites).bytes
    }

    /// The body with pictures at these sites.
    fn body(&self, sites: &[PictureSite]) -> Edited {
        let (mut edits, mut from) = (Vec::new(), 0);
        for site in sites {
            let Some(insert) = self.inserts.iter().find(|insert| insert.chart == site.chart) else {
                continue;
            };
            let range = site.range.start.max(from)..site.range.end.max(from);
            from = range.end;
            let setting = self.setting(site, &self.file.body[range.clone()]);
            edits.push(Edit::new(range, written(insert, &setting)));
        }
        apply(&self.file.body, &edits)
    }

    /// The demands of a picture's place.
    fn setting<'s>(&self, site: &PictureSite, replaced: &'s [u8]) -> Setting<'s> {
        let text = &self.file.text;
        let mut setting = Setting {
            form: site.form,
            html: site.form == PictureForm::Inline && among_html(text, &site.range, "x"),
            lead: None,
            replaced,
            line_break: self.file.line_break(),
            utf8: self.file.utf8,
        };
        // At the beginning of a line, a comment makes HTML of all that follows it there.
        if site.form == PictureForm::Inline
            && !setting.html
            && among_html(text, &site.range, "<!---->x")
        {
            let rest = text.get(site.range.end..).unwrap_or_default();
            setting.html = rest.lines().next().is_none_or(|rest| rest.trim().is_empty());
            setting.lead =
                (!setting.html).then(|| lead(text.get(..site.range.start).unwrap_or_default()));
        }
        setting
    }
}

/// The beginning of the next line of the same quote and item.
fn lead(before: &str) -> String {
    let line = before.rsplit('\n').next().unwrap_or_default();
    line.chars().map(|c| if matches!(c, '>' | '\t') { c } else { ' ' }).collect()
}
