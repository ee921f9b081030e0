//! The drawing office: what makes a technical drawing of a picture. A grid below it, a frame around
//! it, and lengths as dimension lines, which end in ticks.

use super::colour::Colour;
use super::scene::{Area, Form, Paint, Point, Role, Scene, Shape, Step, Stroke};
use super::style::Style;

/// The distance of the frame from the edge.
pub(crate) const FRAME: f64 = 10.0;
/// Between two lines of the grid; every fifth is a little stronger.
const GRID: f64 = 20.0;
const STRONG: usize = 5;
/// The reach of a dimension line's ends up and down, and of its ticks to all sides.
const END: f64 = 5.0;
const TICK: f64 = 3.0;
/// The pen of a dimension line.
const PEN: f64 = 1.6;

/// Lays the sheet with its grid and its frame below a picture. One with a ground of its own, as a
/// cover has, keeps it.
pub(crate) fn drafted(scene: Scene, style: &Style) -> Scene {
    let theme = match scene.background == style.dark.background {
        true => &style.dark,
        false => &style.light,
    };
    let whole = Area::new(0.0, 0.0, scene.width, scene.height);
    let covered = |shape: &Shape| shape.role == Role::Ground && shape.area() == whole;
    if scene.shapes.iter().any(covered) {
        return scene;
    }
    let tone = |share: f64| scene.background.towards(theme.line, share);
    let mut shapes = Vec::with_capacity(scene.shapes.len() + 3);
    for (strong, share) in [(false, 0.12), (true, 0.22)] {
        shapes.push(under(grid(&whole, strong), Paint::line(tone(share), 1.0)));
    }
    let frame = Form::Rect {
        area: Area::new(FRAME, FRAME, whole.w - 2.0 * FRAME, whole.h - 2.0 * FRAME),
        radius: 0.0,
        paint: Paint::line(theme.line, 1.0),
    };
    shapes.push(Shape { form: frame, role: Role::Ground, owner: 0, span: None });
    shapes.extend(scene.shapes);
    Scene { shapes, ..scene }
}

fn under(steps: Vec<Step>, paint: Paint) -> Shape {
    Shape { form: Form::Path { steps, paint }, role: Role::Ground, owner: 0, span: None }
}

/// The lines of the grid inside the frame, either the strong ones or the others.
fn grid(whole: &Area, strong: bool) -> Vec<Step> {
    let places = |length: f64| {
        (1..)
            .filter(move |at: &usize| at.is_multiple_of(STRONG) == strong)
            .map(|at| FRAME + at as f64 * GRID)
            .take_while(move |place| *place < length - FRAME)
    };
    let line = |from: Point, to: Point| [Step::Move(from), Step::Line(to)];
    let upright =
        places(whole.w).flat_map(|x| line(Point::new(x, FRAME), Point::new(x, whole.h - FRAME)));
    let level =
        places(whole.h).flat_map(|y| line(Point::new(FRAME, y), Point::new(whole.w - FRAME, y)));
    upright.chain(level).collect()
}

/// A piece of a dimension line, with an end where the whole line has one, open between the ends of
/// `gap`, where its length stands.
pub(crate) fn dimension(
    (from, to): (f64, f64),
    [first, last]: [bool; 2],
    middle: f64,
    gap: Option<(f64, f64)>,
) -> Vec<Vec<Step>> {
    let line = |x: f64, y: f64, to_x: f64, to_y: f64| {
        let (from, to) = (Point::new(x, y), Point::new(to_x, to_y));
        [Step::Move(from), Step::Line(to)]
    };
    let end = |x: f64| {
        let mut steps = line(x, middle - END, x, middle + END).to_vec();
        if to - from > 4.0 * TICK {
            steps.extend(line(x - TICK, middle + TICK, x + TICK, middle - TICK));
        }
        steps
    };
    let (left, right) = gap.unwrap_or((to, to));
    let mut before = if first { end(from) } else { Vec::new() };
    before.extend(line(from, middle, left, middle));
    let mut after = if last { end(to) } else { Vec::new() };
    if gap.is_some() {
        after.extend(line(right, middle, to, middle));
        return vec![before, after];
    }
    before.extend(after);
    vec![before]
}

/// The pen of a dimension line in a colour.
pub(crate) fn pen(colour: Colour) -> Paint {
    Paint { fill: None, stroke: Some(Stroke { colour, width: PEN, dash: None }) }
}
