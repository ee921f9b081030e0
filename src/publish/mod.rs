//! An incident and its report in the forms that other places take.

mod medium;

pub use medium::{Placed, article};
