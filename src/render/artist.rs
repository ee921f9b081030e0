//! Draws a chart of a report in every requested format.

use super::{Format, Picture, RenderOptions, Undrawn};
use crate::diagnostic::{Diagnostic, Warned};
use crate::draw::font::Fonts;
use crate::draw::scene::Scene;
use crate::draw::style::Ground;
use crate::draw::{
    self, ActionsOptions, Chart, CoverOptions, Mood, Options, TextMode, drawn, png, svg,
};
use crate::incident::Incident;
use crate::read::Report;
use crate::spice::tone::{Tone, guard};

/// Draws the pictures of one report.
pub(super) struct Artist<'a> {
    incident: &'a Incident,
    order: &'a RenderOptions,
    fonts: Fonts,
    /// The facial expression on the cover, if it must not be the one that fits the facts.
    mood: Option<Mood>,
}

/// PNG pixels per SVG pixel, except for a cover, whose size is given in pixels.
const SCALE: f64 = 2.0;

impl<'a> Artist<'a> {
    pub(super) fn new(
        report: &Report,
        incident: &'a Incident,
        order: &'a RenderOptions,
    ) -> Artist<'a> {
        // If a joke would be out of place, so would a funny face.
        let grave = order.charts.contains(&Chart::Cover) && guard(report).allowed == Tone::Off;
        let mood = grave.then_some(Mood::StraightFaced);
        Artist {
            incident,
            order,
            fonts: Fonts::new(order.style.font.face),
            mood,
        }
    }

    /// Draws one chart on one background; returns a list of what could not be drawn.
    pub(super) fn draw(
        &self,
        chart: Chart,
        ground: Ground,
        out: &mut Vec<Picture>,
    ) -> Result<Vec<Diagnostic>, Undrawn> {
        let Some(Warned {
            value: scene,
            warnings,
        }) = self.scene(chart, ground)
        else {
            return Ok(Vec::new());
        };
        let scene = drawn(scene, &self.order.style);
        let outlined = svg(&scene, &self.fonts, TextMode::Outlines);
        let default = if chart == Chart::Cover { 1.0 } else { SCALE };
        let scale = self.order.scale.unwrap_or(default);
        for format in &self.order.formats {
            let (size, bytes) = match format {
                Format::Png => {
                    let bytes = png(&outlined, &scene, scale, self.order.cores);
                    let bytes =
                        bytes.map_err(|why| Undrawn::Impossible(why.to_string(), why.hint()))?;
                    (
                        Some(((scene.width * scale).ceil(), (scene.height * scale).ceil())),
                        bytes,
                    )
                }
                Format::Svg if self.order.text == TextMode::Live => (
                    Some((scene.width, scene.height)),
                    svg(&scene, &self.fonts, TextMode::Live).into_bytes(),
                ),
                Format::Svg => (
                    Some((scene.width, scene.height)),
                    outlined.clone().into_bytes(),
                ),
                // A Mermaid diagram has no background of its own, and exists only for the
                // timeline.
                Format::Mermaid
                    if chart == Chart::Incident && Some(&ground) == self.order.grounds.first() =>
                {
                    let title = self.order.title.as_deref();
                    (
                        None,
                        draw::mermaid(self.incident, title)
                            .unwrap_or_default()
                            .into_bytes(),
                    )
                }
                Format::Mermaid => continue,
            };
            out.push(Picture {
                chart,
                ground,
                format: *format,
                size,
                bytes,
            });
        }
        Ok(warnings)
    }

    fn scene(&self, chart: Chart, ground: Ground) -> Option<Warned<Scene>> {
        let RenderOptions {
            layout,
            width,
            cover,
            rows,
            today,
            style,
            joke,
            ..
        } = self.order;
        let (title, fonts) = (self.order.title.clone(), &self.fonts);
        match chart {
            Chart::Incident => {
                let options = Options {
                    layout: *layout,
                    ground,
                    width: *width,
                    title,
                    joke: *joke,
                    rows: *rows,
                };
                draw::incident(self.incident, style, fonts, &options)
            }
            Chart::Actions => {
                let options = ActionsOptions {
                    ground,
                    width: *width,
                    title,
                    joke: *joke,
                    today: *today,
                    all: *rows == draw::RowLimit::All,
                };
                draw::actions(self.incident, style, fonts, &options)
            }
            Chart::Cover => {
                let options = CoverOptions {
                    ground,
                    size: *cover,
                    title,
                    mood: self.mood,
                };
                draw::cover(self.incident, style, fonts, &options)
            }
        }
    }
}
