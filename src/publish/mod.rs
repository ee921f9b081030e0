//! An incident and its report in the forms that other places take.

pub mod embed;
mod inserts;
mod medium;
mod shown;

pub use inserts::inserts;
pub use medium::{Placed, article, page};
pub use shown::{Shown, github, medium, shown, snippet, social, words};
