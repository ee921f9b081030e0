//! Dates: a line may call a day of the report by another name, and say how long it is from one to
//! another.

use crate::diagnostic::Code;
use crate::incident::{Incident, Moment};
use crate::read::Report;
use crate::time::date::{self, DateOrder, MONTHS, WrittenDay};
use crate::time::format::DAY;
use chrono::{Datelike, NaiveDate, Weekday};
use std::collections::BTreeSet;
use std::ops::Range;

/// The days of a report whose order of day and month is certain.
pub(super) struct KnownDates {
    /// Each with its year, where that is known.
    days: BTreeSet<(u32, u32, Option<i32>)>,
    weekdays: Vec<Weekday>,
    /// How many days lie between two of them that have no time both: else the times say more.
    gaps: BTreeSet<i64>,
}

/// More days than these are not paired.
const MOST: usize = 100;

impl KnownDates {
    pub(super) fn of(report: &Report) -> KnownDates {
        let incident = &report.incident;
        let text = report.source().text();
        let named = named(text);
        let mut moments: Vec<Moment> = moments(incident).filter(|at| at.day.is_some()).collect();
        let weekdays = moments.iter().filter_map(|at| at.day);
        let weekdays = weekdays.filter(|day| day.year_known).map(|day| day.date.weekday());
        let weekdays = weekdays.collect();
        let unsure = report.diagnostics.iter().any(|doubt| doubt.code == Code::DateAmbiguous);
        // A day above 12 settles the order of all, and so does one that is also told by the name of
        // its month.
        let has = |order| written(text).any(|(_, day)| day.order == order);
        let settled = has(DateOrder::DayFirst) != has(DateOrder::MonthFirst)
            || moments.iter().filter_map(|at| at.day).any(|day| {
                let date = day.date;
                named.contains(&(date.month(), date.day(), Some(date.year())))
            });
        if unsure && !settled {
            moments.clear();
        }
        moments.truncate(MOST);
        let mut days = named;
        days.extend(moments.iter().filter_map(|at| at.day).map(|day| {
            let year = day.year_known.then(|| day.date.year());
            (day.date.month(), day.date.day(), year)
        }));
        let mut dated: Vec<(NaiveDate, bool)> =
            moments.iter().filter_map(|at| Some((at.day?.date, at.clock.is_some()))).collect();
        let years = days
            .iter()
            .filter_map(|(month, day, year)| NaiveDate::from_ymd_opt((*year)?, *month, *day));
        let bare = years.filter(|date| dated.iter().all(|(known, _)| known != date));
        let bare: Vec<(NaiveDate, bool)> = bare.take(MOST).map(|date| (date, false)).collect();
        dated.extend(bare);
        KnownDates {
            days,
            weekdays,
            gaps: match incident.times_disagree {
                true => BTreeSet::new(),
                false => gaps(&dated),
            },
        }
    }

    pub(super) fn weekdays(&self) -> impl Iterator<Item = Weekday> + '_ {
        self.weekdays.iter().copied()
    }

    /// True if one of them is in the month of this name.
    pub(super) fn fall_in(&self, month: &str) -> bool {
        let number = MONTHS.iter().position(|name| *name == month);
        number.is_some_and(|at| self.days.iter().any(|(month, ..)| *month as usize == at + 1))
    }

    /// True if two of them lie so far apart, in words that count days.
    pub(super) fn lie_apart(&self, words: &str, minutes: f64, rough: bool) -> bool {
        let days = minutes / DAY;
        let room = if rough { days * 0.15 } else { 0.0 };
        let counts = words.contains("day") || words.contains("week");
        counts && self.gaps.iter().any(|gap| (*gap as f64 - days).abs() <= room)
    }

    /// Blanks out the days of a line that are the report's, under whatever name; `text` is the
    /// report in small letters.
    pub(super) fn take_out(&self, line: &mut String, text: &str) {
        for (range, day) in written(&line.clone()) {
            let own = match day.order {
                DateOrder::Plain => self.know(day),
                _ => text.contains(&line[range.clone()]),
            };
            if own {
                line.replace_range(range.clone(), &" ".repeat(range.len()));
            }
        }
    }

    fn know(&self, day: WrittenDay) -> bool {
        self.days.iter().any(|(month, number, year)| {
            let date = year.and_then(|year| NaiveDate::from_ymd_opt(year, *month, *number));
            let fits = |weekday| date.is_some_and(|date| date.weekday() == weekday);
            (*month, *number) == (day.month, day.day)
                && (day.year.is_none() || *year == day.year)
                && day.weekday.is_none_or(fits)
        })
    }
}

/// The moments of the timeline, and the stated start and end.
fn moments(incident: &Incident) -> impl Iterator<Item = Moment> + '_ {
    let events = incident.events.iter();
    let told = events.flat_map(|event| [Some(event.at), event.until]);
    told.chain([incident.start, incident.end]).flatten()
}

/// The days that a text writes with the name of their month or with the year first.
fn named(text: &str) -> BTreeSet<(u32, u32, Option<i32>)> {
    let days = written(text).map(|(_, day)| day);
    days.filter(|day| day.order == DateOrder::Plain)
        .map(|day| (day.month, day.day, day.year))
        .collect()
}

/// The days in a text, with their places.
fn written(text: &str) -> impl Iterator<Item = (Range<usize>, WrittenDay)> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(c) = text[at..].chars().next() {
            let start = at;
            let inside = text[..at].ends_with(|c: char| c.is_alphanumeric() || "-/.".contains(c));
            at += c.len_utf8();
            if inside || !c.is_alphanumeric() {
                continue;
            }
            if let Some((day, end)) = date::at(text, start) {
                at = end.max(at);
                return Some((start..end, day));
            }
        }
        None
    })
}

fn gaps(dated: &[(NaiveDate, bool)]) -> BTreeSet<i64> {
    let mut out = BTreeSet::new();
    for (index, (from, timed)) in dated.iter().enumerate() {
        for (to, also) in &dated[index + 1..] {
            if !(*timed && *also) {
                out.insert((*to - *from).num_days().abs());
            }
        }
    }
    out.remove(&0);
    out
}
