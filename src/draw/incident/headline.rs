//! The title that says something: the subject, and how long it took.

use super::gantt::words::plain;
use super::outage::Outage;
use super::sentence::{bare_impact, is_cut_short, without_date};
use crate::incident::Incident;
use crate::time::date;
use crate::time::format::spoken;
use crate::words::{self, begins_with_any};

/// A longer subject is a sentence, behind which no length is written in the same voice.
const LONG: usize = 64;

/// The finding as a title, in two voices.
pub(crate) struct FindingTitle {
    pub(crate) subject: String,
    /// How long it took, unless the subject says it.
    pub(crate) length: Option<String>,
}

impl FindingTitle {
    /// Both where one text is needed: "Internal email down for 1 h 30 min".
    pub(crate) fn line(&self) -> String {
        let subject = &self.subject;
        let length = self.length.as_ref();
        match length.filter(|_| subject.chars().count() <= LONG) {
            Some(length) if ends_in_a_state(subject) => format!("{subject} for {length}"),
            Some(length) => format!("{subject}: {length}"),
            None => subject.clone(),
        }
    }

    /// True if a sentence says no more than it, or the title is its beginning.
    pub(in crate::draw) fn says(&self, text: &str) -> bool {
        same(text, &self.line()) || text.starts_with(&self.subject)
    }
}

/// The report's title where it says something, else its impact; a sentence that says why
/// it failed is no name for it.
pub(in crate::draw) fn headline(incident: &Incident, outage: Option<&Outage>) -> FindingTitle {
    let told = [
        incident.title.as_deref().map(told_parts),
        incident
            .impact
            .as_deref()
            .map(|text| bare_impact(found_out(text), incident.root_cause.as_deref()))
            .filter(|text| names_its_subject(text)),
        outage.and_then(|outage| outage.whom.clone()),
        incident.root_cause.clone().filter(|text| is_short_name(text)),
    ];
    let subject = told
        .into_iter()
        .flatten()
        .filter_map(|text| shortened(&without_date(&plain(&text))))
        .map(|text| capital(&text))
        .find(|text| says_something(text))
        .unwrap_or_else(|| "Incident".into());
    let length = outage
        .and_then(|outage| outage.minutes)
        .filter(|minutes| *minutes > 0.0)
        .map(|minutes| about(&spoken(minutes), outage.is_some_and(|outage| outage.rough)))
        .filter(|_| !tells_a_length(&subject));
    match parted(&subject) {
        Some((subject, length)) => {
            FindingTitle { subject: subject.to_string(), length: Some(length.to_string()) }
        }
        None => FindingTitle { subject, length },
    }
}

/// "Mail relay down" and "1 h 30 min", where a title ends in its length.
fn parted(title: &str) -> Option<(&str, &str)> {
    let (subject, length) = title.rsplit_once(", ")?;
    let bare = length.strip_prefix("about ").unwrap_or(length);
    let figure = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let unit = |word: &str| matches!(word, "d" | "h" | "min" | "s");
    let mut words = bare.split(' ').enumerate();
    let spoken = words.all(|(at, word)| if at % 2 == 0 { figure(word) } else { unit(word) });
    (spoken && bare.ends_with(char::is_alphabetic)).then_some((subject, length))
}

/// A word of a title that says nothing of what happened.
const EMPTY: &[&str] = &[
    "a", "an", "all", "analysis", "and", "am", "between", "assignment", "assessment", "cause",
    "date", "debugging", "diagram", "document", "example", "executive", "for", "from", "gmt", "h",
    "incident", "introduction", "issue", "min", "mortem", "my", "of", "on", "outage", "id", "inc",
    "no", "pm", "overview", "post", "postmortem", "project", "report", "review", "root", "sample",
    "security", "summary", "task", "template", "the", "time", "times", "timeline", "title", "to",
    "until", "utc",
];

/// The parts of a title that say something, without dates, numbers and "Incident report".
fn told_parts(title: &str) -> String {
    let mut rest = title.to_string();
    for mark in [" - ", " – ", " — ", " | ", ": "] {
        rest = rest.replace(mark, "\n");
    }
    let parts: Vec<&str> = rest.split('\n').filter(|part| says_something(part)).collect();
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
    match rest.filter(|rest| says_something(rest) && !is_bare_name(rest)) {
        Some(rest) => rest.to_string(),
        None => told,
    }
}

/// "DB7 (POSTGRES)" names a host, and says of what only together with the kind of the report.
fn is_bare_name(text: &str) -> bool {
    let word = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        !word.contains(|c: char| c.is_ascii_digit()) && word.contains(char::is_lowercase)
    };
    !text.split_whitespace().any(word)
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

/// True for a cause of a few words without a verb: "An expired certificate".
fn is_short_name(text: &str) -> bool {
    text.chars().count() <= LONG && is_cut_short(text)
}

/// The end of "Around noon it was found that the door was shut".
fn found_out(text: &str) -> &str {
    let verbs = ["determined", "discovered", "found", "noticed", "observed", "reported"];
    let passive = |verb: &&str| {
        let (lead, rest) = text.split_once(&format!(" was {verb} that "))?;
        (lead.split(' ').count() < 12).then_some(rest)
    };
    verbs.iter().find_map(passive).unwrap_or(text)
}

/// "This impacted everybody" says nothing without the sentence before it.
fn names_its_subject(text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or_default().to_lowercase();
    // "The primary impact was on the bells, causing …".
    let mut near = text.split(' ').take(4);
    let of_itself = near.any(|word| word.eq_ignore_ascii_case("impact"));
    !of_itself && !["this", "it", "they", "that", "these", "those", "so"].contains(&first.as_str())
}

/// With a capital letter at its beginning, unless the name of a host stands there: "crates.io".
pub(in crate::draw) fn capital(text: &str) -> String {
    let first = text.split(' ').next().unwrap_or_default();
    let is_host = first.split_once('.').is_some_and(|(name, rest)| {
        name.ends_with(char::is_alphanumeric) && rest.starts_with(char::is_lowercase)
    });
    match is_host {
        true => text.to_string(),
        false => words::capital(text),
    }
}

/// "About" before what the report itself gives only roughly.
pub(in crate::draw) fn about(told: &str, rough: bool) -> String {
    match rough {
        true => format!("about {told}"),
        false => told.to_string(),
    }
}

pub(super) fn says_something(title: &str) -> bool {
    title
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !word.starts_with(|c: char| c.is_ascii_digit()))
        .map(str::to_lowercase)
        .any(|word| !EMPTY.contains(&word.as_str()) && !date::is_name(&word))
}

/// At most two lines of it: the first sentence, or the first clauses of a long one, unless they
/// end before their verb.
fn shortened(text: &str) -> Option<String> {
    let sentence = text.split(". ").next().unwrap_or(text).trim_end_matches('.');
    if sentence.chars().count() <= 100 {
        return Some(sentence.trim().to_string());
    }
    let clause = sentence
        .match_indices([',', ';', ':'])
        // Not the colon of "8:30".
        .filter(|(at, _)| !sentence[at + 1..].starts_with(|c: char| c.is_ascii_digit()))
        .map(|(at, _)| &sentence[..at])
        .take_while(|clause| clause.chars().count() <= 100)
        .last();
    let told = clause.unwrap_or(sentence).trim();
    (clause.is_none() || !is_cut_short(told)).then(|| told.to_string())
}

/// "Mail down" can go on with "for 1 h", "Outage of the mail" cannot.
fn ends_in_a_state(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or_default().to_lowercase();
    [
        "affected", "down", "unavailable", "offline", "unreachable", "inaccessible", "slow",
        "unresponsive",
    ]
    .contains(&last.as_str())
}

fn tells_a_length(text: &str) -> bool {
    let text = text.to_lowercase();
    let mut words = text.split(|c: char| c.is_whitespace() || c == '-').peekable();
    while let Some(word) = words.next() {
        let unit = |word: &str| {
            begins_with_any(word, &["min", "hour", "hr", "day", "sec"])
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

/// True if one of two texts says no more than the other.
pub(in crate::draw) fn same(one: &str, two: &str) -> bool {
    let (one, two) = (one.trim_end_matches('.'), two.trim_end_matches('.'));
    one.contains(two) || two.contains(one)
}
