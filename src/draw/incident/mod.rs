//! The picture of an incident, in one of three layouts.

mod foot;
mod gantt;
mod head;
mod lanes;
mod plan;
mod story;
mod strip;

pub use story::description;

use crate::diagnostic::{Code, Diagnostic, Warned};
use crate::draw::font::Fonts;
use crate::draw::scene::Scene;
use crate::draw::sheet::Sheet;
use crate::draw::style::{Ground, Style};
use crate::incident::Incident;
use plan::Plan;

/// How the events are laid out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Layout {
    /// A row an event, bars along the clock.
    #[default]
    Gantt,
    /// A lane a phase, with numbered pins and a key.
    Lanes,
    /// One compact ribbon.
    Strip,
}

/// What to draw, and how.
#[derive(Debug, Clone)]
pub struct Options {
    /// How the events are laid out.
    pub layout: Layout,
    /// On light or dark.
    pub ground: Ground,
    /// How wide the picture is, in pixels.
    pub width: f64,
    /// A title in place of the report's.
    pub title: Option<String>,
    /// Past so many rows neighbours share one; `None` draws each event.
    pub max_rows: Option<usize>,
}

/// The narrowest picture in which texts have room.
pub const NARROWEST: f64 = 480.0;
/// The width that pictures are designed for.
pub const WIDTH: f64 = 840.0;
/// Past so many rows a picture is no longer read.
pub const MAX_ROWS: usize = 60;

impl Default for Options {
    fn default() -> Options {
        Options { layout: Layout::Gantt, ground: Ground::Light, width: WIDTH, title: None, max_rows: Some(MAX_ROWS) }
    }
}

/// Draws an incident; `None` when nothing in it has a time. What could not be drawn is in the warnings.
pub fn incident(incident: &Incident, style: &Style, fonts: &Fonts, options: &Options) -> Option<Warned<Scene>> {
    if incident.events.is_empty() {
        return None;
    }
    let most = options.max_rows.filter(|_| options.layout != Layout::Strip);
    let plan = Plan::new(incident, options.title.as_deref(), most);
    let mut sheet = Sheet::new(options.width.max(NARROWEST), fonts, style, style.theme(options.ground));
    match options.layout {
        Layout::Gantt => gantt::draw(&mut sheet, &plan),
        Layout::Lanes => lanes::draw(&mut sheet, &plan),
        Layout::Strip => strip::draw(&mut sheet, &plan),
    }
    sheet.scene.title = format!("Incident timeline of {}", plan.title);
    sheet.scene.description = description(incident);
    let warnings = missing(&sheet).into_iter().collect();
    Some(Warned { value: sheet.scene, warnings })
}

/// What no font could draw.
fn missing(sheet: &Sheet<'_>) -> Option<Diagnostic> {
    let span = sheet.missing.values().flatten().min_by_key(|span| span.start).copied();
    let count = sheet.missing.len();
    let mut named: Vec<String> = sheet.missing.keys().take(6).map(|c| format!("{c} (U+{:04X})", u32::from(*c))).collect();
    if count > 6 {
        named.push(format!("{} more", count - 6));
    }
    let message = format!("expected characters that the built-in fonts can draw, found {}", named.join(", "));
    let warning = Diagnostic { span, ..Diagnostic::about_all(Code::GlyphMissing, message) };
    (count > 0).then(|| warning.hint("they are left out of the picture; its description keeps them"))
}
