//! The choice of lines for a report: the surest and most particular first, then silence.
//!
//! Each place rolls its own dice, from the seed and its own text, so that an edit to one entry
//! leaves the others' jokes alone.

mod frame;
mod room;
mod title;

pub use title::shares_a_word;

use super::excerpt::{Heard, is_question, is_serious};
use super::library::Library;
use super::moment::{MomentKind, Recognised, Tale};
use super::nouns::{Nouns, blanks, filled};
use super::place::Spot;
use super::quip::{Analogy, Conditions, Quip};
use super::tone::Tone;
use super::topics::culprits;
use crate::dice::{self, Dice};
use crate::incident::Incident;
use room::{Room, Used};
use std::cmp::Reverse;

/// Why a line was chosen, the best reason last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It fits any such moment.
    Anywhere,
    /// It plays on words or nouns of its own place.
    Words,
    /// It belongs to the image of the report.
    Image,
    /// It plays on the cause.
    Topic,
    /// It plays on a suspect and the culprit.
    Pair,
    /// The report is read against itself.
    Irony,
}

/// A line in its place, filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    /// Where.
    pub place: Spot,
    /// Which one; a sign-off has its title's.
    pub id: String,
    /// Its words.
    pub text: String,
    /// Why it was chosen.
    pub fit: Fit,
}

/// Settings for the telling of a report.
#[derive(Debug, Clone, Copy)]
pub struct Wish<'a> {
    /// The amount of humour.
    pub tone: Tone,
    /// Where the dice begin; without it with the report's title.
    pub seed: Option<u64>,
    /// The number of words in the report: the longer, the more lines.
    pub words: usize,
    /// The places where the report explains its cause, with what stands there, for a picture of it:
    /// further up that would be a riddle.
    pub causes: &'a [(Spot, &'a str)],
}

/// The lines that were chosen, with their image and their topics.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// The image that runs through it.
    pub theme: Option<String>,
    /// The topics that the incident was taken to be about, best first.
    pub topics: Vec<String>,
    /// The lines, in the order of the report.
    pub picks: Vec<Pick>,
}

/// Chooses the lines of a report.
pub fn deal(library: &Library, incident: &Incident, wish: Wish<'_>) -> Selection {
    if wish.tone == Tone::Off {
        return Selection::default();
    }
    let culprits = culprits(library, incident);
    let lines = library.lines(Some(&culprits));
    let mut dealer = Dealer {
        incident,
        tale: Tale::of(incident, culprits),
        wish,
        seed: wish.seed.unwrap_or_else(|| hash(&[incident.title.as_deref().unwrap_or_default()])),
        picks: Vec::new(),
    };
    let image = dealer.image(&lines);
    match image {
        Some(image) => dealer.frame(&image.id, Some(&image.title), Some(&image.sign_off)),
        None => {
            dealer.title(&lines);
            dealer.picture(&lines.quips());
        }
    }
    dealer.places(&lines.quips(), image);
    dealer.picks.sort_by_key(|pick| pick.place);
    Selection {
        theme: image.map(|image| image.image.clone()),
        topics: dealer.tale.culprits.into_iter().map(|culprit| culprit.id).collect(),
        picks: dealer.picks,
    }
}

struct Dealer<'a> {
    incident: &'a Incident,
    tale: Tale,
    wish: Wish<'a>,
    seed: u64,
    picks: Vec<Pick>,
}

/// A line that could stand in a place.
#[derive(Debug, Clone)]
struct Card {
    id: String,
    text: String,
    moment: MomentKind,
    suspect: Option<&'static str>,
    fit: Fit,
    score: u32,
}

/// A place with all that could stand there.
struct Contest {
    place: Spot,
    text: String,
    cards: Vec<Card>,
}

/// Deck that are less particular by so much are as good, for the sake of variety.
const BAND: u32 = 2;

/// Deck that are no more particular than this could stand in many reports, and one in so many of
/// them does.
const ANYWHERE: u32 = 1;
const ONE_IN: u64 = 3;

impl<'a> Dealer<'a> {
    /// Every entry and measure, the surest and most particular lines first, until there are
    /// enough.
    fn places(&mut self, quips: &[&Quip], image: Option<&Analogy>) {
        let mut choices: Vec<Contest> = self.choices(quips, image);
        let score = |choice: &Contest| choice.cards.iter().map(|card| card.score).max();
        choices.sort_by_key(|choice| {
            (Reverse(score(choice)), hash(&[&choice.text]) ^ self.seed, choice.place)
        });
        let mut room = Room::new(self.wish, self.incident);
        let mut used = Used::default();
        for mut choice in choices {
            let has_one = self.picks.iter().any(|pick| pick.place == choice.place);
            if has_one || !room.has(choice.place) {
                continue;
            }
            choice.cards.retain(|card| !used.holds(choice.place, card));
            if let Some(card) = self.best(&choice.text, choice.cards) {
                room.take(choice.place);
                used.put(&card);
                self.picks.push(Pick {
                    place: choice.place,
                    id: card.id,
                    text: card.text,
                    fit: card.fit,
                });
            }
        }
    }

    fn choices(&self, quips: &[&Quip], image: Option<&Analogy>) -> Vec<Contest> {
        let events = self.incident.events.iter().zip(&self.tale.entries).enumerate();
        let entries = events
            .filter(|(_, (event, _))| !is_serious(&event.text))
            .map(|(at, (event, moments))| (Spot::Entry(at), &event.text, moments));
        let tasks = self.incident.actions.iter().zip(&self.tale.actions).enumerate();
        let actions = tasks
            .filter(|(_, (task, _))| !is_serious(&task.text) && !is_question(&task.text))
            .map(|(at, (task, moments))| (Spot::Action(at), &task.task, moments));
        let choice = |(place, text, moments): (Spot, &String, &Vec<Recognised>)| Contest {
            place,
            text: text.clone(),
            cards: self.cards(&Heard::of(text), moments, quips, image),
        };
        entries
            .chain(actions)
            .map(choice)
            .map(|choice| self.with_silence(choice))
            .filter(|choice| !choice.cards.is_empty())
            .collect()
    }

    /// Lets a line that would fit any such moment be heard now and then, so that it is not heard
    /// everywhere.
    fn with_silence(&self, mut choice: Contest) -> Contest {
        let text = choice.text.clone();
        choice.cards.retain(|card| {
            card.score > ANYWHERE || (hash(&[&text, &card.id]) ^ self.seed).is_multiple_of(ONE_IN)
        });
        choice
    }

    /// Every line that may stand in a place with these words and moments.
    fn cards(
        &self,
        heard: &Heard,
        moments: &[Recognised],
        quips: &[&Quip],
        image: Option<&Analogy>,
    ) -> Vec<Card> {
        let mut out = Vec::new();
        for one in moments {
            let nouns = one.nouns.with(&self.tale.nouns);
            let fitting = quips.iter().filter(|quip| {
                quip.at.contains(&one.moment) && self.holds(&quip.conditions, heard, one.suspect)
            });
            out.extend(fitting.filter_map(|quip| self.card(quip, one, &nouns)));
            let turns = image
                .into_iter()
                .flat_map(|image| image.lines.iter().enumerate().map(move |turn| (image, turn)));
            let turns = turns.filter(|(_, (_, turn))| turn.at.contains(&one.moment));
            out.extend(turns.filter_map(|(image, (number, turn))| {
                Some(Card {
                    id: format!("{}.{}", image.id, number + 1),
                    text: filled(&turn.text, &nouns, false)?,
                    moment: one.moment,
                    suspect: None,
                    fit: Fit::Image,
                    score: IN_THE_IMAGE,
                })
            }));
        }
        out
    }

    fn card(&self, quip: &Quip, one: &Recognised, nouns: &Nouns) -> Option<Card> {
        let text = filled(&quip.text, nouns, false)?;
        let (fit, score) = particular(&quip.conditions, &quip.text, one.moment);
        Some(Card {
            id: quip.id.clone(),
            text,
            moment: one.moment,
            suspect: one.suspect,
            fit,
            score,
        })
    }

    /// True if all that a line needs is there.
    fn holds(&self, needs: &Conditions, heard: &Heard, suspect: Option<&str>) -> bool {
        let culprit = |id: &String| self.tale.culprits.iter().any(|culprit| culprit.id == *id);
        needs.tones.contains(&self.wish.tone)
            && (needs.culprit.is_empty() || needs.culprit.iter().any(culprit))
            && (needs.suspect.is_empty()
                || suspect.is_some_and(|suspect| needs.suspect.iter().any(|id| id == suspect)))
            && needs.when.iter().all(|fact| self.tale.circumstances.contains(fact))
            && (needs.words.is_empty() || heard.last.hold_one(&needs.words))
            && !heard.all.hold_one(&needs.unless)
            && (needs.cause.is_empty() || self.tale.cause.hold_one(&needs.cause))
            && !self.tale.cause.hold_one(&needs.cause_unless)
    }

    /// One of the most particular, by the dice of its place.
    fn best(&self, key: &str, mut cards: Vec<Card>) -> Option<Card> {
        let top = cards.iter().map(|card| card.score).max()?;
        cards.retain(|card| card.score + BAND >= top);
        Dice::new(hash(&[key]) ^ self.seed).shuffle(&mut cards);
        cards.into_iter().next()
    }
}

/// Where the image of a report stands among the reasons.
const IN_THE_IMAGE: u32 = 20;

/// A score for how particular a line is, and in one word the reason: a line that plays on the words
/// of its own place can be as much to the point as one written by hand, so it counts for more than
/// suspect and culprit.
fn particular(needs: &Conditions, text: &str, moment: MomentKind) -> (Fit, u32) {
    let nouns = !blanks(text).is_empty();
    // A picture plays on the words of the cause, wherever the report tells it.
    let cause = if moment == MomentKind::CauseTold { 8 } else { 1 };
    let parts = [
        (moment.is_computed(), 10),
        (!needs.words.is_empty(), 8),
        (!needs.culprit.is_empty(), 4),
        (!needs.suspect.is_empty(), 3),
        (!needs.cause.is_empty(), cause),
        (!needs.when.is_empty(), 1),
        (nouns, 1),
    ];
    let score = parts.iter().filter(|(holds, _)| *holds).map(|(_, worth)| worth).sum();
    let fit = if moment.is_computed() {
        Fit::Irony
    } else if !needs.culprit.is_empty() && !needs.suspect.is_empty() {
        Fit::Pair
    } else if !needs.culprit.is_empty() {
        Fit::Topic
    } else if nouns || !needs.words.is_empty() || !needs.suspect.is_empty() {
        Fit::Words
    } else {
        Fit::Anywhere
    };
    (fit, score)
}

/// The order in which lines are kept where words are short: title and sign-off first, then the
/// entries by their fit, then the rest.
pub fn weight(pick: &Pick) -> impl Ord + use<> {
    let rank = match pick.place {
        Spot::Title => 0,
        Spot::SignOff => 1,
        Spot::Entry(_) => 2,
        Spot::Heading(_) | Spot::Prose(_) => 3,
        Spot::Action(_) => 4,
    };
    (rank, Reverse(pick.fit), pick.place)
}

/// A place's own number, from the texts that make it what it is.
fn hash(parts: &[&str]) -> u64 {
    dice::hash(parts.iter().flat_map(|part| part.bytes().chain([0])))
}
