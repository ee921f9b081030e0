//! `summary-impact`: the summary must say what was broken, and what users saw.

use crate::check::context::{Context, Sentence};
use crate::check::{Finding, Profile, Rule, RuleArea, sound};
use crate::diagnostic::Severity;
use crate::document::{LineKind, SectionRole};
use crate::words::matching::holds_one;

pub(super) const RULE: Rule = Rule {
    code: "summary-impact",
    severity: Severity::Warning,
    part: RuleArea::Summary,
    asks: "what was down or slow, and what users saw",
    why: "Readers first ask whether it affected them. The name of the service and what its users \
        saw answer that; times and causes do not.",
    fails: sound::SUMMARY.with(&[("the tracking page of the parcel service was down. Visitors saw an error page instead of the place of their parcel, and", "we had an incident, and"), ("requests failed", "requests were affected")]),
    passes: sound::SUMMARY,
    profiles: &[Profile::Brief, Profile::Team],
    takes: &[],
    look,
};

/// Symptoms of a broken service, as seen from outside.
const SYMPTOMS: &[&str] = &[
    "nobody", "no one", "no user*", "no customer*", "no visitor*", "no client*", "no student*",
    "no employee*", "no staff", "not possible", "impossible", "strand*", "prevented",
    "stood still", "came to a stop", "out of reach", "inabil*", "not operational", "inoperab*",
    "freez*", "frozen", "not access*", "not accept*", "wasn't", "vanish*", "disappear*", "attack*",
    "stolen", "leak*", "breach*", "compromis*", "lag*", "unusab*", "not connect", "difficult*",
    "suspend*", "halt*", "shut down", "spike*", "not send", "not sent", "not deliver*",
    "bad gateway", "down", "downtime", "unavailab*", "not available", "slow*", "sluggish",
    "error*", "fail*", "could not", "couldn't", "can't", "cannot", "can not", "unable", "not able",
    "timeout*", "time out", "timed out", "timing out", "crash*", "500", "502", "503", "504", "404",
    "403", "5xx", "not respond*", "unrespons*", "stopped", "stop working", "degrad*", "latenc*",
    "offline", "inaccess*", "unreach*", "not reach*", "blank", "empty", "not load*", "loading",
    "load times", "lost", "missing", "wrong", "stale", "outdated", "delay*", "late", "refus*",
    "denied", "reject*", "disrupt*", "interrupt*", "broke*", "not work*", "did not receive",
    "didn't receive", "no longer", "never arrived", "hung", "froze*", "stuck", "disconnect*",
    "logged out", "twice", "duplicate*", "not found", "not see", "waited", "wait", "waiting",
    "dropped", "not display*", "not open", "no access", "without access", "incorrect*", "garbled",
    "intermittent*", "malfunction*", "white page", "blocked", "locked out", "not serv*",
    "not process*",
];

/// User-facing things: an outage of one of them says what was down.
const SERVICES: &[&str] = &[
    "server*", "site*", "website*", "page*", "web", "app", "apps", "application*", "api*",
    "service*", "platform*", "portal*", "database*", "system*", "network*", "product*", "shop*",
    "store*", "checkout*", "login*", "feature*", "tool*", "cluster*", "dashboard*",
];

/// Words of a sentence about the cause, which is about something else that failed.
const CAUSES: &[&str] =
    &["root cause", "the cause", "caused by", "culprit", "culprit was", "reason was"];

fn look(context: &Context) -> Vec<Finding> {
    let told = context.summary().any(seen);
    let outside =
        || context.incident.impact.as_ref().is_some_and(|impact| holds_one(impact, SYMPTOMS));
    if told || outside() {
        return Vec::new();
    }
    let hint = "name the service and what its users saw: \"the shop was down; customers saw an \
        error page when they paid\"";
    vec![Finding::new(
        context.spot(SectionRole::Summary),
        "expected what was down or slow and what users saw, found neither",
        hint,
    )]
}

fn seen(sentence: &Sentence) -> bool {
    // "The root cause was a setting that made every page slow for our users" states both.
    let of_cause = sentence.says(CAUSES) && !sentence.says(OUTSIDE);
    let outage = sentence.says(&["outage*", "downtime*", "breakdown*"]) && sentence.says(SERVICES);
    (sentence.says(SYMPTOMS) || outage)
        && !of_cause
        && !matches!(sentence.form, LineKind::Heading(_))
}

/// Words that lead from the cause to the users.
const OUTSIDE: &[&str] = &[
    "resulting in", "resulted in", "leading to", "led to", "users", "customers", "visitors",
    "clients", "people", "everyone", "which made",
];
