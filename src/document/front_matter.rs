//! YAML or TOML before a report.

use crate::document::line::{DocumentLine, LineKind};
use crate::source::Span;

/// YAML between `---` lines or TOML between `+++` lines at the very beginning; returns where the
/// report proper begins.
pub(crate) fn front_matter(text: &str, lines: &mut Vec<DocumentLine>) -> usize {
    let begin = text.len() - text.trim_start().len();
    let (rule, sign) = match &text[begin..] {
        rest if rest.starts_with("---") => ("---", ':'),
        rest if rest.starts_with("+++") => ("+++", '='),
        _ => return 0,
    };
    let mut at = begin;
    let mut found = Vec::new();
    for (number, raw) in text[begin..].split_inclusive('\n').enumerate() {
        let line = raw.trim_end();
        if number == 0 && line != rule {
            return 0;
        }
        if number > 0 && (line == rule || (line == "..." && sign == ':')) {
            lines.append(&mut found);
            return at + raw.len();
        }
        // Text between two rules of a report is prose; front matter has keys, lists and their
        // lines.
        let key = line
            .split_once(sign)
            .is_some_and(|(key, _)| !key.trim().is_empty() && !key.trim().contains(' '));
        if number > 0
            && !(line.is_empty()
                || key
                || line.starts_with([' ', '\t', '-', '#', '[', ']'])
                || !found.is_empty() && number > 2)
        {
            return 0;
        }
        if number == 1 && !key {
            return 0;
        }
        if number > 0 && !line.trim().is_empty() {
            found.push(field(line, at, key && sign == '='));
        }
        at += raw.len();
    }
    0
}

/// One line of it; a field of TOML is given the form that it has in YAML.
fn field(line: &str, at: usize, toml: bool) -> DocumentLine {
    let (text, origin) = match line.split_once('=').filter(|_| toml) {
        Some((key, value)) => {
            let name = key.trim_end();
            let (told, from) = (value.trim_start(), name.len() + ": ".len());
            let origin = vec![(0, at), (from, at + line.len() - told.len())];
            (format!("{name}: {told}"), origin)
        }
        None => (line.to_string(), vec![(0, at)]),
    };
    DocumentLine {
        span: Span::new(at, at + line.len()),
        text,
        origin,
        form: LineKind::FrontMatter,
        begins: true,
        ..DocumentLine::default()
    }
}
