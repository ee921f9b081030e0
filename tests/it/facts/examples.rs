//! The facts of every example, as JSON and as a table; adding a report to `examples` adds a test.

use crate::support::golden::{matches_all, project, reports, stem};
use postmirth::facts::{TableStyle, facts, table};
use postmirth::read::Report;
use postmirth::source::Source;

#[test]
fn every_example() {
    let mut goldens = Vec::new();
    for path in reports("examples") {
        let name = stem(&path);
        let decoded =
            Source::from_bytes(format!("{name}.md"), &std::fs::read(&path).expect("an example"));
        let report = Report::of(&decoded.value);
        let json = serde_json::to_string_pretty(&facts(&report, &decoded.warnings)).expect("JSON");
        goldens.push((
            project(&format!("tests/facts/{name}.json")),
            json + "
",
        ));
        let text = table(&report, &decoded.warnings, TableStyle { colour: false, width: 100 });
        goldens.push((project(&format!("tests/facts/{name}.txt")), text));
    }
    matches_all(goldens);
}

#[test]
fn no_golden_is_left_over() {
    let known: Vec<String> = reports("examples").iter().map(|path| stem(path)).collect();
    for entry in std::fs::read_dir(project("tests/facts")).expect("tests/facts") {
        let path = entry.expect("entry").path();
        assert!(known.contains(&stem(&path)), "{} belongs to no example", path.display());
    }
}

#[test]
fn a_minute_without_a_clock_is_rounded_in_the_table() {
    let source = Source::new(
        "report.md",
        "# Late\n\n## Timeline\n\n- 10:00:07 - The alert fired.\n- T+5 - Restarted.\n",
    );
    let look = TableStyle { colour: false, width: 100 };
    let text = table(&Report::of(&source), &[], look);
    assert!(text.contains("  T-595.12  "), "{text}");
}

#[test]
fn the_json_keeps_its_contract() {
    let source = Source::new(
        "report.md",
        "# Late\n\n## Summary\n\nFrom 2024-04-18 09:30 SAST to 11:00 SAST, 90% of the users could \
            not log in.\n\n## Timeline\n\n- 09:30 - The alert fired.\n- 10:00 - 10:20 - Escalated \
            to the storage team.\n- The wiki was wrong.\n- 11:00 - Resolved.\n\n## Tasks\n\n- [x] \
            Add an alert. Owner: storage, due 2024-05-31\n",
    );
    let report = Report::of(&source);
    let json = serde_json::to_value(facts(&report, &[])).expect("JSON");
    let keys: Vec<&String> = json.as_object().expect("an object").keys().collect();
    let mut wanted = vec![
        "schema", "file", "title", "title_from", "zone", "start", "end", "duration_minutes",
        "affected_percent", "root_cause", "events", "notes", "phases", "metrics", "actions",
        "diagnostics",
    ];
    wanted.sort_unstable();
    let mut keys: Vec<&str> = keys.into_iter().map(String::as_str).collect();
    keys.sort_unstable();
    assert_eq!(keys, wanted);
    assert_eq!(json["zone"], serde_json::json!({ "label": "SAST", "offset": "+02:00" }));
    assert_eq!(json["start"], "2024-04-18T09:30:00+02:00");
    assert_eq!(json["duration_minutes"], 90);
    assert_eq!(json["affected_percent"], 90);
    assert_eq!(
        json["events"][1],
        serde_json::json!({ "line": 10, "clock": "10:00", "at": "2024-04-18T10:00:00+02:00", "until": "2024-04-18T10:20:00+02:00", "minute": 30, "phase": "escalation", "kind": "escalated", "certain": true, "because": "Escalated", "text": "Escalated to the storage team." })
    );
    assert_eq!(json["notes"], serde_json::json!([{ "line": 11, "text": "The wiki was wrong." }]));
    assert_eq!(
        json["phases"][0],
        serde_json::json!({ "phase": "detection", "from": "2024-04-18T09:30:00+02:00", "to": "2024-04-18T10:00:00+02:00", "minutes": 30 })
    );
    assert_eq!(
        json["metrics"]["escalate"],
        serde_json::json!({ "minutes": 30, "from": "2024-04-18T09:30:00+02:00", "to": "2024-04-18T10:00:00+02:00" })
    );
    assert_eq!(json["metrics"]["mitigate"], serde_json::Value::Null);
    assert_eq!(json["actions"][0]["status"], "done");
    assert_eq!(json["actions"][0]["owner"], "storage");
    assert_eq!(json["actions"][0]["due"], "2024-05-31");
}

#[test]
fn what_is_unknown_is_null_and_times_are_as_whole_as_they_are_known() {
    let json = |text: &str| {
        let source = Source::new("report.md", text);
        let report = Report::of(&source);
        serde_json::to_value(facts(&report, &[])).expect("JSON")
    };
    let clocks = json("## Timeline\n- 09:30 - The alert fired.\n- 10:30 - Resolved.\n");
    assert_eq!(clocks["events"][0]["at"], "09:30:00");
    assert_eq!(clocks["zone"], serde_json::Value::Null);
    assert_eq!(clocks["start"], serde_json::Value::Null);
    let days = json("## Timeline\n- 2024-04-18 - The alert fired.\n- 2024-04-19 - Resolved.\n");
    assert_eq!(days["events"][0]["at"], "2024-04-18");
    assert_eq!(days["events"][0]["clock"], serde_json::Value::Null);
    let local = json("## Timeline\n- 2024-04-18 09:30 - The alert fired.\n- 10:30 - Resolved.\n");
    assert_eq!(local["events"][0]["at"], "2024-04-18T09:30:00");
}
