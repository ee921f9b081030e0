//! The facts as a table that a person can check at a glance.

use super::JsonNumber;
use super::metrics::{Metric, metrics};
use crate::diagnostic::{Diagnostic, printable, wrap};
use crate::incident::{Action, Category, Incident, Moment, Phase, Status};
use crate::read::Report;
use crate::read::phase::told_kind;
use crate::source::Source;
use crate::time::format::{self, spoken};
use anstyle::{AnsiColor, Style};
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// The style of a table.
#[derive(Debug, Clone, Copy)]
pub struct TableStyle {
    /// True to use colours.
    pub colour: bool,
    /// The width in columns.
    pub width: usize,
}

/// The facts of a report as a table: head, events, metrics, actions, warnings.
pub fn table(report: &Report, decoding: &[Diagnostic], look: TableStyle) -> String {
    let (source, incident) = (report.source(), &report.incident);
    let mut page = TableWriter { out: String::new(), look };
    page.head(source, incident);
    page.events(incident);
    page.notes(source, incident);
    page.metrics(incident);
    page.actions(incident);
    page.warnings(source, decoding.iter().chain(&report.diagnostics));
    page.out
}

struct TableWriter {
    out: String,
    look: TableStyle,
}

/// The colour of a phase; the word beside it says the same.
fn colour(phase: Phase) -> Style {
    let colour = match phase {
        Phase::Detection => AnsiColor::Yellow,
        Phase::Investigation => AnsiColor::Blue,
        Phase::Escalation => AnsiColor::Magenta,
        Phase::Resolution => AnsiColor::Green,
    };
    Style::new().fg_color(Some(colour.into()))
}

const BOLD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();

impl TableWriter {
    fn paint(&self, style: Style, text: &str) -> String {
        if self.look.colour { format!("{style}{text}{style:#}") } else { text.to_string() }
    }

    fn line(&mut self, text: &str) {
        self.out.push_str(text.trim_end());
        self.out.push('\n');
    }

    fn section(&mut self, name: &str) {
        let name = self.paint(BOLD, name);
        self.out.push('\n');
        self.line(&name);
    }

    fn head(&mut self, source: &Source, incident: &Incident) {
        let title = printable(incident.title.as_deref().unwrap_or(source.name()));
        let title = self.paint(BOLD, &title);
        self.line(&title);
        let mut told = Vec::new();
        if let (Some(start), Some(end)) =
            (incident.start.and_then(|at| at.written()), incident.end.and_then(|at| at.written()))
        {
            told.push(format!("{start} to {end}"));
        } else if let Some(start) = incident.start.and_then(|at| at.written()) {
            told.push(format!("from {start}"));
        }
        told.extend(incident.minutes.map(spoken));
        let about = match incident.affected_roughly {
            true => "about ",
            false => "",
        };
        told.extend(incident.affected_percent.map(|share| match JsonNumber::from(share) {
            JsonNumber::Whole(share) => format!("{about}{share} % affected"),
            JsonNumber::Part(share) => format!("{about}{share} % affected"),
        }));
        told.extend(incident.zone.as_ref().map(|zone| printable(&zone.label)));
        if !told.is_empty() {
            self.wrapped("", &told.join(" · "));
        }
        if let Some(cause) = &incident.root_cause {
            self.wrapped("Cause: ", &printable(cause));
        }
    }

    fn events(&mut self, incident: &Incident) {
        if incident.events.is_empty() {
            return;
        }
        self.section("Timeline");
        let mut day = None;
        for event in &incident.events {
            if event.at.day != day {
                day = event.at.day;
                if let Some(day) = day {
                    let line = self.paint(FAINT, &format!("  {}", day.behind_weekday(", ")));
                    self.line(&line);
                }
            }
            let clock = event.at.clock.map_or_else(
                || {
                    if event.at.day.is_none() {
                        format::relative(event.minute)
                    } else {
                        "·".into()
                    }
                },
                format::clock,
            );
            let clock = match event.until.and_then(|until| until.clock) {
                Some(until) => format!("{clock}–{}", format::clock(until)),
                None => clock,
            };
            let phase = self.paint(colour(event.phase), &format!("{:13}", event.phase.name()));
            // A guess is marked with a question mark.
            let doubt = if event.certain { "" } else { "?" };
            let kind = format!("{}{doubt}", told_kind(event).name());
            let lead = format!("  {clock:>8}  {phase}  {kind:14} ");
            self.wrapped(&lead, &printable(&event.text));
        }
    }

    fn notes(&mut self, source: &Source, incident: &Incident) {
        if incident.notes.is_empty() {
            return;
        }
        self.section("Entries without a time");
        for note in &incident.notes {
            let lead = format!("  {:>8}  ", format!("line {}", source.line_of(note.span.start)));
            self.wrapped(&lead, &printable(&note.text));
        }
    }

    fn metrics(&mut self, incident: &Incident) {
        let metrics = metrics(incident);
        let known: Vec<(&str, &Metric)> = metrics.known().collect();
        if known.is_empty() {
            return;
        }
        self.section("Metrics");
        for (name, metric) in known {
            let written = |at: Option<Moment>| at.and_then(|at| at.written());
            let between = match (written(metric.from), written(metric.to)) {
                (Some(from), Some(to)) => format!("{from} to {to}"),
                _ => String::new(),
            };
            let length = spoken(metric.minutes.value());
            let lead = format!("  {:15} {length:>14}  ", format!("to {name}"));
            self.wrapped(&lead, &between);
        }
    }

    fn actions(&mut self, incident: &Incident) {
        if incident.actions.is_empty() {
            return;
        }
        self.section("Actions");
        for action in &incident.actions {
            let tick = match (action.status, action.status_told) {
                (Status::Done, _) => "[x]",
                (Status::Open, true) => "[ ]",
                (Status::Open, false) => " - ",
            };
            let mut text = printable(&action.task);
            let due = action.due.map(|due| format!("due {due}"));
            let done = action.done_on.map(|day| format!("done {day}"));
            let aside: Vec<String> = action
                .owner
                .iter()
                .map(|owner| printable(owner))
                .chain(due.or_else(|| action.due_words.as_deref().map(printable)))
                .chain(done.or_else(|| state(action).map(printable)))
                .collect();
            if !aside.is_empty() {
                let _ = write!(text, " ({})", aside.join(", "));
            }
            let lead = format!("  {tick} {:8}  ", action.category.map_or("", Category::name));
            self.wrapped(&lead, &text);
        }
    }

    fn warnings<'a>(&mut self, source: &Source, doubts: impl Iterator<Item = &'a Diagnostic>) {
        let doubts: Vec<&Diagnostic> = doubts.collect();
        if doubts.is_empty() {
            return;
        }
        self.section("Doubts (`postmirth explain CODE` says more)");
        for doubt in doubts {
            let place = doubt
                .span
                .map_or(String::new(), |span| format!("line {}: ", source.line_of(span.start)));
            let lead = format!("  {}[{}] ", doubt.severity(), doubt.code);
            self.wrapped(&lead, &format!("{place}{}", printable(&doubt.message)));
        }
    }

    /// A text after its label, wrapped and indented to the width.
    fn wrapped(&mut self, lead: &str, text: &str) {
        let indent = anstream::adapter::strip_str(lead).to_string().width();
        let room = self.look.width.saturating_sub(indent).max(24);
        for (index, part) in wrap(text, room, room).into_iter().enumerate() {
            let line = if index == 0 {
                format!("{lead}{part}")
            } else {
                format!("{}{part}", " ".repeat(indent))
            };
            self.line(&line);
        }
    }
}

/// The state of an action item, when it says more than the tick.
fn state(action: &Action) -> Option<&str> {
    let said = ["open", "done"];
    let state = action.state.as_deref()?;
    said.iter().all(|word| !state.eq_ignore_ascii_case(word)).then_some(state)
}
