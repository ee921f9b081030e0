//! The telling: how much humour a report bears, the lines that it may get, and how they are put
//! into it.

pub mod choose;
mod excerpt;
pub mod library;
pub mod lint;
pub mod moment;
pub mod nouns;
pub mod place;
pub mod quip;
pub mod tell;
pub mod tone;
pub mod topics;
pub mod writer;

pub use topics::topics;
