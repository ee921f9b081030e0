//! The root cause: the sentence that names it.

mod account;
mod labels;
mod link;
mod linking;
mod naming;
mod neighbours;
mod pointing;
mod sentence;

use self::labels::{brief, contributes, happened, headed, headed_below, is_main_cause, labelled};
use self::naming::{is_search, names_cause, states_cause};
use self::pointing::{Pointing, pointing};
use self::sentence::{Told, sentences};
use super::Prose;
use super::failing;
use crate::document::line::DocumentLine;
use crate::document::paragraph::Paragraph;
use crate::document::section_roles;
use crate::document::sections::{Section, SectionRole};
use crate::words;

/// The root cause, as a sentence.
pub(crate) fn root_cause(
    lines: &[DocumentLine],
    sections: &[Section],
    prose: &Prose,
    title: Option<&str>,
) -> Option<String> {
    let named = failing::own_words(title.unwrap_or_default());
    // "The RCA of the upgrade" is the name of the whole report, not of its cause.
    let whole_report = |section: &Section| {
        let head = section.head.filter(|head| lines[*head].is_heading());
        let titled =
            |head: usize| title.is_some_and(|title| title.trim() == lines[head].text.trim());
        let more = |head: usize| lines[head + 1..].iter().any(|line| line.is_heading());
        head.is_some_and(|head| titled(head) && more(head))
    };
    let own = || {
        let causes = sections.iter().filter(|section| section.role == SectionRole::Cause);
        causes.filter(|section| !whole_report(section))
    };
    let of = |section: &Section| account::told(lines, section);
    let causes: Vec<Paragraph> = own().flat_map(of).collect();
    let whole = |section: &&Section| {
        let head = section.head.map(|head| lines[head].text.as_str());
        !head.is_some_and(contributes)
    };
    let account: Vec<Paragraph> = own().filter(whole).flat_map(of).collect();
    // A summary at the end repeats in passing what the report told before.
    let first = own().filter_map(|section| section.head).min();
    let closes = |paragraph: &&Paragraph| first.is_some_and(|head| paragraph.first() > head);
    let (closing, summary): (Vec<&Paragraph>, Vec<&Paragraph>) =
        prose.summary.iter().partition(closes);
    let elsewhere: Vec<Paragraph> = sections
        .iter()
        .filter(|section| section.role != SectionRole::Timeline)
        .flat_map(of)
        .collect();
    // "Root cause: …" in the account of the resolution.
    let mended: Vec<&Paragraph> = prose.resolution.iter().filter(named_cause).collect();
    let explains = |paragraphs: &[Paragraph], signs: &[&[&str]]| {
        explaining(&sentences(lines, &opening(paragraphs), true), signs)
    };
    let summary_told = sentences(lines, &summary, false);
    let causes_told = sentences(lines, &all(&causes), true);
    let account_told = sentences(lines, &opening(&account), true);
    let root =
        |section: &Section| section.head.is_some_and(|head| is_main_cause(&lines[head].text));
    let told_apart = account_told.len() > 2 && own().any(root);
    let mechanism = || linking::linked(&account_told, &named).map(str::to_string);
    let found = labelled(&summary)
        .or_else(|| first_of(&summary_told, states_cause))
        .or_else(|| headed(lines, own()))
        .or_else(|| headed_below(lines, own()))
        .or_else(|| labelled(&all(&causes)))
        .or_else(|| labelled(&mended))
        .or_else(|| first_of(&causes_told, states_cause))
        .or_else(|| naming(&summary_told))
        .or_else(|| naming(&causes_told))
        .or_else(|| happened(&causes))
        .or_else(|| labelled(&closing))
        .or_else(|| naming(&sentences(lines, &closing, false)))
        .or_else(|| first_of(&sentences(lines, &all(&elsewhere), false), states_cause))
        .or_else(|| brief(lines, own()))
        .or_else(|| explains(&account, &[LEADS, FAULTS]))
        .or_else(mechanism)
        .or_else(|| introducing(lines, &account))
        .or_else(|| linked(lines, sections, &prose.impact, &[SectionRole::Summary], &named))
        .or_else(|| explains(&causes, &[LEADS]))
        .or_else(|| {
            // What another part leads to is not what the one with that name is about.
            if told_apart {
                return None;
            }
            let roles = [SectionRole::Resolution, SectionRole::Other, SectionRole::Lessons];
            linked(lines, sections, &prose.impact, &roles, &named)
        })
        .or_else(|| first_of(&sentences(lines, &all(&elsewhere), false), is_told_in_full))
        .or_else(|| titled(title?))
        .filter(|found| !tells_end(found))?;
    // "It was a failure of the mail server" leaves open why that failed.
    let deep = |text: &str| states_cause(text) && !naming::is_surface(text);
    let beside = || labelled(&all(&causes)).filter(|cause| !naming::is_surface(cause));
    let deeper = || beside().or_else(|| first_of(&causes_told, deep)).or_else(mechanism);
    let deeper = naming::is_surface(&found).then(deeper).flatten();
    let found = without_name(deeper.as_deref().unwrap_or(&found));
    let all_told = [summary_told, causes_told, sentences(lines, &all(&elsewhere), false)];
    let whole = all_told.iter().find_map(|told| neighbours::joined(told, found));
    Some(whole.unwrap_or_else(|| conceded(found).unwrap_or_else(|| found.to_string())))
}

/// "The root cause was a full disk." of "While the root cause was a full disk, we …": what is
/// said against it is no part of it.
fn conceded(sentence: &str) -> Option<String> {
    const LEADS: &[&str] = &["while ", "although ", "though ", "even though ", "whilst "];
    const OWN: &[&str] = &["we ", "it ", "our ", "this ", "there ", "i "];
    let lower = sentence.to_lowercase();
    let lead = LEADS.iter().find(|lead| lower.starts_with(**lead))?;
    let rest = sentence.get(lead.len()..)?;
    let ends = |at: &usize| words::begins_with_any(&rest[at + 2..].to_lowercase(), OWN);
    let end = rest.match_indices(", ").map(|(at, _)| at).find(ends)?;
    let told = &rest[..end];
    states_cause(told).then(|| format!("{}.", words::capital(told)))
}

/// True for a sentence on how it ended: "The problem went away because nobody rang".
fn tells_end(sentence: &str) -> bool {
    let ends =
        [" problem went away", " issue went away", " problem disappeared", " ideal solution"];
    crate::words::holds_any(&sentence.to_lowercase(), &ends)
}

/// True for the long form of "In short, a typo".
fn is_told_in_full(sentence: &str) -> bool {
    sentence.starts_with("In full, ")
}

/// The cause that a title names: "No logins due to an expired certificate".
fn titled(title: &str) -> Option<String> {
    let (_, cause) = [" due to ", " caused by ", " because of "]
        .iter()
        .find_map(|words| title.split_once(words))?;
    let told = cause.split_whitespace().count() > 1 && failing::names_no_incident(cause);
    told.then(|| words::capital(cause.trim()))
}

/// True for a paragraph with such a label as "Root cause:".
fn named_cause(paragraph: &&Paragraph) -> bool {
    let end = section_roles::label_end(&paragraph.text);
    end.is_some_and(|end| is_main_cause(&paragraph.text[..end]) && !is_search(&paragraph.text))
}

/// The cause that a sentence outside its section leads from, or back to.
fn linked(
    lines: &[DocumentLine],
    sections: &[Section],
    impact: &[Paragraph],
    roles: &[SectionRole],
    title: &[String],
) -> Option<String> {
    let of = |section: &&Section| {
        let head = section.head.map(|head| lines[head].text.to_lowercase());
        let concludes = head.is_some_and(|head| head.contains("conclusion"));
        section.role != SectionRole::Lessons || concludes
    };
    roles.iter().find_map(|role| {
        let own = sections.iter().filter(|section| section.role == *role);
        let told: Vec<Paragraph> = own
            .filter(of)
            .flat_map(|section| account::told(lines, section))
            .filter(|paragraph| {
                let first = paragraph.first();
                !lines[first].is_heading() && impact.iter().all(|impact| impact.first() != first)
            })
            .collect();
        let told = sentences(lines, &all(&told), false);
        let found = linking::linked(&told, title);
        let found = match role {
            SectionRole::Summary => found.or_else(|| linking::slip(&told, title)),
            SectionRole::Lessons => found.or_else(|| linking::concluded(&told)),
            _ => found,
        };
        found.map(|text| unlabelled(text).to_string())
    })
}

/// Without "Identified:".
fn unlabelled(text: &str) -> &str {
    match section_roles::label_end(text) {
        Some(end) if text[..end].split_whitespace().count() < 3 => text[end + 1..].trim(),
        _ => text,
    }
}

fn all(paragraphs: &[Paragraph]) -> Vec<&Paragraph> {
    paragraphs.iter().collect()
}

/// The paragraphs that may explain rather than go into details.
fn opening(paragraphs: &[Paragraph]) -> Vec<&Paragraph> {
    paragraphs.iter().take(4).collect()
}

/// The first sentence of its kind that stands alone, or the one that it points to. The last part
/// of a sentence counts for itself: "So it was fixed: the root cause was …".
fn first_of(told: &[Told], kind: impl Fn(&str) -> bool) -> Option<String> {
    (0..told.len()).find_map(|at| {
        let text = told[at].text;
        let last = text.rsplit(": ").next().unwrap_or(text);
        match kind(text) {
            true => sentence::standing(told, at).map(str::to_string),
            false => (kind(last) && pointing(last) == Pointing::Nowhere).then(|| last.to_string()),
        }
    })
}

/// The first sentence that names the cause.
fn naming(told: &[Told]) -> Option<String> {
    let names = |at: &usize| {
        let text = told[*at].text;
        text.split_whitespace().count() > 4 && names_cause(text)
    };
    (0..told.len()).filter(names).find_map(|at| {
        // "The culprit?" and "These were the causes:" are answered by the next sentence.
        if told[at].text.ends_with(['?', ':']) {
            let next = told.get(at + 1)?;
            return first_sentence(next.text).filter(|next| !next.ends_with(':'));
        }
        let text = sentence::standing(told, at)?;
        // "Root cause in one line: …".
        let text = match section_roles::label_end(text) {
            Some(end) if text[..end].to_lowercase().contains("cause") => text[end + 1..].trim(),
            _ => text,
        };
        Some(text.to_string())
    })
}

/// Words by which a sentence leads from a cause to its effect.
const LEADS: &[&str] = &[
    " so ", "because", " led to ", "as a result", "which meant", "caused", ", causing ",
    ", triggering ", ", resulting in ",
];
/// Idioms with such a word that lead nowhere.
const NO_LEADS: &[&str] = &[
    " do so ", " does so ", " did so ", " doing so ", " so far ", " so many ", " so much ",
    " so that ",
];
/// Words for a fault.
const FAULTS: &[&str] = &[
    "missing", " failed", " fails", " never ", " was not ", " were not ", " did not ",
    " no longer ", " instead", "expired", "wrong", "misconfig", "incorrect", "exceeded", "ran out",
    "overload", "typo", " bug ",
];

/// The first sentence that explains rather than introduces, judged by these words.
fn explaining(told: &[Told], signs: &[&[&str]]) -> Option<String> {
    let explains = |sentence: &str| {
        sentence.split_whitespace().count() > 5
            && !sentence.ends_with(':')
            && !is_search(sentence)
            && !is_evidence(sentence)
            // What was meant well is only where the account begins, what nobody saw its end.
            && !words::holds_any(sentence, &["improvement", "not notice"])
            && holds(sentence, signs)
    };
    (0..told.len())
        .filter(|at| explains(told[*at].text))
        .find_map(|at| sentence::standing(told, at))
        .map(str::to_string)
}

/// True for "The graphs showed 40 missing bells": what was seen, not why.
fn is_evidence(sentence: &str) -> bool {
    let list: Vec<String> = words::words(sentence).take(8).map(|(word, _)| word).collect();
    list.windows(3).any(|three| {
        matches!(three[0].as_str(), "dashboard" | "dashboards" | "graph" | "graphs" | "metrics")
            && matches!(three[1].as_str(), "confirmed" | "indicated" | "revealed" | "showed")
            && three[2] != "that"
    })
}

/// True if a sentence has one of these words, apart from idioms.
fn holds(sentence: &str, signs: &[&[&str]]) -> bool {
    let lower = NO_LEADS
        .iter()
        .fold(format!("{} ", sentence.to_lowercase()), |lower, idiom| lower.replace(idiom, " "));
    let mut words = signs.iter().copied().flatten();
    words.any(|words| lower.contains(words))
}

/// The first sentence of the account, below its first sub-heading if it is divided, unless it is
/// one of many points: then none of them is the cause.
fn introducing(lines: &[DocumentLine], causes: &[Paragraph]) -> Option<String> {
    let heads = |paragraph: &&Paragraph| lines[paragraph.first()].is_heading();
    let own = |paragraph: &&Paragraph| {
        let role = section_roles::role_of_heading(&paragraph.text);
        heads(paragraph) && role.is_none_or(|role| role == SectionRole::Cause)
    };
    let skipped = usize::from(causes.first().as_ref().is_some_and(own));
    let account: Vec<&Paragraph> =
        causes[skipped..].iter().take_while(|paragraph| !heads(paragraph)).collect();
    let points = account.iter().filter(|paragraph| lines[paragraph.first()].is_item()).count();
    // Not a bare link above it, nor its name once more.
    let speaks = |paragraph: &&&Paragraph| {
        let text = paragraph.text.trim();
        text.contains(char::is_whitespace)
            && section_roles::role_of_label(text) != Some(SectionRole::Cause)
    };
    let told = first_sentence(&account.iter().find(speaks)?.text)?;
    let tells = !is_search(&told) && !told.ends_with(':') && pointing(&told) == Pointing::Nowhere;
    (points < 3 && tells).then_some(told)
}

/// A question only leads up to it.
fn first_sentence(text: &str) -> Option<String> {
    let mut sentences = words::sentences(text).into_iter().map(|range| text[range].trim());
    let sentence = sentences.find(|sentence| !sentence.ends_with('?'))?;
    (sentence.split_whitespace().count() >= 3).then(|| sentence.to_string())
}

/// Strips a heading that is on the same line as the sentence: "Root cause The root cause was …".
fn without_name(sentence: &str) -> &str {
    const NAME: &str = "root cause ";
    // "Summary | A full disk …" in a table of two columns.
    let sentence = match sentence.split_once(" | ") {
        Some((name, told)) if name.split_whitespace().count() < 4 => told,
        _ => sentence,
    };
    let begins = sentence.get(..NAME.len()).is_some_and(|head| head.eq_ignore_ascii_case(NAME));
    match begins.then(|| sentence[NAME.len()..].trim_start()) {
        Some(rest) if rest.starts_with(char::is_uppercase) => rest,
        _ => sentence,
    }
}
