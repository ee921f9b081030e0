//! A part of a [`Scene`] on which plotters draws: its coordinates, ticks and series become shapes.

use super::axis::UNITS;
use super::colour::Colour;
use super::font::{Fonts, Letter};
use super::scene::{Area, Form, Paint, Point, Role, Scene, Step};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use std::convert::Infallible;

/// A part of a scene, with coordinates of its own. Plotters counts in whole numbers, of which
/// [`UNITS`] make a pixel.
pub(crate) struct Canvas<'a> {
    pub(crate) scene: &'a mut Scene,
    pub(crate) fonts: &'a Fonts,
    /// Where on the scene.
    pub(crate) area: Area,
    /// What the shapes are there for.
    pub(crate) role: Role,
    /// To which thing they belong.
    pub(crate) owner: u32,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl Canvas<'_> {
    fn point(&self, (x, y): BackendCoord) -> Point {
        Point::new(
            self.area.x + f64::from(x) / UNITS,
            self.area.y + f64::from(y) / UNITS,
        )
    }

    fn put(&mut self, role: Role, form: Form) -> Drawn {
        self.scene.put(role, self.owner, None, form);
        Ok(())
    }

    fn path(&mut self, steps: Vec<Step>, paint: Paint) -> Drawn {
        self.put(self.role, Form::Path { steps, paint })
    }
}

/// A see-through colour is one that plotters does not want drawn.
fn colour(colour: BackendColor) -> Option<Colour> {
    let (r, g, b) = colour.rgb;
    (colour.alpha > 0.0).then_some(Colour { rgb: [r, g, b] })
}

fn paint<S: BackendStyle>(style: &S, fill: bool) -> Option<Paint> {
    let colour = colour(style.color())?;
    Some(if fill {
        Paint::fill(colour)
    } else {
        Paint::line(colour, f64::from(style.stroke_width()) / UNITS)
    })
}

fn letter<S: BackendTextStyle>(style: &S) -> Letter {
    Letter {
        size: style.size() / UNITS,
        bold: style.style().as_str() == "bold",
    }
}

fn joined(points: impl IntoIterator<Item = Point>) -> Vec<Step> {
    points
        .into_iter()
        .enumerate()
        .map(|(index, point)| {
            if index == 0 {
                Step::Move(point)
            } else {
                Step::Line(point)
            }
        })
        .collect()
}

impl DrawingBackend for Canvas<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (
            (self.area.w * UNITS).round() as u32 + 1,
            (self.area.h * UNITS).round() as u32 + 1,
        )
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, with: BackendColor) -> Drawn {
        let Some(colour) = colour(with) else {
            return Ok(());
        };
        let at = self.point(at);
        let area = Area::new(at.x, at.y, 1.0 / UNITS, 1.0 / UNITS);
        self.put(
            self.role,
            Form::Rect {
                area,
                radius: 0.0,
                paint: Paint::fill(colour),
            },
        )
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
        fill: bool,
    ) -> Drawn {
        let Some(paint) = paint(style, fill) else {
            return Ok(());
        };
        let area = Area::around([self.point(from), self.point(to)]);
        self.put(
            self.role,
            Form::Rect {
                area,
                radius: 0.0,
                paint,
            },
        )
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let Some(paint) = paint(style, false) else {
            return Ok(());
        };
        let steps = joined(path.into_iter().map(|at| self.point(at)));
        self.path(steps, paint)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let Some(paint) = paint(style, fill) else {
            return Ok(());
        };
        let (centre, radius) = (self.point(centre), f64::from(radius) / UNITS);
        let area = Area::new(
            centre.x - radius,
            centre.y - radius,
            radius * 2.0,
            radius * 2.0,
        );
        self.put(
            self.role,
            Form::Rect {
                area,
                radius,
                paint,
            },
        )
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        let Some(paint) = paint(style, true) else {
            return Ok(());
        };
        let mut steps = joined(corners.into_iter().map(|at| self.point(at)));
        steps.push(Step::Close);
        self.path(steps, paint)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let Some(colour) = colour(style.color()) else {
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
        Ok((
            (run.width * UNITS).ceil() as u32,
            (run.size * UNITS).ceil() as u32,
        ))
    }
}
