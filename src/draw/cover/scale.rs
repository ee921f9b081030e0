//! Minutes to pixels along the ribbon of a cover. One long silence may be left out.

use super::told::window;
use crate::draw::axis::briefly;
use crate::draw::font::Letter;
use crate::draw::incident::plan::IncidentPlan;
use crate::draw::sheet::Sheet;

/// A silence of more than this share of the whole, and of this many minutes, is left out.
const SILENT: f64 = 0.6;
const LONG: f64 = 360.0;
/// No part beside a silence is narrower than this share of the ribbon.
const NARROWEST: f64 = 0.12;

/// Minutes to pixels, with at most one silence left out.
pub(super) struct RibbonScale {
    pub(super) from: f64,
    pub(super) to: f64,
    pub(super) wide: f64,
    pub(super) silence: Option<Silence>,
}

/// A silence: between which minutes, and between which pixels its length stands.
#[derive(Clone, Copy)]
pub(super) struct Silence {
    pub(super) from: f64,
    pub(super) to: f64,
    pub(super) left: f64,
    pub(super) right: f64,
}

/// The scale of a ribbon so many pixels wide; the longest silence is left out where it would crush
/// all else, its length so far apart from its neighbours.
pub(super) fn scale(
    sheet: &Sheet<'_>,
    plan: &IncidentPlan<'_>,
    (wide, apart): (f64, f64),
    letter: Letter,
) -> RibbonScale {
    let (from, to) = window(plan);
    let mut moments: Vec<f64> = plan.points();
    moments.retain(|minute| (from..=to).contains(minute));
    moments.extend([from, to]);
    moments.sort_by(f64::total_cmp);
    let longest = moments
        .windows(2)
        .map(|pair| (pair[0], pair[1]))
        .max_by(|one, two| (one.1 - one.0).total_cmp(&(two.1 - two.0)))
        .filter(|(start, end)| {
            let length = end - start;
            // A gap at an end would part the ribbon from nothing.
            let inside = *start > from && *end < to;
            inside && length > SILENT * (to - from) && length >= LONG
        });
    let silence = longest.map(|(start, end)| {
        let length = format!("+{}", briefly(end - start));
        let gap = sheet.fonts.width(&length, letter) + 2.0 * apart;
        let (before, after) = (start - from, to - end);
        let share = (before / (before + after)).clamp(NARROWEST, 1.0 - NARROWEST);
        let left = (wide - gap) * share;
        Silence { from: start, to: end, left, right: left + gap }
    });
    RibbonScale { from, to, wide, silence }
}

impl RibbonScale {
    /// The same with nothing left out.
    pub(super) fn even(self) -> RibbonScale {
        RibbonScale { silence: None, ..self }
    }

    /// The place of a minute, in pixels from the left end.
    pub(super) fn x(&self, minute: f64) -> f64 {
        let along = |(from, to): (f64, f64), (left, right): (f64, f64)| match to > from {
            true => left + (right - left) * ((minute - from) / (to - from)).clamp(0.0, 1.0),
            false => left,
        };
        match self.silence {
            Some(silence) if minute <= silence.from => {
                along((self.from, silence.from), (0.0, silence.left))
            }
            Some(silence) if minute < silence.to => silence.right,
            Some(silence) => along((silence.to, self.to), (silence.right, self.wide)),
            None => along((self.from, self.to), (0.0, self.wide)),
        }
    }
}
