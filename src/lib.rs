//! `postmirth` reads the postmortem that somebody has already written, turns it into facts, each
//! with its place in the report, and draws them.
//!
//! The walk:
//! 1. bytes become a [`Source`](source::Source), whatever their encoding;
//! 2. [`read`](read::read) makes an [`Incident`](incident::Incident) of it, and
//!    [`Diagnostic`](diagnostic::Diagnostic)s for what was doubtful;
//! 3. [`facts`] are what others are told: JSON by contract, or a table;
//! 4. [`draw`] lays the incident out as a [`Scene`](draw::scene::Scene), and writes that as SVG and
//!    PNG;
//! 5. [`spice`] judges how much humour the report bears;
//! 6. [`check`] says what a postmortem must hold and this one does not;
//! 7. [`stats`] counts many incidents;
//! 8. [`render`] does all of this for one report, as the program is asked to;
//! 9. [`publish`] gives incident and report the forms that other places take.
//!
//! Before there is a report, [`new`] gives one to begin from, with the timeline that a chat or a
//! log tells.
//!
//! Whatever `spice`, `check` and `publish` change in a report goes through one private module,
//! `edit`, which proves that the rest of it reads as before.
//!
//! The library does no input or output and cannot ask what time it is.

pub mod assets;
pub mod check;
pub mod diagnostic;
pub mod document;
pub mod draw;
mod edit;
pub mod facts;
pub mod incident;
pub mod new;
pub mod parallel;
pub mod publish;
pub mod read;
pub mod render;
pub mod source;
pub mod spice;
pub mod stats;
pub mod time;
pub mod words;
