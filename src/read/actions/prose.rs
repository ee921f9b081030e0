//! The measures that plain lines and running text tell.

use super::done;
use super::reader::ActionReader;
use super::task::{self, Telling};
use super::{details, links, order, remarks, roles};
use crate::document::line::LineKind;
use crate::document::paragraph::{self, Paragraph};
use crate::document::section_roles;
use crate::document::sections::{self, SectionRole};
use crate::incident::Action;
use crate::source::Span;
use crate::words::verbs::is_verb;
use crate::words::{self, begins_with_any, capital};
use std::ops::Range;

impl ActionReader<'_> {
    /// Plain lines or prose; returns the index of the line after it.
    pub(super) fn text(&mut self, index: usize) -> usize {
        let paragraph = self.paragraph(index);
        let next = paragraph.lines.last().map_or(index, |(_, last)| *last) + 1;
        self.open = None;
        self.told = false;
        let line = &self.lines[index];
        let text = paragraph.text.trim();
        let label = section_roles::label_end(text).is_some_and(|end| end + 1 >= text.len());
        if let Some(after) = self.label_over_text(index, text, next) {
            return after;
        }
        let role = section_roles::role_of_label(text);
        if text.is_empty()
            || label
            || text.ends_with(':')
            || role.is_some()
            || links::is_bare_link(text)
        {
            self.begin_group(text);
            self.taken = self.group.done;
            self.aside = sections::leaves_measures(text)
                || details::names_response(text)
                || roles::addresses(text)
                || self.is_drill(index)
                || links::shows_code(text)
                || role != Some(SectionRole::Measures) && self.is_asked(index);
            return next;
        }
        // "How was it reported?" on a line of its own is what the lines below answer.
        self.aside |= remarks::is_question(text);
        if self.aside || self.is_asked(index) || order::is_about_report(text) {
            return next;
        }
        if line.all_emphasised() && text.split_whitespace().count() <= 10 && !text.ends_with('.') {
            self.begin_group(text);
            return next;
        }
        let sentences = order::thoughts(text);
        let wished = |sentence: &Range<usize>| order::wished(&text[sentence.clone()]);
        let wishes = sentences.iter().any(|sentence| !wished(sentence).is_empty());
        let labelled =
            section_roles::label_end(text).is_some() && !text.to_lowercase().starts_with("to ");
        // One line of a list without marks, or a label with its text, is one measure.
        let single = !self.listed && !wishes && (sentences.len() == 1 || labelled);
        if task::closes(text) || sentences.len() == 1 && text.ends_with('?') {
            return next;
        }
        // Steps that the reader can follow are advice, not measures.
        self.aside |= text.to_lowercase().contains("you can follow");
        // Where each paragraph begins with an order, the rest of it explains that.
        let spelt = self.is_told_in_orders();
        if spelt && !sentences.first().is_some_and(|first| order::orders(&text[first.clone()])) {
            return next;
        }
        if single || labelled && task::telling(text) == Telling::Task {
            if !matches!(task::telling(text), Telling::Intro | Telling::Closing)
                && (labelled || names_task(text))
            {
                self.push_told(index, self.span_of(&paragraph), text);
            }
            return next;
        }
        // What follows a list and names nothing new to do closes it.
        let trailing = self.listed && !self.out.is_empty() || self.follows_lines(&sentences);
        // Blanks before the text count where it stands, not in what it says.
        let lead = paragraph.text.len() - paragraph.text.trim_start().len();
        let names = |told: &str| match trailing {
            true => {
                let noted = told.starts_with("Note that ");
                order::orders(told) || order::commits(told) || noted
            }
            false => order::orders(told) || task::is_intended(told) || done::says_done(told),
        };
        // Unless it begins with one, nothing in it is.
        if trailing && !sentences.first().is_some_and(|first| names(&text[first.clone()])) {
            return next;
        }
        let mut before: Option<&str> = None;
        for (at, sentence) in sentences.into_iter().enumerate() {
            let told = &text[sentence.clone()];
            let parts = wished(&sentence);
            for part in &parts {
                let from = lead + sentence.start;
                let place = from + part.start..from + part.end;
                let span = paragraph.place(self.lines, place.clone());
                self.push(paragraph.line_at(place.start), span, capital(&told[part.clone()]));
            }
            if !parts.is_empty() || spelt && at > 0 && !begins_bare(told) {
                continue;
            }
            // Prose beside a list mostly leads to it.
            let led = self.listed && (!names(told) || told.ends_with(':'));
            let asks = told.ends_with('?');
            let tells = task::telling(told) == Telling::Task && order::says_enough(told);
            // "The bell will ring at noon" behind a task explains it.
            let explains = before.is_some_and(|before| order::explains(before, told));
            let tells = tells && !explains;
            if tells && !led && !asks && !order::denies(told) {
                before = Some(told);
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

    /// True if nearly every paragraph of the section begins with an order.
    fn is_told_in_orders(&self) -> bool {
        let begins = |index: &usize| {
            let line = &self.lines[*index];
            line.begins && line.form == LineKind::Text
        };
        let own = self.section.lines.clone().filter(begins);
        let told: Vec<String> = own.map(|index| self.paragraph(index).text).collect();
        let ordered: Vec<&String> = told.iter().filter(|text| order::orders(text)).collect();
        let long = |text: &&&String| words::sentences(text).len() > 1;
        let many = ordered.len() >= 3 && ordered.len() * 3 >= told.len() * 2;
        !self.listed && many && ordered.iter().filter(long).count() > 1
    }

    /// True for "Before each peal:" below "Checklist": the steps are for every time, not to be done
    /// once.
    fn is_drill(&self, index: usize) -> bool {
        let lower = self.lines[index].text.trim().to_lowercase();
        let each_time = ["before ", "after ", "when ", "whenever ", "during "];
        let above = self.lines[..index].iter().rfind(|line| line.is_heading());
        begins_with_any(&lower, &each_time)
            && above.is_some_and(|line| line.text.to_lowercase().contains("checklist"))
    }

    /// True if several sentences come after lines that are a measure each.
    fn follows_lines(&self, sentences: &[Range<usize>]) -> bool {
        let lines = &self.lines[self.section.lines.clone()];
        let whole = |action: &&Action| lines.iter().any(|line| line.span == action.span);
        sentences.len() > 1 && self.out.iter().filter(whole).count() > 1
    }

    /// "**Enhanced training:**" with one line of text below it is one measure with its name.
    fn label_over_text(&mut self, index: usize, text: &str, next: usize) -> Option<usize> {
        let named = text.ends_with(':')
            && section_roles::role_of_label(text).is_none()
            && !matches!(task::telling(text.trim_end_matches(':')), Telling::Intro)
            && text.split_whitespace().count() <= 8;
        let below = self.lines.get(next).filter(|_| next < self.section.lines.end)?;
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
            || self.is_asked(next)
            || section_roles::label_end(&below.text).is_some()
        {
            return None;
        }
        let span = self.lines[index].span.to(below.span);
        self.push(index, span, format!("{text} {}", below.text.trim()));
        Some(next + 1)
    }

    fn paragraph(&self, index: usize) -> Paragraph {
        let from = if index == self.section.lines.start { self.section.from } else { 0 };
        let mut paragraph = Paragraph {
            text: self.lines[index].text[from..].trim_end().to_string(),
            lines: vec![(0, index)],
        };
        for (at, line) in self.lines.iter().enumerate().take(self.section.lines.end).skip(index + 1)
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
        let last = paragraph.lines.last().map_or(paragraph.first(), |(_, last)| *last);
        self.lines[paragraph.first()].span.to(self.lines[last].span)
    }
}
/// True if the very first word is a verb: not "We should know our parts".
fn begins_bare(text: &str) -> bool {
    let first = words::words(text).next();
    first.is_some_and(|(word, _)| is_verb(&word))
}

/// True if a bare line is a measure: nearly every one of a list is.
fn names_task(text: &str) -> bool {
    match task::telling(text) {
        Telling::Task => true,
        Telling::Unsure => {
            let lower = text.to_lowercase();
            let begins: Vec<&str> = done::before_clause(&lower).split(' ').take(7).collect();
            let states = ["is", "are", "was", "were"];
            text.split_whitespace().count() >= 3 && !states.iter().any(|is| begins.contains(is))
        }
        _ => false,
    }
}
