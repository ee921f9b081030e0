//! A conditional random field on a line, learned by L-BFGS from zero.

use super::{Model, corpus::Report, corpus::Side};
use postmirth::read::phase::{STATES, States, exp, exponentials};
use std::collections::HashMap;

/// The pull of all weights towards zero.
const RIDGE: f64 = 2.0;
/// How much an invented entry weighs beside a real one.
const INVENTED: f64 = 0.08;
/// How many entries must have a feature for it to be learned.
const LEAST: usize = 6;
/// A feature whose greatest weight is less is not kept.
const FAINT: f64 = 0.05;
/// How many steps are taken, and how many of them are remembered.
const STEPS: usize = 40;
const MEMORY: usize = 6;

/// The reports with their features by number.
struct Data {
    sequences: Vec<Sequence>,
    features: usize,
}

struct Sequence {
    rows: Vec<Vec<u32>>,
    states: Vec<usize>,
    weight: f64,
}

/// Learns a model from reports.
pub(crate) fn learned(reports: &[&Report]) -> Model {
    let mut counts: HashMap<u32, usize> = HashMap::new();
    for feature in reports.iter().flat_map(|report| &report.rows).flatten() {
        *counts.entry(*feature).or_default() += 1;
    }
    let mut kept: Vec<u32> =
        counts.into_iter().filter(|(_, count)| *count >= LEAST).map(|(hash, _)| hash).collect();
    kept.sort_unstable();
    let number: HashMap<u32, u32> = kept.iter().copied().zip(0..).collect();
    let sequences = reports.iter().map(|report| Sequence {
        rows: report
            .rows
            .iter()
            .map(|row| row.iter().filter_map(|hash| number.get(hash).copied()).collect())
            .collect(),
        states: report.states.clone(),
        weight: if report.side == Side::Invented { INVENTED } else { 1.0 },
    });
    let data = Data { sequences: sequences.collect(), features: kept.len() };
    let weights = minimum(&data);
    let (features, rest) = weights.split_at(kept.len() * STATES);
    let (transitions, rest) = rest.split_at(STATES * STATES);
    let (begin, end) = rest.split_at(STATES);
    let features = kept.iter().zip(features.chunks_exact(STATES)).map(|(hash, states)| {
        let mut own = [0.0; STATES];
        own.copy_from_slice(states);
        (*hash, own)
    });
    Model {
        features: features
            .filter(|(_, states)| states.iter().any(|weight| weight.abs() >= FAINT))
            .collect(),
        transitions: transitions.to_vec(),
        begin: begin.to_vec(),
        end: end.to_vec(),
    }
}

/// Minus the log-likelihood with its ridge, and its gradient.
fn objective(data: &Data, weights: &[f64], gradient: &mut [f64]) -> f64 {
    let mut loss = 0.0;
    for (slope, weight) in gradient.iter_mut().zip(weights) {
        *slope = RIDGE * weight;
        loss += 0.5 * RIDGE * weight * weight;
    }
    for sequence in &data.sequences {
        loss += sequence.weight * of_sequence(data, sequence, weights, gradient);
    }
    loss
}

/// Forward and backward over one report.
fn of_sequence(data: &Data, sequence: &Sequence, weights: &[f64], gradient: &mut [f64]) -> f64 {
    let chain = data.features * STATES;
    let ends = chain + STATES * STATES;
    let (count, weight) = (sequence.rows.len(), sequence.weight);
    let mut scores: Vec<States> = vec![[0.0; STATES]; count];
    for (row, score) in sequence.rows.iter().zip(&mut scores) {
        for feature in row {
            let own = &weights[*feature as usize * STATES..][..STATES];
            score.iter_mut().zip(own).for_each(|(sum, weight)| *sum += weight);
        }
    }
    for state in 0..STATES {
        scores[0][state] += weights[ends + state];
        scores[count - 1][state] += weights[ends + STATES + state];
    }
    let own: Vec<States> = scores.iter().map(exponentials).collect();
    let step: Vec<f64> = weights[chain..ends].iter().map(|weight| exp(*weight)).collect();
    let mut forward: Vec<States> = Vec::with_capacity(count);
    let mut scale = vec![0.0; count];
    for at in 0..count {
        let mut row = own[at];
        if at > 0 {
            for (state, value) in row.iter_mut().enumerate() {
                let before = &forward[at - 1];
                *value *=
                    (0..STATES).map(|from| before[from] * step[from * STATES + state]).sum::<f64>();
            }
        }
        scale[at] = row.iter().sum();
        forward.push(row.map(|value| value / scale[at]));
    }
    let mut backward = vec![[1.0; STATES]; count];
    for at in (1..count).rev() {
        let next: States =
            std::array::from_fn(|state| own[at][state] * backward[at][state] / scale[at]);
        for from in 0..STATES {
            let mut sum = 0.0;
            for (state, value) in next.iter().enumerate() {
                let pair = step[from * STATES + state] * value;
                sum += pair;
                gradient[chain + from * STATES + state] += weight * forward[at - 1][from] * pair;
            }
            backward[at - 1][from] = sum;
        }
        let truth = chain + sequence.states[at - 1] * STATES + sequence.states[at];
        gradient[truth] -= weight;
    }
    let mut loss = 0.0;
    for at in 0..count {
        let most = scores[at].iter().copied().fold(f64::MIN, f64::max);
        let truth = sequence.states[at];
        loss += scale[at].ln() + most - scores[at][truth];
        if at > 0 {
            loss -= weights[chain + sequence.states[at - 1] * STATES + truth];
        }
        let mut rest: States = std::array::from_fn(|s| forward[at][s] * backward[at][s]);
        let sum: f64 = rest.iter().sum();
        rest.iter_mut().for_each(|value| *value *= weight / sum);
        rest[truth] -= weight;
        for feature in &sequence.rows[at] {
            let slopes = &mut gradient[*feature as usize * STATES..][..STATES];
            slopes.iter_mut().zip(rest).for_each(|(slope, value)| *slope += value);
        }
        for (state, value) in rest.into_iter().enumerate() {
            if at == 0 {
                gradient[ends + state] += value;
            }
            if at + 1 == count {
                gradient[ends + STATES + state] += value;
            }
        }
    }
    loss
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// L-BFGS with a backtracking line search.
fn minimum(data: &Data) -> Vec<f64> {
    let size = data.features * STATES + STATES * STATES + 2 * STATES;
    let mut at = vec![0.0; size];
    let mut slope = vec![0.0; size];
    let mut value = objective(data, &at, &mut slope);
    let mut memory: Vec<(Vec<f64>, Vec<f64>, f64)> = Vec::new();
    for _ in 0..STEPS {
        let direction = direction(&slope, &memory);
        let downhill = dot(&slope, &direction);
        let mut length = if memory.is_empty() { 1.0 / dot(&slope, &slope).sqrt() } else { 1.0 };
        let (mut next, mut next_slope) = (at.clone(), vec![0.0; size]);
        let reached = loop {
            for ((to, from), way) in next.iter_mut().zip(&at).zip(&direction) {
                *to = from + length * way;
            }
            let reached = objective(data, &next, &mut next_slope);
            if reached <= value + 1e-4 * length * downhill || length < 1e-10 {
                break reached;
            }
            length *= 0.5;
        };
        let moved: Vec<f64> = next.iter().zip(&at).map(|(to, from)| to - from).collect();
        let turned: Vec<f64> = next_slope.iter().zip(&slope).map(|(to, from)| to - from).collect();
        let curve = dot(&moved, &turned);
        if curve > 1e-10 {
            if memory.len() == MEMORY {
                memory.remove(0);
            }
            memory.push((moved, turned, 1.0 / curve));
        }
        let gain = (value - reached) / value.abs().max(1.0);
        (at, slope, value) = (next, next_slope, reached);
        if gain < 1e-5 {
            break;
        }
    }
    at
}

/// The way downhill by what the last steps taught of the curvature.
fn direction(slope: &[f64], memory: &[(Vec<f64>, Vec<f64>, f64)]) -> Vec<f64> {
    let mut way: Vec<f64> = slope.to_vec();
    let mut shares = Vec::new();
    for (moved, turned, inverse) in memory.iter().rev() {
        let share = inverse * dot(moved, &way);
        way.iter_mut().zip(turned).for_each(|(way, turned)| *way -= share * turned);
        shares.push(share);
    }
    if let Some((_, turned, inverse)) = memory.last() {
        let scale = 1.0 / (inverse * dot(turned, turned));
        way.iter_mut().for_each(|way| *way *= scale);
    }
    for ((moved, turned, inverse), share) in memory.iter().zip(shares.into_iter().rev()) {
        let back = share - inverse * dot(turned, &way);
        way.iter_mut().zip(moved).for_each(|(way, moved)| *way += back * moved);
    }
    way.iter_mut().for_each(|way| *way = -*way);
    way
}
