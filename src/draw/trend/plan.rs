//! The content of the picture, before it has a place.

use super::periods::{Period, minutes};
use super::scale::{LEAST, LengthScale};
use super::{Trend, TrendPoint};
use crate::draw::days::Days;
use crate::facts::{Spread, median, nearest_rank, sorted, spread};
use crate::incident::Phase;
use crate::time::format::{self, DAY};
use crate::words::counted;
use chrono::NaiveDate;

/// The whole picture.
pub(super) struct TrendPlan {
    pub(super) title: String,
    pub(super) subtitle: String,
    /// The days, if any are stated.
    pub(super) time: Option<Time>,
    /// One for each kind of length that is stated.
    pub(super) panels: Vec<Panel>,
}

/// The days on which the incidents lie.
pub(super) struct Time {
    pub(super) days: Days,
    /// The period that is taken together; `None` for all.
    pub(super) period: Option<Period>,
    /// True if some incidents have no day: they are set apart, after the last one.
    pub(super) undated: bool,
}

/// One kind of length.
pub(super) struct Panel {
    pub(super) name: &'static str,
    pub(super) phase: Phase,
    /// Each incident: its place from left to right, and its length.
    pub(super) dots: Vec<(f64, f64)>,
    pub(super) groups: Vec<PeriodGroup>,
    pub(super) scale: LengthScale,
    pub(super) spread: Spread,
    /// The end of the axis, including what is set apart.
    pub(super) to: f64,
}

/// Which length of an incident is shown.
type LengthOf = fn(&TrendPoint) -> Option<f64>;

/// Incidents that are taken together.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PeriodGroup {
    pub(super) name: String,
    pub(super) from: f64,
    pub(super) to: f64,
    pub(super) count: usize,
    pub(super) median: f64,
    /// From where to where the middle half of them goes.
    pub(super) half: Option<(f64, f64)>,
    /// The value that nine in ten do not exceed.
    pub(super) ninth: Option<f64>,
}

/// Of fewer than so many there is no telling what half of them do, and what nine in ten do.
const FOR_HALF: usize = 3;
pub(super) const FOR_NINTH: usize = 5;

/// Those without a day take up this share of the time that the others span.
const APART: f64 = 0.16;

impl TrendPlan {
    pub(super) fn new(trend: &Trend, title: Option<&str>) -> Option<TrendPlan> {
        let points = &trend.points;
        let kinds: [(&'static str, Phase, LengthOf); 2] = [
            ("Time to acknowledge", Phase::Investigation, |point| point.acknowledge),
            ("Time to resolve", Phase::Resolution, |point| point.resolve),
        ];
        let shown: Vec<TrendPoint> = points
            .iter()
            .filter(|point| point.acknowledge.or(point.resolve).is_some())
            .copied()
            .collect();
        let time = Time::of(&shown);
        let panels: Vec<Panel> = kinds
            .into_iter()
            .filter_map(|(name, phase, of)| Panel::new(name, phase, &shown, of, time.as_ref()))
            .collect();
        if panels.is_empty() {
            return None;
        }
        let subtitle = subtitle(points.len(), &shown);
        Some(TrendPlan {
            title: title.unwrap_or("How long our incidents took").to_string(),
            subtitle,
            time,
            panels,
        })
    }

    /// True if some incidents are set apart because they have no day.
    pub(super) fn has_undated(&self) -> bool {
        self.time.as_ref().is_some_and(|time| time.undated)
    }

    /// The period that the median is taken over: "month", or nothing where it is taken over all.
    pub(super) fn period(&self) -> Option<&'static str> {
        Some(self.time.as_ref()?.period?.name())
    }
}

/// The number of incidents, of those that the picture shows, and from when to when these happened.
fn subtitle(all: usize, shown: &[TrendPoint]) -> String {
    let mut told = vec![counted(all, "incident")];
    told.extend((shown.len() < all).then(|| format!("{} of them with a length", shown.len())));
    let days = || shown.iter().filter_map(|point| point.day);
    if let (Some(first), Some(last)) = (days().min(), days().max()) {
        // A date stays on one line.
        let long = |day: NaiveDate| format::long(day).replace(' ', "\u{a0}");
        told.push(if first == last {
            long(first)
        } else {
            format!("{} – {}", long(first), long(last))
        });
        let undated = shown.iter().filter(|point| point.day.is_none()).count();
        told.extend((undated > 0).then(|| format!("{undated} without a date")));
    }
    told.join(" · ")
}

impl Time {
    fn of(points: &[TrendPoint]) -> Option<Time> {
        let days = || points.iter().filter_map(|point| point.day);
        let (first, last) = (days().min()?, days().max()?);
        let period = Period::of(&days().collect::<Vec<_>>());
        // Whole months, whatever is taken together.
        let (first, end) =
            (Period::Month.start(first), Period::Month.next(Period::Month.start(last)));
        let undated = points.iter().any(|point| point.day.is_none());
        Some(Time { days: Days { first, to: minutes(first, end) }, period, undated })
    }

    /// Where what has no day lies, from left to right.
    pub(super) fn apart(&self) -> Option<(f64, f64)> {
        let room = self.days.to * APART;
        self.undated.then_some((self.days.to + room / 4.0, self.days.to + room))
    }
}

impl Panel {
    fn new(
        name: &'static str,
        phase: Phase,
        points: &[TrendPoint],
        of: LengthOf,
        time: Option<&Time>,
    ) -> Option<Panel> {
        let values = sorted(points.iter().filter_map(of));
        let scale = LengthScale::of(&values);
        let undated = sorted(points.iter().filter(|point| point.day.is_none()).filter_map(of));
        let (dots, groups, to) = match time {
            None => {
                let to = undated.len() as f64;
                (strip(&undated, 0.0, to), whole(&values, to), to)
            }
            Some(time) => {
                let at = |day: NaiveDate| minutes(time.days.first, day) + DAY / 2.0;
                let mut dots: Vec<(f64, f64)> =
                    points.iter().filter_map(|point| Some((at(point.day?), of(point)?))).collect();
                let apart = time.apart();
                dots.extend(apart.iter().flat_map(|(from, to)| strip(&undated, *from, *to)));
                (dots, groups(points, of, time), apart.map_or(time.days.to, |(_, to)| to))
            }
        };
        let spread = spread(values.iter().copied());
        let seen = |(x, y): (f64, f64)| (x, y.max(LEAST));
        (!values.is_empty()).then(|| Panel {
            name,
            phase,
            dots: dots.into_iter().map(seen).collect(),
            groups,
            scale,
            spread,
            to,
        })
    }
}

/// Lengths without a day, side by side in their order.
fn strip(sorted: &[f64], from: f64, to: f64) -> Vec<(f64, f64)> {
    let step = (to - from) / sorted.len() as f64;
    sorted
        .iter()
        .enumerate()
        .map(|(index, value)| (from + (index as f64 + 0.5) * step, *value))
        .collect()
}

/// All of them as one group.
fn whole(sorted: &[f64], to: f64) -> Vec<PeriodGroup> {
    group("all".into(), 0.0, to, sorted).into_iter().filter(|group| group.half.is_some()).collect()
}

fn groups(points: &[TrendPoint], of: LengthOf, time: &Time) -> Vec<PeriodGroup> {
    let Some(period) = time.period else {
        let dated = points.iter().filter(|point| point.day.is_some());
        return whole(&sorted(dated.filter_map(of)), time.days.to);
    };
    let (mut out, mut start) = (Vec::new(), period.start(time.days.first));
    while minutes(time.days.first, start) < time.days.to {
        let next = period.next(start);
        if next <= start {
            break;
        }
        let within =
            points.iter().filter(|point| point.day.is_some_and(|day| (start..next).contains(&day)));
        let (from, to) = (
            minutes(time.days.first, start).max(0.0),
            minutes(time.days.first, next).min(time.days.to),
        );
        out.extend(group(period.label(start), from, to, &sorted(within.filter_map(of))));
        start = next;
    }
    out
}

fn group(name: String, from: f64, to: f64, sorted: &[f64]) -> Option<PeriodGroup> {
    let rank = |percent: usize| nearest_rank(sorted, percent).map(|value| value.max(LEAST));
    Some(PeriodGroup {
        name,
        from,
        to,
        count: sorted.len(),
        median: median(sorted)?.max(LEAST),
        half: rank(25).zip(rank(75)).filter(|_| sorted.len() >= FOR_HALF),
        ninth: rank(90).filter(|_| sorted.len() >= FOR_NINTH),
    })
}
