//! The word beside a row's dot: what the report says for certain that it was.

use crate::draw::incident::plan::PlanRow;
use crate::draw::marks::Mark;
use crate::incident::Kind;

/// The word beside a dot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MarkLabel {
    Trigger,
    Detected,
    Guess,
    FalseLead,
    FixFailed,
    Escalated,
    /// Something that looked like the cause before it was found.
    Clue,
    Cause,
    Mitigated,
    Resolved,
}

impl MarkLabel {
    pub(super) fn word(self) -> &'static str {
        match self {
            MarkLabel::Trigger => "Trigger",
            MarkLabel::Detected => "Detected",
            MarkLabel::Guess => "Guess",
            MarkLabel::FalseLead => "False lead",
            MarkLabel::FixFailed => "Fix failed",
            MarkLabel::Escalated => "Escalated",
            MarkLabel::Clue => "Clue",
            MarkLabel::Cause => "Cause",
            MarkLabel::Mitigated => "Mitigated",
            MarkLabel::Resolved => "Resolved",
        }
    }

    /// Led nowhere.
    pub(super) fn failed(self) -> bool {
        matches!(self, MarkLabel::FalseLead | MarkLabel::FixFailed)
    }

    /// The two that everybody looks for.
    pub(super) fn weighty(self) -> bool {
        matches!(self, MarkLabel::Cause | MarkLabel::Resolved)
    }
}

/// The sign of each row.
pub(super) fn signs(rows: &[PlanRow]) -> Vec<Option<MarkLabel>> {
    let first = |kind: Kind| rows.iter().position(|row| row.kind == kind);
    let (trigger, detected) = (first(Kind::Trigger), first(Kind::Detected));
    let mitigated = first(Kind::Mitigated);
    // A dead end right after a fix is about the fix.
    let follows = |at: usize, kind: Kind| at > 0 && rows[at - 1].kind == kind;
    let guessed = |at: usize| at > 0 && supposes(&rows[at - 1].text);
    rows.iter()
        .enumerate()
        .map(|(at, row)| match (row.kind, row.mark) {
            (_, Some(Mark::Tick)) => Some(MarkLabel::Resolved),
            (_, Some(Mark::Lens)) => Some(MarkLabel::Cause),
            (Kind::CauseFound, _) => Some(MarkLabel::Clue),
            (Kind::Hypothesis, _) => Some(MarkLabel::Guess),
            // What only tested a guess was no fix of the fault.
            (Kind::DeadEnd, _) if failed_to_mend(&row.text) && !guessed(at) => {
                Some(MarkLabel::FixFailed)
            }
            (Kind::DeadEnd, _) if was_a_fix(&row.text) || follows(at, Kind::Fixing) => {
                Some(MarkLabel::FixFailed)
            }
            (Kind::DeadEnd, _) => Some(MarkLabel::FalseLead),
            (Kind::Escalated, _) => Some(MarkLabel::Escalated),
            (Kind::Trigger, _) if trigger == Some(at) => Some(MarkLabel::Trigger),
            (Kind::Detected, _) if detected == Some(at) => Some(MarkLabel::Detected),
            (Kind::Mitigated, _) if mitigated == Some(at) => Some(MarkLabel::Mitigated),
            _ => None,
        })
        .collect()
}

/// True if the text tells of something meant as the fix, not as a look at a suspect.
fn was_a_fix(text: &str) -> bool {
    let text = text.to_lowercase();
    [
        "to resolve",
        "to fix",
        "fix failed",
        "fix did not",
        "attempted fix",
        "rollback failed",
        "rollback did not",
        "not resolve",
    ]
    .iter()
    .any(|words| text.contains(words))
}

/// True if something was done to the system and did not help; an author's word for a suspect that
/// was none stays a false lead.
fn failed_to_mend(text: &str) -> bool {
    const DONE: &[&str] = &[
        "restart",
        "reboot",
        "redeploy",
        "failover",
        "failed over",
        "fail over",
        "rolled back",
        "roll back",
        "rollback",
        "reverted",
        "scaled",
    ];
    const FAILED: &[&str] = &[
        "but it failed",
        "failed to",
        "did not help",
        "didn't help",
        "no effect",
        "no improvement",
        "not improve",
        "persist",
        "unsuccessful",
        "without success",
        "still",
    ];
    const NAMED: &[&str] = &[
        "false lead",
        "mislead",
        "red herring",
        "ruled out",
        "unrelated",
        "not the cause",
    ];
    let suspect = supposes(text);
    let text = text.to_lowercase().replace('’', "'");
    let any = |words: &[&str]| words.iter().any(|word| text.contains(word));
    any(DONE) && any(FAILED) && !any(NAMED) && !suspect
}

/// A guess at the cause.
fn supposes(text: &str) -> bool {
    let text = text.to_lowercase();
    ["suspect", "assum", "hypothes", "believ", "guess"]
        .iter()
        .any(|word| text.contains(word))
}
