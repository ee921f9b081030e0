//! The frame of a report: its title and its end, and the image of a playful telling.

use super::{Dealer, Fit, Pick, hash, title};
use crate::dice::Dice;
use crate::spice::excerpt::Heard;
use crate::spice::library::Deck;
use crate::spice::moment::{MomentKind, Recognised};
use crate::spice::nouns::{Nouns, blanks, filled};
use crate::spice::place::Spot;
use crate::spice::quip::{Analogy, Conditions, Headline, Quip};
use crate::spice::tone::Tone;
use crate::words;
use crate::words::matching::Words;
use std::collections::BTreeSet;

impl Dealer<'_> {
    /// The image that carries a playful telling, when enough of its lines find a place; one telling
    /// in three does without, so that an image is not met wherever its cause is.
    pub(super) fn image<'l>(&self, lines: &Deck<'l>) -> Option<&'l Analogy> {
        const ENOUGH: usize = 2;
        const WITHOUT: u64 = 3;
        let about = self.about();
        let rolled = hash(&["image", &about]) ^ self.seed;
        let carried = self.wish.tone == Tone::Playful && !rolled.is_multiple_of(WITHOUT);
        let culprit = self.tale.culprits.first().filter(|_| carried)?;
        let heard = Heard::whole(&about);
        let moments: BTreeSet<MomentKind> = self
            .tale
            .entries
            .iter()
            .chain(&self.tale.actions)
            .flatten()
            .map(|one| one.moment)
            .collect();
        let fits = |image: &&Analogy| {
            let placed = image
                .lines
                .iter()
                .filter(|turn| turn.at.iter().any(|moment| moments.contains(moment)));
            image.culprit.contains(&culprit.id)
                && (image.words.is_empty() || heard.last.hold_one(&image.words))
                && !heard.all.hold_one(&image.unless)
                && filled(&image.title, &self.tale.nouns, true).is_some()
                && placed.count() >= ENOUGH
        };
        let mut images: Vec<&Analogy> = lines.analogies().into_iter().filter(fits).collect();
        Dice::new(hash(&["image"]) ^ self.seed).shuffle(&mut images);
        images.into_iter().next()
    }

    /// Title and cause.
    fn about(&self) -> String {
        let told = [self.incident.title.as_deref(), self.incident.root_cause.as_deref()];
        told.into_iter().flatten().collect::<Vec<_>>().join(". ")
    }

    /// The title that says this incident best, and an end that belongs to it.
    pub(super) fn title(&mut self, lines: &Deck<'_>) {
        let about = self.about();
        let heard = Heard::whole(&about);
        let mut cards: Vec<(u32, &Headline, String, Nouns)> = Vec::new();
        for headline in lines.titles() {
            let needs = &headline.conditions;
            if self.is_beside_itself(headline) {
                continue;
            }
            let suspects = self.tale.suspects.iter().map(|one| (one.suspect, &one.nouns));
            let whole = Nouns::default();
            let of = suspects.chain([(None, &whole)]);
            let fitting = of
                .filter(|(suspect, _)| suspect.is_some() != needs.suspect.is_empty())
                .filter(|(suspect, _)| self.holds(needs, &heard, *suspect));
            for (_, nouns) in fitting {
                let nouns = nouns.with(&self.tale.nouns);
                if let Some(text) = filled(&headline.text, &nouns, true)
                    && text.chars().count() <= title::LONGEST
                    && (text != headline.text || self.is_heard(&about, &headline.id))
                {
                    let score = title::score(headline, &text, &about);
                    cards.push((score, headline, text, nouns));
                }
            }
        }
        let best = cards.iter().map(|card| card.0).max().unwrap_or(0);
        cards.retain(|card| card.0 + title::BAND >= best);
        Dice::new(hash(&["title", &about]) ^ self.seed).shuffle(&mut cards);
        let Some((_, headline, text, nouns)) = cards.into_iter().next() else {
            return;
        };
        let mut ends: Vec<String> = headline
            .sign_off
            .iter()
            .filter_map(|end| filled(end, &nouns, false))
            .filter(|end| !repeats(end, &text))
            .collect();
        Dice::new(hash(&["end", &about]) ^ self.seed).shuffle(&mut ends);
        let id = headline.id.clone();
        self.frame(&id, Some(&text), ends.first());
    }

    /// A plain picture of the cause, for those who are no engineers, and the end that comes back to
    /// it. An image that runs through the report is one already.
    pub(super) fn picture(&mut self, quips: &[&Quip]) {
        let culprit = self.tale.culprits.first();
        let Some(culprit) = culprit.filter(|_| self.wish.tone > Tone::Dry) else {
            return;
        };
        // A picture of the lesser cause would be one of another incident.
        let own: Vec<&Quip> = quips
            .iter()
            .copied()
            .filter(|quip| quip.conditions.culprit.contains(&culprit.id))
            .filter(|quip| self.picture_at(&quip.conditions).is_some())
            .collect();
        let about = self.about();
        let whole =
            Recognised { moment: MomentKind::CauseTold, suspect: None, nouns: Nouns::default() };
        let cards = self.cards(&Heard::whole(&about), &[whole], &own, None);
        let Some(card) = self.best(&about, cards) else {
            return;
        };
        let Some(quip) = own.iter().find(|quip| quip.id == card.id) else {
            return;
        };
        let Some(place) = self.picture_at(&quip.conditions) else {
            return;
        };
        if let Some(end) = quip.sign_off.clone() {
            self.picks.retain(|pick| pick.place != Spot::SignOff);
            self.picks.push(Pick {
                place: Spot::SignOff,
                id: card.id.clone(),
                text: end,
                fit: card.fit,
            });
        }
        self.picks.push(Pick { place, id: card.id, text: card.text, fit: card.fit });
    }

    /// The first of the places that tell what a picture is of, by most of its words.
    fn picture_at(&self, needs: &Conditions) -> Option<Spot> {
        let told = self.wish.causes.iter().map(|(place, text)| {
            let words = Words::of(text);
            let held = [&needs.cause, &needs.words].map(|all| words.hold_one(all));
            (*place, held.iter().filter(|held| **held).count())
        });
        let most = told.clone().map(|(_, held)| held).max()?;
        let bare = needs.cause.is_empty() && needs.words.is_empty();
        let mut best = told.filter(|(_, held)| *held == most && (*held > 0 || bare));
        best.next().map(|(place, _)| place)
    }

    /// True if a title on the culprit would set it beside itself, as what was down: "Firewall Keeps
    /// the Firewall Safe".
    fn is_beside_itself(&self, headline: &Headline) -> bool {
        let culprit = self.tale.culprits.first();
        let Some(noun) = culprit.and_then(|culprit| culprit.noun.as_deref()) else {
            return false;
        };
        let own = noun.strip_prefix("the ").unwrap_or(noun);
        let is_named = headline.text.to_lowercase().contains(own);
        let is_down = |noun: &str| self.tale.nouns.get(noun).is_some_and(|it| it.ends_with(own));
        !headline.conditions.culprit.is_empty()
            && blanks(&headline.text).iter().any(|blank| {
                let beside = blank.noun() == "service" || blank.noun() == "subject" && is_named;
                beside && is_down(blank.noun())
            })
    }

    /// Title and end.
    pub(super) fn frame(&mut self, id: &str, title: Option<&String>, end: Option<&String>) {
        let end = end.filter(|_| self.wish.tone > Tone::Dry);
        let frame = [(Spot::Title, title, true), (Spot::SignOff, end, false)];
        for (place, text, is_title) in frame {
            let text = text.and_then(|text| filled(text, &self.tale.nouns, is_title));
            if let Some(text) = text {
                self.picks.push(Pick { place, id: id.to_string(), text, fit: Fit::Topic });
            }
        }
    }

    /// True if the dice let a title that holds no noun of the report stand.
    fn is_heard(&self, about: &str, id: &str) -> bool {
        (hash(&[about, id]) ^ self.seed).is_multiple_of(title::ONE_IN)
    }
}

/// True if an end only says again what the title has said.
fn repeats(end: &str, title: &str) -> bool {
    const BEGINNING: usize = 4;
    const SAID: usize = 2;
    let beginnings = |text: &str| -> BTreeSet<String> {
        let names = words::words(text).map(|(word, _)| word);
        let long = names.filter(|word| word.chars().count() >= BEGINNING);
        long.map(|word| word.chars().take(BEGINNING).collect()).collect()
    };
    beginnings(end).intersection(&beginnings(title)).count() >= SAID
}
