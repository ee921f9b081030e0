//! The picture of many incidents, in every kind of file that is asked for.

use super::{Format, RenderOptions, Undrawn};
use crate::diagnostic::{Diagnostic, Warned};
use crate::draw::font::Fonts;
use crate::draw::style::Ground;
use crate::draw::{TextMode, Trend, TrendOptions, drawn, png, svg};

/// A trend as a file holds it.
#[derive(Debug, Clone)]
pub struct TrendFile {
    /// What it lies on.
    pub ground: Ground,
    /// The kind of file.
    pub format: Format,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Pixels of a PNG for each of the SVG's.
const SCALE: f64 = 2.0;

/// Draws a trend as an order's style, grounds, formats, width, texts and title say; with what could
/// not be drawn.
pub fn trend(trend: &Trend, order: &RenderOptions) -> Result<Warned<Vec<TrendFile>>, Undrawn> {
    let fonts = Fonts::new(order.style.font.face);
    let (mut files, mut warnings) = (Vec::new(), Vec::new());
    for ground in &order.grounds {
        let options = TrendOptions {
            ground: *ground,
            width: order.width,
            title: order.title.clone(),
        };
        let scene = crate::draw::trend(trend, &order.style, &fonts, &options).ok_or_else(untold)?;
        // The same letters are missing on every ground.
        warnings = scene.warnings;
        let scene = drawn(scene.value, &order.style);
        let outlined = svg(&scene, &fonts, TextMode::Outlines);
        for format in &order.formats {
            let bytes = match format {
                Format::Png => png(&outlined, &scene, order.scale.unwrap_or(SCALE), order.cores)
                    .map_err(|why| Undrawn::Impossible(why.to_string(), why.hint()))?,
                _ if order.text == TextMode::Live => {
                    svg(&scene, &fonts, TextMode::Live).into_bytes()
                }
                _ => outlined.clone().into_bytes(),
            };
            files.push(TrendFile {
                ground: *ground,
                format: *format,
                bytes,
            });
        }
    }
    Ok(Warned {
        value: files,
        warnings,
    })
}

fn untold() -> Undrawn {
    Undrawn::NothingToDraw(vec![Diagnostic::about_all(
        crate::diagnostic::Code::NoTimes,
        "expected reports that tell how long it took to acknowledge or to resolve, found none",
    )])
}
