//! What a report is about, and the words by which it is seen.

use chrono::NaiveTime;
use postmirth::incident::{Event, Incident, Kind, Moment, Phase};
use postmirth::source::Span;
use postmirth::spice::library::Library;
use postmirth::spice::topics;
use postmirth::words::matching::holds_one;

fn event(kind: Kind, text: &str) -> Event {
    let at = Moment { day: None, clock: NaiveTime::from_hms_opt(9, 30, 0), offset: None };
    Event {
        span: Span::default(),
        at,
        until: None,
        minute: 0.0,
        text: text.to_string(),
        phase: Phase::Investigation,
        kind,
        certain: true,
        in_words: true,
        notices: false,
        heading: None,
        because: None,
        decisive: None,
    }
}

#[test]
fn what_failed_counts_and_not_what_it_brought_down() {
    for (cause, expected) in [
        (
            "A misconfigured switch in the network, playing tricks on the load balancer.",
            &["network", "configuration"][..],
        ),
        (
            "An error in the firewall settings, blocking traffic on port 443.",
            &["firewall", "configuration"],
        ),
        ("Wrong permissions on a configuration file.", &["permissions"]),
        ("We assumed the database or the firewall. Nginx was not started.", &["web-server"]),
        ("A deployment led to a memory leak.", &["deploy"]),
        ("It led to a memory leak.", &["memory"]),
    ] {
        let incident = Incident { root_cause: Some(cause.to_string()), ..Incident::default() };
        let found = topics::topics(&Library::built_in(), &incident);
        assert_eq!(found, expected, "{cause}");
    }
}

#[test]
fn patterns_are_found_word_for_word() {
    for (text, pattern, expected) in [
        ("The certificate expired at noon.", "expired", true),
        ("The certificate expired at noon.", "expire", false),
        ("The certificate expired at noon.", "expire*", true),
        ("The certificate expired at noon.", "certificate expired", true),
        ("The certificate expired at noon.", "expired certificate", false),
        ("Two certificates expired.", "certificate", false),
        ("Two certificates expired.", "certificate* expired", true),
        ("We RESTARTED the pods.", "restart* the pod*", true),
        ("We restarted all the pods.", "restart* the pod*", false),
        ("The load-balancer was slow.", "load balancer", true),
        ("The load balancer was slow.", "load-balancer", true),
        ("Errors on read/write paths.", "read write", true),
        ("High i/o wait.", "i/o wait", true),
        ("The disk stood at 100%.", "100 %", true),
        ("The disk stood at 100 %.", "at 100%", true),
        ("A share of 12% was lost.", "%", true),
        ("A share of twelve was lost.", "%", false),
        ("The disk stood at 1100%.", "100%", false),
        ("The provider's API was down.", "provider", true),
        ("The provider's API was down.", "provider's api", true),
        ("The provider’s API was down.", "provider's api", true),
        ("It didn't help.", "didn't help", true),
        ("It didn’t help.", "didn't help", true),
        ("It did not help.", "didn't help", true),
        ("It was slow. Down the line, it failed.", "slow down", false),
        ("It was slow, down and up.", "slow down", false),
        ("`max_connections` was raised to 3,400.", "max_connections was raised", true),
        ("Set max_connections.", "connections", false),
        ("Only 3,400 were left.", "3", false),
        ("The resolver reads resolv.conf.", "resolv.conf", true),
        ("A \"timeout\" came.", "timeout came", true),
        ("", "dns", false),
        ("dns", "", false),
        ("Überlauf der Platte", "überlauf", true),
        ("The ops.", "op", false),
    ] {
        assert_eq!(holds_one(text, &[pattern]), expected, "\"{pattern}\" in \"{text}\"");
    }
}

fn about(title: &str, cause: &str, events: &[(Kind, &str)]) -> Incident {
    Incident {
        title: Some(title.to_string()).filter(|title| !title.is_empty()),
        root_cause: Some(cause.to_string()).filter(|cause| !cause.is_empty()),
        events: events.iter().map(|(kind, text)| event(*kind, text)).collect(),
        ..Incident::default()
    }
}

#[test]
fn the_topic_is_what_the_cause_speaks_of() {
    use Kind::{CauseFound, DeadEnd, Fixing, Hypothesis, Trigger};
    let library = Library::built_in();
    for (title, cause, events, expected) in [
        (
            "Web shop unreachable",
            "The TLS certificate expired and nobody had renewed it.",
            &[][..],
            "certificate",
        ),
        (
            "Shop down",
            "A wrong CNAME sent the name to an old address.",
            &[(DeadEnd, "The database was healthy.")],
            "dns",
        ),
        ("Uploads fail", "The disk was full of old logs.", &[], "disk"),
        (
            "API slow",
            "A memory leak in the image service.",
            &[(Fixing, "The service was restarted.")],
            "memory",
        ),
        (
            "Orders time out",
            "A slow query without an index locked the orders table of the database.",
            &[],
            "query",
        ),
        (
            "Login errors",
            "The export leaked connections until the connection pool was exhausted.",
            &[],
            "connection-pool",
        ),
        (
            "Bookings stuck",
            "Two transactions took the same rows in opposite order and ran into a deadlock.",
            &[],
            "deadlock",
        ),
        (
            "Blank page after release",
            "The new release lacked a file.",
            &[(Trigger, "The new version was deployed.")],
            "deploy",
        ),
        (
            "Half of the requests fail",
            "The load balancer kept an empty server in its target group.",
            &[],
            "load-balancer",
        ),
        (
            "Office cut off",
            "A loop between two switches caused a broadcast storm on the network.",
            &[],
            "network",
        ),
        (
            "Stale prices",
            "The cache kept old prices for a day.",
            &[(Hypothesis, "We suspected DNS.")],
            "cache",
        ),
        ("Mails late", "The message queue grew because a consumer stopped.", &[], "queue"),
        ("Reports missing", "The nightly job ran twice when daylight saving ended.", &[], "cron"),
        ("Checkout down", "The payment provider was down.", &[], "third-party"),
        ("Data centre dark", "A power cut emptied the UPS battery.", &[], "power"),
        ("Search slow", "A faulty cable in the rack.", &[], "hardware"),
        ("Files unavailable", "The NFS file share hung on the storage.", &[], "storage"),
        ("Port closed", "A firewall rule blocked the way in.", &[], "firewall"),
        ("Nobody gets in", "The proxy pointed to the wrong port.", &[], "port"),
        ("Blank page", "A typo in the configuration of the web server.", &[], "typo"),
        (
            "Errors under load",
            "The process could open 1024 files, and ran into too many open files.",
            &[],
            "file-limit",
        ),
        (
            "Shop slow",
            "A misconfigured connection pool was too small for the surge in traffic.",
            &[],
            "connection-pool",
        ),
        (
            "Shop slow",
            "A surge of visitors from a marketing campaign.",
            &[(DeadEnd, "The database was healthy."), (Fixing, "Added servers.")],
            "traffic",
        ),
        (
            "Database down",
            "The certificate of the proxy had expired.",
            &[(Trigger, "The database was unreachable.")],
            "certificate",
        ),
        (
            "Uploads refused",
            "The service account had lost its permission to write.",
            &[],
            "permissions",
        ),
        ("Wrong currency", "A typo in the name of a variable.", &[], "typo"),
        ("Old checkout shown", "A feature flag was turned on for everybody.", &[], "feature-flag"),
        (
            "Build broken",
            "A transitive dependency was upgraded to an incompatible version.",
            &[],
            "dependency",
        ),
        ("Region gone", "An availability zone outage at the cloud provider.", &[], "cloud"),
        (
            "Nobody knew",
            "There was no monitoring of the importer, so it stood undetected.",
            &[],
            "monitoring",
        ),
        (
            "Shop down",
            "",
            &[(DeadEnd, "The DNS was fine."), (CauseFound, "The certificate had expired.")],
            "certificate",
        ),
        (
            "Wrong setting",
            "The timeout was misconfigured in the config file.",
            &[],
            "configuration",
        ),
    ] {
        let found = topics(&library, &about(title, cause, events));
        assert_eq!(found.first().map(String::as_str), Some(expected), "{title}: {cause} {found:?}");
        assert!(found.len() <= 2, "{found:?}");
    }
}

#[test]
fn a_report_may_be_about_nothing_we_know() {
    let library = Library::built_in();
    let plain = about(
        "Slow afternoon",
        "Something upstream was slow.",
        &[(Kind::DeadEnd, "The DNS was fine."), (Kind::Hypothesis, "A firewall?")],
    );
    assert_eq!(topics(&library, &plain), Vec::<String>::new());
    assert_eq!(topics(&library, &Incident::default()), Vec::<String>::new());
}

#[test]
fn what_the_cause_clears_is_no_topic() {
    let incident = about("", "The DNS was ruled out. The certificate had expired.", &[]);
    assert_eq!(topics(&Library::built_in(), &incident), ["certificate"]);
}
