//! A report as the rules see it.

use super::rule::RuleArea;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Heading, LineKind, Passage, SectionRole};
use crate::incident::Incident;
use crate::read::Report;
use crate::source::{Source, Span};
use crate::words::matching::Words;
use crate::words::sentences;

/// A report that was read, with its sentences by section.
pub(crate) struct Context<'a> {
    pub(crate) report: &'a Report,
    pub(crate) source: &'a Source,
    pub(crate) incident: &'a Incident,
    /// The passages, sentence by sentence.
    pub(crate) sentences: Vec<Sentence>,
}

/// One sentence of a report.
pub(crate) struct Sentence {
    pub(crate) text: String,
    pub(crate) words: Words,
    pub(crate) span: Span,
    pub(crate) form: LineKind,
    pub(crate) role: SectionRole,
    /// Where its paragraph, item or row begins.
    pub(crate) passage: usize,
    /// Whether it stands in the list of events.
    pub(crate) in_list: bool,
    /// Whether it names the report or a part of it.
    pub(crate) names: bool,
}

impl Sentence {
    /// Whether one of the patterns stands in it.
    pub(crate) fn says(&self, patterns: &[&str]) -> bool {
        patterns.iter().any(|pattern| self.words.hold(pattern))
    }

    /// How many words it has.
    pub(crate) fn length(&self) -> usize {
        self.text
            .split_whitespace()
            .filter(|word| word.contains(char::is_alphanumeric))
            .count()
    }
}

impl<'a> Context<'a> {
    pub(crate) fn new(report: &'a Report) -> Context<'a> {
        let passages = report.document.passages().iter();
        Context {
            report,
            source: report.source(),
            incident: &report.incident,
            sentences: passages.flat_map(|passage| said(passage, report)).collect(),
        }
    }

    /// The title and the names of the sections.
    pub(crate) fn headings(&self) -> &'a [Heading] {
        self.report.document.headings()
    }

    /// Everything that a reader reads, in order, headings included.
    pub(crate) fn passages(&self) -> &'a [Passage] {
        self.report.document.passages()
    }

    /// The sentences of the sections about something, without their names.
    pub(crate) fn told(&self, role: SectionRole) -> impl Iterator<Item = &Sentence> {
        self.sentences
            .iter()
            .filter(move |sentence| sentence.role == role && !sentence.names)
    }

    /// The sentences that tell of the outage as a whole: the summary, and what has no section of
    /// its own.
    pub(crate) fn summary(&self) -> impl Iterator<Item = &Sentence> {
        self.told(SectionRole::Summary)
            .filter(|sentence| !sentence.in_list)
    }

    /// The entries of the timeline, those without a time included, each as one text with its place.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (Span, &str)> {
        let events = self
            .incident
            .events
            .iter()
            .map(|event| (event.span, event.text.as_str()));
        events.chain(
            self.incident
                .notes
                .iter()
                .map(|note| (note.span, note.text.as_str())),
        )
    }

    /// What stands in the timeline beside its entries, and under names of its own such as
    /// "Resolution".
    pub(crate) fn asides(&self) -> impl Iterator<Item = &Sentence> {
        let beside = |sentence: &&Sentence| {
            matches!(
                sentence.role,
                SectionRole::Timeline | SectionRole::Resolution
            )
        };
        self.sentences
            .iter()
            .filter(beside)
            .filter(|sentence| !sentence.in_list && !sentence.names)
    }

    /// The name of the first section about something.
    pub(crate) fn head(&self, role: SectionRole) -> Option<Span> {
        self.headings()
            .iter()
            .find(|head| head.role == Some(role))
            .map(|head| head.span)
    }

    /// Where something is to be written that a section lacks: at its name, else at its first line,
    /// else at the title.
    pub(crate) fn spot(&self, role: SectionRole) -> Option<Span> {
        let first = || {
            self.passages()
                .iter()
                .find(|passage| passage.role == role)
                .map(|passage| passage.span)
        };
        let title = || {
            self.headings()
                .iter()
                .find(|head| head.role.is_none())
                .map(|head| head.span)
        };
        let title = |first: Option<Span>| {
            if role == SectionRole::Summary {
                title().or(first)
            } else {
                first
            }
        };
        self.head(role).or_else(|| title(first()))
    }

    /// What the reader said under a code.
    pub(crate) fn doubted(&self, code: Code) -> impl Iterator<Item = &Diagnostic> {
        self.report
            .diagnostics
            .iter()
            .filter(move |doubt| doubt.code == code)
    }

    /// Whether the report has a part at all.
    pub(crate) fn has(&self, part: RuleArea) -> bool {
        match part {
            RuleArea::Summary => self
                .summary()
                .any(|sentence| !matches!(sentence.form, LineKind::Heading(_))),
            RuleArea::Timeline => self.entries().next().is_some(),
            RuleArea::Cause => {
                [SectionRole::Cause, SectionRole::Resolution]
                    .into_iter()
                    .any(|role| self.told(role).next().is_some())
                    || self.explains()
            }
            RuleArea::Measures => {
                !self.incident.actions.is_empty()
                    || self.told(SectionRole::Measures).next().is_some()
            }
            RuleArea::Report => true,
        }
    }
}

impl Context<'_> {
    /// Whether a section of another name tells the cause: "Detailed analysis".
    pub(crate) fn explains(&self) -> bool {
        let causes = [
            "root cause",
            "cause",
            "caused",
            "causing",
            "because",
            "due to",
            "led to",
        ];
        [SectionRole::Other, SectionRole::Lessons]
            .into_iter()
            .flat_map(|role| self.told(role))
            .any(|sentence| sentence.says(&causes))
    }
}

/// The sentences of a passage.
fn said(passage: &Passage, report: &Report) -> Vec<Sentence> {
    let (source, incident) = (report.source(), &report.incident);
    let mut headings = report.document.headings().iter();
    let names = headings.any(|heading| heading.span == passage.span && !heading.told);
    let ranges = sentences(&passage.text).into_iter();
    let sentence = |range: std::ops::Range<usize>| {
        let span = passage.place(range.clone(), source);
        let text = passage.text[range].to_string();
        let words = Words::of(&text);
        let (form, role) = (passage.form, passage.role);
        Sentence {
            passage: passage.span.start,
            words,
            in_list: in_list(incident, span),
            text,
            span,
            form,
            role,
            names,
        }
    };
    ranges.map(sentence).collect()
}

fn in_list(incident: &Incident, span: Span) -> bool {
    let covers =
        |entry: Span| entry.start <= span.start && span.start < entry.end.max(entry.start + 1);
    incident.events.iter().any(|event| covers(event.span))
        || incident.notes.iter().any(|note| covers(note.span))
}
