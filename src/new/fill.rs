//! Puts a timeline in place of the form's blank entries.

use super::bullet::{bullet, day_written};
use super::order::DatedEntry;
use crate::source::{Source, Span};

/// A blank entry of the form.
const BLANK: &str = "- HH:MM -";

/// The line of the summary that gives the times.
const TIMES: &str = "- **Duration:**";

/// Puts a timeline in place of the form's blank lines, and the day and zone shared by all entries
/// in the summary.
pub(super) fn fill(form: &str, source: &Source, moments: &[DatedEntry], left: &[Span]) -> String {
    let (day, zone) = (day_of_all(moments), zone_of_all(moments));
    let mut timeline: Vec<String> = kept(source, left).into_iter().collect();
    let line = |told: &DatedEntry| bullet(told, day.is_none(), zone.is_none());
    timeline.extend(moments.iter().map(line));
    let lines: Vec<&str> = form.lines().collect();
    let last = lines.iter().rposition(|line| *line == BLANK);
    let mut out: Vec<String> = Vec::new();
    for (index, line) in lines.into_iter().enumerate() {
        if line != BLANK {
            out.push(line.to_string());
        }
        if line == TIMES {
            out.extend(day.iter().map(|day| format!("- **Date:** {day}")));
            out.extend(zone.iter().map(|zone| format!("- **Time zone:** {zone}")));
        }
        if Some(index) == last {
            out.push(String::new());
            out.append(&mut timeline);
        }
    }
    out.join("\n") + "\n"
}

/// The day of all entries, if they share one.
fn day_of_all(moments: &[DatedEntry]) -> Option<String> {
    let first = moments.first()?.at.day?;
    moments.iter().all(|told| told.at.day == Some(first)).then(|| day_written(first))
}

/// The zone that every entry names, if they agree.
fn zone_of_all(moments: &[DatedEntry]) -> Option<String> {
    let first = moments.first()?.zone.as_ref()?;
    moments.iter().all(|told| told.zone.as_ref() == Some(first)).then(|| first.clone())
}

/// A comment that preserves the lines without a time.
fn kept(source: &Source, left: &[Span]) -> Option<String> {
    let lines: Vec<String> = left.iter().map(|span| in_comment(source.slice(*span))).collect();
    (!lines.is_empty()).then(|| {
        format!("<!-- These lines of the paste carry no time:\n{}\n-->\n", lines.join("\n"))
    })
}

/// Escapes a line so that it cannot end the comment around it.
fn in_comment(line: &str) -> String {
    line.trim_end().replace("-->", "-- >").replace("--!>", "-- !>")
}
