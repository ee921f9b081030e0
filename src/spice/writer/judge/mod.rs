//! Each line of a writer through lint and guard, before it may stand in a report.
//!
//! A good line that is refused costs as much as a bad one that is not: what is looked for is a
//! figure, a name, a promise that the report does not have, not a style.

mod dates;
mod figures;
mod form;
mod gaps;
mod manners;
mod names;
mod numerals;

use super::{Offer, Offers, ReplyLine};
use crate::read::Report;
use crate::spice::place::Spot;
use crate::spice::tone::Tone;
use crate::words::{letters, words};
use figures::Figures;
use manners::Manners;
pub(super) use manners::harms;
use names::KnownNames;
use std::collections::BTreeSet;
use std::fmt;

/// A line that may stand in the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptLine {
    /// The number of its place.
    pub slot: u64,
    /// Its place.
    pub place: Spot,
    /// Its words.
    pub text: String,
}

/// A line that may not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The number that it was given.
    pub slot: u64,
    /// The place of that number, if there is one.
    pub place: Option<Spot>,
    /// Why it may not.
    pub why: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line for slot {} left out: {}", self.slot, self.why)
    }
}

/// The outcome of a reply.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Judged {
    /// The lines to put in, in the order of the reply.
    pub kept: Vec<KeptLine>,
    /// The others.
    pub refused: Vec<Refusal>,
}

/// Judges the lines of a reply by the report that they are for.
pub fn judge(report: &Report, offers: &Offers, lines: &[ReplyLine]) -> Judged {
    let mut bench = Bench {
        offers,
        manners: Manners::of(report),
        figures: Figures::of(report),
        names: KnownNames::of(report),
        judged: Judged::default(),
        seen: BTreeSet::new(),
    };
    for line in lines {
        let place = offers.numbered(line.slot).map(|offer| offer.place);
        match bench.verdict(line) {
            Ok(kept) => {
                bench.seen.insert(letters(&kept.text));
                bench.judged.kept.push(kept);
            }
            Err(why) => bench.judged.refused.push(Refusal { slot: line.slot, place, why }),
        }
    }
    bench.leave_no_riddle(report, lines);
    bench.judged
}

/// The long words of a text.
fn names_of(text: &str) -> BTreeSet<String> {
    const LONG: usize = 5;
    let words = words(text).map(|(word, _)| word.to_lowercase());
    words.filter(|word| word.chars().count() >= LONG).collect()
}

/// A slot is given up after so many lines, so that no reply takes long to judge.
const TRIES: usize = 3;

struct Bench<'a> {
    offers: &'a Offers,
    manners: Manners,
    figures: Figures,
    names: KnownNames,
    judged: Judged,
    /// The letters of the lines that were kept.
    seen: BTreeSet<String>,
}

impl Bench<'_> {
    /// The line as it may stand, or why it may not.
    fn verdict(&self, line: &ReplyLine) -> Result<KeptLine, String> {
        let offer = self.offers.numbered(line.slot).ok_or("no such slot was offered")?;
        let kept = &self.judged.kept;
        if kept.iter().any(|other| other.slot == line.slot) {
            return Err("the slot has a line already".into());
        }
        let refused = self.judged.refused.iter();
        if refused.filter(|other| other.slot == line.slot).take(TRIES).count() == TRIES {
            return Err(format!("the slot has had {TRIES} lines already"));
        }
        let text = form::mended(&line.text, offer.place);
        form::check(&text, offer, self.offers.tone)?;
        if self.seen.contains(&letters(&text)) {
            return Err("the same line stands in another slot".into());
        }
        if form::repeats(&text, offer) {
            return Err("it only repeats the report".into());
        }
        self.room(offer.place)?;
        self.figures.check(&text)?;
        self.names.check(&text, offer.place)?;
        self.manners.check(&text, offer.place)?;
        Ok(KeptLine { slot: line.slot, place: offer.place, text })
    }

    /// Leaves out a sign-off that comes back to a picture which is left out itself.
    fn leave_no_riddle(&mut self, report: &Report, lines: &[ReplyLine]) {
        let kept = &self.judged.kept;
        let Some(at) = kept.iter().position(|line| line.place == Spot::SignOff) else {
            return;
        };
        // A thing that both name and the report does not is the picture's own.
        let told = names_of(report.source().text());
        let end = names_of(&kept[at].text);
        let picture = lines.iter().find(|line| {
            let offer = self.offers.numbered(line.slot);
            offer.is_some_and(Offer::explains)
                && kept.iter().all(|other| other.slot != line.slot)
                && names_of(&line.text).intersection(&end).any(|name| !told.contains(name))
        });
        if let Some(picture) = picture {
            let end = self.judged.kept.remove(at);
            self.judged.refused.push(Refusal {
                slot: end.slot,
                place: Some(end.place),
                why: format!(
                    "it comes back to the line for slot {}, which is left out",
                    picture.slot
                ),
            });
        }
    }

    /// Checks that the tone bears one more line of this kind.
    fn room(&self, place: Spot) -> Result<(), String> {
        let limits = self.offers.limits;
        let (most, what, is): (_, _, fn(Spot) -> bool) = match place {
            Spot::Entry(_) => (limits.entries, "entries", |place| matches!(place, Spot::Entry(_))),
            Spot::Action(_) => {
                (limits.actions, "measures", |place| matches!(place, Spot::Action(_)))
            }
            Spot::Prose(_) => (limits.prose, "prose", |place| matches!(place, Spot::Prose(_))),
            Spot::Heading(_) => {
                (limits.headings, "headings", |place| matches!(place, Spot::Heading(_)))
            }
            Spot::Title | Spot::SignOff => return Ok(()),
        };
        let kept = self.judged.kept.iter();
        if kept.filter(|line| is(line.place)).count() < most {
            return Ok(());
        }
        let tone: Tone = self.offers.tone;
        Err(format!(
            "the tone \"{}\" bears at most {most} behind the {what} of this report",
            tone.name()
        ))
    }
}
