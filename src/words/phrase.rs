//! The pattern language for sentences, and its matcher. The guard, the moods, the checks, the
//! quips and the detection of who noticed all use it.
//!
//! A phrase is a sequence of steps separated by blanks:
//! - `lost` that word, `lost|gone` either, `$lost` any word of that list;
//! - `patient+` also the plural, `leak~` any form of the verb, `genocid*` any ending;
//! - `?the` an optional word, `?*` any optional word; `..` up to four words, `...` up to twelve;
//! - `#` a number, `^` a capitalised word inside a sentence;
//! - `!room` not followed by that word, or, at the beginning of a phrase, not preceded by it.
//!
//! Words inside addresses, paths and other code match only if [`Matcher::code`] is set.

use super::inflection::{is_form_of_verb, is_plural};
use super::numbers::is_number;
use super::token::{Gap, Word};
use std::collections::BTreeMap;

/// The words for each `$name`, in order.
pub(crate) type WordLists = BTreeMap<&'static str, Vec<&'static str>>;

/// A sentence to match phrases against.
#[derive(Clone, Copy)]
pub(crate) struct Matcher<'a> {
    pub(crate) words: &'a [Word],
    pub(crate) lists: &'a WordLists,
    /// The widest separator allowed before a step.
    pub(crate) step: Gap,
    /// The widest separator that a gap (`..`) may cross.
    pub(crate) gap: Gap,
    /// True to match parts of addresses, paths and other code: "nginx" in "/etc/nginx".
    pub(crate) code: bool,
    /// Words that a gap must not cross.
    pub(crate) bars: &'a dyn Fn(&Word) -> bool,
}

impl Matcher<'_> {
    /// The end of a match of the phrase that begins with this word.
    pub(crate) fn end(&self, phrase: &str, start: usize) -> Option<usize> {
        let (unlike, steps) = match phrase.strip_prefix('!') {
            Some(rest) => {
                let (unlike, steps) = rest.split_once(' ')?;
                (Some(unlike), steps)
            }
            None => (None, phrase),
        };
        let before = start.checked_sub(1);
        if unlike.zip(before).is_some_and(|(unlike, before)| self.fits(unlike, before)) {
            return None;
        }
        let (first, rest) = parted(steps);
        self.fits(first, start).then(|| self.rest(rest, start + 1)).flatten()
    }

    /// The end of a match of the remaining steps from this word on.
    pub(crate) fn rest(&self, steps: &str, at: usize) -> Option<usize> {
        if steps.is_empty() {
            return Some(at);
        }
        let (step, rest) = parted(steps);
        let fits = |alternatives: &str| {
            self.words.get(at).is_some_and(|word| word.gap <= self.step)
                && self.fits(alternatives, at)
        };
        match (step, step.strip_prefix('?'), step.strip_prefix('!')) {
            ("..", ..) => self.over_gap(4, rest, at),
            ("...", ..) => self.over_gap(12, rest, at),
            (_, Some(maybe), _) => fits(maybe)
                .then(|| self.rest(rest, at + 1))
                .flatten()
                .or_else(|| self.rest(rest, at)),
            (.., Some(unlike)) => (!fits(unlike)).then(|| self.rest(rest, at)).flatten(),
            _ => fits(step).then(|| self.rest(rest, at + 1)).flatten(),
        }
    }

    fn over_gap(&self, most: usize, rest: &str, at: usize) -> Option<usize> {
        let open = |to: &usize| {
            self.words.get(*to).is_some_and(|word| word.gap <= self.gap)
                && (*to == at || !(self.bars)(&self.words[to - 1]))
        };
        (at..=at + most).take_while(open).find_map(|to| self.rest(rest, to))
    }

    /// True if a word matches one of a step's alternatives: `a|b*|$list`.
    fn fits(&self, alternatives: &str, at: usize) -> bool {
        let Some(word) = self.words.get(at) else {
            return false;
        };
        alternatives.split('|').any(|one| match one {
            "*" => true,
            "^" => word.capital && at > 0,
            _ if word.code => self.code && holds_part(&word.text, one),
            _ => self.is(&word.text, one),
        })
    }

    fn is(&self, word: &str, one: &str) -> bool {
        if one == "#" {
            return is_number(word);
        }
        if let Some(list) = one.strip_prefix('$') {
            let known = self.lists.get(list);
            return known.is_some_and(|list| list.binary_search(&word).is_ok());
        }
        match one.as_bytes().last() {
            Some(b'*') => word.starts_with(&one[..one.len() - 1]),
            Some(b'+') => {
                let stem = &one[..one.len() - 1];
                word == stem || is_plural(word, stem)
            }
            Some(b'~') => is_form_of_verb(word, &one[..one.len() - 1]),
            _ => word == one,
        }
    }
}

/// Splits off the first step.
fn parted(steps: &str) -> (&str, &str) {
    steps.split_once(' ').unwrap_or((steps, ""))
}

/// True if an address or a path contains this part.
fn holds_part(code: &str, one: &str) -> bool {
    code.split('/').any(|part| match one.strip_suffix('*') {
        Some(stem) => part.starts_with(stem),
        None => part == one,
    })
}
