//! Running text: letters with their looks, line by line, and the HTML of it.

use crate::edit::escape::xml;
use std::fmt::Write;
use std::rc::Rc;

/// The look of letters.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct RichLook {
    pub(super) link: Option<Rc<str>>,
    pub(super) strong: bool,
    pub(super) em: bool,
    pub(super) code: bool,
}

/// Letters of one look.
#[derive(Debug, Clone)]
struct RichRun {
    look: RichLook,
    text: String,
}

/// A line of running text, as its author broke it.
#[derive(Debug, Clone, Default)]
pub(super) struct RichLine {
    runs: Vec<RichRun>,
    /// Where it begins in the report.
    pub(super) at: usize,
    /// True if its author wanted it to begin a new line.
    pub(super) hard: bool,
}

impl RichLine {
    /// A line that is still empty.
    pub(super) fn new(at: usize, hard: bool) -> RichLine {
        RichLine { runs: Vec::new(), at, hard }
    }

    /// A line of plain letters.
    pub(super) fn plain(text: &str) -> RichLine {
        let mut line = RichLine::default();
        line.put(text, &RichLook::default());
        line
    }

    /// Adds letters at its end.
    pub(super) fn put(&mut self, text: &str, look: &RichLook) {
        match self.runs.last_mut() {
            Some(run) if run.look == *look => run.text.push_str(text),
            _ => self.runs.push(RichRun { look: look.clone(), text: text.to_string() }),
        }
    }

    /// Adds another line at its end.
    pub(super) fn join(&mut self, between: &str, line: &RichLine) {
        if !between.is_empty() && !self.is_blank() {
            self.put(between, &self.between(line));
        }
        for run in &line.runs {
            self.put(&run.text, &run.look);
        }
    }

    /// The look that both its end and the beginning of another have: emphasis goes on over a line's
    /// end.
    fn between(&self, line: &RichLine) -> RichLook {
        let (last, first) = (self.runs.last(), line.runs.first());
        last.zip(first)
            .filter(|(last, first)| last.look == first.look)
            .map(|(last, _)| last.look.clone())
            .unwrap_or_default()
    }

    /// The letters alone.
    pub(super) fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    pub(super) fn is_blank(&self) -> bool {
        self.runs.iter().all(|run| run.text.trim().is_empty())
    }

    /// The line without its first bytes and the blanks around it.
    pub(super) fn without(mut self, bytes: usize) -> RichLine {
        let mut left = bytes;
        for run in &mut self.runs {
            let cut = left.min(run.text.len());
            run.text.drain(..cut);
            left -= cut;
        }
        self.trimmed()
    }

    /// The line without the blanks around it.
    pub(super) fn trimmed(mut self) -> RichLine {
        let told = |run: &RichRun| !run.text.trim().is_empty();
        let first = self.runs.iter().position(told).unwrap_or(self.runs.len());
        let last = self.runs.iter().rposition(told).map_or(first, |last| last + 1);
        self.runs.truncate(last);
        self.runs.drain(..first);
        if let Some(run) = self.runs.first_mut() {
            run.text = run.text.trim_start().to_string();
        }
        if let Some(run) = self.runs.last_mut() {
            run.text.truncate(run.text.trim_end().len());
        }
        self
    }

    /// The line with all of it changed to look like this.
    pub(super) fn looking(mut self, change: impl Fn(&mut RichLook)) -> RichLine {
        let runs = std::mem::take(&mut self.runs);
        for mut run in runs {
            change(&mut run.look);
            self.put(&run.text, &run.look);
        }
        self
    }

    /// The line as HTML that is well-formed XML, too.
    pub(super) fn html(&self) -> String {
        let (mut out, mut open) = (String::new(), Vec::new());
        for run in &self.runs {
            let wanted = tags(&run.look);
            let same = open.iter().zip(&wanted).take_while(|(open, wanted)| open == wanted).count();
            close(&mut out, &mut open, same);
            for tag in &wanted[same..] {
                let _ = match tag {
                    Tag::Link(to) => write!(out, "<a href=\"{}\">", xml(to)),
                    Tag::Named(name) => write!(out, "<{name}>"),
                };
            }
            open = wanted;
            out.push_str(&xml(&run.text));
        }
        close(&mut out, &mut open, 0);
        out
    }
}

#[derive(PartialEq)]
enum Tag {
    Link(Rc<str>),
    Named(&'static str),
}

/// The elements around letters, from the outermost to the innermost.
fn tags(look: &RichLook) -> Vec<Tag> {
    let named = [(look.strong, "strong"), (look.em, "em"), (look.code, "code")];
    let named = named.into_iter().filter(|(is, _)| *is).map(|(_, name)| Tag::Named(name));
    look.link.clone().map(Tag::Link).into_iter().chain(named).collect()
}

fn close(out: &mut String, open: &mut Vec<Tag>, keep: usize) {
    for tag in open.drain(keep..).rev() {
        let name = match tag {
            Tag::Link(_) => "a",
            Tag::Named(name) => name,
        };
        let _ = write!(out, "</{name}>");
    }
}
