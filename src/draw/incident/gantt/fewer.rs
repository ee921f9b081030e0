//! Fewer rows of a long report: repeats folded into one, and the ones that matter chosen; how many
//! were left out is told where they were.

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

/// The words of a text, without figures. What has letters or points in it names something: version
/// 4.2.1 is not the same as 4.2.2.
fn said(text: &str) -> Vec<String> {
    let figure = |word: &&str| {
        let bare = word.trim_end_matches(['.', ',', ';', ':', '%']);
        let digits = bare.contains(|c: char| c.is_ascii_digit());
        digits
            && bare.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
            && bare.matches('.').count() <= 1
    };
    text.split_whitespace().filter(|word| !figure(word)).map(str::to_lowercase).collect()
}

/// The number of entries that were left out right before and after a row.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct SkippedEntries {
    pub(super) before: usize,
    pub(super) after: usize,
}

/// The rows that say most, in order: the marked ones, both ends and the fix, then those that leave
/// the shortest stretches out.
pub(super) fn chosen(rows: Vec<GroupRow>, most: usize) -> Vec<GroupRow> {
    let weights = weights(&rows);
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.retain(|at| weights[*at] >= TELLING);
    order.sort_by(|one, two| weights[*two].cmp(&weights[*one]).then(one.cmp(two)));
    order.truncate(most);
    order.sort_unstable();
    while order.len() < most.min(rows.len()) {
        let next = between(&order, &weights);
        order.insert(order.partition_point(|at| *at < next), next);
    }
    count_between(rows, &order)
}

/// The weightiest row of the longest stretch that would be left out, of equals the middle one.
fn between(kept: &[usize], weights: &[u32]) -> usize {
    let edges = || kept.iter().copied();
    let starts = std::iter::once(0).chain(edges().map(|at| at + 1));
    let ends = edges().chain([weights.len()]);
    let longest = starts.zip(ends).max_by_key(|(start, end)| (end - start, weights.len() - start));
    let (start, end) = longest.unwrap_or_default();
    let middle = (start + end) / 2;
    let order = |at: &usize| (weights[*at], usize::MAX - at.abs_diff(middle));
    (start..end).max_by_key(order).unwrap_or(start)
}

/// The rows that are kept, each with the number of those left out beside it that are of its phase.
fn count_between(rows: Vec<GroupRow>, kept: &[usize]) -> Vec<GroupRow> {
    let mut out: Vec<GroupRow> = Vec::new();
    let mut skipped: Vec<GroupRow> = Vec::new();
    let count = |rows: &[GroupRow]| rows.iter().map(|row| row.dots.len()).sum();
    for (at, mut row) in rows.into_iter().enumerate() {
        if kept.binary_search(&at).is_err() {
            skipped.push(row);
            continue;
        }
        let before = out.last().map(|last| last.phase);
        let own = skipped.iter().rposition(|row| Some(row.phase) == before);
        let own = match before == Some(row.phase) {
            true => skipped.len(),
            false => own.map_or(0, |at| at + 1),
        };
        if let Some(last) = out.last_mut() {
            last.left_out.after = count(&skipped[..own]);
        }
        row.left_out.before = count(&skipped[own..]);
        skipped.clear();
        out.push(row);
    }
    if let Some(last) = out.last_mut() {
        last.left_out.after = count(&skipped);
    }
    out
}

/// Rows that weigh this much are what a reader looks for.
const TELLING: u32 = 60;

fn weights(rows: &[GroupRow]) -> Vec<u32> {
    let last = rows.len().saturating_sub(1);
    let mut weights: Vec<u32> = rows.iter().map(weight).collect();
    for at in 0..rows.len() {
        let turn = at > 0 && rows[at - 1].phase != rows[at].phase;
        weights[at] += u32::from(turn && weights[at] < TELLING) * 8;
    }
    // What was done last before it was over is the fix.
    let over =
        |row: &GroupRow| matches!(row.sign, Some(MarkLabel::Mitigated | MarkLabel::Resolved));
    let over = rows.iter().position(over).unwrap_or(last);
    let fix = rows[..over].iter().rposition(|row| row.row.kind == Kind::Fixing);
    for at in [Some(0), Some(last), fix].into_iter().flatten() {
        weights[at] = match far(rows, at) && rows[at].sign.is_none() {
            true => 0,
            false => weights[at].max(92),
        };
    }
    weights
}

/// True for an end that is further away than all the others are from each other: with it the axis
/// would show little else.
fn far(rows: &[GroupRow], at: usize) -> bool {
    let minute = |at: usize| rows.get(at).map(|row| row.row.from);
    let last = rows.len() - 1;
    let (edge, near, other) = match at {
        0 => (minute(0), minute(1), minute(last)),
        _ if at == last => (minute(last), minute(last.saturating_sub(1)), minute(0)),
        _ => return false,
    };
    let apart = |one: Option<f64>, two: Option<f64>| {
        one.zip(two).map_or(0.0, |(one, two)| (one - two).abs())
    };
    rows[at].aside.is_none() && apart(edge, near) > apart(near, other)
}

fn weight(row: &GroupRow) -> u32 {
    match row.sign {
        Some(MarkLabel::Resolved) => 100,
        Some(MarkLabel::Cause) => 98,
        Some(MarkLabel::FalseLead | MarkLabel::FixFailed) => 90,
        Some(MarkLabel::Mitigated) => 88,
        Some(MarkLabel::Detected) => 86,
        Some(MarkLabel::Trigger) => 80,
        Some(MarkLabel::Escalated) => 70,
        Some(MarkLabel::Guess | MarkLabel::Clue) => 66,
        None => match row.row.kind {
            Kind::Fixing => 54,
            Kind::Mitigated | Kind::Resolved => 50,
            Kind::Confirmed | Kind::Detected | Kind::Trigger => 44,
            Kind::Investigating => 34,
            Kind::Communicated => 22,
            Kind::FollowUp => 14,
            _ => 18,
        },
    }
}
