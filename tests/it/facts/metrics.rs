//! The figures of an incident: what its author states, else what lies between certain moments.

use postmirth::facts::{Metrics, metrics};
use postmirth::incident::Incident;
use postmirth::read::read;
use postmirth::source::Source;

fn incident(summary: &str, timeline: &str) -> Incident {
    let report = format!("# Exports down\n\n## Summary\n\n{summary}\n\n## Timeline\n\n{timeline}");
    read(&Source::new("report.md", report)).value
}

/// Detect, acknowledge, escalate, mitigate, resolve, in minutes.
fn minutes(metrics: Metrics) -> [Option<f64>; 5] {
    [metrics.detect, metrics.acknowledge, metrics.escalate, metrics.mitigate, metrics.resolve]
        .map(|metric| metric.map(|metric| metric.minutes.value()))
}

#[track_caller]
fn told(summary: &str, timeline: &str, expected: [Option<f64>; 5]) {
    assert_eq!(minutes(metrics(&incident(summary, timeline))), expected);
}

const STORY: &str = "- 09:30 UTC - The disk became full and exports stopped.\n\
    - 09:40 UTC - A monitoring alert fired.\n\
    - 09:50 UTC - The on-call engineer acknowledged the alert.\n\
    - 10:10 UTC - Escalated to the storage team.\n\
    - 10:30 UTC - The root cause was found: a job that had stopped.\n\
    - 11:00 UTC - The incident was resolved.\n";

const WINDOW: &str = "From 09:30 to 11:00 UTC on 18 April 2024 exports failed.";

#[test]
fn between_moments_that_the_report_tells() {
    told(WINDOW, STORY, [Some(10.0), Some(10.0), Some(30.0), None, Some(90.0)]);
}

#[test]
fn being_paged_is_no_answer() {
    let paged = STORY.replace("acknowledged the alert", "was paged");
    let acknowledged = |story: &str| metrics(&incident(WINDOW, story)).acknowledge;
    assert!(acknowledged(&paged).is_none());
    let confirmed = STORY.replace("acknowledged the alert", "confirmed that exports failed");
    assert!(acknowledged(&confirmed).is_some());
    let denied = STORY.replace("acknowledged the alert", "confirmed that it was not him");
    assert!(acknowledged(&denied).is_none());
    for other in [
        "Our mail provider acknowledged the outage.",
        "Postillon acknowledged the outage on their status page.",
        "(approx.) Responded to the reporter with an acknowledgement.",
    ] {
        let story = STORY.replace("The on-call engineer acknowledged the alert.", other);
        assert!(story.contains(other) && acknowledged(&story).is_none(), "{other}");
    }
}

#[test]
fn what_the_author_states_comes_first() {
    let stated = "- Time to detection: 25 minutes\n- Time to repair: 1 h 20 min\n- Time to \
        recovery: 2 hours\n";
    told(
        &format!("{WINDOW}\n\n{stated}"),
        STORY,
        [Some(25.0), Some(10.0), Some(30.0), Some(80.0), Some(120.0)],
    );
    let told_in_prose = |text: &str| {
        let incident = incident(&format!("{WINDOW} {text}"), STORY);
        metrics(&incident).detect.map(|metric| metric.minutes.value())
    };
    assert_eq!(told_in_prose("The fault went unnoticed for 35 minutes."), Some(35.0));
    assert_eq!(told_in_prose("It took 15 minutes to notice it."), Some(15.0));
    assert_eq!(told_in_prose("It was 20 minutes before anybody noticed."), Some(20.0));
    assert_eq!(
        told_in_prose("The time to detection should be 5 minutes."),
        Some(10.0),
        "a wish is no figure"
    );
}

#[test]
fn two_things_in_one_entry_lie_no_time_apart() {
    let story = "- 09:30 UTC - The disk became full and exports stopped.\n\
        - 09:40 UTC - A monitoring alert fired and was acknowledged.\n\
        - 11:00 UTC - The incident was resolved.\n";
    told(WINDOW, story, [Some(10.0), None, None, None, Some(90.0)]);
}

#[test]
fn nothing_uncertain_becomes_a_figure() {
    let mut incident = incident(WINDOW, STORY);
    for event in &mut incident.events {
        event.certain = false;
        event.notices = false;
    }
    // The stated window is certain by itself.
    assert_eq!(minutes(metrics(&incident)), [None, None, None, None, Some(90.0)]);
}

#[test]
fn nothing_that_the_cause_or_the_window_refutes() {
    // The alert that closed the incident is not the one that found it.
    let story = "- 09:30 UTC - The disk became full and exports stopped.\n\
        - 10:30 UTC - The root cause was found. <!-- postmirth: kind=cause_found -->\n\
        - 10:50 UTC - A second alert fired. <!-- postmirth: kind=detected -->\n\
        - 11:00 UTC - The incident was resolved.\n";
    let detect = |summary: &str, story: &str| metrics(&incident(summary, story)).detect;
    assert_eq!(detect(WINDOW, story), None);
    let late = "- 09:30 UTC - The disk became full and exports stopped.\n\
        - 11:40 UTC - A monitoring alert fired.\n";
    assert_eq!(detect(WINDOW, late), None);
}

#[test]
fn times_that_disagree_give_no_figures() {
    for (summary, story) in [
        // Morning and evening.
        (
            "From 9:30 PM to 11:00 PM UTC on 18 April 2024 exports failed.",
            STORY.replace(" UTC", " AM UTC"),
        ),
        // Another day.
        (WINDOW, STORY.replace("- 09:30 UTC", "- 2024-04-28 09:30 UTC")),
    ] {
        let report = format!("# Exports\n\n## Summary\n\n{summary}\n\n## Timeline\n\n{story}");
        let read = read(&Source::new("report.md", report));
        assert!(read.value.times_disagree, "reading {summary} {story}");
        assert_eq!(minutes(metrics(&read.value)), [None; 5]);
        assert!(read.warnings.iter().any(|doubt| doubt.code.name() == "times-disagree"));
    }
}

#[test]
fn a_start_that_is_the_noticing_measures_no_detection() {
    let ends = "First detected: 2024-04-18 09:40 UTC\n\nResolved: 2024-04-18 11:00 UTC";
    let alert = "- 09:40 UTC - A monitoring alert fired.\n";
    let over = "- 11:00 UTC - The incident was resolved.\n";
    told(ends, &format!("{alert}{over}"), [None, None, None, None, Some(80.0)]);
    let full = format!("- 09:30 UTC - The disk became full and exports stopped.\n{alert}{over}");
    told(ends, &full, [Some(10.0), None, None, None, Some(90.0)]);
}

#[test]
fn a_change_on_an_earlier_day_measures_nothing() {
    let story = "- 2024-04-17 09:40 UTC - A release was deployed. <!-- postmirth: kind=trigger -->\n\
        - 2024-04-18 09:20 UTC - A monitoring alert fired.\n\
        - 2024-04-18 11:00 UTC - The incident was resolved.\n";
    told("On 18 April 2024 exports failed.", story, [None; 5]);
}

#[test]
fn nobody_mitigates_what_is_over() {
    let story = "- 09:30 UTC - The disk became full and exports stopped.\n\
        - 09:40 UTC - A monitoring alert fired.\n\
        - 11:01 UTC - Traffic was rerouted. <!-- postmirth: kind=mitigated -->\n";
    told(WINDOW, story, [Some(10.0), None, None, None, Some(90.0)]);
}

#[test]
fn an_alert_with_a_mistyped_hour_was_not_the_first() {
    let story = "- 09:45 UTC - A monitoring alert fired.\n\
        - 09:31 UTC - The on-call engineer looked into the alert.\n\
        - 11:00 UTC - The incident was resolved.\n";
    told(WINDOW, story, [None, None, None, None, Some(90.0)]);
}

#[test]
fn whoever_confirms_a_finding_does_not_answer_the_alert() {
    let story = "- 09:30 UTC - The disk became full and exports stopped.\n\
        - 09:40 UTC - A monitoring alert fired.\n\
        - 09:45 UTC - The on-call engineer looked into the disk.\n\
        - 10:20 UTC - She confirmed that no file was lost. <!-- postmirth: kind=confirmed -->\n\
        - 11:00 UTC - The incident was resolved.\n";
    told(WINDOW, story, [Some(10.0), None, None, None, Some(90.0)]);
}

#[test]
fn a_repair_time_may_stand_in_a_label_like_a_heading() {
    let story = format!("{STORY}\n- **Time to repair**: 45m\n\n- **Time to resolve**: 90m\n");
    let metrics = metrics(&incident(WINDOW, &story));
    assert_eq!(metrics.mitigate.map(|told| told.minutes.value()), Some(45.0));
}
