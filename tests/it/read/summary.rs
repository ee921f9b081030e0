//! What the prose of a report says: start, end, length, share, zone, measures.
use postmirth::incident::Incident;
use postmirth::read::read;
use postmirth::source::Source;

pub(super) const TIMELINE: &str = "\n\n## Timeline\n\n- 09:30 - The alert fired.\n- 10:00 - The disk was \
    found to be full.\n- 11:00 - Restored.\n";

pub(super) fn incident(markdown: &str) -> Incident {
    read(&Source::new("report.md", markdown)).value
}

pub(super) fn summary(text: &str) -> Incident {
    incident(&format!("## Issue Summary\n\n{text}{TIMELINE}"))
}

#[track_caller]
fn window(text: &str, start: &str, end: &str) {
    let told = summary(text);
    let written = |moment: Option<postmirth::incident::Moment>| {
        moment.and_then(|moment| moment.written()).unwrap_or_default()
    };
    assert_eq!(
        (written(told.start).as_str(), written(told.end).as_str()),
        (start, end),
        "reading {text:?}"
    );
}

#[test]
fn times_of_the_cause_are_no_start_and_end() {
    window(
        "- **Cause:** A wrong rule. We were alerted of the incident at 09:33 UTC and shut the gate \
            at 10:00 UTC.\n- **Result:** Nobody came in.",
        "",
        "",
    );
}

#[test]
fn start_and_end() {
    window(
        "Duration: 18 April 2024, 09:30 UTC to 18 April 2024, 11:00 UTC",
        "2024-04-18T09:30:00+00:00",
        "2024-04-18T11:00:00+00:00",
    );
    window(
        "**Duration:** April 18, 2024, 9:30 AM - 11:00 AM (SAST)",
        "2024-04-18T09:30:00+02:00",
        "2024-04-18T11:00:00+02:00",
    );
    window(
        "April 18, 2024: no export between 9:30 and 11:10 AM Pacific Time.",
        "2024-04-18T09:30:00-07:00",
        "2024-04-18T11:10:00-07:00",
    );
    window(
        "It started at 9:30 AM GMT on April 18, 2024. It ended at 11:00 AM GMT, that very day.",
        "2024-04-18T09:30:00+00:00",
        "2024-04-18T11:00:00+00:00",
    );
    window(
        "- Start: 2024-04-18 09:30 UTC\n- End: 2024-04-18 11:00 UTC",
        "2024-04-18T09:30:00+00:00",
        "2024-04-18T11:00:00+00:00",
    );
    window(
        "From 22:40 to 01:10 UTC on 18 April 2024 nothing was exported.",
        "2024-04-18T22:40:00+00:00",
        "2024-04-19T01:10:00+00:00",
    );
    window("No export from 10:20am to 12:05 (UTC).", "10:20:00", "12:05:00");
    window(
        "Commencing at 8:14 PM (WAT) on March 9th, 2031 and concluding at 9:02 PM (WAT), nothing \
            worked.",
        "2031-03-09T20:14:00+01:00",
        "2031-03-09T21:02:00+01:00",
    );
    window(
        "On 2024-04-18 at 09:30 UTC the export stopped. Service was restored at 11:00 UTC.",
        "2024-04-18T09:30:00+00:00",
        "2024-04-18T11:00:00+00:00",
    );
    window("The export was down.", "", "");
}

#[test]
fn lengths() {
    for (text, minutes) in [
        ("The outage lasted for 90 minutes.", Some(90.0)),
        ("Duration: 1 hour and 30 minutes", Some(90.0)),
        ("The service was down for an hour and a half.", Some(90.0)),
        ("Total downtime: 1h 30m", Some(90.0)),
        ("An 18-minute outage of the export.", Some(18.0)),
        ("The outage lasted three hours.", Some(180.0)),
        ("Logins failed for forty-five minutes.", Some(45.0)),
        ("The queue stood still for ninety minutes.", Some(90.0)),
        ("Caches expire after 5 minutes.", None),
        ("The time to resolve the outage was <60 mins.", None),
        ("The outage lasted for 2-3 hours.", None),
        ("Duration: 20 to 30 minutes", None),
        ("The first outage happened 3 days after the change.", None),
        ("From 2024-04-18 09:30 UTC to 11:00 UTC it was down.", Some(90.0)),
    ] {
        assert_eq!(summary(text).minutes, minutes, "reading {text:?}");
    }
}

#[test]
fn zones() {
    for (text, label, offset) in [
        ("All times are in UTC.", "UTC", Some(0)),
        ("It began at 9:30 AM (EAT) on 18 April 2024.", "EAT", Some(180)),
        ("From 9:30 AM West African Time on 18 April 2024.", "West African Time", Some(60)),
        ("From 9:30 to 11:00 GMT+1 on 18 April 2024.", "GMT+1", Some(60)),
        ("From 9:30 to 11:00 UTC-5 on 18 April 2024.", "UTC-5", Some(-300)),
        ("All times Pacific. It was 18 January 2024.", "Pacific", Some(-480)),
        ("All times Pacific. It was 18 July 2024.", "Pacific", Some(-420)),
        ("Times are CET/CEST. It was 18 July 2024.", "CET/CEST", Some(120)),
        ("From 7:08 AM PST - 9:10 AM PST on 18 January 2024.", "PST", Some(-480)),
    ] {
        let zone = summary(text).zone.expect(text);
        assert_eq!((zone.label.as_str(), zone.offset), (label, offset), "reading {text:?}");
    }
    assert_eq!(summary("We met at the café and had a cat.").zone, None);
}

#[test]
fn the_cause_in_a_sentence() {
    assert_eq!(
        summary("**Root cause:** A disk without an alert. It was small.").root_cause.as_deref(),
        Some("A disk without an alert.")
    );
    assert_eq!(
        summary("It was down. The root cause was a disk without an alert.").root_cause.as_deref(),
        Some("The root cause was a disk without an alert.")
    );
}

#[test]
fn an_incident_on_another_clock() {
    use postmirth::read::{NoConversion, in_zone};
    let report = "# Down\n\n## Timeline\n\n- 2024-03-30 23:30 UTC - The alert fired.\n- \
        2024-03-31 00:30 - 01:30 UTC - We looked.\n- 2024-03-31 02:00 UTC - Restored.\n";
    let utc = read(&Source::new("report.md", report)).value;
    let berlin = in_zone(&utc, "europe/berlin").expect("a zone");
    let clocks: Vec<String> = berlin.events.iter().filter_map(|event| event.at.written()).collect();
    // The clocks go forward at 01:00 UTC.
    assert_eq!(
        clocks,
        ["2024-03-31T00:30:00+01:00", "2024-03-31T01:30:00+01:00", "2024-03-31T04:00:00+02:00"]
    );
    let until = berlin.events[1].until.and_then(|until| until.written());
    assert_eq!(until.as_deref(), Some("2024-03-31T03:30:00+02:00"));
    assert_eq!(berlin.zone.as_ref().map(|zone| zone.label.as_str()), Some("CET"));
    let minutes = |incident: &postmirth::incident::Incident| {
        incident.events.iter().map(|event| event.minute).collect::<Vec<_>>()
    };
    assert_eq!(minutes(&berlin), minutes(&utc), "what happened when stays the same");
    let dubai = in_zone(&utc, "Asia/Dubai").expect("a zone");
    assert_eq!(dubai.zone.map(|zone| zone.label).as_deref(), Some("UTC+04:00"));
    let refused = |report: &str, zone: &str| {
        in_zone(&read(&Source::new("report.md", report)).value, zone).expect_err("no conversion")
    };
    assert_eq!(refused(report, "Atlantis"), NoConversion::UnknownZone("Atlantis".into()));
    let bare = "## Timeline\n\n- 09:30 - The alert fired.\n- 10:30 - Restored.\n";
    assert_eq!(refused(bare, "UTC"), NoConversion::NoOffset);
    assert_eq!(
        refused(&bare.replace(" - T", " UTC - T"), "Europe/Paris"),
        NoConversion::NoDate("Europe/Paris".into())
    );
}

#[test]
fn a_length_before_something_and_more_of_something_are_not_the_outages() {
    let told = summary(
        "From 09:30 to 11:00 UTC on 18 April 2024 exports failed, a fault that a change three \
            weeks before had brought.",
    );
    assert_eq!(told.minutes, Some(90.0));
    let told = summary(
        "From 09:30 to 11:00 UTC on 18 April 2024 users could not export. The support received 20 \
            % more tickets.",
    );
    assert_eq!(told.affected_percent, None);
}

#[test]
fn the_cause_is_the_sentence_that_names_it() {
    let cause = |section: &str| {
        let report = format!("# Down\n\n## Summary\n\nExports failed.{TIMELINE}\n{section}");
        incident(&report).root_cause
    };
    assert_eq!(
        cause(
            "## Root cause\n\n- Nobody watches the export server.\n- The root cause was a full \
            disk.\n- The alert is slow.\n"
        )
        .as_deref(),
        Some("The root cause was a full disk.")
    );
    assert_eq!(
        cause(
            "## Root cause\n\nIdentifying the root cause was challenging. The disk was full \
            because a job had stopped.\n"
        )
        .as_deref(),
        Some("The disk was full because a job had stopped.")
    );
    assert_eq!(
        cause("## Analysis\n\nRoot Cause The root cause of the outage was a full disk.\n")
            .as_deref(),
        Some("The root cause of the outage was a full disk.")
    );
    assert_eq!(
        summary("Root Cause The cause of the outage was a full disk.").root_cause.as_deref(),
        Some("The cause of the outage was a full disk.")
    );
    let aim = summary("This report aims to name the root cause of the outage.");
    assert_eq!(aim.root_cause, None);
    assert_eq!(
        summary("And the culprit of all this? A disk without an alert.").root_cause.as_deref(),
        Some("A disk without an alert.")
    );
    // No one of several points is the cause when none says so.
    assert_eq!(
        cause("## Root cause\n\n- A small disk\n- A slow alert\n- A long queue of exports\n"),
        None
    );
}
