//! The clock axis: minutes to pixels, with long silences folded, and round ticks.

mod ticks;

use super::wall_clock::Reckoning;
use crate::time::format::DAY;
use std::ops::Range;

/// Minutes to pixels.
#[derive(Debug, Clone)]
pub(crate) struct Axis {
    pieces: Vec<AxisPiece>,
    /// The silences between the pieces.
    pub(crate) folds: Vec<Fold>,
    pub(crate) ticks: Vec<Tick>,
    /// Where each day begins, when there is more than one.
    pub(crate) days: Vec<Tick>,
    width: f64,
}

/// A stretch of time that is drawn to scale.
#[derive(Debug, Clone, Copy)]
struct AxisPiece {
    from: f64,
    to: f64,
    /// Its ends in pixels from the left end of the axis.
    left: f64,
    right: f64,
}

/// A silence that is left out.
#[derive(Debug, Clone)]
pub(crate) struct Fold {
    pub(crate) left: f64,
    pub(crate) right: f64,
    pub(crate) label: String,
}

/// A place on the axis with its label.
#[derive(Debug, Clone)]
pub(crate) struct Tick {
    pub(crate) minute: f64,
    pub(crate) x: f64,
    pub(crate) label: String,
}

/// Tells the width of a label, in pixels.
type Measure<'a> = &'a dyn Fn(&str) -> f64;

/// The least room between two tick labels, and on a wide axis.
const APART: f64 = 16.0;
const WIDE_APART: f64 = 46.0;
const WIDE: f64 = 420.0;
/// The label of a day may be this far from its place.
const ASIDE: f64 = 24.0;
/// That of the first day may reach so far out of the axis.
const OUTSIDE: f64 = 60.0;
/// No stretch of time is narrower than this, so that what happened in it can be seen.
const NARROWEST: f64 = 26.0;
/// A silence shorter than this is never folded, in minutes.
const SHORTEST_FOLD: f64 = 180.0;
/// A fold that gives back less than this share of the axis hides more than it shows.
const LEAST_SAVED: f64 = 0.2;
/// Of two or three silences one is folded only if it takes up more than this share of the whole.
const ALONE: f64 = 0.6;
/// A silence is folded if it is this many times longer than the usual gap,
const OUTLYING: f64 = 6.0;
/// and takes up this share of the whole,
const SQUEEZING: f64 = 0.08;
/// or lasts a night, in minutes.
const NIGHT: f64 = 360.0;
/// The folds take no more than this share of the axis.
const MOST_FOLDED: f64 = 0.4;
/// Round steps between ticks, in minutes.
const STEPS: &[f64] = &[
    1.0 / 6.0,
    0.5,
    1.0,
    2.0,
    5.0,
    10.0,
    15.0,
    30.0,
    60.0,
    120.0,
    180.0,
    360.0,
    720.0,
    DAY,
    2.0 * DAY,
    7.0 * DAY,
    14.0 * DAY,
    28.0 * DAY,
    91.0 * DAY,
    364.0 * DAY,
];

impl Axis {
    /// An axis of that width over all these minutes, which need not be in order.
    pub(crate) fn new(
        mut points: Vec<f64>,
        width: f64,
        reckoning: &Reckoning,
        measure: Measure<'_>,
    ) -> Axis {
        points.sort_by(f64::total_cmp);
        points.dedup();
        let silences = silences(&points, width, measure);
        let mut axis = Axis {
            pieces: Vec::new(),
            folds: Vec::new(),
            ticks: Vec::new(),
            days: Vec::new(),
            width,
        };
        axis.lay(&points, &silences, measure);
        axis.step(reckoning, measure);
        axis.mark_days(reckoning, measure);
        axis
    }

    /// An axis of that width from one minute to another: nothing folded, and with ticks of the
    /// caller's own.
    pub(crate) fn even(from: f64, to: f64, width: f64) -> Axis {
        let piece = AxisPiece { from, to, left: 0.0, right: width };
        Axis { pieces: vec![piece], folds: Vec::new(), ticks: Vec::new(), days: Vec::new(), width }
    }

    /// The same axis with these ticks.
    pub(crate) fn ticked(mut self, ticks: impl IntoIterator<Item = (f64, String)>) -> Axis {
        self.ticks = ticks
            .into_iter()
            .map(|(minute, label)| Tick { minute, x: self.x(minute), label })
            .collect();
        self
    }

    /// Shares the width out among the pieces, in proportion to their length.
    fn lay(&mut self, points: &[f64], silences: &[usize], measure: Measure<'_>) {
        let spans = spans(points, silences);
        let folded: f64 = silences.iter().map(|at| fold_width(points, *at, measure)).sum();
        let room = self.width - folded;
        let scale = scale(&spans, room);
        let mut left = 0.0;
        for (index, (from, to)) in spans.iter().enumerate() {
            let alone = spans.len() == 1;
            let wide = if alone { self.width } else { ((to - from) * scale).max(NARROWEST) };
            self.pieces.push(AxisPiece { from: *from, to: *to, left, right: left + wide });
            left += wide;
            if let Some(at) = silences.get(index) {
                let gap = fold_width(points, *at, measure);
                self.folds.push(Fold {
                    left,
                    right: left + gap,
                    label: format!("+{}", briefly(points[*at + 1] - points[*at])),
                });
                left += gap;
            }
        }
    }

    /// The place of a minute, in pixels from the left end.
    pub(crate) fn x(&self, minute: f64) -> f64 {
        let Some(at) = self.pieces.iter().rposition(|piece| piece.from <= minute) else {
            return 0.0;
        };
        let piece = self.pieces[at];
        if minute > piece.to {
            // Within a silence.
            let next = self.pieces.get(at + 1);
            return next.map_or(piece.right, |next| {
                piece.right
                    + (next.left - piece.right) * (minute - piece.to) / (next.from - piece.to)
            });
        }
        if piece.to <= piece.from {
            // The last moment stands at the end of the axis.
            return match self.pieces.len() {
                1 => 0.0,
                pieces if at + 1 == pieces => piece.right,
                _ => piece.left,
            };
        }
        piece.left + (piece.right - piece.left) * (minute - piece.from) / (piece.to - piece.from)
    }

    /// The least room between two tick labels: many of them far apart are more than anybody needs.
    fn apart(&self) -> f64 {
        match self.width > WIDE {
            true => WIDE_APART,
            false => APART,
        }
    }

    /// The first and the last minute.
    pub(crate) fn ends(&self) -> Range<f64> {
        self.pieces.first().map_or(0.0, |piece| piece.from)
            ..self.pieces.last().map_or(0.0, |piece| piece.to)
    }

    /// True if the ticks are days.
    pub(crate) fn dated(&self, reckoning: &Reckoning) -> bool {
        self.ticks.len() > 1
            && self
                .ticks
                .iter()
                .all(|tick| reckoning.date(tick.minute).as_ref() == Some(&tick.label))
    }
}

/// Pixels for a minute, when no piece may be narrower than [`NARROWEST`].
fn scale(spans: &[(f64, f64)], room: f64) -> f64 {
    let mut lengths: Vec<f64> = spans.iter().map(|(from, to)| to - from).collect();
    lengths.sort_by(f64::total_cmp);
    let mut left = room;
    for (index, length) in lengths.iter().enumerate() {
        let rest: f64 = lengths[index..].iter().sum();
        if rest <= 0.0 {
            return 0.0;
        }
        let scale = left / rest;
        if length * scale >= NARROWEST {
            return scale;
        }
        left -= NARROWEST;
    }
    0.0
}

/// The silences to fold, as the index of the point before each: long ones, far longer than the
/// usual gap, that would squeeze the rest, or that are a night.
fn silences(points: &[f64], width: f64, measure: Measure<'_>) -> Vec<usize> {
    let gaps: Vec<f64> = points.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let mut sorted = gaps.clone();
    sorted.sort_by(f64::total_cmp);
    let Some(usual) = sorted.get(sorted.len() / 2).filter(|_| sorted.len() > 1) else {
        return Vec::new();
    };
    let whole: f64 = gaps.iter().sum();
    let least = SHORTEST_FOLD.max(usual * OUTLYING);
    let outlies = |gap: f64| match gaps.len() {
        // With a few moments the gaps are the story.
        2..=3 => gap >= NIGHT && gap > whole * ALONE,
        _ => gap >= least && (gap >= whole * SQUEEZING || gap >= NIGHT),
    };
    let mut outlying: Vec<usize> = (0..gaps.len()).filter(|at| outlies(gaps[*at])).collect();
    outlying.sort_by(|one, two| gaps[*two].total_cmp(&gaps[*one]).then(one.cmp(two)));
    let mut used = 0.0;
    outlying.retain(|at| {
        used += fold_width(points, *at, measure);
        used + NARROWEST <= width * MOST_FOLDED
    });
    outlying.sort_unstable();
    while let Some(least) = least_useful(points, &outlying, width, measure) {
        outlying.remove(least);
    }
    outlying
}

/// The fold that gives back least of the axis, if that is too little to be worth a break.
fn least_useful(
    points: &[f64],
    folded: &[usize],
    width: f64,
    measure: Measure<'_>,
) -> Option<usize> {
    let saved = |fold: usize| {
        let mut others = folded.to_vec();
        let at = others.remove(fold);
        let used: f64 = others.iter().map(|at| fold_width(points, *at, measure)).sum();
        let scale = scale(&spans(points, &others), width - used);
        let all = spans(points, folded);
        let short = [all[fold], all[fold + 1]].map(|(from, to)| (to - from) * scale < NARROWEST);
        let padding = short.into_iter().filter(|short| *short).count() as f64 * NARROWEST;
        (points[at + 1] - points[at]) * scale - fold_width(points, at, measure) - padding
    };
    (0..folded.len())
        .map(|fold| (fold, saved(fold)))
        .min_by(|one, two| one.1.total_cmp(&two.1))
        .filter(|(_, saved)| *saved < width * LEAST_SAVED)
        .map(|(fold, _)| fold)
}

/// The stretches of time between the folded silences.
fn spans(points: &[f64], folded: &[usize]) -> Vec<(f64, f64)> {
    let starts = points.first().copied().into_iter();
    let starts = starts.chain(folded.iter().map(|at| points[at + 1]));
    let ends = folded.iter().map(|at| points[*at]);
    starts.zip(ends.chain(points.last().copied())).collect()
}

fn fold_width(points: &[f64], at: usize, measure: Measure<'_>) -> f64 {
    measure(&briefly(points[at + 1] - points[at])) + 30.0
}

/// A length in one or two short units: a fold need not be exact to the minute.
pub(crate) fn briefly(minutes: f64) -> String {
    let hours = minutes / 60.0;
    match minutes {
        _ if hours < 10.0 => crate::time::spoken(minutes),
        _ if hours < 48.0 => format!("{} h", hours.round()),
        _ => format!("{} d", (hours / 24.0).round()),
    }
}
