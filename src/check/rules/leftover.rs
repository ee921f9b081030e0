//! `leftover`: no placeholders may remain.

use crate::check::context::{Context, Sentence};
use crate::check::{Finding, Profile, Rule, RuleArea, sound};
use crate::diagnostic::Severity;
use crate::document::{SectionRole, placeholder_hosts};
use crate::source::Span;
use crate::words::begins_with_any;
use std::ops::Range;

pub(super) const RULE: Rule = Rule {
    code: "leftover",
    severity: Severity::Warning,
    part: RuleArea::Report,
    asks: "nothing left to fill in",
    why: "A placeholder that gets published tells readers that nobody read the report to the end, \
        so why should they?",
    fails: sound::SUMMARY
        .with(&[("switched off.", "switched off. [insert number of orders here]")]),
    passes: sound::SUMMARY,
    profiles: &[Profile::Brief, Profile::Team],
    takes: &[],
    look,
};

fn look(context: &Context) -> Vec<Finding> {
    let pasted = pasted(context);
    let mut found = marks(context);
    // Marks inside pasted text are covered by the finding for that text.
    found.retain(|mark| {
        !pasted
            .iter()
            .any(|span| mark.span.is_some_and(|at| span.start <= at.start && at.start < span.end))
    });
    found.extend(pasted.first().map(|first| of_assignment(*first, pasted.len())));
    found.sort_by_key(|finding| finding.span);
    found.dedup_by_key(|finding| finding.span);
    found
}

/// Placeholder wording, outside code.
fn marks(context: &Context) -> Vec<Finding> {
    let mut found = Vec::new();
    for passage in context.passages() {
        let lower = passage.text.to_ascii_lowercase();
        // Among the action items, a list with that name is legitimate.
        let kept = |range: &Range<usize>| {
            passage.role != SectionRole::Measures || !lower[range.clone()].starts_with("todo")
        };
        let places = placeholders(&passage.text, &lower)
            .into_iter()
            .filter(kept)
            .map(|range| passage.place(range, context.source));
        found.extend(places.map(|span| left(context, span)));
    }
    let text = context.source.text();
    found.extend(
        placeholder_hosts(text)
            .into_iter()
            .map(|host| Span::new(host.start, host.end))
            .chain(conflicts(text))
            .chain(tags(text))
            .map(|span| left(context, span)),
    );
    found
}

fn left(context: &Context, span: Span) -> Finding {
    let words: String = context.source.slice(span).chars().take(40).collect();
    Finding::new(
        Some(span),
        format!("expected the finished text, found \"{}\"", words.trim()),
        "fill it in, or take it out",
    )
}

/// Words that are always placeholders.
const WORDS: &[&str] = &["todo", "tbd", "tbc", "fixme", "xxx", "lorem ipsum"];

/// Beginnings of a placeholder in brackets.
const OPENERS: &[&str] = &[
    "insert", "your ", "add ", "enter ", "fill", "placeholder", "name of", "link to", "link here",
    "date here", "company name", "describe", "todo", "tbd",
];

fn placeholders(text: &str, lower: &str) -> Vec<Range<usize>> {
    let bound = |at: usize, end: usize| {
        let letter =
            |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '-');
        !letter(text[..at].chars().next_back()) && !letter(text[end..].chars().next())
    };
    let mut out = Vec::new();
    for word in WORDS {
        let hits = lower.match_indices(word).map(|(at, word)| at..at + word.len());
        // In lower case it is a word, in capitals a mark.
        out.extend(hits.filter(|hit| {
            bound(hit.start, hit.end)
                && (word.contains(' ') || text[hit.clone()] == *word.to_uppercase())
        }));
    }
    for (open, close) in [('[', ']'), ('<', '>'), ('{', '}')] {
        for (at, _) in lower.match_indices(open) {
            let Some(length) = lower[at..].find(close) else {
                continue;
            };
            let inner = lower[at + 1..at + length].trim_start_matches(['[', '{', ' ']);
            if begins_with_any(inner, OPENERS) && length < 120 {
                out.push(at..at + length + 1);
            }
        }
    }
    out
}

/// `<your name>`, which Markdown takes for HTML and does not show.
fn tags(text: &str) -> Vec<Span> {
    let lower = text.to_ascii_lowercase();
    let openers = ["<your ", "<insert ", "<enter ", "<company ", "<name>", "<date>"];
    let places = openers
        .iter()
        .flat_map(|opener| lower.match_indices(opener).map(|(at, _)| at).collect::<Vec<_>>());
    places
        .map(|at| Span::new(at, at + text[at..].find('>').map_or(1, |length| length + 1)))
        .collect()
}

/// Conflict markers left by a merge.
fn conflicts(text: &str) -> Vec<Span> {
    let mut at = 0;
    let mut out = Vec::new();
    for line in text.split_inclusive('\n') {
        if line.starts_with("<<<<<<< ") {
            out.push(Span::new(at, at + line.trim_end().len()));
        }
        at += line.len();
    }
    out
}

/// The wording of the assignment, sometimes pasted in along with the answers.
const ASSIGNMENT: &[&str] = &[
    "must contain",
    "be brief and straight to the point",
    "be very specific, like a todo",
    "400 to 600 words",
    "that is often what executives will read",
    "misleading investigation/debugging paths that were taken",
    "duration of the outage with start and end times",
    "format bullet point",
    "between 400 and 600 words",
    "400 and 600 words",
    "explain in detail what was causing the issue",
    "explain in detail how the issue was fixed",
    "keep it short, 1 or 2 sentences",
    "what are the things that can be improved/fixed",
    "a list of tasks to address the issue",
];

fn pasted(context: &Context) -> Vec<Span> {
    let hit = |sentence: &&Sentence| {
        let lower = sentence.text.to_lowercase();
        ASSIGNMENT.iter().any(|phrase| {
            lower.find(phrase).is_some_and(|at| !is_answered(&lower[at + phrase.len()..]))
        })
    };
    context.sentences.iter().filter(hit).map(|sentence| sentence.span).collect()
}

/// True if a question is a label, with the answer after it.
fn is_answered(rest: &str) -> bool {
    rest.split_once(": ").is_some_and(|(_, answer)| answer.split_whitespace().count() > 3)
}

fn of_assignment(first: Span, count: usize) -> Finding {
    let places = if count == 1 {
        "text of the assignment".to_string()
    } else {
        format!("text of the assignment in {count} places")
    };
    let hint = "delete the questions, or rewrite them as section headings";
    Finding::new(Some(first), format!("expected the report alone, found {places}"), hint)
}
