//! Fewer rows of a long report: repeats folded into one, and the ones that matter chosen.

use super::groups::GroupRow;
use super::signs::MarkLabel;
use crate::incident::Kind;

/// Neighbours that say the same but for their figures share a row.
pub(super) fn folded(rows: Vec<GroupRow>) -> Vec<GroupRow> {
    let mut out: Vec<GroupRow> = Vec::new();
    for row in rows {
        let repeats = |last: &&mut GroupRow| {
            last.phase == row.phase
                && last.sign == row.sign
                && last.aside.is_none() == row.aside.is_none()
                && !row.sign.is_some_and(MarkLabel::weighty)
                && said(&last.text) == said(&row.text)
        };
        match out.last_mut().filter(repeats) {
            Some(last) => {
                last.dots.extend(row.dots);
                last.detour = row.detour.or(last.detour.take());
                last.row.to = row.row.to;
                last.row.caption = Some(format!("to {}", row.row.clock));
            }
            None => out.push(row),
        }
    }
    for row in out.iter_mut().filter(|row| row.dots.len() > 1) {
        row.text = format!("{} times: {}", row.dots.len(), row.text);
    }
    out
}

/// The words of a text, without figures.
fn said(text: &str) -> Vec<String> {
    text.split_whitespace()
        .filter(|word| !word.contains(|c: char| c.is_ascii_digit()))
        .map(str::to_lowercase)
        .collect()
}
/// The rows that say most, in order.
pub(super) fn chosen(rows: Vec<GroupRow>, most: usize) -> Vec<GroupRow> {
    let last = rows.len().saturating_sub(1);
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let weight = |at: usize| {
        let ends = u32::from(at == 0 || at == last) * 30;
        let turn = at > 0 && rows[at - 1].phase != rows[at].phase;
        weight(&rows[at]) + ends + u32::from(turn) * 12
    };
    order.sort_by(|one, two| weight(*two).cmp(&weight(*one)).then(one.cmp(two)));
    let mut kept: Vec<usize> = order.into_iter().take(most).collect();
    kept.sort_unstable();
    let mut rows: Vec<Option<GroupRow>> = rows.into_iter().map(Some).collect();
    kept.into_iter().filter_map(|at| rows[at].take()).collect()
}
fn weight(row: &GroupRow) -> u32 {
    match row.sign {
        Some(MarkLabel::Resolved) => 100,
        Some(MarkLabel::Cause) => 95,
        Some(MarkLabel::Detected) => 90,
        Some(MarkLabel::Trigger) => 80,
        Some(MarkLabel::FalseLead | MarkLabel::FixFailed) => 78,
        Some(MarkLabel::Mitigated) => 76,
        Some(MarkLabel::Guess | MarkLabel::Clue) => 66,
        Some(MarkLabel::Escalated) => 60,
        None => match row.row.kind {
            Kind::Fixing => 70,
            Kind::Mitigated | Kind::Resolved => 56,
            Kind::Confirmed | Kind::Detected | Kind::Trigger => 50,
            Kind::Investigating => 34,
            Kind::Communicated => 22,
            Kind::FollowUp => 14,
            _ => 18,
        },
    }
}
