//! The words that a mark rests on: an entry is only called a detection, a false lead, the cause or
//! a handing over where it says so itself, however sure the weights are.

use super::finding_words::{
    CAUSES, FOUND, FOUND_TO_BE, GUESSED, ONE_OF_SEVERAL, SUPPOSED, SUPPOSES,
};
use super::phrases::{
    ENDS_A_CHANGE, FAILS_STILL, FINDS_A_LOAD, FOR_NOW, IN_VAIN, MOSTLY, PART_AWAKE, SETS_OUT,
    TALKS, WENT_WELL, WRITES_A_REPORT,
};
use super::plain::PlainWords;
use super::sayings::{ACKNOWLEDGES, ASKED_FOR, EASES, FAILED_TRY, GOOD_NEWS, GUESSES};
use super::stated;
use super::tokens::{Token, denies, sentences, stem};
use super::wordings::{
    ABSENT, ANYWHERE, CALLED_IN, CHANGED, COMING, CONFIRMED, IN_ORDER, LOAD, MENDED, MISLEADING,
    NO_TROUBLE, NOTICED, NOTICES, NOWHERE, OBSERVED, OUTAGE, SET_OFF, SUFFERERS, SUSPECTED, TRIED,
    UNCHANGED, VERIFIED,
};
use crate::incident::Kind;
use crate::words::{self, begins_with_any, holds_any};
use std::collections::BTreeSet;

const LOOKED: &[&str] = &["look", "test", "find", "see", "guess"];

/// True if an entry's own words say its kind; `cause` is the one that the report states.
pub(super) fn says(kind: Kind, text: &str, cause: Option<&str>) -> bool {
    match kind {
        Kind::Detected => tells_noticing(text),
        Kind::Confirmed => !has(text, &["paged"], &[]) || has(text, CONFIRMED, &[]),
        Kind::DeadEnd => leads_nowhere(text),
        Kind::CauseFound => finds_the_cause(text, cause),
        Kind::Trigger => sets_off(text),
        Kind::Hypothesis => has(text, SUPPOSES, SUPPOSED),
        // To join a call mends nothing.
        Kind::Fixing => !has(text, &["join"], &[]) || classed(text, MENDED),
        _ => true,
    }
}

/// True if a word stands in it by which somebody notices: not in a path ("/dashboard"), and no
/// report that somebody only writes.
fn tells_noticing(text: &str) -> bool {
    let plain = PlainWords::of(text, None);
    let written = plain.hold(WRITES_A_REPORT) || plain.hold(GOOD_NEWS);
    words::words(text).any(|(word, range)| {
        let part = text[..range.start].ends_with('/') || written && word.starts_with("report");
        !part && (begins_with_any(&word, NOTICED) || NOTICES.contains(&word.as_str()))
    })
}

/// True if an entry's own words tell of a search, or of what came of one. What is "no longer
/// possible" is no guess.
pub(super) fn searches(kind: Kind, text: &str) -> bool {
    matches!(kind, Kind::CauseFound | Kind::DeadEnd | Kind::Hypothesis)
        || classed(text, &["look", "test", "find"])
}

/// The kind that an entry states in plain words, where the weights are not sure of it.
pub(super) fn states(text: &str, plain: &PlainWords<'_>, cause: Option<&str>) -> Option<Kind> {
    if hands_over(text) || plain.hands_over() {
        Some(Kind::Escalated)
    } else if labelled_misleading(text) && !finds_beside(text, cause) {
        Some(Kind::DeadEnd)
    } else if applies_a_mitigation(text) {
        Some(Kind::Mitigated)
    } else if !plain.hold(SETS_OUT)
        && (states_the_cause(text, cause)
            || plain.finds_the_problem(cause)
            || plain.names_the_cause()
            || plain.finds_why(cause))
    {
        Some(Kind::CauseFound)
    } else if plain.begins_to_look() {
        Some(Kind::Investigating)
    } else {
        stated::kind(text, plain)
    }
}

/// True if something that was done, or a look, did not help, in words that leave no doubt.
pub(super) fn is_in_vain(plain: &PlainWords<'_>) -> bool {
    plain.hold(IN_VAIN)
}

/// True if an entry that leads nowhere is about the guess in the one above it.
pub(super) fn refutes(text: &str, above: &str) -> bool {
    has(above, GUESSED, &[]) && leads_nowhere(text) && shares_cause(text, above)
}

/// True if one sentence of an entry guesses, and it or what follows it says that it was not that.
pub(super) fn refutes_itself(text: &str) -> bool {
    words::sentences(text).into_iter().any(|range| {
        let (guess, rest) = (&text[range.clone()], &text[range.end..]);
        has(guess, GUESSED, &[]) && leads_nowhere(guess) || refutes(rest, guess)
    })
}

/// True if an entry tells of something done to what failed.
pub(super) fn mends(text: &str) -> bool {
    classed(text, &["fix", "back", "again", "ease"])
        || has(text, &["appl", "chang", "deploy", "merg", "push", "releas"], &[])
}

/// So many words in common make a supposed cause the stated one.
const ALIKE: usize = 2;

/// The kind that an entry is at most, where its words do not bear the one it was taken for.
pub(super) fn tamed(
    kind: Kind,
    (text, plain): (&str, &PlainWords<'_>),
    cause: Option<&str>,
) -> Kind {
    let stated = || cause.is_some_and(|cause| shared(text, cause).len() >= ALIKE);
    let named = || CAUSES.iter().any(|words| text.to_lowercase().contains(words));
    match kind {
        Kind::Mitigated if plain.puts_in_order() => Kind::FollowUp,
        Kind::Mitigated if plain.gets_worse_again() => Kind::Other,
        Kind::Mitigated if plain.only_begins() || plain.hold(FOR_NOW) => Kind::Fixing,
        Kind::Mitigated if !plain.hold(EASES) => Kind::Fixing,
        Kind::Mitigated if plain.hold(ASKED_FOR) || plain.say(FAILED_TRY) => Kind::Fixing,
        Kind::Resolved if plain.begins_with(ASKED_FOR) => Kind::Fixing,
        Kind::Mitigated if plain.hold(FAILS_STILL) || plain.hold(PART_AWAKE) => Kind::Other,
        Kind::Detected if plain.hold(ACKNOWLEDGES) && !plain.notices() => Kind::Confirmed,
        Kind::Resolved if plain.only_recovers() => Kind::Mitigated,
        Kind::Resolved if plain.hold(MOSTLY) => Kind::Other,
        Kind::Resolved if plain.hold(WENT_WELL) => Kind::FollowUp,
        Kind::Resolved if plain.is_back_for_some() || plain.is_back_at_fault() => Kind::Mitigated,
        Kind::CauseFound if ends_misled(text) && !finds_beside(text, cause) => Kind::DeadEnd,
        Kind::CauseFound if plain.searches_on() && !named() => Kind::Investigating,
        Kind::CauseFound if plain.hold(SETS_OUT) => Kind::Investigating,
        Kind::CauseFound if plain.hold(FINDS_A_LOAD) && !named() => Kind::Investigating,
        Kind::Escalated if plain.hold(TALKS) && !hands_over(text) && !plain.hands_over() => {
            Kind::Other
        }
        Kind::CauseFound if plain.supposes() && !stated() => Kind::Investigating,
        Kind::CauseFound if plain.say(GUESSES) && !plain.names_the_cause() => Kind::Hypothesis,
        Kind::CauseFound if plain.finds_who_suffered() && !named() => Kind::Investigating,
        _ => kind,
    }
}

/// True for an entry that tells what did not work, and nothing that anybody did about it.
pub(super) fn only_suffers(text: &str) -> bool {
    const DONE: &[&str] = &[
        "look", "logs", "find", "see", "guess", "test", "try", "decide", "cause", "wrong", "staff",
        "call", "tell", "alert", "fix", "back", "again", "ease", "release", "declare", "other",
    ];
    let words = sentences(text);
    let bad = classed(text, &["bad"]) || words.iter().flatten().any(|word| denies(&word.stem));
    bad && has(text, &[], SUFFERERS) && !classed(text, DONE)
}

pub(super) fn has(text: &str, beginnings: &[&str], whole: &[&str]) -> bool {
    words::words(text)
        .any(|(word, _)| begins_with_any(&word, beginnings) || whole.contains(&word.as_str()))
}

pub(super) fn classed(text: &str, classes: &[&str]) -> bool {
    sentences(text)
        .iter()
        .flatten()
        .any(|token| token.classes().any(|class| classes.contains(&class)))
}

/// True for a change, or for a load that grew: what fails or is down is the outage itself, and a
/// change that the author calls sound set off nothing.
pub(super) fn sets_off(text: &str) -> bool {
    let lower = text.to_lowercase();
    let sentence = words::sentences(&lower).into_iter().next();
    let first = sentence.map_or(lower.as_str(), |range| &lower[range]);
    let reason = OUTAGE_REASONS.iter().filter_map(|word| first.find(word));
    let main = &first[..reason.min().unwrap_or(first.len())];
    let suffers = in_state(main, &["bad", "fall"]);
    let happens = suffers && has(main, &["occur", "happen"], &[]);
    let changes = changes(main, suffers);
    let grows = !suffers && classed(main, &["rise"]) && has(main, LOAD, &[]);
    let comes = !suffers && classed(main, &["start"]) && has(main, COMING, &[]);
    let ends = PlainWords::of(main, None).hold(ENDS_A_CHANGE);
    (changes && !happens && !ends || grows || comes) && !holds_any(&lower, NO_TROUBLE)
}

/// True for the failure itself, or for how it was before: what begins, fails, is seen or is well,
/// and was not set off by what is told here.
pub(super) fn is_onset(text: &str) -> bool {
    const STATES: &[&str] = &["bad", "fall", "fine", "rise", "start", "well"];
    let sentence = words::sentences(text).into_iter().next();
    let first = sentence.map_or(text, |range| &text[range]);
    (in_state(first, STATES) || has(first, OBSERVED, &[])) && !sets_off(text)
}

/// True for words of these classes, or for what users have of an outage. Of the numbers, only some
/// are answers of a server that fails.
fn in_state(text: &str, classes: &[&str]) -> bool {
    let of = |token: &Token| token.classes().any(|class| classes.contains(&class));
    let mut tokens = sentences(text).into_iter().flatten();
    tokens.any(|token| token.stem != "#" && of(&token)) || has(text, OUTAGE, &[])
}

/// True if something is changed, and not only seen or denied.
fn changes(main: &str, suffers: bool) -> bool {
    let tokens: Vec<Token> = sentences(main).into_iter().flatten().collect();
    let is_change = |at: usize| {
        let word = lower_word(main, &tokens[at]);
        let fix = !suffers && tokens[at].classes().any(|class| class == "fix");
        tokens[at].classes().any(|class| SET_OFF.contains(&class))
            || fix
            || CHANGED.iter().any(|start| word.starts_with(start))
    };
    let seen = |at: usize| {
        let word = lower_word(main, &tokens[at]);
        OBSERVED.iter().any(|start| word.starts_with(start))
    };
    let denied = |at: usize| {
        denies(&tokens[at].stem) || begins_with_any(&tokens[at].stem, &["defer", "postpon"])
    };
    (0..tokens.len()).any(|at| {
        is_change(at) && !(0..at).any(seen) && !(at.saturating_sub(DENIED)..at).any(denied)
    })
}

/// So many words before a change may deny it.
const DENIED: usize = 4;

/// Words that lead from what came of it, before them, to the reason behind them, or to what has
/// not come yet.
const OUTAGE_REASONS: &[&str] =
    &[" due to ", " because ", " caused by ", " while ", " whilst ", " until "];

/// A suspect, a look or a try, and after it that it was nothing; or the author's word for it.
fn leads_nowhere(text: &str) -> bool {
    let lower = text.to_lowercase().replace('’', "'");
    if holds_any(&lower, NOWHERE) {
        return true;
    }
    let guessed = classed(text, &["guess"]);
    if !guessed && has(text, VERIFIED, &[]) {
        return false;
    }
    let tokens: Vec<Token> = sentences(text).into_iter().flatten().collect();
    let classed = |classes: &[&str]| {
        let of = |token: &Token| token.classes().any(|class| classes.contains(&class));
        tokens.iter().any(of)
    };
    let (tried, looked) = (classed(TRIED), classed(LOOKED));
    let word = |at: usize| lower_word(text, &tokens[at]);
    let refuted = |at: usize| {
        let absent = |at: usize| {
            let of = |starts: &[&str]| begins_with_any(&word(at), starts);
            of(ABSENT) || guessed && of(SUSPECTED)
        };
        let none = denies(&tokens[at].stem) && (at + 1..tokens.len().min(at + 5)).any(absent);
        none && (tried || looked)
            || tried && UNCHANGED.contains(&word(at).as_str())
            || looked && IN_ORDER.contains(&word(at).as_str())
    };
    let last = (0..tokens.len()).rev().find(|at| refuted(*at));
    // A new guess after the refutation is not what it refutes.
    let guess =
        (0..tokens.len()).rev().find(|at| GUESSED.iter().any(|start| word(*at).starts_with(start)));
    last.is_some_and(|last| guess.is_none_or(|guess| guess <= last))
}

fn lower_word(text: &str, token: &Token) -> String {
    text[token.range.clone()].to_lowercase()
}

/// A finding that is the stated cause, as far as one is stated, or calls itself the cause.
fn finds_the_cause(text: &str, cause: Option<&str>) -> bool {
    let lower = text.to_lowercase();
    if holds_any(&lower, ONE_OF_SEVERAL) {
        return false;
    }
    let says = |phrases: &[&str]| holds_any(&lower, phrases);
    let same = |cause| !shared(text, cause).is_empty();
    says(CAUSES) || cause.map_or_else(|| says(FOUND_TO_BE), same)
}

/// A finding that shares so many words with the stated cause, half of its own, is that cause.
const SAME_CAUSE: usize = 3;

fn states_the_cause(text: &str, cause: Option<&str>) -> bool {
    let told = words::sentences(text).into_iter().find(|range| {
        let sentence = &text[range.clone()];
        words::words(sentence).any(|(word, _)| FOUND.contains(&word.as_str()))
    });
    let Some((range, cause)) = told.zip(cause) else {
        return false;
    };
    let (told, rest) = (&text[range.clone()], &text[range.start..]);
    let denied = sentences(told).iter().flatten().any(|token| denies(&token.stem));
    let guessed = classed(rest, &["guess", "wrong"]);
    let named = told.to_lowercase().contains("root cause") && shares_cause(told, cause);
    let same = |told: &str, least| {
        let both = shared(told, cause).len();
        both >= least && both * 2 >= matter(told).len()
    };
    let found = words::words(told).find(|(word, _)| FOUND.contains(&word.as_str()));
    // "A stale lease found": what is found may stand before the word.
    let thing = found.map_or("", |(_, range)| match told[range.end..].trim_matches(['.', ' ']) {
        "" => &told[..range.start],
        behind => behind,
    });
    let meant = named || same(told, SAME_CAUSE) || same(thing, ALIKE);
    !denied && !guessed && finds_the_cause(text, Some(cause)) && meant
}

/// The stems of a text that are about its matter.
fn matter(text: &str) -> BTreeSet<String> {
    words::words(text)
        .map(|(word, _)| word)
        .filter(|word| word.len() > 2 && !word.starts_with(|c: char| c.is_ascii_digit()))
        .filter(|word| !ANYWHERE.contains(&word.as_str()))
        .map(|word| stem(&word))
        .collect()
}

/// True if a text tells of the same matter as the stated cause.
pub(super) fn shares_cause(text: &str, cause: &str) -> bool {
    !shared(text, cause).is_empty()
}

fn shared(one: &str, two: &str) -> BTreeSet<String> {
    matter(one).intersection(&matter(two)).cloned().collect()
}

fn hands_over(text: &str) -> bool {
    let lower = text.to_lowercase();
    holds_any(&lower, CALLED_IN)
        && classed(text, &["staff", "other"])
        && !sentences(text).iter().flatten().any(|token| denies(&token.stem))
}

pub(super) fn labelled_misleading(text: &str) -> bool {
    let lower = text.to_lowercase();
    holds_any(&lower, MISLEADING)
        && !lower.contains("no misleading")
        && !lower.contains("not misleading")
}

/// True if the last that is told is that it was misleading; what follows may be the finding.
fn ends_misled(text: &str) -> bool {
    let last = words::sentences(text).pop();
    last.is_some_and(|range| labelled_misleading(&text[range]))
}

/// True if a sentence beside the one that calls something misleading finds the cause.
fn finds_beside(text: &str, cause: Option<&str>) -> bool {
    let finds = |sentence: &&str| has(sentence, &[], FOUND) && !classed(sentence, &["guess"]);
    words::sentences(text)
        .into_iter()
        .map(|range| &text[range])
        .filter(|sentence| !labelled_misleading(sentence))
        .filter(finds)
        .any(|sentence| {
            let lower = sentence.to_lowercase();
            holds_any(&lower, CAUSES)
                || cause.is_some_and(|cause| shared(sentence, cause).len() >= ALIKE)
        })
}

fn applies_a_mitigation(text: &str) -> bool {
    let lower = text.to_lowercase();
    let told = [
        "mitigation applied", "mitigation was applied", "mitigation in place",
        "mitigation deployed", "incident mitigated", "issue mitigated",
    ];
    lower.starts_with("mitigated by ") || holds_any(&lower, &told)
}
