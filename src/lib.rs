//! `postmirth` reads an incident postmortem written in Markdown and turns it into facts, each with
//! its place in the report. From these it draws pictures, checks the report, and adds humour.
//!
//! The modules below are in reading order, and each uses only those above it. A report goes
//! through them like this:
//!
//! 1. [`source`] decodes bytes of any encoding into a [`Source`](source::Source). Everything found
//!    later is a [`Span`](source::Span) of it, so that a [`diagnostic`] can point at the line.
//! 2. [`document`] turns the Markdown into visible lines, divided into sections;
//!    [`words`] matches phrases in them, and [`time`] finds dates, clocks, zones and durations.
//! 3. [`read`](mod@read) makes an [`Incident`](incident::Incident) of this: events, phases,
//!    summary, action items.
//! 4. [`facts`](mod@facts) writes the incident as JSON or as a table.
//! 5. [`draw`] lays it out as a [`Scene`](draw::scene::Scene) and writes that as SVG, PNG or
//!    Mermaid.
//! 6. [`spice`] decides how much humour the report can bear, chooses quips and inserts them;
//!    every byte of the report stays.
//! 7. [`check`](mod@check) looks for things that a postmortem should contain and this one lacks.
//! 8. [`stats`] aggregates many incidents.
//! 9. [`render`] turns a report into picture files in one call, and [`publish`] adapts report and
//!    pictures to README files, Medium and link previews.
//! 10. [`page`] answers what the page in the browser asks of all these.
//!
//! Before there is a report, [`new`] writes a skeleton, with the timeline of a pasted chat or log.
//!
//! The library does no I/O and never reads the clock: the same report gives the same bytes on
//! every machine.
//!
//! # Read a report
//!
//! ```
//! use postmirth::{read::read, source::Source};
//!
//! let report = "\
//! # Checkout down
//!
//! ## Timeline
//!
//! - 09:30 UTC - An alert paged the on-call engineer.
//! - 09:50 UTC - Escalated to the payments team.
//! - 10:05 UTC - The bad release was rolled back and the incident was resolved.
//! ";
//! let incident = read(&Source::new("report.md", report)).value;
//! for event in &incident.events {
//!     println!("{} min: {}", event.minute, event.text);
//! }
//! assert_eq!(incident.events[1].minute, 20.0);
//! ```
//!
//! # Draw it
//!
//! ```
//! use postmirth::{read::Report, render::{RenderOptions, pictures}, source::Source};
//!
//! # let report = "# Search down\n\n## Timeline\n\n- 09:30 - Alert fired.\n- 10:05 - All well.\n";
//! let report = Report::of(&Source::new("report.md", report));
//! let drawn = pictures(&report, &[], &RenderOptions::default())?;
//! for picture in &drawn.pictures {
//!     println!("{:?}: {} bytes of {:?}", picture.chart, picture.bytes.len(), picture.format);
//! }
//! # assert!(drawn.pictures[0].bytes.starts_with(b"<svg"));
//! # assert!(drawn.pictures[1].bytes.starts_with(b"\x89PNG"));
//! # Ok::<(), postmirth::render::Undrawn>(())
//! ```
//!
//! A PNG comes with each SVG. The repository has a short example program for each task: `draw`,
//! `facts`, `check` and `spice` in `examples/`.
//!
//! # Compatibility
//!
//! Kinds, codes, errors and results are `#[non_exhaustive]`, since more may be added. End options
//! with `..RenderOptions::default()` for the same reason.

// In reading order; the blank lines keep rustfmt from sorting them.

pub mod diagnostic;
pub mod source;

pub mod assets;
mod dice;
pub mod named;
pub mod parallel;

pub mod incident;
pub mod time;
pub mod words;

pub mod document;

pub mod read;

pub mod facts;
pub mod new;

pub mod draw;

mod edit;

pub mod spice;

pub mod check;

pub mod stats;

pub mod render;

pub mod publish;

pub mod page;
