//! Sentences that begin by pointing back: alone they do not say what the cause was.

use crate::document::section_roles;
use crate::words;

/// The thing that a sentence leans on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pointing {
    /// Nothing: it stands alone.
    Nowhere,
    /// The cause, told before: "This caused …", "caused by that bug", "As a result, …".
    Back,
    /// The cause, told before but named again: "The bug caused …".
    Named,
    /// Something else that was told before: "This update was rolled out slowly".
    Away,
}

const POINTERS: &[&str] = &["this", "that", "these", "those", "such", "it", "they", "both"];

/// Words before the subject of a sentence.
const OPENERS: &[&str] =
    &["and", "but", "so", "then", "however", "also", "unfortunately", "in", "turn", "ultimately"];

/// Openings of a sentence that tells only an effect.
const EFFECTS: &[&[&str]] = &[
    &["as", "a", "result"],
    &["as", "a", "consequence"],
    &["consequently"],
    &["therefore"],
    &["thus"],
    &["hence"],
    &["for", "this", "reason"],
];

/// Verbs that lead from a cause to its effect.
const CAUSING: &[&str] = &[
    "allowed", "blocked", "broke", "brought", "caused", "causes", "created", "exhausted", "forced",
    "led", "left", "made", "meant", "overloaded", "overwhelmed", "prevented", "produced",
    "resulted", "triggered",
];

/// Nouns for the incident as a whole, which the title names.
pub(super) const INCIDENTS: &[&str] = &[
    "outage", "incident", "issue", "problem", "downtime", "disruption", "event", "degradation",
    "failure", "error", "errors",
];

/// Nouns for a fault that was described before.
const FAULTS: &[&str] = &[
    "bug", "change", "error", "failure", "fault", "flaw", "issue", "misconfiguration", "mistake",
    "problem", "update",
];

/// Words after which a reason follows.
const REASONS: &[&[&str]] = &[
    &["caused", "by"],
    &["due", "to"],
    &["because", "of"],
    &["because"],
    &["resulted", "from"],
    &["stemmed", "from"],
    &["triggered", "by"],
    &["result", "of"],
    &["consequence", "of"],
    &["cause", "was"],
    &["cause", "is"],
    &["culprit", "was"],
    &["culprit", "is"],
];

/// The thing that a sentence about the cause leans on.
pub(super) fn pointing(sentence: &str) -> Pointing {
    let text = match section_roles::label_end(sentence) {
        Some(end) => &sentence[end + 1..],
        None => sentence,
    };
    let list: Vec<String> = words::words(text).map(|(word, _)| word).collect();
    let opening = list.iter().take_while(|word| OPENERS.contains(&word.as_str())).count();
    let list: Vec<&str> = list[opening..].iter().map(String::as_str).collect();
    let list = list.strip_prefix(&["this", "case"]).unwrap_or(&list);
    let begins = |words: &[&str]| list.starts_with(words);
    let effect = EFFECTS.iter().find(|words| begins(words));
    // "As a result of a full disk" tells the cause.
    if effect.is_some_and(|words| list.get(words.len()) != Some(&"of")) {
        return Pointing::Back;
    }
    if let Some(reason) = reason(list) {
        let incident = list.get(reason + 1).is_some_and(|noun| INCIDENTS.contains(noun));
        return match is_pointer(list, reason) {
            // "70 failures were caused by this outage" tells what came of it.
            true if incident => Pointing::Away,
            true => Pointing::Back,
            // "They were ignored, since that was due to the hour".
            false if list[0] == "they" => Pointing::Away,
            false => Pointing::Nowhere,
        };
    }
    let causing = |word: &&str| CAUSING.contains(word);
    let Some(first) = list.first() else {
        return Pointing::Nowhere;
    };
    // "The combination of these factors led to …".
    let gathered = list.windows(3).take(3).any(|words| {
        matches!(words[0], "all" | "both" | "combination" | "each" | "some")
            && words[1] == "of"
            && matches!(words[2], "this" | "these" | "those")
    });
    if gathered {
        return Pointing::Back;
    }
    if !POINTERS.contains(first) {
        let named = *first == "the"
            && list.get(1).is_some_and(|noun| FAULTS.contains(noun))
            && list[2.min(list.len())..].iter().take(2).any(causing);
        return if named { Pointing::Named } else { Pointing::Nowhere };
    }
    let says = |words: &[&str]| list[1..].iter().take(3).any(|word| words.contains(word));
    match () {
        () if list[1..].iter().take(3).any(causing) => Pointing::Back,
        () if INCIDENTS.contains(list.get(1).unwrap_or(&"")) => Pointing::Nowhere,
        // "It was found that …", "It turned out …", "This was a bug in …".
        () if says(&["turned", "found", "discovered", "determined", "identified"]) => {
            Pointing::Nowhere
        }
        () if matches!(list.get(1..3), Some(["was" | "is", "a" | "an" | "the"])) => {
            Pointing::Nowhere
        }
        () => Pointing::Away,
    }
}

/// The index of the first word of the reason that a sentence gives.
fn reason(list: &[&str]) -> Option<usize> {
    let ends = |at: usize| {
        REASONS
            .iter()
            .filter(|words| list[at..].starts_with(words))
            .map(|words| at + words.len())
            .max()
    };
    (0..list.len()).find_map(ends).filter(|at| *at < list.len())
}

/// True if the reason is something told before: "caused by that bug", "because of this".
fn is_pointer(list: &[&str], at: usize) -> bool {
    // "The cause was that the disk was full", "it failed because it ran out of memory".
    let clause = matches!(list[at - 1], "because" | "was" | "is");
    match list[at] {
        "this" | "these" | "those" | "such" => true,
        "that" | "it" | "them" => !clause,
        _ => false,
    }
}
