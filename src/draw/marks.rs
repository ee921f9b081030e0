//! The marks that say what colour cannot. All are paths around a middle, none a letter.

use super::scene::{Point, Step};
use crate::incident::Kind;

/// A mark on a bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Mark {
    /// A false lead.
    Cross,
    /// A guess.
    Question,
    /// Handed over, or called in.
    Up,
    /// The cause found.
    Lens,
    /// The end.
    Tick,
}

impl Mark {
    /// All of them, in the order of the story.
    pub(crate) const ALL: [Mark; 5] =
        [Mark::Question, Mark::Cross, Mark::Up, Mark::Lens, Mark::Tick];

    /// The mark of a kind of event.
    pub(crate) fn of(kind: Kind) -> Option<Mark> {
        match kind {
            Kind::DeadEnd => Some(Mark::Cross),
            Kind::Hypothesis => Some(Mark::Question),
            Kind::Escalated => Some(Mark::Up),
            Kind::CauseFound => Some(Mark::Lens),
            Kind::Resolved => Some(Mark::Tick),
            _ => None,
        }
    }

    /// Its meaning.
    pub(crate) fn meaning(self) -> &'static str {
        match self {
            Mark::Cross => "false lead",
            Mark::Question => "guess",
            Mark::Up => "escalated",
            Mark::Lens => "cause found",
            Mark::Tick => "resolved",
        }
    }

    /// Its lines around a middle.
    pub(crate) fn lines(self, middle: Point) -> Vec<Step> {
        let at = |x: f64, y: f64| Point::new(middle.x + x, middle.y + y);
        let (go, line) = (|x, y| Step::Move(at(x, y)), |x, y| Step::Line(at(x, y)));
        match self {
            Mark::Cross => vec![go(-4.5, -4.5), line(4.5, 4.5), go(4.5, -4.5), line(-4.5, 4.5)],
            Mark::Question => vec![
                go(-2.8, -2.6),
                Step::Curve(at(-2.8, -6.2), at(2.8, -6.2), at(2.8, -2.8)),
                Step::Curve(at(2.8, -0.9), at(0.0, -0.9), at(0.0, 1.6)),
                go(0.0, 4.9),
                line(0.0, 5.0),
            ],
            Mark::Up => vec![
                go(0.0, 5.0),
                line(0.0, -4.6),
                go(-4.0, -0.8),
                line(0.0, -4.8),
                line(4.0, -0.8),
            ],
            Mark::Lens => {
                let mut steps = circle(at(-1.2, -1.2), 3.4);
                steps.extend([go(1.4, 1.4), line(5.0, 5.0)]);
                steps
            }
            Mark::Tick => vec![go(-4.4, 0.4), line(-1.4, 3.4), line(4.4, -3.2)],
        }
    }
}

/// A circle of four curves.
pub(crate) fn circle(middle: Point, radius: f64) -> Vec<Step> {
    // With handles this long four cubic curves are round to a thousandth.
    let handle = radius * 0.5523;
    let at = |x: f64, y: f64| Point::new(middle.x + x, middle.y + y);
    vec![
        Step::Move(at(radius, 0.0)),
        Step::Curve(at(radius, handle), at(handle, radius), at(0.0, radius)),
        Step::Curve(at(-handle, radius), at(-radius, handle), at(-radius, 0.0)),
        Step::Curve(at(-radius, -handle), at(-handle, -radius), at(0.0, -radius)),
        Step::Curve(at(handle, -radius), at(radius, -handle), at(radius, 0.0)),
        Step::Close,
    ]
}
