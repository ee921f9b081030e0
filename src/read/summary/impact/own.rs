//! The impact under its own name: below a heading "Impact" or beside such a label.

use super::{HARM, PEOPLE, is_account, is_share_alone, stands_alone};
use crate::document::line::DocumentLine;
use crate::document::paragraph::{self, Paragraph};
use crate::document::section_roles;
use crate::document::sections::{Section, SectionRole};
use crate::read::summary::failing::{failures, is_one, is_supposed};
use crate::words::{self, holds_any};

/// The paragraphs about the impact, as their heading or their label says.
pub(in crate::read::summary) fn paragraphs(
    lines: &[DocumentLine],
    sections: &[Section],
) -> Vec<Paragraph> {
    let of_role = |role: SectionRole| sections.iter().filter(move |section| section.role == role);
    let mut out: Vec<Paragraph> =
        of_role(SectionRole::Summary).flat_map(|section| of_summary(lines, section)).collect();
    // A line among others of a section without a known name counts only with a plain label.
    let labelled = of_role(SectionRole::Other)
        .flat_map(|section| paragraph::of(lines, section))
        .filter(|paragraph| {
            let end = section_roles::label_end(&paragraph.text);
            end.is_some_and(|end| section_roles::words_of(&paragraph.text[..end]) == "impact")
        });
    out.extend(labelled);
    out
}

/// The paragraphs of a summary below a heading "Impact" or beside such a label.
fn of_summary(lines: &[DocumentLine], section: &Section) -> Vec<Paragraph> {
    let head = section.head.filter(|head| lines[*head].is_heading());
    let mut out: Vec<Paragraph> =
        head.and_then(|head| in_heading(lines, head)).into_iter().collect();
    let named = section.head.map(|head| lines[head].text.as_str());
    let mut below = named.is_some_and(names_impact);
    for paragraph in paragraph::of(lines, section) {
        let text = paragraph.text.trim();
        let first = paragraph.first();
        // "Sites affected:" still is about the impact, "Severity:" is not.
        let name = names_impact(text) && text.split_whitespace().count() < 4
            || text.ends_with(':') && section_roles::role_of_label(text).is_some();
        if lines[first].is_heading() {
            out.extend(in_heading(lines, first));
        }
        if lines[first].is_heading() || name {
            below = names_impact(text);
            continue;
        }
        let label = section_roles::label_end(text);
        let labelled = label.is_some_and(|end| names_impact(&text[..end]));
        if below || labelled || dashed_impact(text).is_some() {
            out.push(paragraph);
        }
    }
    out
}

/// "## Impact: nobody could log in".
fn in_heading(lines: &[DocumentLine], head: usize) -> Option<Paragraph> {
    let text = lines[head].text.trim();
    let end = section_roles::label_end(text)?;
    let told = text[end + 1..].split_whitespace().count() > 3;
    (told && names_impact(&text[..end]))
        .then(|| Paragraph { text: text.to_string(), lines: vec![(0, head)] })
}

pub(super) fn names_impact(name: &str) -> bool {
    let name = section_roles::words_of(name);
    let mut words = name.split(' ');
    let other = ["duration", "cause", "causes", "no", "timeline", "business", "financial"];
    words.clone().any(|word| word == "impact")
        && words.clone().count() <= 5
        && !words.any(|word| other.contains(&word))
}

/// Words for a harm where harm is the subject.
const OWN_HARM: &[&str] =
    &["failure of", "impossible", "not accessible", "not available", "offline"];

/// The impact as its own label gives it, else the sentence below the heading "Impact" that tells
/// the harm, else the first one.
pub(super) fn own_impact(paragraphs: &[Paragraph]) -> Option<String> {
    let labelled = harm_of(paragraphs.iter().filter(|own| is_labelled(&own.text)));
    let rest = || paragraphs.iter().filter(|own| !is_labelled(&own.text));
    let whole = || harm_of(rest()).filter(|whole| failures(whole) > 0);
    // "User impact: anyone in the east" does not say of what.
    let only_whom = |own: &String| {
        let list: Vec<String> = words::words(own).map(|(word, _)| word).collect();
        failures(own) == 0
            && list.len() < 12
            && !list.iter().any(|word| word.ends_with("ed") || is_one(VERBS, word))
    };
    match labelled {
        Some(own) if only_whom(&own) => whole().or(Some(own)),
        own => own.or_else(|| harm_of(paragraphs.iter())),
    }
}

/// Verbs of a sentence that tells of a harm, whatever it is.
const VERBS: &str = "are can could did do does gave got had has have is lost met no not saw see \
    took was went were will would";

/// "Impact: …" and "User impact: …", not "Potential impact: …".
fn is_labelled(text: &str) -> bool {
    let name = section_roles::label_end(text).map(|end| section_roles::words_of(&text[..end]));
    let known = ["impact", "user impact", "customer impact", "service impact"];
    name.is_some_and(|name| known.contains(&name.as_str()))
}

fn harm_of<'a>(paragraphs: impl Iterator<Item = &'a Paragraph>) -> Option<String> {
    let sentences: Vec<String> = paragraphs
        .flat_map(|paragraph| match paragraph.text.split_once(" | ") {
            // A table with a column of names and one of what happened to them.
            Some((name, told)) if names_impact(name) => own_sentences(told),
            Some((name, told)) => vec![format!("{name}: {told}")],
            None => own_sentences(&paragraph.text[label_of(&paragraph.text)..]),
        })
        .collect();
    let has = |sentence: &String, known: &[&str]| {
        let lower = sentence.to_lowercase();
        holds_any(&lower, known)
    };
    let certain = |sentence: &&String| {
        let lower = sentence.to_lowercase();
        !lower.starts_with("no ") && !lower.contains(" no reports") && !is_supposed(sentence)
    };
    let harms = |sentence: &String| has(sentence, HARM) || has(sentence, OWN_HARM);
    let all = || sentences.iter();
    let told = |sentence: &&String| harms(sentence) || has(sentence, PEOPLE);
    let clear = |sentence: &&String| told(sentence) && !is_share_alone(sentence);
    let found = all()
        .filter(certain)
        .find(clear)
        .or_else(|| all().filter(certain).find(told))
        .or_else(|| all().filter(certain).find(|sentence| failures(sentence) > 0))
        .or_else(|| all().find(told))
        .or_else(|| all().find(certain))
        .or(sentences.first());
    found.map(|sentence| bare_quote(sentence).to_string())
}

fn own_sentences(text: &str) -> Vec<String> {
    let fits = |(at, sentence): &(usize, &str)| {
        // "Impact: It blocked …" means the incident.
        let stands = *at == 0 && sentence.starts_with("It ") || stands_alone(sentence);
        stands
            && sentence.split_whitespace().count() > 3
            && !sentence.starts_with('|')
            && !is_timed(sentence)
            && !sentence.ends_with([':', '?'])
            && section_roles::label_end(sentence).is_none()
            && is_account(sentence)
    };
    words::sentences(text)
        .into_iter()
        .map(|unit| text[unit].trim())
        .enumerate()
        .filter(fits)
        .map(|(_, sentence)| sentence.to_string())
        .collect()
}

/// True for a sentence that begins with a time or a date rather than a number.
pub(super) fn is_timed(sentence: &str) -> bool {
    let first = sentence.split_whitespace().next().unwrap_or_default();
    first.starts_with(|c: char| c.is_ascii_digit())
        && first.contains(|c: char| !c.is_ascii_digit() && !matches!(c, '%' | ',' | '+' | 'k'))
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
fn dashed_impact(text: &str) -> Option<usize> {
    [" — ", " – ", " - "].iter().find_map(|dash| {
        let at = text.find(dash)?;
        names_impact(&text[..at]).then_some(at + dash.len())
    })
}
