//! The bearing of a find, by the words around it: denied, supposed, planned, or told as it
//! happened.

use super::rules::{Find, Holds, RULES, Use};
use crate::words::token::{Gap, Word};
use std::ops::Range;

/// The sense in which a find is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bearing {
    /// It happened.
    Told,
    /// It was supposed.
    Supposed,
    /// It did not happen.
    Denied,
    /// Something else was compared with it.
    Compared,
    /// It is to be done, or must not happen again.
    Planned,
}

/// A sentence's words and the phrases found in them.
pub(super) struct SentenceFinds<'a> {
    pub(super) words: &'a [Word],
    pub(super) finds: Vec<Find>,
}

/// Words that end the reach of a denial: what follows is a thought of its own.
const ENDS: &[&str] = &[
    "but", "however", "although", "though", "yet", "whereas", "while", "until", "because", "so",
    "then", "except", "unless", "after", "before", "when", "which", "as", "since", "and",
    "instead", "only",
];
/// Those of them that end a supposition, too.
const TURNS: &[&str] = &[
    "but", "however", "although", "though", "yet", "whereas", "instead", "turned", "until", "then",
];
/// Words with which a thought of its own begins after an "and".
const ANEW: &[&str] = &[
    "the", "our", "all", "some", "a", "an", "his", "her", "their", "we", "they", "it", "he", "she",
    "i", "so", "then", "later",
];
/// Verbs by which a thought is seen to be whole.
const VERBS: &[&str] = &[
    "was", "were", "is", "are", "did", "does", "do", "had", "has", "have", "could", "would", "can",
    "will", "got", "went", "ran", "fired", "existed", "worked", "came", "caught", "noticed",
    "failed", "stopped",
];

impl<'a> SentenceFinds<'a> {
    pub(super) fn new(words: &'a [Word]) -> SentenceFinds<'a> {
        let mut finds = RULES.find(words);
        let doubts: Vec<Find> =
            finds.iter().filter(|find| find.what == Use::Doubts).copied().collect();
        // "cannot rule out" rules nothing out.
        finds.retain(|find| {
            !matches!(
                find.what,
                Use::Denies | Use::Spares | Use::Denied | Use::Refutes | Use::Answers
            ) || !doubts.iter().any(|doubt| doubt.start < find.end && find.start < doubt.end)
        });
        SentenceFinds { words, finds }
    }

    fn all(&self, what: Use) -> impl Iterator<Item = &Find> {
        self.finds.iter().filter(move |find| find.what == what)
    }

    pub(super) fn has(&self, what: Use) -> bool {
        self.all(what).next().is_some()
    }

    /// True if the sentence is an answer: "None.", "No, and …".
    pub(super) fn answers_no(&self) -> bool {
        self.all(Use::Answers).any(|find| find.start == 0)
    }

    /// The finds that bring a rule down, each with how it is meant.
    pub(super) fn hits(&self) -> impl Iterator<Item = (usize, Find, Bearing)> {
        self.finds.iter().filter_map(|find| {
            let Use::Hit(rule) = find.what else {
                return None;
            };
            let other = self
                .all(Use::Unless(rule))
                .any(|unless| unless.start < find.end && find.start < unless.end);
            (!other).then(|| (rule, *find, self.bearing(rule, find)))
        })
    }

    fn bearing(&self, rule: usize, hit: &Find) -> Bearing {
        if self.is_compared(hit) {
            return Bearing::Compared;
        }
        if RULES.rules[rule].holds == Holds::Named {
            return Bearing::Told;
        }
        if self.is_denied(rule, hit) {
            return Bearing::Denied;
        }
        let inside =
            || self.all(Use::Suspects).any(|find| hit.start <= find.start && find.end <= hit.end);
        if self.precedes(Use::Suspects, hit, TURNS) || inside() {
            let turned = self
                .all(Use::Refutes)
                .chain(self.all(Use::Turns))
                .any(|find| find.start >= hit.end);
            return if turned { Bearing::Denied } else { Bearing::Supposed };
        }
        if self.precedes(Use::Plans, hit, ENDS) && !self.has(Use::MakesGood) {
            return Bearing::Planned;
        }
        Bearing::Told
    }

    /// True if a find stands in a comparison: "as shaky as a tent in a hurricane". A comma ends
    /// one.
    fn is_compared(&self, hit: &Find) -> bool {
        const MOST: usize = 8;
        self.all(Use::Compares).any(|find| {
            let from = find.end.min(hit.start);
            find.start < hit.start
                && find.end < hit.end
                && hit.start - from <= MOST
                && self.are_free_of(ENDS, from..hit.start)
                && self.words[find.end..=hit.start.max(find.end)]
                    .iter()
                    .all(|word| word.gap == Gap::Blank)
        })
    }

    /// True if such a phrase stands before a find, in the same thought.
    fn precedes(&self, what: Use, hit: &Find, ends: &[&str]) -> bool {
        self.all(what).any(|find| {
            find.end <= hit.start
                && self.are_free_of(ends, find.end..hit.start)
                // "Theory: the keys were stolen" is one thought.
                && self.words[find.end..=hit.start]
                    .iter()
                    .skip(1)
                    .all(|word| word.gap < Gap::Break)
        })
    }

    fn are_free_of(&self, ends: &[&str], range: Range<usize>) -> bool {
        self.words[range].iter().all(|word| !ends.contains(&word.text.as_str()))
    }

    fn is_denied(&self, rule: usize, hit: &Find) -> bool {
        let touched = || {
            self.all(Use::Touched)
                .any(|find| find.start >= hit.end && self.is_one_thought(hit.end, find.start))
        };
        let before = match RULES.rules[rule].holds {
            Holds::Subject => {
                self.all(Use::Spares).any(|find| self.reaches(find, hit))
                    || self
                        .all(Use::Denies)
                        .any(|find| self.is_of_a_thing(find) && self.reaches(find, hit))
                        && touched()
            }
            _ => self.all(Use::Denies).any(|denial| self.reaches(denial, hit)),
        };
        before
            || self
                .all(Use::Denied)
                .any(|denial| denial.start >= hit.end && self.is_one_thought(hit.end, denial.start))
            || self.all(Use::Answers).any(|answer| self.is_answer(answer, hit))
    }

    /// "Data lost: none", "data loss was nil"; but not "salaries not paid".
    fn is_answer(&self, answer: &Find, hit: &Find) -> bool {
        let word = &self.words[answer.start];
        let nil = matches!(word.text.as_str(), "none" | "nil" | "zero" | "0");
        let verb = || matches!(self.words[hit.end].text.as_str(), "was" | "were" | "is" | "are");
        answer.start == hit.end && (nil || word.gap == Gap::Break)
            || answer.start == hit.end + 1 && nil && verb()
    }

    fn is_one_thought(&self, from: usize, to: usize) -> bool {
        let ends = |word: &Word| {
            word.gap == Gap::Break
                || matches!(word.text.as_str(), "but" | "because" | "while" | "although")
        };
        self.words[from..=to].iter().all(|word| !ends(word))
    }

    /// True if a denial is about a find.
    fn reaches(&self, denial: &Find, hit: &Find) -> bool {
        let inside = denial.start > hit.start && denial.end < hit.end;
        if inside {
            return !hit.denies;
        }
        if denial.end > hit.start {
            return false;
        }
        let (mut finite, mut list) = (!self.is_of_a_thing(denial), false);
        for at in denial.end..=hit.start {
            let word = &self.words[at];
            let text = word.text.as_str();
            let starts_anew = match (word.gap, text) {
                (Gap::Break, _) => true,
                // "No deaths, injuries or evacuations" is one list, "no alert fired, data leaked"
                // is not.
                (Gap::Comma, _) if at > denial.end => {
                    (finite && !self.goes_on_as_list(at, hit)) && !list
                }
                _ => false,
            };
            list |= matches!(text, "or" | "nor");
            // "No name and no mail", but "nothing, and the data was lost".
            let joins = text == "and"
                && !finite
                && !self.words.get(at + 1).is_some_and(|next| ANEW.contains(&next.text.as_str()));
            let ends = at < hit.start
                && ENDS.contains(&text)
                && !joins
                && !(text == "only" && at == denial.end);
            if starts_anew || ends {
                return false;
            }
            finite |= VERBS.contains(&text);
        }
        true
    }

    /// "no", "without", "nobody" deny a thing, "not" and "never" what is done.
    fn is_of_a_thing(&self, denial: &Find) -> bool {
        !matches!(self.words[denial.end - 1].text.as_str(), "not" | "never")
    }

    /// True if an "or" joins what follows a comma to a find, right before it or right after.
    fn goes_on_as_list(&self, comma: usize, hit: &Find) -> bool {
        let joins = |word: &Word| matches!(word.text.as_str(), "or" | "nor");
        self.words[comma..hit.start].iter().any(joins)
            || self.words[hit.end..].iter().take(3).any(joins)
    }
}
