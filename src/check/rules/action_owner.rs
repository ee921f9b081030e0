//! `action-owner`: every action item needs an owner.

use crate::check::context::Context;
use crate::check::tasks::tasks;
use crate::check::{Finding, Profile, Rule, RuleArea, sound};
use crate::diagnostic::Severity;
use crate::incident::{Action, Status};
use crate::words::verbs::begins_with_verb;

pub(super) const RULE: Rule = Rule {
    code: "action-owner",
    severity: Severity::Warning,
    part: RuleArea::Measures,
    asks: "an owner for each task",
    why: "Everybody's task is nobody's task. An owner, even a team, is somebody to ask.",
    fails: sound::OWNED
        .with(&[("an index node (Owner: search team, due 2025-04-01)", "an index node")]),
    passes: sound::OWNED,
    profiles: &[Profile::Team],
    takes: &[],
    look,
};

fn look(context: &Context) -> Vec<Finding> {
    let open = |action: &&Action| {
        action.owner.is_none() && !is_headed(&action.text) && action.status == Status::Open
    };
    let finding = |action: &Action| {
        Finding::new(
            Some(action.span),
            "expected an owner for this task, found none",
            "add who does it: \"(Owner: search team, due 2025-04-01)\"",
        )
    };
    tasks(context).into_iter().filter(open).map(finding).collect()
}

/// "Front-end team: add a test": a name of up to three words before the task.
fn is_headed(task: &str) -> bool {
    let Some((name, _)) = task.split_once(": ") else {
        return false;
    };
    let words: Vec<&str> = name.split_whitespace().collect();
    (1..=3).contains(&words.len())
        && name.starts_with(char::is_uppercase)
        && !begins_with_verb(name)
}
