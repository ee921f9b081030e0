//! `postmirth new`: a skeleton that nobody can take for a report, and pasted chats and logs as
//! timelines.
use crate::support::folder::Folder;
use crate::support::golden::{matches_all, project};
use postmirth::check::{Choice, Profile, check};
use postmirth::new::skeleton;
use postmirth::read::Report;
use postmirth::source::Source;
use serde_json::Value;

pub(super) fn facts(folder: &Folder, name: &str) -> Value {
    serde_json::from_str(&folder.run(&["facts", "--json", name], 0).0).expect("JSON")
}

/// One field of every event or action.
pub(super) fn each(facts: &Value, list: &str, field: &str) -> Vec<String> {
    let told = |entry: &Value| entry[field].as_str().unwrap_or("-").to_string();
    facts[list].as_array().expect(list).iter().map(told).collect()
}

#[test]
fn the_skeleton_asks_and_states_nothing() {
    let folder = Folder::new("new-skeleton");
    let mut goldens = Vec::new();
    for (profile, file) in [("brief", "skeleton-brief.md"), ("team", "skeleton-team.md")] {
        let (told, complaints) = folder.run(&["new", "--profile", profile], 0);
        assert_eq!(complaints, "");
        goldens.push((project("tests/new").join(file), told.clone()));
        folder.put(file, &told);
        let (json, message) = folder.run(&["facts", "--json", file], 3);
        assert!(message.contains("found a skeleton that waits to be filled in"), "{message}");
        let json: Value = serde_json::from_str(&json).expect("JSON");
        for field in
            ["title", "zone", "start", "end", "duration_minutes", "affected_percent", "root_cause"]
        {
            assert!(json[field].is_null(), "{profile} tells {field}: {}", json[field]);
        }
        for list in ["events", "notes", "actions"] {
            assert_eq!(json[list].as_array().map(Vec::len), Some(0), "{profile} tells {list}");
        }
    }
    matches_all(goldens);
    assert_eq!(folder.run(&["new"], 0), folder.run(&["new", "-", "--profile", "brief"], 0));
}

#[test]
fn a_blank_that_is_left_over_is_no_entry() {
    let folder = Folder::new("new-blank");
    let text = skeleton(Profile::Brief).replacen(
        "- HH:MM -",
        "- 09:30 - The alert fired.\n- 09:50 - It was restarted.",
        1,
    );
    folder.put("half.md", text.replacen("- HH:MM -", "- HH:MM - Somebody called.", 1));
    let facts = facts(&folder, "half.md");
    assert_eq!(each(&facts, "events", "clock"), ["09:30", "09:50"]);
    assert_eq!(
        each(&facts, "notes", "text"),
        ["HH:MM - Somebody called."],
        "only what was written"
    );
}

#[test]
fn filled_in_it_is_read_as_it_was_meant() {
    let path = project("tests/new/filled.md");
    let text = std::fs::read_to_string(&path).expect("the example");
    for line in skeleton(Profile::Brief)
        .lines()
        .filter(|line| line.starts_with("<!--") || line.starts_with("##"))
    {
        assert!(text.contains(line), "the example has lost {line}");
    }
    let folder = Folder::new("new-filled");
    folder.put("filled.md", &text);
    let facts = facts(&folder, "filled.md");
    assert_eq!(facts["title"], "Ferry gates refuse valid tickets");
    assert_eq!(facts["start"], "2025-08-09T06:40:00+02:00");
    assert_eq!(facts["end"], "2025-08-09T08:30:00+02:00");
    assert_eq!(facts["duration_minutes"], 110.0);
    assert_eq!(facts["zone"]["label"], "CEST");
    assert_eq!(facts["affected_percent"], 64.0);
    assert!(
        facts["root_cause"]
            .as_str()
            .is_some_and(|cause| cause.starts_with("The clock of the gate controllers ran"))
    );
    let clocks = [
        "06:40", "06:47", "06:58", "07:05", "07:12", "07:24", "07:31", "07:49", "07:55", "08:06",
        "08:21", "08:30",
    ];
    assert_eq!(each(&facts, "events", "clock"), clocks);
    let kinds = each(&facts, "events", "kind");
    for kind in ["detected", "dead_end", "escalated", "cause_found", "resolved"] {
        assert!(kinds.iter().any(|known| known == kind), "no entry is {kind}: {kinds:?}");
    }
    assert_eq!(each(&facts, "actions", "owner"), ["-", "-", "Ilse", "Tarek", "Ilse", "Noor"]);
    assert_eq!(
        each(&facts, "actions", "due"),
        ["-", "-", "2025-08-11", "2025-08-22", "2025-08-22", "2025-09-05"]
    );
    assert_eq!(facts["diagnostics"].as_array().map(Vec::len), Some(0), "{}", facts["diagnostics"]);
    let source = Source::new("filled.md", text);
    let checked = check(&Report::of(&source), &[], &Choice::default());
    assert!(checked.findings.is_empty(), "{:?}", checked.findings);
}

#[test]
fn the_teams_form_reads_owners_and_days() {
    let text = skeleton(Profile::Team)
        .replacen("- HH:MM -", "- 2025-02-03 09:30 UTC - The alert fired.", 1)
        .replacen("- HH:MM -", "- 10:10 - Restarted; all is well.", 1)
        .replace(
            "|  |  |  |  |",
            "| Alert on the age of the oldest job | Mirela | 2025-02-20 | open |",
        );
    let folder = Folder::new("new-team");
    folder.put("team.md", text);
    let facts = facts(&folder, "team.md");
    assert_eq!(each(&facts, "events", "clock"), ["09:30", "10:10"]);
    assert_eq!(each(&facts, "actions", "owner"), ["Mirela"]);
    assert_eq!(each(&facts, "actions", "due"), ["2025-02-20"]);
}

#[test]
fn a_file_that_exists_stays_as_it_is() {
    let folder = Folder::new("new-file");
    assert_eq!(
        folder.run(&["new", "incidents/gate.md", "--title", "Gate *7* <down>"], 0).0,
        "wrote incidents/gate.md\n"
    );
    let first = folder.read("incidents/gate.md");
    assert!(
        String::from_utf8_lossy(&first)
            .starts_with("# Postmortem: Gate \\*7\\* &lt;down&gt;\n\n<!-- 400 to 600")
    );
    let (told, message) = folder.run(&["new", "incidents/gate.md"], 4);
    assert_eq!(told, "");
    assert_eq!(
        message,
        "error: expected the name of a new file, found incidents/gate.md, which exists\n  = what \
            is there stays as it is: give \
         the new report another name, or move the old one away\n"
    );
    assert_eq!(folder.read("incidents/gate.md"), first);
    assert_eq!(
        std::fs::read_dir(folder.0.join("incidents")).expect("the folder").count(),
        1,
        "nothing else is left there"
    );
    assert!(folder.run(&["new", "incidents"], 4).1.contains("found incidents, which exists"));
}

#[test]
fn a_title_is_told_to_the_letter() {
    let folder = Folder::new("new-title");
    folder.put("chat.txt", "14:02 ana: it is down\n14:09 ana: it is up\n");
    folder.run(
        &["new", "gate.md", "--from", "chat.txt", "--title", "Gate *7* <down> at `pier_2`"],
        0,
    );
    assert_eq!(facts(&folder, "gate.md")["title"], "Gate *7* <down> at `pier_2`");
}

#[test]
fn from_standard_input() {
    use std::io::Write;
    let folder = Folder::new("new-stdin");
    let mut child = folder
        .command(&["new", "--from", "-", "--profile", "team"])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .expect("the program runs");
    child.stdin.take().expect("a pipe").write_all(b"[14:02] ana: down\n").expect("writing to it");
    let out = child.wait_with_output().expect("its end");
    let told = String::from_utf8(out.stdout).expect("UTF-8");
    assert!(told.contains("\n- 14:02 - ana: down\n") && told.contains("- **Severity:**"), "{told}");
}
