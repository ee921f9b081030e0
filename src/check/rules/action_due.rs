//! `action-due`: every action item needs a due date.

use crate::check::context::Context;
use crate::check::tasks::tasks;
use crate::check::{Finding, Profile, Rule, RuleArea, sound};
use crate::diagnostic::Severity;
use crate::incident::{Action, Status};

pub(super) const RULE: Rule = Rule {
    code: "action-due",
    severity: Severity::Warning,
    part: RuleArea::Measures,
    asks: "a due date for each task",
    why: "A task without a date gets done when nothing else is left to do, which is never.",
    fails: sound::OWNED.with(&[(
        "disk space (Owner: search team, due 2025-04-01)",
        "disk space (Owner: search team)",
    )]),
    passes: sound::OWNED,
    profiles: &[Profile::Team],
    takes: &[],
    look,
};

fn look(context: &Context) -> Vec<Finding> {
    let open = |action: &&Action| {
        action.due.is_none() && action.due_words.is_none() && action.status == Status::Open
    };
    let finding = |action: &Action| {
        Finding::new(
            Some(action.span),
            "expected a due date for this task, found none",
            "add by when: \"(Owner: search team, due 2025-04-01)\"",
        )
    };
    tasks(context).into_iter().filter(open).map(finding).collect()
}
