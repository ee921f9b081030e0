//! The things that people suspect, and the one that an entry means.

use super::phrases::one_of;
use crate::words::matching::Words;

/// Something that can be suspected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Thing {
    /// The words that name it.
    sign: &'static str,
    /// Its name in a line: "the load balancer", "an attack".
    pub(crate) noun: &'static str,
    /// Which suspect of the lines it is.
    pub(crate) suspect: &'static str,
}

const fn thing(sign: &'static str, noun: &'static str, suspect: &'static str) -> Thing {
    Thing { sign, noun, suspect }
}

/// A longer name wins over one that it holds.
const THINGS: &[Thing] = &[
    thing("application code", "the application code", "application"),
    thing("application logic", "the application", "application"),
    thing("code base", "the code", "application"),
    thing("codebase", "the code", "application"),
    thing("application server", "the application server", "application"),
    thing("application servers", "the application servers", "application"),
    thing("backend code", "the code", "application"),
    thing("load balancer", "the load balancer", "load-balancer"),
    thing("load balancers", "the load balancers", "load-balancer"),
    thing("load balancing", "the load balancer", "load-balancer"),
    thing("loadbalancer", "the load balancer", "load-balancer"),
    thing("connection pool", "the connection pool", "database"),
    thing("database server", "the database server", "database"),
    thing("database servers", "the database servers", "database"),
    thing("database connection", "the database", "database"),
    thing("database connections", "the database", "database"),
    thing("database connectivity", "the database", "database"),
    thing("database performance", "the database", "database"),
    thing("database logs", "the database", "database"),
    thing("database queries", "the database", "database"),
    thing("database overload", "the database", "database"),
    thing("database", "the database", "database"),
    thing("databases", "the databases", "database"),
    thing("mysql database", "the database", "database"),
    thing("db", "the database", "database"),
    thing("web server", "the web server", "web-server"),
    thing("web servers", "the web servers", "web-server"),
    thing("webserver", "the web server", "web-server"),
    thing("web server software", "the web server", "web-server"),
    thing("message queue", "the message queue", "queue"),
    thing("message broker", "the message broker", "queue"),
    thing("job queue", "the job queue", "queue"),
    thing("queue", "the queue", "queue"),
    thing("cache", "the cache", "cache"),
    thing("caching", "the cache", "cache"),
    thing("cdn", "the CDN", "cache"),
    thing("redis", "Redis", "cache"),
    thing("dns", "DNS", "dns"),
    thing("name server", "the name server", "dns"),
    thing("resolver", "the resolver", "dns"),
    thing("firewall rule", "the firewall", "firewall"),
    thing("firewall rules", "the firewall", "firewall"),
    thing("firewall settings", "the firewall", "firewall"),
    thing("firewall", "the firewall", "firewall"),
    thing("router", "the router", "network"),
    thing("vpn", "the VPN", "network"),
    thing("network", "the network", "network"),
    thing("network issue", "the network", "network"),
    thing("network issues", "the network", "network"),
    thing("network connectivity", "the network", "network"),
    thing("network latency", "the network", "network"),
    thing("network latency issues", "the network", "network"),
    thing("network problem", "the network", "network"),
    thing("network problems", "the network", "network"),
    thing("network congestion", "the network", "network"),
    thing("network traffic", "the network", "network"),
    thing("certificate", "the certificate", "certificate"),
    thing("last deployment", "the last deployment", "deploy"),
    thing("latest deployment", "the latest deployment", "deploy"),
    thing("recent deployment", "the last deployment", "deploy"),
    thing("recent deployments", "the last deployments", "deploy"),
    thing("recent code deployment", "the last deployment", "deploy"),
    thing("code deployment", "the deployment", "deploy"),
    thing("last deploy", "the last deploy", "deploy"),
    thing("latest deploy", "the latest deploy", "deploy"),
    thing("recent deploy", "the last deploy", "deploy"),
    thing("last release", "the last release", "deploy"),
    thing("latest release", "the latest release", "deploy"),
    thing("recent release", "the last release", "deploy"),
    thing("memory leak", "a memory leak", "memory"),
    thing("memory leaks", "a memory leak", "memory"),
    thing("garbage collector", "the garbage collector", "memory"),
    thing("disk", "the disk", "disk"),
    thing("disk space", "the disk", "disk"),
    thing("hardware", "the hardware", "hardware"),
    thing("hardware failure", "the hardware", "hardware"),
    thing("hardware issue", "the hardware", "hardware"),
    thing("hardware issues", "the hardware", "hardware"),
    thing("hardware problem", "the hardware", "hardware"),
    thing("payment provider", "the payment provider", "third-party"),
    thing("third-party api", "the other side's API", "third-party"),
    thing("external api", "the external API", "third-party"),
    thing("cloud provider", "the cloud provider", "cloud"),
    thing("hosting provider", "the hosting provider", "cloud"),
    thing("file permissions", "the file permissions", "permissions"),
    thing("permissions", "the permissions", "permissions"),
    thing("traffic spike", "the traffic", "traffic"),
    thing("spike in traffic", "the traffic", "traffic"),
    thing("high traffic", "the traffic", "traffic"),
    thing("traffic surge", "the traffic", "traffic"),
    thing("ddos", "an attack", "ddos"),
    thing("ddos attack", "an attack", "ddos"),
    thing("ddos mitigation", "an attack", "ddos"),
    thing("dos attack", "an attack", "ddos"),
    thing("denial of service", "an attack", "ddos"),
    thing("denial of service attack", "an attack", "ddos"),
    thing("distributed denial of service", "an attack", "ddos"),
    thing("cyber attack", "an attack", "ddos"),
    thing("cyberattack", "an attack", "ddos"),
    thing("attack", "an attack", "ddos"),
    thing("configuration files", "the configuration", "configuration"),
    thing("configuration", "the configuration", "configuration"),
];

/// The names of all suspects.
pub fn suspects() -> Vec<&'static str> {
    let mut out: Vec<&str> = THINGS.iter().map(|thing| thing.suspect).collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// With one of these somebody suspects.
const SUSPECTING: &str = "suspect*, suspicion*, thought, assum*, believ*, blam*, theory, \
    hypothesis, potential*, possible, possibly, perhaps, maybe, misleading*, guess*, focus*";

/// With one of these somebody looks.
const LOOKS: &str =
    "investigat*, check*, review*, verif*, examin*, inspect*, look*, debug*, analy*";

/// Looks that mean no suspicion: what one does first in any case.
const ROUTINE: &str = "log, logs, routine*, standard, is running, was running, were running, are \
    running, running status, status of, usual, disk usage";

/// Said of what is innocent.
const CLEARS: &str = "healthy, ruled out, rule out, rules out, innocent, cleared, was fine, were \
    fine, is fine, no issue, no issues, no problem, no problems, no error, no errors, not the \
    cause, not the culprit, not the problem, not at fault, not to blame, wasn't the cause, \
    normally, no abnormalities, no anomalies, nothing unusual, nothing wrong, found nothing, as \
    expected, no fault, no faults, eliminated, confirming normal, normal operation, no sign, no \
    signs, no evidence, unrelated";

/// After these nothing is cleared after all.
const CLEARS_NOT: &str = "unhealthy, not healthy, until, after the fix, restored, again, returned \
    to normal, except, still, looked healthy, appeared healthy, seemed";

/// Said of things when they are at work rather than suspected.
const AT_WORK: &str = "correct*, fix*, updat*, rolled back, reverted, deployed, added, increased, \
    replaced, restarted, rebooted, restored, resolved";

/// "The network team" is no network.
const PEOPLE: &[&str] = &[
    "team", "teams", "engineer", "engineers", "group", "administrator", "administrators", "admin",
    "admins", "department", "staff", "specialist", "specialists", "expert", "experts",
];

/// Behind these the suspect stands, and before those.
const POINTS_AT: &[&str] = &[
    "suspected", "suspect", "suspecting", "suspects", "suspicion", "blamed", "blaming", "blame",
    "assumed", "assumption", "towards", "toward", "focused", "focusing",
];
const IS_POINTED_AT: &[&str] = &["suspected", "blamed", "thought", "assumed", "believed"];

/// The statement that an entry makes about the one thing that it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// It may be the cause, and somebody thinks so.
    Suspected(&'static Thing),
    /// It is looked at.
    Checked(&'static Thing),
    /// It is not.
    Cleared(&'static Thing),
}

/// Where a search goes on to something else.
const GOES_ON: &[&str] = &[" shift", ", moving", ", turning", ", so the", "; the "];

/// The one thing that an entry suspects or clears.
pub(super) fn said(text: &str) -> Option<Said> {
    let all = Words::of(text);
    if one_of(&all, AT_WORK) {
        return None;
    }
    if !one_of(&all, CLEARS) {
        let looks = one_of(&all, LOOKS) && !one_of(&all, ROUTINE);
        let thing = (holds_suspicion(&all) || looks).then(|| the_one(&all))??;
        return Some(match holds_suspicion(&all) {
            true => Said::Suspected(thing),
            false => Said::Checked(thing),
        });
    }
    let ends = GOES_ON.iter().filter_map(|sign| text.find(sign));
    let first = Words::of(&text[..ends.min().unwrap_or(text.len())]);
    let clears = one_of(&first, CLEARS) && !one_of(&first, CLEARS_NOT);
    clears.then(|| the_one(&first))?.map(Said::Cleared)
}

/// True if somebody suspects something in a text.
pub(super) fn tells_of_suspicion(text: &str) -> bool {
    holds_suspicion(&Words::of(text))
}

fn holds_suspicion(words: &Words) -> bool {
    one_of(words, SUSPECTING)
}

/// A thing and the words that name it.
struct NamedThing {
    start: usize,
    end: usize,
    thing: &'static Thing,
}

fn all_named(words: &Words) -> Vec<NamedThing> {
    let mut all: Vec<NamedThing> = Vec::new();
    for thing in THINGS {
        let places = words.found(thing.sign).into_iter();
        let places = places.filter(|range| !PEOPLE.contains(&words.word(range.end)));
        all.extend(places.map(|range| NamedThing { start: range.start, end: range.end, thing }));
    }
    let is_within = |one: &NamedThing, more: &NamedThing| {
        more.start <= one.start
            && one.end <= more.end
            && more.end - more.start > one.end - one.start
    };
    let keep: Vec<bool> =
        all.iter().map(|one| !all.iter().any(|more| is_within(one, more))).collect();
    let mut keep = keep.into_iter();
    all.retain(|_| keep.next().unwrap_or(true));
    all.sort_by_key(|named| named.start);
    all
}

/// The thing that a text names first.
pub(super) fn first_named(words: &Words) -> Option<&'static Thing> {
    all_named(words).first().map(|named| named.thing)
}

/// The one thing that is named, or the one of several that is pointed at.
fn the_one(words: &Words) -> Option<&'static Thing> {
    let all = all_named(words);
    let first = all.first()?.thing;
    if all.iter().all(|named| named.thing.noun == first.noun) {
        return Some(first);
    }
    let before = |at: usize| {
        (1..=3)
            .filter_map(|back| at.checked_sub(back))
            .any(|at| POINTS_AT.contains(&words.word(at)))
    };
    let behind = |at: usize| {
        matches!(words.word(at), "was" | "were" | "is")
            && IS_POINTED_AT.contains(&words.word(at + 1))
    };
    let mut meant = all
        .iter()
        .filter(|named| before(named.start) || behind(named.end))
        .map(|named| named.thing);
    let one = meant.next()?;
    meant.all(|other| other.noun == one.noun).then_some(one)
}

impl Thing {
    /// True if a text names it, or another of its kind.
    pub(super) fn is_named_in(&self, words: &Words) -> bool {
        THINGS
            .iter()
            .filter(|thing| thing.suspect == self.suspect)
            .any(|thing| words.hold(thing.sign))
    }

    /// True if it is the same as a culprit.
    pub(super) fn is(&self, culprit: &str) -> bool {
        self.suspect == culprit
    }

    /// True if it can have to do with a culprit, so that nobody can call it innocent.
    pub(super) fn is_near(&self, culprit: &str) -> bool {
        self.is(culprit)
            || NEAR.iter().any(|(suspect, near)| {
                *suspect == self.suspect && near.split(' ').any(|id| id == culprit)
            })
    }
}

/// Suspects, and the culprits that they may be a part of, or hold.
const NEAR: &[(&str, &str)] = &[
    (
        "application",
        "api code container dependency deploy feature-flag file-limit memory migration \
         script typo update upstream query deadlock connection-pool configuration \
         web-server capacity",
    ),
    ("cache", "memory storage third-party"),
    ("cloud", "third-party hardware power network"),
    (
        "configuration",
        "typo port load-balancer firewall connection-pool web-server deploy file-limit \
         upstream permissions network dns cache database container script cron \
         feature-flag orchestration capacity update replication certificate memory api \
         query migration monitoring storage email queue",
    ),
    ("database", "connection-pool query deadlock replication migration storage capacity disk"),
    (
        "deploy",
        "code update migration dependency configuration memory script feature-flag \
         container typo load-balancer upstream orchestration permissions query api \
         connection-pool web-server",
    ),
    ("disk", "storage hardware capacity database"),
    ("dns", "network upstream certificate"),
    ("firewall", "port network permissions configuration cloud"),
    ("hardware", "disk power storage memory network capacity"),
    ("load-balancer", "port network upstream configuration capacity traffic web-server cloud"),
    ("memory", "capacity code hardware file-limit container traffic cache"),
    ("network", "dns firewall port hardware cloud upstream third-party"),
    ("permissions", "configuration script"),
    ("queue", "capacity traffic"),
    ("third-party", "api cloud dependency dns email"),
    ("traffic", "capacity file-limit load-balancer connection-pool memory database"),
    (
        "web-server",
        "configuration typo file-limit port upstream permissions capacity traffic \
         hardware memory container code update load-balancer",
    ),
    ("ddos", "third-party"),
    ("certificate", "dns"),
];
