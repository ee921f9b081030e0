//! Repairs for things that people write and CommonMark does not recognise: `##Heading`, `• item`,
//! `-item`, several bullets on one line, an indented timeline.

use crate::document::line::{DocumentLine, LineKind};
use crate::document::section_roles::role_of_label;
use crate::document::uneven;
use crate::source::Span;
use crate::time::scan::{BULLETS, is_blank};
use std::borrow::Cow;

/// Applies all the repairs.
pub(crate) fn tidy(text: &str, lines: Vec<DocumentLine>) -> Vec<DocumentLine> {
    let mut out: Vec<DocumentLine> = Vec::with_capacity(lines.len());
    for mut line in lines {
        if is_conflict_marker(text, &line) || is_prompt(&line) {
            continue;
        }
        if let Some(parts) = inline_bullets(&line) {
            out.extend(parts);
            continue;
        }
        if is_name_below_list(text, &line) {
            (line.depth, line.begins) = (0, true);
        }
        line.begins &= !out.last().is_some_and(|above| wraps(text, above, &line));
        if line.form == LineKind::Text {
            read_markers(&mut line);
        }
        out.push(line);
    }
    uneven::level(text, &mut out);
    out
}

/// True for a line of indented prose, which Markdown takes for code, that goes on with the sentence
/// of the line above it.
fn wraps(text: &str, above: &DocumentLine, line: &DocumentLine) -> bool {
    let indented = |line: &DocumentLine| {
        let head = text.get(..line.span.start).unwrap_or_default();
        let blank = &head[head.rfind('\n').map_or(0, |at| at + 1)..];
        let code = blank.starts_with('\t') || blank.len() >= 4;
        code && blank.trim().is_empty() && line.form == LineKind::Text && line.depth == 0
    };
    let adjoins = text
        .get(above.span.end..line.span.start)
        .is_some_and(|gap| gap.trim().is_empty() && gap.matches('\n').count() == 1);
    let told = above.text.trim_end();
    indented(line)
        && indented(above)
        && adjoins
        && told.len() >= WRAPPED
        && !told.ends_with(['.', '!', '?', ':', ';', '{', ','])
        && line.text.trim_start().starts_with(|c: char| c.is_ascii_lowercase())
}

/// A line of prose that is wrapped is at least this long.
const WRAPPED: usize = 60;

/// True for a section's name at the margin directly below a list: "Root cause:". Without a blank
/// line above it, Markdown counts it as part of the last item.
fn is_name_below_list(text: &str, line: &DocumentLine) -> bool {
    line.form == LineKind::Text
        && !line.begins
        && line.depth > 0
        && text.get(..line.span.start).is_some_and(|above| above.ends_with('\n'))
        && line.text.trim_end().ends_with(':')
        && role_of_label(&line.text).is_some()
}

/// True for `<<<<<<< HEAD` and `>>>>>>> branch`, which are not part of the report.
fn is_conflict_marker(text: &str, line: &DocumentLine) -> bool {
    let marks = |sign: &str| {
        text[line.span.start..].starts_with(&sign.repeat(7))
            || text[..line.span.start].trim_end().ends_with(&sign.repeat(7))
    };
    line.begins
        && ((line.form == LineKind::Text && marks("<"))
            || (line.form == LineKind::Quote && marks(">")))
}

/// The fewest words of a template's prompt.
const PROMPT: usize = 6;

/// True for a template's prompt in italics: "*Describe in detail what happened.*"
fn is_prompt(line: &DocumentLine) -> bool {
    const ASKS: &[&str] = &[
        "Describe", "Ensure", "Explain", "Include", "List", "Outline", "Provide", "Summarise",
        "Summarize", "What", "When", "Which", "Who", "Why", "How",
    ];
    let text = line.text.trim();
    let first = text.split(' ').next().unwrap_or_default();
    line.form == LineKind::Text
        && line.begins
        && line.all_emphasised()
        && text.split(' ').count() >= PROMPT
        && text.ends_with(['.', '?', ')'])
        && (ASKS.contains(&first) || text.starts_with("This section "))
}

/// Reads `##Heading`, `• item`, `-item` and `**bold**` where CommonMark left them as text.
fn read_markers(line: &mut DocumentLine) {
    let indent = line.text.len() - line.text.trim_start_matches(is_blank).len();
    let body = &line.text[indent..];
    let hashes = body.len() - body.trim_start_matches('#').len();
    if (1..=6).contains(&hashes) && line.depth == 0 {
        let name = body[hashes..].trim_start();
        // "#incidents is the channel" is a sentence, "##Timeline" a heading.
        if name.starts_with(char::is_alphanumeric)
            && name.split_whitespace().count() <= 8
            && !name.ends_with(['.', ','])
        {
            *line = DocumentLine {
                form: LineKind::Heading(hashes as u8),
                begins: true,
                ..line.part(line.text.len() - name.len()..line.text.len())
            };
            return;
        }
    }
    let marker = body
        .chars()
        .next()
        .filter(|c| matches!(c, '—' | '–' | '-' | '*' | '+') || BULLETS.contains(c));
    if let Some(marker) = marker {
        let rest = body[marker.len_utf8()..].trim_start_matches(is_blank);
        let glued = rest.len() + marker.len_utf8() == body.len();
        let ascii = marker.is_ascii();
        // "-10:00 text" and "• text" are items; "--", "**bold**" and "+15 min" are not, nor a
        // wrapped line that goes on "— as it should".
        let fits = if ascii && glued {
            marker == '-' && rest.starts_with(|c: char| c.is_alphanumeric())
        } else if marker == '—' {
            !glued && rest.starts_with(char::is_uppercase)
        } else {
            rest.starts_with(|c: char| !matches!(c, '-' | '*' | '+'))
        };
        if fits {
            let depth = line.depth.max(1) + usize::from(ascii && indent >= 2 && line.depth > 0);
            let start = line.text.len() - rest.len();
            let directives = std::mem::take(&mut line.directives);
            let part = line.part(start..line.text.len());
            *line = DocumentLine {
                form: LineKind::Item { ordered: false, check: None },
                depth,
                begins: true,
                directives,
                // The item's span includes the marker.
                span: Span::new(line.source_of(indent), part.span.end),
                ..part
            };
        }
    }
    strip_emphasis(line);
}

/// The width of a bullet that Markdown does not recognise, with the blanks after it (`• item`,
/// `-item`); 0 if there is none.
pub(crate) fn bullet_width(line: &str) -> usize {
    let glued = || line.strip_prefix('-').filter(|rest| rest.starts_with(char::is_alphanumeric));
    let rest = line.strip_prefix(BULLETS).or_else(glued);
    rest.map_or(0, |rest| line.len() - rest.trim_start_matches(is_blank).len())
}

/// In code and in HTML the asterisks of emphasis are still in the text.
fn strip_emphasis(line: &mut DocumentLine) {
    if let Some(rest) = line.text.strip_prefix("**")
        && let Some(close) = rest.find("**")
    {
        let mut origin = vec![(0, line.source_of(2)), (close, line.source_of(close + 4))];
        let text = format!("{}{}", &rest[..close], &rest[close + 2..]);
        origin.dedup();
        line.text = text;
        line.origin = origin;
        line.lead = close;
    }
}

/// "• one • two • three" on a single line is three items.
fn inline_bullets(line: &DocumentLine) -> Option<Vec<DocumentLine>> {
    if !matches!(line.form, LineKind::Text | LineKind::Item { .. })
        || line.text.matches('•').count() < 2
    {
        return None;
    }
    let mut cuts: Vec<usize> = line.text.match_indices('•').map(|(at, _)| at).collect();
    let mut parts = Vec::new();
    if !line.text[..cuts[0]].trim().is_empty() {
        parts.push(line.part(0..cuts[0]));
    }
    cuts.push(line.text.len());
    for pair in cuts.windows(2) {
        let start = pair[0] + '•'.len_utf8();
        let start =
            start + line.text[start..pair[1]].len() - line.text[start..pair[1]].trim_start().len();
        if start < pair[1] {
            let part = line.part(start..pair[1]);
            parts.push(DocumentLine {
                form: LineKind::Item { ordered: false, check: None },
                depth: line.depth.max(1),
                begins: true,
                directives: Vec::new(),
                ..part
            });
        }
    }
    Some(parts)
}

/// A lone carriage return ends a line as well; replacing it by a line feed keeps all offsets.
pub(crate) fn line_feeds(text: &str) -> Cow<'_, str> {
    let lone = text.as_bytes().windows(2).any(|pair| pair[0] == b'\r' && pair[1] != b'\n');
    if !lone {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace("\r\n", "\0\n").replace('\r', "\n").replace("\0\n", "\r\n"))
}
