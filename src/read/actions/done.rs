//! Whether a measure is done, as it says of itself.

use super::task::is_intended;
use crate::words;
use crate::words::verbs::is_verb;

/// Whether a text speaks of what is still to come.
fn is_ahead(lower: &str) -> bool {
    let plans = [" planned ", " next week", " next month", " next quarter"];
    is_intended(lower) || plans.iter().any(|plan| lower.contains(plan))
}

/// A text up to "… where errors have been seen".
pub(super) fn before_clause(lower: &str) -> &str {
    let relative = [
        " where ",
        " that ",
        " which ",
        " who ",
        " whose ",
        " whereas ",
        " because ",
    ];
    let at = relative.iter().filter_map(|word| lower.find(word)).min();
    at.map_or(lower, |at| &lower[..=at])
}

/// "We added …", "the team quickly automated …", "I set up …".
pub(super) fn team_did(lower: &str) -> bool {
    let adverb = |word: &String| word.ends_with("ly") && !is_verb(word);
    let words: Vec<String> = words::words(lower)
        .map(|(word, _)| word)
        .filter(|word| !adverb(word))
        .collect();
    let who = |word: &str| {
        matches!(
            word,
            "we" | "i" | "team" | "engineers" | "they" | "also" | "were" | "was" | "have" | "we've"
        )
    };
    let did =
        |word: &str| is_past(word) || matches!(word, "set" | "wrote" | "put" | "built" | "made");
    words.windows(2).any(|pair| {
        let passive = matches!(pair[0].as_str(), "were" | "was");
        who(&pair[0]) && did(&pair[1]) || passive && FINISHED.contains(&pair[1].as_str())
    })
}

/// What was done to something, in verbs that no task begins with.
const FINISHED: &[&str] = &[
    "accelerated",
    "applied",
    "compensated",
    "concluded",
    "finalised",
    "finalized",
    "finished",
    "reimbursed",
    "refunded",
    "settled",
];

/// Whether a word is the past of a verb that tasks begin with.
fn is_past(word: &str) -> bool {
    word.strip_suffix("ed").is_some_and(|stem| {
        // "Reconfigured" is "configured" once more.
        let again = stem.strip_prefix("re").unwrap_or(stem);
        [stem, again].iter().any(|stem| {
            is_verb(stem)
                || is_verb(&format!("{stem}e"))
                || stem.len() > 3 && stem.get(..stem.len() - 1).is_some_and(is_verb)
        })
    })
}

/// Whether a task says of itself that it is done.
pub(crate) fn says_done(text: &str) -> bool {
    let lower = format!(" {} ", text.to_lowercase().replace('’', "'"));
    let marks = [
        "✅",
        "✔",
        "☑",
        "[x]",
        "(done",
        "done!",
        "(completed",
        "(accomplished",
        "(fixed",
        "done in ",
        " - done",
        "– done",
        "— done",
        ": done",
        "status: done",
        "(closed",
        ", done ",
        " done on ",
    ];
    if marks.iter().any(|mark| lower.contains(mark)) {
        return true;
    }
    let lower = lower.replacen(" note that ", " ", 1);
    let noted = lower.trim().len() < text.trim().len();
    // "Extend the list of jobs that were switched off" is still to be done.
    if is_order(text) && !noted {
        return false;
    }
    // What a clause tells is of what is to be done, not that it is done.
    let lower = before_clause(&lower);
    let past = [
        " has been ",
        " have been ",
        " was added",
        " were added",
        " are now ",
        " is now ",
        " confirmed working",
        " verified working",
        " confirmed to be ",
    ];
    if past.iter().any(|word| lower.contains(word)) || (team_did(lower) && !is_ahead(lower)) {
        return true;
    }
    // "Added an alert" is done; "Improved monitoring" is wanted.
    let mut words = words::words(text).map(|(word, _)| word);
    let first = words.next().is_some_and(|word| is_past(&word));
    first
        && words.next().is_some_and(|word| {
            matches!(
                word.as_str(),
                "a" | "an" | "the" | "our" | "all" | "its" | "this" | "that" | "new"
            )
        })
}

/// Whether a text begins with a verb in its plain form.
fn is_order(text: &str) -> bool {
    let noun = [
        "alert", "alerts", "monitor", "monitors", "log", "logs", "lock", "report", "reports",
        "test", "tests", "change", "changes", "patch", "backup", "fix",
    ];
    words::words(text).next().is_some_and(|(word, _)| {
        is_verb(&word) && !is_past(&word) && !noun.contains(&word.as_str())
    })
}

/// Whether a status column says that it is done.
pub(crate) fn is_done_word(status: &str) -> bool {
    let lower = status.to_lowercase();
    let not = lower.contains("not ")
        || lower.contains("in progress")
        || lower.contains("to do")
        || lower.contains("todo");
    !not && [
        "done", "complete", "closed", "fixed", "merged", "shipped", "finished", "resolved",
        "deployed", "✅", "✔", "[x]", "yes",
    ]
    .iter()
    .any(|word| lower.contains(word))
}
