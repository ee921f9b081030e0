//! A message laid out for a terminal: what is said, the line that it is said of with a caret, and
//! what to do.

use super::wrap::{printable, wrap};
use crate::diagnostic::code::Severity;
use crate::source::{Source, Span};
use anstyle::{AnsiColor, Style};
use std::fmt;
use unicode_width::UnicodeWidthStr;

/// A [`Diagnostic`](super::Diagnostic) laid out for a terminal; made by
/// [`Diagnostic::frame`](super::Diagnostic::frame).
pub struct Frame<'a> {
    source: &'a Source,
    code: &'a str,
    severity: Severity,
    span: Option<Span>,
    message: &'a str,
    hint: Option<&'a str>,
    colour: bool,
    columns: Option<usize>,
}

/// A long line is shown in part, so that the caret stays on the screen.
const WINDOW: usize = 100;

/// The columns around the line that is shown: its number, the bar, and dots where it was cut.
const MARGIN: usize = 9;

impl fmt::Display for Frame<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Frame { code, severity, .. } = self;
        let (style, name) = (self.style(), printable(self.source.name()));
        let head = format!("{severity}[{code}]");
        writeln!(f, "{style}{head}{style:#}: {}", self.wrapped(head.width() + 2, 4, self.message))?;
        let margin = match self.span {
            Some(span) => self.place(f, &name, span)?,
            None => {
                writeln!(f, "  --> {name}")?;
                " ".to_string()
            }
        };
        let lead = margin.width() + 3;
        self.hint
            .iter()
            .try_for_each(|hint| writeln!(f, "{margin} = {}", self.wrapped(lead, lead, hint)))
    }
}

impl<'a> Frame<'a> {
    /// A message, laid out with the line it is about.
    pub(crate) fn new(
        source: &'a Source,
        code: &'a str,
        severity: Severity,
        span: Option<Span>,
        message: &'a str,
        hint: Option<&'a str>,
    ) -> Frame<'a> {
        Frame { source, code, severity, span, message, hint, colour: false, columns: None }
    }

    /// The same with colours, or without.
    pub(crate) fn coloured(self, colour: bool) -> Self {
        Frame { colour, ..self }
    }

    /// The same with its texts wrapped at so many columns.
    pub(crate) fn within(self, columns: usize) -> Self {
        Frame { columns: Some(columns), ..self }
    }

    /// Writes the line with a caret; gives the margin that stands before it.
    fn place(
        &self,
        f: &mut fmt::Formatter<'_>,
        name: &str,
        span: Span,
    ) -> Result<String, fmt::Error> {
        let place = self.source.place(span.start);
        let (shown, lead, marked) = self.excerpt(span);
        let (style, number) = (self.style(), place.line.to_string());
        let margin = " ".repeat(number.len());
        writeln!(f, "{margin}--> {name}:{}:{}", place.line, place.column)?;
        writeln!(f, "{margin} |")?;
        writeln!(f, "{number} | {shown}")?;
        writeln!(
            f,
            "{margin} | {}{style}{}{style:#}",
            " ".repeat(lead),
            "^".repeat(marked.max(1))
        )?;
        Ok(margin)
    }

    /// The colour of severity and caret; the words say the same.
    fn style(&self) -> Style {
        match self.colour {
            true => Style::new().bold().fg_color(Some(colour(self.severity).into())),
            false => Style::new(),
        }
    }

    /// A text behind its lead, where columns are counted wrapped to hang below it.
    fn wrapped(&self, lead: usize, hang: usize, text: &str) -> String {
        let text = printable(text);
        let Some(columns) = self.columns else {
            return text;
        };
        let room = |taken: usize| columns.saturating_sub(taken).max(24);
        wrap(&text, room(lead), room(hang)).join(&format!("\n{}", " ".repeat(hang)))
    }

    /// The part of the line to show, how many columns stand before the mark, and how wide the mark
    /// is.
    fn excerpt(&self, span: Span) -> (String, usize, usize) {
        let window =
            self.columns.map_or(WINDOW, |columns| columns.saturating_sub(MARGIN).clamp(24, WINDOW));
        let line = self.source.line(self.source.line_of(span.start));
        let before: Vec<char> =
            self.source.slice(Span::new(line.start, span.start)).chars().collect();
        let marked = self.source.slice(Span::new(span.start, span.end.min(line.end)));
        let cut = before.len().saturating_sub(window / 2);
        let lead: String = before[cut..].iter().collect();
        let rest = self.source.slice(Span::new(span.start, line.end));
        let shown: String = lead.chars().chain(rest.chars()).take(window).collect();
        let whole = cut == 0 && shown.len() == lead.len() + rest.len();
        let dots = if cut > 0 { "…" } else { "" };
        let tail = if whole || shown.chars().count() < window { "" } else { "…" };
        let room = window.saturating_sub(lead.chars().count());
        let marked: String = printable(marked).chars().take(room).collect();
        (
            format!("{dots}{}{tail}", printable(&shown)),
            dots.width() + printable(&lead).width(),
            marked.width(),
        )
    }
}

fn colour(severity: Severity) -> AnsiColor {
    match severity {
        Severity::Note => AnsiColor::Cyan,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Error => AnsiColor::Red,
    }
}
