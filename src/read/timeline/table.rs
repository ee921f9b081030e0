//! Reads a table row as an entry: the time in any column, the date in another, the text in the
//! rest.

use crate::document::line::DocumentLine;
use crate::time::clock::Stamp;
use crate::time::scan::Scan;
use crate::time::zone::{self, ZoneName};
use crate::time::{date, leading};
use crate::words::{begins_with_any, holds_any};
use std::ops::Range;

/// The meaning of a table's columns, from its header.
#[derive(Debug, Clone, Default)]
pub(crate) struct TableColumns {
    /// From a header such as `Date (2022)`.
    pub(crate) year: Option<i32>,
    /// From a header such as `Time (PST)`.
    pub(crate) zone: Option<ZoneName>,
    /// The text column, if one is called "Event" or the like.
    text: Option<usize>,
    /// Columns about something else: who, duration, links.
    aside: Vec<usize>,
    /// Columns of times.
    times: Vec<usize>,
    /// Columns of times that repeat those of the column before in another zone.
    again: Vec<usize>,
    /// Columns of due dates.
    due: Vec<usize>,
}

/// Names of a column or a label that holds an entry's text.
const TEXT_NAMES: [&str; 11] = [
    "event", "description", "what", "action", "detail", "note", "activity", "comment", "summary",
    "update", "message",
];

/// True if a lower-case name is one for the text of an entry.
pub(crate) fn names_text(name: &str) -> bool {
    holds_any(name, &TEXT_NAMES)
}

/// Reads a header row.
pub(crate) fn columns(line: &DocumentLine) -> TableColumns {
    let mut columns = TableColumns::default();
    for (index, cell) in line.cells.iter().enumerate() {
        let name = line.text[cell.clone()].to_lowercase();
        let is = |words: &[&str]| holds_any(&name, words);
        if is(&["due", "deadline", "target", "eta", "planned"]) {
            columns.due.push(index);
        } else if is(&["time", "date", "when", "clock", "utc", "gmt"]) && !is(&["update"]) {
            let again = is(&["local"]) || zone::announced(&line.text[cell.clone()]).is_some();
            let ends = is(&["end", "until", "finish", "stop"]);
            if again && !ends && columns.zone.is_some() {
                columns.again.push(index);
            }
            columns.times.push(index);
            columns.year = columns.year.or_else(|| year_in(&name));
            if columns.zone.is_none() {
                columns.zone = zone::announced(&line.text[cell.clone()]).map(|zone| ZoneName {
                    start: zone.start + cell.start,
                    end: zone.end + cell.start,
                    ..zone
                });
            }
        } else if names_text(&name) {
            columns.text = columns.text.or(Some(index));
        } else if is(&[
            "duration", "elapsed", "link", "reference", "source", "who", "owner", "actor", "by",
            "status", "phase", "day", "#", "channel", "severity",
        ]) {
            columns.aside.push(index);
        }
    }
    columns
}

fn year_in(name: &str) -> Option<i32> {
    name.split(|c: char| !c.is_ascii_digit())
        .filter(|part| part.len() == 4)
        .filter_map(|part| part.parse().ok())
        .find(|year| (1990..2100).contains(year))
}

/// The time of a row and the range of its text.
pub(crate) struct TableRow {
    pub(crate) stamp: Stamp,
    pub(crate) text: Option<Range<usize>>,
}

/// Reads a row; `None` if no cell is a time.
pub(crate) fn read(
    line: &DocumentLine,
    columns: &TableColumns,
    in_timeline: bool,
) -> Option<TableRow> {
    let mut stamp: Option<Stamp> = None;
    let mut texts: Vec<(usize, Range<usize>)> = Vec::new();
    for (index, cell) in line.cells.iter().enumerate() {
        let text = &line.text[cell.clone()];
        if text.trim().is_empty() {
            continue;
        }
        // A due date, or a date beside the name of a figure, is not an event.
        let first =
            line.cells[..index].iter().all(|cell| line.text[cell.clone()].trim().is_empty());
        if columns.due.contains(&index) || !(first || in_timeline || columns.times.contains(&index))
        {
            texts.push((index, cell.clone()));
            continue;
        }
        match whole_cell(text).filter(|_| columns.text != Some(index)) {
            // The duration of a step, in a column of its own.
            Some(found) if columns.aside.contains(&index) && found.day.is_none() => {}
            // The same moment in another zone.
            Some(_) if columns.again.contains(&index) && stamp.is_some() => {}
            Some(found) => {
                let found = found.moved(cell.start);
                stamp = Some(match stamp {
                    None => found,
                    Some(first) => merged(first, found),
                });
            }
            None => {
                // "2031-05-06 07:08 The door was locked" in a single cell.
                if stamp.is_none()
                    && line.cells.len() <= 2
                    && let Some((found, rest)) = leading::leading(text)
                {
                    stamp = Some(found.moved(cell.start));
                    texts.push((index, cell.start + rest..cell.end));
                    continue;
                }
                texts.push((index, cell.clone()));
            }
        }
    }
    let stamp = stamp?;
    if texts.iter().any(|(_, cell)| is_sum(&line.text[cell.clone()])) && stamp.day.is_none() {
        return None;
    }
    let told = columns.text.and_then(|wanted| texts.iter().find(|(index, _)| *index == wanted));
    let chosen = told.cloned().or_else(|| {
        let plain: Vec<_> = texts
            .iter()
            .filter(|(index, cell)| {
                !columns.aside.contains(index) && !is_weekday(&line.text[cell.clone()])
            })
            .cloned()
            .collect();
        plain.into_iter().max_by_key(|(_, cell)| cell.len())
    });
    Some(TableRow { stamp, text: chosen.map(|(_, range)| range) })
}

/// True for the name of a length or a sum, whose figure only looks like a time of day.
fn is_sum(text: &str) -> bool {
    let name = text.trim().to_lowercase();
    name.split_whitespace().count() <= 5
        && begins_with_any(
            &name,
            &["total", "sum", "duration", "downtime", "time to ", "mttr", "mttd", "elapsed"],
        )
}

/// The time in a cell that contains nothing else.
fn whole_cell(text: &str) -> Option<Stamp> {
    let (stamp, rest) = leading::leading(text)?;
    let left = &text[rest.min(text.len())..];
    (left.trim_matches(|c: char| !c.is_alphanumeric()).is_empty()
        || left.trim_start().starts_with('(')
        || zone::at(left.trim(), 0).is_some_and(|zone| zone.end == left.trim().len()))
    .then_some(stamp)
}

fn is_weekday(text: &str) -> bool {
    let mut scan = Scan::new(text.trim(), 0);
    date::weekday(&mut scan).is_some() && scan.done()
}

/// A date from one cell and a clock from another.
fn merged(first: Stamp, second: Stamp) -> Stamp {
    if first.clock.is_some() && second.clock.is_some() && first.until.is_none() {
        // Two clocks: a "from" and a "to" column.
        return Stamp { until: Some(Box::new(second)), ..first };
    }
    Stamp {
        day: first.day.or(second.day),
        clock: first.clock.or(second.clock),
        spelled: first.spelled.or(second.spelled),
        zone: first.zone.or(second.zone),
        until: first.until.or(second.until),
        relative: first.relative.or(second.relative),
        days_on: first.days_on.max(second.days_on),
        start: first.start.min(second.start),
        end: first.end.max(second.end),
    }
}
