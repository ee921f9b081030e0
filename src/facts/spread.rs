//! How the lengths of many incidents are spread: a mean alone misleads, since one long night
//! outweighs ten short ones.

use super::JsonNumber;
use serde::Serialize;

/// How some lengths are spread, in minutes; what takes at least one is `None` where there is none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Spread {
    /// How many there are.
    pub count: usize,
    /// Their sum, shared evenly.
    pub mean: Option<JsonNumber>,
    /// The one in the middle; between the two in the middle of an even number.
    pub median: Option<JsonNumber>,
    /// The least that nine in ten do not exceed: the nearest rank, always one that was met.
    pub p90: Option<JsonNumber>,
}

/// How some lengths are spread.
pub fn spread(values: impl IntoIterator<Item = f64>) -> Spread {
    let sorted = sorted(values);
    Spread {
        count: sorted.len(),
        mean: mean(&sorted).map(JsonNumber::from),
        median: median(&sorted).map(JsonNumber::from),
        p90: nearest_rank(&sorted, 90).map(JsonNumber::from),
    }
}

/// Some lengths from the shortest to the longest.
pub fn sorted(values: impl IntoIterator<Item = f64>) -> Vec<f64> {
    let mut sorted: Vec<f64> = values.into_iter().collect();
    sorted.sort_by(f64::total_cmp);
    sorted
}

fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// The middle of what is sorted.
pub fn median(sorted: &[f64]) -> Option<f64> {
    let upper = *sorted.get(sorted.len() / 2)?;
    if sorted.len() % 2 == 1 {
        Some(upper)
    } else {
        Some((sorted[sorted.len() / 2 - 1] + upper) / 2.0)
    }
}

/// The first of what is sorted that so many percent do not exceed.
pub fn nearest_rank(sorted: &[f64], percent: usize) -> Option<f64> {
    sorted
        .get((sorted.len() * percent).div_ceil(100).max(1) - 1)
        .copied()
}
