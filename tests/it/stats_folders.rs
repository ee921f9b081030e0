//! Which reports of a folder count.

use super::stats::{five, json_of, report};
use crate::support::folder::Folder;
use serde_json::Value;

#[test]
fn what_is_no_report_is_listed_with_its_reason() {
    let folder = five("stats-left-out");
    let told = json_of(&folder, &["stats", "--json", "ops"]);
    let left: Vec<&str> = told["unreadable"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|one| one["file"].as_str())
        .collect();
    assert_eq!(left, ["ops/README.md", "ops/empty.md"]);
    assert_eq!(told["unreadable"][1]["reason"], "an empty file");
    let (table, complaints) = folder.run(&["stats", "ops"], 0);
    assert!(
        table.contains("Left out (2)\n  ops/README.md: ")
            && table.contains("  ops/empty.md: an empty file"),
        "{table}"
    );
    assert_eq!(complaints, "");
    let (_, complaints) = folder.run(&["stats", "ops", "--csv"], 0);
    assert!(complaints.contains("note: ops/empty.md is left out: an empty file"), "{complaints}");
}

#[test]
fn one_core_or_eight_the_same_bytes() {
    let folder = five("stats-cores");
    for number in 0..40 {
        let day = format!("On 2026-{:02}-{:02}", 1 + number % 12, 1 + number % 28);
        folder.put(
            &format!("ops/more/{number}.md"),
            report(&day, "The alert fired", number, 60 + number * 3, "The queue"),
        );
    }
    for form in ["--json", "--csv"] {
        let told = |cores: &str| folder.run(&["stats", "ops", form, "--cores", cores], 0);
        assert_eq!(told("1"), told("8"));
    }
    let drawn = |cores: &str| folder.run(&["stats", "ops", "-o", "-", "--cores", cores], 0);
    assert_eq!(drawn("1"), drawn("8"));
    assert_eq!(folder.run(&["stats", "ops"], 0), folder.run(&["stats", "ops", "--cores", "1"], 0));
}

#[test]
fn a_told_report_is_the_same_report() {
    let folder = five("stats-told");
    let (told, _) = folder.run(&["spice", "ops/2026/b.md", "--no-pictures"], 0);
    assert!(told.contains("<!--fun-->"), "{told}");
    folder.put("told/b.md", told);
    let mut plain = json_of(&folder, &["stats", "--json", "ops/2026/b.md"]);
    plain["incidents"][0]["file"] = "told/b.md".into();
    assert_eq!(json_of(&folder, &["stats", "--json", "told"]), plain);
}

#[test]
fn named_twice_counted_once() {
    let folder = five("stats-twice");
    let told = json_of(&folder, &["stats", "--json", "ops/2026", "ops", "ops/c.markdown"]);
    assert_eq!(told["incidents"].as_array().expect("a list").len(), 5);
}

#[test]
fn nothing_to_count() {
    let folder = five("stats-nothing");
    folder.put("bare/notes.txt", "nothing");
    let (told, complaints) = folder.run(&["stats", "bare"], 3);
    assert_eq!(
        (told.as_str(), complaints.as_str()),
        ("", "error: expected accounts of incidents in bare, found no .md or .markdown file\n")
    );
    let (_, complaints) = folder.run(&["stats", "ops/README.md", "ops/empty.md"], 3);
    assert!(
        complaints.starts_with(
            "error: expected accounts of incidents in ops/README.md, \
            ops/empty.md, found none that counts\n"
        ),
        "{complaints}"
    );
    assert!(complaints.contains("note: ops/empty.md is left out: an empty file\n"), "{complaints}");
    // What was named and is not there is told, and the rest is counted.
    let (told, complaints) = folder.run(&["stats", "nowhere", "ops"], 4);
    assert!(
        told.contains("2026-01-10") && complaints.starts_with("error: cannot read nowhere: "),
        "{complaints}"
    );
}

#[cfg(unix)]
#[test]
fn links_do_not_lead_in_circles() {
    let folder = five("stats-links");
    std::os::unix::fs::symlink("..", folder.0.join("ops/2026/up")).expect("a link");
    let told = json_of(&folder, &["stats", "--json", "ops"]);
    assert_eq!(told["incidents"].as_array().expect("a list").len(), 5);
}

#[test]
fn a_told_report_beside_the_plain_one_is_counted_once() {
    let folder = Folder::new("stats-twins");
    folder.put(
        "night.md",
        std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/over-midnight.md"))
            .expect("an example"),
    );
    folder.run(&["spice", "night.md", "--no-pictures", "-o", "told/night.md"], 0);
    let (told, _) = folder.run(&["stats", ".", "--json"], 0);
    let told: Value = serde_json::from_str(&told).expect("JSON");
    assert_eq!(told["incidents"].as_array().map(Vec::len), Some(1), "{told:#}");
    let reason = told["unreadable"][0]["reason"].as_str().expect("a reason");
    assert!(reason.starts_with("the same report as ") && reason.ends_with("night.md"), "{reason}");
}
