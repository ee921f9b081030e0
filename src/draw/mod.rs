//! [`Incident`] in, picture out.
//!
//! The walk of one event:
//! - a [`Style`](style::Style) says how everything looks, [`Fonts`](font::Fonts) how wide every
//!   text is;
//! - `incident` plans what is to be shown and lays it out on the clock `axis` as a
//!   [`Scene`](scene::Scene); `cover` makes one that is seen before the report is read, and `trend`
//!   one of many incidents;
//! - [`Scene::collisions`](scene::Scene::collisions) finds what should not touch and does;
//! - the `pen` of the style may redraw the scene by hand;
//! - [`svg()`] writes the scene, [`png()`] makes pixels of that; [`mermaid()`] writes a chart for
//!   places that draw it themselves.

mod actions;
mod axis;
mod chart;
pub mod colour;
mod cover;
mod days;
pub mod description;
mod drafting;
pub mod font;
mod hand;
mod incident;
mod legible;
mod marks;
mod mermaid;
mod outline;
mod overlaps;
mod png;
mod quick;
pub mod scene;
mod sheet;
pub mod style;
mod svg;
mod trend;
mod wall_clock;
mod wrap;

pub use crate::document::marks::Chart;
pub use actions::{ActionsOptions, actions};
pub use cover::{CoverOptions, MEDIUM, Mood, PREVIEW, cover, mood};
pub use incident::{Layout, NARROWEST, Options, RowLimit, WIDTH, description, incident};
pub use mermaid::mermaid;
pub use overlaps::Collision;
pub use png::{MOST_PIXELS, NoPng, png};
pub use svg::{TextMode, svg};
pub use trend::{Trend, TrendOptions, TrendPoint, TrendShare, trend};

use crate::incident::Incident;

/// A picture in words.
pub fn story(
    chart: Chart,
    incident: &Incident,
    today: Option<chrono::NaiveDate>,
) -> description::Story {
    match chart {
        Chart::Incident => incident::story(incident),
        Chart::Actions => actions::story(incident, today),
        Chart::Cover => cover::story(incident),
    }
}

/// The scene as the pen of a style draws it: as it is, by hand, or as a technical drawing.
pub fn drawn(scene: scene::Scene, style: &style::Style) -> scene::Scene {
    match style.pen.kind {
        style::PenKind::Clean => scene,
        style::PenKind::Hand => hand::by_hand(scene, &style.pen),
        style::PenKind::Draft => drafting::drafted(scene, style),
    }
}
