//! Measures that say of themselves that they are done, told apart from those that do not.

use super::purpose;
use super::task::is_intended;
use crate::document::section_roles::label_end;
use crate::words::verbs::is_verb;
use crate::words::{self, begins_with_any, holds_any};

/// True if a text promises its task: "We will add a bell", but not "a bell that will ring".
pub(super) fn is_promised(text: &str) -> bool {
    let lower = format!(" {} ", text.to_lowercase().replace('’', "'"));
    let promises = [
        " we will ", " i will ", " we'll ", " we plan to ", " we are planning ",
        " we're planning ", " we are going to ", " we're going to ", " we intend to ", " will be ",
        " team will ", " still to be ",
    ];
    holds_any(before_clause(&lower), &promises)
}

/// True if a text speaks of what is still to come.
fn is_ahead(lower: &str) -> bool {
    let plans =
        [" planned ", " next week", " next month", " next quarter", " pending ", " not yet "];
    is_intended(lower) || holds_any(lower, &plans)
}

/// A text up to "… where errors have been seen".
pub(super) fn before_clause(lower: &str) -> &str {
    let relative = [
        " where ", " that ", " which ", " who ", " whose ", " whereas ", " because ", " if ",
        " whether ", " in case ", " until ", " when ", " so ", " should it ", " should they ",
    ];
    let at = relative
        .iter()
        .flat_map(|word| lower.match_indices(word).map(|(at, _)| at))
        .filter(|at| *at > 0)
        .min();
    at.map_or(lower, |at| &lower[..=at])
}

/// "We added …", "the team quickly automated …", "I set up …".
pub(super) fn team_did(lower: &str) -> bool {
    acts(lower, &[])
}

/// The same, of anything but these verbs.
fn acts(lower: &str, except: &[&str]) -> bool {
    let adverb = |word: &String| word.ends_with("ly") && !is_verb(word);
    let words: Vec<String> =
        words::words(lower).map(|(word, _)| word).filter(|word| !adverb(word)).collect();
    let who = |word: &str| {
        matches!(
            word,
            "we" | "i"
                | "team"
                | "engineers"
                | "they"
                | "already"
                | "also"
                | "were"
                | "was"
                | "have"
                | "we've"
        )
    };
    let did = |word: &str| {
        is_past(word) && !except.contains(&word)
            || matches!(word, "set" | "wrote" | "put" | "built" | "made")
    };
    words.windows(2).enumerate().any(|(at, pair)| {
        let passive = matches!(pair[0].as_str(), "were" | "was");
        let helped = pair[0] == "have" && imagines(&words[..at]);
        who(&pair[0]) && did(&pair[1]) && !helped || passive && FINISHED.contains(&pair[1].as_str())
    })
}

/// Verbs that say that something was done to a thing, and that no task begins with.
const FINISHED: &[&str] = &[
    "accelerated", "applied", "briefed", "built", "compensated", "concluded", "finalised",
    "finalized", "finished", "given", "instructed", "placed", "posted", "reimbursed", "refunded",
    "sent", "settled", "taught", "written",
];

/// Verbs for a thing that was thought, said or found, but not yet done.
const THOUGHT: &[&str] = &[
    "agreed", "assigned", "considered", "decided", "delayed", "determined", "discussed",
    "expected", "identified", "noted", "observed", "planned", "proposed", "raised", "recommended",
    "reported", "requested", "required", "scheduled", "suggested",
];

/// The past of verbs with which a list says what was done, though none of it has an article:
/// "Improved monitoring" may be wanted, "Switched to cron" is done.
const DONE: &[&str] = &[
    "added", "adjusted", "changed", "conducted", "configured", "created", "deleted", "deployed",
    "developed", "disabled", "enabled", "fixed", "implemented", "installed", "introduced",
    "migrated", "modified", "moved", "patched", "performed", "purged", "reconfigured", "removed",
    "replaced", "reverted", "reworked", "re-worked", "rolled", "switched", "tweaked", "upgraded",
    // No task begins with the past of these.
    "bought", "built", "found", "gave", "got", "held", "sent", "taught", "told", "took", "wrote",
];

/// True if the words before "have" make of it what only might have been: "could have warned us".
fn imagines(before: &[String]) -> bool {
    let last = before.last().map_or("", String::as_str);
    matches!(last, "could" | "might" | "should" | "would")
}

/// True if a clause says that something "has been" done to a thing; "have been very slow" says how
/// it is.
fn was_made(clause: &str) -> bool {
    let adverb = |word: &str| word.ends_with("ly") || matches!(word, "already" | "also" | "now");
    let words: Vec<String> =
        words::words(clause).map(|(word, _)| word).filter(|word| !adverb(word)).collect();
    words.windows(3).enumerate().any(|(at, three)| {
        let (has, been, done) = (&*three[0], &*three[1], &*three[2]);
        let irregular = ["built", "done", "made", "put", "sent", "set", "written"];
        matches!(has, "has" | "have")
            && !imagines(&words[..at])
            && been == "been"
            && (irregular.contains(&done) || done.ends_with("ed"))
            && !THOUGHT.contains(&done)
    })
}

/// True if a text tells of a ticket for what is to be done: "Created a ticket to add an alert".
fn is_ticketed(lower: &str) -> bool {
    let names = ["ticket", "tickets", "issue", "story", "card", "spike"];
    let named = |name: &&str| {
        [" to ", " for "].iter().any(|link| lower.contains(&format!(" {name}{link}")))
    };
    names.iter().any(named)
        && holds_any(lower, &["created", "raised", "opened", "filed", "logged", "added"])
}

/// True if a word is the past of a verb that tasks begin with.
pub(super) fn is_past(word: &str) -> bool {
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

/// True if a task says of itself that it is done.
pub(crate) fn says_done(text: &str) -> bool {
    let lower = format!(" {} ", text.to_lowercase().replace('’', "'"));
    let marks = ["✅", "✔", "☑", "[x]", "[done", "(done", "done!", "(accomplished", "status: done"];
    if holds_any(&lower, &marks) || notes_done(&lower) {
        return true;
    }
    // "Order ropes again (we sold ours)" says nothing of itself in brackets.
    let lower = purpose::without_brackets(&lower);
    if says_when(&lower) || is_since_done(text) {
        return true;
    }
    // "Better bells: we hung two" says so behind its name.
    let told = label_end(&lower).map_or(&*lower, |end| &lower[end + 1..]);
    let noted = told.trim_start().starts_with("note that ");
    let told = told.replacen(" note that ", " ", 1);
    // "Extend the list of jobs that were switched off" is still to be done.
    if is_order(&told) && !noted || is_ticketed(&told) {
        return false;
    }
    if told.split('—').any(acted) {
        return true;
    }
    // "Added an alert" is done; "Improved monitoring" is wanted.
    let words: Vec<String> = words::words(&told).map(|(word, _)| word).collect();
    let article = ["a", "an", "the", "our", "all", "its", "this", "that", "new"];
    let begins = match &words[..] {
        [first, second, ..] => {
            DONE.contains(&first.as_str()) || is_past(first) && article.contains(&second.as_str())
        }
        _ => false,
    };
    let ends = ["raised", "done", "fixed", "deployed", "merged", "released"];
    let last = words.last().is_some_and(|word| ends.contains(&word.as_str()));
    begins || last && words.len() > 1 && !is_ahead(&told) && !told.contains(" be ")
}

/// "… - done", "(merged in #12)", "Done: wax the ropes", not "… - done by hand it takes hours".
fn notes_done(lower: &str) -> bool {
    const LEADS: [&str; 7] = [" (", " [", " - ", " – ", " — ", ": ", ", "];
    let ends = |rest: &str| {
        let rest = rest.trim_start_matches(['*', '_']);
        let told = rest.trim();
        let more = [" in ", " on ", " as of ", " with #", " via #", " #"];
        told.is_empty()
            || told.starts_with(['.', ',', ';', ')', ']', '!', ':', '(', '-', '–', '—'])
            || begins_with_any(rest, &more)
    };
    let said = |word: &&str| {
        LEADS.iter().any(|lead| {
            let tail = format!("{lead}{word}");
            lower.match_indices(&tail).any(|(at, _)| ends(&lower[at + tail.len()..]))
        })
    };
    let first = |word: &&str| {
        let rest = lower.trim_start().strip_prefix(*word);
        let cuts = [": ", " - ", " – ", " — "];
        rest.is_some_and(|rest| begins_with_any(rest, &cuts))
    };
    STATED.iter().any(said) || STATED[..2].iter().any(first)
}

/// Words that say of the task before them that it is done.
const STATED: [&str; 10] = [
    "done", "completed", "complete", "fixed", "closed", "merged", "shipped", "deployed",
    "implemented", "already done",
];

/// True if a part of a text tells that something was done. A clause in it tells of what is to be
/// done, not that it is done.
fn acted(part: &str) -> bool {
    let clause = before_clause(part);
    let past = [
        " was added", " were added", " are now ", " is now ", " confirmed working",
        " verified working", " confirmed to be ",
    ];
    let made = holds_any(clause, &past) || was_made(clause);
    (made || acts(clause, THOUGHT)) && !is_ahead(clause)
}

/// True if a later sentence says that the task is done: "Grease the axle. We did that already".
fn is_since_done(text: &str) -> bool {
    let sentences = words::sentences(text);
    sentences.iter().skip(1).any(|sentence| {
        let told = format!(" {} ", text[sentence.clone()].to_lowercase());
        points_back(&told) && acted(&told)
    })
}

/// True if a sentence speaks of no thing but what was said: "This has been done".
pub(super) fn points_back(told: &str) -> bool {
    let words: Vec<String> = words::words(told).map(|(word, _)| word).collect();
    let that = |word: &String| matches!(word.as_str(), "that" | "this" | "it" | "these");
    let done = ["done", "finished", "fixed", "implemented"];
    let known = |word: &String| done.contains(&word.as_str());
    words.len() <= 7 && words.iter().any(that) && words.iter().any(known)
}

/// True if the measures of one list are all done: each begins with a past, and one of them with
/// one that no wish begins with. "Improved bells" alone may be wanted.
pub(super) fn all_past<'a>(tasks: impl Iterator<Item = &'a str>) -> bool {
    let (mut all, mut sure, mut most) = (true, false, 0);
    for task in tasks {
        let told = label_end(task).map_or(task, |end| &task[end + 1..]);
        let first = words::words(told).next().map(|(word, _)| word);
        all &= first.as_deref().is_some_and(is_past);
        sure |= first.is_some_and(|first| DONE.contains(&first.as_str()));
        most += 1;
    }
    all && sure && most > 1
}

/// "… done in #12", "… done on Monday", but not "what can be done in such a case".
fn says_when(lower: &str) -> bool {
    let at = [" done in ", " done on "].iter().find_map(|words| lower.find(words));
    let helping = [" be", " is", " are", " to", " get", " not"];
    at.is_some_and(|at| !helping.iter().any(|word| lower[..at].ends_with(word)))
}

/// True if a text begins with a verb in its plain form.
fn is_order(text: &str) -> bool {
    let noun = [
        "alert", "alerts", "monitor", "monitors", "log", "logs", "lock", "report", "reports",
        "test", "tests", "change", "changes", "patch", "backup", "fix",
    ];
    words::words(text).next().is_some_and(|(word, _)| {
        is_verb(&word) && !is_past(&word) && !noun.contains(&word.as_str())
    })
}

/// True if a status column says that it is done.
pub(crate) fn is_done_word(status: &str) -> bool {
    const NOT: [&str; 14] = [
        "not", "no", "progress", "todo", "be", "to", "partially", "partly", "half", "almost",
        "mostly", "pending", "when", "once",
    ];
    const DONE: [&str; 20] = [
        "applied", "cleaned", "deleted", "removed", "revoked", "rotated", "done", "complete",
        "completed", "closed", "fixed", "merged", "shipped", "finished", "resolved", "deployed",
        "implemented", "released", "landed", "yes",
    ];
    let lower = status.to_lowercase();
    let words: Vec<String> = words::words(&lower).map(|(word, _)| word).collect();
    let has = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    !has(&NOT) && (has(&DONE) || holds_any(&lower, &["✅", "✔", "[x]"]))
}

/// True for a cell of notes that ends with the state of its task: "#12 **DONE**".
pub(super) fn ends_done(cell: &str) -> bool {
    let words: Vec<&str> = cell.split_whitespace().collect();
    let last = words.last().map(|word| word.trim_matches(['*', '_', '(', ')', '.', ',']));
    words.len() < 4
        && last.is_some_and(|last| matches!(&*last.to_lowercase(), "done" | "completed"))
        && !words.iter().any(|word| word.eq_ignore_ascii_case("not"))
}
