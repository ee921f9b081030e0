//! Clocks and days in the shapes of those who write fast, and lines that only look like entries.

use postmirth::incident::{Event, Status};
use postmirth::read::read;
use postmirth::source::Source;

fn rows(report: &str) -> Vec<String> {
    let told = read(&Source::new("report.md", report)).value;
    let row = |event: &Event| format!("{} {}", event.at.written().unwrap_or_default(), event.text);
    told.events.iter().map(row).collect()
}

#[test]
fn several_clocks_with_a_point_and_no_mark_are_the_times_of_a_timeline() {
    let report = "# Postmortem: the lamps failed\n\n## Timeline\n\n### 25 July 2031\n\n10.00 NP said \
        that the lamps were dim\n\n11.14 #alerts: the lamp alarm fired\n\n12.37 The lamps were lit \
        again\n";
    assert_eq!(
        rows(report),
        [
            "2031-07-25T10:00:00 NP said that the lamps were dim",
            "2031-07-25T11:14:00 #alerts: the lamp alarm fired",
            "2031-07-25T12:37:00 The lamps were lit again",
        ]
    );
}

#[test]
fn one_number_with_a_point_is_no_time() {
    let report = "# Postmortem: the lamps failed\n\n## Timeline\n\n- 11:14 the alarm fired\n- 12:37 \
        the lamps were lit again\n\n10.04 Lamps were the version that failed.\n";
    assert_eq!(rows(report).len(), 2);
}

#[test]
fn two_numbers_with_a_hyphen_are_month_and_day() {
    let report = "# Postmortem: the lamps failed on 2031-10-01\n\n## Timeline (UTC)\n\n\
        | Time | Event |\n|---|---|\n| 10-01 09:45 | The hall went dark |\n\
        | 10-01 ~15:00 | Somebody noticed |\n| 10-02 07:10 | The lamps were lit again |\n";
    let days: Vec<String> = rows(report).iter().map(|row| row[..16].to_string()).collect();
    assert_eq!(days, ["2031-10-01T09:45", "2031-10-01T15:00", "2031-10-02T07:10"]);
}

#[test]
fn what_a_process_logged_is_no_entry() {
    let report = "# Postmortem: the lamps failed\n\nThe lamps went dark. This was in the log:\n\n\
        ```\nMay 6 09:30:12 hall lamps[4711]: dark\nMay 6 09:31:12 hall lamps[4711]: still dark\n\
        ```\n\nWe lit them again.\n";
    assert!(rows(report).is_empty(), "{:?}", rows(report));
}

#[test]
fn a_prompt_in_italics_is_neither_cause_nor_task() {
    let report = "# Postmortem: the lamps failed\n\n## Timeline\n\n- 09:30 the lamps went dark\n- \
        10:00 the lamps were lit\n\n## Root cause\n\n*Note the root cause and describe what should \
        change*\n\nThe oil had been watered.\n\n## Action items\n\n*List any tasks that we should \
        complete because of this incident*\n\n- [ ] Test the oil\n";
    let told = read(&Source::new("report.md", report)).value;
    assert_eq!(told.root_cause.as_deref(), Some("The oil had been watered."));
    let tasks: Vec<&str> = told.actions.iter().map(|task| task.text.as_str()).collect();
    assert_eq!(tasks, ["Test the oil"]);
}

#[test]
fn the_clock_of_a_machine_is_not_that_of_the_report() {
    let report = "# Postmortem: the lamps failed\n\n## Timeline\n\n- 2031-05-06 08:15 the lamps \
        went dark\n\n    ```\n    2031-05-06T07:34:22Z lamp error\n    ```\n\n- 2031-05-06 09:15 \
        the lamps were lit\n";
    let told = read(&Source::new("report.md", report)).value;
    assert!(told.zone.is_none(), "{:?}", told.zone);
}

#[test]
fn a_list_of_states_adds_no_tasks() {
    let report = "# Postmortem: the lamps failed\n\n## Timeline\n\n- 09:30 the lamps went dark\n- \
        10:00 the lamps were lit\n\n## Action items\n\n- Test the oil\n- Watch the level of the \
        oil\n\n## Action items status\n\n- [x] Oil test\n- [ ] Level watch\n";
    let told = read(&Source::new("report.md", report)).value;
    let tasks: Vec<(&str, Status)> =
        told.actions.iter().map(|task| (task.text.as_str(), task.status)).collect();
    assert_eq!(
        tasks,
        [("Test the oil", Status::Done), ("Watch the level of the oil", Status::Open)]
    );
}
