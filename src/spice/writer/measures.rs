//! The measures of a report as a writer counts them: advice on writing is none, and one that is on
//! the list twice is one.

use crate::document::{LineKind, Passage};
use crate::read::Report;
use crate::source::Span;
use crate::words::matching::holds_one;
use crate::words::words;
use std::collections::BTreeSet;

/// Words by which a text speaks of itself, not of the incident.
const WRITING: &[&str] = &[
    "my writing", "your writing", "engaging writing", "my content", "your content", "my audience",
    "your audience", "audience in mind", "audience's attention", "your readers", "my readers",
    "write with humor", "write with humour", "adding humor", "adding humour",
];

/// True for advice on how to write, which stands in some reports as a rest of their assignment.
pub(super) fn advises_writers(text: &str) -> bool {
    holds_one(text, WRITING)
}

/// The numbers of the measures that are some.
pub(super) fn measures(report: &Report) -> Vec<usize> {
    let passages = report.document.passages();
    let advice: Vec<Span> = passages
        .iter()
        .filter(|passage| advises_writers(&passage.text))
        .map(|passage| passage.span)
        .collect();
    let actions = report.incident.actions.iter().enumerate();
    actions
        .filter(|(_, action)| !advice.iter().any(|span| meet(*span, action.span)))
        .map(|(index, _)| index)
        .collect()
}

/// Pairs of measures that say the same: the first, and the one that repeats it.
pub(super) fn repeated(report: &Report) -> Vec<(usize, usize)> {
    let told: Vec<(usize, BTreeSet<String>)> = measures(report)
        .into_iter()
        .map(|index| (index, stems(&report.incident.actions[index].task)))
        .collect();
    let mut out: Vec<(usize, usize)> = Vec::new();
    for (at, (second, own)) in told.iter().enumerate() {
        let free =
            |first: &usize| out.iter().all(|(known, again)| known != first && again != first);
        let mut alike = told[..at]
            .iter()
            .filter(|(first, other)| free(first) && is_alike(own, other))
            .map(|(first, _)| *first);
        if let Some(first) = alike.next_back() {
            out.push((first, *second));
        }
    }
    out
}

/// True if the shorter of two measures says hardly anything that the other does not.
fn is_alike(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    let both = one.intersection(other).count();
    both >= 3 && 5 * both >= 3 * one.len().min(other.len())
}

/// The beginnings of the words that mean something.
fn stems(text: &str) -> BTreeSet<String> {
    let text = text.to_lowercase();
    words(&text)
        .map(|(word, _)| word)
        .filter(|word| word.len() > 3 && !SMALL.contains(&word.as_str()))
        .map(|word| word.trim_end_matches('s').chars().take(6).collect())
        .collect()
}

const SMALL: &[&str] = &[
    "with", "that", "this", "from", "into", "more", "when", "will", "such", "they", "their",
    "each", "every", "before", "after", "prior", "ensure", "improve", "implement",
];

/// All the numbers by which one may speak of the measures: all of them, those without their
/// doubles, the doubles, and those of one list.
pub(super) fn measure_counts(report: &Report) -> BTreeSet<usize> {
    let own = measures(report);
    let doubled = repeated(report).len();
    let mut out = BTreeSet::from([own.len(), own.len() - doubled, doubled]);
    let spans: Vec<Span> = own.iter().map(|index| report.incident.actions[*index].span).collect();
    // What goes on with a measure begins none.
    let begun = |passage: &Passage| {
        let begins = |span: &&Span| (passage.span.start..passage.span.end).contains(&span.start);
        let count = spans.iter().filter(begins).count();
        (count > 0 || !spans.iter().any(|span| meet(*span, passage.span))).then_some(count)
    };
    out.extend(runs(report.document.passages().iter().filter_map(begun)));
    out
}

/// The lengths of the lists of a report.
pub(super) fn list_lengths(report: &Report) -> BTreeSet<usize> {
    let passages = report.document.passages().iter();
    runs(passages.map(|passage| usize::from(matches!(passage.form, LineKind::Item { .. }))))
}

/// The sums of what stands without a nought in between.
fn runs(numbers: impl Iterator<Item = usize>) -> BTreeSet<usize> {
    let (mut out, mut sum) = (BTreeSet::new(), 0);
    for number in numbers.chain([0]) {
        match number {
            0 if sum > 0 => {
                out.insert(sum);
                sum = 0;
            }
            _ => sum += number,
        }
    }
    out
}

fn meet(one: Span, other: Span) -> bool {
    one.start < other.end && other.start < one.end
}
