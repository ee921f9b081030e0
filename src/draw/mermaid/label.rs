//! Texts for Mermaid: short enough for its chart, and written so that none is taken for its
//! grammar.

use std::fmt::Write;
use unicode_width::UnicodeWidthChar;

/// A text on one line in at most so many columns: whole words, and an ellipsis where some are left
/// out.
pub(super) fn clipped(text: &str, most: usize) -> String {
    let words =
        text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    let text = words.collect::<Vec<_>>().join(" ");
    if columns(&text) <= most {
        return text;
    }
    let whole = text
        .match_indices(' ')
        .map(|(at, _)| &text[..at])
        .take_while(|part| columns(part) + 2 <= most)
        .last();
    match whole.map(|part| part.trim_end_matches([',', ';', ':', '.', '–', '-', ' '])) {
        // A very long word is cut rather than left out with all that follows.
        Some(part) if columns(part) * 2 > most => format!("{part} …"),
        _ => format!("{}…", cut(&text, most.saturating_sub(1))),
    }
}

/// The first characters of a text.
fn cut(text: &str, most: usize) -> &str {
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.map(|end| &text[..end])
        .take_while(|part| columns(part) <= most)
        .last()
        .unwrap_or_default()
        .trim_end()
}

/// The columns that Mermaid reckons with: it measures an entity code as it is written. So many
/// columns also bound the length of a name, and Mermaid takes only so much text.
fn columns(text: &str) -> usize {
    text.chars()
        .map(
            |c| {
                if is_grammar(c) {
                    8
                } else {
                    c.width().unwrap_or(1).max(usize::from(!c.is_ascii()))
                }
            },
        )
        .sum()
}

/// The name of a task. A name ends at a colon, and an entity code for that would be measured at ten
/// times its width and push the text to the wrong side of its bar: the sign of a ratio, which looks
/// the same, stands for it.
pub(super) fn name(text: &str) -> String {
    shown(&text.replace(':', "∶"))
}

/// A text as Mermaid shows it: what belongs to its grammar as entity codes, what cannot be seen
/// left out.
pub(super) fn shown(text: &str) -> String {
    let percent = text.contains("%%");
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !is_hidden(*c)) {
        if c == ':' || is_grammar(c) || percent && c == '%' {
            let _ = write!(out, "#{};", u32::from(c));
        } else {
            out.push(if c.is_whitespace() || c.is_control() { ' ' } else { c });
        }
    }
    out.trim().to_string()
}

/// `#` and `;` end a statement, the signs of HTML are taken for HTML, a backtick may end the fence
/// around the chart; by the ligature and the pilcrow Mermaid marks entity codes for itself.
fn is_grammar(c: char) -> bool {
    matches!(c, ';' | '#' | '<' | '>' | '&' | '`' | 'ﬂ' | '¶')
}

/// The marks that turn the direction of a whole line, and what no document may hold.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
}
