//! An incident and its report in the forms that other places take.

mod medium;
mod mermaid;

pub use medium::{Placed, article};
pub use mermaid::mermaid;
