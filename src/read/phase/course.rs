//! The entries as they bear on each other: the one that set it all off, and what came after the
//! end.

use super::PhaseDecision;
use super::evidence::sets_off;
use super::phrases::FAILS_STILL;
use super::plain::PlainWords;
use crate::incident::{Kind, Moment, Phase};
use crate::read::timeline::days::PlacedEntry;
use crate::time::format::DAY;
use crate::words::beginning;

/// An entry this close to the stated end tells of it.
const AT_THE_END: f64 = 1.0;

/// Keeps the kinds to the course of the story.
pub(super) fn keep_in_order(
    decided: &mut [PhaseDecision],
    placed: &[PlacedEntry],
    (begun, end): (Option<f64>, Option<&Moment>),
) {
    let end = end.and_then(|end| minute_of(placed, end));
    soon_refuted(decided, placed);
    back_again(decided, placed, end);
    end_at_the_stated(decided, placed, end);
    let over = over(decided, placed, end);
    tidy_after(decided, placed, over);
    one_trigger(decided, placed, begun);
    let noticed = decided.iter().position(|one| one.tells_noticing());
    for at in noticed.map_or(decided.len(), |at| at + 1)..decided.len() {
        stop_is_no_search(&mut decided[at], &placed[at]);
    }
}

impl PhaseDecision {
    fn tells_noticing(&self) -> bool {
        self.notices || self.certain && matches!(self.kind, Kind::Detected | Kind::Confirmed)
    }
}

/// True if the author set its kind or its phase.
fn asked(placed: &PlacedEntry) -> bool {
    let settings = placed.entry.settings;
    settings.kind.is_some() || settings.phase.is_some()
}

fn words(placed: &PlacedEntry) -> PlainWords<'_> {
    PlainWords::of(beginning(placed.entry.text.trim()), placed.at.clock)
}

pub(super) fn minute_of(placed: &[PlacedEntry], moment: &Moment) -> Option<f64> {
    let anchor = placed.iter().find(|entry| entry.at.clock.is_some())?;
    Some(moment.minutes_since(&anchor.at)? + anchor.minute)
}

/// An entry of the resolution that stands at the stated end and says that it works again is the
/// end.
fn end_at_the_stated(decided: &mut [PhaseDecision], placed: &[PlacedEntry], end: Option<f64>) {
    let Some(end) = end else { return };
    let told = |one: &PhaseDecision| one.certain && one.kind == Kind::Resolved;
    let at_end = |entry: &PlacedEntry| (entry.minute - end).abs() <= AT_THE_END;
    let has_end = decided
        .iter()
        .zip(placed)
        .any(|(one, entry)| told(one) && at_end(entry));
    let last = decided.iter().zip(placed).rposition(|(one, entry)| {
        let open = one.phase == Phase::Resolution && one.kind != Kind::FollowUp;
        open && at_end(entry) && !asked(entry) && words(entry).is_well()
    });
    if let Some(last) = last.filter(|_| !has_end) {
        let one = &mut decided[last];
        (one.kind, one.certain, one.in_words) = (Kind::Resolved, true, true);
    }
}

/// The last entry of the resolution is the end if it says that all is back; nobody goes on after
/// that but to tell others and to tidy up.
fn back_again(decided: &mut [PhaseDecision], placed: &[PlacedEntry], end: Option<f64>) {
    let goes_on = |one: &PhaseDecision| {
        one.phase != Phase::Escalation && one.kind != Kind::FollowUp || one.kind == Kind::Escalated
    };
    let Some(last) = decided.iter().rposition(goes_on) else {
        return;
    };
    let one = &mut decided[last];
    let open = one.phase == Phase::Resolution && !asked(&placed[last]);
    let in_time = end.is_none_or(|end| (placed[last].minute - end).abs() <= AT_THE_END);
    let words = words(&placed[last]);
    if open && in_time && words.is_back() && !words.tells_other_times() {
        (one.kind, one.certain, one.in_words) = (Kind::Resolved, true, true);
    }
}

/// What the next entry says is failing still was not mitigated, and a repair was not the end where
/// a later entry tells that.
fn soon_refuted(decided: &mut [PhaseDecision], placed: &[PlacedEntry]) {
    for at in 1..decided.len() {
        let (one, entry) = (&mut decided[at - 1], &placed[at - 1]);
        let open = one.certain && !asked(entry);
        let later = || placed[at..].iter().any(|later| words(later).is_resolved());
        match one.kind {
            Kind::Mitigated if open && words(&placed[at]).hold(FAILS_STILL) => {
                one.kind = Kind::Fixing;
            }
            Kind::Resolved if open && words(entry).is_repaired() && later() => {
                one.kind = Kind::Mitigated;
            }
            _ => {}
        }
    }
}

/// The minute from which the report calls it over.
fn over(decided: &[PhaseDecision], placed: &[PlacedEntry], end: Option<f64>) -> Option<f64> {
    let last = decided
        .iter()
        .rposition(|one| one.certain && one.kind == Kind::Resolved);
    end.or(last.map(|at| placed[at].minute))
}

/// Nothing is mitigated any more once it is over.
fn tidy_after(decided: &mut [PhaseDecision], placed: &[PlacedEntry], over: Option<f64>) {
    let Some(over) = over else { return };
    for (one, entry) in decided.iter_mut().zip(placed) {
        let late = entry.minute > over + AT_THE_END;
        if one.certain && one.kind == Kind::Mitigated && late && !asked(entry) {
            one.kind = Kind::FollowUp;
        }
    }
}

/// What comes so many minutes after the stated start did not set it off.
const LATE: f64 = 15.0;

/// A change so long before the failure began is too far off to be called its trigger.
const FAR: f64 = 7.0 * DAY;

/// Of several changes before anybody noticed the last set it off; the ones before only led to it.
/// Where it is not certain of the last, none is marked.
fn one_trigger(decided: &mut [PhaseDecision], placed: &[PlacedEntry], begun: Option<f64>) {
    let noticed = decided.iter().position(|one| one.tells_noticing());
    let before = noticed.map_or(decided.len(), |at| at + 1);
    let late = |entry: &PlacedEntry| {
        let after = begun.map(|begun| entry.minute - begun);
        entry.at.clock.is_some() && after.is_some_and(|after| (LATE..DAY).contains(&after))
    };
    let of_kind = |at: &usize| decided[*at].kind == Kind::Trigger;
    let onset = (0..before).rev().find(of_kind);
    let own = |at: &usize| {
        let entry = &placed[*at];
        let far = onset.is_some_and(|onset| placed[onset].minute - entry.minute > FAR);
        asked(entry) || !late(entry) && !far && sets_off(beginning(&entry.entry.text))
    };
    let last = (0..before).rev().find(|at| of_kind(at) && own(at));
    for (at, one) in decided.iter_mut().enumerate() {
        if one.kind == Kind::Trigger && Some(at) != last && !asked(&placed[at]) {
            one.in_words = false;
        }
    }
}

/// Whoever stops what does the harm is not looking into it, however unsure the rest is.
fn stop_is_no_search(one: &mut PhaseDecision, placed: &PlacedEntry) {
    let open = !one.certain && matches!(one.kind, Kind::Investigating | Kind::Other);
    if open && words(placed).stops() {
        (one.phase, one.kind) = (Phase::Resolution, Kind::Fixing);
    }
}
