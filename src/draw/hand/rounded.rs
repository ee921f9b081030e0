//! A rectangle with round corners, as the hand goes around it.

use super::{HALF_STEP, both};
use crate::draw::scene::{Area, Point, Step};

/// The distance of the handles of a quarter circle from its corner, in radii.
const HANDLE: f64 = 0.4477;

/// A rectangle with round corners.
pub(super) struct Rounded {
    pub(super) area: Area,
    pub(super) radius: f64,
}
impl Rounded {
    pub(super) fn new(area: Area, radius: f64) -> Rounded {
        Rounded { area, radius: radius.min(area.w / 2.0).min(area.h / 2.0).max(0.0) }
    }

    /// The rectangle with its edges `by` further out; a sharp corner stays sharp.
    pub(super) fn grown(&self, by: f64) -> Rounded {
        let Area { x, y, w, h } = self.area;
        let area = Area::new(x - by, y - by, (w + 2.0 * by).max(0.0), (h + 2.0 * by).max(0.0));
        Rounded::new(area, if self.radius > 0.0 { self.radius + by } else { 0.0 })
    }

    /// Once around, clockwise, from behind the corner with the number `first` on.
    pub(super) fn around(&self, first: usize) -> Vec<Step> {
        let (area, r) = (&self.area, self.radius);
        let corners = [
            (area.x, area.y),
            (area.right(), area.y),
            (area.right(), area.bottom()),
            (area.x, area.bottom()),
        ];
        // The way from each corner to the next.
        let ways = [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)];
        let off = |corner: usize, way: usize, by: f64| {
            let (corner, way) = (corners[corner % 4], ways[way % 4]);
            Point::new(corner.0 + way.0 * by, corner.1 + way.1 * by)
        };
        let mut steps = vec![Step::Move(off(first, first, r))];
        for way in first..first + 4 {
            let (next, side) = (way + 1, if way % 2 == 0 { area.w } else { area.h });
            if side - 2.0 * r > HALF_STEP {
                steps.push(Step::Line(off(next, way, -r)));
            }
            if r > 0.0 {
                steps.push(Step::Curve(
                    off(next, way, -r * HANDLE),
                    off(next, next, r * HANDLE),
                    off(next, next, r),
                ));
            }
        }
        steps
    }

    /// Where a line that rises to the right enters and leaves, in lengths of its direction, which
    /// is 1 long. The shape is convex and made of two bars and four discs: the line enters where it
    /// enters the first of them.
    pub(super) fn crossing(&self, from: Point, way: Point) -> Option<(f64, f64)> {
        let (area, r) = (&self.area, self.radius);
        let bars = [(r, 0.0), (0.0, r)].map(|(dx, dy)| {
            let x = ((area.x + dx - from.x) / way.x, (area.right() - dx - from.x) / way.x);
            let y = ((area.bottom() - dy - from.y) / way.y, (area.y + dy - from.y) / way.y);
            (x.0.max(y.0), x.1.min(y.1))
        });
        let (left, right, top, bottom) =
            (area.x + r, area.right() - r, area.y + r, area.bottom() - r);
        let discs = [(left, top), (right, top), (right, bottom), (left, bottom)].map(|(x, y)| {
            let along = (x - from.x) * way.x + (y - from.y) * way.y;
            let aside = (x - from.x) * way.y - (y - from.y) * way.x;
            let half = (r * r - aside * aside).max(0.0).sqrt();
            (along - half, along + half)
        });
        bars.into_iter().chain(discs).filter(|(enters, leaves)| enters < leaves).reduce(both)
    }
}
