//! A report told again: the guard, the choice and the edits in one walk.

use super::choose::{self, Pick, Selection, Wish};
use super::excerpt::is_emoji;
use super::library::Library;
use super::place::{Addition, Spot, spiced, unmarked};
use super::tone::{GuardVerdict, Tone, guard};
use super::writer::prose::{ProseTopic, prose};
use crate::document::Document;
use crate::incident::Kind;
use crate::read::Report;
use crate::source::Source;

/// The user's wishes for a telling.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// The tone; without it the guard's, but no more than wry.
    pub tone: Option<Tone>,
    /// Where the dice begin.
    pub seed: Option<u64>,
    /// The fewest and the most words that the report may have in the end.
    pub words: Option<(usize, usize)>,
}

/// The lines that a report is to get, and the reasons.
#[derive(Debug, Clone)]
pub struct Chosen {
    /// The verdict on how much humour it bears, and because of what.
    pub verdict: GuardVerdict,
    /// The tone that it is given.
    pub tone: Tone,
    /// The quips.
    pub hand: Selection,
    /// The quips that were taken out again.
    pub left_out: Vec<(Pick, Why)>,
    /// The number of words in the report without them.
    pub words: usize,
    /// The number of words with them, once they are put in.
    pub told_words: usize,
    /// The most that it may have.
    most: Option<usize>,
}

/// Why a quip that was chosen does not stand in the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The report has no such place, or none where a line would leave it what it is.
    NoPlace,
    /// There would be more words than asked for.
    NoWords,
}

impl Chosen {
    /// The line that was chosen for a place.
    pub fn at(&self, place: Spot) -> Option<&Pick> {
        self.hand.picks.iter().find(|pick| pick.place == place)
    }

    /// These lines, whoever has written them.
    pub(super) fn with(
        report: &Report,
        asked: &Asked,
        verdict: GuardVerdict,
        hand: Selection,
    ) -> Chosen {
        let words = report.document.word_count();
        let most = asked.words.map(|(_, most)| most);
        let mut chosen = Chosen {
            tone: tone(asked, &verdict),
            verdict,
            hand,
            left_out: Vec::new(),
            words,
            told_words: words,
            most,
        };
        if most.is_some_and(|most| words > most) {
            // Signs have no words, but a report that is too long already is not for adding to.
            chosen.tone = Tone::Off;
            chosen.leave_out(Why::NoWords, |_| true);
        }
        chosen
    }

    /// Takes quips out again, and keeps them with the reason.
    fn leave_out(&mut self, why: Why, goes: impl Fn(&Pick) -> bool) {
        let (gone, kept): (Vec<Pick>, Vec<Pick>) = std::mem::take(&mut self.hand.picks)
            .into_iter()
            .partition(goes);
        self.hand.picks = kept;
        self.left_out
            .extend(gone.into_iter().map(|pick| (pick, why)));
    }

    /// Leaves so many words more, at a guess: what counts least goes first.
    fn make_room(&mut self, mut words: usize) {
        let mut picks = self.hand.picks.clone();
        picks.sort_by_key(choose::weight);
        while let Some(pick) = picks.pop().filter(|_| words > 0) {
            words = words.saturating_sub(pick.text.split_whitespace().count());
            self.leave_out(Why::NoWords, |known| known.place == pick.place);
        }
    }
}

/// Chooses what a plain report is to get.
pub fn choose(report: &Report, library: &Library, asked: &Asked) -> Chosen {
    let verdict = guard(report);
    let wish = Wish {
        tone: tone(asked, &verdict),
        seed: asked.seed,
        words: report.document.word_count(),
    };
    let mut hand = choose::deal(library, &report.incident, wish);
    behind_the_cause(&mut hand, report, &verdict);
    Chosen::with(report, asked, verdict, hand)
}

/// Moves the picture of the cause to where the report explains the cause: above that it would be a
/// riddle, and a report that explains nothing has none.
fn behind_the_cause(hand: &mut Selection, report: &Report, verdict: &GuardVerdict) {
    if hand.picks.iter().all(|pick| pick.place != Spot::Opening) {
        return;
    }
    let told = prose(report, verdict)
        .into_iter()
        .find(|spot| spot.about == ProseTopic::Cause);
    match told {
        Some(told) => hand
            .picks
            .iter_mut()
            .filter(|pick| pick.place == Spot::Opening)
            .for_each(|pick| pick.place = Spot::Prose(told.index)),
        None => hand.picks.retain(|pick| pick.place != Spot::Opening),
    }
    hand.picks.sort_by_key(|pick| pick.place);
}

fn tone(asked: &Asked, verdict: &GuardVerdict) -> Tone {
    asked.tone.unwrap_or(Tone::Wry).min(verdict.allowed)
}

/// Puts into a report what was chosen for it, and takes out of the choice what found no place or
/// makes the report too long. The report is what was read of these bytes; its pictures may be in it
/// already.
pub fn put(bytes: &[u8], report: &Report, chosen: &mut Chosen) -> Vec<u8> {
    loop {
        let additions = additions(&chosen.hand, report, chosen.tone);
        let done = spiced(bytes, report, &additions);
        let no_place = |pick: &Pick| done.left_out.contains(&pick.place);
        chosen.leave_out(Why::NoPlace, no_place);
        let told = Source::from_bytes(report.source().name(), &unmarked(&done.bytes)).value;
        chosen.told_words = Document::of(&told).word_count();
        let over = chosen
            .most
            .map_or(0, |most| chosen.told_words.saturating_sub(most));
        if over == 0 || chosen.hand.picks.is_empty() {
            return done.bytes;
        }
        chosen.make_room(over);
    }
}

/// The quips, and in the most playful tone a sign for what each entry is.
fn additions(hand: &Selection, report: &Report, tone: Tone) -> Vec<Addition> {
    let quip = |pick: &Pick| Addition {
        spot: pick.place,
        text: pick.text.clone(),
        emoji: None,
    };
    let mut out: Vec<Addition> = hand.picks.iter().map(quip).collect();
    if tone < Tone::Playful {
        return out;
    }
    let source = report.source();
    for (index, event) in report.incident.events.iter().enumerate() {
        // Two signs in a row say less than one: the author's, or the line's own, is enough.
        let has_sign = |text: &str| text.chars().any(is_emoji);
        let line = out
            .iter()
            .find(|addition| addition.spot == Spot::Entry(index));
        if has_sign(source.slice(event.span)) || line.is_some_and(|line| has_sign(&line.text)) {
            continue;
        }
        let Some(emoji) = emoji(event.kind) else {
            continue;
        };
        match out
            .iter_mut()
            .find(|addition| addition.spot == Spot::Entry(index))
        {
            Some(addition) => addition.emoji = Some(emoji.into()),
            None => out.push(Addition {
                spot: Spot::Entry(index),
                text: String::new(),
                emoji: Some(emoji.into()),
            }),
        }
    }
    out
}

/// A sign for a kind of entry, where one says something at a glance.
fn emoji(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Trigger => Some("⚡"),
        Kind::Detected => Some("🚨"),
        Kind::Confirmed => Some("📋"),
        Kind::Investigating => Some("🔍"),
        Kind::Hypothesis => Some("🤔"),
        Kind::DeadEnd => Some("🚫"),
        Kind::Escalated => Some("📞"),
        Kind::Communicated => Some("📢"),
        Kind::CauseFound => Some("💡"),
        Kind::Fixing => Some("🔧"),
        Kind::Mitigated => Some("🩹"),
        Kind::Resolved => Some("✅"),
        Kind::FollowUp => Some("📌"),
        Kind::Other => None,
    }
}
