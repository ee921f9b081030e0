//! HTML in a report: what it says is kept, what it does is not.

use super::build::{Builder, Emphasis};
use crate::document::html::{attribute, decoded, tag, tag_length};
use std::ops::Range;

/// Elements whose inside is nothing to read.
const HIDDEN: &[&str] = &[
    "script", "style", "iframe", "svg", "object", "embed", "noscript", "template", "textarea",
    "select", "video", "audio", "canvas", "math", "head", "title",
];

/// Reads a stretch of HTML, or a single tag of it.
pub(super) struct Raw {
    /// The element in whose inside nothing is read.
    pub(super) hidden: Option<String>,
    /// Between the markers of an embedded picture; the program put it there itself.
    pub(super) skip: Range<usize>,
    /// True if it is known that no such marker follows.
    unmarked: bool,
    /// Inside of `<pre>`: its text so far.
    pre: Option<String>,
}

impl Raw {
    pub(super) fn new() -> Raw {
        Raw { hidden: None, skip: 0..0, unmarked: false, pre: None }
    }

    /// True if a place in the report is to be left out.
    pub(super) fn skips(&self, at: usize) -> bool {
        self.skip.contains(&at)
    }

    /// Text that stands outside of any tag, as Markdown has read it; gives whether it was taken.
    pub(super) fn takes(&mut self, text: &str) -> bool {
        if let Some(pre) = &mut self.pre {
            pre.push_str(text);
        }
        self.pre.is_some() || self.hidden.is_some()
    }

    /// Reads HTML that stands in the report at `base`, which is `report` as a whole.
    pub(super) fn read(&mut self, html: &str, base: usize, report: &str, out: &mut Builder<'_>) {
        let mut at = 0;
        while at < html.len() {
            let rest = &html[at..];
            if rest.starts_with("<!--") {
                let end = rest.find("-->").map_or(rest.len(), |end| end + 3);
                at += self.comment(&rest[..end], rest, base + at, report).unwrap_or(end);
            } else if rest.starts_with("<!") || rest.starts_with("<?") {
                at += rest.find('>').map_or(rest.len(), |end| end + 1);
            } else if let Some((name, opens)) = tag(rest) {
                let end = tag_length(rest);
                self.tag(&name, opens, &rest[..end], base + at, out);
                at += end;
            } else {
                let first = rest.chars().next().map_or(1, char::len_utf8);
                let end = rest[first..].find('<').map_or(rest.len(), |end| end + first);
                self.text(&rest[..end], base + at, out);
                at += end;
            }
        }
    }

    /// A comment is dropped; after the marker of an embedded picture all is, to the marker of its
    /// end. Gives how much of this stretch that is.
    fn comment(&mut self, comment: &str, rest: &str, at: usize, report: &str) -> Option<usize> {
        let name = comment.strip_prefix("<!--")?.trim_start().strip_prefix("postmirth:")?;
        name.starts_with(|c: char| !c.is_whitespace()).then_some(())?;
        if let Some(end) = marker_end(rest) {
            return Some(end);
        }
        // The end stands further down; where there is none, the marker is a remnant.
        let end = if self.unmarked { None } else { marker_end(report.get(at..)?) };
        self.unmarked = end.is_none();
        let end = end?;
        self.skip = at..at + end;
        Some(rest.len())
    }

    fn text(&mut self, text: &str, at: usize, out: &mut Builder<'_>) {
        if self.takes(&decoded(text)) {
            return;
        }
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                out.break_line(false);
            }
            let words: Vec<&str> = line.split_whitespace().collect();
            let blank = |is: bool| if is { " " } else { "" };
            let (before, after) = (
                blank(line.starts_with(char::is_whitespace)),
                blank(line.ends_with(char::is_whitespace)),
            );
            if !words.is_empty() {
                out.put(&format!("{before}{}{after}", decoded(&words.join(" "))), at);
            } else if !line.is_empty() {
                out.put(" ", at);
            }
        }
    }

    fn tag(&mut self, name: &str, opens: bool, text: &str, at: usize, out: &mut Builder<'_>) {
        if let Some(hidden) = &self.hidden {
            if !opens && hidden == name {
                self.hidden = None;
            }
        } else if HIDDEN.contains(&name) {
            self.hidden = (opens && !text.ends_with("/>")).then(|| name.to_string());
        } else if name == "pre" {
            match self.pre.take() {
                Some(pre) => out.code_block(pre.trim_matches('\n')),
                None if opens => {
                    out.end_paragraph();
                    self.pre = Some(String::new());
                }
                None => {}
            }
        } else if self.pre.is_none() && !inline(name, opens, text, at, out) {
            block(name, opens, text, at, out);
        }
    }

    /// At the end of a stretch of HTML nothing stays hidden, or a slip would hide the rest of the
    /// report.
    pub(super) fn end(&mut self, out: &mut Builder<'_>) {
        self.hidden = None;
        if let Some(pre) = self.pre.take() {
            out.code_block(pre.trim_matches('\n'));
        }
    }
}

/// Tags in running text; gives whether it was one.
fn inline(name: &str, opens: bool, text: &str, at: usize, out: &mut Builder<'_>) -> bool {
    match name {
        "b" | "strong" => out.emphasise(Emphasis::Strong, opens),
        "i" | "em" | "cite" | "var" | "dfn" => out.emphasise(Emphasis::Em, opens),
        "code" | "kbd" | "samp" | "tt" => out.emphasise(Emphasis::Code, opens),
        "a" if opens => out.start_link(&decoded(attribute(text, "href").unwrap_or_default())),
        "a" => out.end_link(),
        "br" => out.break_line(true),
        "img" => {
            let value = |name| decoded(attribute(text, name).unwrap_or_default());
            out.picture(&value("src"), &value("alt"), at);
        }
        _ => return false,
    }
    true
}

fn block(name: &str, opens: bool, text: &str, at: usize, out: &mut Builder<'_>) {
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if opens => {
            out.start_heading(name.as_bytes()[1] - b'0')
        }
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => out.end_heading(true),
        "ul" | "menu" if opens => out.start_list(None),
        "ol" if opens => out.start_list(Some(
            attribute(text, "start").and_then(|first| decoded(first).parse().ok()).unwrap_or(1),
        )),
        "ul" | "ol" | "menu" => out.end_list(),
        "li" if opens => out.start_item(),
        "table" if opens => out.start_table(),
        "table" => out.end_table(),
        "tr" if opens => out.start_row(at..at, false),
        "td" | "th" if opens => out.start_cell(name == "th"),
        "tr" | "td" | "th" => out.end_cell(),
        "blockquote" if opens => out.start_quote(),
        "blockquote" => out.end_quote(),
        "hr" => out.rule(),
        // What a fold is called stands above what it holds.
        "summary" | "dt" => {
            out.end_paragraph();
            if opens {
                out.emphasise(Emphasis::Strong, true);
            }
        }
        "p" | "div" | "section" | "article" | "header" | "footer" | "main" | "aside" | "nav"
        | "center" | "details" | "figure" | "figcaption" | "dl" | "dd" | "li" | "address"
        | "form" | "fieldset" | "body" | "html" => out.end_paragraph(),
        _ => {}
    }
}

/// Where the stretch between an embedded picture's markers ends, from its first marker on.
fn marker_end(text: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = text[from..].find("<!--") {
        let start = from + at;
        let end = start + text[start..].find("-->")? + 3;
        if text[start + 4..end].trim_start().starts_with("/postmirth") {
            return Some(end);
        }
        from = end;
    }
    None
}
