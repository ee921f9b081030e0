//! The picture of an incident, in one of three layouts.

mod description;
mod failed_fix;
mod figures;
mod foot;
pub(in crate::draw) mod gantt;
pub(in crate::draw) mod head;
pub(in crate::draw) mod headline;
mod lanes;
pub(in crate::draw) mod outage;
pub(in crate::draw) mod plan;
pub(super) mod sentence;
mod strip;
mod title_block;
mod window;

pub use description::description;
pub(crate) use description::story;

use crate::diagnostic::Warned;
use crate::draw::font::Fonts;
use crate::draw::scene::Scene;
use crate::draw::sheet::Sheet;
use crate::draw::style::{Ground, PenKind, Style};
use crate::incident::Incident;
use crate::named::named;
use plan::IncidentPlan;

named! {
    /// The layout of the events.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Layout by default Gantt {
        /// The finding, the story in phases, and a track of time beside it.
        Gantt = "gantt",
        /// A lane a phase, with numbered pins and a key.
        Lanes = "lanes",
        /// One compact ribbon.
        Strip = "strip",
    }
}

/// Options for what to draw, and how.
#[derive(Debug, Clone)]
pub struct Options {
    /// The layout of the events.
    pub layout: Layout,
    /// On light or dark.
    pub ground: Ground,
    /// The width of the picture, in pixels.
    pub width: f64,
    /// A title in place of the report's.
    pub title: Option<String>,
    /// True if that title is a joke, which is shown but not read out.
    pub joke: bool,
    /// The most rows.
    pub rows: RowLimit,
}

/// The number of rows that a picture may have.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum RowLimit {
    /// As many as are read in the layout.
    #[default]
    Readable,
    /// So many.
    Most(usize),
    /// Each event in a row of its own, its text in full.
    All,
}

impl RowLimit {
    fn most(self, layout: Layout, incident: &Incident) -> Option<usize> {
        match (self, layout) {
            (RowLimit::All, _) => None,
            (RowLimit::Most(most), _) => Some(most),
            (RowLimit::Readable, Layout::Gantt) => Some(gantt::readable_rows(incident)),
            (RowLimit::Readable, _) => Some(MAX_ROWS),
        }
    }
}

/// The narrowest picture in which texts have room.
pub const NARROWEST: f64 = 480.0;
/// The width that pictures are designed for.
pub const WIDTH: f64 = 840.0;
/// The number of pins beyond which lanes are no longer readable.
const MAX_ROWS: usize = 60;

impl Default for Options {
    fn default() -> Options {
        Options {
            layout: Layout::Gantt,
            ground: Ground::Light,
            width: WIDTH,
            title: None,
            joke: false,
            rows: RowLimit::Readable,
        }
    }
}

/// Draws an incident; `None` when nothing in it has a time. What could not be drawn is in the
/// warnings.
pub fn incident(
    incident: &Incident,
    style: &Style,
    fonts: &Fonts,
    options: &Options,
) -> Option<Warned<Scene>> {
    if incident.events.is_empty() {
        return None;
    }
    let most = options.rows.most(options.layout, incident);
    let shared = most.filter(|_| options.layout == Layout::Lanes);
    let plan = IncidentPlan::new(incident, options.title.as_deref(), shared);
    let mut sheet =
        Sheet::new(options.width.max(NARROWEST), fonts, style, style.theme(options.ground));
    match options.layout {
        Layout::Gantt => gantt::draw(&mut sheet, &plan, most),
        Layout::Lanes => lanes::draw(&mut sheet, &plan),
        Layout::Strip => strip::draw(&mut sheet, &plan),
    }
    // A strip has no room for one.
    if style.pen.kind == PenKind::Draft && options.layout != Layout::Strip {
        title_block::draw(&mut sheet, &plan);
    }
    let told = incident.title.as_deref().filter(|_| options.joke).unwrap_or(&plan.title);
    let title = format!("Incident timeline of {told}");
    Some(sheet.finished(title, description(incident)))
}
