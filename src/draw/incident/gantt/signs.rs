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
    let trigger = first(Kind::Trigger);
    // Whoever declares it, calls others in or knows the cause has noticed it already.
    let known = rows
        .iter()
        .position(|row| matches!(row.kind, Kind::Confirmed | Kind::Escalated | Kind::CauseFound));
    let detected = first(Kind::Detected).filter(|at| known.is_none_or(|known| *at < known));
    let mitigated = first(Kind::Mitigated);
    rows.iter()
        .enumerate()
        .map(|(at, row)| match (row.kind, row.mark) {
            (_, Some(Mark::Tick)) => Some(MarkLabel::Resolved),
            (_, Some(Mark::Lens)) => Some(MarkLabel::Cause),
            (Kind::CauseFound, _) => Some(MarkLabel::Clue),
            (Kind::Hypothesis, _) => Some(MarkLabel::Guess),
            (Kind::DeadEnd, _) if row.failed_fix => Some(MarkLabel::FixFailed),
            (Kind::DeadEnd, _) => Some(MarkLabel::FalseLead),
            (Kind::Escalated, _) => Some(MarkLabel::Escalated),
            (Kind::Trigger, _) if trigger == Some(at) => Some(MarkLabel::Trigger),
            (Kind::Detected, _) if detected == Some(at) => Some(MarkLabel::Detected),
            (Kind::Mitigated, _) if mitigated == Some(at) => Some(MarkLabel::Mitigated),
            _ => None,
        })
        .collect()
}
