//! A whole report as moments: those that its entries tell by themselves, and those that come of
//! reading it against itself.

use super::entry::{self, looks_for_the_cause, tells_of_relapse, tells_of_restart};
use super::phrases::one_of;
use super::suspect::{Said, said};
use super::{Circumstance, Moment, Thing, action};
use crate::incident::{Event, Incident, Kind};
use crate::spice::excerpt::Heard;
use crate::spice::nouns::{Nouns, clock, counted, in_words, joined, team};
use crate::spice::topics::Culprit;
use crate::words::matching::Words;
use std::collections::BTreeSet;

/// A moment that was recognised in a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognised {
    /// Which.
    pub moment: Moment,
    /// What is suspected in it.
    pub suspect: Option<&'static str>,
    /// What it gives to fill in.
    pub(crate) nouns: Nouns,
}

/// A report as moments.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tale {
    /// What was at fault, the surest first.
    pub culprits: Vec<Culprit>,
    /// The facts about the whole.
    pub circumstances: BTreeSet<Circumstance>,
    /// The innocent suspects, in the order in which they were named.
    pub suspects: Vec<Recognised>,
    /// The moments of each entry.
    pub entries: Vec<Vec<Recognised>>,
    /// The moments of each measure.
    pub actions: Vec<Vec<Recognised>>,
    /// What the whole gives to fill in.
    pub(crate) nouns: Nouns,
}

impl Tale {
    /// What a report tells, when these were at fault.
    pub fn of(incident: &Incident, culprits: Vec<Culprit>) -> Tale {
        let mut reader = Reader::new(incident, culprits);
        reader.read_entries();
        reader.compute();
        reader.read_actions();
        reader.circumstances();
        let (nouns, suspects) = (reader.nouns(), reader.innocents());
        Tale {
            culprits: reader.culprits,
            circumstances: reader.circumstances,
            suspects,
            entries: reader.entries,
            actions: reader.actions,
            nouns,
        }
    }
}

/// An entry that says too much is about no one thing.
const TOO_LONG: usize = 320;

struct Reader<'a> {
    incident: &'a Incident,
    culprits: Vec<Culprit>,
    /// Title, cause and the entries in which it was found.
    cause: Words,
    /// What can be heard of each entry.
    heard: Vec<Words>,
    said: Vec<Option<Said>>,
    entries: Vec<Vec<Recognised>>,
    actions: Vec<Vec<Recognised>>,
    circumstances: BTreeSet<Circumstance>,
    /// Innocent suspects, each with the entry that named it first.
    wrong: Vec<(usize, &'static Thing)>,
}

impl<'a> Reader<'a> {
    fn new(incident: &'a Incident, culprits: Vec<Culprit>) -> Reader<'a> {
        let found = incident
            .events
            .iter()
            .filter(|event| event.certain_kind() == Kind::CauseFound)
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

    fn events(&self) -> &'a [Event] {
        &self.incident.events
    }

    fn kind(&self, at: usize) -> Kind {
        self.events()[at].certain_kind()
    }

    fn put(&mut self, at: usize, moment: Moment, suspect: Option<&'static Thing>, nouns: Nouns) {
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
    fn first(&self, moment: Moment) -> Option<usize> {
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
        let searching = matches!(
            self.kind(at),
            Kind::Hypothesis | Kind::DeadEnd | Kind::Investigating
        );
        let Some(said) = said(&self.heard[at]).filter(|_| searching) else {
            return;
        };
        self.said[at] = Some(said);
        let event = &self.events()[at];
        let nouns = Nouns::of_event(event);
        match said {
            Said::Cleared(thing) if self.is_culprit(thing) => {
                if self.is_named_in_the_cause(thing) {
                    self.put(at, Moment::CulpritCleared, Some(thing), nouns);
                }
            }
            Said::Cleared(thing) => {
                self.put(at, Moment::SuspectCleared, Some(thing), nouns);
                self.blame(at, thing);
            }
            Said::Suspected(thing) => {
                self.put(at, Moment::SuspectNamed, Some(thing), nouns.clone());
                if self.is_culprit(thing) && self.kind(at) != Kind::DeadEnd {
                    self.put(at, Moment::SuspectRight, Some(thing), nouns);
                } else if self.is_innocent(at, thing) {
                    self.put(at, Moment::SuspectWrong, Some(thing), nouns);
                    self.blame(at, thing);
                }
            }
        }
    }

    fn is_culprit(&self, thing: &Thing) -> bool {
        self.culprits
            .first()
            .is_some_and(|culprit| thing.is(&culprit.id))
    }

    fn is_named_in_the_cause(&self, thing: &Thing) -> bool {
        thing.is_named_in(&self.cause)
    }

    /// Whether the cause was something else, and nothing that has to do with this.
    fn is_innocent(&self, at: usize, thing: &Thing) -> bool {
        let near = self
            .culprits
            .iter()
            .any(|culprit| thing.is_near(&culprit.id));
        let is = self.culprits.iter().any(|culprit| thing.is(&culprit.id));
        let known = !self.culprits.is_empty() && !is && !self.is_named_in_the_cause(thing);
        known && (!near || self.kind(at) == Kind::DeadEnd)
    }

    fn blame(&mut self, at: usize, thing: &'static Thing) {
        let known = self
            .wrong
            .iter()
            .any(|wrong| wrong.1.suspect == thing.suspect);
        if !known && self.is_innocent(at, thing) {
            self.wrong.push((at, thing));
        }
    }

    /// From one entry to a later one, where both have a clock and time passes.
    fn between(&self, from: usize, to: usize) -> Option<f64> {
        let (one, other) = (&self.events()[from], &self.events()[to]);
        let clocks = one.at.clock.is_some() && other.at.clock.is_some();
        let minutes = other.minute - one.minute;
        (clocks && !self.incident.times_disagree && minutes >= 1.0).then_some(minutes)
    }

    /// The clock of an earlier entry, and how long ago that was.
    fn back_to(&self, from: usize, to: usize) -> Option<Nouns> {
        let minutes = self.between(from, to)?;
        let mut nouns = Nouns::of_event(&self.events()[to]);
        nouns.put("since", in_words(minutes));
        if minutes < 1440.0 {
            nouns.put("earlier", clock(&self.events()[from])?);
        }
        Some(nouns)
    }

    fn compute(&mut self) {
        self.gaps();
        self.alert_after_users();
        self.the_search();
        self.suspects_again();
        self.the_cause();
        self.the_end();
        self.restarts();
        self.relapses();
    }

    fn gaps(&mut self) {
        let gaps: Vec<Option<f64>> = (1..self.heard.len())
            .map(|at| self.between(at - 1, at))
            .collect();
        let mut known: Vec<f64> = gaps.iter().flatten().copied().collect();
        known.sort_by(f64::total_cmp);
        if known.len() < 4 {
            return;
        }
        let usual = known[known.len() / 2];
        for (before, gap) in gaps.iter().enumerate() {
            let Some(gap) = gap.filter(|gap| *gap >= 60.0 && *gap >= 4.0 * usual) else {
                continue;
            };
            let over =
                |at: usize| matches!(self.events()[at].kind, Kind::FollowUp | Kind::Resolved);
            if gap < 2880.0 && !over(before) && self.events()[before + 1].kind != Kind::FollowUp {
                let mut nouns = Nouns::of_event(&self.events()[before + 1]);
                nouns.put("gap", in_words(gap));
                self.put(before + 1, Moment::LongGap, None, nouns);
            }
        }
    }

    fn alert_after_users(&mut self) {
        let (Some(users), Some(alert)) =
            (self.first(Moment::UsersNoticed), self.first(Moment::Alert))
        else {
            return;
        };
        if let Some(nouns) = self.back_to(users, alert).filter(|_| users < alert) {
            self.put(alert, Moment::UsersBeforeAlert, None, nouns);
        }
    }

    /// A search for what an entry had found.
    fn the_search(&mut self) {
        let Some(found) = self.first(Moment::CauseFound) else {
            return;
        };
        for at in found + 1..self.heard.len() {
            if looks_for_the_cause(&self.events()[at], &self.heard[at])
                && let Some(nouns) = self.back_to(found, at)
            {
                self.put(at, Moment::KnownBeforeSearch, None, nouns);
            }
        }
    }

    fn suspected(&self, at: usize) -> Option<&'static Thing> {
        match self.said[at]? {
            Said::Suspected(thing) => Some(thing),
            Said::Cleared(_) => None,
        }
    }

    fn suspects_again(&mut self) {
        let mut named: Vec<(usize, &'static Thing)> = Vec::new();
        for at in 0..self.heard.len() {
            let Some(thing) = self.suspected(at) else {
                continue;
            };
            let before = named.iter().find(|one| one.1.noun == thing.noun).copied();
            match before {
                Some((first, _)) if at > first + 1 => {
                    if let Some(nouns) = self.back_to(first, at) {
                        self.put(at, Moment::SuspectAgain, Some(thing), nouns);
                    }
                }
                Some(_) => {}
                None => {
                    named.push((at, thing));
                    if let [one, other, _] = named[..] {
                        let mut nouns = Nouns::of_event(&self.events()[at]);
                        nouns.put("suspects", joined(&[one.1.noun, other.1.noun]));
                        self.put(at, Moment::ThirdSuspect, Some(thing), nouns);
                    }
                }
            }
        }
    }

    fn the_cause(&mut self) {
        let Some(found) = self.first(Moment::CauseFound) else {
            return;
        };
        let own = Nouns::of_event(&self.events()[found]);
        let wrong: Vec<(usize, &'static Thing)> = self
            .wrong
            .iter()
            .filter(|one| one.0 < found)
            .copied()
            .collect();
        if wrong.len() >= 2 {
            let mut nouns = own;
            put_suspects(&mut nouns, &wrong);
            self.put(found, Moment::AllSuspectsWrong, None, nouns);
        } else if let [(first, thing)] = wrong[..] {
            let mut nouns = self.back_to(first, found).unwrap_or(own);
            if let Some(minutes) = self.between(first, found) {
                nouns.put("blamed", in_words(minutes));
            }
            self.put(found, Moment::WrongSuspectOver, Some(thing), nouns);
        }
        self.named_early(found);
        self.after_the_call(found);
    }

    /// The culprit had been named, and then other things were tried.
    fn named_early(&mut self, found: usize) {
        let named = |at: &usize| {
            self.suspected(*at)
                .is_some_and(|thing| self.is_culprit(thing))
        };
        let Some(first) = (0..found).find(named) else {
            return;
        };
        let others = |at: usize| match self.suspected(at) {
            Some(thing) => !self.is_culprit(thing),
            None => self.kind(at) == Kind::DeadEnd,
        };
        if (first + 1..found).any(others)
            && let Some(nouns) = self.back_to(first, found)
        {
            self.put(found, Moment::NamedEarly, None, nouns);
        }
    }

    fn after_the_call(&mut self, found: usize) {
        let called = (0..found)
            .rev()
            .find(|at| has(&self.entries[*at], Moment::Escalated));
        let Some(called) = called.filter(|at| *at > 0) else {
            return;
        };
        let (Some(since), Some(before)) = (self.between(called, found), self.between(0, called))
        else {
            return;
        };
        if since <= 30.0 && before >= 20.0 && before >= 2.0 * since {
            let Some(mut nouns) = self.back_to(called, found) else {
                return;
            };
            nouns.put("before", in_words(before));
            nouns.put_some("team", team(&self.events()[called].text));
            self.put(found, Moment::QuickAfterEscalation, None, nouns);
        }
    }

    fn the_end(&mut self) {
        let (Some(found), Some(end)) =
            (self.first(Moment::CauseFound), self.first(Moment::Resolved))
        else {
            return;
        };
        if let (Some(search), Some(fixing)) = (self.between(0, found), self.between(found, end))
            && search >= 4.0 * fixing
        {
            self.put(
                end,
                Moment::QuickFix,
                None,
                Nouns::of_event(&self.events()[end]),
            );
        }
        let changes = self
            .entries
            .iter()
            .filter(|all| has(all, Moment::ChangeMade))
            .count();
        if let (1, Some(change), Some(undone)) = (
            changes,
            self.first(Moment::ChangeMade),
            self.first(Moment::RollbackWorked),
        ) && let Some(nouns) = self.back_to(change, undone)
        {
            self.put(undone, Moment::Undone, None, nouns);
        }
    }

    fn restarts(&mut self) {
        let Some(first) = self.first(Moment::RestartFailed) else {
            return;
        };
        let again = (first + 1..self.heard.len()).find(|at| {
            tells_of_restart(&self.heard[*at]) && self.events()[*at].kind != Kind::FollowUp
        });
        if let Some(again) = again
            && let Some(nouns) = self.back_to(first, again)
        {
            self.put(again, Moment::RestartAgain, None, nouns);
        }
    }

    fn relapses(&mut self) {
        let over = [
            Moment::Resolved,
            Moment::RestartWorked,
            Moment::RollbackWorked,
        ];
        let Some(end) = self
            .entries
            .iter()
            .position(|all| over.iter().any(|moment| has(all, *moment)))
        else {
            return;
        };
        let again = (end + 1..self.heard.len())
            .find(|at| tells_of_relapse(&self.events()[*at], &self.heard[*at]));
        if let Some(again) = again
            && let Some(nouns) = self.back_to(end, again)
        {
            self.put(again, Moment::CameBack, None, nouns);
        }
    }

    fn read_actions(&mut self) {
        for task in self.incident.actions.iter().map(|action| &action.task) {
            let words = match task.len() > TOO_LONG {
                true => Words::default(),
                false => Words::of(task),
            };
            let mut all = Vec::new();
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
                    moment: Moment::DoForSuspect,
                    suspect: Some(thing.suspect),
                    nouns,
                });
            }
            all.extend(action::moment(&words).map(|moment| Recognised {
                moment,
                suspect: None,
                nouns: Nouns::default(),
            }));
            self.actions.push(all);
        }
    }

    fn circumstances(&mut self) {
        let (users, alert) = (self.first(Moment::UsersNoticed), self.first(Moment::Alert));
        let holds = |phrases: &str| one_of(&self.cause, phrases);
        let set_off = self
            .events()
            .iter()
            .filter(|event| event.certain_kind() == Kind::Trigger)
            .any(|event| one_of(&Words::of(&event.text), MAINTENANCE));
        let all = [
            (
                Circumstance::UsersFirst,
                users.is_some_and(|users| alert.is_none_or(|alert| users < alert)),
            ),
            (
                Circumstance::AlertFirst,
                alert.is_some_and(|alert| users.is_none_or(|users| alert < users))
                    && self.first(Moment::StaffNoticed).is_none(),
            ),
            (Circumstance::WrongSuspect, !self.wrong.is_empty()),
            (Circumstance::TwoSuspects, self.wrong.len() >= 2),
            (
                Circumstance::RestartFailed,
                self.first(Moment::RestartFailed).is_some(),
            ),
            (
                Circumstance::RollbackFailed,
                self.first(Moment::RollbackFailed).is_some(),
            ),
            (
                Circumstance::Escalated,
                self.first(Moment::Escalated).is_some(),
            ),
            (
                Circumstance::Campaign,
                holds("campaign*, promotion, promotional, flash sale, product launch, advert*"),
            ),
            (Circumstance::Maintenance, holds(MAINTENANCE) || set_off),
            (
                Circumstance::Release,
                holds("new release, recent deploy*, new version, recent release, deployment of"),
            ),
            (
                Circumstance::OneCharacter,
                holds(
                    "phpp, missing semicolon, missing comma, missing character, extra character, \
                     extra letter, missing letter, missing bracket, missing quote*, extra p, one \
                     letter, one character, a single character, single letter, extra space",
                ),
            ),
            (
                Circumstance::Expired,
                holds("expired, expires, expiry, expiration"),
            ),
            (
                Circumstance::ByHand,
                holds("manual, manually, by hand, human error"),
            ),
            (Circumstance::Overnight, self.is_overnight()),
        ];
        let hold = all.into_iter().filter(|(_, holds)| *holds);
        self.circumstances = hold.map(|(circumstance, _)| circumstance).collect();
    }

    fn is_overnight(&self) -> bool {
        let events = self.events();
        let day = |event: &Event| Some(event.at.day?.date);
        let days = events
            .first()
            .and_then(day)
            .zip(events.last().and_then(day));
        days.is_some_and(|(first, last)| (last - first).num_days() == 1)
            && events.last().is_some_and(|last| last.minute < 1440.0)
    }

    /// Each innocent suspect, with how long it was held for the cause.
    fn innocents(&self) -> Vec<Recognised> {
        let found = self.first(Moment::CauseFound);
        let innocent = |(first, thing): &(usize, &'static Thing)| {
            let mut nouns = Nouns::default();
            nouns.put("suspect", thing.noun);
            let held = found.and_then(|found| self.between(*first, found));
            nouns.put_some("blamed", held.map(in_words));
            Recognised {
                moment: Moment::SuspectWrong,
                suspect: Some(thing.suspect),
                nouns,
            }
        };
        self.wrong.iter().map(innocent).collect()
    }

    /// What the whole report gives to fill in.
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
        let (found, end) = (self.first(Moment::CauseFound), self.first(Moment::Resolved));
        if let (Some(found), Some(end)) = (found, end)
            && let (Some(search), Some(fixing)) = (self.between(0, found), self.between(found, end))
        {
            nouns.put("search", in_words(search));
            nouns.put("fixing", in_words(fixing));
        }
        nouns
    }
}

/// Work that makes a thing better, or keeps an eye on it.
const IMPROVES: &str = "monitor*, improv*, optimi*, upgrad*, scale, scaling, redundan*, alert*, \
    enhanc*, review*, audit*, increas*, harden*, strengthen*";
const MAINTENANCE: &str = "maintenance, routine update*, routine";

fn put_suspects(nouns: &mut Nouns, wrong: &[(usize, &'static Thing)]) {
    let names: Vec<&str> = wrong.iter().map(|one| one.1.noun).collect();
    nouns.put("suspects", joined(&names));
    nouns.put_some("n_suspects", counted(names.len()));
    if let [one, other] = names[..] {
        nouns.put("suspects:nor", format!("{one} nor {other}"));
    }
}

/// Whether a moment is among them.
fn has(all: &[Recognised], moment: Moment) -> bool {
    all.iter().any(|one| one.moment == moment)
}
