//! The impact: the sentence that tells the harm.

use super::share::AffectedShare;
use super::{Prose, names_impact};
use crate::document::paragraph::Paragraph;
use crate::document::section_roles;
use crate::words;
use crate::words::capital;

/// The impact on them: the sentence with the share, else the one in the summary that describes
/// harm.
pub(crate) fn impact(prose: &Prose, share: Option<&AffectedShare>) -> Option<String> {
    let harm = [
        "unable",
        "unavailab",
        "could not",
        "couldn't",
        "cannot",
        "inaccess",
        "outage",
        "down ",
        "failed",
        "errors",
        "slow",
        "degrad",
        "timed out",
        "interrupt",
        "disrupt",
        "lost",
        "no longer",
    ];
    let people = [
        "user", "customer", "visitor", "client", "staff", "employee", "student", "everyone",
        "nobody", "people", "team", "request",
    ];
    let told = || {
        let sentences = prose.summary.iter().flat_map(|paragraph| {
            words::sentences(&paragraph.text)
                .into_iter()
                .map(|unit| &paragraph.text[unit])
        });
        let scored = sentences.filter(|sentence| is_account(sentence));
        let scored = scored.filter_map(|sentence| {
            let lower = sentence.to_lowercase();
            // What happens "if validation failed" is not what happened.
            let lower = lower.split(" if ").next().unwrap_or_default();
            let count = |words: &[&str]| {
                words
                    .iter()
                    .filter(|word| lower.contains(**word))
                    .count()
                    .min(2)
            };
            let (harm, people) = (count(&harm), count(&people));
            let cause = ["root cause", "caused by", "because"]
                .iter()
                .any(|word| lower.contains(word));
            // A timeline line describes a single moment, and a colon promises more than the line
            // has.
            let whole = !sentence.starts_with(|c: char| c.is_ascii_digit())
                && !sentence.trim_end().ends_with(':');
            (harm > 0 && people > 0 && !cause && whole).then_some((harm + people, sentence))
        });
        scored
            .reduce(|best, next| if next.0 > best.0 { next } else { best })
            .map(|(_, sentence)| sentence.trim().to_string())
    };
    let of_share = share.map(|share| share.sentence.as_str());
    let alone = of_share.filter(|sentence| stands_alone(sentence));
    let own = || own_impact(&prose.impact, &harm, &people);
    let told = || of_share.map(str::to_string).or_else(told);
    let text = alone
        .filter(|sentence| prose.impact.is_empty() || is_in(&prose.impact, sentence))
        .map(bare)
        .or_else(own)
        .or_else(|| told().as_deref().map(bare))?;
    (text.split_whitespace().count() > 2).then_some(text)
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
    paragraphs
        .iter()
        .any(|paragraph| paragraph.text.contains(sentence))
}

/// "This hit 20 % of them" needs the sentence before it.
fn stands_alone(sentence: &str) -> bool {
    let label = section_roles::label_end(sentence).map_or(0, |end| end + 1);
    let first = words::words(&sentence[label..])
        .next()
        .map(|(word, _)| word);
    let points_back = ["this", "it", "these", "that", "those", "which"];
    first.is_none_or(|word| !points_back.contains(&word.as_str()))
}

/// The sentence below the heading "Impact" that tells the harm, else the first one.
fn own_impact(paragraphs: &[Paragraph], harm: &[&str], people: &[&str]) -> Option<String> {
    let sentences: Vec<String> = paragraphs
        .iter()
        .flat_map(|paragraph| match paragraph.text.split_once(" | ") {
            // A table with a column of names and one of what happened to them.
            Some((name, told)) if names_impact(name) => own_sentences(told),
            Some((name, told)) => vec![format!("{name}: {told}")],
            None => own_sentences(&paragraph.text[label_of(&paragraph.text)..]),
        })
        .collect();
    let tells = |sentence: &&String| {
        let lower = sentence.to_lowercase();
        harm.iter().chain(people).any(|word| lower.contains(word))
    };
    let harmless = |sentence: &&String| sentence.to_lowercase().starts_with("no ");
    let found = sentences
        .iter()
        .find(|sentence| tells(sentence) && !harmless(sentence))
        .or_else(|| sentences.iter().find(tells))
        .or(sentences.first());
    found.map(|sentence| bare_quote(sentence).to_string())
}

fn own_sentences(text: &str) -> Vec<String> {
    let fits = |sentence: &&str| {
        sentence.split_whitespace().count() > 3
            && !sentence.starts_with(|c: char| c.is_ascii_digit() || c == '|')
            && !sentence.ends_with([':', '?'])
            && section_roles::label_end(sentence).is_none()
            && stands_alone(sentence)
            && is_account(sentence)
    };
    words::sentences(text)
        .into_iter()
        .map(|unit| text[unit].trim())
        .filter(fits)
        .map(str::to_string)
        .collect()
}

/// Without a quotation that the end of the sentence cuts off.
fn bare_quote(sentence: &str) -> &str {
    let open = sentence.matches('"').count() % 2 == 1;
    match sentence.split_once(": \"") {
        Some((told, _)) if open => told,
        _ => sentence,
    }
}

/// The start of the text after the label "Impact:" or "Impact —"; 0 without one.
fn label_of(text: &str) -> usize {
    let colon = section_roles::label_end(text)
        .filter(|end| text[..*end].to_lowercase().contains("impact"))
        .map(|end| end + 1);
    colon.or_else(|| dashed_impact(text)).unwrap_or(0)
}

/// The start of the text after "Impact —".
pub(super) fn dashed_impact(text: &str) -> Option<usize> {
    [" — ", " – ", " - "].iter().find_map(|dash| {
        let at = text.find(dash)?;
        names_impact(&text[..at]).then_some(at + dash.len())
    })
}

/// True for a sentence about this incident: neither an apology nor help for those still affected.
fn is_account(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let begins = ["if ", "in case ", "should you "];
    let holds = [
        "apolog",
        "sorry",
        "been refunded",
        "were refunded",
        "committed to",
    ];
    !begins.iter().any(|word| lower.starts_with(word))
        && !holds.iter().any(|word| lower.contains(word))
}
