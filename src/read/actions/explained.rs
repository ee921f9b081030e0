//! The lines that explain a measure: who, by when, how far, and of what it consists.

use super::action::{check, note};
use super::reader::ActionReader;
use super::{details, done, labels, links, owner, remarks, roles};
use crate::document::line::DocumentLine;
use crate::document::section_roles;
use crate::incident::{Status, Subtask};
use crate::words::holds_any;

impl ActionReader<'_> {
    /// A heading names a group; a numbered one below "Measures implemented" is what was done.
    pub(super) fn heading(&mut self, index: usize) {
        let line = &self.lines[index];
        let name = line.text.trim_start_matches(|c: char| c.is_ascii_digit());
        let numbered = name.len() < line.text.len() && name.starts_with(['.', ')']);
        self.open = None;
        self.aside = names_problems(&line.text)
            || details::names_response(&line.text)
            || roles::addresses(&line.text);
        self.outer = None;
        self.above = self.out.len();
        self.told = numbered && self.whole_group.done;
        if self.told {
            self.group = self.whole_group;
            self.group_name = None;
            let name = name.trim_start_matches(['.', ')', ' ']).to_string();
            return self.push(index, line.span, name);
        }
        self.titled = self.whole_group;
        self.begin_group(&line.text);
        (self.titled, self.taken) = (self.group, false);
    }

    /// True if a line tells who does the last measure, by when and the like: "Deadline: …".
    pub(super) fn explains(&self, line: &DocumentLine) -> bool {
        let own = self.out.len() > self.above;
        let leads = line.text.trim_end().ends_with(':') && details::says_ahead(&line.text);
        self.told && !leads || own && !self.aside && remarks::is_labelled(&line.text)
    }

    /// A line that explains the last action, and may name its owner, its day and its status.
    pub(super) fn explain(&mut self, index: usize) {
        let line = &self.lines[index];
        let calendar = self.calendar;
        let part = Subtask {
            text: labels::without_label(&self.whole(index, 0)).to_string(),
            done: check(line),
        };
        if let Some(action) = self.out.last_mut() {
            action.span = action.span.to(line.span);
            let lower = line.text.to_lowercase();
            action.owner = action.owner.take().or_else(|| owner::owner(&line.text));
            if holds_any(&lower, &["due", "deadline", "by when", "eta", "target"]) {
                action.due = action.due.or_else(|| details::due(&line.text, calendar));
            }
            // "This has been done: see the rota".
            let said = lower.split(':').next().unwrap_or_default();
            let back = done::points_back(said) && done::says_done(said);
            if back || lower.starts_with("status") && done::says_done(&line.text) {
                action.status = Status::Done;
            }
            match remarks::remark(&line.text, action.owner.as_deref(), calendar) {
                Some(remark) => note(action, remark),
                None if line.is_item()
                    && !remarks::is_remark(&line.text, calendar)
                    && !links::is_bare_link(&line.text) =>
                {
                    action.parts.push(part);
                }
                None => {}
            }
        }
    }
}

/// True for a heading above what was wrong: "Identified problems".
fn names_problems(name: &str) -> bool {
    let words = section_roles::words_of(name);
    let words: Vec<&str> = words.split(' ').collect();
    let has = |wanted: &str| words.contains(&wanted);
    has("problems") && (words.len() == 1 || has("identified") || has("known") || has("found"))
}
