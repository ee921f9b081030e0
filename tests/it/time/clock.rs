//! Every spelling of a time that people use, at the beginning of a timeline entry.

use postmirth::incident::Incident;
use postmirth::read::read;
use postmirth::source::Source;
use postmirth::time::format;

fn incident(markdown: &str) -> Incident {
    read(&Source::new("report.md", markdown)).value
}

/// Reads one entry between two plain ones and says what became of it: `day clock-until text`.
fn entry(line: &str) -> String {
    let report = format!(
        "## Timeline\n\n- 2024-04-18 00:01 - The first alert fired.\n{line}\n\n## Root cause\n\nA \
            disk was full.\n"
    );
    let incident = incident(&report);
    let Some(event) = incident.events.get(1) else {
        return "no event".into();
    };
    let until = event
        .until
        .and_then(|until| until.clock)
        .map(|clock| format!("-{}", format::clock(clock)))
        .unwrap_or_default();
    let day = event.at.day.map_or("?".into(), |day| day.date.format("%m-%d").to_string());
    let clock = event.at.clock.map_or("-".into(), format::clock);
    format!("{day} {clock}{until} {}", event.text)
}

#[track_caller]
fn reads(line: &str, wanted: &str) {
    assert_eq!(entry(line), wanted, "reading {line:?}");
}

#[test]
fn a_24_hour_clock() {
    for line in [
        "- 14:15 - It broke",
        "- 14:15: It broke",
        "- 14:15 It broke",
        "- 14:15 – It broke",
        "- 14:15 — It broke",
        "- 14:15 -- It broke",
        "- 14:15 | It broke",
        "- 14:15, It broke",
        "* 14:15 - It broke",
        "+ 14:15 - It broke",
        "• 14:15 - It broke",
        "-14:15 - It broke",
        "1. 14:15 - It broke",
        "- **14:15** - It broke",
        "- **14:15:** It broke",
        "- **14:15**: It broke",
        "- `14:15` - It broke",
        "- [14:15] - It broke",
        "- (14:15) It broke",
        "- *14:15* It broke",
        "- _14:15_ It broke",
        "- ***14:15*** It broke",
        "- ~14:15 - It broke",
        "- around 14:15 - It broke",
        "- At 14:15: It broke",
        "- 14.15 - It broke",
        "- 14;15 - It broke",
        "- 1415 - It broke",
        "- 1415hrs - It broke",
        "- 1415 UTC - It broke",
        "- 14h15 - It broke",
        "- 14:15:00 - It broke",
        "- 14:15pm - It broke",
        "- 🚨 14:15 - It broke",
        "- **14:15 UTC** - It broke",
        "- 14:15 (UTC): It broke",
        "- 14:15 UTC - It broke",
        "- 14:15 GMT+0: It broke",
        "- {{14:15}} It broke",
        "- Approximately 14:15: It broke",
        "- 14:15 → It broke",
        "- 14:15 hrs: It broke",
    ] {
        reads(line, "04-18 14:15 It broke");
    }
    reads("- 0600 - It broke", "04-18 06:00 It broke");
    reads("- 00h36 - It broke", "04-18 00:36 It broke");
    reads("- 10.30: It broke", "04-18 10:30 It broke");
    reads("- 14:15:32 - It broke", "04-18 14:15:32 It broke");
}

#[test]
fn a_12_hour_clock() {
    for line in [
        "- 2:15 PM - It broke",
        "- 2:15PM: It broke",
        "- 2:15pm It broke",
        "- 2:15 p.m. - It broke",
        "- 2:15 P.M. It broke",
        "- 02:15 PM (UTC): It broke",
        "- 2.15 pm - It broke",
        "- 2:15p - It broke",
        "- At 2:15 PM: It broke",
        "- **2:15 PM (UTC):** It broke",
        "- 2:15\u{202F}PM - It broke",
        "- 2 : 15 PM - It broke",
        "- 2: 15 PM - It broke",
    ] {
        reads(line, "04-18 14:15 It broke");
    }
    reads("- 12:15 AM - It broke", "04-18 00:15 It broke");
    reads("- 12:15 PM - It broke", "04-18 12:15 It broke");
    reads("- 1am UTC - It broke", "04-18 01:00 It broke");
    reads("- 9 AM: It broke", "04-18 09:00 It broke");
    reads("- 12 noon - It broke", "04-18 12:00 It broke");
}

#[test]
fn days_before_and_after_the_clock() {
    for line in [
        "- 2024-04-19 14:15 - It broke",
        "- 2024-04-19T14:15:00Z It broke",
        "- 2024-04-19T14:15+00:00 It broke",
        "- 2024/04/19 14:15: It broke",
        "- 19/04/2024 14:15 - It broke",
        "- 19.04.2024 14:15 - It broke",
        "- April 19, 2024, 14:15: It broke",
        "- Apr 19, 2024 14:15 - It broke",
        "- 19 April 2024 14:15 - It broke",
        "- 19th of April 2024, 14:15 - It broke",
        "- 19th April, 14:15 - It broke",
        "- Friday, April 19th, 2024 at 14:15: It broke",
        "- Friday 19 April 2024 14:15 - It broke",
        "- [04-19 14:15] It broke",
        "- 14:15 UTC Apr 19: It broke",
        "- 14:15 on April 19th, It broke",
        "- 14:15 19/04/2024 - It broke",
        "- Apr-19-2024 02:15:00 PM It broke",
        "- **April 19, 2024, 2:15 PM (UTC):** It broke",
        "- 2024-04-19 @ 14:15 - It broke",
        "- On April 19, 2024, 2:15 PM: It broke",
        "- _2024-04-19_ 14:15 It broke",
    ] {
        reads(line, "04-19 14:15 It broke");
    }
    reads("- 2024-04-19 - It broke", "04-19 - It broke");
    reads("- April 19th: It broke", "04-19 - It broke");
    reads("- 3rd of May: It broke", "05-03 - It broke");
    reads("- May 14 - It broke", "05-14 - It broke");
}

#[test]
fn ranges() {
    reads("- 12:43 - 12:49 It broke", "04-18 12:43-12:49 It broke");
    reads("- ~13:30-13:45 It broke", "04-18 13:30-13:45 It broke");
    reads("- 7:08 AM PST - 9:10 AM PST: It broke", "04-18 07:08-09:10 It broke");
    reads("- From 10:00 to 10:30: It broke", "04-18 10:00-10:30 It broke");
    reads("- 10:00 UTC – 11:00 UTC – It broke", "04-18 10:00-11:00 It broke");
}

#[test]
fn what_only_looks_like_a_time() {
    for line in [
        "- **Time to repair**: 0h 36m",
        "- 2 servers were restarted",
        "- 2000 requests failed",
        "- 5 minutes later it broke",
        "- 10.30 was released",
        "- 25:10 - It broke",
        "- 10:75 - It broke",
        "- 3/4 of the nodes were gone",
        "- May was quiet",
        "- 10:1 odds",
        "- Version 1.2.30 was deployed",
        "- 99.95% of requests failed",
    ] {
        assert_eq!(
            incident(&format!(
                "## Timeline\n\n- 09:00 - The alert fired.\n{line}\n- 11:00 - Resolved.\n"
            ))
            .events
            .len(),
            2,
            "reading {line:?}"
        );
    }
}

#[test]
fn relative_times_count_from_the_stated_start() {
    let incident = incident(
        "## Summary\n\nStart: 2024-04-18 09:30 UTC\n\n## Timeline\n\n- T+0: The alert fired\n- \
            T+5: Acknowledged\n- +15 min: Rolled back\n- T+1h 10m: Over\n- Minute 80: Everybody \
            went home\n",
    );
    let minutes: Vec<f64> = incident.events.iter().map(|event| event.minute).collect();
    assert_eq!(minutes, [0.0, 5.0, 15.0, 70.0, 80.0]);
    assert_eq!(incident.events[3].at.written().as_deref(), Some("2024-04-18T10:40:00+00:00"));
}

#[test]
fn as_servers_write_it() {
    reads("- 18/Apr/2024:14:15:02 +0200 - It broke", "04-18 14:15:02 It broke");
    reads("- [18/Apr/2024:14:15:02 -0700] It broke", "04-18 14:15:02 It broke");
    reads("- 2024-04-18T14:15:02.250-05:00 It broke", "04-18 14:15:02 It broke");
    reads("- 2024-04-18T14:15:02,250-05:00 It broke", "04-18 14:15:02 It broke");
}
