//! The entries with their days and zone, and the start and end of the outage.

use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::incident::{Day, Moment, Zone};
use crate::read::stated::Stated;
use crate::read::summary::settle;
use crate::read::timeline::TimedList;
use crate::read::timeline::calendar::{self, Calendar};
use crate::read::timeline::days::{self, PlacedEntry};
use crate::read::timeline::told_day;
use crate::read::timeline::zones::{self, ChosenZone};
use chrono::NaiveDate;

/// The times of a report on a single axis.
pub(super) struct Chronology {
    pub(super) placed: Vec<PlacedEntry>,
    pub(super) calendar: Calendar,
    pub(super) start: Option<Moment>,
    pub(super) end: Option<Moment>,
    /// The day on which the timeline begins.
    pub(super) first_day: Option<Day>,
    zone: Option<ChosenZone>,
}

impl Chronology {
    /// Takes the entries out of a list and puts them on the axis.
    pub(super) fn of(
        document: &Document,
        list: &mut TimedList,
        stated: &Stated,
        doubts: &mut Vec<Diagnostic>,
    ) -> Chronology {
        let (lines, settings) = (&document.lines, &document.settings);
        let zone = zones::choose(lines, &document.sections, list, settings);
        let calendar =
            calendar::calendar(lines, list, &stated.window, settings.date, zone.as_ref());
        let known = known_date(calendar.first);
        let end = stated.window.end.as_ref().map(|end| &end.stamp);
        zones::forget_slip(&mut list.entries, zone.as_ref(), (known, end), doubts);
        let offset = |day: Option<Day>| zone.as_ref()?.offset(known_date(day));
        let (start, end) = settle::settle(&stated.window, &calendar, &list.entries, offset, doubts);
        doubts.extend(calendar::doubt_order(&list.entries, &calendar));
        told_day::give(&mut list.entries, list.day, &stated.window, &calendar);
        let entries = std::mem::take(&mut list.entries);
        let placed = days::place(entries, &calendar, zone.as_ref(), start.as_ref(), doubts);
        let start = start.filter(|start| !is_document_day(start, &placed));
        let first_day =
            placed.first().and_then(|placed| placed.at.day).or(start.and_then(|start| start.day));
        // The moment at which somebody noticed places the entries, but is not the start.
        let noticed = stated.window.noticed;
        let start = start.map(|start| Moment { clock: start.clock.filter(|_| !noticed), ..start });
        zones::doubts(zone.as_ref(), &placed, known_date(first_day), doubts);
        Chronology { placed, calendar, start, end, first_day, zone }
    }

    /// The timeline's zone, with its offset on the day of the incident.
    pub(super) fn zone(&self) -> Option<Zone> {
        let zone = self.zone.as_ref()?;
        Some(zone.told(known_date(self.first_day)))
    }
}

/// A report is written at most so many days after the last entry.
pub(super) const SOON: i64 = 31;

/// True for a start that is only a day, and one after all entries: "Date: …" was the day on which
/// the report was written.
fn is_document_day(start: &Moment, placed: &[PlacedEntry]) -> bool {
    let after = |placed: &PlacedEntry| match (start.day, placed.at.day) {
        (Some(start), Some(at)) => (1..=SOON).contains(&(start.date - at.date).num_days()),
        _ => false,
    };
    start.clock.is_none() && !placed.is_empty() && placed.iter().all(after)
}

fn known_date(day: Option<Day>) -> Option<NaiveDate> {
    day.filter(|day| day.year_known).map(|day| day.date)
}
