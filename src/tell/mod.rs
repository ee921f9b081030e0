//! The telling: how much humour a report bears, and the lines that it may get.

pub mod quip;
pub mod tone;
