//! Clocks with a point and no mark behind them: "10.04 The lamp went out". One such line is a
//! number; several of them in one section are its times.

use super::{EntryReader, Reach};
use crate::document::line::DocumentLine;
use crate::time::clock::{self, Stamp};
use crate::time::leading;

/// Fewer may be versions, sums or numbers of items.
const FEWEST: usize = 3;

impl EntryReader<'_> {
    /// The time at the beginning of a line, and where the rest begins.
    pub(super) fn leading(&self, text: &str) -> Option<(Stamp, usize)> {
        let among = self.pointed && self.reach == Reach::Labelled;
        leading::leading(text).or_else(|| pointed(text).filter(|_| among))
    }
}

/// True if several lines begin with such a clock.
pub(super) fn are_pointed(lines: &[DocumentLine]) -> bool {
    let pointed = |line: &&DocumentLine| line.begins && pointed(&line.text).is_some();
    lines.iter().filter(pointed).count() >= FEWEST
}

fn pointed(text: &str) -> Option<(Stamp, usize)> {
    let stamp = clock::at(text, 0).filter(|stamp| stamp.clock.is_some())?;
    let clock = text[..stamp.end].split_once('.')?;
    let digits = |part: &str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let told = text[stamp.end..].strip_prefix(' ')?.trim_start();
    let says = told.starts_with(|c: char| c.is_uppercase() || matches!(c, '#' | '@'));
    (digits(clock.0) && digits(clock.1) && says).then(|| {
        let rest = text.len() - told.len();
        (stamp, rest)
    })
}
