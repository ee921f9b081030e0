//! The report's clock at each minute of the axis.

use crate::incident::{Day, Incident, Moment};
use crate::time::format::{self, DAY};
use chrono::{Duration, NaiveTime};

/// The reading of the clock at a minute of the axis.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reckoning {
    pub(crate) day: Option<Day>,
    pub(crate) clock: Option<NaiveTime>,
    /// The minute at which it shows that.
    at: f64,
}

impl Reckoning {
    /// The clock of the first event that has one, in the zone of the report.
    pub(crate) fn of(incident: &Incident) -> Reckoning {
        let zone = incident.zone.as_ref().and_then(|zone| zone.offset);
        let timed = incident.events.iter().find(|event| event.at.clock.is_some());
        let Some(event) = timed.or(incident.events.first()) else {
            return Reckoning { day: None, clock: None, at: 0.0 };
        };
        let Moment { day, clock, offset } = event.at;
        // An entry in another zone than the report's shows another clock at the same minute.
        let shift = zone.zip(offset).map_or(0, |(zone, own)| zone - own);
        Reckoning { day, clock, at: event.minute - f64::from(shift) }
    }

    /// The day and time at a minute; without a clock, the time counts from midnight.
    pub(crate) fn show(&self, minute: f64) -> (i64, f64) {
        let start = self.clock.map_or(0.0, |clock| {
            f64::from(chrono::Timelike::num_seconds_from_midnight(&clock)) / 60.0
        });
        let since = start + minute - self.at;
        let days = (since / DAY + 1e-9).floor();
        (days as i64, since - days * DAY)
    }

    /// `09:30`, or `T+5` where there is no clock.
    pub(crate) fn clock(&self, minute: f64) -> String {
        if self.clock.is_none() {
            return match self.day {
                Some(_) => self.date(minute).unwrap_or_default(),
                None => format::relative(minute),
            };
        }
        self.moment(minute).clock.map(format::clock).unwrap_or_default()
    }

    /// The day and the time at a minute, each if known, in the report's own zone.
    pub(crate) fn moment(&self, minute: f64) -> Moment {
        let seconds = (self.show(minute).1 * 60.0).round() as u32 % 86400;
        let clock = NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0);
        Moment {
            day: self.day_at(minute),
            clock: clock.filter(|_| self.clock.is_some()),
            offset: None,
        }
    }

    /// `19 Apr`, when the day is known.
    pub(crate) fn date(&self, minute: f64) -> Option<String> {
        Some(format::short(self.day_at(minute)?.date))
    }

    /// The day at a minute.
    pub(crate) fn day_at(&self, minute: f64) -> Option<Day> {
        let day = self.day?;
        Some(Day {
            date: day.date.checked_add_signed(Duration::try_days(self.show(minute).0)?)?,
            ..day
        })
    }

    /// The next midnight after a minute.
    pub(crate) fn midnight_after(&self, minute: f64) -> f64 {
        minute - self.show(minute).1 + DAY
    }
}
