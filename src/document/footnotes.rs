//! The marks of footnotes, which say nothing where they stand: `[^4]`, and `[4]` with a link to the
//! list of references.

use crate::document::line::{DocumentLine, LineKind};

/// The longest name of a footnote.
const LONGEST: usize = 24;

/// True for the text of a link that is only the number of a footnote: `4`, `[4]`.
pub(super) fn is_number(text: &str) -> bool {
    let number = text.trim_matches(['[', ']', '^', '(', ')', ' ']);
    (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// Takes the marks out of a line's text; the footnotes themselves keep theirs.
pub(super) fn without_marks(line: &mut DocumentLine) {
    if matches!(line.form, LineKind::Code | LineKind::FrontMatter) {
        return;
    }
    let mut from = 1;
    while let Some((start, end)) = mark(&line.text, from) {
        line.cut(start..end);
        from = start.max(1);
    }
}

/// The next mark after the beginning of a line.
fn mark(text: &str, from: usize) -> Option<(usize, usize)> {
    let start = from + text.get(from..)?.find("[^")?;
    let name = &text[start + "[^".len()..];
    let length = name.find(']')?;
    let end = start + "[^".len() + length + 1;
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let named = (1..=LONGEST).contains(&length) && name[..length].chars().all(plain);
    match named && !text[end..].starts_with(':') {
        true => Some((start, end)),
        false => mark(text, end),
    }
}
