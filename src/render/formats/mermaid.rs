//! Mermaid, which the viewer draws.

use super::{Encoded, RenderOptions};
use crate::draw;
use crate::incident::Incident;

pub(super) const EXTENSION: &str = "mmd";
pub(super) const MEDIA_TYPE: &str = "text/vnd.mermaid";

pub(super) fn encode(incident: &Incident, options: &RenderOptions) -> Encoded {
    let text = draw::mermaid(incident, options.title.as_deref());
    Encoded { bytes: text.unwrap_or_default().into_bytes(), size: None }
}
