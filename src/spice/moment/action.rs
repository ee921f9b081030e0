//! The kind of measure that a task is.

use super::Moment;
use super::phrases::{Cue, one_of};
use crate::words::matching::Words;

/// The kinds of measure; of two that fit, the one that stands first here is meant.
const MEASURES: &[(Moment, Cue)] = &[
    measure(
        Moment::DoDrill,
        "drill*, game day*, chaos engineering, fire drill*, incident exercise*, simulate \
         incident*, incident simulation*, simulated incident*, incident response exercise*",
        "",
        "",
    ),
    measure(
        Moment::DoLoadTest,
        "load test*, load-test*, stress test*, performance test*, capacity test*, stress-test*",
        "",
        "",
    ),
    measure(
        Moment::DoTraining,
        "train, training*, workshop*, educat*",
        "",
        "",
    ),
    measure(Moment::DoRunbook, "runbook*, playbook*, run book*", "", ""),
    measure(Moment::DoChecklist, "checklist*, check list*", "", ""),
    measure(
        Moment::DoDocs,
        "document, documentation, documented, wiki",
        "",
        "incident, share*, postmortem*",
    ),
    measure(
        Moment::DoStaging,
        "staging, test environment, testing environment, pre-production, preproduction",
        "",
        "",
    ),
    measure(
        Moment::DoGradual,
        "canary, gradual*, staged rollout*, phased, blue-green, blue green",
        "",
        "",
    ),
    measure(
        Moment::DoRollback,
        "rollback*, roll back, roll-back*, rolled back",
        "",
        "",
    ),
    measure(
        Moment::DoAutoscaling,
        "autoscal*, auto-scal*, auto scal*, scale automatically, automatic scaling, automatically \
         scale*",
        "",
        "",
    ),
    measure(
        Moment::DoRenewal,
        "renew*, rotate, rotation, expir*",
        "",
        "log rotation, alert*, monitor*",
    ),
    measure(
        Moment::DoBackup,
        "backup, backups, back up",
        "",
        "backup server*, backup system*, backup power",
    ),
    measure(
        Moment::DoRedundancy,
        "redundan*, failover*, fail-over*, standby, backup server*, high availability, second \
         server",
        "",
        "",
    ),
    measure(
        Moment::DoShare,
        "share, publish, present",
        "postmortem*, post-mortem*, lessons, incident report",
        "",
    ),
    measure(
        Moment::DoCommunication,
        "communicat*, status page, notify users, inform users, notify customers, inform customers",
        "",
        "",
    ),
    measure(
        Moment::DoAudit,
        "audit*, regular review*, regularly review*, periodic review*, regular check*, regularly \
         check*, periodically review*, regular inspection*, regular configuration review*",
        "",
        "",
    ),
    measure(
        Moment::DoReview,
        "review*, peer review*, second pair of eyes, approval*, two people",
        "code, chang*, config*, deploy*, pull request*, merge*, release*, process*",
        "",
    ),
    measure(
        Moment::DoValidation,
        "validat*, syntax check*, check the syntax, lint, linter, linting, config check*",
        "",
        "input*",
    ),
    measure(
        Moment::DoTest,
        "test, tests, testing, test suite",
        "automat*, unit, integration, regression, ci, add, write, implement, pipeline, regular*, \
         before, always, extensively",
        "",
    ),
    measure(
        Moment::DoAutomate,
        "automate, automated, automation, automating, automatically, puppet, ansible, terraform",
        "",
        "alert*, monitor*",
    ),
    measure(
        Moment::DoAlert,
        "alert, alerts, alerting, alarm, alarms, page",
        "",
        "status page, web page",
    ),
    measure(
        Moment::DoMonitoring,
        "monitor, monitoring, monitors, dashboard*, observability, metrics",
        "",
        "",
    ),
    measure(
        Moment::DoLimits,
        "rate limit*, rate-limit*, timeout*, circuit breaker*, throttl*, quota*, set a limit, \
         limits",
        "",
        "",
    ),
    measure(
        Moment::DoAccess,
        "access, permission*, privilege*",
        "restrict*, limit*, control*, least, only, manage*, role*",
        "",
    ),
    measure(
        Moment::DoCapacity,
        "capacity, more servers, additional servers, more memory, more resources, scale up, \
         increase resources, upgrade hardware, scalability",
        "",
        "planning meeting*",
    ),
    measure(
        Moment::DoOptimize,
        "optimi*, index, indexes, indexing, tune, tuning, refactor*",
        "",
        "",
    ),
    measure(
        Moment::DoUpdate,
        "update, updates, upgrade*, patch, patches, patching, up to date",
        "software, version*, system*, dependenc*, librar*, package*, plugin*, firmware, server*, \
         security",
        "",
    ),
    measure(
        Moment::DoInventory,
        "inventory, list every, list all, list of all, catalogue",
        "",
        "",
    ),
];

const fn measure(
    moment: Moment,
    one: &'static str,
    and: &'static str,
    not: &'static str,
) -> (Moment, Cue) {
    (moment, Cue { one, and, not })
}

/// What is not to be done.
const NOT_DONE: &str = "do not, don't, not to, never, stop, instead of, no longer, maybe";

/// A task that is about so many kinds of measure is about none.
const TOO_MANY: usize = 4;

/// The kind of measure that a task is.
pub(super) fn moment(words: &Words) -> Option<Moment> {
    if one_of(words, NOT_DONE) {
        return None;
    }
    let mut fitting = MEASURES.iter().filter(|(_, cue)| cue.fits(words));
    let first = fitting.next()?.0;
    (fitting.count() + 1 < TOO_MANY).then_some(first)
}
