//! The language in which data says what to look for in a sentence, and how it is found there. The
//! guard, the moods, the checks, the quips and the question who noticed all speak it.
//!
//! A phrase is a run of steps with blanks between them:
//! - `lost` that word, `lost|gone` either, `$lost` any word of that list;
//! - `patient+` also in the plural, `leak~` in every form of the verb, `genocid*` with any ending;
//! - `?the` a word that may be missing, `?*` any word that may be missing; `..` up to four words,
//!   `...` up to twelve;
//! - `#` a number, `^` a word with a capital letter inside a sentence;
//! - `!room` not before that word, or, at the beginning of a phrase, not after it.
//!
//! In what is written for machines, an address or a path, words are looked for only where
//! [`Matcher::code`] asks for it.

use super::inflection::{is_form_of_verb, is_number, is_plural};
use super::token::{Gap, Word};
use std::collections::BTreeMap;

/// The words behind each `$name`, in order.
pub(crate) type WordLists = BTreeMap<String, Vec<String>>;

/// A sentence in which phrases are looked for.
#[derive(Clone, Copy)]
pub(crate) struct Matcher<'a> {
    pub(crate) words: &'a [Word],
    pub(crate) lists: &'a WordLists,
    /// The widest mark that may stand before a step.
    pub(crate) step: Gap,
    /// The widest mark that a gap (`..`) may run over.
    pub(crate) gap: Gap,
    /// Whether a word may also be part of what is written for machines: "nginx" of "/etc/nginx".
    pub(crate) code: bool,
    /// Words that no gap runs over.
    pub(crate) bars: &'a dyn Fn(&Word) -> bool,
}

impl Matcher<'_> {
    /// Where a phrase ends that begins with this word.
    pub(crate) fn end(&self, phrase: &str, start: usize) -> Option<usize> {
        let (unlike, steps) = match phrase.strip_prefix('!') {
            Some(rest) => {
                let (unlike, steps) = rest.split_once(' ')?;
                (Some(unlike), steps)
            }
            None => (None, phrase),
        };
        let before = start.checked_sub(1);
        if unlike
            .zip(before)
            .is_some_and(|(unlike, before)| self.fits(unlike, before))
        {
            return None;
        }
        let (first, rest) = parted(steps);
        self.fits(first, start)
            .then(|| self.rest(rest, start + 1))
            .flatten()
    }

    /// Where the steps end that go on with this word.
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
        (at..=at + most)
            .take_while(open)
            .find_map(|to| self.rest(rest, to))
    }

    /// Whether a word is one of those of a step: `a|b*|$list`.
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
            return known.is_some_and(|list| list.binary_search_by(|a| (**a).cmp(word)).is_ok());
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

/// The first step, and the steps after it.
fn parted(steps: &str) -> (&str, &str) {
    steps.split_once(' ').unwrap_or((steps, ""))
}

/// Whether an address or a path holds such a part.
fn holds_part(code: &str, one: &str) -> bool {
    code.split('/').any(|part| match one.strip_suffix('*') {
        Some(stem) => part.starts_with(stem),
        None => part == one,
    })
}
