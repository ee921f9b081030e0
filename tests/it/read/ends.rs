//! The start and the end of an outage where nothing labels them.
use super::summary::{TIMELINE, incident};
use postmirth::incident::Moment;

fn written(moment: Option<Moment>) -> String {
    moment.and_then(|moment| moment.written()).unwrap_or_default()
}

#[track_caller]
fn ends(text: &str, start: &str, end: &str) {
    let told = incident(&format!("{text}{TIMELINE}"));
    let found = (written(told.start), written(told.end));
    assert_eq!(found, (start.into(), end.into()), "reading {text:?}");
}

#[test]
fn a_notice_is_no_start() {
    for notice in [
        "we received a report that letters came back",
        "Ada noticed an odd letter",
        "an operator was paged",
    ] {
        let text = format!("## Summary\n\nOn 2031-05-06 at 09:30 UTC {notice}.");
        ends(&text, "2031-05-06", "");
    }
    ends(
        "## Summary\n\nOn 2031-05-06 at 09:10 UTC an odd letter was reported to us.",
        "2031-05-06T09:10:00+00:00",
        "",
    );
    ends(
        "## Summary\n\nOn 2031-05-06 at 09:10 UTC the relay went down, as a user noticed.",
        "2031-05-06T09:10:00+00:00",
        "",
    );
}

#[test]
fn clocks_of_an_alert_are_no_window() {
    ends(
        "**Date and time:** Saturday, 09:20 (first letter lost)\n**Resolved at:** ~10:58 (relay \
            started again, all back to normal)\n\n## Detection\n\nErrors appeared at 09:25, so \
            the alert went to firing at about 09:28–09:29, minutes after the incident began.",
        "09:20:00",
        "10:58:00",
    );
    ends(
        "## Summary\n\nDuration: 6 May 2031, 09:30 (by the shop's clock) — Tuesday, 6 May 2031, \
            11:00.",
        "2031-05-06T09:30:00",
        "2031-05-06T11:00:00",
    );
    // Getting worse is no end.
    ends(
        "## Summary\n\nAnswers began to slow at 09:35 and were critical around 09:55. It \
            lasted until 10:55.",
        "09:35:00",
        "10:55:00",
    );
}

#[test]
fn a_length_may_be_told_anywhere() {
    for (text, minutes) in [
        (
            "It took 1 hour and 31 minutes from the start of the incident to the deploy of the \
                fix.",
            91.0,
        ),
        ("In total, this incident was resolved in 2 hours and 2 minutes.", 122.0),
    ] {
        let told = incident(&format!("# Relay\n\n## Details\n\n{text}{TIMELINE}"));
        assert_eq!(told.stated.resolve, Some(minutes), "reading {text:?}");
    }
    let told = incident(&format!(
        "---\ntitle: Relay\nduration: 1h 30m (until the fix)\n---\n\n# Relay{TIMELINE}"
    ));
    assert_eq!(told.minutes, Some(90.0));
    let told = incident(&format!(
        "## Summary\n\nThe hole was found and mitigated 11 minutes later.{TIMELINE}"
    ));
    assert_eq!(told.stated.mitigate, Some(11.0));
    let told = incident(&format!(
        "# Relay{TIMELINE}\n**Total duration:** 1 hour 30 minutes (09:30 – 11:00)\n"
    ));
    assert_eq!(told.minutes, Some(90.0));
    assert_eq!(written(told.end), "11:00:00");
}

#[test]
fn each_time_has_its_own_label_wherever_the_line_breaks() {
    for text in [
        "* Start-time:\n06/May/2031 9:20 AM (GMT) End-time: 06/May/2031 10:50 AM (GMT)",
        "* Start-time:\n06/May/2031 9:20 AM (GMT), End-time: 06/May/2031 10:50 AM (GMT)",
        "* Start-time: 06/May/2031 9:20 AM (GMT)\nEnd-time: 06/May/2031 10:50 AM (GMT)",
        "* Start-time:\n06/May/2031 9:20 AM (GMT)\n\n* End-time:\n06/May/2031 10:50 AM (GMT)",
        "Start: 2031-05-06 09:20 UTC; end of outage: 2031-05-06 10:50 UTC",
    ] {
        ends(
            &format!("## Summary\n\n{text}\n\n* Impact:\nletters came back."),
            "2031-05-06T09:20:00+00:00",
            "2031-05-06T10:50:00+00:00",
        );
    }
}

#[test]
fn hours_that_come_round_again_are_no_window() {
    ends(
        "## Summary\n\nThe relay was down. Such work is done in the window (Mondays, 6AM - 8AM \
            UTC).",
        "",
        "",
    );
}

#[test]
fn a_range_may_tell_its_month_once() {
    ends(
        "## Summary\n\nThe outage lasted from 4:10pm 6th to 5:00pm 8th May, 2031.",
        "2031-05-06T16:10:00",
        "2031-05-08T17:00:00",
    );
}

#[test]
fn the_day_of_a_report_is_no_start() {
    ends("*Posted on: May 9th, 2031*\n\n## Summary\n\nThe relay was down.", "", "");
    let told = incident(
        "# Relay down\n\n_Ada Lovelace 2031-05-08._\n\n## Timeline\n\n- 2031-05-06 09:30 - The \
            alert fired.\n- 2031-05-08 11:00 - Restored.\n",
    );
    assert_eq!(written(told.start), "");
}

#[test]
fn two_years_are_no_minute() {
    let told = incident(
        "# Relay down\n\n## Timeline\n\n- 09:30 - The alert fired.\n- 2015-2016 - Ada built the \
            relay.\n- 11:00 - Restored.\n",
    );
    assert_eq!(told.events.len(), 2, "{:?}", told.events);
}

#[test]
fn a_bound_a_rule_and_the_worst_part_are_no_duration() {
    let minutes = |text: &str| incident(&format!("## Summary\n\n{text}{TIMELINE}")).minutes;
    for text in [
        "An outage of unknown length, bounded to at maximum 16 hours.",
        "The relay failed. It now starts again if the outage goes on for 30 seconds.",
        "The relay had periodic outages of 10-30 minutes.",
    ] {
        assert_eq!(minutes(text), None, "reading {text:?}");
    }
    assert_eq!(
        minutes(
            "The relay was slow from 09:30 to 11:00 UTC on 6 May 2031. It was completely down for \
                15 minutes."
        ),
        Some(90.0)
    );
}

#[test]
fn four_digits_before_a_zone_are_a_time() {
    ends(
        "## Summary\n\nOn 2031-05-06 between the hours of 1900 and 2130 UTC the relay was down.",
        "2031-05-06T19:00:00+00:00",
        "2031-05-06T21:30:00+00:00",
    );
}

#[test]
fn the_age_of_something_is_no_start() {
    ends(
        "## Summary\n\nOn 2031-05-06 letters went astray. All keys issued before 2031-05-06 \
            09:30 UTC were withdrawn.",
        "2031-05-06",
        "",
    );
}

#[test]
fn a_failure_of_some_minutes_is_so_long() {
    let told = incident(&format!(
        "## Summary\n\nOn 2031-05-06 at 09:10 UTC the relay had a 7 minute cascading failure.\
            {TIMELINE}"
    ));
    assert_eq!(told.minutes, Some(7.0));
}

#[test]
fn a_plan_is_no_start() {
    let told = |sentence: &str| {
        let report = format!(
            "# No lamps\n\n## Summary\n\n{sentence} However, the lamps went out (2031-05-06 09:40 \
             UTC).\n\n## Timeline (UTC)\n\n- 09:40 - The lamps went out.\n- 10:20 - Light.\n"
        );
        written(incident(&report).start)
    };
    let planned = told("The upgrade was scheduled for the night (2031-05-06 09:00 UTC).");
    assert!(planned.contains("09:40"), "{planned}");
    let began = told("The trouble began with the upgrade (2031-05-06 09:00 UTC).");
    assert!(began.contains("09:00"), "{began}");
}
