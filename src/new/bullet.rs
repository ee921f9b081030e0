//! Writes an entry as a line of a timeline.

use super::order::DatedEntry;
use crate::edit::escape;
use crate::incident::{Day, Moment};
use crate::time::{format, leading};
use chrono::NaiveTime;

/// `- 14:02 - ana: rolling back`, with its day and its zone if the report does not give them once
/// for all entries.
pub(super) fn bullet(told: &DatedEntry, dated: bool, zoned: bool) -> String {
    let day = told
        .at
        .day
        .filter(|_| dated)
        .map(|day| format!("{} ", day_written(day)))
        .unwrap_or_default();
    let from = told.at.clock.map(|clock| precise(clock, &told.fraction)).unwrap_or_default();
    let to = told
        .until
        .and_then(|until| until.clock)
        .map(|clock| format!(" - {}", format::clock(clock)))
        .unwrap_or_default();
    let zone =
        told.zone.as_ref().filter(|_| zoned).map(|zone| format!(" {zone}")).unwrap_or_default();
    let time = format!("{day}{from}{to}{zone}");
    let text = said(told);
    if text.is_empty() {
        return format!("- {time}");
    }
    // With a text that begins with a time, "14:02 - 14:05 …" would be a range.
    let marks = [" - ", ": "].map(|mark| format!("{time}{mark}{text}"));
    let [dash, colon] = marks;
    if !reads(&dash, told) && reads(&colon, told) {
        format!("- {colon}")
    } else {
        format!("- {dash}")
    }
}

/// A day, with its year if that is known.
pub(super) fn day_written(day: Day) -> String {
    if day.year_known { day.date.to_string() } else { format::without_year(day.date) }
}

fn precise(clock: NaiveTime, fraction: &str) -> String {
    if fraction.is_empty() {
        format::clock(clock)
    } else {
        format!("{}.{fraction}", clock.format("%H:%M:%S"))
    }
}

/// True if reading the line gives the same time.
fn reads(line: &str, told: &DatedEntry) -> bool {
    let clock = |moment: Option<Moment>| moment.and_then(|moment| moment.clock);
    leading::leading(line).is_some_and(|(stamp, _)| {
        let until =
            stamp.until.as_ref().and_then(|until| until.clock).and_then(|clock| clock.time());
        stamp.clock.and_then(|clock| clock.time()) == told.at.clock && until == clock(told.until)
    })
}

/// Speaker and message on one line, as Markdown that reads the same.
fn said(told: &DatedEntry) -> String {
    let text = escape::flat(&told.said.join(" "));
    let words = text.split(' ').map(word).collect::<Vec<_>>().join(" ");
    match &told.who {
        Some(who) if words.is_empty() => escape::markdown(who),
        Some(who) => format!("{}: {words}", escape::markdown(who)),
        None => words,
    }
}

/// Leaves URLs alone: a backslash would become part of one.
fn word(word: &str) -> String {
    let escaped = escape::markdown(word);
    if word.contains("://") { escaped.replace("\\_", "_").replace("\\~", "~") } else { escaped }
}
