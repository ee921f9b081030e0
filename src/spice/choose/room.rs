//! The number of lines that a report bears, and a record of those that it has had already.

use super::{Card, Fit, Wish};
use crate::incident::Incident;
use crate::spice::moment::MomentKind;
use crate::spice::place::Spot;
use crate::spice::tone::Tone;
use std::collections::BTreeSet;

/// The lines, moments and tricks that a report has had already.
#[derive(Default)]
pub(super) struct Used {
    ids: BTreeSet<String>,
    /// Moments, each with what was suspected in it.
    moments: BTreeSet<(MomentKind, Option<&'static str>)>,
    /// One line for each kind of measure, and for each kind of entry two at most.
    counts: Vec<MomentKind>,
    /// One that takes a word of the report at its word: the trick is worth seeing once.
    quotes: bool,
    /// A line before the search that gives the cause away: one is a hint, two are the ending.
    gives_away: bool,
    /// The lines of the image.
    images: usize,
}

/// An image is carried through a report by so many lines; more of them are a recital.
const IMAGES: usize = 4;

impl Used {
    pub(super) fn holds(&self, place: Spot, card: &Card) -> bool {
        let most = if matches!(place, Spot::Action(_)) { 1 } else { 2 };
        let count = self.counts.iter().filter(|moment| **moment == card.moment).count();
        self.ids.contains(&card.id)
            || self.quotes && quotes(card)
            || self.gives_away && gives_away(card)
            || self.images >= IMAGES && card.fit == Fit::Image
            || self.moments.contains(&(card.moment, card.suspect))
            || count >= most
    }

    pub(super) fn put(&mut self, card: &Card) {
        self.ids.insert(card.id.clone());
        self.moments.insert((card.moment, card.suspect));
        self.counts.push(card.moment);
        self.quotes |= quotes(card);
        self.gives_away |= gives_away(card);
        self.images += usize::from(card.fit == Fit::Image);
    }
}

/// True if a line begins with a word in quotes.
fn quotes(card: &Card) -> bool {
    card.text.starts_with('\'')
}

/// True if a line names the cause where the report has only noticed that something is wrong.
fn gives_away(card: &Card) -> bool {
    matches!(card.moment, MomentKind::Alert | MomentKind::UsersNoticed)
        && matches!(card.fit, Fit::Topic | Fit::Pair)
}

/// The lines for which there is still room.
pub(super) struct Room {
    all: usize,
    entries: usize,
    actions: usize,
    taken: BTreeSet<usize>,
}

impl Room {
    pub(super) fn new(wish: Wish<'_>, incident: &Incident) -> Room {
        // Six and a half lines in 500 words, and fewer for each hundred after them.
        let words = wish.words.min(500) + wish.words.saturating_sub(500) / 2;
        let events = incident.events.len();
        let (all, entries, actions) = match wish.tone {
            Tone::Off => (0, 0, 0),
            Tone::Dry => (2, 1, 1),
            Tone::Wry => (words.div_ceil(77).clamp(2, 14), (events * 2).div_ceil(5), 2),
            Tone::Playful => (words.div_ceil(62).clamp(3, 18), events.div_ceil(2), 3),
        };
        Room { all, entries, actions, taken: BTreeSet::new() }
    }

    pub(super) fn has(&self, place: Spot) -> bool {
        let free = match place {
            Spot::Entry(at) => self.entries > 0 && !self.is_third_running(at),
            _ => self.actions > 0,
        };
        self.all > 0 && free
    }

    /// Restraint: lines without a joke make the others land.
    fn is_third_running(&self, at: usize) -> bool {
        let taken = |at: Option<usize>| at.is_some_and(|at| self.taken.contains(&at));
        let (one, two) = (at.checked_sub(1), at.checked_sub(2));
        let before = taken(one) && taken(two);
        let between = taken(one) && taken(Some(at + 1));
        before || between || taken(Some(at + 1)) && taken(Some(at + 2))
    }

    pub(super) fn take(&mut self, place: Spot) {
        self.all -= 1;
        match place {
            Spot::Entry(at) => {
                self.entries -= 1;
                self.taken.insert(at);
            }
            _ => self.actions -= 1,
        }
    }
}
