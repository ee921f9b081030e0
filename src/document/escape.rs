//! Plain text as Markdown or HTML that shows it to the letter.

use std::fmt::Write;

/// One line, without what could steer a terminal or end a block.
pub(crate) fn flat(text: &str) -> String {
    let plain = |c: char| if c.is_control() { ' ' } else { c };
    text.chars()
        .map(plain)
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Text for Markdown, also in a cell of a table: a reference where a backslash would not do
/// everywhere.
pub(crate) fn markdown(text: &str) -> String {
    let mut out = String::new();
    for c in flat(text).chars() {
        match c {
            '\\' | '[' | ']' | '*' | '_' | '~' => out.extend(['\\', c]),
            '&' | '<' | '>' | '`' | '|' | '$' => reference(c, &mut out),
            c => out.push(c),
        }
    }
    out
}

/// Text for HTML that may stand in Markdown, also in an attribute.
pub(crate) fn html(text: &str) -> String {
    let mut out = String::new();
    for c in flat(text).chars() {
        match c {
            '&' | '<' | '>' | '"' | '\'' | '`' | '|' | '$' => reference(c, &mut out),
            c => out.push(c),
        }
    }
    out
}

/// Text in ASCII alone: the rest as references.
pub(crate) fn ascii(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if c.is_ascii() {
            out.push(c)
        } else {
            reference(c, &mut out)
        }
    }
    out
}

fn reference(c: char, out: &mut String) {
    match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        c => {
            let _ = write!(out, "&#{};", u32::from(c));
        }
    }
}
