//! Places entries on one axis: settles their day, AM or PM, and the side of midnight.

mod halves;
mod slips;

use super::clocks::{Clocks, downwards, first_apart};
use crate::diagnostic::{Code, Diagnostic};
use crate::incident::{Day, Moment};
use crate::read::timeline::Entry;
use crate::read::timeline::calendar::Calendar;
use crate::read::timeline::zones::ChosenZone;
use crate::source::Span;
use crate::time::date;
use crate::time::format::{self, DAY};
use crate::time::spelling::Half;
use chrono::{Days, NaiveDate, NaiveTime, Timelike};

/// An entry with its place on the axis.
#[derive(Debug, Clone)]
pub(crate) struct PlacedEntry {
    pub(crate) entry: Entry,
    pub(crate) at: Moment,
    pub(crate) until: Option<Moment>,
    pub(crate) minute: f64,
}

/// Puts entries on one axis.
pub(crate) fn place(
    entries: Vec<Entry>,
    calendar: &Calendar,
    zone: Option<&ChosenZone>,
    start: Option<&Moment>,
    doubts: &mut Vec<Diagnostic>,
) -> Vec<PlacedEntry> {
    let mut walk = DayWalk {
        calendar,
        zone,
        day: None,
        floating: 0,
        last: None,
        turned: false,
        clocks: Clocks::of(&entries),
        first_apart: first_apart(&entries),
        downwards: downwards(&entries),
        base: start.copied(),
        doubts,
    };
    let mut out: Vec<PlacedEntry> = Vec::new();
    let mut origin: Option<Reckoned> = None;
    for entry in entries {
        let (at, until, reckoned) = walk.entry(&entry);
        let from = *origin.get_or_insert(reckoned);
        let minute = reckoned.since(&from);
        out.push(PlacedEntry { entry, at, until, minute });
    }
    once_each(walk.doubts, &[Code::AmPmContradicts, Code::AmPmInferred]);
    if !walk.downwards {
        slips::mend(&mut out, start, walk.doubts);
    }
    if walk.downwards {
        let span = out.first().map_or(Span::new(0, 0), |placed| placed.entry.stamp_span);
        walk.doubts.push(
            Diagnostic::new(
                Code::ClockBackwards,
                span,
                "the timeline runs from the newest entry to the oldest; the order was kept",
            )
            .hint("put the oldest entry first"),
        );
    }
    out
}

/// Reports a warning that many entries share once, at the first, with the number of the others.
fn once_each(doubts: &mut Vec<Diagnostic>, codes: &[Code]) {
    for code in codes {
        let more = doubts.iter().filter(|doubt| doubt.code == *code).count().saturating_sub(1);
        let mut first = true;
        doubts.retain(|doubt| doubt.code != *code || std::mem::take(&mut first));
        if let Some(doubt) =
            doubts.iter_mut().find(|doubt| doubt.code == *code).filter(|_| more > 0)
        {
            doubt.message.push_str(&match more {
                1 => "; so does 1 more entry".to_string(),
                more => format!("; so do {more} more entries"),
            });
        }
    }
}

/// A position on the axis: days since some day, and minutes into it.
#[derive(Debug, Clone, Copy)]
struct Reckoned {
    days: i64,
    minutes: f64,
}

impl Reckoned {
    fn since(&self, first: &Reckoned) -> f64 {
        (self.days - first.days) as f64 * DAY + self.minutes - first.minutes
    }
}

struct DayWalk<'a, 'd> {
    calendar: &'a Calendar,
    zone: Option<&'a ChosenZone>,
    day: Option<Day>,
    /// Midnights crossed while the day is unknown.
    floating: i64,
    last: Option<Reckoned>,
    /// True if the entry above says that it is on the day after the one before it.
    turned: bool,
    clocks: Clocks,
    first_apart: bool,
    downwards: bool,
    base: Option<Moment>,
    doubts: &'d mut Vec<Diagnostic>,
}

impl DayWalk<'_, '_> {
    fn entry(&mut self, entry: &Entry) -> (Moment, Option<Moment>, Reckoned) {
        if let Some(minutes) = entry.stamp.relative {
            return self.relative(minutes);
        }
        let dated = self.dated(entry);
        let turned = dated.is_none() && self.turn(entry);
        let settled = dated.is_some() || turned;
        let clock = entry.stamp.clock.and_then(|clock| self.half(clock, entry, settled));
        if entry.stamp.clock.is_some_and(|clock| clock.ends_day()) {
            self.day_over(clock, entry);
        } else if !settled {
            self.midnight(clock, entry);
        } else if let (Some(clock), Some(last)) = (clock, self.last) {
            let now = self.reckon(Some(clock), entry).since(&last);
            if now < 0.0 && !self.downwards {
                self.backwards(entry, "an earlier time than the entry above it");
            }
        }
        let at = self.moment(clock, entry);
        let reckoned = self.reckon(clock, entry);
        let until = entry.stamp.until.as_ref().map(|until| {
            let day = until.day.and_then(|day| self.calendar.day(day)).or(at.day);
            let time = until.clock.and_then(|clock| {
                let time = clock.time()?;
                // "1:30 - 2:15 PM": AM or PM given for one end holds for the other.
                let later = time.overflowing_add_signed(chrono::TimeDelta::hours(12)).0;
                Some(
                    if clock.half == Half::Unsaid
                        && at.clock.is_some_and(|at| time < at && at <= later)
                    {
                        later
                    } else {
                        time
                    },
                )
            });
            // A range across midnight ends on the next day.
            let day = match (day, at.clock, time) {
                (Some(day), Some(from), Some(to))
                    if until.day.is_none() && (to < from || until.days_on > 0) =>
                {
                    Some(Day { date: day.date + Days::new(1), ..day })
                }
                _ => day,
            };
            Moment { day, clock: time, offset: at.offset }
        });
        self.last = Some(reckoned);
        (at, until, reckoned)
    }

    /// The day given by the entry, its day line, or the report; sets the walk's day.
    fn dated(&mut self, entry: &Entry) -> Option<Day> {
        let own = entry.stamp.day;
        let told = own.or(entry.under)?;
        let Some(day) = self.calendar.day(told) else {
            let what = format!(
                "expected a date, found an impossible one: day {} of month {}",
                told.day, told.month
            );
            self.doubts.push(
                Diagnostic::new(Code::DateUnreadable, entry.stamp_span, what)
                    .hint("write the date as 2024-05-31"),
            );
            return None;
        };
        // Below a day line, midnight may pass unmentioned, as anywhere.
        if own.is_none() {
            if let Some(known) = self.day
                && known.date > day.date
                && (known.date - day.date).num_days() <= 2
            {
                return None;
            }
            if self.day == Some(day) {
                return None;
            }
        }
        if let Some(really) = date::contradicted(&told, day.date).filter(|_| day.year_known) {
            let stated = told.weekday.unwrap_or(really);
            let [really, stated] = [really, stated].map(format::weekday);
            let message = format!("{} was a {really}, not a {stated}", day.date);
            if !self.doubts.iter().any(|doubt| doubt.message == message) {
                self.doubts.push(
                    Diagnostic::new(Code::WeekdayWrong, entry.stamp_span, message)
                        .hint("the date was kept; correct whichever is wrong"),
                );
            }
        }
        self.day = Some(day);
        self.floating = 0;
        Some(day)
    }

    /// "Next day, 10:00" is the day after the entry above; "Next day, 11:00" below it is the same
    /// day.
    fn turn(&mut self, entry: &Entry) -> bool {
        let days = entry.stamp.days_on.max(entry.days_on);
        let was = std::mem::replace(&mut self.turned, days > 0) && entry.days_on == 0;
        if days == 0 {
            return false;
        }
        if self.last.is_none() && self.day.is_none() {
            self.day = self.calendar.first;
        }
        let clock = entry.stamp.clock.and_then(|clock| clock.time());
        let on = was && self.last.is_some_and(|last| self.reckon(clock, entry).since(&last) >= 0.0);
        // The very first entry has no day before it.
        if !on && self.last.is_some() {
            self.advance(u64::from(days));
        }
        true
    }

    /// 24:00 is the first moment of the next day.
    fn day_over(&mut self, clock: Option<NaiveTime>, entry: &Entry) {
        if self.last.is_none() && self.day.is_none() {
            self.day = self.calendar.first;
        }
        let now = self.reckon(clock, entry);
        if self.last.is_none_or(|last| now.since(&last) != 0.0) {
            self.advance(1);
        }
    }

    fn advance(&mut self, days: u64) {
        match &mut self.day {
            Some(day) => day.date = day.date.checked_add_days(Days::new(days)).unwrap_or(day.date),
            None => self.floating += days as i64,
        }
    }

    fn backwards(&mut self, entry: &Entry, found: &str) {
        self.doubts.push(
            Diagnostic::new(
                Code::ClockBackwards,
                entry.stamp_span,
                format!("expected the clock to run forward, found {found}"),
            )
            .hint("the entry stays where it is; check AM and PM, the order, and the date"),
        );
    }

    fn moment(&self, clock: Option<NaiveTime>, entry: &Entry) -> Moment {
        Moment { day: self.day, clock, offset: clock.and(self.offset(entry)) }
    }

    /// The UTC offset of an entry's time, in minutes east.
    fn offset(&self, entry: &Entry) -> Option<i32> {
        let known = self.known_day();
        match (self.zone, &entry.zone) {
            // The author's own setting applies to all entries.
            (Some(chosen), Some(_)) if chosen.set => chosen.offset(known),
            (Some(chosen), None) => chosen.offset(known),
            (_, Some(own)) => crate::time::zone::offset_on(&own.zone, known),
            (None, None) => None,
        }
    }

    fn known_day(&self) -> Option<NaiveDate> {
        self.day.filter(|day| day.year_known).map(|day| day.date)
    }

    /// The position on the axis; a time in a zone of its own is converted to the timeline's.
    fn reckon(&self, clock: Option<NaiveTime>, entry: &Entry) -> Reckoned {
        let shift =
            match (self.offset(entry), self.zone.and_then(|zone| zone.offset(self.known_day()))) {
                (Some(own), Some(main)) => f64::from(main - own),
                _ => 0.0,
            };
        let days =
            self.day.map_or(0, |day| i64::from(chrono::Datelike::num_days_from_ce(&day.date)))
                + self.floating;
        match clock {
            Some(clock) => Reckoned {
                days,
                minutes: f64::from(clock.num_seconds_from_midnight()) / 60.0 + shift,
            },
            // An entry with only a date is placed at the start of that day, or where the day has
            // got to.
            None => match self.last.filter(|last| last.days == days) {
                Some(last) => last,
                None => Reckoned { days, minutes: 0.0 },
            },
        }
    }

    /// `T+5`: relative to the first entry with a clock time, or to the stated start.
    fn relative(&mut self, minutes: i64) -> (Moment, Option<Moment>, Reckoned) {
        let base = self.base.filter(|base| base.clock.is_some());
        let (day, clock, offset) = match base.and_then(|base| Some((base, base.clock?))) {
            Some((base, clock)) => {
                let (clock, seconds) =
                    clock.overflowing_add_signed(chrono::TimeDelta::minutes(minutes));
                let shift = seconds / 86_400;
                let day = base.day.and_then(|day| {
                    Some(Day {
                        date: day.date.checked_add_signed(chrono::TimeDelta::days(shift))?,
                        ..day
                    })
                });
                (day, Some(clock), base.offset)
            }
            None => (None, None, None),
        };
        let reckoned = Reckoned { days: 0, minutes: minutes as f64 };
        self.last = Some(reckoned);
        (Moment { day, clock, offset }, None, reckoned)
    }
}
