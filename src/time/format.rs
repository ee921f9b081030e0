//! Formats days, clocks, time windows and durations, for all pictures, tables and texts.

use crate::incident::{Day, Moment};
use chrono::{Datelike, NaiveDate, NaiveTime, Timelike, Weekday};

/// The minutes in a day.
pub const DAY: f64 = 1440.0;

/// `HH:MM`, with seconds if there are any.
pub fn clock(clock: NaiveTime) -> String {
    let minutes = format!("{:02}:{:02}", clock.hour(), clock.minute());
    match clock.second() {
        0 => minutes,
        seconds => format!("{minutes}:{seconds:02}"),
    }
}

/// "09:30–11:00"; a single clock if there is only one, or if both are the same.
pub fn clocks(first: Option<NaiveTime>, last: Option<NaiveTime>) -> Option<String> {
    match (first.map(clock), last.map(clock)) {
        (Some(first), Some(last)) if first != last => Some(format!("{first}–{last}")),
        (first, last) => first.or(last),
    }
}

/// `T+5` for a minute without a clock time, to a hundredth.
pub fn relative(minute: f64) -> String {
    let sign = if minute < 0.0 { '-' } else { '+' };
    format!("T{sign}{}", (minute.abs() * 100.0).round() / 100.0)
}

/// `1 h 14 min` for 74; seconds below a minute.
pub fn spoken(minutes: f64) -> String {
    let seconds = (minutes * 60.0).round();
    if minutes > 0.0 && seconds < 60.0 {
        return format!("{seconds} s");
    }
    let total = minutes.round() as i64;
    let (days, hours, left) = (total / 1440, total % 1440 / 60, total % 60);
    let parts: Vec<String> = [(days, "d"), (hours, "h"), (left, "min")]
        .iter()
        .filter(|(value, _)| *value > 0)
        .map(|(value, unit)| format!("{value} {unit}"))
        .collect();
    match parts.is_empty() {
        true => "0 min".into(),
        false => parts.join(" "),
    }
}

/// "UTC+5:30".
pub fn utc(minutes: i32) -> String {
    let sign = if minutes < 0 { '−' } else { '+' };
    match (minutes.abs() / 60, minutes.abs() % 60) {
        (0, 0) => "UTC".into(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, rest) => format!("UTC{sign}{hours}:{rest:02}"),
    }
}

/// "Thursday".
pub fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

/// "18 April 2024".
pub fn long(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}

/// "18 April".
pub fn without_year(date: NaiveDate) -> String {
    date.format("%-d %B").to_string()
}

/// "18 Apr".
pub fn short(date: NaiveDate) -> String {
    date.format("%-d %b").to_string()
}

impl Day {
    /// "18 April 2024"; without the year if the report does not state it.
    pub fn long(self) -> String {
        match self.year_known {
            true => long(self.date),
            false => without_year(self.date),
        }
    }

    /// "Thursday 18 April 2024": the weekday needs a known year.
    pub fn full(self) -> String {
        self.behind_weekday(" ")
    }

    /// The weekday, if the year is known, a separator, and the date.
    pub fn behind_weekday(self, between: &str) -> String {
        match self.year_known {
            true => format!("{}{between}{}", weekday(self.date.weekday()), self.long()),
            false => self.long(),
        }
    }

    /// "Thu 18 Apr", without the weekday if the year is unknown.
    pub fn short(self) -> String {
        match self.year_known {
            true => format!("{} {}", self.date.format("%a"), short(self.date)),
            false => short(self.date),
        }
    }
}

/// "18–20 April 2024": month and year are written once if both days share them.
pub fn days(first: Day, last: Day) -> String {
    let end = last.long();
    if first.year_known && first.date.year() != last.date.year() {
        return format!("{} – {end}", first.long());
    }
    match first.date.month() == last.date.month() {
        true => format!("{}–{end}", first.date.day()),
        false => format!("{} – {end}", without_year(first.date)),
    }
}

/// "18 April 2024, 09:30", with a separator between day and clock, each if known.
pub fn moment(at: Moment, between: &str) -> String {
    joined([at.day.map(Day::long), at.clock.map(clock)], between)
}

/// "Thursday 18 April 2024 · 09:30–11:00 SAST", or both days if there are two.
pub fn window(first: Moment, last: Moment, zone: Option<&str>) -> String {
    let zone = || zone.map(str::to_string);
    if let (Some(from), Some(to)) = (first.day, last.day)
        && from.date != to.date
    {
        let ends = format!("{} – {}", moment(first, ", "), moment(last, ", "));
        return joined([Some(ends), zone()], " ");
    }
    let clocks = clocks(first.clock, last.clock).map(|clocks| joined([Some(clocks), zone()], " "));
    joined([first.day.or(last.day).map(Day::full), clocks], " · ")
}

/// Joins the parts that are present with a separator.
fn joined(parts: [Option<String>; 2], between: &str) -> String {
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(between)
}
