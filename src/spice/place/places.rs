//! Where a line of humour may stand: behind what an entry, a measure, a name says itself.

use crate::document::runs::{RunKind, RunPiece, TextRun, html_text_end, runs, shown};
use crate::document::{Heading, Passage, ReportFile};
use crate::edit::proof::Allowed;
use crate::incident::Incident;
use crate::read::Report;
use crate::source::{Source, Span};
use crate::spice::place::candidate::Candidate;
use crate::spice::place::written::{LineWriter, Written};
use crate::spice::place::{Addition, Spot};
use std::ops::Range;

/// A report with the places that it has.
pub(super) struct Places<'a> {
    pub(super) text: &'a str,
    /// The same text as a source, line for line the one that was read.
    own: Source,
    source: &'a Source,
    incident: &'a Incident,
    pub(super) runs: Vec<TextRun>,
    /// Where the lines of each entry begin.
    entries: Vec<Vec<usize>>,
    /// Where the lines of the report begin.
    lines: Vec<usize>,
    pub(super) heads: &'a [Heading],
    passages: &'a [Passage],
    /// Where the report stands in the text.
    pub(super) report: Range<usize>,
    pub(super) pen: LineWriter,
}

impl<'a> Places<'a> {
    pub(super) fn new(file: &'a ReportFile, report: &'a Report) -> Places<'a> {
        let source = report.source();
        let pen = LineWriter { utf8: file.utf8, line_break: file.line_break() };
        let own = Source::new(source.name(), file.text.as_str());
        let lines = &report.document.lines;
        let entries = report.timeline.entries.iter();
        let mut places = Places {
            text: &file.text,
            own,
            source,
            incident: &report.incident,
            entries: entries.map(|entry| entry.starts(lines)).collect(),
            lines: lines.iter().map(|line| line.span.start).collect(),
            runs: runs(&file.text),
            heads: report.document.headings(),
            passages: report.document.passages(),
            report: 0..file.text.len(),
            pen,
        };
        let report = report.document.extent;
        if report != Span::new(0, source.text().len()) {
            places.report = places.home(report.start)..places.home(report.end);
            let own = places.report.clone();
            places.runs.retain(|run| own.contains(&run.range.start));
        }
        places
    }

    /// The ways to put a line in, the best first.
    pub(super) fn candidates(&self, addition: &Addition) -> Vec<Candidate> {
        match addition.spot {
            Spot::Title => self.title(&addition.text),
            Spot::Heading(part) => self.name(part, &addition.text).into_iter().collect(),
            Spot::Entry(index) => self.incident.events.get(index).map_or_else(Vec::new, |event| {
                let begins = self.entries.get(index).map_or(&[][..], Vec::as_slice);
                self.behind(event.span, &event.text, begins, addition)
            }),
            Spot::Action(index) => {
                self.incident.actions.get(index).map_or_else(Vec::new, |action| {
                    self.behind(action.span, &action.text, &[], addition)
                })
            }
            Spot::Prose(index) => self.prose(index, addition),
            Spot::SignOff => self.sign_off(addition),
        }
    }

    /// Behind the first paragraph of what stands in a span and tells this, on lines that begin
    /// here, as far as that is known.
    fn behind(
        &self,
        span: Span,
        told: &str,
        begins: &[usize],
        addition: &Addition,
    ) -> Vec<Candidate> {
        let (start, end) = (self.home(span.start), self.home(span.end));
        let told = if self.pen.utf8 { letters(told) } else { String::new() };
        let Some(first) = self.runs.iter().position(|run| run.range.end > start) else {
            return Vec::new();
        };
        let own = self.runs[first..].iter().take_while(|run| run.range.start < end.max(start + 1));
        let own: Vec<&TextRun> = own.filter(|run| run.kind != RunKind::Code).collect();
        let Some(run) = own.first() else {
            return Vec::new();
        };
        let at = match run.kind {
            RunKind::Html => html_end(self.text, run, start, &told),
            RunKind::Cell => own
                .iter()
                .filter(|run| run.kind == RunKind::Cell)
                .find_map(|run| self.cell(run, &told)),
            RunKind::Heading => match self.body(&own) {
                Some(at) => Some(at),
                None => return self.below(run, addition),
            },
            _ => own.iter().filter(|run| run.kind == RunKind::Text).find_map(|run| match begins {
                [] => self.text(run, start, end, &told),
                begins => self.last_line(run, begins),
            }),
        };
        let html = run.kind == RunKind::Html;
        // A line behind a colon would come between it and what it announces.
        let at = at.filter(|at| !self.text[..*at].ends_with(':'));
        let written = |at| match self.runs_on(run, at) {
            true => self.line(addition, html).ended(),
            false => self.line(addition, html),
        };
        at.map(|at| (at, written(at)))
            .filter(|(_, written)| !written.text.is_empty())
            .map(|(at, written)| one(at, written, html))
            .into_iter()
            .collect()
    }

    /// True if the next line of a paragraph is shown on the same line as what ends here: a list
    /// that has no marks is a wall of text, with the humour somewhere in it.
    fn runs_on(&self, run: &TextRun, at: usize) -> bool {
        let own = run.kind == RunKind::Text && run.range.contains(&at);
        let left = if own { &self.text[at..run.range.end] } else { "" };
        let next = left.split_once('\n');
        next.is_some_and(|(end, next)| {
            end.trim().is_empty() && !end.starts_with("  ") && !next.trim().is_empty()
        })
    }

    /// Behind the last sentence of a paragraph or an item.
    fn prose(&self, index: usize, addition: &Addition) -> Vec<Candidate> {
        let Some(span) = self.passages.get(index).map(|passage| passage.span) else {
            return Vec::new();
        };
        let (start, end) = (self.home(span.start), self.home(span.end));
        let run = self.run_at(start).filter(|run| run.kind == RunKind::Text);
        run.and_then(|run| self.text(run, start, end, ""))
            .filter(|at| !self.text[..*at].ends_with(':'))
            .map(|at| one(at, self.line(addition, false), false))
            .into_iter()
            .collect()
    }

    /// The end of the first paragraph below a heading, when one follows at once.
    fn body(&self, own: &[&TextRun]) -> Option<usize> {
        let body = own.get(1).filter(|body| body.kind == RunKind::Text)?;
        self.end(body.lines().last()?)
    }

    fn line(&self, addition: &Addition, html: bool) -> Written {
        self.pen.behind(addition.emoji.as_deref(), &addition.text, html)
    }

    /// The end of the cell that tells this.
    fn cell(&self, run: &TextRun, told: &str) -> Option<usize> {
        let shown = letters(&run.shown());
        (!told.is_empty() && shown.ends_with(told)).then(|| self.end(&run.pieces)).flatten()
    }

    /// The end of the last line of an entry in a paragraph, when nothing else begins on it.
    fn last_line(&self, run: &TextRun, begins: &[usize]) -> Option<usize> {
        let mut begins = begins.iter().rev().map(|at| self.home(*at));
        let last = begins.find(|at| run.range.contains(at))?;
        let lines = run.lines();
        let line = lines
            .iter()
            .rfind(|line| line.first().is_some_and(|piece| piece.range.start <= last))?;
        let end = self.end(line)?;
        let mut others = self.lines.iter().map(|line| self.home(*line));
        (!others.any(|other| last < other && other < end)).then_some(end)
    }

    /// The end of the lines of a paragraph that tell this, when the last of them ends with it.
    fn text(&self, run: &TextRun, start: usize, end: usize, told: &str) -> Option<usize> {
        let lines = run.lines();
        let first = lines
            .iter()
            .rposition(|line| line.first().is_some_and(|piece| piece.range.start <= start))
            .unwrap_or(0);
        let shown = |line: &[RunPiece]| letters(&shown(line));
        if told.is_empty() {
            let within =
                |line: &&&[RunPiece]| line.first().is_some_and(|piece| piece.range.start < end);
            return self.end(lines[first..].iter().take_while(within).last()?);
        }
        // A time may stand on a line of its own, above what it tells.
        let within = |index: &usize| {
            lines[*index].first().is_some_and(|piece| piece.range.start < end.max(start + 1))
        };
        let begin = |index: usize| Some((index, begun(&shown(lines[index]), told)?));
        let (mut last, length) = (first..lines.len()).take_while(within).find_map(begin)?;
        let mut left = &told[length..];
        while let Some(next) =
            lines.get(last + 1).map(|line| shown(line)).filter(|_| !left.is_empty())
        {
            match left.strip_prefix(next.as_str()) {
                Some(rest) => left = rest,
                // What it tells ends in the middle of this line.
                None if next.starts_with(left) => return None,
                None => break,
            }
            last += 1;
        }
        self.end(lines[last])
    }

    /// Where a line's last piece ends that holds anything.
    pub(super) fn end(&self, line: &[RunPiece]) -> Option<usize> {
        let ends = line
            .iter()
            .map(|piece| (piece.range.start, self.text[piece.range.clone()].trim_end().len()));
        ends.filter(|(_, length)| *length > 0).map(|(start, length)| start + length).max()
    }

    /// A paragraph of its own below a heading, where there is anything to say.
    fn below(&self, heading: &TextRun, addition: &Addition) -> Vec<Candidate> {
        if addition.text.is_empty() && addition.emoji.is_none() {
            return Vec::new();
        }
        let end = heading.range.start + self.text[heading.range.clone()].trim_end().len();
        let paragraph = |at, after| {
            one(at, self.pen.paragraph(addition.emoji.as_deref(), &addition.text, after), false)
        };
        let mut out = vec![paragraph(end, 0), paragraph(end, 2)];
        let next = self.text[end..].find('\n').map(|at| end + at + 1);
        out.extend(next.map(|next| paragraph(next, 2)));
        out
    }

    /// The place in the file of a place in what was read, which may be in other characters.
    pub(super) fn home(&self, at: usize) -> usize {
        if self.source.text().len() == self.text.len() {
            return self.own.boundary(at);
        }
        let line = self.source.line_of(at);
        let (read, own) = (self.source.line(line), self.own.line(line));
        let before = self.source.slice(Span::new(read.start, at)).chars().count();
        let after = self.source.slice(Span::new(at, read.end)).chars().count();
        let count = self.own.slice(own).chars().count();
        // From the nearer end of the line, since what was mended in between has another length.
        let nth = if before <= after { before } else { count.saturating_sub(after) };
        own.start + self.own.slice(own).chars().take(nth).map(char::len_utf8).sum::<usize>()
    }
}

/// One line at one place.
pub(super) fn one(at: usize, written: Written, html: bool) -> Candidate {
    let Written { text, shown, italic } = written;
    Candidate { inserts: vec![(at, text)], shown, italic, html, allowed: Allowed::Nothing }
}

/// The letters of a text, in which the many ways to show it agree.
fn letters(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// The length of what is told that ends a line; `None` when that is too little.
fn begun(line: &str, told: &str) -> Option<usize> {
    let most = line.len().min(told.len());
    (2.min(told.len())..=most).rev().find(|length| line.ends_with(&told[..*length]))
}

/// The end of what is told from a byte of a block of HTML on.
fn html_end(text: &str, run: &TextRun, start: usize, told: &str) -> Option<usize> {
    let mut from = start.max(run.range.start);
    while from < run.range.end {
        let end = html_text_end(text, from, run.range.end);
        let at = start + bare_end(&text[start..end]);
        if at > start
            && (told.is_empty() || begun(&letters(&without_tags(&text[start..at])), told).is_some())
        {
            return Some(at);
        }
        from = text[end..run.range.end].find('>').map_or(run.range.end, |close| end + close + 1);
    }
    None
}

/// The length of a text without the comments that end it: a picture begins with one.
fn bare_end(text: &str) -> usize {
    let text = text.trim_end();
    let bare = text.strip_suffix("-->").and_then(|text| text.rfind("<!--"));
    bare.map_or(text.len(), |at| bare_end(&text[..at]))
}

fn without_tags(html: &str) -> String {
    let mut pieces = html.split('<');
    let first = pieces.next().unwrap_or_default().to_string();
    pieces.fold(first, |out, piece| out + piece.split_once('>').map_or("", |(_, text)| text))
}
