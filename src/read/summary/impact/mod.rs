//! The impact: the sentence that tells the harm.

pub(super) mod own;
mod plain;

use self::own::own_impact;
use super::Prose;
use super::failing::{denies_failure, failures, failures_told, is_of_another};
use super::share::AffectedShare;
use crate::document::paragraph::Paragraph;
use crate::document::section_roles;
use crate::words::capital;
use crate::words::{self, begins_with_any, holds_any};

/// Words for harm, or the beginnings of such.
const HARM: &[&str] = &[
    "unable", "unavailab", "could not", "couldn't", "cannot", "inaccess", "outage", "down ",
    "down,", "down.", "failed", "errors", "slow", "degrad", "timed out", "interrupt", "disrupt",
    "lost", "no longer",
];

/// Words for those who are harmed.
const PEOPLE: &[&str] = &[
    "user", "customer", "visitor", "client", "staff", "employee", "student", "everyone", "nobody",
    "people", "team", "request",
];

/// The impact on them: the sentence with the share, else the one in the summary that describes
/// harm.
pub(crate) fn impact(
    prose: &Prose,
    share: Option<&AffectedShare>,
    title: Option<&str>,
) -> Option<String> {
    let of_share = share.map(|share| share.sentence.as_str());
    let vague = of_share.is_some_and(is_vague);
    let own = own_impact(&prose.impact);
    // What nobody could do says more than how many they were.
    let says_more = own.as_deref().is_some_and(keeps_from);
    let alone = of_share
        .filter(|sentence| !vague && stands_alone(sentence))
        .filter(|sentence| !says_more || keeps_from(sentence));
    // A number of tickets is no harm beside the share of those who were harmed.
    let beside = of_share.is_some_and(|sentence| is_in(&prose.impact, sentence));
    let tells = |own: &str| !beside || failures(own) > 0;
    let plain = || plain::harm(&prose.story, title);
    let how = || plain::failing(&prose.story, title).filter(|how| stands_alone(how));
    let vague = vague || own.as_deref().is_some_and(is_share_alone);
    let text = alone
        .filter(|sentence| prose.impact.is_empty() || is_in(&prose.impact, sentence))
        .map(bare)
        .or_else(|| own.clone().filter(|own| !is_share_alone(own) && tells(own)))
        .or_else(|| how().filter(|_| vague).map(bare))
        .or_else(|| of_share.filter(|_| beside).map(bare))
        .or(own)
        .or_else(|| of_share.map(bare))
        .or_else(|| harm_to_people(&prose.story).map(bare))
        .or_else(|| plain().map(bare))
        .or_else(|| plain::harm_elsewhere(&prose.others, title).map(bare))?;
    (text.split_whitespace().count() > 2).then_some(text)
}

/// True for "90 % of them were affected", which does not say how.
fn is_vague(sentence: &str) -> bool {
    // "Slow calls: 70 % of requests" says how in its label.
    let label = section_roles::label_end(sentence).map_or("", |end| &sentence[..end]);
    if failures(label) > 0 {
        return false;
    }
    sentence.split_whitespace().count() < 10 && failures_told(sentence) == 0
        || is_share_alone(sentence)
}

/// True for a sentence that tells what nobody could do, or what was not there.
fn keeps_from(sentence: &str) -> bool {
    const KEPT: &[&str] = &[
        "unable", "could not", "couldn't", "cannot", "can't", "no longer", "inaccess", "unavailab",
        "unreachable", " down", "prevent", "offline", "no one", "nobody", "not able", "inability",
    ];
    holds_any(&sentence.to_lowercase().replace('’', "'"), KEPT)
}

/// True for one that says so of itself: "It affected 36 % of our users in the east".
fn is_share_alone(sentence: &str) -> bool {
    holds_any(&sentence.to_lowercase(), &["affected", "impacted"])
        && sentence.split_whitespace().count() < 24
        && failures_told(sentence) == 0
}

/// The sentence with the most words for harm and for people.
fn harm_to_people(summary: &[Paragraph]) -> Option<&str> {
    let sentences = summary.iter().flat_map(|paragraph| {
        words::sentences(&paragraph.text).into_iter().map(|unit| paragraph.text[unit].trim())
    });
    let scored = sentences.filter_map(|sentence| {
        let lower = sentence.to_lowercase();
        // What happens "if validation failed" is not what happened.
        let lower = lower.split(" if ").next().unwrap_or_default();
        let count = |words: &[&str]| {
            let found = words.iter().filter(|word| lower.contains(**word));
            found.count().min(2)
        };
        let (harm, people) = (count(HARM), count(PEOPLE));
        // Why it failed, and who noticed, is no harm.
        let aside = holds_any(
            lower,
            &["root cause", "caused by", "because", "an alert", "alerts", "debug", "further,"],
        );
        // A timeline line describes a single moment, and a colon promises more than the line has.
        let told = bare(sentence);
        let told = told.trim_start_matches(['~', '≈', '*', ' ']);
        let whole = !told.starts_with(|c: char| c.is_ascii_digit())
            && !sentence.ends_with(':')
            && stands_alone(sentence)
            && is_account(sentence);
        let harmed = harm > 0 && people > 0 && !denies_failure(sentence);
        (harmed && !aside && whole).then_some((harm + people, sentence))
    });
    scored
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, sentence)| sentence)
}

/// Without "Impact:", under which it will be shown anyway, and without "As a result of the
/// incident,".
fn bare(sentence: &str) -> String {
    let sentence = without_shortcode(sentence);
    let text = match section_roles::label_end(sentence) {
        Some(end) if end < 30 => sentence[end + 1..].trim(),
        _ => sentence,
    };
    let opening = [
        "As a result of the incident, ",
        "As a result of this incident, ",
        "As a result, ",
        "This meant that ",
        "This means that ",
    ]
    .iter()
    .find_map(|opening| text.strip_prefix(opening));
    match opening {
        Some(rest) => capital(rest),
        None => text.to_string(),
    }
}

/// Without a pictogram that is written as a word: ":warning:".
fn without_shortcode(text: &str) -> &str {
    let name = |name: &str| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let split = text.strip_prefix(':').and_then(|rest| rest.split_once(':'));
    match split {
        Some((code, rest)) if name(code) => rest.trim_start(),
        _ => text,
    }
}

fn is_in(paragraphs: &[Paragraph], sentence: &str) -> bool {
    paragraphs.iter().any(|paragraph| paragraph.text.contains(sentence))
}

/// "This hit 20 % of them" needs the sentence before it.
fn stands_alone(sentence: &str) -> bool {
    let label = section_roles::label_end(sentence).map_or(0, |end| end + 1);
    let first = words::words(&sentence[label..]).next().map(|(word, _)| word);
    let points_back = ["this", "it", "these", "that", "those", "which"];
    first.is_none_or(|word| !points_back.contains(&word.as_str()))
}

/// True for a sentence about this incident: neither an apology nor help for those still affected.
fn is_account(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let begins = ["if ", "in case ", "should you "];
    let holds = ["apolog", "sorry", "been refunded", "were refunded", "committed to"];
    !begins_with_any(&lower, &begins) && !holds_any(&lower, &holds) && !is_of_another(&lower)
}
