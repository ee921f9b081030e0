//! The moments that come of reading a report against itself, by its own times and words.

use super::entry::{looks_for_the_cause, tells_of_another_restart, tells_of_relapse};
use super::story::{Reader, has, put_suspects};
use super::suspect::Said;
use super::{MomentKind, Thing};
use crate::incident::Kind;
use crate::spice::nouns::{Nouns, in_words, joined, team};

impl Reader<'_> {
    pub(super) fn compute(&mut self) {
        self.alert_after_users();
        self.the_search();
        self.suspects_again();
        self.the_cause();
        self.the_end();
        self.restarts();
        self.relapses();
    }

    fn alert_after_users(&mut self) {
        let (Some(users), Some(alert)) =
            (self.first(MomentKind::UsersNoticed), self.first(MomentKind::Alert))
        else {
            return;
        };
        if let Some(nouns) = self.back_to(users, alert).filter(|_| users < alert) {
            self.put(alert, MomentKind::UsersBeforeAlert, None, nouns);
        }
    }

    /// A search for what an entry had found.
    fn the_search(&mut self) {
        let Some(found) = self.first(MomentKind::CauseFound) else {
            return;
        };
        for at in found + 1..self.heard.len() {
            if looks_for_the_cause(&self.events()[at], &self.heard[at])
                && let Some(nouns) = self.back_to(found, at)
            {
                self.put(at, MomentKind::KnownBeforeSearch, None, nouns);
            }
        }
    }

    pub(super) fn suspected(&self, at: usize) -> Option<&'static Thing> {
        match self.said[at]? {
            Said::Suspected(thing) => Some(thing),
            Said::Cleared(_) | Said::Checked(_) => None,
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
                        self.put(at, MomentKind::SuspectAgain, Some(thing), nouns);
                    }
                }
                Some(_) => {}
                None => {
                    named.push((at, thing));
                    if let [one, other, _] = named[..] {
                        let mut nouns = Nouns::of_event(&self.events()[at]);
                        nouns.put("suspects", joined(&[one.1.noun, other.1.noun]));
                        self.put(at, MomentKind::ThirdSuspect, Some(thing), nouns);
                    }
                }
            }
        }
    }

    fn the_cause(&mut self) {
        let Some(found) = self.first(MomentKind::CauseFound) else {
            return;
        };
        let own = Nouns::of_event(&self.events()[found]);
        let wrong: Vec<(usize, &'static Thing)> =
            self.wrong.iter().filter(|one| one.0 < found).copied().collect();
        if wrong.len() >= 2 {
            let mut nouns = own;
            put_suspects(&mut nouns, &wrong);
            self.put(found, MomentKind::AllSuspectsWrong, None, nouns);
        } else if let [(first, thing)] = wrong[..]
            && self.cleared(first, thing).is_none()
        {
            let mut nouns = self.back_to(first, found).unwrap_or(own);
            nouns.put_some("blamed", self.held(first, thing));
            self.put(found, MomentKind::WrongSuspectOver, Some(thing), nouns);
        }
        self.named_early(found);
        self.after_the_call(found);
        let called =
            (found + 1..self.heard.len()).find(|at| has(&self.entries[*at], MomentKind::Escalated));
        let found_later =
            |called: usize| (called..self.heard.len()).any(|at| self.kind(at) == Kind::CauseFound);
        if let Some(called) = called.filter(|called| !found_later(*called))
            && let Some(nouns) = self.back_to(found, called)
        {
            self.put(called, MomentKind::EscalatedKnowing, None, nouns);
        }
    }

    /// The culprit had been named, and then other things were tried.
    fn named_early(&mut self, found: usize) {
        let named = |at: &usize| self.suspected(*at).is_some_and(|thing| self.is_culprit(thing));
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
            self.put(found, MomentKind::NamedEarly, None, nouns);
        }
    }

    fn after_the_call(&mut self, found: usize) {
        let called = (0..found).rev().find(|at| has(&self.entries[*at], MomentKind::Escalated));
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
            self.put(found, MomentKind::QuickAfterEscalation, None, nouns);
        }
    }

    /// How long the cause was looked for, since it broke or somebody noticed, and how long it took
    /// to mend: where something was mended on the way to the cause, the one was not over before the
    /// other began.
    pub(super) fn search_and_fixing(&self) -> Option<(f64, f64)> {
        let (found, end) = (self.first(MomentKind::CauseFound)?, self.first(MomentKind::Resolved)?);
        let begins = |at: &usize| {
            self.kind(*at) == Kind::Detected || has(&self.entries[*at], MomentKind::Broke)
        };
        let noticed = (0..found).find(begins)?;
        let mends = |at: usize| matches!(self.kind(at), Kind::Fixing | Kind::Mitigated);
        let on_the_way = (noticed..found).any(mends);
        (!on_the_way).then_some(())?;
        self.between(noticed, found).zip(self.between(found, end))
    }

    fn the_end(&mut self) {
        if let Some((search, fixing)) = self.search_and_fixing()
            && let Some(end) = self.first(MomentKind::Resolved)
            && search >= 4.0 * fixing
        {
            self.put(end, MomentKind::QuickFix, None, Nouns::of_event(&self.events()[end]));
        }
        let changes = self.entries.iter().filter(|all| has(all, MomentKind::ChangeMade)).count();
        if let (1, Some(change), Some(undone)) =
            (changes, self.first(MomentKind::ChangeMade), self.first(MomentKind::RollbackWorked))
            && let Some(nouns) = self.back_to(change, undone)
        {
            self.put(undone, MomentKind::Undone, None, nouns);
        }
    }

    fn restarts(&mut self) {
        let Some(first) = self.first(MomentKind::RestartFailed) else {
            return;
        };
        let is_known = |at: &usize| {
            let known = [MomentKind::CauseFound, MomentKind::Fix, MomentKind::FixDeployed];
            known.iter().any(|moment| has(&self.entries[*at], *moment))
        };
        let again = (first + 1..self.heard.len())
            .take_while(|at| !is_known(at))
            .find(|at| tells_of_another_restart(&self.events()[*at], &self.heard[*at]));
        if let Some(again) = again
            && let Some(nouns) = self.back_to(first, again)
        {
            self.put(again, MomentKind::RestartAgain, None, nouns);
        }
    }

    fn relapses(&mut self) {
        let over = [MomentKind::Resolved, MomentKind::RestartWorked, MomentKind::RollbackWorked];
        let Some(end) =
            self.entries.iter().position(|all| over.iter().any(|moment| has(all, *moment)))
        else {
            return;
        };
        let again = (end + 1..self.heard.len())
            .find(|at| tells_of_relapse(&self.events()[*at], &self.heard[*at]));
        if let Some(again) = again
            && let Some(nouns) = self.back_to(end, again)
        {
            self.put(again, MomentKind::CameBack, None, nouns);
        }
    }
}
