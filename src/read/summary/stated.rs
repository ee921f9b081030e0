//! The durations that a report states in words: until detection, response, mitigation, resolution.

use crate::document::paragraph::Paragraph;
use crate::incident::StatedLengths;
use crate::time::length::{self, Length};
use crate::words::{self, holds_any};

/// The durations that these paragraphs state.
pub(crate) fn stated(paragraphs: &[Paragraph]) -> StatedLengths {
    let mut out = StatedLengths::default();
    for paragraph in paragraphs {
        for unit in words::sentences(&paragraph.text) {
            let text = &paragraph.text[unit];
            for length in length::all(text) {
                let span = match span_of(text, &length) {
                    Some(Milestone::Detect) => &mut out.detect,
                    Some(Milestone::Acknowledge) => &mut out.acknowledge,
                    Some(Milestone::Mitigate) => &mut out.mitigate,
                    Some(Milestone::Resolve) => &mut out.resolve,
                    None => continue,
                };
                span.get_or_insert(length.minutes);
            }
        }
    }
    out
}

#[derive(Clone, Copy, PartialEq)]
enum Milestone {
    Detect,
    Acknowledge,
    Mitigate,
    Resolve,
}

/// Labels before a duration: "Time to detection: 30 minutes".
const NAMES: &[(&str, Milestone)] = &[
    ("time to detect", Milestone::Detect),
    ("time to detection", Milestone::Detect),
    ("detection time", Milestone::Detect),
    ("ttd", Milestone::Detect),
    ("mttd", Milestone::Detect),
    ("time to acknowledge", Milestone::Acknowledge),
    ("time to acknowledgement", Milestone::Acknowledge),
    ("time to acknowledgment", Milestone::Acknowledge),
    ("mtta", Milestone::Acknowledge),
    ("time to mitigate", Milestone::Mitigate),
    ("time to mitigation", Milestone::Mitigate),
    ("time to repair", Milestone::Mitigate),
    ("mttm", Milestone::Mitigate),
    ("time to resolve", Milestone::Resolve),
    ("time to resolution", Milestone::Resolve),
    ("time to recover", Milestone::Resolve),
    ("time to recovery", Milestone::Resolve),
    ("time to restore", Milestone::Resolve),
    ("resolution time", Milestone::Resolve),
    ("mttr", Milestone::Resolve),
];

/// Words that may come between such a label and its duration.
const BETWEEN: &[&str] = &[
    "was", "is", "of", "about", "approximately", "around", "roughly", "almost", "nearly", "mttr",
    "mttd", "ttr", "ttd", "approx", "the", "incident",
];

/// Verbs of a sentence such as "it took 20 minutes to notice".
const VERBS: &[(&[&str], Milestone)] = &[
    (&["detect", "notice", "realise", "realize", "discover"], Milestone::Detect),
    (&["acknowledge"], Milestone::Acknowledge),
    (&["mitigate"], Milestone::Mitigate),
];

/// Words before a duration that ended with detection: "went unnoticed for 20 minutes".
const UNNOTICED: &[&str] = &["unnoticed for", "undetected for", "detected after", "noticed after"];

/// Signs that a duration is a goal rather than a fact.
const WISHED: &[&str] = &["should", "target", "goal", "reduce", "would", "future", "aim"];

/// True for "(during support hours 10:00–17:00)", which says that the nights were left out.
pub(super) fn is_of_some_hours(after: &str) -> bool {
    let remark = after.trim_start().strip_prefix('(');
    let remark = remark.and_then(|rest| rest.split(')').next());
    let lower = remark.unwrap_or_default().to_lowercase();
    let hours = ["support hours", "working hours", "business hours", "office hours"];
    holds_any(&lower, &hours)
}

/// The milestone that a duration in a sentence leads up to.
fn span_of(text: &str, length: &Length) -> Option<Milestone> {
    if is_of_some_hours(&text[length.range.end..]) {
        return None;
    }
    let list = |text: &str| -> Vec<String> { words::words(text).map(|(word, _)| word).collect() };
    let before = list(&text[..length.range.start]);
    let after = list(&text[length.range.end..]);
    if before.iter().chain(&after).any(|word| WISHED.contains(&word.as_str())) {
        return None;
    }
    let loose = before.iter().rev().take_while(|word| BETWEEN.contains(&word.as_str())).count();
    // "MTTR: 50 minutes" uses a label that may also come in between.
    let ends = |name: &str| {
        let name: Vec<&str> = name.split(' ').collect();
        (before.len() - loose..=before.len())
            .any(|end| end >= name.len() && before[end - name.len()..end].iter().eq(name.iter()))
    };
    let named = NAMES.iter().find(|(name, _)| ends(name));
    named
        .map(|(_, span)| *span)
        .or_else(|| {
            let unnoticed = UNNOTICED.iter().any(|name| ends(name)) || noticed_after(&before);
            unnoticed.then_some(Milestone::Detect)
        })
        .or_else(|| told_after(&before, &after))
        .or_else(|| ended_in(&before, &after).filter(|end| *end == Milestone::Mitigate))
}

/// The time until it was resolved, where a sentence tells only that: "resolved in two hours". A
/// length that is told as the duration says more.
pub(crate) fn resolved_in(paragraphs: &[Paragraph]) -> Option<f64> {
    let list = |text: &str| -> Vec<String> { words::words(text).map(|(word, _)| word).collect() };
    let told = |text: &str| {
        length::all(text).into_iter().find_map(|length| {
            let before = list(&text[..length.range.start]);
            let after = list(&text[length.range.end..]);
            let wished = before.iter().any(|word| WISHED.contains(&word.as_str()));
            let resolved = ended_in(&before, &after) == Some(Milestone::Resolve);
            (resolved && !wished).then_some(length.minutes)
        })
    };
    paragraphs.iter().find_map(|paragraph| {
        words::sentences(&paragraph.text).into_iter().find_map(|unit| told(&paragraph.text[unit]))
    })
}

/// "It was detected by an alert after …".
fn noticed_after(before: &[String]) -> bool {
    let near: Vec<&str> = before.iter().rev().take(7).map(String::as_str).collect();
    near.first() == Some(&"after")
        && near.iter().any(|word| matches!(*word, "detected" | "noticed"))
        && near.iter().any(|word| matches!(*word, "by" | "through" | "via"))
}

/// "It was resolved in two hours", "mitigated 11 minutes later".
fn ended_in(before: &[String], after: &[String]) -> Option<Milestone> {
    let plain: Vec<&str> = before
        .iter()
        .rev()
        .map(String::as_str)
        .skip_while(|word| BETWEEN.contains(word))
        .take(2)
        .collect();
    let next = |at: usize| after.get(at).map(String::as_str);
    let later = matches!(next(0), Some("later"));
    let verb = match plain.as_slice() {
        ["in" | "within", verb] => verb,
        [verb, ..] if later => verb,
        _ => return None,
    };
    // "Within an hour of the alert" counts from another moment.
    if matches!(next(0), Some("of" | "after")) {
        return None;
    }
    match *verb {
        "resolved" | "restored" | "fixed" | "recovered" => Some(Milestone::Resolve),
        "mitigated" => Some(Milestone::Mitigate),
        _ => None,
    }
}

/// "It took 91 minutes from the start of the incident to the fix".
fn took_from_start(after: &[String]) -> bool {
    let list: Vec<&str> = after.iter().take(14).map(String::as_str).collect();
    let ends = ["fix", "recovery", "resolution", "end", "deploy", "deployment"];
    list.first() == Some(&"from")
        && list.iter().any(|word| matches!(*word, "start" | "beginning"))
        && list.iter().any(|word| ends.contains(word))
}

/// "It took 20 minutes to notice", "it was 11 hours before we noticed".
fn told_after(before: &[String], after: &[String]) -> Option<Milestone> {
    let near = |word: &str| before.iter().rev().take(4).any(|known| known == word);
    let took = near("took") && after.first().is_some_and(|word| word == "to");
    if near("took") && took_from_start(after) {
        return Some(Milestone::Resolve);
    }
    let passed = near("was") && after.first().is_some_and(|word| word == "before");
    let verb = match (took, passed) {
        (true, _) => after.get(1..2)?,
        (_, true) => after.get(2..5.min(after.len()))?,
        _ => return None,
    };
    let says = |stem: &str| {
        verb.iter()
            .any(|word| word == stem || word.strip_prefix(stem).is_some_and(|end| end.len() < 3))
    };
    VERBS.iter().find(|(stems, _)| stems.iter().any(|stem| says(stem))).map(|(_, span)| *span)
}
