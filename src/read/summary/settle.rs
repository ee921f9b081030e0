//! Stated start and end as moments: settles their day, AM or PM, and zone.

use super::failing::failures;
use super::window::{StatedTime, Window};
use crate::diagnostic::{Code, Diagnostic};
use crate::incident::{Day, Event, Incident, Kind, Moment};
use crate::read::chronology::SOON;
use crate::read::timeline::Entry;
use crate::read::timeline::calendar::{Calendar, known};
use crate::time::format;
use crate::time::spelling::{Half, WrittenClock};
use crate::time::zone;
use crate::words::{self, holds_any};
use chrono::{Days, NaiveTime, TimeDelta};

/// Turns stated times into moments: days come from each other or the calendar, AM or PM from each
/// other. A zone of their own is ignored if the entries show the very same clock times in another
/// zone.
pub(crate) fn settle(
    window: &Window,
    calendar: &Calendar,
    entries: &[Entry],
    offset: impl Fn(Option<Day>) -> Option<i32>,
    doubts: &mut Vec<Diagnostic>,
) -> (Option<Moment>, Option<Moment>) {
    let day_of = |stated: &Option<StatedTime>| {
        stated.as_ref().and_then(|stated| stated.stamp.day).and_then(|day| calendar.day(day))
    };
    let (start_day, end_day) = (day_of(&window.start), day_of(&window.end));
    let same_year = |day: Option<Day>, other: Option<Day>| match (day, other) {
        (Some(day), Some(other)) if !day.year_known && other.year_known => {
            chrono::Datelike::with_year(&day.date, chrono::Datelike::year(&other.date)).map(known)
        }
        (day, _) => day,
    };
    let start_day = same_year(start_day, end_day).or(end_day).or(calendar.first);
    let end_day = same_year(end_day, start_day);
    let clock_of =
        |stated: &Option<StatedTime>| stated.as_ref().and_then(|stated| stated.stamp.clock);
    let (from, to) = halves(clock_of(&window.start), clock_of(&window.end), calendar.halves);
    let moment = |day: Option<Day>, clock: Option<NaiveTime>, own: Option<i32>| Moment {
        day,
        clock,
        offset: clock.and_then(|_| own.or_else(|| offset(day))),
    };
    let own = |stated: &StatedTime, day: Option<Day>| {
        stated.stamp.zone.as_ref().and_then(|found| {
            zone::offset_on(found, day.filter(|day| day.year_known).map(|day| day.date))
        })
    };
    let slip = [(&window.start, start_day), (&window.end, end_day.or(start_day))]
        .into_iter()
        .find_map(|(stated, day)| {
            let stated = stated.as_ref()?;
            let own = own(stated, day)?;
            let main = offset(day).filter(|main| *main != own)?;
            told_alike(entries, (from, to), main - own).then_some(stated)
        });
    if let Some(stated) = slip {
        let what = "the same times of day are in one zone here and in another in the timeline";
        doubts.push(
            Diagnostic::new(Code::ZoneMixed, stated.span, what)
                .hint("they were read in the timeline's zone; write one zone in both places"),
        );
    }
    let zone_of =
        |stated: &StatedTime, day: Option<Day>| own(stated, day).filter(|_| slip.is_none());
    let start =
        window.start.as_ref().map(|stated| moment(start_day, from, zone_of(stated, start_day)));
    let end = window.end.as_ref().map(|stated| {
        let mut day = end_day.or(start_day);
        // An end before its start, without a day of its own, is on the next day.
        if end_day.is_none()
            && let (Some(from), Some(to), Some(first)) = (from, to, day)
            && to < from
            && (from - to).num_minutes() > 6 * 60
        {
            day = first.date.checked_add_days(Days::new(1)).map(|date| Day { date, ..first });
        }
        moment(day, to, zone_of(stated, day))
    });
    (start, end)
}
/// Takes away a start that the entries refute: a day soon after the one on which somebody noticed
/// or worked on it is the report's own, as is one far from all of them. The first time of a
/// summary is not the start either if somebody had noticed before, or if all was over.
pub(crate) fn forget_refuted(incident: &mut Incident, loose: bool) {
    let Some(start) = incident.start else { return };
    let refuted = match start.clock {
        None => start.day.is_some_and(|day| is_other_day(incident, day)),
        Some(_) => loose && is_too_late(incident, start),
    };
    if refuted {
        incident.start = None;
    }
}

/// Words for work that was planned and is no outage.
const PLANNED: &[&str] = &[
    "deploy", "maintenance", "migrat", "patch", "reboot", "releas", "restart", "rollout", "update",
    "upgrad",
];

/// Moves a stated start at which only planned work began, "Reboot begins", to the entry that says
/// that the outage begins.
pub(crate) fn begin_with_outage(incident: &mut Incident) {
    let from = incident.start.and_then(|start| incident.minute_of(start));
    let Some(from) = from.filter(|_| incident.start.is_some_and(|at| at.clock.is_some())) else {
        return;
    };
    let begun = incident.events.iter().position(begins_outage);
    let Some((at, begun)) = begun.map(|at| (at, &incident.events[at])) else {
        return;
    };
    let planned = |event: &Event| {
        holds_any(&event.text.to_lowercase(), PLANNED) && failures(&event.text) == 0
    };
    let before = &incident.events[..at];
    let here = |event: &Event| (event.minute - from).abs() < 1.0;
    if begun.minute > from && before.iter().any(here) && before.iter().all(planned) {
        incident.start = Some(begun.at);
    }
}

/// "Outage begins", "Start of the outage".
fn begins_outage(event: &Event) -> bool {
    let words: Vec<String> = words::words(&event.text).map(|(word, _)| word).collect();
    let outage = |word: &String| matches!(word.as_str(), "outage" | "downtime" | "disruption");
    let begins = |word: &String| {
        word.starts_with("start")
            || matches!(word.as_str(), "begin" | "begins" | "began" | "beginning")
    };
    words.len() <= 6 && words.windows(2).any(|pair| outage(&pair[0]) && begins(&pair[1]))
        || words.len() <= 5 && words.first().is_some_and(begins) && words.last().is_some_and(outage)
}

fn is_other_day(incident: &Incident, day: Day) -> bool {
    let days = |event: &Event| Some((day.date - event.at.day?.date).num_days());
    let soon = |days: i64| (1..=SOON).contains(&days);
    let worked = |event: &Event| event.may_notice() || event.kind == Kind::Investigating;
    let earlier = |event: &Event| worked(event) && days(event).is_some_and(soon);
    let far = |event: &Event| days(event).is_some_and(|days| days < -SOON);
    let before = |event: &Event| days(event).is_some_and(|days| days > 0);
    let events = &incident.events;
    // A day long after all of them is a slip in the year or the month.
    let last = events.iter().filter_map(days).min();
    let written = last.is_some_and(soon) && events.iter().all(before);
    events.iter().any(earlier) || written || !events.is_empty() && events.iter().all(far)
}

fn is_too_late(incident: &Incident, start: Moment) -> bool {
    let clock = start.clock;
    let Some(start) = incident.minute_of(start) else {
        return false;
    };
    let before = |event: &Event| event.minute < start;
    let noticed = |event: &Event| event.surely_notices() && before(event);
    // The clock of an entry of another day, on a day that was only supposed.
    let moved =
        |event: &Event| event.at.clock == clock && (event.minute - start).abs() >= format::DAY;
    let here = |event: &Event| (event.minute - start).abs() < 1.0;
    let events = &incident.events;
    let doubled = events.iter().any(moved) && !events.iter().any(here);
    doubled || events.iter().any(noticed) || !events.is_empty() && events.iter().all(before)
}

/// True if the entries show the stated clock times unchanged, and none of them where the zones
/// would put it.
fn told_alike(
    entries: &[Entry],
    stated: (Option<NaiveTime>, Option<NaiveTime>),
    shift: i32,
) -> bool {
    let clocks: Vec<NaiveTime> =
        entries.iter().filter_map(|entry| entry.stamp.clock?.time()).collect();
    let moved =
        |time: NaiveTime| time.overflowing_add_signed(TimeDelta::minutes(i64::from(shift))).0;
    let stated: Vec<NaiveTime> = [stated.0, stated.1].into_iter().flatten().collect();
    let edge = |time: &NaiveTime| clocks.first() == Some(time) || clocks.last() == Some(time);
    let same = match stated.as_slice() {
        [] => false,
        [only] => edge(only),
        both => both.iter().all(|time| clocks.contains(time)),
    };
    same && !stated.iter().any(|time| clocks.contains(&moved(*time)))
}
/// "7:08 to 9:10 AM", "7:08pm until 9:10": AM or PM given once holds for both, unless time would
/// run backwards.
fn halves(
    from: Option<WrittenClock>,
    to: Option<WrittenClock>,
    twelve: bool,
) -> (Option<NaiveTime>, Option<NaiveTime>) {
    let said = |clock: WrittenClock| matches!(clock.half, Half::Am | Half::Pm);
    let open = |clock: WrittenClock| {
        clock.half == Half::Unsaid
            || (clock.half == Half::Whole && (1..=12).contains(&clock.hour) && twelve)
    };
    match (from, to) {
        (Some(first), Some(last)) if open(first) && said(last) => {
            let same = WrittenClock { half: last.half, ..first }.time();
            let literal = first.time();
            (if same <= last.time() || literal > last.time() { same } else { literal }, last.time())
        }
        (Some(first), Some(last)) if said(first) && open(last) => {
            let same = WrittenClock { half: first.half, ..last }.time();
            let later = WrittenClock { half: Half::Pm, ..last }.time();
            let chosen = if same >= first.time() {
                same
            } else if later >= first.time() {
                later
            } else {
                last.time()
            };
            (first.time(), chosen)
        }
        _ => (from.and_then(|clock| clock.time()), to.and_then(|clock| clock.time())),
    }
}
