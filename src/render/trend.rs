//! Draws the chart of many incidents in every requested format.

use super::formats::Encoder;
use super::{Format, RenderOptions, Undrawn};
use crate::diagnostic::{Diagnostic, Warned};
use crate::draw::font::Fonts;
use crate::draw::style::Ground;
use crate::draw::{Trend, TrendOptions, drawn};

/// A trend chart, encoded as a file.
#[derive(Debug, Clone)]
pub struct TrendFile {
    /// The background.
    pub ground: Ground,
    /// The file format.
    pub format: Format,
    /// The contents of the file.
    pub bytes: Vec<u8>,
}

/// Draws a trend with an order's style, backgrounds, formats, width, text mode and title; warns
/// about what could not be drawn.
pub fn trend(trend: &Trend, order: &RenderOptions) -> Result<Warned<Vec<TrendFile>>, Undrawn> {
    let fonts = Fonts::new(order.style.font.face);
    let (mut files, mut warnings) = (Vec::new(), Vec::new());
    for ground in &order.grounds {
        let options =
            TrendOptions { ground: *ground, width: order.width, title: order.title.clone() };
        let scene = crate::draw::trend(trend, &order.style, &fonts, &options).ok_or_else(untold)?;
        // Every background lacks the same characters, so warn about them once.
        warnings = scene.warnings;
        let scene = drawn(scene.value, &order.style);
        let encoder = Encoder::new(&scene, &fonts, order, false);
        for format in &order.formats {
            // There is no such diagram in Mermaid.
            if let Some(encoded) = encoder.encode(*format)? {
                files.push(TrendFile { ground: *ground, format: *format, bytes: encoded.bytes });
            }
        }
    }
    Ok(Warned { value: files, warnings })
}

fn untold() -> Undrawn {
    Undrawn::NothingToDraw(vec![Diagnostic::about_all(
        crate::diagnostic::Code::NoTimes,
        "expected reports that say how long it took to acknowledge or to resolve, found none",
    )])
}
