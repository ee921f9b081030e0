//! The shapes in which people put a timeline, and the names that they give their sections.

use postmirth::incident::Incident;
use postmirth::read::read;
use postmirth::source::Source;
use postmirth::time::format;

fn incident(markdown: &str) -> Incident {
    read(&Source::new("report.md", markdown)).value
}

/// One line an event: line, day when known, clock, text.
fn events(markdown: &str) -> Vec<String> {
    let source = Source::new("report.md", markdown);
    let incident = read(&source).value;
    let told = incident.events.iter().map(|event| {
        let day = event.at.day.map(|day| day.date.format("%m-%d ").to_string()).unwrap_or_default();
        let clock = event.at.clock.map_or("-".into(), format::clock);
        format!("{}: {day}{clock} {}", source.line_of(event.span.start), event.text)
    });
    told.collect()
}

#[track_caller]
fn reads(markdown: &str, wanted: &[&str]) {
    assert_eq!(events(markdown), wanted, "reading\n{markdown}");
}

const TAIL: &str = "\nRoot cause:\nA disk was full at 3 PM.\n";

#[test]
fn bare_lines_in_one_paragraph() {
    reads(
        &format!("Timeline:\n9:00 AM - The alert fired.\n9:30 AM - It was over.{TAIL}"),
        &["2: 09:00 The alert fired.", "3: 09:30 It was over."],
    );
    reads(
        "Timeline\n\n9:00 AM The alert fired\n\n9:30 AM It was over\n",
        &["3: 09:00 The alert fired", "5: 09:30 It was over"],
    );
}

#[test]
fn a_bare_line_after_a_bullet_is_an_entry_of_its_own() {
    reads(
        "## Timeline\n- 09:00: The alert fired.\n09:10: We looked.\n- 09:30: It was over.\n",
        &["2: 09:00 The alert fired.", "3: 09:10 We looked.", "4: 09:30 It was over."],
    );
}

#[test]
fn wrapped_lines_stay_with_their_entry() {
    reads(
        "## Timeline\n- 09:00: The alert fired and told us that the job of\n  10:30 had \
            failed.\n- 09:30: It was\nover.\n",
        &[
            "2: 09:00 The alert fired and told us that the job of 10:30 had failed.",
            "4: 09:30 It was over.",
        ],
    );
}

#[test]
fn a_heading_an_event_with_its_text_below() {
    reads(
        "# Broken\n## Timeline\nAll times in UTC\n### 09:00\nThe alert fired.\n\nMore of \
            it.\n\n```\n10:00 a log line\n```\n### 09:30 - It was over\n## Root cause\nAt 11:00 \
            nothing.\n",
        &["4: 09:00 The alert fired. More of it.", "12: 09:30 It was over"],
    );
}

#[test]
fn tables_with_the_time_in_any_column() {
    reads(
        "## Timeline\n\n| Time (UTC) | Event |\n|---|---|\n| 09:00 | The alert fired |\n| 09:30 | \
            It was over |\n",
        &["5: 09:00 The alert fired", "6: 09:30 It was over"],
    );
    reads(
        "## Timeline\n\n| On | Date (2031) | Time (PST) | What |\n|---|---|---|---|\n| Tue | May \
            6 | 07:08 | The alert fired |\n| Wed | May 7 | 00:10 | It was over |\n",
        &["5: 05-06 07:08 The alert fired", "6: 05-07 00:10 It was over"],
    );
    reads(
        "## Timeline\n\nTime | What\n--- | ---\n09:00 | The alert fired\n09:30 | It was over",
        &["5: 09:00 The alert fired", "6: 09:30 It was over"],
    );
    reads(
        "## Timeline\n\n| What | Who | When |\n|---|---|---|\n| The alert fired | monitoring | \
            09:00 |\n",
        &["5: 09:00 The alert fired"],
    );
}

#[test]
fn day_lines_and_day_headings() {
    reads(
        "## Timeline\n- Monday, May 13th, 2024:\n  - 9:00 am: The alert fired\n- Tuesday, May \
            14th, 2024:\n  - 8:00 am: It was over\n",
        &["3: 05-13 09:00 The alert fired", "5: 05-14 08:00 It was over"],
    );
    reads(
        "## Timeline\n## May 13\n- 09:00 The alert fired\n## May 14\n- 08:00 It was over\n\n## \
            Root cause\nA disk.\n",
        &["3: 05-13 09:00 The alert fired", "5: 05-14 08:00 It was over"],
    );
    reads(
        "## Timeline\n2024-05-13\n\n- 09:00 The alert fired\n\n2024-05-14\n\n- 08:00 It was over\n",
        &["4: 05-13 09:00 The alert fired", "8: 05-14 08:00 It was over"],
    );
}

#[test]
fn html_code_and_fences() {
    reads(
        "<h2>Timeline</h2>\n<ul>\n<li>09:00 - The alert fired</li>\n<li><b>09:30</b> - It was \
            over</li>\n</ul>\n",
        &["3: 09:00 The alert fired", "4: 09:30 It was over"],
    );
    reads(
        "## Timeline\n\n    09:00 - The alert fired\n    09:30 - It was over\n",
        &["3: 09:00 The alert fired", "4: 09:30 It was over"],
    );
    reads(
        "Here is the report:\n```markdown\n## Timeline\n- 09:00 - The alert fired\n- 09:30 - It \
            was over\n\n## Root cause\nA disk.\n```\n",
        &["4: 09:00 The alert fired", "5: 09:30 It was over"],
    );
    reads(
        "## Timeline<br>09:00 - The alert fired<br>09:30 - It was over\n",
        &["1: 09:00 The alert fired", "1: 09:30 It was over"],
    );
    reads(
        "## Timeline\n09:00 - The alert fired<br>09:30 - It was over\n",
        &["2: 09:00 The alert fired", "2: 09:30 It was over"],
    );
    // Where lines are broken by hand, their ends in the source mean nothing.
    reads(
        "## Timeline\n09:00 - The alert\nfired <br/> 09:20 - The pump was\nswapped. <br/> \
            09:30 - It was\nover\n",
        &["2: 09:00 The alert fired", "3: 09:20 The pump was swapped.", "4: 09:30 It was over"],
    );
    reads(
        "## Timeline\n• 09:00 - The alert fired • 09:30 - It was over\n",
        &["2: 09:00 The alert fired", "2: 09:30 It was over"],
    );
}

#[test]
fn a_fence_that_was_never_closed_hides_nothing() {
    reads(
        "## Timeline\n- 09:00 - The alert fired\n```\nsome log\n\n- 09:30 - It was over\n",
        &["2: 09:00 The alert fired", "6: 09:30 It was over"],
    );
}

#[test]
fn labels_with_their_time_behind() {
    reads(
        "- **Key events**\n  - Fault occurs 2031-05-06 07:08\n  - Resolved 2031-05-06 09:10\n\n- \
            **Time to repair**: 0h 41m\n\n- **Impact**:\n  - None to speak of\n",
        &[
            "2: 05-06 07:08 Fault occurs 2031-05-06 07:08",
            "3: 05-06 09:10 Resolved 2031-05-06 09:10",
        ],
    );
    reads(
        "## Timeline\n- *Detected:* The alert fired at 9:00am\n- *Resolved:* It was over \
            (9:30am)\n",
        &["2: 09:00 Detected: The alert fired at 9:00am", "3: 09:30 Resolved: It was over"],
    );
}

#[test]
fn sections_by_every_kind_of_name() {
    let body = "\n- 09:00 - The alert fired\n\n";
    for name in [
        "# Timeline",
        "###### TIMELINE",
        "##Timeline",
        "Timeline\n--------",
        "Timeline\n====",
        "<h3>Timeline</h3>\n",
        "**Timeline**",
        "**Timeline:**",
        "*Timeline*",
        "__Timeline:__",
        "Timeline:",
        "Timeline",
        "2. Timeline",
        "## 2. Timeline",
        "## Section 2: Timeline",
        "## ⏰ Timeline ⏰",
        "## Timeline (all times in UTC)",
        "`Timeline`",
        "Time-line (EAT)",
        "## Timeline of events",
        "## Incident timeline",
        "## Chronology",
        "## Key events",
        "### Timeline: eleven timestamps, one bad package",
        "## **Timeline**",
        "TIMELINE OF EVENTS:",
        "- Timeline:",
    ] {
        let found = events(&format!(
            "# Broken\n\nIt broke for an hour.\n\n{name}\n{body}## Root cause\n\n- 11:00 not an \
                event\n"
        ));
        assert_eq!(found.len(), 1, "under {name:?}: {found:?}");
    }
}

#[test]
fn measures_by_every_kind_of_name() {
    for name in [
        "## Corrective and preventative measures",
        "Corrective and Preventive Measures:",
        "**Action items**",
        "### Next steps",
        "TODO:",
        "## Tasks",
        "## Improvements",
        "Remediation",
        "## Follow-up actions",
        "5. Corrective measures",
        "## What will change",
        "## How are we going to do better in the future?",
        "Tasks to address the issue:",
    ] {
        let found = incident(&format!(
            "# Broken\n\n## Timeline\n- 09:00 - The alert fired\n- 09:30 - Over\n\n{name}\n\n- \
                Add an alert on disk space\n- Rotate the logs\n"
        ));
        assert_eq!(found.actions.len(), 2, "under {name:?}: {:?}", found.actions);
    }
}

#[test]
fn a_second_telling_is_noted_and_not_counted() {
    let telling = |title: &str, alert: &str| {
        format!(
            "# {title}\n## Timeline\n- 09:00 - {alert}\n- 09:30 - It was over\n## Tasks\n- Add an \
                alert\n"
        )
    };
    let source = Source::new(
        "report.md",
        telling("Plain", "The alert fired") + &telling("Funny", "The alarm sang"),
    );
    let told = read(&source);
    assert_eq!(told.value.events.len(), 2);
    assert_eq!(told.value.events[0].text, "The alert fired");
    assert_eq!(told.value.actions.len(), 1);
    assert!(told.warnings.iter().any(|doubt| doubt.code.name() == "second-telling"));
}

#[test]
fn front_matter_gives_date_and_title() {
    let found = incident(
        "---\ntitle: \"The night of the queue\"\ndate: 2024-04-18\n---\n\n## Timeline\n- 09:00 - \
            The alert fired\n- 09:30 - It was over\n",
    );
    assert_eq!(found.title.as_deref(), Some("The night of the queue"));
    assert_eq!(found.events[0].at.written().as_deref(), Some("2024-04-18T09:00:00"));
}

#[test]
fn an_author_can_settle_a_doubt_in_the_report() {
    let found = incident(
        "<!-- postmirth: zone=Africa/Johannesburg date=2024-04-18 -->\n## Timeline\n- 09:00 - The \
            alert fired\n- 09:10 - Rang the vendor <!-- postmirth: phase=escalation kind=dead_end \
            -->\n- 09:30 - It was over\n",
    );
    assert_eq!(found.events[0].at.written().as_deref(), Some("2024-04-18T09:00:00+02:00"));
    assert_eq!(
        (found.events[1].phase.name(), found.events[1].kind.name()),
        ("escalation", "dead_end")
    );
    assert_eq!(found.events[1].text, "Rang the vendor");
}

#[test]
fn what_stands_below_a_bullet_that_names_a_section() {
    let incident = incident(
        "- **Key events**\n  - Detected 2031-05-06 10:05\n  - Resolved 2031-05-06 12:30\n\n- \
            **Context**:\n\n10:00 - The gate lost its key:\n\n* the brass one\n* the spare \
            one\n\n10:05 - The alert fired.\n\n11:40 - Found the hinge.\n\n12:30 - It was over.\n\n- \
            **Review actions**:\n\n1. Oil the hinge.\n2. Cut a third key.\n",
    );
    assert_eq!(incident.events.len(), 4);
    assert_eq!(incident.actions.len(), 2);
}
