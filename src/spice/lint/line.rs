//! What is looked for in the line itself.

use super::{Pen, words};
use crate::source::Span;
use crate::spice::fill::PLACEHOLDERS;
use crate::spice::quip::Slot;
use crate::words::matching::Words;

/// The longest line, and the longest title.
const MOST: usize = 120;
const MOST_TITLE: usize = 60;

/// A line without all that does not make it another joke.
pub(super) fn letters(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, '{' | '}' | '_'))
        .flat_map(char::to_lowercase)
        .collect()
}

impl Pen<'_> {
    /// A line, which is the text of its quip or the sign-off of a title.
    pub(super) fn line(&mut self, slot: Slot, key: &str, text: &str, place: Span) {
        let slot = if key == "sign_off" {
            Slot::SignOff
        } else {
            slot
        };
        self.length(slot, text, place);
        self.begins(slot, text, place);
        self.ends(slot, text, place);
        if text.contains('!') {
            self.find(place, "expected no exclamation mark, found one");
        }
        if let Some(odd) = text.chars().find(|c| !matches!(c, ' '..='~' | '—' | '…')) {
            self.find(
                place,
                format!(
                    "expected plain letters, — and …, found \"{}\"",
                    odd.escape_debug()
                ),
            );
        }
        self.placeholders(text, place);
        self.banned(text, place);
    }

    fn length(&mut self, slot: Slot, text: &str, place: Span) {
        let most = if slot == Slot::Title {
            MOST_TITLE
        } else {
            MOST
        };
        let length = text.chars().count();
        if length > most || length == 0 {
            self.find(
                place,
                format!("expected 1 to {most} characters, found {length}"),
            );
        }
    }

    fn begins(&mut self, slot: Slot, text: &str, place: Span) {
        let first = text.chars().next().unwrap_or('A');
        match slot {
            // It goes on behind "Timeline: ".
            Slot::Heading if first.is_uppercase() && !text.starts_with("I ") => {
                self.find(
                    place,
                    format!(
                        "expected a small letter at the beginning of a heading, found \"{first}\""
                    ),
                );
            }
            Slot::Heading => {}
            _ if first.is_lowercase() => {
                self.find(
                    place,
                    format!("expected a capital letter at the beginning, found \"{first}\""),
                );
            }
            _ => {}
        }
    }

    fn ends(&mut self, slot: Slot, text: &str, place: Span) {
        match slot {
            Slot::Title | Slot::Heading if text.ends_with('.') => {
                self.find(
                    place,
                    "expected no full stop at the end of a title or a heading, found one",
                );
            }
            Slot::Title | Slot::Heading => {}
            _ if !text.ends_with(['.', '?']) => {
                self.find(place, "expected a full stop at the end, found none")
            }
            _ => {}
        }
    }

    fn placeholders(&mut self, text: &str, place: Span) {
        let mut rest = text;
        while let Some((_, after)) = rest.split_once('{') {
            let name = after.split(['}', ' ']).next().unwrap_or_default();
            if !PLACEHOLDERS.contains(&name) || !after[name.len()..].starts_with('}') {
                let known = PLACEHOLDERS.join("}, {");
                self.find(
                    place,
                    format!("expected a placeholder among {{{known}}}, found \"{{{name}\""),
                );
            }
            rest = after;
        }
    }

    fn banned(&mut self, text: &str, place: Span) {
        let held = Words::of(text);
        for (expected, list) in words::BANNED {
            for word in list.iter().filter(|word| held.hold(word)) {
                self.find(
                    place,
                    format!(
                        "expected {expected}, found \"{}\"",
                        word.trim_end_matches('*')
                    ),
                );
            }
        }
    }
}
