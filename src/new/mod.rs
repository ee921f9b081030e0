//! The beginning of a report: a skeleton with questions to answer, empty or with the timeline of a
//! pasted chat or log.
//!
//! [`pasted`] finds the entries of the paste, [`order`] puts them on one axis, [`bullet`] writes
//! each as Markdown, and [`fill`] puts them in place of the form's blank entries.

mod bullet;
mod fill;
mod order;
mod pasted;

use crate::check::Profile;
use crate::diagnostic::Diagnostic;
use crate::edit::escape;
use crate::source::{Source, Span};

/// The form for each kind of report: that for a team also asks for the severity, the source of
/// detection, and an owner and a due date for each action.
fn form(profile: Profile) -> &'static str {
    match profile {
        Profile::Brief => include_str!("brief.md"),
        Profile::Team => include_str!("team.md"),
    }
}

/// A skeleton with the timeline of a pasted chat or log.
#[derive(Debug, Clone, PartialEq)]
pub struct Sorted {
    /// The report so far.
    pub text: String,
    /// The number of entries in its timeline.
    pub entries: usize,
    /// The lines that have no time and either come before those that do or name a day in words of
    /// their own: the report keeps them in a comment.
    pub left: Vec<Span>,
    /// Warnings about times.
    pub doubts: Vec<Diagnostic>,
}

/// The skeleton: every section and every question, and nothing that could be mistaken for a fact.
pub fn skeleton(profile: Profile) -> String {
    form(profile).to_string()
}

/// The skeleton with a timeline: every timed entry of a pasted chat or log, sorted by time.
pub fn from_log(source: &Source, profile: Profile) -> Sorted {
    let pasted = pasted::pasted(source);
    let order::Ordered { moments, doubts } = order::order(source, pasted.entries);
    let text = fill::fill(form(profile), source, &moments, &pasted.left);
    Sorted { text, entries: moments.len(), left: pasted.left, doubts }
}

/// The same with a title.
pub fn titled(text: &str, title: &str) -> String {
    let rest = text.split_once('\n').map_or("", |(_, rest)| rest);
    format!("# Postmortem: {}\n{rest}", escape::markdown(title))
}
