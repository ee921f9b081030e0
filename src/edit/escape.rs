//! Escapes plain text so that Markdown, HTML or a URL shows it literally.

use std::fmt::Write;

/// A single line, without characters that could control a terminal or end a block.
pub(crate) fn flat(text: &str) -> String {
    let plain = |c: char| if c.is_control() { ' ' } else { c };
    text.chars().map(plain).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text for Markdown, including table cells: character references where a backslash would not work
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

/// Text for HTML inside Markdown, including attributes.
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

/// ASCII text: other characters as references.
pub(crate) fn ascii(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if c.is_ascii() { out.push(c) } else { reference(c, &mut out) }
    }
    out
}

/// Text for HTML that is also well-formed XML, including attributes: adds no elements, and drops
/// characters that XML forbids.
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

/// A path as a relative URL, percent-encoded except for unreserved characters.
pub(crate) fn url(path: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~/+=@".contains(c);
    percent(path, plain)
}

/// Percent-encodes all characters except those to keep.
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

/// Undoes [`percent`], leaving a "%" alone that begins no code.
pub(crate) fn unpercent(text: &[u8]) -> Vec<u8> {
    let (mut out, mut rest) = (Vec::new(), text);
    while let Some((first, tail)) = rest.split_first() {
        let code = tail
            .get(..2)
            .filter(|_| *first == b'%')
            .and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                rest = &tail[2..];
            }
            None => {
                out.push(*first);
                rest = tail;
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
