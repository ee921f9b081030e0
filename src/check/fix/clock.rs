//! A time of day as `HH:MM`.

use crate::read::Clock;
use crate::time::format;
use chrono::{NaiveTime, Timelike};

/// A better spelling of a clock; `None` if it is fine as it is, or cannot be judged.
pub(super) fn better(written: &str, clock: &Clock, time: NaiveTime) -> Option<String> {
    let same = (time.hour() % 12, time.minute(), time.second())
        == (clock.hour, clock.minute, clock.second);
    let lower = written.to_ascii_lowercase();
    // "noon" is the author's choice of word, and 24:00 also says which day it is.
    let kept = lower.starts_with("24") || lower.contains("noon") || lower.contains("midnight");
    if !same || kept || is_finer(written) {
        return None;
    }
    let seconds = written.matches(':').count() == 2;
    let better = if seconds { time.format("%H:%M:%S").to_string() } else { format::clock(time) };
    (better != written).then_some(better)
}

/// True for a fraction of a second, or a leap second: more precise than `HH:MM`.
fn is_finer(written: &str) -> bool {
    let Some(seconds) = written.splitn(3, ':').nth(2) else {
        return false;
    };
    seconds.starts_with("60")
        || seconds.get(2..).is_some_and(|rest| {
            rest.starts_with(['.', ',']) && rest[1..].starts_with(|c: char| c.is_ascii_digit())
        })
}
