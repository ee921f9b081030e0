//! The findings of rules: like the reader's diagnostics, but under a rule's code.

use super::rule::Rule;
use crate::diagnostic::{Diagnostic, Frame, Severity};
use crate::source::{Source, Span};

/// A problem in a report, at the place to fix it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule's code, or that of the reader's diagnostic.
    pub code: &'static str,
    /// Its severity.
    pub severity: Severity,
    /// The place to fix it, or `None` if the report has no such place yet.
    pub span: Option<Span>,
    /// A message of the form "expected …, found …".
    pub message: String,
    /// A hint on what to write.
    pub hint: Option<String>,
}

impl Finding {
    /// A problem at a place, or something missing without one; the code is filled in by the rule
    /// that finds it.
    pub(crate) fn new(
        span: Option<Span>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Finding {
        Finding {
            code: "",
            severity: Severity::Warning,
            span,
            message: message.into(),
            hint: Some(hint.into()),
        }
    }

    /// Converts a diagnostic of the reader.
    pub(crate) fn of_reader(doubt: &Diagnostic) -> Finding {
        let Diagnostic { code, span, message, hint } = doubt.clone();
        Finding { code: code.name(), severity: code.severity(), span, message, hint }
    }

    /// The same finding under the code of a rule.
    pub(crate) fn under(self, rule: &Rule) -> Finding {
        Finding { code: rule.code, severity: rule.severity, ..self }
    }

    /// The finding for display, with the line and a caret.
    pub fn frame<'a>(&'a self, source: &'a Source) -> Frame<'a> {
        Frame::new(source, self.code, self.severity, self.span, &self.message, self.hint.as_deref())
    }
}
