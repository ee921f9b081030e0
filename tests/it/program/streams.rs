//! The program as somebody at a terminal meets it: streams, exit statuses, messages.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

fn postmirth() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_postmirth"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env_remove("NO_COLOR").env_remove("COLUMNS");
    command
}

fn run(args: &[&str]) -> Output {
    postmirth().args(args).output().expect("the program runs")
}

fn fed(args: &[&str], input: &[u8]) -> Output {
    let mut child = postmirth()
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    child.stdin.take().expect("a pipe").write_all(input).expect("writing to it");
    child.wait_with_output().expect("its end")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

const REPORT: &[u8] =
    b"## Timeline on 2024-04-18\n- 09:30 UTC - The alert fired.\n- 10:30 UTC - Restored.\n";

#[test]
fn facts_as_a_table() {
    let out = run(&["facts", "examples/table.md"]);
    assert_eq!(out.status.code(), Some(0));
    let told = text(&out.stdout);
    assert!(told.contains("13:05  detection"), "{told}");
    assert!(!told.contains('\x1b'), "colours in a pipe:\n{told}");
    assert_eq!(text(&out.stderr), "");
}

#[test]
fn as_wide_as_the_terminal_says() {
    for columns in [60, 140] {
        let out = postmirth()
            .args(["facts", "examples/security.md"])
            .env("COLUMNS", columns.to_string())
            .output()
            .expect("the program runs");
        let widest = text(&out.stdout).lines().map(|line| line.chars().count()).max().unwrap_or(0);
        // The columns before the text keep their width on a narrow screen.
        assert!(widest <= columns.max(70), "{widest} columns wide with {columns}");
        assert!(widest > columns - 20, "{widest} columns wide with {columns}");
    }
}

#[test]
fn colours_when_asked_for() {
    assert!(
        text(&run(&["facts", "--color", "always", "examples/table.md"]).stdout).contains('\x1b')
    );
    let quiet = postmirth()
        .args(["facts", "--color", "never", "examples/table.md"])
        .env("CLICOLOR_FORCE", "1")
        .output()
        .expect("the program runs");
    assert!(!text(&quiet.stdout).contains('\x1b'));
}

#[test]
fn one_report_gives_an_object_and_several_a_line_each() {
    let one: serde_json::Value =
        serde_json::from_slice(&run(&["facts", "--json", "examples/table.md"]).stdout)
            .expect("JSON");
    assert_eq!(one["file"], "examples/table.md");
    let several =
        text(&run(&["facts", "--json", "examples/table.md", "examples/security.md"]).stdout);
    let files: Vec<String> = several
        .lines()
        .map(|line| {
            serde_json::from_str::<serde_json::Value>(line).expect("JSON")["file"]
                .as_str()
                .expect("a name")
                .to_string()
        })
        .collect();
    assert_eq!(files, ["examples/table.md", "examples/security.md"]);
}

#[test]
fn standard_input() {
    let out = fed(&["facts", "--json", "-"], REPORT);
    assert_eq!(out.status.code(), Some(0));
    let json: serde_json::Value = serde_json::from_slice(&out.stdout).expect("JSON");
    assert_eq!(json["events"].as_array().expect("events").len(), 2);
}

#[test]
fn what_is_no_postmortem_ends_with_3_and_says_why() {
    for (input, found) in [
        (&b""[..], "an empty file"),
        (b"# 0x19\n\n[Read it here](https://example.com/my-report)\n", "a link to somewhere else"),
        (
            b"# Postmortem\n\nWrite a postmortem. Requirements: the summary must contain the \
            duration with start and end times (include timezone), the impact and the root cause. \
            The timeline must contain when the issue was detected. Be brief and straight to the \
            point.\n",
            "an assignment",
        ),
        (
            b"# How to write a good postmortem\n\nA postmortem is a document that a team writes \
            after an outage. Good postmortems name no culprit. Tips for a good one: begin with a \
            summary, go on with a timeline, and end with what you will do about it. Key \
            components are the impact, the cause and the measures.\n",
            "advice",
        ),
    ] {
        let out = fed(&["facts", "--json", "-"], input);
        assert_eq!(out.status.code(), Some(3), "{}", text(input));
        assert!(text(&out.stderr).contains(found), "{}", text(&out.stderr));
        assert!(text(&out.stderr).contains("expected the account of an incident"));
        let json: serde_json::Value = serde_json::from_slice(&out.stdout).expect(
            "JSON all the \
            same",
        );
        assert_eq!(json["diagnostics"][0]["code"], "not-a-postmortem");
    }
}

#[test]
fn a_missing_file_ends_with_4_and_the_others_are_read() {
    let out = run(&["facts", "--json", "examples/no-such-report.md", "examples/table.md"]);
    assert_eq!(out.status.code(), Some(4));
    assert!(text(&out.stderr).contains("cannot read examples/no-such-report.md"));
    assert_eq!(text(&out.stdout).lines().count(), 1);
}

#[test]
fn a_wrong_command_line_ends_with_2() {
    for args in [
        &["facts"][..],
        &["frobnicate"],
        &["facts", "--yaml", "examples/table.md"],
        &["explain", "no-such-code"],
        &[],
    ] {
        assert_eq!(run(args).status.code(), Some(2), "{args:?}");
    }
}

#[test]
fn every_code_is_explained() {
    let list = text(&run(&["explain"]).stdout);
    let codes: Vec<&str> = list
        .lines()
        .filter_map(|line| line.strip_prefix("  ")?.split_whitespace().next())
        .collect();
    assert!(codes.len() > 20, "{list}");
    for code in codes {
        let told = text(&run(&["explain", code]).stdout);
        assert!(told.starts_with(code) && told.lines().count() >= 3, "{told}");
    }
    let mut once = list.lines().filter(|line| line.starts_with("  duration-mismatch "));
    assert!(
        once.next().is_some() && once.next().is_none(),
        "a rule and a code of one name are one:\n{list}"
    );
}

#[test]
fn a_rule_is_explained_with_a_text_that_fails_and_one_that_passes() {
    let told = text(&run(&["explain", "timeline-format"]).stdout);
    let parts = [
        "timeline-format (warning)",
        "bullets in the form",
        "profile brief",
        "This fails:\n\n    09:30",
        "This passes:\n\n    - 09:30",
    ];
    for part in parts {
        assert!(told.contains(part), "no {part:?} in\n{told}");
    }
    let told = text(&run(&["explain", "word-count"]).stdout);
    assert!(told.contains("400 to 600 words") && told.contains("This fails"), "{told}");
    let lines: Vec<String> = text(&run(&["explain"]).stdout).lines().map(str::to_string).collect();
    let at =
        |code: &str| lines.iter().position(|line| line.trim_start().starts_with(code)).expect(code);
    assert!(at("zone-unknown") < at("word-count"), "the reader's codes come first");
}

#[test]
fn a_word_that_is_nearly_a_code_is_put_right() {
    for (word, meant) in [
        ("word-cuont", "word-count"),
        ("clock-backward", "clock-backwards"),
        ("Zone_Unknown", "zone-unknown"),
        ("timeline-or", "timeline-order"),
    ] {
        let out = run(&["explain", word]);
        assert_eq!(out.status.code(), Some(2));
        let complaint = text(&out.stderr);
        assert!(
            complaint.contains(&format!("found \"{word}\"; did you mean `{meant}`")),
            "{complaint}"
        );
    }
    assert!(!text(&run(&["explain", "frobnicate"]).stderr).contains("did you mean"));
}

#[test]
fn whoever_stops_reading_is_no_error() {
    let mut child = postmirth()
        .args(["facts", "examples/checkboxes.md"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(child.stdout.take());
    let out = child.wait_with_output().expect("its end");
    assert_eq!((out.status.code(), text(&out.stderr).as_str()), (Some(0), ""));
}

#[test]
fn the_same_bytes_whatever_the_place_and_the_language() {
    let plain = run(&["facts", "--json", "examples/checkboxes.md"]).stdout;
    let home = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let elsewhere = postmirth()
        .args(["facts", "--json", "examples/checkboxes.md"])
        .env("TZ", "Asia/Tokyo")
        .env("LANG", "ar_EG.UTF-8")
        .env("LC_ALL", "tr_TR.UTF-8")
        .env("HOME", home)
        .output()
        .expect("the program runs")
        .stdout;
    assert_eq!(text(&plain), text(&elsewhere));
}

#[test]
fn a_report_cannot_steer_the_terminal() {
    let out = fed(
        &["facts", "-"],
        b"## Timeline\n- 09:30 - The alert \x1b[31mfired\x07.\n- 10:30 - \
            Over \xE2\x80\xAEbackwards.\n",
    );
    let told = text(&out.stdout) + &text(&out.stderr);
    assert!(!told.contains(['\x1b', '\x07', '\u{202E}']), "{told:?}");
}
