//! The calendar of action items: done and open, the days, and today.

use super::actions::{bar, drawn, example, report, shows, solids};
use crate::support::drawing::{place, wording};

#[test]
fn what_is_done_is_full_and_what_is_open_a_ring() {
    let scene = drawn(&example("checkboxes"), None);
    for text in
        ["@edge-platform", "13 Mar", "30 Apr", "in review", "blocked: waits for a site visit plan"]
    {
        shows(&scene, text);
    }
    let full = |text: &str| solids(&scene, text).iter().map(|(.., full)| *full).collect::<Vec<_>>();
    assert_eq!(full("Add a probe that verifies"), [true, true]);
    assert_eq!(full("Renew the staging certificate"), [false, false]);
    assert!(!wording(&scene).contains("overdue"), "without a day nothing is overdue");
}

#[test]
fn bars_run_from_the_incident_to_the_day_on_one_scale() {
    let scene = drawn(
        &report(
            "- [ ] Two things, due 2026-04-13\n- [ ] One thing, due 2026-03-24\n- [x] Three \
                things, done 2026-03-14\n",
        ),
        None,
    );
    let bar = |text: &str| bar(&scene, text);
    let (one, two, three) = (bar("One thing"), bar("Two things"), bar("Three things"));
    assert!(
        (one.0 - two.0).abs() < 0.1 && (two.0 - three.0).abs() < 1.0,
        "{one:?} {two:?} {three:?}"
    );
    // A bar is drawn with its outline inside, which takes a pixel and a half.
    assert!(((two.1 + 1.5) / (one.1 + 1.5) - 2.0).abs() < 0.01, "{one:?} {two:?}");
    assert!((three.1 / (two.1 + 1.5) - 0.25).abs() < 0.01, "{two:?} {three:?}");
    shows(&scene, "4 Mar");
    // Sorted by day, the day at the end of its bar.
    let y = |text: &str| place(&scene, text).y;
    assert!(y("Three things") < y("One thing") && y("One thing") < y("Two things"));
    let day = place(&scene, "13 Apr");
    assert!((day.x - two.0 - two.1 - 8.0).abs() < 1.5, "{day:?} {two:?}");
}

#[test]
fn today_is_a_line_and_what_is_late_says_so() {
    let text = report(
        "- [ ] One thing, due 2026-03-24\n- [ ] Two things, due 2026-04-13\n- [x] Three things, \
            due 2026-03-14\n",
    );
    let plain = drawn(&text, None);
    assert!(!wording(&plain).contains("oday") && !wording(&plain).contains("overdue"));
    let scene = drawn(&text, Some("2026-04-01"));
    for text in ["24 Mar, overdue", "13 Apr", "14 Mar", "Today", "1 done", "2 open", "1 overdue"] {
        shows(&scene, text);
    }
    // On the day itself nothing is late.
    assert!(!wording(&drawn(&text, Some("2026-03-24"))).contains("overdue"));
    // Far ahead the line would leave no room for the bars.
    assert!(wording(&drawn(&text, Some("2031-01-01"))).contains("today ›"));
}
