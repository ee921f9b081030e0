//! The telling: how much humour a report bears, and the lines that it may get.

pub mod deck;
pub mod filling;
pub mod library;
pub mod lint;
pub mod matching;
pub mod quip;
pub mod tone;
mod topic;

pub use topic::topics;
