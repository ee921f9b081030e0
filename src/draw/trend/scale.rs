//! The scale of lengths: each step is many times the last, so that ten minutes and three days can
//! both be seen.

use crate::time::format::{DAY, spoken};

/// Anything shorter is on the lowest line, since a logarithmic scale has no zero.
pub(super) const LEAST: f64 = 1.0;

/// Lengths that people think in, in minutes, from a minute to ten years,
const COARSE: [f64; 9] = [1.0, 10.0, 60.0, 360.0, DAY, 10_080.0, 43_200.0, 525_600.0, 5_256_000.0];
/// and some more for where all took about as long.
const FINE: [f64; 7] = [2.0, 5.0, 30.0, 180.0, 720.0, 2880.0, 20_160.0];
/// The scale goes a little beyond the longest, and never ends at once.
const ABOVE: f64 = 1.25;
const SHORTEST: f64 = 10.0;
/// With fewer lines the finer ones are drawn as well.
const FEWEST: usize = 4;

/// From where to where the scale goes, and its lines.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct LengthScale {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) ticks: Vec<f64>,
    /// True if something is shorter than the lowest line.
    under: bool,
}

impl LengthScale {
    /// A scale for lengths that are in order.
    pub(super) fn of(sorted: &[f64]) -> LengthScale {
        let (least, most) =
            (sorted.first().copied().unwrap_or(LEAST), sorted.last().copied().unwrap_or(LEAST));
        let low = COARSE.into_iter().rev().find(|tick| *tick <= least).unwrap_or(LEAST);
        let high = (most * ABOVE).max(low * SHORTEST);
        let within = |tick: &f64| (low..=high).contains(tick);
        let mut ticks: Vec<f64> = COARSE.into_iter().filter(within).collect();
        if ticks.len() < FEWEST {
            ticks.extend(FINE.into_iter().filter(within));
            ticks.sort_by(f64::total_cmp);
        }
        LengthScale { low, high, ticks, under: least < LEAST }
    }

    /// The distance of a length from the top, as a share of the height.
    pub(super) fn down(&self, length: f64) -> f64 {
        (self.high / length).ln() / (self.high / self.low).ln()
    }

    /// The label of a line.
    pub(super) fn label(&self, tick: f64) -> String {
        let told = spoken(tick);
        if self.under && tick <= LEAST { format!("≤ {told}") } else { told }
    }
}
