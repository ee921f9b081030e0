//! A sentence in two halves: the cause, and its effect.

use crate::read::summary::failing::is_one;
use crate::words;
use std::ops::Range;

/// The two halves of a sentence such as "A full disk caused the outage".
pub(super) struct Halves<'a> {
    pub(super) cause: &'a str,
    pub(super) effect: &'a str,
    /// True if the words between them tell of a failure: "prevented", "broke".
    pub(super) harms: bool,
    /// True if the effect comes first: "The outage was due to …".
    pub(super) back: bool,
}

/// Words that lead from a cause to its effect.
const FORWARD: &[&str] = &[
    "caused", "causes", "causing", "lead to", "leading", "led to", "meant", "resulted in",
    "resulting in", "triggered", "triggering",
];

/// Those that tell of a failure by themselves.
const HARMING: &[&str] = &[
    "blocked", "blocking", "broke", "brought down", "exhausted", "exposed", "killed", "overloaded",
    "overwhelmed", "prevented", "preventing", "starved", "took down",
];

/// Words that lead back from an effect to its cause.
const BACKWARD: &[&str] = &[
    "as a result of", "because", "because of", "caused by", "due a", "due to", "resulted from",
    "side effect of", "side-effect of", "stemmed from", "triggered by", "was a result of",
    "was the result of",
];

/// Words after a verb without an object: "it broke when …".
const OBJECTLESS: &str = "after and as at because but by during for from in mainly on primarily \
    so to when while without";

/// The halves of a sentence, parted at the first words that lead from one to the other.
pub(super) fn link(text: &str) -> Option<Halves<'_>> {
    let list: Vec<(String, Range<usize>)> = words::words(text).collect();
    (0..list.len()).find_map(|at| backward(text, &list, at).or_else(|| forward(text, &list, at)))
}

/// The index after the longest of these phrases that begins with this word.
pub(super) fn end_of(
    phrases: &[&str],
    list: &[(String, Range<usize>)],
    at: usize,
) -> Option<usize> {
    let fits = |phrase: &&&str| {
        let mut after = list[at..].iter();
        phrase.split(' ').all(|want| after.next().is_some_and(|(word, _)| word == want))
    };
    let ends = phrases.iter().filter(fits);
    ends.map(|phrase| at + phrase.split(' ').count()).max()
}

fn backward<'a>(text: &'a str, list: &[(String, Range<usize>)], at: usize) -> Option<Halves<'a>> {
    let end = end_of(BACKWARD, list, at)?;
    let (next, place) = list.get(end)?;
    let after = &text[place.start..];
    let (cause, effect) = match at {
        // "Due to a full disk, the relay stopped."
        0 => after.split_once(", ")?,
        _ => (after, &text[..list[at].1.start]),
    };
    // "It was due to be updated" tells a plan.
    (next != "be").then_some(Halves { cause, effect, harms: false, back: true })
}

fn forward<'a>(text: &'a str, list: &[(String, Range<usize>)], at: usize) -> Option<Halves<'a>> {
    let next = list.get(at + 1).map(|(word, _)| word.as_str());
    // "The details leading up to it".
    if list[at].0 == "leading" && next == Some("up") {
        return None;
    }
    let harms = end_of(HARMING, list, at);
    let end = harms.or_else(|| end_of(FORWARD, list, at))?;
    let before = list.get(at.checked_sub(1)?)?.0.as_str();
    let passive = !list[at].0.ends_with("ing")
        && list[at.saturating_sub(2)..at]
            .iter()
            .any(|(word, _)| is_one("was were is are been be being got", word));
    let (next, place) = list.get(end)?;
    let active = !passive
        && !is_one("not to without never could can may would we i you", before)
        && !is_one(OBJECTLESS, next);
    active.then(|| Halves {
        cause: text[..list[at].1.start].trim_end(),
        effect: &text[place.start..],
        harms: harms.is_some(),
        back: false,
    })
}
