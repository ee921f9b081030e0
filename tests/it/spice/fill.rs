//! What the choice of a quip stands on: words that are found, placeholders that are filled, and
//! what a report is about.

use chrono::NaiveTime;
use postmirth::incident::{Event, Incident, Kind, Moment, Phase};
use postmirth::source::Span;
use postmirth::spice::fill::{Facts, filled};
use postmirth::spice::library::Library;
use postmirth::spice::topics;
use postmirth::words::matching::holds;

fn event(kind: Kind, text: &str) -> Event {
    let at = Moment {
        day: None,
        clock: NaiveTime::from_hms_opt(9, 30, 0),
        offset: None,
    };
    Event {
        span: Span::default(),
        at,
        until: None,
        minute: 0.0,
        text: text.to_string(),
        phase: Phase::Investigation,
        kind,
        certain: true,
        because: None,
    }
}

#[test]
fn patterns_are_found_word_for_word() {
    for (text, pattern, expected) in [
        ("The certificate expired at noon.", "expired", true),
        ("The certificate expired at noon.", "expire", false),
        ("The certificate expired at noon.", "expire*", true),
        (
            "The certificate expired at noon.",
            "certificate expired",
            true,
        ),
        (
            "The certificate expired at noon.",
            "expired certificate",
            false,
        ),
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
        ("It did not help.", "didn't help", false),
        ("It was slow. Down the line, it failed.", "slow down", false),
        ("It was slow, down and up.", "slow down", false),
        (
            "`max_connections` was raised to 3,400.",
            "max_connections was raised",
            true,
        ),
        ("Set max_connections.", "connections", false),
        ("Only 3,400 were left.", "3", false),
        ("The resolver reads resolv.conf.", "resolv.conf", true),
        ("A \"timeout\" came.", "timeout came", true),
        ("", "dns", false),
        ("dns", "", false),
        ("Überlauf der Platte", "überlauf", true),
        ("The ops.", "op", false),
    ] {
        assert_eq!(
            holds(text, pattern),
            expected,
            "\"{pattern}\" in \"{text}\""
        );
    }
}

/// A report with eleven entries, three of which led nowhere.
fn report() -> Incident {
    let mut events = vec![event(Kind::DeadEnd, "The cache was cleared without effect."); 3];
    events.extend(vec![event(Kind::Other, "Nothing else."); 8]);
    Incident {
        minutes: Some(74.0),
        events,
        ..Incident::default()
    }
}

#[test]
fn placeholders_are_filled_from_the_report() {
    let facts = Facts::of(&report());
    for (text, expected) in [
        (
            "{events} timestamps, one date",
            Some("eleven timestamps, one date"),
        ),
        ("{events} Timestamps", Some("Eleven Timestamps")),
        (
            "{events} entries later, it worked.",
            Some("Eleven entries later, it worked."),
        ),
        ("It took {duration}.", Some("It took 1 h 14 min.")),
        (
            "Enough. {false_leads} were let go.",
            Some("Enough. Three were let go."),
        ),
        (
            "After {false_leads} of {events} it was clear.",
            Some("After three of eleven it was clear."),
        ),
        ("No placeholder.", Some("No placeholder.")),
        ("It was {clock}.", None),
        ("The {culprit} was found.", None),
        ("A brace { alone.", None),
    ] {
        assert_eq!(filled(text, &facts, None).as_deref(), expected, "{text}");
    }
    let few = Facts::of(&Incident {
        events: vec![event(Kind::DeadEnd, "Nothing.")],
        ..Incident::default()
    });
    for text in [
        "{events} entries",
        "{false_leads} suspects",
        "It took {duration}.",
    ] {
        assert_eq!(
            filled(text, &few, None),
            None,
            "{text} of a report that does not tell it"
        );
    }
    let many = Incident {
        events: vec![event(Kind::Other, "x"); 13],
        ..Incident::default()
    };
    assert_eq!(
        filled("{events} entries", &Facts::of(&many), None).as_deref(),
        Some("13 entries")
    );
}

#[test]
fn placeholders_are_filled_from_the_entry() {
    let facts = Facts::default();
    for (text, kind, entry, expected) in [
        (
            "It was {clock}.",
            Kind::Trigger,
            "It broke.",
            Some("It was 09:30."),
        ),
        (
            "{n} {unit}, and not a sound.",
            Kind::Trigger,
            "It ran for 29 days.",
            Some("29 days, and not a sound."),
        ),
        (
            "Just {n} {unit}.",
            Kind::Trigger,
            "The pool held (40 connections).",
            Some("Just 40 connections."),
        ),
        (
            "Just {n} {unit}.",
            Kind::Trigger,
            "It held 1,200 messages, then none.",
            Some("Just 1,200 messages."),
        ),
        (
            "Just {n} {unit}.",
            Kind::Trigger,
            "After 5 minutes 40 connections were left.",
            None,
        ),
        (
            "Just {n} {unit}.",
            Kind::Trigger,
            "Version 2.1 reached server 14.",
            None,
        ),
        (
            "Just {n} {unit}.",
            Kind::Trigger,
            "Between 10-15 minutes passed.",
            None,
        ),
        (
            "Just {n} {unit}.",
            Kind::Detected,
            "The site answered with 500 errors.",
            None,
        ),
        (
            "Just {n} {unit}.",
            Kind::Detected,
            "It was put right by 2004 hours.",
            None,
        ),
        (
            "Just {n} {unit}.",
            Kind::Trigger,
            "The 1.29 nodes were drained.",
            None,
        ),
        (
            "Just {n} {unit}.",
            Kind::Trigger,
            "It took 1.5 hours.",
            Some("Just 1.5 hours."),
        ),
        (
            "Only {percent}.",
            Kind::Detected,
            "The error rate rose to 35%.",
            Some("Only 35 %."),
        ),
        (
            "Only {percent}.",
            Kind::Detected,
            "About 2.5 percent of requests failed.",
            Some("Only 2.5 %."),
        ),
        (
            "Only {percent}.",
            Kind::Detected,
            "About 40 per cent failed.",
            Some("Only 40 %."),
        ),
        (
            "Only {percent}.",
            Kind::Detected,
            "It rose from 2% to 35%.",
            None,
        ),
        (
            "We asked {suspect}.",
            Kind::Hypothesis,
            "We suspected the load balancer.",
            Some("We asked the load balancer."),
        ),
        (
            "{suspect} said nothing.",
            Kind::DeadEnd,
            "The database was healthy.",
            Some("The database said nothing."),
        ),
        (
            "We asked {suspect}.",
            Kind::Hypothesis,
            "Suspected a memory leak.",
            Some("We asked a memory leak."),
        ),
        (
            "We asked {suspect}.",
            Kind::Hypothesis,
            "DNS was suspected.",
            Some("We asked DNS."),
        ),
        (
            "We asked {suspect}.",
            Kind::Hypothesis,
            "The database server looked busy.",
            Some("We asked the database server."),
        ),
        (
            "We asked {suspect}.",
            Kind::Hypothesis,
            "The cache was suspected, as the database was idle.",
            Some("We asked the cache."),
        ),
        (
            "We asked {suspect}.",
            Kind::DeadEnd,
            "The firewall and the router were fine.",
            None,
        ),
        (
            "We asked {suspect}.",
            Kind::DeadEnd,
            "The network team checked all cables.",
            None,
        ),
        (
            "We asked {suspect}.",
            Kind::DeadEnd,
            "The database was restarted, to no avail.",
            None,
        ),
        (
            "We asked {suspect}.",
            Kind::Hypothesis,
            "Something upstream was suspected.",
            None,
        ),
        (
            "Over to {team}.",
            Kind::Escalated,
            "Escalated to the platform team.",
            Some("Over to the platform team."),
        ),
        (
            "Over to {team}.",
            Kind::Escalated,
            "The on-call paged the database reliability team.",
            Some("Over to the database reliability team."),
        ),
        (
            "Over to {team}.",
            Kind::Escalated,
            "The backend team handed it to the network team.",
            Some("Over to the network team."),
        ),
        (
            "Over to {team}.",
            Kind::Escalated,
            "Escalated to the whole team.",
            None,
        ),
        (
            "Over to {team}.",
            Kind::Escalated,
            "Escalated to the team.",
            None,
        ),
        (
            "Over to {team}.",
            Kind::Escalated,
            "Escalated to Miriam.",
            None,
        ),
        (
            "Over to {team}.",
            Kind::Fixing,
            "The platform team fixed it.",
            None,
        ),
    ] {
        assert_eq!(
            filled(text, &facts, Some(&event(kind, entry))).as_deref(),
            expected,
            "{text} behind \"{entry}\""
        );
    }
}

fn about(title: &str, cause: &str, events: &[(Kind, &str)]) -> Incident {
    Incident {
        title: Some(title.to_string()).filter(|title| !title.is_empty()),
        root_cause: Some(cause.to_string()).filter(|cause| !cause.is_empty()),
        events: events
            .iter()
            .map(|(kind, text)| event(*kind, text))
            .collect(),
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
        (
            "Uploads fail",
            "The disk was full of old logs.",
            &[],
            "disk",
        ),
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
            "database",
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
        (
            "Mails late",
            "The message queue grew because a consumer stopped.",
            &[],
            "queue",
        ),
        (
            "Reports missing",
            "The nightly job ran twice when daylight saving ended.",
            &[],
            "cron",
        ),
        (
            "Checkout down",
            "The payment provider was down.",
            &[],
            "third-party",
        ),
        (
            "Data centre dark",
            "A power cut emptied the UPS battery.",
            &[],
            "power",
        ),
        (
            "Search slow",
            "A faulty cable in the rack.",
            &[],
            "hardware",
        ),
        (
            "Files unavailable",
            "The NFS file share hung on the storage.",
            &[],
            "storage",
        ),
        (
            "Port closed",
            "A firewall rule blocked port 443.",
            &[],
            "firewall",
        ),
        (
            "Uploads refused",
            "The service account had lost its permission to write.",
            &[],
            "permissions",
        ),
        (
            "Wrong currency",
            "A typo in the name of a variable.",
            &[],
            "typo",
        ),
        (
            "Old checkout shown",
            "A feature flag was turned on for everybody.",
            &[],
            "feature-flag",
        ),
        (
            "Build broken",
            "A transitive dependency was upgraded to an incompatible version.",
            &[],
            "dependency",
        ),
        (
            "Region gone",
            "An availability zone outage at the cloud provider.",
            &[],
            "cloud",
        ),
        (
            "Nobody knew",
            "There was no monitoring of the importer, so it stood undetected.",
            &[],
            "monitoring",
        ),
        (
            "Shop down",
            "",
            &[
                (DeadEnd, "The DNS was fine."),
                (CauseFound, "The certificate had expired."),
            ],
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
        assert_eq!(
            found.first().map(String::as_str),
            Some(expected),
            "{title}: {cause} {found:?}"
        );
        assert!(found.len() <= 2, "{found:?}");
    }
}

#[test]
fn a_report_may_be_about_nothing_we_know() {
    let library = Library::built_in();
    let plain = about(
        "Slow afternoon",
        "Something upstream was slow.",
        &[
            (Kind::DeadEnd, "The DNS was fine."),
            (Kind::Hypothesis, "A firewall?"),
        ],
    );
    assert_eq!(topics(&library, &plain), Vec::<String>::new());
    assert_eq!(topics(&library, &Incident::default()), Vec::<String>::new());
}

#[test]
fn what_the_cause_clears_is_no_topic() {
    let incident = about(
        "",
        "The DNS was ruled out. The certificate had expired.",
        &[],
    );
    assert_eq!(topics(&Library::built_in(), &incident), ["certificate"]);
}
