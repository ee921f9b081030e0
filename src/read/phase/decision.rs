//! From probabilities to a phase and a kind, and whether that may be asserted.

use super::chain::{KINDS, PHASES, STATES, States, Thresholds};
use crate::incident::{Kind, Phase};

/// A phase and a kind, and whether they are sure enough for a picture to assert them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// The place of its state among [`KINDS`].
    pub state: usize,
    /// The likeliest phase.
    pub phase: Phase,
    /// The likeliest kind of that phase.
    pub kind: Kind,
    /// True if both are beyond doubt.
    pub certain: bool,
}

/// The kinds that a picture marks: a wrong one is worse than none.
pub fn is_marked(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::DeadEnd | Kind::CauseFound | Kind::Escalated | Kind::Resolved | Kind::Hypothesis
    )
}

/// The state of a dead end.
const DEAD_END: usize = 5;

/// A guess is rarely right enough: two of five that look like one are something else.
const GUESS: f64 = 0.9;

/// The probability of each phase.
pub fn by_phase(states: &States) -> [f64; 4] {
    let mut sums = [0.0; 4];
    for (state, probability) in states.iter().enumerate() {
        sums[PHASES[state]] += probability;
    }
    sums
}

/// How sure of a story the reader is where it knows the words: less, and it is too sure of itself.
const AT_HOME: f64 = 0.92;
/// So much of what is lacking of that is asked of each entry on top.
const ABROAD: f64 = 0.5;
/// A look and a call for help are taken for other things more often than a failure or a fix.
const SEARCH: f64 = 0.05;
/// No more is ever asked.
const MOST: f64 = 0.99;

/// How sure the reader is of a story's phases on the whole.
pub fn grasp(story: &[States]) -> f64 {
    let likeliest = |states| by_phase(states).into_iter().fold(0.0, f64::max);
    story.iter().map(likeliest).sum::<f64>() / story.len().max(1) as f64
}

/// The least probability that makes a phase certain, in a story of which the reader has this grasp.
pub fn least_for(sure: f64, phase: usize, grasp: f64) -> f64 {
    let search = matches!(Phase::ALL[phase], Phase::Investigation | Phase::Escalation);
    let search = if search { SEARCH } else { 0.0 };
    (sure + search + ABROAD * (AT_HOME - grasp)).min(MOST)
}

/// Decides on one entry of a story of which the reader has this grasp ([`grasp`]). A phase that the
/// author names is taken as it is.
pub fn decide(
    states: &States,
    thresholds: Thresholds,
    grasp: f64,
    named: Option<Phase>,
) -> Decision {
    let sums = by_phase(states);
    let phase = match named {
        Some(phase) => Phase::ALL.iter().position(|known| *known == phase).unwrap_or(0),
        None => likeliest(0..4, |phase| sums[phase]),
    };
    let likeliest_kind = |allowed: &dyn Fn(usize) -> bool| {
        likeliest((0..STATES).filter(|state| PHASES[*state] == phase && allowed(*state)), |state| {
            states[state]
        })
    };
    let dead = states[DEAD_END] >= thresholds.dead;
    let mut state = match PHASES[DEAD_END] == phase && dead {
        true => DEAD_END,
        false => likeliest_kind(&|state| state != DEAD_END),
    };
    let mut certain = named.is_some() || sums[phase] >= least_for(thresholds.sure, phase, grasp);
    let least = if KINDS[state] == Kind::Hypothesis { GUESS } else { thresholds.mark };
    if is_marked(KINDS[state]) && states[state] < least {
        match KINDS[state] {
            // A likely dead end keeps its kind, which only the figures of the search use.
            Kind::DeadEnd => certain = false,
            _ => state = likeliest_kind(&|state| !is_marked(KINDS[state])),
        }
    }
    Decision { state, phase: Phase::ALL[phase], kind: KINDS[state], certain }
}

fn likeliest(all: impl Iterator<Item = usize>, of: impl Fn(usize) -> f64) -> usize {
    let mut best = None;
    for one in all {
        if best.is_none_or(|best| of(one) > of(best)) {
            best = Some(one);
        }
    }
    best.unwrap_or(0)
}
