//! A lone entry out of order: a slip of the pen in its date or in its clock.

use super::PlacedEntry;
use crate::diagnostic::{Code, Diagnostic};
use crate::incident::Day;
use crate::time::format::DAY;
use chrono::NaiveDate;

/// Keeps each lone entry that lies before the one above it where the report has it. A date with one
/// digit wrong is that of the entries around it; any other time stays as it is written, and only
/// its place is the one that the report gives it.
pub(super) fn mend(placed: &mut [PlacedEntry], doubts: &mut Vec<Diagnostic>) {
    for at in 1..placed.len() {
        let above = placed[at - 1].minute;
        let below = placed.get(at + 1).map(|below| below.minute);
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

/// Gives an entry the day of the one above it, and says so instead of the doubt about its order.
fn date_meant(placed: &mut [PlacedEntry], at: usize, minute: f64, doubts: &mut Vec<Diagnostic>) {
    let (written, meant) = (placed[at].at.day, placed[at - 1].at.day);
    let entry = &mut placed[at];
    (entry.minute, entry.at.day) = (minute, meant);
    let span = entry.entry.stamp_span;
    doubts.retain(|doubt| doubt.code != Code::ClockBackwards || doubt.span != Some(span));
    if let (Some(written), Some(meant)) = (written, meant) {
        let what = format!(
            "expected {} as in the entries around it, found {}",
            meant.date, written.date
        );
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
