//! The prose of a report that may get a line: false leads, the cause, the fix, the lessons, and
//! fields of one word. Never the impact, and nothing that the guard looks at.

use super::judge::harms;
use super::measures::advises_writers;
use crate::document::section_roles::{label_end, role_of_label};
use crate::document::{LineKind, Passage, SectionRole};
use crate::incident::Kind;
use crate::read::Report;
use crate::source::Span;
use crate::spice::excerpt::is_serious;
use crate::spice::place::Spot;
use crate::spice::tone::GuardVerdict;
use crate::words::matching::{Words, holds_one};
use crate::words::sentences;

/// A paragraph or an item that may get a line.
#[derive(Debug, Clone)]
pub(in crate::spice) struct ProseSpot {
    /// Its number among the passages of the report.
    pub(in crate::spice) index: usize,
    pub(super) span: Span,
    /// Its last sentence.
    pub(super) text: String,
    pub(in crate::spice) about: ProseTopic,
}

/// The subject of a stretch of prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProseTopic {
    /// A false lead.
    FalseLead,
    /// The cause is explained.
    Cause,
    /// The fix is told.
    Fix,
    /// What went well, what went wrong, what was learned.
    Lesson,
    /// A field of a few words: "Status: complete".
    Field,
}

impl ProseTopic {
    /// The place, in a few words.
    pub fn in_words(self) -> &'static str {
        match self {
            ProseTopic::FalseLead => "a false lead",
            ProseTopic::Cause => "where the cause is explained",
            ProseTopic::Fix => "where the fix is told",
            ProseTopic::Lesson => "what went well or wrong, or was learned",
            ProseTopic::Field => "a field of a few words",
        }
    }

    fn of_role(role: SectionRole) -> Option<ProseTopic> {
        match role {
            SectionRole::Cause => Some(ProseTopic::Cause),
            SectionRole::Resolution => Some(ProseTopic::Fix),
            SectionRole::Lessons => Some(ProseTopic::Lesson),
            _ => None,
        }
    }
}

/// What a name says of the text below it or behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ProseName {
    /// No line may stand there.
    Closed,
    About(ProseTopic),
    /// The section decides.
    Open,
}

const CLOSED: &[&str] = &[
    "impact", "impacts", "affected", "severity", "customer", "customers", "user", "users",
    "duration", "author*", "owner*", "people", "data loss", "went well", "worked well",
];
const ASTRAY: &[&str] = &[
    "mislead*", "false lead*", "red herring*", "dead end*", "wrong turn*", "wrong assumption*",
    "false assumption*", "wrong path*", "detour*", "did not work", "didn't work", "did not help",
];
const FIELDS: &[&str] = &["status", "security*", "confidence"];

impl ProseName {
    fn of(name: &str) -> ProseName {
        let words = Words::of(name);
        if words.hold_one(CLOSED) {
            ProseName::Closed
        } else if words.hold_one(ASTRAY) {
            ProseName::About(ProseTopic::FalseLead)
        } else if words.hold_one(FIELDS) {
            ProseName::About(ProseTopic::Field)
        } else {
            match role_of_label(name).map(ProseTopic::of_role) {
                Some(Some(topic)) => ProseName::About(topic),
                Some(None) => ProseName::Closed,
                None => ProseName::Open,
            }
        }
    }
}

/// No more of one section, and no more in all: a writer fills few.
const IN_SECTION: usize = 6;
const IN_ALL: usize = 16;

/// The prose that may get a line, in the order of the report.
pub(in crate::spice) fn prose(report: &Report, verdict: &GuardVerdict) -> Vec<ProseSpot> {
    let taken = taken(report, verdict);
    let heads = report.document.headings();
    let mut out: Vec<ProseSpot> = Vec::new();
    let mut early = Vec::new();
    let (mut below, mut count) = (ProseName::Open, 0);
    for (index, passage) in report.document.passages().iter().enumerate() {
        let head = heads.iter().find(|head| head.span.start == passage.span.start);
        if is_name(passage) || head.is_some_and(|head| !head.told) {
            (below, count) = (ProseName::of(&passage.text), 0);
            continue;
        }
        let label = label_end(&passage.text).map(|end| ProseName::of(&passage.text[..end]));
        let named = label.filter(|label| *label != ProseName::Open).unwrap_or(below);
        let topic = match named {
            ProseName::Closed => None,
            ProseName::About(topic) => Some(topic),
            ProseName::Open => ProseTopic::of_role(passage.role),
        };
        let overlaps = |span: &Span| span.start < passage.span.end && passage.span.start < span.end;
        let Some(about) = topic.filter(|about| {
            count < IN_SECTION && tells(passage, *about) && !taken.iter().any(overlaps)
        }) else {
            continue;
        };
        let Some(text) = last_sentence(report, passage) else {
            continue;
        };
        count += 1;
        if about == ProseTopic::Cause && passage.role == SectionRole::Summary {
            early.push(index);
        }
        out.push(ProseSpot { index, span: passage.span, text, about });
    }
    // What the summary says of the cause is told again where it is explained.
    let explained =
        |spot: &ProseSpot| spot.about == ProseTopic::Cause && !early.contains(&spot.index);
    if out.iter().any(explained) {
        out.retain(|spot| !early.contains(&spot.index));
    }
    out.truncate(IN_ALL);
    out
}

/// The place where the report explains its cause; without one, the entry that found it.
pub(in crate::spice) fn cause_at(report: &Report, told: &[ProseSpot]) -> Option<Spot> {
    causes(report, told).first().map(|(place, _)| *place)
}

/// The places where the report explains its cause, each with what stands there; behind them the
/// entries that found it.
pub(in crate::spice) fn causes<'a>(report: &'a Report, told: &[ProseSpot]) -> Vec<(Spot, &'a str)> {
    let passages = report.document.passages();
    let told = told.iter().filter(|spot| spot.about == ProseTopic::Cause);
    let told = told.map(|spot| (Spot::Prose(spot.index), passages[spot.index].text.as_str()));
    let events = report.incident.events.iter().enumerate();
    let found = events
        .filter(|(_, event)| event.certain_kind() == Kind::CauseFound && !is_serious(&event.text))
        .map(|(index, event)| (Spot::Entry(index), event.text.as_str()));
    told.chain(found).collect()
}

/// Where other lines stand, and what the guard has found.
fn taken(report: &Report, verdict: &GuardVerdict) -> Vec<Span> {
    let incident = &report.incident;
    let entries = incident.events.iter().map(|event| event.span);
    let measures = incident.actions.iter().map(|action| action.span);
    let grave = verdict.because.iter().map(|because| because.span);
    entries.chain(measures).chain(grave).collect()
}

/// True for a heading, and for a few words that announce what follows.
fn is_name(passage: &Passage) -> bool {
    let text = passage.text.trim();
    let heading = matches!(passage.form, LineKind::Heading(_));
    heading || text.ends_with(':') && text.split_whitespace().count() <= 6
}

/// True if a passage is running text that says something, and nothing that is left alone.
fn tells(passage: &Passage, about: ProseTopic) -> bool {
    let text = passage.text.trim();
    let words = text.split_whitespace().count();
    let enough = match (about, passage.form) {
        (ProseTopic::Field, LineKind::Text | LineKind::Item { .. }) => words <= 12,
        // The steps of a fix are no place to stop, unless each has a name.
        (ProseTopic::Cause | ProseTopic::Fix, LineKind::Item { .. }) => {
            words >= 5 && label_end(text).is_some()
        }
        (_, LineKind::Item { .. }) => words >= 3,
        (_, LineKind::Text) => words >= 8 || words >= 5 && text.ends_with('.'),
        _ => false,
    };
    enough && !text.ends_with([':', '?']) && !is_serious(text) && !advises_writers(text)
}

/// The last sentence as it is written, unless it tells what people suffered.
fn last_sentence(report: &Report, passage: &Passage) -> Option<String> {
    let text = passage.text.as_str();
    let range = sentences(text).pop().unwrap_or(0..text.len());
    let impact = report.incident.impact.as_deref();
    if impact.is_some_and(|impact| text.contains(impact)) || harms(&text[range.clone()]) {
        return None;
    }
    if holds_one(&text[range.clone()], &["apolog*", "thank*"]) {
        return None;
    }
    let source = report.source();
    let written = source.slice(passage.place(range, source));
    let written = written.replace("**", "").replace("__", "");
    Some(written.split_whitespace().collect::<Vec<_>>().join(" "))
}
