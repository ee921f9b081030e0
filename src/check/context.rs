//! A report, prepared for the rules.

use super::rule::RuleArea;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Heading, LineKind, Passage, SectionRole};
use crate::incident::Incident;
use crate::read::Report;
use crate::source::{Source, Span};
use crate::words::matching::Words;
use crate::words::{beginning, sentences};

/// A report, with its sentences by section.
pub(crate) struct Context<'a> {
    pub(crate) report: &'a Report,
    pub(crate) source: &'a Source,
    pub(crate) incident: &'a Incident,
    /// The sentences of all passages.
    pub(crate) sentences: Vec<Sentence>,
}

/// A sentence of a report.
pub(crate) struct Sentence {
    pub(crate) text: String,
    pub(crate) words: Words,
    pub(crate) span: Span,
    pub(crate) form: LineKind,
    pub(crate) role: SectionRole,
    /// The start of its paragraph, item or row.
    pub(crate) passage: usize,
    /// True if it is in the list of events.
    pub(crate) in_list: bool,
    /// True if it is the report's title or a section heading.
    pub(crate) names: bool,
}

impl Sentence {
    /// True if one of the patterns occurs in it.
    pub(crate) fn says(&self, patterns: &[&str]) -> bool {
        self.words.hold_one(patterns)
    }

    /// Its number of words.
    pub(crate) fn length(&self) -> usize {
        self.text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
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

    /// The title and the section headings.
    pub(crate) fn headings(&self) -> &'a [Heading] {
        self.report.document.headings()
    }

    /// All visible text in order, headings included.
    pub(crate) fn passages(&self) -> &'a [Passage] {
        self.report.document.passages()
    }

    /// The sentences of the sections with a role, without their headings.
    pub(crate) fn told(&self, role: SectionRole) -> impl Iterator<Item = &Sentence> {
        self.sentences.iter().filter(move |sentence| sentence.role == role && !sentence.names)
    }

    /// The sentences about the outage as a whole: the summary, and text without a section of its
    /// own.
    pub(crate) fn summary(&self) -> impl Iterator<Item = &Sentence> {
        self.told(SectionRole::Summary).filter(|sentence| !sentence.in_list)
    }

    /// The timeline entries, including those without a time, each as one text with its place.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (Span, &str)> {
        let events = self.incident.events.iter().map(|event| (event.span, event.text.as_str()));
        events.chain(self.incident.notes.iter().map(|note| (note.span, note.text.as_str())))
    }

    /// The sentences of the timeline outside its entries, and those under headings of their own
    /// such as "Resolution".
    pub(crate) fn asides(&self) -> impl Iterator<Item = &Sentence> {
        let beside = |sentence: &&Sentence| {
            matches!(sentence.role, SectionRole::Timeline | SectionRole::Resolution)
        };
        self.sentences.iter().filter(beside).filter(|sentence| !sentence.in_list && !sentence.names)
    }

    /// The heading of the first section with a role.
    pub(crate) fn head(&self, role: SectionRole) -> Option<Span> {
        self.headings().iter().find(|head| head.role == Some(role)).map(|head| head.span)
    }

    /// The place to add something that a section lacks: its heading, else its first line, else the
    /// title.
    pub(crate) fn spot(&self, role: SectionRole) -> Option<Span> {
        let first = || {
            self.passages().iter().find(|passage| passage.role == role).map(|passage| passage.span)
        };
        let title =
            || self.headings().iter().find(|head| head.role.is_none()).map(|head| head.span);
        let title = |first: Option<Span>| {
            if role == SectionRole::Summary { title().or(first) } else { first }
        };
        self.head(role).or_else(|| title(first()))
    }

    /// The reader's diagnostics with a code.
    pub(crate) fn doubted(&self, code: Code) -> impl Iterator<Item = &Diagnostic> {
        self.report.diagnostics.iter().filter(move |doubt| doubt.code == code)
    }

    /// True if the report has a part at all.
    pub(crate) fn has(&self, part: RuleArea) -> bool {
        match part {
            RuleArea::Summary => {
                self.summary().any(|sentence| !matches!(sentence.form, LineKind::Heading(_)))
            }
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
    /// True if a section with another name explains the cause: "Detailed analysis".
    pub(crate) fn explains(&self) -> bool {
        let causes = ["root cause", "cause", "caused", "causing", "because", "due to", "led to"];
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
        let words = Words::of(beginning(&text));
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
