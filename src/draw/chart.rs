//! Charts over an axis of time, drawn by plotters into a [`Scene`]: its coordinates, its ticks and
//! its series become shapes of ours. Nothing else knows plotters.

use super::axis::Axis;
use super::colour::Colour;
use super::font::{Fonts, Letter};
use super::scene::{Area, Form, Paint, Point, Role, Scene, Step};
use super::sheet::Sheet;
use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, ValueFormatter};
use plotters::prelude::*;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use std::convert::Infallible;
use std::ops::Range;

/// Plotters counts in whole numbers, of which this many make a pixel.
const UNITS: f64 = 16.0;

/// The frame of a chart: time from left to right, and room for labels around it, in pixels.
pub(crate) struct TimeChart<'a> {
    pub(crate) axis: &'a Axis,
    /// The logarithmic scale from bottom to top; without one it goes from 0 to 1, unlabelled.
    pub(crate) lengths: Option<Lengths<'a>>,
    pub(crate) rulers: Rulers,
    pub(crate) above: f64,
    pub(crate) left: f64,
    pub(crate) below: f64,
}

/// A scale of lengths.
pub(crate) struct Lengths<'a> {
    pub(crate) range: Range<f64>,
    pub(crate) ticks: &'a [f64],
    pub(crate) label: &'a dyn Fn(&f64) -> String,
    /// The colour of the line across the chart at each tick.
    pub(crate) grid: Colour,
}

/// The look of both axes.
#[derive(Clone, Copy)]
pub(crate) struct Rulers {
    pub(crate) line: Colour,
    pub(crate) label: Colour,
    /// The size of the labels' letters.
    pub(crate) size: f64,
    /// The length of a tick.
    pub(crate) tick: f64,
}

/// Something in a chart. A place is a minute and a height on the scale.
pub(crate) enum ChartShape {
    /// The axes with their ticks and labels.
    Rulers,
    /// A rectangle between two opposite corners.
    Rect([(f64, f64); 2], Colour),
    /// A dot of a radius in pixels.
    Dot((f64, f64), f64, Colour),
    /// A line of a width in pixels.
    Line(Vec<(f64, f64)>, f64, Colour),
}

type Plotted = Result<(), DrawingAreaErrorKind<Infallible>>;

impl TimeChart<'_> {
    /// Draws the shapes into an area of the sheet, the first one undermost.
    pub(crate) fn draw(
        &self,
        sheet: &mut Sheet<'_>,
        area: Area,
        role: Role,
        shapes: impl IntoIterator<Item = ChartShape>,
    ) {
        let owner = sheet.next(None);
        let canvas = Canvas { scene: &mut sheet.scene, fonts: sheet.fonts, area, role, owner };
        let root = canvas.into_drawing_area();
        let mut builder = ChartBuilder::on(&root);
        builder
            .set_label_area_size(LabelAreaPosition::Top, units(self.above))
            .set_label_area_size(LabelAreaPosition::Left, units(self.left))
            .set_label_area_size(LabelAreaPosition::Bottom, units(self.below));
        let time = self.axis.clone();
        // Drawing into a scene cannot fail.
        let _: Plotted = match &self.lengths {
            Some(lengths) => {
                let scale = lengths.range.clone().log_scale();
                let scale = scale.with_key_points(lengths.ticks.to_vec());
                builder.build_cartesian_2d(time, scale).and_then(|chart| self.plot(chart, shapes))
            }
            None => builder
                .build_cartesian_2d(time, 0.0..1.0)
                .and_then(|chart| self.plot(chart, shapes)),
        };
    }

    fn plot<'c, Y>(
        &self,
        mut chart: ChartContext<'_, Canvas<'c>, Cartesian2d<Axis, Y>>,
        shapes: impl IntoIterator<Item = ChartShape>,
    ) -> Plotted
    where
        Y: Ranged<ValueType = f64> + ValueFormatter<f64>,
    {
        for shape in shapes {
            let area = chart.plotting_area();
            match shape {
                ChartShape::Rulers => self.rule(&mut chart)?,
                ChartShape::Rect(corners, colour) => {
                    area.draw(&Rectangle::new(corners, filled(colour)))?;
                }
                ChartShape::Dot(at, radius, colour) => {
                    area.draw(&Circle::new(at, units(radius), filled(colour)))?;
                }
                ChartShape::Line(points, width, colour) => {
                    area.draw(&PathElement::new(points, line(colour, width)))?;
                }
            }
        }
        Ok(())
    }

    fn rule<'c, Y>(&self, chart: &mut ChartContext<'_, Canvas<'c>, Cartesian2d<Axis, Y>>) -> Plotted
    where
        Y: Ranged<ValueType = f64> + ValueFormatter<f64>,
    {
        let Rulers { line: ink, label, size, tick } = self.rulers;
        let letters = || ("sans-serif", size * UNITS).into_font().color(&rgba(label));
        let mut mesh = chart.configure_mesh();
        mesh.disable_x_mesh()
            .axis_style(line(ink, 1.0))
            .x_labels(self.axis.ticks.len())
            .x_label_style(letters());
        for side in [LabelAreaPosition::Top, LabelAreaPosition::Left, LabelAreaPosition::Bottom] {
            mesh.set_tick_mark_size(side, units(tick));
        }
        if self.above == 0.0 && self.below == 0.0 {
            mesh.disable_x_axis();
        }
        match &self.lengths {
            Some(lengths) => mesh
                .y_max_light_lines(0)
                .bold_line_style(line(lengths.grid, 1.0))
                .y_labels(lengths.ticks.len())
                .y_label_style(letters())
                .y_label_formatter(&lengths.label),
            None => mesh.disable_y_mesh().disable_y_axis(),
        };
        mesh.draw()
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
    ShapeStyle { color: rgba(colour), filled: true, stroke_width: 0 }
}

fn line(colour: Colour, width: f64) -> ShapeStyle {
    ShapeStyle { color: rgba(colour), filled: false, stroke_width: units(width) as u32 }
}

impl Ranged for Axis {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, minute: &f64, limit: (i32, i32)) -> i32 {
        limit.0 + units(self.x(*minute))
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        // Plotters asks twice, for lines that are light and bold; the ticks are all of one weight.
        if hint.weight().allow_light_points() {
            Vec::new()
        } else {
            self.ticks.iter().map(|tick| tick.minute).collect()
        }
    }

    fn range(&self) -> Range<f64> {
        self.ends()
    }
}

impl ValueFormatter<f64> for Axis {
    fn format_ext(&self, minute: &f64) -> String {
        self.ticks
            .iter()
            .find(|tick| tick.minute == *minute)
            .map_or_else(String::new, |tick| tick.label.clone())
    }
}

/// A part of a scene as plotters' backend, with coordinates of its own.
struct Canvas<'a> {
    scene: &'a mut Scene,
    fonts: &'a Fonts,
    /// Where on the scene.
    area: Area,
    /// The purpose of the shapes.
    role: Role,
    /// To which thing they belong.
    owner: u32,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl Canvas<'_> {
    fn point(&self, (x, y): BackendCoord) -> Point {
        Point::new(self.area.x + f64::from(x) / UNITS, self.area.y + f64::from(y) / UNITS)
    }

    fn put(&mut self, role: Role, form: Form) -> Drawn {
        self.scene.put(role, self.owner, None, form);
        Ok(())
    }

    fn fill(&mut self, area: Area, radius: f64, colour: Option<Colour>) -> Drawn {
        let Some(paint) = colour.map(Paint::fill) else {
            return Ok(());
        };
        let form = Form::Rect { area, radius, paint };
        self.put(self.role, form)
    }
}

/// A see-through colour is one that plotters does not want drawn.
fn visible(colour: BackendColor) -> Option<Colour> {
    let (r, g, b) = colour.rgb;
    (colour.alpha > 0.0).then_some(Colour { rgb: [r, g, b] })
}

fn letter<S: BackendTextStyle>(style: &S) -> Letter {
    Letter { size: style.size() / UNITS, bold: style.style().as_str() == "bold" }
}

impl DrawingBackend for Canvas<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        ((self.area.w * UNITS).round() as u32 + 1, (self.area.h * UNITS).round() as u32 + 1)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, colour: BackendColor) -> Drawn {
        let at = self.point(at);
        let area = Area::new(at.x, at.y, 1.0 / UNITS, 1.0 / UNITS);
        self.fill(area, 0.0, visible(colour))
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        _filled: bool,
    ) -> Drawn {
        let area = Area::around([self.point(from), self.point(to)]);
        self.fill(area, 0.0, visible(style.color()))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let Some(colour) = visible(style.color()) else {
            return Ok(());
        };
        let mut points = path.into_iter().map(|at| self.point(at));
        let first = points.next().map(Step::Move);
        let steps = first.into_iter().chain(points.map(Step::Line)).collect();
        let paint = Paint::line(colour, f64::from(style.stroke_width()) / UNITS);
        self.put(self.role, Form::Path { steps, paint })
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        style: &S,
        _filled: bool,
    ) -> Drawn {
        let (centre, radius) = (self.point(centre), f64::from(radius) / UNITS);
        let across = radius * 2.0;
        let area = Area::new(centre.x - radius, centre.y - radius, across, across);
        self.fill(area, radius, visible(style.color()))
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let Some(colour) = visible(style.color()) else {
            return Ok(());
        };
        let run = self.fonts.run(text, letter(style));
        let (above, below) = run.reach();
        let mut at = self.point(at);
        at.x -= match style.anchor().h_pos {
            HPos::Left => 0.0,
            HPos::Center => run.width / 2.0,
            HPos::Right => run.width,
        };
        at.y += match style.anchor().v_pos {
            VPos::Top => above,
            VPos::Center => (above - below) / 2.0,
            VPos::Bottom => -below,
        };
        self.put(Role::Text, Form::Text { at, run, colour })
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let run = self.fonts.run(text, letter(style));
        Ok(((run.width * UNITS).ceil() as u32, (run.size * UNITS).ceil() as u32))
    }
}
