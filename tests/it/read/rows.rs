//! Rows of a timeline that share a line, or have their text on the lines below.

use super::timeline::reads;
use postmirth::read::read;
use postmirth::source::Source;

#[test]
fn entries_that_share_a_line_are_divided_at_their_times() {
    let wanted = [
        "4: 05-06 09:00 The queue stopped.",
        "4: 05-06 09:04 While Mara read the graph, the depth doubled",
        "4: 05-06 09:10 The consumer was started again.",
    ];
    for stamps in [
        ["9:00am UTC:", "9:04am UTC:", "9:10am UTC:"],
        ["0900hrs UTC:", "0904hrs UTC:", "0910hrs UTC:"],
    ] {
        let [first, second, third] = stamps;
        reads(
            &format!(
                "On 2031-05-06 the queue stopped.\n\n## Timeline\n{first} The queue stopped. \
                    {second} While Mara read the graph, the depth doubled {third} The consumer \
                    was started again.\n"
            ),
            &wanted,
        );
    }
    reads(
        "On 2031-05-06 the queue stopped.\n\n## Timeline\n- 09:00 AM: The queue stopped. - 09:10 \
            AM: Mara was paged, but slept.\n- worker: no route to broker 09:30 AM: She added the \
            route. 09:40 AM: The queue was empty.\n",
        &[
            "4: 05-06 09:00 The queue stopped.",
            "4: 05-06 09:10 Mara was paged, but slept.",
            "5: 05-06 09:30 She added the route.",
            "5: 05-06 09:40 The queue was empty.",
        ],
    );
}

#[test]
fn a_time_inside_a_sentence_does_not_divide_it() {
    reads(
        "On 2031-05-06 the queue stopped.\n\n## Timeline\n- 09:20: Nobody had written since 09:00: \
            The queue was full.\n- 09:30: The job of 09:15 - Nightly - had failed.\n- 09:40: Over.\n",
        &[
            "4: 05-06 09:20 Nobody had written since 09:00: The queue was full.",
            "5: 05-06 09:30 The job of 09:15 - Nightly - had failed.",
            "6: 05-06 09:40 Over.",
        ],
    );
}

#[test]
fn a_label_line_with_its_story_below() {
    let indented = "On 2031-05-06 the queue stopped.\n\nTimeline:\n\n    09:00 AM (UTC): Alarm \
        Raised\n        The depth alert fired.\n\n    09:10 AM (UTC): First Steps\n        Mara \
        suspected the network.\n        She read the switch logs but found nothing.\n\n    09:40 \
        AM (UTC): Repair\n        The consumer was started again.\n";
    reads(
        indented,
        &[
            "5: 05-06 09:00 Alarm Raised: The depth alert fired.",
            "8: 05-06 09:10 First Steps: Mara suspected the network. She read the switch logs but \
                found nothing.",
            "12: 05-06 09:40 Repair: The consumer was started again.",
        ],
    );
    reads(
        "On 2031-05-06 the queue stopped.\n\n## Timeline\n### 09:00 UTC - Alarm\n- The depth alert \
            fired\n- Mara was paged\n### 09:40 UTC - Repair\n- consumer started again\n",
        &[
            "4: 05-06 09:00 Alarm: The depth alert fired; Mara was paged",
            "7: 05-06 09:40 Repair: consumer started again",
        ],
    );
}

#[test]
fn a_name_directly_below_the_list_ends_it() {
    reads(
        "Issue Summary:\n- Duration: from 09:00 AM to 09:40 AM on 2031-05-06.\nTimeline:\n- 09:00 \
            AM: The alert fired.\n- 09:40 AM: The consumer was started again.\nRoot Cause and \
            Resolution:\nThe broker had no route.\nCorrective and Preventative Measures:\n- Test \
            the route.\n",
        &["4: 05-06 09:00 The alert fired.", "5: 05-06 09:40 The consumer was started again."],
    );
}

#[test]
fn fields_and_nested_bullets_with_a_time_in_them() {
    reads(
        "**Summary:**\n- **Duration:**\n  - Start Time: May 6, 2031, 09:00 AM (UTC)\n  - End Time: \
            May 6, 2031, 11:00 AM (UTC)\n\n**Timeline:**\n- **Detection Time:**\n  - May 6, 2031, \
            09:15 AM (UTC)\n- **Detection Method:**\n  - The depth alert fired.\n- \
            **Escalation:**\n  - Mara was paged.\n  - The director was told at 09:50 AM (UTC) by \
            mail.\n\n**Resolution:**\n  - The broker had lost its route.\n  - Started the consumer \
            again at 10:40 AM (UTC), and all was well.\n",
        &[
            "7: 05-06 09:15 Detection",
            "13: 05-06 09:50 The director was told at 09:50 AM (UTC) by mail.",
            "17: 05-06 10:40 Started the consumer again at 10:40 AM (UTC), and all was well.",
        ],
    );
}

#[test]
fn a_clock_with_only_the_tens_of_its_minutes_and_an_hour_with_a_colon() {
    reads(
        "## Timeline (UTC)\n| Time | Event |\n|---|---|\n| ~2031-05-06 09:0xZ | The alert fired \
            |\n| ~2031-05-06 09:4xZ | It was over |\n",
        &["4: 05-06 09:00 The alert fired", "5: 05-06 09:40 It was over"],
    );
    reads(
        "## Timeline\n- 2031-05-06, 3:AM: The queue stopped.\n- 2031-05-06, 5:PM: It was over.\n",
        &["2: 05-06 03:00 The queue stopped.", "3: 05-06 17:00 It was over."],
    );
}

#[test]
fn a_question_of_the_template_between_entries_is_not_their_text() {
    reads(
        "On 2031-05-06 the queue stopped.\n\nTimeline:\nWhen was the issue detected?\n  09:00 AM: \
            The alert fired.\nHow was the issue detected?\n  09:05 AM: Mara read the graph.\n \
            wrong turns that were taken\n  09:10 AM: She blamed the switch.\n",
        &[
            "5: 05-06 09:00 The alert fired.",
            "7: 05-06 09:05 Mara read the graph.",
            "9: 05-06 09:10 She blamed the switch.",
        ],
    );
}

#[test]
fn the_order_of_day_and_month_in_which_the_outage_is_short() {
    reads(
        "## Summary\n- Start: 03/03/2031, 3:AM\n- End: 08/03/2031, 5:PM\n\n## Timeline\n- \
            03/03/2031 5:PM: The alert fired.\n- 08/03/2031 4:PM: It was over.\n",
        &["6: 03-03 17:00 The alert fired.", "7: 03-08 16:00 It was over."],
    );
}

#[test]
fn four_digits_with_hrs_are_a_time_and_never_a_length() {
    let report = "## Summary\nOn 2031-05-06 at 2100hrs UTC the queue stopped for 15 minutes.\n\n\
        ## Timeline\n2100hrs: The queue stopped.\n2115hrs: It was over.\n";
    let told = read(&Source::new("report.md", report)).value;
    assert_eq!(told.minutes, Some(15.0));
}

#[test]
fn the_day_of_the_incident_is_not_that_of_the_document() {
    reads(
        "# The queue\nDate: 2031-05-09\n\n## Summary\nOn Tuesday, 2031-05-06, the queue \
            stopped.\n\n## Impact\nOrders were late between 09:00 and 09:40 UTC.\n\n## \
            Timeline\n- 09:00: The alert fired.\n",
        &["11: 05-06 09:00 The alert fired."],
    );
    reads(
        "The queue\nDue date: 18 December 2031\n\n## Summary\nOn 20 December 2031 the queue \
            stopped.\n\n## Timeline\n- 09:00: The alert fired.\n",
        &["8: 12-20 09:00 The alert fired."],
    );
    let report = "# The queue\n\n**Date:** May 2031\n\n## Timeline\n- May 6, 09:00: The alert \
        fired.\n";
    let told = read(&Source::new("report.md", report)).value;
    let day = told.events[0].at.day.unwrap();
    assert_eq!((day.date.to_string().as_str(), day.year_known), ("2031-05-06", true));
}

#[test]
fn a_log_in_a_second_timeline_is_evidence_for_the_first() {
    reads(
        "On 2031-05-06 the queue stopped.\n\n## Timeline (UTC)\n- 09:00: The alert fired.\n- 09:40: \
            It was over.\n\n## Appendix: detailed timeline\n```text\n2031-05-06T08:16:02Z depth=40\n\
            2031-05-06T08:16:29Z depth=80\n```\n",
        &["4: 05-06 09:00 The alert fired.", "5: 05-06 09:40 It was over."],
    );
}

#[test]
fn a_pictogram_by_its_name_stands_before_a_time() {
    reads(
        "On 2031-05-06 the queue stopped.\n\n## Timeline\n:small_blue_diamond: 09:00 UTC: The \
            alert fired.\n\n:tada:09:40 UTC: It was over.\n",
        &["4: 05-06 09:00 The alert fired.", "6: 05-06 09:40 It was over."],
    );
}

#[test]
fn a_zone_that_every_entry_names_refutes_the_one_above_them() {
    let report = "## Summary\nOn 2031-05-06 the queue stopped.\n\n## Timeline (all times are \
        Pacific)\n- 09:00 UTC: The alert fired.\n- 09:20 UTC: The cause was found.\n- 09:40 UTC: \
        It was over.\n";
    let told = read(&Source::new("report.md", report)).value;
    assert_eq!(told.zone.unwrap().label, "UTC");
}

#[test]
fn a_prompt_of_the_template_is_no_part_of_the_report() {
    let report = "# The queue stopped\n\nOn 2031-05-06 the queue stopped.\n\n## Root cause\n*Describe \
        in detail what really went on below the surface.*\n\nThe disk was full.\n\n## Timeline\n- \
        09:00: The alert fired.\n\n## Action items\n*Provide every item with an owner and a \
        link.*\n\n- Watch the disk.\n";
    let told = read(&Source::new("report.md", report)).value;
    assert_eq!(told.root_cause.as_deref(), Some("The disk was full."));
    let tasks: Vec<&str> = told.actions.iter().map(|task| task.text.as_str()).collect();
    assert_eq!(tasks, ["Watch the disk."]);
}

#[test]
fn the_same_time_of_another_day_is_another_entry() {
    reads(
        "On 2031-05-06 the queue stopped.\n\n## Timeline\n- 2031-05-06 09:00 UTC: The queue \
            stopped.\n- 2031-05-08 09:00 UTC: It was over.\n",
        &["4: 05-06 09:00 The queue stopped.", "5: 05-08 09:00 It was over."],
    );
}

#[test]
fn a_time_after_the_first_words_begins_a_row_among_rows() {
    let told = |heading: &str| {
        reads(
            &format!(
                "On 2031-05-06 the queue stopped.\n\n{heading}\n09:00 UTC - The queue stopped.\nMara paged \
            at 09:05 UTC: The phone rang for a while.\nThe search began at 09:10 UTC, and the \
            graph was flat.\n09:20 UTC - The consumer was started again.\n"
            ),
            &[
                "4: 05-06 09:00 The queue stopped.",
                "5: 05-06 09:05 Mara paged: The phone rang for a while.",
                "6: 05-06 09:10 The search began, and the graph was flat.",
                "7: 05-06 09:20 The consumer was started again.",
            ],
        )
    };
    told("## Timeline");
    told("## Timetable");
}

#[test]
fn a_day_with_a_note_on_its_zone_is_no_row() {
    reads(
        "# The queue stopped\n\n## Timeline\n\n2031-05-09 (**all times in UTC**)\n\n- 2031-05-06 09:00 \
            The queue stopped.\n- 2031-05-06 09:20 It ran again.\n",
        &["7: 05-06 09:00 The queue stopped.", "8: 05-06 09:20 It ran again."],
    );
}

#[test]
fn a_row_does_not_announce_what_it_does_not_show() {
    reads(
        "On 2031-05-06 the queue stopped.\n\n## Timeline\n\n### 09:00\n\n[Chat \
            link](https://example.org/1)\n\nThe queue stopped with:\n\n```\nno \
            broker\n```\n\nMara was paged.\n\n### 09:10\n\nThe vendor wrote:\n\n> We are \
            sorry. It is the heat.\n\n### 09:20\n\nThe queue moved again. This is the \
            graph:\n\n![](graph.png)\n\n### 09:30 onward\n\n...\n\nThe queue was watched, \
            using:\n\n| host |\n|---|\n| a |\n\n### 09:40\n\n```\nqueue --empty\n```\n",
        &[
            "5: 05-06 09:00 The queue stopped. Mara was paged.",
            "17: 05-06 09:10 The vendor wrote: We are sorry. It is the heat.",
            "23: 05-06 09:20 The queue moved again.",
            "29: 05-06 09:30 The queue was watched",
            "39: 05-06 09:40 queue --empty",
        ],
    );
    reads(
        "On 2031-05-06 the queue stopped.\n\n## Timeline\n\n- 09:00 onward - Mara ran .save <file> \
            on the host.\n",
        &["5: 05-06 09:00 Mara ran .save <file> on the host."],
    );
}

#[test]
fn a_line_ends_at_a_break_of_html() {
    reads(
        "## Timeline\n\n2031-05-06\n\n**09:00** Ada ships release 7 **&lt;START OF OUTAGE&gt;**<br>\n\
            **09:05** Ben reports that his lamp is dark<br>\n**09:10** Release 6 is back\n",
        &[
            "5: 05-06 09:00 Ada ships release 7 <START OF OUTAGE>",
            "6: 05-06 09:05 Ben reports that his lamp is dark",
            "7: 05-06 09:10 Release 6 is back",
        ],
    );
}

#[test]
fn what_was_done_on_a_day_stands_beside_the_clocks_of_that_day() {
    reads(
        "## Timeline\n\n- `May 6 2031` The team ships the new lamp\n- `09:05` Ben reports that \
            his lamp is dark\n- `09:10` The old lamp is back\n",
        &[
            "3: 05-06 - The team ships the new lamp",
            "4: 05-06 09:05 Ben reports that his lamp is dark",
            "5: 05-06 09:10 The old lamp is back",
        ],
    );
}

#[test]
fn four_digits_before_a_zone_are_a_clock_and_no_year() {
    reads(
        "# Lamps, 2031-05-06\n\n## Timeline\n\n- May 6 1506 UTC: Release 7 is out.\n- 1540 UTC: \
            The alert fired.\n- May 7 1924 UTC: All lamps are lit.\n",
        &[
            "5: 05-06 15:06 Release 7 is out.",
            "6: 05-06 15:40 The alert fired.",
            "7: 05-07 19:24 All lamps are lit.",
        ],
    );
}
