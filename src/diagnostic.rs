//! What the reader has to say: a code, a place, and a message in one grammar, what was expected and
//! what was found, the line with a caret, and what to do.

use crate::source::{Source, Span};
use std::fmt;
use unicode_width::UnicodeWidthStr;

pub use crate::codes::{Code, Severity};

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

    /// How grave it is.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// The diagnostic as a person reads it, with the line and a caret.
    pub fn frame<'a>(&'a self, source: &'a Source) -> Frame<'a> {
        Frame::new(source, self.code.name(), self.severity(), self.span, &self.message, self.hint.as_deref())
    }
}

/// A [`Diagnostic`] laid out for a terminal; made by [`Diagnostic::frame`].
pub struct Frame<'a> {
    source: &'a Source,
    code: &'a str,
    severity: Severity,
    span: Option<Span>,
    message: &'a str,
    hint: Option<&'a str>,
}

/// A long line is shown in part, so that the caret stays on the screen.
const WINDOW: usize = 100;

impl fmt::Display for Frame<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Frame { code, severity, span, message, hint, .. } = self;
        writeln!(f, "{severity}[{code}]: {message}")?;
        let Some(span) = span else {
            writeln!(f, "  --> {}", self.source.name())?;
            return hint.iter().try_for_each(|hint| writeln!(f, "  = {hint}"));
        };
        let place = self.source.place(span.start);
        let (shown, lead, marked) = self.excerpt(*span);
        let number = place.line.to_string();
        let margin = " ".repeat(number.len());
        writeln!(f, "{margin}--> {}:{}:{}", self.source.name(), place.line, place.column)?;
        writeln!(f, "{margin} |")?;
        writeln!(f, "{number} | {shown}")?;
        writeln!(f, "{margin} | {}{}", " ".repeat(lead), "^".repeat(marked.max(1)))?;
        hint.iter().try_for_each(|hint| writeln!(f, "{margin} = {hint}"))
    }
}

impl<'a> Frame<'a> {
    /// What is said, laid out with the line that it is said of.
    pub(crate) fn new(
        source: &'a Source,
        code: &'a str,
        severity: Severity,
        span: Option<Span>,
        message: &'a str,
        hint: Option<&'a str>,
    ) -> Frame<'a> {
        Frame { source, code, severity, span, message, hint }
    }

    /// The part of the line to show, how many columns stand before the mark, and how wide the mark is.
    fn excerpt(&self, span: Span) -> (String, usize, usize) {
        let line = self.source.line(self.source.line_of(span.start));
        let before: Vec<char> = self.source.slice(Span::new(line.start, span.start)).chars().collect();
        let marked = self.source.slice(Span::new(span.start, span.end.min(line.end)));
        let cut = before.len().saturating_sub(WINDOW / 2);
        let lead: String = before[cut..].iter().collect();
        let rest = self.source.slice(Span::new(span.start, line.end));
        let shown: String = lead.chars().chain(rest.chars()).take(WINDOW).collect();
        let whole = cut == 0 && shown.len() == lead.len() + rest.len();
        let dots = if cut > 0 { "…" } else { "" };
        let tail = if whole || shown.chars().count() < WINDOW { "" } else { "…" };
        let room = WINDOW.saturating_sub(lead.chars().count());
        let marked: String = printable(marked).chars().take(room).collect();
        (format!("{dots}{}{tail}", printable(&shown)), dots.width() + printable(&lead).width(), marked.width())
    }
}

/// A report must not be able to steer a terminal, and a tab has no width of its own.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
