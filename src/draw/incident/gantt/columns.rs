//! Where the columns of the picture stand.

use super::groups::PhaseGroup;
use super::{EDGE, NARROW, SPINE};
use crate::draw::sheet::{MARGIN, Sheet};

/// Where the columns stand.
pub(super) struct GanttColumns {
    pub(super) clock: f64,
    pub(super) text: f64,
    /// The greatest width of the texts.
    pub(super) room: f64,
    /// The ends of the track.
    pub(super) left: f64,
    pub(super) right: f64,
}

/// The track takes one of these shares of the width, its edges not counted: the widest that does
/// not cost the texts more lines than the narrowest.
const TRACKS: [f64; 3] = [0.40, 0.37, 0.34];
/// But for so many.
const MORE_LINES: usize = 1;
/// A narrow picture leaves more room for the texts.
const NARROW_TRACK: f64 = 0.26;

pub(super) fn columns(sheet: &Sheet<'_>, groups: &[PhaseGroup]) -> GanttColumns {
    let rows = || groups.iter().flat_map(|group| &group.rows);
    let (bold, small) = (sheet.body(true), sheet.label(false));
    let clocks = rows().map(|row| sheet.fonts.width(&row.row.clock, bold));
    let captions = rows()
        .filter_map(|row| row.row.caption.as_ref())
        .map(|caption| sheet.fonts.width(caption, small));
    let clock = MARGIN + SPINE + 10.0;
    let text = (clock + clocks.chain(captions).fold(0.0, f64::max) + 14.0).round();
    let right = sheet.scene.width - MARGIN - EDGE;
    let at = |share: f64| {
        let left = (right - sheet.scene.width * share).round();
        GanttColumns { clock, text, room: left - EDGE - 4.0 - text, left, right }
    };
    if sheet.scene.width < NARROW {
        return at(NARROW_TRACK);
    }
    let texts: Vec<_> = rows().map(|row| sheet.words(&row.text, sheet.body(false))).collect();
    let lines = |columns: &GanttColumns| -> usize {
        texts.iter().map(|text| text.count(columns.room)).sum()
    };
    let [.., narrowest] = TRACKS;
    let fewest = lines(&at(narrowest)) + MORE_LINES;
    let mut wider = TRACKS.into_iter().map(at);
    wider.find(|columns| lines(columns) <= fewest).unwrap_or_else(|| at(narrowest))
}
