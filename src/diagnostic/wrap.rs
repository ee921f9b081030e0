//! Texts made fit for a terminal.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A report must not be able to steer a terminal, and a tab has no width of its own.
pub(crate) fn printable(text: &str) -> String {
    let steers =
        |c: char| c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    text.chars().map(|c| if steers(c) { ' ' } else { c }).collect()
}

/// Breaks a text at blanks into lines: the first of at most so many columns, the others with a room
/// of their own; a longer word is cut.
pub(crate) fn wrap(text: &str, first: usize, room: usize) -> Vec<String> {
    let (mut done, mut line, mut left) = (Vec::new(), String::new(), first);
    for word in text.split_whitespace() {
        let width = word.width();
        if !line.is_empty() && line.width() + 1 + width <= left {
            line.push(' ');
            line.push_str(word);
            continue;
        }
        if !line.is_empty() || (width > left && width <= room) {
            done.push(std::mem::take(&mut line));
            left = room;
        }
        for c in word.chars() {
            if line.width() + c.width().unwrap_or(0) > left {
                done.push(std::mem::take(&mut line));
                left = room;
            }
            line.push(c);
        }
    }
    done.push(line);
    done
}
