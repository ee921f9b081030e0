//! Adds the zone of the report to the entries that lack it.

use super::mend::Mend;
use super::prefix::{Prefix, is_emphasis};
use super::timeline::{Site, Timeline};
use crate::edit::Edit;

/// One change for all entries: with a zone on only some of them, the others would seem to have a
/// different one.
pub(super) fn mends(timeline: &Timeline) -> Vec<Mend> {
    let label = timeline.written.zone.as_deref().filter(|label| is_short(label));
    let edits = label.and_then(|label| {
        let sites = timeline.sites();
        let entries = timeline.written.entries.iter().zip(&sites);
        let lacking = entries
            .filter(|(entry, _)| !entry.zoned && (entry.clock.is_some() || entry.stamp.is_none()));
        lacking
            .map(|(_, site)| zoned(timeline, site.as_ref()?, label))
            .collect::<Option<Vec<Edit>>>()
    });
    let edits = edits.filter(|edits| !edits.is_empty());
    edits.map(|edits| Mend { edits, ..Mend::default() }).into_iter().collect()
}

/// True if a zone's name is short: a long one on every line would be clutter.
fn is_short(label: &str) -> bool {
    label.len() > 1
        && label.is_ascii()
        && !label.contains(' ')
        && label.starts_with(|c: char| c.is_ascii_alphabetic())
}

fn zoned(timeline: &Timeline, site: &Site, label: &str) -> Option<Edit> {
    let text = timeline.source.text();
    let clock = site.entry.until.as_ref().or(site.entry.clock.as_ref())?;
    let place = Prefix::new(text, site)?.place(&clock.place)?;
    let lead = &text[site.lead.end..place.end];
    // Inside emphasis or brackets, the zone would need them as well.
    let plain = !lead.contains(|c: char| is_emphasis(c) || matches!(c, '[' | '('));
    plain.then(|| Edit::new(place.end..place.end, format!(" {label}")))
}
