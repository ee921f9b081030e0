//! Humour in the report itself, between marks, and the report without it.
//!
//! ```text
//! - 00:15 UTC - The load balancer was suspected.<!--fun--> *It was standing closest to the
//!   fridge.*<!--/fun-->
//! ```
//!
//! All that is added lies between the first byte of `<!--fun-->` and the last byte of
//! `<!--/fun-->`; nothing is moved or replaced. Whoever cuts these stretches out has the report
//! again, byte for byte.
//!
//! A line is put in only where a Markdown parser sees the same report around it as before, and the
//! line itself as the running text that it is. Where there is no such place (code, a sentence in
//! the middle of a paragraph), it is left out.

mod candidate;
mod names;
mod places;
mod sign_off;
mod strip;
mod title;
mod written;

pub use crate::document::Broken;
pub use strip::{plain, unmarked};

use crate::document::ReportFile;
use crate::edit::batch::{Batch, Effort};
use crate::read::Report;
use crate::spice::quip::Part;
use candidate::{Candidate, is_sound, with};
use places::Places;

/// A place for a line of humour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    /// Above the plain title, which becomes the subtitle.
    Title,
    /// Behind the name of the first section of this kind.
    Heading(Part),
    /// Behind an entry of the timeline, by its number in
    /// [`Incident::events`](crate::incident::Incident::events).
    Entry(usize),
    /// Behind a measure, by its number in
    /// [`Incident::actions`](crate::incident::Incident::actions).
    Action(usize),
    /// Behind a paragraph or an item elsewhere, by its number among the passages of the report.
    Prose(usize),
    /// At the very end.
    SignOff,
}

/// A line of humour for a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addition {
    /// Where it belongs.
    pub spot: Spot,
    /// Its words, as plain text.
    pub text: String,
    /// Stands before it at an entry; there the text may be empty.
    pub emoji: Option<String>,
}

/// A report with humour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spiced {
    /// The file.
    pub bytes: Vec<u8>,
    /// The places that the report does not have, or not safely, in the order in which they were
    /// asked for.
    pub left_out: Vec<Spot>,
}

/// The bytes that may be parsed before lines are left out untried.
const EFFORT: usize = 64 << 20;

/// Puts lines of humour into a plain report; of several for one place the first. The report is what
/// was read from the same bytes.
pub fn spiced(bytes: &[u8], report: &Report, additions: &[Addition]) -> Spiced {
    let Ok(file) = ReportFile::open(bytes) else {
        return Spiced {
            bytes: bytes.to_vec(),
            left_out: additions.iter().map(|addition| addition.spot).collect(),
        };
    };
    let places = Places::new(&file, report);
    let mut effort = Effort::new(EFFORT);
    let sound = |lines: &[(Spot, Candidate)]| is_sound(&file, lines);
    let mut batch = Batch::new(&mut effort, file.text.len(), sound);
    let mut left: Vec<(Spot, Vec<Candidate>)> = Vec::new();
    let mut left_out = Vec::new();
    for addition in additions {
        let known = left.iter().any(|(spot, _)| *spot == addition.spot);
        if known {
            left_out.push(addition.spot);
        } else {
            left.push((addition.spot, places.candidates(addition)));
        }
    }
    while !left.is_empty() {
        // Each with the best form that has not failed yet.
        let now = left
            .iter_mut()
            .filter(|(_, forms)| !forms.is_empty())
            .map(|(spot, forms)| (*spot, forms.remove(0)));
        let failed = batch.put(now.collect());
        let is_put = |spot: &Spot| batch.done.iter().any(|(known, _)| known == spot);
        left_out.extend(
            left.iter()
                .filter(|(spot, forms)| forms.is_empty() && !is_put(spot))
                .map(|(spot, _)| *spot),
        );
        left.retain(|(spot, forms)| {
            !forms.is_empty() && failed.iter().any(|(failed, _)| failed == spot)
        });
    }
    left_out.sort_by_key(|spot| additions.iter().position(|addition| addition.spot == *spot));
    Spiced { bytes: file.with(with(&file, &batch.done)).bytes(), left_out }
}
