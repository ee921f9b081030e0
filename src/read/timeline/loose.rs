//! Puts the times of a text that is not a report on one axis.

use crate::diagnostic::Diagnostic;
use crate::document::directive::NamedZone;
use crate::document::directive::{EntrySettings, ReportDirectives};
use crate::read::summary::window::Window;
use crate::read::timeline::calendar::{calendar, doubt_order};
use crate::read::timeline::days::{PlacedEntry, place};
use crate::read::timeline::{Entry, TimedList, zones};
use crate::source::{Source, Span};
use crate::time::clock::Stamp;
use crate::time::date::WrittenDay;

/// Puts times on one axis, each with the day of the line above it that names one.
pub(crate) fn on_axis(
    source: &Source,
    stamps: Vec<(Stamp, Option<WrittenDay>)>,
) -> (Vec<PlacedEntry>, Vec<Diagnostic>) {
    let entries = stamps.into_iter().map(|(stamp, under)| entry(source, stamp, under)).collect();
    let mut list = TimedList { entries, ..TimedList::default() };
    let zone = zones::choose(&[], &[], &list, &ReportDirectives::default());
    let mut calendar = calendar(&[], &list, &Window::default(), None, zone.as_ref());
    let day = list.entries.iter().find_map(|entry| entry.stamp.day.or(entry.under));
    calendar.first = day.and_then(|day| calendar.day(day));
    let mut doubts: Vec<Diagnostic> = doubt_order(&list.entries, &calendar).into_iter().collect();
    let placed =
        place(std::mem::take(&mut list.entries), &calendar, zone.as_ref(), None, &mut doubts);
    (placed, doubts)
}

fn entry(source: &Source, stamp: Stamp, under: Option<WrittenDay>) -> Entry {
    let span = Span::new(stamp.start, stamp.end);
    let named = |zone: &crate::time::zone::ZoneName| {
        let span = Span::new(zone.start, zone.end);
        NamedZone { label: source.slice(span).to_string(), span, zone: zone.clone() }
    };
    Entry {
        span,
        stamp_span: span,
        under: under.filter(|_| stamp.day.is_none()),
        days_on: 0,
        zone: stamp.zone.as_ref().map(named),
        text: String::new(),
        pieces: Vec::new(),
        settings: EntrySettings::default(),
        stamp,
    }
}
