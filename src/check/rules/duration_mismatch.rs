//! `duration-mismatch`: the stated duration must match the start, the end and the timeline.

use crate::check::context::{Context, Sentence};
use crate::check::{Finding, Profile, Rule, RuleArea, sound};
use crate::diagnostic::{Code, Severity};
use crate::incident::{Event, Incident, Kind, Moment};
use crate::time::format::{self, DAY, spoken};
use crate::time::length_told;
use chrono::NaiveTime;

pub(super) const RULE: Rule = Rule {
    code: "duration-mismatch",
    severity: Severity::Warning,
    part: RuleArea::Report,
    asks: "one length of the outage all through",
    why: "When the stated length, start and end, and the timeline disagree, a reader believes \
        none of them, and every figure computed from them is in doubt.",
    fails: sound::SUMMARY.with(&[("1 hour 30 minutes", "2 hours")]),
    passes: sound::SUMMARY,
    profiles: &[Profile::Brief, Profile::Team],
    takes: &[Code::DurationMismatch, Code::EndBeforeStart],
    look,
};

/// The tolerance between two statements of the end, in minutes and as a share of the whole.
const ALLOWED: (f64, f64) = (5.0, 0.1);

fn look(context: &Context) -> Vec<Finding> {
    let codes = [Code::DurationMismatch, Code::EndBeforeStart];
    let stated: Vec<Finding> =
        codes.into_iter().flat_map(|code| context.doubted(code)).map(Finding::of_reader).collect();
    if !stated.is_empty() {
        return stated;
    }
    beside_its_ends(context).or_else(|| against_timeline(context)).into_iter().collect()
}

/// Compares a duration with the start and end in the same sentence.
fn beside_its_ends(context: &Context) -> Option<Finding> {
    let Incident { start, end, .. } = context.incident;
    let (start, end) = ((*start)?, (*end)?);
    let between = end.minutes_since(&start)?;
    let both = |sentence: &&Sentence| {
        [start, end].iter().all(|at| at.clock.is_some_and(|clock| tells(&sentence.text, clock)))
    };
    let sentence = context.summary().find(both)?;
    let length = length_told(&sentence.text)?;
    // Another duration in that sentence, such as that of a cause, is far from the outage's.
    let near = length > 1.0 && length < DAY && length < 4.0 * between && between < 4.0 * length;
    if !near
        || (length - between).abs() <= (between * 0.05).max(2.0)
        || sentence.says(&["about", "approx*", "around", "nearly", "almost", "over", "roughly"])
    {
        return None;
    }
    let message = format!(
        "the stated length is {}, but from start to end it is {}",
        spoken(length),
        spoken(between)
    );
    Some(Finding::new(Some(sentence.span), message, "correct the length or the times"))
}

/// True if a text contains a time of day.
fn tells(text: &str, clock: NaiveTime) -> bool {
    hours(clock).iter().any(|written| text.contains(written))
}

/// Compares the stated end with the entry in which the incident is resolved.
fn against_timeline(context: &Context) -> Option<Finding> {
    let Incident { start, end, events, .. } = context.incident;
    let (start, end) = ((*start)?, (*end)?);
    let resolved = events.iter().rev().find(|event| event.kind == Kind::Resolved)?;
    let length = end.minutes_since(&start)?;
    let off = |event: &Event| event.at.minutes_since(&end).map(f64::abs);
    let allowed = ALLOWED.0.max(length * ALLOWED.1);
    // An entry around that time may express the end in other words.
    if off(resolved)? <= allowed || events.iter().filter_map(off).any(|off| off <= allowed) {
        return None;
    }
    let (stated, listed) = (end.clock?, resolved.at.clock?);
    // If the year is unknown, only the clocks can be compared.
    let dated = |at: &Moment| at.day.is_some_and(|day| day.year_known);
    let apart = (stated - listed).num_minutes().abs() as f64;
    if apart <= allowed && !(dated(&end) && dated(&resolved.at)) {
        return None;
    }
    // The entry at 11:00 says "Back to normal by 11:30".
    if tells(&resolved.text, stated) {
        return None;
    }
    let other_day = end.day != resolved.at.day;
    let at = |moment: &Moment, clock: NaiveTime| match moment.day.filter(|_| other_day) {
        Some(day) => format!("{}, {}", format::without_year(day.date), format::clock(clock)),
        None => format::clock(clock),
    };
    let (stated, listed) = (at(&end, stated), at(&resolved.at, listed));
    let message = format!(
        "the summary's end is {stated}, but the timeline resolves the incident at {listed}"
    );
    Some(Finding::new(
        Some(resolved.span),
        message,
        "correct the one that is wrong, or say in the summary which end is meant",
    ))
}

/// The usual spellings of a time of day.
fn hours(clock: NaiveTime) -> [String; 2] {
    [clock.format("%-H:%M").to_string(), clock.format("%-I:%M").to_string()]
}
