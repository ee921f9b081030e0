//! The report read against itself.

use super::moments::{names, report, tale};
use postmirth::spice::moment::{Circumstance, MomentKind, Recognised};

/// Clock, kind and text of each entry.
const AGAINST_ITSELF: &[(&str, &str, &str)] = &[
    ("09:00", "detected", "Users reported that the shop was slow."),
    ("09:20", "detected", "A latency alert fired."),
    ("09:30", "hypothesis", "The load balancer was suspected."),
    ("09:40", "hypothesis", "The database was suspected."),
    ("09:50", "dead_end", "The database was checked and found healthy."),
    ("10:00", "dead_end", "Restarting the servers did not help."),
    ("10:20", "hypothesis", "A certificate was suspected."),
    ("10:30", "dead_end", "Restarting the servers again did not help."),
    ("14:30", "escalated", "Escalated to the platform team."),
    ("14:40", "cause_found", "Found that the load balancer sent all to one server."),
    ("14:50", "investigating", "The team began to analyse logs to identify the root cause."),
    ("15:00", "fixing", "The weights of the load balancer were corrected."),
    ("15:10", "resolved", "The shop was fully restored."),
];

fn against_itself() -> String {
    let cause = "the load balancer sent all requests to one server.";
    let mut text = format!("# The shop was slow\n\nRoot cause: {cause}\n\n## Timeline\n\n");
    for (clock, kind, entry) in AGAINST_ITSELF {
        text.push_str(&format!("- {clock} UTC - {entry} <!-- postmirth: kind={kind} -->\n"));
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
        (MomentKind::NamedEarly, Some(9)),
        (MomentKind::AllSuspectsWrong, Some(9)),
        (MomentKind::QuickAfterEscalation, Some(9)),
        (MomentKind::KnownBeforeSearch, Some(10)),
        (MomentKind::QuickFix, Some(12)),
        (MomentKind::CameBack, None),
        (MomentKind::EscalatedKnowing, None),
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
    assert!(tale.circumstances.iter().eq(facts.iter()), "{:?}", tale.circumstances);
}

#[test]
fn a_call_for_help_after_the_cause_is_known_is_one_of_its_own() {
    let called = |entries: [&str; 4]| -> Vec<bool> {
        let tale = tale(&report("the certificate had expired.", &entries, &[]));
        let knows = |all: &Vec<Recognised>| {
            all.iter().any(|one| one.moment == MomentKind::EscalatedKnowing)
        };
        tale.entries.iter().map(knows).collect()
    };
    let alert = "An alert fired. <!-- postmirth: kind=detected -->";
    let found = "We found the expired certificate. <!-- postmirth: kind=cause_found -->";
    let call = "Escalated to the platform team. <!-- postmirth: kind=escalated -->";
    let end = "The shop works again. <!-- postmirth: kind=resolved -->";
    assert_eq!(called([alert, found, call, end]), [false, false, true, false]);
    assert_eq!(called([alert, call, found, end]), [false; 4]);
    // What was found first was not all.
    assert_eq!(called([alert, found, call, found]), [false; 4]);
}

/// How long each innocent suspect was held for the cause.
fn held(entries: &[&str]) -> Vec<Option<String>> {
    let tale = tale(&report("the certificate had expired.", entries, &[]));
    let blamed = |one: &Recognised| one.nouns.get("blamed").map(str::to_string);
    tale.suspects.iter().map(blamed).collect()
}

#[test]
fn a_suspicion_ends_where_the_suspect_is_cleared() {
    let suspected = "The database was suspected. <!-- postmirth: kind=hypothesis -->";
    let checked = "The database was checked. <!-- postmirth: kind=investigating -->";
    let cleared = "The database was ruled out. <!-- postmirth: kind=dead_end -->";
    let pause = "The logs were read. <!-- postmirth: kind=investigating -->";
    let found = "We found the expired certificate. <!-- postmirth: kind=cause_found -->";
    let minutes = |text: &str| vec![Some(text.to_string())];
    assert_eq!(held(&[suspected, cleared, pause, found]), minutes("10 minutes"));
    assert_eq!(held(&[suspected, pause, found]), minutes("20 minutes"));
    // Who is looked at as a matter of course, or after the cause was found, is no suspect.
    assert_eq!(held(&[checked, pause, found]), []);
    assert_eq!(held(&[pause, found, suspected]), []);
}

#[test]
fn a_restart_counts_again_only_while_the_cause_is_unknown() {
    let failed = "Restarting the servers did not help. <!-- postmirth: kind=dead_end -->";
    let again = "The servers were restarted. <!-- postmirth: kind=investigating -->";
    let found = "We found the expired certificate. <!-- postmirth: kind=cause_found -->";
    let is_told = |entries: &[&str]| {
        let tale = tale(&report("the certificate had expired.", entries, &[]));
        tale.circumstances.contains(&Circumstance::RestartAgain)
    };
    assert!(is_told(&[failed, again, found]));
    assert!(!is_told(&[failed, found, again]));
}

#[test]
fn nobody_is_innocent_where_the_cause_may_be_theirs() {
    for (cause, suspect, wrong) in [
        ("the certificate had expired.", "The database was suspected.", true),
        ("a slow query locked a table.", "The database was suspected.", false),
        ("the connection pool was too small.", "The database was suspected.", false),
        ("a typo in the code.", "The application code was suspected.", false),
        ("a campaign brought a surge in traffic.", "The team assumed a DDoS attack.", true),
        ("nobody knows.", "The database was suspected.", false),
    ] {
        let suspect = &format!("{suspect} <!-- postmirth: kind=hypothesis -->");
        let text = report(cause, &["The shop stopped working.", suspect], &[]);
        let tale = tale(&text);
        let found = names(&tale.entries[1]).contains(&"suspect_wrong");
        assert_eq!(found, wrong, "{suspect} {cause} {:?}", tale.entries[1]);
    }
}

#[test]
fn a_culprit_is_cleared_in_vain_only_where_the_cause_begins_with_it() {
    let cleared = "The load balancer was ruled out. <!-- postmirth: kind=dead_end -->";
    for (cause, in_vain) in [
        ("the load balancer sent all requests to one server, and the network was busy.", true),
        (
            "a cable of the network was loose, so the load balancer sent all requests to one \
             server and the load balancer was misconfigured for that.",
            false,
        ),
    ] {
        let tale = tale(&report(cause, &["The shop stopped working.", cleared], &[]));
        let found = names(&tale.entries[1]).contains(&"culprit_cleared");
        assert_eq!(found, in_vain, "{cause} {:?}", tale.culprits);
    }
}

#[test]
fn a_measure_that_is_on_the_list_twice_is_seen() {
    let tale_of = |second: &str| {
        let report = format!(
            "# Till down\n\n## Timeline\n\n- 09:00 - The alert fired.\n- 10:00 - Service \
             restored.\n\n## Action items\n\n- Monitor the expiry dates of all certificates.\n\
             - {second}\n"
        );
        names(&tale(&report).actions[1]).contains(&"do_twice")
    };
    assert!(tale_of("Automatically monitor all certificates for expiry dates."));
    assert!(!tale_of("Monitor the length of the print queue."));
    // What is monitored there is not reviewed here.
    assert!(!tale_of("Review the expiry dates of all certificates in code."));
}

#[test]
fn the_search_is_timed_from_the_notice_until_something_is_mended() {
    let trigger = "The release was started. <!-- postmirth: kind=trigger -->";
    let alert = "An alert fired. <!-- postmirth: kind=detected -->";
    let pause = "The logs were read. <!-- postmirth: kind=investigating -->";
    let mended = "The disk was enlarged. <!-- postmirth: kind=fixing -->";
    let found = "We found the expired certificate. <!-- postmirth: kind=cause_found -->";
    let end = "The shop works again. <!-- postmirth: kind=resolved -->";
    let searched = |entries: &[&str]| {
        let tale = tale(&report("the certificate had expired.", entries, &[]));
        tale.nouns.get("search").map(str::to_string)
    };
    let minutes = |text: &str| Some(text.to_string());
    assert_eq!(searched(&[trigger, alert, pause, found, end]), minutes("20 minutes"));
    assert_eq!(searched(&[trigger, pause, found, end]), None);
    assert_eq!(searched(&[alert, mended, pause, found, end]), None);
}

#[test]
fn users_are_the_first_only_where_nobody_knew_of_it() {
    let users = "Users reported errors. <!-- postmirth: kind=detected -->";
    for (first, is_first) in [
        ("The release was started. <!-- postmirth: kind=trigger -->", true),
        ("We saw the errors. <!-- postmirth: kind=detected -->", false),
        ("The users were told of the outage. <!-- postmirth: kind=communicated -->", false),
    ] {
        let tale = tale(&report("the certificate had expired.", &[first, users], &[]));
        let found = tale.circumstances.contains(&Circumstance::UsersFirst);
        assert_eq!(found, is_first, "{first}");
    }
}

#[test]
fn what_the_last_entry_names_as_the_cause_is_not_innocent() {
    let suspect = "The database was suspected. <!-- postmirth: kind=hypothesis -->";
    for (end, wrong) in [
        ("It was resolved.", true),
        ("It was resolved after the database overload was identified as the root cause.", false),
    ] {
        let end = format!("{end} <!-- postmirth: kind=resolved -->");
        let cause = "the certificate had expired.";
        let tale = tale(&report(cause, &["The shop broke.", suspect, &end], &[]));
        let found = names(&tale.entries[1]).contains(&"suspect_wrong");
        assert_eq!(found, wrong, "{end}");
    }
}
