//! The cover picture, for the preview of a link and the head of an article: the title large, the
//! phases as a ribbon, and a drawn server in a mood that fits the facts.

mod character;
mod letters;
mod mood;
mod page;
mod ribbon;
mod ribbon_moments;
mod ribbon_texts;
mod scale;
mod told;

pub use mood::{Mood, mood};

use crate::diagnostic::Warned;
use crate::draw::description::Story;
use crate::draw::font::Fonts;
use crate::draw::incident::plan::IncidentPlan;
use crate::draw::scene::{Point, Scene};
use crate::draw::sheet::Sheet;
use crate::draw::style::{Ground, Style};
use crate::incident::Incident;
use page::CoverPage;
use told::CoverWords;

/// Width and height of a link's preview, in pixels.
pub const PREVIEW: (f64, f64) = (1200.0, 630.0);
/// Width and height of the picture at the head of an article on Medium.
pub const MEDIUM: (f64, f64) = (1400.0, 788.0);

/// The content of the cover, and its size.
#[derive(Debug, Clone, PartialEq)]
pub struct CoverOptions {
    /// On light or dark.
    pub ground: Ground,
    /// Width and height in pixels.
    pub size: (f64, f64),
    /// A title in place of the report's, which is then below it.
    pub title: Option<String>,
    /// The server's mood; `None` chooses it by [`mood()`].
    pub mood: Option<Mood>,
}

impl Default for CoverOptions {
    fn default() -> CoverOptions {
        CoverOptions { ground: Ground::Light, size: PREVIEW, title: None, mood: None }
    }
}

/// Draws the cover; `None` when nothing in the report has a time. What could not be drawn is in the
/// warnings.
pub fn cover(
    incident: &Incident,
    style: &Style,
    fonts: &Fonts,
    options: &CoverOptions,
) -> Option<Warned<Scene>> {
    if incident.events.is_empty() {
        return None;
    }
    let feeling = options.mood.unwrap_or_else(|| mood(incident));
    let plan = IncidentPlan::new(incident, None, None);
    let told = CoverWords::new(&plan, options.title.as_deref());
    let page = CoverPage::new(options.size);
    let theme = style.theme(options.ground);
    let mut sheet = Sheet::new(page.width, fonts, style, theme);
    sheet.scene.height = page.height;
    sheet.scene.background = theme.cover.ground;
    let top = ribbon::draw(&mut sheet, &plan, &told, &page);
    let middle = (page.height * TOP + top) / 2.0;
    letters::draw(&mut sheet, &told, &page, middle);
    character::draw(
        &mut sheet,
        feeling,
        Point::new(page.width - page.margin - page.px(ASIDE), middle),
        page.unit,
    );
    let words = told::description(&plan, feeling);
    Some(sheet.finished(told.name(incident), words))
}

/// The cover in words, except for the server's face, which is for the picture.
pub(crate) fn story(incident: &Incident) -> Story {
    let plan = IncidentPlan::new(incident, None, None);
    Story {
        alt: format!("Cover picture with a drawing of a server. {}", told::facts(&plan)),
        ..Story::default()
    }
}

/// The share of the height, from the top, that is left to what is on the server's head.
const TOP: f64 = 0.057;
/// From the right margin to the middle of the server, in units.
const ASIDE: f64 = 134.0;
