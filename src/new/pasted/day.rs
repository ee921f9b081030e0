//! Lines that name a day for the lines below them: `Tuesday, March 4th`,
//! `--- Day changed Tue Mar 04 2025`.

use super::leading;
use crate::time::date::{self, WrittenDay};
use crate::time::scan::Scan;

/// The day that a line names, and whether the line says more than that.
pub(super) fn day(line: &str) -> Option<(WrittenDay, bool)> {
    let bare = line.trim_matches(|c: char| !c.is_alphanumeric());
    if let Some((day, end)) = date::at(bare, 0)
        && end == bare.len()
    {
        // The year may still follow after a weekday.
        return Some((day, day.weekday.is_some() && day.year.is_none()));
    }
    // Programs mark their own remarks with a rule.
    let ruled = ["---", "===", "***"]
        .iter()
        .any(|rule| line.trim_start_matches(leading::is_mark).starts_with(rule));
    ruled.then(|| remarked(bare)).flatten().map(|day| (day, true))
}

/// A day after a few words: "Day changed Tue Mar 04 2025", "Log opened Tue Mar 04 13:58:01 2025".
fn remarked(text: &str) -> Option<WrittenDay> {
    let words = text.match_indices(' ').map(|(at, _)| at + 1).take(3);
    words.into_iter().find_map(|at| {
        if let Some(stamp) = leading::plain(text, at) {
            return stamp.day;
        }
        let (day, end) = date::at(text, at)?;
        Scan::new(text, end).done().then_some(day)
    })
}
