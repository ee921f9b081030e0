//! Days, titles and texts that stand elsewhere than in the entry's own line.

use super::timeline::reads;
use postmirth::read::read;
use postmirth::source::Source;

fn title(markdown: &str) -> Option<String> {
    read(&Source::new("report.md", markdown)).value.title
}

#[track_caller]
fn said(markdown: &str, code: &str) -> String {
    let doubts = read(&Source::new("report.md", markdown)).warnings;
    let found = doubts.into_iter().find(|doubt| doubt.code.name() == code);
    found.expect("a diagnostic").message
}

#[test]
fn the_day_told_for_all_entries_beats_an_earlier_row() {
    let rows = "- 2031-05-05 23:10: the first crates were late\n- 01:38: the alert fired\n- 02:06: \
        the press ran again\n";
    let wanted = |line: usize| {
        [
            format!("{line}: 05-05 23:10 the first crates were late"),
            format!("{}: 05-06 01:38 the alert fired", line + 1),
            format!("{}: 05-06 02:06 the press ran again", line + 2),
        ]
    };
    let told = |head: &str, line: usize| {
        let wanted = wanted(line);
        let wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
        reads(&format!("{head}\n\n{rows}"), &wanted);
    };
    told(
        "# The press stopped\n\n## Timeline\n\nUnless otherwise noted everything happened on \
            2031-05-06, times in\nUTC.",
        8,
    );
    told("# The press stopped\n\n## Timeline (UTC, 2031-05-06)", 5);
    told("# The press stopped\n\nAt 2031-05-06 01:38 UTC the press stopped.\n\n## Timeline", 7);
}

#[test]
fn rows_that_show_where_their_day_begins_keep_it() {
    reads(
        "# The press stopped\n\n## Timeline (6 May 2031)\n\n- 5 May 22:00 the belt was changed\n- \
            23:00 the first sheets were late\n- 6 May 02:00 the press stopped\n",
        &[
            "5: 05-05 22:00 the belt was changed",
            "6: 05-05 23:00 the first sheets were late",
            "7: 05-06 02:00 the press stopped",
        ],
    );
}

#[test]
fn front_matter_in_toml() {
    let report = "+++\nlayout = \"post\"\ntitle = \"The press stopped\"\ndate = 2031-05-06\ntags = \
        [\"press\"]\n+++\n\nThe press was down for an hour.\n\n## Timeline\n\n- 09:30 The alert \
        fired.\n- 10:30 It ran.\n";
    assert_eq!(title(report).as_deref(), Some("The press stopped"));
    reads(report, &["12: 05-06 09:30 The alert fired.", "13: 05-06 10:30 It ran."]);
}

#[test]
fn another_day_than_that_of_the_timeline_is_no_part_of_the_title() {
    let report = |day: &str| {
        format!(
            "# Press stopped on {day}\n\nOn May 16, 2031 the press stopped.\n\n## Timeline\n\n- \
                2031-05-16 09:30 The alert fired.\n- 10:30 It ran.\n"
        )
    };
    let told = |day| title(&report(day));
    assert_eq!(told("May 10, 2031").as_deref(), Some("Press stopped"));
    let right = "Press stopped on May 16, 2031";
    assert_eq!(told("May 16, 2031").as_deref(), Some(right));
}

#[test]
fn a_posted_update_with_a_time_of_its_own_is_one_entry() {
    reads(
        "# Press\n\n## Updates\n\n### looking\n2031-05-06T06:53:28.110Z\n\nStarting 6:50 AM UTC, \
            no sheet was printed.\n\n### fixed\n2031-05-06T07:24:00.000Z\n\nThe belt was put \
            back.\n\n### closed\n2031-05-06T07:50:00.000Z\n",
        &[
            "8: 05-06 06:50 no sheet was printed.",
            "11: 05-06 07:24 The belt was put back.",
            "16: 05-06 07:50 closed",
        ],
    );
}

#[test]
fn a_time_in_brackets_is_no_part_of_a_label() {
    reads(
        "# Press\n\n## Timeline\n\n- **Noticed (May 6, 2031, 8:00 PM)**: the readers wrote.\n- \
            **Last steps (May 7, 2031, 2:00 AM)**: the belt was put back.\n",
        &[
            "5: 05-06 20:00 Noticed: the readers wrote.",
            "6: 05-07 02:00 Last steps: the belt was put back.",
        ],
    );
}

#[test]
fn a_later_sentence_that_begins_with_its_time() {
    reads(
        "# Press\n\n## Timeline\n\n- On 6 May 2031 at 14:00 the wrong belt was put in.\n- Told by \
            the alert, we took it out again. By 16:30 no sheet was torn.\n- At 17:00 the rest was \
            printed.\n",
        &[
            "5: 05-06 14:00 the wrong belt was put in.",
            "6: 05-06 16:30 no sheet was torn.",
            "7: 05-06 17:00 the rest was printed.",
        ],
    );
}

#[test]
fn prompts_of_a_template_are_no_part_of_an_entry() {
    reads(
        "On 6 May 2031 the press stopped.\n\n### Timeline\n* when was the fault noticed:\n\n\t2:17 \
            PM\n\n* how was the fault noticed\n\n\t2:20 PM a reader wrote\n\n* actions taken\n\n\
            \t2:24 PM the belt was looked at\n\n\t3:07 PM the press ran\n\n* What follows must \
            contain:\n\n\tThe belt was worn.\n",
        &[
            "4: 05-06 14:17 Fault noticed",
            "10: 05-06 14:20 a reader wrote",
            "14: 05-06 14:24 the belt was looked at",
            "16: 05-06 15:07 the press ran",
        ],
    );
}

#[test]
fn several_incidents_in_one_file() {
    let report = "# Fair of 2031\n\n## The token trouble\n\nTimeline:\n\n- 10:00 UTC the gate \
        opened\n- 10:40 UTC the tokens were wrong\n- 11:30 UTC new tokens came\n\n## The press \
        trouble\n\nTimeline:\n\n- 12:00 UTC the press began\n- 12:11 UTC the press stopped\n- 12:48 \
        UTC the press ran\n\nNext time we will oil it.\n\n## Action items\n\n- Check the tokens.\n";
    reads(
        report,
        &["7: 10:00 the gate opened", "8: 10:40 the tokens were wrong", "9: 11:30 new tokens came"],
    );
    assert!(said(report, "several-incidents").contains("found 2"));
    let told = read(&Source::new("report.md", report)).value;
    // The picture is of that one, not of the whole fair.
    let title = told.title.as_deref();
    assert_eq!(title, Some("Fair of 2031: The token trouble"));
    let long = report.replace("Fair of 2031", &"Fair of the seven harbours ".repeat(3));
    let long = read(&Source::new("report.md", long)).value.title;
    assert_eq!(long.as_deref(), Some("The token trouble"));
    let tasks: Vec<&str> = told.actions.iter().map(|action| action.task.as_str()).collect();
    assert_eq!(tasks, ["Check the tokens."]);
    // Each may name its day.
    let dated = report
        .replace("The token trouble", "Outage of 6 May 2031")
        .replace("The press trouble", "Outage of 7 May 2031");
    assert!(said(&dated, "several-incidents").contains("found 2"));
    // The days of one story are read as one.
    let days = report.replace("The token trouble", "Day 1").replace("The press trouble", "Day 2");
    let days = read(&Source::new("report.md", days)).value;
    assert_eq!(days.events.len(), 6);
    assert_eq!(days.title.as_deref(), Some("Fair of 2031"));
}

#[test]
fn marks_of_footnotes_and_words_broken_at_a_hyphen() {
    reads(
        "On 6 May 2031 it broke.\n\n## Timeline\n\n- 09:30 The alert fired.[[9]](#notes)\n- 09:40 \
            The read-\n  only copy[^2] was used[^long-note].\n- 09:50 The pre-\n  and post-checks \
            ran.\n\n## Notes\n\n[^2]: A copy.\n",
        &[
            "5: 05-06 09:30 The alert fired.",
            "6: 05-06 09:40 The read-only copy was used.",
            "8: 05-06 09:50 The pre- and post-checks ran.",
        ],
    );
}

#[test]
fn dates_with_a_slash_before_the_clock_or_a_month_in_letters() {
    reads(
        "## Timeline\n- 2031-05-06/09:30: the alert fired\n- 2031-MAY-6 10:30: it ran\n",
        &["2: 05-06 09:30 the alert fired", "3: 05-06 10:30 it ran"],
    );
}

#[test]
fn the_zone_of_iso_times_has_its_usual_name() {
    let report = "## Timeline\n- 2031-05-06T09:30Z the alert fired\n- 2031-05-06T10:30Z it ran\n";
    let zone = read(&Source::new("report.md", report)).value.zone;
    assert_eq!(zone.expect("a zone").label, "UTC");
}

#[test]
fn a_field_that_tells_how_it_ended_is_the_last_entry_of_a_story_in_sentences() {
    reads(
        "# Press\n\n**Resolved at:** ~18:23 (the belt was changed)\n\n## What happened\n\nThe press \
            stopped at 18:08 without a sound.\n\nBy 18:12 the whole hall had noticed it.\n",
        &[
            "7: 18:08 The press stopped at 18:08 without a sound.",
            "9: 18:12 By 18:12 the whole hall had noticed it.",
            "3: 18:23 the belt was changed",
        ],
    );
}

#[test]
fn times_in_the_sentences_of_a_timeline_are_not_denied() {
    let report = "# Press\n\nThe outage of the press took half of the morning: the belt failed, the \
        press was down, and no paper left the house before lunch.\n\n## Timeline\n\n### Detection\n\nIt was noticed at 9:00 AM.\n\n### Actions \
        taken\n\nThe belt was looked at from all sides and then taken out.\n\n## Root cause\n\nThe \
        belt was torn, because the roll below it had not been oiled since the winter.\n";
    assert!(said(report, "no-times").contains("found one time in the sentences"));
}

#[test]
fn one_end_on_two_days_gives_no_length() {
    let report = "Start: 2031-05-11 13:00\n\nEnd: 2031-05-15 14:30\n\n## Timeline\n\n- 2031-05-11 \
        13:00 The alert fired.\n- 13:40 The belt was found.\n- 14:30 The press ran.\n";
    assert!(said(report, "times-disagree").contains("different days"));
    let told = read(&Source::new("report.md", report)).value;
    assert_eq!((told.minutes, told.end), (None, None));
}

#[test]
fn a_part_of_a_report_is_no_title() {
    let rows = "## Timeline (UTC)\n\n- 09:30: the press stopped\n- 10:30: it ran again\n";
    let told = |head: &str| title(&format!("{head}\n\n{rows}"));
    let own = Some("The press stopped".to_string());
    for part in [
        "Prolog",
        "Prologue",
        "Where I have been lucky",
        "Epilogue",
        "By Ada Okafor",
        "When?",
        "How did we fix it?",
    ] {
        assert_ne!(told(&format!("## {part}\n\nIt was a long day.")).as_deref(), Some(part));
        assert_eq!(told(&format!("## {part}\n\n## The press stopped")), own);
    }
    for lead in ["Incident report", "Incident review", "Outage postmortem", "Afterthought"] {
        assert_eq!(told(&format!("# {lead}: The press stopped")), own, "{lead}");
    }
}

#[test]
fn the_day_of_the_incident_beats_that_of_the_document() {
    let rows = "## Timeline (UTC)\n\n- 09:30: the press stopped\n- 10:30: it ran again\n";
    let told = |head: &str| {
        let report = format!("---\ndate: 2034-02-10\n---\n\n{head}\n\n{rows}");
        let day = read(&Source::new("report.md", &report)).value.events[0].at.day;
        day.map(|day| day.date.to_string())
    };
    let day = Some("2031-05-06".to_string());
    assert_eq!(told("# May 6th, 2031: the press stopped"), day);
    // A page is published some days after what it tells of.
    let published = |sentence: &str| {
        let report =
            format!("---\ndate: 2031-05-16\n---\n\n# The press stopped\n\n{sentence}\n\n{rows}");
        let day = read(&Source::new("report.md", &report)).value.events[0].at.day;
        day.map(|day| day.date.to_string())
    };
    assert_eq!(published("On the morning of May 6, 2031, the press stopped."), day);
    assert_ne!(published("It had stopped on May 6, 2030, too."), day);
    let soon = Some("2034-02-08".to_string());
    let prose = "# The press stopped\n\n## Notes\n\nThe press stopped on 8 February 2034.";
    assert_eq!(told(prose), soon);
}
