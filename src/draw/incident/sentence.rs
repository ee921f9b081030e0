//! Sentences of the report as the picture shows them: without the openings that say nothing, and
//! never cut before their verb.

use super::gantt::words::plain;
use super::headline::{capital, says_something};
use crate::time::date;
use crate::words::{begins_with_any, holds_any};

/// Words of an opening that only says when it was and how long it took.
const OF_TIME: &[&str] = &[
    "about", "approximately", "around", "day", "days", "duration", "during", "early", "evening",
    "hour", "hours", "in", "at", "late", "lasting", "m", "midnight", "minute", "minutes",
    "morning", "night", "noon", "afternoon", "p", "roughly", "some", "starting", "st", "nd", "rd",
    "th", "total",
];

/// Words that such an opening begins with.
const OPENINGS: &[&str] =
    &["at", "on", "for", "from", "between", "in", "during", "around", "starting"];

/// Without a lead such as "On 2 October, " or "For 16 minutes, from about 9:30 pm (CET), ".
pub(in crate::draw) fn without_date(text: &str) -> String {
    let begins = |word: &str| OPENINGS.iter().any(|known| word.eq_ignore_ascii_case(known));
    let opens = text.split(' ').next().is_some_and(begins);
    let mut rest = text;
    for (at, _) in text.match_indices(", ") {
        let lead = &text[..at];
        if says_something(lead) && !(opens && tells_only_time(lead)) {
            break;
        }
        rest = &text[at + 2..];
    }
    // "On Thursday, December 7, 2023 for 35 minutes the page was slow".
    if rest.len() < text.len()
        && let Some((year, more)) = rest.split_once(' ')
        && year.len() == 4
        && year.bytes().all(|byte| byte.is_ascii_digit())
    {
        rest = more;
    }
    match rest.len() < text.len() && rest.starts_with(|c: char| c.is_alphanumeric()) {
        true => capital(rest),
        false => text.to_string(),
    }
}

fn tells_only_time(lead: &str) -> bool {
    lead.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).all(|word| {
        let zone = (2..=4).contains(&word.len()) && word.chars().all(|c| c.is_ascii_uppercase());
        zone || !says_something(word) || OF_TIME.contains(&word.to_lowercase().as_str())
    })
}

/// Words between the two ends of a window.
const BETWEEN_ENDS: &[&str] = &["and", "at", "of", "on", "the", "till", "to", "until"];

/// Without a window inside the sentence, which the axis shows: "was down from 9:30 to 11:00 UTC".
fn without_window(text: &str) -> String {
    let leads = [" from ", " between "].into_iter();
    let places = leads.flat_map(|lead| text.match_indices(lead).map(|(at, _)| (at, lead.len())));
    for (at, lead) in places {
        let Some(length) = window_length(&text[at + lead..]) else {
            continue;
        };
        let rest = text[at + lead + length..].trim_start();
        let gap = if rest.starts_with(|c: char| c.is_alphanumeric()) { " " } else { "" };
        return format!("{}{gap}{rest}", &text[..at]);
    }
    text.to_string()
}

/// The length of a window that a text begins with: two clocks, with days and zones.
fn window_length(text: &str) -> Option<usize> {
    let (mut at, mut end, mut clocks) = (0, 0, 0);
    for piece in text.split_inclusive(' ') {
        let word = piece.trim_end();
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let lower = bare.to_lowercase();
        let figure = bare.starts_with(|c: char| c.is_ascii_digit());
        let zone = (2..=4).contains(&bare.len()) && bare.chars().all(|c| c.is_ascii_uppercase());
        let half = matches!(lower.as_str(), "am" | "pm" | "a.m" | "p.m");
        let between = BETWEEN_ENDS.contains(&lower.as_str());
        let aside = word.starts_with('(') && !zone;
        if aside || !(figure || zone || half || between || date::is_name(&lower)) {
            break;
        }
        clocks += usize::from(figure && (bare.contains(':') || lower.ends_with('m')));
        if !between {
            end = at + word.trim_end_matches([',', '.', ';']).len();
        }
        at += piece.len();
        if word.ends_with(['.', ';']) || clocks >= 2 && word.ends_with(',') {
            break;
        }
    }
    (clocks >= 2).then_some(end)
}

/// Words by which a sentence goes on to its cause.
const BLAMES: &[&str] =
    &[", caused by ", " caused by ", " due to ", " because of ", " because ", " as a result of "];

/// Words after which a sentence cannot end.
const OPEN_ENDS: &[&str] = &[
    "was", "were", "is", "are", "been", "be", "and", "or", "but", "mainly", "primarily", "partly",
    "likely", "probably", "largely", "to", "of", "not", "that", "which",
];

/// The impact without its date and, if the cause is shown by itself, without that cause.
pub(in crate::draw) fn bare_impact(text: &str, cause: Option<&str>) -> String {
    let text = without_window(&without_date(&plain(text)));
    let ends = BLAMES.iter().filter_map(|words| text.find(words)).min();
    let Some((end, cause)) = ends.zip(cause) else {
        return text;
    };
    if goes_on(&text[end..], cause) {
        return text;
    }
    let told = text[..end].trim_end_matches([',', ' ']);
    let last = told.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let whole = told.split(' ').count() >= 4
        && !is_cut_short(told)
        && !OPEN_ENDS.contains(&last.as_str())
        && told.matches('(').count() == told.matches(')').count();
    match whole {
        true => format!("{told}."),
        false => text,
    }
}

/// True if what a sentence says behind "because" goes on, after a comma, with what the cause does
/// not say: then that is what it led to.
fn goes_on(blame: &str, cause: &str) -> bool {
    let cause = cause.to_lowercase();
    let known = |word: &str| cause.contains(&word.to_lowercase());
    let long = |word: &&str| word.chars().count() > LONG_WORD;
    let blame = blame.trim_start_matches([',', ' ']);
    blame.split(", ").skip(1).any(|clause| {
        let words = clause.split(|c: char| !c.is_alphanumeric()).filter(long);
        let (told, new): (Vec<&str>, Vec<&str>) = words.partition(|word| known(word));
        new.len() > told.len()
    })
}

/// A longer word is of the matter.
const LONG_WORD: usize = 4;

/// Verbs that other words do not look like.
const VERBS: &[&str] = &[
    "was", "were", "is", "are", "had", "has", "have", "went", "became", "could", "couldn't", "did",
    "didn't", "lost", "fell", "ran", "led", "left", "made", "broke", "saw", "took", "kept", "can",
    "cannot", "began", "stood", "cut", "got", "sent", "hung", "froze", "wasn't", "weren't",
];

/// True for a beginning of a sentence that ends before the sentence's verb.
pub(in crate::draw) fn is_cut_short(text: &str) -> bool {
    let verb = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        VERBS.contains(&word.as_str()) || word.len() > 4 && word.ends_with("ed")
    };
    // The first word is part of the subject, whatever it looks like.
    !text.split_whitespace().skip(1).any(verb)
}

/// Words by which somebody found a cause, and the words that lead on from them.
const FOUND: &[&str] = &["identified", "determined", "found", "discovered", "confirmed", "traced"];
const ON: &[&str] = &["as ", "to be ", "to have been ", "back to ", "to ", "that ", "due to "];

/// The text after "was", without "also identified as", "due to" and "that".
fn after_finding(rest: &str) -> &str {
    let rest = ["also ", "later ", "eventually ", "ultimately "]
        .iter()
        .find_map(|word| rest.strip_prefix(word))
        .unwrap_or(rest);
    let found = FOUND
        .iter()
        .find_map(|word| rest.strip_prefix(word)?.strip_prefix(' '))
        .and_then(|rest| ON.iter().find_map(|word| rest.strip_prefix(word)));
    let rest = found.unwrap_or(rest);
    ["due to ", "that "].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest)
}

/// Openings before a whole sentence.
const IT_WAS: &[&str] = &[
    "it was found that ",
    "it was discovered that ",
    "it was determined that ",
    "it turned out that ",
    "we found that ",
    "we discovered that ",
    "this is because ",
    "this was because ",
    "this happened because ",
    "caused by ",
    "due to ",
    "because of ",
];

/// The cause without "The root cause of the outage was", which stands before it in one word.
pub(in crate::draw) fn bare_cause(text: &str) -> String {
    let text = plain(text);
    let opening = IT_WAS.iter().find_map(|words| {
        let head = text.get(..words.len())?;
        head.eq_ignore_ascii_case(words).then(|| &text[words.len()..])
    });
    if let Some(rest) = opening {
        return capital(rest);
    }
    let caused = text.find(" caused by ").filter(|at| *at < 60 && !text[..*at].contains(','));
    if let Some(at) = caused {
        return capital(&text[at + " caused by ".len()..]);
    }
    let lead = [" was ", " is ", " were ", " are "]
        .iter()
        .filter_map(|verb| text.find(verb).map(|at| (at, at + verb.len())))
        .min()
        .filter(|(at, _)| {
            let lead = text[..*at].to_lowercase();
            let supposed = ["likely", "probable", "possible", "suspected", "assumed"];
            if holds_any(&lead, &supposed) {
                return false;
            }
            lead.ends_with("cause")
                || (lead.contains("cause of ") || lead.contains("cause for "))
                    && lead.split(' ').count() < 9
                    && !lead.contains(',')
        });
    let rest = lead.map_or(text.as_str(), |(_, after)| after_finding(&text[after..]));
    let clumsy = ["not ", "unknown", "never "];
    let found = begins_with_any(rest, FOUND);
    match found || begins_with_any(rest, &clumsy) {
        true => text,
        false => capital(rest),
    }
}
