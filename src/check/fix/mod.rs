//! What of a timeline can be mended without inventing anything.
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
mod page;
mod prefix;
mod separator;
mod told;
mod work;
mod zone;

use crate::document::{Broken, File};
use page::Page;
use work::Work;

/// A report with its timeline mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many changes were left out because the report would have told something else.
    pub withheld: usize,
}

/// More rounds than a report was ever seen to need.
const ROUNDS: usize = 12;

/// The mended file; it is the same as before in every byte that needs no mending.
pub fn fixed(bytes: &[u8]) -> Result<Vec<u8>, Broken> {
    Ok(mended(bytes)?.bytes)
}

/// The mended file, with how much could not be mended.
pub fn mended(bytes: &[u8]) -> Result<Mended, Broken> {
    let mut file = File::open(bytes)?;
    let mut effort = work::EFFORT;
    for _ in 0..ROUNDS {
        let page = Page::new(&file);
        let mut work = Work::new(&file, &mut effort);
        // What is written in one way first, so that a zone finds its place.
        work.put(page.groups());
        if !work.has_done() {
            work.put(zone::groups(&page));
        }
        // What was given up untried might be done the next time: rather nothing than a part.
        if work.is_exhausted() {
            return Ok(Mended {
                bytes: bytes.to_vec(),
                withheld: work.withheld(),
            });
        }
        if !work.has_done() {
            return Ok(Mended {
                bytes: file.bytes(),
                withheld: work.withheld(),
            });
        }
        file = file.with(work.body());
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
