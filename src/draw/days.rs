//! Round days on an axis of days.

use crate::time::format::{self, DAY};
use chrono::{Datelike, Months, NaiveDate};

/// An axis of days: the first one, and so many minutes from there.
pub(crate) struct Days {
    pub(crate) first: NaiveDate,
    /// The last minute.
    pub(crate) to: f64,
}

/// Steps between ticks, the smallest first.
const STEPS: [DayStep; 12] = [
    DayStep::Days(1),
    DayStep::Days(2),
    DayStep::Days(7),
    DayStep::Days(14),
    DayStep::Months(1),
    DayStep::Months(2),
    DayStep::Months(3),
    DayStep::Months(6),
    DayStep::Months(12),
    DayStep::Months(24),
    DayStep::Months(60),
    DayStep::Months(120),
];

#[derive(Clone, Copy)]
enum DayStep {
    Days(u64),
    Months(u32),
}

impl Days {
    /// The first day, then as many round ones as their labels have room, told as minutes.
    pub(crate) fn ticks(&self, width: f64, wide: &dyn Fn(&str) -> f64) -> Vec<(f64, String)> {
        let fits = |ticks: &[(f64, String)]| {
            ticks.windows(2).all(|pair| {
                let room = (pair[1].0 - pair[0].0) / self.to * width;
                room >= (wide(&pair[0].1) + wide(&pair[1].1)) / 2.0 + APART
            })
        };
        STEPS
            .iter()
            .map(|step| self.at_each(*step, width, wide))
            .find(|ticks| fits(ticks))
            .unwrap_or_default()
    }

    /// The first day of every month, told as minutes; none where there are so many or so few that
    /// they would not be read as that.
    pub(crate) fn months(&self, width: f64) -> Vec<f64> {
        let step = DayStep::Months(1);
        let days = std::iter::successors(self.after_first(step), |day| next(*day, step));
        let at = |day: NaiveDate| (day - self.first).num_days() as f64 * DAY;
        let months: Vec<f64> = days.map(at).take_while(|at| *at <= self.to).collect();
        let wide = width / months.len().max(1) as f64;
        if wide < NARROWEST_MONTH || months.len() < LEAST_MONTHS {
            return Vec::new();
        }
        // A line beside that of the first day would look like one that is too thick.
        let near = |at: &f64| at / self.to * width < NARROWEST_MONTH / 2.0;
        months.into_iter().skip_while(near).collect()
    }

    fn at_each(&self, step: DayStep, width: f64, wide: &dyn Fn(&str) -> f64) -> Vec<(f64, String)> {
        let mut ticks = vec![(0.0, format::short(self.first))];
        let mut year = self.first.year();
        let mut day = self.after_first(step);
        while let Some(at) =
            day.map(|day| (day - self.first).num_days() as f64 * DAY).filter(|at| *at <= self.to)
        {
            let date = day.unwrap_or(self.first);
            let label = match step {
                DayStep::Days(_) => date.format("%-d %b"),
                DayStep::Months(12..) => date.format("%Y"),
                DayStep::Months(_) if date.year() != year => date.format("%b %Y"),
                DayStep::Months(_) => date.format("%b"),
            };
            year = date.year();
            ticks.push((at, label.to_string()));
            day = next(date, step);
        }
        // The first month after the first day may stand too near to it.
        let near = ticks.get(1).is_some_and(|(at, label)| {
            at / self.to * width < (wide(&ticks[0].1) + wide(label)) / 2.0 + APART
        });
        if near && matches!(step, DayStep::Months(_)) {
            ticks.remove(1);
        }
        ticks
    }

    fn after_first(&self, step: DayStep) -> Option<NaiveDate> {
        match step {
            DayStep::Days(_) => next(self.first, step),
            DayStep::Months(months) => {
                // Months are counted from January, and years from a round one.
                let past =
                    (self.first.year().rem_euclid(10) as u32 * 12 + self.first.month0()) % months;
                self.first.with_day(1)?.checked_add_months(Months::new(months - past))
            }
        }
    }
}

/// Months narrower than this, or fewer, have no line each.
const NARROWEST_MONTH: f64 = 14.0;
const LEAST_MONTHS: usize = 3;

/// Between two labels there is at least so much room.
const APART: f64 = 20.0;

fn next(day: NaiveDate, step: DayStep) -> Option<NaiveDate> {
    match step {
        DayStep::Days(days) => day.checked_add_days(chrono::Days::new(days)),
        DayStep::Months(months) => day.checked_add_months(Months::new(months)),
    }
}
