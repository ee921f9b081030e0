//! What stands over rows of no certain phase: their place in time, which guesses nothing.

use super::groups::{GroupRow, PhaseGroup};
use super::signs::MarkLabel;
use crate::draw::incident::plan::{IncidentPlan, PlanRow};
use crate::draw::wall_clock::Reckoning;
use crate::facts::noticing;
use crate::incident::{Event, Phase};

/// A part of the story that only the certain moments of noticing and of the end bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StoryPart {
    /// It had begun, and nobody had noticed.
    Unnoticed,
    BeforeDetection,
    AfterDetection,
    /// Between noticing and the end.
    Response,
    Afterwards,
    /// Before all that has a name.
    Beginning,
    /// Its place is not certain.
    Events,
}

/// More entries are more than a beginning.
const BEGINNING: usize = 2;

impl StoryPart {
    pub(super) fn name(self) -> &'static str {
        match self {
            StoryPart::Unnoticed => "Nobody knew yet",
            StoryPart::BeforeDetection => "Before detection",
            StoryPart::AfterDetection => "After detection",
            StoryPart::Response => "Response",
            StoryPart::Afterwards => "Afterwards",
            StoryPart::Beginning => "Beginning",
            StoryPart::Events => "Events",
        }
    }
}

/// The certain moments of a story.
struct Moments {
    /// From its start until somebody noticed.
    unnoticed: Option<(f64, f64)>,
    /// The first entry that may tell of noticing, if it does so for certain; an entry before it
    /// that somebody may have acted in or written, as who does has noticed.
    noticed: Option<f64>,
    /// The first that tells of it for certain.
    known: Option<(f64, usize)>,
    /// The first and the last minute that may be its end, and where the entry of the end is told.
    over: Option<(f64, f64)>,
    resolved: Option<usize>,
    /// True if some entries have a clock.
    clocks: bool,
    reckoning: Reckoning,
    disputed: bool,
}

impl Moments {
    fn of(plan: &IncidentPlan<'_>, groups: &[PhaseGroup]) -> Moments {
        let mut events: Vec<&Event> = plan.incident.events.iter().collect();
        events.sort_by(|one, two| one.minute.total_cmp(&two.minute));
        let rows = groups.iter().flat_map(|group| &group.rows);
        let marked = |row: &&GroupRow| row.sign == Some(MarkLabel::Resolved);
        let resolved = rows.clone().find(marked).map(|row| &row.row);
        let known = plan.rows.iter().find(|row| row.notices);
        let noticed = noticing(events.iter().copied()).map(|event| event.minute);
        let acts = |row: &&PlanRow| row.guess != Phase::Detection;
        let acted = plan.rows.iter().find(acts).map(|row| row.from);
        let outage = plan.outage.as_ref();
        let told = outage.filter(|outage| outage.over).map(|outage| outage.to);
        let ends = [resolved.map(|row| row.from), told];
        let ends = || ends.iter().flatten().copied();
        Moments {
            unnoticed: outage.and_then(|outage| Some((outage.from, outage.noticed?))),
            noticed: noticed.map(|minute| acted.map_or(minute, |acted| acted.min(minute))),
            known: known.map(|row| (row.from, row.span.start)),
            over: ends().reduce(f64::min).zip(ends().reduce(f64::max)),
            resolved: resolved.map(|row| row.span.start),
            clocks: plan.reckoning.clock.is_some(),
            reckoning: plan.reckoning,
            disputed: plan.incident.times_disagree,
        }
    }

    fn part(&self, row: &GroupRow) -> StoryPart {
        let last = row.dots.last().copied().unwrap_or(row.row.from);
        let part = self.part_of(&row.row, row.row.from);
        match part == self.part_of(&row.row, last) {
            true => part,
            false => StoryPart::Events,
        }
    }

    /// A day without a clock lies neither before nor after a clock of that day.
    fn part_of_day(&self, row: &PlanRow) -> StoryPart {
        let day = row.day.map(|day| day.date);
        let of = |minute: Option<f64>| self.reckoning.day_at(minute?).map(|day| day.date);
        let (noticed, over) = (of(self.noticed), of(self.over.map(|(_, last)| last)));
        match (day.zip(noticed), day.zip(over)) {
            (Some((day, noticed)), _) if day < noticed => StoryPart::BeforeDetection,
            (_, Some((day, over))) if day > over => StoryPart::Afterwards,
            _ => StoryPart::Events,
        }
    }

    fn part_of(&self, row: &PlanRow, minute: f64) -> StoryPart {
        if self.disputed {
            return StoryPart::Events;
        }
        if self.clocks && !row.timed {
            return self.part_of_day(row);
        }
        // Of the entries of one minute those above the one that tells of noticing go before it.
        let known = self.known;
        let ahead = known.is_some_and(|(known, at)| known == minute && row.span.start < at);
        let before = |to: f64| minute < to || minute == to && ahead;
        if self.unnoticed.is_some_and(|(from, to)| from <= minute && before(to)) {
            return StoryPart::Unnoticed;
        }
        if self.noticed.is_some_and(before) {
            return StoryPart::BeforeDetection;
        }
        let behind_it =
            |(known, at): (f64, usize)| known < minute || known == minute && at < row.span.start;
        let known = self.known.is_some_and(behind_it);
        let behind = self.resolved.is_some_and(|at| at < row.span.start);
        match self.over {
            Some((_, last)) if minute > last || minute == last && behind => StoryPart::Afterwards,
            Some((first, _)) if minute <= first && known => StoryPart::Response,
            _ if known => StoryPart::AfterDetection,
            _ => StoryPart::Events,
        }
    }
}

/// Divides the groups of no certain phase at the certain moments, and names what that makes.
pub(super) fn told_by_time(plan: &IncidentPlan<'_>, groups: Vec<PhaseGroup>) -> Vec<PhaseGroup> {
    let moments = Moments::of(plan, &groups);
    let mut out: Vec<PhaseGroup> = Vec::new();
    for group in groups {
        if group.phase.is_some() {
            out.push(group);
            continue;
        }
        let end = group.to;
        for row in group.rows {
            let part = moments.part(&row);
            let same = |last: &&mut PhaseGroup| last.phase.is_none() && last.part == part;
            if let Some(last) = out.last_mut().filter(same) {
                last.rows.push(row);
                continue;
            }
            let from = row.row.from;
            if let Some(last) = out.last_mut().filter(|last| last.phase.is_none()) {
                last.to = last.to.min(from);
            }
            out.push(PhaseGroup {
                phase: None,
                part,
                from,
                to: end.max(from),
                told: from,
                length: None,
                rows: vec![row],
                more: 0,
                alone: 0,
            });
        }
    }
    if let [first, _, ..] = &mut out[..]
        && (first.phase.is_none() && first.part == StoryPart::Events)
        && first.rows.len() <= BEGINNING
        && !moments.disputed
    {
        first.part = StoryPart::Beginning;
    }
    let first =
        out.iter_mut().find(|group| group.phase.is_none() && group.part == StoryPart::Unnoticed);
    if let Some((group, (from, to))) = first.zip(moments.unnoticed) {
        (group.from, group.told, group.length) = (from, to, Some(to - from));
    }
    out
}
