//! The facts of a whole report that a line may need.

use super::phrases::one_of;
use super::story::Reader;
use super::{Circumstance, MomentKind};
use crate::incident::{Event, Kind};
use crate::words::matching::Words;
use chrono::Timelike;

const MAINTENANCE: &str = "maintenance, routine update*, routine";

/// Facts that come of reading the report against itself, and the moment in which each shows.
const READ_AGAINST_ITSELF: &[(Circumstance, MomentKind)] = &[
    (Circumstance::UsersBeforeAlert, MomentKind::UsersBeforeAlert),
    (Circumstance::KnownBeforeSearch, MomentKind::KnownBeforeSearch),
    (Circumstance::CulpritCleared, MomentKind::CulpritCleared),
    (Circumstance::NamedEarly, MomentKind::NamedEarly),
    (Circumstance::RestartAgain, MomentKind::RestartAgain),
    (Circumstance::QuickAfterEscalation, MomentKind::QuickAfterEscalation),
    (Circumstance::QuickFix, MomentKind::QuickFix),
    (Circumstance::Undone, MomentKind::Undone),
    (Circumstance::CameBack, MomentKind::CameBack),
];

impl Reader<'_> {
    pub(super) fn find_circumstances(&mut self) {
        let (users, alert) = (self.first(MomentKind::UsersNoticed), self.first(MomentKind::Alert));
        let holds = |phrases: &str| one_of(&self.cause, phrases);
        let set_off = self
            .events()
            .iter()
            .filter(|event| event.certain_kind() == Kind::Trigger)
            .any(|event| one_of(&Words::of(&event.text), MAINTENANCE));
        let all = [
            (
                Circumstance::UsersFirst,
                users.is_some_and(|users| {
                    alert.is_none_or(|alert| users < alert) && !self.is_known_before(users)
                }),
            ),
            (
                Circumstance::AlertFirst,
                alert.is_some_and(|alert| users.is_none_or(|users| alert < users))
                    && self.first(MomentKind::StaffNoticed).is_none(),
            ),
            (Circumstance::WrongSuspect, !self.wrong.is_empty()),
            (Circumstance::TwoSuspects, self.wrong.len() >= 2),
            (Circumstance::RestartFailed, self.first(MomentKind::RestartFailed).is_some()),
            (Circumstance::RollbackFailed, self.first(MomentKind::RollbackFailed).is_some()),
            (Circumstance::Escalated, self.first(MomentKind::Escalated).is_some()),
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
                holds("expired") && !holds("not expired, warning*, about to expire, will expire"),
            ),
            (Circumstance::ByHand, holds("manual, manually, by hand, human error")),
            (Circumstance::Overnight, self.is_overnight()),
        ];
        let read = READ_AGAINST_ITSELF
            .iter()
            .map(|(circumstance, moment)| (*circumstance, self.first(*moment).is_some()));
        let hold = all.into_iter().chain(read).filter(|(_, holds)| *holds);
        self.circumstances = hold.map(|(circumstance, _)| circumstance).collect();
    }

    /// True if an earlier entry tells that somebody knows of it.
    fn is_known_before(&self, at: usize) -> bool {
        let knows = |at: usize| {
            matches!(
                self.kind(at),
                Kind::Detected
                    | Kind::Confirmed
                    | Kind::Investigating
                    | Kind::CauseFound
                    | Kind::Communicated
            )
        };
        (0..at).any(knows)
    }

    fn is_overnight(&self) -> bool {
        let events = self.events();
        let day = |event: &Event| Some(event.at.day?.date);
        let of_the_outage = events.iter().filter(|event| event.kind != Kind::FollowUp);
        let last = of_the_outage.clone().next_back();
        let days = events.first().and_then(day).zip(last.and_then(day));
        let at_night = |event: &Event| {
            let hour = event.at.clock.map(|clock| clock.hour());
            hour.is_some_and(|hour| !(5..23).contains(&hour))
        };
        days.is_some_and(|(first, last)| (last - first).num_days() == 1)
            && last.is_some_and(|last| last.minute < 1440.0)
            && of_the_outage.clone().any(at_night)
    }
}
