//! Plain words that decide what an entry is, and words that take its certainty away.

use super::marks::{ALERT, RELEASE, SEARCH, entry, marked, told};
use postmirth::incident::{Kind, Phase};

#[test]
fn a_cause_that_is_found_in_so_many_words_is_the_cause() {
    for text in [
        "Root cause detected: the lease table was locked.",
        "Ada pinpoints the root cause.",
        "The root cause has been established.",
        "Discovered that leases still expire due to the lock of the backup.",
    ] {
        assert_eq!(marked(text), Kind::CauseFound, "{text}");
    }
    for text in ["The root cause has not been found.", "A potential root cause was discussed."] {
        assert_ne!(marked(text), Kind::CauseFound, "{text}");
    }
}

#[test]
fn what_was_tried_and_did_not_help_is_a_dead_end() {
    for text in [
        "The workers were restarted, but the issue persisted.",
        "Rollback fails on the second shard.",
        "Tried to unlock the table but failed.",
    ] {
        assert_eq!(marked(text), Kind::DeadEnd, "{text}");
    }
    let guess = marked("Initial hypothesis: the switch in the cellar.");
    assert_eq!(guess, Kind::Hypothesis);
    assert_eq!(marked("A war room was opened with the vendor."), Kind::Escalated);
}

#[test]
fn only_what_eases_it_mitigates() {
    for text in [
        "A new node was added to the pool.",
        "The name server entry was pointed at the second rack.",
        "Ada has the idea to raise the launch timeout.",
        "Ada mails the landlord, requesting that the second rack be switched off.",
    ] {
        assert_ne!(marked(text), Kind::Mitigated, "{text}");
    }
}

/// Whether the last entry of a story is its marked end.
#[track_caller]
fn ends(text: &str) -> bool {
    let incident = told(&[RELEASE, ALERT, SEARCH, "The backup job was stopped.", text]);
    entry(&incident, text).marked_kind() == Kind::Resolved
}

#[test]
fn the_last_entry_says_in_many_words_that_it_is_over() {
    for text in [
        "All clear.",
        "The errors stopped, END OF OUTAGE.",
        "The workers took their leases again (resolved).",
        "The restart solved the issue for all shops, which has resolved the incident.",
        "Checkout returned to a normal state.",
    ] {
        assert!(ends(text), "{text}");
    }
    for text in
        ["Attack 4 drained 71 coins from the pool.", "Filed a follow-up issue with the vendor."]
    {
        assert!(!ends(text), "{text}");
    }
}

#[test]
fn an_end_that_tells_a_later_one_is_not_the_end() {
    let report = "# Lamps down\n\n- Start: 2031-05-06 09:00 UTC\n- End: 2031-05-06 10:30 UTC\n\n\
        ## Timeline\n\n- 09:00 - The monitoring alert fired.\n- 09:50 - Resolution: the lock was \
        lifted and service restored, with all lamps lit by 10:30.\n";
    let incident = super::marks::of(report);
    assert_ne!(incident.events[1].marked_kind(), Kind::Resolved);
}

#[test]
fn what_the_author_names_the_resolution_is_the_end_where_it_stands_at_the_stated_one() {
    let report = "# Lamps down\n\n- Start: 2031-05-06 09:00 UTC\n- End: 2031-05-06 10:30 UTC\n\n\
        ## Timeline\n\n- 09:00 - The monitoring alert fired.\n- 10:30 - Resolution: the lock was \
        lifted and the pool was made larger.\n";
    let incident = super::marks::of(report);
    assert_eq!(incident.events[1].marked_kind(), Kind::Resolved);
}

#[test]
fn words_that_speak_against_a_phase_leave_it_open() {
    for (text, phase) in [
        ("We informed users that a fix was on its way.", Phase::Resolution),
        ("The workers were restarted, but the lock failed again with an error.", Phase::Resolution),
        ("Shop three reports a lease error when upgrading.", Phase::Resolution),
        ("Checkout is fully restored and the vendor begins to investigate.", Phase::Investigation),
    ] {
        let incident = told(&[RELEASE, ALERT, SEARCH, text, "All services restored."]);
        let event = entry(&incident, text);
        assert!(!(event.certain && event.phase == phase), "{text}");
    }
}

#[test]
fn good_news_and_an_answer_to_an_alert_are_no_detection() {
    for text in [
        "Ada reports that the test of the second shard passes.",
        "All fine so far, as reported in the chat.",
    ] {
        let incident = told(&[RELEASE, text, ALERT, SEARCH, "All services restored."]);
        assert_ne!(entry(&incident, text).marked_kind(), Kind::Detected, "{text}");
    }
}

#[test]
fn all_who_notice_before_anybody_looks_into_it_detect_it() {
    let second = "Two customers reported dark lamps.";
    let incident = told(&[RELEASE, ALERT, second, SEARCH, "All services restored."]);
    assert_eq!(entry(&incident, second).marked_kind(), Kind::Detected);
}

#[test]
fn a_new_failure_or_a_look_at_one_is_no_resolution_for_certain() {
    let fix = "The backup job was stopped and the workers were restarted.";
    for text in [
        "A second alert fires for the lease table.",
        "The lease workers crashed again.",
        "Some lamps are lit, others still hang.",
        "We noticed that lamps in shop three stay dark.",
        "The database goes down again.",
    ] {
        let incident = told(&[RELEASE, ALERT, SEARCH, fix, text, fix, "All services restored."]);
        let event = entry(&incident, text);
        assert!(!(event.certain && event.phase == Phase::Resolution), "{text}");
    }
}

#[test]
fn a_suspicion_beside_a_finding_is_not_the_cause() {
    let text = "The lease table is clearly exhausted. The suspicion is that the nightly backup \
        locked it.";
    assert_ne!(marked(text), Kind::CauseFound);
}
