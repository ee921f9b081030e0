//! Days and clocks in a Mermaid chart.

use super::mermaid::{chart, parsed, timeline};
use postmirth::draw::mermaid;
use postmirth::read::read;
use postmirth::source::Source;

#[test]
fn the_zone_and_the_only_day_stand_in_the_title() {
    let one = chart(
        "# Lights out\n\n## Timeline (SAST)\n\n- 2024-04-18 09:30 - The alert fired.\n- 10:30 - \
            Resolved.\n",
    );
    assert_eq!(one.setting("title"), "Lights out – 18 April 2024, SAST");
    assert_eq!((one.setting("axisFormat"), one.setting("tickInterval")), ("%H:%M", "10minute"));
    let unknown = chart(&timeline(&["09:30 - The alert fired.", "10:30 - Resolved."]));
    assert_eq!(unknown.setting("title"), "Lights out – times as written");
}

#[test]
fn days_are_on_the_axis_as_far_as_they_are_known() {
    let format = |entries: &[&str]| chart(&timeline(entries)).setting("axisFormat").to_string();
    assert_eq!(
        format(&["2024-04-18 22:30 - The alert fired.", "2024-04-19 03:00 - Resolved."]),
        "%a %-d %b %H:%M"
    );
    // A weekday would be made up.
    assert_eq!(
        format(&["18 April 22:30 - The alert fired.", "19 April 03:00 - Resolved."]),
        "%-d %b %H:%M"
    );
    assert_eq!(format(&["22:30 - The alert fired.", "03:00 - Resolved."]), "%H:%M");
    assert_eq!(format(&["2024-04-18 - The alert fired.", "2024-04-19 - Resolved."]), "%-d %b");
    assert_eq!(format(&["T+0 - The alert fired.", "T+45 - Resolved."]), "T+%H:%M");
    assert_eq!(format(&["09:30:05 - The alert fired.", "09:31:10 - Resolved."]), "%H:%M:%S");
}

#[test]
fn a_day_that_nobody_told_is_said_to_be_made_up() {
    let told = read(&Source::new(
        "report.md",
        timeline(&["22:30 - The alert fired.", "03:00 - Resolved."]),
    ))
    .value;
    let text = mermaid(&told, None).expect("a chart");
    assert!(text.contains("%% Of the day nothing is known"), "{text}");
    let chart = parsed(&text);
    assert_eq!(
        (chart.tasks[0].start.as_str(), chart.tasks[0].end.as_str()),
        ("2000-01-01 22:30", "2000-01-02 03:00")
    );
    let known = mermaid(
        &read(&Source::new("report.md", timeline(&["2024-04-18 22:30 - The alert fired."]))).value,
        None,
    );
    assert!(!known.expect("a chart").contains("nothing is known"));
}

#[test]
fn one_event_many_at_once_and_very_many() {
    let one = chart(&timeline(&["09:30 - The alert fired."]));
    assert_eq!((one.tasks.len(), one.tasks[0].tags.join("")), (1, "milestone".into()));
    let same = chart(&timeline(&[
        "09:30 - The alert fired.",
        "09:30 - Another fired.",
        "09:40 - Resolved.",
    ]));
    assert_eq!([&same.tasks[0].end, &same.tasks[1].end], ["2000-01-01 09:40"; 2]);
    for count in [200, 2000] {
        let text =
            |index: usize| ["The alert fired", "We looked at the logs", "Rolled back"][index % 3];
        let entries: Vec<String> = (0..count)
            .map(|index| {
                format!(
                    "2024-04-{:02} {:02}:{:02} - {};#;#;#;#; {index}",
                    1 + index / 100,
                    index % 100 / 5,
                    index % 5,
                    text(index)
                )
            })
            .collect();
        let many = chart(&timeline(&entries.iter().map(String::as_str).collect::<Vec<_>>()));
        assert!(many.events().len() <= 200 && many.events().len() > 100);
    }
}

#[test]
fn without_times_there_is_no_chart() {
    assert_eq!(
        mermaid(
            &read(&Source::new("report.md", "# Lights out\n\n## Timeline\n\n- The alert fired.\n"))
                .value,
            None
        ),
        None
    );
}
