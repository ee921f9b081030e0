//! Sentences that name a thing to do, told apart from those that do not.

use super::done::{before_clause, team_did};
use super::order::{advises, behind_condition, commits, observes, orders};
use super::remarks;
use crate::words::verbs::is_verb;
use crate::words::{self, begins_with_any, holds_any};

/// The part that a sentence plays among the measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Telling {
    /// It names a thing to do.
    Task,
    /// It leads to the measures: "we will take the following steps".
    Intro,
    /// It closes them: "By implementing these measures …".
    Closing,
    /// It explains, or says something else.
    Aside,
    /// It could be a measure in a list of measures.
    Unsure,
}

/// True if a paragraph closes the measures as a whole.
pub(crate) fn closes(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    begins_with_any(
        &lower,
        &[
            "by implementing", "by taking", "by prioritizing", "by addressing", "by following",
            "by adopting", "in conclusion", "conclusion", "with these", "overall", "in summary",
            "this postmortem", "sincerely", "we apologize", "through these",
        ],
    ) || holds_any(&lower, &["is committed to", "we are committed", "sincerely,"])
}

/// Beginnings of sentences that say what is good in general, or what would have been.
const ADVICE: &[&str] = &[
    "it is always", "it's always", "it is important", "it's important", "it is essential",
    "it is crucial", "it was noted", "this error would", "this error could", "this issue could",
    "this issue would", "this could have", "this kind of", "the current ", "current ",
    "the ideal ",
];

/// The part that a sentence plays among the measures.
pub(crate) fn telling(text: &str) -> Telling {
    let lower = text.trim().to_lowercase().replace('’', "'");
    let lower = lower.strip_prefix("note that ").unwrap_or(&lower).to_string();
    let after = ["moving forward, ", "going forward, ", "in the future, ", "ultimately, "];
    let bare = after.iter().find_map(|lead| lower.strip_prefix(lead));
    let bare = bare.unwrap_or(&lower).to_string();
    let starts = |all: &[&str]| begins_with_any(&bare, all);
    if starts(&[
        "by implementing", "by taking", "by prioritizing", "by addressing", "by following",
        "by adopting", "by learning", "by doing", "by proactively", "by making", "by focusing",
        "by incorporating", "in conclusion", "with these", "these measures", "these actions",
        "these steps", "these improvements", "these tasks", "these changes", "these corrective",
        "through these", "overall", "this postmortem", "this incident", "together",
        "we are committed", "we remain committed", "we apologize", "we apologise", "we take this",
        "we take full", "we sincerely", "we are sorry", "we're sorry", "apologies", "we hope",
        "we aim", "we believe", "in summary", "remember", "thank", "well done", "kudos",
        "shout-out", "shoutout", "great job", "great work", "good job", "good work", "a big thank",
        "we would like to thank", "we want to thank", "we'd like to thank", "our goal", "the goal",
        "this will", "this would", "this way", "this ensures", "this should help",
        "this precaution", "doing so", "so that", "it is our", "happy", "stay tuned",
        "on a lighter note",
    ]) {
        return Telling::Closing;
    }
    let starts = |all: &[&str]| begins_with_any(&lower, all);
    let about = starts(ADVICE) || advises(&lower) || observes(&lower) || remarks::observes(&lower);
    if about || remarks::is_meeting(&lower) {
        return Telling::Aside;
    }
    // "If a rope tears, call the sexton" orders what comes behind the comma.
    let whole = lower;
    let lower = behind_condition(&whole).unwrap_or(&whole).to_string();
    let starts = |all: &[&str]| begins_with_any(&lower, all);
    let holds = |all: &[&str]| holds_any(&lower, all);
    let open = [" we will", " i will", " will be", " we should", " are", " include"];
    let follows = lower.ends_with(':')
        || open.iter().any(|end| lower.ends_with(end))
        || holds(&[
            "the following", "as follows", "following measures", "following steps", "below steps",
            "steps below", "these steps", "below:", "measures will be taken", "listed below",
        ]);
    let gathers = holds(&[
        "measures that", "steps that", "recommended measures", "measures to be taken",
        "measures are", "measures is", "measures include", "steps to tackle",
        "internal evaluation", "internal review", "must contain", "broadly speaking",
        "suggested corrective", "tasks have been", "been outlined",
    ]) || holds(&["list of tasks", "list of actions", "list of action items"])
        || holds(&[" list of"]) && !is_assigned(&lower) && !commits(&lower);
    if (follows || gathers) && (!orders(text) || lower.starts_with("to ")) {
        return Telling::Intro;
    }
    if lower.ends_with(':') {
        return Telling::Intro;
    }
    let modal = [
        " should ", " must ", " will ", " shall ", " need to ", " needs to ", " have to ",
        " has to ", " plan to ", " plans to ", " continuing to ", " going to ", " recommend",
        " imperative ", " necessary ", "can be improved", " could be ", "we could have ",
        "be better to", " ought to ", "we can ", "can we ", "we want to ", "'ll ", " would be ",
        " would prevent ", " to be ", "aim to ", " allowed to ", " requires ", " needs a ",
        " needs an ", " needs better ", " needs more ", "was decided", "was agreed",
    ];
    let done = [
        "we've ", "we have ", "has been ", "have been ", "have already been ", "has already been ",
        "was added", "were added", "now blocked", "we added", "we installed", "we changed",
        "we moved", "we fixed", "we updated", "we created", "we set up", "we implemented",
        "are now ", "is now ", "we also added", "installed ", "ticket raised", "we now ",
    ];
    // "A breaker stops requests that will fail" says what a breaker is.
    let defines = starts(&["a ", "an "]);
    let told = if defines { before_clause(&lower) } else { &lower };
    let holds = |all: &[&str]| holds_any(told, all);
    // "If the bell rings, the call will be with him" says how it is.
    let wanted = [" we ", "should", "must", " need", " have to", " allowed"];
    if lower.starts_with("if ") && !holds_any(&lower, &wanted) {
        return Telling::Aside;
    }
    if owns(&lower) {
        return Telling::Aside;
    }
    let does = holds(&modal) || is_doing(told) || holds(&done);
    if is_assigned(&lower) || orders(&lower) || does || team_did(told) {
        return Telling::Task;
    }
    if starts(&[
        "it ", "the ", "this ", "that ", "there ", "which ", "because", "since ", "while ",
        "although", "however", "if ",
    ]) {
        return Telling::Aside;
    }
    Telling::Unsure
}

/// "We have a spare rope", which nobody has to do.
fn owns(lower: &str) -> bool {
    let rest = ["we have ", "we already have ", "i have "]
        .iter()
        .find_map(|lead| lower.strip_prefix(lead));
    rest.is_some_and(|rest| begins_with_any(rest, &["a ", "an ", "the ", "our "]))
}

/// "We are adding a bell", "we're also going to", not "we're on it".
pub(super) fn is_doing(lower: &str) -> bool {
    let words: Vec<String> = words::words(lower).map(|(word, _)| word).collect();
    let are =
        |at: usize| words[at] == "we're" || at > 0 && words[at] == "are" && words[at - 1] == "we";
    (0..words.len()).filter(|at| are(*at)).any(|at| {
        let next = words[at + 1..].iter().take(2);
        next.clone().any(|word| word.ends_with("ing"))
    })
}

/// "Ada to send the ropes".
fn is_assigned(lower: &str) -> bool {
    let mut words = words::words(lower).map(|(word, _)| word);
    let who = words.next().unwrap_or_default();
    let leads = ["how", "what", "where", "when", "in", "due", "easy", "ways", "steps"];
    let to = words.next().is_some_and(|word| word == "to");
    to && !leads.contains(&&*who) && words.next().is_some_and(|word| is_verb(&word))
}

/// True if a sentence says what is still to be done.
pub(crate) fn is_intended(text: &str) -> bool {
    let lower = text.to_lowercase();
    holds_any(
        &lower,
        &[" should ", " must ", " will ", " need to ", " needs to ", " going to ", " plan to "],
    )
}
