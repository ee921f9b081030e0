//! One section of measures, read from top to bottom.

use super::details::{self, ActionGroup, TaskColumns, task_columns};
use super::remarks;
use super::task::{self, Telling};
use crate::document::assignment;
use crate::document::line::{DocumentLine, LineKind};
use crate::document::paragraph::{self, Paragraph};
use crate::document::section_roles;
use crate::document::sections::{self, Section};
use crate::incident::Action;
use crate::read::timeline::calendar::Calendar;
use crate::source::Span;
use crate::words;
use crate::words::verbs::begins_with_verb;

pub(super) struct ActionReader<'a> {
    pub(super) lines: &'a [DocumentLine],
    pub(super) section: &'a Section,
    pub(super) calendar: &'a Calendar,
    pub(super) out: Vec<Action>,
    /// The depth of the item that is an action, while what follows explains it.
    pub(super) open: Option<usize>,
    pub(super) columns: TaskColumns,
    /// What the name of the section says of all in it,
    pub(super) whole_group: ActionGroup,
    /// and the sub-heading or label above of all below it.
    pub(super) group: ActionGroup,
    /// That name, where the author gave one.
    pub(super) group_name: Option<String>,
    pub(super) listed: bool,
    /// Below a label that is about something else: "Additional information:".
    pub(super) aside: bool,
    /// The open action is a numbered line in bold.
    pub(super) bold_number: bool,
    /// How deep the item is that names the group, and what stood above it.
    pub(super) outer: Option<(usize, ActionGroup, Option<String>)>,
    /// The lines below a numbered heading that is itself what was done.
    pub(super) told: bool,
    /// How many measures stand above the last heading.
    pub(super) above: usize,
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
        // "Completed action items" have their ticks; "Measures implemented" need none.
        let whole_group = ActionGroup {
            done: head.is_some_and(details::tells_past),
            ..ActionGroup::named(head.unwrap_or_default())
        };
        ActionReader {
            lines,
            section,
            calendar,
            out: Vec::new(),
            open: None,
            columns: TaskColumns::default(),
            whole_group,
            group: whole_group,
            group_name: None,
            listed,
            aside: false,
            bold_number: false,
            outer: None,
            told: false,
            above: 0,
        }
    }

    pub(super) fn run(mut self) -> Vec<Action> {
        let mut index = self.section.lines.start;
        while index < self.section.lines.end {
            let line = &self.lines[index];
            match line.form {
                LineKind::Heading(_) => self.heading(index),
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
        self.out
    }

    pub(super) fn begin_group(&mut self, name: &str) {
        self.group = self.whole_group.within(name);
        self.group_name = details::shown_name(name);
    }

    /// Whether a line is left over from the text of an assignment.
    fn is_asked(&self, index: usize) -> bool {
        assignment::asks(&self.lines[index], self.lines.get(index + 1))
    }

    /// A list item: an action, the name of a group, or an explanation of the action above it.
    fn item(&mut self, index: usize) {
        let line = &self.lines[index];
        let from = if index == self.section.lines.start {
            self.section.from
        } else {
            0
        };
        if self.aside {
            return;
        }
        if self
            .outer
            .as_ref()
            .is_some_and(|(depth, ..)| line.depth <= *depth)
            && let Some((_, group, name)) = self.outer.take()
        {
            self.group = group;
            self.group_name = name;
        }
        if self.open.is_some_and(|depth| line.depth > depth) || self.is_flat_detail(line) {
            return self.explain(index);
        }
        let whole = self.whole(index, from);
        let text = whole.trim();
        let children = self.children(index);
        if text.is_empty() || task::is_bare_link(text) || self.is_asked(index) {
            return;
        }
        let named = section_roles::role_of_label(line.text[from..].trim()).is_some();
        if named || self.is_group(index, text, &children) {
            self.open = None;
            let above = self.group_name.clone();
            if !children.is_empty() {
                self.outer = Some((line.depth, self.group, above.clone()));
            }
            self.begin_group(text);
            // The name of a numbered part says less than the heading above all parts.
            if above.is_some() && !named && !text.ends_with(':') && line.depth <= 1 {
                self.group_name = above;
            }
            return;
        }
        self.open = Some(line.depth);
        self.bold_number =
            line.all_emphasised() && matches!(line.form, LineKind::Item { ordered: true, .. });
        if matches!(
            task::telling(text),
            Telling::Intro | Telling::Closing | Telling::Aside
        ) && !matches!(line.form, LineKind::Item { check: Some(_), .. })
        {
            self.open = None;
            return;
        }
        self.push(index, line.span, whole.clone());
    }

    /// Bullets that stand flat below "1. **A bold task**" explain it, too.
    fn is_flat_detail(&self, line: &DocumentLine) -> bool {
        self.open == Some(line.depth)
            && self.bold_number
            && matches!(
                line.form,
                LineKind::Item {
                    ordered: false,
                    check: None
                }
            )
    }

    /// The items directly below an item.
    fn children(&self, index: usize) -> Vec<&'a DocumentLine> {
        let depth = self.lines[index].depth;
        let below = self.lines[index + 1..self.section.lines.end]
            .iter()
            .take_while(|line| {
                line.depth > depth || (!line.begins && !line.is_item() && line.depth == depth)
            });
        below
            .filter(|line| line.is_item() && line.depth == depth + 1)
            .collect()
    }

    /// An item that only names a group: "**Tasks:**", "Jobs for the storage team:".
    fn is_group(&self, index: usize, text: &str, children: &[&DocumentLine]) -> bool {
        let line = &self.lines[index];
        let colon = text.ends_with(':');
        if section_roles::role_of_label(text).is_some()
            && (colon || !children.is_empty() || line.all_emphasised())
        {
            return true;
        }
        let below = self.lines.get(index + 1);
        let followed = !children.is_empty()
            || below.is_some_and(|next| next.is_item() && colon && next.depth >= line.depth);
        // "[ ] Set up alerts for:" with the names of what they are for below is a task itself.
        let ticked = matches!(line.form, LineKind::Item { check: Some(_), .. });
        let whole = ticked
            && begins_with_verb(text)
            && !children.iter().any(|child| begins_with_verb(&child.text));
        if colon && followed && !whole {
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
        name && children.len() >= 2 && tasks * 2 > children.len() && !begins_with_verb(text)
    }

    /// The text of an item with its wrapped lines.
    pub(super) fn whole(&self, index: usize, from: usize) -> String {
        let mut text = self.lines[index].text[from..].trim_end().to_string();
        for line in self.lines[index + 1..self.section.lines.end]
            .iter()
            .take_while(|line| {
                !line.begins && line.form == LineKind::Text && line.depth >= self.lines[index].depth
            })
        {
            if !paragraph::divided(&text, &line.text) {
                text.push(' ');
            }
            text.push_str(line.text.trim());
        }
        text
    }

    /// Plain lines or prose; returns the index of the line after it.
    fn text(&mut self, index: usize) -> usize {
        let paragraph = self.paragraph(index);
        let next = paragraph.lines.last().map_or(index, |(_, last)| *last) + 1;
        self.open = None;
        let line = &self.lines[index];
        let text = paragraph.text.trim();
        let label = section_roles::label_end(text).is_some_and(|end| end + 1 >= text.len());
        if let Some(after) = self.label_over_text(index, text, next) {
            return after;
        }
        if text.is_empty()
            || label
            || text.ends_with(':')
            || section_roles::role_of_label(text).is_some()
            || task::is_bare_link(text)
        {
            self.begin_group(text);
            self.aside = sections::leaves_measures(text);
            return next;
        }
        // "How was it reported?" on a line of its own is what the lines below answer.
        self.aside |= remarks::is_question(text);
        if self.aside || self.is_asked(index) {
            return next;
        }
        if line.all_emphasised() && text.split_whitespace().count() <= 10 && !text.ends_with('.') {
            self.begin_group(text);
            return next;
        }
        let sentences = words::sentences(text);
        let labelled =
            section_roles::label_end(text).is_some() && !text.to_lowercase().starts_with("to ");
        // One line of a list without marks, or a label with its text, is one measure.
        let single = !self.listed && (sentences.len() == 1 || labelled);
        if task::closes(text) {
            return next;
        }
        // Steps that the reader can follow are advice, not measures.
        self.aside |= text.to_lowercase().contains("you can follow");
        if single || labelled && task::telling(text) == Telling::Task {
            if !matches!(task::telling(text), Telling::Intro | Telling::Closing)
                && (labelled || names_task(text))
            {
                self.push_told(index, self.span_of(&paragraph), text);
            }
            return next;
        }
        // What follows a list and names nothing new to do closes it.
        let trailing = self.listed && !self.out.is_empty();
        // Blanks before the text count where it stands, not in what it says.
        let lead = paragraph.text.len() - paragraph.text.trim_start().len();
        let names = |told: &str| begins_with_verb(told) || task::is_intended(told);
        // Unless it begins with one, nothing in it is.
        if trailing
            && !sentences
                .first()
                .is_some_and(|first| names(&text[first.clone()]))
        {
            return next;
        }
        for sentence in sentences {
            let told = &text[sentence.clone()];
            if trailing && !names(told) {
                continue;
            }
            if task::telling(told) == Telling::Task && !(self.listed && told.ends_with(':')) {
                let place = lead + sentence.start..lead + sentence.end;
                self.push_told(
                    paragraph.line_at(place.start),
                    paragraph.place(self.lines, place),
                    told,
                );
            }
        }
        next
    }

    /// "**Enhanced training:**" with one line of text below it is one measure with its name.
    fn label_over_text(&mut self, index: usize, text: &str, next: usize) -> Option<usize> {
        let named = text.ends_with(':')
            && section_roles::role_of_label(text).is_none()
            && !matches!(task::telling(text.trim_end_matches(':')), Telling::Intro)
            && text.split_whitespace().count() <= 8;
        let below = self
            .lines
            .get(next)
            .filter(|_| next < self.section.lines.end)?;
        let alone = self
            .lines
            .get(next + 1)
            .filter(|_| next + 1 < self.section.lines.end)
            .is_none_or(|after| after.begins);
        if !named
            || below.begins
            || below.form != LineKind::Text
            || !alone
            || self.lines[index].is_item()
            || section_roles::label_end(&below.text).is_some()
        {
            return None;
        }
        let span = self.lines[index].span.to(below.span);
        self.push(index, span, format!("{text} {}", below.text.trim()));
        Some(next + 1)
    }

    fn paragraph(&self, index: usize) -> Paragraph {
        let from = if index == self.section.lines.start {
            self.section.from
        } else {
            0
        };
        let mut paragraph = Paragraph {
            text: self.lines[index].text[from..].trim_end().to_string(),
            lines: vec![(0, index)],
        };
        for (at, line) in self
            .lines
            .iter()
            .enumerate()
            .take(self.section.lines.end)
            .skip(index + 1)
        {
            if line.begins
                || line.form != LineKind::Text
                || !paragraph::goes_on(&paragraph.text, &line.text)
            {
                break;
            }
            if !paragraph::divided(&paragraph.text, &line.text) {
                paragraph.text.push(' ');
            }
            paragraph.lines.push((paragraph.text.len(), at));
            paragraph.text.push_str(line.text.trim_end());
        }
        paragraph
    }

    fn span_of(&self, paragraph: &Paragraph) -> Span {
        let last = paragraph
            .lines
            .last()
            .map_or(paragraph.first(), |(_, last)| *last);
        self.lines[paragraph.first()].span.to(self.lines[last].span)
    }
}
/// Whether a bare line is a measure: nearly every one of a list is.
pub(super) fn names_task(text: &str) -> bool {
    match task::telling(text) {
        Telling::Task => true,
        Telling::Unsure => text.split_whitespace().count() >= 3,
        _ => false,
    }
}
