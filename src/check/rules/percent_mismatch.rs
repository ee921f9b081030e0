//! `percent-mismatch`: the report must not give two different shares of the same users.

use crate::check::context::{Context, Sentence};
use crate::check::{Finding, Profile, Rule, RuleArea, sound};
use crate::diagnostic::Severity;
use crate::document::SectionRole;

pub(super) const RULE: Rule = Rule {
    code: "percent-mismatch",
    severity: Severity::Warning,
    part: RuleArea::Report,
    asks: "one share of those affected all through",
    why: "Two different shares of the same users make both look made up.",
    fails: sound::SUMMARY.with(&[(
        "switched off.",
        "switched off. According to the support, 60 % of all requests failed.",
    )]),
    passes: sound::SUMMARY,
    profiles: &[Profile::Brief, Profile::Team],
    takes: &[],
    look,
};

/// Words beside a share that is meant to differ: for another moment or another place.
const ANOTHER: &[&str] = &[
    "still", "remain*", "dropped", "drop", "fell", "rose", "down to", "up to", "peak*", "at first",
    "later", "by then", "region*", "increase*", "decrease*", "recover*", "usual*", "normal*",
    "already", "only", "mobile", "desktop", "per", "least", "most", "between", "of those",
    "of these",
];

fn look(context: &Context) -> Vec<Finding> {
    let Some(known) = context.incident.affected_percent else {
        return Vec::new();
    };
    let other = context.sentences.iter().filter(|sentence| {
        sentence.role != SectionRole::Measures && (!sentence.in_list || sentence.says(IN_ALL))
    });
    let other =
        other.filter(|sentence| sentence.role == SectionRole::Summary || !sentence.says(ANOTHER));
    let shares =
        other.flat_map(|sentence| shares(sentence).into_iter().map(move |share| (sentence, share)));
    let shares: Vec<(&Sentence, StatedShare)> = shares.collect();
    let Some((_, first)) = shares.iter().find(|(_, share)| share.percent == known) else {
        return Vec::new();
    };
    let differs =
        |share: &StatedShare| share.whom == first.whom && (share.percent - known).abs() > 0.5;
    let Some((sentence, share)) =
        shares.iter().find(|(sentence, share)| differs(share) && !sentence.says(ANOTHER))
    else {
        return Vec::new();
    };
    let message =
        format!("expected {known} % of {} as stated before, found {} %", first.whom, share.percent);
    vec![Finding::new(
        Some(sentence.span),
        message,
        "correct the one that is wrong, or say how the two differ",
    )]
}

/// A timeline entry is about its own moment, unless it contains one of these.
const IN_ALL: &[&str] = &["in all", "in total", "overall", "altogether", "all in all"];

/// The share of a group of people.
struct StatedShare {
    percent: f64,
    whom: &'static str,
}

const WHOM: &[&str] = &[
    "requests", "users", "customers", "visitors", "clients", "orders", "payments", "sessions",
    "traffic", "students", "calls",
];

/// "40 % of all requests".
fn shares(sentence: &Sentence) -> Vec<StatedShare> {
    let text = sentence.text.to_lowercase();
    let at = |(at, _): (usize, &str)| {
        let number = text[..at].trim_end();
        let digits =
            number.rfind(|c: char| !(c.is_ascii_digit() || c == '.')).map_or(0, |last| last + 1);
        let digits = (digits..=number.len()).find(|from| number.is_char_boundary(*from))?;
        let percent = number[digits..].parse().ok()?;
        let after = text[at + 1..].trim_start().strip_prefix("of")?;
        let mut near = after
            .split_whitespace()
            .take(4)
            .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
        near.find_map(|word| WHOM.iter().find(|whom| **whom == word))
            .map(|whom| StatedShare { percent, whom })
    };
    text.match_indices('%').filter_map(at).collect()
}
