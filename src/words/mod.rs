//! Sentences and words of running text.

pub(crate) mod blame;
mod inflection;
pub(crate) mod lexicon;
pub mod matching;
pub(crate) mod numbers;
pub(crate) mod phrase;
pub(crate) mod table;
pub(crate) mod token;
pub(crate) mod verbs;

use std::ops::Range;

/// The maximum length of a meaningful sentence: a line of megabytes must not take a minute.
const MOST: usize = 16 << 10;

/// The part of a text that is examined for its meaning.
pub(crate) fn beginning(text: &str) -> &str {
    let end = (0..=text.len().min(MOST)).rev().find(|at| text.is_char_boundary(*at));
    &text[..end.unwrap_or(0)]
}

/// With a capital first letter.
pub(crate) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}

/// True if a text holds one of these.
pub(crate) fn holds_any(text: &str, parts: &[&str]) -> bool {
    parts.iter().any(|part| text.contains(part))
}

/// True if a text begins with one of these.
pub(crate) fn begins_with_any(text: &str, beginnings: &[&str]) -> bool {
    beginnings.iter().any(|start| text.starts_with(start))
}

/// "1 task", "8 tasks".
pub fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// A text without all that does not make it another one.
pub(crate) fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Abbreviations whose full stop does not end a sentence.
const ABBREVIATIONS: [&str; 10] =
    ["e.g", "i.e", "vs", "approx", "mr", "mrs", "ms", "dr", "fig", "cf"];

/// The sentences of a text. A full stop ends one unless a lower-case letter or no blank follows.
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    let (mut out, mut start) = (Vec::new(), 0);
    for (at, mark) in text.bytes().enumerate().filter(|(_, b)| matches!(b, b'.' | b'!' | b'?')) {
        let end = at + 1;
        let closers = text[end..].len()
            - text[end..].trim_start_matches(['"', '”', '\'', '’', ')', '*', '_']).len();
        let rest = &text[end + closers..];
        let blank = rest.starts_with(char::is_whitespace) || rest.is_empty();
        if !(blank || mark == b'.' && is_glued(&text[..at], rest)) {
            continue;
        }
        let next = rest.trim_start().chars().next();
        // A name such as "acme.io" or "relayd.conf" begins a sentence in lower case.
        let named = rest.split_whitespace().next().is_some_and(is_dotted);
        let word = text[start..at]
            .rsplit(|c: char| c.is_whitespace() || c == '(')
            .next()
            .unwrap_or_default();
        let is = |known: &str| word.eq_ignore_ascii_case(known);
        // "7:08 A.M. EST until …" continues, "… at 9:10 A.M. Nothing …" does not.
        let zone =
            (is("a.m") || is("p.m")) && rest.trim_start().chars().take(2).all(char::is_uppercase);
        // "No space left!" in the middle of a sentence, and "no. 2".
        let quoted =
            mark != b'.' && rest.len() < text[end..].len() && next.is_some_and(char::is_lowercase);
        // "(no space left!! again)" stays in its sentence.
        let inside = mark != b'.'
            && text[start..at].rfind('(') > text[start..at].rfind(')')
            && text[end..].find(')') < text[end..].find('(').or(Some(usize::MAX))
            && text[end..].contains(')');
        let number = is("no") && next.is_some_and(|c| c.is_ascii_digit());
        let stays = quoted
            || number
            || inside
            || mark == b'.'
                && (next.is_some_and(char::is_lowercase) && !named
                    || zone
                    || ABBREVIATIONS.iter().any(|known| is(known)));
        if !stays {
            push(&mut out, text, start..end + closers);
            start = end + closers;
        }
    }
    push(&mut out, text, start..text.len());
    out
}

/// Words that begin a sentence, and no part of a name.
const OPENINGS: [&str; 14] = [
    "A", "An", "As", "However", "In", "It", "Our", "Root", "The", "They", "This", "To", "We",
    "When",
];

/// True if only the blank between two sentences is missing: "… by users.The disk was full".
fn is_glued(before: &str, rest: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let next = rest.split_once(' ').map_or("", |(next, _)| next);
    word.len() > 2 && word.chars().all(char::is_lowercase) && OPENINGS.contains(&next)
}

/// True for a word with full stops between letters, which no abbreviation is: "post.acme.io".
fn is_dotted(word: &str) -> bool {
    let whole = |part: &str| part.len() > 1 && part.chars().all(char::is_alphanumeric);
    word.contains('.') && word.split('.').all(whole)
}

fn push(out: &mut Vec<Range<usize>>, text: &str, range: Range<usize>) {
    let part = &text[range.clone()];
    let start = range.start + part.len() - part.trim_start().len();
    let end = range.start + part.trim_end().len();
    if start < end && text[start..end].contains(char::is_alphanumeric) {
        out.push(start..end);
    }
}

/// The words of a text in lower case, with their places.
pub(crate) fn words(text: &str) -> impl Iterator<Item = (String, Range<usize>)> + '_ {
    let begins = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '_' | '%');
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + text[at..].find(begins)?;
            let ends = |c: char| !(begins(c) || c == '-');
            at = text[start..].find(ends).map_or(text.len(), |length| start + length);
            let raw = text[start..at].trim_end_matches(['-', '\'', '’']);
            if !raw.is_empty() {
                return Some((small(raw), start..start + raw.len()));
            }
        }
    })
}

fn small(word: &str) -> String {
    if word.is_ascii() {
        word.to_ascii_lowercase()
    } else {
        word.to_lowercase().replace('’', "'")
    }
}
