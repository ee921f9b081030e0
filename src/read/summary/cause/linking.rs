//! The sentence that leads from the cause of the failure to it, or back from it to its cause.

use super::link::{Halves, end_of, link};
use super::naming::{is_error_code, is_search, is_surface, tells_cause};
use super::pointing::{INCIDENTS, Pointing, pointing};
use super::sentence::{Told, leading_to, standing};
use super::{FAULTS, holds};
use crate::read::summary::failing::{
    LONGEST, begins, failures, has_its_noun, is_one, is_supposed, own_words, shared,
};
use crate::words::{self, holds_any};
use std::ops::Range;

/// Words after which the cause follows, whatever it led to.
const NAMING: &[&str] =
    &["issue is that", "issue was that", "problem is that", "problem was that", "reason was"];

/// Words after which that which was found follows.
const FOUND: &[&str] = &[
    "determined that", "discovered that", "found that", "identified that", "out that",
    "realised that", "realized that", "revealed that", "showed that",
];

/// Words for something done by mistake.
const SLIPS: &[&str] = &[
    "mistakenly", "accidentally", "inadvertently", "by mistake", "by accident", "unintentionally",
];
/// Beginnings of words for noticing the failure and dealing with it.
const ASIDE: &str = "alarm alert confus detect diagnos fix investig mislead mitigat notic notif \
    page recover report resol respon restor roll said stated still unexpected why";

/// Words with which a sentence adds a cause to another one.
const ADDING: &str = "additionally also another furthermore moreover second secondly similarly";

/// Words of a bare pointer to the effect: "This happened because …".
const BARE: &str = "a all an and happened in is it occurred reason so the this turn unintended \
    was which";

/// States of a service that explain nothing, and words for noticing them.
const DOWN: &str = "degraded disrupted disruption downtime outage unavailable";
const NOTICED: &str = "alerted noticed notified reasons reported why";

/// More than the weight of any link.
const MOST: usize = 9;

/// The sentence that names the cause of the failure that the title or the summary tells of.
pub(super) fn linked<'a>(told: &[Told<'a>], title: &[String]) -> Option<&'a str> {
    let found: Vec<(usize, &str)> =
        (0..told.len()).filter_map(|at| cause_told(told, at, title)).collect();
    let most = found.iter().map(|(weight, _)| *weight).max()?;
    let mut best = found.iter().filter(|(weight, _)| *weight == most);
    let (_, first) = *best.next()?;
    let own = own_words(first);
    let rival = best.any(|(_, other)| shared(&own, other) == 0);
    (!rival).then_some(first)
}

/// A mistake that did harm, or that happened to what the title names.
pub(super) fn slip<'a>(told: &[Told<'a>], title: &[String]) -> Option<&'a str> {
    const UNDONE: &str = "delet drop expos leak overwr publish remov revok truncat wip";
    told.iter().map(|told| told.text).find(|text| {
        let lower = text.to_lowercase();
        let undone = || words::words(text).any(|(word, _)| begins(UNDONE, &word));
        holds_any(&lower, SLIPS)
            && (undone() || failures(text) > 0 || shared(title, text) > 0)
            && is_certain(text)
            && pointing(text) == Pointing::Nowhere
    })
}

/// The failure with which a conclusion begins.
pub(super) fn concluded<'a>(told: &[Told<'a>]) -> Option<&'a str> {
    let text = told.first()?.text;
    let lower = text.to_lowercase();
    let fails = failures(text) > 0 || holds_any(&lower, &["insufficient", "lack"]);
    let own = is_one("in this we our it to by", &first_word(text));
    (fails && !own && is_certain(text) && !is_incident(text)).then_some(text)
}

/// The cause that a sentence names or points to, with its weight.
fn cause_told<'a>(told: &[Told<'a>], at: usize, title: &[String]) -> Option<(usize, &'a str)> {
    let text = told[at].text;
    if is_whole(text) && names(text) {
        return Some((MOST, text));
    }
    if !is_whole(text) || is_surface(text) || is_one(ADDING, &first_word(text)) {
        return None;
    }
    let certain = !is_supposed(text);
    if certain && tells_cause(text) {
        return Some((MOST, standing(told, at)?));
    }
    // What an effect "would" do says nothing against its cause.
    let link = link(text).filter(|link| certain || !link.back && !is_supposed(link.cause));
    if let Some(link) = link.as_ref()
        && let Some(weight) = weight(told, at, link, title)
    {
        return Some((weight, cause_of(told, at, link)?));
    }
    (certain && finds_fault(text, title)).then_some((1, text))
}

/// True for "The problem was that …".
fn names(text: &str) -> bool {
    let list: Vec<(String, Range<usize>)> = words::words(text).take(8).collect();
    (0..list.len()).any(|at| end_of(NAMING, &list, at).is_some())
}

/// True for "We found that the pods had no limit".
fn finds_fault(text: &str, title: &[String]) -> bool {
    const CHANGED: &[&str] = &["changed", "deleted", "disabled", "reduced", "removed"];
    let list: Vec<(String, Range<usize>)> = words::words(text).collect();
    let end = (0..list.len()).find_map(|at| end_of(FOUND, &list, at));
    end.is_some_and(|end| {
        let found = text[list[end - 1].1.end..].to_lowercase();
        // That somebody was not who he said, or was not there, is no fault of a system.
        let found = found.replace("n't ", " not ").replace(" was not ", " ");
        let fault =
            holds(&found, &[FAULTS]) || holds_any(&found, CHANGED) && shared(title, &found) > 1;
        fault && !is_incident(&found) && !is_aside(&found)
    })
}

/// True for a whole sentence that tells what happened.
fn is_certain(text: &str) -> bool {
    is_whole(text) && !is_supposed(text)
}

fn is_whole(text: &str) -> bool {
    text.len() < LONGEST
        && text.split_whitespace().count() > 4
        && !text.ends_with([':', '?'])
        && !text.starts_with(|c: char| c.is_ascii_digit())
        && !is_search(text)
}

/// The sentence itself, or the one before it that "this" points to.
fn cause_of<'a>(told: &[Told<'a>], at: usize, link: &Halves) -> Option<&'a str> {
    let text = told[at].text;
    let mut list = words::words(text).map(|(word, _)| word);
    let (first, second) = (list.next()?, list.next()?);
    // "Since it was not culled, …" says nothing of what was not.
    if is_one("since as when because", &first) && is_one("it they", &second) {
        return None;
    }
    // "This happened because …" has its cause.
    if link.back || !is_one("this that these it they", &first) {
        return standing(told, at);
    }
    // "These changes, which nobody tested, caused …" has its noun.
    let named = has_its_noun(&first, &second) && link.cause.split_whitespace().count() > 2;
    match named {
        true => Some(text),
        false => leading_to(told, at).map(|before| before.text).filter(|before| is_whole(before)),
    }
}

/// The weight of a sentence with these halves as the one that names the cause.
fn weight(told: &[Told], at: usize, link: &Halves, title: &[String]) -> Option<usize> {
    let bare = words::words(link.effect).all(|(word, _)| is_one(BARE, &word));
    let effect = match bare {
        true => told[at.checked_sub(1)?].text,
        // Its own reason is no part of an effect.
        false => link.effect.split(" because ").next().unwrap_or_default(),
    };
    if bare && !told[at].follows || is_aside(effect) || is_symptom(link) {
        return None;
    }
    let harm = failures(effect).min(2) + usize::from(link.harms || is_incident(effect));
    let own = shared(title, effect).min(2);
    (harm > 0 || own > 1).then_some(1 + harm + 2 * own)
}

fn first_word(text: &str) -> String {
    words::words(text).next().map_or_else(String::new, |(word, _)| word)
}

/// True if the effect is on those who deal with the failure, or is no failure at all.
fn is_aside(effect: &str) -> bool {
    is_one("it they we i you", &first_word(effect))
        || words::words(effect).take(9).any(|(word, _)| begins(ASIDE, &word))
}

/// True for an effect that is the incident itself: "The outage was …".
fn is_incident(effect: &str) -> bool {
    words::words(effect).take(4).any(|(word, _)| INCIDENTS.contains(&word.as_str()))
}

/// True if the cause is only a symptom: the incident itself, or a service that is down.
fn is_symptom(link: &Halves) -> bool {
    let list: Vec<String> = words::words(link.cause).map(|(word, _)| word).collect();
    let has = |known: &str| list.iter().any(|word| is_one(known, word));
    let down =
        list.windows(2).any(|pair| pair[1] == "down" && is_one("go went was were", &pair[0]));
    let bare = list.len() < 4
        && is_one("the this that our", &first_word(link.cause))
        && is_incident(link.cause);
    // "We experienced an incident that led to …".
    let met = list.iter().rev().skip_while(|word| is_one("that which", word));
    let met: Vec<&str> = met.take(2).map(String::as_str).collect();
    let met = matches!(met[..], [noun, which] if INCIDENTS.contains(&noun)
        && is_one("a an brief major partial severe significant", which));
    list.is_empty()
        || bare
        || met && !link.back
        || is_error_code(link.cause)
        || has(NOTICED)
        || !link.back && (down || has(DOWN))
}
