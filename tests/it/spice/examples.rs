//! The told reports that the guide points to are what the program makes of the examples today.

use crate::support::folder::Folder;
use crate::support::golden;
use std::collections::BTreeSet;
use std::path::Path;

/// The report, and how it is told: chosen by ear among many seeds.
const TOLD: &[(&str, &str, &[&str])] = &[
    ("over-midnight", "wry", &["--seed", "3"]),
    ("prose-measures", "wry", &["--seed", "1", "--no-pictures"]),
    ("checkboxes", "wry", &["--seed", "25", "--no-pictures"]),
    ("heading-per-event", "playful", &["--seed", "41"]),
    ("table", "playful", &["--seed", "6", "--no-pictures"]),
    ("multi-day-bullets", "dry", &["--no-pictures"]),
    ("security", "auto", &["--no-pictures"]),
];

/// Tells one in a folder of its own and gives the files that come of it.
fn told(report: &str, tone: &str, options: &[&str]) -> Vec<(String, Vec<u8>)> {
    let folder = Folder::new(&format!("spiced-{report}"));
    let name = format!("{report}.md");
    folder.put(
        &name,
        std::fs::read(golden::project(&format!("examples/{name}"))).expect("an example"),
    );
    folder.run(&[&["spice", &name, "--tone", tone, "-o", "spiced/"], options].concat(), 0);
    let names = ["spiced/", "spiced/images/"].map(|below| listed(&folder.0.join(below), below));
    let files = names.concat().into_iter().filter(|name| name != "spiced/images");
    files.map(|name| (name.trim_start_matches("spiced/").to_string(), folder.read(&name))).collect()
}

/// What lies in a folder, each with the folder's own name before it.
fn listed(folder: &Path, below: &str) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    entries
        .map(|entry| format!("{below}{}", entry.expect("an entry").file_name().to_string_lossy()))
        .collect()
}

#[test]
fn the_told_examples_are_current_and_come_back() {
    let mut wanted = BTreeSet::new();
    let mut goldens = Vec::new();
    for (report, tone, options) in TOLD {
        let plain =
            std::fs::read(golden::project(&format!("examples/{report}.md"))).expect("an example");
        for (name, bytes) in told(report, tone, options) {
            let text = String::from_utf8(bytes).expect("UTF-8");
            if name.ends_with(".md") {
                assert!(
                    postmirth::spice::place::plain(text.as_bytes()).expect("whole marks") == plain,
                    "{name} does not come back"
                );
                assert_eq!(text.as_bytes() == plain, *report == "security", "{name}");
            }
            goldens.push((golden::project(&format!("examples/spiced/{name}")), text));
            wanted.insert(name);
        }
    }
    let found = ["", "images/"]
        .map(|below| listed(&golden::project("examples/spiced").join(below), below))
        .concat();
    let found: BTreeSet<String> = found.into_iter().filter(|name| name != "images").collect();
    assert_eq!(
        found, wanted,
        "a file of examples/spiced that none of these makes, or that is missing"
    );
    golden::matches_all(goldens);
}

#[test]
fn the_guide_points_to_each() {
    let guide = std::fs::read_to_string(golden::project("docs/guide.md")).expect("the guide");
    for (report, tone, _) in TOLD {
        let line =
            guide.lines().find(|line| line.contains(&format!("(../examples/spiced/{report}.md)")));
        let line = line.unwrap_or_else(|| panic!("the guide does not point to {report}"));
        let tone = if *tone == "auto" { "off" } else { tone };
        assert!(line.contains(tone), "{report} is told in {tone}: {line}");
    }
}
