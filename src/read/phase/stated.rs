//! Words that decide on an entry where the weights are not sure, and words that take away their
//! certainty where they are.

use super::decision::Decision;
use super::evidence::{classed, has, is_in_vain};
use super::finding_words::FOUND;
use super::phrases::FAILS_STILL;
use super::sayings::{
    ATTACKS, CALLS_IN, CHANGES, DONE_WITH, EASES, FAILED_TRY, GUESSES, HOPES, NEW_TROUBLE,
    REPORTS_ERRORS, TELLS_USERS,
};

use super::plain::PlainWords;
use super::wordings::SUFFERERS;
use crate::incident::{Kind, Phase};
use crate::words::{self, holds_any};

/// The kind that an entry states, where no cause is found in it.
pub(super) fn kind(text: &str, plain: &PlainWords<'_>) -> Option<Kind> {
    let sentence = words::sentences(text).into_iter().next();
    let first = PlainWords::of(sentence.map_or(text, |range| &text[range]), None);
    let in_vain = is_in_vain(plain) && plain.hold(CHANGES) || first.say(FAILED_TRY);
    if plain.say(CALLS_IN) && !has(text, &["customer", "user", "client"], SUFFERERS) {
        Some(Kind::Escalated)
    } else if in_vain && !plain.is_well() {
        Some(Kind::DeadEnd)
    } else if first.say(GUESSES) {
        Some(Kind::Hypothesis)
    } else {
        None
    }
}

/// True if the words of an entry speak against the phase that it was taken for.
pub(super) fn doubts(decision: &Decision, text: &str, plain: &PlainWords<'_>) -> bool {
    let first = || words::words(text).next().map(|(word, _)| word);
    match (decision.phase, decision.kind) {
        (Phase::Escalation, _) => escalates_by_itself(text),
        (_, _) if plain.begins_with(TELLS_USERS) => true,
        (Phase::Investigation, kind) => plain.is_back() && kind != Kind::DeadEnd,
        (Phase::Detection, _) => false,
        (Phase::Resolution, _) if first().is_some_and(|word| ATTACKS.contains(&&*word)) => {
            !plain.is_solved()
        }
        (Phase::Resolution, Kind::Resolved) => !plain.hold(EASES) && !plain.hold(DONE_WITH),
        (Phase::Resolution, kind) => {
            plain.hold(REPORTS_ERRORS) && !plain.is_solved()
                || kind == Kind::Fixing && (goes_wrong(text) || only_finds(text))
                || tells_of_trouble(kind, text, plain)
        }
    }
}

/// True if an entry tells of a failure that goes on or a new one, or of somebody who notices it,
/// and of nothing done about it.
fn tells_of_trouble(kind: Kind, text: &str, plain: &PlainWords<'_>) -> bool {
    let open = matches!(kind, Kind::Other | Kind::FollowUp | Kind::Fixing);
    let goes_on = || kind != Kind::Fixing && plain.hold(FAILS_STILL);
    let begins = || {
        let sentence = words::sentences(text).into_iter().next();
        let first = PlainWords::of(sentence.map_or(text, |range| &text[range]), None);
        let seen = first.notices() || first.gets_worse_again() || first.is_seen_down();
        let anew = first.hold(NEW_TROUBLE) || seen && !classed(text, &["ease"]);
        anew && !classed(text, &["fix"])
    };
    open && !plain.is_solved() && (goes_on() || begins())
}

/// True if the last sentence of an entry only hopes for the best, or says that it went wrong.
fn goes_wrong(text: &str) -> bool {
    let last = words::sentences(text).pop();
    last.is_some_and(|range| PlainWords::of(&text[range], None).hold(HOPES))
}

/// True for a failure that "escalates", where nobody is told.
fn escalates_by_itself(text: &str) -> bool {
    let lower = text.to_lowercase();
    let by_itself =
        holds_any(&lower, &["escalate:", "escalate;", "escalate.", "escalate,", "escalates."]);
    by_itself && !classed(text, &["staff", "tell", "place", "user"])
}

/// True for one sentence that begins with what was found, and tells nothing else.
fn only_finds(text: &str) -> bool {
    let first = words::words(text).next();
    let found = first.is_some_and(|(word, _)| FOUND.contains(&word.as_str()));
    found && words::sentences(text).len() == 1 && !text.contains(" and ")
}
