//! Untimed lines below an entry: its continuation, a note, or the end of the timeline.

use super::EntryReader;
use crate::document::line::{DocumentLine, LineKind};
use crate::document::paragraph::{divided, goes_on};
use crate::document::{assignment, directive, section_roles};
use crate::incident::Note;
use crate::read::timeline::entries::Reach;
use crate::read::timeline::entries::endings::is_scrap;
use crate::read::timeline::heads::{
    asks, is_above_entry, is_below_sentence, is_item_name, is_part_name,
};
use crate::read::timeline::{Entry, EntryPiece, table};
use crate::time::scan::is_blank;

impl EntryReader<'_> {
    /// Drops paragraphs below the last entry: they continue the report, and are not notes.
    pub(super) fn drop_prose_below(&mut self) {
        let Some(last) = self.list.entries.last().map(|entry| entry.span.end) else {
            return;
        };
        // An item of the entries' own list is one of them, however long.
        let depth = self.list.entries.last().and_then(|entry| {
            let line = &self.lines[entry.pieces.first()?.line];
            line.is_item().then_some(line.depth)
        });
        let lines = self.lines;
        let beside = |note: &Note| {
            let at = lines.partition_point(|line| line.span.start < note.span.start);
            let line = lines.get(at);
            depth.is_some() && line.is_some_and(|line| line.is_item() && Some(line.depth) == depth)
        };
        self.list
            .notes
            .retain(|note| note.span.start < last || is_short_note(&note.text) || beside(note));
    }

    /// True if a line is nested in the last entry.
    pub(super) fn is_below_entry(&self, line: &DocumentLine) -> bool {
        let Some(last) = self.last.filter(|_| self.last_is_entry).map(|last| &self.lines[last])
        else {
            return false;
        };
        match last.form {
            LineKind::Heading(_) => !line.is_heading(),
            LineKind::Item { .. } => {
                line.depth > last.depth || (!line.begins && line.depth >= last.depth)
            }
            _ => line.is_item() && line.depth > last.depth && self.list.items == 0,
        }
    }

    /// Reads a line without a time: the continuation of an entry, or a note.
    pub(super) fn untimed(&mut self, index: usize, from: usize) {
        let line = &self.lines[index];
        if self.last_is_entry && (is_part_name(self.lines, index) || self.stands_out(index))
            || is_bare_number(&line.text)
            || is_item_name(self.lines, index)
            || self.is_prompt(index)
        {
            self.last = None;
            return;
        }
        let joins = match self.last.map(|last| &self.lines[last]) {
            None => false,
            Some(last) if self.last_is_entry => match last.form {
                LineKind::Heading(_) => !line.is_heading(),
                LineKind::Item { .. } => {
                    line.depth > last.depth
                        || (line.depth == last.depth
                            && !line.is_item()
                            && (line.depth > 0 || !line.begins))
                        || self.is_body(line)
                        || self.is_beside_its_name(index)
                        || line.is_item() && self.column(line) >= self.column(last) + 2
                }
                LineKind::Row => false,
                // A line with a label of its own does not continue the bare line above it.
                _ if !line.begins
                    && !self.is_body(line)
                    && self.reach == Reach::Labelled
                    && section_roles::label_end(&line.text).is_some()
                    && line.text.starts_with(char::is_uppercase) =>
                {
                    false
                }
                _ => {
                    !line.begins
                        || (line.is_item() && self.list.items == 0 && line.depth > last.depth)
                        || self.is_body(line)
                        || (line.form == LineKind::Text
                            && last.form == LineKind::Text
                            && (self.heads && is_told(&line.text)
                                || self.runs_on(index)
                                || self.column(line) > self.column(last)))
                }
            },
            Some(last) => !line.begins || line.depth > last.depth,
        };
        if joins {
            return self.join(index, from);
        }
        if line.is_item() || (!self.list.entries.is_empty() && line.form == LineKind::Text) {
            let text = line.text[from..].trim();
            if self.reach == Reach::Labelled
                && !text.is_empty()
                && !is_about_times(text)
                && !is_blank_time(text)
            {
                self.list.notes.push(Note { span: line.span, text: text.to_string() });
                (self.last, self.last_is_entry) = (Some(index), false);
                return;
            }
        }
        self.last = None;
    }

    /// True for a template's question, or the name of what comes next, among the entries.
    fn is_prompt(&self, index: usize) -> bool {
        let line = &self.lines[index];
        let below = |last: usize| line.depth > self.lines[last].depth;
        if !line.is_item() || self.list.entries.is_empty() || self.last.is_some_and(below) {
            return false;
        }
        let name = section_roles::role_of_label(&line.text).is_some();
        asks(&line.text) || (name && is_above_entry(self.lines, index))
    }

    /// True for a line between two entries that is indented less than the one above it.
    fn stands_out(&self, index: usize) -> bool {
        let line = &self.lines[index];
        line.form == LineKind::Text
            && is_below_sentence(self.lines, index)
            && is_above_entry(self.lines, index)
            && self.last.is_some_and(|last| {
                let last = &self.lines[last];
                last.form == LineKind::Text && self.column(line) < self.column(last)
            })
    }

    /// True for an item beside one that holds nothing but a time, below the label that names both:
    /// "Detected:" over "10:05" and "The alert fired".
    fn is_beside_its_name(&self, index: usize) -> bool {
        let Some((entry, last)) = self.list.entries.last().zip(self.last) else {
            return false;
        };
        let named = entry.pieces.len() == 1 && entry.pieces[0].line + 1 == last;
        let (line, last) = (&self.lines[index], &self.lines[last]);
        named && line.is_item() && line.depth == last.depth
    }

    /// True for a line that goes on in the middle of the sentence on the line above it.
    fn runs_on(&self, index: usize) -> bool {
        let line = &self.lines[index];
        let Some(above) = index.checked_sub(1).map(|above| &self.lines[above]) else {
            return false;
        };
        let [one, next] = [above, line].map(|line| self.source.line_of(line.span.start));
        above.form == LineKind::Text
            && one + 1 == next
            && line.text.trim_start().starts_with(char::is_lowercase)
            && !above.text.trim_end().ends_with(['.', '!', '?', ':', ';'])
    }

    /// The width of the indentation of a line in the source.
    fn column(&self, line: &DocumentLine) -> usize {
        let text = line.text.len() - line.text.trim_start().len();
        let start = line.source_of(text);
        let from = self.source.line(self.source.line_of(start)).start;
        let before = self.source.text().get(from..start).unwrap_or_default();
        let blanks = before.chars().take_while(|c| is_blank(*c));
        blanks.map(|c| if c == '\t' { 4 } else { 1 }).sum()
    }

    /// True for the paragraph below a time that is alone on its line.
    pub(super) fn is_body(&self, line: &DocumentLine) -> bool {
        let empty = self.list.entries.last().is_some_and(|entry| entry.text.trim().is_empty());
        // "**Diagnosis (10:45)**" is also a heading with its text below.
        let below_head = self.last.is_some_and(|last| {
            self.lines[last].form == LineKind::Text
                && self.lines[last].all_emphasised()
                && !line.is_item()
                && !line.all_emphasised()
                && self.list.entries.last().is_some_and(|entry| entry.pieces.len() == 1)
        });
        (empty || below_head) && !line.is_heading()
    }

    pub(super) fn join(&mut self, index: usize, from: usize) {
        let line = &self.lines[index];
        if self.last_is_entry {
            let asked = assignment::asks(line, self.lines.get(index + 1));
            if let Some(entry) = self.list.entries.last_mut() {
                entry.span = entry.span.to(line.span);
                if is_scrap(line, &line.text[from..]) || asked && entry.text.is_empty() {
                    return;
                }
                let from = line.text.len() - line.text[from..].trim_start().len();
                let from = from
                    + text_label(&line.text[from..]).filter(|_| entry.text.is_empty()).unwrap_or(0);
                if !entry.text.is_empty() && !line.text.is_empty() {
                    let headed = entry
                        .pieces
                        .first()
                        .is_some_and(|piece| self.lines[piece.line].is_heading() && line.begins);
                    let link = match divided(&entry.text, &line.text[from..]) && !line.begins {
                        true => "",
                        false => link(entry, line, &line.text[from..], headed),
                    };
                    entry.text.truncate(entry.text.trim_end().len());
                    entry.text.push_str(link);
                }
                entry.pieces.push(EntryPiece { start: entry.text.len(), line: index, from });
                entry.text.push_str(line.text[from..].trim());
                if !line.directives.is_empty() {
                    entry.settings = directive::of_entry(self.source, &line.directives);
                }
            }
        } else if let Some(note) = self.list.notes.last_mut() {
            note.span = note.span.to(line.span);
            note.text.push(' ');
            note.text.push_str(line.text.trim());
        }
    }
}

/// True for whole sentences without a label.
fn is_told(text: &str) -> bool {
    section_roles::label_end(text).is_none() && text.trim_end().ends_with(['.', '!', '?'])
}

/// True for a note below the last entry that still belongs to the timeline: a few words, and not
/// the name of something else.
fn is_short_note(text: &str) -> bool {
    text.split_whitespace().count() <= 25 && !text.trim_end().ends_with(':')
}

/// The maximum length of a line that stops where it ends, not where the page does.
const SHORT: usize = 40;

/// The mark between an entry's text and a line below it: a short first line is a label of the
/// others, each of which is a thought of its own unless it goes on with the one above; nothing goes
/// on with a heading.
fn link(entry: &Entry, line: &DocumentLine, next: &str, headed: bool) -> &'static str {
    let text = entry.text.trim_end();
    let piece = entry.pieces.last().map_or(0, |piece| piece.start);
    let above = text.get(piece..).unwrap_or_default();
    let first = entry.pieces.len() == 1;
    let words = text.split_whitespace().count();
    let short = first && words <= 4 && text.chars().count() <= SHORT;
    if !text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '"' | '”' | '`' | '%'))
        || !(line.begins || line.is_item() || short)
        || (!(line.is_item() || headed && first) && goes_on(above, next.trim_start()))
    {
        return " ";
    }
    if first && words <= LABEL { ": " } else { "; " }
}

/// The maximum number of words of a label.
const LABEL: usize = 8;

/// The end of a label that only announces an entry's text: "Event: …".
fn text_label(text: &str) -> Option<usize> {
    let end = section_roles::label_end(text)?;
    let name = text[..end].trim().to_lowercase();
    (name.split_whitespace().count() <= 2 && table::names_text(&name)).then(|| {
        let rest = text[end + 1..].trim_start();
        text.len() - rest.len()
    })
}

/// True for "HH:MM -", a skeleton's placeholder for an entry.
fn is_blank_time(text: &str) -> bool {
    text.trim_matches(|c: char| !c.is_alphanumeric()).eq_ignore_ascii_case("HH:MM")
}

/// True for lines about the times: "All times are in UTC", "Time zone: UTC", "Date: …".
fn is_about_times(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.starts_with("all times")
        || lower.starts_with("times are")
        || lower.starts_with("(all times")
        || (lower.contains("zone") && lower.split_whitespace().count() < 8)
}

/// True for the number of a part alone on its line: "(2)".
fn is_bare_number(text: &str) -> bool {
    let number = text.trim().strip_suffix([')', '.']);
    let number = number.map(|number| number.trim_start_matches('('));
    number.is_some_and(|number| {
        matches!(number.len(), 1 | 2) && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}
