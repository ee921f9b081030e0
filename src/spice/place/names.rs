//! Behind the name of a section.

use crate::document::runs::{RunKind, TextRun, html_text_end, shown};
use crate::document::{Heading, SectionRole, html_tag};
use crate::spice::place::candidate::Candidate;
use crate::spice::place::places::{Places, one};
use crate::spice::quip::Part;

fn role(part: Part) -> SectionRole {
    match part {
        Part::Summary => SectionRole::Summary,
        Part::Timeline => SectionRole::Timeline,
        Part::Cause => SectionRole::Cause,
        Part::Resolution => SectionRole::Resolution,
        Part::Measures => SectionRole::Measures,
    }
}

impl Places<'_> {
    /// Behind the name of the first section of a kind, when that is a heading or a line in bold.
    pub(super) fn name(&self, part: Part, text: &str) -> Option<Candidate> {
        // What it meant for people is no place for a joke.
        let is_impact = |head: &Heading| {
            self.text[self.home(head.span.start)..self.home(head.span.end)]
                .to_lowercase()
                .contains("impact")
        };
        let head =
            self.heads.iter().find(|head| head.role == Some(role(part)) && !is_impact(head))?;
        let run = self.run_at(self.home(head.span.start))?;
        if head.told {
            return None;
        }
        let start = self.home(head.span.start);
        let (at, shown) = match run.kind {
            RunKind::Html if self.is_html_heading(start) => {
                let end = html_text_end(self.text, start, run.range.end);
                let shown = self.text[start..end].trim_end();
                (start + shown.len(), shown.to_string())
            }
            RunKind::Heading | RunKind::Text => {
                let lines = run.lines();
                let line = match run.kind {
                    RunKind::Heading => lines.last()?,
                    _ => lines.iter().rfind(|line| {
                        line.first().is_some_and(|piece| piece.range.start <= start)
                    })?,
                };
                let bold = head.bold && line.first().is_some_and(|piece| piece.emphasised);
                let end = self.end(line);
                let end = end.filter(|_| run.kind == RunKind::Heading || bold)?;
                (end, shown(line))
            }
            _ => return None,
        };
        if self.is_linked(&shown) {
            return None;
        }
        let html = run.kind == RunKind::Html;
        let written = self.pen.behind_name(text, shown.trim_end().ends_with(':'), html);
        Some(one(at, written, html))
    }

    /// The run that a byte stands in, or the next.
    pub(super) fn run_at(&self, at: usize) -> Option<&TextRun> {
        self.runs.iter().find(|run| run.range.end > at)
    }

    /// True when the text at a byte of HTML stands in a heading.
    pub(super) fn is_html_heading(&self, at: usize) -> bool {
        let before = self.text[..at]
            .rmatch_indices('<')
            .find_map(|(open, _)| html_tag(&self.text[open..at]));
        before.is_some_and(|(name, opens)| {
            opens && matches!(name.as_str(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
        })
    }

    /// True when the report links to the heading of this name: a longer one would have another
    /// address.
    pub(super) fn is_linked(&self, name: &str) -> bool {
        let lower = name.trim().to_lowercase();
        let kept = lower.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
        let address: String = kept.map(|c| if c == ' ' { '-' } else { c }).collect();
        ["(", "\"", "'"].iter().any(|quote| self.text.contains(&format!("{quote}#{address}")))
    }
}
