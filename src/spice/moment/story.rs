//! A whole report as moments: those that its entries tell by themselves, and those that come of
//! reading it against itself.

use super::entry;
use super::phrases::one_of;
use super::suspect::{Said, first_named, said, tells_of_suspicion};
use super::{Circumstance, MomentKind, Thing, action};
use crate::incident::{Event, Incident, Kind};
use crate::spice::excerpt::Heard;
use crate::spice::nouns::{Nouns, clock, counted, in_words, joined};
use crate::spice::topics::Culprit;
use crate::words::matching::Words;
use std::collections::BTreeSet;

/// A moment that was recognised in a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognised {
    /// Which.
    pub moment: MomentKind,
    /// The thing that is suspected in it.
    pub suspect: Option<&'static str>,
    /// The nouns that it gives to fill in.
    pub nouns: Nouns,
}

/// A report as moments.
#[derive(Debug, Clone, Default)]
pub struct Tale {
    /// The culprits, the surest first.
    pub culprits: Vec<Culprit>,
    /// The facts about the whole.
    pub circumstances: BTreeSet<Circumstance>,
    /// The innocent suspects, in the order in which they were named.
    pub suspects: Vec<Recognised>,
    /// The moments of each entry.
    pub entries: Vec<Vec<Recognised>>,
    /// The moments of each measure.
    pub actions: Vec<Vec<Recognised>>,
    /// The nouns that the whole gives to fill in.
    pub nouns: Nouns,
    /// Title, cause and the entries in which it was found.
    pub(in crate::spice) cause: Words,
}

impl Tale {
    /// The tale that a report tells, when these were at fault.
    pub fn of(incident: &Incident, culprits: Vec<Culprit>) -> Tale {
        let mut reader = Reader::new(incident, culprits);
        reader.read_entries();
        reader.compute();
        reader.read_actions();
        reader.find_circumstances();
        let (nouns, suspects) = (reader.nouns(), reader.innocents());
        Tale {
            culprits: reader.culprits,
            circumstances: reader.circumstances,
            suspects,
            entries: reader.entries,
            actions: reader.actions,
            nouns,
            cause: reader.cause,
        }
    }
}

/// Phrases with which the last entry names the cause in passing.
const NAMES_THE_CAUSE: &str = "as the root cause, as the cause, to be the root cause, to be the \
    cause";

/// An entry that says too much is about no one thing.
const TOO_LONG: usize = 320;

pub(super) struct Reader<'a> {
    pub(super) incident: &'a Incident,
    pub(super) culprits: Vec<Culprit>,
    /// Title, cause and the entries in which it was found.
    pub(super) cause: Words,
    /// The words that can be heard of each entry.
    pub(super) heard: Vec<Words>,
    pub(super) said: Vec<Option<Said>>,
    pub(super) entries: Vec<Vec<Recognised>>,
    actions: Vec<Vec<Recognised>>,
    pub(super) circumstances: BTreeSet<Circumstance>,
    /// Innocent suspects, each with the entry that named it first.
    pub(super) wrong: Vec<(usize, &'static Thing)>,
}

impl<'a> Reader<'a> {
    fn new(incident: &'a Incident, culprits: Vec<Culprit>) -> Reader<'a> {
        let found = incident
            .events
            .iter()
            .filter(|event| {
                event.certain_kind() == Kind::CauseFound
                    || event.certain_kind() == Kind::Resolved
                        && one_of(&Words::of(&event.text), NAMES_THE_CAUSE)
            })
            .map(|event| event.text.as_str());
        let told = [incident.title.as_deref(), incident.root_cause.as_deref()];
        let cause: Vec<&str> = told.into_iter().flatten().chain(found).collect();
        let heard = |event: &Event| match event.text.len() > TOO_LONG {
            true => Words::default(),
            false => Heard::of(&event.text).last,
        };
        let heard: Vec<Words> = incident.events.iter().map(heard).collect();
        Reader {
            incident,
            culprits,
            cause: Words::of(&cause.join(". ")),
            said: heard.iter().map(|_| None).collect(),
            entries: vec![Vec::new(); heard.len()],
            heard,
            actions: Vec::new(),
            circumstances: BTreeSet::new(),
            wrong: Vec::new(),
        }
    }

    pub(super) fn events(&self) -> &'a [Event] {
        &self.incident.events
    }

    pub(super) fn kind(&self, at: usize) -> Kind {
        self.events()[at].certain_kind()
    }

    pub(super) fn put(
        &mut self,
        at: usize,
        moment: MomentKind,
        suspect: Option<&'static Thing>,
        nouns: Nouns,
    ) {
        let mut nouns = nouns;
        if let Some(thing) = suspect {
            nouns.put("suspect", thing.noun);
        }
        self.entries[at].push(Recognised {
            moment,
            suspect: suspect.map(|thing| thing.suspect),
            nouns,
        });
    }

    /// The first entry at which a moment was recognised.
    pub(super) fn first(&self, moment: MomentKind) -> Option<usize> {
        self.entries.iter().position(|all| has(all, moment))
    }

    /// Each entry by itself.
    fn read_entries(&mut self) {
        for at in 0..self.heard.len() {
            let event = &self.events()[at];
            for moment in entry::moments(event, &self.heard[at]) {
                self.put(at, moment, None, Nouns::of_event(event));
            }
            self.suspicion(at);
        }
    }

    fn suspicion(&mut self, at: usize) {
        let searching =
            matches!(self.kind(at), Kind::Hypothesis | Kind::DeadEnd | Kind::Investigating);
        let text = &self.events()[at].text;
        let Some(mut said) = said(text).filter(|_| searching && text.len() <= TOO_LONG) else {
            return;
        };
        if let (Said::Checked(thing), Kind::Hypothesis | Kind::DeadEnd) = (said, self.kind(at)) {
            said = Said::Suspected(thing);
        }
        self.said[at] = Some(said);
        let event = &self.events()[at];
        let nouns = Nouns::of_event(event);
        match said {
            Said::Cleared(thing) if self.is_culprit(thing) => {
                if self.is_named_in_the_cause(thing) && !self.is_behind_another(thing) {
                    self.put(at, MomentKind::CulpritCleared, Some(thing), nouns);
                }
            }
            Said::Cleared(thing) => {
                self.put(at, MomentKind::SuspectCleared, Some(thing), nouns);
                if tells_of_suspicion(text) {
                    self.blame(at, thing);
                }
            }
            Said::Suspected(thing) | Said::Checked(thing) => {
                self.put(at, MomentKind::SuspectNamed, Some(thing), nouns.clone());
                if self.is_culprit(thing) && self.kind(at) != Kind::DeadEnd {
                    self.put(at, MomentKind::SuspectRight, Some(thing), nouns);
                } else if self.is_innocent(at, thing) && !self.is_found_before(at) {
                    self.put(at, MomentKind::SuspectWrong, Some(thing), nouns);
                    if matches!(said, Said::Suspected(_)) {
                        self.blame(at, thing);
                    }
                }
            }
        }
    }

    pub(super) fn is_culprit(&self, thing: &Thing) -> bool {
        self.culprits.first().is_some_and(|culprit| thing.is(&culprit.id))
    }

    fn is_named_in_the_cause(&self, thing: &Thing) -> bool {
        thing.is_named_in(&self.cause)
    }

    /// True if the stated cause begins with another thing, which only reached this one: what is
    /// cleared then stays cleared.
    fn is_behind_another(&self, thing: &Thing) -> bool {
        let stated = Words::of(self.incident.root_cause.as_deref().unwrap_or_default());
        first_named(&stated).is_some_and(|first| first.suspect != thing.suspect)
    }

    /// True if the cause was something else, and nothing that has to do with this.
    fn is_innocent(&self, at: usize, thing: &Thing) -> bool {
        let near = self.culprits.iter().any(|culprit| thing.is_near(&culprit.id));
        let is = self.culprits.iter().any(|culprit| thing.is(&culprit.id));
        let known = !self.culprits.is_empty() && !is && !self.is_named_in_the_cause(thing);
        known && (!near || self.kind(at) == Kind::DeadEnd)
    }

    fn blame(&mut self, at: usize, thing: &'static Thing) {
        let known = self.wrong.iter().any(|wrong| wrong.1.suspect == thing.suspect);
        if !known && self.is_innocent(at, thing) && !self.is_found_before(at) {
            self.wrong.push((at, thing));
        }
    }

    /// True if an earlier entry found the cause: who is looked at then is no suspect.
    fn is_found_before(&self, at: usize) -> bool {
        self.first(MomentKind::CauseFound).is_some_and(|found| found < at)
    }

    /// The entry in which the suspicion of a thing ends, before the cause is found: it is cleared,
    /// or a dead end.
    pub(super) fn cleared(&self, first: usize, thing: &Thing) -> Option<usize> {
        let ends = |at: &usize| match self.said[*at] {
            Some(Said::Cleared(other)) => other.suspect == thing.suspect,
            Some(Said::Suspected(other) | Said::Checked(other)) => {
                other.suspect == thing.suspect && self.kind(*at) == Kind::DeadEnd
            }
            None => false,
        };
        let end = self.first(MomentKind::CauseFound);
        (first..end.unwrap_or(self.said.len())).find(ends)
    }

    /// The time for which a thing was held for the cause, in words: until it was cleared, else
    /// until the cause was found.
    pub(super) fn held(&self, first: usize, thing: &Thing) -> Option<String> {
        let end = self.cleared(first, thing);
        let end = end.or_else(|| self.first(MomentKind::CauseFound))?;
        (end > first).then(|| self.between(first, end))?.map(in_words)
    }

    /// From one entry to a later one, where both have a clock and time passes.
    pub(super) fn between(&self, from: usize, to: usize) -> Option<f64> {
        let (one, other) = (&self.events()[from], &self.events()[to]);
        let clocks = one.at.clock.is_some() && other.at.clock.is_some();
        let minutes = other.minute - one.minute;
        (clocks && !self.incident.times_disagree && minutes >= 1.0).then_some(minutes)
    }

    /// The clock of an earlier entry, and how long ago that was.
    pub(super) fn back_to(&self, from: usize, to: usize) -> Option<Nouns> {
        let minutes = self.between(from, to)?;
        let mut nouns = Nouns::of_event(&self.events()[to]);
        nouns.put("since", in_words(minutes));
        if minutes < 1440.0 {
            nouns.put("earlier", clock(&self.events()[from])?);
        }
        Some(nouns)
    }

    fn read_actions(&mut self) {
        let mut earlier = Vec::new();
        for task in self.incident.actions.iter().map(|action| &action.task) {
            let words = match task.len() > TOO_LONG {
                true => Words::default(),
                false => Words::of(task),
            };
            let plain = |moment| Recognised { moment, suspect: None, nouns: Nouns::default() };
            let mut all = Vec::new();
            // Of what is measured and what is told of it, each is a measure.
            let (matter, kind) = (action::matter(task), action::moment(&words));
            if earlier.iter().any(|(other, its)| *its == kind && action::same(other, &matter)) {
                all.push(plain(MomentKind::DoTwice));
            }
            earlier.push((matter, kind));
            let innocent = self.wrong.iter().map(|wrong| wrong.1);
            let helped = |thing: &&'static Thing| {
                thing.suspect != "ddos"
                    && thing.is_named_in(&words)
                    && one_of(&words, IMPROVES)
                    && !one_of(&words, "not, instead of, load balancer*")
            };
            if let Some(thing) = innocent.into_iter().find(helped) {
                let mut nouns = Nouns::default();
                nouns.put("suspect", thing.noun);
                all.push(Recognised {
                    moment: MomentKind::DoForSuspect,
                    suspect: Some(thing.suspect),
                    nouns,
                });
            }
            all.extend(kind.map(plain));
            self.actions.push(all);
        }
    }

    /// Each innocent suspect, with how long it was held for the cause.
    fn innocents(&self) -> Vec<Recognised> {
        let innocent = |(first, thing): &(usize, &'static Thing)| {
            let mut nouns = Nouns::default();
            nouns.put("suspect", thing.noun);
            nouns.put_some("blamed", self.held(*first, thing));
            Recognised { moment: MomentKind::SuspectWrong, suspect: Some(thing.suspect), nouns }
        };
        self.wrong.iter().map(innocent).collect()
    }

    /// The nouns that the whole report gives to fill in.
    fn nouns(&self) -> Nouns {
        let mut nouns = Nouns::of_incident(self.incident);
        if let Some(culprit) = self.culprits.first() {
            nouns.put_some("culprit", culprit.noun.clone());
        }
        match self.wrong[..] {
            [(_, thing)] => nouns.put("suspect", thing.noun),
            [_, _, ..] => put_suspects(&mut nouns, &self.wrong),
            [] => {}
        }
        if let Some((search, fixing)) = self.search_and_fixing() {
            nouns.put("search", in_words(search));
            nouns.put("fixing", in_words(fixing));
        }
        let late = self.entries.iter().flatten();
        let mut late = late.filter(|one| one.moment == MomentKind::UsersBeforeAlert);
        let lead = late.next().and_then(|one| one.nouns.get("since"));
        nouns.put_some("lead", lead.map(str::to_string));
        nouns
    }
}

/// Work that makes a thing better, or keeps an eye on it.
const IMPROVES: &str = "monitor*, improv*, optimi*, upgrad*, scale, scaling, redundan*, alert*, \
    enhanc*, review*, audit*, increas*, harden*, strengthen*";

pub(super) fn put_suspects(nouns: &mut Nouns, wrong: &[(usize, &'static Thing)]) {
    let names: Vec<&str> = wrong.iter().map(|one| one.1.noun).collect();
    nouns.put("suspects", joined(&names));
    nouns.put_some("n_suspects", counted(names.len()));
    if let [one, other] = names[..] {
        nouns.put("suspects:nor", format!("{one} nor {other}"));
    }
}

/// True if a moment is among them.
pub(super) fn has(all: &[Recognised], moment: MomentKind) -> bool {
    all.iter().any(|one| one.moment == moment)
}
