//! The action items of many reports: what was promised, by whom, until when, and what is overdue.

use super::LeftOut;
use super::csv::{cell, line as csv_line};
use super::record::{PlainBytes, TextMark, Twin, began, plain};
use crate::diagnostic::printable;
use crate::edit::escape::{markdown, url};
use crate::incident::{Action, Category, Nature, Status};
use crate::read::Report;
use crate::source::Source;
use crate::words::counted;
use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use std::fmt::Write;

/// An action item of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FollowUp {
    /// The file of the report.
    pub file: String,
    /// The line on which the item stands.
    pub line: usize,
    /// The title of the report.
    pub report: Option<String>,
    /// The day of the incident.
    #[serde(serialize_with = "written")]
    pub date: Option<NaiveDate>,
    /// The task.
    pub task: String,
    /// Its purpose.
    pub category: Category,
    /// True where the task says that plainly, false for a guess.
    pub certain: bool,
    /// Open or done.
    pub status: Status,
    /// True if the report tells that; else it is open as far as is known.
    pub status_told: bool,
    /// Its progress, ticket and the like, as written.
    pub state: Option<String>,
    /// Who does it, as written.
    pub owner: Option<String>,
    /// By when.
    #[serde(serialize_with = "written")]
    pub due: Option<NaiveDate>,
    /// By when, as written, when that is no day.
    pub due_words: Option<String>,
    /// When it was done.
    #[serde(serialize_with = "written")]
    pub done_on: Option<NaiveDate>,
    /// True when it is not done though its day is past; `None` where no day was given to tell from.
    pub overdue: Option<bool>,
}

fn written<S: Serializer>(day: &Option<NaiveDate>, serializer: S) -> Result<S::Ok, S::Error> {
    day.map(|day| day.to_string()).serialize(serializer)
}

/// The action items of one report.
#[derive(Debug, Clone)]
pub struct ReportActions {
    /// The file.
    pub file: String,
    /// The items, in the order of the report.
    pub items: Vec<FollowUp>,
    mark: TextMark,
}

impl Twin for ReportActions {
    fn twin(&self) -> (&str, TextMark) {
        (&self.file, self.mark)
    }
}

/// The action items of a report, without the humour that `spice` put into it; else what its text is
/// instead.
pub fn follow_ups(
    file: &str,
    bytes: &[u8],
    today: Option<NaiveDate>,
) -> Result<ReportActions, Nature> {
    let PlainBytes { bytes, mark } = plain(bytes);
    let report = Report::of(&Source::from_bytes(file, &bytes).value);
    if report.incident.nature != Nature::Postmortem {
        return Err(report.incident.nature);
    }
    let items = report.incident.actions.iter();
    Ok(ReportActions {
        items: items.map(|action| item(file, &report, action, today)).collect(),
        file: file.to_string(),
        mark,
    })
}

fn item(file: &str, report: &Report, action: &Action, today: Option<NaiveDate>) -> FollowUp {
    let incident = &report.incident;
    let late = |today: NaiveDate| {
        action.status == Status::Open && action.due.is_some_and(|due| due < today)
    };
    FollowUp {
        file: file.to_string(),
        line: report.source().line_of(action.span.start),
        report: incident.title.clone(),
        date: began(incident).filter(|day| day.year_known).map(|day| day.date),
        task: action.task.trim().to_string(),
        category: action.category.unwrap_or(action.leaning),
        certain: action.category.is_some(),
        status: action.status,
        status_told: action.status_told,
        // A state that only says what the tick says.
        state: action.state.clone().filter(|state| {
            let plain = ["open", "done"];
            !plain.iter().any(|word| state.eq_ignore_ascii_case(word))
        }),
        owner: action.owner.clone(),
        due: action.due,
        due_words: action.due_words.clone(),
        done_on: action.done_on,
        overdue: today.map(late),
    }
}

/// Which action items are asked for.
#[derive(Debug, Clone, Default)]
pub struct FollowUpFilter {
    /// Only those that are not done.
    pub open: bool,
    /// Only those that are overdue.
    pub overdue: bool,
    /// Only those of owners whose name holds this, in any case.
    pub owner: Option<String>,
}

impl FollowUpFilter {
    /// True for an item that is asked for.
    pub fn takes(&self, item: &FollowUp) -> bool {
        let owner = self.owner.as_ref().is_none_or(|wanted| {
            let own = item.owner.as_deref().unwrap_or_default();
            own.to_lowercase().contains(&wanted.to_lowercase())
        });
        owner
            && (!self.open || item.status == Status::Open)
            && (!self.overdue || item.overdue == Some(true))
    }
}

/// Sorts by due day, open items before those that are done; what has no day comes behind.
pub fn by_due_day(items: &mut [FollowUp]) {
    items.sort_by_key(|item| {
        let done = item.status == Status::Done;
        (done, item.due.is_none(), item.due)
    });
}

/// Action items as JSON.
#[derive(Debug, Serialize)]
pub struct FollowUps<'a> {
    schema: u32,
    #[serde(serialize_with = "written")]
    today: Option<NaiveDate>,
    counts: FollowUpCounts,
    actions: &'a [FollowUp],
    unreadable: &'a [LeftOut],
}

/// The number of action items.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct FollowUpCounts {
    /// All that are listed.
    pub all: usize,
    /// Those that are not known to be done.
    pub open: usize,
    /// Those of them whose state the report does not tell.
    pub untold: usize,
    /// Those that are done.
    pub done: usize,
    /// Those that are overdue; `None` where no day was given to tell from.
    pub overdue: Option<usize>,
}

/// The number of of these.
fn counts(items: &[FollowUp], today: Option<NaiveDate>) -> FollowUpCounts {
    let count = |is: fn(&FollowUp) -> bool| items.iter().filter(|item| is(item)).count();
    FollowUpCounts {
        all: items.len(),
        open: count(|item| item.status == Status::Open),
        untold: count(|item| item.status == Status::Open && !item.status_told),
        done: count(|item| item.status == Status::Done),
        overdue: today.map(|_| count(|item| item.overdue == Some(true))),
    }
}

/// These action items as JSON.
pub fn follow_ups_json<'a>(
    actions: &'a [FollowUp],
    today: Option<NaiveDate>,
    unreadable: &'a [LeftOut],
) -> FollowUps<'a> {
    FollowUps { schema: super::SCHEMA, today, counts: counts(actions, today), actions, unreadable }
}

const HEAD: [&str; 12] = [
    "file", "line", "report", "date", "task", "category", "status", "state", "owner", "due",
    "done_on", "overdue",
];

/// A row for the names of the columns, and one for each item.
pub fn follow_ups_csv(items: &[FollowUp]) -> String {
    let mut out = csv_line(HEAD.map(str::to_string));
    for item in items {
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let text = |text: &Option<String>| cell(text.as_deref().unwrap_or_default());
        let due = match item.due {
            Some(due) => due.to_string(),
            None => text(&item.due_words),
        };
        out.push_str(&csv_line([
            cell(&item.file),
            item.line.to_string(),
            text(&item.report),
            day(item.date),
            cell(&item.task),
            item.category.name().to_string(),
            item.status.name().to_string(),
            text(&item.state),
            text(&item.owner),
            due,
            day(item.done_on),
            item.overdue.map(|late| late.to_string()).unwrap_or_default(),
        ]));
    }
    out
}

/// A list to tick off, by report, for an issue or a wiki.
pub fn follow_ups_markdown(items: &[FollowUp]) -> String {
    let mut out = String::new();
    let mut files: Vec<&str> = Vec::new();
    for item in items {
        if !files.contains(&item.file.as_str()) {
            files.push(&item.file);
        }
    }
    for file in files {
        let own: Vec<&FollowUp> = items.iter().filter(|item| item.file == file).collect();
        let title = own[0].report.as_deref().unwrap_or(file);
        let gap = if out.is_empty() { "" } else { "\n" };
        let address = url(&file.replace('\\', "/"));
        let _ = writeln!(out, "{gap}### [{}]({address})\n", markdown(title));
        for item in own {
            let tick = if item.status == Status::Done { "x" } else { " " };
            let aside = aside(item);
            let aside = match aside.is_empty() {
                true => String::new(),
                false => format!(
                    " ({})",
                    aside.iter().map(|part| markdown(part)).collect::<Vec<_>>().join(", ")
                ),
            };
            let late = if item.overdue == Some(true) { " **overdue**" } else { "" };
            let _ = writeln!(out, "- [{tick}] {}{aside}{late}", markdown(&item.task));
        }
    }
    out
}

/// Owner, day and state.
fn aside(item: &FollowUp) -> Vec<String> {
    let due = item.due.map(|due| format!("due {due}"));
    let done = item.done_on.map(|day| format!("done {day}"));
    let parts = [item.owner.clone(), due.or(item.due_words.clone()), done.or(item.state.clone())];
    parts.into_iter().flatten().collect()
}

/// The items as a person reads them, so many columns wide.
pub fn follow_ups_table(
    items: &[FollowUp],
    today: Option<NaiveDate>,
    left_out: &[LeftOut],
    width: usize,
) -> String {
    let mut out = String::new();
    if !items.is_empty() {
        rows(&mut out, items, width);
        out.push('\n');
    }
    let FollowUpCounts { all, open, untold, done, overdue } = counts(items, today);
    let all = counted(all, "action item");
    let late = overdue.map(|late| format!(", {late} overdue")).unwrap_or_default();
    let unknown = match untold {
        0 => String::new(),
        untold => format!(", {untold} not told"),
    };
    let _ = writeln!(out, "{all}: {} open, {done} done{unknown}{late}", open - untold);
    if !left_out.is_empty() {
        let _ = writeln!(out, "\nLeft out ({})", left_out.len());
        for left in left_out {
            let _ = writeln!(out, "  {}: {}", printable(&left.file), printable(&left.reason));
        }
    }
    out
}

/// The narrowest room for a task.
const TASK: usize = 40;

fn rows(out: &mut String, items: &[FollowUp], width: usize) {
    let mut rows = vec![["Due", "State", "Owner", "Action item", "Where"].map(str::to_string)];
    rows.extend(items.iter().map(|item| {
        let state = match (item.overdue, item.status) {
            (Some(true), _) => "overdue",
            (_, Status::Done) => "done",
            (_, Status::Open) if item.status_told => "open",
            (_, Status::Open) => "-",
        };
        let due = item.due.map(|due| due.to_string()).or(item.due_words.clone());
        let or_dash = |text: Option<String>| printable(text.as_deref().unwrap_or("-"));
        [
            or_dash(due),
            state.to_string(),
            or_dash(item.owner.clone()),
            printable(&item.task),
            printable(&format!("{}:{}", item.file, item.line)),
        ]
    }));
    super::table::columns(out, &rows, 3, TASK, width);
}
