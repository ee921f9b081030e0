//! `postmirth` reads the postmortem that somebody has already written, turns it into facts, each
//! with its place in the report, and draws them.
//!
//! The walk:
//! 1. bytes become a [`Source`](source::Source), whatever their encoding;
//! 2. [`Document::of`](document::Document::of) reads its Markdown, once for all who ask;
//! 3. [`Report::of`](read::Report::of) adds the [`Incident`](incident::Incident) that it tells of,
//!    and [`Diagnostic`](diagnostic::Diagnostic)s for what was doubtful;
//! 4. [`facts`] are what others are told: JSON by contract, or a table;
//! 5. [`draw`] lays the incident out as a [`Scene`](draw::scene::Scene), and writes that as SVG and
//!    PNG;
//! 6. [`spice`] judges how much humour the report bears;
//! 7. [`check`] says what a postmortem must hold and this one does not;
//! 8. [`stats`] counts many incidents;
//! 9. [`render`] does all of this for one report, as the program is asked to;
//! 10. [`publish`] gives incident and report the forms that other places take.
//!
//! Before there is a report, [`new`] gives one to begin from, with the timeline that a chat or a
//! log tells.
//!
//! The library does no input or output and cannot ask what time it is.

pub mod assets;
pub mod check;
pub mod diagnostic;
pub mod document;
pub mod draw;
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
