//! A report told again: the guard, the choice and the edits in one walk.

use super::deck::{self, Hand, Pick, Place, Wish};
use super::edit::{Addition, Spot, spiced};
use super::library::Library;
use super::tone::{Tone, Verdict, guard};
use crate::incident::{Incident, Kind};
use crate::read;
use crate::source::Source;

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// The tone; without it the guard's, but no more than wry.
    pub tone: Option<Tone>,
    /// Where the dice begin.
    pub seed: Option<u64>,
    /// The fewest and the most words that the report may have in the end.
    pub words: Option<(usize, usize)>,
}

/// What a report is to get.
#[derive(Debug, Clone)]
pub struct Chosen {
    /// How much humour it bears, and because of what.
    pub verdict: Verdict,
    /// How much it is given.
    pub tone: Tone,
    /// The quips.
    pub hand: Hand,
    /// How many words the report has without them.
    pub words: usize,
}

impl Chosen {
    /// What was chosen for a place.
    pub fn at(&self, place: Place) -> Option<&Pick> {
        self.hand.picks.iter().find(|pick| pick.place == place)
    }

    /// How many words the report has with the quips.
    pub fn told_words(&self) -> usize {
        self.words + self.hand.picks.iter().map(|pick| pick.text.split_whitespace().count()).sum::<usize>()
    }
}

/// Chooses what a plain report is to get.
pub fn choose(source: &Source, incident: &Incident, library: &Library, asked: &Asked) -> Chosen {
    let verdict = guard(source, incident);
    let tone = asked.tone.unwrap_or(Tone::Wry).min(verdict.allowed);
    let words = read::word_count(source);
    let room = asked.words.map(|(_, most)| most.saturating_sub(words));
    let hand = deck::deal(library, incident, Wish { tone, seed: asked.seed, room });
    Chosen { verdict, tone, hand, words }
}

/// Puts into a report what was chosen for it, and takes out of the choice what found no place. Its bytes, its text and
/// what was read of it belong together; its pictures may be in it already.
pub fn put(bytes: &[u8], source: &Source, incident: &Incident, chosen: &mut Chosen) -> Vec<u8> {
    let done = spiced(bytes, source, incident, &additions(&chosen.hand, incident, chosen.tone));
    chosen.hand.picks.retain(|pick| spot(pick.place).is_none_or(|spot| !done.left_out.contains(&spot)));
    done.bytes
}

/// Where in the text a place is; a caption stands with its picture.
fn spot(place: Place) -> Option<Spot> {
    match place {
        Place::Title => Some(Spot::Title),
        Place::Heading(part) => Some(Spot::Heading(part)),
        Place::Entry(index) => Some(Spot::Entry(index)),
        Place::Action(index) => Some(Spot::Action(index)),
        Place::SignOff => Some(Spot::SignOff),
        Place::Caption => None,
    }
}

/// The quips, and in the most playful tone a sign for what each entry is.
fn additions(hand: &Hand, incident: &Incident, tone: Tone) -> Vec<Addition> {
    let quip = |pick: &Pick| Some(Addition { spot: spot(pick.place)?, text: pick.text.clone(), emoji: None });
    let mut out: Vec<Addition> = hand.picks.iter().filter_map(quip).collect();
    if tone < Tone::Playful {
        return out;
    }
    for (index, event) in incident.events.iter().enumerate() {
        let Some(emoji) = emoji(event.kind) else { continue };
        match out.iter_mut().find(|addition| addition.spot == Spot::Entry(index)) {
            Some(addition) => addition.emoji = Some(emoji.into()),
            None => out.push(Addition { spot: Spot::Entry(index), text: String::new(), emoji: Some(emoji.into()) }),
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
