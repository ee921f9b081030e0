//! An incident and its report in the forms that other places take.

mod mermaid;

pub use mermaid::mermaid;
