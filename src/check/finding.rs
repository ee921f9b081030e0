//! What a rule finds: the same things that a diagnostic of the reader tells, under the rule's own
//! code.

use super::rule::Rule;
use crate::diagnostic::{Diagnostic, Frame, Severity};
use crate::source::{Source, Span};

/// One thing that is wrong with a report, at the place where it is mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule's code, or that of the reader's diagnostic.
    pub code: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// Where it is mended, or `None` when the report has no such place yet.
    pub span: Option<Span>,
    /// What was expected, and what was found.
    pub message: String,
    /// What to write.
    pub hint: Option<String>,
}

impl Finding {
    /// Something that is wrong at a place, or missing where there is none; the rule that finds it
    /// gives its name.
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

    /// What the reader had to say.
    pub(crate) fn of_reader(doubt: &Diagnostic) -> Finding {
        let Diagnostic {
            code,
            span,
            message,
            hint,
        } = doubt.clone();
        Finding {
            code: code.name(),
            severity: code.severity(),
            span,
            message,
            hint,
        }
    }

    /// The same in the name of a rule.
    pub(crate) fn under(self, rule: &Rule) -> Finding {
        Finding {
            code: rule.code,
            severity: rule.severity,
            ..self
        }
    }

    /// The finding as a person reads it, with the line and a caret.
    pub fn frame<'a>(&'a self, source: &'a Source) -> Frame<'a> {
        Frame::new(
            source,
            self.code,
            self.severity,
            self.span,
            &self.message,
            self.hint.as_deref(),
        )
    }
}
