//! Decides whether a text describes an incident at all.

use crate::diagnostic::{Code, Diagnostic};
use crate::document::assignment;
use crate::document::line::{DocumentLine, LineKind};
use crate::document::sections::{Section, SectionRole};
use crate::incident::{Incident, Nature};
use crate::source::{Source, Span};
use crate::words::{self, holds_any};
use std::ops::Range;

/// Phrases of assignment texts, which say what a postmortem must contain.
const ASSIGNMENT: &[&str] = &[
    "must contain",
    "be brief and straight to the point",
    "be very specific, like a todo",
    "400 to 600 words",
    "peer review",
    "your peers",
    "using one of the web stack",
    "requirements",
    "write a postmortem",
    "writing a postmortem",
    "write a post-mortem",
    "add humour",
    "tasks to complete",
    "misleading investigation/debugging paths that were taken",
    "invent your own",
    "that is often what executives will read",
    "format bullet point",
    "learning objectives",
    "mandatory",
    "what was the impact",
    "include timezone",
    "list the timezone",
    "in this project",
    "this project",
    "the assignment",
];

/// Phrases of texts about postmortems in general.
const ADVICE: &[&str] = &[
    "writing an effective",
    "how to write",
    "a good postmortem",
    "good postmortems",
    "effective postmortem",
    "why write",
    "key components",
    "tips for",
    "best practices for",
    "a postmortem is",
    "post-mortem is a",
    "postmortems are",
    "learning how to",
    "a blameless postmortem is",
    "the purpose of a postmortem",
    "the goal of a postmortem",
    "postmortem reports should",
    "postmortem report should",
    "template",
    "guidelines",
];

/// Words of a text that describes something that happened.
const TOLD: &[&str] = &[
    "was down", "were down", "went down", "outage", "experienced", "we noticed", "we found",
    "was caused", "crashed", "failed", "was resolved", "was fixed", "we fixed", "we identified",
    "users were", "users could", "unable to", "was unavailable", "error", "500", "restarted",
    "was restored", "restored", "affected", "downtime", "discovered", "was detected", "responded",
    "reverted", "deployed",
];

/// Words of a sentence about incidents in general rather than about one.
const GENERAL: &[&str] = &[
    "should", "must", "may ", "might", "can ", "you", "often", "usually", "any ", "such as",
    "postmortem", "post-mortem", "in general", "a brief", "a detailed", "a list of",
    "a summary of",
];

/// The kind of document.
pub(crate) fn nature(
    source: &Source,
    lines: &[DocumentLine],
    sections: &[Section],
    incident: &Incident,
) -> Nature {
    let told = || {
        lines
            .iter()
            .filter(|line| line.form != LineKind::Code && line.form != LineKind::FrontMatter)
    };
    let has_words = || told().flat_map(|line| plain_words(&line.text)).next().is_some();
    if !source.text().contains("://") && !has_words() {
        return Nature::Empty;
    }
    if incident.events.len() >= 2 {
        return Nature::Postmortem;
    }
    let text = told()
        .map(|line| line.text.to_lowercase())
        .collect::<Vec<_>>()
        .join("\n")
        .replace('’', "'");
    let plain = plain_words(&text).count();
    let count = |phrases: &[&str]| phrases.iter().filter(|phrase| text.contains(**phrase)).count();
    // Advice may also contain a lone clock time: "at 3am or at night".
    let begun = incident.start.is_some_and(|start| {
        start.day.is_some() || incident.end.is_some() || !incident.events.is_empty()
    });
    // Without any dated event, statements about incidents in general do not describe one.
    let general = |line: &&str| holds_any(line, GENERAL);
    let definite: String = words::sentences(&text)
        .into_iter()
        .flat_map(|sentence| text[sentence].lines())
        .filter(|line| begun || !incident.events.is_empty() || !general(line))
        .flat_map(|line| [line, "\n"])
        .collect();
    let told = TOLD.iter().filter(|phrase| definite.contains(**phrase)).count();
    let assignment = count(ASSIGNMENT).max(assignment::traits(lines));
    let advice = count(ADVICE);
    let links = source.text().contains("://") || text.contains("link");
    let named =
        [SectionRole::Timeline, SectionRole::Cause, SectionRole::Measures, SectionRole::Resolution]
            .iter()
            .filter(|role| sections.iter().any(|section| section.role == **role))
            .count();
    if plain < 40 {
        let times = incident.events.len()
            + usize::from(incident.start.is_some_and(|start| start.clock.is_some()));
        return match () {
            () if times > 0 || told >= 3 => Nature::Postmortem,
            () if named >= 3 && !source.text().contains("://") => Nature::Unfilled,
            () if links => Nature::Link,
            () => Nature::Other,
        };
    }
    let stated = [
        begun,
        incident.affected_percent.is_some(),
        incident.minutes.is_some(),
        !incident.events.is_empty(),
    ]
    .iter()
    .filter(|fact| **fact)
    .count();
    let evidence = told + 2 * stated + named.min(2);
    let against = 2 * assignment + 3 * advice;
    match () {
        () if against > evidence && assignment >= advice => Nature::Assignment,
        () if against > evidence => Nature::Advice,
        () if told + stated >= 2 => Nature::Postmortem,
        () => Nature::Other,
    }
}

/// The words of a text that are not part of a link.
fn plain_words(text: &str) -> impl Iterator<Item = (String, Range<usize>)> + '_ {
    let is_link = |word: &str| {
        word.contains("://") || word.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("www."))
    };
    text.split_whitespace().filter(move |word| !is_link(word)).flat_map(words::words)
}

/// The message for a document that is not a postmortem.
pub(crate) fn message(nature: Nature, first: Option<Span>) -> Option<Diagnostic> {
    if nature == Nature::Postmortem {
        return None;
    }
    let found = nature.in_words();
    let message = format!(
        "expected the account of an incident (a timeline with times, or what failed, when and \
            why), found {found}"
    );
    let diagnostic = match first {
        Some(span) => Diagnostic::new(Code::NotAPostmortem, span, message),
        None => Diagnostic::about_all(Code::NotAPostmortem, message),
    };
    let hint = match nature {
        Nature::Link => "copy the report itself into the file",
        Nature::Unfilled => {
            "write below its headings; lines such as \"- 09:30 - The alert fired\" under the \
                timeline come first"
        }
        _ => {
            "begin with a section \"## Timeline\" and lines such as \"- 09:30 UTC - The alert \
                fired\""
        }
    };
    Some(diagnostic.hint(hint))
}
