//! What a report tells, once it has been read: the types that everything later stands on.

use crate::source::Span;
use chrono::{NaiveDate, NaiveTime, Timelike};
use serde::Serialize;

/// An incident as its report tells it. What the report does not tell is `None` or empty.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Incident {
    /// Whether the text is a postmortem at all; when not, what it seems to be instead.
    pub nature: Nature,
    /// The title, without "Postmortem:" and the like.
    pub title: Option<String>,
    /// The zone in which the clock runs.
    pub zone: Option<Zone>,
    /// When the outage began, as stated outside the timeline.
    pub start: Option<Moment>,
    /// When it ended, as stated outside the timeline.
    pub end: Option<Moment>,
    /// How long it lasted: as stated, otherwise from start to end.
    pub minutes: Option<f64>,
    /// The lengths that the report states in words.
    pub stated: StatedLengths,
    /// Whether the times contradict each other, so that no length may be worked out from them.
    pub times_disagree: bool,
    /// How many percent of the users (or requests) were affected.
    pub affected_percent: Option<f64>,
    /// Of whom or what that share is: "of customers".
    pub affected_whom: Option<String>,
    /// What it meant for them, in a sentence of the report.
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
    /// What such a text is, in a few words.
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
    /// Whether the report tells the year.
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
    /// Where it is named.
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
    /// What happened, as a reader sees it, without the time.
    pub text: String,
    /// Which part of the story it belongs to.
    pub phase: Phase,
    /// What kind of thing happened.
    pub kind: Kind,
    /// Whether phase and kind stand on plain words of the report, so that they may be asserted.
    pub certain: bool,
    /// The words that decided phase and kind; `None` when its place among the others did.
    pub because: Option<Span>,
}

/// A timeline entry without a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The whole entry.
    pub span: Span,
    /// What it says.
    pub text: String,
}

/// The four parts of the story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Everything up to noticing, confirming and acknowledging, the trigger included.
    Detection,
    /// The search, false leads included.
    Investigation,
    /// Handing over and calling in.
    Escalation,
    /// The fix that worked, verification and what follows.
    Resolution,
}

/// What kind of thing an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// What set it off, or the fault itself.
    Trigger,
    /// Somebody or something noticed.
    Detected,
    /// The alert was verified or the incident declared.
    Confirmed,
    /// The search.
    Investigating,
    /// A suspicion.
    Hypothesis,
    /// A suspicion, a check or a fix that led nowhere.
    DeadEnd,
    /// Handed over, or somebody called in.
    Escalated,
    /// Users or the public were told.
    Communicated,
    /// The cause came to light.
    CauseFound,
    /// Work on the fix that worked.
    Fixing,
    /// The harm was stopped or lessened.
    Mitigated,
    /// It was over.
    Resolved,
    /// What came after.
    FollowUp,
    /// Anything else.
    Other,
}

macro_rules! named {
    ($type:ident: $($variant:ident = $name:literal),*) => {
        impl $type {
            /// All of them, in the order of the story.
            pub const ALL: &[$type] = &[$($type::$variant),*];

            /// The name that facts and directives use.
            pub fn name(self) -> &'static str { match self { $($type::$variant => $name),* } }

            /// The one of that name.
            pub fn named(name: &str) -> Option<$type> {
                $type::ALL.iter().copied().find(|one| one.name() == name)
            }
        }
    };
}
named!(Phase: Detection = "detection", Investigation = "investigation", Escalation = "escalation", Resolution = "resolution");
named!(Kind: Trigger = "trigger", Detected = "detected", Confirmed = "confirmed", Investigating = "investigating",
    Hypothesis = "hypothesis", DeadEnd = "dead_end", Escalated = "escalated", Communicated = "communicated",
    CauseFound = "cause_found", Fixing = "fixing", Mitigated = "mitigated", Resolved = "resolved",
    FollowUp = "follow_up", Other = "other");

/// One corrective or preventative measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// The whole measure.
    pub span: Span,
    /// What is to be done, as a reader sees it, with all that it says of itself.
    pub text: String,
    /// What is to be done, alone.
    pub task: String,
    /// What it is for.
    pub category: Category,
    /// Whether it is done.
    pub status: Status,
    /// Its tick box, where the report has one.
    pub ticked: Option<bool>,
    /// How far it has come, its ticket and the like, as written.
    pub state: Option<String>,
    /// Who does it, as written.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<NaiveDate>,
    /// By when, as written, when that is no day: "next sprint".
    pub due_words: Option<String>,
    /// When it was done.
    pub done_on: Option<NaiveDate>,
    /// Whether it is an improvement in general rather than a task, where the report parts the two.
    pub broad: bool,
    /// What it consists of.
    pub parts: Vec<Part>,
}

/// A part of a measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What is to be done.
    pub text: String,
    /// Whether it is done, where the report ticks it off.
    pub done: Option<bool>,
}

/// What a measure is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// That it does not happen again.
    Prevent,
    /// That it is noticed sooner.
    Detect,
    /// That it is dealt with better.
    Respond,
    /// That people know more.
    Learn,
}

/// How far a measure has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Still to do.
    Open,
    /// Done.
    Done,
}
