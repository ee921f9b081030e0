//! The sentence that tells the harm, the name of a report without a title, and the start of an
//! outage beside planned work.

use super::summary::{TIMELINE, incident};
use postmirth::incident::Incident;

fn told(sections: &str) -> Incident {
    incident(&format!("# Lights out in the hall\n\n{sections}{TIMELINE}"))
}

#[track_caller]
fn impact(sections: &str, impact: &str) {
    assert_eq!(told(sections).impact.as_deref(), Some(impact), "{sections:?}");
}

#[test]
fn a_labelled_impact_wins_over_a_heading() {
    impact(
        "## Summary\n\nThe gate stood open.\n\n**Impact**: 3 nights with an open gate\n\n## \
            Security impact assessment\n\n**Evidence**:\n- Coins counted (none lost to \
            customers)\n",
        "3 nights with an open gate",
    );
}

#[test]
fn what_nobody_could_do_says_more_than_how_many_they_were() {
    impact(
        "## Summary\n\nVisitors could no longer open the hall because the lock was broken. 100% \
            of visitors are now affected by this.",
        "Visitors could no longer open the hall because the lock was broken.",
    );
    impact(
        "## Summary\n\nThe web server of the hall was unable to serve the plan of seats. This \
            outage affected 80% of users, as the other halls behaved.",
        "The web server of the hall was unable to serve the plan of seats.",
    );
    impact(
        "## Summary\n\n**Impact**: Users were unable to light a lamp in any room. 80% of our users \
            reported issues with not seeing the stairs.",
        "Users were unable to light a lamp in any room.",
    );
    impact(
        "## Summary\n\n**Impact**: The outage affected the core of our hall. Users could not \
            choose a seat.",
        "Users could not choose a seat.",
    );
    // The share of those who were harmed says more than a count of something else.
    impact(
        "## Summary\n\nA fuse blew.\n\n## Impact\n\n- Slow answers: 70% of requests affected\n- \
            75 angry letters came",
        "70% of requests affected",
    );
}

#[test]
fn a_window_is_no_impact() {
    let found = told(
        "## Summary\n\nThe hall returned \"out of light\" errors on every page for visitors.\n\n\
            Outage window: **~09:30–11:00 UTC**, 90 min, affecting registered users.",
    );
    let impact = found.impact.unwrap_or_default();
    assert!(impact.contains("out of light"), "{impact}");
}

#[track_caller]
fn title(report: &str, title: Option<&str>) {
    let told = incident(&format!("{report}{TIMELINE}"));
    assert_eq!(told.title.as_deref(), title, "{report:?}");
}

#[test]
fn a_report_without_a_title_is_named_by_what_failed() {
    title(
        "Lamp 2 of the hall down.\n\nSummary of faults:\n- A fuse blew.",
        Some("Lamp 2 of the hall down"),
    );
    title(
        "Hall Lamp Incident\n🔥 Oh no, we ate the candles 🔥\n\nIssue Summary:\nA fuse blew.",
        Some("Hall Lamp Incident"),
    );
    title(
        "Issue Summary\n\nThe company experienced an outage on Stage Two that hit the choir.",
        Some("Outage on Stage Two"),
    );
    title(
        "Issue Summary\n\nIn the evening I noticed a lack of stage light despite the candles.",
        Some("Lack of stage light"),
    );
    title(
        "Issue Summary\n\nImpact: The primary impact was on the doors, causing lock failures for \
            30% of our guests.",
        Some("Lock failures"),
    );
    title(
        "Issue Summary\n\nThe hall experienced intermittent disruptions in the evening.",
        Some("Intermittent disruptions of the hall"),
    );
    // Prose goes on below its first line.
    title(
        "Yesterday the lamps went out and\nwe sat in the dark.\n\nIssue Summary\n\nA fuse.",
        None,
    );
}

#[test]
fn planned_work_is_no_outage() {
    let report = |first: &str| {
        format!(
            "# No light\n\n## Summary\n\nFrom 10:30 PM to 8:30 AM UTC on 6 May 2031 the hall was \
                dark. Guests who came from 2:30 AM to 6:30 AM could not see, affecting 100% of \
                them.\n\n## Timeline (UTC)\n\n- 10:30 PM - {first}\n- 12:26 AM - Outage begins\n- \
                12:30 AM - The alert fired\n- 8:30 AM - Light restored\n"
        )
    };
    let start = |first: &str| {
        let told = incident(&report(first));
        let clock = told.start.and_then(|start| start.clock);
        (clock.map(|clock| clock.format("%H:%M").to_string()), told.affected_percent)
    };
    // Its share is of some of the time, too.
    assert_eq!(start("Reboot of the lamps begins"), (Some("00:26".into()), None));
    assert_eq!(start("The lamps went out").0.as_deref(), Some("22:30"));
}

#[test]
fn a_window_for_planned_work_is_none_of_the_outage() {
    let told = incident(&format!(
        "# No light\n\n## Summary\n\nWe announced a reboot for a window of 4 hours (10:30 PM to \
            2:30 AM).{TIMELINE}"
    ));
    assert_eq!((told.start, told.end, told.minutes), (None, None, None));
}

#[test]
fn a_clock_with_an_h_is_no_length_and_a_labelled_length_stands() {
    let told = incident(&format!(
        "# No light\n\n## Summary\n\nOn Saturday, 17 May 2031, 18h05 UTC, the lamps stopped \
            burning, causing an outage.{TIMELINE}"
    ));
    assert_eq!(told.minutes, None);
    let told = incident(&format!(
        "# No light\n\n## Summary\n\n- **Duration**: ~40 minutes after the work on the \
            roof{TIMELINE}"
    ));
    assert_eq!((told.minutes, told.rough), (Some(40.0), true));
    let told = incident(&format!(
        "# No light\n\n## Summary\n\nOutage window: ~15:37–21:25 UTC, ≈ 5h50m.{TIMELINE}"
    ));
    assert_eq!((told.minutes, told.rough), (Some(350.0), true));
}

#[test]
fn those_who_were_harmed_are_no_harm() {
    impact(
        "## Summary\n\nDescription: The hall was dark.\n\n**User impact:** Guests, anyone trying to \
            find the bar.\n\n## Impact\n\nFour fifths of the guests were unable to find the bar.",
        "Four fifths of the guests were unable to find the bar.",
    );
    let told = told(
        "The clerk whose key was stolen had used it in two other halls and did not lock the door.",
    );
    assert_eq!(told.impact, None);
}
