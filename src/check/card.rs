//! The score card: which of the required points are met.

use super::context::Context;
use super::finding::Finding;
use super::rule::{Rule, RuleArea};

/// The score card: which of the required points are met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoreCard {
    /// The points, grouped by part.
    pub points: Vec<ScorePoint>,
}

/// A point that a report must meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScorePoint {
    /// The rule's code.
    pub code: &'static str,
    /// The part of the report it is about.
    pub part: RuleArea,
    /// The requirement, in a few words.
    pub asks: &'static str,
    /// True if the report has that part at all.
    pub told: bool,
    /// The number of findings against it.
    pub against: usize,
}

impl ScorePoint {
    /// True if the report meets it.
    pub fn holds(&self) -> bool {
        self.told && self.against == 0
    }
}

impl ScoreCard {
    pub(crate) fn new<'a>(
        rules: impl Iterator<Item = &'a Rule>,
        findings: &[Finding],
        context: &Context,
    ) -> ScoreCard {
        let point = |rule: &Rule| ScorePoint {
            code: rule.code,
            part: rule.part,
            asks: rule.asks,
            told: context.has(rule.part),
            against: findings.iter().filter(|finding| finding.code == rule.code).count(),
        };
        let mut points: Vec<ScorePoint> = rules.map(point).collect();
        points.sort_by_key(|point| point.part);
        ScoreCard { points }
    }

    /// The number of points met.
    pub fn held(&self) -> usize {
        self.points.iter().filter(|point| point.holds()).count()
    }
}
