//! The facts that the report states in prose: its duration, impact and cause.

pub(crate) mod agreement;
mod cause;
mod everyone;
mod failing;
pub(crate) mod headline;
pub(crate) mod impact;
pub(crate) mod settle;
pub(crate) mod share;
pub(crate) mod stated;
mod stated_time;
mod whom;
pub(crate) mod window;

pub(crate) use cause::root_cause;

use crate::diagnostic::{Code, Diagnostic};
use crate::document::line::DocumentLine;
use crate::document::paragraph::{self, Paragraph};
use crate::document::sections::{Section, SectionRole};
use crate::incident::Incident;
use crate::read::summary::window::Window;
use crate::source::Span;
use crate::time::clock;
use crate::time::format::spoken;
use crate::time::length::{self, Length};
use crate::words::{self, begins_with_any, holds_any};

/// The paragraphs of the summary, then those that may stand in for it.
pub(crate) struct Prose {
    pub(crate) summary: Vec<Paragraph>,
    /// Those of the summary, but for the account of how somebody noticed.
    pub(crate) story: Vec<Paragraph>,
    pub(crate) others: Vec<Paragraph>,
    pub(crate) resolution: Vec<Paragraph>,
    /// The paragraphs about the impact, as their heading or their label says.
    pub(crate) impact: Vec<Paragraph>,
}

/// Gathers the prose of a report.
pub(crate) fn prose(lines: &[DocumentLine], sections: &[Section]) -> Prose {
    let of = |role: SectionRole| {
        sections
            .iter()
            .filter(move |section| section.role == role)
            .flat_map(|section| with_head(lines, section))
    };
    Prose {
        summary: of(SectionRole::Summary).collect(),
        story: story(lines, sections),
        others: [
            SectionRole::Other,
            SectionRole::Cause,
            SectionRole::Resolution,
            SectionRole::Lessons,
        ]
        .into_iter()
        .flat_map(of)
        .collect(),
        resolution: of(SectionRole::Resolution).collect(),
        impact: impact::own::paragraphs(lines, sections),
    }
}

/// The paragraphs of the summary that are not below a name such as "Detection".
fn story(lines: &[DocumentLine], sections: &[Section]) -> Vec<Paragraph> {
    let detects = |text: &str| {
        let lower = text.to_lowercase();
        lower.contains("detect") && !lower.contains("impact")
    };
    let mut out = Vec::new();
    let summaries = sections.iter();
    for section in summaries.filter(|section| section.role == SectionRole::Summary) {
        let mut noticed = section.head.is_some_and(|head| detects(&lines[head].text));
        for paragraph in with_head(lines, section) {
            if lines[paragraph.first()].is_heading() {
                noticed = detects(&paragraph.text);
            }
            if !noticed {
                out.push(paragraph);
            }
        }
    }
    out
}

/// Includes text in the heading: "### Summary: down from 14:10 to 14:50".
fn with_head(lines: &[DocumentLine], section: &Section) -> Vec<Paragraph> {
    let head = section.head.filter(|head| {
        section.from == 0 && lines[*head].is_heading() && !clock::all(&lines[*head].text).is_empty()
    });
    let head =
        head.map(|head| Paragraph { text: lines[head].text.clone(), lines: vec![(0, head)] });
    head.into_iter().chain(paragraph::of(lines, section)).collect()
}

/// True if a sentence of the prose tells a time at which somebody or something noticed.
pub(crate) fn noticing_told(prose: &Prose) -> bool {
    const NOTICED: &[&str] = &["alert", "aware", "detect", "discover", "notic", "report"];
    let all = [&prose.summary, &prose.others, &prose.resolution, &prose.impact];
    all.into_iter().flatten().any(|paragraph| {
        words::sentences(&paragraph.text).into_iter().any(|range| {
            let sentence = &paragraph.text[range];
            let lower = sentence.to_lowercase();
            holds_any(&lower, NOTICED)
                && clock::all(sentence).iter().any(|stamp| stamp.clock.is_some())
        })
    })
}

/// A duration that the report states.
pub(crate) struct StatedDuration {
    length: Length,
    span: Span,
    /// True if it may be only of the worst part: "completely down for ten minutes".
    worst: bool,
}

/// The duration that the report states.
pub(crate) fn duration(
    lines: &[DocumentLine],
    prose: &Prose,
    elsewhere: &[Paragraph],
) -> Option<StatedDuration> {
    let scored = |paragraph: &Paragraph, least: i32| {
        words::sentences(&paragraph.text)
            .into_iter()
            .filter_map(|unit| {
                let text = &paragraph.text[unit.clone()];
                let clocks = clock::all(text);
                // "18h05 UTC" is a time of day.
                let is_clock = |length: &Length| {
                    clocks.iter().any(|stamp| {
                        let zoned = stamp.zone.is_some() || stamp.day.is_some();
                        zoned && (stamp.start..stamp.end).contains(&length.range.start)
                    })
                };
                let length = length::all(text)
                    .into_iter()
                    .find(|length| length.minutes > 0.0 && !is_clock(length))?;
                let lower = text.to_lowercase();
                // Lower-case letters may be shorter or longer than capitals, so offsets into one
                // text are not valid in the other.
                let before = text[..length.range.start].to_lowercase();
                let mut score = 0;
                for (word, weight) in [
                    ("duration", 6),
                    ("time to resolve", 8),
                    ("lasted", 5),
                    ("lasting", 5),
                    ("downtime", 4),
                    ("outage", 3),
                    ("down for", 5),
                    ("unavailable", 3),
                    ("disruption", 2),
                    ("offline", 3),
                    ("total", 1),
                    ("-minute", 2),
                    ("for ", 1),
                    ("time to repair", 2),
                    ("recovery time", 3),
                ] {
                    if lower.contains(word) {
                        score += weight;
                    }
                }
                // "A period of about 2.5 h from 14:00 to 16:30" is as good as a label.
                let ranged = text[length.range.end..].trim_start();
                if ranged.starts_with("from ") && clock::find(ranged, 0).is_some() {
                    score += 3;
                }
                // "The first outage came three days after the change", but "Duration: 1 h after it".
                let beside = before.trim_end_matches(['~', ' ']).ends_with("duration:");
                if !beside
                    && begins_with_any(ranged, &["after ", "before ", "ago", "later", "earlier"])
                {
                    score -= 6;
                }
                let last = before
                    .trim_end()
                    .trim_end_matches("approximately")
                    .trim_end_matches("about")
                    .trim_end_matches("around")
                    .trim_end();
                if last.ends_with(" for") {
                    score += 2;
                }
                for word in [
                    "every", "within", "after", "ago", "later", "timeout", "interval", "ttl",
                    "cache", "per ",
                ] {
                    if before.ends_with(&format!("{word} "))
                        || before.ends_with(&format!("{} ", word.trim()))
                    {
                        score -= 6;
                    }
                }
                // "The cache keeps a page for two days" is not the duration of the outage.
                let kept = ["keep", "kept", "hold", "held", "retain", "valid for", "stored"];
                if holds_any(&before, &kept) {
                    score -= 20;
                }
                // Nor is one bound of it, one of several, or what a rule waits for.
                let bounds = ["maximum", "bounded to", "periodic", " if ", "whenever"];
                if holds_any(&before, &bounds) {
                    score -= 20;
                }
                // Nor is "Three weeks before".
                let after = text[length.range.end..].trim_start();
                if stated::is_of_some_hours(after) {
                    return None;
                }
                // "A 7 minute cascading failure" is an outage of 7 minutes.
                let mut nouns = after.split_whitespace().take(3);
                if nouns.any(names_outage) {
                    score += 2;
                }
                if begins_with_any(after, &["before", "ago", "earlier", "prior"]) {
                    score -= 6;
                }
                let span = paragraph
                    .place(lines, unit.start + length.range.start..unit.start + length.range.end);
                let worst = ["completely", "entirely", "totally", "offline"];
                let stated = StatedDuration { worst: holds_any(&before, &worst), length, span };
                (score >= least).then_some((score, stated))
            })
            .collect::<Vec<_>>()
    };
    let best = |found: Vec<(i32, StatedDuration)>| {
        let best = found.into_iter().rev().max_by_key(|(score, _)| *score);
        best.map(|(_, stated)| stated)
    };
    best(prose.summary.iter().flat_map(|paragraph| scored(paragraph, 2)).collect())
        .or_else(|| best(elsewhere.iter().flat_map(|paragraph| scored(paragraph, 6)).collect()))
}

fn names_outage(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    matches!(
        word,
        "degradation" | "disruption" | "downtime" | "failure" | "interruption" | "outage"
    )
}

/// The duration: as stated, else from start to end; also returns whether the two agree.
pub(crate) fn lengths(
    incident: &mut Incident,
    stated: Option<StatedDuration>,
    resolved_in: Option<f64>,
    window: &Window,
    doubts: &mut Vec<Diagnostic>,
) {
    let between = match (&incident.start, &incident.end) {
        (Some(start), Some(end)) => end.minutes_since(start),
        _ => None,
    };
    // The worst part of it is not the whole.
    let part = |stated: &StatedDuration| {
        stated.worst && between.is_some_and(|minutes| stated.length.minutes < minutes / 2.0)
    };
    let stated = stated.filter(|stated| !part(stated));
    if let (Some(minutes), Some(end)) = (between, &window.end)
        && minutes < 0.0
    {
        doubts.push(
            Diagnostic::new(
                Code::EndBeforeStart,
                end.span,
                "expected an end after the start, found one before it",
            )
            .hint("check the dates, and AM and PM"),
        );
    } else if let (Some(minutes), Some(StatedDuration { length, span, .. })) = (between, &stated) {
        // A rough duration may be off by a quarter, an exact one by a minute or by its rounding.
        let allowed =
            if length.rough { length.minutes * 0.25 } else { (length.minutes * 0.02).max(1.0) };
        if (minutes - length.minutes).abs() > allowed {
            let what = format!(
                "the stated length is {}, but from start to end it is {}",
                spoken(length.minutes),
                spoken(minutes)
            );
            doubts.push(
                Diagnostic::new(Code::DurationMismatch, *span, what)
                    .hint("correct the length or the times"),
            );
        }
    }
    // If start and end disagree, the picture shows those.
    let refuted = doubts.iter().any(|doubt| doubt.code == Code::DurationMismatch);
    let length = stated.as_ref().map(|stated| stated.length.minutes);
    let length = length.filter(|_| !refuted);
    let told_only = resolved_in.filter(|_| stated.is_none() && between.is_none());
    incident.stated.resolve = incident.stated.resolve.or(length).or(told_only);
    incident.rough = stated.as_ref().is_some_and(|StatedDuration { length, .. }| {
        length.rough && between.is_none_or(|minutes| (minutes - length.minutes).abs() > 1.0)
    });
    incident.minutes = stated
        .map(|stated| stated.length.minutes)
        .or(between.filter(|minutes| *minutes >= 0.0))
        .map(|minutes| (minutes * 100.0).round() / 100.0);
}
