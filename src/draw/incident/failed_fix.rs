//! A dead end that was no false lead: a fix that did not help.

use crate::incident::Kind;
use crate::words::{begins_with_any, holds_any};

/// True if a dead end tells of a fix that failed; `before` is the entry before it. A dead end right
/// after a fix is about the fix. A restart in vain is one even where a guess led to it: the guess
/// may still have been right.
pub(super) fn is_failed_fix(text: &str, before: Option<(Kind, &str)>) -> bool {
    let guessed = before.is_some_and(|(_, text)| supposes(text));
    let follows = before.is_some_and(|(kind, _)| kind == Kind::Fixing);
    (!guessed || restarts(text)) && failed_to_mend(text) || was_a_fix(text) || follows
}

/// "Restarted the presses": the fault itself was to go, whatever was guessed.
fn restarts(text: &str) -> bool {
    begins_with_any(&text.to_lowercase(), &["restart", "reboot", "redeploy", "rolled back"])
}

/// True if the text tells of something meant as the fix, not as a look at a suspect.
fn was_a_fix(text: &str) -> bool {
    let text = text.to_lowercase();
    holds_any(
        &text,
        &[
            "to resolve", "to fix", "fix failed", "fix did not", "fix does not", "attempted fix",
            "fix has been attempted", "fix was attempted", "rollback failed", "rollback did not",
            "not resolve",
        ],
    )
}

/// True if something was done to the system and did not help; an author's word for a suspect that
/// was none stays a false lead.
fn failed_to_mend(text: &str) -> bool {
    const DONE: &[&str] = &[
        "restart", "reboot", "redeploy", "failover", "failed over", "fail over", "rolled back",
        "roll back", "rollback", "roll over", "rollover", "re-run", "reran", "retried", "retry",
        "reverted", "scaled", "cordon", "deleted", "deleting", "revoke", "removed the",
        "remove the", "replicas", "deploying", "is attempted", "was attempted", "attempt fails",
        "attempt failed", "try to use", "tried to use", "tried to turn", "attempting", "rerout",
        "turned off", "resiz", "deactivat", "changing",
    ];
    const FAILED: &[&str] = &[
        "but it failed", "failed to", "failed.", " failed", "fails", "failing", "times out",
        "timed out", "not enough", "not recover", "did not help", "didn't help", "no effect",
        "no improvement", "not improve", "persist", "unsuccessful", "without success", "still",
        "to no avail", "not seem to", "off and on again", "continued", "crashes again",
        "unchanged", "fails again", "remain", "not solve",
    ];
    const NAMED: &[&str] = &[
        "false lead", "mislead", "red herring", "ruled out", "unrelated", "not the cause",
        "to find the", "audit log",
    ];
    let suspect = supposes(text);
    let text = text.to_lowercase().replace('’', "'");
    let any = |words: &[&str]| holds_any(&text, words);
    any(DONE) && any(FAILED) && !any(NAMED) && !suspect
}

/// A guess at the cause.
fn supposes(text: &str) -> bool {
    let text = text.to_lowercase();
    holds_any(&text, &["suspect", "assum", "hypothes", "believ", "guess"])
}
