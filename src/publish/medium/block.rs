//! The kinds of blocks that a page is made of: the few that Medium's editor takes, and a table.

use super::inline::RichLine;
use crate::edit::escape::xml;
use std::fmt::Write;

/// A block of the article.
#[derive(Debug, Clone)]
pub(super) enum PageBlock {
    /// A heading of the report with its level.
    Heading(u8, RichLine),
    /// A paragraph: its text, and the HTML of it.
    Paragraph(String, String),
    /// A flat list, each item as HTML.
    List {
        ordered: bool,
        items: Vec<String>,
    },
    /// A quotation, each of its paragraphs as HTML.
    Quote(Vec<String>),
    /// A table by its rows: true for one of names, and the cells as HTML.
    Table(Vec<(bool, Vec<String>)>),
    Code(String),
    Rule,
    /// A picture that lies on the web.
    Figure {
        from: String,
        alt: String,
    },
    /// A picture that the author uploads; with a number when it is one of those that are shown
    /// beside.
    Upload {
        file: String,
        alt: String,
        number: Option<usize>,
    },
}

/// A block with the place in the report where it ends.
#[derive(Debug, Clone)]
pub(super) struct Ended {
    pub(super) block: PageBlock,
    pub(super) end: usize,
}

fn table(rows: &[(bool, Vec<String>)]) -> String {
    let row = |(head, cells): &(bool, Vec<String>)| {
        let name = if *head { "th" } else { "td" };
        let cells: String = cells.iter().map(|cell| format!("<{name}>{cell}</{name}>")).collect();
        format!("<tr>{cells}</tr>\n")
    };
    rows.iter().map(row).collect()
}

impl PageBlock {
    /// Writes it as HTML.
    pub(super) fn write(&self, out: &mut String) {
        let _ = match self {
            PageBlock::Heading(level, line) => {
                let level = (*level).clamp(2, 4);
                writeln!(out, "<h{level}>{}</h{level}>", line.html())
            }
            PageBlock::Paragraph(_, html) => writeln!(out, "<p>{html}</p>"),
            PageBlock::List { ordered, items } => {
                let name = if *ordered { "ol" } else { "ul" };
                let items: String = items.iter().map(|item| format!("<li>{item}</li>\n")).collect();
                writeln!(out, "<{name}>\n{items}</{name}>")
            }
            PageBlock::Quote(parts) => {
                let parts: String = parts.iter().map(|part| format!("<p>{part}</p>\n")).collect();
                writeln!(out, "<blockquote>\n{parts}</blockquote>")
            }
            PageBlock::Table(rows) => writeln!(out, "<table>\n{}</table>", table(rows)),
            PageBlock::Code(text) => writeln!(out, "<pre>{}</pre>", xml(text)),
            PageBlock::Rule => writeln!(out, "<hr/>"),
            PageBlock::Figure { from, alt } => {
                writeln!(out, "<figure><img src=\"{}\" alt=\"{}\"/></figure>", xml(from), xml(alt))
            }
            PageBlock::Upload { file, alt, number } => {
                let id =
                    number.map(|number| format!(" id=\"picture-{number}\"")).unwrap_or_default();
                let alt = if alt.is_empty() {
                    String::new()
                } else {
                    format!("<p>Alt text: {}</p>\n", xml(alt))
                };
                writeln!(
                    out,
                    "<p{id}><strong>[ Upload here: {} ]</strong></p>\n{}",
                    xml(file),
                    alt.trim_end()
                )
            }
        };
    }
}
