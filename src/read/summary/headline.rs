//! A title for a report that has none: the thing that broke, and for how long.

use crate::document::section_roles;
use crate::read::summary::Prose;
use crate::time::{date, spoken};
use crate::words::{self, capital};

/// The subject of the summary and the duration: "Mail relay down, 1 h 30 min".
pub(crate) fn headline(prose: &Prose, minutes: Option<f64>, rough: bool) -> Option<String> {
    let sentences = prose.summary.iter().flat_map(|paragraph| {
        let units = words::sentences(&paragraph.text).into_iter();
        units.map(|unit| unlabelled(&paragraph.text[unit]))
    });
    let sentences: Vec<&str> = sentences.take(12).collect();
    let first = |told: fn(&str) -> Option<String>| sentences.iter().find_map(|one| told(one));
    let subject = first(broken).or_else(|| first(met)).or_else(|| first(caused))?;
    Some(match minutes.filter(|minutes| *minutes > 0.0) {
        Some(minutes) if rough => format!("{subject}, about {}", spoken(minutes)),
        Some(minutes) => format!("{subject}, {}", spoken(minutes)),
        None => subject,
    })
}

fn unlabelled(sentence: &str) -> &str {
    match section_roles::label_end(sentence) {
        Some(end) => sentence[end + 1..].trim(),
        None => sentence,
    }
}

/// The broken thing and its state: "Our mail relay was down …" → "Mail relay down".
fn broken(sentence: &str) -> Option<String> {
    sentence.split([',', ';', '(', '–', '—']).find_map(|clause| {
        let words: Vec<&str> = clause.split_whitespace().collect();
        (1..words.len().min(14)).find_map(|at| {
            let (state, subject) = (state(&words[at..])?, subject(&words[..at])?);
            // "Intermittent disruptions of the mail", but "Mail outage".
            let described = state.split_once(' ').is_some_and(|(first, last)| {
                let ends = ["al", "ed", "ent", "ive", "ant"];
                TROUBLES.contains(&last) && ends.iter().any(|end| first.ends_with(end))
            });
            Some(match described {
                true => capital(&format!("{state} of the {subject}")),
                false => capital(&format!("{subject} {state}")),
            })
        })
    })
}

/// Verbs that are followed by a state.
const BECAME: &[&str] = &["was", "were", "went", "became", "is", "are"];
const WRONG: &[&str] = &[
    "down", "unavailable", "unreachable", "unresponsive", "offline", "inaccessible", "slow",
    "degraded", "interrupted",
];
/// Verbs that are followed by an event.
const HAD: &[&str] = &["experienced", "suffered", "encountered", "faced", "had", "underwent"];
const TROUBLES: &[&str] = &[
    "outage", "outages", "downtime", "disruption", "disruptions", "interruption", "degradation",
    "slowdown", "failure", "crash",
];
const ENDED: &[&str] = &["crashed", "failed", "froze"];

/// Verbs for meeting with a failure, beside those above, and nouns that need their object.
const MET: &[&str] = &["discovered", "found", "noticed", "saw"];
const LACKS: &[&str] = &["absence", "inability", "lack", "loss"];
/// Words that lead to what a failure is of, and those that end it.
const OF: &[&str] = &["of", "on", "to", "with"];
const ENDS: &[&str] = &[
    "affecting", "after", "and", "as", "at", "because", "between", "but", "causing", "despite",
    "due", "during", "for", "from", "in", "lasting", "on", "since", "starting", "that", "to",
    "until", "when", "which", "while", "who", "with",
];

/// The failure that somebody met with: "We had an outage of the bells" → "Outage of the bells".
fn met(sentence: &str) -> Option<String> {
    sentence.split([',', ';', '(', '–', '—']).find_map(|clause| {
        let words: Vec<&str> = clause.split_whitespace().collect();
        let lower: Vec<String> = words.iter().map(|word| bare(word)).collect();
        let is =
            |list: &[&str], at: usize| lower.get(at).is_some_and(|word| list.contains(&&**word));
        let verb = (0..words.len()).find(|at| is(HAD, *at) || is(MET, *at))?;
        let named = |at: usize| is(LACKS, at) || is(TROUBLES, at) && is(HAD, verb);
        let noun = (verb + 1..verb + 5).find(|at| named(*at) && is(OF, at + 1))?;
        let thing = noun + 2;
        let end = (thing..words.len()).find(|at| is(ENDS, *at)).unwrap_or(words.len());
        let dated = |at: usize| {
            date::is_name(&lower[at]) || lower[at].starts_with(|c: char| c.is_ascii_digit())
        };
        let fits = (1..=6).contains(&(end - thing.min(end)))
            && !(thing..end).any(dated)
            && !(verb + 1..noun).any(|at| is(&["no", "not"], at) || words[at].contains('%'));
        let ours = |at: usize| match is(&["our", "my", "their"], at) {
            true => "the",
            false => words[at],
        };
        let own: Vec<&str> = (verb + 1..end)
            .filter(|at| !(*at < noun && is(&["a", "an", "the", "some"], *at)))
            .map(ours)
            .collect();
        fits.then(|| capital(own.join(" ").trim_end_matches(|c: char| !c.is_alphanumeric())))
    })
}

/// Words before a failure that do not say of what it is.
const VAGUE: &[&str] = &[
    "a", "an", "complete", "degraded", "full", "intermittent", "major", "partial", "service",
    "severe", "significant", "some", "subsequent", "system", "the", "total", "widespread",
];

/// The failure that a clause leads to: "…, causing login failures for all" → "Login failures".
fn caused(sentence: &str) -> Option<String> {
    sentence.split([',', ';']).skip(1).find_map(|clause| {
        let clause = clause.trim();
        let leads = ["causing ", "leading to ", "resulting in "];
        let effect = leads.iter().find_map(|lead| clause.strip_prefix(lead))?;
        let words: Vec<&str> = effect.split_whitespace().take(4).collect();
        let noun = words.iter().position(|word| {
            let word = bare(word);
            TROUBLES.contains(&word.as_str()) || matches!(&*word, "errors" | "failures")
        })?;
        let says = |word: &&&str| {
            let word = bare(word);
            !VAGUE.contains(&word.as_str()) && !word.starts_with(|c: char| c.is_ascii_digit())
        };
        let told = words[..noun].iter().any(|word| says(&word));
        let article = ["a", "an", "the"].contains(words.first()?);
        let named = words[usize::from(article)..=noun].join(" ");
        told.then(|| capital(named.trim_end_matches(|c: char| !c.is_alphanumeric())))
    })
}

/// The faulty state, if these words describe the subject before them.
fn state(words: &[&str]) -> Option<String> {
    let lower: Vec<String> = words.iter().take(7).map(|word| bare(word)).collect();
    let (verb, rest) = lower.split_first()?;
    let holds = |list: &[&str], word: &String| list.contains(&word.as_str());
    if holds(ENDED, verb) {
        // "Failed to restart".
        let to = rest.first().is_some_and(|word| word == "to");
        let told = rest.get(1).filter(|_| to);
        return Some(told.map_or_else(|| verb.clone(), |told| format!("{verb} to {told}")));
    }
    if holds(BECAME, verb) {
        let wrong = rest.iter().take(2).find(|word| holds(WRONG, word))?;
        let denied = rest.iter().take(2).any(|word| word == "not");
        return (!denied).then(|| wrong.clone());
    }
    if !holds(HAD, verb) {
        return None;
    }
    let end = rest.iter().position(|word| holds(TROUBLES, word))?;
    let open = ["no", "not", "of", "in", "that", "which", "when"];
    if rest[..end].iter().any(|word| holds(&open, word)) {
        return None;
    }
    let plain = |word: &&String| {
        !matches!(word.as_str(), "a" | "an" | "the" | "some" | "any")
            && !word.contains(|c: char| c.is_ascii_digit())
    };
    let own: Vec<&str> = rest[..=end].iter().filter(plain).map(String::as_str).collect();
    Some(own.join(" "))
}

const ARTICLES: &[&str] = &["the", "our", "a", "an", "my", "their", "its", "this", "all"];
const OPENERS: &[&str] = &[
    "on", "at", "from", "during", "in", "for", "between", "since", "after", "when", "as", "while",
    "around", "by", "until", "because", "that", "which",
];
/// The people affected, and words that refer to something named elsewhere.
const NOT_BROKEN: &[&str] = &[
    "it", "we", "i", "they", "he", "she", "there", "who", "which", "that", "this", "these",
    "everything", "everyone", "users", "user", "customers", "customer", "clients", "client",
    "employees", "visitors", "students", "staff", "team", "teams", "engineers", "engineer",
    "developers", "members", "people", "duration", "impact", "cause", "issue", "incident",
    "problem", "outage", "attempt", "attempts", "one", "some", "what", "company", "organization",
    "organisation", "business",
];

/// The subject of a clause, without article and adverb.
fn subject(words: &[&str]) -> Option<String> {
    let lower: Vec<String> = words.iter().map(|word| bare(word)).collect();
    let is = |list: &[&str], at: usize| list.contains(&lower[at].as_str());
    let article = (0..words.len()).rev().find(|at| is(ARTICLES, *at));
    let begin = match article {
        // "The search in our shop was down" says nothing of the whole shop.
        Some(at) if at > 1 && is(&["in", "inside", "on", "within"], at - 1) => return None,
        Some(at) => at + 1,
        None if is(OPENERS, 0) => return None,
        None => 0,
    };
    let adverb = |word: &String| word.len() > 4 && word.ends_with("ly");
    let end = words.len() - lower.iter().rev().take_while(|word| adverb(word)).count();
    let own = begin..end.max(begin);
    let fits = (1..=5).contains(&own.len())
        && !own.clone().any(|at| is(OPENERS, at) || is(NOT_BROKEN, at))
        && !own.clone().any(|at| matches!(lower[at].as_str(), "to" | "and" | "or" | "of"))
        && !words[own.clone()].iter().any(|word| word.contains([':', '%', '.', '/']));
    let named = words[own].join(" ");
    let named = named.trim_matches(|c: char| !c.is_alphanumeric());
    (fits && named.contains(char::is_alphabetic)).then(|| named.to_string())
}

fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}
