//! Sentences that order or promise something, told apart from those that only say how things are.

use super::done::is_past;
use super::task::is_intended;
use crate::document::section_roles::label_end;
use crate::words::verbs::{begins_with_verb, is_verb};
use crate::words::{self, begins_with_any, holds_any};
use std::ops::Range;

/// The order behind a condition at the front: "If a rope tears, call the sexton".
pub(super) fn behind_condition(lower: &str) -> Option<&str> {
    const CONDITIONS: [&str; 8] =
        ["if ", "until ", "when ", "whenever ", "before ", "after ", "once ", "unknown, "];
    let begins = begins_with_any(lower, &CONDITIONS);
    let rest = lower.split_once(", ").filter(|_| begins)?.1;
    let first = words::words(rest).next();
    first.is_some_and(|(word, _)| is_verb(&word)).then_some(rest)
}

/// True if a sentence says how things are or were, or that there is nothing to do.
pub(super) fn observes(lower: &str) -> bool {
    let starts = |all: &[&str]| begins_with_any(lower, all);
    let holds = |all: &[&str]| holds_any(lower, all);
    if starts(&["no ", "none", "nothing "]) && holds(&["action", "follow", "measure", "none"]) {
        return true;
    }
    // Action items are what a list holds, and no task is about them.
    let all = holds(&["action items", "every action item", "each action item"]);
    let rules = ["are ", "fall ", "must ", "should ", "will "];
    let bare = label_end(lower).map_or(lower, |end| lower[end + 1..].trim_start());
    let ruled = ["action items ", "actions ", "each item ", "every item "]
        .iter()
        .filter_map(|all| bare.strip_prefix(all))
        .any(|rest| begins_with_any(rest, &rules));
    if ruled || all && !starts(&["action item"]) && !orders(lower) {
        return true;
    }
    // What was done to end it.
    let during = starts(&[
        "immediately after the incident",
        "immediately after the outage",
        "during the incident",
        "during the outage",
        "to restore the service",
        "to resolve the incident",
    ]);
    if during && !is_intended(lower) {
        return true;
    }
    let jokes = holds(&["(not really", "(just kidding", "(kidding", "(joking"]);
    let answers = starts(&["no, ", "yes, "]) || starts(&["as it ", "as we ", "as there "]);
    let imagines = holds(&[" had "]) && holds(&[" could have ", " would have "]);
    let keeps = holds(&[" will remain ", " will stay ", "don't have to ", "do not have to "]);
    let is = holds(&[" seemed to ", " seems to ", " fully operational", " back online"]);
    let is = is && !is_intended(lower);
    jokes || answers || !orders(lower) && (imagines || keeps || is)
}

/// True for a line about the report: of a template's checklist, "The sections above are filled out",
/// and "Document status: draft".
pub(super) fn is_about_report(text: &str) -> bool {
    let lower = format!(" {} ", text.to_lowercase());
    let data = [
        " author:", " document status", " last updated", " prepared by", " reviewed by",
        " version:", " by:",
    ];
    let things = ["report", "postmortem", "incident"];
    let about = |thing: &&str| {
        [" is ", " has been "].iter().any(|is| lower.contains(&format!(" {thing}{is}")))
    };
    let about =
        things.iter().any(about) || holds_any(&lower, &[" sections above ", " items above "]);
    begins_with_any(&lower, &data) || about && !orders(text) && !is_intended(&lower)
}

/// True if a guide asks the author to write something: "Outline the steps taken".
pub(super) fn asks_author(text: &str) -> bool {
    let lower = text.to_lowercase();
    let verbs = ["describe ", "detail ", "explain ", "list ", "outline ", "summari"];
    let things = [
        "actions taken", "resulting from", "steps taken", "the impact", "the incident",
        "the root cause", "to this incident", "we should complete",
    ];
    begins_with_any(&lower, &verbs) && holds_any(&lower, &things)
}

/// True if a sentence of prose says what was not done, and no more.
pub(super) fn denies(text: &str) -> bool {
    let lower = text.to_lowercase().replace('’', "'");
    let nots = [" have not ", " has not ", "haven't ", "hasn't ", " did not ", "didn't "];
    let first = nots.iter().filter_map(|not| lower.find(not)).min();
    // "Guards, which have not been there" are wanted.
    let within =
        |at: usize| [" which ", " who ", " if "].iter().any(|word| lower[..at].contains(word));
    first.is_some_and(|at| !within(at)) && !is_intended(&lower) && !orders(&lower)
}

/// True if a sentence begins with the verb of a task, as "Scaling is hard" and "We have a rule for
/// it" do not.
pub(super) fn orders(text: &str) -> bool {
    let mut words = words::words(text).map(|(word, _)| word);
    let words: Vec<String> = words.by_ref().take(8).collect();
    let is = |at: usize, wanted: &[&str]| {
        words.get(at).is_some_and(|word| wanted.contains(&word.as_str()))
    };
    let first = usize::from(is(0, &["then", "also"]));
    if is(first, &["we"]) && is(first + 1, &["have"]) && !is(first + 2, &["to"]) {
        return false;
    }
    let ask = ["that", "whether", "if", "what", "which", "how", "where", "and"];
    let finite = ["is", "are", "was", "were", "has"];
    let states = words.first().is_some_and(|word| word.ends_with("ing"))
        && (1..words.len()).take_while(|at| !is(*at, &ask)).any(|at| is(at, &finite));
    begins_with_verb(text) && !states
}

/// True if a sentence says that somebody will do something, or that it will be done, as "These will
/// be the same" does not.
pub(super) fn commits(text: &str) -> bool {
    let said = text.split('(').next().unwrap_or_default();
    let words: Vec<String> = words::words(said).map(|(word, _)| word).collect();
    let who = ["we", "i", "team", "engineers", "we'll", "let's"];
    let by_us = words.iter().take(5).any(|word| who.contains(&word.as_str()));
    let made = words.windows(2).any(|pair| {
        let irregular = matches!(
            pair[1].as_str(),
            "built" | "done" | "kept" | "made" | "put" | "run" | "sent" | "set" | "written"
        );
        pair[0] == "be" && (irregular || is_past(&pair[1]))
    });
    is_intended(said) && (by_us || made)
}

/// True if a sentence behind a task only tells more of what that names: "We will hang a bell. The
/// bell will ring at noon."
pub(super) fn explains(task: &str, text: &str) -> bool {
    let mut list = words::words(text).map(|(word, _)| word);
    let (first, second) = (list.next().unwrap_or_default(), list.next().unwrap_or_default());
    let again = || words::words(task).any(|(word, _)| word == second);
    let leans = match first.as_str() {
        "this" | "that" | "these" | "it" | "they" => true,
        "the" => again(),
        _ => false,
    };
    leans && !commits(text) && !super::done::says_done(text)
}

/// True if a sentence tells the readers what to do: "Users should update", "Rotate your keys".
pub(super) fn advises(lower: &str) -> bool {
    const TO: [&str; 14] = [
        "users should", "users must", "users can", "customers should", "customers must",
        "customers can", "you should", "you must", "you can", "you may", "you need", "you don't",
        "if you ", "please ",
    ];
    const THINGS: [&str; 14] = [
        "account", "accounts", "api", "client", "credentials", "device", "installation", "key",
        "keys", "node", "password", "passwords", "token", "tokens",
    ];
    const ASKED: [&str; 4] = ["all users", "you", "users", "customers"];
    let recommends =
        ["we recommend ", "we recommend that ", "we advise ", "we strongly recommend "];
    let asks =
        |lead: &&str| lower.strip_prefix(*lead).is_some_and(|rest| begins_with_any(rest, &ASKED));
    let list: Vec<String> = words::words(lower).map(|(word, _)| word).take(9).collect();
    let yours =
        list.windows(3).any(|three| {
            three[0] == "your" && three[1..].iter().any(|word| THINGS.contains(&word.as_str()))
        }) || list.windows(2).any(|two| two[0] == "your" && THINGS.contains(&two[1].as_str()));
    begins_with_any(lower, &TO) || recommends.iter().any(asks) || yours
}

/// True if a line among what was learned says what is to be done, not what went badly.
pub(super) fn wants(text: &str) -> bool {
    let told = label_end(text).map_or("", |end| &text[end + 1..]);
    let doing = super::task::is_doing(&text.to_lowercase().replace('’', "'"));
    orders(text) || orders(told) || doing || is_intended(&format!(" {text} ").replace('—', " "))
}

/// The orders to which a sentence only leads: "The fix would be to wax the ropes and to count the
/// bells".
pub(super) fn wished(text: &str) -> Vec<Range<usize>> {
    const LEADS: [&str; 4] = [" would be to ", " is to ", " are to ", " will be to "];
    const WISHES: [&str; 9] =
        ["action", "fix", "improvement", "measure", "remedy", "solution", "step", "thing", "way"];
    let found = LEADS.iter().filter_map(|lead| Some((text.find(lead)?, lead.len())));
    let Some((at, length)) = found.min() else {
        return Vec::new();
    };
    let mut near = words::words(&text[..at]).take(4);
    let wishes = near.any(|(word, _)| begins_with_any(&word, &WISHES));
    let mut from = at + length;
    let mut out = Vec::new();
    while wishes && from < text.len() {
        // "Remember to check" is to check.
        let skipped = "remember to ";
        from += if text[from..].starts_with(skipped) { skipped.len() } else { 0 };
        let next = |range: &usize| words::words(&text[*range..]).next();
        let is_order = |range: &usize| next(range).is_some_and(|(word, _)| is_verb(&word));
        let ends = text[from..].match_indices(" and to ").map(|(end, _)| from + end);
        let end = ends.filter(|end| is_order(&(end + " and to ".len()))).min();
        if !is_order(&from) {
            return Vec::new();
        }
        out.push(from..end.unwrap_or(text.len()));
        from = end.map_or(text.len(), |end| end + " and to ".len());
    }
    out
}

/// The sentences of a text, each with those that only spell it out: "In particular, …".
pub(super) fn thoughts(text: &str) -> Vec<Range<usize>> {
    const SPELLS: [&str; 6] = [
        "in particular", "for example", "for instance", "specifically", "especially",
        "this includes",
    ];
    let mut out: Vec<Range<usize>> = Vec::new();
    for sentence in words::sentences(text) {
        let lower = text[sentence.clone()].to_lowercase();
        match out.last_mut() {
            Some(last) if begins_with_any(&lower, &SPELLS) => {
                last.end = sentence.end;
            }
            _ => out.push(sentence),
        }
    }
    out
}

/// True if a sentence is more than one word said over and over, unlike "Check! Check check."
pub(super) fn says_enough(text: &str) -> bool {
    let mut words = words::words(text).map(|(word, _)| word);
    let first = words.next();
    words.any(|word| Some(&word) != first.as_ref())
}
