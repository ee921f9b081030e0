//! One section of measures, read from top to bottom.

use super::action::is_blank;
use super::details::{self, ActionGroup, TaskColumns, task_columns};
use super::task::{self, Telling};
use super::{done, labels, links, order, people};
use crate::document::assignment;
use crate::document::line::{DocumentLine, LineKind};
use crate::document::paragraph;
use crate::document::section_roles;
use crate::document::sections::Section;
use crate::incident::{Action, Status};
use crate::read::timeline::calendar::Calendar;
use crate::words::verbs::begins_with_verb;
use crate::words::{self, holds_any};
use std::ops::Range;

pub(super) struct ActionReader<'a> {
    pub(super) lines: &'a [DocumentLine],
    pub(super) section: &'a Section,
    pub(super) calendar: &'a Calendar,
    pub(super) out: Vec<Action>,
    /// The depth of the item that is an action, while what follows explains it.
    pub(super) open: Option<usize>,
    pub(super) columns: TaskColumns,
    /// The group of all in the section, by its name.
    pub(super) whole_group: ActionGroup,
    /// The group of all below the last heading, by that heading.
    pub(super) titled: ActionGroup,
    /// True if the last line of text says that all below it was done.
    pub(super) taken: bool,
    /// The group of all below the label above, by that label.
    pub(super) group: ActionGroup,
    /// The name of that group, where the author gave one.
    pub(super) group_name: Option<String>,
    pub(super) listed: bool,
    /// Below a label that is about something else: "Additional information:".
    pub(super) aside: bool,
    /// The open action is a numbered line in bold.
    pub(super) bold_number: bool,
    /// The depth of the item that names the group, and the group and the name that stood above it.
    pub(super) outer: Option<(usize, ActionGroup, Option<String>)>,
    /// The lines below a numbered heading that is itself what was done.
    pub(super) told: bool,
    /// The number of measures above the last heading.
    pub(super) above: usize,
    /// The people whom the report names.
    pub(super) people: Vec<String>,
    /// The one of them below whose name the measures stand.
    pub(super) whose: Option<String>,
}
impl<'a> ActionReader<'a> {
    pub(super) fn new(
        lines: &'a [DocumentLine],
        section: &'a Section,
        calendar: &'a Calendar,
    ) -> ActionReader<'a> {
        let listed = section
            .lines
            .clone()
            .any(|index| lines[index].is_item() || lines[index].form == LineKind::Row);
        let head = section.head.map(|head| lines[head].text.as_str());
        // "Completed action items" may have their ticks; "Measures implemented" need none.
        let mut own = section.lines.clone().map(|index| &lines[index]);
        let ticks = own.any(|line| matches!(line.form, LineKind::Item { check: Some(_), .. }));
        let named = ActionGroup::named(head.unwrap_or_default());
        let whole_group = ActionGroup {
            done: named.done && !ticks || head.is_some_and(details::tells_past),
            ..named
        };
        ActionReader {
            lines,
            section,
            calendar,
            out: Vec::new(),
            open: None,
            columns: TaskColumns::default(),
            whole_group,
            titled: whole_group,
            taken: false,
            group: whole_group,
            group_name: None,
            listed,
            aside: false,
            bold_number: false,
            outer: None,
            told: false,
            above: 0,
            people: people::people(lines),
            whose: None,
        }
    }

    pub(super) fn run(mut self) -> Vec<Action> {
        let mut index = self.section.lines.start;
        let guide = self.guide();
        while index < self.section.lines.end {
            let line = &self.lines[index];
            match line.form {
                _ if guide.contains(&index) && explains_table(line) => {}
                LineKind::Heading(_) => self.heading(index),
                LineKind::Text if self.whole_group.done && is_numbered_name(line) => {
                    self.heading(index);
                }
                LineKind::Item { .. } | LineKind::Text if self.explains(line) => {
                    self.explain(index);
                }
                LineKind::HeaderRow => self.columns = task_columns(line),
                LineKind::Row => self.row(index),
                LineKind::Item { .. } => self.item(index),
                LineKind::Text if line.depth == 0 || self.open.is_none() => {
                    index = self.text(index);
                    continue;
                }
                LineKind::Text => self.explain(index),
                _ => {}
            }
            index += 1;
        }
        settle(&mut self.out);
        for list in self.out.chunk_by_mut(|one, next| one.group == next.group) {
            settle(list);
        }
        self.out
    }

    /// The lines between the name of the measures and their table: they say what its columns mean.
    fn guide(&self) -> Range<usize> {
        let own = self.section.lines.clone();
        let is_table = |index: &usize| {
            let columns = task_columns(&self.lines[*index]);
            let more = [columns.owner, columns.due, columns.status, columns.aim];
            self.lines[*index].form == LineKind::HeaderRow
                && columns.text.is_some()
                && more.iter().any(Option::is_some)
        };
        let Some(table) = own.clone().find(is_table) else {
            return 0..0;
        };
        let heads = (own.start..table).rev();
        let head = heads.take_while(|index| !self.lines[*index].is_heading());
        head.last().unwrap_or(table)..table
    }

    pub(super) fn begin_group(&mut self, name: &str) {
        self.group = self.titled.within(name);
        let bare = name.trim_end_matches(':').trim();
        self.whose = self.people.iter().find(|known| *known == bare).cloned();
        self.group_name = details::shown_name(name).filter(|_| self.whose.is_none());
    }

    /// True if a line is left over from the text of an assignment.
    pub(super) fn is_asked(&self, index: usize) -> bool {
        assignment::asks(&self.lines[index], self.lines.get(index + 1))
    }

    /// A list item: an action, the name of a group, or an explanation of the action above it.
    fn item(&mut self, index: usize) {
        let line = &self.lines[index];
        let from = if index == self.section.lines.start { self.section.from } else { 0 };
        if self.aside {
            return;
        }
        if self.outer.as_ref().is_some_and(|(depth, ..)| line.depth <= *depth)
            && let Some((_, group, name)) = self.outer.take()
        {
            self.group = group;
            self.group_name = name;
            self.whose = None;
        }
        if self.open.is_some_and(|depth| line.depth > depth) || self.is_flat_detail(line) {
            return self.explain(index);
        }
        let whole = self.whole(index, from);
        let text = whole.trim();
        let children = self.children(index);
        let ticked = matches!(line.form, LineKind::Item { check: Some(_), .. });
        let link = links::is_bare_link(text) && !links::is_ticket_link(text);
        let asked = self.is_asked(index) || order::asks_author(text);
        let failing =
            text.strip_prefix(['❌', '✗', '✘']).is_some_and(|failing| !order::orders(failing));
        if text.is_empty()
            || is_blank(text)
            || link
            || asked && !ticked
            || failing
            || order::is_about_report(text)
        {
            return;
        }
        let whole = self.named_task(index, from).unwrap_or(without_lead(&whole));
        // "**Check the ropes**:" above the command for it.
        let code = self.lines[index + 1..self.section.lines.end].first();
        let shown = code.is_some_and(|next| next.form == LineKind::Code);
        let whole = match whole.trim_end().strip_suffix(':') {
            Some(told) if shown && children.is_empty() && order::orders(told) => told.to_string(),
            _ => whole,
        };
        let text = whole.trim();
        // "We will improve the logs" is no name for what needs improvement.
        let bare = children.is_empty() && !line.all_emphasised() && !text.ends_with(':');
        let named = section_roles::role_of_label(line.text[from..].trim()).is_some()
            && !(bare && order::orders(text));
        if named || self.is_group(index, text, &children) {
            self.open = None;
            let above = self.group_name.clone();
            if !children.is_empty() {
                self.outer = Some((line.depth, self.group, above.clone()));
            }
            self.begin_group(text);
            self.group.done |= self.taken && !self.group.tasks;
            // The name of a numbered part says less than the heading above all parts.
            if above.is_some() && !named && !text.ends_with(':') && line.depth <= 1 {
                self.group_name = above;
            }
            return;
        }
        self.open = Some(line.depth);
        self.bold_number =
            line.all_emphasised() && matches!(line.form, LineKind::Item { ordered: true, .. });
        if matches!(task::telling(text), Telling::Intro | Telling::Closing | Telling::Aside)
            && !ticked
            && !lists(line, text, &children)
        {
            self.open = None;
            return;
        }
        self.push(index, line.span, whole);
    }

    /// A bold name with a text of its own below it is a measure, though that text may end with a
    /// colon and a list of what it is about: its name, and its sentences up to that one.
    fn named_task(&self, index: usize, from: usize) -> Option<String> {
        let line = &self.lines[index];
        let whole = self.whole(index, from);
        let name = line.text[from..].trim_end();
        let told = whole.get(name.len()..)?.trim_start_matches([':', ' ']);
        let mut sentences = words::sentences(told);
        let last = sentences.pop_if(|_| told.ends_with(':'));
        let lead = last.map_or(String::new(), |last| told[last].to_lowercase());
        let leads = ["following", "steps", "measures", "actions", "these"];
        if !line.all_emphasised() || told.is_empty() || holds_any(&lead, &leads) {
            return None;
        }
        let told = sentences.last().map_or("", |last| &told[..last.end]);
        let name = name.trim_end_matches(':');
        Some(match (told.is_empty(), name.ends_with(['.', '!', '?'])) {
            (true, _) => name.to_string(),
            (_, true) => format!("{name} {told}"),
            _ => format!("{name}: {told}"),
        })
    }

    /// Bullets that stand flat below "1. **A bold task**" explain it, too.
    fn is_flat_detail(&self, line: &DocumentLine) -> bool {
        self.open == Some(line.depth)
            && self.bold_number
            && matches!(line.form, LineKind::Item { ordered: false, check: None })
    }

    /// The items directly below an item.
    fn children(&self, index: usize) -> Vec<&'a DocumentLine> {
        let depth = self.lines[index].depth;
        let below = self.lines[index + 1..self.section.lines.end].iter().take_while(|line| {
            line.depth > depth || (!line.begins && !line.is_item() && line.depth == depth)
        });
        below.filter(|line| line.is_item() && line.depth == depth + 1).collect()
    }

    /// An item that only names a group: "**Tasks:**", "Jobs for the storage team:".
    fn is_group(&self, index: usize, text: &str, children: &[&DocumentLine]) -> bool {
        let line = &self.lines[index];
        let colon = text.ends_with(':');
        // "**Ropes**" above "**Action:** Wax the ropes" and who does it.
        let bare = section_roles::label_end(text).is_none_or(|end| end + 1 == text.len());
        let person = text.trim_end_matches(':').trim();
        if !children.is_empty() && self.people.iter().any(|known| known == person) {
            return true;
        }
        let task = |child: &&DocumentLine| labels::is_labelled_task(&child.text);
        if bare && children.iter().any(task) {
            return true;
        }
        if section_roles::role_of_label(text).is_some()
            && (colon || !children.is_empty() || line.all_emphasised())
        {
            return true;
        }
        let below = self.lines.get(index + 1);
        let followed = !children.is_empty()
            || below.is_some_and(|next| next.is_item() && colon && next.depth >= line.depth);
        if colon && followed && !lists(line, text, children) {
            return true;
        }
        // A bold or short name with several tasks below it.
        let name =
            line.all_emphasised() || (text.split_whitespace().count() <= 4 && !text.ends_with('.'));
        let tasks = children
            .iter()
            .filter(|child| {
                let labelled = section_roles::label_end(&child.text).filter(|_| child.lead > 0);
                begins_with_verb(&child.text[labelled.unwrap_or(0)..])
            })
            .count();
        // One word is a name, though it may be one for doing something: "Monitoring".
        let orders = begins_with_verb(text) && text.contains(' ');
        name && children.len() >= 2 && tasks * 2 > children.len() && !orders
    }

    /// The text of an item with its wrapped lines.
    pub(super) fn whole(&self, index: usize, from: usize) -> String {
        let mut text = self.lines[index].text[from..].trim_end().to_string();
        let mut last = &self.lines[index];
        for line in self.lines[index + 1..self.section.lines.end].iter().take_while(|line| {
            !line.begins && line.form == LineKind::Text && line.depth >= self.lines[index].depth
        }) {
            if !paragraph::divided(&text, &line.text) {
                text.push(' ');
            }
            text.push_str(line.text.trim());
            last = line;
        }
        let tail =
            links::link_tail(last, !last.is_item()).map_or("", |at| last.text[at..].trim_end());
        match text.strip_suffix(tail).filter(|_| !tail.is_empty()) {
            Some(named) => named.trim_end_matches([' ', '(', '[', ':']).to_string(),
            None => text,
        }
    }
}

/// True for a task with the names of what it is for below: "[ ] Set up alerts for:", and "Bells:
/// hang two of them, for:".
fn lists(line: &DocumentLine, text: &str, children: &[&DocumentLine]) -> bool {
    let ticked = matches!(line.form, LineKind::Item { check: Some(_), .. });
    let told = section_roles::label_end(text).map_or("", |end| &text[end + 1..]);
    text.ends_with(':')
        && (ticked && begins_with_verb(text) || begins_with_verb(told) && !children.is_empty())
        && !children.iter().any(|child| begins_with_verb(&child.text))
}

/// True for a line above a table of tasks that is neither one of them nor the name of the table.
fn explains_table(line: &DocumentLine) -> bool {
    match line.form {
        LineKind::Item { check, .. } => check.is_none(),
        LineKind::Text => !line.all_emphasised() && !line.text.trim_end().ends_with(':'),
        _ => false,
    }
}

/// A line in bold with a number: "**2) Waxing the ropes**".
fn is_numbered_name(line: &DocumentLine) -> bool {
    let name = line.text.trim_start_matches(|c: char| c.is_ascii_digit());
    line.all_emphasised() && name.len() < line.text.len() && name.starts_with(['.', ')'])
}

/// Where all of a list was done, so was each.
fn settle(list: &mut [Action]) {
    if done::all_past(list.iter().map(|action| action.task.as_str())) {
        let unticked = list.iter_mut().filter(|action| action.ticked.is_none());
        unticked.for_each(|action| action.status = Status::Done);
    }
}

/// An order without the sentence behind it that leads to a picture or a list: "… It looks so:".
fn without_lead(text: &str) -> String {
    if !text.trim_end().ends_with(':') || !order::orders(text) {
        return text.to_string();
    }
    let sentences = words::sentences(text);
    let last = sentences.iter().rev().nth(1);
    text[..last.map_or(text.len(), |last| last.end)].to_string()
}
