//! PNG, made from the SVG.

use super::{Encoded, Encoder, Undrawn};
use crate::draw;

pub(super) const EXTENSION: &str = "png";
pub(super) const MEDIA_TYPE: &str = "image/png";

/// PNG pixels per SVG pixel.
const SCALE: f64 = 2.0;

pub(super) fn encode(encoder: &Encoder<'_>) -> Result<Encoded, Undrawn> {
    let (scene, options) = (encoder.scene, encoder.options);
    let default = if encoder.in_pixels { 1.0 } else { SCALE };
    let scale = options.scale.unwrap_or(default);
    let bytes = draw::png(encoder.outlined(), scene, scale, options.cores)
        .map_err(|why| Undrawn::Impossible(why.to_string(), why.hint()))?;
    Ok(Encoded { bytes, size: Some(((scene.width * scale).ceil(), (scene.height * scale).ceil())) })
}
