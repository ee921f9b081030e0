//! The report's clock as Mermaid's axis: dates that it can read, labels and ticks that fit the
//! length.

use crate::draw::incident::plan::IncidentPlan;
use crate::time::format::DAY;
use chrono::{Datelike, Duration, NaiveDate, NaiveTime};

/// Spans of ticks: their minutes, and as Mermaid writes them.
const INTERVALS: &[(f64, &str)] = &[
    (1.0, "1minute"),
    (2.0, "2minute"),
    (5.0, "5minute"),
    (10.0, "10minute"),
    (15.0, "15minute"),
    (30.0, "30minute"),
    (60.0, "1hour"),
    (120.0, "2hour"),
    (180.0, "3hour"),
    (360.0, "6hour"),
    (720.0, "12hour"),
    (DAY, "1day"),
    (2.0 * DAY, "2day"),
    (7.0 * DAY, "1week"),
    (30.0 * DAY, "1month"),
    (91.0 * DAY, "3month"),
    (365.0 * DAY, "12month"),
    (3650.0 * DAY, "120month"),
    (36500.0 * DAY, "1200month"),
];

/// The axis of a chart.
pub(super) struct MermaidAxis<'p, 'a> {
    plan: &'p IncidentPlan<'a>,
    from: f64,
    to: f64,
    /// The day on which the report's clock begins.
    pub(super) first: NaiveDate,
    /// True if that day is made up, since the report tells none that can be written.
    pub(super) stands_in: bool,
    /// True if any time is told to the second.
    seconds: bool,
}

impl<'p, 'a> MermaidAxis<'p, 'a> {
    /// The axis that holds all that a plan shows.
    pub(super) fn new(plan: &'p IncidentPlan<'a>) -> MermaidAxis<'p, 'a> {
        let points = plan.points();
        let from = points.iter().copied().fold(f64::INFINITY, f64::min);
        let to = points.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        // Years of three or five digits are no dates to Mermaid.
        let years =
            [from, to].map(|minute| plan.reckoning.day_at(minute).map(|day| day.date.year()));
        let known = years.iter().all(|year| year.is_some_and(|year| (1000..=9999).contains(&year)));
        let day = plan.reckoning.day.filter(|_| known);
        let first =
            day.map_or(NaiveDate::default().with_year(2000).unwrap_or_default(), |day| day.date);
        let clocks = points.iter().map(|minute| plan.reckoning.show(*minute).1);
        let seconds =
            clocks.map(|minute| (minute * 60.0).round() % 60.0).any(|seconds| seconds != 0.0);
        MermaidAxis { plan, from, to, first, stands_in: day.is_none(), seconds }
    }

    /// A minute as date and time, without an offset.
    pub(super) fn written(&self, minute: f64) -> String {
        let (days, minutes) = self.plan.reckoning.show(minute);
        let seconds = days.clamp(FEWEST_DAYS, MOST_DAYS) * 86400 + (minutes * 60.0).round() as i64;
        let date = Duration::try_days(seconds.div_euclid(86400))
            .and_then(|days| self.first.checked_add_signed(days));
        let clock =
            NaiveTime::from_num_seconds_from_midnight_opt(seconds.rem_euclid(86400) as u32, 0)
                .unwrap_or_default();
        let clock = clock.format(if self.seconds { "%H:%M:%S" } else { "%H:%M" });
        format!("{} {clock}", date.unwrap_or(self.first))
    }

    /// The date format for Mermaid.
    pub(super) fn date_format(&self) -> &'static str {
        if self.seconds { "YYYY-MM-DD HH:mm:ss" } else { "YYYY-MM-DD HH:mm" }
    }

    /// The format of its tick labels.
    pub(super) fn label_format(&self) -> &'static str {
        let (reckoning, length) = (&self.plan.reckoning, self.to - self.from);
        let clock = if length > 0.0 && length < FEW { "%H:%M:%S" } else { "%H:%M" };
        match (reckoning.day, reckoning.clock) {
            (None, None) if self.spans_days() => "day %-j, %H:%M",
            (None, None) => "T+%H:%M",
            (None, Some(_)) if length <= DAY => clock,
            (None, Some(_)) => "day %-j, %H:%M",
            _ if self.stands_in => "day %-j",
            _ if self.spacing() >= 30.0 * DAY => "%b %Y",
            (_, None) => "%-d %b",
            _ if self.spacing() >= DAY => "%-d %b",
            _ if !self.spans_days() => clock,
            (Some(day), _) if day.year_known => "%a %-d %b %H:%M",
            _ => "%-d %b %H:%M",
        }
    }

    /// From tick to tick; nothing for a few minutes, where Mermaid's own choice is good.
    pub(super) fn interval(&self) -> Option<&'static str> {
        let name =
            INTERVALS.iter().find(|(minutes, _)| *minutes == self.spacing()).map(|(_, name)| *name);
        name.filter(|_| self.to - self.from >= FEW)
    }

    fn spacing(&self) -> f64 {
        let length = self.to - self.from;
        // Dates take more room than clocks.
        let most = if self.spans_days() { 7.0 } else { 10.0 };
        let dated = self.plan.reckoning.clock.is_none() && self.plan.reckoning.day.is_some();
        let least = if dated { DAY } else { 1.0 };
        let fitting = INTERVALS
            .iter()
            .map(|(minutes, _)| *minutes)
            .find(|minutes| *minutes >= least && length / minutes <= most);
        fitting.unwrap_or(36500.0 * DAY)
    }

    fn spans_days(&self) -> bool {
        self.plan.reckoning.show(self.from).0 != self.plan.reckoning.show(self.to).0
    }

    /// The day in words, when there is but one.
    pub(super) fn day(&self) -> Option<String> {
        let day = self.plan.reckoning.day_at(self.from).filter(|_| !self.spans_days())?;
        Some(day.long())
    }

    /// The meaning of the clock: a zone, or the time since the beginning.
    pub(super) fn zone(&self) -> Option<String> {
        match (self.plan.reckoning.day, self.plan.reckoning.clock) {
            (_, Some(_)) => Some(self.plan.zone.clone()),
            (None, None) => Some("time since the first event".into()),
            (Some(_), None) => None,
        }
    }

    /// The number of columns that the text of a bar may have, wherever Mermaid sets it: inside the
    /// bar, to its right when it ends well before the edge, otherwise to its left, where it must
    /// not reach the names of the sections.
    pub(super) fn room(&self, from: f64, to: f64) -> usize {
        let length = (self.to - self.from).max(1e-6);
        let x = |minute: f64| (minute - self.from) / length * (WIDTH - 2.0 * PADDING);
        let (left, right) = (x(from), x(to.max(from)));
        let room = (right - left).max(WIDTH - right - 1.5 * PADDING).max(left - 10.0);
        ((room / COLUMN) as usize).clamp(24, 80)
    }
}

/// Shorter than this and the seconds count.
const FEW: f64 = 5.0;

/// Beyond these days from the first lie years that Mermaid does not read.
const FEWEST_DAYS: i64 = -300_000;
const MOST_DAYS: i64 = 2_000_000;

/// The narrowest page that shows charts well, in pixels; Mermaid's padding at both sides of it, and
/// a letter's width.
const WIDTH: f64 = 800.0;
const PADDING: f64 = 75.0;
const COLUMN: f64 = 5.6;
