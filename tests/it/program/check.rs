//! `postmirth check` as somebody at a terminal or a CI job meets it: formats, exit statuses,
//! configuration.

use crate::support::folder::Folder;
use postmirth::check::RULES;
use postmirth::diagnostic::code::Code;
use serde_json::Value;
use std::io::Write;
use std::process::{Output, Stdio};

/// One entry is earlier than the one above it, and the file holds a NUL byte, of which no rule
/// speaks.
const BACKWARDS: &str = "\
# Kiosk offline

## Summary

On 2024-04-18 from 09:30 to 10:30 (1 hour) nobody could pay\0at the kiosk.

## Timeline

- 09:30 - A cashier called: the kiosk showed a blank page.
- 09:20 - The page was cached with an error in it.
- 10:30 - The cache was emptied and the kiosk took cards again.
";

const NO_POSTMORTEM: &str = "# Shopping\n\nBread, butter, two lemons.\n";

/// All codes but these, for `--allow`: so that a test depends on no rule that it is not about.
fn all_but(kept: &[&str]) -> String {
    let rules = RULES.iter().map(|rule| rule.code);
    let codes = rules
        .chain(Code::ALL.iter().map(|code| code.name()))
        .filter(|code| !kept.contains(code));
    codes.collect::<Vec<_>>().join(",")
}

fn shop(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.put("kiosk.md", BACKWARDS);
    folder.put("lemons.md", NO_POSTMORTEM);
    folder
}

fn fed(folder: &Folder, args: &[&str], input: &str) -> Output {
    let mut child = folder
        .command(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    child
        .stdin
        .take()
        .expect("a pipe")
        .write_all(input.as_bytes())
        .expect("writing to it");
    child.wait_with_output().expect("its end")
}

/// The codes that were told of each file.
fn codes(json: &str) -> Vec<(String, String, String)> {
    let rows: Vec<Value> =
        serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}:\n{json}"));
    let text = |row: &Value, key: &str| row[key].as_str().expect("a text").to_string();
    rows.iter()
        .map(|row| (text(row, "file"), text(row, "code"), text(row, "severity")))
        .collect()
}

fn severity(json: &str, code: &str) -> Option<String> {
    codes(json)
        .into_iter()
        .find(|(_, own, _)| own == code)
        .map(|(_, _, severity)| severity)
}

#[test]
fn a_person_sees_the_line_the_card_and_the_sum() {
    let folder = shop("check-human");
    let (told, complaints) = folder.run(
        &[
            "check",
            "kiosk.md",
            "--allow",
            &all_but(&["timeline-order"]),
        ],
        1,
    );
    assert!(
        told.starts_with("warning[timeline-order]: expected"),
        "{told}"
    );
    assert!(
        told.contains(" --> kiosk.md:10:3\n") && told.contains("\n   |   ^^^^^\n"),
        "{told}"
    );
    assert!(
        told.contains(
            "\nTimeline (0 of 1)\n  ✗ entries in the order of time  timeline-order: 1 finding\n"
        ),
        "{told}"
    );
    assert!(
        told.ends_with("\nkiosk.md: 0 of 1 points hold, 1 finding: 1 warning\n"),
        "{told}"
    );
    assert_eq!(complaints, "");
}

#[test]
fn the_exit_status_follows_the_gravest_finding() {
    let folder = shop("check-status");
    let order = all_but(&["timeline-order"]);
    for (args, status) in [
        (&["kiosk.md", "--allow", &all_but(&[])][..], 0),
        (&["kiosk.md", "--allow", &order], 1),
        (&["kiosk.md", "--allow", &order, "--fail-on", "error"], 0),
        (
            &[
                "kiosk.md",
                "--allow",
                &order,
                "--fail-on",
                "error",
                "--deny",
                "timeline-order",
            ],
            1,
        ),
        (&["kiosk.md", "--allow", &all_but(&["nul-bytes"])], 0),
        (
            &[
                "kiosk.md",
                "--allow",
                &all_but(&["nul-bytes"]),
                "--fail-on",
                "note",
            ],
            1,
        ),
        (&["lemons.md"], 3),
        (&["lemons.md", "--fail-on", "error"], 3),
        (&["kiosk.md", "lemons.md"], 3),
        (&["kiosk.md", "no-such.md", "lemons.md"], 4),
    ] {
        folder.run(&[&["check"], args].concat(), status);
    }
}

#[test]
fn a_note_below_the_bar_is_shown_all_the_same() {
    let folder = shop("check-note");
    let (told, _) = folder.run(
        &["check", "kiosk.md", "--allow", &all_but(&["nul-bytes"])],
        0,
    );
    assert!(
        told.contains("note[nul-bytes]: ") && told.contains("1 finding: 1 note\n"),
        "{told}"
    );
}

#[test]
fn what_is_no_postmortem_is_told_in_the_readers_words() {
    let folder = shop("check-lemons");
    let (told, _) = folder.run(&["check", "lemons.md"], 3);
    assert!(
        told.starts_with("error[not-a-postmortem]: expected the account of an incident"),
        "{told}"
    );
    assert!(
        !told.contains('✗')
            && told.ends_with("\nlemons.md: not a postmortem, 1 finding: 1 error\n"),
        "{told}"
    );
}

#[test]
fn several_reports_are_told_though_one_cannot_be_read() {
    let folder = shop("check-several");
    folder.put("again.md", BACKWARDS);
    let (told, complaints) = folder.run(
        &[
            "check",
            "kiosk.md",
            "no-such.md",
            "lemons.md",
            "again.md",
            "--allow",
            &all_but(&["timeline-order"]),
        ],
        4,
    );
    assert!(
        complaints.contains("error: cannot read no-such.md"),
        "{complaints}"
    );
    for line in [
        "kiosk.md: 0 of 1 points hold",
        "lemons.md: not a postmortem",
        "again.md: 0 of 1 points hold",
    ] {
        assert!(
            told.lines().any(|own| own.starts_with(line)),
            "no {line} in\n{told}"
        );
    }
    assert!(
        told.ends_with(
            "\n\n3 reports (1 is not a postmortem): 0 of 2 points hold, 3 findings: 1 \
            error, 2 warnings\n"
        ),
        "{told}"
    );
    let (told, _) = folder.run(
        &[
            "check",
            "kiosk.md",
            "no-such.md",
            "lemons.md",
            "--format",
            "json",
        ],
        4,
    );
    let files: Vec<String> = codes(&told).into_iter().map(|(file, _, _)| file).collect();
    assert!(
        files.contains(&"kiosk.md".to_string()) && files.contains(&"lemons.md".to_string()),
        "{told}"
    );
}

#[test]
fn allow_silences_and_deny_makes_an_error() {
    let folder = shop("check-choice");
    let all = folder.run(&["check", "kiosk.md", "--format", "json"], 1).0;
    assert_eq!(severity(&all, "timeline-order").as_deref(), Some("warning"));
    assert_eq!(severity(&all, "nul-bytes").as_deref(), Some("note"));
    let args = [
        "check",
        "kiosk.md",
        "--format",
        "json",
        "--allow",
        "timeline-order",
        "--deny",
        "nul-bytes",
        "--allow",
        "word-count",
    ];
    let chosen = folder.run(&args, 1).0;
    assert_eq!(severity(&chosen, "timeline-order"), None);
    assert_eq!(severity(&chosen, "word-count"), None);
    assert_eq!(severity(&chosen, "nul-bytes").as_deref(), Some("error"));
    // The profile for teams asks for no number of words, unless that is asked for.
    let team = folder
        .run(
            &["check", "kiosk.md", "--format", "json", "--profile", "team"],
            1,
        )
        .0;
    assert_eq!(severity(&team, "word-count"), None);
    let team = folder
        .run(
            &[
                "check",
                "kiosk.md",
                "--format",
                "json",
                "--profile",
                "team",
                "--deny",
                "word-count",
            ],
            1,
        )
        .0;
    assert_eq!(severity(&team, "word-count").as_deref(), Some("error"));
}

#[test]
fn a_code_that_there_is_none_of_is_refused_before_anything_is_read() {
    let folder = shop("check-unknown");
    for flag in ["--allow", "--deny"] {
        let (told, complaints) = folder.run(&["check", "no-such.md", flag, "word-cuont"], 2);
        assert_eq!(told, "");
        assert!(
            complaints.contains("found \"word-cuont\"; did you mean `word-count`?"),
            "{complaints}"
        );
        assert!(
            complaints.contains("`postmirth explain`") && !complaints.contains("no-such.md"),
            "{complaints}"
        );
    }
}

#[test]
fn github_gets_commands_and_is_told_what_it_leaves_out() {
    let folder = shop("check-github");
    folder.put("100%, or: so.md", BACKWARDS);
    let order = all_but(&["timeline-order"]);
    let (told, complaints) = folder.run(
        &[
            "check",
            "./100%, or: so.md",
            "--format",
            "github",
            "--allow",
            &order,
        ],
        1,
    );
    assert_eq!(told.lines().count(), 1);
    assert!(
        told.starts_with(
            "::warning file=100%25%2C or%3A \
            so.md,line=10,col=3,endLine=10,title=timeline-order::expected"
        ),
        "{told}"
    );
    assert!(
        told.contains("%0A"),
        "the hint stands below the message: {told}"
    );
    assert_eq!(complaints, "");
    let many = [
        vec!["check", "--format", "github", "--allow", &order],
        vec!["kiosk.md"; 11],
    ]
    .concat();
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
    let whole = folder
        .0
        .canonicalize()
        .expect("a folder")
        .join("über uns/a.md");
    for path in ["über uns/a.md", "./über uns/a.md", &whole.to_string_lossy()] {
        let (told, _) = folder.run(&["check", path, "--format", "sarif"], 1);
        let log: Value = serde_json::from_str(&told).expect("JSON");
        let results = log["runs"][0]["results"].as_array().expect("results");
        let order = results
            .iter()
            .find(|result| result["ruleId"] == "timeline-order")
            .expect("a result");
        let place = &order["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "%C3%BCber%20uns/a.md");
        assert_eq!(place["region"]["startLine"], 10);
        assert!(
            !told.contains(&*folder.0.to_string_lossy()),
            "no path of this machine"
        );
    }
}

#[test]
fn json_of_nothing_is_an_empty_array() {
    let folder = shop("check-json");
    assert_eq!(
        folder
            .run(
                &[
                    "check",
                    "kiosk.md",
                    "--format",
                    "json",
                    "--allow",
                    &all_but(&[])
                ],
                0
            )
            .0,
        "[]\n"
    );
    assert_eq!(
        folder
            .run(&["check", "no-such.md", "--format", "json"], 4)
            .0,
        "[]\n"
    );
}

#[test]
fn standard_input() {
    let folder = shop("check-stdin");
    folder.put("postmirth.toml", "[check]\ndeny = [\"nul-bytes\"]\n");
    let out = fed(&folder, &["check", "-", "--format", "json"], BACKWARDS);
    assert_eq!(out.status.code(), Some(1));
    let told = String::from_utf8(out.stdout).expect("UTF-8");
    assert!(
        codes(&told).iter().all(|(file, _, _)| file == "<stdin>"),
        "{told}"
    );
    assert_eq!(
        severity(&told, "nul-bytes").as_deref(),
        Some("error"),
        "the folder's own file counts"
    );
    let out = fed(&folder, &["check", "-", "--format", "github"], BACKWARDS);
    assert!(!String::from_utf8_lossy(&out.stdout).contains("file="));
}

#[test]
fn the_nearest_file_settles_a_report_and_the_arguments_settle_it_last() {
    let folder = Folder::new("check-config");
    for report in ["a.md", "team/b.md", "team/deep/c.md", "team/other/d.md"] {
        folder.put(report, BACKWARDS);
    }
    folder.put("postmirth.toml", "[check]\nallow = [\"timeline-order\"]\n");
    folder.put(
        "team/postmirth.toml",
        "[check]\nprofile = \"team\"\ndeny = [\"nul-bytes\"]\n",
    );
    folder.put("team/other/postmirth.toml", "# the brief's rules\n");
    let reports = ["a.md", "team/b.md", "team/deep/c.md", "team/other/d.md"];
    let told = |more: &[&str]| {
        folder
            .run(
                &[&["check", "--format", "json"], &reports[..], more].concat(),
                1,
            )
            .0
    };
    let of = |told: &str, file: &str, code: &str| {
        codes(told)
            .into_iter()
            .find(|row| row.0 == file && row.1 == code)
            .map(|(_, _, severity)| severity)
    };
    let plain = told(&[]);
    assert_eq!(of(&plain, "a.md", "timeline-order"), None);
    assert_eq!(of(&plain, "a.md", "nul-bytes").as_deref(), Some("note"));
    for file in ["team/b.md", "team/deep/c.md"] {
        assert_eq!(
            of(&plain, file, "timeline-order").as_deref(),
            Some("warning"),
            "nothing is taken from the file above"
        );
        assert_eq!(of(&plain, file, "nul-bytes").as_deref(), Some("error"));
        assert_eq!(of(&plain, file, "word-count"), None);
    }
    assert_eq!(
        of(&plain, "team/other/d.md", "word-count").as_deref(),
        Some("warning")
    );
    let argued = told(&[
        "--profile",
        "brief",
        "--allow",
        "nul-bytes",
        "--deny",
        "timeline-order",
    ]);
    for file in reports {
        assert_eq!(
            of(&argued, file, "timeline-order").as_deref(),
            Some("error")
        );
        assert_eq!(of(&argued, file, "nul-bytes"), None);
        assert_eq!(of(&argued, file, "word-count").as_deref(), Some("warning"));
    }
}

#[test]
fn fail_on_may_stand_in_the_file() {
    let folder = shop("check-fail-on");
    folder.put("postmirth.toml", "[check]\nfail-on = \"error\"\n");
    let order = all_but(&["timeline-order"]);
    folder.run(&["check", "kiosk.md", "--allow", &order], 0);
    folder.run(
        &[
            "check",
            "kiosk.md",
            "--allow",
            &order,
            "--fail-on",
            "warning",
        ],
        1,
    );
}

#[test]
fn a_slip_in_the_file_is_shown_once_and_the_other_reports_are_checked() {
    let folder = shop("check-slip");
    folder.put("odd/a.md", BACKWARDS);
    folder.put("odd/b.md", BACKWARDS);
    folder.put(
        "odd/postmirth.toml",
        "[check]\nallow = [\n  \"wordcount\",\n]\n",
    );
    let (told, complaints) = folder.run(
        &[
            "check",
            "odd/a.md",
            "odd/b.md",
            "kiosk.md",
            "--allow",
            &all_but(&["timeline-order"]),
        ],
        2,
    );
    assert_eq!(
        complaints.matches("error[config-unreadable]").count(),
        1,
        "{complaints}"
    );
    assert!(
        complaints.contains(" --> odd/postmirth.toml:3:3\n")
            && complaints.contains("did you mean `word-count`?"),
        "{complaints}"
    );
    assert!(
        told.contains("kiosk.md: 0 of 1 points hold") && !told.contains("odd/"),
        "{told}"
    );
}

#[test]
fn colours_only_where_they_are_wanted() {
    let folder = shop("check-colours");
    let told = |args: &[&str], variables: &[(&str, &str)]| {
        let mut command = folder.command(&[&["check", "kiosk.md"], args].concat());
        command
            .env_remove("NO_COLOR")
            .env_remove("CLICOLOR_FORCE")
            .envs(variables.iter().copied());
        String::from_utf8(command.output().expect("the program runs").stdout).expect("UTF-8")
    };
    assert!(!told(&[], &[]).contains('\x1b'), "colours in a pipe");
    assert!(told(&["--color", "always"], &[]).contains("\x1b[33mwarning[timeline-order]"));
    assert!(told(&[], &[("CLICOLOR_FORCE", "1")]).contains('\x1b'));
    assert!(!told(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]).contains('\x1b'));
    assert!(!told(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]).contains('\x1b'));
    for format in ["json", "github", "sarif"] {
        assert!(
            !told(&["--color", "always", "--format", format], &[]).contains('\x1b'),
            "data has no colours"
        );
    }
}

#[test]
fn a_report_cannot_steer_the_terminal_or_the_job() {
    let folder = Folder::new("check-steer");
    folder.put(
        "a.md",
        BACKWARDS.replace("09:20 -", "09:20 \x1b[31m\u{202E} ::error::owned -"),
    );
    let (told, _) = folder.run(&["check", "a.md"], 1);
    assert!(
        told.contains("::error::owned") && !told.contains(['\x1b', '\u{202E}']),
        "{told:?}"
    );
    let (told, _) = folder.run(&["check", "a.md", "--format", "github"], 1);
    assert!(
        told.lines()
            .all(|line| line.starts_with("::") && !line.starts_with("::error::"))
            && !told.contains('\x1b'),
        "{told:?}"
    );
}

#[test]
fn whoever_stops_reading_leaves_the_verdict_as_it_is() {
    let folder = shop("check-pipe");
    // So much that no pipe holds it all.
    for format in ["human", "json", "github", "sarif"] {
        let many = [vec!["check", "--format", format], vec!["kiosk.md"; 400]].concat();
        let mut child = folder
            .command(&many)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        drop(child.stdout.take());
        let out = child.wait_with_output().expect("its end");
        let complaint = String::from_utf8_lossy(&out.stderr).into_owned();
        assert_eq!(out.status.code(), Some(1), "{format}: {complaint}");
        assert!(!complaint.contains("error"), "{format}: {complaint}");
    }
}

#[cfg(unix)]
#[test]
fn a_name_that_is_not_utf_8_is_checked_like_any_other() {
    use std::os::unix::ffi::OsStringExt;
    let folder = shop("check-name");
    let name = std::ffi::OsString::from_vec(b"r\xE9sum\xE9.md".to_vec());
    if std::fs::write(folder.0.join(&name), BACKWARDS).is_err() {
        return; // Some file systems have no such names.
    }
    for (format, wanted) in [
        ("human", "r\u{FFFD}sum\u{FFFD}.md: "),
        ("json", "\"r\u{FFFD}sum\u{FFFD}.md\""),
        ("sarif", "\"r%E9sum%E9.md\""),
    ] {
        let out = folder
            .command(&["check", "--format", format])
            .arg(&name)
            .output()
            .expect("the program runs");
        let told = String::from_utf8(out.stdout).expect("UTF-8");
        assert!(
            out.status.code() == Some(1) && told.contains(wanted),
            "{told}"
        );
    }
}

const LOOSE: &str = "\
# Kiosk offline

## Summary

On 2024-04-18 from 9:30am to 10:30am UTC (1 hour) nobody could pay at the kiosk.

## Timeline

* 9:30am: A cashier called: the kiosk showed a blank page.
* 9:40am: The page was cached with an error in it.
* 10:30am: The cache was emptied and the kiosk took cards again.
";

#[test]
fn fix_mends_the_timeline_where_it_lies_and_once_is_enough() {
    let folder = Folder::new("check-fix");
    folder.put("kiosk.md", LOOSE);
    let (shown, told) = folder.run(&["check", "kiosk.md", "--fix", "--dry-run"], 0);
    assert!(
        shown.contains("-* 9:30am: A cashier called")
            && shown.contains("+- 09:30 UTC - A cashier called"),
        "{shown}"
    );
    assert_eq!(told, "");
    assert_eq!(
        folder.read("kiosk.md"),
        LOOSE.as_bytes(),
        "a dry run changes nothing"
    );
    let (found, told) = folder.run(
        &[
            "check",
            "kiosk.md",
            "--fix",
            "--allow",
            &all_but(&["timeline-format", "timeline-zone"]),
        ],
        0,
    );
    assert!(told.contains("mended 3 lines of kiosk.md"), "{told}");
    assert!(
        !found.contains("[timeline-format]") && !found.contains("[timeline-zone]"),
        "{found}"
    );
    let mended = folder.read("kiosk.md");
    assert_eq!(String::from_utf8_lossy(&mended).matches("\n- ").count(), 3);
    let (_, told) = folder.run(&["check", "kiosk.md", "--fix", "--allow", &all_but(&[])], 0);
    assert_eq!((told.as_str(), folder.read("kiosk.md")), ("", mended));
}

#[test]
fn fix_refuses_what_cannot_be_written() {
    let folder = Folder::new("check-fix-stdin");
    let (_, told) = folder.run(&["check", "-", "--fix"], 2);
    assert!(told.contains("expected the files of reports"), "{told}");
    folder.run(&["check", "kiosk.md", "--dry-run"], 2);
}
