//! The title that says something: the subject, and how long it took.

use super::gantt::words::plain;
use super::outage::Outage;
use crate::incident::Incident;
use crate::time::format::spoken;

/// A longer title is a sentence, to which no length is added.
const LONG: usize = 64;

/// The report's title where it says something, else its impact or its cause.
pub(in crate::draw) fn headline(incident: &Incident, outage: Option<&Outage>) -> String {
    let told = [
        incident.title.as_deref().map(told_parts),
        incident
            .impact
            .clone()
            .filter(|text| names_its_subject(text)),
        outage.and_then(|outage| outage.whom.clone()),
        incident.root_cause.clone(),
    ];
    let subject = told
        .into_iter()
        .flatten()
        .map(|text| capital(&shortened(&without_date(&plain(&text)))))
        .find(|text| says_something(text))
        .unwrap_or_else(|| "Incident".into());
    let length = outage
        .and_then(|outage| outage.minutes)
        .filter(|minutes| *minutes > 0.0)
        .map(spoken)
        .filter(|_| subject.chars().count() <= LONG && !tells_a_length(&subject));
    match length {
        Some(length) if ends_in_a_state(&subject) => format!("{subject} for {length}"),
        Some(length) => format!("{subject}: {length}"),
        None => subject,
    }
}

/// A word of a title that says nothing of what happened.
const EMPTY: &[&str] = &[
    "a",
    "an",
    "all",
    "analysis",
    "and",
    "am",
    "between",
    "assignment",
    "assessment",
    "cause",
    "date",
    "debugging",
    "diagram",
    "document",
    "example",
    "executive",
    "for",
    "from",
    "gmt",
    "h",
    "incident",
    "introduction",
    "issue",
    "min",
    "mortem",
    "my",
    "of",
    "on",
    "outage",
    "id",
    "inc",
    "no",
    "pm",
    "overview",
    "post",
    "postmortem",
    "project",
    "report",
    "review",
    "root",
    "sample",
    "security",
    "summary",
    "task",
    "template",
    "the",
    "time",
    "times",
    "timeline",
    "title",
    "to",
    "until",
    "utc",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// The parts of a title that say something, without dates, numbers and "Incident report".
fn told_parts(title: &str) -> String {
    let mut rest = title.to_string();
    for mark in [" - ", " – ", " — ", " | ", ": "] {
        rest = rest.replace(mark, "\n");
    }
    let parts: Vec<&str> = rest
        .split('\n')
        .filter(|part| says_something(part))
        .collect();
    let told = parts.join(": ");
    // "Postmortem!! The shop was down"
    let told = match told.split_once("! ") {
        Some((lead, rest)) if !says_something(lead) => rest.to_string(),
        _ => told,
    };
    let told = without_brackets(&told);
    // "Web Stack Outage Postmortem"
    let kind = [" postmortem", " post-mortem", " incident report", " report"];
    let lower = told.to_lowercase();
    let rest = kind
        .iter()
        .find(|kind| lower.ends_with(**kind))
        .and_then(|kind| told.get(..told.len() - kind.len()));
    match rest.filter(|rest| says_something(rest)) {
        Some(rest) => rest.to_string(),
        None => told,
    }
}

/// Without an end in brackets that says nothing, such as a date.
fn without_brackets(text: &str) -> String {
    match text.rfind('(') {
        Some(at) if at > 0 && text.ends_with(')') && !says_something(&text[at..]) => {
            text[..at].trim_end().to_string()
        }
        _ => text.to_string(),
    }
}

/// "This impacted everybody" says nothing without the sentence before it.
fn names_its_subject(text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or_default().to_lowercase();
    let of_itself = text.to_lowercase().starts_with("the impact");
    !of_itself && !["this", "it", "they", "that", "these", "those", "so"].contains(&first.as_str())
}

/// Without a lead such as "On 2 October, " that only says when it was.
pub(in crate::draw) fn without_date(text: &str) -> String {
    match text.split_once(", ") {
        Some((lead, rest))
            if !says_something(lead) && rest.starts_with(|c: char| c.is_alphabetic()) =>
        {
            capital(rest)
        }
        _ => text.to_string(),
    }
}

/// With a capital letter at its beginning.
pub(in crate::draw) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

fn says_something(title: &str) -> bool {
    title
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !word.starts_with(|c: char| c.is_ascii_digit()))
        .any(|word| !EMPTY.contains(&word.to_lowercase().as_str()))
}

/// At most two lines of it: the first sentence, the first clause of a long one.
fn shortened(text: &str) -> String {
    let sentence = text
        .split(". ")
        .next()
        .unwrap_or(text)
        .trim_end_matches('.');
    if sentence.chars().count() <= 100 {
        return sentence.trim().to_string();
    }
    let clause = sentence
        .match_indices([',', ';', ':'])
        .map(|(at, _)| &sentence[..at])
        .take_while(|clause| clause.chars().count() <= 100)
        .last();
    clause.unwrap_or(sentence).trim().to_string()
}

/// "Mail down" can go on with "for 1 h", "Outage of the mail" cannot.
fn ends_in_a_state(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or_default().to_lowercase();
    [
        "affected",
        "down",
        "unavailable",
        "offline",
        "unreachable",
        "inaccessible",
        "slow",
        "unresponsive",
    ]
    .contains(&last.as_str())
}

fn tells_a_length(text: &str) -> bool {
    let text = text.to_lowercase();
    let mut words = text
        .split(|c: char| c.is_whitespace() || c == '-')
        .peekable();
    while let Some(word) = words.next() {
        let unit = |word: &str| {
            ["min", "hour", "hr", "day", "sec"]
                .iter()
                .any(|unit| word.starts_with(unit))
                || ["h", "m", "s"].contains(&word)
        };
        let number = word.trim_start_matches('(');
        let digits = number.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        if digits.len() < number.len()
            && (unit(digits) || digits.is_empty() && words.peek().is_some_and(|next| unit(next)))
        {
            return true;
        }
    }
    false
}

/// Whether one of two texts says no more than the other.
pub(in crate::draw) fn same(one: &str, two: &str) -> bool {
    let (one, two) = (one.trim_end_matches('.'), two.trim_end_matches('.'));
    one.contains(two) || two.contains(one)
}

/// The cause without "The root cause of the outage was", which stands before it in one word.
pub(in crate::draw) fn bare_cause(text: &str) -> String {
    let text = plain(text);
    let caused = text
        .find(" caused by ")
        .filter(|at| *at < 60 && !text[..*at].contains(','));
    if let Some(at) = caused {
        return capital(&text[at + " caused by ".len()..]);
    }
    let lead = [" was ", " is "]
        .iter()
        .filter_map(|verb| text.find(verb).map(|at| (at, at + verb.len())))
        .min()
        .filter(|(at, _)| {
            let lead = text[..*at].to_lowercase();
            lead.ends_with("cause")
                || (lead.contains("cause of ") || lead.contains("cause for "))
                    && lead.split(' ').count() < 9
                    && !lead.contains(',')
        });
    let rest = lead.map_or(text.as_str(), |(_, after)| &text[after..]);
    let clumsy = [
        "identified",
        "determined",
        "found",
        "traced",
        "not ",
        "unknown",
        "due ",
        "that ",
    ];
    match clumsy.iter().any(|word| rest.starts_with(word)) {
        true => text,
        false => capital(rest),
    }
}
