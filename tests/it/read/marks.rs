//! Which entry a picture may mark as what.

use postmirth::facts::metrics;
use postmirth::incident::{Event, Incident, Kind, Phase};
use postmirth::read::read;
use postmirth::source::Source;

/// A report with a told cause and end, and these entries ten minutes apart from 09:00 on.
pub(super) fn told(entries: &[&str]) -> Incident {
    let list: String = entries
        .iter()
        .enumerate()
        .map(|(at, text)| format!("- {:02}:{:02} - {text}\n", 9 + at / 6, at % 6 * 10))
        .collect();
    let report = format!(
        "# Lamp shop down\n\n## Root cause\n\nThe root cause was a lease table that a nightly \
            backup had locked.\n\n## Timeline\n\n{list}"
    );
    of(&report)
}

pub(super) fn of(report: &str) -> Incident {
    read(&Source::new("story.md", report)).value
}

pub(super) fn entry<'a>(incident: &'a Incident, text: &str) -> &'a Event {
    let mut events = incident.events.iter();
    events.find(|event| event.text.starts_with(text)).expect("the entry")
}

pub(super) const RELEASE: &str = "Release 7 of the lease service was deployed.";
pub(super) const ALERT: &str = "The monitoring alert fired: checkout is down.";
pub(super) const SEARCH: &str = "Engineers started investigating the database.";
const FIX: &str = "The backup job was stopped and the workers were restarted.";

/// The kind that a picture may mark at an entry, between an alert and the end.
#[track_caller]
pub(super) fn marked(text: &str) -> Kind {
    let incident = told(&[RELEASE, ALERT, SEARCH, text, FIX, "All services restored."]);
    entry(&incident, text).marked_kind()
}

#[test]
fn an_effort_that_begins_or_tidies_up_mitigates_nothing() {
    for text in [
        "The restore process started running on the first shard.",
        "The security audit was completed.",
        "Orders that had failed were put back into the queue.",
        "Refunds were issued to all shops.",
        "Ada began to drain the broken node.",
        "The lease workers restart, and their memory climbs again.",
        "Maintenance mode was enabled for the shop, and Ada asked the hoster to restart the rack.",
        "Mitigation failed: moving the leases by hand did not stop the errors.",
    ] {
        assert_ne!(marked(text), Kind::Mitigated, "{text}");
    }
}

#[test]
fn what_comes_after_all_is_back_is_no_mitigation() {
    let incident = told(&[
        RELEASE,
        ALERT,
        SEARCH,
        FIX,
        "The cache refilled, lamps.example is back online.",
        "Orders that had failed were put back into the queue.",
    ]);
    let back = entry(&incident, "The cache refilled");
    assert_eq!(back.marked_kind(), Kind::Resolved, "{back:?}");
    let later = entry(&incident, "Orders");
    assert_eq!(later.kind, Kind::FollowUp, "{later:?}");
}

#[test]
fn back_for_some_is_not_over() {
    let text = "Some users were back to normal.";
    let incident = told(&[RELEASE, ALERT, SEARCH, FIX, text]);
    assert_ne!(entry(&incident, text).marked_kind(), Kind::Resolved);
}

#[test]
fn a_symptom_set_off_nothing() {
    for text in [
        "Lamp orders started failing due to the full disk.",
        "The whole website went down.",
        "The queue halts at order 4711.",
        "Precursor: another shop was deployed and crashed once.",
        "All lamp pages began returning 503.",
        "Production servers went dark.",
        "The new index was released to the staging cluster for shops to test.",
        "The maintenance window of the hoster began.",
        "An outage occurred right after the release of the lamp catalogue.",
        "The lamp monitor displays the first error after the release.",
        "Lease pods begin to struggle.",
        "Lease memory at 62% (elevated).",
        "We deferred the repair until the new release was deployed.",
        "PR #12 was closed after a minute.",
    ] {
        let incident = told(&[text, ALERT, SEARCH, FIX, "All services restored."]);
        assert_ne!(entry(&incident, text).marked_kind(), Kind::Trigger, "{text}");
    }
    let incident = told(&[RELEASE, ALERT, SEARCH, FIX, "All services restored."]);
    assert_eq!(entry(&incident, RELEASE).marked_kind(), Kind::Trigger);
}

#[test]
fn of_several_changes_only_the_last_set_it_off() {
    let incident = told(&[
        "Release 6 of the lease service was deployed to staging.",
        RELEASE,
        ALERT,
        SEARCH,
        FIX,
        "All services restored.",
    ]);
    assert_ne!(entry(&incident, "Release 6").marked_kind(), Kind::Trigger);
    assert_eq!(entry(&incident, RELEASE).marked_kind(), Kind::Trigger);
}

#[test]
fn a_possible_cause_and_a_list_of_who_suffered_are_no_cause() {
    for text in [
        "Ada finds a possible cause for the errors.",
        "All affected shops were identified.",
        "We are still looking for it, and narrowed it down to the lease table.",
        "Ada was able to reproduce the failing lease in isolation.",
    ] {
        assert_ne!(marked(text), Kind::CauseFound, "{text}");
    }
    for text in [
        "The engineers found out the problem was with the lease table.",
        "The team looked through the logs of every lamp. The root cause was identified as the \
         lease table.",
        "A closer look at the nightly jobs revealed a locked lease table.",
    ] {
        assert_eq!(marked(text), Kind::CauseFound, "{text}");
    }
}

#[test]
fn the_first_of_several_times_is_not_that_of_the_alert() {
    let text =
        "Errors first appeared at 09:20 in the log of the shop, and the alert fired at 09:25";
    let incident = told(&[RELEASE, SEARCH, text, FIX, "All services restored."]);
    let events = incident.events.iter();
    let first = events.filter(|event| event.text.contains("first appeared"));
    for event in first {
        assert_ne!(event.marked_kind(), Kind::Detected, "{event:?}");
    }
}

#[test]
fn a_task_is_handed_over_like_an_incident() {
    let text = "Ada escalated the task to the network engineers.";
    assert_eq!(marked(text), Kind::Escalated);
}

#[test]
fn an_entry_that_notices_and_hands_over_is_both() {
    let incident = told(&[
        RELEASE,
        "The first shopkeeper notices the issue and escalates to the platform team.",
        SEARCH,
        FIX,
        "All services restored.",
    ]);
    let both = entry(&incident, "The first shopkeeper");
    assert_eq!(both.marked_kind(), Kind::Escalated, "{both:?}");
    assert!(both.surely_notices(), "{both:?}");
    let detect = metrics(&incident).detect.expect("a time to detect");
    assert_eq!(detect.minutes.value(), 10.0);
}

#[test]
fn an_outage_alone_is_no_search() {
    let incident = told(&[
        RELEASE,
        ALERT,
        "The whole website was not accessible.",
        SEARCH,
        FIX,
        "All services restored.",
    ]);
    let down = entry(&incident, "The whole website");
    let search = down.certain && down.phase == Phase::Investigation;
    assert!(!search, "{down:?}");
}

#[test]
fn a_search_is_over_when_the_cause_is_found() {
    let incident = told(&[
        RELEASE,
        ALERT,
        SEARCH,
        "The root cause was found: the lease table was locked by the backup.",
        FIX,
        "All services restored.",
    ]);
    let facts = postmirth::facts::stretches(&incident.events);
    let search = facts.iter().find(|run| run.phase == Phase::Investigation).expect("a search");
    assert_eq!(search.minutes, 10.0);
}

#[test]
fn what_no_alert_told_was_not_noticed_then() {
    let silent = "The error rate of the lamps rises to 100%. No alert fires.";
    let incident = told(&[RELEASE, silent, ALERT, SEARCH, FIX, "All services restored."]);
    assert_ne!(entry(&incident, "The error rate").marked_kind(), Kind::Detected);
    let people = "A customer reported that no lamp could be bought. No alert fired.";
    let incident = told(&[RELEASE, people, SEARCH, FIX, "All services restored."]);
    assert_eq!(entry(&incident, "A customer").marked_kind(), Kind::Detected);
}

#[test]
fn what_comes_after_the_start_did_not_set_it_off() {
    let report = "# Lamp shop down\n\n**Start:** 2031-05-06 08:00\n\n## Timeline\n\n\
        - 2031-05-06 10:00 - Release 7 was deployed.\n- 2031-05-06 10:10 - The alert fired.\n\
        - 2031-05-06 10:20 - All services restored.\n";
    let incident = read(&Source::new("story.md", report)).value;
    assert!(incident.start.is_some());
    let release = entry(&incident, "Release 7");
    assert_ne!(release.marked_kind(), Kind::Trigger, "{release:?}");
}

#[test]
fn who_meets_or_asks_for_news_hands_nothing_over() {
    for text in [
        "A team meeting was created.",
        "Ada takes the incident lead role.",
        "Ada requests another update from the hoster.",
        "The finance team is asked to inquire about the refunds.",
    ] {
        assert_ne!(marked(text), Kind::Escalated, "{text}");
    }
}

#[test]
fn a_sign_of_life_mitigates_nothing() {
    for text in [
        "The first lease node started responding again.",
        "Some orders succeed again. Others still hang.",
        "The shop was switched to maintenance mode.",
    ] {
        assert_ne!(marked(text), Kind::Mitigated, "{text}");
    }
    let still = "Orders still fail in the second shop.";
    let text = "The cache was cleared, and orders succeed again.";
    let incident = told(&[RELEASE, ALERT, SEARCH, text, still, FIX]);
    assert_ne!(entry(&incident, text).marked_kind(), Kind::Mitigated);
}

#[test]
fn a_check_without_a_suspect_is_no_false_lead() {
    for text in [
        "Ada verified that the mail server was operational.",
        "No suspicious activity was noted in the audit logs.",
    ] {
        assert_ne!(marked(text), Kind::DeadEnd, "{text}");
    }
}

#[test]
fn a_repair_is_not_the_end_where_that_is_told_later() {
    let repaired = "Repaired 2031-05-06";
    let incident = told(&[RELEASE, ALERT, SEARCH, FIX, repaired, "Resolved 2031-05-06"]);
    assert_ne!(entry(&incident, repaired).marked_kind(), Kind::Resolved);
}

#[test]
fn a_report_that_is_written_and_a_path_notice_nothing() {
    for text in [
        "The lamp audit report was created with all keys in it.",
        "The lamp team silenced all further alerts as normal.",
        "Lamp /dashboard and all pages behind the login return 500.",
    ] {
        let user = "A user reports that no lamp can be bought.";
        let incident = told(&[RELEASE, text, user, SEARCH, FIX, "All services restored."]);
        assert_ne!(entry(&incident, text).marked_kind(), Kind::Detected, "{text}");
        assert_eq!(entry(&incident, user).marked_kind(), Kind::Detected, "{text}");
    }
}

#[test]
fn a_dead_end_below_the_guess_that_it_refutes_is_certain() {
    for (guess, end) in [
        (
            "The engineers suspected the lamp gateway.",
            "A look at the lamp gateway revealed no anomalies, so the focus moved on.",
        ),
        (
            "Assumption: the new shade release; a rollback was started.",
            "The rollback of the shade release is done; the issue persists.",
        ),
    ] {
        let incident = told(&[RELEASE, ALERT, guess, end, FIX, "All services restored."]);
        let end = entry(&incident, end);
        assert_eq!(end.marked_kind(), Kind::DeadEnd, "{end:?}");
    }
    let both = "Assumed a slow lamp gateway; checked its metrics but found no anomalies.";
    assert_eq!(marked(both), Kind::DeadEnd);
}

#[test]
fn a_cause_that_stands_before_its_finding_is_found() {
    let text = "Stuck nightly lease backup identified.";
    assert_eq!(marked(text), Kind::CauseFound);
}

/// The kinds that a picture may mark, of a report with a stated end at 10:00.
fn until_ten(entries: &[(&str, &str)]) -> Vec<Kind> {
    let list: String =
        entries.iter().map(|(clock, text)| format!("- {clock} - {text}\n")).collect();
    let report = format!(
        "# Lamp shop down\n\nThe shop was down from 09:00 to 10:00 UTC on 6 May 2031.\n\n## \
            Timeline\n\n- 09:00 - The alert fired.\n- 09:20 - We looked into the logs.\n\
            - 09:40 - We restarted the lease workers.\n{list}"
    );
    let incident = read(&Source::new("story.md", report)).value;
    incident.events[3..].iter().map(Event::marked_kind).collect()
}

#[test]
fn what_works_again_at_the_stated_end_is_the_end() {
    for text in [
        "The shop regains its connection",
        "Lamp server starts",
        "The lease table was cleared; /lamps renders again.",
    ] {
        assert_eq!(until_ten(&[("10:00", text)]), [Kind::Resolved], "{text}");
    }
    let both = until_ten(&[
        ("10:00", "The lease table was cleared; /lamps renders again."),
        ("10:00", "Temporary keys deleted; all clean."),
    ]);
    assert_eq!(both[0], Kind::Resolved);
    assert_ne!(both[1], Kind::Resolved);
}

#[test]
fn an_incident_that_is_over_is_resolved_and_what_fails_is_not() {
    let over = "incident over";
    let incident = told(&[RELEASE, ALERT, SEARCH, FIX, over]);
    assert_eq!(entry(&incident, over).marked_kind(), Kind::Resolved);
    let down = "The watcher sees every lamp unreachable and holds.";
    let incident = told(&[RELEASE, ALERT, SEARCH, down]);
    assert_ne!(entry(&incident, down).marked_kind(), Kind::Resolved);
}

#[test]
fn something_mended_right_above_the_fix_is_part_of_it() {
    let text = "Lamp settings changed, workers patched";
    let incident = told(&[RELEASE, ALERT, text, FIX, "All services restored."]);
    let mended = entry(&incident, text);
    assert_eq!(mended.marked_kind(), Kind::Fixing, "{mended:?}");
}

#[test]
fn a_mitigation_that_failed_is_no_time_to_mitigate() {
    let failed = "Mitigation failed: moving the leases by hand did not stop the errors.";
    let incident = told(&[RELEASE, ALERT, failed, FIX, "All services restored."]);
    assert_eq!(entry(&incident, failed).certain_kind(), Kind::DeadEnd);
    assert!(metrics(&incident).mitigate.is_none_or(|told| told.minutes.value() > 20.0));
}
