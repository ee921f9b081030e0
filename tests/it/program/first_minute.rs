//! The first minute with the program: what a person types next, and what it says to that.

use crate::support::folder::Folder;
use std::io::Write;
use std::process::{Output, Stdio};

const REPORT: &str = "\
# Mail was late

## Summary

On 2024-04-18 mail was late for everybody from 09:30 to 10:30 SAST.

## Timeline

- 09:30 SAST - The alert fired.
- 09:40 SAST - Engineers look into the logs.
- 10:30 SAST - The disk was emptied and mail came in again.
";

const NONE: &str = "# Our reports\n\nHere lie the reports of the mail team, one a file.\n";

fn desk(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.put("mail.md", REPORT);
    folder
}

/// A folder of two reports, a text that is none, and files that do not count.
fn shelf(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.put("ops/a.md", REPORT);
    folder.put("ops/2024/b.markdown", REPORT.replace("Mail", "Post"));
    folder.put("ops/README.md", NONE);
    folder.put("ops/drafts/c.md", REPORT.replace("Mail", "Draft"));
    folder.put("ops/.gitignore", "drafts/\n");
    folder.put("ops/notes.txt", REPORT);
    folder
}

fn fed(folder: &Folder, args: &[&str], input: &[u8]) -> Output {
    let mut child = folder
        .command(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut pipe = child.stdin.take().expect("a pipe");
    pipe.write_all(input).expect("writing to it");
    drop(pipe);
    child.wait_with_output().expect("its end")
}

#[track_caller]
fn says(folder: &Folder, args: &[&str], status: i32, words: &[&str]) {
    let (told, complaints) = folder.run(args, status);
    for word in words {
        let said = format!("{told}{complaints}");
        assert!(said.contains(word), "{args:?} does not say {word}:\n{said}");
    }
}

#[test]
fn a_report_alone_takes_every_option_of_draw() {
    let folder = desk("first-options");
    folder.run(&["mail.md", "-o", "x.png", "--style", "sketch"], 0);
    folder.run(&["--theme", "dark", "mail.md", "-o", "y.svg"], 0);
    assert!(folder.read("x.png").starts_with(b"\x89PNG"));
    assert!(folder.read("y.svg").starts_with(b"<svg"));
}

#[test]
fn a_slip_of_the_fingers_gets_its_neighbour() {
    let folder = desk("first-slips");
    says(&folder, &["chek", "mail.md"], 2, &["did you mean `postmirth check`?"]);
    says(&folder, &["fact"], 2, &["`postmirth facts`"]);
    says(&folder, &["mail.md", "--png"], 2, &["did you mean --format png?"]);
    says(&folder, &["mail.md", "--verbose"], 2, &["`postmirth help draw` lists the options"]);
    says(&folder, &["mail.md", "--style", "sketh"], 2, &["did you mean \"sketch\"?"]);
    says(&folder, &["mail.md", "--zone", "Lagos"], 2, &["did you mean Africa/Lagos?"]);
}

#[test]
fn values_in_any_case() {
    let folder = desk("first-case");
    folder.run(
        &["mail.md", "--format", "PNG", "--style", "Sketch", "--theme", "Night", "-o", "p/"],
        0,
    );
    folder.run(&["check", "mail.md", "--profile", "Team", "--format", "JSON"], 1);
}

#[test]
fn folders_and_patterns_in_every_command() {
    let folder = shelf("first-folders");
    for place in ["ops", "ops/**/*.m*d*", "./ops"] {
        let (told, complaints) = folder.run(&["facts", "--json", place], 0);
        assert_eq!(told.lines().count(), 2, "{place}: {told}{complaints}");
        assert!(complaints.contains("README.md is left out"), "{complaints}");
        assert!(!told.contains("Draft"), "{told}");
    }
    says(&folder, &["draw", "ops", "-o", "pictures/"], 0, &["a-incident.svg", "b-incident.png"]);
    says(&folder, &["check", "ops"], 1, &["ops/a.md", "2 reports", "README.md is left out"]);
    says(&folder, &["embed", "ops"], 0, &["wrote ops/2024/images/b-incident.svg"]);
    says(&folder, &["embed", "ops", "--check"], 0, &["ops/a.md is current"]);
    says(&folder, &["stats", "ops/*.md"], 0, &["Mail was late"]);
    says(&folder, &["facts", "ops/*.mkd"], 4, &["expected files that match ops/*.mkd"]);
    // What is named is read, and told to be none.
    folder.run(&["check", "ops/README.md"], 3);
    folder.put("empty/README.md", NONE);
    says(&folder, &["check", "empty"], 3, &["expected accounts of incidents in empty"]);
}

#[test]
fn a_report_on_standard_input_without_a_dash() {
    let folder = Folder::new("first-stdin");
    for args in [&["facts"][..], &["check", "--json"], &["draw", "-o", "-"], &["-o", "x.svg"]] {
        let done = fed(&folder, args, REPORT.as_bytes());
        assert!(done.stderr.is_empty(), "{args:?}: {}", String::from_utf8_lossy(&done.stderr));
    }
    let done = fed(&folder, &[], REPORT.as_bytes());
    assert!(String::from_utf8_lossy(&done.stdout).contains("wrote report-incident.svg"));
    let done = fed(&folder, &["check"], b"");
    assert_eq!(done.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&done.stderr).contains("nothing on standard input"));
}

#[test]
fn json_by_both_spellings() {
    let folder = desk("first-json");
    for command in ["facts", "stats", "actions"] {
        let short = folder.run(&[command, "mail.md", "--json"], 0).0;
        assert_eq!(short, folder.run(&[command, "mail.md", "--format", "json"], 0).0);
        assert!(short.starts_with('{'), "{short}");
    }
    let short = folder.run(&["check", "mail.md", "--json"], 1).0;
    assert_eq!(short, folder.run(&["check", "mail.md", "--format", "json"], 1).0);
}

#[test]
fn what_holds_no_markdown_is_named_as_what_it_is() {
    let folder = Folder::new("first-kinds");
    let docx = [&b"PK\x03\x04....[Content_Types].xml"[..], b"word/document.xml"].concat();
    for (name, bytes, words) in [
        ("report.docx", &docx[..], ["a Word document", "pandoc report.docx -t gfm -o report.md"]),
        ("r e.pdf", b"%PDF-1.7 ...", ["a PDF", "pdftotext -layout \"r e.pdf\" \"r e.md\""]),
        ("a.png", b"\x89PNG\r\n\x1a\n", ["a PNG picture", "tesseract a.png a"]),
        ("a.rtf", b"{\\rtf1 x}", ["a rich text file", "pandoc a.rtf"]),
    ] {
        folder.put(name, bytes);
        for command in ["draw", "check", "facts", "embed", "stats"] {
            says(&folder, &[command, name], 4, &words);
        }
    }
}

#[test]
fn the_terminal_names_the_second_day() {
    let folder = Folder::new("first-days");
    let two = REPORT.replace("- 10:30 SAST -", "- 2024-04-20 10:30 SAST -");
    folder.put("mail.md", two.replace("- 09:30", "- 2024-04-18 09:30"));
    says(
        &folder,
        &["mail.md", "-o", "x.svg"],
        0,
        &["18 April 2024 09:30 – 20 April 2024 10:30 SAST"],
    );
}

#[test]
fn facts_tell_an_owner_once() {
    let folder = Folder::new("first-owner");
    folder.put(
        "mail.md",
        format!(
            "{REPORT}\n## Action items\n\n- Empty the disk nightly (Platform, due 2024-05-01)\n"
        ),
    );
    let told = folder.run(&["facts", "mail.md"], 0).0;
    assert_eq!(told.matches("Platform").count(), 1, "{told}");
    assert_eq!(told.matches("2024-05-01").count(), 1, "{told}");
}

#[cfg(unix)]
#[test]
fn a_check_piped_to_head_keeps_its_status() {
    let folder = desk("first-head");
    let done = |args: &[&str]| {
        let mut child = folder
            .command(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs");
        // Nobody reads what it writes.
        drop(child.stdout.take());
        child.wait().expect("its end").code()
    };
    assert_eq!(done(&["check", "mail.md"]), Some(1));
    assert_eq!(done(&["embed", "mail.md", "--check"]), Some(1));
    assert_eq!(done(&["facts", "mail.md"]), Some(0));
}

#[test]
fn fix_does_what_it_promises_for_bare_lines_and_promises_nothing_else() {
    let folder = Folder::new("first-fix");
    let bare = REPORT.replace("- 09", "09").replace("- 10", "10").replace(" SAST - ", " SAST: ");
    // The text below the last line would become a part of it.
    folder.put("mail.md", format!("{bare}How it was detected: by an alert.\n"));
    says(&folder, &["check", "mail.md"], 1, &["`postmirth check --fix` does it"]);
    let (told, complaints) = folder.run(&["check", "--fix", "mail.md"], 1);
    assert!(complaints.contains("mended 3 lines"), "{complaints}");
    assert!(!told.contains("timeline-format"), "{told}");
    let mended = String::from_utf8(folder.read("mail.md")).expect("UTF-8");
    let entry = "- 10:30 SAST - The disk was emptied and mail came in again.\n\nHow it was";
    assert!(mended.contains(entry), "{mended}");
    // A heading an event is not what it mends.
    let headed = REPORT.replace("- 09", "### 09").replace("- 10", "### 10");
    folder.put("headed.md", headed);
    let (told, _) = folder.run(&["check", "headed.md"], 1);
    assert!(told.contains("timeline-format"), "{told}");
    assert!(!told.contains("check --fix"), "{told}");
}

#[test]
fn remove_says_what_it_leaves() {
    let folder = desk("first-remove");
    folder.run(&["embed", "mail.md", "--theme", "both"], 0);
    let (told, _) = folder.run(&["embed", "mail.md", "--remove"], 0);
    let left = "left images/mail-incident.svg, images/mail-incident-dark.svg: delete what nothing \
                else shows\n";
    assert!(told.ends_with(left), "{told}");
    assert_eq!(folder.read("mail.md"), REPORT.as_bytes());
}

#[test]
fn every_rule_has_a_text_that_fails_it_and_one_that_passes() {
    let folder = Folder::new("first-explain");
    for rule in postmirth::check::RULES {
        says(&folder, &["explain", rule.code], 0, &["This fails:", "This passes:"]);
    }
}

#[test]
fn stats_tells_one_cause_once() {
    let folder = desk("first-stats");
    let (_, complaints) = folder.run(&["stats", "nosuchdir"], 4);
    assert_eq!(complaints.matches("error").count(), 2, "{complaints}");
    assert_eq!(complaints.matches("error:").count(), 1, "{complaints}");
    says(&folder, &["stats", ".", "-o", "t.csv"], 2, &["ends in .svg or .png", "--csv > FILE"]);
}
