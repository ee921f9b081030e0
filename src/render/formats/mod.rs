//! The file formats: one a file.

mod mermaid;
mod png;
mod svg;

use super::{RenderOptions, Undrawn};
use crate::draw::font::Fonts;
use crate::draw::scene::Scene;
use crate::draw::{self, TextMode};
use crate::incident::Incident;
use crate::named::named;
use std::cell::OnceCell;

named! {
    /// The file formats.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Format {
        /// A vector image.
        Svg = "svg",
        /// A bitmap image.
        Png = "png",
        /// A diagram in Mermaid's language.
        Mermaid = "mermaid",
    }
}

impl Format {
    /// The file name extension.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Svg => svg::EXTENSION,
            Format::Png => png::EXTENSION,
            Format::Mermaid => mermaid::EXTENSION,
        }
    }

    /// The media type, as a `data:` address states it.
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Svg => svg::MEDIA_TYPE,
            Format::Png => png::MEDIA_TYPE,
            Format::Mermaid => mermaid::MEDIA_TYPE,
        }
    }
}

/// A scene to be encoded in one or more formats.
pub(super) struct Encoder<'a> {
    scene: &'a Scene,
    fonts: &'a Fonts,
    options: &'a RenderOptions,
    /// True if the scene's size is already the picture's in pixels.
    in_pixels: bool,
    outlined: OnceCell<String>,
}

/// The contents of a file.
pub(super) struct Encoded {
    pub(super) bytes: Vec<u8>,
    /// Width and height in pixels; `None` if the viewer decides.
    pub(super) size: Option<(f64, f64)>,
}

impl<'a> Encoder<'a> {
    pub(super) fn new(
        scene: &'a Scene,
        fonts: &'a Fonts,
        options: &'a RenderOptions,
        in_pixels: bool,
    ) -> Encoder<'a> {
        Encoder { scene, fonts, options, in_pixels, outlined: OnceCell::new() }
    }

    /// Encodes the scene; `None` for Mermaid, which draws an incident rather than a scene.
    pub(super) fn encode(&self, format: Format) -> Result<Option<Encoded>, Undrawn> {
        match format {
            Format::Svg => Ok(Some(svg::encode(self))),
            Format::Png => png::encode(self).map(Some),
            Format::Mermaid => Ok(None),
        }
    }

    /// The SVG with its text as outlines, which a PNG is made from as well.
    fn outlined(&self) -> &str {
        self.outlined.get_or_init(|| draw::svg(self.scene, self.fonts, TextMode::Outlines))
    }
}

/// The timeline as a Mermaid diagram.
pub(super) fn diagram(incident: &Incident, options: &RenderOptions) -> Encoded {
    mermaid::encode(incident, options)
}
