//! The root cause: the sentence that names it.

use super::Prose;
use crate::document::line::DocumentLine;
use crate::document::paragraph::{self, Paragraph};
use crate::document::section_roles;
use crate::document::sections::{Section, SectionRole};
use crate::words;

/// The root cause, as a sentence.
pub(crate) fn root_cause(
    lines: &[DocumentLine],
    sections: &[Section],
    prose: &Prose,
) -> Option<String> {
    let own = || {
        sections
            .iter()
            .filter(|section| section.role == SectionRole::Cause)
    };
    let of = |section: &Section| paragraph::of(lines, section);
    let causes: Vec<Paragraph> = own().flat_map(of).collect();
    // A "contributing factor" is not the cause unless the sentence names its effect.
    let factors = |section: &&Section| {
        let head = section.head.map(|head| lines[head].text.to_lowercase());
        head.is_some_and(|head| head.contains("factor"))
    };
    let account: Vec<Paragraph> = own()
        .filter(|section| !factors(section))
        .flat_map(of)
        .collect();
    // A summary at the end repeats in passing what the report told before.
    let first = own().filter_map(|section| section.head).min();
    let closes = |paragraph: &&Paragraph| first.is_some_and(|head| paragraph.first() > head);
    let (closing, summary): (Vec<&Paragraph>, Vec<&Paragraph>) =
        prose.summary.iter().partition(closes);
    let causes_told: Vec<&Paragraph> = causes.iter().collect();
    let told = labelled(&summary)
        .or_else(|| naming(&summary))
        .or_else(|| headed(lines, own()))
        .or_else(|| labelled(&causes_told))
        .or_else(|| naming(&causes_told))
        .or_else(|| labelled(&closing))
        .or_else(|| naming(&closing))
        .or_else(|| explaining(&account, &[LEADS, FAULTS]))
        .or_else(|| explaining(&causes, &[LEADS]))
        .or_else(|| introducing(lines, &account))
        .or_else(|| mistaken(&prose.summary))
        .or_else(|| mistaken(&prose.others))?;
    Some(without_name(&told).to_string())
}

/// "Primary cause: a dead fan" in a heading.
fn headed<'a>(
    lines: &[DocumentLine],
    mut sections: impl Iterator<Item = &'a Section>,
) -> Option<String> {
    sections.find_map(|section| {
        let text = lines[section.head?].text.trim();
        let end = section_roles::label_end(text)?;
        let told = text[end + 1..].trim();
        let tells = is_main_cause(&text[..end])
            && told.split_whitespace().count() >= 2
            && !told.ends_with('?')
            && section_roles::role_of_heading(told).is_none();
        tells.then(|| told.to_string())
    })
}

/// True for "Root cause", "Primary cause", "Incident cause", not for "Contributing cause".
fn is_main_cause(label: &str) -> bool {
    let name = section_roles::words_of(label);
    let mut words = name.split(' ').rev();
    let main = [
        "root",
        "primary",
        "main",
        "immediate",
        "direct",
        "underlying",
        "actual",
        "the",
        "technical",
        "incident",
        "outage",
    ];
    words
        .next()
        .is_some_and(|word| matches!(word, "cause" | "causes" | "rootcause"))
        && words.all(|word| main.contains(&word))
}

fn labelled(paragraphs: &[&Paragraph]) -> Option<String> {
    paragraphs.iter().find_map(|paragraph| {
        let end = section_roles::label_end(&paragraph.text)?;
        let label = &paragraph.text[..end];
        let told = is_main_cause(label)
            || section_roles::role_of_label(label) == Some(SectionRole::Cause)
                && !label.to_lowercase().contains("factor");
        let text = paragraph.text[end + 1..].trim();
        let short = || {
            let words = text.split_whitespace().count();
            (words == 2 && section_roles::role_of_label(text).is_none()).then(|| text.to_string())
        };
        told.then(|| first_sentence(text).or_else(short)).flatten()
    })
}

/// The first sentence that states the cause.
fn naming(paragraphs: &[&Paragraph]) -> Option<String> {
    let sentences = || {
        paragraphs.iter().flat_map(|paragraph| {
            words::sentences(&paragraph.text)
                .into_iter()
                .map(|unit| paragraph.text[unit].trim())
        })
    };
    let (at, told) = sentences()
        .enumerate()
        .find(|(_, sentence)| sentence.split_whitespace().count() > 4 && names_cause(sentence))?;
    // "The culprit?" and "These were the causes:" are answered by the next sentence.
    if told.ends_with(['?', ':']) {
        let next = sentences().nth(at + 1)?;
        return first_sentence(next).filter(|next| !next.ends_with(':'));
    }
    // "Root cause in one line: …".
    let told = match section_roles::label_end(told) {
        Some(end) if told[..end].to_lowercase().contains("cause") => told[end + 1..].trim(),
        _ => told,
    };
    Some(told.to_string())
}

/// Nouns for a cause, as the subject of a sentence.
const SUBJECTS: &[&str] = &["cause", "causes", "culprit"];
/// Words that link such a noun to the cause itself.
const JOINS: &[&str] = &[
    "was", "were", "is", "are", "lay", "lies", "turned", "stemmed", "came", "became",
];
/// Words that introduce the cause of a fault.
const LED: &[&str] = &[
    "caused by",
    "was due to",
    "were due to",
    "resulted from",
    "stemmed from",
    "triggered by",
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
    "not yet",
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
    "might be",
    "may be the",
    "one possible",
    "ruled out",
    "not the cause",
    "was not the",
];

/// True if a sentence states the cause rather than that somebody looked for it.
fn names_cause(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    if SEARCHED.iter().any(|words| lower.contains(words)) {
        return false;
    }
    if LED.iter().any(|words| lower.contains(words)) {
        return !lower.ends_with('?');
    }
    // "Because of the hour, few noticed" does not explain a fault.
    if let Some((before, _)) = lower.split_once("because of") {
        let fault = [
            "outage",
            "issue",
            "problem",
            "incident",
            "error",
            "fail",
            "crash",
            "down",
            "died",
            "broke",
            "stopped",
            "happened",
            "unavailab",
        ];
        return fault.iter().any(|word| before.contains(word));
    }
    let list: Vec<String> = words::words(&lower).map(|(word, _)| word).collect();
    // "Which would cause timeouts" names an effect.
    let verb = |at: usize| {
        let before = at.checked_sub(1).map(|at| list[at].as_str());
        matches!(
            before,
            Some("would" | "to" | "will" | "can" | "could" | "may" | "not" | "which")
        )
    };
    // "The cause would be" is about another day.
    let supposed = |at: usize| {
        let next = list.get(at + 1).map(String::as_str);
        matches!(next, Some("would" | "could" | "might" | "may"))
    };
    let subject =
        |at: &usize| SUBJECTS.contains(&list[*at].as_str()) && !verb(*at) && !supposed(*at);
    let Some(at) = (0..list.len()).find(subject) else {
        return false;
    };
    let joined = list[at + 1..]
        .iter()
        .take(14)
        .any(|word| JOINS.contains(&word.as_str()));
    // "A full disk was the root cause", "identified as the cause".
    let before: Vec<&str> = list[..at].iter().map(String::as_str).collect();
    let named = before
        .iter()
        .rev()
        .take(3)
        .any(|word| matches!(*word, "was" | "were" | "is" | "as" | "be"));
    let label = section_roles::label_end(sentence).map(|end| sentence[..end].to_lowercase());
    let asks = lower.ends_with('?') && (lower.contains("culprit") || lower.contains("root cause"));
    let asked = asks || label.is_some_and(|label| label.contains("cause"));
    asked || (joined || named) && !lower.ends_with('?')
}

/// Words by which a sentence leads from a cause to its effect.
const LEADS: &[&str] = &[
    " so ",
    "because",
    " led to ",
    "as a result",
    "which meant",
    "caused",
];
/// Words for a fault.
const FAULTS: &[&str] = &[
    "missing",
    " failed",
    " fails",
    " never ",
    " was not ",
    " were not ",
    " did not ",
    " no longer ",
    "instead",
    "expired",
    "wrong",
    "misconfig",
    "incorrect",
    "exceeded",
    "ran out",
    "overload",
    "typo",
    " bug ",
];

/// Words for something done by mistake.
const SLIPS: &[&str] = &[
    "mistakenly",
    "accidentally",
    "inadvertently",
    "by mistake",
    "by accident",
    "in error",
];
/// Words that lead from it to its effect.
const EFFECTS: &[&str] = &[
    ", resulting in ",
    ", which resulted in ",
    ", which caused ",
    ", causing ",
    ", leading to ",
    ", which led to ",
    ", reducing ",
    " caused ",
    " led to ",
];

/// A sentence of the summary that tells a mistake and what came of it, in this order.
fn mistaken(paragraphs: &[Paragraph]) -> Option<String> {
    let tells = |sentence: &&str| {
        let lower = sentence.to_lowercase();
        let effect = EFFECTS.iter().filter_map(|words| lower.find(words)).min();
        effect.is_some_and(|at| SLIPS.iter().any(|words| lower[..at].contains(words)))
    };
    let sentences = paragraphs.iter().flat_map(|paragraph| {
        words::sentences(&paragraph.text)
            .into_iter()
            .map(|unit| paragraph.text[unit].trim())
    });
    sentences.into_iter().find(tells).map(str::to_string)
}

/// The first sentence that explains rather than introduces, judged by these words.
fn explaining(causes: &[Paragraph], signs: &[&[&str]]) -> Option<String> {
    let sentences = causes.iter().take(4).flat_map(|paragraph| {
        words::sentences(&paragraph.text)
            .into_iter()
            .map(|unit| &paragraph.text[unit])
    });
    let mut told = sentences.filter(|sentence| {
        let lower = format!("{} ", sentence.to_lowercase());
        sentence.split_whitespace().count() > 5
            && !SEARCHED.iter().any(|words| lower.contains(words))
            && signs
                .iter()
                .copied()
                .flatten()
                .any(|words| lower.contains(words))
    });
    told.next().map(str::to_string)
}

/// The first sentence of the account, unless it is one of many points: then none of them is the
/// cause.
fn introducing(lines: &[DocumentLine], causes: &[Paragraph]) -> Option<String> {
    let points = causes
        .iter()
        .filter(|paragraph| lines[paragraph.first()].is_item())
        .count();
    let told = first_sentence(&causes.first()?.text)?;
    let searched = SEARCHED
        .iter()
        .any(|words| told.to_lowercase().contains(words));
    (points < 3 && !searched).then_some(told)
}

fn first_sentence(text: &str) -> Option<String> {
    let range = words::sentences(text).into_iter().next()?;
    let sentence = text[range].trim();
    (sentence.split_whitespace().count() >= 3).then(|| sentence.to_string())
}

/// Strips a heading that is on the same line as the sentence: "Root cause The root cause was …".
fn without_name(sentence: &str) -> &str {
    const NAME: &str = "root cause ";
    let begins = sentence
        .get(..NAME.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(NAME));
    match begins.then(|| sentence[NAME.len()..].trim_start()) {
        Some(rest) if rest.starts_with(char::is_uppercase) => rest,
        _ => sentence,
    }
}
