//! An incident and its report in the forms that other places take.

pub(crate) mod blocks;
pub mod embed;
mod medium;

pub use medium::{Placed, article};
