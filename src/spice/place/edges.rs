//! Lines of the whole report: the opening below the title, and the sign-off.

use crate::document::blocks::Blocks;
use crate::document::marks::body;
use crate::document::runs::{RunKind, TextRun};
use crate::edit::proof::Allowed;
use crate::spice::place::Addition;
use crate::spice::place::candidate::Candidate;
use crate::spice::place::places::{Places, one};
use crate::spice::place::strip::EMPTY;
use crate::spice::place::written::Written;

impl Places<'_> {
    /// Below what stands above the first section.
    pub(super) fn opening(&self, addition: &Addition) -> Vec<Candidate> {
        let section = self.heads.iter().find(|head| head.role.is_some());
        let run = section.and_then(|head| self.run_at(self.home(head.span.start)));
        let own = |run: &&TextRun| match run.kind {
            RunKind::Heading => true,
            RunKind::Text => {
                section.is_some_and(|head| self.home(head.span.start) == run.range.start)
            }
            _ => false,
        };
        let first = self.report.start.max(body(self.text));
        let above = run
            .filter(own)
            .map(|run| self.text[..run.range.start].trim_end().len())
            .filter(|at| *at > first);
        let at_end = |at| one(at, self.pen.paragraph(None, &addition.text, 0), false);
        let Some(at) = above else {
            let below = self.below_title(addition);
            return match below {
                Some(below) => vec![below],
                None => self.above_all_sections(first, addition),
            };
        };
        // A rule between two sections belongs to the next.
        let last = self.text[..at].rfind('\n').map_or(0, |end| end + 1);
        let is_rule = self.text[last..at].chars().all(|c| "-*_ ".contains(c));
        let before = self.text[..last].trim_end().len();
        let before = Some(before).filter(|at| is_rule && *at > first);
        let ways = [
            before.map(at_end),
            Some(at_end(at)),
            self.below_title(addition),
        ];
        ways.into_iter().flatten().collect()
    }

    /// Below a title that is the first line of a paragraph in which the report goes on.
    fn below_title(&self, addition: &Addition) -> Option<Candidate> {
        let head = self.heads.iter().find(|head| head.role.is_none())?;
        let start = self.home(head.span.start);
        let run = self.run_at(start).filter(|run| run.kind == RunKind::Text)?;
        let lines = run.lines();
        let (title, below) = lines.split_first()?;
        let own = title
            .first()
            .is_some_and(|piece| piece.range.start == start);
        let at = self.end(title).filter(|_| own && !below.is_empty())?;
        let line_end = at + self.text[at..].find('\n')?;
        Some(Candidate {
            allowed: Allowed::Division(line_end),
            ..one(at, self.pen.paragraph(None, &addition.text, 2), false)
        })
    }

    /// At the top of a report that begins with its first section.
    fn above_all_sections(&self, first: usize, addition: &Addition) -> Vec<Candidate> {
        let line = self.pen.paragraph(None, &addition.text, 2);
        let blank = self.text[first..].lines().next();
        if blank.is_some_and(|line| line.trim().is_empty()) {
            return vec![one(first, line, false)];
        }
        let run = self.runs.first().filter(|run| run.kind == RunKind::Text);
        let piece = run.and_then(|run| run.pieces.first());
        let start = piece.map(|piece| piece.range.start);
        // What holds nothing keeps the closing mark from the beginning of the line.
        let text = format!("{}{EMPTY}", line.text);
        let line = Written { text, ..line };
        let at = |start| one(start, line, false);
        start.map(at).into_iter().collect()
    }

    pub(super) fn sign_off(&self, addition: &Addition) -> Vec<Candidate> {
        let text = &self.text[..self.report.end];
        let end = text.trim_end().len();
        if self.runs.is_empty() || Blocks::of(text).unclosed {
            return Vec::new();
        }
        let whole = text.len();
        let places = [end, whole]
            .into_iter()
            .filter(|at| *at == end || text.ends_with('\n'));
        places
            .map(|at| one(at, self.pen.paragraph(None, &addition.text, 0), false))
            .collect()
    }
}
