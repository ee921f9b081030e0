//! An incident as its report describes it: the types that everything later is built on.

use crate::named::named;
use crate::source::Span;
use chrono::{NaiveDate, NaiveTime, Timelike};
use serde::Serialize;

/// An incident as its report tells it. What the report does not tell is `None` or empty.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Incident {
    /// A postmortem, or what the text seems to be instead.
    pub nature: Nature,
    /// The title, without "Postmortem:" and the like.
    pub title: Option<String>,
    /// Where that title comes from.
    pub title_from: Option<TitleFrom>,
    /// The zone in which the clock runs.
    pub zone: Option<Zone>,
    /// When the outage began, as stated outside the timeline.
    pub start: Option<Moment>,
    /// When it ended, as stated outside the timeline.
    pub end: Option<Moment>,
    /// Its length: as stated, otherwise from start to end.
    pub minutes: Option<f64>,
    /// The lengths that the report states in words.
    pub stated: StatedLengths,
    /// Whether the times contradict each other, so that no length may be worked out from them.
    pub times_disagree: bool,
    /// How many percent of the users (or requests) were affected.
    pub affected_percent: Option<f64>,
    /// Of whom or what that share is: "of customers".
    pub affected_whom: Option<String>,
    /// Its effect on them, in a sentence of the report.
    pub impact: Option<String>,
    /// The root cause, in a sentence.
    pub root_cause: Option<String>,
    /// The timeline's entries with a time, in the order of the report.
    pub events: Vec<Event>,
    /// The timeline's entries without one.
    pub notes: Vec<Note>,
    /// The corrective and preventative measures.
    pub actions: Vec<Action>,
}

impl Incident {
    /// The minute of a moment on the axis of the events, when a clock ties the two together.
    pub fn minute_of(&self, moment: Moment) -> Option<f64> {
        let timed = |event: &&Event| event.at.clock.is_some();
        let anchor = self.events.iter().find(timed)?;
        Some(moment.minutes_since(&anchor.at)? + anchor.minute)
    }
}

/// Where a title comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TitleFrom {
    /// It stands in the report, as a heading or in the place of one.
    Heading,
    /// The report has none: it is made of the summary's subject and the length.
    Summary,
}

/// Lengths in minutes that a report states in words, as in "time to detection: 30 minutes".
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct StatedLengths {
    /// Until it was noticed.
    pub detect: Option<f64>,
    /// Until somebody answered.
    pub acknowledge: Option<f64>,
    /// Until the harm was lessened.
    pub mitigate: Option<f64>,
    /// Until it was over.
    pub resolve: Option<f64>,
}

/// What a text is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Nature {
    /// It tells of an incident.
    #[default]
    Postmortem,
    /// There is no text.
    Empty,
    /// Next to nothing but a link to somewhere else.
    Link,
    /// The text of an assignment: what a postmortem must contain.
    Assignment,
    /// Advice on postmortems in general.
    Advice,
    /// The sections of a report with next to nothing in them.
    Unfilled,
    /// A text, but nothing in it tells of an incident.
    Other,
}

impl Nature {
    /// The kind, in a few words.
    pub fn in_words(self) -> &'static str {
        match self {
            Nature::Postmortem => "the account of an incident",
            Nature::Empty => "an empty file",
            Nature::Link => "little more than a link to somewhere else",
            Nature::Assignment => "the text of an assignment: what a postmortem must contain",
            Nature::Advice => "advice on postmortems in general",
            Nature::Unfilled => "a skeleton that waits to be filled in",
            Nature::Other => "a text in which nothing breaks",
        }
    }
}

/// A day and a time, each as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The day; its year may be unknown.
    pub day: Option<Day>,
    /// The time of day.
    pub clock: Option<NaiveTime>,
    /// Minutes east of UTC.
    pub offset: Option<i32>,
}

/// A day of a year that may be unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// The day; with [`Day::year_known`] false, in a year put there for reckoning only.
    pub date: NaiveDate,
    /// The report states the year.
    pub year_known: bool,
}

impl Moment {
    /// RFC 3339 as far as it is known: with the offset when there is one, only the time without a
    /// day, only the date without a time; `None` when there is nothing to write.
    pub fn written(&self) -> Option<String> {
        let clock = self.clock.map(|clock| clock.format("%H:%M:%S").to_string());
        let date = self
            .day
            .filter(|day| day.year_known)
            .map(|day| day.date.format("%Y-%m-%d").to_string());
        match (date, clock) {
            (Some(date), Some(clock)) => Some(format!(
                "{date}T{clock}{}",
                self.offset.map(offset_written).unwrap_or_default()
            )),
            (date, clock) => date.or(clock),
        }
    }

    /// Minutes from `earlier` to this, when both have a time and either both or neither has a day.
    pub fn minutes_since(&self, earlier: &Moment) -> Option<f64> {
        let (from, to) = (earlier.clock?, self.clock?);
        let days = match (earlier.day, self.day) {
            (Some(from), Some(to)) => (to.date - from.date).num_days(),
            (None, None) => 0,
            _ => return None,
        };
        let zones = match (earlier.offset, self.offset) {
            (Some(from), Some(to)) => from - to,
            _ => 0,
        };
        let seconds =
            f64::from(to.num_seconds_from_midnight()) - f64::from(from.num_seconds_from_midnight());
        Some(days as f64 * 1440.0 + seconds / 60.0 + f64::from(zones))
    }
}

/// `+02:00` for 120.
pub fn offset_written(minutes: i32) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

/// A time zone as the report names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    /// As written: "PST", "West African Time", "GMT+1".
    pub label: String,
    /// Minutes east of UTC, when the name settles it.
    pub offset: Option<i32>,
    /// The place where the report names it.
    pub span: Span,
}

/// One entry of the timeline that carries a time.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// The whole entry.
    pub span: Span,
    /// When.
    pub at: Moment,
    /// The end, when the entry gives a range.
    pub until: Option<Moment>,
    /// Minutes since the first event, on the one axis that all events share.
    pub minute: f64,
    /// The entry as a reader sees it, without the time.
    pub text: String,
    /// Which part of the story it belongs to.
    pub phase: Phase,
    /// The kind of event.
    pub kind: Kind,
    /// Whether phase and kind stand on plain words of the report, so that they may be asserted.
    pub certain: bool,
    /// The words that decided phase and kind; `None` when its place among the others did.
    pub because: Option<Span>,
    /// The nearest heading above it that names no time.
    pub heading: Option<Span>,
}

impl Event {
    /// Its kind where that is certain, else [`Kind::Other`]: nothing may be said on a guess.
    pub fn certain_kind(&self) -> Kind {
        if self.certain { self.kind } else { Kind::Other }
    }
}

/// A timeline entry without a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The whole entry.
    pub span: Span,
    /// The note as a reader sees it.
    pub text: String,
}

named! {
    /// The four parts of the story.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Phase {
        /// Everything up to noticing, confirming and acknowledging, the trigger included.
        Detection = "detection",
        /// The search, false leads included.
        Investigation = "investigation",
        /// Handing over and calling in.
        Escalation = "escalation",
        /// The fix that worked, verification and what follows.
        Resolution = "resolution",
    }
}

named! {
    /// What kind of thing an event is.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Kind {
        /// What set it off, or the fault itself.
        Trigger = "trigger",
        /// Somebody or something noticed.
        Detected = "detected",
        /// The alert was verified or the incident declared.
        Confirmed = "confirmed",
        /// The search.
        Investigating = "investigating",
        /// A suspicion.
        Hypothesis = "hypothesis",
        /// A suspicion, a check or a fix that led nowhere.
        DeadEnd = "dead_end",
        /// Handed over, or somebody called in.
        Escalated = "escalated",
        /// Users or the public were told.
        Communicated = "communicated",
        /// The cause came to light.
        CauseFound = "cause_found",
        /// Work on the fix that worked.
        Fixing = "fixing",
        /// The harm was stopped or lessened.
        Mitigated = "mitigated",
        /// It was over.
        Resolved = "resolved",
        /// What came after.
        FollowUp = "follow_up",
        /// Anything else.
        Other = "other",
    }
}

/// One corrective or preventative measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// The whole measure.
    pub span: Span,
    /// The whole item as a reader sees it, with owner, due date and state.
    pub text: String,
    /// The task alone.
    pub task: String,
    /// Its purpose.
    pub category: Category,
    /// Open or done.
    pub status: Status,
    /// Its tick box, where the report has one.
    pub ticked: Option<bool>,
    /// Its progress, ticket and the like, as written.
    pub state: Option<String>,
    /// Who does it, as written.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// By when, as written, when that is no day: "next sprint".
    pub due_words: Option<String>,
    /// When it was done.
    pub done_on: Option<NaiveDate>,
    /// A general improvement rather than a task, where the report keeps the two apart.
    pub broad: bool,
    /// Its subtasks.
    pub parts: Vec<Subtask>,
}

/// A part of a measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subtask {
    /// The task.
    pub text: String,
    /// Its tick box, where the report has one.
    pub done: Option<bool>,
}

named! {
    /// What a measure is for.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Category {
        /// That it does not happen again.
        Prevent = "prevent",
        /// That it is noticed sooner.
        Detect = "detect",
        /// That it is dealt with better.
        Respond = "respond",
        /// That people know more.
        Learn = "learn",
    }
}

named! {
    /// How far a measure has come.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Status {
        /// Still to do.
        Open = "open",
        /// Done.
        Done = "done",
    }
}
