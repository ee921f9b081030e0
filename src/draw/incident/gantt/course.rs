//! The incident as one ribbon: which part of the story it was in, as far as that is certain.

use super::groups::{PhaseGroup, groups};
use super::lengths::{SILENCE, cause_of};
use super::points;
use crate::draw::incident::plan::IncidentPlan;
use crate::incident::{Kind, Phase};

/// A part of the ribbon.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::draw) struct PhaseSpan {
    /// None where the report does not say which phase it was.
    pub(in crate::draw) phase: Option<Phase>,
    /// Nobody knew of it then.
    pub(in crate::draw) unnoticed: bool,
    pub(in crate::draw) from: f64,
    pub(in crate::draw) to: f64,
}

/// A part shorter than this share of the whole joins a neighbour: it would be a crumb.
const CRUMB: f64 = 0.025;
/// A moment of which no length is told is drawn so wide, as a share of the whole.
const POINT: f64 = 0.03;
/// What is noticed or handed over in a moment goes on no longer than this share of the whole.
const BRIEF: f64 = 0.15;
/// That nobody knew is told of any part that can be seen.
const SEEN: f64 = 0.008;
/// So does one of this share between two parts of one phase.
const FLICKER: f64 = 0.05;

/// The first and the last minute of the axis on which the picture of the incident tells its rows.
pub(in crate::draw) fn reach(plan: &IncidentPlan<'_>) -> (f64, f64) {
    let points = points(plan, &groups(plan, None));
    let from = points.iter().copied().fold(f64::INFINITY, f64::min);
    let to = points.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if from <= to { (from, to) } else { (0.0, 0.0) }
}

/// The phases of a plan from one minute to another, without a gap; each ends where the picture of
/// the incident ends its bar, or where soon after that the next one begins.
pub(in crate::draw) fn course(plan: &IncidentPlan<'_>, (from, to): (f64, f64)) -> Vec<PhaseSpan> {
    let outage = plan.outage.as_ref();
    let unnoticed = outage.and_then(|outage| Some((outage.from, outage.noticed?)));
    let mut out = Vec::new();
    let mut put = |phase: Option<Phase>, start: f64, end: f64| {
        let (start, end) = (start.max(from), end.min(to));
        let within = |(from, to): (f64, f64)| from <= start && end <= to;
        if end > start {
            out.push(PhaseSpan {
                phase,
                unnoticed: phase.is_none() && unnoticed.is_some_and(within),
                from: start,
                to: end,
            });
        }
    };
    let mut reached = from;
    let groups = groups(plan, None);
    for (at, group) in groups.iter().enumerate() {
        // A group may be told beyond its own end: no part begins before the one before it ends.
        let begun = group.from.max(reached);
        put(None, reached, group.from);
        let told = match at + 1 < groups.len() && goes_on(group, to - from) {
            true => group.to,
            false => group.told.max(point(group, (from, to))),
        };
        put(seen(group), begun, told);
        put(None, told.max(begun), group.to);
        reached = reached.max(group.to).max(group.told);
    }
    put(None, reached, to);
    let whole = to - from;
    let mut spans = merged(out);
    while let Some(at) = crumb(&spans, whole) {
        spans = swept(spans, at);
    }
    let mut phases = spans.iter().filter_map(|span| span.phase);
    let first = phases.next();
    // One phase alone does not part the time, and reads as if all of it had been that.
    match phases.any(|phase| Some(phase) != first) || to <= from {
        true => spans,
        false => vec![PhaseSpan { phase: None, unnoticed: false, from, to }],
    }
}

/// True if the next group begins soon: what a phase did until then is still of it. The search is
/// over when the cause is found, and an alert or a call for help is a moment.
fn goes_on(group: &PhaseGroup, whole: f64) -> bool {
    let rest = group.to - group.told;
    let brief = match group.phase {
        Some(Phase::Detection | Phase::Escalation) => rest <= BRIEF * whole,
        _ => true,
    };
    brief && rest <= SILENCE.max(group.told - group.from) && cause_of(group).is_none()
}

/// Where the piece of a group ends that is but a moment; before the next group begins.
fn point(group: &PhaseGroup, (from, to): (f64, f64)) -> f64 {
    let end = group.from + POINT * (to - from);
    match group.to > group.from {
        true => end.min(group.to),
        false => end,
    }
}

/// The phase of a group; a trigger is not a detection.
fn seen(group: &PhaseGroup) -> Option<Phase> {
    let begun = group.rows.iter().all(|row| row.row.kind == Kind::Trigger);
    group.phase.filter(|phase| *phase != Phase::Detection || group.rows.is_empty() || !begun)
}

/// The shortest part that is too short to be seen.
fn crumb(spans: &[PhaseSpan], whole: f64) -> Option<usize> {
    let length = |at: usize| spans[at].to - spans[at].from;
    // A moment in time of no told phase is no flicker.
    let told = |at: usize| spans.get(at).and_then(|span| span.phase);
    let between = |at: usize| at > 0 && told(at - 1).is_some() && told(at - 1) == told(at + 1);
    let least = |at: usize| match spans[at].unnoticed {
        true => SEEN * whole,
        false if between(at) => FLICKER * whole,
        false => CRUMB * whole,
    };
    (0..spans.len())
        .filter(|at| spans.len() > 1 && length(*at) < least(*at))
        .min_by(|one, two| length(*one).total_cmp(&length(*two)))
}

/// Gives a part to the longer of its neighbours, rather than to the time in which nobody knew.
fn swept(mut spans: Vec<PhaseSpan>, at: usize) -> Vec<PhaseSpan> {
    let length = |span: &PhaseSpan| match span.unnoticed {
        true => 0.0,
        false => span.to - span.from,
    };
    let gone = spans.remove(at);
    let before = at.checked_sub(1).map(|at| length(&spans[at]));
    let after = spans.get(at).map(length);
    match before.zip(after).map(|(before, after)| before >= after) {
        Some(false) => spans[at].from = gone.from,
        None if before.is_none() => spans[at].from = gone.from,
        _ => spans[at - 1].to = gone.to,
    }
    merged(spans)
}

fn merged(spans: Vec<PhaseSpan>) -> Vec<PhaseSpan> {
    let mut out: Vec<PhaseSpan> = Vec::new();
    for span in spans {
        let same =
            |last: &&mut PhaseSpan| last.phase == span.phase && last.unnoticed == span.unnoticed;
        match out.last_mut().filter(same) {
            Some(last) => last.to = span.to,
            None => out.push(span),
        }
    }
    out
}
