//! A writer's brief: what makes a good line, the report, and the places that may get one.

use super::rules::RuleScope;
use super::{Offer, Offers};
use crate::facts::BecauseFact;
use crate::read::Report;
use crate::spice::place::Spot;
use crate::spice::tone::Tone;
use serde::Serialize;

/// The version of the brief in JSON.
const SCHEMA: u32 = 1;

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
    most_prose: usize,
    most_headings: usize,
}

#[derive(Debug, Clone, Serialize)]
struct SlotToFill {
    slot: usize,
    /// title, heading, entry, action, prose or sign_off.
    kind: &'static str,
    /// The line of the plain report, where it has one.
    line: Option<usize>,
    /// The words that the line would follow.
    after: String,
    most_characters: usize,
    /// The subject of prose, and of the entry that alone tells the cause.
    about: Option<&'static str>,
    /// The line of the measure that this one repeats.
    repeats: Option<usize>,
}

impl Brief {
    /// The brief for a report and what it offers.
    pub fn of(report: &Report, offers: &Offers) -> Brief {
        let source = report.source();
        let limits = offers.limits;
        let has = |wanted: fn(Spot) -> bool| offers.places.iter().any(|offer| wanted(offer.place));
        let scope = RuleScope {
            cause: offers.places.iter().any(Offer::explains),
            headings: has(|place| matches!(place, Spot::Heading(_))),
            dry: offers.tone == Tone::Dry,
        };
        Brief {
            schema: SCHEMA,
            file: source.name().to_string(),
            tone: offers.tone.name(),
            because: offers.verdict.facts(source),
            rules: scope.rules(),
            lines: Counts {
                from: limits.all.0,
                to: limits.all.1,
                most_entries: limits.entries,
                most_actions: limits.actions,
                most_prose: limits.prose,
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
        let mut out = format!("{}\n{}", self.rules, self.how_many());
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
        let Counts { from, to, most_entries, most_actions, most_prose, most_headings } = self.lines;
        let has = |kind: &str| self.slots.iter().any(|slot| slot.kind == kind);
        let kinds = [
            ("entry", most_entries, "entries"),
            ("action", most_actions, "measures"),
            ("prose", most_prose, "prose"),
            ("heading", most_headings, "headings"),
        ];
        let limits = kinds.iter().filter(|(kind, most, _)| *most > 0 && has(kind));
        let limits: Vec<String> =
            limits.map(|(_, most, name)| format!("at most {most} behind {name}")).collect();
        let limits = match limits.is_empty() {
            true => String::new(),
            false => format!(": {}", listed(&limits)),
        };
        let frame: Vec<String> = [("title", "title"), ("sign_off", "sign-off")]
            .iter()
            .filter(|(kind, _)| has(kind))
            .map(|(_, name)| name.to_string())
            .collect();
        let counted = match frame.is_empty() {
            true => String::new(),
            false => format!(", counting {}", listed(&frame)),
        };
        let spread = match has("prose") {
            true => {
                " Begin early, within the first three entries, and do not leave the lower half of \
                    the report without a line."
            }
            false => "",
        };
        format!(
            "HOW MANY\n{from} to {to} lines in all{counted}{limits}. All other slots stay silent.{spread}\n{tone}\n"
        )
    }

    /// The brief where the guard allows nothing, or the report has no place.
    fn nothing_to_write(&self) -> String {
        let mut out =
            format!("There is nothing to write for {}. The report stays as it is", self.file);
        if self.tone != Tone::Off.name() {
            out.push_str(": it has no place where a line would leave it what it is.\n");
            return out;
        }
        out.push_str(", in the tone \"off\"");
        let reasons: Vec<String> = self
            .because
            .iter()
            .map(|reason| {
                format!("line {} says \"{}\" ({})", reason.line, reason.text, reason.rule)
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
            ("heading", _) => format!("behind the heading of the {}", self.after),
            ("sign_off", _) => "one last line, at the very end".to_string(),
            ("action", Some(line)) => format!("behind the measure on line {line}"),
            ("prose", Some(line)) => {
                format!("behind the text on line {line} ({})", self.about.unwrap_or_default())
            }
            (_, Some(line)) => match self.about {
                Some(about) => format!("behind the entry on line {line} ({about})"),
                None => format!("behind the entry on line {line}"),
            },
            (kind, None) => kind.to_string(),
        };
        let after = match self.kind {
            "entry" | "action" => format!(", after \"{}\"", shortened(&self.after)),
            "prose" => format!(", after \"{}\"", ending(&self.after)),
            _ => String::new(),
        };
        let again = self.repeats.map(|line| format!(" (it repeats line {line})"));
        let again = again.unwrap_or_default();
        format!(
            "slot {}, {place}, at most {} characters{after}{again}\n",
            self.slot, self.most_characters
        )
    }
}

/// Enough letters to recognise a text by: the whole stands in the report.
const RECOGNISED: usize = 70;

fn shortened(text: &str) -> String {
    match text.char_indices().nth(RECOGNISED) {
        Some((cut, _)) => format!("{} …", text[..cut].trim_end()),
        None => text.to_string(),
    }
}

/// The end of a text, which a line is to follow.
fn ending(text: &str) -> String {
    let skipped = text.chars().count().saturating_sub(RECOGNISED);
    match text.char_indices().nth(skipped) {
        Some((cut, _)) if cut > 0 => format!("… {}", text[cut..].trim_start()),
        _ => text.to_string(),
    }
}

/// "title and sign-off".
fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn slot(offer: &Offer) -> SlotToFill {
    SlotToFill {
        slot: offer.number,
        kind: kind(offer.place),
        line: offer.line,
        after: offer.text.clone(),
        most_characters: offer.most,
        about: offer.about.map(|about| about.in_words()),
        repeats: offer.repeats,
    }
}

/// The name of a kind of place.
fn kind(place: Spot) -> &'static str {
    match place {
        Spot::Title => "title",
        Spot::Heading(_) => "heading",
        Spot::Entry(_) => "entry",
        Spot::Action(_) => "action",
        Spot::Prose(_) => "prose",
        Spot::SignOff => "sign_off",
    }
}
