//! Above the title, so that the plain one becomes the subtitle.
//!
//! A line that begins with a comment is HTML to its end. What is put before the first letter of a
//! line therefore has a line break behind its opening mark, and text before its closing one.

use crate::document::marks::body;
use crate::document::runs::{RunKind, TextRun, html_text_end};
use crate::document::{Heading, LineKind};
use crate::edit::escape::flat;
use crate::edit::proof::Allowed;
use crate::spice::place::candidate::Candidate;
use crate::spice::place::places::Places;
use crate::spice::place::strip::EMPTY;

impl Places<'_> {
    /// The ways to give the report another title, the best first.
    pub(super) fn title(&self, text: &str) -> Vec<Candidate> {
        let Some(head) = self.heads.iter().find(|head| head.role.is_none()) else {
            return self.above_all(text);
        };
        if head.form == LineKind::FrontMatter {
            return self.above_all(text);
        }
        let start = self.home(head.span.start);
        let Some(run) = self.run_at(start) else {
            return Vec::new();
        };
        match run.kind {
            RunKind::Heading if self.is_linked(&run.shown()) => Vec::new(),
            RunKind::Heading => self.heading(run, text),
            RunKind::Text => self.line_of_text(run, start, head, text),
            RunKind::Html => self.html_title(run, start, head, text),
            RunKind::Cell | RunKind::Code => Vec::new(),
        }
    }

    fn heading(&self, run: &TextRun, text: &str) -> Vec<Candidate> {
        let (Some(first), Some(end)) = (run.pieces.first(), self.end(&run.pieces)) else {
            return Vec::new();
        };
        let (start, nl, told) = (first.range.start, self.pen.line_break, self.pen.markdown(text));
        if !self.text[run.range.clone()].starts_with('#') {
            return vec![titled(
                text,
                vec![(start, format!("{nl}{told}: "))],
                ":",
                Allowed::Nothing,
            )];
        }
        let both = |tail: String| {
            let inserts = vec![(start, format!("{told}{nl}{nl}*")), (end, format!("*{tail}"))];
            titled(text, inserts, "", Allowed::Subtitle(run.range.clone()))
        };
        vec![
            both(String::new()),
            both(format!("{nl}{nl}")),
            titled(text, vec![(start, format!("{told}: "))], ":", Allowed::Nothing),
        ]
    }

    /// A title in bold or in plain letters, which begins its line.
    fn line_of_text(
        &self,
        run: &TextRun,
        start: usize,
        head: &Heading,
        text: &str,
    ) -> Vec<Candidate> {
        let (nl, told) = (self.pen.line_break, self.pen.markdown(text));
        let lines = run.lines();
        let line =
            lines.iter().rfind(|line| line.first().is_some_and(|piece| piece.range.start <= start));
        let Some((line, end)) =
            line.and_then(|line| Some((line.first()?.range.start, self.end(line)?)))
        else {
            return Vec::new();
        };
        let title = line..end;
        let above = |allowed, marks: &str, behind: &str| {
            let inserts =
                vec![(line, format!("{nl}{marks}{nl}{nl}*")), (end, format!("*{behind}"))];
            titled(text, inserts, "", allowed)
        };
        if !head.bold && !matches!(head.form, LineKind::Heading(_)) {
            // What looks like any other line gets a heading above it, and the report goes on below.
            let heading = format!("# {told}");
            let apart = Allowed::ItalicsApart(title.clone());
            let before = vec![(line, format!("{nl}{told}: "))];
            return vec![
                above(apart, &heading, &format!("{nl}{nl}")),
                above(Allowed::Italics(title), &heading, ""),
                titled(text, before, ":", Allowed::Nothing),
            ];
        }
        let bold = format!("**{told}**");
        let before = vec![(line, format!("{nl}**{told}:** "))];
        vec![above(Allowed::Italics(title), &bold, ""), titled(text, before, ":", Allowed::Nothing)]
    }

    fn html_title(
        &self,
        run: &TextRun,
        start: usize,
        head: &Heading,
        text: &str,
    ) -> Vec<Candidate> {
        let end = start
            + self.text[start..html_text_end(self.text, start, run.range.end)].trim_end().len();
        if end <= start || !(head.bold || matches!(head.form, LineKind::Heading(_))) {
            return Vec::new();
        }
        let inserts =
            vec![(start, format!("{}<br><em>", self.pen.html(text))), (end, "</em>".into())];
        vec![Candidate { html: true, ..titled(text, inserts, "", Allowed::Nothing) }]
    }

    /// A heading of its own, where the report has no title or only its front matter has one.
    fn above_all(&self, text: &str) -> Vec<Candidate> {
        let (nl, told, body) =
            (self.pen.line_break, self.pen.markdown(text), body(self.text).max(self.report.start));
        let one = |at, written| titled(text, vec![(at, written)], "", Allowed::Nothing);
        let mut out = Vec::new();
        if self.text[body..].lines().next().is_some_and(|line| line.trim().is_empty()) {
            out.push(one(body, format!("{nl}{nl}# {told}{nl}{nl}")));
        }
        let Some(first) = self.runs.first() else {
            return out;
        };
        match (first.kind, first.pieces.first()) {
            (RunKind::Heading, Some(piece)) if self.text[first.range.clone()].starts_with('#') => {
                let marker = &self.text[first.range.start..piece.range.start];
                let inserts = vec![(piece.range.start, format!("{told}{nl}{nl}{marker}"))];
                out.push(titled(text, inserts, "", Allowed::HeadingAbove(first.range.clone())));
            }
            // What holds nothing keeps the closing mark from the beginning of the line.
            (RunKind::Text, Some(piece)) => {
                out.push(one(piece.range.start, format!("{nl}# {told}{nl}{nl}{EMPTY}")));
            }
            _ => {}
        }
        out
    }
}

fn titled(text: &str, inserts: Vec<(usize, String)>, after: &str, allowed: Allowed) -> Candidate {
    Candidate { inserts, shown: format!("{}{after}", flat(text)), italic: 0, html: false, allowed }
}
