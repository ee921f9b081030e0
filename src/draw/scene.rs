//! The picture before it is written: a plain list of placed shapes, each with the span of the
//! report that it came from. Layout ends here, and the writers see nothing else.

use super::colour::Colour;
use super::font::GlyphRun;
use crate::source::Span;

/// A picture, laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// Width in pixels.
    pub width: f64,
    /// Height in pixels.
    pub height: f64,
    /// The background.
    pub background: Colour,
    /// The picture in a few words; never a joke.
    pub title: String,
    /// The whole story in words, for those who cannot see the picture.
    pub description: String,
    /// The shapes, from the bottom to the top.
    pub shapes: Vec<Shape>,
}

/// One thing of a picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// Its form.
    pub form: Form,
    /// Its purpose.
    pub role: Role,
    /// The thing in the picture that it belongs to: a text may be on the bar of its own thing.
    pub owner: u32,
    /// The part of the report that it tells.
    pub span: Option<Span>,
}

/// The purpose of a shape, which decides what may overlap what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Quiet ground: background bands and cards, with texts on them.
    Ground,
    /// A bar, a mark, a line: no text but its own may touch it.
    Solid,
    /// Text: nothing may touch it.
    Text,
}

/// Its form.
#[derive(Debug, Clone, PartialEq)]
pub enum Form {
    /// A rectangle, its corners round by `radius`.
    Rect {
        /// Where it lies.
        area: Area,
        /// The roundness of its corners.
        radius: f64,
        /// Its paint.
        paint: Paint,
    },
    /// A path.
    Path {
        /// Its steps.
        steps: Vec<Step>,
        /// Its paint.
        paint: Paint,
    },
    /// A line of text, its baseline beginning at a point.
    Text {
        /// The left end of the baseline.
        at: Point,
        /// The letters.
        run: GlyphRun,
        /// Their colour.
        colour: Colour,
    },
}

/// A point, in pixels from the upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// An upright rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Area {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

/// A step of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Step {
    /// Go there without a line.
    Move(Point),
    /// A straight line.
    Line(Point),
    /// A cubic curve: two handles and the end.
    Curve(Point, Point, Point),
    /// Back to where this part began.
    Close,
}

/// The paint of a shape.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Paint {
    /// The colour of its inside.
    pub fill: Option<Colour>,
    /// The line around it.
    pub stroke: Option<Stroke>,
}

/// A line's look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub colour: Colour,
    /// Its width.
    pub width: f64,
    /// The length of its dashes and of the gaps between them, when it is dashed.
    pub dash: Option<f64>,
}

impl Paint {
    /// Filled, with no line around.
    pub fn fill(colour: Colour) -> Paint {
        Paint { fill: Some(colour), stroke: None }
    }

    /// A line, with nothing inside.
    pub fn line(colour: Colour, width: f64) -> Paint {
        Paint { fill: None, stroke: Some(Stroke { colour, width, dash: None }) }
    }
}

impl Point {
    /// A point.
    pub const fn new(x: f64, y: f64) -> Point {
        Point { x, y }
    }
}

impl Area {
    /// A rectangle.
    pub const fn new(x: f64, y: f64, w: f64, h: f64) -> Area {
        Area { x, y, w, h }
    }

    /// The right edge.
    pub fn right(&self) -> f64 {
        self.x + self.w
    }

    /// The lower edge.
    pub fn bottom(&self) -> f64 {
        self.y + self.h
    }

    /// The middle.
    pub fn centre(&self) -> Point {
        Point::new(self.x + self.w / 2.0, self.y + self.h / 2.0)
    }

    /// True if the two share more than `slack` of each direction.
    pub fn meets(&self, other: &Area, slack: f64) -> bool {
        self.x + slack < other.right()
            && other.x + slack < self.right()
            && self.y + slack < other.bottom()
            && other.y + slack < self.bottom()
    }

    /// The smallest rectangle around some points.
    pub fn around(points: impl IntoIterator<Item = Point>) -> Area {
        let mut points = points.into_iter();
        let Some(first) = points.next() else {
            return Area::default();
        };
        let (low, high) = points.fold((first, first), |(low, high), point| {
            (
                Point::new(low.x.min(point.x), low.y.min(point.y)),
                Point::new(high.x.max(point.x), high.y.max(point.y)),
            )
        });
        Area::new(low.x, low.y, high.x - low.x, high.y - low.y)
    }
}

impl Scene {
    /// A picture with nothing on it yet.
    pub fn new(width: f64, background: Colour) -> Scene {
        Scene {
            width,
            height: 0.0,
            background,
            title: String::new(),
            description: String::new(),
            shapes: Vec::new(),
        }
    }

    /// Puts a shape on top.
    pub fn put(&mut self, role: Role, owner: u32, span: Option<Span>, form: Form) {
        self.shapes.push(Shape { form, role, owner, span });
    }
}

impl Shape {
    /// The rectangle that the shape takes up.
    pub fn area(&self) -> Area {
        match &self.form {
            Form::Rect { area, .. } => *area,
            Form::Path { steps, .. } => Area::around(steps.iter().flat_map(Step::points)),
            Form::Text { at, run, .. } => {
                let (above, below) = run.reach();
                Area::new(at.x, at.y - above, run.width, above + below)
            }
        }
    }
}

impl Step {
    /// The same step scaled by a factor and moved by a point.
    pub fn scaled(&self, scale: f64, by: Point) -> Step {
        self.map(|point| Point::new(point.x * scale + by.x, point.y * scale + by.y))
    }

    /// The same step with each of its points in another place.
    pub fn map(&self, at: impl Fn(Point) -> Point) -> Step {
        match *self {
            Step::Move(to) => Step::Move(at(to)),
            Step::Line(to) => Step::Line(at(to)),
            Step::Curve(one, two, to) => Step::Curve(at(one), at(two), at(to)),
            Step::Close => Step::Close,
        }
    }

    /// The points of the step, handles included.
    pub fn points(&self) -> Vec<Point> {
        match *self {
            Step::Move(to) | Step::Line(to) => vec![to],
            Step::Curve(one, two, to) => vec![one, two, to],
            Step::Close => Vec::new(),
        }
    }
}
