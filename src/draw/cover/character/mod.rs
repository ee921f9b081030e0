//! The server on the cover: a box with a face, two drive bays and feet, made of paths alone.

mod body;
mod face;
mod props;
mod shapes;

use super::Mood;
use crate::draw::colour::Colour;
use crate::draw::scene::{Paint, Point, Step};
use crate::draw::sheet::Sheet;

/// The server stands so much below the middle of its room, in units: what is above its head needs
/// more.
const LOWER: f64 = 14.0;
/// The distance from the middle of the box down to the ground, in units.
const GROUND: f64 = 143.0;

/// Draws the server around a place.
pub(super) fn draw(sheet: &mut Sheet<'_>, mood: Mood, middle: Point, unit: f64) {
    sheet.next(None);
    let inks = Inks::of(sheet);
    let origin = Point::new(middle.x, middle.y + LOWER * unit);
    let mut easel = Easel { sheet, inks, origin, unit, lean: lean(mood) };
    body::shadow(&mut easel);
    props::behind(&mut easel, mood);
    body::body(&mut easel, mood);
    face::face(&mut easel, mood);
    props::before(&mut easel, mood);
}

/// The lean of the top to the right for each unit above the ground; the feet stay where they are.
fn lean(mood: Mood) -> f64 {
    match mood {
        Mood::Asleep => 0.055,
        Mood::Dizzy => -0.06,
        _ => 0.0,
    }
}

/// The colours of the server, all of them the style's own.
#[derive(Clone, Copy)]
struct Inks {
    line: Colour,
    inside: Colour,
    shadow: Colour,
    /// Thin lines that stand back.
    faint: Colour,
    /// Cheeks, and cheeks that burn.
    blush: Colour,
    flush: Colour,
    wet: Colour,
    hot: Colour,
    warm: Colour,
    glow: Colour,
    on_warm: Colour,
    good: Colour,
    on_good: Colour,
}

impl Inks {
    fn of(sheet: &Sheet<'_>) -> Inks {
        let (theme, ground) = (sheet.theme, sheet.scene.background);
        let (line, inside) = (theme.cover.figure, theme.background);
        Inks {
            line,
            inside,
            shadow: mixed(line, ground, 0.22),
            faint: mixed(line, ground, 0.45),
            blush: mixed(theme.outage, inside, 0.36),
            flush: mixed(theme.outage, inside, 0.55),
            wet: mixed(line, inside, 0.3),
            hot: theme.outage,
            warm: theme.detection.bar,
            glow: mixed(theme.detection.bar, WHITE, 0.3),
            on_warm: theme.detection.on_bar,
            good: theme.resolution.bar,
            on_good: theme.resolution.on_bar,
        }
    }
}

/// White-hot, whatever the ground is.
const WHITE: Colour = Colour { rgb: [255; 3] };

/// So much of one colour, and the rest of another.
fn mixed(one: Colour, other: Colour, part: f64) -> Colour {
    let mix = |at: usize| {
        (f64::from(one.rgb[at]) * part + f64::from(other.rgb[at]) * (1.0 - part)).round() as u8
    };
    Colour { rgb: [mix(0), mix(1), mix(2)] }
}

/// The surface for drawing the server: its own units around the middle of the box, to the right and
/// down.
struct Easel<'s, 'a> {
    sheet: &'s mut Sheet<'a>,
    inks: Inks,
    origin: Point,
    unit: f64,
    lean: f64,
}

impl Easel<'_, '_> {
    fn at(&self, point: Point) -> Point {
        let x = point.x + self.lean * (GROUND - point.y);
        Point::new(self.origin.x + x * self.unit, self.origin.y + point.y * self.unit)
    }

    fn placed(&self, steps: &[Step]) -> Vec<Step> {
        let place = |step: &Step| step.map(|point| self.at(point));
        steps.iter().map(place).collect()
    }

    /// A line.
    fn line(&mut self, steps: &[Step], width: f64, colour: Colour) {
        let placed = self.placed(steps);
        self.sheet.path(placed, Paint::line(colour, width * self.unit));
    }

    /// An area.
    fn fill(&mut self, steps: &[Step], colour: Colour) {
        let placed = self.placed(steps);
        self.sheet.path(placed, Paint::fill(colour));
    }

    /// An area with a line around.
    fn both(&mut self, steps: &[Step], inside: Colour, width: f64, line: Colour) {
        let placed = self.placed(steps);
        self.sheet
            .path(placed, Paint { fill: Some(inside), ..Paint::line(line, width * self.unit) });
    }
}
