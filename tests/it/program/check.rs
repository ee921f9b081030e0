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
pub(super) const BACKWARDS: &str = "\
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
pub(super) fn all_but(kept: &[&str]) -> String {
    let rules = RULES.iter().map(|rule| rule.code);
    let codes =
        rules.chain(Code::ALL.iter().map(|code| code.name())).filter(|code| !kept.contains(code));
    codes.collect::<Vec<_>>().join(",")
}

pub(super) fn shop(name: &str) -> Folder {
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
    child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("writing to it");
    child.wait_with_output().expect("its end")
}

/// The codes that were told of each file.
pub(super) fn codes(json: &str) -> Vec<(String, String, String)> {
    let rows: Vec<Value> =
        serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}:\n{json}"));
    let text = |row: &Value, key: &str| row[key].as_str().expect("a text").to_string();
    rows.iter().map(|row| (text(row, "file"), text(row, "code"), text(row, "severity"))).collect()
}

pub(super) fn severity(json: &str, code: &str) -> Option<String> {
    codes(json).into_iter().find(|(_, own, _)| own == code).map(|(_, _, severity)| severity)
}

#[test]
fn a_person_sees_the_line_the_card_and_the_sum() {
    let folder = shop("check-human");
    let (told, complaints) =
        folder.run(&["check", "kiosk.md", "--allow", &all_but(&["timeline-order"])], 1);
    assert!(told.starts_with("warning[timeline-order]: expected"), "{told}");
    assert!(told.contains(" --> kiosk.md:10:3\n") && told.contains("\n   |   ^^^^^\n"), "{told}");
    assert!(
        told.contains(
            "\nTimeline (0 of 1)\n  ✗ entries in the order of time  timeline-order: 1 finding\n"
        ),
        "{told}"
    );
    assert!(told.ends_with("\nkiosk.md: 0 of 1 points hold, 1 finding: 1 warning\n"), "{told}");
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
        (&["kiosk.md", "--allow", &order, "--fail-on", "error", "--deny", "timeline-order"], 1),
        (&["kiosk.md", "--allow", &all_but(&["nul-bytes"])], 0),
        (&["kiosk.md", "--allow", &all_but(&["nul-bytes"]), "--fail-on", "note"], 1),
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
    let (told, _) = folder.run(&["check", "kiosk.md", "--allow", &all_but(&["nul-bytes"])], 0);
    assert!(told.contains("note[nul-bytes]: ") && told.contains("1 finding: 1 note\n"), "{told}");
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
    assert!(complaints.contains("error: cannot read no-such.md"), "{complaints}");
    for line in [
        "kiosk.md: 0 of 1 points hold",
        "lemons.md: not a postmortem",
        "again.md: 0 of 1 points hold",
    ] {
        assert!(told.lines().any(|own| own.starts_with(line)), "no {line} in\n{told}");
    }
    assert!(
        told.ends_with(
            "\n\n3 reports (1 is not a postmortem): 0 of 2 points hold, 3 findings: 1 \
            error, 2 warnings\n"
        ),
        "{told}"
    );
    let (told, _) =
        folder.run(&["check", "kiosk.md", "no-such.md", "lemons.md", "--format", "json"], 4);
    let files: Vec<String> = codes(&told).into_iter().map(|(file, _, _)| file).collect();
    assert!(
        files.contains(&"kiosk.md".to_string()) && files.contains(&"lemons.md".to_string()),
        "{told}"
    );
}

#[test]
fn standard_input() {
    let folder = shop("check-stdin");
    folder.put("postmirth.toml", "[check]\ndeny = [\"nul-bytes\"]\n");
    let out = fed(&folder, &["check", "-", "--format", "json"], BACKWARDS);
    assert_eq!(out.status.code(), Some(1));
    let told = String::from_utf8(out.stdout).expect("UTF-8");
    assert!(codes(&told).iter().all(|(file, _, _)| file == "<stdin>"), "{told}");
    assert_eq!(
        severity(&told, "nul-bytes").as_deref(),
        Some("error"),
        "the folder's own file counts"
    );
    let out = fed(&folder, &["check", "-", "--format", "github"], BACKWARDS);
    assert!(!String::from_utf8_lossy(&out.stdout).contains("file="));
}

#[test]
fn colours_only_where_they_are_wanted() {
    let folder = shop("check-colours");
    let told = |args: &[&str], variables: &[(&str, &str)]| {
        let mut command = folder.command(&[&["check", "kiosk.md"], args].concat());
        command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").envs(variables.iter().copied());
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
    folder.put("a.md", BACKWARDS.replace("09:20 -", "09:20 \x1b[31m\u{202E} ::error::owned -"));
    let (told, _) = folder.run(&["check", "a.md"], 1);
    assert!(told.contains("::error::owned") && !told.contains(['\x1b', '\u{202E}']), "{told:?}");
    let (told, _) = folder.run(&["check", "a.md", "--format", "github"], 1);
    assert!(
        told.lines().all(|line| line.starts_with("::") && !line.starts_with("::error::"))
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
        assert!(out.status.code() == Some(1) && told.contains(wanted), "{told}");
    }
}
