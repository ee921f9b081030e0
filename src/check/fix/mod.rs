//! Mending a timeline without inventing anything.
//!
//! ```text
//! * **9:30 AM:** The alert fired        - 09:30 - The alert fired
//! ```
//!
//! Markers, clocks, what stands between a time and its text, and a zone that the report names
//! elsewhere: these are written in one way. No text is reworded, no line moves, and a change after
//! which the report would tell anything else is withheld. What is no plain list, as tables and
//! code, and what the reader was unsure of, stays.

mod clock;
mod markers;
mod mend;
mod prefix;
mod separator;
mod snapshot;
mod timeline;
mod zone;

use crate::document::{Broken, ReportFile};
use crate::edit::batch::{Batch, Effort};
use mend::{Mend, is_sound, with};
use snapshot::Snapshot;
use timeline::Timeline;

/// A report with its timeline mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// The file.
    pub bytes: Vec<u8>,
    /// The number of changes that were left out because the report would have told something else.
    pub withheld: usize,
}

/// More rounds than a report was ever seen to need.
const ROUNDS: usize = 12;

/// The bytes that may be read again before changes are given up untried.
const EFFORT: usize = 8 << 20;

/// The mended file; it is the same as before in every byte that needs no mending.
pub fn fixed(bytes: &[u8]) -> Result<Vec<u8>, Broken> {
    Ok(mended(bytes)?.bytes)
}

/// The mended file, with how much could not be mended.
pub fn mended(bytes: &[u8]) -> Result<Mended, Broken> {
    let mut file = ReportFile::open(bytes)?;
    let mut effort = Effort::new(EFFORT);
    for _ in 0..ROUNDS {
        let timeline = Timeline::new(&file);
        let before = Snapshot::new(&file.bytes(), &timeline.source);
        let sound = |mends: &[Mend]| is_sound(&file, &before, mends);
        let mut batch = Batch::new(&mut effort, file.text.len(), sound);
        // What is written in one way first, so that a zone finds its place.
        let mut withheld = batch.put(timeline.mends()).len();
        if batch.done.is_empty() {
            withheld += batch.put(zone::mends(&timeline)).len();
        }
        // What was given up untried might be done the next time: rather nothing than a part.
        if batch.is_exhausted() {
            return Ok(Mended {
                bytes: bytes.to_vec(),
                withheld,
            });
        }
        if batch.done.is_empty() {
            return Ok(Mended {
                bytes: file.bytes(),
                withheld,
            });
        }
        let body = with(&file, &batch.done);
        file = file.with(body);
    }
    // A file that never comes to rest is not known to be better for it.
    Ok(Mended {
        bytes: bytes.to_vec(),
        withheld: 0,
    })
}

/// The difference between two texts as a patch; empty when there is none.
pub fn diff(name: &str, before: &str, after: &str) -> String {
    similar::TextDiff::from_lines(before, after)
        .unified_diff()
        .header(name, name)
        .to_string()
}
