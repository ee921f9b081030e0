//! The entries as they bear on each other: the one that set it all off, and what came after the
//! end.

use super::PhaseDecision;
use super::evidence::{classed, is_in_vain, mends, refutes, refutes_itself, sets_off};
use super::phrases::FAILS_STILL;
use super::plain::PlainWords;
use crate::document::section_roles::label_end;
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
    soon_refuted(decided, placed, end);
    guess_refuted(decided, placed);
    plainly_noticed(decided);
    back_again(decided, placed, end);
    end_at_the_stated(decided, placed, end);
    let over = over(decided, placed, end);
    tidy_after(decided, placed, over);
    one_trigger(decided, placed, begun);
    let noticed = decided.iter().position(|one| one.tells_noticing());
    let after = noticed.map_or(decided.len(), |at| at + 1)..decided.len();
    for at in after.clone() {
        stop_is_no_search(&mut decided[at], &placed[at]);
    }
    for at in after.rev() {
        fixed_before_the_fix(decided, placed, at);
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

/// A dead end that refutes a guess of its own or that of the entry above needs no more words, nor
/// does one whose words leave no doubt.
fn guess_refuted(decided: &mut [PhaseDecision], placed: &[PlacedEntry]) {
    for at in 0..decided.len() {
        let (one, entry) = (&mut decided[at], &placed[at]);
        let open = one.kind == Kind::DeadEnd && !one.certain && one.in_words && !asked(entry);
        let text = |entry: &PlacedEntry| beginning(entry.entry.text.trim()).to_string();
        let above = at.checked_sub(1).map(|above| text(&placed[above]));
        let refutes = || {
            let own = text(entry);
            refutes_itself(&own) || above.is_some_and(|above| refutes(&own, &above))
        };
        if open && (is_in_vain(&words(entry)) || refutes()) {
            one.certain = true;
        }
    }
}

/// The first entry that plainly says that somebody or something noticed is the detection, and so
/// are those behind it before anybody is looking into it.
fn plainly_noticed(decided: &mut [PhaseDecision]) {
    let told = decided.iter().position(PhaseDecision::tells_noticing);
    let search = |one: &PhaseDecision| one.certain && one.phase != Phase::Detection;
    let begun = decided.iter().position(search).unwrap_or(decided.len());
    for (at, one) in decided.iter_mut().enumerate() {
        let plain = one.notices && one.kind == Kind::Detected;
        if plain && (at < begun || Some(at) == told) {
            (one.certain, one.in_words) = (true, true);
        }
    }
}

/// An entry of the resolution that stands at the stated end and says that it works again is the
/// end; what only tidies up there is not.
fn end_at_the_stated(decided: &mut [PhaseDecision], placed: &[PlacedEntry], end: Option<f64>) {
    let Some(end) = end else { return };
    let at_end = |entry: &PlacedEntry| (entry.minute - end).abs() <= AT_THE_END;
    let well = |at: usize| {
        let words = words(&placed[at]);
        let last = at + 1 == placed.len();
        let named = || last && is_named_resolution(&placed[at]);
        words.is_well() || words.is_resolved() || last && words.starts_up() || named()
    };
    let told = |one: &PhaseDecision| one.certain && one.kind == Kind::Resolved;
    let mut has_end = (0..placed.len()).filter(|at| told(&decided[*at]) && at_end(&placed[*at]));
    let has_end = has_end.next_back();
    let of = |late: bool| {
        let open = |one: &PhaseDecision| {
            one.phase == Phase::Resolution && (one.kind == Kind::FollowUp) == late
        };
        (0..placed.len()).rfind(|at| {
            open(&decided[*at]) && at_end(&placed[*at]) && !asked(&placed[*at]) && well(*at)
        })
    };
    let last = of(false).or_else(|| of(true));
    let tidies = has_end.filter(|at| !well(*at) && !asked(&placed[*at]));
    let Some(last) = last.filter(|_| has_end.is_none() || tidies.is_some()) else {
        return;
    };
    if let Some(tidies) = tidies {
        decided[tidies].kind = Kind::FollowUp;
    }
    let one = &mut decided[last];
    (one.kind, one.certain, one.in_words) = (Kind::Resolved, true, true);
}

/// True for "Resolution: …", and for "Natural resolution" alone.
fn is_named_resolution(placed: &PlacedEntry) -> bool {
    let text = placed.entry.text.trim();
    let name = label_end(text).map_or(text, |end| &text[..end]);
    let name = name.to_lowercase();
    name.split_whitespace().count() <= 3 && name.trim_end().ends_with("resolution")
}

/// The last entry of the resolution is the end if it says that all is back; nobody goes on after
/// that but to tell others and to tidy up.
fn back_again(decided: &mut [PhaseDecision], placed: &[PlacedEntry], end: Option<f64>) {
    let told = decided.iter().any(|one| one.certain && one.kind == Kind::Resolved);
    let over = |at: usize| {
        let words = words(&placed[at]);
        let late = decided[at].kind == Kind::FollowUp && words.is_solved();
        !told && (words.is_resolved() || late)
    };
    let goes_on = |at: &usize| {
        let one = &decided[*at];
        let acts = one.phase != Phase::Escalation && one.kind != Kind::FollowUp
            || one.kind == Kind::Escalated;
        // Whatever is neither sure nor bad does not speak against it.
        let text = beginning(placed[*at].entry.text.trim());
        let tells =
            one.certain || classed(text, &["bad", "fall"]) || words(&placed[*at]).is_solved();
        acts && tells || over(*at)
    };
    let Some(last) = (0..decided.len()).rfind(goes_on) else {
        return;
    };
    let over = over(last);
    let one = &mut decided[last];
    let open = one.phase == Phase::Resolution && !asked(&placed[last]);
    let in_time = end.is_none_or(|end| (placed[last].minute - end).abs() <= AT_THE_END);
    let words = words(&placed[last]);
    if open && in_time && (over || words.is_solved()) && !words.tells_other_times() {
        (one.kind, one.certain, one.in_words) = (Kind::Resolved, true, true);
    }
}

/// What the next entry says is failing still was not mitigated, and a repair was not the end where
/// a later entry tells that.
fn soon_refuted(decided: &mut [PhaseDecision], placed: &[PlacedEntry], end: Option<f64>) {
    for at in 1..=decided.len() {
        let (one, entry) = (&mut decided[at - 1], &placed[at - 1]);
        let open = one.certain && !asked(entry);
        let later = || placed[at..].iter().any(|later| words(later).is_resolved());
        // "… with all of it back by 13:30", where that is the stated end.
        let ends = |end: f64| entry.until.is_none() && entry.minute + AT_THE_END < end;
        let early = || end.is_some_and(ends);
        match one.kind {
            Kind::Resolved if open && early() && words(entry).tells_other_times() => {
                one.kind = Kind::Mitigated;
            }
            Kind::Mitigated
                if open && placed.get(at).is_some_and(|next| words(next).hold(FAILS_STILL)) =>
            {
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
    let last = decided.iter().rposition(|one| one.certain && one.kind == Kind::Resolved);
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

/// Something mended right above the certain work on the fix is a part of that.
fn fixed_before_the_fix(decided: &mut [PhaseDecision], placed: &[PlacedEntry], at: usize) {
    let goes_on = decided.get(at + 1).is_some_and(|next| {
        next.certain && next.phase == Phase::Resolution && next.kind == Kind::Fixing
    });
    let one = &mut decided[at];
    let open = one.kind == Kind::Fixing && !one.certain && one.in_words && !asked(&placed[at]);
    if open && goes_on && mends(beginning(&placed[at].entry.text)) {
        one.certain = true;
    }
}

/// Whoever stops what does the harm is not looking into it, however unsure the rest is.
fn stop_is_no_search(one: &mut PhaseDecision, placed: &PlacedEntry) {
    let open = !one.certain && matches!(one.kind, Kind::Investigating | Kind::Other);
    if open && words(placed).stops() {
        (one.phase, one.kind) = (Phase::Resolution, Kind::Fixing);
    }
}
