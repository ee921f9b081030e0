//! Plain words: phrases that mean one thing in any report, whatever the weights are sure of.

use super::evidence::{classed, shares_cause};
use super::phrases::{
    AFTERWARDS, AIMS, AT_FAULT, BEGINS_TO_LOOK, ELSEWHERE, FINDS_THE_PROBLEM, FOR_SOME, HANDS_OVER,
    IN_PART, IS_BACK, IS_WELL, KILLED, LOOKED, NOTICES, ONLINE_AGAIN, ONLY_BEGINS, RECOVERS,
    REPAIRED, RESOLVED, SEARCH_GOES_ON, STARTS_UP, STILL_AT_FAULT, STILL_DOWN, STOPS, SUFFERED,
    SUPPOSED, UNNOTICED, UNSAID, USERS_NOTICE, WHOM, WORSE_AGAIN,
};
use super::sayings::{FINDS_WHY, NAMES_THE_CAUSE, SOLVED};
use crate::time::clock;
use crate::time::spelling::WrittenClock;
use crate::words::matching::Words;
use chrono::{NaiveTime, Timelike};
use std::ops::Range;

/// So many words begin an entry.
const BEGINNING: usize = 4;

/// An entry's words, for all that may be asked of them.
pub(super) struct PlainWords<'a> {
    text: &'a str,
    words: Words,
    /// The time that it stands at.
    own: Option<NaiveTime>,
}

impl<'a> PlainWords<'a> {
    pub(super) fn of(text: &'a str, own: Option<NaiveTime>) -> PlainWords<'a> {
        PlainWords { text, words: Words::of(text), own }
    }

    /// True if somebody hands it over to somebody.
    pub(super) fn hands_over(&self) -> bool {
        self.ends_of(HANDS_OVER).any(|end| {
            let whom: Vec<&str> = (end..end + WHOM).map(|at| self.words.word(at)).collect();
            classed(&whom.join(" "), &["staff", "other"])
        })
    }

    /// True if somebody begins to look into it.
    pub(super) fn begins_to_look(&self) -> bool {
        self.say(BEGINS_TO_LOOK)
    }

    /// True if somebody or something notices it, whatever else the entry tells.
    pub(super) fn notices(&self) -> bool {
        let timed = self.of_its_time();
        if timed.len() < self.text.len() {
            return PlainWords::of(timed, None).notices();
        }
        let looked = |to: usize| {
            let mut looks = LOOKED.iter().flat_map(|phrase| self.words.told(phrase));
            looks.any(|look| look.start < to)
        };
        self.facts(NOTICES).any(|place| !looked(place.start))
    }

    /// True if those who use it notice.
    pub(super) fn users_notice(&self) -> bool {
        self.say(USERS_NOTICE)
    }

    /// True if all of it is back, not a part of it, and not only soon.
    pub(super) fn is_back(&self) -> bool {
        self.whole(IS_BACK)
    }

    /// True if one clause of it says that it is back online, of its own time.
    pub(super) fn is_online_again(&self) -> bool {
        let clause = |place: Range<usize>| {
            let row = self.row(place.start);
            let aims = AIMS.iter().flat_map(|word| self.words.told(word));
            row.end == place.end
                && row.start < place.start
                && !aims.into_iter().any(|aim| row.contains(&aim.start))
        };
        self.whole_facts(ONLINE_AGAIN).any(clause)
            && !self.is_back_for_some()
            && !self.tells_other_times()
    }

    /// True if it is back for some alone.
    pub(super) fn is_back_for_some(&self) -> bool {
        self.hold(FOR_SOME)
    }

    /// True if what is back is not whole: "back online with a broken index".
    pub(super) fn is_back_at_fault(&self) -> bool {
        self.hold(AT_FAULT)
            || self.words.told("back").iter().any(|back| {
                let mut still = STILL_AT_FAULT.iter().flat_map(|phrase| self.words.told(phrase));
                still.any(|but| but.start > back.start)
            })
    }

    /// True if it works again, in words that are enough where the report says that it was over.
    pub(super) fn is_well(&self) -> bool {
        self.whole(IS_BACK) || self.whole(IS_WELL)
    }

    /// True if it says that it is over, where nothing comes after it but news and tidying up.
    pub(super) fn is_solved(&self) -> bool {
        self.whole(IS_BACK) || self.whole(SOLVED)
    }

    /// True if the thing that failed starts, and that is all.
    pub(super) fn starts_up(&self) -> bool {
        self.say(STARTS_UP)
    }

    fn whole(&self, phrases: &[&str]) -> bool {
        !self.is_back_at_fault() && self.whole_facts(phrases).next().is_some()
    }

    /// The places of phrases that are of no part only.
    fn whole_facts(&self, phrases: &[&str]) -> impl Iterator<Item = Range<usize>> {
        self.facts(phrases).filter(|place| {
            let row = self.row(place.start);
            !IN_PART
                .iter()
                .flat_map(|phrase| self.words.told(phrase))
                .any(|part| row.contains(&part.start))
        })
    }

    /// True if it says where the problem lay, and that is the stated cause as far as one is stated.
    pub(super) fn finds_the_problem(&self, cause: Option<&str>) -> bool {
        self.say(FINDS_THE_PROBLEM) && cause.is_none_or(|cause| shares_cause(self.text, cause))
    }

    /// True if it says that the cause is found.
    pub(super) fn names_the_cause(&self) -> bool {
        self.say(NAMES_THE_CAUSE) && !self.supposes()
    }

    /// True if it finds why something happens, and that is the stated cause as far as one is
    /// stated.
    pub(super) fn finds_why(&self, cause: Option<&str>) -> bool {
        let stated = || cause.is_none_or(|cause| shares_cause(self.text, cause));
        self.say(FINDS_WHY) && !self.supposes() && stated()
    }

    /// True if it says so in its first words.
    pub(super) fn begins_with(&self, phrases: &[&str]) -> bool {
        self.facts(phrases).any(|place| place.start < BEGINNING)
    }

    /// True if what it tells of is only a possible cause.
    pub(super) fn supposes(&self) -> bool {
        self.hold(SUPPOSED)
    }

    /// True if it finds who or what suffered.
    pub(super) fn finds_who_suffered(&self) -> bool {
        self.hold(SUFFERED)
    }

    /// True if an effort only begins.
    pub(super) fn only_begins(&self) -> bool {
        self.hold(ONLY_BEGINS)
    }

    /// True if it says that it was repaired, and nothing else.
    pub(super) fn is_repaired(&self) -> bool {
        self.words.word(0) == "repaired" || self.hold(REPAIRED)
    }

    /// True if it says that it is resolved, and hardly more.
    pub(super) fn is_resolved(&self) -> bool {
        // "Load balancer attached again (resolved)."
        let last = self.words.len().saturating_sub(1);
        let alone = last > 1 && self.words.word(last - 1).is_empty();
        matches!(self.words.word(0), "resolved" | "closed")
            || alone && self.words.word(last) == "resolved"
            || self.hold(RESOLVED)
    }

    /// True if it only begins to recover now, and is well at another time.
    pub(super) fn only_recovers(&self) -> bool {
        self.hold(RECOVERS) && self.tells_other_times()
    }

    /// True if the search goes on behind it.
    pub(super) fn searches_on(&self) -> bool {
        self.hold(SEARCH_GOES_ON)
    }

    /// True if a change was made to something else than what failed, or had been made before.
    pub(super) fn changes_elsewhere(&self) -> bool {
        self.hold(ELSEWHERE)
    }

    /// True if nothing noticed it.
    pub(super) fn goes_unnoticed(&self) -> bool {
        self.hold(UNNOTICED)
    }

    /// True if it gets worse once more.
    pub(super) fn gets_worse_again(&self) -> bool {
        self.hold(WORSE_AGAIN)
    }

    /// True if it puts in order what the harm left behind.
    pub(super) fn puts_in_order(&self) -> bool {
        self.hold(AFTERWARDS)
    }

    /// True if somebody sees that it does not work.
    pub(super) fn is_seen_down(&self) -> bool {
        self.hold(STILL_DOWN) && !self.is_well()
    }

    /// True if a machine stops a part of what fails.
    pub(super) fn is_killed(&self) -> bool {
        self.hold(KILLED)
    }

    /// True if something is stopped or shut down.
    pub(super) fn stops(&self) -> bool {
        self.say(STOPS)
    }

    /// True if it tells of another time than its own: "all was back by 13:30".
    pub(super) fn tells_other_times(&self) -> bool {
        self.clocks().any(|(_, clock)| !self.is_own(&clock))
    }

    fn clocks(&self) -> impl Iterator<Item = (usize, WrittenClock)> {
        let stamps = clock::all(self.text).into_iter();
        stamps.filter_map(|stamp| Some((stamp.start, stamp.clock?)))
    }

    fn is_own(&self, clock: &WrittenClock) -> bool {
        self.own
            .is_some_and(|own| clock.hour % 12 == own.hour() % 12 && clock.minute == own.minute())
    }

    /// The part of an entry that its own time is about, where it tells of that time among others.
    pub(super) fn of_its_time(&self) -> &'a str {
        let text = self.text;
        let mut own = self.clocks().filter(|(_, clock)| self.is_own(clock));
        let Some((at, _)) = own.next().filter(|_| self.tells_other_times()) else {
            return text;
        };
        let breaks = [',', ';', '–', '—'];
        let from = text[..at]
            .char_indices()
            .rfind(|(_, c)| breaks.contains(c))
            .map_or(0, |(end, c)| end + c.len_utf8());
        let to = text[at..].find(breaks).map_or(text.len(), |end| at + end);
        &text[from..to]
    }

    /// True if one of the phrases stands in it, whatever the words around it are.
    pub(super) fn hold(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| !self.words.told(phrase).is_empty())
    }

    pub(super) fn say(&self, phrases: &[&str]) -> bool {
        self.facts(phrases).next().is_some()
    }

    fn ends_of(&self, phrases: &[&str]) -> impl Iterator<Item = usize> {
        self.facts(phrases).map(|place| place.end)
    }

    /// The places of phrases in rows of words that tell a fact.
    fn facts(&self, phrases: &[&str]) -> impl Iterator<Item = Range<usize>> {
        let places: Vec<_> = phrases
            .iter()
            .flat_map(|phrase| self.words.told(phrase))
            .filter(|place| {
                let mut row = self.row(place.start).map(|at| self.words.word(at));
                !row.any(|word| UNSAID.contains(&word))
            })
            .collect();
        places.into_iter()
    }

    /// The words around one between two commas.
    fn row(&self, at: usize) -> Range<usize> {
        let ends = |at: &usize| self.words.word(*at).is_empty();
        let from = (0..at).rev().find(ends).map_or(0, |end| end + 1);
        let to = (at..self.words.len()).find(ends);
        from..to.unwrap_or(self.words.len())
    }
}
