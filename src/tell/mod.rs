//! The telling: how much humour a report bears.

pub mod tone;
