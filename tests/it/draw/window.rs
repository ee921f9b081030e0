//! From when to when an incident was, as the description says it: only what the report tells.

use crate::support::drawing::{drawn, timeline, wording};

#[track_caller]
fn says(report: &str, expected: &str) {
    let told = drawn(report).description;
    assert!(told.starts_with(expected), "no {expected:?} in {told}");
}

const ALERT: &str = "2031-05-06 09:10 UTC - The monitoring alert fired.";
const FIX: &str = "2031-05-06 09:40 UTC - Ada restarted the relay.";
const OVER: &str = "2031-05-06 10:30 UTC - Service was fully restored.";

#[test]
fn what_came_after_the_end_is_not_of_it() {
    says(
        &timeline(&[ALERT, FIX, OVER, "2031-05-08 16:00 UTC - Ada wrote the review."]),
        "From 6 May 2031 09:10 to 6 May 2031 10:30 UTC, 1 h 20 min.",
    );
}

#[test]
fn the_ends_of_the_entries_are_no_window() {
    says(&timeline(&[ALERT, FIX]), "Entries from 6 May 2031 09:10 to 6 May 2031 09:40 UTC.");
    // Nobody says that a release days before began it.
    let released = "2031-05-02 11:00 UTC - Release 4.2 was deployed.";
    says(
        &timeline(&[released, FIX, OVER]),
        "Entries from 2 May 2031 11:00 to 6 May 2031 10:30 UTC.",
    );
    // It had gone on for longer than since somebody noticed.
    let late =
        format!("## Summary\n\nIt was an hour before we noticed.\n\n{}", timeline(&[ALERT, OVER]));
    says(&late, "Entries from");
}

#[test]
fn no_length_beside_another_that_the_report_states() {
    let summary = "# Lights out\n\n## Summary\n\nStart: 2031-05-06 09:10 UTC\n\n\
        End: 2031-05-06 10:30 UTC\n\nDuration: 40 minutes\n\n## Timeline\n\n";
    let report = format!("{summary}- {ALERT}\n- {FIX}\n- {OVER}\n");
    says(&report, "From 6 May 2031 09:10 to 6 May 2031 10:30 UTC. ");
    let title = wording(&drawn(&report));
    assert!(!title.contains("1 h 20 min in all"), "{title}");
}

#[test]
fn a_start_in_another_zone_is_told_in_that_of_the_report() {
    let report = format!(
        "# Lights out\n\n## Summary\n\nThe relay was down from 2:05 AM PDT on 6 May 2031 to \
            10:30 UTC on 6 May 2031.\n\n## Timeline\n\n- {ALERT}\n- {FIX}\n- {OVER}\n"
    );
    says(&report, "From 6 May 2031 09:05 to 6 May 2031 10:30 UTC, 1 h 25 min.");
}
