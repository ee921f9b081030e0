//! The words that stand for a picture: no more of them than a screen reader takes in one breath.

/// So many characters some screen readers read before they pause or stop.
const LONGEST: usize = 150;

/// A description cut to that length, at the end of a sentence or of a part of one.
pub(super) fn brief(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_string();
    }
    let (mut quoted, mut best) = (false, None);
    for (count, (at, c)) in text.char_indices().enumerate().take(LONGEST) {
        match c {
            '“' => quoted = true,
            '”' => quoted = false,
            _ => {}
        }
        let next = text[at + c.len_utf8()..].chars().next();
        let ends = matches!(c, '.' | ',' | ';' | ':') && next == Some(' ');
        if ends && !quoted && count > 0 {
            best = Some(at);
        }
    }
    match best {
        Some(at) => format!("{}.", &text[..at]),
        // A long title, and nothing before it.
        None => {
            let cut: String = text.chars().take(LONGEST - 2).collect();
            format!("{}…{}", cut.trim_end(), if quoted { "”" } else { "" })
        }
    }
}
