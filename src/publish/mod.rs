//! An incident and its report in the forms that other places take.

mod alt_text;
mod chart_files;
pub mod embed;
mod github;
mod inserts;
mod medium;
mod social;

pub use alt_text::{alt, words};
pub use chart_files::{ChartFiles, chart_files};
pub use github::{github, snippet};
pub use inserts::{Wording, inserts, worded};
pub use medium::{Held, PlacedPicture, article, medium, page, whole_page};
pub use social::social;
