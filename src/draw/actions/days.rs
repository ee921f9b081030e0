//! The days that the measures tell, as minutes from the first one.

use crate::draw::days::Days;
use crate::incident::Action;
use crate::time::format::DAY;
use chrono::NaiveDate;

/// The days on which the measures lie.
pub(crate) struct DueCalendar {
    pub(crate) days: Days,
    /// The minute of today, if asked for; beyond the end if it is far ahead.
    pub(crate) today: Option<f64>,
}

/// With fewer days than this among that many measures a calendar would be nearly empty.
const FEWEST: usize = 2;
const MOST_FOR_ONE: usize = 5;
/// The incident may be this many days before the first of them.
const LONGEST_BEFORE: i64 = 400;
/// Today is drawn to scale when it is no further ahead than the calendar is long, or than so many
/// days.
const NEAR: f64 = 60.0 * DAY;

/// The first and the last of the days.
pub(crate) struct Dates {
    first: NaiveDate,
    last: NaiveDate,
    /// True if bars begin on the first day, which is the incident's.
    from_incident: bool,
}

impl Dates {
    /// The days, when there are enough of them for a calendar.
    pub(crate) fn of(tasks: &[&Action], begun: Option<NaiveDate>) -> Option<Dates> {
        let days: Vec<NaiveDate> = tasks.iter().filter_map(|action| ends(action)).collect();
        if days.len() < FEWEST || days.len() * MOST_FOR_ONE < tasks.len() {
            return None;
        }
        let (first, last) = (*days.iter().min()?, *days.iter().max()?);
        // A slip in a year must not stretch the calendar over decades.
        let near =
            begun.filter(|begun| *begun <= first && (first - *begun).num_days() <= LONGEST_BEFORE);
        Some(Dates { first: near.unwrap_or(first), last, from_incident: near.is_some() })
    }

    fn minute(&self, day: NaiveDate) -> f64 {
        (day - self.first).num_days() as f64 * DAY
    }

    /// From where to where the bar of a measure goes.
    pub(crate) fn bar(&self, action: &Action) -> Option<(f64, f64)> {
        let end = self.minute(ends(action)?);
        Some((if self.from_incident { 0.0 } else { end }, end))
    }

    /// All of it, with today.
    pub(crate) fn calendar(&self, today: Option<NaiveDate>) -> DueCalendar {
        let end = self.minute(self.last).max(DAY);
        let today = today.map(|today| self.minute(today));
        let near = today.filter(|today| *today <= end + end.max(NEAR));
        let days = Days { first: self.first, to: near.map_or(end, |today| end.max(today)) };
        DueCalendar { days, today }
    }
}

/// The day on which a measure's bar ends: when it was done, else when it is due.
fn ends(action: &Action) -> Option<NaiveDate> {
    action.done_on.or(action.due)
}
