//! The time that false leads and failed fixes took, from the guess to its end.

use super::groups::GroupRow;
use super::signs::MarkLabel;
use crate::time::format::spoken;

/// Time that was lost on something that led nowhere.
#[derive(Clone)]
pub(super) struct Detour {
    pub(super) from: f64,
    pub(super) to: f64,
    pub(super) words: String,
}
/// The time from a guess to its refutation, shown below the row that refutes it.
pub(super) fn find_detours(rows: &mut [GroupRow], whole: Option<f64>) {
    let failed = |row: &GroupRow| row.sign.is_some_and(MarkLabel::failed);
    let mut at = 0;
    while at < rows.len() {
        if !failed(&rows[at]) {
            at += 1;
            continue;
        }
        let guessed = at > 0 && rows[at - 1].sign == Some(MarkLabel::Guess);
        let mut last = at;
        while last + 1 < rows.len() && failed(&rows[last + 1]) {
            last += 1;
        }
        // Without the guess nobody can say when it began.
        if guessed {
            rows[last].detour = detour(rows, (at - 1, at, last), whole);
        }
        at = last + 1;
    }
}
fn detour(
    rows: &[GroupRow],
    (first, failed, last): (usize, usize, usize),
    whole: Option<f64>,
) -> Option<Detour> {
    let from = rows[first].row.from;
    let to = rows[last].row.until.unwrap_or(rows[last].row.from);
    let length = to - from;
    if length <= 0.0 || rows[last].aside.is_some() || rows[first].aside.is_some() {
        return None;
    }
    let on = match (&rows[failed..=last], rows[failed].sign) {
        ([_], Some(MarkLabel::FixFailed)) => "on a fix that failed".to_string(),
        ([_], _) => "on a false lead".to_string(),
        (several, Some(MarkLabel::FixFailed)) => format!("on {} fixes that failed", several.len()),
        (several, _) => format!("on {} false leads", several.len()),
    };
    let words = match whole.filter(|whole| length < *whole) {
        Some(whole) => format!("{} of {} {on}", spoken(length), spoken(whole)),
        None => format!("{} {on}", spoken(length)),
    };
    Some(Detour { from, to, words })
}
