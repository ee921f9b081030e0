//! The pixels of an SVG, as a PNG with a palette.

#[cfg(feature = "full")]
mod bands;
#[cfg(feature = "full")]
mod palette;

#[cfg(feature = "full")]
pub use bands::png;

use std::fmt;

/// More pixels than this would take hundreds of megabytes.
pub const MOST_PIXELS: f64 = 64e6;

/// The reason why there is no PNG.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum NoPng {
    /// The picture would be too large: its width and height in pixels.
    TooLarge(f64, f64),
    /// The SVG could not be drawn; there is a fault in this program.
    Undrawn(String),
}

impl fmt::Display for NoPng {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NoPng::TooLarge(width, height) => {
                write!(
                    f,
                    "expected a PNG of at most 64 megapixels, found {width} × {height} = {:.0}",
                    width * height / 1e6
                )
            }
            NoPng::Undrawn(why) => write!(f, "the SVG could not be drawn: {why}"),
        }
    }
}

impl std::error::Error for NoPng {}

impl NoPng {
    /// A hint.
    pub fn hint(&self) -> Option<&'static str> {
        let smaller = "--scale 1 makes it smaller, --max-rows lets events share rows, --format \
            svg has no such limit";
        matches!(self, NoPng::TooLarge(..)).then_some(smaller)
    }
}

/// No pixels: the build without them draws lines only.
#[cfg(not(feature = "full"))]
pub fn png(_: &str, _: &super::scene::Scene, _: f64, _: usize) -> Result<Vec<u8>, NoPng> {
    Err(NoPng::Undrawn("this build draws no pixels".into()))
}
