//! SVG, with text as outlines or live.

use super::{Encoded, Encoder};
use crate::draw::{self, TextMode};

pub(super) const EXTENSION: &str = "svg";
pub(super) const MEDIA_TYPE: &str = "image/svg+xml";

pub(super) fn encode(encoder: &Encoder<'_>) -> Encoded {
    let Encoder { scene, fonts, .. } = encoder;
    let text = match encoder.options.text {
        TextMode::Outlines => encoder.outlined().to_string(),
        TextMode::Live => draw::svg(scene, fonts, TextMode::Live),
    };
    Encoded { bytes: text.into_bytes(), size: Some((scene.width, scene.height)) }
}
