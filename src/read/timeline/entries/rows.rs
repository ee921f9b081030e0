//! The rows of a timeline in the form of a table, and those beside a day in that of a list.

use super::{EntryReader, Reach, entry_of};
use crate::document::directive::NamedZone;
use crate::document::line::DocumentLine;
use crate::incident::Note;
use crate::read::timeline::table;

/// Fewer words behind a day are a name for it.
const TOLD: usize = 3;

impl EntryReader<'_> {
    /// True for what was done on a day, in an item beside those that give only their clocks.
    pub(super) fn is_beside(&self, index: usize, said: &str) -> bool {
        let line = &self.lines[index];
        let next = self.lines.get(index + 1);
        let same = next.is_some_and(|next| next.is_item() && next.depth == line.depth);
        let told = said.split_whitespace().count() >= TOLD && !line.text.trim_end().ends_with(':');
        line.is_item() && same && told
    }

    pub(super) fn header_row(&mut self, line: &DocumentLine) {
        self.columns = table::columns(line);
        self.list.year = self.list.year.or(self.columns.year);
        if let Some(zone) = &self.columns.zone {
            self.list.zone = Some(NamedZone::on(line, zone));
        }
    }

    pub(super) fn row(&mut self, index: usize) {
        let line = &self.lines[index];
        match table::read(line, &self.columns, self.reach == Reach::Labelled) {
            Some(row) => {
                if row.text.is_none() && row.stamp.clock.is_none() {
                    self.day = row.stamp.day;
                    return;
                }
                let range = row.text.unwrap_or(line.text.len()..line.text.len());
                let mut entry =
                    entry_of(self.source, line, index, row.stamp, self.day, range.start);
                entry.text = line.text[range].to_string();
                self.keep(index, entry);
            }
            None if self.reach == Reach::Labelled => {
                let text = line.text.trim_matches(|c: char| c == '|' || c.is_whitespace());
                if !text.is_empty() {
                    self.list.notes.push(Note { span: line.span, text: text.to_string() });
                    (self.last, self.last_is_entry) = (Some(index), false);
                }
            }
            None => {}
        }
    }
}
