//! YAML before a report.

use crate::document::line::{DocumentLine, LineKind};
use crate::source::Span;

/// YAML between `---` lines at the very beginning; returns where the report proper begins.
pub(crate) fn front_matter(text: &str, lines: &mut Vec<DocumentLine>) -> usize {
    let begin = text.len() - text.trim_start().len();
    if !text[begin..].starts_with("---") {
        return 0;
    }
    let mut at = begin;
    let mut found = Vec::new();
    for (number, raw) in text[begin..].split_inclusive('\n').enumerate() {
        let line = raw.trim_end();
        if number == 0 && line != "---" {
            return 0;
        }
        if number > 0 && (line == "---" || line == "...") {
            lines.append(&mut found);
            return at + raw.len();
        }
        // Text between two rules of a report is prose; front matter has keys, lists and their
        // lines.
        let key = line
            .split_once(':')
            .is_some_and(|(key, _)| !key.trim().is_empty() && !key.trim_start().contains(' '));
        if number > 0
            && !(line.is_empty()
                || key
                || line.starts_with([' ', '\t', '-', '#'])
                || !found.is_empty() && number > 2)
        {
            return 0;
        }
        if number == 1 && !key {
            return 0;
        }
        if number > 0 && !line.trim().is_empty() {
            found.push(DocumentLine {
                span: Span::new(at, at + line.len()),
                text: line.to_string(),
                origin: vec![(0, at)],
                form: LineKind::FrontMatter,
                begins: true,
                ..DocumentLine::default()
            });
        }
        at += raw.len();
    }
    0
}
