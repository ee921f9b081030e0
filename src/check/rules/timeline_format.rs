//! `timeline-format`: all entries must have the same form, readable by people and programs.

use crate::check::context::Context;
use crate::check::{Finding, Profile, Rule, RuleArea, sound};
use crate::diagnostic::{Code, Severity};
use crate::document::lenient::bullet_width;
use crate::document::{LineKind, Passage};
use crate::source::Span;
use crate::time::leading_time;

pub(super) const RULE: Rule = Rule {
    code: "timeline-format",
    severity: Severity::Warning,
    part: RuleArea::Timeline,
    asks: "bullets in the form `time - text`",
    why: "Readers scan the left edge to find a moment. They can if every bullet begins with its \
        time, and no renderer merges bullets into one paragraph.",
    fails: sound::TIMELINE.with(&[("- 0", "0"), ("- 1", "1")]),
    passes: sound::TIMELINE,
    profiles: &[Profile::Brief],
    takes: &[Code::NoTimes],
    look,
};

fn look(context: &Context) -> Vec<Finding> {
    let events = &context.incident.events;
    let first = context.entries().map(|(span, _)| span).min();
    if events.is_empty() {
        let hint = "begin each entry with its time: \"- 09:30 - The alert fired\"";
        return vec![Finding::new(first, "expected times in this timeline, found none", hint)];
    }
    let wrong: Vec<_> =
        events.iter().filter_map(|event| Some((event.span, slip(context, event.span)?))).collect();
    let Some((span, slip)) = wrong.first() else {
        return Vec::new();
    };
    let message = match wrong.len() {
        1 => format!("expected a bullet in the form \"- 09:30 - text\", found {slip}"),
        many => {
            format!(
                "expected bullets in the form \"- 09:30 - text\", found {slip}, and so in {many} \
                    of {} entries",
                events.len()
            )
        }
    };
    let hint = match FIXED.contains(slip) {
        true => {
            "begin each entry with a hyphen, its time and another hyphen; `postmirth check --fix` \
                does it"
        }
        false => {
            "write each event as a bullet that begins with its time: \"- 09:30 - The alert fired\""
        }
    };
    vec![Finding::new(Some(*span), message, hint)]
}

/// Problems that can be fixed without moving a word.
const FIXED: &[&str] = &[
    "a line without a bullet",
    "a numbered item",
    "a sign that Markdown does not know",
    "a hyphen without a space after it",
    "no hyphen between time and text",
];

/// The problem with the form of an entry, if any.
fn slip(context: &Context, span: Span) -> Option<&'static str> {
    let covers =
        |passage: &&Passage| passage.span.start <= span.start && span.start < passage.span.end;
    let form = context.passages().iter().find(covers).map(|passage| passage.form);
    let written = context.source.slice(span).lines().next().unwrap_or_default().trim();
    let bare = written.trim_start_matches(['-', '*', '+']).trim_start();
    match form {
        Some(LineKind::Row | LineKind::HeaderRow) => Some("a table row"),
        Some(LineKind::Heading(_)) => Some("a heading"),
        Some(LineKind::Code) => Some("a line of code"),
        Some(LineKind::Item { ordered: true, .. }) => Some("a numbered item"),
        Some(LineKind::Item { .. }) if bullet_width(written) > 0 => {
            Some(match written.chars().next() {
                Some('-') => "a hyphen without a space after it",
                _ => "a sign that Markdown does not know",
            })
        }
        Some(LineKind::Item { .. }) if leading_time(bare).is_none() => {
            Some("an entry that does not begin with its time")
        }
        Some(LineKind::Item { .. }) if !is_parted(bare) => Some("no hyphen between time and text"),
        Some(LineKind::Item { .. }) => None,
        _ if written.starts_with('<') => Some("HTML"),
        _ => Some("a line without a bullet"),
    }
}

/// True if there is a separator between the time and the text.
fn is_parted(entry: &str) -> bool {
    let Some((stamp, _)) = leading_time(entry) else {
        return false;
    };
    // In between there may be a zone, a date, or closing emphasis and brackets.
    let rest = &entry[stamp.end.min(entry.len())..];
    let mark = rest.find(['-', '–', '—', ':', '|', ',', '→', '>', '=']);
    mark.is_some_and(|at| rest[..at].split_whitespace().count() <= 3)
}
