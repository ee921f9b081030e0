//! Plain text as Markdown, HTML or an address that shows it to the letter.

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

/// Text for HTML that is well-formed XML, too, also in an attribute: it adds no element, and
/// characters that XML forbids are dropped.
pub(crate) fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' | '<' | '>' | '"' => reference(c, &mut out),
            '\n' | '\t' => out.push(c),
            '\u{FFFE}' | '\u{FFFF}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// A path as a relative address: all but the plain letters of a URL is written as its bytes.
pub(crate) fn url(path: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~/+=@".contains(c);
    percent(path, plain)
}

/// Text in which all but these characters is written as bytes in hexadecimal.
pub(crate) fn percent(text: &str, is_kept: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_kept(c) {
            out.push(c);
        } else {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                let _ = write!(out, "%{byte:02X}");
            }
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
