//! The language in which the data says what to look for, and how it is found in a sentence.
//!
//! A phrase is a run of steps with blanks between them:
//! - `lost` that word, `lost|gone` either, `$lost` any word of that list;
//! - `patient+` also in the plural, `leak~` in every form of the verb, `genocid*` with any ending;
//! - `?the` a word that may be missing, `?*` any word that may be missing; `..` up to four words,
//!   `...` up to twelve;
//! - `#` a number, `^` a word with a capital letter inside a sentence;
//! - `!room` not before that word, or, at the beginning of a phrase, not after it.
//!
//! Gaps stay inside one thought: they do not run over a semicolon, a colon or a dash.

use super::choice::{Alternatives, Lists};
use super::sentence::{Gap, GuardWord};

/// A phrase taken apart.
#[derive(Debug)]
pub(super) struct GuardPattern {
    /// What must not stand before it.
    unlike: Option<Alternatives>,
    steps: Vec<PatternStep>,
    /// Whether it says "not" itself.
    pub(super) denies: bool,
}

/// One step of a phrase.
#[derive(Debug)]
enum PatternStep {
    /// One of these.
    Word(Alternatives),
    /// One of these, or nothing.
    Maybe(Alternatives),
    /// None of these comes next.
    Not(Alternatives),
    /// Any words, up to so many.
    Gap(usize),
}

/// The words that deny inside a phrase of their own.
const DENIALS: &[&str] = &[
    "no", "not", "never", "nobody", "none", "nothing", "without", "neither", "nor", "zero",
];

/// What a phrase begins with.
pub(super) fn opening(text: &str, lists: &Lists) -> Alternatives {
    let first = text.split_whitespace().find(|step| !step.starts_with('!'));
    first
        .map(|step| Alternatives::new(step, lists))
        .unwrap_or_default()
}

impl GuardPattern {
    /// Takes a phrase apart.
    pub(super) fn new(text: &str, lists: &Lists) -> GuardPattern {
        let mut parts = text.split_whitespace().peekable();
        let unlike = parts
            .next_if(|step| step.starts_with('!'))
            .map(|step| Alternatives::new(&step[1..], lists));
        let steps: Vec<PatternStep> = parts.map(|step| PatternStep::new(step, lists)).collect();
        let denies = text.split([' ', '|']).any(|word| DENIALS.contains(&word));
        GuardPattern {
            unlike,
            steps,
            denies,
        }
    }

    /// Where it ends, when it begins with this word.
    pub(super) fn end(&self, words: &[GuardWord], start: usize) -> Option<usize> {
        let before = start.checked_sub(1).map(|at| &words[at]);
        let other = before
            .zip(self.unlike.as_ref())
            .is_some_and(|(word, unlike)| unlike.fits(word, start > 1));
        if other {
            None
        } else {
            walk(&self.steps, words, start)
        }
    }
}

impl PatternStep {
    fn new(step: &str, lists: &Lists) -> PatternStep {
        match (step, step.strip_prefix('?'), step.strip_prefix('!')) {
            ("..", ..) => PatternStep::Gap(4),
            ("...", ..) => PatternStep::Gap(12),
            (_, Some(rest), _) => PatternStep::Maybe(Alternatives::new(rest, lists)),
            (.., Some(rest)) => PatternStep::Not(Alternatives::new(rest, lists)),
            _ => PatternStep::Word(Alternatives::new(step, lists)),
        }
    }
}

fn walk(steps: &[PatternStep], words: &[GuardWord], at: usize) -> Option<usize> {
    let fits = |choice: &Alternatives| words.get(at).is_some_and(|word| choice.fits(word, at > 0));
    match steps.split_first() {
        None => Some(at),
        Some((PatternStep::Word(choice), rest)) => {
            fits(choice).then(|| walk(rest, words, at + 1)).flatten()
        }
        Some((PatternStep::Not(choice), rest)) => {
            (!fits(choice)).then(|| walk(rest, words, at)).flatten()
        }
        Some((PatternStep::Maybe(choice), rest)) => {
            let with = fits(choice).then(|| walk(rest, words, at + 1)).flatten();
            with.or_else(|| walk(rest, words, at))
        }
        Some((PatternStep::Gap(most), rest)) => (at..=at + most)
            .take_while(|to| words.get(*to).is_some_and(|word| word.gap < Gap::Break))
            .find_map(|to| walk(rest, words, to)),
    }
}
