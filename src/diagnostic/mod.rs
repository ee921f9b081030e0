//! Messages about a report: a code, a place, and a sentence in one grammar (what was expected, what
//! was found), shown with the line, a caret, and a hint.

pub mod code;
mod frame;
mod wrap;

pub use code::{Code, Severity};
pub use frame::Frame;
pub(crate) use wrap::{printable, wrap};

use crate::source::{Source, Span};
use std::fmt;

/// A value, and what its reader has to say about it.
#[derive(Debug, Clone)]
pub struct Warned<T> {
    /// The result.
    pub value: T,
    /// The messages about it, in the order of the text.
    pub warnings: Vec<Diagnostic>,
}

/// One thing to say about a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The kind of message, which `postmirth explain CODE` explains.
    pub code: Code,
    /// The place it is about; `None` when something is missing.
    pub span: Option<Span>,
    /// The finding, in a sentence.
    pub message: String,
    /// A way to put it right.
    pub hint: Option<String>,
}

/// The sentence alone; [`Diagnostic::frame`] shows the place, too.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

/// Returned for styles, quips and settings that cannot be read.
impl std::error::Error for Diagnostic {}

impl Diagnostic {
    /// Something at a place.
    pub fn new(code: Code, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic { code, span: Some(span), message: message.into(), hint: None }
    }

    /// Something about the report as a whole.
    pub fn about_all(code: Code, message: impl Into<String>) -> Diagnostic {
        Diagnostic { code, span: None, message: message.into(), hint: None }
    }

    /// The same with advice.
    pub fn hint(mut self, hint: impl Into<String>) -> Diagnostic {
        self.hint = Some(hint.into());
        self
    }

    /// The severity of its code.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// The diagnostic as a person reads it, with the line and a caret.
    pub fn frame<'a>(&'a self, source: &'a Source) -> Frame<'a> {
        Frame::new(
            source,
            self.code.name(),
            self.severity(),
            self.span,
            &self.message,
            self.hint.as_deref(),
        )
    }
}
