//! The kind of measure that a task is.

use super::MomentKind;
use super::phrases::{NeededWords, one_of};
use crate::words;
use crate::words::matching::Words;
use std::collections::BTreeSet;

/// The kinds of measure; of two that fit, the one that stands first here is meant.
const MEASURES: &[(MomentKind, NeededWords)] = &[
    measure(
        MomentKind::DoDrill,
        "drill*, game day*, chaos engineering, fire drill*, incident exercise*, simulate \
         incident*, incident simulation*, simulated incident*, incident response exercise*",
        "",
        "",
    ),
    measure(
        MomentKind::DoLoadTest,
        "load test*, load-test*, stress test*, performance test*, capacity test*, stress-test*",
        "",
        "",
    ),
    measure(MomentKind::DoTraining, "train, training*, workshop*, educat*", "", ""),
    measure(MomentKind::DoRunbook, "runbook*, playbook*, run book*", "", ""),
    measure(MomentKind::DoChecklist, "checklist*, check list*", "", ""),
    measure(
        MomentKind::DoDocs,
        "document, documentation, documented, wiki",
        "",
        "incident, share*, postmortem*",
    ),
    measure(
        MomentKind::DoStaging,
        "staging, test environment, testing environment, pre-production, preproduction",
        "",
        "",
    ),
    measure(
        MomentKind::DoGradual,
        "canary, gradual*, staged rollout*, phased, blue-green, blue green",
        "",
        "",
    ),
    measure(MomentKind::DoRollback, "rollback*, roll back, roll-back*, rolled back", "", ""),
    measure(
        MomentKind::DoAutoscaling,
        "autoscal*, auto-scal*, auto scal*, scale automatically, automatic scaling, automatically \
         scale*",
        "",
        "",
    ),
    measure(
        MomentKind::DoRenewal,
        "renew*, rotate, rotation, expir*",
        "",
        "log rotation, alert*, monitor*",
    ),
    measure(
        MomentKind::DoBackup,
        "backup, backups, back up",
        "",
        "backup server*, backup system*, backup power",
    ),
    measure(
        MomentKind::DoRedundancy,
        "redundan*, failover*, fail-over*, standby, backup server*, high availability, second \
         server",
        "",
        "",
    ),
    measure(
        MomentKind::DoShare,
        "share, publish, present",
        "postmortem*, post-mortem*, lessons, incident report",
        "",
    ),
    measure(
        MomentKind::DoCommunication,
        "communicat*, status page, notify users, inform users, notify customers, inform customers",
        "",
        "",
    ),
    measure(
        MomentKind::DoAudit,
        "audit*, regular review*, regularly review*, periodic review*, regular check*, regularly \
         check*, periodically review*, regular inspection*, regular configuration review*",
        "",
        "",
    ),
    measure(
        MomentKind::DoReview,
        "review*, peer review*, second pair of eyes, approval*, two people",
        "code, chang*, config*, deploy*, pull request*, merge*, release*, process*",
        "",
    ),
    measure(
        MomentKind::DoValidation,
        "validat*, syntax check*, check the syntax, lint, linter, linting, config check*",
        "",
        "input*",
    ),
    measure(
        MomentKind::DoTest,
        "test, tests, testing, test suite",
        "automat*, unit, integration, regression, ci, add, write, implement, pipeline, regular*, \
         before, always, extensively",
        "",
    ),
    measure(
        MomentKind::DoAutomate,
        "automate, automated, automation, automating, automatically, puppet, ansible, terraform",
        "",
        "alert*, monitor*",
    ),
    measure(
        MomentKind::DoAlert,
        "alert, alerts, alerting, alarm, alarms, page",
        "",
        "status page, web page",
    ),
    measure(
        MomentKind::DoMonitoring,
        "monitor, monitoring, monitors, dashboard*, observability, metrics",
        "",
        "",
    ),
    measure(
        MomentKind::DoLimits,
        "rate limit*, rate-limit*, timeout*, circuit breaker*, throttl*, quota*, set a limit, \
         limits",
        "",
        "",
    ),
    measure(
        MomentKind::DoAccess,
        "access, permission*, privilege*",
        "restrict*, limit*, control*, least, only, manage*, role*",
        "",
    ),
    measure(
        MomentKind::DoCapacity,
        "capacity, more servers, additional servers, more memory, more resources, scale up, \
         increase resources, upgrade hardware, scalability",
        "",
        "planning meeting*",
    ),
    measure(
        MomentKind::DoOptimize,
        "optimi*, index, indexes, indexing, tune, tuning, refactor*",
        "",
        "",
    ),
    measure(
        MomentKind::DoUpdate,
        "update, updates, upgrade*, patch, patches, patching, up to date",
        "software, version*, system*, dependenc*, librar*, package*, plugin*, firmware, server*, \
         security",
        "",
    ),
    measure(
        MomentKind::DoInventory,
        "inventory, list every, list all, list of all, catalogue",
        "",
        "",
    ),
];

const fn measure(
    moment: MomentKind,
    one: &'static str,
    and: &'static str,
    not: &'static str,
) -> (MomentKind, NeededWords) {
    (moment, NeededWords { one, and, not })
}

/// Phrases by which a task says what is not to be done.
const NOT_DONE: &str = "do not, don't, not to, never, stop, instead of, no longer, maybe";

/// A task that is about so many kinds of measure is about none.
const TOO_MANY: usize = 4;

/// The kind of measure that a task is.
pub(super) fn moment(words: &Words) -> Option<MomentKind> {
    if one_of(words, NOT_DONE) {
        return None;
    }
    let mut fitting = MEASURES.iter().filter(|(_, cue)| cue.fits(words));
    let first = fitting.next()?.0;
    (fitting.count() + 1 < TOO_MANY).then_some(first)
}

/// The beginnings of the words that say what a task is about.
pub(super) fn matter(task: &str) -> BTreeSet<String> {
    const BEGINNING: usize = 6;
    words::words(words::beginning(task))
        .map(|(word, _)| word)
        .filter(|word| word.chars().count() > 3)
        .map(|word| word.chars().take(BEGINNING).collect())
        .collect()
}

/// True if two tasks are the same but for the way they are put: few of their words are not common
/// to both.
pub(super) fn same(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    const LEAST: usize = 3;
    let common = one.intersection(other).count();
    common >= LEAST && common * 5 >= one.union(other).count() * 3
}
