//! Entries out of order by a slip of the pen in a date or in a clock.

use super::PlacedEntry;
use crate::diagnostic::{Code, Diagnostic};
use crate::incident::{Day, Moment};
use crate::time::format::DAY;
use chrono::{NaiveDate, TimeDelta, Timelike};

/// Keeps each lone entry that lies before the one above it where the report has it. A date with one
/// digit wrong is that of the entries around it, and a clock with AM for PM is read as meant; any
/// other time stays as it is written, and only its place is the one that the report gives it.
pub(super) fn mend(
    placed: &mut [PlacedEntry],
    start: Option<&Moment>,
    doubts: &mut Vec<Diagnostic>,
) {
    days_left_behind(placed, start, doubts);
    afternoon(placed, doubts);
    for at in 1..placed.len() {
        let above = placed[at - 1].minute;
        let below = placed.get(at + 1).map(|below| below.minute);
        if other_half(placed, at, doubts) {
            continue;
        }
        let entry = &placed[at];
        let (minute, day) = (entry.minute, entry.at.day);
        if minute >= above || below.is_some_and(|below| below < above) || entry.at.clock.is_none() {
            continue;
        }
        let days = mistyped(day, placed[at - 1].at.day);
        let meant = days.map(|days| minute + days as f64 * DAY);
        let fits = |meant: &f64| *meant >= above && below.is_none_or(|below| *meant <= below);
        match meant.filter(fits) {
            Some(meant) => date_meant(placed, at, meant, doubts),
            // The lines of a log or of a chat may pass each other by minutes.
            None if below.is_some() && above - minute > 5.0 => placed[at].minute = above,
            None => {}
        }
    }
}

/// Half a day, in minutes.
const HALF: f64 = DAY / 2.0;

/// Reads "11:21 PM" between 11:20 AM and 12:00 PM as 11:21 AM, and says so.
fn other_half(placed: &mut [PlacedEntry], at: usize, doubts: &mut Vec<Diagnostic>) -> bool {
    let entry = &placed[at];
    let told = entry.entry.stamp.clock.filter(|clock| clock.has_half());
    let (Some(_), Some(clock), Some(below)) = (told, entry.at.clock, placed.get(at + 1)) else {
        return false;
    };
    let around = placed[at - 1].minute..=below.minute;
    let half = if clock.hour() < 12 { HALF } else { -HALF };
    let meant = entry.minute + half;
    if around.contains(&entry.minute) || !around.contains(&meant) || entry.until.is_some() {
        return false;
    }
    let spans = [entry.entry.stamp_span, below.entry.stamp_span];
    let of_these = |doubt: &Diagnostic| doubt.span.is_some_and(|span| spans.contains(&span));
    doubts.retain(|doubt| doubt.code != Code::ClockBackwards || !of_these(doubt));
    let other = clock.overflowing_add_signed(TimeDelta::minutes(half as i64)).0;
    let what = format!(
        "expected {} as the entries around it are, found {}",
        other.format("%-I:%M %p"),
        clock.format("%-I:%M %p")
    );
    doubts.push(
        Diagnostic::new(Code::ClockBackwards, spans[0], what)
            .hint("it was read as the former; correct AM and PM"),
    );
    (placed[at].minute, placed[at].at.clock) = (meant, Some(other));
    true
}

/// Clocks of one written day that fall from noon to the small hours and go on from there are those
/// of the afternoon: 12:39, 1:50, 4:10.
fn afternoon(placed: &mut [PlacedEntry], doubts: &mut Vec<Diagnostic>) {
    let is_fall =
        |at: &usize| placed[*at].at.clock.is_some() && placed[*at].minute < placed[at - 1].minute;
    let mut falls = (1..placed.len()).filter(is_fall);
    let (Some(from), None) = (falls.next(), falls.next()) else {
        return;
    };
    let (above, day) = (&placed[from - 1], placed[from].at.day);
    let is_noon = above.at.clock.is_some_and(|clock| clock.hour() == 12);
    if !is_noon || above.at.day != day || day.is_none() {
        return;
    }
    let is_small = |entry: &&PlacedEntry| {
        let told = entry.entry.stamp.clock.filter(|clock| !clock.has_half());
        let hour = entry.at.clock.map_or(0, |clock| clock.hour());
        told.is_some() && (1..12).contains(&hour) && entry.until.is_none()
    };
    let of_day = placed[from..].iter().take_while(|entry| entry.at.day == day);
    let count = of_day.clone().count();
    let clocked = of_day.filter(|entry| entry.at.clock.is_some());
    if clocked.clone().count() < 2 || !clocked.clone().all(|entry| is_small(&entry)) {
        return;
    }
    let span = placed[from].entry.stamp_span;
    doubts.retain(|doubt| doubt.code != Code::ClockBackwards || doubt.span != Some(span));
    let what = "expected AM and PM, or hours up to 24, found a morning below noon";
    doubts.push(
        Diagnostic::new(Code::ClockBackwards, span, what)
            .hint("this entry and those below it were read as PM; write them so"),
    );
    for entry in &mut placed[from..from + count] {
        if let Some(clock) = &mut entry.at.clock {
            *clock = clock.overflowing_add_signed(TimeDelta::minutes(HALF as i64)).0;
            entry.minute += HALF;
        }
    }
}

/// Dates that lie before those of the entries above, though their clocks go on from there, are a
/// slip where the report's own date is the one above.
fn days_left_behind(
    placed: &mut [PlacedEntry],
    start: Option<&Moment>,
    doubts: &mut Vec<Diagnostic>,
) {
    let meant = placed.first().and_then(|first| first.at.day);
    let Some(meant) =
        meant.filter(|day| day.year_known && start.and_then(|it| it.day) == Some(*day))
    else {
        return;
    };
    let other = |entry: &PlacedEntry| entry.at.day != Some(meant);
    let from = placed.iter().position(other).unwrap_or(placed.len());
    let Some(written) = placed.get(from).and_then(|entry| entry.at.day) else {
        return;
    };
    let forward = placed.iter().map(|entry| entry.at.clock).is_sorted();
    let same = placed[from..].iter().all(|entry| entry.at.day == Some(written));
    let clocked = placed.iter().all(|entry| entry.at.clock.is_some() && entry.until.is_none());
    if written.date >= meant.date || !(forward && same && clocked) {
        return;
    }
    let back = (meant.date - written.date).num_days() as f64 * DAY;
    let first = placed[from].minute + back;
    date_meant(placed, from, first, doubts);
    for entry in &mut placed[from + 1..] {
        (entry.minute, entry.at.day) = (entry.minute + back, Some(meant));
    }
}

/// Gives an entry the day of the one above it, and says so instead of the doubt about its order.
fn date_meant(placed: &mut [PlacedEntry], at: usize, minute: f64, doubts: &mut Vec<Diagnostic>) {
    let (written, meant) = (placed[at].at.day, placed[at - 1].at.day);
    let entry = &mut placed[at];
    (entry.minute, entry.at.day) = (minute, meant);
    let span = entry.entry.stamp_span;
    doubts.retain(|doubt| doubt.code != Code::ClockBackwards || doubt.span != Some(span));
    if let (Some(written), Some(meant)) = (written, meant) {
        let what =
            format!("expected {} as in the entries around it, found {}", meant.date, written.date);
        doubts.push(
            Diagnostic::new(Code::DateMistyped, span, what)
                .hint("it was read as the former; correct the date"),
        );
    }
}

/// The days from a date with one digit wrong to the one that is meant.
fn mistyped(written: Option<Day>, meant: Option<Day>) -> Option<i64> {
    let known = |day: Option<Day>| day.filter(|day| day.year_known).map(|day| day.date);
    let (written, meant) = (known(written)?, known(meant)?);
    let digits = |date: NaiveDate| date.format("%Y%m%d").to_string().into_bytes();
    let (one, other) = (digits(written), digits(meant));
    let wrong = one.iter().zip(&other).filter(|(one, other)| one != other);
    (one.len() == other.len() && wrong.count() == 1)
        .then(|| meant.signed_duration_since(written).num_days())
}
