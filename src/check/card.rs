//! The score card: which of the required points hold.

use super::context::Context;
use super::finding::Finding;
use super::rule::{Rule, RuleArea};

/// Which of the required points hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoreCard {
    /// The points, part by part.
    pub points: Vec<ScorePoint>,
}

/// One point that a report must hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScorePoint {
    /// The rule's code.
    pub code: &'static str,
    /// The part of the report.
    pub part: RuleArea,
    /// What is asked for, in a few words.
    pub asks: &'static str,
    /// Whether the report has that part at all.
    pub told: bool,
    /// How many findings stand against it.
    pub against: usize,
}

impl ScorePoint {
    /// Whether the report holds it.
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
            against: findings
                .iter()
                .filter(|finding| finding.code == rule.code)
                .count(),
        };
        let mut points: Vec<ScorePoint> = rules.map(point).collect();
        points.sort_by_key(|point| point.part);
        ScoreCard { points }
    }

    /// How many points hold.
    pub fn held(&self) -> usize {
        self.points.iter().filter(|point| point.holds()).count()
    }
}
