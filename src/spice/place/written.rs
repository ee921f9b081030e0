//! A line of humour as the report holds it.

use crate::edit::escape::{ascii, flat, html, markdown};

/// A line of humour in the form that its place asks for, without its marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    /// As it is written.
    pub(super) text: String,
    /// The letters that a reader must see of it.
    pub(super) shown: String,
    /// The number of those, from their end, that must be in italics.
    pub(super) italic: usize,
}

impl Written {
    /// The same at the end of a line.
    pub(super) fn ended(mut self) -> Written {
        self.text.push_str("<br>");
        self
    }
}

/// The way to write lines of humour in a file.
#[derive(Debug, Clone, Copy)]
pub(super) struct LineWriter {
    /// True when other characters than ASCII may be written.
    pub(super) utf8: bool,
    pub(super) line_break: &'static str,
}

impl LineWriter {
    pub(super) fn markdown(self, text: &str) -> String {
        self.fit(markdown(text))
    }

    pub(super) fn html(self, text: &str) -> String {
        self.fit(html(text))
    }

    fn fit(self, text: String) -> String {
        if self.utf8 { text } else { ascii(&text) }
    }

    /// Behind text, with a blank before it.
    pub(super) fn behind(self, emoji: Option<&str>, text: &str, in_html: bool) -> Written {
        let (emoji, text) = (flat(emoji.unwrap_or_default()), flat(text));
        let mut written = String::new();
        if !emoji.is_empty() {
            written.push(' ');
            written.push_str(&if in_html { self.html(&emoji) } else { self.markdown(&emoji) });
        }
        if !text.is_empty() && in_html {
            written.extend([" <em>", &self.html(&text), "</em>"]);
        } else if !text.is_empty() {
            written.extend([" *", &self.markdown(&text), "*"]);
        }
        let italic = text.chars().count();
        let shown =
            [emoji, text].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        Written { text: written, shown, italic }
    }

    /// Behind a name: after a colon, which the name may already have.
    pub(super) fn behind_name(self, text: &str, colon: bool, in_html: bool) -> Written {
        let text = flat(text);
        let colon = if colon { "" } else { ":" };
        let written = if in_html { self.html(&text) } else { self.markdown(&text) };
        Written { text: format!("{colon} {written}"), shown: format!("{colon} {text}"), italic: 0 }
    }

    /// As a paragraph of its own in italics, with so many line breaks behind it.
    pub(super) fn paragraph(self, emoji: Option<&str>, text: &str, after: usize) -> Written {
        let (nl, line) = (self.line_break, self.behind(emoji, text, false));
        Written { text: format!("{nl}{nl}{}{}", line.text.trim_start(), nl.repeat(after)), ..line }
    }
}
