//! Entries whose time comes after a label: "Detected at: 10:20".

use super::EntryReader;
use crate::document::section_roles;
use crate::read::timeline::{Entry, EntryPiece};
use crate::time::clock::{self, Stamp};
use crate::time::leading;

impl EntryReader<'_> {
    /// Names a time that is alone on its line after the label above it: "Detected:" over "10:05".
    pub(super) fn name(&mut self, index: usize, entry: &mut Entry) {
        let above = index
            .checked_sub(1)
            .filter(|above| self.section.lines.contains(above));
        let Some((above, label)) = above.map(|above| (above, &self.lines[above])) else {
            return;
        };
        let Some(name) = label.text.trim_end().strip_suffix(':') else {
            return;
        };
        if !label.is_item()
            || label.depth >= self.lines[index].depth
            || section_roles::label_end(&label.text) != Some(name.len())
        {
            return;
        }
        let lower = name.to_ascii_lowercase();
        let bare = [" time", " at"].iter().find(|word| lower.ends_with(**word));
        entry.text = name[..name.len() - bare.map_or(0, |word| word.len())].to_string();
        entry.span = label.span.to(entry.span);
        entry.pieces = vec![EntryPiece {
            start: 0,
            line: above,
            from: 0,
        }];
        self.list.notes.pop_if(|note| note.span == label.span);
    }

    /// "**Detected:** the alert fired at 10:05", "Declared 2031-05-06 07:08", "… (10:06 am)".
    pub(super) fn label_led(&self, index: usize, text: &str) -> Option<Stamp> {
        let line = &self.lines[index];
        let label = section_roles::label_end(text)
            .filter(|end| !text[..*end].contains(|c: char| c.is_ascii_digit()));
        let head = line.is_heading() || line.all_emphasised();
        if !(line.is_item() || ((label.is_some() || head) && line.begins))
            || self.is_below_entry(line)
        {
            return None;
        }
        // "Total duration: 07:08 - 09:10" is about the whole incident.
        let about = ["zone", "duration", "total", "time to", "downtime", "delay"];
        if label.is_some_and(|end| {
            about
                .iter()
                .any(|word| text[..end].to_ascii_lowercase().contains(word))
        }) {
            return None;
        }
        let stamp = clock::find(text, 0)?;
        let before = &text[..stamp.start];
        let after = text[stamp.end..].trim_matches(|c: char| !c.is_alphanumeric());
        let words = before.split_whitespace().count();
        let full = stamp.day.is_some() && stamp.clock.is_some();
        // Among items that begin with a time, one that has its time later in its first sentence is
        // an event as well.
        let first = crate::words::sentences(before).len() <= 1;
        let early = words <= 8 || (first && line.is_item() && self.list.items > 0);
        let told = stamp.clock.is_some()
            || stamp
                .day
                .is_some_and(|day| day.year.is_some() || line.is_item());
        let last = after.is_empty();
        // A length or a name ("the 10:30 job", "took 0:45") has no word of time before it.
        let word = before
            .split_whitespace()
            .next_back()
            .unwrap_or_default()
            .trim_matches(|c: char| !c.is_alphanumeric())
            .to_ascii_lowercase();
        let announced =
            leading::announces(&word) || label.is_some_and(|end| stamp.start <= end + 3) || full;
        (told && (last || (announced && (early || full || stamp.day.is_some())))).then_some(stamp)
    }
}
