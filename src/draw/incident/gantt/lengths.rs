//! The length of a group of rows: told only where its first moment and its end are certain, and
//! where the facts measure the same.

use super::groups::{GroupRow, PhaseGroup, groups};
use super::signs::MarkLabel;
use crate::draw::incident::outage::ROUGH;
use crate::draw::incident::plan::IncidentPlan;
use crate::facts::{run_end, runs};
use crate::incident::{Event, Incident, Kind, Phase};

/// The length of each group of a phase whose groups all have one.
pub(in crate::draw) fn lengths(plan: &IncidentPlan<'_>) -> Vec<(Phase, f64)> {
    let groups = groups(plan, None);
    let open = |phase: Phase| {
        groups.iter().any(|group| group.phase == Some(phase) && group.length.is_none())
    };
    groups
        .iter()
        .filter_map(|group| Some((group.phase?, group.length?)))
        .filter(|(phase, _)| !open(*phase))
        .collect()
}

/// The longest silence in which a phase may be thought to go on: before the next phase, and, as a
/// fix may need a while, before the entry that says it was over.
pub(super) const SILENCE: f64 = 60.0;
const HALF_DAY: f64 = 720.0;

/// Where a group ends for certain: resolution where it is marked, the search where the cause was
/// found, else where an entry begins the next phase soon. Nobody says how long a call for help
/// took, and what was noticed was not being noticed until somebody searched.
pub(super) fn closed_at(groups: &[PhaseGroup], at: usize) -> Option<f64> {
    let near = |group: &&GroupRow| group.aside.is_none();
    let group = &groups[at];
    if group.phase == Some(Phase::Resolution) {
        let over = |row: &&GroupRow| near(row) && row.sign == Some(MarkLabel::Resolved);
        let over = group.rows.iter().rposition(|row| over(&row))?;
        let end = &group.rows[over].row;
        let end = end.until.unwrap_or(end.from);
        return soon(&group.rows[..over], end, HALF_DAY);
    }
    if let Some(found) = cause_of(group) {
        return Some(found);
    }
    let next = groups.get(at + 1)?;
    let first = &next.rows.iter().find(near)?.row;
    let goes_on = match (group.phase?, next.phase?) {
        (Phase::Investigation, Phase::Escalation) => true,
        (Phase::Investigation, Phase::Resolution) => first.kind != Kind::Resolved,
        _ => false,
    };
    soon(&group.rows, first.from, SILENCE).filter(|_| first.certain && goes_on)
}

/// An end, unless the entries before it were silent for long, and for most of the time.
fn soon(rows: &[GroupRow], end: f64, silence: f64) -> Option<f64> {
    let mut near = rows.iter().filter(|row| row.aside.is_none());
    let Some(first) = near.next() else {
        return Some(end);
    };
    let last = near.next_back().unwrap_or(first);
    let last = last.row.until.unwrap_or(last.row.from);
    (end - last <= silence.max(last - first.row.from)).then_some(end)
}

/// When a search ended with the cause: what is told for certain after that is not the search.
pub(super) fn cause_of(group: &PhaseGroup) -> Option<f64> {
    let mut rows = group.rows.iter().filter(|row| row.row.certain && row.aside.is_none());
    let last = rows.next_back().filter(|_| group.phase == Some(Phase::Investigation))?;
    let found = last.row.kind == Kind::CauseFound;
    found.then(|| last.row.until.unwrap_or(last.row.from))
}

/// The last minute of which an entry of a group says for certain that it belongs there. Of the
/// resolution none does before its mark.
pub(super) fn last_certain(group: &PhaseGroup) -> f64 {
    if group.phase == Some(Phase::Resolution) {
        return group.from;
    }
    group
        .rows
        .iter()
        .filter(|row| row.aside.is_none() && row.row.certain)
        .map(|row| row.row.until.unwrap_or(row.row.from))
        .fold(group.from, f64::max)
}

/// Takes the length from every group that the facts measure otherwise, one rule for both, or that
/// would be longer than the whole incident.
pub(super) fn keep_lengths_of(incident: &Incident, groups: &mut [PhaseGroup]) {
    let mut events: Vec<&Event> = incident.events.iter().collect();
    events.sort_by(|one, two| one.minute.total_cmp(&two.minute));
    let spans: Vec<(Phase, f64, f64)> = match incident.times_disagree {
        true => Vec::new(),
        false => runs(&events, |event| event.phase)
            .into_iter()
            .filter_map(|(phase, run, next)| {
                let last = run_end(run, next)?;
                Some((phase, run.first()?.minute, last.minute))
            })
            .collect(),
    };
    let near = |one: f64, two: f64| (one - two).abs() < 0.5;
    let whole = incident.minutes.or(incident.stated.resolve);
    let most = whole.map_or(f64::MAX, |minutes| minutes * (1.0 + ROUGH));
    for group in groups {
        let from = group.from;
        let told = |length: &f64| {
            spans.iter().any(|(phase, start, end)| {
                Some(*phase) == group.phase && near(*start, from) && near(end - start, *length)
            })
        };
        group.length = group.length.filter(told).filter(|length| *length <= most);
    }
}
