//! The picture of what will change: the measures by what they are for.

mod calendar;
mod days;
mod description;
mod list;
mod plan;

pub(crate) use description::story;

use crate::diagnostic::Warned;
use crate::draw::font::Fonts;
use crate::draw::scene::{Area, Paint, Scene};
use crate::draw::sheet::{GAP, MARGIN, Sheet, leading};
use crate::draw::style::{Ground, Style};
use crate::draw::{NARROWEST, WIDTH};
use crate::incident::Incident;
use chrono::NaiveDate;
use plan::{Plan, colours, name};

/// How to draw the measures.
#[derive(Debug, Clone)]
pub struct ActionsOptions {
    /// On light or dark.
    pub ground: Ground,
    /// How wide the picture is, in pixels.
    pub width: f64,
    /// A title in place of the report's.
    pub title: Option<String>,
    /// Whether that title is a joke, which is shown but not read out.
    pub joke: bool,
    /// The day from which to tell what is overdue.
    pub today: Option<NaiveDate>,
}

impl Default for ActionsOptions {
    fn default() -> ActionsOptions {
        ActionsOptions {
            ground: Ground::Light,
            width: WIDTH,
            title: None,
            joke: false,
            today: None,
        }
    }
}

/// Draws the measures of an incident; `None` when the report has none.
pub fn actions(
    incident: &Incident,
    style: &Style,
    fonts: &Fonts,
    options: &ActionsOptions,
) -> Option<Warned<Scene>> {
    if incident.actions.is_empty() {
        return None;
    }
    let title = options
        .title
        .as_deref()
        .or(incident.title.as_deref())
        .unwrap_or("the incident");
    let plan = Plan::new(incident, title, options.today);
    let mut sheet = Sheet::new(
        options.width.max(NARROWEST),
        fonts,
        style,
        style.theme(options.ground),
    );
    let y = head(&mut sheet, &plan);
    let y = shares(&mut sheet, &plan, y + 16.0);
    let bottom = list::list(&mut sheet, &plan, y);
    sheet.scene.height = (bottom + MARGIN - 6.0).ceil();
    let told = incident
        .title
        .as_deref()
        .filter(|_| options.joke)
        .unwrap_or(title);
    Some(sheet.finished(
        format!("Action items of {told}"),
        story(incident, options.today).description(),
    ))
}

/// Title and subtitle; gives the lower end.
fn head(sheet: &mut Sheet<'_>, plan: &Plan<'_>) -> f64 {
    let (room, ink, quiet) = (
        sheet.scene.width - 2.0 * MARGIN,
        sheet.theme.ink,
        sheet.theme.quiet,
    );
    sheet.next(None);
    let block = sheet
        .words("What we are changing", sheet.title())
        .block(room, 1);
    let y = sheet.block(MARGIN, 22.0, &block, ink);
    sheet.next(None);
    let subtitle = sheet.legible(&plan.subtitle, None);
    let block = sheet.words(&subtitle, sheet.body(false)).block(room, 3);
    sheet.block(MARGIN, y + 4.0, &block, quiet)
}

/// How high the bar of the shares is, and how narrow the least of them.
const SHARE: f64 = 30.0;
const NARROWEST_SHARE: f64 = 30.0;

/// How many measures are for what, as one bar; gives the lower end.
fn shares(sheet: &mut Sheet<'_>, plan: &Plan<'_>, top: f64) -> f64 {
    let count: usize = plan.groups.iter().map(|group| group.items.len()).sum();
    let gaps = 1.5 * (plan.groups.len() as f64 - 1.0);
    let spare =
        sheet.scene.width - 2.0 * MARGIN - gaps - NARROWEST_SHARE * plan.groups.len() as f64;
    let letter = sheet.label(true);
    let mut x = MARGIN;
    for group in &plan.groups {
        sheet.next(None);
        let wide = NARROWEST_SHARE + spare * group.items.len() as f64 / count as f64;
        let colours = sheet.theme.of(colours(group.category)).clone();
        let area = Area::new(x, top, wide, SHARE);
        sheet.bar(area, sheet.style.shape.ribbon, Paint::fill(colours.bar));
        let told = [
            format!("{} · {}", name(group.category), group.items.len()),
            group.items.len().to_string(),
        ];
        let text = told
            .iter()
            .find(|text| sheet.fonts.width(text, letter) <= wide - GAP);
        sheet.centred(
            area.centre(),
            text.map_or("", String::as_str),
            letter,
            colours.on_bar,
        );
        x += wide + 1.5;
    }
    top + SHARE
}

/// The gap above the name of a group.
fn above_group(sheet: &Sheet<'_>) -> f64 {
    (leading(sheet.style.font.text) * 1.3).round()
}
