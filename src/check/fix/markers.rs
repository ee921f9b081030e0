//! List markers: the same hyphen for every entry, and a list in place of bare lines.

use super::mend::Mend;
use super::timeline::{Site, Timeline};
use crate::document::LineKind;
use crate::document::lenient::bullet_width;
use crate::edit::Edit;
use std::collections::{BTreeMap, BTreeSet};

/// The width of a Markdown list marker with its blanks and its checkbox.
pub(super) fn listed(line: &str) -> Option<usize> {
    let marker = marker_width(line)?;
    let rest = &line[marker..];
    let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let check = ["[ ] ", "[x] ", "[X] "].iter().find(|check| rest[blanks..].starts_with(**check));
    (blanks > 0).then_some(marker + blanks + check.map_or(0, |check| check.len()))
}

fn marker_width(line: &str) -> Option<usize> {
    if line.starts_with(['-', '*', '+']) {
        return Some(1);
    }
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    (digits > 0 && line[digits..].starts_with(['.', ')'])).then_some(digits + 1)
}

/// The marker changes, one for each list and each run of bare lines.
pub(super) fn mends(timeline: &Timeline) -> Vec<Mend> {
    let sites = timeline.sites();
    let listed =
        (0..timeline.blocks.lists.len()).filter_map(|list| relisted(timeline, &sites, list));
    listed
        .chain(runs(timeline, &sites).into_iter().filter_map(|run| itemised(timeline, run)))
        .collect()
}

/// Converts a list to hyphens if it has other markers and all its entries are certain.
fn relisted(timeline: &Timeline, sites: &[Option<Site>], list: usize) -> Option<Mend> {
    let markers = &timeline.blocks.lists[list];
    let lines: BTreeSet<usize> =
        markers.iter().map(|marker| timeline.source.line_of(*marker)).collect();
    let inside = |line: usize| lines.contains(&line);
    let entries = timeline
        .written
        .entries
        .iter()
        .filter(|entry| inside(timeline.source.line_of(entry.span.start)))
        .count();
    let sure = sites.iter().flatten().filter(|site| site.item && inside(site.line)).count();
    if entries == 0 || sure < entries || entries * 2 < markers.len() {
        return None;
    }
    let text = timeline.source.text();
    let mut mend = Mend::default();
    for marker in markers {
        let width = marker_width(&text[*marker..])?;
        if &text[*marker..marker + width] != "-" {
            mend.edits.push(Edit::new(*marker..marker + width, "-"));
        }
        mend.items.push(timeline.source.line_of(*marker));
    }
    (!mend.edits.is_empty()).then_some(mend)
}

/// Runs of consecutive bare entries under one heading; `None` stands for an entry left as it is.
pub(super) fn runs<'a>(
    timeline: &'a Timeline,
    sites: &'a [Option<Site<'a>>],
) -> Vec<Vec<Option<&'a Site<'a>>>> {
    let mut runs: BTreeMap<usize, Vec<Option<&Site>>> = BTreeMap::new();
    let mut broken = 0;
    for (site, entry) in sites.iter().zip(&timeline.written.entries) {
        let bare = site.as_ref().is_none_or(|site| !site.item)
            && matches!(entry.form, LineKind::Text | LineKind::Item { .. });
        if !bare {
            broken += timeline.source.text().len() + 1;
            continue;
        }
        let under =
            timeline.written.headings.partition_point(|heading| *heading <= entry.span.start);
        runs.entry(broken + under).or_default().push(site.as_ref());
    }
    runs.into_values().collect()
}

/// Turns a run of bare lines into a list.
fn itemised(timeline: &Timeline, run: Vec<Option<&Site>>) -> Option<Mend> {
    let sites: Vec<&Site> = run.into_iter().collect::<Option<_>>()?;
    if sites.len() < 2 {
        return None;
    }
    let mut lines: BTreeMap<usize, Edit> =
        sites.iter().map(|site| (site.line, Edit::new(site.lead.clone(), "- "))).collect();
    let (first, last) = (sites.first()?.line, sites.last()?.line);
    // If the bullets are unknown to Markdown, convert the entries without a time as well.
    for note in &timeline.incident.notes {
        let line = timeline.source.line_of(note.span.start);
        let place = timeline.source.line(line);
        let text = timeline.source.slice(place);
        let indent = text.len() - text.trim_start_matches([' ', '\t']).len();
        let width = bullet_width(&text[indent..]);
        if width > 0
            && (first..=last + 1).contains(&line)
            && timeline.blocks.is_in_paragraph(place.start + indent)
        {
            lines.entry(line).or_insert(Edit::new(place.start..place.start + indent + width, "- "));
        }
    }
    let mut mend = Mend {
        items: lines.keys().copied().collect(),
        edits: lines.into_values().collect(),
        parted: Vec::new(),
    };
    // The text below would be a part of the last item.
    let end = mend.items.last().copied().unwrap_or(last);
    if goes_on(timeline, end + 1) {
        let at = timeline.source.line(end).end;
        mend.edits.push(Edit::insert(at, timeline.line_break));
        mend.parted.push(end);
    }
    Some(mend)
}

/// True when a line is text of a paragraph that began above it.
fn goes_on(timeline: &Timeline, line: usize) -> bool {
    let place = timeline.source.line(line);
    let text = timeline.source.slice(place);
    let indent = text.len() - text.trim_start_matches([' ', '\t']).len();
    !text.trim().is_empty() && timeline.blocks.is_in_paragraph(place.start + indent)
}
