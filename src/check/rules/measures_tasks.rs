//! `measures-tasks`: the action items must be a list that can be ticked off.

use crate::check::context::Context;
use crate::check::tasks::tasks;
use crate::check::{Excerpt, Finding, Profile, Rule, RuleArea, sound};
use crate::diagnostic::Severity;
use crate::document::SectionRole;

pub(super) const RULE: Rule = Rule {
    code: "measures-tasks",
    severity: Severity::Warning,
    part: RuleArea::Measures,
    asks: "a list of tasks",
    why: "Only what can be ticked off gets done. In a paragraph a task has no line of its own, no \
        owner and no box.",
    fails: Excerpt::new(
        "What can be improved in general: free disk space must be watched on every node, and a \
        migration must end \
            with everything that it switched off switched on again. We will also look at the log \
            files of the index \
            and at the page that waits for it, and the runbook will get a page on how the disk of \
            an index node is \
            freed.",
    ),
    passes: sound::MEASURES,
    profiles: &[Profile::Brief],
    takes: &[],
    look,
};

/// A single task is hardly a list.
const LEAST: usize = 2;

fn look(context: &Context) -> Vec<Finding> {
    let tasks = tasks(context).len();
    if tasks >= LEAST {
        return Vec::new();
    }
    let found = match tasks {
        0 => "running text only",
        _ => "one task only",
    };
    let hint = "put each task on a line of its own: \"- Add an alert for nodes with less than 20 \
        % of free disk space\"";
    vec![Finding::new(
        context.spot(SectionRole::Measures),
        format!("expected a list of specific tasks, found {found}"),
        hint,
    )]
}
