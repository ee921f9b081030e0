//! The measures in words and groups, before it is known where they stand.

use super::aims::AimTrack;
use super::days::{Dates, DueCalendar};
use crate::draw::incident::gantt::words::plain;
use crate::draw::incident::plan::IncidentPlan;
use crate::draw::wrap::tied;
use crate::incident::{Action, Category, Day, Incident, Status, Subtask};
use crate::source::Span;
use crate::time::format;
use chrono::{Datelike, NaiveDate};

/// All that the picture shows.
pub(super) struct ActionPlan<'a> {
    /// The incident, and the day of it.
    pub(super) subject: String,
    pub(super) groups: Vec<ChartGroup<'a>>,
    pub(super) beside: Beside,
    /// True if a row names its kind itself, since its group does not.
    pub(super) tagged: bool,
    /// True if the report states the status of any measure.
    pub(super) boxes: bool,
    pub(super) counts: TaskCounts,
    /// The kinds that no measure is of, where one would have something to aim at.
    pub(super) missing: Vec<Category>,
}

/// The scale that the measures are laid against, if any.
pub(super) enum Beside {
    /// The course of the incident.
    Incident(AimTrack),
    /// The days by which they are due.
    Days(DueCalendar),
    Nothing,
}

/// The measures under one name.
pub(super) struct ChartGroup<'a> {
    /// None where the author put them under none.
    pub(super) name: Option<String>,
    /// The purpose of all of them, where the groups are by purpose.
    pub(super) category: Option<Category>,
    pub(super) rows: Vec<ActionRow<'a>>,
    /// The number of further ones that have no room, and of those among them that are done.
    pub(super) more: usize,
    pub(super) more_done: usize,
}

/// One measure.
pub(super) struct ActionRow<'a> {
    /// The bold words that it begins with.
    pub(super) lead: Option<&'a str>,
    /// The rest of the task.
    pub(super) text: String,
    pub(super) owner: Option<&'a str>,
    /// By when, or when it was done, in a few letters.
    pub(super) due: Option<String>,
    /// Its progress, where its mark does not show that.
    pub(super) state: Option<&'a str>,
    pub(super) parts: &'a [Subtask],
    pub(super) category: Option<Category>,
    pub(super) done: bool,
    pub(super) overdue: bool,
    /// Its bar on the calendar, in minutes.
    pub(super) bar: Option<(f64, f64)>,
    pub(super) span: Span,
}

/// The number of measures, and of those that are done, overdue, owned and dated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TaskCounts {
    pub(super) all: usize,
    pub(super) done: usize,
    pub(super) overdue: usize,
    pub(super) owned: usize,
    pub(super) dated: usize,
}

/// A category's name as pictures write it.
pub(super) fn name(category: Category) -> &'static str {
    match category {
        Category::Prevent => "Prevent",
        Category::Detect => "Detect",
        Category::Respond => "Respond",
        Category::Learn => "Learn",
    }
}

impl<'a> ActionPlan<'a> {
    /// The measures of an incident, under its title or another.
    pub(super) fn new(
        incident: &'a Incident,
        title: Option<&str>,
        today: Option<NaiveDate>,
    ) -> ActionPlan<'a> {
        let course = IncidentPlan::new(incident, title, None);
        let begun = day(&course);
        let all: Vec<&Action> = incident.actions.iter().collect();
        let dates = Dates::of(&all, begun.map(|day| day.date));
        let year = begun.map(|day| day.date.year());
        let rows = || {
            incident
                .actions
                .iter()
                .map(|action| row(action, year, today, dates.as_ref()))
        };
        let track = AimTrack::of(&course);
        let missing = missing(&all, track.as_ref());
        let own = author_groups(&all);
        let tagged = dates.is_some() || !own.is_empty();
        let groups = match (&dates, own.is_empty()) {
            (Some(_), _) => vec![by_day(rows().collect())],
            (None, false) => under(&all, &own, rows().collect()),
            (None, true) => by_category(rows().collect(), &missing),
        };
        let beside = match (dates, track) {
            (Some(dates), _) => Beside::Days(dates.calendar(today)),
            (None, Some(track)) => Beside::Incident(track),
            (None, None) => Beside::Nothing,
        };
        ActionPlan {
            subject: subject(&course, begun),
            groups,
            tagged: tagged && !matches!(beside, Beside::Nothing),
            beside,
            boxes: all.iter().any(|action| tells_status(action)),
            counts: TaskCounts::of(&all, today),
            missing,
        }
    }

    /// The same with at most this many measures, a share from each group; open ones come first.
    pub(super) fn cut(mut self, most: usize) -> ActionPlan<'a> {
        let all = self.rows().count().max(1);
        for group in &mut self.groups {
            let keep = (group.rows.len() * most / all).max(1);
            let mut order: Vec<usize> = (0..group.rows.len()).collect();
            order.sort_by_key(|at| (group.rows[*at].done, *at));
            order.truncate(keep);
            let mut at = 0..;
            group.more = group.rows.len() - order.len();
            let done = |group: &ChartGroup<'_>| group.rows.iter().filter(|row| row.done).count();
            group.more_done = done(group);
            group
                .rows
                .retain(|_| at.next().is_some_and(|at| order.contains(&at)));
            group.more_done -= done(group);
        }
        self
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = &ActionRow<'a>> {
        self.groups.iter().flat_map(|group| &group.rows)
    }
}

impl TaskCounts {
    pub(super) fn of(all: &[&Action], today: Option<NaiveDate>) -> TaskCounts {
        let count = |is: &dyn Fn(&Action) -> bool| all.iter().filter(|action| is(action)).count();
        TaskCounts {
            all: all.len(),
            done: count(&|action| action.status == Status::Done),
            overdue: count(&|action| is_overdue(action, today)),
            owned: count(&|action| action.owner.is_some()),
            dated: count(&|action| {
                action.due.is_some() || action.due_words.is_some() || action.done_on.is_some()
            }),
        }
    }
}

/// True if a measure is still open after its day.
pub(super) fn is_overdue(action: &Action, today: Option<NaiveDate>) -> bool {
    action.status == Status::Open
        && action
            .due
            .zip(today)
            .is_some_and(|(due, today)| due < today)
}

fn tells_status(action: &Action) -> bool {
    action.ticked.is_some()
        || action.status == Status::Done
        || action.state.is_some()
        || action.due.is_some()
        || action.parts.iter().any(|part| part.done.is_some())
}

/// The day on which the incident began, when its year is known: entries may go before it.
fn day(course: &IncidentPlan<'_>) -> Option<Day> {
    let stated = course.incident.start.and_then(|start| start.day);
    let drawn = || course.reckoning.day_at(course.outage.as_ref()?.from);
    let first = || course.incident.events.iter().find_map(|event| event.at.day);
    let day = stated.or_else(drawn).or_else(first);
    day.filter(|day| day.year_known)
}

/// The headline of what happened, with its day where that is not said.
fn subject(course: &IncidentPlan<'_>, begun: Option<Day>) -> String {
    let dated = |day: &Day| course.headline.contains(&day.date.year().to_string());
    let told = match begun.filter(|day| !dated(day)) {
        Some(day) => format!("{}, {}", course.headline, day.long().replace(' ', "\u{a0}")),
        None => course.headline.clone(),
    };
    tied(&told)
}

fn row<'a>(
    action: &'a Action,
    year: Option<i32>,
    today: Option<NaiveDate>,
    dates: Option<&Dates>,
) -> ActionRow<'a> {
    let short = |day: NaiveDate| match Some(day.year()) == year {
        true => format::short(day),
        false => format!("{} {}", format::short(day), day.year()),
    };
    let due = action.due.map(short).or_else(|| action.due_words.clone());
    let done_on = action.done_on.map(|day| format!("done {}", short(day)));
    let lead = action.lead.as_deref();
    let rest = lead.and_then(|lead| action.task.strip_prefix(lead));
    let ornament = |c: char| c.is_whitespace() || matches!(c, ':' | '.' | '-' | '–' | '—');
    ActionRow {
        lead,
        text: readable(rest.map_or(action.task.as_str(), |rest| {
            rest.trim_start_matches(ornament)
        })),
        owner: action.owner.as_deref(),
        due: done_on.or(due),
        state: action.state.as_deref().filter(|state| !is_plain(state)),
        parts: &action.parts,
        category: action.category,
        done: action.status == Status::Done,
        overdue: is_overdue(action, today),
        bar: dates.and_then(|dates| dates.bar(action)),
        span: action.span,
    }
}

/// Without addresses, unless there is nothing else.
fn readable(task: &str) -> String {
    let bare = plain(task);
    match bare.is_empty() {
        true => task.trim().to_string(),
        false => bare,
    }
}

/// A state that the mark before the measure already shows.
fn is_plain(state: &str) -> bool {
    let state = state.trim().to_lowercase();
    [
        "open", "done", "to do", "todo", "complete", "completed", "closed", "not started",
    ]
    .contains(&state.as_str())
}

/// In groups larger than this on average the author's names mean something.
const LEAST_SHARED: f64 = 1.4;

/// The names under which the author put the measures, in their order; none where they say nothing
/// of how the measures belong together.
fn author_groups(all: &[&Action]) -> Vec<Option<String>> {
    let mut names: Vec<Option<String>> = Vec::new();
    for action in all {
        if !names.contains(&action.group) {
            names.push(action.group.clone());
        }
    }
    let parted = all.iter().any(|action| action.broad);
    let named = names.iter().flatten().count();
    let shared = all.len() as f64 >= LEAST_SHARED * names.len() as f64;
    match parted || named >= 2 && shared {
        true => names,
        false => Vec::new(),
    }
}

fn under<'a>(
    all: &[&Action],
    names: &[Option<String>],
    rows: Vec<ActionRow<'a>>,
) -> Vec<ChartGroup<'a>> {
    let broad = |name: &Option<String>| {
        all.iter()
            .any(|action| action.broad && action.group == *name)
    };
    let mut groups: Vec<ChartGroup<'a>> = names
        .iter()
        .map(|name| ChartGroup {
            name: name
                .clone()
                .or_else(|| broad(name).then(|| "To improve in general".to_string())),
            category: None,
            rows: Vec::new(),
            more: 0,
            more_done: 0,
        })
        .collect();
    for (action, row) in all.iter().zip(rows) {
        let at = names.iter().position(|name| *name == action.group);
        if let Some(group) = at.and_then(|at| groups.get_mut(at)) {
            group.rows.push(row);
        }
    }
    groups
}

/// By what they are for, and last those that do not say so; what no measure is for has an empty
/// group where that would be a hole in the incident's course.
fn by_category<'a>(rows: Vec<ActionRow<'a>>, missing: &[Category]) -> Vec<ChartGroup<'a>> {
    let named = rows.iter().any(|row| row.category.is_some());
    let kinds = Category::ALL.iter().copied().map(Some);
    let mut groups: Vec<ChartGroup<'a>> = kinds
        .chain([None])
        .map(|category| ChartGroup {
            name: named.then(|| category.map_or("Other", name).to_string()),
            category,
            rows: Vec::new(),
            more: 0,
            more_done: 0,
        })
        .collect();
    for row in rows {
        let own = groups
            .iter_mut()
            .find(|group| group.category == row.category);
        if let Some(group) = own {
            group.rows.push(row);
        }
    }
    groups.retain(|group| {
        let missed = group.category.is_some_and(|own| missing.contains(&own));
        !group.rows.is_empty() || missed
    });
    groups
}

/// In the order of their days; what has none comes last.
fn by_day(mut rows: Vec<ActionRow<'_>>) -> ChartGroup<'_> {
    let end = |row: &ActionRow<'_>| row.bar.map_or(f64::INFINITY, |(_, end)| end);
    rows.sort_by(|one, two| end(one).total_cmp(&end(two)));
    ChartGroup {
        name: None,
        category: None,
        rows,
        more: 0,
        more_done: 0,
    }
}

/// A plan of fewer measures has no holes.
const LEAST_PLAN: usize = 2;

/// The kinds that no measure is of; where one does not say its kind, it may be of any.
fn missing(all: &[&Action], track: Option<&AimTrack>) -> Vec<Category> {
    let Some(track) = track.filter(|_| all.len() >= LEAST_PLAN) else {
        return Vec::new();
    };
    if all.iter().any(|action| action.category.is_none()) {
        return Vec::new();
    }
    let none = |category: &Category| all.iter().all(|action| action.category != Some(*category));
    Category::ALL
        .into_iter()
        .filter(none)
        .filter(|category| track.aim(*category).hole)
        .collect()
}
