//! A report told again: the guard, the choice and the edits in one walk.

use super::choose::{self, Pick, Selection, Wish};
use super::excerpt::is_emoji;
use super::library::Library;
use super::place::{Addition, Spot, spiced, unmarked};
use super::tone::{GuardVerdict, Tone, guard};
use super::writer::prose::{causes, prose};
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

    /// Takes quips out again, and keeps them with the reason. An end that comes back to a line has
    /// nothing to come back to without it.
    fn leave_out(&mut self, why: Why, goes: impl Fn(&Pick) -> bool) {
        let picks = std::mem::take(&mut self.hand.picks);
        let gone: Vec<&str> = picks
            .iter()
            .filter(|pick| !matches!(pick.place, Spot::Title | Spot::SignOff) && goes(pick))
            .map(|pick| pick.id.as_str())
            .collect();
        let goes_too =
            |pick: &Pick| pick.place == Spot::SignOff && gone.contains(&pick.id.as_str());
        let (gone, kept): (Vec<Pick>, Vec<Pick>) =
            picks.iter().cloned().partition(|pick| goes(pick) || goes_too(pick));
        self.hand.picks = kept;
        self.left_out.extend(gone.into_iter().map(|pick| (pick, why)));
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
    let told = prose(report, &verdict);
    let wish = Wish {
        tone: tone(asked, &verdict),
        seed: asked.seed,
        words: report.document.word_count(),
        causes: &causes(report, &told),
    };
    let hand = choose::deal(library, &report.incident, wish);
    Chosen::with(report, asked, verdict, hand)
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
        let put = chosen.hand.picks.iter().filter(|pick| !no_place(pick)).count();
        chosen.leave_out(Why::NoPlace, no_place);
        if chosen.hand.picks.len() < put {
            // An end went with the line that it comes back to.
            continue;
        }
        let told = Source::from_bytes(report.source().name(), &unmarked(&done.bytes)).value;
        chosen.told_words = Document::of(&told).word_count();
        let over = chosen.most.map_or(0, |most| chosen.told_words.saturating_sub(most));
        if over == 0 || chosen.hand.picks.is_empty() {
            return done.bytes;
        }
        chosen.make_room(over);
    }
}

/// The quips, in the most playful tone a sign for what each entry is, and the ends of lines.
fn additions(hand: &Selection, report: &Report, tone: Tone) -> Vec<Addition> {
    let quip = |pick: &Pick| Addition { spot: pick.place, text: pick.text.clone(), emoji: None };
    let mut out: Vec<Addition> = hand.picks.iter().map(quip).collect();
    if tone == Tone::Playful {
        put_signs(&mut out, report);
    }
    if !out.is_empty() {
        put_ends(&mut out, report);
    }
    out
}

fn put_signs(out: &mut Vec<Addition>, report: &Report) {
    let source = report.source();
    for (index, event) in report.incident.events.iter().enumerate() {
        // Two signs in a row say less than one: the author's, or the line's own, is enough.
        let has_sign = |text: &str| text.chars().any(is_emoji);
        let line = out.iter_mut().find(|addition| addition.spot == Spot::Entry(index));
        if has_sign(source.slice(event.span))
            || line.as_ref().is_some_and(|line| has_sign(&line.text))
        {
            continue;
        }
        let Some(emoji) = emoji(event.kind) else {
            continue;
        };
        match line {
            Some(line) => line.emoji = Some(emoji.into()),
            None => out.push(Addition {
                spot: Spot::Entry(index),
                text: String::new(),
                emoji: Some(emoji.into()),
            }),
        }
    }
}

/// The entries and measures without humour: where they are lines of one paragraph, each gets its
/// end, so that the humour of the others stands at the end of theirs.
fn put_ends(out: &mut Vec<Addition>, report: &Report) {
    let entries = (0..report.incident.events.len()).map(Spot::Entry);
    let measures = (0..report.incident.actions.len()).map(Spot::Action);
    let taken: Vec<Spot> = out.iter().map(|addition| addition.spot).collect();
    let others = entries.chain(measures).filter(|spot| !taken.contains(spot));
    out.extend(others.map(|spot| Addition { spot, text: String::new(), emoji: None }));
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
