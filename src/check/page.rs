//! A report as the rules see it.

use crate::diagnostic::{Code, Diagnostic, Warned};
use crate::incident::Incident;
use crate::read::{Head, heads};
use crate::source::Source;

/// What a report tells, as far as the rules ask.
pub(crate) struct Page<'a> {
    pub(crate) source: &'a Source,
    pub(crate) doubts: &'a [Diagnostic],
    /// The title and the names of the sections.
    pub(crate) heads: Vec<Head>,
}

impl<'a> Page<'a> {
    pub(crate) fn new(source: &'a Source, read: &'a Warned<Incident>) -> Page<'a> {
        Page { source, doubts: &read.warnings, heads: heads(source) }
    }

    /// What the reader said under a code.
    pub(crate) fn doubted(&self, code: Code) -> impl Iterator<Item = &Diagnostic> {
        self.doubts.iter().filter(move |doubt| doubt.code == code)
    }
}
