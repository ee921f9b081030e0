//! Whether a sentence names a thing to do, whether it is done, whose it is, and what it is for.

use super::remarks;
use crate::words;
use crate::words::verbs::{begins_with_verb, is_verb};

/// What a sentence does among the measures.
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

/// Whether a paragraph closes the measures as a whole.
pub(crate) fn closes(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    [
        "by implementing",
        "by taking",
        "by prioritizing",
        "by addressing",
        "by following",
        "by adopting",
        "in conclusion",
        "conclusion",
        "with these",
        "overall",
        "in summary",
        "this postmortem",
        "sincerely",
        "we apologize",
        "through these",
    ]
    .iter()
    .any(|start| lower.starts_with(start))
        || ["is committed to", "we are committed", "sincerely,"]
            .iter()
            .any(|part| lower.contains(part))
}

/// How sentences begin that say what is good in general, or what would have been.
const ADVICE: &[&str] = &[
    "it is always",
    "it's always",
    "it is important",
    "it's important",
    "it is essential",
    "it is crucial",
    "it was noted",
    "this error would",
    "this error could",
    "this issue could",
    "this issue would",
    "this could have",
    "this kind of",
];

/// What a sentence does among the measures.
pub(crate) fn telling(text: &str) -> Telling {
    let lower = text.trim().to_lowercase().replace('’', "'");
    let lower = lower
        .strip_prefix("note that ")
        .unwrap_or(&lower)
        .to_string();
    let starts = |all: &[&str]| all.iter().any(|start| lower.starts_with(start));
    let holds = |all: &[&str]| all.iter().any(|part| lower.contains(part));
    if starts(&[
        "by implementing",
        "by taking",
        "by prioritizing",
        "by addressing",
        "by following",
        "by adopting",
        "by learning",
        "by doing",
        "by proactively",
        "by making",
        "by focusing",
        "by incorporating",
        "in conclusion",
        "with these",
        "these measures",
        "these actions",
        "these steps",
        "these improvements",
        "these tasks",
        "these changes",
        "these corrective",
        "through these",
        "overall",
        "this postmortem",
        "this incident",
        "together",
        "we are committed",
        "we remain committed",
        "we apologize",
        "we hope",
        "we aim",
        "we believe",
        "in summary",
        "remember",
        "thank",
        "our goal",
        "the goal",
        "this will",
        "this would",
        "this way",
        "this ensures",
        "this should help",
        "this precaution",
        "doing so",
        "so that",
        "it is our",
        "happy",
        "stay tuned",
    ]) {
        return Telling::Closing;
    }
    if starts(ADVICE) || remarks::observes(&lower) || remarks::is_meeting(&lower) {
        return Telling::Aside;
    }
    let follows = lower.ends_with(':')
        || holds(&[
            "the following",
            "as follows",
            "following measures",
            "following steps",
            "below steps",
            "steps below",
            "these steps",
            "below:",
            "measures will be taken",
            "listed below",
        ]);
    let gathers = holds(&[
        "list of",
        "measures that",
        "steps that",
        "recommended measures",
        "measures to be taken",
        "measures are",
        "measures is",
        "measures include",
        "steps to tackle",
        "internal evaluation",
        "internal review",
        "must contain",
        "broadly speaking",
        "suggested corrective",
    ]);
    if (follows || gathers) && (!begins_with_verb(text) || lower.starts_with("to ")) {
        return Telling::Intro;
    }
    if lower.ends_with(':') {
        return Telling::Intro;
    }
    let modal = [
        " should ",
        " must ",
        " will ",
        " shall ",
        " need to ",
        " needs to ",
        " have to ",
        " has to ",
        " plan to ",
        " going to ",
        " recommend",
        " imperative ",
        " necessary ",
        "can be improved",
        " could be ",
        " could have ",
        "be better to",
        " ought to ",
        "we can ",
        "can we ",
        "we want to ",
        "'ll ",
        "we're ",
        "we are ",
        " would be ",
        " would prevent ",
        " to be ",
        "aim to ",
        " allowed to ",
        " requires ",
    ];
    let done = [
        "we've ",
        "we have ",
        "has been ",
        "have been ",
        "was added",
        "were added",
        "now blocked",
        "we added",
        "we installed",
        "we changed",
        "we moved",
        "we fixed",
        "we updated",
        "we created",
        "we set up",
        "we implemented",
        "are now ",
        "is now ",
        "we also added",
        "installed ",
        "ticket raised",
        "we now ",
    ];
    // "A breaker stops requests that will fail" says what a breaker is.
    let defines = starts(&["a ", "an "]);
    let told = if defines {
        before_clause(&lower)
    } else {
        &lower
    };
    let holds = |all: &[&str]| all.iter().any(|part| told.contains(part));
    if begins_with_verb(text) || holds(&modal) || holds(&done) || team_did(told) {
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

/// Whether a sentence says what is still to be done.
pub(crate) fn is_intended(text: &str) -> bool {
    let lower = text.to_lowercase();
    [
        " should ",
        " must ",
        " will ",
        " need to ",
        " needs to ",
        " going to ",
        " plan to ",
    ]
    .iter()
    .any(|word| lower.contains(word))
}

/// Whether a text speaks of what is still to come.
fn is_ahead(lower: &str) -> bool {
    let plans = [" planned ", " next week", " next month", " next quarter"];
    is_intended(lower) || plans.iter().any(|plan| lower.contains(plan))
}

/// A text up to "… where errors have been seen".
fn before_clause(lower: &str) -> &str {
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
fn team_did(lower: &str) -> bool {
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
    words.windows(2).any(|pair| who(&pair[0]) && did(&pair[1]))
}

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

/// A line that is a link and nothing else.
pub(crate) fn is_bare_link(text: &str) -> bool {
    let text = text.trim().trim_matches(['<', '>']);
    (text.starts_with("http://") || text.starts_with("https://"))
        && !text.contains(char::is_whitespace)
}
