//! What a measure is for.

use crate::incident::Category;
use crate::words;

/// What a task is for, by its words.
pub(crate) fn category(text: &str) -> Category {
    let words: Vec<String> = words::words(text).map(|(word, _)| word).collect();
    let score = |stems: &[&str]| {
        words
            .iter()
            .enumerate()
            .filter(|(_, word)| stems.iter().any(|stem| word.starts_with(stem)))
            .map(|(at, _)| if at < 4 { 3 } else { 1 })
            .sum::<i32>()
    };
    // "Page the team", but "the web page"; "share what we learned", but "a shared disk".
    let first = |verb: &str| i32::from(words.first().is_some_and(|word| word == verb)) * 3;
    let scores = [
        (
            Category::Detect,
            first("page")
                + score(&[
                    "monitor",
                    "alert",
                    "alarm",
                    "dashboard",
                    "notif",
                    "observab",
                    "detect",
                    "metric",
                    "logging",
                    "health",
                    "probe",
                    "synthetic",
                    "threshold",
                    "pager",
                    "paging",
                    "grafana",
                    "prometheus",
                ]),
        ),
        (
            Category::Respond,
            score(&[
                "respon",
                "runbook",
                "playbook",
                "escalat",
                "on-call",
                "oncall",
                "rollback",
                "failover",
                "backup",
                "recover",
                "restore",
                "communicat",
                "status",
                "disaster",
                "redundan",
                "standby",
                "contact",
            ]),
        ),
        (
            Category::Learn,
            first("share")
                + score(&[
                    "train",
                    "document",
                    "educat",
                    "workshop",
                    "postmortem",
                    "post-mortem",
                    "post-incident",
                    "lesson",
                    "knowledge",
                    "awareness",
                    "guideline",
                    "wiki",
                    "teach",
                    "onboard",
                    "drill",
                    "guide",
                ]),
        ),
        (Category::Prevent, 1),
    ];
    // Of equals the first stands.
    scores
        .iter()
        .rev()
        .max_by_key(|(_, score)| *score)
        .map_or(Category::Prevent, |(category, _)| *category)
}
