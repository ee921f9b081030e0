//! The outline of a letter as the data of an SVG path.

use super::font::EM;
use super::quick::push_whole;
use ttf_parser::OutlineBuilder;

/// Writes an outline as path data, in relative steps, as short as they can be written.
pub(super) struct Outline<'a> {
    data: &'a mut String,
    /// One of the font's units in ours.
    scale: f64,
    at: (i32, i32),
    begun: (i32, i32),
    after: Option<char>,
    /// The handle of the quadratic curve before, seen from its end: mirrored, it may serve the
    /// next.
    mirrored: Option<(i32, i32)>,
}

impl<'a> Outline<'a> {
    /// A pen for a font with this many units to the em square.
    pub(super) fn new(data: &'a mut String, em: f64) -> Outline<'a> {
        Outline { data, scale: EM / em, at: (0, 0), begun: (0, 0), after: None, mirrored: None }
    }

    fn units(&self, value: f32) -> i32 {
        (f64::from(value) * self.scale).round() as i32
    }

    /// A point as a step from where the pen is.
    fn step(&self, x: f32, y: f32) -> (i32, i32) {
        (self.units(x) - self.at.0, -self.units(y) - self.at.1)
    }

    fn go(&mut self, (across, down): (i32, i32)) {
        self.at = (self.at.0 + across, self.at.1 + down);
    }

    fn write(&mut self, command: char, numbers: &[i32]) {
        // A command is written once for all the numbers that follow it.
        let implied = self.after == Some(command) && command != 'm';
        if !implied {
            self.data.push(command);
        }
        for (index, number) in numbers.iter().enumerate() {
            if (implied || index > 0) && *number >= 0 {
                self.data.push(' ');
            }
            push_whole(self.data, i64::from(*number));
        }
        self.after = Some(command);
    }
}

impl OutlineBuilder for Outline<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        let step = self.step(x, y);
        self.write('m', &[step.0, step.1]);
        self.go(step);
        (self.begun, self.mirrored) = (self.at, None);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let step = self.step(x, y);
        match step {
            (0, 0) => return,
            (across, 0) => self.write('h', &[across]),
            (0, down) => self.write('v', &[down]),
            (across, down) => self.write('l', &[across, down]),
        }
        self.go(step);
        self.mirrored = None;
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (handle, end) = (self.step(x1, y1), self.step(x, y));
        // Where the handles of two curves lie opposite each other, the second need not be written.
        let shown = self
            .mirrored
            .filter(|known| (known.0 - handle.0).abs() <= 1 && (known.1 - handle.1).abs() <= 1);
        match shown {
            Some(_) => self.write('t', &[end.0, end.1]),
            None => self.write('q', &[handle.0, handle.1, end.0, end.1]),
        }
        let handle = shown.unwrap_or(handle);
        self.mirrored = Some((end.0 - handle.0, end.1 - handle.1));
        self.go(end);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (one, two, end) = (self.step(x1, y1), self.step(x2, y2), self.step(x, y));
        self.write('c', &[one.0, one.1, two.0, two.1, end.0, end.1]);
        self.go(end);
        self.mirrored = None;
    }

    fn close(&mut self) {
        self.data.push('z');
        (self.after, self.mirrored) = (None, None);
        // After closing, the pen is back where this contour began.
        self.at = self.begun;
    }
}
