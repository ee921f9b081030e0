//! `postmirth new`: a skeleton that nobody can take for a report, and pasted chats and logs as
//! timelines.

use crate::support::folder::Folder;
use crate::support::golden::{matches_all, project, stem};
use postmirth::check::{Choice, check};
use postmirth::new::{ReportKind, from_log, skeleton};
use postmirth::read::{Report, read};
use postmirth::source::Source;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;

fn facts(folder: &Folder, name: &str) -> Value {
    serde_json::from_str(&folder.run(&["facts", "--json", name], 0).0).expect("JSON")
}

/// One field of every event or action.
fn each(facts: &Value, list: &str, field: &str) -> Vec<String> {
    let told = |entry: &Value| entry[field].as_str().unwrap_or("-").to_string();
    facts[list]
        .as_array()
        .expect(list)
        .iter()
        .map(told)
        .collect()
}

fn pastes() -> Vec<PathBuf> {
    let folder = std::fs::read_dir(project("tests/new")).expect("tests/new");
    let mut paths: Vec<PathBuf> = folder
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort_by_key(|path| stem(path));
    paths
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
        assert!(
            message.contains("found a skeleton that waits to be filled in"),
            "{message}"
        );
        let json: Value = serde_json::from_str(&json).expect("JSON");
        for field in [
            "title",
            "zone",
            "start",
            "end",
            "duration_minutes",
            "affected_percent",
            "root_cause",
        ] {
            assert!(
                json[field].is_null(),
                "{profile} tells {field}: {}",
                json[field]
            );
        }
        for list in ["events", "notes", "actions"] {
            assert_eq!(
                json[list].as_array().map(Vec::len),
                Some(0),
                "{profile} tells {list}"
            );
        }
    }
    matches_all(goldens);
    assert_eq!(
        folder.run(&["new"], 0),
        folder.run(&["new", "-", "--profile", "brief"], 0)
    );
}

#[test]
fn a_blank_that_is_left_over_is_no_entry() {
    let folder = Folder::new("new-blank");
    let text = skeleton(ReportKind::Brief).replacen(
        "- HH:MM -",
        "- 09:30 - The alert fired.\n- 09:50 - It was restarted.",
        1,
    );
    folder.put(
        "half.md",
        text.replacen("- HH:MM -", "- HH:MM - Somebody called.", 1),
    );
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
    for line in skeleton(ReportKind::Brief)
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
    for kind in [
        "detected",
        "dead_end",
        "escalated",
        "cause_found",
        "resolved",
    ] {
        assert!(
            kinds.iter().any(|known| known == kind),
            "no entry is {kind}: {kinds:?}"
        );
    }
    assert_eq!(
        each(&facts, "actions", "owner"),
        ["-", "-", "Ilse", "Tarek", "Ilse", "Noor"]
    );
    assert_eq!(
        each(&facts, "actions", "due"),
        [
            "-",
            "-",
            "2025-08-11",
            "2025-08-22",
            "2025-08-22",
            "2025-09-05"
        ]
    );
    assert_eq!(
        facts["diagnostics"].as_array().map(Vec::len),
        Some(0),
        "{}",
        facts["diagnostics"]
    );
    let source = Source::new("filled.md", text);
    let checked = check(&Report::of(&source), &[], &Choice::default());
    assert!(checked.findings.is_empty(), "{:?}", checked.findings);
}

#[test]
fn the_teams_form_reads_owners_and_days() {
    let text = skeleton(ReportKind::Team)
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
fn pasted_chats_and_logs_become_timelines() {
    let folder = Folder::new("new-pasted");
    let wanted: BTreeMap<&str, &str> = [
        ("access-log", "14:02:10 14:02:11 14:31:45"),
        ("brackets", "13:58 14:01 14:02 14:09 14:15 14:15"),
        ("discord", "23:40 23:47 00:05"),
        ("hostile", "09:59 10:00 10:01 10:02 10:03 10:04"),
        ("irc", "13:58:40 13:58:44 14:00:02 14:00:09 14:06:30 00:10"),
        ("iso-log", "14:02:11 14:02:11 14:02:13 14:09"),
        ("keys", "14:02:11 14:02:12 14:02:14 14:03 14:03:02 14:03:05"),
        ("mixed-zones", "01:58:10 02:20 00:59 02:01:30"),
        ("newest-first", "14:41 14:50 15:02 15:20 15:20"),
        ("slack", "23:52 23:58 00:03 00:10"),
        ("syslog", "23:59:58 23:59:59 00:00 00:00 00:41:12"),
        ("teams", "14:02 14:11 14:19"),
        ("teams-web", "14:02 14:11"),
        ("telegram", "14:02 14:09 14:31"),
        (
            "two-pastes",
            "20:05 20:29:41 20:30:58 20:31 20:44 20:58 21:10",
        ),
        ("whatsapp-android", "14:02 14:02 14:05 09:30"),
        ("whatsapp-ios", "14:02:11 14:03:40 14:20:05 14:22"),
    ]
    .into();
    assert_eq!(
        pastes().iter().map(|path| stem(path)).collect::<Vec<_>>(),
        wanted.keys().copied().collect::<Vec<_>>()
    );
    let mut goldens = Vec::new();
    for path in pastes() {
        let (name, text) = (
            stem(&path),
            std::fs::read_to_string(&path).expect("a paste"),
        );
        folder.put(&format!("{name}.txt"), &text);
        let (told, complaints) = folder.run(&["new", "--from", &format!("{name}.txt")], 0);
        goldens.push((path.with_extension("md"), told.clone()));
        goldens.push((path.with_extension("messages"), complaints));
        folder.put(&format!("{name}.md"), &told);
        let facts = facts(&folder, &format!("{name}.md"));
        assert_eq!(
            each(&facts, "events", "clock").join(" "),
            wanted[name.as_str()],
            "{name}"
        );
        keeps_every_word(&name, &text, &told);
    }
    matches_all(goldens);
}

/// Whatever was pasted stands in the report, as often as in the paste; times are told in figures.
fn keeps_every_word(name: &str, pasted: &str, told: &str) {
    let form = skeleton(ReportKind::Brief);
    let own: String = told
        .lines()
        .filter(|line| !form.lines().any(|known| known == *line))
        .collect::<Vec<_>>()
        .join("\n");
    let (pasted, own) = (words(pasted), words(&own));
    for (word, count) in pasted {
        assert!(
            own.get(&word).is_some_and(|kept| *kept >= count),
            "{name} has lost \"{word}\""
        );
    }
}

/// Words that begin with a letter, and how often they occur, but for those of dates and clocks.
fn words(text: &str) -> BTreeMap<String, usize> {
    let times = [
        "am", "pm", "at", "jan", "mar", "dec", "january", "march", "december", "tue", "tuesday",
        "4th",
    ];
    let mut counts = BTreeMap::new();
    for word in text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.starts_with(char::is_alphabetic))
    {
        let word = word.to_lowercase();
        if !times.contains(&word.as_str()) {
            *counts.entry(word).or_default() += 1;
        }
    }
    counts
}

#[test]
fn what_all_entries_agree_on_stands_in_the_summary() {
    let sorted = |text: &str| from_log(&Source::new("paste.txt", text), ReportKind::Brief).text;
    let agreed = sorted("2025-03-04T14:02:11+0530 a\n2025-03-04T14:03:11+0530 b\n");
    assert!(
        agreed.contains("\n- **Duration:**\n- **Date:** 2025-03-04\n- **Time zone:** UTC+5:30\n"),
        "{agreed}"
    );
    assert!(
        agreed.contains("\n- 14:02:11 - a\n- 14:03:11 - b\n"),
        "{agreed}"
    );
    let apart = sorted("2025-03-04 23:59:11Z a\n2025-03-05 00:03:11 CET b\n");
    assert!(
        !apart.contains("**Date:**") && !apart.contains("**Time zone:**"),
        "{apart}"
    );
    assert!(
        apart.contains("\n- 2025-03-05 00:03:11 CET - b\n- 2025-03-04 23:59:11 UTC - a\n"),
        "{apart}"
    );
    let silent = sorted("14:02 a\n14:03 b\n");
    assert!(
        !silent.contains("**Date:**") && !silent.contains("**Time zone:**"),
        "{silent}"
    );
}

#[test]
fn a_sentence_with_a_time_is_what_somebody_says() {
    let text = "[14:02] ana: when did it begin?\nat 13:50 or so\nnoon at the latest\n9 AM works \
        for me\nback since 14:01\n\
                see the graph of 2025-03-04 13:00 for more\nrestarted 13:55\n[14:03] bo: thanks\n";
    let sorted = from_log(&Source::new("paste.txt", text), ReportKind::Brief);
    assert_eq!(sorted.entries, 2, "{}", sorted.text);
}

#[test]
fn damaged_pastes_lose_no_entry() {
    for path in pastes() {
        let text = std::fs::read_to_string(&path).expect("a paste");
        let cuts = text
            .char_indices()
            .map(|(at, _)| at)
            .filter(|at| at % 3 == 0);
        for at in cuts {
            for part in [&text[..at], &text[at..]] {
                told_again(part);
            }
        }
        told_again(&text.replace('\n', "\r\n"));
        told_again(&text.replace('\n', "\r"));
        told_again(&text.replace(' ', "\u{A0}"));
        told_again(&text.replace(['0', '1', '2'], "\u{1F550}"));
    }
    for odd in [
        "",
        "\u{FEFF}",
        "14:02",
        "[",
        "[14:02",
        "14:02:",
        "<",
        "14:02 <",
        "a  2:02 PM",
        "—\n14:02",
        "- -\n-\n14:02 =",
    ] {
        told_again(odd);
    }
}

/// Every entry that was found is one for the reader, too.
#[track_caller]
fn told_again(text: &str) {
    for form in [ReportKind::Brief, ReportKind::Team] {
        let sorted = from_log(&Source::new("paste.txt", text), form);
        let events = read(&Source::new("report.md", sorted.text.as_str()))
            .value
            .events
            .len();
        assert_eq!(events, sorted.entries, "of\n{text}\ncame\n{}", sorted.text);
    }
}

#[test]
fn a_file_that_exists_stays_as_it_is() {
    let folder = Folder::new("new-file");
    assert_eq!(
        folder
            .run(
                &["new", "incidents/gate.md", "--title", "Gate *7* <down>"],
                0
            )
            .0,
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
        std::fs::read_dir(folder.0.join("incidents"))
            .expect("the folder")
            .count(),
        1,
        "nothing else is left there"
    );
    assert!(
        folder
            .run(&["new", "incidents"], 4)
            .1
            .contains("found incidents, which exists")
    );
}

#[test]
fn a_title_is_told_to_the_letter() {
    let folder = Folder::new("new-title");
    folder.put("chat.txt", "14:02 ana: it is down\n14:09 ana: it is up\n");
    folder.run(
        &[
            "new",
            "gate.md",
            "--from",
            "chat.txt",
            "--title",
            "Gate *7* <down> at `pier_2`",
        ],
        0,
    );
    assert_eq!(
        facts(&folder, "gate.md")["title"],
        "Gate *7* <down> at `pier_2`"
    );
}

#[test]
fn without_a_time_there_is_nothing_to_sort() {
    let folder = Folder::new("new-timeless");
    folder.put("chat.txt", "ana: it is down\n\nbo: since noon\n");
    folder.put("empty.txt", "\n");
    let (told, message) = folder.run(&["new", "gate.md", "--from", "chat.txt"], 3);
    assert_eq!(told, "");
    assert_eq!(
        message,
        "error: chat.txt: expected lines with a time, such as \"[14:02] ana: rolling \
            back\", \"ana  2:02 PM\" over what she \
         said, or \"2025-03-04T14:02:11Z WARN queue full\", found 2 lines without\n  = copy the \
         messages together with their \
         times; without --from there is an empty skeleton\n"
    );
    assert!(
        folder
            .run(&["new", "--from", "empty.txt"], 3)
            .1
            .contains("found an empty text")
    );
    assert_eq!(
        folder.files(),
        ["chat.txt", "empty.txt"],
        "no report was begun"
    );
    assert!(
        folder
            .run(&["new", "--from", "no-such.txt"], 4)
            .1
            .contains("cannot read no-such.txt")
    );
    folder.run(&["new", "--profile", "novel"], 2);
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
    child
        .stdin
        .take()
        .expect("a pipe")
        .write_all(b"[14:02] ana: down\n")
        .expect("writing to it");
    let out = child.wait_with_output().expect("its end");
    let told = String::from_utf8(out.stdout).expect("UTF-8");
    assert!(
        told.contains("\n- 14:02 - ana: down\n") && told.contains("- **Severity:**"),
        "{told}"
    );
}
