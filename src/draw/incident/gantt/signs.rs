//! The word beside a row's dot: what the report says for certain that it was.

use crate::draw::incident::plan::Row;
use crate::draw::marks::Mark;
use crate::incident::Kind;

/// The word beside a dot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Trigger,
    Detected,
    Guess,
    FalseLead,
    FixFailed,
    Escalated,
    /// What looked like the cause before it was found.
    Clue,
    Cause,
    Mitigated,
    Resolved,
}

impl Sign {
    pub(super) fn word(self) -> &'static str {
        match self {
            Sign::Trigger => "Trigger",
            Sign::Detected => "Detected",
            Sign::Guess => "Guess",
            Sign::FalseLead => "False lead",
            Sign::FixFailed => "Fix failed",
            Sign::Escalated => "Escalated",
            Sign::Clue => "Clue",
            Sign::Cause => "Cause",
            Sign::Mitigated => "Mitigated",
            Sign::Resolved => "Resolved",
        }
    }

    /// Led nowhere.
    pub(super) fn failed(self) -> bool {
        matches!(self, Sign::FalseLead | Sign::FixFailed)
    }

    /// The two that everybody looks for.
    pub(super) fn weighty(self) -> bool {
        matches!(self, Sign::Cause | Sign::Resolved)
    }
}

/// The sign of each row.
pub(super) fn signs(rows: &[Row]) -> Vec<Option<Sign>> {
    let first = |kind: Kind| rows.iter().position(|row| row.kind == kind);
    let (trigger, detected) = (first(Kind::Trigger), first(Kind::Detected));
    let mitigated = first(Kind::Mitigated);
    rows.iter()
        .enumerate()
        .map(|(at, row)| match (row.kind, row.mark) {
            (_, Some(Mark::Tick)) => Some(Sign::Resolved),
            (_, Some(Mark::Lens)) => Some(Sign::Cause),
            (Kind::CauseFound, _) => Some(Sign::Clue),
            (Kind::Hypothesis, _) => Some(Sign::Guess),
            (Kind::DeadEnd, _) if was_a_fix(&row.text) => Some(Sign::FixFailed),
            (Kind::DeadEnd, _) => Some(Sign::FalseLead),
            (Kind::Escalated, _) => Some(Sign::Escalated),
            (Kind::Trigger, _) if trigger == Some(at) => Some(Sign::Trigger),
            (Kind::Detected, _) if detected == Some(at) => Some(Sign::Detected),
            (Kind::Mitigated, _) if mitigated == Some(at) => Some(Sign::Mitigated),
            _ => None,
        })
        .collect()
}

/// What was meant as the fix, not as a look at a suspect.
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
