//! The structure of a report, before any interpretation: lines, blocks, sections and markers, each
//! with its place.

pub(crate) mod assignment;
pub(crate) mod blocks;
pub(crate) mod directive;
pub(crate) mod events;
pub(crate) mod extent;
pub(crate) mod fence;
mod file;
mod footnotes;
pub(crate) mod front_matter;
mod headings;
pub(crate) mod html;
pub(crate) mod incidents;
pub(crate) mod lenient;
pub(crate) mod line;
pub(crate) mod markdown;
pub(crate) mod marks;
pub(crate) mod paragraph;
mod passage;
mod placeholder_hosts;
mod retelling;
mod run_on;
pub(crate) mod runs;
pub(crate) mod section_names;
pub(crate) mod section_roles;
pub(crate) mod sections;
pub(crate) mod title;
mod title_words;
mod uneven;

pub use file::Broken;
pub(crate) use file::ReportFile;
pub(crate) use headings::Heading;
pub(crate) use html::tag as html_tag;
pub(crate) use lenient::line_feeds;
pub(crate) use line::LineKind;
#[doc(hidden)]
pub use markdown::documents_read;
pub(crate) use passage::Passage;
pub(crate) use placeholder_hosts::placeholder_hosts;
pub(crate) use sections::SectionRole;

use crate::diagnostic::Diagnostic;
use crate::source::{Source, Span};
use directive::ReportDirectives;
use line::DocumentLine;
use sections::Section;
use std::sync::OnceLock;

/// A report's text, read once: its lines, its sections, and views derived from them.
#[derive(Debug, Clone)]
pub struct Document {
    source: Source,
    /// The extent of the report in its file.
    pub(crate) extent: Span,
    pub(crate) lines: Vec<DocumentLine>,
    pub(crate) sections: Vec<Section>,
    /// The heading of the incident that is read, if the file tells of several.
    pub(crate) first_of_several: Option<usize>,
    /// The author's settings for the report as a whole.
    pub(crate) settings: ReportDirectives,
    /// The tone that the author asks for, and the place where the report says so; the last one
    /// wins.
    pub(crate) tone: Option<(&'static str, Span)>,
    /// Errors in the directives.
    pub(crate) diagnostics: Vec<Diagnostic>,
    passages: OnceLock<Vec<Passage>>,
    headings: OnceLock<Vec<Heading>>,
}

impl Document {
    /// Parses the Markdown of a report.
    pub fn of(source: &Source) -> Document {
        let mut diagnostics = Vec::new();
        let (lines, extent) = markdown::read(source);
        diagnostics.extend(extent.as_ref().map(|extent| extent.note(source)));
        let mut sections = sections::sections(&lines);
        let mut further = incidents::further(&lines, &sections);
        let mut first_of_several = None;
        if !further.is_empty() {
            first_of_several = incidents::first_heading(&lines, &sections);
        } else {
            further = incidents::further_days(&lines, &sections);
        }
        if further.is_empty() {
            (first_of_several, further) = incidents::further_listed(&lines);
        }
        diagnostics.extend(incidents::note(&lines, &further));
        // The days of one timeline are lines of the same section.
        for section in &mut sections {
            let inside = further.iter().find(|lines| section.lines.contains(&lines.start));
            section.lines.end = inside.map_or(section.lines.end, |lines| lines.start);
        }
        sections.retain(|section| {
            let at = section.head.unwrap_or(section.lines.start);
            !further.iter().any(|lines| lines.contains(&at))
        });
        Document {
            settings: directive::settings(source, &lines, &mut diagnostics),
            tone: directive::tone(source, &lines),
            sections,
            first_of_several,
            extent: extent.map_or(Span::new(0, source.text().len()), |extent| extent.span),
            source: source.clone(),
            lines,
            diagnostics,
            passages: OnceLock::new(),
            headings: OnceLock::new(),
        }
    }

    /// The source text.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// All visible text in order, including headings, quotes and tables but not code.
    pub(crate) fn passages(&self) -> &[Passage] {
        self.passages.get_or_init(|| passage::passages(&self.source, &self.lines, &self.sections))
    }

    /// The title, if the report has one, and the section headings, in order.
    pub(crate) fn headings(&self) -> &[Heading] {
        self.headings.get_or_init(|| headings::headings(&self.lines, &self.sections))
    }

    /// The number of visible words: no code, markup or comments.
    pub fn word_count(&self) -> usize {
        let counts = |word: &&str| word.chars().any(char::is_alphanumeric);
        self.passages()
            .iter()
            .map(|passage| passage.text.split_whitespace().filter(counts).count())
            .sum()
    }
}
