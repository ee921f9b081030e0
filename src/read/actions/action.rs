//! One measure, from its line or its row of a table.

use super::remarks::{self, Remark};
use super::{ActionReader, details, done, due_in, labels, links, owner, people, purpose, task};
use crate::document::line::{DocumentLine, LineKind};
use crate::incident::{Action, Category, Status};
use crate::source::Span;
use std::ops::Range;

/// The fewest words of a heading that names a measure.
const TELLING_NAME: usize = 3;

impl ActionReader<'_> {
    pub(super) fn push(&mut self, index: usize, span: Span, told: String) {
        let text = bare(&told);
        let mut action = self.action(span, &text);
        action.lead = self.lead(index, &action.task);
        action.ticked = check(&self.lines[index]);
        let said = action.status == Status::Done
            || self.group.done && !task::is_intended(&text)
            || done::says_done(&told);
        let done = action.ticked.unwrap_or(said);
        action.status = if done { Status::Done } else { Status::Open };
        self.out.push(action);
    }

    /// A measure of prose: one that leans on the words before it, "It will be turned off", has the
    /// name of its heading, or is left out where that names too little.
    pub(super) fn push_told(&mut self, index: usize, span: Span, text: &str) {
        if !remarks::leans(text) {
            return self.push(index, span, text.to_string());
        }
        let name = self.group_name.clone();
        let names = |name: &String| name.split_whitespace().count() >= TELLING_NAME;
        let Some(name) = name.filter(names) else {
            return;
        };
        if self.out.last().is_none_or(|last| last.text != name) {
            self.push(index, span, name);
        }
    }

    /// A measure as its text tells it.
    fn action(&self, span: Span, text: &str) -> Action {
        let owner = owner::owner(text);
        let apart = people::apart(text, &self.people).filter(|_| owner.is_none());
        let told = apart.map_or(text, |(task, _)| task);
        let owner = owner
            .or_else(|| apart.map(|(_, name)| name.to_string()))
            .or_else(|| self.whose.clone());
        let parted = remarks::parted(told, owner.as_deref(), self.calendar);
        let mut action = Action {
            span,
            text: text.to_string(),
            task: parted.task.to_string(),
            lead: None,
            group: self.group_name.clone(),
            category: self.purpose(parted.task),
            leaning: purpose::leaning(parted.task),
            status: Status::Open,
            status_told: self.group.ahead || done::is_promised(text),
            ticked: None,
            state: None,
            owner,
            due: due_in(text, self.calendar),
            due_words: None,
            done_on: None,
            broad: self.group.broad,
            parts: Vec::new(),
        };
        // "… - 2024-06-01": a day by itself is the one by which it is due.
        if parted.remarks.contains(&Remark::Due(None)) {
            let tail = told.get(parted.task.len()..).unwrap_or_default();
            action.due = action.due.or_else(|| details::due(tail, self.calendar));
        }
        parted.remarks.into_iter().for_each(|remark| note(&mut action, remark));
        action
    }

    /// The purpose by the author's name for the group; "Preventive measures" stands above all kinds.
    fn purpose(&self, task: &str) -> Option<Category> {
        let own = purpose::category(task);
        match self.group.category {
            Some(Category::Prevent) if own.is_some() || purpose::hints(task) => own,
            group => group.or(own),
        }
    }

    /// The bold words that a task begins with; one that is bold as a whole begins with all of them.
    fn lead(&self, index: usize, task: &str) -> Option<String> {
        let line = &self.lines[index];
        let lead = line.text.get(..line.lead)?.trim();
        let bare = lead.trim_end_matches([':', '.', ' ', '-', '–', '—']);
        (!bare.is_empty() && task.starts_with(bare)).then(|| bare.to_string())
    }

    pub(super) fn row(&mut self, index: usize) {
        let line = &self.lines[index];
        let cell = |column: Option<usize>| {
            column
                .and_then(|column| line.cells.get(column))
                .map(|range| line.text[range.clone()].trim())
                .filter(|text| !matches!(*text, "" | "-" | "–" | "—" | "n/a" | "N/A" | "TBD" | "?"))
        };
        let longest = || {
            (0..line.cells.len())
                .filter(|column| {
                    let columns = self.columns;
                    ![columns.owner, columns.due, columns.status, columns.aim]
                        .contains(&Some(*column))
                })
                .max_by_key(|column| line.cells[*column].len())
        };
        let named = cell(self.columns.text.or_else(longest));
        let number = |text: &&str| remarks::is_ticket(text.trim_matches(['*', '`']));
        let Some(told) = named.filter(number).and_then(|_| cell(longest())).or(named) else {
            return;
        };
        let text = bare(told);
        if is_blank(told) {
            return;
        }
        let status = cell(self.columns.status);
        let noted = |range: &Range<usize>| done::ends_done(&line.text[range.clone()]);
        let said = || self.group.done || done::says_done(told) || line.cells[1..].iter().any(noted);
        let done = status.map_or_else(said, done::is_done_word);
        let due = cell(self.columns.due);
        let day = due.and_then(|due| details::due(due, self.calendar));
        let mut action = self.action(line.span, &text);
        action.status = if done { Status::Done } else { Status::Open };
        // The mark before "Done" says the same.
        let worded = |status: &str| match status.trim_start_matches(labels::is_mark) {
            "" => status.to_string(),
            bare => bare.to_string(),
        };
        action.state = status.map(worded).or(action.state);
        let aim = cell(self.columns.aim).and_then(details::aim);
        action.category = aim.or(action.category);
        action.owner = cell(self.columns.owner)
            .filter(|name| !is_blank(name) && !owner::is_nobody(name))
            .map(str::to_string)
            .or(action.owner);
        action.due_words = due.filter(|_| day.is_none()).map(str::to_string).or(action.due_words);
        action.due = day.or(action.due);
        self.out.push(action);
    }
}

/// True for a blank that a template leaves to the author: `[Owner]`.
pub(super) fn is_blank(text: &str) -> bool {
    let text = text.trim();
    let within = |open, close| text.strip_prefix(open)?.strip_suffix(close);
    within('[', ']')
        .or_else(|| within('<', '>'))
        .is_some_and(|inner| !inner.contains(['[', ']']) && inner.split(' ').count() < 7)
}

/// A task without labels, links and the braces of a template around it.
fn bare(told: &str) -> String {
    let braced = told.contains("{{").then(|| told.replace("{{", "").replace("}}", ""));
    let told = braced.as_deref().unwrap_or(told);
    links::without_link(labels::without_label(told)).trim().to_string()
}

/// The state of a line's tick box.
pub(super) fn check(line: &DocumentLine) -> Option<bool> {
    match line.form {
        LineKind::Item { check, .. } => check,
        _ => None,
    }
}

/// Puts down what a measure says of itself.
pub(super) fn note(action: &mut Action, remark: Remark) {
    match remark {
        Remark::Owner => {}
        Remark::Due(words) => {
            action.due_words = words.filter(|_| action.due.is_none()).or(action.due_words.take())
        }
        Remark::Done(day) => {
            action.done_on = day.or(action.done_on);
            if action.ticked != Some(false) {
                action.status = Status::Done;
            }
        }
        Remark::State(state) => {
            action.state =
                Some(action.state.take().map_or(state.clone(), |said| format!("{said}, {state}")));
        }
    }
}
