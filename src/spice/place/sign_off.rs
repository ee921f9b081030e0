//! The sign-off, at the very end of the report.

use crate::document::blocks::Blocks;
use crate::spice::place::Addition;
use crate::spice::place::candidate::Candidate;
use crate::spice::place::places::{Places, one};

impl Places<'_> {
    pub(super) fn sign_off(&self, addition: &Addition) -> Vec<Candidate> {
        let text = &self.text[..self.report.end];
        let end = text.trim_end().len();
        if self.runs.is_empty() || Blocks::of(text).unclosed {
            return Vec::new();
        }
        let whole = text.len();
        let places = [end, whole].into_iter().filter(|at| *at == end || text.ends_with('\n'));
        places.map(|at| one(at, self.pen.paragraph(None, &addition.text, 0), false)).collect()
    }
}
