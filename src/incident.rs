//! An incident as its report describes it: the types that everything else is built on.

use crate::named::named;
use crate::source::Span;
use chrono::{NaiveDate, NaiveTime, Timelike};
use serde::Serialize;

/// An incident as its report describes it. Anything the report does not state is `None` or empty.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Incident {
    /// The kind of document: a postmortem or something else.
    pub nature: Nature,
    /// The title, without "Postmortem:" and the like.
    pub title: Option<String>,
    /// The origin of the title.
    pub title_from: Option<TitleFrom>,
    /// The time zone of the timeline.
    pub zone: Option<Zone>,
    /// The start of the outage, as stated outside the timeline.
    pub start: Option<Moment>,
    /// True if that start is only the moment at which it was noticed.
    pub start_noticed: bool,
    /// Its end, as stated outside the timeline.
    pub end: Option<Moment>,
    /// The duration: as stated, otherwise from start to end.
    pub minutes: Option<f64>,
    /// True if the duration is stated only roughly: "about 20 minutes".
    pub rough: bool,
    /// The durations that the report states in words.
    pub stated: StatedLengths,
    /// True if the times contradict each other, so that no duration may be computed from them.
    pub times_disagree: bool,
    /// The percentage of users (or requests) affected.
    pub affected_percent: Option<f64>,
    /// True if that percentage is stated only roughly.
    pub affected_roughly: bool,
    /// The group that this percentage refers to: "of customers".
    pub affected_whom: Option<String>,
    /// True if the prose tells a time at which it was noticed.
    pub noticing_told: bool,
    /// The impact, in a sentence of the report.
    pub impact: Option<String>,
    /// The root cause, in a sentence.
    pub root_cause: Option<String>,
    /// The timeline entries that have a time, in the order of the report.
    pub events: Vec<Event>,
    /// The timeline entries that have none.
    pub notes: Vec<Note>,
    /// The action items.
    pub actions: Vec<Action>,
}

impl Incident {
    /// True if anything tells when it was noticed, be it certain or not.
    pub fn tells_noticing(&self) -> bool {
        let entry = self.events.iter().any(Event::may_notice);
        entry || self.noticing_told || self.stated.detect.is_some()
    }

    /// The position of a moment on the events' axis, in minutes; needs an event with a clock time.
    pub fn minute_of(&self, moment: Moment) -> Option<f64> {
        let timed = |event: &&Event| event.at.clock.is_some();
        let anchor = self.events.iter().find(timed)?;
        Some(moment.minutes_since(&anchor.at)? + anchor.minute)
    }
}

/// The origin of a title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TitleFrom {
    /// From the report: a heading, or a line in place of one.
    Heading,
    /// Made from the summary's subject and the duration, for a report without a title.
    Summary,
}

/// Durations in minutes that a report states in words, as in "time to detection: 30 minutes".
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct StatedLengths {
    /// Until detection.
    pub detect: Option<f64>,
    /// Until somebody acknowledged it.
    pub acknowledge: Option<f64>,
    /// Until mitigation.
    pub mitigate: Option<f64>,
    /// Until resolution.
    pub resolve: Option<f64>,
}

/// The kind of a document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Nature {
    /// It describes an incident.
    #[default]
    Postmortem,
    /// The file has no text.
    Empty,
    /// Hardly anything but a link to another page.
    Link,
    /// The text of an assignment: a list of what a postmortem must contain.
    Assignment,
    /// Advice about postmortems in general.
    Advice,
    /// A template: the sections of a report with hardly anything in them.
    Unfilled,
    /// Text that does not describe an incident.
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

/// A day and a time of day, each if known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The day; its year may be unknown.
    pub day: Option<Day>,
    /// The time of day.
    pub clock: Option<NaiveTime>,
    /// Minutes east of UTC.
    pub offset: Option<i32>,
}

/// A day whose year may be unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// The day; if [`Day::year_known`] is false, its year is a stand-in for date arithmetic.
    pub date: NaiveDate,
    /// True if the report states the year.
    pub year_known: bool,
}

impl Moment {
    /// RFC 3339 as far as known: with the offset if there is one, only the time without a day,
    /// only the date without a time; `None` if there is nothing to write.
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

    /// Minutes from `earlier` to this, if both have a time and either both or neither have a day.
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
    /// Minutes east of UTC, if the name determines it.
    pub offset: Option<i32>,
    /// The place where the report names it.
    pub span: Span,
}

/// A timeline entry that has a time.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// The whole entry.
    pub span: Span,
    /// The moment.
    pub at: Moment,
    /// The end, if the entry gives a range.
    pub until: Option<Moment>,
    /// Minutes since the first event, on the axis that all events share.
    pub minute: f64,
    /// The text of the entry without markup and without the time.
    pub text: String,
    /// The phase of the incident it belongs to.
    pub phase: Phase,
    /// The kind of event.
    pub kind: Kind,
    /// True if phase and kind rest on explicit words of the report, so that they may be asserted.
    pub certain: bool,
    /// True if the entry's own words say its kind, so that a picture may mark it.
    pub in_words: bool,
    /// True if it says plainly that somebody or something noticed, whatever else it tells.
    pub notices: bool,
    /// The words that decided phase and kind; `None` if its position in the timeline did.
    pub because: Option<Span>,
    /// The byte of the text at which the word stands that decided most.
    pub decisive: Option<usize>,
    /// The nearest heading above it that has no time in it.
    pub heading: Option<Span>,
}

impl Event {
    /// The kind if it is certain, else [`Kind::Other`]: nothing may be asserted on a guess.
    pub fn certain_kind(&self) -> Kind {
        if self.certain { self.kind } else { Kind::Other }
    }

    /// True if a picture may show its phase: a false lead or a fix stands on more than the place
    /// in the story.
    pub fn is_shown(&self) -> bool {
        self.certain && (self.in_words || !matches!(self.kind, Kind::DeadEnd | Kind::Fixing))
    }

    /// True if it tells of noticing, be it certain or not.
    pub fn may_notice(&self) -> bool {
        self.notices || matches!(self.kind, Kind::Detected | Kind::Confirmed)
    }

    /// True if it tells for certain that somebody or something noticed.
    pub fn surely_notices(&self) -> bool {
        self.notices || matches!(self.certain_kind(), Kind::Detected | Kind::Confirmed)
    }

    /// The kind that a picture may mark: certain, and said by the entry itself.
    pub fn marked_kind(&self) -> Kind {
        if self.in_words { self.certain_kind() } else { Kind::Other }
    }
}

/// A timeline entry without a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The whole entry.
    pub span: Span,
    /// The note without markup.
    pub text: String,
}

named! {
    /// The four phases of an incident.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
    #[serde(rename_all = "snake_case")]
    pub enum Phase {
        /// Everything up to detecting, confirming and acknowledging, including the trigger.
        Detection = "detection",
        /// The investigation, including false leads.
        Investigation = "investigation",
        /// Handing over and calling people in.
        Escalation = "escalation",
        /// The fix that worked, verification and follow-up.
        Resolution = "resolution",
    }
}

named! {
    /// The kind of an event.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
    #[serde(rename_all = "snake_case")]
    #[non_exhaustive]
    pub enum Kind {
        /// The trigger, or the fault itself.
        Trigger = "trigger",
        /// Somebody or something noticed.
        Detected = "detected",
        /// The alert was verified, or the incident declared.
        Confirmed = "confirmed",
        /// Investigation.
        Investigating = "investigating",
        /// A hypothesis.
        Hypothesis = "hypothesis",
        /// A hypothesis, a check or a fix that led nowhere.
        DeadEnd = "dead_end",
        /// Handed over, or somebody called in.
        Escalated = "escalated",
        /// Users or the public were informed.
        Communicated = "communicated",
        /// The cause was found.
        CauseFound = "cause_found",
        /// Work on the fix that worked.
        Fixing = "fixing",
        /// The harm was stopped or reduced.
        Mitigated = "mitigated",
        /// The incident was over.
        Resolved = "resolved",
        /// Follow-up.
        FollowUp = "follow_up",
        /// Anything else.
        Other = "other",
    }
}

/// An action item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// The whole action item.
    pub span: Span,
    /// The whole item without markup, with owner, due date and state.
    pub text: String,
    /// The task alone.
    pub task: String,
    /// The bold words that the task begins with: "Probe the chain".
    pub lead: Option<String>,
    /// The author's name for the group of action items that it is in: "Long term".
    pub group: Option<String>,
    /// Its purpose, where its own words say that plainly or the author does; `None` is no guess.
    pub category: Option<Category>,
    /// Its purpose at a guess.
    pub leaning: Category,
    /// Open or done.
    pub status: Status,
    /// True if the report tells that; else it is open as far as is known.
    pub status_told: bool,
    /// Its checkbox, if the report has one.
    pub ticked: Option<bool>,
    /// Its progress, ticket and so on, as written.
    pub state: Option<String>,
    /// The owner, as written.
    pub owner: Option<String>,
    /// The due date.
    pub due: Option<NaiveDate>,
    /// The due date as written if it is not a date: "next sprint".
    pub due_words: Option<String>,
    /// The date it was completed.
    pub done_on: Option<NaiveDate>,
    /// True for a general improvement rather than a task, if the report separates the two.
    pub broad: bool,
    /// Its subtasks.
    pub parts: Vec<Subtask>,
}

/// A subtask of an action item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subtask {
    /// The task.
    pub text: String,
    /// Its checkbox, if the report has one.
    pub done: Option<bool>,
}

named! {
    /// The purpose of an action item.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
    #[serde(rename_all = "snake_case")]
    #[non_exhaustive]
    pub enum Category {
        /// To prevent a recurrence.
        Prevent = "prevent",
        /// To detect it sooner.
        Detect = "detect",
        /// To handle it better.
        Respond = "respond",
        /// To spread knowledge.
        Learn = "learn",
    }
}

named! {
    /// The progress of an action item.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
    #[serde(rename_all = "snake_case")]
    #[non_exhaustive]
    pub enum Status {
        /// Not done yet.
        Open = "open",
        /// Done.
        Done = "done",
    }
}
