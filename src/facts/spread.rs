//! The distribution of many incidents' durations: a mean alone misleads, since one long night
//! outweighs ten short ones.

use super::JsonNumber;
use serde::Serialize;

/// The distribution of some durations, in minutes; a statistic is `None` if there are no values.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Spread {
    /// The number of values.
    pub count: usize,
    /// The arithmetic mean.
    pub mean: Option<JsonNumber>,
    /// The middle value, or the mean of the two in the middle.
    pub median: Option<JsonNumber>,
    /// The 90th percentile by nearest rank: always one of the values.
    pub p90: Option<JsonNumber>,
}

/// The distribution of some durations.
pub fn spread(values: impl IntoIterator<Item = f64>) -> Spread {
    let sorted = sorted(values);
    Spread {
        count: sorted.len(),
        mean: mean(&sorted).map(JsonNumber::from),
        median: median(&sorted).map(JsonNumber::from),
        p90: nearest_rank(&sorted, 90).map(JsonNumber::from),
    }
}

/// The values in ascending order.
pub fn sorted(values: impl IntoIterator<Item = f64>) -> Vec<f64> {
    let mut sorted: Vec<f64> = values.into_iter().collect();
    sorted.sort_by(f64::total_cmp);
    sorted
}

fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// The median of sorted values.
pub fn median(sorted: &[f64]) -> Option<f64> {
    let upper = *sorted.get(sorted.len() / 2)?;
    if sorted.len() % 2 == 1 {
        Some(upper)
    } else {
        Some((sorted[sorted.len() / 2 - 1] + upper) / 2.0)
    }
}

/// A percentile of sorted values, by nearest rank.
pub fn nearest_rank(sorted: &[f64], percent: usize) -> Option<f64> {
    sorted.get((sorted.len() * percent).div_ceil(100).max(1) - 1).copied()
}
