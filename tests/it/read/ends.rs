//! The start and the end of an outage where nothing labels them.
use super::summary::{TIMELINE, incident};
use postmirth::incident::Moment;

fn written(moment: Option<Moment>) -> String {
    moment
        .and_then(|moment| moment.written())
        .unwrap_or_default()
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
        (
            "In total, this incident was resolved in 2 hours and 2 minutes.",
            122.0,
        ),
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
