//! Draws a chart of a report in every requested format.

use super::formats::{Encoder, diagram};
use super::{Picture, RenderOptions, Undrawn};
use crate::diagnostic::{Diagnostic, Warned};
use crate::draw::font::Fonts;
use crate::draw::scene::Scene;
use crate::draw::style::Ground;
use crate::draw::{self, ActionsOptions, Chart, CoverOptions, Mood, Options, drawn};
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

impl<'a> Artist<'a> {
    pub(super) fn new(
        report: &Report,
        incident: &'a Incident,
        order: &'a RenderOptions,
    ) -> Artist<'a> {
        // If a joke would be out of place, so would a funny face.
        let grave = order.charts.contains(&Chart::Cover) && guard(report).allowed == Tone::Off;
        let mood = grave.then_some(Mood::StraightFaced);
        Artist { incident, order, fonts: Fonts::new(order.style.font.face), mood }
    }

    /// Draws one chart on one background; returns a list of what could not be drawn.
    pub(super) fn draw(
        &self,
        chart: Chart,
        ground: Ground,
        out: &mut Vec<Picture>,
    ) -> Result<Vec<Diagnostic>, Undrawn> {
        let Some(Warned { value: scene, warnings }) = self.scene(chart, ground) else {
            return Ok(Vec::new());
        };
        let scene = drawn(scene, &self.order.style);
        let encoder = Encoder::new(&scene, &self.fonts, self.order, chart == Chart::Cover);
        // A Mermaid diagram has no background of its own, and exists only for the timeline.
        let in_mermaid = chart == Chart::Incident && Some(&ground) == self.order.grounds.first();
        for format in &self.order.formats {
            let encoded = match encoder.encode(*format)? {
                None if in_mermaid => diagram(self.incident, self.order),
                None => continue,
                Some(encoded) => encoded,
            };
            out.push(Picture {
                chart,
                ground,
                format: *format,
                size: encoded.size,
                bytes: encoded.bytes,
            });
        }
        Ok(warnings)
    }

    fn scene(&self, chart: Chart, ground: Ground) -> Option<Warned<Scene>> {
        let RenderOptions { layout, width, cover, rows, today, style, joke, .. } = self.order;
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
                let options = CoverOptions { ground, size: *cover, title, mood: self.mood };
                draw::cover(self.incident, style, fonts, &options)
            }
        }
    }
}
