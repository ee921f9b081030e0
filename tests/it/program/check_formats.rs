//! What `check` writes for machines.

use super::check::{BACKWARDS, all_but, shop};
use serde_json::Value;

#[test]
fn github_gets_commands_and_is_told_what_it_leaves_out() {
    let folder = shop("check-github");
    folder.put("100%, or: so.md", BACKWARDS);
    let order = all_but(&["timeline-order"]);
    let (told, complaints) =
        folder.run(&["check", "./100%, or: so.md", "--format", "github", "--allow", &order], 1);
    assert_eq!(told.lines().count(), 1);
    assert!(
        told.starts_with(
            "::warning file=100%25%2C or%3A \
            so.md,line=10,col=3,endLine=10,title=timeline-order::expected"
        ),
        "{told}"
    );
    assert!(told.contains("%0A"), "the hint stands below the message: {told}");
    assert_eq!(complaints, "");
    let many =
        [vec!["check", "--format", "github", "--allow", &order], vec!["kiosk.md"; 11]].concat();
    let (told, complaints) = folder.run(&many, 1);
    assert_eq!(told.lines().count(), 11);
    assert!(
        complaints.contains("GitHub shows 10") && complaints.contains("11 warnings"),
        "{complaints}"
    );
}

#[test]
fn sarif_points_below_the_folder_whatever_path_was_given() {
    let folder = shop("check-sarif");
    folder.put("über uns/a.md", BACKWARDS);
    let whole = folder.0.canonicalize().expect("a folder").join("über uns/a.md");
    for path in ["über uns/a.md", "./über uns/a.md", &whole.to_string_lossy()] {
        let (told, _) = folder.run(&["check", path, "--format", "sarif"], 1);
        let log: Value = serde_json::from_str(&told).expect("JSON");
        let results = log["runs"][0]["results"].as_array().expect("results");
        let order =
            results.iter().find(|result| result["ruleId"] == "timeline-order").expect("a result");
        let place = &order["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "%C3%BCber%20uns/a.md");
        assert_eq!(place["region"]["startLine"], 10);
        assert!(!told.contains(&*folder.0.to_string_lossy()), "no path of this machine");
    }
}

#[test]
fn json_of_nothing_is_an_empty_array() {
    let folder = shop("check-json");
    assert_eq!(
        folder.run(&["check", "kiosk.md", "--format", "json", "--allow", &all_but(&[])], 0).0,
        "[]\n"
    );
    assert_eq!(folder.run(&["check", "no-such.md", "--format", "json"], 4).0, "[]\n");
}
