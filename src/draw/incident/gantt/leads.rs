//! Texts of rows without what stands beside them anyway: a label, their own day and clock.

use super::groups::GroupRow;
use super::signs::MarkLabel;
use super::words::unstopped;
use crate::incident::Phase;
use crate::time::{clock, format};
use crate::words::capital;

/// A label that is longer than this says more than what stands beside it.
const LONGEST: usize = 3;
/// What is left of a text must say something.
const LEAST: usize = 3;
/// What parts a label or a clock from the text.
const JOINTS: &[&str] = &[": ", " - ", " – ", " — "];

/// A text without a label that says again what its group or its mark is called, and without its
/// own day and clock.
pub(super) fn unlabelled(text: &str, row: &GroupRow, phase: Option<Phase>) -> String {
    let mut rest = text;
    for _ in 0..2 {
        rest = label_end(rest, row, phase).map_or(rest, |at| &rest[at..]);
        rest = time_end(rest, row).map_or(rest, |at| &rest[at..]);
    }
    match rest.split_whitespace().count() >= LEAST {
        true => rest.to_string(),
        false => text.to_string(),
    }
}

/// Where the text begins behind its label.
fn label_end(text: &str, row: &GroupRow, phase: Option<Phase>) -> Option<usize> {
    let joints = JOINTS.iter();
    let ends = joints.filter_map(|joint| text.find(joint).map(|at| (at, at + joint.len())));
    let (label, end) = ends.min()?;
    let words: Vec<String> = text[..label].split_whitespace().map(str::to_lowercase).collect();
    let of_phase = phase.map_or(&[][..], names_of_phase);
    let of_sign = row.sign.map_or(&[][..], names_of_sign);
    let named = |word: &String| of_phase.contains(&&**word) || of_sign.contains(&&**word);
    let filler = |word: &String| ["issue", "incident", "problem", "time"].contains(&&**word);
    let says_again = (1..=LONGEST).contains(&words.len())
        && words.iter().any(named)
        && words.iter().all(|word| named(word) || filler(word));
    says_again.then_some(end)
}

fn names_of_phase(phase: Phase) -> &'static [&'static str] {
    match phase {
        Phase::Detection => &["detection", "detected"],
        Phase::Investigation => &["investigation", "investigating", "investigated"],
        Phase::Escalation => &["escalation", "escalated"],
        Phase::Resolution => &["resolution", "resolved"],
    }
}

fn names_of_sign(sign: MarkLabel) -> &'static [&'static str] {
    match sign {
        MarkLabel::Trigger => &["trigger", "triggered"],
        MarkLabel::Detected => &["detected", "detection"],
        MarkLabel::Guess => &["guess", "hypothesis"],
        MarkLabel::FalseLead => &["misleading", "path", "paths", "false", "lead", "dead", "end"],
        MarkLabel::FixFailed => &["failed", "fix"],
        MarkLabel::Escalated => &["escalated", "escalation"],
        MarkLabel::Clue => &[],
        MarkLabel::Cause => &["root", "cause"],
        MarkLabel::Mitigated => &["mitigated", "mitigation"],
        MarkLabel::Resolved => &["resolved", "resolution"],
    }
}

/// Where the text begins behind the row's own time: "May 7, 2024, 3:15 PM (GMT) - ".
fn time_end(text: &str, row: &GroupRow) -> Option<usize> {
    let stamp = clock::at(text, 0).filter(|stamp| stamp.until.is_none())?;
    let time = stamp.clock.map(|clock| clock.time().map(format::clock));
    let told = time.is_none_or(|time| time.as_ref() == Some(&row.row.clock));
    let own = row.row.day.map(|day| day.date);
    let day = stamp.day.map(|day| {
        let date = own.and_then(|own| day.in_year(chrono::Datelike::year(&own)));
        date.is_some() && date == own
    });
    let known = stamp.clock.is_some() || stamp.day.is_some();
    let rest = &text[stamp.end..];
    let behind = rest.trim_start_matches([')', ']']);
    let joint = JOINTS.iter().find(|joint| behind.starts_with(**joint))?;
    let end = stamp.end + rest.len() - behind.len() + joint.len();
    (known && told && day != Some(false)).then_some(end)
}

/// A text as a row writes it, whatever its author does: with a capital, without its full stop.
pub(super) fn evened(text: &str) -> String {
    let first = text.split(' ').next().unwrap_or_default();
    let is_word = first.chars().all(|c| c.is_lowercase() || "'’,".contains(c));
    let text = unstopped(text);
    match is_word {
        true => capital(text),
        false => text.to_string(),
    }
}
