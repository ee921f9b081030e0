//! Shapes that touch and should not: the check behind "no text overlaps anything".

use super::scene::{Area, Role, Scene, Shape};

/// Two shapes that touch, or one that leaves the picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Collision {
    /// The place of the text among the shapes.
    pub text: usize,
    /// The place of the shape that it touches; `None` for the edge of the picture.
    pub other: Option<usize>,
    /// The place where they meet, or the part of the text that is outside.
    pub area: Area,
    /// The text and what it meets, in words.
    pub what: String,
}

/// Shapes may share this much, in pixels: a rounding error, not an overlap.
const SLACK: f64 = 0.5;

impl Scene {
    /// Every text that overlaps another text, a bar or mark that is not its own, or the edge.
    pub fn collisions(&self) -> Vec<Collision> {
        let areas: Vec<Area> = self.shapes.iter().map(Shape::area).collect();
        let mut order: Vec<usize> =
            (0..self.shapes.len()).filter(|at| self.shapes[*at].role != Role::Ground).collect();
        order.sort_by(|one, two| areas[*one].y.total_cmp(&areas[*two].y));
        let mut out = Vec::new();
        for (place, &at) in order.iter().enumerate() {
            if self.shapes[at].role == Role::Text {
                out.extend(self.outside(at, &areas[at]));
            }
            for &other in
                order[place + 1..].iter().take_while(|other| areas[**other].y < areas[at].bottom())
            {
                out.extend(self.pair(at, other, &areas));
            }
        }
        out
    }

    fn outside(&self, at: usize, area: &Area) -> Option<Collision> {
        let inside = area.x >= -SLACK
            && area.y >= -SLACK
            && area.right() <= self.width + SLACK
            && area.bottom() <= self.height + SLACK;
        let what = format!("{} leaves the picture", self.said(at));
        (!inside).then_some(Collision { text: at, other: None, area: *area, what })
    }

    fn pair(&self, one: usize, two: usize, areas: &[Area]) -> Option<Collision> {
        let (text, other) =
            if self.shapes[one].role == Role::Text { (one, two) } else { (two, one) };
        if self.shapes[text].role != Role::Text || !areas[text].meets(&areas[other], SLACK) {
            return None;
        }
        // A text may be on the bar of its own thing, but never on another text.
        if self.shapes[other].role == Role::Solid
            && self.shapes[text].owner == self.shapes[other].owner
            && self.holds(other, text, areas)
        {
            return None;
        }
        let what = format!("{} meets {}", self.said(text), self.said(other));
        let (a, b) = (areas[text], areas[other]);
        let (x, y) = (a.x.max(b.x), a.y.max(b.y));
        let area = Area::new(x, y, a.right().min(b.right()) - x, a.bottom().min(b.bottom()) - y);
        Some(Collision { text, other: Some(other), area, what })
    }

    /// True if a text is entirely on its own bar, from left to right.
    fn holds(&self, bar: usize, text: usize, areas: &[Area]) -> bool {
        areas[bar].x - SLACK <= areas[text].x && areas[text].right() <= areas[bar].right() + SLACK
    }

    fn said(&self, at: usize) -> String {
        match &self.shapes[at].form {
            super::scene::Form::Text { run, .. } => format!("the text \"{}\"", run.text),
            super::scene::Form::Rect { area, .. } => {
                format!("the bar at {:.0}, {:.0}", area.x, area.y)
            }
            super::scene::Form::Path { .. } => {
                let area = self.shapes[at].area();
                format!("the line at {:.0}, {:.0}", area.x, area.y)
            }
        }
    }
}
