//! The page of a cover. Everything on it is measured in units, of which the width of a link's
//! preview has 1200.

use super::PREVIEW;

/// The size of the page, and of a unit on it.
pub(super) struct CoverPage {
    /// In pixels.
    pub(super) width: f64,
    /// In pixels.
    pub(super) height: f64,
    /// So many pixels make a unit.
    pub(super) unit: f64,
    /// From the left and the right edge to the texts, in pixels: well inside the middle nine
    /// tenths.
    pub(super) margin: f64,
}

/// The margin as a share of the width; a page that is long and low has no wider units for that.
const MARGIN: f64 = 0.06;

/// The smallest cover that can be read, and the largest that can be made, in pixels a side.
const SIDES: (f64, f64) = (240.0, 8000.0);

impl CoverPage {
    /// A page of about that size: neither too small to be read nor too large to be made.
    pub(super) fn new(size: (f64, f64)) -> CoverPage {
        let side = |long: f64| kept(long, SIDES.0, SIDES.1).round();
        let (width, height) = (side(size.0), side(size.1));
        let unit = (width / PREVIEW.0).min(height / PREVIEW.1);
        CoverPage { width, height, unit, margin: width * MARGIN }
    }

    /// So many units in pixels.
    pub(super) fn px(&self, units: f64) -> f64 {
        units * self.unit
    }
}

/// A number kept between two others: options and a style's file may hold any number, even what is
/// none.
pub(super) fn kept(number: f64, least: f64, most: f64) -> f64 {
    if number > least { number.min(most) } else { least }
}
