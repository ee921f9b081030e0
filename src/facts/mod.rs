//! The facts as output: JSON with a stable schema, and a table for people.

mod json;
mod metrics;
mod spread;
mod table;

pub use json::{BecauseFact, Facts, JsonNumber, SCHEMA, ToneFact, facts};
pub use metrics::{Metric, Metrics, PhaseRun, metrics, runs, stretches};
pub(crate) use metrics::{began, begins_noticed, noticing, run_end};
pub use spread::{Spread, median, nearest_rank, sorted, spread};
pub use table::{TableStyle, table};
