//! `measures-vague`: a task must be specific enough to be verifiably done.

use crate::check::context::Context;
use crate::check::{Finding, Profile, Rule, RuleArea, sound};
use crate::diagnostic::Severity;
use crate::incident::Action;
use crate::words::holds_any;
use crate::words::matching::holds_one;
use crate::words::words;

pub(super) const RULE: Rule = Rule {
    code: "measures-vague",
    severity: Severity::Warning,
    part: RuleArea::Measures,
    asks: "tasks that are specific",
    why: "Nobody can say when \"improve monitoring\" is done, so it never is. A task names the \
        thing, the step and, where there is one, the number.",
    fails: sound::MEASURES.with(&[(
        "Add an alert for index nodes with less than 20 % of free disk space",
        "Improve monitoring",
    )]),
    passes: sound::MEASURES,
    profiles: &[Profile::Brief, Profile::Team],
    takes: &[],
    look,
};

/// Words that ask for more of something without any specifics.
const WISHES: &[&str] = &[
    "make", "train", "teach", "educate", "work", "prevent", "reduce", "avoid", "maintain", "keep",
    "get", "improve", "improved", "improving", "enhance", "enhanced", "enhancing", "strengthen",
    "strengthening", "better", "more", "increase", "increased", "increasing", "optimize",
    "optimise", "optimizing", "boost", "be", "stricter", "greater", "raise", "promote", "foster",
    "upgrade", "refine", "regular", "proactive", "robust", "stronger", "thorough", "comprehensive",
    "ensure", "consider", "review", "monitor", "monitoring", "test", "testing", "implement",
    "establish", "conduct", "perform", "do", "have", "use", "provide", "develop", "invest",
    "continuous", "enhancement",
];

/// Subjects too broad to turn a wish into a task.
const WORLDS: &[&str] = &[
    "teams", "engineer*", "developer*", "staff", "people", "employees", "issues", "problems",
    "future", "outages", "downtime", "failures", "mistakes", "service", "services", "application*",
    "users", "experience", "monitor*", "alert*", "test*", "communicat*", "document*", "process*",
    "procedure*", "practice*", "training", "awareness", "careful*", "security", "performance",
    "reliab*", "resilien*", "infrastructure", "code", "quality", "review*", "planning",
    "collaborat*", "coordinat*", "observab*", "logging", "scalab*", "response", "incident*",
    "system*", "robust*", "stab*", "standards", "skills", "knowledge", "discipline", "attention",
    "deploy*", "configur*", "error", "handling", "capacity", "backup*", "maintenance", "redundan*",
    "server*", "database", "databases", "network", "team", "tools", "tooling", "automation",
    "validation", "checks", "visibility", "measures", "solutions", "strategy", "strategies",
    "management", "protocol*", "detection", "load", "balancing", "balancer", "audits", "updates",
    "regularly", "thoroughly", "closely", "optimiz*",
];

/// Words without significance beside the others.
const SMALL: &[&str] = &[
    "the", "a", "an", "and", "or", "of", "our", "all", "to", "for", "in", "on", "with", "more",
    "better", "much", "very", "overall", "general", "new", "good", "best", "proper", "properly",
    "internal", "existing", "current", "&", "will", "we", "should", "must", "need", "strong",
    "additional", "further", "effective", "proactive", "up", "its", "other",
];

/// Wishes that stay vague whatever their object.
const EMPTY: &[&str] = &[
    "be more careful", "be careful", "more careful", "more attention", "pay attention",
    "not happen again", "never happen again", "never happens again", "happens again",
    "think before", "do better", "be better prepared", "be better", "stay vigilant",
    "more vigilant", "make the system more", "more stable",
];

/// A longer task contains something specific.
const MOST: usize = 8;

fn look(context: &Context) -> Vec<Finding> {
    let tasks = context
        .incident
        .actions
        .iter()
        .filter(|action| !action.broad && action.parts.is_empty() && is_vague(&action.task));
    tasks.map(|action| Finding::new(Some(action.span), told(action), hint(&action.task))).collect()
}

fn told(action: &Action) -> String {
    let task: String = action.task.chars().take(60).collect();
    format!("expected a task that can be ticked off, found \"{}\"", task.trim_end_matches('.'))
}

/// True if a task is only a wish, a broad subject and small words.
fn is_vague(task: &str) -> bool {
    let short = task.split_whitespace().count() <= MOST;
    if short && holds_one(task, EMPTY) {
        return true;
    }
    let words: Vec<String> = words(task).map(|(word, _)| word).collect();
    let fits = |word: &str, list: &[&str]| {
        list.iter()
            .any(|sign| sign.strip_suffix('*').map_or(word == *sign, |stem| word.starts_with(stem)))
    };
    let plain = |word: &String| {
        word.split('-').all(|part| fits(part, WISHES) || fits(part, WORLDS) || fits(part, SMALL))
    };
    // A name or a code span refers to something specific in this system.
    let named =
        task.contains(['`', '"', '(', '@', '#']) || task.split_whitespace().skip(1).any(is_name);
    (1..=MOST).contains(&words.len())
        && !named
        && words.iter().all(plain)
        && words.iter().any(|word| fits(word, WISHES))
}

/// "MySQL", "CI": a capital letter beyond title case.
fn is_name(word: &str) -> bool {
    word.chars().skip(1).any(char::is_uppercase)
}

/// A hint on making a task specific.
fn hint(task: &str) -> &'static str {
    let lower = task.to_lowercase();
    let worlds: [(&[&str], &str); 7] = [
        (
            &["monitor", "alert", "observab", "detection", "visib"],
            "say of what, at which value, and who is told: \"page on-call when the p99 of \
                checkout is above 2 s for 5 minutes\"",
        ),
        (
            &["test", "quality", "validation"],
            "say what is tested, where and when: \"run the migration against a copy of production \
                in CI\"",
        ),
        (
            &["document", "knowledge"],
            "say which page, and what it will cover: \"write the runbook page on how to fail over \
                the database\"",
        ),
        (
            &["train", "aware", "skill", "careful", "attention", "discipline"],
            "say what a machine could check instead, or who learns what and by when",
        ),
        (
            &["communicat", "collabor", "coordinat", "team"],
            "say who tells whom, when and where: \"post in #status within ten minutes of an \
                alert\"",
        ),
        (
            &["review", "process", "procedure", "practice", "standard"],
            "say which step is added, and where it is enforced: \"block merges without a second \
                approval\"",
        ),
        (
            &["capacity", "infrastructure", "scal", "performance", "server", "load"],
            "say how much of what: \"raise the pool from 60 to 120 connections\"",
        ),
    ];
    let known = worlds.iter().find(|(signs, _)| holds_any(&lower, signs));
    known.map_or(
        "name the thing, the step and the number by which one sees that it is done",
        |(_, hint)| hint,
    )
}
