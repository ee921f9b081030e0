//! The incidents for a spreadsheet: RFC 4180, a row each.

use super::record::Record;
use crate::facts::JsonNumber;

const HEAD: [&str; 14] = [
    "file", "title", "date", "detect_minutes", "acknowledge_minutes", "escalate_minutes",
    "mitigate_minutes", "resolve_minutes", "cause", "noticed", "actions", "actions_done",
    "severity", "service",
];

/// A row for the names of the columns, and one for each incident; a cell is empty where a report
/// does not tell.
pub fn csv(records: &[Record]) -> String {
    let mut out = line(HEAD.map(str::to_string));
    for record in records {
        let minutes = &record.minutes;
        let text = |text: Option<&str>| cell(text.unwrap_or_default());
        out.push_str(&line([
            text(Some(&record.file)),
            text(record.title.as_deref()),
            record
                .day
                .filter(|day| day.year_known)
                .map(|day| day.date.to_string())
                .unwrap_or_default(),
            number(minutes.detect),
            number(minutes.acknowledge),
            number(minutes.escalate),
            number(minutes.mitigate),
            number(minutes.resolve),
            text(record.cause.as_deref()),
            text(record.noticed.map(|by| by.name())),
            record.actions.count.to_string(),
            record.actions.done.to_string(),
            text(record.severity.as_deref()),
            text(record.service.as_deref()),
        ]));
    }
    out
}

/// A line of cells.
pub(super) fn line<const N: usize>(cells: [String; N]) -> String {
    cells.join(",") + "\r\n"
}

fn number(number: Option<JsonNumber>) -> String {
    match number {
        None => String::new(),
        Some(JsonNumber::Whole(value)) => value.to_string(),
        Some(JsonNumber::Part(value)) => value.to_string(),
    }
}

/// A text that a spreadsheet takes for a text: one that looks like a formula is not reckoned.
pub(super) fn cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = format!("{}{text}", if formula { "'" } else { "" });
    if text.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}
