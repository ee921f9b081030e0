//! The facts of a report, regardless of notation: they must not change.

use super::mend::unparted;
use crate::diagnostic::Code;
use crate::document::LineKind;
use crate::document::line::DocumentLine;
use crate::document::markdown;
use crate::incident::{Incident, Zone};
use crate::read::read;
use crate::source::{Source, Span};
use std::collections::BTreeSet;

/// The facts of a report, and its rendered lines.
#[derive(Debug, Clone)]
pub(super) struct Snapshot {
    incident: Incident,
    /// Every line as rendered.
    seen: Vec<(usize, LineKind, String)>,
}

impl Snapshot {
    /// A report in which blank lines were put below these lines; all lines are counted without
    /// them.
    pub(super) fn new(bytes: &[u8], own: &Source, parted: &[usize]) -> Snapshot {
        let source = Source::from_bytes("", bytes).value;
        let number = |line: &DocumentLine| unparted(own.line_of(line.span.start), parted);
        let seen = markdown::read(own)
            .0
            .into_iter()
            .map(|line| (number(&line), line.form, line.text))
            .collect();
        let line = |at: usize| unparted(source.line_of(at), parted);
        Snapshot { incident: by_lines(read(&source).value, line), seen }
    }

    /// True if another report states the same, and all lines but these render the same.
    pub(super) fn is_same(&self, other: &Snapshot, touched: &BTreeSet<usize>) -> bool {
        let untouched = |told: &Snapshot| -> Vec<(usize, LineKind, String)> {
            told.seen.iter().filter(|(line, ..)| !touched.contains(line)).cloned().collect()
        };
        self.incident == other.incident && untouched(self) == untouched(other)
    }
}

/// The incident with lines in place of bytes.
fn by_lines(incident: Incident, line_of: impl Fn(usize) -> usize) -> Incident {
    let line = |span: Span| Span::new(line_of(span.start), line_of(span.end));
    let mut out = incident;
    // The place where a zone is first named is not a fact.
    out.zone = out.zone.map(|zone| Zone { span: Span::default(), ..zone });
    for event in &mut out.events {
        event.span = line(event.span);
        event.because = event.because.map(line);
    }
    out.notes.iter_mut().for_each(|note| note.span = line(note.span));
    out.actions.iter_mut().for_each(|action| action.span = line(action.span));
    out
}

/// Diagnostics that leave the meaning of an entry open.
pub(super) const UNSURE: &[Code] =
    &[Code::ClockBackwards, Code::ClockUnreadable, Code::DateUnreadable];
