//! Rows that lie far from all others: they are told at the edge of the axis, which does not reach
//! them.

use super::groups::GroupRow;
use crate::incident::Day;

/// A place beyond the ends of the axis.
#[derive(Clone)]
pub(super) enum Aside {
    Before(String),
    After(String),
}

/// An entry a day and three times the whole away is written at the edge of the axis.
const AWAY: f64 = 1440.0;
const FAR: f64 = 3.0;

/// Takes rows far from all others off the axis.
pub(super) fn set_aside(rows: &mut [GroupRow], outage: Option<(f64, f64)>) {
    let far = |gap: f64, rest: f64| gap > AWAY.max(FAR * rest);
    let minute = |at: usize| rows[at].row.from;
    let end = |to: usize| {
        rows[..to]
            .iter()
            .fold(0.0, |last: f64, row| last.max(row.row.until.unwrap_or(row.row.from)))
    };
    // A day without a clock has no place on an axis of clocks.
    let clocks = rows.iter().any(|row| row.row.timed);
    let placed = |row: &GroupRow| row.row.timed || !clocks;
    let most = rows.iter().rposition(placed).map_or(0, |last| last + 1);
    let least = rows.iter().position(placed).unwrap_or(0);
    let (mut from, mut to) = (least, most);
    while to - from > 3 && far(minute(to - 1) - end(to - 1), end(to - 1) - minute(from)) {
        to -= 1;
    }
    while to - from > 3 && far(minute(from + 1) - minute(from), end(to) - minute(from + 1)) {
        from += 1;
    }
    // What the outage reaches belongs to it.
    if outage.is_some_and(|(start, _)| from > least && start < rows[from].row.from) {
        from = least;
    }
    if outage.is_some_and(|(_, stop)| to < most && stop > end(to)) {
        to = most;
    }
    if to <= from {
        return;
    }
    let (first, last) = (rows[from].row.clone(), rows[to - 1].row.clone());
    let ended = end(to);
    for (at, row) in rows.iter_mut().enumerate() {
        if at < from {
            let away = apart(row.row.day.zip(first.day), first.from - row.row.from);
            row.aside = Some(Aside::Before(match away {
                0 => "earlier that day".into(),
                away => format!("{} before", days(away)),
            }));
        } else if at >= to {
            let away = apart(last.day.zip(row.row.day), row.row.from - ended);
            row.aside = Some(Aside::After(match away {
                0 => "later that day".into(),
                away => format!("{} later", days(away)),
            }));
        }
    }
}

/// The number of days on the calendar between two rows, or as many as the minutes make.
fn apart(days: Option<(Day, Day)>, minutes: f64) -> i64 {
    match days {
        Some((early, late)) => (late.date - early.date).num_days().abs(),
        None => (minutes / AWAY).round() as i64,
    }
}

fn days(count: i64) -> String {
    match count {
        1 => "1 day".into(),
        count => format!("{count} days"),
    }
}
