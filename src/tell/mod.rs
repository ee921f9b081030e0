//! The telling: how much humour a report bears, the lines that it may get, and how they are put into it.

pub mod deck;
pub mod edit;
pub mod filling;
mod heard;
pub mod library;
pub mod lint;
pub mod quip;
pub mod telling;
pub mod tone;
mod topic;

pub use crate::read::matching;
pub use topic::topics;
