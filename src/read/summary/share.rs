//! The share of users (or requests) affected.

use crate::read::summary::Prose;
use crate::read::text::paragraph::Paragraph;
use crate::read::text::words;
use std::ops::Range;

/// The share of users (or requests) affected.
pub(crate) fn percent(prose: &Prose, last_resort: &[Paragraph]) -> Option<f64> {
    percent_in(&prose.summary, 1)
        .or_else(|| everyone(&prose.summary))
        .or_else(|| percent_in(&prose.others, 4))
        .or_else(|| percent_in(last_resort, 5))
}

fn percent_in(paragraphs: &[Paragraph], least: i32) -> Option<f64> {
    let mut best: Option<(i32, f64)> = None;
    for paragraph in paragraphs {
        for unit in words::sentences(&paragraph.text) {
            let text = &paragraph.text[unit];
            for (value, at) in percentages(text) {
                let score = percent_score(text, at);
                if score >= least && best.is_none_or(|(known, _)| score > known) {
                    best = Some((score, value));
                }
            }
        }
    }
    best.map(|(_, value)| value)
}

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
            && (bytes[at].is_ascii_digit() || (bytes[at] == b'.' && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)))
        {
            at += 1;
        }
        let rest = text[at..].trim_start_matches([' ', '\u{A0}']);
        let unit = ["%", "percent", "per cent", "pct"].iter().find(|unit| rest.to_lowercase().starts_with(**unit));
        // "making it a percentage of 100".
        let named = text[..start].trim_end().to_lowercase().ends_with("percentage of");
        if (unit.is_some() || named) && !text[..start].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '=')) {
            let end = text.len() - rest.len() + unit.map_or(0, |unit| unit.len());
            if let Ok(value) = text[start..at].parse::<f64>()
                && (0.0..=100.0).contains(&value)
            {
                out.push((value, start..end));
            }
        }
    }
    out
}

/// How surely a percentage is the share of those affected.
fn percent_score(text: &str, at: Range<usize>) -> i32 {
    let lower = text.to_lowercase();
    let after: String = text[at.end..].chars().take(60).collect::<String>().to_lowercase();
    let mut score = 1;
    for (word, weight) in [
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
    ] {
        if lower.contains(word) {
            score += weight;
        }
    }
    for word in
        ["user", "customer", "of our", "of the user", "of all", "of users", "visitor", "client", "of traffic", "of request"]
    {
        if after.contains(word) {
            score += 3;
        }
    }
    let near: String = after.chars().take(30).collect();
    for word in [
        "cpu", "uptime", "availab", "memory", "disk", "utiliz", "utilis", "capacity", "increase", "drop", "slower", "packet",
        "sales", "revenue", "discount", "off ", "confiden", "coverage", "usage", "credit", "speed", "performance",
    ] {
        if near.contains(word) || (lower.contains(word) && !lower.contains("user") && !lower.contains("customer")) {
            score -= 6;
        }
    }
    let before: String =
        text[..at.start].chars().rev().take(24).collect::<String>().chars().rev().collect::<String>().to_lowercase();
    for word in [
        "remaining", "drop of", "drop in", "increase of", "reduced by", "increased by", "decrease", "at peak", "intended",
        "rollout to", "canary", "recover", "restored to",
    ] {
        if before.contains(word) {
            score -= 4;
        }
    }
    score
}

/// "All users were unable …", "unavailable for everyone", "no one was able to work".
fn everyone(paragraphs: &[Paragraph]) -> Option<f64> {
    let harm = [
        "unable", "affect", "unavailab", "down", "could not", "couldn't", "inaccess", "impact", "error", "outage", "fail",
        "slow", "dropped", "lost", "not access", "prevent",
    ];
    let whole = |sentence: &str| {
        let named = words::words(sentence);
        let names: Vec<&str> = named.iter().map(|(word, _)| word.as_str()).collect();
        let people = |word: &&str| {
            ["user", "customer", "client", "visitor", "student", "player", "employee", "people"]
                .iter()
                .any(|stem| word.starts_with(stem))
        };
        // "all users", "all of our OBS users", "every customer".
        let all = names.iter().enumerate().any(|(at, word)| {
            let partly = at > 0 && matches!(names[at - 1], "not" | "nearly" | "almost" | "virtually");
            matches!(*word, "all" | "every") && !partly && names[at + 1..].iter().take(4).any(people)
        });
        all || [
            "for everyone", "for anyone", "entire user base", "no one was able", "nobody was able", "nobody could",
            "no one could",
        ]
        .iter()
        .any(|words| sentence.contains(words))
    };
    let told = paragraphs
        .iter()
        .flat_map(|paragraph| words::sentences(&paragraph.text).into_iter().map(|unit| paragraph.text[unit].to_lowercase()))
        .any(|sentence| {
            whole(&sentence)
                && (harm.iter().any(|words| sentence.contains(words))
                    || sentence.contains("no one was able")
                    || sentence.contains("nobody was able"))
        });
    told.then_some(100.0)
}
