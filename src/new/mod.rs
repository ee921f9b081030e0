//! The beginning of a report: a skeleton with the questions to answer, empty or with the timeline
//! of a pasted chat or log.
//!
//! [`pasted`] finds the entries of the paste, [`order`] puts them on one axis, [`bullet`] writes
//! each as Markdown, and [`fill`] sets them in the place that the form keeps for them.

mod bullet;
mod fill;
mod order;
mod pasted;

use crate::diagnostic::Diagnostic;
use crate::edit::escape;
use crate::source::{Source, Span};

/// The kind of report.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ReportKind {
    /// After the brief: four sections, 400 to 600 words.
    #[default]
    Brief,
    /// A team's own: severity, source of detection, and an owner and a due date for each action.
    Team,
}

impl ReportKind {
    fn text(self) -> &'static str {
        match self {
            ReportKind::Brief => include_str!("brief.md"),
            ReportKind::Team => include_str!("team.md"),
        }
    }
}

/// A skeleton with the timeline of a pasted chat or log.
#[derive(Debug, Clone, PartialEq)]
pub struct Sorted {
    /// The report as it stands so far.
    pub text: String,
    /// The number of entries in its timeline.
    pub entries: usize,
    /// The lines that carry no time and stand before those that do, or name a day in words of their
    /// own: the report keeps them in a comment.
    pub left: Vec<Span>,
    /// Messages about doubtful times.
    pub doubts: Vec<Diagnostic>,
}

/// The skeleton: every section and every question, and nothing that a reader could take for a fact.
pub fn skeleton(form: ReportKind) -> String {
    form.text().to_string()
}

/// The skeleton with a timeline: every entry of a pasted chat or log that has a time, sorted by it.
pub fn from_log(source: &Source, form: ReportKind) -> Sorted {
    let pasted = pasted::pasted(source);
    let order::Ordered { moments, doubts } = order::order(source, pasted.entries);
    let text = fill::fill(form, source, &moments, &pasted.left);
    Sorted {
        text,
        entries: moments.len(),
        left: pasted.left,
        doubts,
    }
}

/// The same with a title.
pub fn titled(text: &str, title: &str) -> String {
    let rest = text.split_once('\n').map_or("", |(_, rest)| rest);
    format!("# Postmortem: {}\n{rest}", escape::markdown(title))
}
