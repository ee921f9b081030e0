//! The lines between rows of a timeline that have no time of their own, and rows out of order.

use super::timeline::reads;
use postmirth::incident::Incident;
use postmirth::read::read;
use postmirth::source::Source;

fn told(list: &str) -> (Incident, Vec<String>) {
    let report = format!("On 2031-05-06 the queue stopped.\n\n## Timeline\n\n{list}");
    let read = read(&Source::new("queue.md", report));
    let said = read.warnings.iter();
    let said = said.map(|doubt| format!("{}: {}", doubt.code.name(), doubt.message));
    (read.value, said.collect())
}

#[test]
fn entries_without_a_time_are_told_of_once() {
    for list in [
        "- **Detected:** 6 May 2031, 09:00 - The alert fired.\n- **Actions taken:** Mara looked at \
         the graph of the queue, and at those of the broker, the workers and the disks of the \
         host, for a long time without a finding.\n- **Resolution:** She restarted it.\n",
        "- **Detected:**\n  - 6 May 2031, 09:00\n  - The alert fired.\n- **Actions taken:**\n  - \
         Mara looked at the graph of the queue.\n- **Resolution:**\n  - She restarted it.\n",
    ] {
        let (incident, said) = told(list);
        let rows: Vec<&str> = incident.events.iter().map(|row| row.text.as_str()).collect();
        assert_eq!(rows, ["Detected: The alert fired."], "{list}");
        let untimed: Vec<_> =
            said.iter().filter(|said| said.starts_with("untimed-entries")).collect();
        assert_eq!(untimed.len(), 1, "{list}{said:?}");
        assert!(untimed[0].contains("2 entries without one"), "{untimed:?}");
    }
}

#[test]
fn a_name_between_rows_is_no_part_of_them() {
    reads(
        "On 2031-05-06 the queue stopped.\n\n## Timeline\n- First signs\n\n09:00 UTC - The queue \
            stopped.\n\n- Root cause analysis\n\n09:10 UTC - Mara found a full disk.\n",
        &["6: 05-06 09:00 The queue stopped.", "10: 05-06 09:10 Mara found a full disk."],
    );
}

#[test]
fn a_paragraph_below_the_rows_that_looks_back_is_none_of_them() {
    let (incident, doubts) = told(
        "- 09:00 The belt stops.\n- 09:30 The belt runs again.\n\nA belt runs once a day.\n\nLamp \
            note: between 09:00 and 09:30 the lamp stayed green.\n",
    );
    assert_eq!(incident.events.len(), 2, "{:?}", incident.events);
    assert!(doubts.iter().all(|code| code != "clock-backwards"), "{doubts:?}");
}

#[test]
fn paragraphs_below_a_lone_time_belong_to_it() {
    reads(
        "# The queue stopped\n\n## Timeline\n\nMay 6, 2031: 9:00am UTC\nThe queue \
            stopped.\n\nMay 6, 2031: 9:10am UTC\nMara called the vendor.\n\nAfter the call she \
            slept.\n\nMay 6, 2031: 9:20am UTC\nIt ran again.\n",
        &[
            "5: 05-06 09:00 The queue stopped.",
            "8: 05-06 09:10 Mara called the vendor. After the call she slept.",
            "13: 05-06 09:20 It ran again.",
        ],
    );
}

#[test]
fn a_slip_of_the_pen_keeps_its_place() {
    let (incident, said) = told(
        "- 2031-05-06 09:00 - The queue stopped.\n- 2030-05-06 09:10 - Mara was paged.\n- \
         2031-05-06 09:20 - It ran again.\n",
    );
    let minutes: Vec<f64> = incident.events.iter().map(|row| row.minute).collect();
    assert_eq!(minutes, [0.0, 10.0, 20.0]);
    assert!(said.iter().any(|said| said.starts_with("date-mistyped")), "{said:?}");
    let (incident, said) =
        told("- 09:50 - The queue stopped.\n- 09:00 - Mara was paged.\n- 10:20 - It ran again.\n");
    let minutes: Vec<f64> = incident.events.iter().map(|row| row.minute).collect();
    assert_eq!(minutes, [0.0, 0.0, 30.0]);
    assert!(said.iter().any(|said| said.starts_with("clock-backwards")), "{said:?}");
}

#[test]
fn small_hours_below_noon_are_those_of_the_afternoon() {
    let rows = "- 2031-05-05 19:00 - A release.\n- 2031-05-06 12:40 - The queue stopped.\n- \
        2031-05-06 1:50 - Mara was paged.\n- 2031-05-06 4:10 - It ran again.\n";
    let after = |text: &str| -> Vec<f64> {
        let rows = told(text).0.events;
        rows.iter().map(|row| row.minute - rows[1].minute).collect()
    };
    let (_, said) = told(rows);
    assert_eq!(after(rows)[1..], [0.0, 70.0, 210.0]);
    assert!(said.iter().any(|said| said.starts_with("clock-backwards")), "{said:?}");
    // A single one may be a note from the night, and one of the next day is no slip.
    for other in [
        rows.replace("- 2031-05-06 4:10 - It ran again.\n", ""),
        rows.replace("05-06 1:50", "05-07 1:50").replace("05-06 4:10", "05-07 4:10"),
    ] {
        assert_ne!(after(&other)[2], 70.0, "{other}");
    }
}

#[test]
fn an_unknown_digit_stays_unknown() {
    reads(
        "On 2031-05-06 the queue stopped.\n\n## Timeline\n- 09:1xZ - The queue stopped.\n- \
            09:39:xxZ - It ran again.\n",
        &["4: 05-06 09:10 (09:1x) The queue stopped.", "5: 05-06 09:39 (09:39:xx) It ran again."],
    );
}

#[test]
fn nothing_goes_on_with_a_heading() {
    reads(
        "On 2031-05-06 the queue stopped.\n\n## Timeline\n\n### 09:00 - Trouble \
            starts\n\nqueue.example stopped.\n\n### 09:10 - Notice\n\nMara posted\n> The \
            queue stands still.\n\nShe slept.\n",
        &[
            "5: 05-06 09:00 Trouble starts: queue.example stopped.",
            "9: 05-06 09:10 Notice: Mara posted: The queue stands still. She slept.",
        ],
    );
}

#[test]
fn a_line_of_output_that_a_row_announces_is_shown_if_it_complains() {
    reads(
        "On 2031-05-06 the queue stopped.\n\n## Timeline\n\n### 09:00\n\nThe log of the broker \
            gives:\n\n```\nERROR no space left on device\n```\n\n### 09:10\n\nMara emptied the \
            disk with:\n\n```\nrm -r /srv/queue/old\n```\n",
        &[
            "5: 05-06 09:00 The log of the broker: ERROR no space left on device.",
            "13: 05-06 09:10 Mara emptied the disk.",
        ],
    );
}
