//! Fixes the notation of a timeline without inventing anything.
//!
//! ```text
//! * **9:30 AM:** The alert fired        - 09:30 - The alert fired
//! ```
//!
//! Markers, clocks, what stands between a time and its text, and a zone that the report names
//! elsewhere: these are written in one way. No text is reworded, no line moves, but for a blank
//! line
//! that parts the end of a new list from the text below it, and a change after which the report
//! would
//! tell anything else is withheld. What is no plain list, as tables and
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

/// A report with its timeline fixed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// The file.
    pub bytes: Vec<u8>,
    /// The number of changes left out because they would have altered the facts.
    pub withheld: usize,
}

/// More rounds than any known report needs.
const ROUNDS: usize = 12;

/// The budget of bytes to reread before changes are dropped untried.
const EFFORT: usize = 8 << 20;

/// The fixed file; every byte that does not need fixing is unchanged.
pub fn fixed(bytes: &[u8]) -> Result<Vec<u8>, Broken> {
    Ok(mended(bytes)?.bytes)
}

/// The fixed file, with the number of changes withheld.
pub fn mended(bytes: &[u8]) -> Result<Mended, Broken> {
    let mut file = ReportFile::open(bytes)?;
    let mut effort = Effort::new(EFFORT);
    for _ in 0..ROUNDS {
        let timeline = Timeline::new(&file);
        let before = Snapshot::new(&file.bytes(), &timeline.source, &[]);
        let sound = |mends: &[Mend]| is_sound(&file, &before, mends);
        let mut batch = Batch::new(&mut effort, file.text.len(), sound);
        // Normalise the notation first, so that there is a place for the zone.
        let mut withheld = batch.put(timeline.mends()).len();
        if batch.done.is_empty() {
            withheld += batch.put(zone::mends(&timeline)).len();
        }
        // Changes dropped untried might succeed on the next run: better none than some of them.
        if batch.is_exhausted() {
            return Ok(Mended { bytes: bytes.to_vec(), withheld });
        }
        if batch.done.is_empty() {
            return Ok(Mended { bytes: file.bytes(), withheld });
        }
        let body = with(&file, &batch.done);
        file = file.with(body);
    }
    // A file that never stabilises may not be any better for it.
    Ok(Mended { bytes: bytes.to_vec(), withheld: 0 })
}

/// The number of lines of a text that another one has not.
pub fn changed_lines(before: &str, after: &str) -> usize {
    let diff = similar::TextDiff::from_lines(before, after);
    let gone = |change: &similar::Change<&str>| change.tag() == similar::ChangeTag::Delete;
    diff.iter_all_changes().filter(gone).count()
}

/// The difference between two texts as a patch; empty when there is none.
pub fn diff(name: &str, before: &str, after: &str) -> String {
    similar::TextDiff::from_lines(before, after).unified_diff().header(name, name).to_string()
}
