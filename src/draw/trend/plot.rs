//! One kind of length on its scale: each incident, and what is typical of a group of them.

use super::head::{DOT, MEDIAN, NINTH};
use super::panel::UNDATED;
use super::plan::{Panel, PeriodGroup, TrendPlan};
use crate::draw::axis::Axis;
use crate::draw::chart::ChartShape;
use crate::draw::colour::Colour;
use crate::draw::style::Theme;

/// The share of the lines' colour in a line of the scale.
const FAINT: f64 = 0.3;
/// The pixels between two boxes.
const HAIR: f64 = 1.0;
/// The share of the middle half's colour from there up to what nine in ten do not exceed.
pub(super) const REST: f64 = 0.45;
/// The width of the ring of background that sets a dot off from what is below it.
const RING: f64 = 1.25;

/// The chart to draw.
pub(super) struct Plot<'a> {
    pub(super) plan: &'a TrendPlan,
    pub(super) panel: &'a Panel,
    pub(super) axis: &'a Axis,
    pub(super) theme: &'a Theme,
}

impl Plot<'_> {
    /// The scale, and what is spread over it. No text may touch it.
    pub(super) fn behind(&self) -> Vec<ChartShape> {
        let mut out: Vec<ChartShape> = self.apart().into_iter().collect();
        out.extend(self.days());
        out.push(ChartShape::Rulers);
        out.extend(self.rests());
        out.extend(self.halves());
        out
    }

    /// Each incident, and the lines.
    pub(super) fn before(&self) -> Vec<ChartShape> {
        let mut out = self.dots(DOT + RING, self.theme.background);
        out.extend(self.dots(DOT, self.theme.of(self.panel.phase).bar));
        out.extend(self.ninths());
        out.extend(self.medians());
        out
    }

    /// The colour of the lines of the scale.
    pub(super) fn faint(&self) -> Colour {
        self.theme.background.towards(self.theme.line, FAINT)
    }

    /// So many pixels of the axis, as minutes.
    fn pixels(&self, pixels: f64) -> f64 {
        pixels * self.panel.to / self.axis.x(self.panel.to)
    }

    fn days(&self) -> Vec<ChartShape> {
        let (low, high) = (self.panel.scale.low, self.panel.scale.high);
        let days = self.axis.ticks.iter().filter(|tick| tick.label != UNDATED);
        days.map(|tick| vec![(tick.minute, low), (tick.minute, high)])
            .map(|upright| ChartShape::Line(upright, 1.0, self.faint()))
            .collect()
    }

    /// The ground of what has no date.
    fn apart(&self) -> Option<ChartShape> {
        let scale = &self.panel.scale;
        let (from, to) = self.plan.time.as_ref()?.apart()?;
        let corners = [(from, scale.low), (to, scale.high)];
        Some(ChartShape::Rect(corners, self.theme.shade))
    }

    fn dots(&self, radius: f64, colour: Colour) -> Vec<ChartShape> {
        let dots = self.panel.dots.iter();
        dots.map(|dot| ChartShape::Dot(*dot, radius, colour)).collect()
    }

    /// The middle half of each group.
    fn halves(&self) -> Vec<ChartShape> {
        let pale = self.theme.of(self.panel.phase).pale;
        self.boxes(pale, |group| group.half)
    }

    /// From the middle half of each group up to what nine in ten of it do not exceed.
    fn rests(&self) -> Vec<ChartShape> {
        let pale = self.theme.of(self.panel.phase).pale;
        let rest = |group: &PeriodGroup| Some((group.half?.1, group.ninth?));
        self.boxes(self.theme.background.towards(pale, REST), rest)
    }

    fn boxes(
        &self,
        colour: Colour,
        ends: impl Fn(&PeriodGroup) -> Option<(f64, f64)>,
    ) -> Vec<ChartShape> {
        let hair = self.pixels(HAIR);
        let boxed = |group: &PeriodGroup| {
            let (low, high) = ends(group)?;
            let corners = [(group.from + hair, low), (group.to - hair, high)];
            Some(ChartShape::Rect(corners, colour))
        };
        self.panel.groups.iter().filter_map(boxed).collect()
    }

    /// The upper edge of that.
    fn ninths(&self) -> Vec<ChartShape> {
        let colour = self.theme.of(self.panel.phase).bar;
        let ninth = |group: &PeriodGroup| {
            let (high, hair) = (group.ninth?, self.pixels(HAIR));
            let points = vec![(group.from + hair, high), (group.to - hair, high)];
            Some(ChartShape::Line(points, NINTH, colour))
        };
        self.panel.groups.iter().filter_map(ninth).collect()
    }

    /// From median to median; a single one spans its group.
    fn medians(&self) -> Option<ChartShape> {
        let groups = &self.panel.groups;
        let points = match groups.as_slice() {
            [group] => vec![(group.from, group.median), (group.to, group.median)],
            _ => groups.iter().map(|group| ((group.from + group.to) / 2.0, group.median)).collect(),
        };
        self.panel.has_median().then_some(ChartShape::Line(points, MEDIAN, self.theme.ink))
    }
}
