//! What is settled once: options in postmirth.toml and in the markers of a report, and the schemas
//! that describe files and output.

use crate::support::folder::Folder;
use crate::support::golden::{matches_all, project};
use crate::support::schema::faults;
use serde_json::Value;

const REPORT: &str = "\
# Mail was late

## Summary

On 2024-04-18 mail was late for everybody from 09:30 to 10:30 SAST.

## Timeline

- 09:30 SAST - The alert fired.
- 10:30 SAST - The disk was emptied and mail came in again.

## Action items

- Empty the disk nightly
";

fn desk(name: &str, config: &str) -> Folder {
    let folder = Folder::new(name);
    folder.put("ops/mail.md", REPORT);
    folder.put("ops/postmirth.toml", config);
    folder
}

#[test]
fn the_file_settles_what_the_command_line_leaves_open() {
    let folder = desk(
        "config-draw",
        "[draw]\nformat = [\"png\"]\nwidth = 1000\nchart = \"incident\"\nall = true\n\n\
            [stats]\nby = \"month\"\n",
    );
    let (told, _) = folder.run(&["ops/mail.md"], 0);
    assert!(told.contains("mail-incident.png (2000 × "), "{told}");
    assert!(!told.contains(".svg") && !told.contains("actions.png"), "{told}");
    // What is typed has the last word, also over what it contradicts.
    let (told, _) = folder.run(
        &["draw", "ops/mail.md", "--format", "svg", "--max-rows", "5", "--chart", "actions"],
        0,
    );
    assert!(told.contains("wrote mail-actions.svg"), "{told}");
    let stats: Value =
        serde_json::from_str(&folder.run(&["stats", "ops", "--json"], 0).0).expect("JSON");
    assert_eq!(stats["groups"]["by"], "month");
}

#[test]
fn a_format_that_is_typed_beats_the_place_that_the_file_names() {
    let folder = desk("config-place", "[draw]\nfor = \"medium\"\n");
    let (told, _) = folder.run(&["draw", "ops/mail.md", "--format", "mermaid"], 0);
    assert!(told.contains("wrote mail-incident.mmd"), "{told}");
    assert!(!told.contains("medium"), "{told}");
}

#[test]
fn a_style_lies_beside_the_file_that_names_it() {
    let folder = desk("config-style", "[draw]\nstyle = \"ours.toml\"\n");
    folder.put("ops/ours.toml", "[light]\nbackground = \"#fffbe6\"\n");
    folder.run(&["ops/mail.md", "-o", "x.svg"], 0);
    assert!(String::from_utf8_lossy(&folder.read("x.svg")).contains("#fffbe6"));
}

#[test]
fn excluded_files_do_not_count() {
    let folder = desk("config-exclude", "[files]\nexclude = [\"README.md\", \"old/\"]\n");
    folder.put("ops/README.md", "# Reports\n\nOne a file.\n");
    folder.put("ops/old/post.md", REPORT.replace("Mail", "Post"));
    let (told, complaints) = folder.run(&["facts", "--json", "ops"], 0);
    assert_eq!(told.lines().filter(|line| *line == "{").count(), 1, "{told}");
    assert_eq!(complaints, "");
    // As a shell writes out a pattern.
    let (_, complaints) = folder.run(&["facts", "ops/README.md", "ops/mail.md"], 0);
    assert_eq!(complaints, "note: ops/README.md is left out: ops/postmirth.toml excludes it\n");
}

#[test]
fn what_the_file_says_wrongly_is_shown_at_its_place() {
    for (config, words) in [
        ("[drow]\n", "expected a table, found \"drow\"; did you mean \"draw\"?"),
        (
            "[draw]\nstile = 1\n",
            "expected a key of [draw], found \"stile\"; did you mean \"style\"?",
        ),
        ("[draw]\ntheme = \"drak\"\n", "expected one of light, dark, both, found \"drak\""),
        ("[draw]\nwidth = 5\n", "5 is not in 480..=10000"),
        ("[draw]\nall = \"often\"\n", "expected true or false, found \"often\""),
        ("[embed]\nwords = \"many\"\n", "expected one of none, short, full, found \"many\""),
        ("[check]\nallow = [\"word-cuont\"]\n", "did you mean `word-count`?"),
        ("[files]\nexclude = \"x\"\n", "expected a list of patterns"),
    ] {
        let folder = desk("config-wrong", config);
        for command in ["draw", "check", "embed"] {
            let (_, complaints) = folder.run(&[command, "ops/mail.md"], 2);
            let unwrapped: String = complaints.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(unwrapped.contains(words), "{command} with {config}:\n{complaints}");
            assert!(complaints.contains("--> ops/postmirth.toml:"), "{complaints}");
        }
    }
}

#[test]
fn embed_draws_again_what_it_drew_last() {
    let folder = Folder::new("embed-again");
    folder.put("mail.md", REPORT);
    let options = ["--theme", "both", "--chart", "incident", "--title", "A -- B"];
    folder.run(&[&["embed", "mail.md"], &options[..]].concat(), 0);
    let first = folder.read("mail.md");
    let text = String::from_utf8_lossy(&first).into_owned();
    let marker = "<!-- postmirth:incident chart=incident theme=both title=A%20-%2D%20B -->";
    assert!(text.contains(marker), "{text}");
    assert!(!text.contains("postmirth:actions"), "{text}");
    folder.run(&["embed", "mail.md", "--check"], 0);
    folder.run(&["embed", "mail.md"], 0);
    assert_eq!(folder.read("mail.md"), first);
    // One option more, the others stay; and what goes without saying is not kept.
    folder.run(&["embed", "mail.md", "--words", "none", "--chart", "all"], 0);
    folder.run(&["embed", "mail.md", "--theme", "light"], 0);
    let text = String::from_utf8_lossy(&folder.read("mail.md")).into_owned();
    let marker = "<!-- postmirth:actions chart=all title=A%20-%2D%20B words=none -->";
    assert!(text.contains(marker), "{text}");
    folder.run(&["embed", "mail.md", "--remove"], 0);
    assert_eq!(folder.read("mail.md"), REPORT.as_bytes());
    folder.put(
        "wrong.md",
        format!("{REPORT}\n<!-- postmirth:incident theme=drak -->x<!-- /postmirth -->\n"),
    );
    let (_, complaints) = folder.run(&["embed", "wrong.md"], 2);
    assert!(complaints.contains("found \"drak\""), "{complaints}");
}

#[test]
fn a_new_file_makes_the_check_ask_for_new_pictures() {
    let folder = desk("embed-config", "[embed]\ntheme = \"both\"\n");
    folder.run(&["embed", "ops/mail.md"], 0);
    folder.run(&["embed", "ops/mail.md", "--check"], 0);
    folder.read("ops/images/mail-incident-dark.svg");
    folder.put("ops/postmirth.toml", "[embed]\ntheme = \"dark\"\n");
    folder.run(&["embed", "ops/mail.md", "--check"], 1);
}

#[test]
fn embed_adds_less_than_a_third_of_the_words() {
    let folder = Folder::new("embed-words");
    let examples = std::fs::read_dir(project("examples")).expect("examples");
    for path in examples.map(|entry| entry.expect("an entry").path()) {
        let report = std::fs::read_to_string(&path).unwrap_or_default();
        if path.extension().is_none_or(|own| own != "md") || report.is_empty() {
            continue;
        }
        folder.put("r.md", &report);
        folder.run(&["embed", "r.md"], 0);
        let text = String::from_utf8_lossy(&folder.read("r.md")).into_owned();
        let (before, after) = (report.split_whitespace().count(), text.split_whitespace().count());
        assert!(after * 3 < before * 4, "{}: {before} to {after}", path.display());
        assert!(text.matches("<details>").count() <= 1, "{}", path.display());
        for alt in text.split("\n![").skip(1).filter_map(|rest| rest.split("](").next()) {
            assert!(alt.chars().count() <= 160, "{}: {alt}", path.display());
        }
    }
}

#[test]
fn the_schemas_are_those_of_today_and_hold_for_all_that_is_written() {
    let folder = Folder::new("schemas");
    let schema = |name: &str| folder.run(&["schema", name], 0).0;
    let of = |name: &str| -> Value { serde_json::from_str(&schema(name)).expect("JSON") };
    matches_all([(project("docs/schema/config.json"), schema("config"))]);
    let here = |name: &str| project(name).display().to_string();
    let holds = |name: &str, json: &str| {
        let value: Value = serde_json::from_str(json).expect("JSON");
        let found = faults(&of(name), &value);
        assert!(found.is_empty(), "{name}: {found:#?}");
    };
    let examples = here("examples");
    for line in folder.run(&["facts", "--json", &examples], 0).0.lines() {
        holds("facts", line);
    }
    for by in ["severity", "service", "cause", "month"] {
        holds("stats", &folder.run(&["stats", &examples, "--json", "--by", by], 0).0);
    }
    let listed = ["actions", &examples, "--json", "--today", "2025-10-20"];
    holds("actions", &folder.run(&listed, 0).0);
    holds("actions", &folder.run(&["actions", &examples, "--json"], 0).0);
    for style in std::fs::read_dir(project("styles")).expect("styles") {
        let text = std::fs::read_to_string(style.expect("an entry").path()).expect("a style");
        holds("style", &json_of_toml(&text));
    }
    let config = "[draw]\nformat = [\"svg\", \"png\"]\nwidth = 900\nall = true\n[embed]\nwords = \
        \"none\"\n[spice]\ntone = \"dry\"\nseed = 7\n[check]\nallow = [\"word-count\"]\n[stats]\nby \
        = \"cause\"\n[files]\nexclude = [\"old/\"]\n";
    holds("config", &json_of_toml(config));
    let wrong = json_of_toml("[draw]\nstile = \"paper\"\n");
    let wrong = serde_json::from_str(&wrong).expect("JSON");
    assert_eq!(faults(&of("config"), &wrong).len(), 1);
}

fn json_of_toml(text: &str) -> String {
    let table: toml::Table = toml::from_str(text).expect("TOML");
    serde_json::to_string(&table).expect("JSON")
}
