//! The share of users (or requests) affected.

use crate::document::paragraph::Paragraph;
use crate::incident::Moment;
use crate::read::summary::Prose;
use crate::read::summary::everyone::everyone;
use crate::read::summary::failing::is_of_another;
use crate::read::summary::stated_time::range_in;
use crate::read::summary::whom::whom;
use crate::words::{self, begins_with_any, holds_any};
use chrono::NaiveTime;
use std::ops::Range;

/// The share affected, as stated in a sentence.
pub(crate) struct AffectedShare {
    pub(crate) percent: f64,
    /// True for "approximately 30 %".
    pub(crate) rough: bool,
    /// "of customers".
    pub(crate) whom: Option<String>,
    /// The sentence that states it.
    pub(super) sentence: String,
}

impl AffectedShare {
    /// True if its sentence is about a later and shorter window: "From 2:30 to 4:00 all were".
    pub(crate) fn is_of_part(&self, start: Option<Moment>, end: Option<Moment>) -> bool {
        let clock = |at: Option<Moment>| at.and_then(|at| at.clock);
        let told = range_in(&self.sentence);
        let told = told.and_then(|(from, to)| Some((from.clock?.time()?, to.clock?.time()?)));
        let (Some((from, to)), Some(start), Some(end)) = (told, clock(start), clock(end)) else {
            return false;
        };
        // On a clock without days, counted from the start.
        let minute = |time: NaiveTime| (time - start).num_minutes().rem_euclid(24 * 60);
        let (from, to, end) = (minute(from), minute(to), minute(end));
        0 < from && from < to && to <= end && (to - from) * 10 < end * 9
    }
}

/// The share of users (or requests) affected.
pub(crate) fn share(prose: &Prose, last_resort: &[Paragraph]) -> Option<AffectedShare> {
    let everybody = everyone(&prose.summary);
    let some = share_in(&prose.summary, 1);
    // "3 % of the sign-ups were late. The API was down for everybody": neither is the whole story.
    let part = |share: &AffectedShare| {
        let beside = |sentence: &String| *sentence != share.sentence;
        share.percent < 100.0 && everybody.as_ref().is_some_and(beside)
    };
    if some.as_ref().is_some_and(part) {
        return None;
    }
    some.or_else(|| {
        let all = |sentence| AffectedShare { percent: 100.0, rough: false, whom: None, sentence };
        everybody.map(all)
    })
    .or_else(|| share_in(&prose.others, 4))
    .or_else(|| share_in(last_resort, 5))
}

fn share_in(paragraphs: &[Paragraph], least: i32) -> Option<AffectedShare> {
    let mut best: Option<(i32, AffectedShare)> = None;
    for paragraph in paragraphs {
        for unit in words::sentences(&paragraph.text) {
            let text = &paragraph.text[unit];
            let shares = percentages(text);
            if shares.iter().any(|(_, at)| is_rest(&text[..at.start])) {
                continue;
            }
            for (percent, at) in shares {
                let score = percent_score(text, at.clone());
                if score >= least && best.as_ref().is_none_or(|(known, _)| score > *known) {
                    best = Some((
                        score,
                        AffectedShare {
                            percent,
                            rough: is_rough(&text[..at.start]),
                            whom: whom(&text[at.end..]),
                            sentence: text.trim().to_string(),
                        },
                    ));
                }
            }
        }
    }
    best.map(|(_, share)| share)
}

/// True if the words before a number make it a rough one.
fn is_rough(before: &str) -> bool {
    let last = before
        .trim_end()
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default()
        .trim_start_matches(|c: char| !c.is_alphanumeric() && c != '~')
        .to_lowercase();
    before.ends_with('~')
        || matches!(
            last.trim_end_matches('.'),
            "about" | "approximately" | "around" | "roughly" | "approx" | "estimated" | "~"
        )
}

/// True before the share of all the others: whoever tells of both leaves nobody out.
fn is_rest(before: &str) -> bool {
    let lower = before.trim_end().to_lowercase();
    ["remaining", "the other"].iter().any(|rest| lower.ends_with(rest))
}

/// A smaller share would be shown as none.
const LEAST: f64 = 0.01;

fn percentages(text: &str) -> Vec<(f64, Range<usize>)> {
    let mut out = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len()
            && (bytes[at].is_ascii_digit()
                || (bytes[at] == b'.' && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)))
        {
            at += 1;
        }
        let rest = text[at..].trim_start_matches([' ', '\u{A0}']);
        let follows = |unit: &&&str| {
            rest.get(..unit.len()).is_some_and(|head| head.eq_ignore_ascii_case(unit))
        };
        let unit = ["%", "percent", "per cent", "pct"].iter().find(follows);
        // "that is a percentage of 40".
        let named = text[..start].trim_end().ends_with("percentage of");
        if (unit.is_some() || named)
            && !text[..start]
                .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '='))
        {
            let end = text.len() - rest.len() + unit.map_or(0, |unit| unit.len());
            if let Ok(value) = text[start..at].parse::<f64>()
                && (LEAST..=100.0).contains(&value)
            {
                out.push((value, start..end));
            }
        }
    }
    out
}

/// Words of a sentence about the people affected, with their weights.
const HARMED: &[(&str, i32)] = &[
    ("user", 4),
    ("customer", 4),
    ("visitor", 4),
    ("client", 2),
    ("traffic", 2),
    ("request", 2),
    ("people", 2),
    ("student", 2),
    ("affect", 3),
    ("impact", 3),
    ("unable", 2),
    ("base", 1),
    ("subscriber", 3),
    ("order", 1),
    ("everyone", 1),
    ("employee", 2),
    ("member", 2),
    ("service", 1),
    ("down", 1),
    ("search", 1),
    ("session", 1),
    ("timed out", 2),
];

/// Words that follow a share of the people affected.
const WHOM: &str =
    "user,customer,of our,of the user,of all,of users,visitor,client,of traffic,of request";

/// Subjects of other percentages.
const OTHERS: &str = "cpu,uptime,availab,memory,disk,utiliz,utilis,capacity,increase,drop,slower,\
    packet,cached,successfully,sales,revenue,discount,off ,confiden,coverage,usage,credit,speed,performance,\
    divergence,deviation,slippage";

/// Words before percentages that are not a share of the people affected.
const CHANGES: &str = "remaining,drop of,drop in,increase of,reduced by,increased by,decrease,at \
    peak,intended,deter,rollout to,rolled out to,rolled to,deployed to,canary,recover,restored to,crossed,crossing,exceed";

/// The likelihood that a percentage is the share affected, judged by the words of its sentence.
fn percent_score(text: &str, at: Range<usize>) -> i32 {
    // In a very long sentence only the text near the percentage counts.
    let before: String = text[..at.start]
        .chars()
        .rev()
        .take(300)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect::<String>()
        .to_lowercase();
    let after: String = text[at.end..].chars().take(300).collect::<String>().to_lowercase();
    // "20 % more tickets" and "a 60 % drop in activity" are not shares of anybody.
    let changes = [
        "more ", "fewer ", "less ", "higher", "lower", "faster", "slower", "drop", "decrease",
        "reduction", "decline", "degradation", "increase", "rise ", "fall ", "dip ", "loss of",
        "surge", "spike", "below", "above", "threshold", "limit", "full",
    ];
    let next = after.trim_start_matches(|c: char| !c.is_alphanumeric());
    // "100% downtime" says how much was down; "100% downtime for users" says for whom.
    let down = begins_with_any(next, &["downtime", "outage"]) && !next.contains(" for ");
    if down || begins_with_any(next, &changes) || is_other(&before, next) {
        return i32::MIN;
    }
    let holds = |word: &str| before.contains(word) || after.contains(word);
    let first = |count: usize| {
        after.char_indices().nth(count).map_or(after.as_str(), |(end, _)| &after[..end])
    };
    let last =
        before.char_indices().rev().nth(23).map_or(before.as_str(), |(start, _)| &before[start..]);
    let harmed: i32 = HARMED.iter().filter(|(word, _)| holds(word)).map(|(_, weight)| weight).sum();
    let whom = 3 * WHOM.split(',').filter(|word| first(60).contains(word)).count() as i32;
    let people = holds("user") || holds("customer");
    let other = 6 * OTHERS
        .split(',')
        .filter(|word| first(30).contains(word) || last.contains(word) || (holds(word) && !people))
        .count() as i32;
    let change = 4 * CHANGES.split(',').filter(|word| last.contains(word)).count() as i32;
    1 + harmed + whom - other - change
}

/// True for a percentage of something else: an error rate, a part of an error budget, those who
/// were helped again, those who only may have been harmed, or a case that a sentence supposes.
fn is_other(before: &str, next: &str) -> bool {
    let rates = ["error rate", "failure rate", "success rate", "error budget"];
    let of = next.starts_with("of ");
    let near: String = before.chars().rev().take(24).collect();
    let near: String = near.chars().rev().collect();
    let helped = ["restor", "recover", "remaining", "goal", "target"];
    let group: Vec<&str> = next.split_whitespace().take(6).collect();
    !of && holds_any(before, &rates)
        || holds_any(&near, &helped)
        || begins_with_any(next, &["restor", "recover"])
        || of && group.iter().any(|word| matches!(*word, "may" | "might"))
        || before.starts_with("if ")
        || is_of_another(before)
        || before.trim_end().ends_with('=')
}
