//! What the reader has to say: a code, a place, and a message in one grammar, what was expected and
//! what was found, the line with a caret, and what to do.

pub mod code;
mod frame;
mod wrap;

pub use code::{Code, Severity};
pub use frame::Frame;
pub(crate) use wrap::{printable, wrap};

use crate::source::{Source, Span};

/// A value, and what its reader has to say about it.
#[derive(Debug, Clone)]
pub struct Warned<T> {
    /// What was read.
    pub value: T,
    /// What there is to say, in the order of the text.
    pub warnings: Vec<Diagnostic>,
}

/// One thing to say about a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of thing it is; `postmirth explain CODE` tells more.
    pub code: Code,
    /// Where it is, or `None` when it is about something that is missing.
    pub span: Option<Span>,
    /// What was found, in a sentence.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
}

impl Diagnostic {
    /// Something at a place.
    pub fn new(code: Code, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            code,
            span: Some(span),
            message: message.into(),
            hint: None,
        }
    }

    /// Something about the report as a whole.
    pub fn about_all(code: Code, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            code,
            span: None,
            message: message.into(),
            hint: None,
        }
    }

    /// The same with advice.
    pub fn hint(mut self, hint: impl Into<String>) -> Diagnostic {
        self.hint = Some(hint.into());
        self
    }

    /// How grave it is.
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
