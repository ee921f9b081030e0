//! What a measure is for.

use crate::incident::Category;
use crate::words;

/// What a task is for, by its words.
pub(crate) fn category(text: &str) -> Category {
    // "Raise the limit; document why" is not for learning.
    let text = text.split("; ").next().unwrap_or(text);
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
    // A status page is for others; the status of a service is looked at for all kinds of ends.
    let page = |pair: &[String]| pair[0] == "status" && pair[1].starts_with(['p', 'u']);
    let tells_others = 3 * i32::from(words.windows(2).any(page));
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
            tells_others
                + score(&[
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
                    "disaster",
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
        (
            Category::Prevent,
            // What a spare takes over is no outage.
            score(&["checklist", "pre-deploy", "predeploy", "redundan", "test"]).max(1),
        ),
    ];
    // Of equals the first stands.
    let best = scores.iter().rev().max_by_key(|(_, score)| *score);
    let to_prevent = words
        .windows(2)
        .any(|pair| pair[0] == "to" && pair[1] == "prevent");
    match best.map(|(category, _)| *category) {
        Some(Category::Respond) if adds_spare(&words) => Category::Prevent,
        // The author says so; an alert prevents nothing for all that.
        Some(Category::Respond) if to_prevent => Category::Prevent,
        best => best.unwrap_or(Category::Prevent),
    }
}

/// True for a machine that is put beside the one that failed: with it the outage would not have
/// been one.
fn adds_spare(words: &[String]) -> bool {
    const ADDS: [&str; 9] = [
        "add",
        "build",
        "create",
        "deploy",
        "install",
        "introduce",
        "provision",
        "set",
        "setup",
    ];
    const SPARES: [&str; 4] = ["standby", "replica", "replicas", "secondary"];
    const SECOND: [&str; 4] = ["second", "another", "additional", "spare"];
    // "Add a runbook for the standby", "add a standby to the rota".
    const OTHER: [&str; 8] = [
        "about", "for", "of", "on-call", "oncall", "rota", "runbook", "when",
    ];
    let is = |word: &String, known: &[&str]| known.contains(&word.as_str());
    let Some((_, rest)) = words.split_first().filter(|(verb, _)| is(verb, &ADDS)) else {
        return false;
    };
    let machine = |at: usize| {
        let second = rest[..at].iter().any(|word| is(word, &SECOND));
        is(&rest[at], &SPARES) || second && rest[at].starts_with("server")
    };
    let spare = (0..rest.len().min(5)).find(|at| machine(*at));
    let before = spare.map(|at| &rest[..at]);
    before.is_some_and(|before| !before.iter().any(|word| is(word, &OTHER)))
        && !rest.iter().any(|word| is(word, &OTHER[3..7]))
}
