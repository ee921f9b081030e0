//! The choice of quips for a report: the most specific first, one theme, no quip twice, no device
//! twice running.
//!
//! Each place rolls its own dice, from the seed and its own text, so that an edit to one entry
//! leaves the others' jokes alone.

use super::excerpt::{Heard, is_question, is_serious};
use super::fill::{Facts, filled};
use super::library::Library;
use super::quip::{Device, Home, Part, Quip, Slot};
use super::tone::Tone;
use super::topics;
use crate::dice::{self, Dice};
use crate::incident::{Action, Event, Incident};
use std::collections::BTreeSet;

/// Why a quip was chosen, the best reason last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It fits any entry of its kind.
    Kind,
    /// It belongs to the image of the report.
    Theme,
    /// It belongs to what the incident is about.
    Topic,
    /// It plays on words of its own place.
    Words,
}

/// A place in a report that may get a quip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Above the plain title.
    Title,
    /// Behind the name of a section.
    Heading(Part),
    /// Behind an entry of the timeline, by its number.
    Entry(usize),
    /// Behind a measure, by its number.
    Action(usize),
    /// Below the picture of the timeline.
    Caption,
    /// At the very end.
    SignOff,
}

/// A quip in its place, filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    /// Where.
    pub place: Place,
    /// Which one; a sign-off has its title's.
    pub id: String,
    /// What it says.
    pub text: String,
    /// Why it was chosen.
    pub fit: Fit,
}

/// How a report is to be told.
#[derive(Debug, Clone, Copy)]
pub struct Wish {
    /// How much humour.
    pub tone: Tone,
    /// Where the dice begin; without it with the report's title.
    pub seed: Option<u64>,
}

/// What was chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hand {
    /// The image that runs through it.
    pub theme: Option<String>,
    /// What the incident was taken to be about, best first.
    pub topics: Vec<String>,
    /// The quips, in the order of the report.
    pub picks: Vec<Pick>,
}

/// How many places there are for each quip.
struct Density {
    /// One in so many entries.
    entries: usize,
    /// At most so many entries.
    most_entries: usize,
    /// One in so many measures, and at most so many.
    actions: usize,
    most_actions: usize,
    /// The sections whose names get one, in this order.
    parts: &'static [Part],
    /// Caption and sign-off.
    frame: bool,
}

impl Density {
    fn of(tone: Tone) -> Option<Density> {
        match tone {
            Tone::Off => None,
            Tone::Dry => Some(Density {
                entries: 3,
                most_entries: 1,
                actions: 3,
                most_actions: 1,
                parts: &[],
                frame: false,
            }),
            Tone::Wry => Some(Density {
                entries: 3,
                most_entries: usize::MAX,
                actions: 3,
                most_actions: 2,
                parts: &[Part::Timeline, Part::Measures],
                frame: true,
            }),
            Tone::Playful => Some(Density {
                entries: 2,
                most_entries: usize::MAX,
                actions: 2,
                most_actions: 4,
                parts: &[
                    Part::Timeline,
                    Part::Measures,
                    Part::Cause,
                    Part::Resolution,
                ],
                frame: true,
            }),
        }
    }
}

/// Chooses the quips of a report.
pub fn deal(library: &Library, incident: &Incident, wish: Wish) -> Hand {
    let Some(density) = Density::of(wish.tone) else {
        return Hand::default();
    };
    let mut dealer = Dealer::new(library, incident, wish);
    dealer.title();
    dealer.entries(&density);
    dealer.actions(&density);
    dealer.headings(&density);
    if density.frame {
        dealer.caption();
    }
    dealer.finished()
}

struct Dealer<'a> {
    library: &'a Library,
    incident: &'a Incident,
    facts: Facts,
    tone: Tone,
    seed: u64,
    topics: Vec<String>,
    theme: Option<String>,
    used: BTreeSet<&'a str>,
    last: Option<Device>,
    picks: Vec<Pick>,
}

/// A quip that could stand in a place.
struct Card<'a> {
    quip: &'a Quip,
    text: String,
    fit: Fit,
}

impl<'a> Dealer<'a> {
    fn new(library: &'a Library, incident: &'a Incident, wish: Wish) -> Dealer<'a> {
        let seed = wish
            .seed
            .unwrap_or_else(|| hash(&[incident.title.as_deref().unwrap_or_default()]));
        Dealer {
            library,
            incident,
            facts: Facts::of(incident),
            tone: wish.tone,
            seed,
            topics: topics(library, incident),
            theme: None,
            used: BTreeSet::new(),
            last: None,
            picks: Vec::new(),
        }
    }

    /// The title opens the image; the sign-off comes back to it.
    fn title(&mut self) {
        let told = [
            &self.incident.title,
            &self.incident.root_cause,
            &self.incident.impact,
        ];
        let text = told
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(". ");
        let cards = self.cards(Slot::Title, &Heard::whole(&text), |_| true, None);
        let Some(card) = self.best("title", cards) else {
            return;
        };
        self.theme.clone_from(&card.quip.theme);
        let sign_off = card
            .quip
            .sign_off
            .as_deref()
            .and_then(|text| filled(text, &self.facts, None));
        let id = card.quip.id.clone();
        self.take(Place::Title, card);
        if let Some(text) = sign_off.filter(|_| self.tone > Tone::Dry) {
            self.picks.push(Pick {
                place: Place::SignOff,
                id,
                text,
                fit: Fit::Topic,
            });
        }
    }

    /// Of every few entries the one that a quip fits best.
    fn entries(&mut self, density: &Density) {
        let events = &self.incident.events;
        let mut dealt = Vec::new();
        for (number, window) in events.chunks(density.entries).enumerate() {
            let first = number * density.entries;
            let mut best: Option<(Fit, u64, usize)> = None;
            for (index, event) in window
                .iter()
                .enumerate()
                .filter(|(_, event)| !is_serious(&event.text))
            {
                let cards = self.entry(event);
                let Some(fit) = cards.iter().map(|card| card.fit).max() else {
                    continue;
                };
                let roll = (
                    fit,
                    hash(&["entry", &event.text]) ^ self.seed,
                    first + index,
                );
                best = best.max(Some(roll));
            }
            dealt.extend(best);
        }
        // Where only a few are wanted, those that fit best.
        dealt.sort_by(|one, two| two.0.cmp(&one.0).then(one.2.cmp(&two.2)));
        dealt.truncate(density.most_entries);
        dealt.sort_by_key(|(.., index)| *index);
        for (.., index) in dealt {
            let event = &events[index];
            let cards = self.entry(event);
            if let Some(card) = self.best(&event.text, cards) {
                self.take(Place::Entry(index), card);
            }
        }
    }

    fn entry(&self, event: &'a Event) -> Vec<Card<'a>> {
        self.cards(
            Slot::Entry,
            &Heard::of(&event.text),
            |quip| quip.kinds.contains(&event.certain_kind()),
            Some(event),
        )
    }

    fn actions(&mut self, density: &Density) {
        let actions: Vec<(usize, &Action)> = self
            .incident
            .actions
            .iter()
            .enumerate()
            .filter(|(_, action)| !is_serious(&action.text) && !is_question(&action.text))
            .collect();
        let mut left = density.most_actions;
        for window in actions.chunks(density.actions) {
            for (index, action) in window {
                let cards = self.cards(Slot::Action, &Heard::of(&action.task), |_| true, None);
                if let Some(card) = self.best(&action.task, cards).filter(|_| left > 0) {
                    self.take(Place::Action(*index), card);
                    left -= 1;
                    break;
                }
            }
        }
    }

    fn headings(&mut self, density: &Density) {
        for part in density.parts {
            let cards = self.cards(
                Slot::Heading,
                &Heard::default(),
                |quip| quip.part == Some(*part),
                None,
            );
            if let Some(card) = self.best(&format!("{part:?}"), cards) {
                self.take(Place::Heading(*part), card);
            }
        }
    }

    fn caption(&mut self) {
        let cards = self.cards(Slot::Caption, &Heard::default(), |_| true, None);
        if let Some(card) = self.best("caption", cards) {
            self.take(Place::Caption, card);
        }
    }

    /// Every quip that may stand in a place with these words.
    fn cards(
        &self,
        slot: Slot,
        heard: &Heard,
        fits: impl Fn(&Quip) -> bool,
        event: Option<&Event>,
    ) -> Vec<Card<'a>> {
        let mut out = Vec::new();
        for quip in self
            .library
            .quips
            .iter()
            .filter(|quip| quip.slot == slot && quip.tones.contains(&self.tone) && fits(quip))
        {
            let in_image = slot == Slot::Title || quip.theme.is_none() || quip.theme == self.theme;
            let Some(fit) = self
                .fit(quip)
                .filter(|_| in_image && !self.used.contains(quip.id.as_str()))
            else {
                continue;
            };
            let met = quip.words.is_empty() || heard.last.hold_one(&quip.words);
            // What fits any entry of its kind does not stand behind one that tells much else.
            let is_lost = event.is_some() && quip.words.is_empty() && heard.is_long;
            if !met || is_lost || heard.all.hold_one(&quip.unless) {
                continue;
            }
            let Some(text) = filled(&quip.text, &self.facts, event) else {
                continue;
            };
            let fit = if quip.words.is_empty() {
                fit
            } else {
                Fit::Words
            };
            out.push(Card { quip, text, fit });
        }
        out
    }

    /// How near a quip is to what the report is about; `None` when it is for others.
    fn fit(&self, quip: &Quip) -> Option<Fit> {
        match &quip.home {
            Home::Topic(topic) => self.topics.contains(topic).then_some(Fit::Topic),
            Home::Theme => Some(Fit::Theme),
            Home::Any => Some(Fit::Kind),
        }
    }

    /// One of the best, by the dice of its place; with another device than the last if there is
    /// one. A heading and a caption stand apart from the lines beside which they are dealt.
    fn best(&self, key: &str, mut cards: Vec<Card<'a>>) -> Option<Card<'a>> {
        let top = cards.iter().map(|card| self.rank(card)).max()?;
        let again =
            |card: &Card<'_>| Some(card.quip.device) == self.last && !is_apart(card.quip.slot);
        Dice::new(hash(&[key]) ^ self.seed).shuffle(&mut cards);
        cards.retain(|card| self.rank(card) == top || !again(card));
        cards.sort_by_key(|card| (again(card), std::cmp::Reverse(self.rank(card))));
        cards.into_iter().next().filter(|card| !again(card))
    }

    /// Its fit; of two the one that is at home in the topic, then the one in the image. A heading
    /// or a caption plays on nothing of its own: there the image counts alone, so that reports on
    /// one topic do not share them.
    fn rank(&self, card: &Card<'_>) -> (Fit, bool, bool) {
        let in_image = card.quip.theme.is_some() && card.quip.theme == self.theme;
        if is_apart(card.quip.slot) {
            return (Fit::Kind, false, in_image);
        }
        (card.fit, matches!(card.quip.home, Home::Topic(_)), in_image)
    }

    fn take(&mut self, place: Place, card: Card<'a>) {
        self.used.insert(&card.quip.id);
        if !is_apart(card.quip.slot) {
            self.last = Some(card.quip.device);
        }
        self.picks.push(Pick {
            place,
            id: card.quip.id.clone(),
            text: card.text,
            fit: card.fit,
        });
    }

    /// The picks in the order of the report.
    fn finished(mut self) -> Hand {
        self.picks.sort_by_key(|pick| pick.place);
        Hand {
            theme: self.theme,
            topics: self.topics,
            picks: self.picks,
        }
    }
}

/// What gives way last where words are short: title and sign-off first, then the entries by their
/// fit, then the rest.
pub fn weight(pick: &Pick) -> impl Ord + use<> {
    let rank = match pick.place {
        Place::Title => 0,
        Place::SignOff => 1,
        Place::Entry(_) => 2,
        Place::Heading(_) => 3,
        Place::Action(_) => 4,
        Place::Caption => 5,
    };
    (rank, std::cmp::Reverse(pick.fit), pick.place)
}

/// Whether it plays on nothing of its own.
fn is_apart(slot: Slot) -> bool {
    matches!(slot, Slot::Heading | Slot::Caption)
}

/// A place's own number, from the texts that make it what it is.
fn hash(parts: &[&str]) -> u64 {
    dice::hash(parts.iter().flat_map(|part| part.bytes().chain([0])))
}
