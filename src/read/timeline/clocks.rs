//! Properties of the clock and of the order of entries that only the whole timeline reveals.

use crate::read::timeline::Entry;
use crate::time::spelling::{Half, WrittenClock};
use chrono::NaiveTime;

/// True if most steps go back in time: newest entry first.
pub(super) fn downwards(entries: &[Entry]) -> bool {
    let times: Vec<NaiveTime> = entries
        .iter()
        .filter(|entry| entry.stamp.day.is_none())
        .filter_map(|entry| entry.stamp.clock?.time())
        .collect();
    let back = times.windows(2).filter(|pair| pair[1] < pair[0]).count();
    times.len() > 3 && back * 10 > (times.len() - 1) * 7
}
/// True if the clocks below the first row run up to it and past it: that row is out of order, and
/// no midnight lies below it.
pub(super) fn first_apart(entries: &[Entry]) -> bool {
    let bare = entries.iter().skip(1).all(|entry| {
        entry.stamp.day.is_none()
            && entry.under.is_none()
            && entry.stamp.days_on.max(entry.days_on) == 0
    });
    let times: Vec<NaiveTime> =
        entries.iter().filter_map(|entry| entry.stamp.clock?.time()).collect();
    let (Some((first, rest)), true) = (times.split_first(), bare) else {
        return false;
    };
    rest.len() > 2
        && rest[0] < *first
        && rest.is_sorted()
        && rest.last().is_some_and(|last| last >= first)
}
/// Properties of the clock that the entries together reveal.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clocks {
    /// Some entries have AM or PM.
    pub(super) twelve: bool,
    /// No hour is above 12 or has a leading zero: it may be a 12-hour clock without AM and PM.
    pub(super) small: bool,
}
impl Clocks {
    pub(super) fn of(entries: &[Entry]) -> Clocks {
        let clocks = || entries.iter().filter_map(|entry| entry.stamp.clock);
        // Noon and midnight also occur on a 24-hour clock.
        let named = |clock: &WrittenClock| (clock.hour, clock.minute) == (12, 0);
        let twelve = clocks().any(|clock| clock.has_half() && !named(&clock))
            || (clocks().any(|clock| clock.has_half())
                && !clocks().any(|clock| clock.is_whole_day()));
        let small = clocks().all(|clock| {
            clock.half == Half::Unsaid || (clock.half == Half::Whole && clock.hour == 0)
        });
        Clocks { twelve, small }
    }
}
