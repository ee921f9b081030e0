//! Many incidents as a person reads them: a line each, then what they have in common.

use super::LeftOut;
use super::group::{GroupBy, IncidentGroup, groups};
use super::record::Record;
use super::summary::{Summary, summary};
use crate::diagnostic::printable;
use crate::facts::JsonNumber;
use crate::incident::Day;
use crate::read::By;
use crate::time::spoken;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The incidents by their days, the sums, those of each group where that is asked for, and what was
/// left out, so many columns wide.
pub fn table(
    records: &[Record],
    left_out: &[LeftOut],
    by: Option<GroupBy>,
    width: usize,
) -> String {
    let summary = summary(records);
    let mut out = String::new();
    incidents(&mut out, records, width);
    metrics(&mut out, &summary);
    shares(&mut out, &summary);
    match by {
        Some(GroupBy::Month) | None => months(&mut out, &summary),
        Some(by) => grouped(&mut out, &groups(records, by), by),
    }
    if !left_out.is_empty() {
        section(&mut out, &format!("Left out ({})", left_out.len()));
        left_out.iter().for_each(|left| {
            line(&mut out, &format!("  {}: {}", printable(&left.file), printable(&left.reason)))
        });
    }
    out
}

fn line(out: &mut String, text: &str) {
    out.push_str(text.trim_end());
    out.push('\n');
}

fn section(out: &mut String, name: &str) {
    out.push('\n');
    line(out, name);
}

/// Stands for a value that the report does not give.
const UNTOLD: &str = "-";

/// The narrowest room for a title.
const NARROWEST: usize = 16;

fn incidents(out: &mut String, records: &[Record], width: usize) {
    let mut sorted: Vec<&Record> = records.iter().collect();
    // The known days in their order, then what has no year, then what has no day; of equals as they
    // were found.
    sorted.sort_by_key(|record| {
        record.day.map_or((2, None), |day| (u8::from(!day.year_known), Some(day.date)))
    });
    let mut rows = vec![
        ["Day", "Incident", "Acknowledge", "Resolve", "Cause", "Noticed by"].map(str::to_string),
    ];
    rows.extend(sorted.into_iter().map(row));
    let fixed = [0, 2, 3, 4, 5].map(|column| widest(&rows, column));
    let room =
        width.saturating_sub(fixed.iter().sum::<usize>() + 10).max(NARROWEST).min(widest(&rows, 1));
    let [day, acknowledge, resolve, cause, _] = fixed;
    for [at, title, to_acknowledge, to_resolve, about, by] in &rows {
        let title = padded(&cut(title, room), room);
        let (at, about) = (padded(at, day), padded(about, cause));
        line(
            out,
            &format!(
                "{at}  {title}  {to_acknowledge:>acknowledge$}  {to_resolve:>resolve$}  {about}  \
                    {by}"
            ),
        );
    }
}

fn row(record: &Record) -> [String; 6] {
    let length = |minutes: Option<JsonNumber>| {
        minutes.map_or(UNTOLD.to_string(), |minutes| spoken(minutes.value()))
    };
    [
        record.day.map_or(UNTOLD.to_string(), told),
        printable(
            record
                .title
                .as_deref()
                .unwrap_or_else(|| record.file.rsplit(['/', '\\']).next().unwrap_or_default()),
        ),
        length(record.minutes.acknowledge),
        length(record.minutes.resolve),
        record.cause.clone().unwrap_or(UNTOLD.to_string()),
        record.noticed.map_or(UNTOLD, By::name).to_string(),
    ]
}

fn told(day: Day) -> String {
    if day.year_known { day.date.to_string() } else { day.date.format("????-%m-%d").to_string() }
}

fn widest(rows: &[[String; 6]], column: usize) -> usize {
    rows.iter().map(|row| row[column].width()).max().unwrap_or(0)
}

fn padded(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(text.width())))
}

/// A text cut to so many columns.
fn cut(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_string();
    }
    let mut used = 1;
    let kept = text.chars().take_while(|c| {
        used += c.width().unwrap_or(0);
        used <= columns
    });
    format!("{}…", kept.collect::<String>().trim_end())
}

fn metrics(out: &mut String, summary: &Summary) {
    section(out, "Time                n          mean        median           p90");
    for (name, spread) in summary.metrics.iter() {
        let length = |minutes: Option<JsonNumber>| {
            minutes.map_or(UNTOLD.to_string(), |minutes| spoken(minutes.value()))
        };
        let [mean, median, p90] = [spread.mean, spread.median, spread.p90].map(length);
        line(
            out,
            &format!(
                "  {:14} {:>4}  {mean:>12}  {median:>12}  {p90:>12}",
                format!("to {name}"),
                spread.count
            ),
        );
    }
}

fn shares(out: &mut String, summary: &Summary) {
    let share = |name: &str, incidents: usize, percent: JsonNumber| {
        format!("  {name:14} {incidents:>4}  {:>3} %", percent.value().round())
    };
    section(out, "Cause");
    for cause in &summary.causes {
        line(
            out,
            &share(cause.cause.as_deref().unwrap_or("not told"), cause.incidents, cause.percent),
        );
    }
    section(out, "Noticed by");
    for way in &summary.noticed {
        line(out, &share(way.by.map_or("not told", By::name), way.incidents, way.percent));
    }
    if summary.actions.count > 0 {
        section(
            out,
            &format!("Measures: {}, {} of them done", summary.actions.count, summary.actions.done),
        );
    }
}

/// A line for each group.
fn grouped(out: &mut String, groups: &[IncidentGroup], by: GroupBy) {
    let name = by.name();
    let head = format!("{}{}", name[..1].to_uppercase(), &name[1..]);
    let mut rows = vec![
        [&head, "Incidents", "Detect", "Acknowledge", "Resolve (median)", "Actions done"]
            .map(str::to_string),
    ];
    for group in groups {
        let length = |minutes: Option<JsonNumber>| {
            minutes.map_or(UNTOLD.to_string(), |minutes| spoken(minutes.value()))
        };
        let name = group.name.as_deref().unwrap_or("not told");
        rows.push([
            cut(&printable(name), GROUP),
            group.incidents.to_string(),
            length(group.detect),
            length(group.acknowledge),
            length(group.resolve),
            format!("{} of {}", group.actions_done, group.actions),
        ]);
    }
    out.push('\n');
    columns(out, &rows, 0, NARROWEST, GROUP * 4);
}

/// The most columns for the name of a group.
const GROUP: usize = 40;

/// Rows under their heads, one of the columns as wide as the others leave room for, and not less
/// than so much.
pub(super) fn columns<const N: usize>(
    out: &mut String,
    rows: &[[String; N]],
    flexible: usize,
    least: usize,
    width: usize,
) {
    const GAP: usize = 2;
    let widest = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
    let mut widths: [usize; N] = std::array::from_fn(widest);
    let fixed: usize = widths.iter().sum::<usize>() - widths[flexible] + GAP * (N - 1);
    let room = width.saturating_sub(fixed).max(least);
    widths[flexible] = widths[flexible].min(room);
    for row in rows {
        let cells = row.iter().zip(widths).map(|(text, width)| padded(&cut(text, width), width));
        line(out, &cells.collect::<Vec<_>>().join("  "));
    }
}

fn months(out: &mut String, summary: &Summary) {
    if summary.months.is_empty() {
        return;
    }
    section(out, "Month    incidents  acknowledge (median)  resolve (median)");
    for month in &summary.months {
        let length = |minutes: Option<JsonNumber>| {
            minutes.map_or(UNTOLD.to_string(), |minutes| spoken(minutes.value()))
        };
        let (acknowledge, resolve) = (length(month.acknowledge), length(month.resolve));
        line(
            out,
            &format!("{}  {:>9}  {acknowledge:>20}  {resolve:>16}", month.month, month.incidents),
        );
    }
    if summary.undated > 0 {
        line(out, &format!("no date  {:>9}", summary.undated));
    }
}
