//! The stretches of the calendar over which incidents are taken together.

use crate::time::format::DAY;
use chrono::{Datelike, Months, NaiveDate};
use std::collections::BTreeSet;

/// A month, a quarter or a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Period {
    Month,
    Quarter,
    Year,
}

/// Within so many months they are told month by month, within so many quarter by quarter, and past
/// so many year by year.
const BY_MONTH: i32 = 18;
const BY_QUARTER: i32 = 60;
const BY_YEAR: i32 = 36;
/// So many days fall on average into each stretch that has any: of fewer the median follows every
/// one of them.
const ENOUGH: usize = 3;

impl Period {
    /// The shortest that suits some days; none where they are too few to tell one stretch from
    /// another.
    pub(super) fn of(days: &[NaiveDate]) -> Option<Period> {
        let months = |day: &NaiveDate| day.year() * 12 + day.month0() as i32;
        let span = days.iter().map(months).max()? - days.iter().map(months).min()?;
        let hold = |period: Period| {
            let starts: BTreeSet<NaiveDate> = days.iter().map(|day| period.start(*day)).collect();
            days.len() >= ENOUGH * starts.len()
        };
        let fits = [
            (Period::Month, 0..BY_MONTH),
            (Period::Quarter, 0..BY_QUARTER),
            (Period::Year, BY_YEAR..i32::MAX),
        ];
        fits.into_iter()
            .find(|(period, months)| months.contains(&span) && hold(*period))
            .map(|(period, _)| period)
    }

    /// As a sentence names it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Period::Month => "month",
            Period::Quarter => "quarter",
            Period::Year => "year",
        }
    }

    fn months(self) -> u32 {
        match self {
            Period::Month => 1,
            Period::Quarter => 3,
            Period::Year => 12,
        }
    }

    /// The first day of the one that holds a day.
    pub(super) fn start(self, day: NaiveDate) -> NaiveDate {
        let month = day.month0() - day.month0() % self.months();
        NaiveDate::from_ymd_opt(day.year(), month + 1, 1).unwrap_or(day)
    }

    /// The first day after the one that begins on a day.
    pub(super) fn next(self, start: NaiveDate) -> NaiveDate {
        start.checked_add_months(Months::new(self.months())).unwrap_or(start)
    }

    /// As a label names the one that begins on a day.
    pub(super) fn label(self, start: NaiveDate) -> String {
        match self {
            Period::Month => start.format("%B %Y").to_string(),
            Period::Quarter => format!("Q{} {}", start.month0() / 3 + 1, start.year()),
            Period::Year => start.year().to_string(),
        }
    }
}

/// Minutes from one day to another.
pub(super) fn minutes(from: NaiveDate, to: NaiveDate) -> f64 {
    (to - from).num_days() as f64 * DAY
}
