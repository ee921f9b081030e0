//! The face that the server on the cover makes, chosen from the words of the report.

use crate::support::drawing::timeline;
use postmirth::draw::{Mood, mood};
use postmirth::incident::Incident;
use postmirth::read::read;
use postmirth::source::Source;

/// An incident with a title and a cause.
fn told(title: &str, cause: &str) -> Incident {
    let events = timeline(&["09:00 UTC - The alert fired.", "09:40 UTC - Service restored."]);
    let mut told = read(&Source::new("report.md", events)).value;
    told.title = Some(title.to_string());
    told.root_cause = (!cause.is_empty()).then(|| cause.to_string());
    told
}

const CAUSES: &[(Mood, &str, &str)] = &[
    (
        Mood::LockedOut,
        "Shop unreachable",
        "The TLS certificate of the shop expired on Saturday night.",
    ),
    (
        Mood::LockedOut,
        "Backups missing for a week",
        "The backup account had lost its permission to write to the bucket.",
    ),
    (
        Mood::LockedOut,
        "Till terminals offline",
        "A new firewall rule blocked the port that the tills use.",
    ),
    (
        Mood::LockedOut,
        "Nightly import fails",
        "The password of the import account was changed and the job still had the old one.",
    ),
    (
        Mood::LockedOut,
        "Nobody could sign in",
        "The signing key was rotated, but the gateway did not know the new one.",
    ),
    (
        Mood::Overheated,
        "Booking page slow",
        "A traffic spike at noon used up the connection pool of the database.",
    ),
    (
        Mood::Overheated,
        "Search down",
        "The indexer had a memory leak and was stopped by the OOM killer every hour.",
    ),
    (
        Mood::Overheated,
        "Mail queue",
        "The disk was full of debug logs, so nothing more could be queued.",
    ),
    (Mood::Overheated, "Feeds late", "One slow query kept the CPU of the database at 100 %."),
    (
        Mood::Overheated,
        "Webhooks lost",
        "The backlog of the queue grew until the broker threw messages away.",
    ),
    (Mood::OnFire, "API outage", "The new build went into a crash loop on every node."),
    (
        Mood::OnFire,
        "Ledger wrong",
        "A faulty controller corrupted the pages of the ledger database.",
    ),
    (Mood::OnFire, "Server room dark", "A power failure in the building took both racks with it."),
    (
        Mood::OnFire,
        "Everything red",
        "One shard failed and the failure cascaded through all of the others.",
    ),
    (
        Mood::OnFire,
        "Photo store lost a shelf",
        "Two hardware faults within an hour were more than the array could bear.",
    ),
    (
        Mood::Dizzy,
        "App could not find its backend",
        "A DNS record still pointed to the old address.",
    ),
    (Mood::Dizzy, "Endless login", "Two rules sent every visitor in a redirect loop."),
    (Mood::Dizzy, "Reminders an hour early", "The scheduler reckoned in the wrong time zone."),
    (Mood::Dizzy, "Office offline", "The network of the second floor was routed through itself."),
    (Mood::Dizzy, "Old prices shown", "The cache was never told of the new price list."),
    (
        Mood::Dizzy,
        "Orders stuck",
        "Two jobs took the same rows in another order and ended in a deadlock.",
    ),
    (Mood::Dizzy, "Staging got real orders", "The release was configured with the wrong database."),
    (
        Mood::Asleep,
        "No invoices",
        "The scheduler had hung after the update, and no alert watched it.",
    ),
    (
        Mood::Asleep,
        "Newsletter",
        "The service stopped when its window was closed, and nothing started it again.",
    ),
    (Mood::Asleep, "Sensors silent", "The collector froze on the first of the month."),
    (Mood::Asleep, "Exports missing", "After the reboot the export job was not running."),
    (Mood::Relieved, "Broken layout", "A bug in release 4.2 hid the menu."),
    (Mood::Relieved, "Wrong greeting", "Somebody had mixed up two texts."),
];

#[test]
fn the_cause_chooses_the_mood() {
    assert!(CAUSES.len() >= 25);
    for (wanted, title, cause) in CAUSES {
        assert_eq!(mood(&told(title, cause)), *wanted, "{title}: {cause}");
    }
}

#[test]
fn the_cause_counts_more_than_the_title_and_that_more_than_the_impact() {
    let mut report = told("Pages slow under high load", "The certificate of the cache expired.");
    assert_eq!(mood(&report), Mood::LockedOut);
    report.root_cause = None;
    assert_eq!(mood(&report), Mood::Overheated);
    report.title = Some("A bad morning".into());
    report.impact = Some("The crash loop kept everybody out.".into());
    assert_eq!(mood(&report), Mood::OnFire);
    report.impact = None;
    report.events[0].text = "The resolver gave up on DNS.".into();
    assert_eq!(mood(&report), Mood::Dizzy);
}

#[test]
fn what_was_denied_or_suspected_in_vain_does_not_count() {
    assert_eq!(
        mood(&told(
            "Wrong prices",
            "It was not the DNS, and no certificate had expired: a bug in a release."
        )),
        Mood::Relieved
    );
    let suspected = timeline(&[
        "09:00 UTC - The alert fired: half of the pages show wrong prices.",
        "09:10 UTC - DNS was suspected, but it was healthy.",
        "09:20 UTC - The firewall was restarted, but the problem persisted.",
        "09:30 UTC - The release was rolled back.",
        "09:40 UTC - Service restored.",
    ]);
    assert_eq!(mood(&read(&Source::new("report.md", suspected)).value), Mood::Relieved);
}

#[test]
fn words_are_words() {
    // A load balancer is no load, a fired alert no fire, and a firework no firewall.
    for title in [
        "The load balancer page had a blank line",
        "The alert fired and fired",
        "Fireworks page late",
        "Certainly odd",
    ] {
        let found = mood(&told(title, ""));
        assert!(
            !matches!(found, Mood::Overheated | Mood::OnFire | Mood::LockedOut),
            "{title}: {found:?}"
        );
    }
}

#[test]
fn where_no_word_helps_the_length_does() {
    assert_eq!(mood(&told("A bad morning", "")), Mood::Relieved);
    let mut long = told("A bad day", "");
    long.minutes = Some(600.0);
    assert_eq!(mood(&long), Mood::Asleep);
    // After a long night nobody smiles, not even about a rollback.
    long.title = Some("Release rolled back".into());
    assert_eq!(mood(&long), Mood::Asleep);
}

#[test]
fn what_nobody_noticed_for_hours_was_asleep() {
    let report = timeline(&[
        "01:00 UTC - The release introduced the fault.",
        "09:00 UTC - A customer called and the fault was detected.",
        "09:40 UTC - Service restored.",
    ]);
    assert_eq!(mood(&read(&Source::new("report.md", report)).value), Mood::Asleep);
}

#[test]
fn a_straight_face_is_never_chosen() {
    assert_eq!(mood(&Incident::default()), Mood::Asleep);
    for (_, title, cause) in CAUSES {
        assert_ne!(mood(&told(title, cause)), Mood::StraightFaced);
    }
}

#[test]
fn what_was_noticed_at_once_did_not_sleep() {
    let felt = |cause: &str| {
        let report = format!(
            "# Till server down\n\nFrom 09:00 to 09:40 UTC the tills were offline.{cause}\n\n## \
                Timeline\n\n- 09:00 UTC - The alert fired.\n- 09:40 UTC - Service restored.\n"
        );
        mood(&read(&Source::new("report.md", report)).value)
    };
    assert_eq!(felt(""), Mood::Relieved);
    assert_eq!(felt(" The root cause was a scheduler that had hung."), Mood::Asleep);
}

#[test]
fn nobody_is_relieved_before_it_is_over() {
    let open = timeline(&["09:00 UTC - The alert fired.", "09:40 UTC - We roll back."]);
    assert_ne!(mood(&read(&Source::new("report.md", open)).value), Mood::Relieved);
}
