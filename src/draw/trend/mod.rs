//! The picture of many incidents: how long they took, each of them and on the whole, in the course
//! of time.

mod description;
mod head;
mod panel;
mod periods;
mod plan;
mod plot;
mod scale;
mod shares;

use crate::diagnostic::Warned;
use crate::draw::font::Fonts;
use crate::draw::scene::Scene;
use crate::draw::sheet::{MARGIN, Sheet};
use crate::draw::style::{Ground, Style};
use crate::draw::{NARROWEST, WIDTH};
use chrono::NaiveDate;
use plan::TrendPlan;

/// Many incidents, as far as the picture shows them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Trend {
    /// The incidents.
    pub points: Vec<TrendPoint>,
    /// Incidents by what they were about, the most frequent first.
    pub causes: Vec<TrendShare>,
    /// Incidents by who noticed them.
    pub noticed: Vec<TrendShare>,
}

/// One incident.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct TrendPoint {
    /// Its day, when its year is known.
    pub day: Option<NaiveDate>,
    /// The minutes to the first answer.
    pub acknowledge: Option<f64>,
    /// The minutes to the end.
    pub resolve: Option<f64>,
}

/// So many of the incidents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrendShare {
    /// The thing in common; `None` if their reports do not state it.
    pub name: Option<String>,
    /// Their number.
    pub count: usize,
}

/// Options for drawing a trend.
#[derive(Debug, Clone)]
pub struct TrendOptions {
    /// On light or dark.
    pub ground: Ground,
    /// The width of the picture, in pixels.
    pub width: f64,
    /// A title of one's own.
    pub title: Option<String>,
}

impl Default for TrendOptions {
    fn default() -> TrendOptions {
        TrendOptions { ground: Ground::Light, width: WIDTH, title: None }
    }
}

/// Draws many incidents; `None` if none of them states how long it took.
pub fn trend(
    trend: &Trend,
    style: &Style,
    fonts: &Fonts,
    options: &TrendOptions,
) -> Option<Warned<Scene>> {
    let plan = TrendPlan::new(trend, options.title.as_deref())?;
    let mut sheet =
        Sheet::new(options.width.max(NARROWEST), fonts, style, style.theme(options.ground));
    let mut y = head::head(&mut sheet, &plan);
    for (index, panel) in plan.panels.iter().enumerate() {
        y = panel::panel(&mut sheet, &plan, panel, y + 22.0, index + 1 == plan.panels.len());
    }
    y = panel::caption(&mut sheet, &plan, y);
    y = shares::shares(&mut sheet, trend, y + 24.0);
    sheet.scene.height = (y + MARGIN - 6.0).ceil();
    Some(sheet.finished(format!("Trend: {}", plan.title), description::story(&plan, trend)))
}
