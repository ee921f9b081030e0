//! Infers an omitted AM or PM, and the midnights between entries.

use super::super::clocks::Clocks;
use super::DayWalk;
use crate::diagnostic::{Code, Diagnostic};
use crate::read::timeline::Entry;
use crate::time::format::DAY;
use crate::time::spelling::{Half, WrittenClock};
use chrono::{NaiveTime, Timelike};

impl DayWalk<'_, '_> {
    /// The time of day, with the AM or PM that the author omitted.
    pub(super) fn half(
        &mut self,
        clock: WrittenClock,
        entry: &Entry,
        settled: bool,
    ) -> Option<NaiveTime> {
        let time = clock.time()?;
        if clock.half == Half::Contradicted {
            let what = format!(
                "expected a 12-hour or a 24-hour time, found hour {} with AM or PM",
                clock.hour
            );
            self.doubts.push(
                Diagnostic::new(Code::AmPmContradicts, entry.stamp_span, what)
                    .hint(format!("it was read as {}; drop the letters", time.format("%H:%M"))),
            );
        }
        let Clocks { twelve, small } = self.clocks;
        let open = clock.half == Half::Unsaid
            || (clock.half == Half::Whole && twelve && (1..=12).contains(&clock.hour));
        if !open || !(twelve || small) || entry.zone.is_some() && !twelve {
            return Some(time);
        }
        let other = NaiveTime::from_hms_opt((clock.hour + 12) % 24, clock.minute, clock.second)?;
        let literal = time;
        let today = self.reckon(Some(literal), entry).days;
        let Some(last) = self.last.filter(|last| !settled || last.days == today) else {
            return Some(self.near_start(literal, other));
        };
        let literal_gap = self.reckon(Some(literal), entry).since(&last);
        let other_gap = self.reckon(Some(other), entry).since(&last);
        if literal_gap >= 0.0 && (!twelve || literal_gap <= other_gap || other_gap < 0.0) {
            return Some(literal);
        }
        // Twelve hours later is more likely a mistake than a long wait.
        let most = if twelve { 11.0 * 60.0 } else { 6.0 * 60.0 };
        if (0.0..=most).contains(&other_gap) {
            let what = format!("{} has neither AM nor PM", literal.format("%-I:%M"));
            self.doubts.push(Diagnostic::new(Code::AmPmInferred, entry.stamp_span, what).hint(
                format!(
                    "it was read as {}, which keeps the clock running forward; write AM or PM",
                    other.format("%H:%M")
                ),
            ));
            return Some(other);
        }
        Some(literal)
    }

    /// For the first entry of a 12-hour clock without AM or PM: the half in which the summary's
    /// start lies. If no entry has AM or PM, only a start with the very same clock time decides.
    pub(super) fn near_start(&self, literal: NaiveTime, other: NaiveTime) -> NaiveTime {
        let Some(start) = self.base.and_then(|base| base.clock) else {
            return literal;
        };
        if !self.clocks.twelve {
            return if other == start { other } else { literal };
        }
        let far = |time: NaiveTime| (time - start).num_minutes().abs();
        if far(other) < far(literal) { other } else { literal }
    }

    /// Sets the day of an entry that does not state it: the same as before, or the next.
    pub(super) fn midnight(&mut self, clock: Option<NaiveTime>, entry: &Entry) {
        if self.last.is_none() && self.day.is_none() {
            self.day = self.calendar.first;
        }
        let (Some(clock), Some(last)) = (clock, self.last) else {
            return;
        };
        let back = -self.reckon(Some(clock), entry).since(&last);
        if back <= 0.0 || self.downwards {
            return;
        }
        if std::mem::take(&mut self.first_apart) {
            return self.backwards(entry, "an earlier time than the entry above it");
        }
        let forward = DAY - back;
        let most = if self.calendar.over_days && entry.under.is_none() {
            20.0 * 60.0
        } else {
            12.0 * 60.0
        };
        if forward > most || forward <= 0.0 {
            let found = if clock.hour() == 0 && clock.minute() == 0 {
                "12:00 AM, which is midnight, after a later time"
            } else {
                "an earlier time than the entry above it"
            };
            return self.backwards(entry, found);
        }
        self.advance(1);
        self.doubts.push(
            Diagnostic::new(
                Code::MidnightCrossed,
                entry.stamp_span,
                "the clock falls back: a midnight lies between this entry and the one above",
            )
            .hint("it counts as the next day; write the date to make it clear"),
        );
    }
}
