//! Sentences that name the cause, told from those in which somebody looked for it.

use crate::document::section_roles;
use crate::words::{self, begins_with_any, holds_any};

/// Nouns for a cause, as the subject of a sentence.
const SUBJECTS: &[&str] = &["cause", "causes", "culprit"];
/// Words that link such a noun to the cause itself.
const JOINS: &[&str] =
    &["was", "were", "is", "are", "lay", "lies", "turned", "stemmed", "came", "became"];
/// Words that lead from such a noun to its verb: "the cause of the outage was".
const OF: &[&str] =
    &["of", "for", "behind", "in", "here", "itself", "that", "why", "we", "identified", "found"];
/// Words for what is done to a cause that is known.
const MENDED: &[&str] = &[
    "fixed", "resolved", "addressed", "mitigated", "removed", "corrected", "reverted", "patched",
    "being", "carried",
];
/// Words between a verb and such a noun: "was identified as the main cause".
const QUALIFIERS: &[&str] = &[
    "a", "actual", "also", "an", "as", "be", "confirmed", "direct", "identified", "immediate",
    "initial", "likely", "main", "most", "primary", "probable", "real", "root", "the", "to",
    "ultimate", "underlying",
];
/// Words that introduce the cause of a fault.
const LED: &[&str] = &[
    "caused by",
    "was due to",
    "were due to",
    "resulted from",
    "stemmed from",
    "arisen from",
    "arose from",
    "risen from",
    "triggered by",
    "centered around the fact that",
    "centred around the fact that",
];
/// Words that describe a search for the cause.
const SEARCHED: &[&str] = &[
    "this postmortem",
    "this post-mortem",
    "this report",
    "this document",
    "aims to",
    "made up of",
    "challenging",
    "difficult to",
    "committed to",
    "still under",
    "delayed detection",
    "not yet",
    "not a proven",
    "unproven",
    "unknown",
    "unclear",
    "under investigation",
    "being investigated",
    "began investigating",
    "started investigating",
    "to identify the root",
    "to identify the cause",
    "to find the root",
    "to find the cause",
    "to determine the root",
    "to determine the cause",
    "continuing investigation",
    "hypothesis was",
    "hypothesis is",
    "initial hypothes",
    "initially suspected",
    "initially thought",
    "initially believed",
    "not figure out",
    "not determine",
    "not find",
    "not found the",
    "not identified",
    "n't identified",
    "n’t identified",
    "unable to determine",
    "unable to identify",
    "might be",
    "may be the",
    "one possible",
    "cause of many",
    "cause of most",
    "causes of many",
    "causes of most",
    "this is invalid",
    "is not applicable",
    "does not apply",
    "misattributed",
    "misdiagnosed",
    "misinterpreted to be",
    "incorrectly attributed",
    "mistakenly attributed",
    "wrongly attributed",
    "ruled out",
    "exclude",
    "not the cause",
    "was not the",
];

/// True if a sentence tells that somebody looked for the cause, or only supposed one.
pub(super) fn is_search(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    holds_any(&lower, SEARCHED)
}

/// True for "The root cause was …", which says of itself that it tells the cause.
pub(super) fn states_cause(sentence: &str) -> bool {
    if is_search(sentence) || sentence.ends_with(['?', ':']) {
        return false;
    }
    let list: Vec<String> = words::words(sentence).map(|(word, _)| word).collect();
    let article = list.first().is_some_and(|word| matches!(word.as_str(), "the" | "our" | "its"));
    let lead = usize::from(article);
    let rest = &list[lead.min(list.len())..];
    let count = rest
        .iter()
        .take_while(|word| QUALIFIERS.contains(&word.as_str()) && !is_doubtful(word))
        .count();
    let noun = rest.get(count).is_some_and(|word| SUBJECTS.contains(&word.as_str()));
    noun && is_joined(sentence, lead + count)
}

/// True for "The root cause was a failure of the mail server", which leaves open why that failed.
pub(super) fn is_surface(sentence: &str) -> bool {
    const FAILED: &[&str] = &["breakdown", "crash", "failure", "malfunction"];
    let list: Vec<String> = words::words(sentence).map(|(word, _)| word).collect();
    let by = |at: usize| list[at] == "by" && at > 0 && list[at - 1] == "caused";
    let named = (0..list.len())
        .rposition(|at| by(at) || matches!(list[at].as_str(), "was" | "is" | "as" | "to"));
    let noun = (0..list.len()).any(|at| is_subject(&list, at) || by(at));
    noun && named.is_some_and(|at| {
        let told = &list[at + 1..];
        // "The root cause was an underlying database issue."
        let vague = ["issue", "issues", "problem", "problems"];
        let article = told.first().is_some_and(|word| matches!(&**word, "a" | "an" | "the"));
        let is_vague = |word: Option<&String>| word.is_some_and(|word| vague.contains(&&**word));
        // "It was caused by a problem with our provider".
        let within =
            told.get(2).is_some_and(|word| matches!(&**word, "at" | "in" | "of" | "on" | "with"));
        let open = is_vague(told.last()) || within && is_vague(told.get(1));
        if article && told.len() < 6 + usize::from(within) && open {
            return true;
        }
        told.len() < 9 && told.iter().take(4).any(|word| FAILED.contains(&word.as_str()))
    })
}

fn is_doubtful(word: &str) -> bool {
    matches!(word, "likely" | "probable" | "most" | "initial")
}

/// True if a sentence states the cause rather than that somebody looked for it.
pub(super) fn names_cause(sentence: &str) -> bool {
    if is_search(sentence) {
        return false;
    }
    let lower = sentence.to_lowercase();
    if LED.iter().any(|words| leads(&lower, words)) {
        return !lower.ends_with('?');
    }
    if let Some((before, _)) = lower.split_once("because of") {
        return tells_fault(before);
    }
    let joined = tells_cause(&lower);
    let label = section_roles::label_end(sentence).map(|end| sentence[..end].to_lowercase());
    let asks = lower.ends_with('?') && (lower.contains("culprit") || lower.contains("root cause"));
    let asked = asks || label.is_some_and(|label| label.contains("cause"));
    asked || joined && !lower.ends_with('?')
}

/// True if a noun for a cause is joined to the cause itself.
pub(super) fn tells_cause(sentence: &str) -> bool {
    let list: Vec<String> = words::words(sentence).map(|(word, _)| word).collect();
    (0..list.len())
        .filter(|at| is_subject(&list, *at))
        .any(|at| is_joined(sentence, at) || is_named(&list[..at]))
}

/// True if the words before such a noun name it: "a full disk was the root", "identified as the".
fn is_named(before: &[String]) -> bool {
    before
        .iter()
        .rev()
        .find(|word| !QUALIFIERS.contains(&word.as_str()) || matches!(word.as_str(), "as" | "be"))
        .is_some_and(|word| matches!(word.as_str(), "was" | "were" | "is" | "as" | "be"))
}

/// True for a cause that is only what the visitors saw: "an internal server error".
pub(super) fn is_error_code(cause: &str) -> bool {
    let near: Vec<&str> = cause.split_whitespace().take(6).collect();
    holds_any(&near.join(" ").to_lowercase(), &["internal server error", "status code"])
}

/// True if these words introduce a cause: an alert that a threshold triggered is no fault.
fn leads(lower: &str, words: &str) -> bool {
    let alarm = ["alert", "alarm", "page", "pager", "notification", "monitor"];
    lower.split_once(words).is_some_and(|(before, after)| {
        // "It was due to be updated" tells a plan, "due to an internal server error" a symptom.
        !after.starts_with(" be ")
            && !is_error_code(after)
            && !before.split_whitespace().rev().take(4).any(|word| begins_with_any(word, &alarm))
    })
}

/// True if the words before "because of" tell a fault: "Because of the hour, few noticed" does
/// not explain one.
fn tells_fault(before: &str) -> bool {
    let fault = [
        "outage", "issue", "problem", "incident", "error", "fail", "crash", "down", "died",
        "broke", "stopped", "happened", "unavailab",
    ];
    holds_any(before, &fault)
}

/// True if the word is a noun for a cause.
fn is_subject(list: &[String], at: usize) -> bool {
    // "Which would cause timeouts" names an effect.
    let before = at.checked_sub(1).map(|at| list[at].as_str());
    let verb =
        matches!(before, Some("would" | "to" | "will" | "can" | "could" | "may" | "not" | "which"));
    // "The cause would be" is about another day.
    let next = list.get(at + 1).map(String::as_str);
    let supposed = matches!(next, Some("would" | "could" | "might" | "may"));
    SUBJECTS.contains(&list[at].as_str()) && !verb && !supposed
}

/// True if the noun at this index is the subject of a verb such as "was", within its clause: not
/// "after root cause identification, the service was rolled back".
fn is_joined(sentence: &str, at: usize) -> bool {
    let mut after = words::words(sentence).skip(at);
    let Some((_, noun)) = after.next() else {
        return false;
    };
    let mut after = after.take(14).peekable();
    let leads = |word: &str| JOINS.contains(&word) || OF.contains(&word);
    if !after.peek().is_some_and(|(word, _)| leads(word)) {
        return false;
    }
    let joined = after
        .find(|(word, _)| JOINS.contains(&word.as_str()))
        .is_some_and(|(_, verb)| !sentence[noun.end..verb.start].contains([',', ';', ':']));
    // "The root cause was fixed by …".
    joined && !after.next().is_some_and(|(word, _)| MENDED.contains(&word.as_str()))
}
