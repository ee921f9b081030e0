//! The report read against itself.

use super::moments::{names, report, tale};
use postmirth::spice::moment::{Circumstance, MomentKind, Recognised};

/// Clock, kind and text of each entry.
const AGAINST_ITSELF: &[(&str, &str, &str)] = &[
    (
        "09:00",
        "detected",
        "Users reported that the shop was slow.",
    ),
    ("09:20", "detected", "A latency alert fired."),
    ("09:30", "hypothesis", "The load balancer was suspected."),
    ("09:40", "hypothesis", "The database was suspected."),
    (
        "09:50",
        "dead_end",
        "The database was checked and found healthy.",
    ),
    ("10:00", "dead_end", "Restarting the servers did not help."),
    ("10:20", "hypothesis", "A certificate was suspected."),
    (
        "10:30",
        "dead_end",
        "Restarting the servers again did not help.",
    ),
    ("11:30", "escalated", "Escalated to the platform team."),
    (
        "11:40",
        "cause_found",
        "Found that the load balancer sent all to one server.",
    ),
    (
        "11:50",
        "investigating",
        "The team began to analyse logs to identify the root cause.",
    ),
    (
        "12:00",
        "fixing",
        "The weights of the load balancer were corrected.",
    ),
    ("12:10", "resolved", "The shop was fully restored."),
];

fn against_itself() -> String {
    let cause = "the load balancer sent all requests to one server.";
    let mut text = format!("# The shop was slow\n\nRoot cause: {cause}\n\n## Timeline\n\n");
    for (clock, kind, entry) in AGAINST_ITSELF {
        text.push_str(&format!(
            "- {clock} UTC - {entry} <!-- postmirth: kind={kind} -->\n"
        ));
    }
    text + "\n## Action items\n\n- Monitor the database.\n- Write a runbook.\n"
}

#[test]
fn the_report_is_read_against_itself() {
    let tale = tale(&against_itself());
    let at = |moment: MomentKind| -> Option<usize> {
        let has = |all: &Vec<Recognised>| all.iter().any(|one| one.moment == moment);
        tale.entries.iter().position(has)
    };
    for (moment, entry) in [
        (MomentKind::UsersBeforeAlert, Some(1)),
        (MomentKind::ThirdSuspect, Some(6)),
        (MomentKind::RestartAgain, Some(7)),
        (MomentKind::LongGap, Some(8)),
        (MomentKind::NamedEarly, Some(9)),
        (MomentKind::AllSuspectsWrong, Some(9)),
        (MomentKind::QuickAfterEscalation, Some(9)),
        (MomentKind::KnownBeforeSearch, Some(10)),
        (MomentKind::QuickFix, Some(12)),
        (MomentKind::CameBack, None),
        (MomentKind::Undone, None),
        (MomentKind::WrongSuspectOver, None),
    ] {
        assert_eq!(at(moment), entry, "{moment:?}");
    }
    assert_eq!(names(&tale.actions[0]), ["do_for_suspect", "do_monitoring"]);
    let facts = [
        Circumstance::UsersFirst,
        Circumstance::WrongSuspect,
        Circumstance::TwoSuspects,
        Circumstance::RestartFailed,
        Circumstance::Escalated,
        Circumstance::UsersBeforeAlert,
        Circumstance::KnownBeforeSearch,
        Circumstance::NamedEarly,
        Circumstance::RestartAgain,
        Circumstance::QuickAfterEscalation,
        Circumstance::QuickFix,
    ];
    assert!(
        tale.circumstances.iter().eq(facts.iter()),
        "{:?}",
        tale.circumstances
    );
}

#[test]
fn nobody_is_innocent_where_the_cause_may_be_theirs() {
    for (cause, suspect, wrong) in [
        (
            "the certificate had expired.",
            "The database was suspected.",
            true,
        ),
        (
            "a slow query locked a table.",
            "The database was suspected.",
            false,
        ),
        (
            "the connection pool was too small.",
            "The database was suspected.",
            false,
        ),
        (
            "a typo in the code.",
            "The application code was suspected.",
            false,
        ),
        (
            "a campaign brought a surge in traffic.",
            "The team assumed a DDoS attack.",
            true,
        ),
        ("nobody knows.", "The database was suspected.", false),
    ] {
        let suspect = &format!("{suspect} <!-- postmirth: kind=hypothesis -->");
        let text = report(cause, &["The shop stopped working.", suspect], &[]);
        let tale = tale(&text);
        let found = names(&tale.entries[1]).contains(&"suspect_wrong");
        assert_eq!(found, wrong, "{suspect} {cause} {:?}", tale.entries[1]);
    }
}
