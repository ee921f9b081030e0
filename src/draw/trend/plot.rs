//! The scale of one kind of length with what lies on it, drawn by plotters.

use super::head::{DOT, MEDIAN, NINTH};
use super::panel::{LABELS, UNDATED};
use super::plan::{Panel, PeriodGroup, TrendPlan};
use crate::draw::axis::{Axis, UNITS};
use crate::draw::canvas::Canvas;
use crate::draw::colour::Colour;
use crate::draw::style::Theme;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::combinators::{LogCoord, WithKeyPoints};
use plotters::prelude::*;
use std::convert::Infallible;

/// A line of the scale has so much of the colour of lines.
const FAINT: f64 = 0.3;
/// A box ends so many pixels before the next begins.
const HAIR: f64 = 1.0;
/// Above the middle half, up to what nine in ten do not exceed, there is so much of its colour.
pub(super) const REST: f64 = 0.45;
/// Around a dot there is so much ground, so that it stands out from all that it lies on.
const RING: f64 = 1.25;

/// How high the days are, and how large all letters.
#[derive(Clone, Copy)]
pub(super) struct PanelLook {
    pub(super) days: f64,
    pub(super) size: f64,
}

/// What is drawn together, as no text may touch the one and may touch the other.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Layer {
    /// The scale, and what is spread over it.
    Behind,
    /// Each incident, and the lines.
    Before,
}

/// What is to be drawn.
pub(super) struct Plot<'a> {
    pub(super) plan: &'a TrendPlan,
    pub(super) panel: &'a Panel,
    pub(super) axis: &'a Axis,
    pub(super) theme: &'a Theme,
    pub(super) look: PanelLook,
}

type PlotResult = Result<(), DrawingAreaErrorKind<Infallible>>;
type LogChart<'a, 'c> =
    ChartContext<'a, Canvas<'c>, Cartesian2d<Axis, WithKeyPoints<LogCoord<f64>>>>;
type PlotLine = PathElement<(f64, f64)>;

impl Plot<'_> {
    pub(super) fn draw(&self, canvas: Canvas<'_>, layer: Layer) -> PlotResult {
        let scale = &self.panel.scale;
        let lengths = (scale.low..scale.high)
            .log_scale()
            .with_key_points(scale.ticks.clone());
        let area = canvas.into_drawing_area();
        let mut chart = ChartBuilder::on(&area)
            .set_label_area_size(LabelAreaPosition::Left, units(LABELS))
            .set_label_area_size(LabelAreaPosition::Bottom, units(self.look.days))
            .build_cartesian_2d(self.axis.clone(), lengths)?;
        if layer == Layer::Behind {
            chart.draw_series(self.apart())?;
            chart.draw_series(self.days())?;
            self.scale(&mut chart)?;
            chart.draw_series(self.rests())?;
            chart.draw_series(self.halves())?;
        } else {
            chart.draw_series(self.dots(DOT + RING, self.theme.background))?;
            chart.draw_series(self.dots(DOT, self.theme.of(self.panel.phase).bar))?;
            chart.draw_series(self.ninths())?;
            chart.draw_series(self.medians())?;
        }
        Ok(())
    }

    /// The lines of the scale with their lengths, and the days below.
    fn scale(&self, chart: &mut LogChart<'_, '_>) -> PlotResult {
        let letters = || {
            ("sans-serif", self.look.size * UNITS)
                .into_font()
                .color(&rgba(self.theme.quiet))
        };
        let label = |tick: &f64| self.panel.scale.label(*tick);
        let mut mesh = chart.configure_mesh();
        mesh.disable_x_mesh()
            .y_max_light_lines(0)
            .bold_line_style(self.faint())
            .axis_style(line(self.theme.line, 1.0))
            .y_labels(self.panel.scale.ticks.len())
            .y_label_style(letters())
            .y_label_formatter(&label)
            .x_labels(self.axis.ticks.len())
            .x_label_style(letters())
            .set_tick_mark_size(LabelAreaPosition::Left, units(4.0))
            .set_tick_mark_size(LabelAreaPosition::Bottom, units(4.0));
        if self.look.days == 0.0 {
            mesh.disable_x_axis();
        }
        mesh.draw()
    }

    fn faint(&self) -> ShapeStyle {
        line(self.theme.background.towards(self.theme.line, FAINT), 1.0)
    }

    /// So many pixels of the axis, as minutes.
    fn pixels(&self, pixels: f64) -> f64 {
        pixels * self.panel.to / self.axis.x(self.panel.to)
    }

    fn upright(&self, x: f64, style: ShapeStyle) -> PlotLine {
        let scale = &self.panel.scale;
        PathElement::new(vec![(x, scale.low), (x, scale.high)], style)
    }

    fn days(&self) -> Vec<PlotLine> {
        let days = self.axis.ticks.iter().filter(|tick| tick.label != UNDATED);
        days.map(|tick| self.upright(tick.minute, self.faint()))
            .collect()
    }

    /// The ground of what has no date.
    fn apart(&self) -> Vec<Rectangle<(f64, f64)>> {
        let scale = &self.panel.scale;
        let apart = self.plan.time.as_ref().and_then(|time| time.apart());
        let ground = |(from, to): (f64, f64)| {
            Rectangle::new(
                [(from, scale.low), (to, scale.high)],
                filled(self.theme.shade),
            )
        };
        apart.into_iter().map(ground).collect()
    }

    /// The middle half of each group.
    fn halves(&self) -> Vec<Rectangle<(f64, f64)>> {
        let style = filled(self.theme.of(self.panel.phase).pale);
        let half = |group: &PeriodGroup| {
            let (low, high) = group.half?;
            let hair = self.pixels(HAIR);
            Some(Rectangle::new(
                [(group.from + hair, low), (group.to - hair, high)],
                style,
            ))
        };
        self.panel.groups.iter().filter_map(half).collect()
    }

    fn dots(&self, radius: f64, colour: Colour) -> Vec<Circle<(f64, f64), i32>> {
        self.panel
            .dots
            .iter()
            .map(|dot| Circle::new(*dot, units(radius), filled(colour)))
            .collect()
    }

    /// From the middle half of each group up to what nine in ten of it do not exceed.
    fn rests(&self) -> Vec<Rectangle<(f64, f64)>> {
        let pale = self.theme.of(self.panel.phase).pale;
        let style = filled(self.theme.background.towards(pale, REST));
        let rest = |group: &PeriodGroup| {
            let ((_, low), high) = group.half.zip(group.ninth)?;
            let hair = self.pixels(HAIR);
            Some(Rectangle::new(
                [(group.from + hair, low), (group.to - hair, high)],
                style,
            ))
        };
        self.panel.groups.iter().filter_map(rest).collect()
    }

    /// The upper edge of that.
    fn ninths(&self) -> Vec<PlotLine> {
        let colour = self.theme.of(self.panel.phase).bar;
        let ninth = |group: &PeriodGroup| {
            let (high, hair) = (group.ninth?, self.pixels(HAIR));
            Some(PathElement::new(
                vec![(group.from + hair, high), (group.to - hair, high)],
                line(colour, NINTH),
            ))
        };
        self.panel.groups.iter().filter_map(ninth).collect()
    }

    /// From median to median; one alone lies all along its group.
    fn medians(&self) -> Option<PlotLine> {
        let groups = &self.panel.groups;
        let points = match groups.as_slice() {
            [group] => vec![(group.from, group.median), (group.to, group.median)],
            _ => groups
                .iter()
                .map(|group| ((group.from + group.to) / 2.0, group.median))
                .collect(),
        };
        self.panel
            .has_median()
            .then(|| PathElement::new(points, line(self.theme.ink, MEDIAN)))
    }
}

fn units(pixels: f64) -> i32 {
    (pixels * UNITS).round() as i32
}

fn rgba(colour: Colour) -> RGBAColor {
    let [r, g, b] = colour.rgb;
    RGBAColor(r, g, b, 1.0)
}

fn filled(colour: Colour) -> ShapeStyle {
    ShapeStyle {
        color: rgba(colour),
        filled: true,
        stroke_width: 0,
    }
}

fn line(colour: Colour, width: f64) -> ShapeStyle {
    ShapeStyle {
        color: rgba(colour),
        filled: false,
        stroke_width: units(width) as u32,
    }
}
