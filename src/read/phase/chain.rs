//! The learned weights, and how likely each state of each entry is by them: a linear chain, in
//! which an entry's state depends on its own features and on the states beside it.

use super::features::{TimelineStory, features};
use crate::incident::Kind;

/// The number of states that an entry can be in: the thirteen kinds that have a phase of their own,
/// and `other` in each of the four phases.
pub const STATES: usize = 17;

/// The kind of each state.
pub const KINDS: [Kind; STATES] = [
    Kind::Trigger,
    Kind::Detected,
    Kind::Confirmed,
    Kind::Investigating,
    Kind::Hypothesis,
    Kind::DeadEnd,
    Kind::CauseFound,
    Kind::Escalated,
    Kind::Communicated,
    Kind::Fixing,
    Kind::Mitigated,
    Kind::Resolved,
    Kind::FollowUp,
    Kind::Other,
    Kind::Other,
    Kind::Other,
    Kind::Other,
];

/// The phase of each state, as its place in [`Phase::ALL`](crate::incident::Phase::ALL).
pub const PHASES: [usize; STATES] = [0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 3, 3, 0, 1, 2, 3];

/// The probability of each state.
pub type States = [f64; STATES];

/// The weights of a chain, as bytes: thresholds, transitions, begin, end, then the features.
///
/// Numbers are little-endian. A feature has a hash (`u32`), a scale (`f32`) and one signed byte a
/// state; the hashes are sorted, so that one is found without reading the others.
#[derive(Debug, Clone, Copy)]
pub struct Weights<'a> {
    head: &'a [u8],
    hashes: &'a [u8],
    scales: &'a [u8],
    bytes: &'a [u8],
}

/// The least probabilities for being certain of a phase, for a mark, and for a dead end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Thresholds {
    /// Of a phase.
    pub sure: f64,
    /// Of a kind that a picture marks.
    pub mark: f64,
    /// Of a dead end.
    pub dead: f64,
}

/// The numbers before the features.
const HEAD: usize = 3 + STATES * STATES + 2 * STATES;

/// The weights that the project ships; `examples/train` writes them.
static BUILT_IN: &[u8] = include_bytes!("weights.bin");

impl<'a> Weights<'a> {
    /// The weights that are built in.
    pub fn built_in() -> Weights<'static> {
        Weights::of(BUILT_IN)
    }

    /// The weights in bytes that [`Weights::bytes`] wrote.
    pub fn of(bytes: &'a [u8]) -> Weights<'a> {
        let (head, rest) = bytes.split_at(HEAD * 4);
        let count = rest.len() / (4 + 4 + STATES);
        let (hashes, rest) = rest.split_at(count * 4);
        let (scales, bytes) = rest.split_at(count * 4);
        Weights { head, hashes, scales, bytes }
    }

    /// Writes weights as bytes: one scale a feature, and each weight as a share of it.
    pub fn bytes(
        thresholds: Thresholds,
        transitions: &[f64],
        begin: &[f64],
        end: &[f64],
        features: &[(u32, States)],
    ) -> Vec<u8> {
        let mut out = Vec::new();
        let Thresholds { sure, mark, dead } = thresholds;
        let head = [sure, mark, dead];
        for number in head.iter().chain(transitions).chain(begin).chain(end) {
            out.extend((*number as f32).to_le_bytes());
        }
        let largest = |states: &States| states.iter().fold(1e-9, |most: f64, w| most.max(w.abs()));
        out.extend(features.iter().flat_map(|(hash, _)| hash.to_le_bytes()));
        out.extend(features.iter().flat_map(|(_, states)| (largest(states) as f32).to_le_bytes()));
        for (_, states) in features {
            let scale = largest(states);
            out.extend(states.iter().map(|weight| (weight / scale * 127.0).round() as i8 as u8));
        }
        out
    }

    /// The thresholds that were learned with the weights.
    pub fn thresholds(&self) -> Thresholds {
        Thresholds { sure: self.number(0), mark: self.number(1), dead: self.number(2) }
    }

    fn number(&self, at: usize) -> f64 {
        float(self.head, at)
    }

    /// Where a feature stands among the others. Hashes lie evenly, so it is looked for around the
    /// place where it should be.
    fn find(&self, feature: u32) -> Option<usize> {
        let count = self.hashes.len() / 4;
        let likely = (u64::from(feature) * count as u64) >> 32;
        let (mut low, mut high) = self.around(feature, likely as usize, count);
        while low < high {
            let middle = (low + high) / 2;
            match word(self.hashes, middle).cmp(&feature) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Equal => return Some(middle),
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }

    /// The ends between which a feature can only stand, the closer the closer it is to `likely`.
    fn around(&self, feature: u32, likely: usize, count: usize) -> (usize, usize) {
        let (mut low, mut high) = (likely, likely);
        let mut step = 32;
        while low > 0 && word(self.hashes, low) >= feature {
            low = low.saturating_sub(step);
            step *= 2;
        }
        step = 32;
        while high < count && word(self.hashes, high) <= feature {
            high += step;
            step *= 2;
        }
        (low, high.min(count))
    }

    /// The score that a set of features gives to each state.
    pub(super) fn score(&self, features: &[u32]) -> States {
        let mut out = [0.0; STATES];
        for at in features.iter().filter_map(|feature| self.find(*feature)) {
            let scale = float(self.scales, at) / 127.0;
            let weights = &self.bytes[at * STATES..(at + 1) * STATES];
            for (sum, weight) in out.iter_mut().zip(weights) {
                *sum += f64::from(*weight as i8) * scale;
            }
        }
        out
    }

    /// The probability of each state of each entry.
    pub fn read(&self, story: &TimelineStory) -> Vec<States> {
        let scores: Vec<States> =
            features(story).iter().map(|features| self.score(features)).collect();
        let edge = |at: usize| -> States { std::array::from_fn(|s| self.number(at + s)) };
        let first = 3 + STATES * STATES;
        let transitions: Vec<States> = (0..STATES).map(|from| edge(3 + from * STATES)).collect();
        probabilities(scores, &transitions, &edge(first), &edge(first + STATES))
    }
}

fn word(bytes: &[u8], at: usize) -> u32 {
    let mut four = [0; 4];
    four.copy_from_slice(&bytes[at * 4..at * 4 + 4]);
    u32::from_le_bytes(four)
}

fn float(bytes: &[u8], at: usize) -> f64 {
    f64::from(f32::from_bits(word(bytes, at)))
}

/// Forward and backward over the chain.
pub fn probabilities(
    mut scores: Vec<States>,
    transitions: &[States],
    begin: &States,
    end: &States,
) -> Vec<States> {
    let count = scores.len();
    if count == 0 {
        return scores;
    }
    for state in 0..STATES {
        scores[0][state] += begin[state];
        scores[count - 1][state] += end[state];
    }
    let own: Vec<States> = scores.iter().map(exponentials).collect();
    let step: Vec<States> = transitions.iter().map(|row| row.map(exp)).collect();
    let mut forward: Vec<States> = Vec::with_capacity(count);
    for (at, own) in own.iter().enumerate() {
        let mut row = *own;
        if at > 0 {
            for (state, value) in row.iter_mut().enumerate() {
                let before = &forward[at - 1];
                *value *= (0..STATES).map(|from| before[from] * step[from][state]).sum::<f64>();
            }
        }
        forward.push(normal(row));
    }
    let mut backward = [1.0; STATES];
    let mut out = forward;
    for at in (0..count).rev() {
        if at + 1 < count {
            let next: States = std::array::from_fn(|state| own[at + 1][state] * backward[state]);
            backward = normal(std::array::from_fn(|from| {
                (0..STATES).map(|state| step[from][state] * next[state]).sum()
            }));
        }
        out[at] = normal(std::array::from_fn(|state| out[at][state] * backward[state]));
    }
    out
}

/// The exponentials of a row, the greatest being one.
pub fn exponentials(row: &States) -> States {
    let most = row.iter().copied().fold(f64::MIN, f64::max);
    row.map(|score| exp(score - most))
}

fn normal(row: States) -> States {
    let sum: f64 = row.iter().sum();
    row.map(|value| value / sum)
}

/// The exponential function by additions and multiplications alone: that of the system may differ
/// in the last bit from machine to machine, and so might a picture.
pub fn exp(x: f64) -> f64 {
    if x < -700.0 {
        return 0.0;
    }
    let twos = (x * std::f64::consts::LOG2_E).round();
    let rest = x - twos * std::f64::consts::LN_2;
    let series = (1..=14).rev().fold(1.0, |sum, n| 1.0 + sum * rest / f64::from(n));
    series * f64::from_bits(((1023 + twos as i64) as u64) << 52)
}
