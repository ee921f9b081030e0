//! The measures in words and groups, before it is known where they stand.

use super::aims::AimTrack;
use super::days::{Dates, DueCalendar};
use super::groups::{ChartGroup, author_groups, by_category, by_day, under};
use super::untold;
use crate::draw::incident::gantt::words::{plain, unstopped};
use crate::draw::incident::plan::IncidentPlan;
use crate::draw::wrap::tied;
use crate::incident::{Action, Category, Day, Incident, Status, Subtask};
use crate::source::Span;
use crate::time::format;
use crate::words::{self, begins_with_any};
use chrono::{Datelike, NaiveDate};

/// All that the picture shows.
pub(super) struct ActionPlan<'a> {
    /// The incident, and the day of it.
    pub(super) subject: String,
    pub(super) groups: Vec<ChartGroup<'a>>,
    pub(super) beside: Beside,
    /// True if the groups are the author's own.
    pub(super) grouped: bool,
    /// True if a row names its kind itself, since its group does not.
    pub(super) tagged: bool,
    /// True if the report states the status of any measure.
    pub(super) boxes: bool,
    pub(super) counts: TaskCounts,
    /// That no measure names an owner or a day, as far as that is certain.
    pub(super) untold: Option<&'static str>,
    /// The kinds that there are, with the number of measures of each.
    pub(super) kinds: Vec<(Category, usize)>,
    /// The kinds that no measure is of, as far as that is certain.
    pub(super) absent: Vec<Category>,
    /// Those of them that would have something to aim at.
    pub(super) missing: Vec<Category>,
    /// On a calendar, the kind that nearly all of them are of.
    pub(super) mostly: Option<Category>,
    /// The last day by which any is due, if each that is open has one.
    pub(super) last_due: Option<String>,
}

/// The scale that the measures are laid against, if any.
pub(super) enum Beside {
    /// The course of the incident.
    Incident(AimTrack),
    /// The days by which they are due.
    Days(DueCalendar),
    Nothing,
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
    /// True if it is done, false if the report says that it is open.
    pub(super) done: Option<bool>,
    pub(super) overdue: bool,
    /// Its bar on the calendar, in minutes.
    pub(super) bar: Option<(f64, f64)>,
    pub(super) span: Span,
}

/// The number of measures, and of those that are done, open and overdue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TaskCounts {
    pub(super) all: usize,
    pub(super) done: usize,
    /// Those that the report says are open.
    pub(super) open: usize,
    pub(super) overdue: usize,
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
        let rows =
            || incident.actions.iter().map(|action| row(action, year, today, dates.as_ref()));
        let track = AimTrack::of(&course);
        let kinds = kinds(&all);
        let absent = absent(&all);
        let hole = |kind: &Category| track.as_ref().is_some_and(|track| track.aim(*kind).hole);
        let missing: Vec<Category> = absent.iter().copied().filter(hole).collect();
        let own = author_groups(&all);
        let tagged = dates.is_some() || !own.is_empty();
        let groups = match (&dates, own.is_empty()) {
            (Some(_), _) => vec![by_day(rows().collect())],
            (None, false) => under(&all, &own, rows().collect()),
            (None, true) => by_category(rows().collect(), &missing),
        };
        let on_days = dates.is_some();
        let beside = match (dates, track) {
            (Some(dates), _) => Beside::Days(dates.calendar(today)),
            // Where no kind is told nothing lies under the incident.
            (None, Some(track)) if !kinds.is_empty() => Beside::Incident(track),
            (None, _) => Beside::Nothing,
        };
        ActionPlan {
            subject: subject(&course, begun),
            groups,
            grouped: !on_days && !own.is_empty(),
            tagged: tagged && !matches!(beside, Beside::Nothing),
            beside,
            boxes: all.iter().any(|action| tells_status(action)),
            counts: TaskCounts::of(&all, today),
            untold: untold::untold(&all),
            mostly: mostly(&kinds, all.len()).filter(|_| on_days),
            last_due: last_due(&all).map(|day| short(day, year)),
            kinds,
            absent,
            missing,
        }
    }

    /// The number of measures of a kind.
    pub(super) fn count(&self, category: Category) -> usize {
        let own = self.kinds.iter().find(|(kind, _)| *kind == category);
        own.map_or(0, |(_, count)| *count)
    }

    /// The same with at most this many measures, a share from each group; open ones come first.
    pub(super) fn cut(mut self, most: usize) -> ActionPlan<'a> {
        let all = self.rows().count().max(1);
        for group in &mut self.groups {
            let keep = (group.rows.len() * most / all).max(1);
            let mut order: Vec<usize> = (0..group.rows.len()).collect();
            order.sort_by_key(|at| (group.rows[*at].is_done(), *at));
            order.truncate(keep);
            let mut at = 0..;
            group.more = group.rows.len() - order.len();
            let done =
                |group: &ChartGroup<'_>| group.rows.iter().filter(|row| row.is_done()).count();
            group.more_done = done(group);
            group.rows.retain(|_| at.next().is_some_and(|at| order.contains(&at)));
            group.more_done -= done(group);
        }
        self
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = &ActionRow<'a>> {
        self.groups.iter().flat_map(|group| &group.rows)
    }
}

impl ActionRow<'_> {
    pub(super) fn is_done(&self) -> bool {
        self.done == Some(true)
    }
}

impl TaskCounts {
    pub(super) fn of(all: &[&Action], today: Option<NaiveDate>) -> TaskCounts {
        let count = |is: &dyn Fn(&Action) -> bool| all.iter().filter(|action| is(action)).count();
        TaskCounts {
            all: all.len(),
            done: count(&|action| action.status == Status::Done),
            open: count(&|action| action.status == Status::Open && action.status_told),
            overdue: count(&|action| is_overdue(action, today)),
        }
    }
}

/// True if a measure is still open after its day.
pub(super) fn is_overdue(action: &Action, today: Option<NaiveDate>) -> bool {
    action.status == Status::Open && action.due.zip(today).is_some_and(|(due, today)| due < today)
}

/// True if the report says in so many words how far a measure is: that it will be done does not.
fn tells_status(action: &Action) -> bool {
    action.ticked.is_some()
        || action.status == Status::Done
        || action.status_told && action.state.is_some()
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
    let dated = |day: &Day| course.headline.line().contains(&day.date.year().to_string());
    let told = match begun.filter(|day| !dated(day)) {
        Some(day) => format!("{}, {}", course.headline.line(), day.long().replace(' ', "\u{a0}")),
        None => course.headline.line(),
    };
    tied(&told)
}

/// A day in a few letters, with its year if that is not the incident's.
fn short(day: NaiveDate, year: Option<i32>) -> String {
    match Some(day.year()) == year {
        true => format::short(day),
        false => format!("{} {}", format::short(day), day.year()),
    }
}

/// Before the day on which a measure was done.
pub(super) const DONE: &str = "done ";

fn row<'a>(
    action: &'a Action,
    year: Option<i32>,
    today: Option<NaiveDate>,
    dates: Option<&Dates>,
) -> ActionRow<'a> {
    let due = action.due.map(|day| short(day, year));
    let due = due.or_else(|| action.due_words.clone());
    let done_on = action.done_on.map(|day| format!("{DONE}{}", short(day, year)));
    let lead = action.lead.as_deref();
    let rest = lead.and_then(|lead| action.task.strip_prefix(lead));
    let ornament = |c: char| c.is_whitespace() || matches!(c, ':' | '.' | '-' | '–' | '—');
    ActionRow {
        lead,
        text: readable(unstopped(
            rest.map_or(action.task.as_str(), |rest| rest.trim_start_matches(ornament)),
        )),
        owner: action.owner.as_deref(),
        due: done_on.or(due),
        state: action.state.as_deref().filter(|state| !is_plain(state)),
        parts: &action.parts,
        category: action.category,
        done: action.status_told.then_some(action.status == Status::Done),
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
    ["open", "done", "to do", "todo", "complete", "completed", "closed", "not started"]
        .contains(&state.as_str())
}

/// A plan of fewer measures has no holes.
const LEAST_PLAN: usize = 2;

/// Beginnings of words that touch on a kind. A measure that holds one may be for that, too,
/// whatever else it is for.
const TOUCHES: [(Category, &[&str]); 4] = [
    (Category::Prevent, &["avoid", "fix", "limit", "prevent", "redundan", "test", "valid"]),
    (
        Category::Detect,
        &[
            "alarm", "alert", "detect", "log", "metric", "monitor", "notic", "notif", "observ",
            "track", "uptime", "visib", "warn",
        ],
    ),
    (
        Category::Respond,
        &[
            "backup", "communicat", "contact", "disabl", "disaster", "emergenc", "escalat", "call",
            "expedit", "failover", "handl", "inform", "mitigat", "oncall", "playbook", "recover",
            "resol", "respon", "restart", "restor", "revert", "roll", "runbook", "troubleshoot",
        ],
    ),
    (Category::Learn, &["document", "educat", "guide", "learn", "lesson", "share", "train"]),
];

/// The kinds that no measure is of. Of none it is said that it is absent if the kind of any measure
/// is not certain, or a part might be of another; nor of one on which a measure touches.
fn absent(all: &[&Action]) -> Vec<Category> {
    let certain = |action: &&Action| action.category.is_some() && action.parts.is_empty();
    if all.len() < LEAST_PLAN || !all.iter().all(certain) {
        return Vec::new();
    }
    let touched = |action: &Action, beginnings: &[&str]| {
        let begins = |word: &str| begins_with_any(word, beginnings);
        words::words(&action.text).any(|(word, _)| word.split('-').any(begins))
    };
    TOUCHES
        .iter()
        .filter(|(kind, beginnings)| {
            let near =
                |action: &&Action| action.category == Some(*kind) || touched(action, beginnings);
            !all.iter().any(near)
        })
        .map(|(kind, _)| *kind)
        .collect()
}

fn kinds(all: &[&Action]) -> Vec<(Category, usize)> {
    let count = |category: Category| {
        let of = |action: &&&Action| action.category == Some(category);
        (category, all.iter().filter(of).count())
    };
    let kinds = Category::ALL.into_iter().map(count);
    kinds.filter(|(_, count)| *count > 0).collect()
}

/// So many measures may be of another kind than nearly all, and no more than each of so many.
const MOST_OTHERS: usize = 2;
const OF_SO_MANY: usize = 3;

fn mostly(kinds: &[(Category, usize)], all: usize) -> Option<Category> {
    let (category, count) = kinds.iter().max_by_key(|(_, count)| *count)?;
    let others = all - count;
    (others <= MOST_OTHERS && others * OF_SO_MANY <= all).then_some(*category)
}

fn last_due(all: &[&Action]) -> Option<NaiveDate> {
    let mut open = all.iter().filter(|action| action.status == Status::Open);
    open.try_fold(None, |last: Option<NaiveDate>, action| Some(last.max(Some(action.due?))))?
}
