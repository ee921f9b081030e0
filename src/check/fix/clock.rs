//! A time of day as `HH:MM`.

use crate::read::Clock;
use crate::time::format;
use chrono::{NaiveTime, Timelike};

/// A better way to write a clock; `None` when it is well written, or when that is not known.
pub(super) fn better(written: &str, clock: &Clock, time: NaiveTime) -> Option<String> {
    let same = (time.hour() % 12, time.minute(), time.second())
        == (clock.hour, clock.minute, clock.second);
    let lower = written.to_ascii_lowercase();
    // "noon" is a word of the author's, and 24:00 says on which day it is.
    let kept = lower.starts_with("24") || lower.contains("noon") || lower.contains("midnight");
    if !same || kept || is_finer(written) {
        return None;
    }
    let seconds = written.matches(':').count() == 2;
    let better = if seconds {
        time.format("%H:%M:%S").to_string()
    } else {
        format::clock(time)
    };
    (better != written).then_some(better)
}

/// A fraction of a second, or a leap second: more than can be written again.
fn is_finer(written: &str) -> bool {
    let Some(seconds) = written.splitn(3, ':').nth(2) else {
        return false;
    };
    seconds.starts_with("60")
        || seconds.get(2..).is_some_and(|rest| {
            rest.starts_with(['.', ',']) && rest[1..].starts_with(|c: char| c.is_ascii_digit())
        })
}
