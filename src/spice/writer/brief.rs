//! A writer's brief: what makes a good line, the report, and the places that may get one.

use super::{Offer, Offers};
use crate::facts::BecauseFact;
use crate::read::Report;
use crate::spice::place::Spot;
use crate::spice::tone::Tone;
use serde::Serialize;

/// The version of the brief in JSON.
const SCHEMA: u32 = 1;

/// The rules for a good line, and what is off limits, as a chatbot is told them.
const RULES: &str = include_str!("rules.md");

/// All that a writer needs to know.
#[derive(Debug, Clone, Serialize)]
pub struct Brief {
    schema: u32,
    /// The name of the report's file.
    file: String,
    /// The amount of humour that there may be.
    tone: &'static str,
    /// Why there may be no more, in the words of the report.
    because: Vec<BecauseFact>,
    /// Instructions in plain words.
    rules: String,
    /// The number of lines to write.
    lines: Counts,
    /// The report, with `SLOT 7` where the line of that slot would stand.
    report: String,
    /// The places that may get a line.
    slots: Vec<SlotToFill>,
}

/// The number of lines to write, and the most of each kind.
#[derive(Debug, Clone, Serialize)]
struct Counts {
    from: usize,
    to: usize,
    most_entries: usize,
    most_actions: usize,
    most_headings: usize,
}

#[derive(Debug, Clone, Serialize)]
struct SlotToFill {
    slot: usize,
    /// title, heading, entry, action or sign_off.
    kind: &'static str,
    /// The line of the plain report, where it has one.
    line: Option<usize>,
    /// The words that the line would follow.
    after: String,
    most_characters: usize,
}

impl Brief {
    /// The brief for a report and what it offers.
    pub fn of(report: &Report, offers: &Offers) -> Brief {
        let source = report.source();
        let limits = offers.limits;
        Brief {
            schema: SCHEMA,
            file: source.name().to_string(),
            tone: offers.tone.name(),
            because: offers.verdict.facts(source),
            rules: RULES.to_string(),
            lines: Counts {
                from: limits.all.0,
                to: limits.all.1,
                most_entries: limits.entries,
                most_actions: limits.actions,
                most_headings: limits.headings,
            },
            report: offers.marked.clone(),
            slots: offers.places.iter().map(slot).collect(),
        }
    }

    /// The brief as text, to be pasted into a chat or piped into a command.
    pub fn text(&self) -> String {
        if self.slots.is_empty() {
            return self.nothing_to_write();
        }
        let mut out = format!("{RULES}\n{}", self.how_many());
        out.push_str(&format!(
            "\n===== THE REPORT ({}) =====\n{}\n===== END OF THE REPORT =====\n\nTHE SLOTS\n",
            self.file,
            self.report.trim_end()
        ));
        for slot in &self.slots {
            out.push_str(&slot.text());
        }
        out.push_str(
            "\nYOUR ANSWER\nNothing but the lines that you have written, one a line, each with \
                the number of its slot and a colon before it, as in `7: The line.` (or JSON: \
                `{\"lines\": [{\"slot\": 7, \"text\": \"…\"}]}`). Leave out the slots that \
                stay silent.\n",
        );
        out
    }

    fn how_many(&self) -> String {
        let Counts {
            from,
            to,
            most_entries,
            most_actions,
            most_headings,
        } = self.lines;
        let tone = match Tone::named(self.tone) {
            Some(Tone::Playful) => {
                "The tone is playful: one plain comparison for the cause may run from the title to \
                    the end, if it helps somebody who is no engineer; at most one emoji in a line."
            }
            Some(Tone::Dry) => {
                "The tone is dry, since the matter is grave: understatement only, no emoji, no \
                    machine spoken of as a person."
            }
            _ => {
                "The tone is wry: machines may be spoken of as persons, deadpan, without any emoji."
            }
        };
        let headings = match most_headings {
            0 => String::new(),
            most => format!(", at most {most} behind headings"),
        };
        format!(
            "HOW MANY\n{from} to {to} lines in all, title and sign-off among them: at most \
                {most_entries} behind entries and {most_actions} behind measures{headings}. All \
                other slots stay silent.\n{tone}\n"
        )
    }

    /// The brief where the guard allows nothing, or the report has no place.
    fn nothing_to_write(&self) -> String {
        let mut out = format!(
            "There is nothing to write for {}. The report stays as it is",
            self.file
        );
        if self.tone != Tone::Off.name() {
            out.push_str(": it has no place where a line would leave it what it is.\n");
            return out;
        }
        out.push_str(", in the tone \"off\"");
        let reasons: Vec<String> = self
            .because
            .iter()
            .map(|reason| {
                format!(
                    "line {} says \"{}\" ({})",
                    reason.line, reason.text, reason.rule
                )
            })
            .collect();
        match reasons.is_empty() {
            true => out.push_str(".\n"),
            false => out.push_str(&format!(": {}.\n", reasons.join("; "))),
        }
        out.push_str("Answer with an empty message.\n");
        out
    }
}

impl SlotToFill {
    fn text(&self) -> String {
        let place = match (self.kind, self.line) {
            ("title", _) => "the title, above the plain one".to_string(),
            ("opening", _) => "the opening, below the title".to_string(),
            ("heading", _) => format!("behind the heading of the {}", self.after),
            ("sign_off", _) => "one last line, at the very end".to_string(),
            ("action", Some(line)) => format!("behind the measure on line {line}"),
            (_, Some(line)) => format!("behind the entry on line {line}"),
            (kind, None) => kind.to_string(),
        };
        let after = match self.kind {
            "entry" | "action" => format!(", after \"{}\"", shortened(&self.after)),
            _ => String::new(),
        };
        format!(
            "slot {}, {place}, at most {} characters{after}\n",
            self.slot, self.most_characters
        )
    }
}

/// Enough to recognise a text by: the whole stands in the report.
fn shortened(text: &str) -> String {
    const MOST: usize = 70;
    match text.char_indices().nth(MOST) {
        Some((cut, _)) => format!("{} …", text[..cut].trim_end()),
        None => text.to_string(),
    }
}

fn slot(offer: &Offer) -> SlotToFill {
    SlotToFill {
        slot: offer.number,
        kind: kind(offer.place),
        line: offer.line,
        after: offer.text.clone(),
        most_characters: offer.most,
    }
}

/// The name of a kind of place.
fn kind(place: Spot) -> &'static str {
    match place {
        Spot::Title => "title",
        Spot::Opening => "opening",
        Spot::Heading(_) => "heading",
        Spot::Entry(_) => "entry",
        Spot::Action(_) => "action",
        Spot::SignOff => "sign_off",
    }
}
