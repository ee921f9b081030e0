//! Sorts entries by time.

use super::pasted::PastedEntry;
use crate::diagnostic::{Code, Diagnostic};
use crate::incident::{Day, Moment};
use crate::read::on_axis;
use crate::source::{Source, Span};
use crate::time::format::DAY;
use std::cmp::Ordering;

/// Entries sorted by time, and warnings about them.
pub(super) struct Ordered {
    pub(super) moments: Vec<DatedEntry>,
    pub(super) doubts: Vec<Diagnostic>,
}

/// An entry with its moment.
pub(super) struct DatedEntry {
    pub(super) at: Moment,
    pub(super) until: Option<Moment>,
    /// The digits after the seconds.
    pub(super) fraction: String,
    /// The zone that its own line names.
    pub(super) zone: Option<String>,
    pub(super) who: Option<String>,
    pub(super) said: Vec<String>,
}

/// Sorts entries by time; those with the same time keep their order.
pub(super) fn order(source: &Source, entries: Vec<PastedEntry>) -> Ordered {
    let stamps = entries.iter().map(|entry| (entry.stamp.clone(), entry.under)).collect();
    let (placed, mut doubts) = on_axis(source, stamps);
    // Sorting fixes entries that run backwards.
    doubts.retain(|doubt| doubt.code != Code::ClockBackwards);
    doubts.extend(zoneless(source, &entries));
    let days: Vec<Option<Day>> = placed.iter().map(|placed| placed.at.day).collect();
    let mut keyed: Vec<_> = placed
        .into_iter()
        .zip(turns(&days))
        .zip(entries)
        .map(|((placed, turn), entry)| {
            let fraction = fraction(&source.text()[entry.stamp.start..entry.stamp.end]);
            // Whole seconds, so that a zone's shift cannot separate entries of the same time.
            let seconds = ((placed.minute + turn as f64 * YEAR) * 60.0).round() as i64;
            let zone = entry
                .stamp
                .zone
                .as_ref()
                .map(|zone| label(&source.text()[zone.start..zone.end], zone.offset));
            let PastedEntry { who, said, .. } = entry;
            (seconds, DatedEntry { at: placed.at, until: placed.until, fraction, zone, who, said })
        })
        .collect();
    keyed.sort_by(|(a, first), (b, second)| {
        a.cmp(b).then_with(|| by_fraction(&first.fraction, &second.fraction))
    });
    Ordered { moments: keyed.into_iter().map(|(_, told)| told).collect(), doubts }
}

/// The minutes in the year that stands in for an unknown one.
const YEAR: f64 = 366.0 * DAY;

/// The number of New Years before each entry: a log without years goes from December back to
/// January.
fn turns(days: &[Option<Day>]) -> Vec<i64> {
    let (mut turn, mut last) = (0, None::<Day>);
    let mut of = |day: &Option<Day>| {
        if let (Some(now), Some(before)) = (day, last)
            && !now.year_known
        {
            match (now.date - before.date).num_days() {
                ..-180 => turn += 1,
                181.. => turn -= 1,
                _ => {}
            }
        }
        last = day.or(last);
        turn
    };
    days.iter().map(&mut of).collect()
}

/// The digits after the seconds of a time as written.
fn fraction(stamp: &str) -> String {
    let parts = stamp.match_indices(['.', ',']).map(|(at, _)| (&stamp[..at], &stamp[at + 1..]));
    let digits = |text: &str| text.chars().take_while(char::is_ascii_digit).collect::<String>();
    let seconds = |head: &str| {
        let clock = head.rsplit([' ', 'T', '_', '[', ',']).next().unwrap_or_default();
        clock.matches(':').count() >= 2 && clock.ends_with(|c: char| c.is_ascii_digit())
    };
    parts
        .into_iter()
        .find(|(head, _)| seconds(head))
        .map(|(_, tail)| digits(tail))
        .unwrap_or_default()
}

/// ".5" is more than ".45", and a missing fraction equals ".0".
fn by_fraction(a: &str, b: &str) -> Ordering {
    a.trim_end_matches('0').cmp(b.trim_end_matches('0'))
}

/// A zone as a report names it: a numeric offset is written relative to UTC.
fn label(written: &str, offset: Option<i32>) -> String {
    let figures = written == "Z" || written.starts_with(['+', '-']);
    match offset.filter(|_| figures) {
        None => written.to_string(),
        Some(0) => "UTC".to_string(),
        Some(offset) => {
            let sign = if offset < 0 { '-' } else { '+' };
            let (hours, minutes) = (offset.abs() / 60, offset.abs() % 60);
            if minutes == 0 {
                format!("UTC{sign}{hours}")
            } else {
                format!("UTC{sign}{hours}:{minutes:02}")
            }
        }
    }
}

/// Warns about entries without a zone among some that name one: they are assumed to share it.
fn zoneless(source: &Source, entries: &[PastedEntry]) -> Option<Diagnostic> {
    let zone = entries.iter().find_map(|entry| entry.stamp.zone.as_ref())?;
    let without: Vec<&PastedEntry> =
        entries.iter().filter(|entry| entry.stamp.zone.is_none()).collect();
    let first = without.first()?;
    let named = label(&source.text()[zone.start..zone.end], zone.offset);
    let many = if without.len() > 1 {
        format!(" ({} entries have none)", without.len())
    } else {
        String::new()
    };
    let what = format!(
        "expected a time zone as elsewhere, {named} for one, found none{many}; it was sorted as \
            if it were in the zone that most entries name"
    );
    let span = Span::new(first.stamp.start, first.stamp.end);
    Some(
        Diagnostic::new(Code::ZoneUnknown, span, what)
            .hint("write all times in one zone, or add the zone to each"),
    )
}
