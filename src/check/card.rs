//! The score card: which of the required points hold.

use super::context::Context;
use super::finding::Finding;
use super::rule::{Part, Rule};

/// Which of the required points hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The points, part by part.
    pub points: Vec<Point>,
}

/// One point that a report must hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// The rule's code.
    pub code: &'static str,
    /// The part of the report.
    pub part: Part,
    /// What is asked for, in a few words.
    pub asks: &'static str,
    /// Whether the report has that part at all.
    pub told: bool,
    /// How many findings stand against it.
    pub against: usize,
}

impl Point {
    /// Whether the report holds it.
    pub fn holds(&self) -> bool {
        self.told && self.against == 0
    }
}

impl Card {
    pub(crate) fn new<'a>(
        rules: impl Iterator<Item = &'a Rule>,
        findings: &[Finding],
        context: &Context,
    ) -> Card {
        let point = |rule: &Rule| Point {
            code: rule.code,
            part: rule.part,
            asks: rule.asks,
            told: context.has(rule.part),
            against: findings
                .iter()
                .filter(|finding| finding.code == rule.code)
                .count(),
        };
        let mut points: Vec<Point> = rules.map(point).collect();
        points.sort_by_key(|point| point.part);
        Card { points }
    }

    /// How many points hold.
    pub fn held(&self) -> usize {
        self.points.iter().filter(|point| point.holds()).count()
    }
}
