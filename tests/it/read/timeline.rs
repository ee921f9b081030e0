//! Timelines in the shapes that hide them: heads and ranges over the list, two lists of the same
//! story, days told by name, prose without a list, tables of figures.

use postmirth::read::read;
use postmirth::source::Source;
use postmirth::time::format;

/// One line an event: its line, day when known, clock, text.
fn events(markdown: &str) -> Vec<String> {
    let source = Source::new("report.md", markdown);
    let told = read(&source).value.events;
    let told = told.iter().map(|event| {
        let day = event.at.day;
        let day = day.map_or(String::new(), |day| day.date.format("%m-%d ").to_string());
        let clock = event.at.clock.map_or("-".into(), format::clock);
        let line = source.line_of(event.span.start);
        format!("{line}: {day}{clock} {}", event.text)
    });
    told.collect()
}

#[track_caller]
pub(super) fn reads(markdown: &str, wanted: &[&str]) {
    assert_eq!(events(markdown), wanted, "reading\n{markdown}");
}

/// Only the times, for shapes whose lines and texts are not the point.
#[track_caller]
fn runs(list: &str, wanted: &[&str]) {
    let markdown = format!("On 2031-05-06 the gate was shut.\n\n## Timeline\n{list}");
    let source = Source::new("report.md", &markdown);
    let told = read(&source).value.events;
    let told: Vec<String> = told
        .iter()
        .map(|event| {
            let day = event.at.day.map_or(String::new(), |day| day.date.format("%d ").to_string());
            format!("{day}{}", event.at.clock.map_or("-".into(), format::clock))
        })
        .collect();
    assert_eq!(told, wanted, "reading\n{markdown}");
}

#[test]
fn a_range_over_the_list_is_no_event_and_hides_none() {
    for head in [
        "May 6, 2031, 9:30 a.m. to 11:00 a.m. (UTC)",
        "**9:30 AM - 11:00 AM**",
        "6 May 2031",
        "2031-05-06:",
    ] {
        for gap in ["\n", "\n\n"] {
            let list =
                "* 9:30 AM - The alert fired.\n* 10:15 AM - We looked.\n* 11:00 AM - Over.\n";
            runs(&format!("{head}{gap}{list}"), &["06 09:30", "06 10:15", "06 11:00"]);
        }
    }
}

#[test]
fn the_full_story_counts_beside_a_short_list_of_the_same() {
    let short = "- Detected 2031-05-06 10:05\n- Declared 2031-05-06 10:20\n- Resolved 2031-05-06 \
        12:30\n";
    let full = "- 2031-05-06 10:00 The gate lost its key.\n- 2031-05-06 10:05 The alert \
        fired.\n- 2031-05-06 10:20 Declared an incident.\n- 2031-05-06 11:40 Found the \
        hinge.\n- 2031-05-06 12:30 It was over.\n";
    let times = ["10:00", "10:05", "10:20", "11:40", "12:30"];
    for markdown in [
        format!("## Key events\n{short}\n## Timeline\n{full}"),
        format!("## Timeline\n{full}\n## Key events\n{short}"),
        format!("## Key events\n{short}\n## Context\n{}", full.replace("- ", "\n")),
    ] {
        let told = events(&markdown);
        let told: Vec<&str> = told.iter().filter_map(|event| event.split(' ').nth(2)).collect();
        assert_eq!(told, times, "reading\n{markdown}");
    }
}

#[test]
fn a_time_elsewhere_in_the_report_makes_no_evening_of_a_morning() {
    reads(
        "Visitors come from around 6pm on.\n\n## Timeline\n\n### 2031-05-06 4:19\n\nThe alert \
            fired.\n\n### 5:30\n\nWe looked.\n\n### 9:10\n\nIt was over.\n",
        &[
            "5: 05-06 04:19 The alert fired.",
            "9: 05-06 05:30 We looked.",
            "13: 05-06 09:10 It was over.",
        ],
    );
    // The summary's own start is another matter: it is the same moment.
    reads(
        "The gate was shut from 2:00 PM to 3:30 PM.\n\n## Timeline\n- 2:00 The alert fired.\n- 3:30 \
            It was over.\n",
        &["4: 14:00 The alert fired.", "5: 15:30 It was over."],
    );
}

#[test]
fn noon_and_midnight_say_which_half_of_the_day_it_is() {
    runs(
        "- 11:30 - The alert fired.\n- noon - We ate.\n- 12:30 - We looked.\n- 1:15 - Over.\n",
        &["06 11:30", "06 12:00", "06 12:30", "06 13:15"],
    );
    runs(
        "- 11:30 PM - The alert fired.\n- midnight - We ate.\n- 12:30 - We looked.\n- 1:15 - Over.\n",
        &["06 23:30", "07 00:00", "07 00:30", "07 01:15"],
    );
    runs(
        "- 22:30 - The alert fired.\n- midnight - We ate.\n- 8:15 - Over.\n",
        &["06 22:30", "07 00:00", "07 08:15"],
    );
}

#[test]
fn twenty_four_hundred_is_the_end_of_the_day() {
    runs(
        "- 10:30 - The alert fired.\n- 24:00 - We looked.\n- 00:30 - Found it.\n- 09:15 - Over.\n",
        &["06 10:30", "07 00:00", "07 00:30", "07 09:15"],
    );
    runs(
        "- 2031-05-06 10:30 The alert fired.\n- 2031-05-06 24:00 We looked.\n",
        &["06 10:30", "07 00:00"],
    );
}

#[test]
fn days_that_are_told_by_name() {
    runs(
        "- 10:30 - The alert fired.\n- 14:00 - We looked.\n\n### The next day\n- 15:30 - Found \
            it.\n- 16:15 - Over.\n\n### Day 4\n- 09:00 - We met.\n",
        &["06 10:30", "06 14:00", "07 15:30", "07 16:15", "09 09:00"],
    );
    runs(
        "- 10:30 - The alert fired.\n- Next day, 15:30 - Found it.\n- Next day, 16:15 - Over.\n- \
            11:00 the following day: We met.\n",
        &["06 10:30", "07 15:30", "07 16:15", "08 11:00"],
    );
    runs(
        "Tuesday\n10:30 The alert fired.\n\nWednesday\n09:15 We looked.\n\nFriday\n09:15 Over.\n",
        &["06 10:30", "07 09:15", "09 09:15"],
    );
    runs(
        "### Day 1: Tuesday, 6 May 2031\n- 10:30 - The alert fired.\n\n### Day 2: Wednesday, 7 May \
            2031\n- 11:30 - Over.\n",
        &["06 10:30", "07 11:30"],
    );
}

#[test]
fn the_text_may_stand_below_its_time() {
    reads(
        "## Timeline\n10:30 UTC\nEvent: The alert fired.\n\n11:00 UTC\nWe looked.\n\n- Time: 12:00 \
            UTC\n- Description: It was over.\n",
        &["2: 10:30 The alert fired.", "5: 11:00 We looked.", "8: 12:00 It was over."],
    );
}

#[test]
fn a_head_may_end_with_its_time() {
    reads(
        "## Timeline\n**Detection (10:30 AM)**\n\nThe alert fired.\n\n**Diagnosis (10:45 AM - \
            11:15 AM)**\nWe looked.\n\n### Repair - 11:20 AM\nIt was oiled.\n",
        &[
            "2: 10:30 Detection: The alert fired.",
            "6: 10:45 Diagnosis: We looked.",
            "9: 11:20 Repair - 11:20 AM: It was oiled.",
        ],
    );
    reads(
        "## Timeline\n- **Detection:** The guard saw it on Tuesday, 6 May 2031, at 09:30.\n- \
            **Actions taken:**\n  - The smith came.\n- **Resolution time:** The smith opened the \
            gate on Wednesday, 7 May 2031, at 18:46.\n",
        &[
            "2: 05-06 09:30 Detection: The guard saw it on Tuesday, 6 May 2031, at 09:30.",
            "5: 05-07 18:46 Resolution time: The smith opened the gate on Wednesday, 7 May 2031, at \
             18:46.",
        ],
    );
}

#[test]
fn the_name_of_a_part_is_not_the_end_of_the_entry_above() {
    reads(
        "## Timeline\n- 10:30 - The alert fired.\nDiagnosis\n- 11:00 - We looked.\n**Repair**\n- \
            12:00 - It was over.\n",
        &["2: 10:30 The alert fired.", "4: 11:00 We looked.", "6: 12:00 It was over."],
    );
    // A sentence that runs on is.
    reads(
        "## Timeline\n- 10:30 - The alert of the\nNorth Gate fired.\n- 11:00 - It was over.\n",
        &["2: 10:30 The alert of the North Gate fired.", "4: 11:00 It was over."],
    );
}

#[test]
fn a_first_row_out_of_order_is_not_a_day_of_its_own() {
    runs(
        "- 22:10 - Changed the lock.\n- 10:30 - The alert fired.\n- 11:00 - We looked.\n- 22:10 - \
            Changed the lock.\n- 22:40 - Over.\n",
        &["06 22:10", "06 10:30", "06 11:00", "06 22:10", "06 22:40"],
    );
}

#[test]
fn the_same_clocks_in_two_zones_are_a_slip() {
    let markdown = "## Summary\nOn 2031-01-06 from 14:30 to 15:45 UTC the gate was shut.\n\n## \
        Timeline\n- 14:30 PST - The alert fired.\n- 15:45 PST - It was over.\n";
    let told = read(&Source::new("report.md", markdown));
    let (start, first) = (told.value.start.unwrap(), &told.value.events[0]);
    assert_eq!(first.at.minutes_since(&start), Some(0.0));
    assert!(told.warnings.iter().any(|doubt| doubt.code.name() == "zone-mixed"));
    // Clocks that differ by the hours between the zones are none.
    let right = markdown.replace("14:30 PST", "06:30 PST").replace("15:45 PST", "07:45 PST");
    let told = read(&Source::new("report.md", &right));
    let (start, first) = (told.value.start.unwrap(), &told.value.events[0]);
    assert_eq!(first.at.minutes_since(&start), Some(0.0));
    assert!(!told.warnings.iter().any(|doubt| doubt.code.name() == "zone-mixed"));
}

#[test]
fn a_story_in_prose() {
    reads(
        "# The gate was shut\n\nOn 6 May 2031 nobody came in, from 09:30 to 12:00 UTC.\n\nThe alert \
            of the gate fired at 09:30 UTC, and the guard ran to it. At\n10:15 UTC we found the hinge, and by 11:20 UTC it was\noiled. \
            The gate was open at 12:00 UTC.\n\nWe will oil it each month.\n",
        &[
            "5: 05-06 09:30 The alert of the gate fired at 09:30 UTC, and the guard ran to it.",
            "6: 05-06 10:15 At 10:15 UTC we found the hinge,",
            "6: 05-06 11:20 and by 11:20 UTC it was oiled.",
            "7: 05-06 12:00 The gate was open at 12:00 UTC.",
        ],
    );
    // Where the story has sections, the summary tells start and end.
    reads(
        "# Gate\n## Summary\nThe gate was shut at 9:00 AM and opened at 11:00 AM.\n## Root \
            cause\nThe hinge was dry. At 9:20 AM the guard saw it, and the smith came at 10:30 AM.\n",
        &["5: 09:20 At 9:20 AM the guard saw it,", "5: 10:30 and the smith came at 10:30 AM."],
    );
    // Labelled figures, meetings and the name of a job are no story.
    reads(
        "# Gate\nStart: 13 May 2031 6:00 am UTC\n\nEnd: 14 May 2031 7:00 am UTC\n\nOur 10:30 job was \
            late.\n\n*Friday, 16 May, 9:30 AM EST*\n",
        &[],
    );
}

#[test]
fn a_paragraph_that_begins_with_a_time_goes_on_with_others() {
    reads(
        "## Timeline\nOn 6 May 2031 around 0600 hours the guard saw that the gate was shut. The \
            smith opened it by 7 May, 1500 hours.\n",
        &[
            "2: 05-06 06:00 On 6 May 2031 around 0600 hours the guard saw that the gate was shut.",
            "2: 05-07 15:00 The smith opened it by 7 May, 1500 hours.",
        ],
    );
}

#[test]
fn a_log_is_the_timeline_when_there_is_no_other() {
    let log = "```\n10:30 <ann> the gate is shut\n10:32 <bob> who has the key\n10:40 <ann> the smith\n\
        10:55 <bob> it is open\n```\n";
    reads(
        &format!("# Gate\nFrom our chat:\n\n{log}"),
        &[
            "5: 10:30 <ann> the gate is shut",
            "6: 10:32 <bob> who has the key",
            "7: 10:40 <ann> the smith",
            "8: 10:55 <bob> it is open",
        ],
    );
    reads(
        &format!("## Timeline\n- 10:30 The alert fired.\n- 11:00 Over.\n\n## Appendix\n{log}"),
        &["2: 10:30 The alert fired.", "3: 11:00 Over."],
    );
}

#[test]
fn a_list_in_html() {
    reads(
        "<h2>Timeline</h2>\n<ul>\n<li>10:30 - The alert fired.</li>\n<li><b>11:00</b> - We \
            looked.</li>\n<li>12:00<br>It was over.</li>\n</ul>\n",
        &["3: 10:30 The alert fired.", "4: 11:00 We looked.", "5: 12:00 It was over."],
    );
}

#[test]
fn figures_sums_and_days_that_are_due_are_no_events() {
    reads(
        "## Summary\n| Item | Value |\n|---|---|\n| Downtime | 2:30 |\n| Started | 10:00 |\n| Ended | \
            12:30 |\n\n## What happened\n| Time | Event |\n|---|---|\n| 10:00 | The alert fired |\n| \
            2031-05-06 HH:MM | Say what happened |\n| 2031-05-?? ??:?? | To be told |\n| 12:30 | It \
            was over |\n| Total | 2:30 |\n\n## Next\n| Task | Due date |\n|---|---|\n| Oil the hinge \
            | 2031-06-01 |\n| Test the alarm | 2031-06-02 |\n",
        &["11: 05-06 10:00 The alert fired", "14: 05-06 12:30 It was over"],
    );
}

#[test]
fn times_with_a_number_or_a_word_against_them() {
    runs(
        "1. 10:00 AM: The alert fired.\n2. 11:00 AM: We looked.\n3.12:30 PM: It was over.\n",
        &["06 10:00", "06 11:00", "06 12:30"],
    );
    runs(
        "### 2031-05-06 ca. 18:30\nThe alert fired.\n### 19:00\nIt was over.\n",
        &["06 18:30", "06 19:00"],
    );
    runs(
        "- At 10:00 the alert fired.\n- The guard gave the key of the gate to the smith at 10:20, \
            who looked.\n- At 11:00 it was over.\n",
        &["06 10:00", "06 10:20", "06 11:00"],
    );
}

#[test]
fn a_month_with_two_letters_exchanged_and_a_zone_named_twice() {
    reads(
        "On Feburary 3, 2031 it broke.\n## Timeline\n- 10:30 - The alert fired.\n",
        &["3: 02-03 10:30 The alert fired."],
    );
    let zone = |markdown| read(&Source::new("report.md", markdown)).value.zone.unwrap().label;
    assert_eq!(
        zone("## Timeline\nAll times in Central European Time (CET).\n- 10:30 The alert fired.\n"),
        "CET"
    );
}

#[test]
fn a_remark_on_the_times_is_no_entry() {
    let rows = "- 09:00 - The press stopped.\n- 09:40 - It ran again.\n";
    reads(
        &format!(
            "## Timeline\n\n_Note: times that nobody wrote down are given as 09:00_\n\n{rows}"
        ),
        &["5: 09:00 The press stopped.", "6: 09:40 It ran again."],
    );
}

#[test]
fn a_second_column_of_clocks_is_an_end_only_where_it_is_called_one() {
    let ends = |head: &str| {
        let text = format!(
            "## Timeline\n\n| {head} | Event |\n| - | - | - |\n\
             | 09:00 | 11:00 | The press stopped. |\n| 09:40 | 11:40 | It ran again. |\n"
        );
        let read = read(&Source::new("report.md", &text)).value;
        read.events.iter().filter(|event| event.until.is_some()).count()
    };
    assert_eq!(ends("Start | End"), 2);
    assert_eq!(ends("Time (UTC) | Time (CEST)"), 0);
    assert_eq!(ends("Time (UTC) | Local time"), 0);
}
