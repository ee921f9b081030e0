//! Checks of the line itself.

use super::{Linter, words};
use crate::source::Span;
use crate::spice::nouns::{Blank, blanks, with_samples};
use crate::words::matching::Words;

/// The longest line, and the longest title.
const MOST: usize = 120;
const MOST_TITLE: usize = 70;

/// A line without all that does not make it another joke.
pub(super) fn letters(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, '{' | '}' | '_'))
        .flat_map(char::to_lowercase)
        .collect()
}

impl Linter {
    /// A line that a reader sees.
    pub(super) fn line(&mut self, text: &str, place: Span, is_title: bool) {
        let filled = with_samples(text);
        let most = if is_title { MOST_TITLE } else { MOST };
        let length = filled.chars().count();
        if length > most || length == 0 {
            let message = format!("expected 1 to {most} characters, found {length}");
            self.find(place, message);
        }
        if let Some(first) = text.chars().next().filter(|first| first.is_lowercase()) {
            let message = format!("expected a capital letter at the beginning, found \"{first}\"");
            self.find(place, message);
        }
        self.end(text, place, is_title);
        for (found, expected) in
            [('!', "no exclamation mark"), ('*', "no markup"), ('`', "no markup")]
        {
            if text.contains(found) {
                self.find(place, format!("expected {expected}, found one"));
            }
        }
        if let Some(odd) = text.chars().find(|c| !matches!(c, ' '..='~' | '—' | '…')) {
            let odd = odd.escape_debug();
            let message = format!("expected plain letters, — and …, found \"{odd}\"");
            self.find(place, message);
        }
        self.blanks(text, place);
        self.banned(text, place);
    }

    fn end(&mut self, text: &str, place: Span, is_title: bool) {
        let sentences = text.matches('.').count();
        if is_title && text.ends_with('.') && sentences < 2 {
            let message = "expected no full stop at the end of a title, found one";
            self.find(place, message);
        } else if !is_title && !text.ends_with(['.', '?']) {
            self.find(place, "expected a full stop at the end, found none");
        }
    }

    fn blanks(&mut self, text: &str, place: Span) {
        for blank in blanks(text) {
            if let Blank::Unknown(name) = blank {
                let message = format!("expected a blank that there is, found \"{{{name}}}\"");
                self.find(place, message);
            }
        }
        for noun in ["{suspect}", "{culprit}", "{service}", "{team}", "{suspects}"] {
            if text.to_lowercase().contains(&format!("the {noun}")) {
                let message =
                    format!("expected {noun} without an article, found \"the\" before it");
                self.find(place, message);
            }
        }
        let own = text.split('{').map(|piece| piece.split_once('}').map_or(piece, |it| it.1));
        if own.clone().any(|piece| piece.contains(|c: char| c.is_ascii_digit())) {
            self.find(place, "expected no number but the report's own, found one");
        }
    }

    fn banned(&mut self, text: &str, place: Span) {
        let held = Words::of(text);
        for (expected, list) in words::BANNED {
            for word in list.iter().filter(|word| held.hold(word)) {
                let word = word.trim_end_matches('*');
                self.find(place, format!("expected {expected}, found \"{word}\""));
            }
        }
    }
}
