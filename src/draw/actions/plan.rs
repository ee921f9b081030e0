//! What the picture of the measures is to show, before it is known where.

use super::days::{Calendar, Dates};
use crate::draw::description::counted;
use crate::incident::{Action, Category, Incident, Phase, Status, Subtask};
use crate::source::Span;
use crate::time::format;
use chrono::{Datelike, NaiveDate};

/// What to show.
pub(crate) struct Plan<'a> {
    pub(crate) subtitle: String,
    /// The improvements in general, where the report sets them apart.
    pub(crate) broad: Vec<&'a Action>,
    /// The measures by what they are for.
    pub(crate) groups: Vec<Group<'a>>,
    pub(crate) calendar: Option<Calendar>,
    /// Whether the report tells of any measure how far it has come, so that a box can be ticked or
    /// not.
    pub(crate) boxes: bool,
}

/// The measures for one thing.
pub(crate) struct Group<'a> {
    pub(crate) category: Category,
    pub(crate) items: Vec<Item<'a>>,
}

/// One measure.
pub(crate) struct Item<'a> {
    pub(crate) task: &'a str,
    /// Who, by when, how far.
    pub(crate) facts: String,
    pub(crate) parts: &'a [Subtask],
    pub(crate) done: bool,
    pub(crate) overdue: bool,
    /// Its bar on the calendar, in minutes.
    pub(crate) bar: Option<(f64, f64)>,
    pub(crate) span: Span,
}

/// The colours of a category are those of a phase.
pub(crate) fn colours(category: Category) -> Phase {
    match category {
        Category::Prevent => Phase::Detection,
        Category::Detect => Phase::Investigation,
        Category::Respond => Phase::Escalation,
        Category::Learn => Phase::Resolution,
    }
}

/// A category's name as pictures write it.
pub(crate) fn name(category: Category) -> &'static str {
    match category {
        Category::Prevent => "Prevent",
        Category::Detect => "Detect",
        Category::Respond => "Respond",
        Category::Learn => "Learn",
    }
}

impl<'a> Plan<'a> {
    /// What to show of an incident's measures.
    pub(crate) fn new(incident: &'a Incident, title: &str, today: Option<NaiveDate>) -> Plan<'a> {
        let (broad, tasks): (Vec<&Action>, Vec<&Action>) =
            incident.actions.iter().partition(|action| action.broad);
        let begun = day(incident);
        let calendar = Dates::of(&tasks, begun);
        let year = begun.map(|day| day.year());
        let item = |action: &'a Action| Item {
            task: &action.task,
            facts: facts(action, year, today),
            parts: &action.parts,
            done: action.status == Status::Done,
            overdue: is_overdue(action, today),
            bar: calendar.as_ref().and_then(|dates| dates.bar(action)),
            span: action.span,
        };
        let groups = Category::ALL.iter().map(|category| Group {
            category: *category,
            items: tasks
                .iter()
                .filter(|action| action.category == *category)
                .map(|action| item(action))
                .collect(),
        });
        Plan {
            subtitle: subtitle(incident, title, broad.len(), &tasks, today),
            groups: groups.filter(|group| !group.items.is_empty()).collect(),
            boxes: tasks.iter().any(|action| tells_status(action)),
            calendar: calendar.map(|dates| dates.calendar(today)),
            broad,
        }
    }
}

fn tells_status(action: &Action) -> bool {
    action.ticked.is_some()
        || action.status == Status::Done
        || action.state.is_some()
        || action.due.is_some()
        || action.parts.iter().any(|part| part.done.is_some())
}

/// Whether a measure is still open after its day.
pub(crate) fn is_overdue(action: &Action, today: Option<NaiveDate>) -> bool {
    action.status == Status::Open
        && action
            .due
            .zip(today)
            .is_some_and(|(due, today)| due < today)
}

/// The day of the incident, when its year is known.
fn day(incident: &Incident) -> Option<NaiveDate> {
    let stated = [
        incident.start,
        incident.events.first().map(|event| event.at),
    ];
    stated
        .into_iter()
        .flatten()
        .find_map(|at| at.day)
        .filter(|day| day.year_known)
        .map(|day| day.date)
}

/// "SRE · due 14 Nov · In progress · overdue".
fn facts(action: &Action, year: Option<i32>, today: Option<NaiveDate>) -> String {
    let short = |day: NaiveDate| {
        let short = format::short(day);
        if Some(day.year()) == year {
            short
        } else {
            format!("{short} {}", day.year())
        }
    };
    let due = action.due.map(short).or_else(|| action.due_words.clone());
    let told = [
        action.owner.clone(),
        due.map(|due| format!("due {due}")),
        action.state.clone(),
        action.done_on.map(|day| format!("done {}", short(day))),
        is_overdue(action, today).then(|| "overdue".to_string()),
    ];
    told.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The incident, how many measures there are, and how far they have come.
fn subtitle(
    incident: &Incident,
    title: &str,
    broad: usize,
    tasks: &[&Action],
    today: Option<NaiveDate>,
) -> String {
    let date = day(incident).map(format::long);
    // A title that tells the day need not be told it again.
    let date = date.filter(|_| !title.contains(|c: char| c.is_ascii_digit()));
    let of = [Some(title.to_string()), date]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ");
    let mut told = vec![of];
    if broad > 0 {
        told.push(counted(broad, "improvement"));
        told.push(counted(tasks.len(), "task"));
    } else {
        told.push(counted(tasks.len(), "action"));
    }
    told.extend(progress(tasks, today));
    told.join(" · ")
}

/// "3 done, 1 overdue", when there is any of it.
pub(crate) fn progress(tasks: &[&Action], today: Option<NaiveDate>) -> Option<String> {
    let done = tasks
        .iter()
        .filter(|action| action.status == Status::Done)
        .count();
    let late = tasks
        .iter()
        .filter(|action| is_overdue(action, today))
        .count();
    let told: Vec<String> = [(done, "done"), (late, "overdue")]
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, name)| format!("{count} {name}"))
        .collect();
    (!told.is_empty()).then(|| told.join(", "))
}
