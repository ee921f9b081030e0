//! The days that the measures tell, as minutes from the first one, and the ticks among them.

use crate::draw::reckoning::DAY;
use crate::incident::Action;
use chrono::{Datelike, Days, Months, NaiveDate};

/// The days on which the measures lie.
pub(crate) struct Calendar {
    first: NaiveDate,
    /// The last minute.
    pub(crate) to: f64,
    /// The minute of today, when it is asked for; beyond the end when it lies far ahead.
    pub(crate) today: Option<f64>,
}

/// With fewer days than this among so many measures a calendar would be a desert.
const FEWEST: usize = 2;
const MOST_FOR_ONE: usize = 5;
/// The incident may lie so many days before the first of them.
const LONGEST_BEFORE: i64 = 400;
/// Today is drawn to scale when it is no further ahead than the calendar is long, or than so many days.
const NEAR: f64 = 60.0 * DAY;

/// The first and the last of the days.
pub(crate) struct Dates {
    first: NaiveDate,
    last: NaiveDate,
    /// Whether bars begin on the first day, which is the incident's.
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
        let near = begun.filter(|begun| *begun <= first && (first - *begun).num_days() <= LONGEST_BEFORE);
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
    pub(crate) fn calendar(&self, today: Option<NaiveDate>) -> Calendar {
        let end = self.minute(self.last).max(DAY);
        let today = today.map(|today| self.minute(today));
        let near = today.filter(|today| *today <= end + end.max(NEAR));
        Calendar { first: self.first, to: near.map_or(end, |today| end.max(today)), today }
    }
}

/// The day on which a measure's bar ends: when it was done, else when it is due.
fn ends(action: &Action) -> Option<NaiveDate> {
    action.done_on.or(action.due)
}

/// Steps between ticks, the smallest first.
const STEPS: [Step; 9] = [
    Step::Days(1),
    Step::Days(2),
    Step::Days(7),
    Step::Days(14),
    Step::Months(1),
    Step::Months(2),
    Step::Months(3),
    Step::Months(6),
    Step::Months(12),
];

#[derive(Clone, Copy)]
enum Step {
    Days(u64),
    Months(u32),
}

impl Calendar {
    /// The first day, then as many round ones as their labels have room, told as minutes.
    pub(crate) fn ticks(&self, width: f64, wide: &dyn Fn(&str) -> f64) -> Vec<(f64, String)> {
        let fits = |ticks: &[(f64, String)]| {
            ticks.windows(2).all(|pair| {
                let room = (pair[1].0 - pair[0].0) / self.to * width;
                room >= (wide(&pair[0].1) + wide(&pair[1].1)) / 2.0 + APART
            })
        };
        STEPS.iter().map(|step| self.at_each(*step, width, wide)).find(|ticks| fits(ticks)).unwrap_or_default()
    }

    fn at_each(&self, step: Step, width: f64, wide: &dyn Fn(&str) -> f64) -> Vec<(f64, String)> {
        let mut ticks = vec![(0.0, self.first.format("%-d %b").to_string())];
        let mut year = self.first.year();
        let mut day = self.after_first(step);
        while let Some(at) = day.map(|day| (day - self.first).num_days() as f64 * DAY).filter(|at| *at <= self.to) {
            let date = day.unwrap_or(self.first);
            let label = match step {
                Step::Days(_) => date.format("%-d %b"),
                Step::Months(_) if date.year() != year => date.format("%b %Y"),
                Step::Months(_) => date.format("%b"),
            };
            year = date.year();
            ticks.push((at, label.to_string()));
            day = next(date, step);
        }
        // The first month after the first day may stand too near to it.
        let near = ticks.get(1).is_some_and(|(at, label)| at / self.to * width < (wide(&ticks[0].1) + wide(label)) / 2.0 + APART);
        if near && matches!(step, Step::Months(_)) {
            ticks.remove(1);
        }
        ticks
    }

    fn after_first(&self, step: Step) -> Option<NaiveDate> {
        match step {
            Step::Days(_) => next(self.first, step),
            Step::Months(months) => {
                // Months are counted from January, so that quarters are quarters.
                let past = self.first.month0() % months;
                self.first.with_day(1)?.checked_add_months(Months::new(months - past))
            }
        }
    }
}

/// Between two labels there is at least so much room.
const APART: f64 = 20.0;

fn next(day: NaiveDate, step: Step) -> Option<NaiveDate> {
    match step {
        Step::Days(days) => day.checked_add_days(Days::new(days)),
        Step::Months(months) => day.checked_add_months(Months::new(months)),
    }
}
