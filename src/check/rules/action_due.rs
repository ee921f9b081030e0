//! `action-due`: every action item needs a due date.

use crate::check::context::Context;
use crate::check::tasks::tasks;
use crate::check::{Finding, Profile, Rule, RuleArea};
use crate::diagnostic::Severity;
use crate::incident::{Action, Status};

pub(super) const RULE: Rule = Rule {
    code: "action-due",
    severity: Severity::Warning,
    part: RuleArea::Measures,
    asks: "a due date for each task",
    why: "A task without a date gets done when nothing else is left to do, which is never.",
    fails: "\
- Add an alert for index nodes with less than 20 % of free disk space (Owner: search team)
- Extend the checklist of migrations by a step that lists every job that was switched off (Owner: \
search team, due 2025-04-01)
- Limit the log files of the index to 10 GB in its configuration (Owner: search team, due \
2025-04-01)
- Let the tracking page answer after two seconds with a plain message when the index does not \
(Owner: search team, due 2025-04-01)
- Write a page for the runbook that tells how to free the disk of an index node (Owner: search \
team, due 2025-04-01)",
    passes: "\
- Add an alert for index nodes with less than 20 % of free disk space (Owner: search team, due \
2025-04-01)
- Extend the checklist of migrations by a step that lists every job that was switched off (Owner: \
search team, due 2025-04-01)
- Limit the log files of the index to 10 GB in its configuration (Owner: search team, due \
2025-04-01)
- Let the tracking page answer after two seconds with a plain message when the index does not \
(Owner: search team, due 2025-04-01)
- Write a page for the runbook that tells how to free the disk of an index node (Owner: search \
team, due 2025-04-01)",
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
    tasks(context)
        .into_iter()
        .filter(open)
        .map(finding)
        .collect()
}
