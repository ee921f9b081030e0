//! The day of the clocks that name none, where the report gives it for all of them: "Unless
//! otherwise noted, everything happened on 6 May".

use crate::document::line::DocumentLine;
use crate::document::paragraph;
use crate::document::sections::{Section, SectionRole};
use crate::read::summary::window::Window;
use crate::read::timeline::Entry;
use crate::read::timeline::calendar::Calendar;
use crate::time::clock;
use crate::time::date::WrittenDay;
use crate::words::{self, holds_any};

/// Parts of a sentence that speaks of all entries.
const OF_ALL: [&str; 8] = [
    "all events", "all times", "all timestamps", "all of this", "everything", "unless otherwise",
    "unless noted", "unless stated",
];

/// The day that a sentence of the timeline gives for all its entries.
pub(super) fn of_all(lines: &[DocumentLine], sections: &[Section]) -> Option<WrittenDay> {
    let timelines = sections.iter().filter(|section| section.role == SectionRole::Timeline);
    timelines.flat_map(|section| paragraph::of(lines, section)).find_map(|paragraph| {
        words::sentences(&paragraph.text)
            .into_iter()
            .find_map(|sentence| named(&paragraph.text[sentence]))
    })
}

fn named(sentence: &str) -> Option<WrittenDay> {
    let lower = sentence.to_lowercase();
    if !holds_any(&lower, &OF_ALL) {
        return None;
    }
    let mut days = clock::all(sentence)
        .into_iter()
        .filter(|stamp| stamp.clock.is_none())
        .filter_map(|stamp| stamp.day);
    // Of two days neither holds for all.
    days.next().filter(|_| days.next().is_none())
}

/// Gives the told day to the entries that name none. A row of an earlier day among them, which
/// tells how it came about, does not carry its own day on to them.
pub(crate) fn give(
    entries: &mut [Entry],
    told: Option<WrittenDay>,
    window: &Window,
    calendar: &Calendar,
) {
    if let Some(first) = entries.first_mut()
        && first.stamp.day.is_none()
        && first.stamp.clock.is_some()
    {
        first.under = first.under.or(told);
    }
    let date = |day: WrittenDay| calendar.day(day).map(|day| day.date);
    let Some(day) = told.or_else(|| of_same_clock(entries, window)) else {
        return;
    };
    // A row with that day itself shows where the day begins.
    let own = |entry: &Entry| entry.stamp.day.and_then(date);
    if entries.iter().any(|entry| own(entry) == date(day)) {
        return;
    }
    let mut above: Option<WrittenDay> = None;
    for entry in entries {
        above = entry.stamp.day.or(above);
        let earlier = above.and_then(date) < date(day);
        if above.is_some() && earlier && is_carried(entry, above) {
            entry.under = Some(day);
        }
    }
}

/// True if an entry has its day only from the row above it.
fn is_carried(entry: &Entry, above: Option<WrittenDay>) -> bool {
    let clock_only = entry.stamp.day.is_none() && entry.stamp.clock.is_some();
    clock_only && entry.under == above && entry.days_on + entry.stamp.days_on == 0
}

/// The day of the stated start, if a row that names no day has the very same clock.
fn of_same_clock(entries: &[Entry], window: &Window) -> Option<WrittenDay> {
    let start = &window.start.as_ref()?.stamp;
    let clock = start.clock?.time()?;
    let same = |entry: &Entry| {
        entry.stamp.day.is_none() && entry.stamp.clock.and_then(|clock| clock.time()) == Some(clock)
    };
    start.day.filter(|_| entries.iter().any(same))
}
