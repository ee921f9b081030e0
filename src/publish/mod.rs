//! An incident and its report in the forms that other places take.

mod brief;
pub mod embed;
mod inserts;
mod medium;
mod shown;

pub use inserts::{Wording, inserts, worded};
pub use medium::{Held, PlacedPicture, article, page, whole_page};
pub use shown::{Shown, alt, github, medium, shown, snippet, social, words};
