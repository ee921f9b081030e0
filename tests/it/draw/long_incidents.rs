//! Long incidents: nights are folded, rows are chosen and counted, and each is drawn on request.

use super::incident::long;
use crate::support::drawing::{bar, drawn, place, texts, timeline, with, wording};
use crate::support::golden;
use postmirth::draw::scene::Scene;
use postmirth::draw::{Layout, Options, RowLimit};

#[test]
fn few_rows_are_no_tower() {
    let words = "Somebody looked at one more graph, and then at the next one, and found that \
        neither of them had anything to say about what the users saw, which was a blank page.";
    let entries: Vec<String> = (0..14)
        .map(|at| {
            let what = ["The alert fired.", "Escalated to the vendor.", "We roll back."][at % 3];
            format!("2024-04-18 {:02}:{:02} UTC - {what} {words}", 9 + at / 6, at % 6 * 10)
        })
        .collect();
    let crowded = timeline(&entries.iter().map(String::as_str).collect::<Vec<_>>());
    let mut reports = vec![("crowded".to_string(), crowded)];
    for path in golden::reports("examples") {
        let report = String::from_utf8_lossy(&std::fs::read(&path).expect("a report")).into_owned();
        reports.push((path.display().to_string(), report));
    }
    for (name, report) in reports {
        let scene = drawn(&report);
        assert!(scene.height <= scene.width * 1.5, "{name}: {} on {}", scene.height, scene.width);
    }
}

#[test]
fn what_lies_far_away_is_a_note_at_the_edge() {
    let scene = drawn(&timeline(&[
        "2024-03-01 12:00 UTC - The faulty release is deployed.",
        "2024-04-18 09:30 UTC - The monitoring alert fired.",
        "2024-04-18 09:40 UTC - Engineers investigate the logs.",
        "2024-04-18 09:50 UTC - The release was rolled back.",
        "2024-04-18 10:00 UTC - Service restored.",
    ]));
    let told = texts(&scene);
    let noted = told.iter().any(|text| text == "48 days before");
    // Where the outage itself is told to begin there, the axis begins there.
    assert!(noted || told.iter().any(|text| text.starts_with('+')), "{told:?}");
}

#[test]
fn midnight_shows_the_date() {
    let scene = drawn(
        "# Down\n\n## Timeline\n\n- 2024-04-18 23:30 UTC - The alert fired.\n- 2024-04-19 00:45 \
            UTC - Service restored.\n",
    );
    let days: Vec<String> = texts(&scene)
        .into_iter()
        .filter(|text| text == "Thu 18 Apr" || text == "Fri 19 Apr")
        .collect();
    // Once on the axis and once beside the row, each.
    assert_eq!(days.len(), 4, "{:?}", texts(&scene));
    let undated = drawn(&timeline(&["23:30 - The alert fired.", "00:45 - Service restored."]));
    assert!(wording(&undated).contains("next day"), "{:?}", texts(&undated));
}

/// Two working sessions with a night in between.
fn a_night() -> Scene {
    drawn(
        "# Slow search\n\nAll times in UTC.\n\n## Timeline\n\n- 2024-04-18 17:00 - The alert \
            fired.\n- 2024-04-18 17:10 - Engineers look into the logs.\n- 2024-04-18 17:30 - \
            Nothing was found, we go home.\n- 2024-04-19 07:30 - The index is rebuilt.\n- \
            2024-04-19 07:50 - Half is done.\n- 2024-04-19 08:10 - Service restored.\n",
    )
}

#[test]
fn a_night_is_folded_and_says_how_long_it_was() {
    let scene = a_night();
    assert!(texts(&scene).iter().any(|text| text == "+14 h"), "{:?}", texts(&scene));
    // The first session gets its share of the room.
    let (first, third) = (bar(&scene, "The alert fired."), bar(&scene, "The index is rebuilt."));
    assert!(third.x - first.x > 90.0, "{first:?} {third:?}");
    // Without a night nothing is folded.
    let even = drawn(&timeline(&[
        "09:00 - The alert fired.",
        "10:00 - We look.",
        "11:00 - We look on.",
        "13:00 - Service restored.",
    ]));
    let told = texts(&even);
    assert!(
        told.iter().any(|text| text == "12:00") && !told.iter().any(|text| text.starts_with('+')),
        "{told:?}"
    );
}

#[test]
fn a_break_that_hides_more_than_it_saves_is_none() {
    let breaks = |entries: &[&str]| {
        let told = texts(&drawn(&timeline(entries)));
        told.iter().filter(|text| text.starts_with('+')).count()
    };
    let lunch = [
        "10:00 UTC - The alert fired.",
        "10:10 UTC - Engineers look into the logs.",
        "10:40 UTC - Nothing was found.",
        "11:00 UTC - The index is rebuilt.",
        "11:30 UTC - Half is done.",
        "13:00 UTC - Service restored.",
    ];
    assert_eq!(breaks(&lunch), 0);
    let night = [
        "2024-04-18 09:00 UTC - The alert fired.",
        "2024-04-19 09:10 UTC - Engineers look into the logs.",
        "2024-04-19 09:40 UTC - Service restored.",
    ];
    assert_eq!(breaks(&night), 1, "all but one would stand on a heap");
}

#[test]
fn a_long_report_is_cut_and_all_draws_each() {
    let shown = drawn(&long(200));
    let edge = place(&shown, "08:00").right();
    let rows = texts(&shown)
        .into_iter()
        .filter(|text| text.contains("number") || text.contains("times: "))
        .count();
    assert!((3..=14).contains(&rows), "{rows} rows beside {edge}");
    let all = with(&long(200), "paper", &Options { rows: RowLimit::All, ..Options::default() });
    let rows = texts(&all).into_iter().filter(|text| text.contains("number ")).count();
    assert_eq!(rows, 200);
    assert_eq!(all.collisions(), []);
}

#[test]
fn what_was_left_out_is_counted() {
    let entry = |at: usize| {
        let what = [
            "Somebody rereads the dashboards of zone",
            "A colleague brings coffee to table",
            "The logs of one more host are read, number",
        ][at % 3];
        format!("2024-04-18 10:{at:02} UTC - {what} {at}.")
    };
    let mut entries = vec!["2024-04-18 09:30 UTC - The monitoring alert fired.".to_string()];
    entries.extend((0..30).map(entry));
    entries.push("2024-04-18 11:00 UTC - The root cause was found: a full disk.".into());
    entries.push("2024-04-18 11:10 UTC - Service restored.".into());
    let scene = drawn(&timeline(&entries.iter().map(String::as_str).collect::<Vec<_>>()));
    let told = texts(&scene);
    for kept in ["The monitoring alert fired", "Service restored"] {
        assert!(told.iter().any(|text| text == kept), "{kept} in {told:?}");
    }
    let left_out: usize = told
        .iter()
        .filter_map(|text| text.split(" more entr").next().filter(|lead| *lead != text))
        .filter_map(|lead| lead.rsplit(' ').next()?.parse::<usize>().ok())
        .sum();
    // Where it is not certain what they are, more of them are shown than of what is known.
    assert_eq!(left_out, 33 - 24, "{told:?}");
}

#[test]
fn what_a_reader_looks_for_is_not_left_out() {
    let routine = |hour: usize, at: usize| {
        let what = ["Bread is bought for", "The logs are read at", "Coffee is made at"][at % 3];
        format!("2024-04-18 {hour:02}:{at:02} UTC - {what} table {at}.")
    };
    let mut entries = vec!["2024-04-18 09:00 UTC - The monitoring alert fired.".to_string()];
    entries.extend((0..25).map(|at| routine(10, at)));
    entries.push("2024-04-18 11:00 UTC - The root cause was found: a full disk.".into());
    entries.extend((0..25).map(|at| routine(12, at)));
    entries.push("2024-04-18 13:00 UTC - The fix is deployed to all hosts.".into());
    entries.push("2024-04-18 13:10 UTC - Service restored.".into());
    let entries: Vec<&str> = entries.iter().map(String::as_str).collect();
    let options = Options { rows: RowLimit::Most(6), ..Options::default() };
    let scene = with(&timeline(&entries), "paper", &options);
    let told = texts(&scene);
    for kept in [
        "The monitoring alert fired",
        "The root cause was found: a full disk",
        "The fix is deployed to all hosts",
        "Service restored",
    ] {
        assert!(told.iter().any(|text| text == kept), "{kept} in {told:?}");
    }
    let at = |text: &str| told.iter().position(|shown| shown == text).expect(text);
    let more = told.iter().position(|text| text.contains("more entries"));
    assert!(more.is_some_and(|more| more < at("Service restored")), "{told:?}");
}

#[test]
fn thousands_of_events_that_go_to_and_fro_stay_one_picture() {
    let entry = |at: usize| {
        let what = [
            "The alert fired again",
            "Engineers look into the logs",
            "Escalated to the vendor",
            "A fix is deployed",
        ][at % 4];
        format!(
            "2024-04-{:02} {:02}:{:02} - {what}, number {at}.",
            1 + at / 1440,
            at / 60 % 24,
            at % 60
        )
    };
    let entries: Vec<String> = (0..4000).map(entry).collect();
    let report = timeline(&entries.iter().map(String::as_str).collect::<Vec<_>>());
    for layout in [Layout::Gantt, Layout::Lanes, Layout::Strip] {
        let scene = with(&report, "paper", &Options { layout, ..Options::default() });
        assert!(
            scene.height < 6000.0 && scene.shapes.len() < 1500,
            "{layout:?}: {} px, {} shapes",
            scene.height,
            scene.shapes.len()
        );
        assert_eq!(scene.collisions(), []);
    }
}

#[test]
fn a_day_without_a_clock_stands_beside_the_axis() {
    let scene = drawn(
        "# Press stopped\n\n## Timeline (UTC)\n\n- 2031-01-31: The old belt was put in.\n- \
            2031-02-04 21:45 The alert fired.\n- 21:56 The belt was taken out.\n- 22:09 The press \
            ran again.\n- 2031-02-05: The report was published.\n",
    );
    let texts = texts(&scene);
    let has = |told: &str| texts.iter().any(|text| text == told);
    assert!(has("4 days before") && has("1 day later"), "{texts:?}");
    assert!(!has("00:00"), "a day is no midnight: {texts:?}");
}

#[test]
fn a_date_on_an_axis_of_weeks_stands_where_its_day_begins() {
    let entries: Vec<String> = (1..=15)
        .map(|at| format!("2024-04-{:02} 18:00 UTC - Lamp {at} went out.", 2 * at - 1))
        .collect();
    let scene = drawn(&timeline(&entries.iter().map(String::as_str).collect::<Vec<_>>()));
    let told = texts(&scene);
    let stands = |day: &str| told.iter().any(|text| text == day);
    // The first midnight of the axis is that of 2 April.
    assert!(stands("9 Apr") && stands("16 Apr") && !stands("8 Apr"), "{told:?}");
}
