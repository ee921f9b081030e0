//! Above the title, so that the plain one becomes the subtitle.
//!
//! A line that begins with a comment is HTML to its end. What is put before the first letter of a
//! line therefore has a line break behind its opening mark, and text before its closing one.

use crate::document::escape::flat;
use crate::document::marks::body;
use crate::document::{Form, Head};
use crate::spice::edit::page::{Kind, Run, html_text_end};
use crate::spice::edit::places::Places;
use crate::spice::edit::shape::Subtitle;
use crate::spice::edit::work::Candidate;

impl Places<'_> {
    /// The ways to give the report another title, the best first.
    pub(super) fn title(&self, text: &str) -> Vec<Candidate> {
        let Some(head) = self.heads.iter().find(|head| head.role.is_none()) else {
            return self.above_all(text);
        };
        if head.form == Form::FrontMatter {
            return self.above_all(text);
        }
        let start = self.home(head.span.start);
        let Some(run) = self.run_at(start) else {
            return Vec::new();
        };
        match run.kind {
            Kind::Heading if self.is_linked(&run.shown()) => Vec::new(),
            Kind::Heading => self.heading(run, text),
            Kind::Text => self.line_of_text(run, start, head, text),
            Kind::Html => self.html_title(run, start, head, text),
            Kind::Cell | Kind::Code => Vec::new(),
        }
    }

    fn heading(&self, run: &Run, text: &str) -> Vec<Candidate> {
        let (Some(first), Some(end)) = (run.pieces.first(), self.end(&run.pieces)) else {
            return Vec::new();
        };
        let (start, nl, told) = (
            first.range.start,
            self.pen.line_break,
            self.pen.markdown(text),
        );
        if !self.text[run.range.clone()].starts_with('#') {
            return vec![titled(
                text,
                vec![(start, format!("{nl}{told}: "))],
                ":",
                None,
            )];
        }
        let both = |tail: String| {
            let inserts = vec![
                (start, format!("{told}{nl}{nl}*")),
                (end, format!("*{tail}")),
            ];
            titled(
                text,
                inserts,
                "",
                Some(Subtitle::Heading(run.range.clone())),
            )
        };
        vec![
            both(String::new()),
            both(format!("{nl}{nl}")),
            titled(text, vec![(start, format!("{told}: "))], ":", None),
        ]
    }

    /// A title in bold or in plain letters, which begins its line.
    fn line_of_text(&self, run: &Run, start: usize, head: &Head, text: &str) -> Vec<Candidate> {
        let (nl, told) = (self.pen.line_break, self.pen.markdown(text));
        let lines = run.lines();
        let line = lines
            .iter()
            .rfind(|line| line.first().is_some_and(|piece| piece.range.start <= start));
        let Some((line, end)) =
            line.and_then(|line| Some((line.first()?.range.start, self.end(line)?)))
        else {
            return Vec::new();
        };
        let bold = if head.bold || matches!(head.form, Form::Heading(_)) {
            "**"
        } else {
            ""
        };
        let above = vec![
            (line, format!("{nl}{bold}{told}{bold}{nl}{nl}*")),
            (end, "*".into()),
        ];
        let before = vec![(line, format!("{nl}{bold}{told}:{bold} "))];
        vec![
            titled(text, above, "", Some(Subtitle::Text(line..end))),
            titled(text, before, ":", None),
        ]
    }

    fn html_title(&self, run: &Run, start: usize, head: &Head, text: &str) -> Vec<Candidate> {
        let end = start
            + self.text[start..html_text_end(self.text, start, run.range.end)]
                .trim_end()
                .len();
        if end <= start || !(head.bold || matches!(head.form, Form::Heading(_))) {
            return Vec::new();
        }
        let inserts = vec![
            (start, format!("{}<br><em>", self.pen.html(text))),
            (end, "</em>".into()),
        ];
        vec![Candidate {
            html: true,
            ..titled(text, inserts, "", None)
        }]
    }

    /// A heading of its own, where the report has no title or only its front matter has one.
    fn above_all(&self, text: &str) -> Vec<Candidate> {
        let (nl, told, body) = (
            self.pen.line_break,
            self.pen.markdown(text),
            body(self.text).max(self.report.start),
        );
        let one = |at, written| titled(text, vec![(at, written)], "", None);
        let mut out = Vec::new();
        if self.text[body..]
            .lines()
            .next()
            .is_some_and(|line| line.trim().is_empty())
        {
            out.push(one(body, format!("{nl}{nl}# {told}{nl}{nl}")));
        }
        let Some(first) = self.runs.first() else {
            return out;
        };
        match (first.kind, first.pieces.first()) {
            (Kind::Heading, Some(piece)) if self.text[first.range.clone()].starts_with('#') => {
                let marker = &self.text[first.range.start..piece.range.start];
                let inserts = vec![(piece.range.start, format!("{told}{nl}{nl}{marker}"))];
                out.push(titled(
                    text,
                    inserts,
                    "",
                    Some(Subtitle::Below(first.range.clone())),
                ));
            }
            // What holds nothing keeps the closing mark from the beginning of the line.
            (Kind::Text, Some(piece)) => {
                out.push(one(
                    piece.range.start,
                    format!("{nl}# {told}{nl}{nl}<span></span>"),
                ));
            }
            _ => {}
        }
        out
    }
}

fn titled(
    text: &str,
    inserts: Vec<(usize, String)>,
    after: &str,
    subtitle: Option<Subtitle>,
) -> Candidate {
    Candidate {
        inserts,
        shown: format!("{}{after}", flat(text)),
        italic: 0,
        html: false,
        subtitle,
    }
}
