//! The impact: the sentence that tells the harm.

use super::Prose;
use super::share::AffectedShare;
use crate::document::paragraph::Paragraph;
use crate::document::section_roles;
use crate::words;

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
        let scored = sentences.filter_map(|sentence| {
            let lower = sentence.to_lowercase();
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
    let sentence = alone
        .filter(|sentence| prose.impact.is_empty() || is_in(&prose.impact, sentence))
        .map(str::to_string)
        .or_else(own)
        .or_else(|| of_share.map(str::to_string))
        .or_else(told)?;
    // "Impact: …" will be shown under that label anyway.
    let text = match section_roles::label_end(&sentence) {
        Some(end) if end < 30 => sentence[end + 1..].trim().to_string(),
        _ => sentence,
    };
    (text.split_whitespace().count() > 2).then_some(text)
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
    let sentences = || {
        paragraphs
            .iter()
            .flat_map(|paragraph| {
                let label = section_roles::label_end(&paragraph.text)
                    .filter(|end| paragraph.text[..*end].to_lowercase().contains("impact"));
                let text = &paragraph.text[label.map_or(0, |end| end + 1)..];
                words::sentences(text)
                    .into_iter()
                    .map(|unit| text[unit].trim())
            })
            .filter(|sentence| {
                sentence.split_whitespace().count() > 3
                    && !sentence.starts_with(|c: char| c.is_ascii_digit() || c == '|')
                    && !sentence.ends_with([':', '?'])
                    && section_roles::label_end(sentence).is_none()
                    && stands_alone(sentence)
            })
    };
    let tells = |sentence: &&str| {
        let lower = sentence.to_lowercase();
        harm.iter().chain(people).any(|word| lower.contains(word))
    };
    sentences()
        .find(tells)
        .or_else(|| sentences().next())
        .map(str::to_string)
}
